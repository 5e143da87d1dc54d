//! Why a file was refused: what is wrong, and where.

use super::unwanted::Unwanted;
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
    /// Locked with a passphrase (age format); what is in it can be read once it is unlocked.
    #[error("the file is locked with a passphrase")]
    Sealed,
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
    /// Goes deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
    #[error("{place} (line {line}, column {column}): it goes deeper than the {most} levels that are read")]
    TooDeep {
        /// Which field.
        place: String,
        /// Its line.
        line: usize,
        /// Its column.
        column: usize,
        /// How deep may be gone.
        most: usize,
    },
    /// A list or object with more entries than [`MAX_ENTRIES`](super::MAX_ENTRIES).
    #[error("{place} (line {line}, column {column}): it has more than the {most} entries that are read")]
    TooMany {
        /// Which field.
        place: String,
        /// Line of the first entry too many.
        line: usize,
        /// Its column.
        column: usize,
        /// How many entries there may be.
        most: usize,
    },
    /// A text, an id or the name of a field longer than [`MAX_TEXT`](super::MAX_TEXT) or [`MAX_ID`](super::MAX_ID).
    #[error("{place} (line {line}, column {column}): it has {found} characters, more than the {most} that are read")]
    TooLong {
        /// Which field; for a name the record in which it stands.
        place: String,
        /// Its line.
        line: usize,
        /// Its column.
        column: usize,
        /// Its length.
        found: usize,
        /// How long it may be.
        most: usize,
    },
    /// So many small things that they would take more memory than [`MAX_MEMORY`](super::MAX_MEMORY).
    #[error("{place} (line {line}, column {column}): up to here the file would take more than the {most} bytes it may")]
    TooMuch {
        /// The field at which the measure is full.
        place: String,
        /// Its line.
        line: usize,
        /// Its column.
        column: usize,
        /// How many bytes it may take.
        most: usize,
    },
    /// A character that no text of a plan needs.
    #[error("{place} (line {line}, column {column}): {character}")]
    Character {
        /// Which field.
        place: String,
        /// Line of the character.
        line: usize,
        /// Its column.
        column: usize,
        /// Which, and why not.
        character: Unwanted,
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
    /// A year or an id beside which two things stand, or an id that two records have.
    #[error("{0}")]
    KeyTwice(String),
    /// No day, or one that does not exist.
    #[error("{0}")]
    Day(String),
    /// A year, or a period, out of bounds.
    #[error("{0}")]
    Year(String),
    /// No number.
    #[error("{0}")]
    Number(String),
    /// A number below or above what may stand there.
    #[error("{0}")]
    Bounds(String),
    /// One of a few words was wanted, and this is none of them.
    #[error("{0}")]
    Choice(String),
    /// A value of another kind: a text for a number, a list for a record.
    #[error("{0}")]
    Kind(String),
    /// A value that does not fit in another way.
    #[error("{0}")]
    Value(String),
}

/// How the reader's and the model's own words begin, and what they are about.
type Sort = (&'static str, fn(String) -> FieldError);

const SORTS: &[Sort] = &[
    ("the year ", FieldError::Year),
    ("it is not a year", FieldError::Year),
    ("a period has", FieldError::Year),
    ("it is not a day", FieldError::Day),
    ("it is not a number", FieldError::Number),
    ("it is below", FieldError::Bounds),
    ("it is above", FieldError::Bounds),
    ("the cap is below", FieldError::Bounds),
    ("no grade earns more", FieldError::Bounds),
    ("so many can only", FieldError::Bounds),
    ("invalid value: integer", FieldError::Bounds),
    ("unknown variant", FieldError::Choice),
    ("invalid type", FieldError::Kind),
];

impl FieldError {
    /// Sorts out the JSON reader's own words.
    pub(super) fn from_words(words: &str) -> Self {
        let quoted = || words.split('`').nth(1).unwrap_or_default().to_owned();
        let said = words.to_owned();
        if words.starts_with("missing field") {
            Self::Missing(quoted())
        } else if words.starts_with("unknown field") {
            Self::Unknown(quoted())
        } else if words.starts_with("duplicate field") {
            Self::Twice(quoted())
        } else if words.ends_with("stands there twice") || words.ends_with("is there already") {
            Self::KeyTwice(said)
        } else {
            match SORTS.iter().find(|(beginning, _)| words.starts_with(beginning)) {
                Some((_, sort)) => sort(said),
                None => Self::Value(said),
            }
        }
    }
}
