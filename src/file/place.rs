//! Finds the field behind a pointer that leads nowhere or says the same twice, so that a refusal can name it.

use crate::plan::{Indicator, Objective, Plan, ReferenceError};

/// Returns the field of `plan`, itself called `name`, that a reference error is about; `name` alone for errors that only an
/// edit can meet.
pub(super) fn place_of(name: &str, plan: &Plan, error: &ReferenceError) -> String {
    let goals = || {
        plan.goals.iter().enumerate().find_map(|(at, goal)| {
            let wrong = match error {
                ReferenceError::NoGoal(id) => goal.parent.as_ref() == Some(id),
                ReferenceError::Cycle(id) | ReferenceError::TooDeep(id) => goal.id == *id,
                _ => false,
            };
            wrong.then(|| format!("{name}.goals[{at}].parent"))
        })
    };
    let objectives = || {
        plan.objectives.iter().enumerate().find_map(|(at, objective)| {
            place_in(objective, error).map(|place| format!("{name}.objectives[{at}].{place}"))
        })
    };
    goals().or_else(objectives).unwrap_or_else(|| name.to_owned())
}

fn place_in(objective: &Objective, error: &ReferenceError) -> Option<String> {
    let own = match error {
        ReferenceError::NoGoal(id) => nth(&objective.goals, id, 0).map(|at| format!("goals[{at}]")),
        ReferenceError::GoalTwice(id) => nth(&objective.goals, id, 1).map(|at| format!("goals[{at}]")),
        ReferenceError::NoUnit(id) => nth(&objective.units, id, 0).map(|at| format!("units[{at}]")),
        ReferenceError::UnitTwice(id) => nth(&objective.units, id, 1).map(|at| format!("units[{at}]")),
        _ => None,
    };
    own.or_else(|| {
        objective.indicators.iter().enumerate().find_map(|(at, indicator)| {
            place_within(objective, indicator, error).map(|place| format!("indicators[{at}].{place}"))
        })
    })
}

fn place_within(objective: &Objective, indicator: &Indicator, error: &ReferenceError) -> Option<String> {
    match error {
        ReferenceError::NoUnit(id) => nth(&indicator.units, id, 0).map(|at| format!("units[{at}]")),
        ReferenceError::UnitTwice(id) => nth(&indicator.units, id, 1).map(|at| format!("units[{at}]")),
        ReferenceError::NoAction(id) => {
            let lost = indicator.action.as_ref() == Some(id) && !objective.actions.contains(id);
            lost.then(|| "action".to_owned())
        }
        _ => None,
    }
}

/// Returns where an id stands for the time after `before` others.
fn nth<I: PartialEq>(ids: &[I], wanted: &I, before: usize) -> Option<usize> {
    ids.iter().enumerate().filter(|(_, id)| *id == wanted).map(|(at, _)| at).nth(before)
}
