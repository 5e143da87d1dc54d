//! The samples hold everything the published plans hold, counted.

use traguardo::file;
use traguardo::plan::{Plan, Weight};

use crate::open::{SAMPLES, sample, sample_text, text};
use crate::samples;

/// Objectives, actions, indicators, parts, goals and offices.
fn counts(plan: &Plan) -> [usize; 6] {
    let indicators = || plan.objectives.iter().flat_map(|objective| objective.indicators.iter());
    [
        plan.objectives.len(),
        plan.objectives.iter().map(|objective| objective.actions.len()).sum(),
        plan.indicator_count(),
        indicators().map(|indicator| indicator.parts.len()).sum(),
        plan.goals.len(),
        plan.units.len(),
    ]
}

#[test]
fn every_published_plan_is_whole() {
    for (name, expected) in [
        ("asc-insieme-2024-2026", [5, 25, 41, 0, 0, 0]),
        ("asc-insieme-2026-2028", [4, 0, 20, 33, 0, 0]),
        // 6 areas and 10 strategic-operational objectives.
        ("cssm-mondovi-2023-2025", [10, 0, 53, 0, 6 + 10, 0]),
        // 3 purposes, 8 areas, 9 strategic objectives and 23 rows; 3 headings of the year below one added area each.
        ("coeso-sds-2021-2023", [18, 71, 60, 0, 3 + 8 + 9 + 23 + 2 * 3, 10]),
    ] {
        assert_eq!(counts(&sample(name)), expected, "{name}");
    }
}

#[test]
fn every_scheda_has_its_actions_and_indicators() {
    let plan = sample("asc-insieme-2024-2026");
    let found: Vec<_> = plan.objectives.iter().map(|scheda| (scheda.actions.len(), scheda.indicators.len())).collect();
    assert_eq!(found, [(3, 5), (4, 9), (4, 5), (3, 4), (11, 18)]);
    let innovative = plan.objectives.iter().flat_map(|scheda| scheda.actions.iter()).filter(|action| action.innovative);
    assert_eq!(innovative.count(), 11);
    let results = plan.objectives.iter().flat_map(|scheda| scheda.indicators.iter()).flat_map(|found| &found.cells);
    let results: Vec<_> = results.filter(|(_, cell)| !cell.result.is_empty()).collect();
    assert_eq!(results.len(), 1, "the stray 3, with a note that doubts it");
    assert!(results[0].1.note.contains("riga seguente"));
}

#[test]
fn every_strategy_has_its_indicators_and_parts() {
    let plan = sample("asc-insieme-2026-2028");
    let parts = |indicators: &traguardo::plan::List<traguardo::plan::Indicator>| {
        indicators.iter().map(|indicator| indicator.parts.len()).sum::<usize>()
    };
    let found: Vec<_> =
        plan.objectives.iter().map(|strategy| (strategy.indicators.len(), parts(&strategy.indicators))).collect();
    assert_eq!(found, [(5, 16), (5, 10), (5, 7), (5, 0)]);
}

#[test]
fn every_step_has_a_deadline_a_promise_and_a_weight() {
    let plan = sample("cssm-mondovi-2023-2025");
    let first = plan.period.first();
    let steps: Vec<_> = plan.objectives.iter().flat_map(|objective| objective.indicators.iter()).collect();
    assert_eq!(steps.iter().filter(|step| step.is_due(first)).count(), 39);
    assert!(steps.iter().all(|step| step.weight.is_some() && !step.kpi.is_empty()));
    assert!(steps.iter().all(|step| step.cells.len() == 1 && step.cells.values().all(|cell| cell.due.is_some())));
    let kinds = |kind| plan.objectives.iter().filter(|objective| objective.kind == kind).count();
    assert_eq!((kinds("Obiettivo di performance"), kinds("Obiettivo di PEG")), (8, 2));
    let links: usize = plan.objectives.iter().map(|objective| objective.goals.len()).sum();
    assert_eq!(links, 33);
}

#[test]
fn every_action_of_three_years_is_marked_and_every_indicator_measures_one() {
    let plan = sample("coeso-sds-2021-2023");
    let actions = || plan.objectives.iter().flat_map(|objective| objective.actions.iter());
    assert_eq!(actions().map(|action| action.years.len()).sum::<usize>(), 148);
    assert_eq!(actions().filter(|action| action.years.contains(&plan.period.first())).count(), 58);
    let indicators = plan.objectives.iter().flat_map(|objective| objective.indicators.iter());
    for indicator in indicators {
        assert!(indicator.action.is_some() && !indicator.units.is_empty() && indicator.baseline.is_some());
        assert!(indicator.is_due(plan.period.first()));
    }
    assert_eq!(plan.sections.iter().filter(|section| !section.table.is_empty()).count(), 9);
}

#[test]
fn the_samples_are_what_the_transcriptions_give() {
    for (name, made) in samples::files(|name| text(&format!("tests/transcripts/{name}"))).unwrap() {
        let kept = text(&format!("public/samples/{name}")).unwrap();
        assert!(kept == made, "{name} is out of date: run the example convert_samples");
    }
}

#[test]
fn a_sample_read_and_written_again_is_the_same_bytes() {
    for name in SAMPLES {
        let text = sample_text(name);
        assert_eq!(file::write(&file::read(text.as_bytes()).unwrap()).unwrap(), text, "{name}");
    }
}

#[test]
fn every_published_plan_without_weights_has_none() {
    for name in ["asc-insieme-2024-2026", "asc-insieme-2026-2028", "coeso-sds-2021-2023"] {
        let plan = sample(name);
        let weights = |objective: &traguardo::plan::Objective| -> Vec<Weight> {
            let of_indicators = objective.indicators.iter().filter_map(|indicator| indicator.weight);
            of_indicators.chain(objective.weights.values().copied()).collect()
        };
        assert!(plan.objectives.iter().all(|objective| weights(objective).is_empty()), "{name}");
    }
}
