//! Of every kind of target: a better result never scores less, and no score leaves its bounds.

#![allow(clippy::arithmetic_side_effects, reason = "the numbers are small and the test's own")]

use std::num::NonZeroU32;

use chrono::Days;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::fixture::{day, indicator, year};
use super::laws::a_policy;
use super::{CellScore, score_cell};
use crate::plan::{Baseline, LateStep, Percent, Policy, SeveralRule};
use crate::target::{DayGrade, Difference, Direction, Grade, Measure, Quantity, Range, Reading, Reference, Target};

fn tenths(tenths: i64) -> Decimal {
    Decimal::new(tenths, 1)
}

fn number(value: Decimal) -> Reading {
    Reading::Quantity(Quantity::count(value))
}

fn scored(target: &Target, result: Reading, policy: &Policy) -> CellScore {
    let mut made = indicator("target", "result");
    made.baseline = Some(Baseline { words: "20".into(), year: None });
    let cell = made.cells.get_mut(&year(2024)).unwrap();
    cell.target_reading = Some(target.clone());
    cell.result_reading = Some(result);
    let found = score_cell(&made, year(2024), policy, day("2024-06-30")).unwrap();
    assert!(found.score.is_none_or(|score| score <= policy.cap), "{found:?}");
    found
}

/// The second result is as good as the first or better.
fn not_less(target: &Target, worse: Reading, better: Reading, policy: &Policy) {
    let said = format!("{target:?} with {worse:?}, then {better:?}");
    let [worse, better] = [worse, better].map(|result| scored(target, result, policy));
    assert!(worse.score.is_some() && better.score.is_some(), "{said}: {worse:?} {better:?}");
    assert!(worse.score <= better.score, "{said}: {:?} > {:?}", worse.score, better.score);
    assert!(worse.met <= better.met, "{said}");
}

fn strict(policy: Policy, tolerance: u8, mean: bool) -> Policy {
    let several = if mean { SeveralRule::Mean } else { SeveralRule::Worst };
    Policy { tolerance: Percent::whole(tolerance), several, ..policy }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn law_more_times_and_more_of_all_never_score_less(
        count in 1..40_u32, mut results in [0..500_i64, 0..500], policy in a_policy(),
    ) {
        results.sort_unstable();
        let [low, high] = results.map(tenths);
        let times = Target::Times { count: NonZeroU32::new(count).unwrap() };
        not_less(&times, number(low), number(high), &policy);
        let percent = |value| Reading::Quantity(Quantity::percent(value));
        not_less(&Target::All, percent(low), percent(high), &policy);
    }

    #[test]
    fn law_nearer_to_a_range_never_scores_less(
        low in -200..200_i64, wide in 1..100_i64, mut off in [0..300_i64, 0..300], above in any::<bool>(),
        policy in a_policy(), tolerance in 0..60_u8,
    ) {
        off.sort_unstable();
        let (from, to) = (tenths(low), tenths(low + wide));
        let target = Target::Range(Range::new(from, to, Measure::Count).unwrap());
        let [near, far] = off.map(|off| if above { to + tenths(off) } else { from - tenths(off) });
        let policy = strict(policy, tolerance, false);
        not_less(&target, number(far), number(near), &policy);
        not_less(&target, number(far), number(from + (to - from) / Decimal::TWO), &policy);
    }

    #[test]
    fn law_a_greater_change_never_scores_less(
        by in 0..300_i64, form in 0..4_u8, down in any::<bool>(), mut moved in [-300..600_i64, -300..600],
        policy in a_policy(),
    ) {
        moved.sort_unstable();
        let by = match form {
            0 => None,
            1 => Some(Difference::Amount(Quantity::percent(tenths(by)))),
            _ => Some(Difference::Amount(Quantity::count(tenths(by)))),
        };
        let direction = if down { Direction::Decrease } else { Direction::Increase };
        let target = Target::Change { direction, by, from: Reference::Baseline };
        let start = Decimal::from(20);
        let level = |moved: i64| number(if down { start - tenths(moved) } else { start + tenths(moved) });
        not_less(&target, level(moved[0]), level(moved[1]), &policy);
        let stated = |moved: i64| {
            let measure = if form == 1 { Measure::Percent } else { Measure::Count };
            let by = Difference::Amount(Quantity { value: tenths(moved).abs(), measure });
            let direction = if (moved < 0) == down { Direction::Increase } else { Direction::Decrease };
            Reading::Change { direction, by }
        };
        not_less(&target, stated(moved[0]), stated(moved[1]), &policy);
    }

    #[test]
    fn law_a_better_result_never_falls_into_a_worse_band(
        limit in -100..400_i64, step in 1..50_i64, count in 2..5_i64, rising in any::<bool>(),
        mut results in [-200..900_i64, -200..900], policy in a_policy(),
    ) {
        results.sort_unstable();
        let grade = |place: i64| {
            let limit = if rising { limit - step * place } else { limit + step * place };
            Grade { limit: Quantity::count(tenths(limit)), earns: Decimal::from(100 - 20 * place) }
        };
        let target = Target::Bands { grades: (0..count).map(grade).collect() };
        let [low, high] = results.map(|result| number(tenths(result)));
        let (worse, better) = if rising { (low, high) } else { (high, low) };
        not_less(&target, worse, better, &policy);
    }

    #[test]
    fn law_an_earlier_day_and_a_better_part_never_score_less(
        mut days in [0..200_u64, 0..200], mut rates in [0..40_i64, 0..40], mut steps in [0..90_u8, 0..90],
        policy in a_policy(), mean in any::<bool>(),
    ) {
        days.sort_unstable();
        rates.sort_unstable();
        steps.sort_unstable();
        let step = |days, earns| LateStep { days, earns: Percent::whole(earns) };
        let policy = strict(policy, 10, mean);
        let policy = Policy { lateness: vec![step(60, steps[0]), step(30, steps[1])], ..policy };
        let by = Target::By { date: day("2024-06-30") };
        let [early, late] = days.map(|days| Reading::On { date: day("2024-05-01") + Days::new(days) });
        not_less(&by, late.clone(), early.clone(), &policy);
        let band = |date, earns| DayGrade { date: day(date), earns: Decimal::from(earns) };
        let bands = vec![band("2024-06-01", 100), band("2024-07-31", 60), band("2024-09-30", 20)];
        not_less(&Target::BandsByDay { grades: bands }, late.clone(), early.clone(), &policy);
        let rate = |tenth: i64| Quantity { value: tenths(tenth), measure: Measure::OutOf(4.into()) };
        let target = Target::several(vec![by, Target::AtLeast(rate(35))]).unwrap();
        let answers = |day: &Reading, tenth| Reading::Several { parts: vec![day.clone(), Reading::Quantity(rate(tenth))] };
        not_less(&target, answers(&late, rates[0]), answers(&early, rates[0]), &policy);
        not_less(&target, answers(&late, rates[0]), answers(&late, rates[1]), &policy);
    }
}
