//! Why a file was refused: what is wrong, and where.

use crate::plan::{ReferenceError, UnitId};

/// Why a file was refused. Nothing of a refused file is taken.
///
/// Lines and columns count from 1. Places name fields from the outermost in, items of lists from 0:
/// `plan.objectives[3].indicators[2].weight`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// More bytes than [`MAX_BYTES`](super::MAX_BYTES).
    #[error("the file has {found} bytes, more than the {most} that are read")]
    TooLarge {
        /// Its size.
        found: usize,
        /// The largest size read.
        most: usize,
    },
    /// Not UTF-8, so not ours: a spreadsheet, a PDF, an archive.
    #[error("the file is not text in UTF-8: the first byte that does not fit is number {byte}")]
    NotText {
        /// Place of the first byte that does not fit, from 1.
        byte: usize,
    },
    /// Text, but not JSON from its first character on.
    #[error("the file is not JSON: it should begin with \"{{\"")]
    NotJson,
    /// Begins as JSON and ends too early.
    #[error("the file is cut short: it ends at line {line}, column {column}, before the plan does")]
    CutShort {
        /// Line of the end.
        line: usize,
        /// Column of the end.
        column: usize,
    },
    /// Begins as JSON and breaks.
    #[error("the file is damaged at line {line}, column {column}: {reason}")]
    Damaged {
        /// Line of the damage.
        line: usize,
        /// Column of the damage.
        column: usize,
        /// What the JSON reader met there.
        reason: String,
    },
    /// JSON of something else.
    #[error("the file is JSON, but not a Traguardo plan: its \"format\" is not \"traguardo\"")]
    NotOurs,
    /// Written by a newer Traguardo.
    #[error("the file has version {found} of the format; this Traguardo reads up to version {newest}")]
    NewerVersion {
        /// The version it names.
        found: u64,
        /// The newest version read here.
        newest: u64,
    },
    /// One field is wrong.
    #[error("{place} (line {line}, column {column}): {reason}")]
    WrongField {
        /// Which field; `file` is the outermost object.
        place: String,
        /// Line where the reader stopped.
        line: usize,
        /// Column where the reader stopped.
        column: usize,
        /// What is wrong with it.
        reason: FieldError,
    },
    /// Something points at what is not there.
    #[error("{place}: {reason}")]
    Reference {
        /// The field that points.
        place: String,
        /// What it points at.
        reason: ReferenceError,
    },
    /// The scope names an office the plan does not have.
    #[error("scope: there is no unit {0} in the plan")]
    Scope(UnitId),
    /// The file could not be written; never seen with a plan that was read or edited here.
    #[error("the file could not be written: {0}")]
    NotWritten(String),
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FieldError {
    /// A field that must be there is not.
    #[error("the field \"{0}\" is missing")]
    Missing(String),
    /// A field that version 1 does not have.
    #[error("there is no field \"{0}\" in this version of the format")]
    Unknown(String),
    /// A field that stands there twice.
    #[error("the field \"{0}\" stands there twice")]
    Twice(String),
    /// A value of another kind, or out of its bounds.
    #[error("{0}")]
    Value(String),
}

impl FieldError {
    /// Sorts out the JSON reader's own words.
    pub(super) fn from_words(words: &str) -> Self {
        let quoted = || words.split('`').nth(1).unwrap_or_default().to_owned();
        if words.starts_with("missing field") {
            Self::Missing(quoted())
        } else if words.starts_with("unknown field") {
            Self::Unknown(quoted())
        } else if words.starts_with("duplicate field") {
            Self::Twice(quoted())
        } else {
            Self::Value(words.to_owned())
        }
    }
}
