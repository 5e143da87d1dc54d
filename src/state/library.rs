//! The plans in this browser: listing, opening, creating, reading from files and writing to them.

use chrono::NaiveDateTime;
use leptos::prelude::*;
use web_sys::File as PickedFile;

use super::saving::named;
use super::{FileError, Incoming, Notice, Opened, Page, Problem, Route, SaveState, Workspace};
use crate::browser::pick::Picked;
use crate::browser::{clock, fetch, pick};
use crate::file::{self, File, clean_text};
use crate::plan::{Period, Plan, PlanId, Starter};
use crate::storage::{self, FileCopy, IndexedDb, Listing, Origin, StorageError};

pub use crate::storage::{Condition, Header};

/// A plan in the list.
#[allow(clippy::large_enum_variant, reason = "there are few of them, and nearly all are plans")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// A plan.
    Plan(Header),
    /// A plan whose description cannot be read; opening it may still bring it back.
    Damaged(PlanId),
}

/// A plan that comes with the application.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
pub struct Sample {
    /// The file's name in `samples/`.
    pub file: String,
    /// The plan's title.
    pub title: String,
    /// The body's name.
    pub body: String,
    /// The years it covers.
    pub period: Period,
    /// What must be said wherever it is shown.
    #[serde(default)]
    pub notice: String,
    /// How much there is of it.
    pub counts: SampleCounts,
}

/// How much there is of a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
pub struct SampleCounts {
    /// How many objectives it has.
    pub objectives: usize,
    /// How many indicators it has.
    pub indicators: usize,
}

impl Workspace {
    /// Returns the plans in this browser, the last one changed first; none while they are being looked up.
    pub fn plans(self) -> Option<Vec<Listed>> {
        self.listed.get()
    }

    /// Returns whether plans that were kept here are gone.
    pub fn condition(self) -> Condition {
        self.condition.get()
    }

    /// Returns why the browser's archive did not open; what is done meanwhile stays in memory only.
    pub fn closed(self) -> Option<StorageError> {
        self.closed.get()
    }

    /// Says that somebody has seen that plans are gone.
    pub fn accept_gone(self) {
        leptos::task::spawn_local(async move {
            let accepted = async { self.archive()?.accept_gone().await };
            match accepted.await {
                Ok(()) => self.look_around().await,
                Err(error) => self.storage_problem(&error),
            }
        });
    }

    /// Looks up which plans there are.
    pub async fn look_around(self) {
        let found = async {
            let archive = self.archive()?;
            Ok::<_, StorageError>((archive.list().await?, archive.condition().await?, archive.is_lasting()))
        };
        match found.await {
            Ok((listings, condition, is_lasting)) => {
                if is_lasting {
                    self.closed.set(None);
                }
                self.listed.set(Some(listings.into_iter().filter_map(listed).collect()));
                self.condition.set(condition);
            }
            // What cannot be looked up is not shown as missing.
            Err(error) => {
                self.closed.set(Some(error));
                self.listed.update(|listed| {
                    listed.get_or_insert_default();
                });
            }
        }
    }

    /// Looks them up again once nothing is on its way to them.
    pub(super) async fn look_again(self) {
        self.settle().await;
        self.look_around().await;
    }

    /// Opens a plan of this browser.
    pub(super) async fn open(self, id: PlanId) {
        if !self.settle().await {
            return self.stay();
        }
        let found = async {
            let archive = self.archive()?;
            let opened = archive.open(&id, clock::now()).await?;
            Ok((opened, archive.header(&id).await.ok()))
        };
        let found = found.await;
        // Meanwhile somebody may have gone elsewhere, or have written something into the plan still on the screen.
        if !self.is_wanted(&id) {
            return;
        }
        if !self.settle().await {
            return self.stay();
        }
        // Asked for twice while the module was on its way: what was written since stays.
        if self.peek(|open| open.id == id).unwrap_or_default() {
            return self.opened.set(Opened::Open);
        }
        match found {
            Ok((opened, header)) => {
                if let Some(recovery) = opened.recovery {
                    self.notices().show(Notice::Recovered { lost: recovery.lost, until: recovery.until });
                }
                self.saved_before.set(opened.saved_at);
                self.show(opened.plan, opened.revision, header);
            }
            Err(StorageError::Missing(_)) => {
                self.change_plan(|plan| *plan = None);
                self.opened.set(Opened::Missing);
                // It was here: the list of plans says what happened.
                if IndexedDb::marks_of_browser().contains_key(&id) {
                    self.go(&Route::Plans);
                }
            }
            Err(error) => {
                self.change_plan(|plan| *plan = None);
                self.opened.set(Opened::Unreadable(error));
            }
        }
    }

    /// Goes back to the open plan, of which something is only in memory.
    fn stay(self) {
        if let Some(plan) = self.peek(|plan| plan.id.clone()) {
            self.opened.set(Opened::Open);
            self.notices().show(Notice::Problem(Problem::NotSaved));
            self.go(&Route::Plan { plan, page: Page::Dashboard, span: None });
        }
    }

    fn show(self, plan: Plan, revision: u64, header: Option<Header>) {
        self.revision.set_value(revision);
        self.last_copy.set(header.as_ref().and_then(|header| header.file_copy));
        self.know_copies(header);
        self.save.set(SaveState::Unchanged);
        self.notices().forget_removed();
        self.change_plan(|open| *open = Some(plan));
        self.begin_history(revision);
        self.begin_copies();
        self.opened.set(Opened::Open);
        self.name_span();
    }

    /// Returns when the plan was last copied to a file.
    pub fn last_copy(self) -> Option<NaiveDateTime> {
        self.last_copy.get().map(|copy| copy.at)
    }

    /// Returns when the plan was last stored before it was opened here.
    pub fn saved_before(self) -> Option<NaiveDateTime> {
        self.saved_before.get()
    }

    /// Makes a new plan from a model and opens it.
    pub fn create(self, starter: Starter, title: &str, body: &str, period: Period) {
        // Pressed again while the first one is on its way.
        if self.waiting.get_untracked() {
            return;
        }
        let Some(plan): Option<PlanId> = self.new_id() else { return };
        let (title, body) = (clean_text(title).into_owned(), clean_text(body).into_owned());
        let start = Start { plan, starter, title, body, period };
        self.with_module(move |module| (module.create)(self, start));
    }

    /// Takes a plan off the list and says so, with *undo* beside it.
    pub fn remove_plan(self, id: PlanId, title: String) {
        leptos::task::spawn_local(async move {
            let removed = async { self.archive()?.remove(&id, clock::now()).await };
            match removed.await {
                Ok(()) => {
                    self.notices().show(Notice::PlanRemoved { plan: id, title });
                    self.look_around().await;
                }
                Err(error) => self.storage_problem(&error),
            }
        });
    }

    /// Puts a removed plan back on the list.
    pub fn restore_plan(self, id: PlanId) {
        leptos::task::spawn_local(async move {
            let restored = async { self.archive()?.restore(&id).await };
            match restored.await {
                Ok(()) => self.look_around().await,
                Err(error) => self.storage_problem(&error),
            }
        });
    }

    /// Looks up the plans that come with the application.
    pub async fn samples(self) -> Vec<Sample> {
        match fetch::fetch("samples/index.json").await {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_default(),
            Err(_) => Vec::new(),
        }
    }

    /// Opens a plan that comes with the application; one opened before is shown as it was left.
    pub fn open_sample(self, name: String) {
        leptos::task::spawn_local(async move {
            match fetch::fetch(&format!("samples/{name}")).await {
                Ok(bytes) => self.with_module(move |module| (module.take_in)(self, name, bytes, Again::ShowKept)),
                Err(error) => self.notices().show(Notice::Problem(Problem::Browser(error.to_string()))),
            }
        });
    }

    /// Opens files that somebody chose or dropped, one after another.
    pub fn open_files(self, picked: Vec<PickedFile>) {
        leptos::task::spawn_local(async move {
            for picked in picked {
                match pick::read(picked).await {
                    Ok(picked) => self.take_in_picked(picked).await,
                    Err(error) => self.notices().show(Notice::Problem(Problem::Browser(error.to_string()))),
                }
            }
        });
    }

    /// Lets the person choose files, and opens them.
    pub fn ask_for_file(self) {
        leptos::task::spawn_local(async move {
            match pick::pick(".json,.age,.xlsx").await {
                Ok(picked) => self.open_files(picked),
                Err(error) => self.notices().show(Notice::Problem(Problem::Browser(error.to_string()))),
            }
        });
    }

    async fn take_in_picked(self, picked: Picked) {
        let Some(picked) = self.take_workbook(picked).await else { return };
        let (done, is_done) = futures::channel::oneshot::channel();
        self.with_module(move |module| {
            let taken = (module.take_in)(self, picked.name, picked.bytes, Again::Merge);
            Box::pin(async move {
                taken.await;
                // Nobody waits any more when the page has gone.
                let _ = done.send(());
            })
        });
        // A module that did not come is told there, and the next file asks for it again.
        let _ = is_done.await;
    }

    pub(super) async fn take_in(self, name: String, bytes: Vec<u8>, again: Again) {
        if storage::is_rescued(&bytes) {
            return self.take_in_rescued(&bytes).await;
        }
        match (file::read(&bytes), again) {
            (Ok(file), Again::ShowKept) => self.show_kept(file).await,
            (Ok(file), Again::Merge) => self.take(Incoming { name, file }).await,
            (Err(FileError::Sealed), _) => self.sealing().ask_to_open(name, bytes, |workspace, name, bytes| {
                leptos::task::spawn_local(workspace.take_in_picked(Picked { name, bytes }));
            }),
            (Err(error), _) => self.notices().show(Notice::Problem(Problem::File { name, error })),
        }
    }

    /// Shows the plan that is here under the id of one that came; where there is none, the one that came.
    async fn show_kept(self, file: File) {
        let kept = async { self.archive()?.open(&file.plan.id, clock::now()).await };
        match kept.await {
            Ok(kept) => {
                self.restore_plan(kept.plan.id.clone());
                self.go_to_plan(kept.plan.id);
            }
            Err(StorageError::Missing(_)) => self.keep_and_go(file).await,
            Err(StorageError::Damaged { .. }) => self.keep_beside(file).await,
            Err(error) => self.storage_problem(&error),
        }
    }

    /// Keeps a plan beside the one with its id, which cannot be read: nothing may be written over that.
    pub(super) async fn keep_beside(self, file: File) {
        let Some(id) = self.new_id() else { return };
        self.notices().show(Notice::OpenedBeside(file.plan.title.clone()));
        self.keep_and_go(named(file, &id)).await;
    }

    /// Shows a plan that is not here yet, and stores it.
    pub(super) async fn keep_and_go(self, file: File) {
        if !self.settle().await {
            return self.stay();
        }
        let id = file.plan.id.clone();
        self.saved_before.set(None);
        self.show(file.plan.clone(), NOT_STORED, None);
        self.know_origin(Origin::of(&file));
        self.store_new(file);
        // The year is told at once: an address that got it later would stir every link again.
        self.go(&Route::Plan { plan: id, page: Page::Dashboard, span: Some(self.span.get_untracked()) });
    }

    fn go_to_plan(self, plan: PlanId) {
        self.go(&Route::Plan { plan, page: Page::Dashboard, span: None });
    }

    pub(super) fn note_copy(self) {
        self.note_copied(FileCopy { revision: self.revision.get_value(), at: clock::now() });
    }

    /// Notes that a file holds a revision of the open plan.
    pub(super) fn note_copied(self, copy: FileCopy) {
        self.last_copy.set(Some(copy));
        // Of a plan that is not stored yet there is nothing to note it on.
        let Some(id) = self.peek(|plan| plan.id.clone()).filter(|_| copy.revision != NOT_STORED) else { return };
        leptos::task::spawn_local(async move {
            let noted = async { self.archive()?.note_file_copy(&id, copy).await };
            match noted.await {
                Ok(()) => {
                    self.count_uncopied(&id).await;
                    self.look_around().await;
                }
                Err(error) => self.storage_problem(&error),
            }
        });
    }

    pub(super) fn storage_problem(self, error: &StorageError) {
        self.notices().show(Notice::Problem(Problem::Storage(error.clone())));
    }
}

/// Returns whether two plans are written as the same bytes; what nobody sees, such as a cell emptied again, may differ.
pub(super) fn is_same_file(one: &Plan, other: &Plan) -> bool {
    let written = |plan: &Plan| file::write(&File::from(plan.clone())).ok();
    one == other || written(one) == written(other)
}

/// What a new plan is made from.
pub(super) struct Start {
    plan: PlanId,
    starter: Starter,
    title: String,
    body: String,
    period: Period,
}

impl Start {
    /// Makes the plan.
    pub fn plan(self) -> Plan {
        let mut count = 0_u32;
        let mut ids = || {
            count += 1;
            format!("{}-{count}", self.plan)
        };
        Plan::from_starter(self.starter, &self.title, &self.body, self.period, &mut ids)
    }
}

/// The revision of a plan that is not in the archive yet.
pub(super) const NOT_STORED: u64 = 0;

/// What to do with a plan that is here already.
pub(super) enum Again {
    /// Show the one that is here.
    ShowKept,
    /// Merge what came, once somebody has seen it.
    Merge,
}

fn listed(listing: Listing) -> Option<Listed> {
    match listing {
        Listing::Plan(header) => header.removed_at.is_none().then_some(Listed::Plan(header)),
        Listing::Damaged(id) => Some(Listed::Damaged(id)),
    }
}
