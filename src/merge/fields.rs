//! Which fields of a record are one value together, and which belong to a value of the whole group of siblings.

use crate::plan::{
    Action, ActionId, Cell, CellField, Fields, Goal, GoalId, Indicator, IndicatorField, IndicatorId, Item, Objective,
    ObjectiveField, ObjectiveId, Part, PartField, PartId, Plan, Scenario, ScenarioId, Section, SectionId, Unit, UnitId,
};

/// A record that merges field by field.
pub(super) trait Merges: Fields + Clone {
    /// Returns the fields that are one value with `field`, itself among them, as they stand here; none when the field is
    /// merged with those of its siblings.
    fn together(&self, field: &Self::Field) -> Vec<Self::Field> {
        vec![self.same(field)]
    }
}

impl Merges for Plan {}
impl Merges for Goal {}
impl Merges for Unit {}
impl Merges for Scenario {}
impl Merges for Section {}
impl Merges for Action {}

impl Merges for Objective {
    fn together(&self, field: &ObjectiveField) -> Vec<ObjectiveField> {
        if matches!(field, ObjectiveField::Weights(_)) { Vec::new() } else { vec![self.same(field)] }
    }
}

impl Merges for Indicator {
    fn together(&self, field: &IndicatorField) -> Vec<IndicatorField> {
        if matches!(field, IndicatorField::Weight(_)) { Vec::new() } else { vec![self.same(field)] }
    }
}

impl Merges for Part {
    fn together(&self, field: &PartField) -> Vec<PartField> {
        if matches!(field, PartField::Weight(_)) { Vec::new() } else { vec![self.same(field)] }
    }
}

impl Merges for Cell {
    fn together(&self, field: &CellField) -> Vec<CellField> {
        match field {
            CellField::Target(_) | CellField::TargetReading(_) | CellField::EarlierTargets(_) => vec![
                CellField::Target(self.target.clone()),
                CellField::TargetReading(self.target_reading.clone()),
                CellField::EarlierTargets(self.earlier_targets.clone()),
            ],
            CellField::Result(_) | CellField::ResultReading(_) => {
                vec![CellField::Result(self.result.clone()), CellField::ResultReading(self.result_reading.clone())]
            }
            other => vec![self.same(other)],
        }
    }
}

/// A record of a list, which both sides may add.
pub(super) trait Listed: Item + PartialEq {
    /// Returns the record with nothing written in it: the base of one that both sides added.
    fn blank(id: Self::Id) -> Self;
}

macro_rules! listed {
    ($($record:ident $id:ident),* $(,)?) => {$(
        impl Listed for $record {
            fn blank(id: $id) -> Self {
                Self::new(id)
            }
        }
    )*};
}

listed!(
    Goal GoalId,
    Unit UnitId,
    Scenario ScenarioId,
    Section SectionId,
    Objective ObjectiveId,
    Action ActionId,
    Indicator IndicatorId,
    Part PartId,
);
