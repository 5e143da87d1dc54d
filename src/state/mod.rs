//! The open plan and everything that happens to it: editing, undo, autosave, files, the address. No words, no markup.

mod editing;
mod figures;
mod followed;
mod history;
mod library;
mod module;
mod notices;
mod route;
mod saving;
pub mod table;
mod workspace;

pub use crate::file::{FieldError, FileError};
pub use figures::Explained;
pub use followed::Sheet;
pub use library::{Condition, Header, Listed, Sample, SampleCounts};
pub use notices::{Notice, Notices, Problem, Shown};
pub use route::{Page, Route};
pub use saving::SaveState;
pub use workspace::{Opened, Workspace};

use history::History;
use leptos::prelude::expect_context;

/// Returns the workspace that [`Workspace::start`] set up.
pub fn use_workspace() -> Workspace {
    expect_context()
}
