//! Where an edit belongs: which record, in which year, and what of it.

use crate::plan::{
    ActionId, Edit, GoalId, IndicatorEdit, IndicatorId, Item, ListEdit, ObjectiveEdit, ObjectiveId, PartEdit, PartId,
    ScenarioEdit, ScenarioId, SectionId, UnitId, Year,
};

/// A record of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Record {
    /// The plan itself.
    Plan,
    /// A goal.
    Goal(GoalId),
    /// An office.
    Unit(UnitId),
    /// A narrative section.
    Section(SectionId),
    /// A what-if.
    Scenario(ScenarioId),
    /// An objective.
    Objective(ObjectiveId),
    /// An action of an objective.
    Action(ObjectiveId, ActionId),
    /// An indicator of an objective.
    Indicator(ObjectiveId, IndicatorId),
    /// A part of an indicator.
    Part(ObjectiveId, IndicatorId, PartId),
}

/// What of a record an edit changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// One of its fields, named as the file writes it.
    Field(&'static str),
    /// Whether it is there at all.
    Presence,
    /// Its place among its siblings.
    Order,
}

/// Where an edit belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Which record.
    pub record: Record,
    /// In which year; none: whatever the year.
    pub year: Option<Year>,
    /// What of it.
    pub facet: Facet,
}

impl Record {
    /// Returns the objective in which it stands, or that it is.
    pub fn objective(&self) -> Option<&ObjectiveId> {
        match self {
            Self::Objective(objective)
            | Self::Action(objective, _)
            | Self::Indicator(objective, _)
            | Self::Part(objective, ..) => Some(objective),
            Self::Plan | Self::Goal(_) | Self::Unit(_) | Self::Section(_) | Self::Scenario(_) => None,
        }
    }
}

/// Returns where a single edit belongs; none for conflicts, which are told by what they are about, and for several at once.
pub fn spot(edit: &Edit) -> Option<Spot> {
    let field = |record, name| Spot { record, year: None, facet: Facet::Field(name) };
    Some(match edit {
        Edit::Plan(changed) => field(Record::Plan, changed.name()),
        Edit::Goals(edit) => listed(edit, Record::Goal),
        Edit::Goal { goal, field: changed } => field(Record::Goal(goal.clone()), changed.name()),
        Edit::Units(edit) => listed(edit, Record::Unit),
        Edit::Unit { unit, field: changed } => field(Record::Unit(unit.clone()), changed.name()),
        Edit::Sections(edit) => listed(edit, Record::Section),
        Edit::Section { section, field: changed } => field(Record::Section(section.clone()), changed.name()),
        Edit::Objectives(edit) => listed(edit, Record::Objective),
        Edit::Objective { objective, edit } => within(objective, edit),
        Edit::Scenarios(edit) => listed(edit, Record::Scenario),
        Edit::Scenario { scenario, edit } => {
            let name = match edit {
                ScenarioEdit::Field(changed) => changed.name(),
                ScenarioEdit::Objective { .. } => "objectives",
            };
            field(Record::Scenario(scenario.clone()), name)
        }
        Edit::Conflicts(_) | Edit::Several(_) => return None,
    })
}

/// Returns the single edits in an edit, each with where it belongs.
pub fn spots(edit: &Edit) -> Vec<(Spot, &Edit)> {
    match edit {
        Edit::Several(edits) => edits.iter().flat_map(spots).collect(),
        single => spot(single).map(|spot| (spot, single)).into_iter().collect(),
    }
}

fn listed<T: Item>(edit: &ListEdit<T>, record: impl Fn(T::Id) -> Record) -> Spot {
    let (id, facet) = match edit {
        ListEdit::Insert { item, .. } => (item.id(), Facet::Presence),
        ListEdit::Remove { id } => (id, Facet::Presence),
        ListEdit::Move { id, .. } => (id, Facet::Order),
    };
    Spot { record: record(id.clone()), year: None, facet }
}

fn within(objective: &ObjectiveId, edit: &ObjectiveEdit) -> Spot {
    let spot = |record, year, name| Spot { record, year, facet: Facet::Field(name) };
    match edit {
        ObjectiveEdit::Field(field) => spot(Record::Objective(objective.clone()), None, field.name()),
        ObjectiveEdit::Weight { year, .. } => spot(Record::Objective(objective.clone()), Some(*year), "weight"),
        ObjectiveEdit::Actions(edit) => listed(edit, |id| Record::Action(objective.clone(), id)),
        ObjectiveEdit::Action { action, field } => {
            spot(Record::Action(objective.clone(), action.clone()), None, field.name())
        }
        ObjectiveEdit::Indicators(edit) => listed(edit, |id| Record::Indicator(objective.clone(), id)),
        ObjectiveEdit::Indicator { indicator, edit } => {
            let record = Record::Indicator(objective.clone(), indicator.clone());
            match edit {
                IndicatorEdit::Field(field) => spot(record, None, field.name()),
                IndicatorEdit::Cell { year, field } => spot(record, Some(*year), field.name()),
                IndicatorEdit::Parts(edit) => listed(edit, |id| Record::Part(objective.clone(), indicator.clone(), id)),
                IndicatorEdit::Part { part, edit } => {
                    let record = Record::Part(objective.clone(), indicator.clone(), part.clone());
                    match edit {
                        PartEdit::Field(field) => spot(record, None, field.name()),
                        PartEdit::Cell { year, field } => spot(record, Some(*year), field.name()),
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{CellField, Objective, Unit, Weight};

    #[test]
    fn an_edit_tells_its_record_its_year_and_what_of_it() {
        let year = Year::new(2024).unwrap();
        let objective = |edit| Edit::Objective { objective: "A".into(), edit };
        let result = objective(ObjectiveEdit::Indicator {
            indicator: "1".into(),
            edit: IndicatorEdit::Cell { year, field: CellField::Result("3".into()) },
        });
        let put_in = Edit::Objectives(ListEdit::Insert { at: 0, item: Objective::new("A".into()).into() });
        let weight = objective(ObjectiveEdit::Weight { year, weight: Some(Weight::HUNDRED) });
        let moved = Edit::Units(ListEdit::<Unit>::Move { id: "u".into(), to: 0 });
        for (edit, record, in_year, facet) in [
            (&result, Record::Indicator("A".into(), "1".into()), Some(year), Facet::Field("result")),
            (&put_in, Record::Objective("A".into()), None, Facet::Presence),
            (&weight, Record::Objective("A".into()), Some(year), Facet::Field("weight")),
            (&moved, Record::Unit("u".into()), None, Facet::Order),
        ] {
            assert_eq!(spot(edit), Some(Spot { record, year: in_year, facet }));
        }
        let both = Edit::Several(vec![result.clone(), Edit::Several(vec![weight, moved])]);
        assert_eq!(spots(&both).len(), 3);
        assert_eq!(spot(&both), None);
    }
}
