//! Copies of the open plan outside the browser: what no file holds yet, and the file that somebody chose to be kept up to
//! date by itself.

use std::time::Duration;

use chrono::NaiveDateTime;
use leptos::prelude::*;

use super::{Notice, Problem, Workspace};
use crate::browser::chosen_file::{self, ChosenFile};
use crate::browser::clock;
use crate::file;
use crate::plan::PlanId;
use crate::storage::{FileCopy, Uncopied};

/// The copy that keeps itself up to date.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum AutoCopy {
    /// This browser cannot do that.
    #[default]
    Unavailable,
    /// No file was chosen.
    Off,
    /// A file was chosen, and the browser wants the person to allow it again.
    Waiting {
        /// Its name.
        name: String,
    },
    /// It is written after every change.
    On {
        /// Its name.
        name: String,
        /// When it was written and read back; none: not since the page came up.
        at: Option<NaiveDateTime>,
    },
    /// It could not be written; it is tried again after the next change.
    Failed {
        /// Its name.
        name: String,
    },
}

/// How long nothing must have been changed before the file is written.
const QUIET: Duration = Duration::from_secs(2);

impl Workspace {
    /// Returns what of the open plan is in no file.
    pub fn uncopied(self) -> Uncopied {
        self.uncopied.get()
    }

    /// Returns how the copy stands that keeps itself up to date.
    pub fn auto_copy(self) -> AutoCopy {
        self.auto_copy.get()
    }

    /// Lets the person choose the file, and writes it.
    pub fn choose_copy(self) {
        let Some((plan, name)) = self.peek(|plan| (plan.id.clone(), file::name(plan))) else { return };
        leptos::task::spawn_local(async move {
            match chosen_file::choose(&name).await {
                Ok(Some(chosen)) => {
                    // Where it cannot be remembered it is asked for again after the next reload.
                    drop(chosen.remember(plan.as_str()).await);
                    self.take_up(&plan, chosen);
                    self.write_copy(plan).await;
                }
                Ok(None) => {}
                Err(error) => self.notices().show(Notice::Problem(Problem::Browser(error.to_string()))),
            }
        });
    }

    /// Asks for leave to write the file chosen before, and writes it.
    pub fn resume_copy(self) {
        let (Some(plan), Some(chosen)) = (self.peek(|plan| plan.id.clone()), self.chosen.with_value(Clone::clone))
        else {
            return;
        };
        leptos::task::spawn_local(async move {
            if chosen.ask().await {
                self.take_up(&plan, chosen);
                self.write_copy(plan).await;
            }
        });
    }

    /// Writes no file any more; the one there is stays as it is.
    pub fn stop_copy(self) {
        let Some(plan) = self.peek(|plan| plan.id.clone()) else { return };
        self.chosen.set_value(None);
        self.auto_copy.set(AutoCopy::Off);
        leptos::task::spawn_local(async move {
            // At worst it is offered once more after the next reload.
            drop(chosen_file::forget(plan.as_str()).await);
        });
    }

    fn take_up(self, plan: &PlanId, chosen: ChosenFile) {
        if self.is_on_screen(plan) {
            self.auto_copy.set(AutoCopy::On { name: chosen.name(), at: None });
            self.chosen.set_value(Some(chosen));
        }
    }

    fn is_on_screen(self, plan: &PlanId) -> bool {
        self.peek(|open| open.id == *plan).unwrap_or_default()
    }

    /// Looks up, for the plan that was just opened, what no file holds and which file was chosen for it.
    pub(super) fn begin_copies(self) {
        self.chosen.set_value(None);
        self.uncopied.set(Uncopied::default());
        let is_offered = chosen_file::is_offered();
        self.auto_copy.set(if is_offered { AutoCopy::Off } else { AutoCopy::Unavailable });
        let Some(plan) = self.peek(|plan| plan.id.clone()) else { return };
        leptos::task::spawn_local(async move {
            self.count_uncopied(&plan).await;
            if !is_offered {
                return;
            }
            let Ok(Some(chosen)) = chosen_file::recall(plan.as_str()).await else { return };
            if chosen.is_allowed().await {
                self.take_up(&plan, chosen);
            } else if self.is_on_screen(&plan) {
                self.auto_copy.set(AutoCopy::Waiting { name: chosen.name() });
                self.chosen.set_value(Some(chosen));
            }
        });
    }

    /// Another tab has written, or made a copy.
    pub(super) fn recount_uncopied(self) {
        let Some(plan) = self.peek(|plan| plan.id.clone()) else { return };
        leptos::task::spawn_local(async move { self.count_uncopied(&plan).await });
    }

    pub(super) async fn count_uncopied(self, plan: &PlanId) {
        let found = async { self.archive()?.uncopied(plan).await };
        // A plan that is not stored yet has nothing that a file could lack.
        let found = found.await.unwrap_or_default();
        if self.is_on_screen(plan) {
            self.uncopied.set(found);
        }
    }

    /// Writes the chosen file once nothing has changed for a moment.
    pub(super) fn copy_soon(self) {
        if !matches!(*self.auto_copy.read_untracked(), AutoCopy::On { .. } | AutoCopy::Failed { .. }) {
            return;
        }
        let Some(plan) = self.peek(|plan| plan.id.clone()) else { return };
        let revision = self.revision.get_value();
        leptos::task::spawn_local(async move {
            gloo_timers::future::sleep(QUIET).await;
            if self.revision.get_value() == revision && self.is_on_screen(&plan) {
                self.write_copy(plan).await;
            }
        });
    }

    async fn write_copy(self, plan: PlanId) {
        if !self.settle().await {
            return;
        }
        let Some(chosen) = self.chosen.with_value(Clone::clone).filter(|_| self.is_on_screen(&plan)) else { return };
        let copy = FileCopy { revision: self.revision.get_value(), at: clock::now() };
        let Some(file) = self.file_to_keep().await else { return };
        let text = file::write(&file);
        let name = chosen.name();
        let written = match text {
            Ok(text) => chosen.write(text.as_bytes()).await.is_ok(),
            Err(_) => false,
        };
        if !self.is_on_screen(&plan) {
            return;
        }
        if written {
            self.auto_copy.set(AutoCopy::On { name, at: Some(copy.at) });
            self.note_copied(copy);
        } else {
            self.auto_copy.set(AutoCopy::Failed { name });
        }
    }
}
