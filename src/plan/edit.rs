//! The only door through which a plan changes.
//!
//! Undo, the journal and the revision log all live on one law: `plan.apply(e)` returns `e⁻¹`, and applying that gives the
//! very plan there was before. A refused edit leaves the plan as it was.

use serde::{Deserialize, Serialize};

use super::blank::without_blanks;
use super::{
    Action, ActionField, ActionId, Cell, CellField, Cells, Conflict, Goal, GoalField, GoalId, Indicator,
    IndicatorField, IndicatorId, ListEdit, ListError, Objective, ObjectiveField, ObjectiveId, OtherObjective, Part,
    PartField, PartId, Plan, PlanField, ReferenceError, Scenario, ScenarioField, ScenarioId, Section, SectionField,
    SectionId, Unit, UnitField, UnitId, Weight, Year,
};

/// A change to a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Edit {
    /// Sets a field of the plan itself.
    Plan(PlanField),
    /// Changes the list of goals.
    Goals(ListEdit<Goal>),
    /// Sets a field of a goal.
    Goal {
        /// Which.
        goal: GoalId,
        /// To what.
        field: GoalField,
    },
    /// Changes the list of offices.
    Units(ListEdit<Unit>),
    /// Sets a field of an office.
    Unit {
        /// Which.
        unit: UnitId,
        /// To what.
        field: UnitField,
    },
    /// Changes the list of sections.
    Sections(ListEdit<Section>),
    /// Sets a field of a section.
    Section {
        /// Which.
        section: SectionId,
        /// To what.
        field: SectionField,
    },
    /// Changes the list of objectives.
    Objectives(ListEdit<Objective>),
    /// Changes one objective.
    Objective {
        /// Which.
        objective: ObjectiveId,
        /// How.
        edit: ObjectiveEdit,
    },
    /// Changes the list of what-ifs.
    Scenarios(ListEdit<Scenario>),
    /// Changes one what-if.
    Scenario {
        /// Which.
        scenario: ScenarioId,
        /// How.
        edit: ScenarioEdit,
    },
    /// Changes the list of conflicts that wait to be settled.
    Conflicts(ListEdit<Conflict>),
    /// Makes several changes as one step, all or none.
    Several(Vec<Edit>),
}

/// A change within one objective.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ObjectiveEdit {
    /// Sets a field of the objective.
    Field(ObjectiveField),
    /// Sets its share of the plan in one year; none: it has no weight of its own.
    Weight {
        /// Which year.
        year: Year,
        /// To what.
        weight: Option<Weight>,
    },
    /// Changes the list of actions.
    Actions(ListEdit<Action>),
    /// Sets a field of an action.
    Action {
        /// Which.
        action: ActionId,
        /// To what.
        field: ActionField,
    },
    /// Changes the list of indicators.
    Indicators(ListEdit<Indicator>),
    /// Changes one indicator.
    Indicator {
        /// Which.
        indicator: IndicatorId,
        /// How.
        edit: IndicatorEdit,
    },
}

/// A change within one indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum IndicatorEdit {
    /// Sets a field of the indicator.
    Field(IndicatorField),
    /// Sets a field of one of its years.
    Cell {
        /// Which year.
        year: Year,
        /// To what.
        field: CellField,
    },
    /// Changes the list of parts.
    Parts(ListEdit<Part>),
    /// Changes one part.
    Part {
        /// Which.
        part: PartId,
        /// How.
        edit: PartEdit,
    },
}

/// A change within one part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PartEdit {
    /// Sets a field of the part.
    Field(PartField),
    /// Sets a field of one of its years.
    Cell {
        /// Which year.
        year: Year,
        /// To what.
        field: CellField,
    },
}

/// A change within one what-if.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ScenarioEdit {
    /// Sets a field of the what-if.
    Field(ScenarioField),
    /// Says something else of one objective, whether or not the plan has it; nothing when blank.
    Objective {
        /// Which.
        objective: ObjectiveId,
        /// What.
        other: OtherObjective,
    },
}

/// Why an edit was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// What was to be changed is gone.
    #[error("nothing has the id {0}")]
    Missing(String),
    /// What was to be put in is there already.
    #[error("the id {0} is there already")]
    Duplicate(String),
    /// The plan would point at something that does not exist.
    #[error(transparent)]
    Reference(#[from] ReferenceError),
}

impl From<ListError> for EditError {
    fn from(error: ListError) -> Self {
        match error {
            ListError::Missing(id) => Self::Missing(id),
            ListError::Duplicate(id) => Self::Duplicate(id),
        }
    }
}

impl Plan {
    /// Makes a change and returns the one that undoes it. A refused change leaves the plan as it was.
    ///
    /// # Errors
    /// What the edit names is missing or already there, or the plan would point at something that does not exist.
    pub fn apply(&mut self, edit: Edit) -> Result<Edit, EditError> {
        self.check_edit(&edit)?;
        match edit {
            Edit::Plan(field) => Ok(Edit::Plan(self.put(field))),
            Edit::Goals(edit) => Ok(Edit::Goals(self.goals.apply(edit)?)),
            Edit::Goal { goal, field } => {
                let field = self.goals.get_mut(&goal).ok_or_else(|| missing(&goal))?.put(field);
                Ok(Edit::Goal { goal, field })
            }
            Edit::Units(edit) => Ok(Edit::Units(self.units.apply(edit)?)),
            Edit::Unit { unit, field } => {
                let field = self.units.get_mut(&unit).ok_or_else(|| missing(&unit))?.put(field);
                Ok(Edit::Unit { unit, field })
            }
            Edit::Sections(edit) => Ok(Edit::Sections(self.sections.apply(edit)?)),
            Edit::Section { section, field } => {
                let field = self.sections.get_mut(&section).ok_or_else(|| missing(&section))?.put(field);
                Ok(Edit::Section { section, field })
            }
            Edit::Objectives(edit) => Ok(Edit::Objectives(self.objectives.apply(without_blanks(edit))?)),
            Edit::Objective { objective, edit } => {
                let edit = self.objectives.get_mut(&objective).ok_or_else(|| missing(&objective))?.apply(edit)?;
                Ok(Edit::Objective { objective, edit })
            }
            Edit::Scenarios(edit) => Ok(Edit::Scenarios(self.scenarios.apply(edit)?)),
            Edit::Scenario { scenario, edit } => {
                let edit = self.scenarios.get_mut(&scenario).ok_or_else(|| missing(&scenario))?.apply(edit);
                Ok(Edit::Scenario { scenario, edit })
            }
            Edit::Conflicts(edit) => Ok(Edit::Conflicts(self.conflicts.apply(edit)?)),
            Edit::Several(edits) => self.apply_all(edits),
        }
    }

    fn apply_all(&mut self, edits: Vec<Edit>) -> Result<Edit, EditError> {
        let mut undo = Vec::with_capacity(edits.len());
        for edit in edits {
            match self.apply(edit) {
                Ok(inverse) => undo.push(inverse),
                Err(error) => {
                    // The inverse of an edit just made always applies.
                    while let Some(inverse) = undo.pop() {
                        self.apply(inverse)?;
                    }
                    return Err(error);
                }
            }
        }
        undo.reverse();
        Ok(Edit::Several(undo))
    }
}

impl Scenario {
    fn apply(&mut self, edit: ScenarioEdit) -> ScenarioEdit {
        match edit {
            ScenarioEdit::Field(field) => ScenarioEdit::Field(self.put(field)),
            ScenarioEdit::Objective { objective, other } => {
                let other = self.objectives.put(objective.clone(), other);
                ScenarioEdit::Objective { objective, other }
            }
        }
    }
}

impl Objective {
    fn apply(&mut self, edit: ObjectiveEdit) -> Result<ObjectiveEdit, EditError> {
        match edit {
            ObjectiveEdit::Field(field) => Ok(ObjectiveEdit::Field(self.put(field))),
            ObjectiveEdit::Weight { year, weight } => {
                let before = match weight {
                    Some(weight) => self.weights.insert(year, weight),
                    None => self.weights.remove(&year),
                };
                Ok(ObjectiveEdit::Weight { year, weight: before })
            }
            ObjectiveEdit::Actions(edit) => Ok(ObjectiveEdit::Actions(self.actions.apply(edit)?)),
            ObjectiveEdit::Action { action, field } => {
                let field = self.actions.get_mut(&action).ok_or_else(|| missing(&action))?.put(field);
                Ok(ObjectiveEdit::Action { action, field })
            }
            ObjectiveEdit::Indicators(edit) => {
                Ok(ObjectiveEdit::Indicators(self.indicators.apply(without_blanks(edit))?))
            }
            ObjectiveEdit::Indicator { indicator, edit } => {
                let edit = self.indicators.get_mut(&indicator).ok_or_else(|| missing(&indicator))?.apply(edit)?;
                Ok(ObjectiveEdit::Indicator { indicator, edit })
            }
        }
    }
}

impl Indicator {
    pub(super) fn apply(&mut self, edit: IndicatorEdit) -> Result<IndicatorEdit, EditError> {
        match edit {
            IndicatorEdit::Field(field) => Ok(IndicatorEdit::Field(self.put(field))),
            IndicatorEdit::Cell { year, field } => {
                Ok(IndicatorEdit::Cell { year, field: put_cell(&mut self.cells, year, field) })
            }
            IndicatorEdit::Parts(edit) => Ok(IndicatorEdit::Parts(self.parts.apply(without_blanks(edit))?)),
            IndicatorEdit::Part { part, edit } => {
                let found = self.parts.get_mut(&part).ok_or_else(|| missing(&part))?;
                let edit = match edit {
                    PartEdit::Field(field) => PartEdit::Field(found.put(field)),
                    PartEdit::Cell { year, field } => {
                        PartEdit::Cell { year, field: put_cell(&mut found.cells, year, field) }
                    }
                };
                Ok(IndicatorEdit::Part { part, edit })
            }
        }
    }
}

/// Sets a field of a year's cell; a cell comes into being with its first field and goes with its last.
fn put_cell(cells: &mut Cells, year: Year, field: CellField) -> CellField {
    let mut cell: Cell = cells.remove(&year).unwrap_or_default();
    let before = cell.put(field);
    if !cell.is_blank() {
        cells.insert(year, cell);
    }
    before
}

fn missing(id: &impl ToString) -> EditError {
    EditError::Missing(id.to_string())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::plan::{List, Period};

    fn year(number: i32) -> Year {
        Year::new(number).unwrap()
    }

    /// Objectives `A`, `B` and `C`, each with the indicators `i` and `j`.
    fn plan() -> Plan {
        let mut plan = Plan::new("plan".into(), Period::new(year(2024), year(2026)).unwrap());
        for id in ["A", "B", "C"] {
            let mut objective = Objective::new(id.into());
            objective.indicators =
                List::try_from(vec![Indicator::new("i".into()), Indicator::new("j".into())]).unwrap();
            plan.objectives.push(objective).unwrap();
        }
        plan
    }

    fn note(objective: &str, indicator: &str, text: &str) -> Edit {
        Edit::Objective {
            objective: objective.into(),
            edit: ObjectiveEdit::Indicator {
                indicator: indicator.into(),
                edit: IndicatorEdit::Cell { year: year(2024), field: CellField::Note(text.into()) },
            },
        }
    }

    #[test]
    fn an_edit_copies_one_objective_and_shares_the_rest() {
        let before = plan();
        let mut after = before.clone();
        after.apply(note("B", "i", "x")).unwrap();

        let (b, edited) = (before.objectives.at(1).unwrap(), after.objectives.at(1).unwrap());
        assert!(!Arc::ptr_eq(b, edited));
        assert!(Arc::ptr_eq(b.indicators.at(1).unwrap(), edited.indicators.at(1).unwrap()));
        for place in [0, 2] {
            assert!(Arc::ptr_eq(before.objectives.at(place).unwrap(), after.objectives.at(place).unwrap()));
        }
    }

    #[test]
    fn an_edit_of_what_is_gone_is_refused() {
        let before = plan();
        let mut after = before.clone();
        assert_eq!(after.apply(note("B", "x", "x")), Err(EditError::Missing("x".into())));
        assert_eq!(after.apply(note("X", "i", "x")), Err(EditError::Missing("X".into())));
        let twice = ListEdit::Insert { at: 0, item: Arc::new(Objective::new("A".into())) };
        assert_eq!(after.apply(Edit::Objectives(twice)), Err(EditError::Duplicate("A".into())));
        assert_eq!(after, before);
    }

    #[test]
    fn several_edits_are_made_all_or_none() {
        let before = plan();
        let mut plan = before.clone();
        let some = vec![note("A", "i", "x"), note("A", "i", "y"), note("C", "x", "z")];
        assert_eq!(plan.apply(Edit::Several(some)), Err(EditError::Missing("x".into())));
        assert_eq!(plan, before);

        let undo = plan.apply(Edit::Several(vec![note("A", "i", "x"), note("A", "i", "y")])).unwrap();
        assert_eq!(undo, Edit::Several(vec![note("A", "i", "x"), note("A", "i", "")]));
        plan.apply(undo).unwrap();
        assert_eq!(plan, before);
    }

    #[test]
    fn a_cell_comes_with_its_first_field_and_goes_with_its_last() {
        let mut plan = plan();
        let cells = |plan: &Plan| plan.objectives.at(0).unwrap().indicators.at(0).unwrap().cells.len();
        plan.apply(note("A", "i", "x")).unwrap();
        assert_eq!(cells(&plan), 1);
        plan.apply(note("A", "i", "")).unwrap();
        assert_eq!(cells(&plan), 0);
    }
}
