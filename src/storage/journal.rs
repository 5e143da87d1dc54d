//! One entry of a plan's journal. It holds the edit and its inverse, so that history can be walked both ways later.

use std::fmt::Display;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::StorageError;
use crate::file::read_record;
use crate::plan::Edit;

const VERSION: u32 = 1;

/// A change as the journal keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// When it was made, by the clock on the wall.
    pub at: NaiveDateTime,
    /// How it came about.
    pub step: Step,
    /// The change.
    pub edit: Edit,
    /// What [`crate::plan::Plan::apply`] returned for it.
    pub inverse: Edit,
}

/// How a change came about; the steps of a journal give the undo history back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Somebody changed something.
    Made,
    /// Somebody undid the newest change not yet undone.
    Undone,
    /// Somebody made again what had been undone last.
    Redone,
}

#[derive(Serialize, Deserialize)]
struct Versioned<T> {
    version: u32,
    entry: T,
}

impl Entry {
    /// Writes the entry and makes sure that it will be read back as it is.
    pub(super) fn encode(&self) -> Result<Vec<u8>, StorageError> {
        const OPERATION: &str = "writing an entry of the journal";
        let bytes = serde_json::to_vec(&Versioned { version: VERSION, entry: self })
            .map_err(|error| StorageError::other(OPERATION, error))?;
        if Self::decode(&bytes)? == *self {
            Ok(bytes)
        } else {
            Err(StorageError::other(OPERATION, "it would be read back differently"))
        }
    }

    /// Reads an entry.
    pub(super) fn decode(bytes: &[u8]) -> Result<Self, StorageError> {
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        let damaged = |why: &dyn Display| StorageError::Damaged { what: format!("an entry of the journal: {why}") };
        let text = std::str::from_utf8(bytes).map_err(|error| damaged(&error))?;
        match read_record::<Version>(text).map_err(|error| damaged(&error))?.version {
            VERSION => Ok(read_record::<Versioned<Self>>(text).map_err(|error| damaged(&error))?.entry),
            _ => Err(StorageError::Newer),
        }
    }
}
