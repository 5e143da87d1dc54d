//! Finds the field behind a pointer that leads nowhere, so that a refusal can name it.

use crate::plan::{Objective, Plan, ReferenceError};

/// Returns the field of `plan`, itself called `name`, that a reference error is about; `name` alone when nothing fits.
pub(super) fn place_of(name: &str, plan: &Plan, error: &ReferenceError) -> String {
    let goals = || {
        plan.goals.iter().enumerate().find_map(|(at, goal)| {
            let wrong = match error {
                ReferenceError::NoGoal(id) => goal.parent.as_ref() == Some(id),
                ReferenceError::Cycle(id) => goal.id == *id,
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
        ReferenceError::NoGoal(id) => {
            objective.goals.iter().position(|goal| goal == id).map(|at| format!("goals[{at}]"))
        }
        ReferenceError::NoUnit(id) => {
            objective.units.iter().position(|unit| unit == id).map(|at| format!("units[{at}]"))
        }
        _ => None,
    };
    own.or_else(|| {
        objective.indicators.iter().enumerate().find_map(|(at, indicator)| match error {
            ReferenceError::NoUnit(id) => {
                let unit = indicator.units.iter().position(|unit| unit == id)?;
                Some(format!("indicators[{at}].units[{unit}]"))
            }
            ReferenceError::NoAction(id) => {
                let lost = indicator.action.as_ref() == Some(id) && !objective.actions.contains(id);
                lost.then(|| format!("indicators[{at}].action"))
            }
            _ => None,
        })
    })
}
