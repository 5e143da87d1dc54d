//! Bytes to plans and back. A file is taken whole or refused with a sentence that says what is wrong and where.
//!
//! Version 1 is one JSON object, `{"format": "traguardo", "version": 1, …, "plan": {…}}`: keys in a fixed order, two
//! spaces of indentation, decimals as strings with the digits people wrote, dates as `2023-12-31`. The same plan always
//! gives the same bytes, so that a text diff of two files shows what changed and nothing else.
//!
//! What comes from outside is held to limits, far above any real plan, before anything of it is kept:
//!
//! | limit | at most | refused as |
//! |---|---|---|
//! | size | [`MAX_BYTES`], 64 MiB | [`FileError::TooLarge`] |
//! | objects and lists in one another | [`MAX_DEPTH`], 48 | [`FileError::TooDeep`] |
//! | entries of one list or object | [`MAX_ENTRIES`], 20,000 | [`FileError::TooMany`] |
//! | one text | [`MAX_TEXT`], 1,000,000 characters | [`FileError::TooLong`] |
//! | an id, the name of a field | [`MAX_ID`], 200 characters | [`FileError::TooLong`] |
//! | all of it in memory, as reckoned from what stands in it | [`MAX_MEMORY`], 224 MiB | [`FileError::TooMuch`] |
//! | characters | all but those [`Unwanted`] | [`FileError::Character`] |
//! | goals below one another | [`Plan::MOST_LEVELS`](crate::plan::Plan::MOST_LEVELS), 64 | [`FileError::Reference`] |
//!
//! Then each field is held to what it may hold: days that exist, years from 1900 to 2200, periods of up to ten years,
//! weights and percentages from nothing to a million, ids that only one record has, pointers that lead somewhere.
//! What is typed and pasted passes [`fitted`], so that no plan can hold what its own file would be refused for.

mod error;
pub mod flat;
mod heading;
mod json;
mod limits;
mod name;
mod passphrase;
mod place;
mod revision;
#[cfg(test)]
mod sampled;
mod scan;
#[cfg(feature = "schema")]
mod schema;
pub mod stratml;
mod strict;
pub mod table;
mod trail;
mod unwanted;
pub mod xlsx;

pub use error::{FieldError, FileError};
pub use json::{FORMAT, File, Sent, VERSION, read, read_kept, write};
pub use limits::{MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, MAX_ID, MAX_MEMORY, MAX_TEXT};
pub use name::{EXTENSION, SEALED, is_sealed, name, name_for};
pub use passphrase::{SHORTEST, Strength};
pub use revision::revision_of;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use strict::read_record;
pub use unwanted::{TooLong, Unwanted, clean_text, fitted};
