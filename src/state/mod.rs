//! The open plan and everything that happens to it: editing, undo, autosave, files, the address. No words, no markup.

mod copying;
mod editing;
mod exchange;
mod figures;
mod followed;
mod history;
mod joining;
mod library;
mod module;
mod notices;
mod output;
mod rescue;
mod route;
mod saving;
mod sealing;
mod spreadsheet;
pub mod table;
mod versions;
mod workspace;

pub use crate::file::xlsx::{
    AddedRow, GoneRows, Left, LeftRow, Place as CellName, Refused, RefusedCell, SpreadsheetError,
};
pub use crate::file::{FieldError, FileError, TooLong, Unwanted};
pub use crate::storage::HandedOut;
pub use crate::storage::{StorageError, Uncopied};
pub use copying::AutoCopy;
pub use exchange::{Account, Arrived, Incoming, Shipment};
pub use figures::Explained;
pub use followed::Sheet;
pub use library::{Condition, Header, Listed, Sample, SampleCounts};
pub use notices::{Notice, Notices, Problem, Rescue, Shown};
pub use output::{Brought, Work};
pub use route::{Page, Route};
pub use saving::SaveState;
pub use sealing::{Asking, SHORTEST, SealError, Sealing, Strength};
pub use versions::{Kept, Looked, Sitting, Version, Versions};
pub use workspace::{Opened, Workspace};

use history::History;
use leptos::prelude::expect_context;

/// Returns the workspace that [`Workspace::start`] set up.
pub fn use_workspace() -> Workspace {
    expect_context()
}
