//! What an edit makes stand, as a value to be shown.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::merge::Change;
use crate::plan::{
    ActionField, ActionId, CellField, Checkpoint, Deviation, EarlierTarget, Edit, GoalField, GoalId, IndicatorEdit,
    IndicatorField, Judgement, ListEdit, ObjectiveEdit, ObjectiveField, PartEdit, PartField, Period, PlanField,
    Polarity, SectionField, Standing, UnitField, UnitId, Year,
};
use crate::target::{Reading, Target};

/// What stands, or would stand, in one place.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Nothing,
    /// Words as somebody wrote them.
    Words(String),
    /// A day.
    Day(NaiveDate),
    /// A weight, in percent.
    Weight(Decimal),
    /// A year.
    Year(Year),
    /// Years.
    Years(Vec<Year>),
    /// The years of the plan.
    Period(Period),
    /// Yes or no.
    Mark(bool),
    /// Offices.
    Units(Vec<UnitId>),
    /// Goals.
    Goals(Vec<GoalId>),
    /// An action of the same objective.
    Action(ActionId),
    /// Which way is better.
    Polarity(Polarity),
    /// Why a year does not count.
    Standing(Standing),
    /// What a person decided.
    Judgement(Judgement),
    /// Why result and target differ.
    Deviation(Deviation),
    /// Readings taken during the year.
    Checkpoints(Vec<Checkpoint>),
    /// Targets replaced.
    Earlier(Vec<EarlierTarget>),
    /// A reading of a target that a person chose.
    Target(Target),
    /// A reading of a result that a person chose.
    Reading(Reading),
    /// The record is there; what it is called.
    There(String),
    /// The record is not there.
    Gone,
    /// The record stands at this place, from 1.
    Place(usize),
    /// Something with many parts, which is told to be different and not shown whole.
    Manifold,
}

/// What stood in a place, and what stands there now.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// What stood there; none: nothing that can be set against what stands there now.
    pub was: Option<Value>,
    /// What stands there.
    pub now: Value,
}

/// Returns what a change turned into what. Of a record that came, went or moved only what became of it is told, and of
/// what has many parts only that it changed.
pub fn turn(change: &Change) -> Turn {
    let now = value(&change.edit);
    let is_comparable = |was: &Value| {
        let is_about_records = matches!(was, Value::There(_) | Value::Gone | Value::Place(_));
        !is_about_records && !matches!(was, Value::Nothing | Value::Manifold) && *was != now
    };
    Turn { was: Some(value(&change.undo)).filter(is_comparable), now }
}

/// Returns what a single edit makes stand.
pub fn value(edit: &Edit) -> Value {
    match edit {
        Edit::Plan(field) => of_plan(field),
        Edit::Goals(edit) => listed(edit, |goal| named(&goal.code, &goal.title)),
        Edit::Goal { field, .. } => match field {
            GoalField::Parent(parent) => maybe(parent.as_ref(), |parent| Value::Goals(vec![parent.clone()])),
            GoalField::Code(words) | GoalField::Title(words) | GoalField::Description(words) => text(words),
        },
        Edit::Units(edit) => listed(edit, |unit| unit.name.clone()),
        Edit::Unit { field, .. } => match field {
            UnitField::Name(words) | UnitField::Responsible(words) | UnitField::Email(words) => text(words),
        },
        Edit::Sections(edit) => listed(edit, |section| section.title.clone()),
        Edit::Section { field, .. } => match field {
            SectionField::Title(words) | SectionField::Text(words) => text(words),
            SectionField::Table(_) => Value::Manifold,
        },
        Edit::Objectives(edit) => listed(edit, |objective| named(&objective.code, &objective.title)),
        Edit::Objective { edit, .. } => within(edit),
        Edit::Scenarios(edit) => listed(edit, |scenario| scenario.name.clone()),
        Edit::Scenario { .. } | Edit::Conflicts(_) | Edit::Several(_) => Value::Manifold,
    }
}

fn of_plan(field: &PlanField) -> Value {
    match field {
        PlanField::Title(words)
        | PlanField::Notice(words)
        | PlanField::BodyName(words)
        | PlanField::BodyKind(words) => text(words),
        PlanField::Period(period) => Value::Period(*period),
        PlanField::Approval(approval) => text(&approval.act),
        PlanField::LevelNames(_) | PlanField::Policy(_) | PlanField::Revisions(_) => Value::Manifold,
    }
}

fn within(edit: &ObjectiveEdit) -> Value {
    match edit {
        ObjectiveEdit::Field(field) => of_objective(field),
        ObjectiveEdit::Weight { weight, .. } => maybe(weight.as_ref(), |weight| Value::Weight(weight.value())),
        ObjectiveEdit::Actions(edit) => listed(edit, |action| named(&action.code, &action.description)),
        ObjectiveEdit::Action { field, .. } => match field {
            ActionField::Code(words) | ActionField::Description(words) | ActionField::ExpectedResult(words) => {
                text(words)
            }
            ActionField::Innovative(is_so) => Value::Mark(*is_so),
            ActionField::Years(years) => several(years.iter().copied().collect(), Value::Years),
        },
        ObjectiveEdit::Indicators(edit) => listed(edit, |found| named(&found.code, &found.description)),
        ObjectiveEdit::Indicator { edit, .. } => match edit {
            IndicatorEdit::Field(field) => of_indicator(field),
            IndicatorEdit::Cell { field, .. } | IndicatorEdit::Part { edit: PartEdit::Cell { field, .. }, .. } => {
                of_cell(field)
            }
            IndicatorEdit::Parts(edit) => listed(edit, |part| named(&part.code, &part.description)),
            IndicatorEdit::Part { edit: PartEdit::Field(field), .. } => match field {
                PartField::Code(words) | PartField::Description(words) => text(words),
                PartField::Weight(weight) => maybe(weight.as_ref(), |weight| Value::Weight(weight.value())),
            },
        },
    }
}

fn of_objective(field: &ObjectiveField) -> Value {
    use ObjectiveField as Field;
    match field {
        Field::Goals(goals) => several(goals.clone(), Value::Goals),
        Field::Units(units) => several(units.clone(), Value::Units),
        Field::FirstYear(year) => maybe(year.as_ref(), |year| Value::Year(*year)),
        Field::Weights(_) => Value::Manifold,
        Field::Code(words)
        | Field::Kind(words)
        | Field::Title(words)
        | Field::Reference(words)
        | Field::Responsible(words)
        | Field::OtherServices(words)
        | Field::StaffGroups(words)
        | Field::Stakeholders(words)
        | Field::PublicValue(words)
        | Field::SituationCurrent(words)
        | Field::SituationCriticalPoints(words)
        | Field::BenefitsExpected(words)
        | Field::BenefitsAdvantages(words)
        | Field::MethodActions(words)
        | Field::MethodCosts(words)
        | Field::MethodOverallIndicator(words) => text(words),
    }
}

fn of_indicator(field: &IndicatorField) -> Value {
    use IndicatorField as Field;
    match field {
        Field::Action(action) => maybe(action.as_ref(), |action| Value::Action(action.clone())),
        Field::Kpi(words) => text(words.words()),
        Field::Polarity(polarity) => Value::Polarity(*polarity),
        Field::Baseline(baseline) => maybe(baseline.as_ref(), |baseline| {
            let year = baseline.year.map(|year| format!(" ({year})")).unwrap_or_default();
            Value::Words(format!("{}{year}", baseline.words.words()))
        }),
        Field::Units(units) => several(units.clone(), Value::Units),
        Field::Weight(weight) => maybe(weight.as_ref(), |weight| Value::Weight(weight.value())),
        Field::Code(words)
        | Field::Description(words)
        | Field::Formula(words)
        | Field::UnitOfMeasure(words)
        | Field::Source(words)
        | Field::Frequency(words) => text(words),
    }
}

fn of_cell(field: &CellField) -> Value {
    match field {
        CellField::Target(words) => text(words.words()),
        CellField::TargetReading(reading) => maybe(reading.as_ref(), |reading| Value::Target(reading.clone())),
        CellField::Due(day) => maybe(day.as_ref(), |day| Value::Day(*day)),
        CellField::Result(words) => text(words.words()),
        CellField::ResultReading(reading) => maybe(reading.as_ref(), |reading| Value::Reading(reading.clone())),
        CellField::Checkpoints(taken) => several(taken.clone(), Value::Checkpoints),
        CellField::Standing(standing) => maybe(standing.as_ref(), |standing| Value::Standing(standing.clone())),
        CellField::Judgement(judged) => maybe(judged.as_ref(), |judged| Value::Judgement(judged.clone())),
        CellField::Deviation(cause) => maybe(cause.as_ref(), |cause| Value::Deviation(cause.clone())),
        CellField::Evidence(words) | CellField::Note(words) => text(words),
        CellField::EarlierTargets(earlier) => several(earlier.clone(), Value::Earlier),
    }
}

fn listed<T: crate::plan::Item>(edit: &ListEdit<T>, name: impl Fn(&T) -> String) -> Value {
    match edit {
        ListEdit::Insert { item, .. } => Value::There(name(item)),
        ListEdit::Remove { .. } => Value::Gone,
        ListEdit::Move { to, .. } => Value::Place(to.saturating_add(1)),
    }
}

fn text(words: &str) -> Value {
    if words.trim().is_empty() { Value::Nothing } else { Value::Words(words.to_owned()) }
}

fn maybe<T>(found: Option<&T>, make: impl FnOnce(&T) -> Value) -> Value {
    found.map_or(Value::Nothing, make)
}

fn several<T>(all: Vec<T>, make: impl FnOnce(Vec<T>) -> Value) -> Value {
    if all.is_empty() { Value::Nothing } else { make(all) }
}

fn named(code: &str, title: &str) -> String {
    [code, title].into_iter().filter(|words| !words.trim().is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::merge::Fate;
    use crate::plan::{Objective, Status, Weight};

    #[test]
    fn an_edit_tells_what_it_makes_stand() {
        let year = Year::new(2024).unwrap();
        let objective = |edit| Edit::Objective { objective: "A".into(), edit };
        let cell = |field| {
            let edit = IndicatorEdit::Cell { year, field };
            objective(ObjectiveEdit::Indicator { indicator: "1".into(), edit })
        };
        let standing = Standing { status: Status::ToDefine, reason: String::new(), date: None };
        let mut named = Objective::new("A".into());
        (named.code, named.title) = ("2".into(), "Affido".into());
        for (edit, shown) in [
            (cell(CellField::Result("72 %".into())), Value::Words("72 %".into())),
            (cell(CellField::Result(" ".into())), Value::Nothing),
            (cell(CellField::Due(None)), Value::Nothing),
            (cell(CellField::Standing(Some(standing.clone()))), Value::Standing(standing)),
            (
                objective(ObjectiveEdit::Weight { year, weight: Some(Weight::HUNDRED) }),
                Value::Weight(Decimal::ONE_HUNDRED),
            ),
            (objective(ObjectiveEdit::Field(ObjectiveField::Units(Vec::new()))), Value::Nothing),
            (Edit::Objectives(ListEdit::Remove { id: "A".into() }), Value::Gone),
            (Edit::Objectives(ListEdit::Insert { at: 0, item: named.into() }), Value::There("2 Affido".into())),
        ] {
            assert_eq!(value(&edit), shown);
        }
    }

    #[test]
    fn a_change_tells_what_stood_before_where_something_did() {
        let year = Year::new(2024).unwrap();
        let target = |words: &str| {
            let edit = IndicatorEdit::Cell { year, field: CellField::Target(words.into()) };
            let edit = ObjectiveEdit::Indicator { indicator: "1".into(), edit };
            Edit::Objective { objective: "A".into(), edit }
        };
        let remove = || Edit::Objectives(ListEdit::Remove { id: "A".into() });
        let insert = || Edit::Objectives(ListEdit::Insert { at: 0, item: Objective::new("A".into()).into() });
        let words = |words: &str| Value::Words(words.to_owned());
        for (edit, undo, was, now) in [
            (target("Almeno il 20%"), target("Almeno il 25%"), Some(words("Almeno il 25%")), words("Almeno il 20%")),
            (target("Almeno il 20%"), target(""), None, words("Almeno il 20%")),
            (target(""), target("Almeno il 25%"), Some(words("Almeno il 25%")), Value::Nothing),
            (remove(), insert(), None, Value::Gone),
            (insert(), remove(), None, Value::There(String::new())),
        ] {
            let change = Change { value: edit.path(), edit, undo, fate: Fate::Taken };
            assert_eq!(turn(&change), Turn { was, now });
        }
    }
}
