//! Small plans and groups made by hand, for the tests of this room.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Basis, Group};
use crate::attainment::{Attainment, Sibling, Siblings, Span, Worth, shown};
use crate::plan::{
    Cell, Indicator, Objective, Part, Percent, Period, Plan, Scenario, Standing, Status, Unit, Weight, Year,
};

pub(super) fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn percent(text: &str) -> Percent {
    Percent::new(text.parse().unwrap()).unwrap()
}

/// Two decimals, as a person reads it; `-` for none.
pub(super) fn told(value: Option<Percent>) -> String {
    value.map_or("-".to_owned(), |value| shown(value).to_string())
}

/// Children by place: weight, measured part and points over all of it, in percent.
pub(super) fn group(rows: &[(Decimal, Decimal, Decimal)], basis: Basis) -> Group<usize> {
    let kept = |value: Decimal| Percent::new(value).unwrap();
    let child = |(id, (weight, measured, points)): (usize, &(Decimal, Decimal, Decimal))| {
        let worth = Worth { measured: kept(*measured), points: kept(*points) };
        Sibling { id, weight: Weight::new(*weight).unwrap(), worth }
    };
    let children = rows.iter().enumerate().map(child).collect();
    Group::new(Siblings { whole: Weight::HUNDRED, children }, basis)
}

/// An indicator of 2024; a target of `set aside` is suspended.
pub(super) fn indicator(id: &str, weight: &str, target: &str, result: &str) -> Indicator {
    let mut indicator = Indicator::new(id.into());
    indicator.code = id.to_owned();
    indicator.weight = weight.parse().ok().map(|weight| Weight::new(weight).unwrap());
    let mut cell = Cell { target: target.into(), result: result.into(), ..Cell::default() };
    if target == "set aside" {
        let standing = Standing { status: Status::Suspended, reason: String::new(), date: None };
        cell = Cell { standing: Some(standing), ..Cell::default() };
    }
    if !cell.is_blank() {
        indicator.cells.insert(year(2024), cell);
    }
    indicator
}

/// An objective of 2024 with an indicator for each `(weight, target, result)`, called `0`, `1` and so on.
pub(super) fn objective(id: &str, weight: &str, rows: &[(&str, &str, &str)]) -> Objective {
    let mut objective = Objective::new(id.into());
    objective.code = id.to_owned();
    objective.units = vec!["sociale".into()];
    objective.weights.extend(weight.parse().ok().map(|weight| (year(2024), Weight::new(weight).unwrap())));
    for (place, (weight, target, result)) in rows.iter().enumerate() {
        objective.indicators.push(indicator(&place.to_string(), weight, target, result)).unwrap();
    }
    objective
}

pub(super) fn plan(objectives: Vec<Objective>) -> Plan {
    let mut plan = Plan::new("p".into(), Period::new(year(2024), year(2026)).unwrap());
    plan.units.push(Unit::new("sociale".into())).unwrap();
    for objective in objectives {
        plan.objectives.push(objective).unwrap();
    }
    plan
}

/// `A` 50 (75 % reached, 40 % of it awaited), `B` 30 (reached), `C` 10 (set aside), `D` 10 with two parts, one reached.
pub(super) fn a_plan() -> Plan {
    let mut parted = indicator("0", "", "", "");
    for (id, result) in [("a", "SI"), ("b", "NO")] {
        let mut part = Part::new(id.into());
        part.cells.insert(year(2024), Cell { target: "SI".into(), result: result.into(), ..Cell::default() });
        parted.parts.push(part).unwrap();
    }
    let mut with_parts = objective("D", "10", &[]);
    with_parts.indicators.push(parted).unwrap();
    plan(vec![
        objective("A", "50", &[("60", "Almeno 4", "3"), ("40", "SI", "")]),
        objective("B", "30", &[("", "SI", "SI")]),
        objective("C", "10", &[("", "set aside", "")]),
        with_parts,
    ])
}

/// The figures of 2024, seen in June.
pub(super) fn official(plan: &Plan) -> Attainment {
    Attainment::of(plan, Span::Year(year(2024)), day("2024-06-30"))
}

pub(super) fn trial(plan: &Plan) -> super::Trial {
    super::Trial::new(plan, &official(plan), Scenario::new("s".into())).unwrap()
}
