//! A plan that came in, from wherever: a file, a spreadsheet, a ciphered file that was opened.
//!
//! One that is not here yet is kept as a new plan. One that is here waits on the page *Scambio* until somebody has seen what
//! it brings: nothing is taken silently.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::inbox::Arrived;
use crate::browser::clock;
use crate::file::File;
use crate::merge::Sender;
use crate::plan::{Plan, PlanId, RevisionId, Scope, UnitId};
use crate::state::library::is_same_file;
use crate::state::{Notice, Page, Route, Workspace};
use crate::storage::{Archive, HandedOut, Header, StorageError};

/// A plan that came in.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// What the file was called.
    pub name: String,
    /// What was in it.
    pub file: File,
}

/// What the history here knows of where a file began.
struct Beginning {
    base: Option<Plan>,
    handed: Option<HandedOut>,
    written: HashMap<String, NaiveDate>,
}

impl Workspace {
    /// Takes a plan in: as a new plan, or to be merged once somebody has seen what it brings. The page to which it belongs
    /// comes up.
    pub fn receive(self, incoming: Incoming) {
        leptos::task::spawn_local(self.take(incoming));
    }

    /// What [`Workspace::receive`] does; done when the file is in its place.
    pub(in crate::state) async fn take(self, incoming: Incoming) {
        let id = incoming.file.plan.id.clone();
        if self.peek(|open| open.id == id).unwrap_or_default() {
            // What is still on its way to the archive counts too. What cannot be stored stays on the screen and is merged with.
            let _ = self.settle().await;
        }
        let found = async {
            let archive = self.archive()?;
            let opened = archive.open(&id, clock::now()).await?;
            Ok::<_, StorageError>((archive.clone(), opened.plan, archive.header(&id).await?))
        };
        match found.await {
            Ok((archive, kept, header)) => self.let_wait(incoming, &archive, &kept, &header).await,
            Err(StorageError::Missing(_)) => self.keep_and_go(incoming.file).await,
            // The one that is here cannot be read: the file is what there is, and nothing may be written over the other.
            Err(StorageError::Damaged { .. }) => self.keep_beside(incoming.file).await,
            Err(error) => self.storage_problem(&error),
        }
    }

    /// Puts a file among those that wait, and goes there.
    async fn let_wait(self, incoming: Incoming, archive: &Archive, kept: &Plan, header: &Header) {
        let Incoming { name, file } = incoming;
        let id = file.plan.id.clone();
        let is_same = is_same_file(kept, &file.plan);
        let Beginning { base, handed, written } = beginning(archive, &file, header).await;
        let names_of = |units: &[UnitId]| {
            let named = units.iter().filter_map(|unit| file.plan.units.get(unit)).map(|unit| unit.name.trim());
            named.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let said = file.sent.as_ref().map(|sent| sent.by.trim().to_owned()).filter(|by| !by.is_empty());
        let office = file.scope.as_ref().map(|scope| names_of(&scope.units)).unwrap_or_default();
        let arrived = Arrived {
            number: self.exchange.arrived.read_untracked().last().map_or(0, |last| last.number.wrapping_add(1)),
            name,
            office: office.clone(),
            handed,
            is_same,
            written: Arc::new(written),
            sender: Sender {
                by: said.unwrap_or(office),
                on: file.sent.as_ref().map(|sent| sent.on),
                scope: asked(&file, header),
                base: base.map(Arc::new),
                plan: Arc::new(file.plan.clone()),
                refused: BTreeSet::new(),
            },
            file: Arc::new(file),
        };
        if is_same {
            self.notices().show(Notice::NothingNew(kept.title.clone()));
        }
        if header.removed_at.is_some() {
            self.restore_plan(id.clone());
        }
        self.exchange.account.set(None);
        self.exchange.is_new.set_value(true);
        self.exchange.arrived.update(|waiting| {
            // The same file opened again is the same file.
            waiting.retain(|known| known.sender.plan != arrived.sender.plan || known.file.scope != arrived.file.scope);
            waiting.push(arrived);
        });
        self.go_to_exchange(id);
    }

    fn go_to_exchange(self, plan: PlanId) {
        let is_here = self.peek(|open| open.id == plan).unwrap_or_default();
        let span = is_here.then(|| self.span.get_untracked());
        self.go(&Route::Plan { plan, page: Page::Exchange, span });
    }
}

/// Finds the plan with which both began: the state that was handed out, in the history here; or the one with which the copy
/// here began; or else what the file carries along.
async fn beginning(archive: &Archive, file: &File, header: &Header) -> Beginning {
    let units = file.scope.as_ref().map(|scope| scope.units.as_slice()).unwrap_or_default();
    let handed = named_states(file).find_map(|state| handed_out(header, state, units)).cloned();
    let mut base = None;
    if let Some(handed) = &handed {
        // A history that was damaged meanwhile leaves the base that the file carries.
        base = archive.at(&file.plan.id, handed.revision).await.ok();
    }
    if base.is_none() && is_from_the_same_home(file, header) {
        base = archive.base(&file.plan.id).await.ok().flatten();
    }
    let base = match (base, &header.origin) {
        (Some(base), _) => Some(base),
        (None, Some(_)) if file.base.is_none() => archive.at(&file.plan.id, 1).await.ok(),
        (None, _) => file.base.clone(),
    };
    let since = handed.as_ref().map_or(1, |handed| handed.revision);
    let written = archive.written_since(&file.plan.id, since).await.unwrap_or_default();
    Beginning { base, handed, written }
}

/// The states that a file names, those it was made from first.
fn named_states(file: &File) -> impl Iterator<Item = &RevisionId> {
    file.parents.iter().chain(&file.revision)
}

/// The copy that was handed out in this state: for these offices, or else for anybody.
fn handed_out<'a>(header: &'a Header, state: &RevisionId, units: &[UnitId]) -> Option<&'a HandedOut> {
    let of_state = || header.handed.iter().rev().filter(|handed| handed.state == *state);
    of_state().find(|handed| handed.units == units).or_else(|| of_state().next())
}

/// Whether what is here is itself an office's copy, so that what both began with lies beside it.
fn is_from_the_same_home(file: &File, header: &Header) -> bool {
    header
        .origin
        .as_ref()
        .is_some_and(|origin| origin.scope.is_some() || origin.parents.iter().any(|state| file.parents.contains(state)))
}

/// What the sender was asked to change: what comes to an office from home may change everything.
fn asked(file: &File, header: &Header) -> Option<Scope> {
    let is_from_home = header
        .origin
        .as_ref()
        .is_some_and(|origin| origin.scope.is_some() && (file.scope.is_none() || origin.parents != file.parents));
    file.scope.clone().filter(|_| !is_from_home)
}
