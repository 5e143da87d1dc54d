//! What can be undone and redone: the inverse edits, newest last. The journal holds them too, each with how it came about,
//! so that a plan opened again can be taken back as far as before.

use crate::plan::Edit;
use crate::storage::{Entry, Step};

/// Steps back and forth. A new step forgets what was undone.
#[derive(Debug, Default)]
pub struct History {
    undo: Vec<Edit>,
    redo: Vec<Edit>,
    /// Whether anything was made since: what was undone before that is forgotten.
    is_begun: bool,
}

/// Steps kept; the oldest are forgotten first.
pub(super) const LIMIT: usize = 500;

impl History {
    /// Returns the history that entries of a journal tell, oldest first. It may begin in the middle: a step taken back whose
    /// making is not among them is none to take back again.
    pub fn told(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut history = Self::default();
        // What changes nothing was written by the archive itself.
        for Entry { step, inverse, .. } in entries.into_iter().filter(|entry| entry.edit != Edit::Several(Vec::new())) {
            match step {
                Step::Made => history.made(inverse),
                Step::Undone => {
                    history.undo.pop();
                    history.redo.push(inverse);
                }
                Step::Redone => {
                    history.redo.pop();
                    history.undo.push(inverse);
                }
            }
        }
        Self { is_begun: false, ..history }
    }

    /// Puts what came before under the steps made since.
    pub fn precede(&mut self, before: Self) {
        let since = std::mem::replace(&mut self.undo, before.undo);
        self.undo.extend(since);
        if !self.is_begun {
            self.redo = before.redo;
        }
        self.forget_oldest();
    }

    /// Remembers the inverse of an edit just made.
    pub fn made(&mut self, inverse: Edit) {
        self.is_begun = true;
        self.redo.clear();
        self.undo.push(inverse);
        self.forget_oldest();
    }

    fn forget_oldest(&mut self) {
        self.undo.drain(..self.undo.len().saturating_sub(LIMIT));
    }

    /// Returns the inverse of the newest step.
    pub fn newest(&self) -> Option<&Edit> {
        self.undo.last()
    }

    /// Returns whether the step with this inverse is none of those made. Where the oldest are forgotten nobody can tell, and
    /// it counts as made.
    pub fn lacks(&self, inverse: &Edit) -> bool {
        self.undo.len() < LIMIT && !self.undo.contains(inverse)
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
    fn a_step_is_lacking_once_undone_and_until_redone() {
        let year = Year::new(2024).unwrap();
        let mut plan = Plan::new("p".into(), Period::new(year, year).unwrap());
        let mut history = History::default();
        let inverse = plan.apply(title("uno")).unwrap();
        history.made(inverse.clone());
        history.made(plan.apply(title("due")).unwrap());
        let lacks = [
            history.undo(|edit| plan.apply(edit)).map(|_| history.lacks(&inverse)),
            history.undo(|edit| plan.apply(edit)).map(|_| history.lacks(&inverse)),
            history.redo(|edit| plan.apply(edit)).map(|_| history.lacks(&inverse)),
        ];
        assert_eq!(lacks, [Some(false), Some(true), Some(false)]);
        for step in 0..LIMIT {
            history.made(plan.apply(title(&step.to_string())).unwrap());
        }
        assert!(!history.lacks(&inverse), "it is too long ago to be told");
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

    /// Walks at random and checks that the journal of the walk tells the history that the walk has.
    #[test]
    fn a_journal_tells_the_history_that_wrote_it() {
        let year = Year::new(2024).unwrap();
        let at = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap().and_hms_opt(10, 0, 0).unwrap();
        let mut seed = 7_u32;
        for length in 0..60 {
            let mut plan = Plan::new("p".into(), Period::new(year, year).unwrap());
            let (mut history, mut journal) = (History::default(), Vec::new());
            let mut before = (History::default(), 0);
            for number in 0..length {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let mut step = |step, edit: Edit| {
                    let inverse = plan.apply(edit.clone()).unwrap();
                    journal.push(Entry { at, step, edit, inverse: inverse.clone() });
                    Ok::<_, ()>(inverse)
                };
                match seed >> 29 {
                    0..=3 => history.made(step(Step::Made, title(&number.to_string())).unwrap()),
                    4 | 5 => drop(history.undo(|edit| step(Step::Undone, edit))),
                    _ => drop(history.redo(|edit| step(Step::Redone, edit))),
                }
                if number == length / 2 {
                    before = (History::told(journal.clone()), journal.len());
                }
            }
            let told = History::told(journal.clone());
            assert_eq!((&told.undo, &told.redo), (&history.undo, &history.redo), "{length} steps");
            // Told in two halves it is the same, when the second one begins with something made.
            let rest = journal.split_off(before.1.min(journal.len()));
            if rest.iter().all(|entry| entry.step == Step::Made) && !rest.is_empty() {
                let mut since = History::default();
                rest.into_iter().for_each(|entry| since.made(entry.inverse));
                since.precede(before.0);
                assert_eq!((&since.undo, &since.redo), (&history.undo, &history.redo), "{length} steps in halves");
            }
        }
    }
}
