//! What points at what: goals at their parents, objectives at goals and offices, indicators at actions and offices.
//! A plan never points at something that does not exist; loading and editing both ask here.

use std::collections::HashSet;

use super::{
    ActionId, Edit, Goal, GoalField, GoalId, Indicator, IndicatorEdit, IndicatorField, ListEdit, Objective,
    ObjectiveEdit, ObjectiveField, ObjectiveId, Plan, UnitId,
};

/// A pointer that would lead nowhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReferenceError {
    /// A goal that does not exist.
    #[error("there is no goal {0}")]
    NoGoal(GoalId),
    /// An office that does not exist.
    #[error("there is no unit {0}")]
    NoUnit(UnitId),
    /// An action that the objective does not have.
    #[error("there is no action {0} in its objective")]
    NoAction(ActionId),
    /// A goal that would be its own ancestor.
    #[error("the goal {0} would stand below itself")]
    Cycle(GoalId),
    /// A goal that something still points at.
    #[error("the goal {0} is still in use")]
    GoalInUse(GoalId),
    /// An office that something still points at.
    #[error("the unit {0} is still in use")]
    UnitInUse(UnitId),
    /// An action that an indicator still points at.
    #[error("the action {0} is still in use")]
    ActionInUse(ActionId),
}

impl Plan {
    /// Checks every pointer of the plan.
    ///
    /// # Errors
    /// The first pointer, in the plan's order, that leads nowhere.
    pub fn check_references(&self) -> Result<(), ReferenceError> {
        for goal in self.goals.iter() {
            self.check_parent(&goal.id, goal.parent.as_ref())?;
        }
        self.objectives.iter().try_for_each(|objective| self.check_objective(objective))
    }

    /// Returns the edits that take a goal out together with every pointer to it; the goals below it move up to its parent.
    pub fn removal_of_goal(&self, goal: &GoalId) -> Edit {
        let parent = self.goals.get(goal).and_then(|found| found.parent.clone());
        let below = self
            .goals
            .iter()
            .filter(|other| other.parent.as_ref() == Some(goal))
            .map(|other| Edit::Goal { goal: other.id.clone(), field: GoalField::Parent(parent.clone()) });
        let served = self.objectives.iter().filter(|objective| objective.goals.contains(goal)).map(|objective| {
            let left = objective.goals.iter().filter(|other| *other != goal).cloned().collect();
            objective_field(&objective.id, ObjectiveField::Goals(left))
        });
        let last = Edit::Goals(ListEdit::Remove { id: goal.clone() });
        Edit::Several(below.chain(served).chain([last]).collect())
    }

    /// Returns the edits that take an office out together with every pointer to it.
    pub fn removal_of_unit(&self, unit: &UnitId) -> Edit {
        let left = |units: &[UnitId]| units.iter().filter(|other| *other != unit).cloned().collect::<Vec<_>>();
        let mut edits = Vec::new();
        for objective in self.objectives.iter() {
            if objective.units.contains(unit) {
                edits.push(objective_field(&objective.id, ObjectiveField::Units(left(&objective.units))));
            }
            for indicator in objective.indicators.iter().filter(|indicator| indicator.units.contains(unit)) {
                let field = IndicatorField::Units(left(&indicator.units));
                edits.push(indicator_field(&objective.id, indicator, field));
            }
        }
        edits.push(Edit::Units(ListEdit::Remove { id: unit.clone() }));
        Edit::Several(edits)
    }

    /// Returns the edits that take an action out; its indicators stay, without an action.
    pub fn removal_of_action(&self, objective: &ObjectiveId, action: &ActionId) -> Edit {
        let indicators = self.objectives.get(objective).map(|found| &found.indicators);
        let freed = indicators
            .into_iter()
            .flat_map(|indicators| indicators.iter())
            .filter(|indicator| indicator.action.as_ref() == Some(action))
            .map(|indicator| indicator_field(objective, indicator, IndicatorField::Action(None)));
        let last = Edit::Objective {
            objective: objective.clone(),
            edit: ObjectiveEdit::Actions(ListEdit::Remove { id: action.clone() }),
        };
        Edit::Several(freed.chain([last]).collect())
    }

    /// Checks the pointers that an edit would make or break.
    pub(super) fn check_edit(&self, edit: &Edit) -> Result<(), ReferenceError> {
        match edit {
            Edit::Goals(ListEdit::Insert { item, .. }) => self.check_parent(&item.id, item.parent.as_ref()),
            Edit::Goals(ListEdit::Remove { id }) => self.check_goal_is_free(id),
            Edit::Goal { goal, field: GoalField::Parent(parent) } => self.check_parent(goal, parent.as_ref()),
            Edit::Units(ListEdit::Remove { id }) => self.check_unit_is_free(id),
            Edit::Objectives(ListEdit::Insert { item, .. }) => self.check_objective(item),
            Edit::Objective { objective, edit } => match self.objectives.get(objective) {
                Some(found) => self.check_objective_edit(found, edit),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    fn check_objective_edit(&self, objective: &Objective, edit: &ObjectiveEdit) -> Result<(), ReferenceError> {
        match edit {
            ObjectiveEdit::Field(ObjectiveField::Goals(goals)) => self.check_goals(goals),
            ObjectiveEdit::Field(ObjectiveField::Units(units)) => self.check_units(units),
            ObjectiveEdit::Actions(ListEdit::Remove { id }) => {
                let used = objective.indicators.iter().any(|indicator| indicator.action.as_ref() == Some(id));
                if used { Err(ReferenceError::ActionInUse(id.clone())) } else { Ok(()) }
            }
            ObjectiveEdit::Indicators(ListEdit::Insert { item, .. }) => self.check_indicator(objective, item),
            ObjectiveEdit::Indicator { edit: IndicatorEdit::Field(IndicatorField::Action(action)), .. } => {
                check_action(objective, action.as_ref())
            }
            ObjectiveEdit::Indicator { edit: IndicatorEdit::Field(IndicatorField::Units(units)), .. } => {
                self.check_units(units)
            }
            _ => Ok(()),
        }
    }

    fn check_objective(&self, objective: &Objective) -> Result<(), ReferenceError> {
        self.check_goals(&objective.goals)?;
        self.check_units(&objective.units)?;
        objective.indicators.iter().try_for_each(|indicator| self.check_indicator(objective, indicator))
    }

    fn check_indicator(&self, objective: &Objective, indicator: &Indicator) -> Result<(), ReferenceError> {
        check_action(objective, indicator.action.as_ref())?;
        self.check_units(&indicator.units)
    }

    fn check_goals(&self, goals: &[GoalId]) -> Result<(), ReferenceError> {
        match goals.iter().find(|goal| !self.goals.contains(goal)) {
            Some(goal) => Err(ReferenceError::NoGoal(goal.clone())),
            None => Ok(()),
        }
    }

    fn check_units(&self, units: &[UnitId]) -> Result<(), ReferenceError> {
        match units.iter().find(|unit| !self.units.contains(unit)) {
            Some(unit) => Err(ReferenceError::NoUnit(unit.clone())),
            None => Ok(()),
        }
    }

    fn check_parent(&self, goal: &GoalId, parent: Option<&GoalId>) -> Result<(), ReferenceError> {
        let mut seen = HashSet::from([goal]);
        let mut next = parent;
        while let Some(id) = next {
            if !seen.insert(id) {
                return Err(ReferenceError::Cycle(goal.clone()));
            }
            next = self.goals.get(id).ok_or_else(|| ReferenceError::NoGoal(id.clone()))?.parent.as_ref();
        }
        Ok(())
    }

    fn check_goal_is_free(&self, goal: &GoalId) -> Result<(), ReferenceError> {
        let used = self.goals.iter().any(|other: &std::sync::Arc<Goal>| other.parent.as_ref() == Some(goal))
            || self.objectives.iter().any(|objective| objective.goals.contains(goal));
        if used { Err(ReferenceError::GoalInUse(goal.clone())) } else { Ok(()) }
    }

    fn check_unit_is_free(&self, unit: &UnitId) -> Result<(), ReferenceError> {
        let used = self.objectives.iter().any(|objective| {
            objective.units.contains(unit) || objective.indicators.iter().any(|found| found.units.contains(unit))
        });
        if used { Err(ReferenceError::UnitInUse(unit.clone())) } else { Ok(()) }
    }
}

fn check_action(objective: &Objective, action: Option<&ActionId>) -> Result<(), ReferenceError> {
    match action.filter(|action| !objective.actions.contains(action)) {
        Some(action) => Err(ReferenceError::NoAction(action.clone())),
        None => Ok(()),
    }
}

fn objective_field(objective: &ObjectiveId, field: ObjectiveField) -> Edit {
    Edit::Objective { objective: objective.clone(), edit: ObjectiveEdit::Field(field) }
}

fn indicator_field(objective: &ObjectiveId, indicator: &Indicator, field: IndicatorField) -> Edit {
    Edit::Objective {
        objective: objective.clone(),
        edit: ObjectiveEdit::Indicator { indicator: indicator.id.clone(), edit: IndicatorEdit::Field(field) },
    }
}
