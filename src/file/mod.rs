//! Bytes to plans and back. A file is taken whole or refused with a sentence that says what is wrong and where.
//!
//! Version 1 is one JSON object, `{"format": "traguardo", "version": 1, …, "plan": {…}}`: keys in a fixed order, two
//! spaces of indentation, decimals as strings with the digits people wrote, dates as `2023-12-31`. The same plan always
//! gives the same bytes, so that a text diff of two files shows what changed and nothing else.

mod error;
pub mod flat;
mod json;
mod name;
mod place;
mod revision;
#[cfg(feature = "schema")]
mod schema;
pub mod stratml;
mod strict;
pub mod table;
mod trail;
pub mod xlsx;

pub use error::{FieldError, FileError};
pub use json::{FORMAT, File, MAX_BYTES, Sent, VERSION, read, write};
pub use name::{EXTENSION, name, name_for};
pub use revision::revision_of;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use strict::read_record;
