//! What holds of any plan.

#![allow(clippy::arithmetic_side_effects, reason = "the sums are made again by the shortest way")]

use std::sync::Arc;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::fixture::{day, objective, plan, score, weight, year};
use super::worked::adds_up;
use super::{Attainment, Detail, Place, Preset, Span};
use crate::plan::{
    CellField, Edit, FallingRule, IndicatorEdit, IndicatorField, ListEdit, ObjectiveEdit, ObjectiveField, Percent,
    Plan, Polarity, Policy, StartRule,
};

const TARGETS: [&str; 16] = [
    "",
    "Almeno 7",
    "≥ 80%",
    "massimo 30",
    "9",
    "0",
    "SI",
    "Entro il 30/9",
    "Applicazione",
    "set aside",
    "+10% rispetto al 2023",
    "Report trimestrale",
    "tra 5 e 10",
    "Entro il 30/9; gradimento almeno 3,5/4",
    "28 gg 100% 30gg 75% 32gg 50%",
    "Posticipato al 2026",
];
const RESULTS: [&str; 13] = [
    "",
    "3",
    "72,5%",
    "2 su 3",
    "SI",
    "NO",
    "15/10/2024",
    "in corso",
    "n.d.",
    "ovunque",
    "+12%",
    "3,7/4",
    "Sì, il 12/9; 3,7/4",
];
const WEIGHTS: [&str; 7] = ["", "", "0", "5", "25", "33.3", "70"];

pub(super) fn a_policy() -> impl Strategy<Value = Policy> {
    (0..4_usize, any::<bool>(), any::<bool>(), prop_oneof![Just(100_u8), Just(120), Just(90)]).prop_map(
        |(preset, inverse, from_baseline, cap)| Policy {
            cap: Percent::whole(cap),
            falling: if inverse { FallingRule::Inverse } else { FallingRule::Mirrored },
            start: if from_baseline { StartRule::Baseline } else { StartRule::Zero },
            ..Preset::ALL[preset].policy(year(2024))
        },
    )
}

fn a_plan() -> impl Strategy<Value = Plan> {
    let indicator = (0..WEIGHTS.len(), 0..TARGETS.len(), 0..RESULTS.len())
        .prop_map(|(weight, target, result)| (WEIGHTS[weight], TARGETS[target], RESULTS[result]));
    let made = (0..WEIGHTS.len(), prop::collection::vec(indicator, 0..6));
    (prop::collection::vec(made, 0..9), a_policy()).prop_map(|(objectives, policy)| {
        let made = |(place, (weight, indicators)): (usize, (usize, Vec<_>))| {
            objective(&place.to_string(), WEIGHTS[weight], &indicators)
        };
        let mut plan = plan(objectives.into_iter().enumerate().map(made).collect());
        plan.policy = policy;
        plan
    })
}

/// An edit that means something in this plan; `seed` chooses.
fn an_edit(plan: &Plan, seed: [usize; 4]) -> Edit {
    let [kind, first, second, third] = seed;
    let Some(objective) = plan.objectives.at(first % plan.objectives.len().max(1)) else {
        let item = Arc::new(objective("new", "", &[("", "SI", "SI")]));
        return Edit::Objectives(ListEdit::Insert { at: 0, item });
    };
    let id = objective.id.clone();
    let within = |edit| Edit::Objective { objective: id.clone(), edit };
    let indicator = objective.indicators.at(second % objective.indicators.len().max(1));
    let of_indicator = |edit| match indicator {
        Some(indicator) => within(ObjectiveEdit::Indicator { indicator: indicator.id.clone(), edit }),
        None => within(ObjectiveEdit::Field(ObjectiveField::Title("t".into()))),
    };
    match kind % 7 {
        0 => {
            let field = CellField::Result(RESULTS[third % RESULTS.len()].into());
            // Of the year before too: a change may start there.
            let year = if first % 3 == 0 { year(2023) } else { year(2024) };
            of_indicator(IndicatorEdit::Cell { year, field })
        }
        1 => {
            let field = CellField::Target(TARGETS[third % TARGETS.len()].into());
            of_indicator(IndicatorEdit::Cell { year: year(2024), field })
        }
        2 => of_indicator(IndicatorEdit::Field(IndicatorField::Weight(weight(WEIGHTS[third % WEIGHTS.len()])))),
        3 => {
            let weights = weight(WEIGHTS[third % WEIGHTS.len()]).map(|weight| (year(2024), weight));
            within(ObjectiveEdit::Field(ObjectiveField::Weights(weights.into_iter().collect())))
        }
        4 => Edit::Objectives(ListEdit::Remove { id }),
        5 => Edit::Objectives(ListEdit::Move { id, to: third }),
        _ => Edit::Several(vec![
            within(ObjectiveEdit::Field(ObjectiveField::Title("t".into()))),
            of_indicator(IndicatorEdit::Cell { year: year(2024), field: CellField::Result("SI".into()) }),
        ]),
    }
}

fn same(kept: &Attainment, full: &Attainment) {
    assert_eq!(kept.figure(), full.figure());
    assert_eq!(kept.objectives().len(), full.objectives().len());
    for ((kept_id, kept_objective), (id, objective)) in kept.objectives().zip(full.objectives()) {
        assert_eq!((kept_id, &kept_objective.figure), (id, &objective.figure));
        assert_eq!(kept_objective.indicators(), objective.indicators());
        assert_eq!((kept.share(id), kept.points(id)), (full.share(id), full.points(id)));
    }
}

fn number(tenths: i64) -> String {
    Decimal::new(tenths, 1).to_string().replace('.', ",")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn law_figures_kept_up_with_edits_are_those_of_a_full_computation(
        mut plan in a_plan(),
        seeds in prop::collection::vec(any::<[usize; 4]>(), 1..12),
        whole in any::<bool>(),
    ) {
        let span = if whole { Span::Period } else { Span::Year(year(2024)) };
        let today = day("2024-11-30");
        let mut kept = Attainment::of(&plan, span, today);
        let mut followed = kept.clone();
        for seed in seeds {
            let edit = an_edit(&plan, seed);
            if plan.apply(edit.clone()).is_ok() {
                kept.after(&plan, &edit);
            }
            followed.follow(&plan);
            let full = Attainment::of(&plan, span, today);
            same(&kept, &full);
            same(&followed, &full);
        }
    }

    #[test]
    fn law_what_is_attained_lies_between_what_is_sure_and_what_is_possible(plan in a_plan()) {
        let attainment = Attainment::of(&plan, Span::Year(year(2024)), day("2024-06-30"));
        let near = |a: Decimal, b: Decimal| (a - b).abs() < Decimal::new(1, 18);
        let objectives = attainment.objectives().map(|(_, objective)| &objective.figure);
        for figure in objectives.chain([attainment.figure()]) {
            let Some(floor) = figure.floor else { continue };
            let (coverage, ceiling) = (figure.coverage.unwrap(), figure.ceiling.unwrap());
            prop_assert!(coverage <= Percent::HUNDRED && floor <= ceiling);
            let attained = figure.attained.unwrap_or_default();
            prop_assert!(attained.value() <= plan.policy.cap.value() + Decimal::new(1, 20));
            prop_assert!(near(attained.value() * coverage.value() / Decimal::ONE_HUNDRED, floor.value()));
            let open = Decimal::ONE_HUNDRED - coverage.value();
            prop_assert!(near(floor.value() + open * plan.policy.cap.value() / Decimal::ONE_HUNDRED, ceiling.value()));
        }
    }

    #[test]
    fn law_a_working_adds_up_and_agrees_with_the_figure(plan in a_plan(), whole in any::<bool>()) {
        let span = if whole { Span::Period } else { Span::Year(year(2024)) };
        let attainment = Attainment::of(&plan, span, day("2024-06-30"));
        let working = attainment.explain(&plan, &Place::Plan, Detail::Everything).unwrap();
        prop_assert_eq!(&working.figure, attainment.figure());
        adds_up(&working);
        for (id, objective) in attainment.objectives() {
            let working = attainment.explain(&plan, &Place::Objective(id.clone()), Detail::Children).unwrap();
            prop_assert_eq!(&working.figure, &objective.figure);
            prop_assert_eq!(working.share, attainment.share(id));
        }
    }

    #[test]
    fn law_what_is_set_aside_counts_as_if_it_were_not_there(
        rows in prop::collection::vec((1..90_u8, 0..TARGETS.len(), 0..RESULTS.len(), any::<bool>()), 1..8),
    ) {
        let weights: Vec<_> = rows.iter().map(|row| row.0.to_string()).collect();
        let all: Vec<_> = rows.iter().zip(&weights).map(|((_, target, result, aside), weight)| {
            (weight.as_str(), if *aside { "set aside" } else { TARGETS[*target] }, RESULTS[*result])
        }).collect();
        let left: Vec<_> = all.iter().filter(|row| row.1 != "set aside").copied().collect();
        let figure = |rows: &[_]| {
            let plan = plan(vec![objective("A", "60", rows), objective("B", "40", &[("", "SI", "NO")])]);
            let mut figure = Attainment::of(&plan, Span::Year(year(2024)), day("2024-06-30")).figure().clone();
            figure.with_set_aside = None;
            figure.counts = Default::default();
            figure
        };
        prop_assert_eq!(figure(&all), figure(&left));
    }

    #[test]
    fn law_a_better_result_never_scores_less_and_no_score_leaves_its_bounds(
        target in 0..400_i64, mut results in [0..900_i64, 0..900], baseline in 0..400_i64,
        percent in any::<bool>(), form in 0..5_usize, policy in a_policy(),
    ) {
        results.sort_unstable();
        let sign = if percent { "%" } else { "" };
        let target = number(target);
        let (target, polarity) = match form {
            0 => (format!("Almeno {target}{sign}"), Polarity::Rising),
            1 => (format!("> {target}{sign}"), Polarity::Rising),
            2 => (format!("{target}{sign}"), Polarity::Rising),
            3 => (format!("massimo {target}{sign}"), Polarity::Falling),
            _ => (format!("{target}{sign}"), Polarity::Falling),
        };
        let baseline = format!("{}{sign}", number(baseline));
        let [low, high] = results.map(|result| {
            let found = score(&target, &format!("{}{sign}", number(result)), polarity, &baseline, &policy);
            if let Some(score) = found.score {
                assert!(score <= policy.cap);
            }
            found
        });
        let (worse, better) = if polarity == Polarity::Rising { (low, high) } else { (high, low) };
        if let (Some(worse), Some(better)) = (worse.score, better.score) {
            prop_assert!(worse <= better, "{target} from {baseline}: {worse:?} > {better:?}");
        }
        if worse.met == Some(true) {
            prop_assert_eq!(better.met, Some(true));
        }
    }

    #[test]
    fn law_the_order_of_siblings_does_not_matter(mut plan in a_plan(), whole in any::<bool>(), turn in 0..6_usize) {
        let span = if whole { Span::Period } else { Span::Year(year(2024)) };
        let today = day("2024-11-30");
        let before = Attainment::of(&plan, span, today).figure().clone();
        let objectives: Vec<_> = plan.objectives.iter().map(|objective| {
            let mut objective = objective.as_ref().clone();
            let mut indicators: Vec<_> =
                objective.indicators.iter().map(|indicator| indicator.as_ref().clone()).collect();
            let turn = turn % indicators.len().max(1);
            indicators.rotate_left(turn);
            objective.indicators = indicators.try_into().unwrap();
            objective
        }).rev().collect();
        plan.objectives = objectives.try_into().unwrap();
        let after = Attainment::of(&plan, span, today).figure().clone();
        prop_assert_eq!(after, before);
    }
}
