//! Small plans made by hand, for tests.

use chrono::NaiveDate;

use super::{CellScore, Outcome, score_cell};
use crate::plan::{
    Baseline, Cell, Indicator, Objective, ObjectiveId, Percent, Period, Plan, Polarity, Policy, Standing, Status,
    Weight, Year,
};

/// A year.
pub(super) fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

/// A day as `2024-09-30`.
pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A percentage.
pub(super) fn percent(text: &str) -> Percent {
    Percent::new(text.parse().unwrap()).unwrap()
}

/// A weight; none for an empty text.
pub(super) fn weight(text: &str) -> Option<Weight> {
    (!text.is_empty()).then(|| Weight::new(text.parse().unwrap()).unwrap())
}

/// Two decimals, as a person reads it; `-` for none.
pub(super) fn shown(value: Option<Percent>) -> String {
    value.map_or("-".to_owned(), |value| super::shown(value).to_string())
}

/// An indicator with a target and a result in 2024.
pub(super) fn indicator(target: &str, result: &str) -> Indicator {
    let mut indicator = Indicator::new("i".into());
    indicator.cells.insert(year(2024), cell(target, result));
    indicator
}

/// A cell with a target and a result.
pub(super) fn cell(target: &str, result: &str) -> Cell {
    Cell { target: target.into(), result: result.into(), ..Cell::default() }
}

/// An indicator of 2024 for each `(weight, target, result)`; a target of `set aside` is suspended.
pub(super) fn objective(id: &str, written: &str, indicators: &[(&str, &str, &str)]) -> Objective {
    let mut objective = Objective::new(id.into());
    objective.code = id.to_owned();
    objective.weights.extend(weight(written).map(|weight| (year(2024), weight)));
    for (place, (written, target, result)) in indicators.iter().enumerate() {
        let mut made = indicator(target, result);
        made.id = format!("{id}.{place}").as_str().into();
        made.weight = weight(written);
        if *target == "set aside" {
            let standing = Standing { status: Status::Suspended, reason: String::new(), date: None };
            made.cells.insert(year(2024), Cell { standing: Some(standing), ..Cell::default() });
        }
        objective.indicators.push(made).unwrap();
    }
    objective
}

/// A plan for 2024 to 2026.
pub(super) fn plan(objectives: Vec<Objective>) -> Plan {
    let mut plan = Plan::new("p".into(), Period::new(year(2024), year(2026)).unwrap());
    for objective in objectives {
        plan.objectives.push(objective).unwrap();
    }
    plan
}

/// One result against one target on the last day of June 2024.
pub(super) fn score(target: &str, result: &str, polarity: Polarity, baseline: &str, policy: &Policy) -> CellScore {
    let mut made = indicator(target, result);
    made.polarity = polarity;
    made.baseline = (!baseline.is_empty()).then(|| Baseline { words: baseline.into(), year: None });
    score_cell(&made, year(2024), policy, day("2024-06-30")).unwrap()
}

/// The name of an outcome, as examples print it, with the score where there is one.
pub(super) fn told(score: &CellScore) -> String {
    match score.outcome {
        Outcome::Scored => {
            let met = if score.met == Some(true) { "met" } else { "not met" };
            format!("{} {met}", shown(score.score))
        }
        Outcome::Awaited { overdue } => if overdue { "overdue" } else { "awaited" }.to_owned(),
        Outcome::NotDue => "not due".to_owned(),
        Outcome::SetAside(status) => format!("{status:?}"),
        Outcome::NeedsJudgement => "needs judgement".to_owned(),
        Outcome::NotComputable(obstacle) => format!("{obstacle:?}"),
    }
}

/// An objective's id.
pub(super) fn id(text: &str) -> ObjectiveId {
    text.into()
}
