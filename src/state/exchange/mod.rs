//! Files between offices: what was handed out, what came in and waits to be merged, what may be edited in a copy.
//!
//! ```text
//! send ──▸ a file for an office ──▸ opened there: its scope holds ──▸ send_back ──▸ receive ──▸ merged, once confirmed
//! ```

mod copy;
mod inbox;
mod incoming;
mod send;

pub use inbox::{Account, Arrived};
pub use incoming::Incoming;
pub use send::Shipment;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::plan::{ConflictId, Keep};
use crate::storage::{HandedOut, Origin};

/// What the workspace holds of it.
pub(super) struct Exchange {
    /// Where the open plan came from.
    origin: RwSignal<Option<Origin>>,
    /// The copies of the open plan that were handed out, oldest first.
    handed: RwSignal<Vec<HandedOut>>,
    /// Files that wait to be merged, of whatever plan.
    arrived: RwSignal<Vec<Arrived>>,
    /// Whether one of them came in and nobody was led to it yet.
    is_new: StoredValue<bool>,
    /// What was chosen for the conflicts of files that wait.
    kept: RwSignal<BTreeMap<ConflictId, Keep>>,
    /// What was merged last.
    account: RwSignal<Option<Account>>,
    /// The paths of the places about which conflicts wait in the open plan, each as often as there are.
    disputed: RwSignal<Vec<String>>,
}

impl Exchange {
    /// Holds nothing yet.
    pub fn new() -> Self {
        Self {
            origin: RwSignal::new(None),
            handed: RwSignal::new(Vec::new()),
            arrived: RwSignal::new(Vec::new()),
            is_new: StoredValue::new(false),
            kept: RwSignal::new(BTreeMap::new()),
            account: RwSignal::new(None),
            disputed: RwSignal::new(Vec::new()),
        }
    }
}
