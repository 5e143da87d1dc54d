//! The list of samples, for the page that offers them.

use serde::Serialize;
use traguardo::plan::Plan;

use super::Failure;

#[derive(Serialize)]
struct Entry<'a> {
    file: &'a str,
    title: &'a str,
    body: &'a str,
    period: Years,
    counts: Counts,
    notice: &'a str,
}

#[derive(Serialize)]
struct Years {
    first: i32,
    last: i32,
}

#[derive(Serialize)]
struct Counts {
    goals: usize,
    units: usize,
    objectives: usize,
    actions: usize,
    indicators: usize,
    parts: usize,
}

/// Writes the list of `samples`, each a file name and its plan.
pub fn text(samples: &[(String, Plan)]) -> Result<String, Failure> {
    let entries: Vec<_> = samples.iter().map(|(file, plan)| entry(file, plan)).collect();
    Ok(serde_json::to_string_pretty(&entries)? + "\n")
}

fn entry<'a>(file: &'a str, plan: &'a Plan) -> Entry<'a> {
    let indicators = || plan.objectives.iter().flat_map(|objective| objective.indicators.iter());
    Entry {
        file,
        title: &plan.title,
        body: &plan.body.name,
        period: Years { first: plan.period.first().number(), last: plan.period.last().number() },
        counts: Counts {
            goals: plan.goals.len(),
            units: plan.units.len(),
            objectives: plan.objectives.len(),
            actions: plan.objectives.iter().map(|objective| objective.actions.len()).sum(),
            indicators: plan.indicator_count(),
            parts: indicators().map(|indicator| indicator.parts.len()).sum(),
        },
        notice: &plan.notice,
    }
}
