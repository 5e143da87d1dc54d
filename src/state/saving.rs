//! Autosave: every edit, and every new plan, waits in line until the archive says that it is stored.

use std::collections::VecDeque;
use std::time::Duration;

use chrono::NaiveDateTime;
use futures::channel::oneshot;
use futures::future::select;
use leptos::prelude::*;

use super::library::is_same_file;
use super::{Notice, Page, Route, Workspace, joining};
use crate::browser::clock;
use crate::file::File;
use crate::plan::{Edit, Plan, PlanId};
use crate::storage::{self, Entry, Step, StorageError};

/// What people can rely on.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum SaveState {
    /// Nothing was changed since the plan was opened.
    #[default]
    Unchanged,
    /// A change is being stored.
    Saving,
    /// Everything is stored.
    Saved {
        /// Since when, by the clock on the wall.
        at: NaiveDateTime,
    },
    /// Something is only in memory; storing it is tried again and again.
    Unsaved {
        /// Why it could not be stored; none where this browser keeps nothing.
        why: Option<StorageError>,
    },
}

/// What is on its way to the archive.
#[derive(Debug, Default)]
pub(super) struct Queue {
    waiting: VecDeque<Waiting>,
    running: bool,
}

impl Queue {
    /// Takes out the edits that wait; a plan that waits keeps its place.
    fn take_edits(&mut self) -> Vec<Entry> {
        let mut edits = Vec::new();
        self.waiting = std::mem::take(&mut self.waiting)
            .into_iter()
            .filter_map(|waiting| match waiting {
                Waiting::Edit(entry) => {
                    edits.push(*entry);
                    None
                }
                new @ Waiting::New(_) => Some(new),
            })
            .collect();
        edits
    }
}

/// One thing on its way to the archive.
#[derive(Clone, Debug)]
enum Waiting {
    /// A plan that is not there yet, as it was when it came, with where it came from.
    New(Box<File>),
    /// An edit of a plan that is.
    Edit(Box<Entry>),
}

/// How long to wait at most before trying again what could not be stored.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long the screen is left to itself: before looking again whether everything is stored, and for drawing a new plan.
const MOMENT: Duration = Duration::from_millis(20);

impl Workspace {
    /// Returns what people can rely on.
    pub fn save_state(self) -> SaveState {
        self.save.get()
    }

    /// Returns whether something is only in memory.
    pub fn has_unsaved(self) -> bool {
        self.is_storing() || matches!(*self.save.read_untracked(), SaveState::Unsaved { .. })
    }

    fn is_storing(self) -> bool {
        self.queue.with_value(|queue| !queue.waiting.is_empty())
    }

    pub(super) fn store(self, step: Step, edit: Edit, inverse: Edit) {
        self.queue_up(Waiting::Edit(Box::new(Entry { at: clock::now(), step, edit, inverse })));
    }

    /// Stores the plan on the screen, which is not in the archive yet.
    pub(super) fn store_new(self, file: File) {
        self.queue_up(Waiting::New(Box::new(file)));
    }

    fn queue_up(self, waiting: Waiting) {
        let idle = self.queue.try_update_value(|queue| {
            queue.waiting.push_back(waiting);
            !std::mem::replace(&mut queue.running, true)
        });
        if idle == Some(true) {
            self.save.set(SaveState::Saving);
            leptos::task::spawn_local(self.empty_queue());
        }
        // Somebody goes on working: what could not be stored is tried again at once, before what comes after it.
        drop(self.wake.try_update_value(Option::take));
    }

    /// Waits before trying again, not longer than until the next edit.
    async fn be_patient(self) {
        let (wake, woken) = oneshot::channel();
        self.wake.set_value(Some(wake));
        select(woken, gloo_timers::future::sleep(PATIENCE)).await;
    }

    async fn empty_queue(self) {
        while let Some(waiting) = self.queue.with_value(|queue| queue.waiting.front().cloned()) {
            let Some(plan) = self.plan.with_untracked(Clone::clone) else { break };
            let stored = match &waiting {
                Waiting::New(file) => self.create_stored(file).await,
                Waiting::Edit(entry) => self.commit(&plan, entry).await,
            };
            match stored {
                Ok(()) => self.queue.update_value(|queue| drop(queue.waiting.pop_front())),
                Err(StorageError::Stale { .. }) => self.join_other_tab(&plan.id).await,
                Err(StorageError::Exists(_)) => self.meet_stored(&plan.id).await,
                Err(StorageError::Missing(_)) => self.store_anew(&plan).await,
                Err(error) => {
                    self.tell_unsaved(&error);
                    self.be_patient().await;
                }
            }
        }
        self.queue.update_value(|queue| queue.running = false);
        self.save.set(match self.archive() {
            Ok(archive) if archive.is_lasting() => SaveState::Saved { at: clock::now() },
            _ => SaveState::Unsaved { why: None },
        });
        self.copy_soon();
    }

    /// Says that something is only in memory: in the bar as long as it is so, and once in full.
    fn tell_unsaved(self, why: &StorageError) {
        let state = SaveState::Unsaved { why: Some(why.clone()) };
        if *self.save.read_untracked() != state {
            self.save.set(state);
            self.storage_problem(why);
        }
    }

    /// Waits until nothing of the open plan is on its way any more; false when it cannot be stored.
    pub(super) async fn settle(self) -> bool {
        while self.is_storing() && self.save.get_untracked() == SaveState::Saving {
            gloo_timers::future::sleep(MOMENT).await;
        }
        !self.is_storing()
    }

    async fn create_stored(self, file: &File) -> Result<(), StorageError> {
        // A large plan takes its time; people see it first.
        gloo_timers::future::sleep(MOMENT).await;
        let saved = self.archive()?.create_from(file, clock::now()).await?;
        self.revision.set_value(saved.revision);
        Ok(())
    }

    async fn commit(self, plan: &Plan, entry: &Entry) -> Result<(), StorageError> {
        let archive = self.archive()?;
        let revision = self.revision.get_value();
        let saved = archive.commit(plan, revision, entry).await?;
        self.revision.set_value(saved.revision);
        self.uncopied.update(|uncopied| *uncopied = uncopied.and(entry.at));
        self.announce(&plan.id, saved.revision);
        // A snapshot holds the plan with nothing waiting, so that it stands for the revision it is named after.
        let is_last = self.queue.with_value(|queue| queue.waiting.len() == 1);
        if saved.snapshot_due && is_last {
            // The edit is stored either way; a snapshot that failed is due again with the next one.
            drop(archive.snapshot(plan, saved.revision).await);
        }
        Ok(())
    }

    /// The plan is gone from the archive while it is open: browsers empty a database that a full disk has damaged. It is stored
    /// anew as it is on the page, with all that waits.
    async fn store_anew(self, plan: &Plan) {
        let held = self.queue.with_value(|queue| queue.waiting.len());
        let stored = async { self.archive()?.create(plan, clock::now()).await };
        match stored.await {
            Ok(saved) => {
                self.revision.set_value(saved.revision);
                self.queue.update_value(|queue| drop(queue.waiting.drain(..held.min(queue.waiting.len()))));
            }
            // It is there after all, as another tab stored it: the next try meets it.
            Err(StorageError::Exists(_)) => self.be_patient().await,
            Err(error) => {
                self.save.set(SaveState::Unsaved { why: Some(error) });
                self.be_patient().await;
            }
        }
    }

    /// A plan to be stored is there already: the same one, then it is stored; or another version, then both are kept.
    async fn meet_stored(self, plan: &PlanId) {
        let Ok(opened) = async { self.archive()?.open(plan, clock::now()).await }.await else {
            return self.be_patient().await;
        };
        let new = self.queue.with_value(|queue| match queue.waiting.front() {
            Some(Waiting::New(new)) => Some(new.clone()),
            _ => None,
        });
        let Some(new) = new else { return };
        if is_same_file(&opened.plan, &new.plan) {
            self.revision.set_value(opened.revision);
            return self.queue.update_value(|queue| drop(queue.waiting.pop_front()));
        }
        let Some(id) = self.new_id::<PlanId>() else { return self.be_patient().await };
        self.queue.update_value(|queue| {
            if let Some(waiting) = queue.waiting.front_mut() {
                *waiting = Waiting::New(Box::new(named(*new, &id)));
            }
        });
        self.notices().show(Notice::OpenedBeside(self.peek(|plan| plan.title.clone()).unwrap_or_default()));
        self.change_plan(|plan| {
            if let Some(plan) = plan {
                plan.id = id.clone();
            }
        });
        self.go(&Route::Plan { plan: id, page: Page::Dashboard, span: Some(self.span.get_untracked()) });
    }

    /// Takes what another tab stored and puts the waiting edits on top of it.
    async fn join_other_tab(self, plan: &PlanId) {
        let opened = async { self.archive()?.open(plan, clock::now()).await };
        match opened.await {
            Ok(opened) => self.join(&opened),
            Err(error) => {
                self.tell_unsaved(&error);
                self.be_patient().await;
            }
        }
    }

    /// Puts the edits that wait on top of what another tab has stored, and shows both.
    fn join(self, opened: &storage::Opened) {
        let Some(ours) = self.peek(Plan::clone) else { return };
        let joined = self.queue.try_update_value(|queue| {
            let edits = queue.take_edits();
            let joined = joining::join(&ours, edits, &opened.plan, clock::now());
            queue.waiting.extend(joined.edits.iter().cloned().map(|entry| Waiting::Edit(Box::new(entry))));
            joined
        });
        let Some(joined) = joined else { return };
        self.revision.set_value(opened.revision);
        self.change_plan(|plan| *plan = Some(joined.plan));
        self.begin_history(opened.revision);
        self.recount_uncopied();
        self.history.update(|history| joined.edits.into_iter().for_each(|entry| history.made(entry.inverse)));
        self.notices().show(match joined.conflicts {
            0 => Notice::ChangedElsewhere,
            conflicts => Notice::NotJoined(conflicts),
        });
    }

    /// Shows what another tab has stored, unless something of this tab is still on its way and will meet it there.
    pub(super) fn follow_other_tab(self, plan: PlanId, revision: u64) {
        if self.is_behind(&plan, revision) {
            self.with_module(move |module| (module.join)(self, plan));
        }
    }

    /// Shows what is stored of the open plan, where that is newer.
    pub(super) async fn join_stored(self, plan: PlanId) {
        let opened = async { self.archive()?.open(&plan, clock::now()).await };
        // What cannot be read now is met again by the next save.
        if let Ok(opened) = opened.await
            && self.is_behind(&plan, opened.revision)
        {
            self.join(&opened);
        }
    }

    /// Looks whether the open plan was written elsewhere while nobody looked here: a browser may have put this tab to sleep,
    /// or have no way to tell it. Says so when this version of the application has been left behind.
    pub(super) fn catch_up(self) {
        let Some(plan) = self.peek(|plan| plan.id.clone()).filter(|_| !self.is_storing()) else { return };
        leptos::task::spawn_local(async move {
            match async { self.archive()?.header(&plan).await }.await {
                Ok(header) => self.follow_other_tab(plan, header.revision),
                Err(error @ StorageError::Newer) => self.storage_problem(&error),
                // What cannot be read now is met again by the next save.
                Err(_) => {}
            }
        });
    }

    /// Whether this plan is open as it was before a revision, with nothing of its own on the way.
    fn is_behind(self, plan: &PlanId, revision: u64) -> bool {
        let is_open = self.peek(|open| open.id == *plan).unwrap_or_default();
        is_open && revision > self.revision.get_value() && !self.is_storing()
    }
}

/// Gives a plan, and the one it began with, another id: to be kept beside the one that is here.
pub(super) fn named(mut file: File, id: &PlanId) -> File {
    file.plan.id = id.clone();
    if let Some(base) = &mut file.base {
        base.id = id.clone();
    }
    file
}
