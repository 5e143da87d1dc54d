//! Every closed form, checked against doing what it says.

#![allow(clippy::arithmetic_side_effects, reason = "the sums are made again by the shortest way")]

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::fixture::{group, percent, told};
use super::{Basis, BreakEven, Group, Need};
use crate::plan::Percent;

/// Weight, measured part and points of a child.
type Row = (Decimal, Decimal, Decimal);
type Rows = Vec<Row>;

fn rows(children: &[(i64, i64, i64)]) -> Rows {
    children.iter().map(|(weight, measured, points)| ((*weight).into(), (*measured).into(), (*points).into())).collect()
}

fn figure(rows: &[Row], basis: Basis) -> Option<Decimal> {
    let whole = if basis == Basis::Floor { Decimal::ONE_HUNDRED } else { Decimal::ZERO };
    let points: Decimal = rows.iter().map(|(weight, _, points)| weight * points).sum();
    let measured: Decimal = rows.iter().map(|(weight, measured, _)| weight * whole.max(*measured)).sum();
    (measured > Decimal::ZERO).then(|| Decimal::ONE_HUNDRED * points / measured)
}

fn near(left: Decimal, right: Decimal) -> bool {
    (left - right).abs() < Decimal::new(1, 12)
}

fn same(left: Option<Percent>, right: Option<Decimal>) -> bool {
    left.is_some() == right.is_some() && left.zip(right).is_none_or(|(left, right)| near(left.value(), right))
}

/// Children measured in part, with points up to what is measured.
fn any_rows() -> impl Strategy<Value = Rows> {
    let measured = prop_oneof![Just(0_i64), Just(100), 0..=100_i64];
    let child =
        (prop_oneof![1 => Just(0_i64), 6 => 1..60_i64], measured, 0..=100_i64).prop_map(|(weight, measured, part)| {
            (weight.into(), measured.into(), Decimal::from(measured * part) / Decimal::ONE_HUNDRED)
        });
    prop::collection::vec(child, 1..7)
        .prop_filter("nothing weighs", |rows: &Rows| rows.iter().any(|row| !row.0.is_zero()))
}

fn any_basis() -> impl Strategy<Value = Basis> {
    prop_oneof![Just(Basis::Measured), Just(Basis::Floor)]
}

/// The figure once one child was moved there, as a person would move it.
fn shifted(group: &Group<usize>, id: usize, to: Decimal) -> Option<Percent> {
    let mut moved = group.clone();
    moved.shift(&id, Percent::new(to).unwrap());
    moved.figure()
}

#[test]
fn the_worked_example_of_the_design() {
    // 50 at 75 %, 30 at 100 %, 20 at nothing: 67,50 %.
    let group = group(&rows(&[(50, 100, 75), (30, 100, 100), (20, 100, 0)]), Basis::Measured);
    assert_eq!(told(group.figure()), "67.50");
    let points: Vec<_> = group.points().iter().map(|row| format!("{} {}", told(row.earned), told(row.lost))).collect();
    assert_eq!(points, ["37.50 12.50", "30.00 0.00", "0.00 20.00"]);
    // B: S₋ᵢ = 37,5/0,7 = 53,571…; at 25 and 35 % of the weight 65,18 and 69,82. A: S₋ᵢ = 60. C: S₋ᵢ = 84,375.
    let swings: Vec<_> = group
        .tornado(percent("5"))
        .iter()
        .map(|swing| format!("{} {} {} {}", swing.id, told(swing.low()), told(swing.high()), told(Some(swing.width()))))
        .collect();
    assert_eq!(swings, ["2 63.28 71.72 8.44", "1 65.18 69.82 4.64", "0 66.75 68.25 1.50"]);
    // To 80 %: A never (75 < 80 on both sides); B (80 − 53,571)/(100 − 53,571) = 56,92; C (80 − 84,375)/(0 − 84,375) = 5,19.
    let shares: Vec<_> = group.break_even(percent("80")).iter().map(|(_, at)| told(at.share())).collect();
    assert_eq!(shares, ["-", "56.92", "5.19"]);
    // ± 10 %: A and B raised, C lowered (41,25 + 33)/(55 + 33 + 18) = 70,05; the other way round 60,75/(45 + 27 + 22) = 64,63.
    let range = group.range(percent("10")).unwrap();
    assert_eq!((told(Some(range.low)), told(Some(range.high))), ("64.63".into(), "70.05".into()));
}

#[test]
fn a_child_without_a_result_moves_nothing_until_nothing_else_is_left() {
    let group = group(&rows(&[(60, 100, 80), (40, 0, 0)]), Basis::Measured);
    let swings = group.tornado(percent("50"));
    let of = |id: usize| swings.iter().find(|swing| swing.id == id).unwrap();
    assert_eq!((told(of(1).lowered), told(of(1).raised)), ("80.00".into(), "80.00".into()));
    assert_eq!(told(of(0).lowered), "80.00");
    assert_eq!(group.break_even(percent("80")), [(0, BreakEven::Everywhere), (1, BreakEven::Everywhere)]);
    assert_eq!(group.break_even(percent("70")), [(0, BreakEven::Nowhere), (1, BreakEven::Nowhere)]);
    let all = group.tornado(percent("100"));
    assert_eq!(all.iter().find(|swing| swing.id == 1).unwrap().raised, None, "nothing measured is left");
}

#[test]
fn an_only_child_has_no_swing_and_nothing_to_cross() {
    let group = group(&rows(&[(60, 100, 80)]), Basis::Measured);
    assert_eq!(told(Some(group.tornado(percent("5"))[0].width())), "0.00");
    assert_eq!(group.break_even(percent("70")), [(0, BreakEven::Nowhere)]);
    assert_eq!(group.break_even(percent("80")), [(0, BreakEven::Everywhere)]);
}

#[test]
fn the_only_measured_child_decides_from_the_first_point_it_weighs() {
    // A weighs nothing and holds all that is measured: no figure now, 33 at every other share.
    let group = group(&rows(&[(0, 100, 33), (1, 0, 0)]), Basis::Measured);
    assert_eq!(group.figure(), None);
    assert_eq!(group.break_even(percent("33")), [(0, BreakEven::Everywhere), (1, BreakEven::Everywhere)]);
    assert_eq!(group.break_even(percent("40")), [(0, BreakEven::Nowhere), (1, BreakEven::Nowhere)]);
}

#[test]
fn without_a_figure_there_are_no_answers() {
    for rows in [rows(&[]), rows(&[(60, 0, 0), (40, 0, 0)]), rows(&[(0, 100, 50)])] {
        let group = group(&rows, Basis::Measured);
        assert_eq!((group.figure(), group.range(percent("10"))), (None, None));
        assert!(group.tornado(percent("5")).is_empty());
        assert!(group.break_even(percent("50")).iter().all(|(_, at)| *at == BreakEven::Nowhere));
    }
}

#[test]
fn what_is_missing_must_bring_what_lacks() {
    // 60 at 80 %, 30 and 10 awaited. To 70 %: the 30 alone (70 × 90 − 4800)/30 = 50; the 10 alone (70 × 70 − 4800)/10 = 10.
    let rows = rows(&[(60, 100, 80), (30, 0, 0), (10, 0, 0)]);
    let measured = group(&rows, Basis::Measured).needed(percent("70"), percent("100"));
    assert_eq!(measured.each, [(1, Need::AtLeast(percent("50"))), (2, Need::AtLeast(percent("10")))]);
    assert_eq!(measured.together, Some(Need::AtLeast(percent("55"))), "(7000 − 4800) / 40");
    // With what is missing as nothing: (7000 − 4800)/30 = 73,33; the 10 alone cannot.
    let floor = group(&rows, Basis::Floor).needed(percent("70"), percent("100"));
    let Need::AtLeast(least) = floor.each[0].1 else { panic!("{floor:?}") };
    assert_eq!((told(Some(least)).as_str(), floor.each[1].1), ("73.33", Need::OutOfReach));
    assert_eq!(floor.together, measured.together);
    let easy = group(&rows, Basis::Floor).needed(percent("40"), percent("100"));
    assert!(easy.each.iter().all(|(_, need)| *need == Need::Nothing));
    assert_eq!(group(&rows, Basis::Measured).needed(percent("95"), percent("100")).together, Some(Need::OutOfReach));
    assert_eq!(group(&rows[..1], Basis::Measured).needed(percent("95"), percent("100")).together, None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn law_the_figure_is_points_over_what_is_measured(rows in any_rows(), basis in any_basis()) {
        prop_assert!(same(group(&rows, basis).figure(), figure(&rows, basis)));
    }

    #[test]
    fn law_a_swing_is_what_moving_the_weight_gives(rows in any_rows(), basis in any_basis(), step in 0..=120_i64) {
        let group = group(&rows, basis);
        let swings = group.tornado(Percent::new(step.into()).unwrap());
        prop_assert!(swings.is_sorted_by_key(|swing| std::cmp::Reverse(swing.width())));
        for swing in swings {
            let share = swing.share.value();
            let [down, up] = [share - Decimal::from(step), share + Decimal::from(step)]
                .map(|to| shifted(&group, swing.id, to.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED)).map(Percent::value));
            prop_assert!(same(swing.lowered, down) && same(swing.raised, up), "{swing:?}: {down:?} {up:?}");
        }
    }

    #[test]
    fn law_break_even_is_where_the_figure_crosses(rows in any_rows(), basis in any_basis(), threshold in 0..=100_i64) {
        let group = group(&rows, basis);
        let threshold = Percent::new(threshold.into()).unwrap();
        for (id, at) in group.break_even(threshold) {
            match at {
                BreakEven::At(share) => {
                    let there = shifted(&group, id, share.value());
                    prop_assert!(same(there, Some(threshold.value())), "{id} at {share:?}: {there:?}");
                }
                BreakEven::Everywhere | BreakEven::Nowhere => {
                    // On one side of the threshold at every share at which there is a figure.
                    let figures: Vec<_> = (0..=50).filter_map(|to| shifted(&group, id, Decimal::from(2 * to))).collect();
                    let beyond = |figure: &Percent| figure.value() - threshold.value();
                    let on = figures.iter().all(|figure| beyond(figure).abs() < Decimal::new(1, 12));
                    let one_side = figures.iter().all(|figure| beyond(figure) > Decimal::ZERO)
                        || figures.iter().all(|figure| beyond(figure) < Decimal::ZERO);
                    prop_assert!(if at == BreakEven::Everywhere { on } else { one_side }, "{id} {at:?} {figures:?}");
                }
            }
        }
    }

    #[test]
    fn law_a_move_that_is_told_can_be_made_and_brings_the_figure_there(
        rows in any_rows(), basis in any_basis(), threshold in 0..=100_i64, locks in any::<u8>(),
    ) {
        let mut group = group(&rows, basis);
        let is_locked = |id: usize| locks >> id & 1 == 1;
        (0..rows.len()).filter(|id| is_locked(*id)).for_each(|id| group.lock(&id));
        let threshold = Percent::new(threshold.into()).unwrap();
        let told = group.crossings(threshold);
        for found in &told {
            let mut moved = group.clone();
            let stop = moved.shift(&found.id, found.to);
            prop_assert!(!stop.is_refused(), "{found:?}: {stop:?}");
            prop_assert!(same(moved.figure(), Some(threshold.value())), "{found:?}: {:?}", moved.figure());
        }
        // And none is left out: what is not told stays on one side of the threshold, or on it, wherever it can go.
        for id in (0..rows.len()).filter(|id| !is_locked(*id) && told.iter().all(|found| found.id != *id)) {
            let figures: Vec<_> = (0..=50).filter_map(|to| shifted(&group, id, Decimal::from(2 * to))).collect();
            let beyond = |figure: &Percent| figure.value() - threshold.value();
            let small = Decimal::new(1, 12);
            let one_side = figures.iter().all(|figure| beyond(figure) > -small) || figures.iter().all(|figure| beyond(figure) < small);
            prop_assert!(one_side, "{id}: {figures:?}");
        }
    }

    #[test]
    fn law_the_range_is_that_of_all_corners_and_nothing_inside_passes_it(
        rows in any_rows(), basis in any_basis(), by in 0..=130_i64, inside in prop::collection::vec(0..=100_i64, 6),
    ) {
        let x = Decimal::from(by) / Decimal::ONE_HUNDRED;
        let (least, most) = ((Decimal::ONE - x).max(Decimal::ZERO), Decimal::ONE + x);
        let with = |factor: &dyn Fn(usize) -> Decimal| {
            let moved = rows.iter().enumerate().map(|(place, row)| (row.0 * factor(place), row.1, row.2));
            figure(&moved.collect::<Rows>(), basis)
        };
        let corners = (0..1_u32 << rows.len()).filter_map(|raised| with(&|place| if raised >> place & 1 == 1 { most } else { least }));
        let corners: Vec<_> = corners.collect();
        let range = group(&rows, basis).range(Percent::new(by.into()).unwrap());
        prop_assert!(same(range.map(|range| range.low), corners.iter().min().copied()));
        prop_assert!(same(range.map(|range| range.high), corners.iter().max().copied()));
        if let (Some(range), Some(found)) = (range, with(&|place| least + (most - least) * Decimal::from(inside[place]) / Decimal::ONE_HUNDRED)) {
            let slack = Decimal::new(1, 12);
            prop_assert!(range.low.value() - slack <= found && found <= range.high.value() + slack);
        }
    }

    #[test]
    fn law_what_is_needed_just_reaches_the_threshold(rows in any_rows(), basis in any_basis(), threshold in 0..=100_i64) {
        let wanted = Decimal::from(threshold);
        let threshold = Percent::new(wanted).unwrap();
        let needed = group(&rows, basis).needed(threshold, Percent::HUNDRED);
        // The figure when the missing part of each of these comes to so much.
        let brought = |ids: &[usize], level: Decimal| {
            let mut rows = rows.clone();
            for id in ids {
                let missing = Decimal::ONE_HUNDRED - rows[*id].1;
                rows[*id] = (rows[*id].0, Decimal::ONE_HUNDRED, rows[*id].2 + missing * level / Decimal::ONE_HUNDRED);
            }
            figure(&rows, basis).unwrap()
        };
        let open: Vec<_> = needed.each.iter().map(|(id, _)| *id).collect();
        let together = needed.together.map(|need| (open.clone(), need));
        for (ids, need) in needed.each.iter().map(|(id, need)| (vec![*id], *need)).chain(together) {
            match need {
                Need::Nothing => prop_assert!(brought(&ids, Decimal::ZERO) > wanted - Decimal::new(1, 12)),
                Need::AtLeast(least) => prop_assert!(near(brought(&ids, least.value()), wanted)),
                Need::OutOfReach => prop_assert!(brought(&ids, Decimal::ONE_HUNDRED) < wanted),
            }
        }
    }
}
