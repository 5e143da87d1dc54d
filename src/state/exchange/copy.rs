//! The open plan as a copy of another: where it came from, what may be edited in it, and who has copies of it.

use leptos::prelude::*;

use crate::plan::{Edit, Scope};
use crate::state::Workspace;
use crate::state::library::Header;
use crate::storage::{HandedOut, Origin};

impl Workspace {
    /// Takes from a header what is known of copies.
    pub(in crate::state) fn know_copies(self, header: Option<Header>) {
        let (handed, origin) = header.map(|header| (header.handed, header.origin)).unwrap_or_default();
        self.exchange.handed.set(handed);
        self.know_origin(origin);
    }

    /// Takes note of where the open plan came from.
    pub(in crate::state) fn know_origin(self, origin: Option<Origin>) {
        self.exchange.origin.set(origin);
    }

    /// Returns what may be edited in the open plan; none: everything.
    pub fn scope(self) -> Option<Scope> {
        self.exchange.origin.read().as_ref().and_then(|origin| origin.scope.clone())
    }

    /// Returns whether the open plan is an office's copy.
    pub fn is_copy(self) -> bool {
        self.exchange.origin.read().as_ref().is_some_and(|origin| origin.scope.is_some())
    }

    /// Returns the names of the offices for which the open copy was made, as a sentence lists them; empty where it was made
    /// for none.
    pub fn copy_for(self) -> String {
        let Some(scope) = self.scope() else { return String::new() };
        let name = |plan: &crate::plan::Plan| {
            let units = scope.units.iter().filter_map(|unit| plan.units.get(unit));
            units.map(|unit| unit.name.clone()).collect::<Vec<_>>().join(", ")
        };
        self.read(name).unwrap_or_default()
    }

    /// Returns whether an edit stays within what may be edited here; follows the plan only where it is a copy.
    pub fn may(self, edit: &Edit) -> bool {
        let origin = self.exchange.origin.read();
        let Some(scope) = origin.as_ref().and_then(|origin| origin.scope.as_ref()) else { return true };
        self.read(|plan| scope.allows(edit, plan)).unwrap_or_default()
    }

    /// Returns the same without following anything.
    pub(in crate::state) fn may_untracked(self, edit: &Edit) -> bool {
        untrack(|| self.may(edit))
    }

    /// Returns the copies of the open plan that were made for offices, the newest first.
    pub fn handed_out(self) -> Vec<HandedOut> {
        self.exchange.handed.read().iter().rev().filter(|handed| !handed.units.is_empty()).cloned().collect()
    }

    /// Reads again what the archive knows of copies of the open plan.
    pub(super) async fn look_at_copies(self) {
        let Some(id) = self.peek(|plan| plan.id.clone()) else { return };
        // What cannot be read now is read when the plan is opened again.
        if let Ok(header) = async { self.archive()?.header(&id).await }.await
            && self.peek(|plan| plan.id == id).unwrap_or_default()
        {
            self.know_copies(Some(header));
        }
    }
}
