//! The past of the open plan: the versions it had, one of them looked at, and taken back.

use leptos::prelude::*;

use super::{Notice, Workspace};
use crate::merge;
use crate::plan::{Edit, Plan};
use crate::storage::StorageError;

pub use crate::storage::{Kept, Past, Sitting, Version};

/// A version that somebody looks at.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// Which.
    pub version: Version,
    /// The plan as it was; or why it cannot be had.
    pub plan: Result<Plan, StorageError>,
}

/// What is known of the past of the open plan. It lives as long as the page that shows it.
#[derive(Clone, Copy)]
pub struct Versions {
    workspace: Workspace,
    sittings: RwSignal<Option<Vec<Sitting>>>,
    before: RwSignal<Option<u64>>,
    quarantined: RwSignal<usize>,
    problem: RwSignal<Option<StorageError>>,
    looked: RwSignal<Option<Looked>>,
}

impl Versions {
    /// Begins to read the past, and reads it again whenever something was saved.
    pub fn of(workspace: Workspace) -> Self {
        let versions = Self {
            workspace,
            sittings: RwSignal::new(None),
            before: RwSignal::new(None),
            quarantined: RwSignal::new(0),
            problem: RwSignal::new(None),
            looked: RwSignal::new(None),
        };
        let saves = Memo::new(move |_| (workspace.read(|plan| plan.id.clone()), workspace.save_state()));
        Effect::new(move || {
            saves.track();
            leptos::task::spawn_local(versions.read());
        });
        versions
    }

    /// Returns the sittings, newest first; none while they are being read.
    pub fn sittings(self) -> Option<Vec<Sitting>> {
        self.sittings.get()
    }

    /// Returns how many damaged records of the plan are kept apart.
    pub fn quarantined(self) -> usize {
        self.quarantined.get()
    }

    /// Returns why the past cannot be read.
    pub fn problem(self) -> Option<StorageError> {
        self.problem.get()
    }

    /// Returns whether there are older versions than those listed.
    pub fn has_more(self) -> bool {
        self.before.read().is_some()
    }

    /// Returns the version looked at.
    pub fn looked(self) -> Option<Looked> {
        self.looked.get()
    }

    /// Stops looking at a version.
    pub fn look_away(self) {
        self.looked.set(None);
    }

    async fn read(self) {
        if !self.workspace.settle().await {
            return;
        }
        let Some(Past { mut sittings, mut before, quarantined }) = self.past(None).await else { return };
        // Older ones that were listed stay listed.
        let known = self.sittings.try_get_untracked().flatten().unwrap_or_default();
        let is_older = |version: &Version| before.is_some_and(|before| version.revision < before);
        let older = known.into_iter().filter_map(|mut sitting| {
            sitting.versions.retain(is_older);
            (!sitting.versions.is_empty()).then_some(sitting)
        });
        let older: Vec<Sitting> = older.collect();
        if !older.is_empty() {
            before = self.before.try_get_untracked().flatten();
            sittings.extend(older);
        }
        self.sittings.try_set(Some(sittings));
        self.before.try_set(before);
        self.quarantined.try_set(quarantined);
    }

    /// Lists older versions too.
    pub fn read_more(self) {
        leptos::task::spawn_local(async move {
            let Some(before) = self.before.try_get_untracked().flatten() else { return };
            let Some(past) = self.past(Some(before)).await else { return };
            self.sittings.try_update(|sittings| sittings.get_or_insert_default().extend(past.sittings));
            self.before.try_set(past.before);
        });
    }

    async fn past(self, before: Option<u64>) -> Option<Past> {
        let plan = self.workspace.peek(|plan| plan.id.clone())?;
        let past = async { self.workspace.archive()?.past(&plan, before).await };
        match past.await {
            Ok(past) => {
                self.problem.try_set(None);
                Some(past)
            }
            // A plan that is on its way to the archive for the first time has no past.
            Err(StorageError::Missing(_)) => Some(Past::default()),
            Err(error) => {
                self.problem.try_set(Some(error));
                None
            }
        }
    }

    /// Looks at a version.
    pub fn look(self, version: Version) {
        leptos::task::spawn_local(async move {
            let Some(plan) = self.workspace.peek(|plan| plan.id.clone()) else { return };
            let plan = async { self.workspace.archive()?.at(&plan, version.revision).await }.await;
            self.looked.try_set(Some(Looked { version, plan }));
        });
    }
}

impl Workspace {
    /// Makes the open plan what it was, as one edit that can be undone; what it is now stays in the past. `when` says of
    /// which moment that was.
    pub fn take_back(self, version: &Plan, when: String) {
        let Some(edits) = self.peek(|plan| merge::difference(plan, version)).filter(|edits| !edits.is_empty()) else {
            return;
        };
        if self.make(Edit::Several(edits)) {
            self.notices().show(Notice::TakenBack(when));
        }
    }
}
