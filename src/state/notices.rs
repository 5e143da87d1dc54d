//! Short messages at the foot of the screen: what was done, and what could not be done.

use std::time::Duration;

use chrono::NaiveDateTime;
use leptos::prelude::*;

use super::{FileError, SpreadsheetError, StorageError, TooLong};
use crate::plan::{EditError, PlanId};

/// What a notice is about; the words are made in `ui`.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// Something was taken out and can be put back with *undo*.
    Removed(String),
    /// A what-if became the plan, noted in these words; *undo* takes it back.
    Applied(String),
    /// So many files were merged into the plan; *undo* takes all of it back.
    Merged(usize),
    /// A table was taken into the plan; *undo* takes all of it back.
    TakenIn,
    /// The plan is again what it was at some moment; *undo* takes that back.
    TakenBack(String),
    /// A plan was taken off the list and can be put back.
    PlanRemoved {
        /// Which.
        plan: PlanId,
        /// Its title.
        title: String,
    },
    /// The file holds a plan that is in this browser already, the same to the last letter.
    NothingNew(String),
    /// The file holds another version of a plan that is in this browser; it was opened beside it.
    OpenedBeside(String),
    /// A table of so many rows can be pasted elsewhere.
    Copied(usize),
    /// The plan was downloaded.
    Downloaded(String),
    /// What the browser had stored was damaged; the plan was brought back as far as it could be trusted.
    Recovered {
        /// Newest edits that could not be brought back.
        lost: u64,
        /// When the last edit that was brought back had been made.
        until: Option<NaiveDateTime>,
    },
    /// Plans were taken in that had been saved from a stopped page.
    Rescued(Rescue),
    /// Another tab changed the plan; what it changed is shown now.
    ChangedElsewhere,
    /// Another tab and this one changed the same things; both versions are kept, in so many places.
    NotJoined(usize),
    /// Something could not be done.
    Problem(Problem),
}

impl Notice {
    /// Returns whether *undo* beside it would take back the newest step.
    pub fn undoes_newest(&self) -> bool {
        matches!(self, Self::Removed(_) | Self::Applied(_) | Self::Merged(_) | Self::TakenIn | Self::TakenBack(_))
    }

    /// Returns whether nothing is lost with it: what it says was asked for, and shows elsewhere.
    fn only_confirms(&self) -> bool {
        matches!(self, Self::Downloaded(_) | Self::Copied(_))
    }
}

/// What came of a file with all the plans of a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Rescue {
    /// Plans taken in.
    pub taken: usize,
    /// Plans that are here already, the same to the last letter.
    pub known: usize,
    /// How many of them could only be brought back in part.
    pub in_part: usize,
    /// Plans that cannot be read.
    pub lost: usize,
}

/// What could not be done. Nothing typed is lost by any of these.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A spreadsheet was refused.
    Spreadsheet {
        /// Its name.
        name: String,
        /// Why.
        error: SpreadsheetError,
    },
    /// A file was refused.
    File {
        /// Its name.
        name: String,
        /// Why.
        error: FileError,
    },
    /// The browser would not do something.
    Browser(String),
    /// The plan could not be saved or opened.
    Storage(StorageError),
    /// Something of the open plan is only in memory, so no other plan is opened over it.
    NotSaved,
    /// The part of the application that shows a plan could not be fetched.
    NotFetched,
    /// A text longer than a file may hold was typed or pasted.
    TooLong(TooLong),
    /// An edit was refused.
    Edit(EditError),
    /// In a copy made for an office something else was to be changed.
    OutsideScope,
}

/// A notice on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Tells two notices apart.
    pub id: u32,
    /// What it is about.
    pub notice: Notice,
}

/// The notices on the screen, oldest first.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: RwSignal<Vec<Shown>>,
    given: StoredValue<u32>,
}

/// Notices on the screen at once; an older one makes room.
const LIMIT: usize = 3;

/// How long a notice stands that only confirms what somebody did: it is not to lie over the page for ever.
const LONG_ENOUGH: Duration = Duration::from_secs(20);

impl Notices {
    pub(super) fn new() -> Self {
        Self { shown: RwSignal::new(Vec::new()), given: StoredValue::new(0) }
    }

    /// Returns what is on the screen.
    pub fn shown(self) -> Vec<Shown> {
        self.shown.get()
    }

    /// Puts a notice on the screen.
    pub fn show(self, notice: Notice) {
        let id = self.given.get_value().wrapping_add(1);
        self.given.set_value(id);
        if notice.only_confirms() {
            leptos::task::spawn_local(async move {
                gloo_timers::future::sleep(LONG_ENOUGH).await;
                self.dismiss(id);
            });
        }
        self.shown.update(|shown| {
            // Of downloads the last one says where to look for all.
            if matches!(notice, Notice::Downloaded(_)) {
                shown.retain(|shown| !matches!(shown.notice, Notice::Downloaded(_)));
            }
            shown.push(Shown { id, notice });
            if shown.len() > LIMIT {
                shown.remove(0);
            }
        });
    }

    /// Takes off those whose *undo* would now take back something else.
    pub(super) fn forget_removed(self) {
        if self.shown.read_untracked().iter().any(|shown| shown.notice.undoes_newest()) {
            self.shown.update(|shown| shown.retain(|shown| !shown.notice.undoes_newest()));
        }
    }

    /// Takes one off.
    pub fn dismiss(self, id: u32) {
        self.shown.update(|shown| shown.retain(|notice| notice.id != id));
    }
}
