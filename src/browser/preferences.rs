//! Preferences of this browser, kept in localStorage. They are comfort: a browser that keeps none loses nothing.

use web_sys::Storage;

use super::{BrowserError, window};

/// What a preference is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// The language chosen over the browser's (`it`, `en`).
    Language,
    /// Which plans were kept in this browser, and up to where; see `storage`.
    PlansExisted,
    /// A write has failed since the storage was last known to be sound; see `storage`.
    WriteFailed,
}

impl Preference {
    fn key(self) -> &'static str {
        match self {
            Self::Language => "traguardo.language",
            Self::PlansExisted => "traguardo.plans-existed",
            Self::WriteFailed => "traguardo.write-failed",
        }
    }
}

/// Returns what was chosen; none when nothing was, or when the browser keeps nothing.
pub fn get(preference: Preference) -> Option<String> {
    local_storage().ok()?.get_item(preference.key()).ok()?
}

/// Keeps a choice.
pub fn set(preference: Preference, value: &str) -> Result<(), BrowserError> {
    local_storage()?.set_item(preference.key(), value).map_err(BrowserError::during("keeping a preference"))
}

/// Forgets a choice.
pub fn forget(preference: Preference) -> Result<(), BrowserError> {
    local_storage()?.remove_item(preference.key()).map_err(BrowserError::during("forgetting a preference"))
}

fn local_storage() -> Result<Storage, BrowserError> {
    const OPERATION: &str = "finding the place for preferences";
    let storage = window()?.local_storage().map_err(BrowserError::during(OPERATION))?;
    storage.ok_or_else(|| BrowserError::new(OPERATION, "there is none"))
}
