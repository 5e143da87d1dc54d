//! A few invented results as a plan of their own, so that the real engine scores them.

use std::sync::Arc;

use crate::plan::{Baseline, Cell, Indicator, Objective, Period, Plan, Polarity, Policy, Year};

/// An invented result.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What is measured.
    pub what: String,
    /// What was promised.
    pub target: String,
    /// What came of it; empty: nothing yet.
    pub result: String,
    /// Where it started; empty: nobody knows.
    pub baseline: String,
    /// Which results are better.
    pub polarity: Polarity,
}

/// Returns a plan with one objective, whose indicators are the cases, all with the same weight.
pub fn plan(cases: &[Case], policy: &Policy, year: Year) -> Option<Plan> {
    let mut objective = Objective::new("example".into());
    for (at, case) in cases.iter().enumerate() {
        objective.indicators.push(indicator(at, case, year)).ok()?;
    }
    let mut plan = Plan::new("example".into(), Period::new(year, year).ok()?);
    plan.policy = policy.clone();
    plan.objectives.push(objective).ok()?;
    Some(plan)
}

/// Returns the indicators of such a plan.
pub fn indicators(plan: &Plan) -> impl Iterator<Item = &Arc<Indicator>> {
    plan.objectives.iter().flat_map(|objective| objective.indicators.iter())
}

fn indicator(at: usize, case: &Case, year: Year) -> Indicator {
    let mut indicator = Indicator::new(at.to_string().into());
    indicator.description.clone_from(&case.what);
    indicator.polarity = case.polarity;
    indicator.baseline =
        (!case.baseline.is_empty()).then(|| Baseline { words: case.baseline.as_str().into(), year: None });
    let cell = Cell { target: case.target.as_str().into(), result: case.result.as_str().into(), ..Cell::default() };
    indicator.cells.insert(year, cell);
    indicator
}
