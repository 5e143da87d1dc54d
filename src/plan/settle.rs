//! Settles a conflict: one edit that makes a version stand and takes the conflict away, and undoes like any other.
//!
//! The plan may have changed since the merge, so a version is fitted to the plan as it is now: what it points at and is gone
//! is left out, what it would change and is gone stays gone.

use std::sync::Arc;

use super::{
    ConflictId, Edit, GoalField, Indicator, IndicatorEdit, IndicatorField, List, ListEdit, Objective, ObjectiveEdit,
    ObjectiveField, ObjectiveId, Plan,
};

/// Which version is to stand once a conflict is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// That of the plan that was merged into.
    Ours,
    /// That of the plan that came in.
    Theirs,
    /// What stood there before either side changed it.
    Base,
    /// What stands there now, whatever it is: for somebody who wrote a third version.
    Present,
}

impl Plan {
    /// Returns the one edit that settles a conflict; none when there is no such conflict, or no base to keep.
    ///
    /// It always applies to this plan, and leaves no pointer that leads nowhere.
    pub fn settlement(&self, conflict: &ConflictId, keep: Keep) -> Option<Edit> {
        let found = self.conflicts.get(conflict)?;
        let version = match keep {
            Keep::Ours => Some(&found.ours.edit),
            Keep::Theirs => Some(&found.theirs.edit),
            Keep::Base => Some(found.base.as_ref()?),
            Keep::Present => None,
        };
        let mut trial = self.clone();
        let mut edits = Vec::new();
        version.into_iter().for_each(|edit| trial.bring_about(edit, &mut edits));
        edits.push(Edit::Conflicts(ListEdit::Remove { id: conflict.clone() }));
        Some(Edit::Several(edits))
    }

    /// Applies as much of an edit as still has a meaning, and notes what changed something.
    fn bring_about(&mut self, edit: &Edit, made: &mut Vec<Edit>) {
        if let Edit::Several(edits) = edit {
            return edits.iter().for_each(|edit| self.bring_about(edit, made));
        }
        let fitted = self.fitted(edit.clone());
        // A refused edit is about something that is gone, and is let go with it.
        if self.apply(fitted.clone()).is_ok_and(|undo| undo != fitted) {
            made.push(fitted);
        }
    }

    /// Leaves out of an edit the pointers that would lead nowhere, and frees what it takes out from pointers to it.
    fn fitted(&self, edit: Edit) -> Edit {
        match edit {
            Edit::Goals(ListEdit::Insert { at, mut item }) => {
                if item.parent.as_ref().is_some_and(|parent| !self.goals.contains(parent)) {
                    Arc::make_mut(&mut item).parent = None;
                }
                Edit::Goals(ListEdit::Insert { at, item })
            }
            Edit::Goals(ListEdit::Remove { id }) => self.removal_of_goal(&id),
            Edit::Goal { goal, field: GoalField::Parent(parent) } => {
                let parent = parent.filter(|parent| self.goals.contains(parent));
                Edit::Goal { goal, field: GoalField::Parent(parent) }
            }
            Edit::Units(ListEdit::Remove { id }) => self.removal_of_unit(&id),
            Edit::Objectives(ListEdit::Insert { at, item }) => {
                Edit::Objectives(ListEdit::Insert { at, item: Arc::new(self.fitted_objective(&item)) })
            }
            Edit::Objective { objective, edit } => self.fitted_within(objective, edit),
            other => other,
        }
    }

    fn fitted_within(&self, objective: ObjectiveId, edit: ObjectiveEdit) -> Edit {
        let found = self.objectives.get(&objective);
        let edit = match edit {
            ObjectiveEdit::Field(ObjectiveField::Goals(mut goals)) => {
                goals.retain(|goal| self.goals.contains(goal));
                ObjectiveEdit::Field(ObjectiveField::Goals(goals))
            }
            ObjectiveEdit::Field(ObjectiveField::Units(mut units)) => {
                units.retain(|unit| self.units.contains(unit));
                ObjectiveEdit::Field(ObjectiveField::Units(units))
            }
            ObjectiveEdit::Actions(ListEdit::Remove { id }) => return self.removal_of_action(&objective, &id),
            ObjectiveEdit::Indicators(ListEdit::Insert { at, item }) => {
                let item = found.map_or_else(|| item.clone(), |found| Arc::new(self.fitted_indicator(found, &item)));
                ObjectiveEdit::Indicators(ListEdit::Insert { at, item })
            }
            ObjectiveEdit::Indicator { indicator, edit: IndicatorEdit::Field(IndicatorField::Action(action)) } => {
                let action = action.filter(|action| found.is_some_and(|found| found.actions.contains(action)));
                ObjectiveEdit::Indicator { indicator, edit: IndicatorEdit::Field(IndicatorField::Action(action)) }
            }
            ObjectiveEdit::Indicator { indicator, edit: IndicatorEdit::Field(IndicatorField::Units(mut units)) } => {
                units.retain(|unit| self.units.contains(unit));
                ObjectiveEdit::Indicator { indicator, edit: IndicatorEdit::Field(IndicatorField::Units(units)) }
            }
            other => other,
        };
        Edit::Objective { objective, edit }
    }

    fn fitted_objective(&self, objective: &Objective) -> Objective {
        let mut fitted = objective.clone();
        fitted.goals.retain(|goal| self.goals.contains(goal));
        fitted.units.retain(|unit| self.units.contains(unit));
        fitted.indicators = List::default();
        for indicator in objective.indicators.iter() {
            // Ids that were distinct stay so.
            let _ = fitted.indicators.push(self.fitted_indicator(objective, indicator));
        }
        fitted
    }

    fn fitted_indicator(&self, objective: &Objective, indicator: &Indicator) -> Indicator {
        let mut fitted = indicator.clone();
        fitted.units.retain(|unit| self.units.contains(unit));
        fitted.action = fitted.action.filter(|action| objective.actions.contains(action));
        fitted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Conflict, Dispute, Goal, Period, Unit, UnitField, Version, Year};

    /// A plan with the office `sociale`, and a conflict about its name.
    fn plan() -> Plan {
        let year = Year::new(2024).unwrap();
        let mut plan = Plan::new("plan".into(), Period::new(year, year).unwrap());
        plan.units.push(Unit { name: "Ufficio".into(), ..Unit::new("sociale".into()) }).unwrap();
        let version = |name: &str| Version { edit: named(name), by: String::new(), on: None };
        let conflict = Conflict {
            id: "units/sociale/name".into(),
            dispute: Dispute::BothChanged,
            base: None,
            ours: version("Ufficio"),
            theirs: version("Servizio sociale"),
        };
        plan.conflicts.push(conflict).unwrap();
        plan
    }

    fn named(name: &str) -> Edit {
        Edit::Unit { unit: "sociale".into(), field: UnitField::Name(name.into()) }
    }

    fn name(plan: &Plan) -> &str {
        plan.units.at(0).map_or("", |unit| &unit.name)
    }

    #[test]
    fn a_conflict_is_settled_by_one_edit_that_undoes() {
        for (keep, stands) in [(Keep::Ours, "Ufficio"), (Keep::Theirs, "Servizio sociale"), (Keep::Present, "Ufficio")]
        {
            let before = plan();
            let mut after = before.clone();
            let undo = after.apply(before.settlement(&"units/sociale/name".into(), keep).unwrap()).unwrap();
            assert_eq!((name(&after), after.conflicts.len()), (stands, 0));
            after.apply(undo).unwrap();
            assert_eq!(after, before);
        }
        assert_eq!(plan().settlement(&"units/sociale/name".into(), Keep::Base), None);
        assert_eq!(plan().settlement(&"units".into(), Keep::Ours), None);
    }

    #[test]
    fn a_third_version_written_meanwhile_gives_way_only_when_somebody_says_so() {
        for (keep, stands) in [(Keep::Ours, "Ufficio"), (Keep::Present, "Area sociale")] {
            let mut plan = plan();
            plan.apply(named("Area sociale")).unwrap();
            plan.apply(plan.settlement(&"units/sociale/name".into(), keep).unwrap()).unwrap();
            assert_eq!(name(&plan), stands);
        }
    }

    #[test]
    fn what_is_gone_meanwhile_stays_gone() {
        let mut plan = plan();
        plan.apply(plan.removal_of_unit(&"sociale".into())).unwrap();
        plan.apply(plan.settlement(&"units/sociale/name".into(), Keep::Theirs).unwrap()).unwrap();
        assert!(plan.units.is_empty() && plan.conflicts.is_empty());
    }

    #[test]
    fn a_goal_comes_back_below_its_parent_or_at_the_root_where_that_is_gone() {
        let goal = Goal { parent: Some("1".into()), ..Goal::new("1.1".into()) };
        for there in [vec![Goal::new("1".into())], vec![]] {
            let mut plan = plan();
            let parent = there.first().map(|goal| goal.id.clone());
            plan.goals = List::try_from(there).unwrap();
            plan.conflicts.get_mut(&"units/sociale/name".into()).unwrap().theirs.edit =
                Edit::Goals(ListEdit::Insert { at: 0, item: goal.clone().into() });
            plan.apply(plan.settlement(&"units/sociale/name".into(), Keep::Theirs).unwrap()).unwrap();
            assert_eq!(plan.goals.get(&"1.1".into()).unwrap().parent, parent);
        }
    }
}
