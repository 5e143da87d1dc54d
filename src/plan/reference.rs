//! What points at what: goals at their parents, objectives at goals and offices, indicators at actions and offices.
//! A plan never points at something that does not exist; loading and editing both ask here.

use std::collections::HashSet;
use std::hash::Hash;

use super::{
    ActionId, Edit, GoalField, GoalId, Indicator, IndicatorEdit, IndicatorField, ListEdit, Objective, ObjectiveEdit,
    ObjectiveField, ObjectiveId, Plan, UnitId,
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
    /// A goal that would stand deeper than [`Plan::MOST_LEVELS`].
    #[error("the goal {0} would stand deeper than {most} levels", most = Plan::MOST_LEVELS)]
    TooDeep(GoalId),
    /// A goal named twice by one objective, which would count twice towards it.
    #[error("the goal {0} is named twice")]
    GoalTwice(GoalId),
    /// An office named twice by one objective or indicator.
    #[error("the unit {0} is named twice")]
    UnitTwice(UnitId),
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
    /// How many goals may stand above one another; the deepest of the real trees has four.
    pub const MOST_LEVELS: usize = 64;

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
        if let Some(goal) = goals.iter().find(|goal| !self.goals.contains(goal)) {
            return Err(ReferenceError::NoGoal(goal.clone()));
        }
        named_once(goals).map_err(|goal| ReferenceError::GoalTwice(goal.clone()))
    }

    fn check_units(&self, units: &[UnitId]) -> Result<(), ReferenceError> {
        if let Some(unit) = units.iter().find(|unit| !self.units.contains(unit)) {
            return Err(ReferenceError::NoUnit(unit.clone()));
        }
        named_once(units).map_err(|unit| ReferenceError::UnitTwice(unit.clone()))
    }

    fn check_parent(&self, goal: &GoalId, parent: Option<&GoalId>) -> Result<(), ReferenceError> {
        let mut seen = HashSet::from([goal]);
        let mut next = parent;
        while let Some(id) = next {
            // The one met again is on the circle; a goal that only hangs below it is not to blame.
            if !seen.insert(id) {
                return Err(ReferenceError::Cycle(id.clone()));
            }
            if seen.len() > Self::MOST_LEVELS {
                return Err(ReferenceError::TooDeep(goal.clone()));
            }
            next = self.goals.get(id).ok_or_else(|| ReferenceError::NoGoal(id.clone()))?.parent.as_ref();
        }
        Ok(())
    }

    fn check_goal_is_free(&self, goal: &GoalId) -> Result<(), ReferenceError> {
        let used = self.goals.iter().any(|other| other.parent.as_ref() == Some(goal))
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

/// Checks that no id comes twice, or returns the first that does.
fn named_once<I: Eq + Hash>(ids: &[I]) -> Result<(), &I> {
    let mut seen = HashSet::with_capacity(ids.len());
    ids.iter().find(|id| !seen.insert(*id)).map_or(Ok(()), Err)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Action, Goal, List, Period, Unit, Year};

    /// A goal tree `1 → 1.1 → 1.1.1`, two offices, an objective that serves `1.1` and `1.1.1`.
    fn plan() -> Plan {
        let year = Year::new(2024).unwrap();
        let mut plan = Plan::new("plan".into(), Period::new(year, year).unwrap());
        for (id, parent) in [("1", None), ("1.1", Some("1")), ("1.1.1", Some("1.1"))] {
            let mut goal = Goal::new(id.into());
            goal.parent = parent.map(GoalId::from);
            plan.goals.push(goal).unwrap();
        }
        plan.units = List::try_from(vec![Unit::new("sociale".into()), Unit::new("minori".into())]).unwrap();
        let mut objective = Objective::new("A".into());
        objective.goals = vec!["1.1".into(), "1.1.1".into()];
        objective.units = vec!["sociale".into(), "minori".into()];
        objective.actions.push(Action::new("a".into())).unwrap();
        let mut indicator = Indicator::new("i".into());
        indicator.action = Some("a".into());
        indicator.units = vec!["sociale".into()];
        objective.indicators.push(indicator).unwrap();
        plan.objectives.push(objective).unwrap();
        plan
    }

    fn objective(plan: &Plan) -> &Objective {
        plan.objectives.at(0).unwrap()
    }

    #[test]
    fn every_pointer_that_leads_nowhere_is_named() {
        let field = |field| objective_field(&"A".into(), field);
        let indicator = Indicator::new("i".into());
        let of_indicator = |field| indicator_field(&"A".into(), &indicator, field);
        let parent =
            |goal: &str, parent: &str| Edit::Goal { goal: goal.into(), field: GoalField::Parent(Some(parent.into())) };
        let action = ObjectiveEdit::Actions(ListEdit::Remove { id: "a".into() });
        for (edit, error) in [
            (field(ObjectiveField::Goals(vec!["9".into()])), ReferenceError::NoGoal("9".into())),
            (field(ObjectiveField::Goals(vec!["1".into(); 2])), ReferenceError::GoalTwice("1".into())),
            (field(ObjectiveField::Units(vec!["x".into()])), ReferenceError::NoUnit("x".into())),
            (field(ObjectiveField::Units(vec!["minori".into(); 2])), ReferenceError::UnitTwice("minori".into())),
            (of_indicator(IndicatorField::Units(vec!["x".into()])), ReferenceError::NoUnit("x".into())),
            (of_indicator(IndicatorField::Action(Some("b".into()))), ReferenceError::NoAction("b".into())),
            (parent("1", "1"), ReferenceError::Cycle("1".into())),
            (parent("1", "1.1.1"), ReferenceError::Cycle("1".into())),
            (parent("1", "9"), ReferenceError::NoGoal("9".into())),
            (Edit::Goals(ListEdit::Remove { id: "1".into() }), ReferenceError::GoalInUse("1".into())),
            (Edit::Goals(ListEdit::Remove { id: "1.1.1".into() }), ReferenceError::GoalInUse("1.1.1".into())),
            (Edit::Units(ListEdit::Remove { id: "minori".into() }), ReferenceError::UnitInUse("minori".into())),
            (Edit::Objective { objective: "A".into(), edit: action }, ReferenceError::ActionInUse("a".into())),
        ] {
            assert_eq!(plan().check_edit(&edit), Err(error), "{edit:?}");
        }
    }

    #[test]
    fn a_plan_read_as_a_whole_answers_for_its_pointers_too() {
        assert_eq!(plan().check_references(), Ok(()));

        let mut cyclic = plan();
        cyclic.goals.get_mut(&"1".into()).unwrap().parent = Some("1.1.1".into());
        assert_eq!(cyclic.check_references(), Err(ReferenceError::Cycle("1".into())));

        let mut below = plan();
        below.goals.get_mut(&"1".into()).unwrap().parent = Some("1.1.1".into());
        below.goals.get_mut(&"1.1".into()).unwrap().parent = None;
        below.goals.get_mut(&"1.1.1".into()).unwrap().parent = Some("1.1.1".into());
        assert_eq!(below.check_references(), Err(ReferenceError::Cycle("1.1.1".into())), "1 only hangs below it");

        let mut officeless = plan();
        officeless.units = List::default();
        assert_eq!(officeless.check_references(), Err(ReferenceError::NoUnit("sociale".into())));
    }

    #[test]
    fn a_goal_goes_with_its_pointers_and_its_children_move_up() {
        let (before, mut plan) = (plan(), plan());
        let undo = plan.apply(plan.removal_of_goal(&"1.1".into())).unwrap();
        assert!(!plan.goals.contains(&"1.1".into()));
        assert_eq!(plan.goals.get(&"1.1.1".into()).unwrap().parent, Some("1".into()));
        assert_eq!(objective(&plan).goals, ["1.1.1".into()]);
        assert_eq!(plan.check_references(), Ok(()));
        plan.apply(undo).unwrap();
        assert_eq!(plan, before);
    }

    #[test]
    fn an_office_goes_with_its_pointers() {
        let (before, mut plan) = (plan(), plan());
        let undo = plan.apply(plan.removal_of_unit(&"sociale".into())).unwrap();
        assert_eq!(objective(&plan).units, ["minori".into()]);
        assert!(objective(&plan).indicators.at(0).unwrap().units.is_empty());
        assert_eq!(plan.check_references(), Ok(()));
        plan.apply(undo).unwrap();
        assert_eq!(plan, before);
    }

    #[test]
    fn an_action_goes_and_its_indicators_stay() {
        let (before, mut plan) = (plan(), plan());
        let undo = plan.apply(plan.removal_of_action(&"A".into(), &"a".into())).unwrap();
        assert!(objective(&plan).actions.is_empty());
        assert_eq!(objective(&plan).indicators.at(0).unwrap().action, None);
        plan.apply(undo).unwrap();
        assert_eq!(plan, before);
    }

    #[test]
    fn what_is_not_there_cannot_be_taken_out() {
        let (before, mut plan) = (plan(), plan());
        for removal in [
            plan.removal_of_goal(&"9".into()),
            plan.removal_of_unit(&"x".into()),
            plan.removal_of_action(&"A".into(), &"b".into()),
            plan.removal_of_action(&"B".into(), &"a".into()),
        ] {
            assert!(plan.apply(removal).is_err());
            assert_eq!(plan, before);
        }
    }
}
