//! What holds of every plan and scenario: a trial agrees with the engine, and the plan is never touched.

#![allow(clippy::arithmetic_side_effects, reason = "the sums are made again by the shortest way")]

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::fixture::{objective, official, percent, plan, trial, year};
use super::{Basis, Spot, Trial, application};
use crate::attainment::{Attainment, Preset};
use crate::plan::{Cell, OtherCell, Part, Percent, Plan, Revision, Taking, Weight};

const TARGETS: [&str; 5] = ["Almeno 7", "≥ 80%", "SI", "set aside", ""];
const RESULTS: [&str; 6] = ["", "3", "72,5%", "SI", "NO", "ovunque"];
const WEIGHTS: [&str; 5] = ["", "0", "5", "25", "33.3"];

fn a_plan() -> impl Strategy<Value = Plan> {
    let indicator = (0..WEIGHTS.len(), 0..TARGETS.len(), 0..RESULTS.len())
        .prop_map(|(weight, target, result)| (WEIGHTS[weight], TARGETS[target], RESULTS[result]));
    let parts = prop::collection::vec((0..WEIGHTS.len(), 0..RESULTS.len()), 0..3);
    let made = (0..WEIGHTS.len(), prop::collection::vec(indicator, 0..5), parts);
    (prop::collection::vec(made, 1..6), 0..Preset::ALL.len()).prop_map(|(objectives, preset)| {
        let made = objectives.into_iter().enumerate().map(|(place, (weight, rows, parts))| {
            let mut made = objective(&place.to_string(), WEIGHTS[weight], &rows);
            if let Some(last) = made.indicators.iter().last().cloned() {
                let mut with_parts = last.as_ref().clone();
                with_parts.id = "parted".into();
                for (letter, (weight, result)) in parts.into_iter().enumerate() {
                    let mut part = Part::new(letter.to_string().into());
                    part.weight = WEIGHTS[weight].parse().ok().map(|weight| Weight::new(weight).unwrap());
                    let cell = Cell { target: "SI".into(), result: RESULTS[result].into(), ..Cell::default() };
                    part.cells.insert(year(2024), cell);
                    with_parts.parts.push(part).unwrap();
                }
                made.indicators.push(with_parts).unwrap();
            }
            made
        });
        let mut plan = plan(made.collect());
        plan.policy = Preset::ALL[preset].policy(year(2024));
        plan
    })
}

/// Something that means something in this plan; `seed` chooses.
fn an_act(trial: &mut Trial, plan: &Plan, seed: [usize; 4]) {
    let [kind, first, second, third] = seed;
    let Some(found) = plan.objectives.at(first % plan.objectives.len()) else { return };
    let id = found.id.clone();
    let indicator = found.indicators.at(second % found.indicators.len().max(1));
    let spot = match (indicator, kind % 3) {
        (None, _) | (_, 0) => Spot::Objective(id),
        (Some(indicator), 1) => Spot::Indicator(id, indicator.id.clone()),
        (Some(indicator), _) => match indicator.parts.at(third % indicator.parts.len().max(1)) {
            Some(part) => Spot::Part(id, indicator.id.clone(), part.id.clone()),
            None => Spot::Indicator(id, indicator.id.clone()),
        },
    };
    match kind / 3 % 9 {
        0..=2 => drop(trial.shift(&spot, percent(&(third % 101).to_string()))),
        3 => trial.set_weight(&spot, (third % 3 > 0).then(|| Weight::new((third % 50).into()).unwrap())),
        4 => trial.lock(&spot),
        5 => trial.unlock(&spot),
        6 => trial.set_policy((third % 2 > 0).then(|| Preset::ALL[third % Preset::ALL.len()].policy(year(2024)))),
        7 if third % 5 == 0 => trial.reset_weights(),
        _ => {
            let result = || OtherCell::Result(RESULTS[third % RESULTS.len()].into());
            let supposed =
                [None, Some(OtherCell::Met), Some(OtherCell::Missed), Some(OtherCell::SetAside), Some(result())];
            trial.suppose(&spot, supposed[third % 5].clone());
        }
    }
}

fn near(left: Option<Percent>, right: Option<Percent>) -> bool {
    left.is_some() == right.is_some()
        && left.zip(right).is_none_or(|(left, right)| (left.value() - right.value()).abs() < Decimal::new(1, 14))
}

/// Everything a trial says that the engine says too.
fn agrees(trial: &Trial, engine: &Attainment) {
    let figure = match trial.basis() {
        Basis::Measured => engine.figure().attained,
        Basis::Floor => engine.figure().floor,
    };
    assert!(near(trial.figure(), figure), "{:?} {figure:?}", trial.figure());
    assert_eq!(trial.basis() == Basis::Floor, engine.missing_is_zero());
    for (id, objective) in engine.objectives() {
        let share = trial.objectives().share(id).filter(|_| engine.share(id).is_some());
        assert!(near(share, engine.share(id)), "{id} {share:?} {:?}", engine.share(id));
        let Some(group) = trial.indicators(id) else { continue };
        for (indicator, figure) in
            trial.over().objectives.get(id).unwrap().indicators.iter().zip(objective.indicators())
        {
            let share = group.share(&indicator.id).filter(|_| objective.share(figure).is_some());
            assert!(near(share, objective.share(figure)), "{id} {} {share:?}", indicator.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn law_a_trial_says_what_the_engine_says_of_the_plan_it_would_make(
        plan in a_plan(), acts in prop::collection::vec(any::<[usize; 4]>(), 1..16),
    ) {
        let before = plan.clone();
        let mut trial = trial(&plan);
        for act in acts {
            an_act(&mut trial, &plan, act);
            agrees(&trial, &official(&trial.over()));
            let again = Trial::new(&plan, &official(&plan), trial.scenario().into_owned()).unwrap();
            agrees(&again, &official(&trial.over()));
            prop_assert!(near(trial.all_indicators().figure(), trial.figure()));
        }
        let untouched = official(&before);
        prop_assert_eq!(trial.official().figure(), untouched.figure());
        prop_assert_eq!(plan, before);
    }

    #[test]
    fn law_an_applied_scenario_is_the_official_figure_and_one_undo_takes_it_back(
        mut plan in a_plan(), acts in prop::collection::vec(any::<[usize; 4]>(), 1..8),
    ) {
        let mut trial = trial(&plan);
        for act in acts {
            an_act(&mut trial, &plan, act);
        }
        let before = plan.clone();
        let revision = Revision { date: "2024-09-01".parse().unwrap(), act: String::new(), note: "Prova".into() };
        match application(&plan, &trial.scenario(), Taking::Everything, "", revision.clone()) {
            Some(edit) => {
                let undo = plan.apply(edit).unwrap();
                prop_assert_eq!(&plan.revisions, &vec![revision]);
                agrees(&trial, &official(&plan));
                plan.apply(undo).unwrap();
                prop_assert_eq!(plan, before);
            }
            None => prop_assert_eq!(trial.over(), before),
        }
    }
}
