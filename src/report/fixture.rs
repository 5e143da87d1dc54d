//! A small plan with one of everything, for the tests of this room.

use chrono::NaiveDate;

use crate::plan::{Cell, Goal, Indicator, Objective, Part, Period, Plan, Standing, Status, Unit, Weight, Year};

pub(super) fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn cell(target: &str, result: &str, due: &str) -> Cell {
    Cell { target: target.into(), result: result.into(), due: due.parse().ok(), ..Cell::default() }
}

fn indicator(id: &str, cells: &[(i32, Cell)]) -> Indicator {
    let mut indicator = Indicator::new(id.into());
    indicator.code = id.into();
    indicator.description = format!("Indicatore {id}");
    indicator.cells = cells.iter().map(|(number, cell)| (year(*number), cell.clone())).collect();
    indicator
}

/// Goals `1 → 1.1` and `2`; `A` serves `1.1` and answers to the office of the elderly, `B` serves nothing and answers to
/// nobody, save `B.1`. As of 31 July 2024 `A.2` is overdue.
pub(super) fn plan() -> Plan {
    let mut plan = Plan::new("plan".into(), Period::new(year(2024), year(2025)).unwrap());
    for (id, parent) in [("1", None), ("1.1", Some("1")), ("2", None)] {
        let mut goal = Goal::new(id.into());
        goal.parent = parent.map(Into::into);
        plan.goals.push(goal).unwrap();
    }
    for id in ["anziani", "minori", "personale"] {
        plan.units.push(Unit::new(id.into())).unwrap();
    }

    let mut a = objective("A", 60);
    a.goals = vec!["1.1".into()];
    a.units = vec!["anziani".into()];
    let mut parted = indicator("A.3", &[]);
    for (id, result) in [("a", "SI"), ("b", "")] {
        let mut part = Part::new(id.into());
        part.cells.insert(year(2024), cell("SI", result, ""));
        parted.parts.push(part).unwrap();
    }
    for indicator in [
        indicator("A.1", &[(2024, cell("Almeno 4", "3", "")), (2025, cell("Almeno 5", "", ""))]),
        indicator("A.2", &[(2024, cell("", "", "2024-06-30"))]),
        parted,
    ] {
        a.indicators.push(indicator).unwrap();
    }

    let mut b = objective("B", 40);
    let mut answered = indicator("B.1", &[(2024, cell("Entro il 30/9", "", ""))]);
    answered.units = vec!["minori".into(), "anziani".into()];
    let standing = Standing { status: Status::Suspended, reason: String::new(), date: None };
    let suspended = Cell { standing: Some(standing), ..cell("SI", "", "") };
    for indicator in [
        answered,
        indicator("B.2", &[(2024, suspended)]),
        indicator("B.3", &[(2024, cell("Applicazione", "Applicata ovunque", ""))]),
    ] {
        b.indicators.push(indicator).unwrap();
    }
    plan.objectives.push(a).unwrap();
    plan.objectives.push(b).unwrap();
    plan
}

fn objective(id: &str, weight: u8) -> Objective {
    let mut objective = Objective::new(id.into());
    objective.code = id.into();
    objective.title = format!("Obiettivo {id}");
    objective.weights = [2024, 2025].map(|number| (year(number), Weight::whole(weight))).into();
    objective
}
