//! What can be undone and redone: the inverse edits, newest last.

use crate::plan::Edit;

/// Steps back and forth. A new step forgets what was undone.
#[derive(Debug, Default)]
pub struct History {
    undo: Vec<Edit>,
    redo: Vec<Edit>,
}

/// Steps kept; the oldest are forgotten first.
const LIMIT: usize = 500;

impl History {
    /// Remembers the inverse of an edit just made.
    pub fn made(&mut self, inverse: Edit) {
        self.redo.clear();
        self.undo.push(inverse);
        if self.undo.len() > LIMIT {
            self.undo.remove(0);
        }
    }

    /// Returns whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Returns whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Hands out the newest edit to undo; `apply` makes it and returns its own inverse, which can then be redone.
    pub fn undo<E>(&mut self, apply: impl FnOnce(Edit) -> Result<Edit, E>) -> Option<Result<(), E>> {
        Some(apply(self.undo.pop()?).map(|inverse| self.redo.push(inverse)))
    }

    /// Hands out the newest edit undone; `apply` makes it and returns its own inverse, which can then be undone.
    pub fn redo<E>(&mut self, apply: impl FnOnce(Edit) -> Result<Edit, E>) -> Option<Result<(), E>> {
        Some(apply(self.redo.pop()?).map(|inverse| self.undo.push(inverse)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{EditError, Period, Plan, PlanField, Year};

    fn title(title: &str) -> Edit {
        Edit::Plan(PlanField::Title(title.to_owned()))
    }

    #[test]
    fn undo_and_redo_walk_the_same_steps_back_and_forth() {
        let year = Year::new(2024).unwrap();
        let mut plan = Plan::new("p".into(), Period::new(year, year).unwrap());
        let mut history = History::default();
        for step in ["uno", "due"] {
            history.made(plan.apply(title(step)).unwrap());
        }
        history.undo(|edit| plan.apply(edit)).unwrap().unwrap();
        assert_eq!(plan.title, "uno");
        history.undo(|edit| plan.apply(edit)).unwrap().unwrap();
        assert_eq!(plan.title, "");
        assert!(history.undo(|edit| plan.apply(edit)).is_none());
        history.redo(|edit| plan.apply(edit)).unwrap().unwrap();
        history.redo(|edit| plan.apply(edit)).unwrap().unwrap();
        assert_eq!(plan.title, "due");
        assert!(!history.can_redo());
    }

    #[test]
    fn a_new_step_forgets_what_was_undone() {
        let year = Year::new(2024).unwrap();
        let mut plan = Plan::new("p".into(), Period::new(year, year).unwrap());
        let mut history = History::default();
        history.made(plan.apply(title("uno")).unwrap());
        history.undo(|edit| plan.apply(edit)).unwrap().unwrap();
        history.made(plan.apply(title("altro")).unwrap());
        assert!(!history.can_redo() && history.can_undo());
        assert!(history.redo(|_| Err::<Edit, _>(EditError::Missing(String::new()))).is_none());
    }
}
