//! Changing the open plan, and taking changes back.

use leptos::prelude::*;

use super::module::module;
use super::{History, Notice, Problem, Workspace, history};
use crate::file::fitted;
use crate::plan::{
    Edit, IndicatorEdit, IndicatorField, IndicatorId, ObjectiveEdit, ObjectiveField, ObjectiveId, PlanField,
};
use crate::storage::Step;

impl Workspace {
    /// Makes an edit; it can be undone and is on its way to the archive when this returns.
    pub fn edit(self, edit: Edit) {
        self.make(edit);
    }

    /// Makes an edit; false when it was refused, which is said on the screen: by the plan, or because a copy made for an
    /// office leaves the rest to others.
    pub(super) fn make(self, edit: Edit) -> bool {
        if !self.may_untracked(&edit) {
            self.notices().show(Notice::Problem(Problem::OutsideScope));
            return false;
        }
        self.make_anyhow(edit)
    }

    /// Makes an edit whatever the scope: what came from home may change all of it.
    pub(super) fn make_anyhow(self, edit: Edit) -> bool {
        let edit = match fitted(edit) {
            Ok(edit) => edit,
            Err(too_long) => {
                self.notices().show(Notice::Problem(Problem::TooLong(too_long)));
                return false;
            }
        };
        let inverse = self.apply(Step::Made, edit);
        let is_made = inverse.is_some();
        if let Some(inverse) = inverse {
            self.history.update(|history| history.made(inverse));
        }
        is_made
    }

    /// Takes something out and says so, with *undo* beside it.
    pub fn remove(self, what: String, edit: Edit) {
        if self.make(edit) {
            self.notices().show(Notice::Removed(what));
        }
    }

    /// Sets a field of the plan itself.
    pub fn set_plan(self, field: PlanField) {
        self.edit(Edit::Plan(field));
    }

    /// Changes an objective.
    pub fn edit_objective(self, objective: &ObjectiveId, edit: ObjectiveEdit) {
        self.edit(Edit::Objective { objective: objective.clone(), edit });
    }

    /// Sets a field of an objective.
    pub fn set_objective(self, objective: &ObjectiveId, field: ObjectiveField) {
        self.edit_objective(objective, ObjectiveEdit::Field(field));
    }

    /// Changes an indicator.
    pub fn edit_indicator(self, objective: &ObjectiveId, indicator: &IndicatorId, edit: IndicatorEdit) {
        self.edit_objective(objective, ObjectiveEdit::Indicator { indicator: indicator.clone(), edit });
    }

    /// Sets a field of an indicator.
    pub fn set_indicator(self, objective: &ObjectiveId, indicator: &IndicatorId, field: IndicatorField) {
        self.edit_indicator(objective, indicator, IndicatorEdit::Field(field));
    }

    /// Returns whether there is a step to undo.
    pub fn can_undo(self) -> bool {
        self.history.read().can_undo()
    }

    /// Returns whether there is a step to redo.
    pub fn can_redo(self) -> bool {
        self.history.read().can_redo()
    }

    /// Undoes the newest step.
    pub fn undo(self) {
        if let Some(module) = module() {
            (module.undo)(self);
        }
    }

    /// Redoes the newest step undone.
    pub fn redo(self) {
        if let Some(module) = module() {
            (module.redo)(self);
        }
    }

    /// What [`Workspace::undo`] does, behind the module's door.
    pub(super) fn step_back(self) {
        // A refused edit has said so on the screen, and its step is gone.
        self.history.update(|history| {
            let _ = history.undo(|edit| {
                let step = edit.clone();
                self.apply(Step::Undone, edit).inspect(|_| self.note_undone(&step)).ok_or(())
            });
        });
    }

    /// What [`Workspace::redo`] does, behind the module's door.
    pub(super) fn step_forth(self) {
        self.history.update(|history| {
            let _ = history
                .redo(|edit| self.apply(Step::Redone, edit).inspect(|inverse| self.note_redone(inverse)).ok_or(()));
        });
    }

    /// Begins the history of the plan that was just taken from the archive at a revision; what the journal tells of the time
    /// before comes under it as soon as it is read.
    pub(super) fn begin_history(self, revision: u64) {
        self.history.set(History::default());
        let beginning = self.beginnings.try_update_value(|count| {
            *count = count.wrapping_add(1);
            *count
        });
        let Some(plan) = self.peek(|plan| plan.id.clone()) else { return };
        leptos::task::spawn_local(async move {
            let steps = async { self.archive()?.steps(&plan, revision, history::LIMIT).await };
            // Without them there is nothing to take back from before, and the plan is as good.
            if let Ok(steps) = steps.await
                && beginning == Some(self.beginnings.get_value())
            {
                self.history.update(|history| history.precede(History::told(steps)));
                self.look_for_merge();
            }
        });
    }

    fn apply(self, step: Step, edit: Edit) -> Option<Edit> {
        let made = self.change_plan(|plan| plan.as_mut().map(|plan| plan.apply(edit.clone())))??;
        self.look_at_clock();
        match made {
            Ok(inverse) => {
                self.notices().forget_removed();
                self.store(step, edit, inverse.clone());
                Some(inverse)
            }
            Err(error) => {
                self.notices().show(Notice::Problem(Problem::Edit(error)));
                None
            }
        }
    }
}
