//! What it takes to open a plan and to change it is a Wasm module of its own, with the pages of the plan: it is fetched while
//! people look at the list of plans, or when the address leads straight to one. What is called only through [`PlanModule`]
//! is left out of the first module; `ui::module` holds the doors of the screen.

use std::pin::Pin;
use std::sync::OnceLock;

use chrono::NaiveDate;
use leptos::prelude::{Get, GetUntracked, Set};
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;

use super::library::{Again, Start};
use super::{Incoming, Notice, Opened, Problem, Workspace};
use crate::attainment::{Attainment, Span};
use crate::plan::{Plan, PlanId};

/// Something that takes its time.
pub(super) type Task = Pin<Box<dyn Future<Output = ()>>>;

/// What the module offers.
pub(super) struct PlanModule {
    /// Opens a plan of this browser.
    pub open: fn(Workspace, PlanId) -> Task,
    /// Makes a plan from a model, keeps it and opens it.
    pub create: fn(Workspace, Start) -> Task,
    /// Opens a file.
    pub take_in: fn(Workspace, String, Vec<u8>, Again) -> Task,
    /// Takes in a plan that was read from a spreadsheet.
    pub receive: fn(Workspace, Incoming) -> Task,
    /// Shows what another tab has stored.
    pub join: fn(Workspace, PlanId) -> Task,
    /// Undoes the newest step.
    pub undo: fn(Workspace),
    /// Redoes the newest step undone.
    pub redo: fn(Workspace),
    /// Computes all figures.
    pub compute: fn(&Plan, Span, NaiveDate) -> Attainment,
    /// Brings figures up to a plan that was edited.
    pub follow: fn(&mut Attainment, &Plan),
}

static MODULE: OnceLock<PlanModule> = OnceLock::new();

/// Returns the module once it is here; a plan is open only then.
pub(super) fn module() -> Option<&'static PlanModule> {
    MODULE.get()
}

impl Workspace {
    /// Returns whether the module is here.
    pub fn has_module(self) -> bool {
        self.has_module.get()
    }

    /// Returns whether somebody waits for the module: what was asked for comes once it is here.
    pub fn is_waiting(self) -> bool {
        self.waiting.get()
    }

    /// Fetches the module while nobody waits for it.
    pub(super) fn fetch_module(self) {
        spawn_local(async move {
            // Whoever opens a plan tries again, and is told.
            drop(self.module_fetched().await);
        });
    }

    /// Does something with the module as soon as it is here; that it cannot be fetched is said on the screen.
    pub(super) fn with_module(self, task: impl FnOnce(&'static PlanModule) -> Task + 'static) {
        self.waiting.set(module().is_none());
        spawn_local(async move {
            let fetched = self.module_fetched().await;
            self.waiting.set(false);
            match fetched {
                Ok(module) => task(module).await,
                Err(_) => {
                    self.opened.set(Opened::NotFetched);
                    self.notices().show(Notice::Problem(Problem::NotFetched));
                }
            }
        });
    }

    async fn module_fetched(self) -> Result<&'static PlanModule, SplitLoaderError> {
        let found = fetch().await?;
        let module = MODULE.get_or_init(|| found);
        if !self.has_module.get_untracked() {
            self.has_module.set(true);
        }
        Ok(module)
    }
}

#[cfg(feature = "split")]
#[wasm_split(plan, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch() -> Result<PlanModule, SplitLoaderError> {
    Ok(PlanModule::here())
}

#[cfg(not(feature = "split"))]
async fn fetch() -> Result<PlanModule, SplitLoaderError> {
    Ok(PlanModule::here())
}

impl PlanModule {
    fn here() -> Self {
        Self {
            open: |workspace, plan| Box::pin(workspace.open(plan)),
            create: |workspace, start| Box::pin(workspace.keep_and_go(start.plan().into())),
            take_in: |workspace, name, bytes, again| Box::pin(workspace.take_in(name, bytes, again)),
            receive: |workspace, incoming| Box::pin(workspace.take(incoming)),
            join: |workspace, plan| Box::pin(workspace.join_stored(plan)),
            undo: Workspace::step_back,
            redo: Workspace::step_forth,
            compute: Attainment::of,
            follow: Attainment::follow,
        }
    }
}
