//! What can keep a plan from being stored or found again.

use crate::plan::PlanId;

/// Why something could not be stored or found.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The browser has no storage, or refuses it to this page.
    #[error("storage is not available: {message}")]
    Unavailable {
        /// What the browser said.
        message: String,
    },
    /// The browser's quota is full; nothing of this write was kept.
    #[error("storage is full")]
    Full,
    /// The disk is full; nothing of this write was kept, and the browser's storage is not to be written before there is room.
    #[error("the disk is full")]
    NoSpace,
    /// Someone else has written since; nothing of this write was kept.
    #[error("the plan is at revision {actual} by now")]
    Stale {
        /// The revision it has.
        actual: u64,
    },
    /// A plan with this id is there already, perhaps marked as removed.
    #[error("the plan {0} is there already")]
    Exists(PlanId),
    /// No plan has this id.
    #[error("there is no plan {0}")]
    Missing(PlanId),
    /// The plan has no such revision, or nothing that is kept leads to it any more.
    #[error("there is no revision {revision}")]
    NoSuchRevision {
        /// Which was asked for.
        revision: u64,
    },
    /// What was stored is not what was read.
    #[error("damaged: {what}")]
    Damaged {
        /// Which record, and how it shows.
        what: String,
    },
    /// What is stored was written by a newer version of the application; a reload may bring it.
    #[error("written by a newer version of the application")]
    Newer,
    /// Another tab with an older version of the application holds the storage; closing it helps.
    #[error("another tab with an older version holds the storage")]
    Blocked,
    /// Anything else.
    #[error("{operation}: {message}")]
    Other {
        /// What was being done.
        operation: &'static str,
        /// What went wrong.
        message: String,
    },
}

impl StorageError {
    pub(super) fn other(operation: &'static str, error: impl std::fmt::Display) -> Self {
        Self::Other { operation, message: error.to_string() }
    }
}
