//! The plan file, version 1: one JSON object around the plan.
//!
//! Reading is strict: an unknown field, a list where a record should stand, a key written twice or a pointer that leads
//! nowhere refuses the whole file. The only thing looked over is a byte order mark at the start, which Windows editors add.
//! A cell with nothing in it is left out, as everywhere in a plan.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;

use super::heading::Heading;
use super::limits::MAX_BYTES;
use super::place::place_of;
use super::scan::scan;
use super::strict::read_along;
use super::trail::Trail;
use super::{FieldError, FileError, is_sealed};
use crate::plan::{Plan, RevisionId, Scope};
use crate::target::day;

/// What `"format"` says in every file of ours.
pub const FORMAT: &str = "traguardo";

/// The version written, and the newest one read.
pub const VERSION: u64 = 1;

/// A plan as it travels, with what a merge needs to know about it.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Names this state of the plan.
    pub revision: Option<RevisionId>,
    /// The states it was made from.
    pub parents: Vec<RevisionId>,
    /// For which offices this copy was made, and so what may be edited in it; absent: everything.
    pub scope: Option<Scope>,
    /// Who handed this copy on, and when; absent: nobody said.
    pub sent: Option<Sent>,
    /// The plan as it was when this copy was handed out, for a merge without history.
    pub base: Option<Plan>,
    /// The plan.
    pub plan: Plan,
}

/// Who handed a copy on, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sent {
    /// Who, in words; empty: not said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// On which day.
    #[serde(deserialize_with = "day::one")]
    pub on: NaiveDate,
}

impl File {
    /// Returns the copy of a plan that some offices are sent: the whole plan to read, their part to edit, and the same again
    /// as the base of a later merge. Evaluations by persons are in it only where the scope says so.
    pub fn extract(plan: &Plan, revision: Option<RevisionId>, scope: Scope) -> Self {
        let seen = scope.seen(plan);
        Self {
            revision: None,
            parents: revision.into_iter().collect(),
            scope: Some(scope),
            sent: None,
            base: Some(seen.clone()),
            plan: seen,
        }
    }
}

impl From<Plan> for File {
    fn from(plan: Plan) -> Self {
        Self { revision: None, parents: Vec::new(), scope: None, sent: None, base: None, plan }
    }
}

/// The object in the file; its fields stand in the order in which they are written.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Traguardo plan, version 1"))]
#[serde(deny_unknown_fields)]
pub(super) struct Envelope<'a> {
    /// Always `traguardo`.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = "^traguardo$")))]
    format: Cow<'a, str>,
    /// Always 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    version: u64,
    /// Names this state of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    revision: Option<Cow<'a, RevisionId>>,
    /// The states it was made from.
    #[serde(default, skip_serializing_if = "<[RevisionId]>::is_empty")]
    parents: Cow<'a, [RevisionId]>,
    /// For which offices this copy was made, and so what may be edited in it; absent or null: everything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scope: Option<Cow<'a, Scope>>,
    /// Who handed this copy on, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sent: Option<Cow<'a, Sent>>,
    /// The plan as it was when this copy was handed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    base: Option<Cow<'a, Plan>>,
    /// The plan.
    plan: Cow<'a, Plan>,
}

/// Reads a plan file that somebody hands over.
///
/// # Errors
/// The first thing that keeps it from being a plan of ours, with its place.
pub fn read(bytes: &[u8]) -> Result<File, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge { found: bytes.len(), most: MAX_BYTES });
    }
    if is_sealed(bytes) {
        return Err(FileError::Sealed);
    }
    let text = text_of(bytes)?;
    // In somebody else's file, or one of a newer version, there is no finding fault.
    scan(text).map_err(|error| somebody_elses(text).unwrap_or(error))?;
    read_text(text)
}

/// Reads a plan that this application wrote itself and kept: what is in the browser already is not held to the limits of
/// what comes in from outside.
///
/// # Errors
/// As [`read`].
pub fn read_kept(bytes: &[u8]) -> Result<File, FileError> {
    read_text(text_of(bytes)?)
}

fn text_of(bytes: &[u8]) -> Result<&str, FileError> {
    let text = std::str::from_utf8(bytes).map_err(|error| FileError::NotText { byte: error.valid_up_to() + 1 })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn read_text(text: &str) -> Result<File, FileError> {
    let trail = Trail::default();
    match read_along::<Envelope<'_>>(text, &trail) {
        Ok(envelope) if envelope.format == FORMAT && envelope.version == VERSION => checked(envelope),
        other => Err(explain(text, other.err().as_ref(), &trail)),
    }
}

/// Writes a plan file: the same bytes whenever the file is the same.
///
/// # Errors
/// Only [`FileError::NotWritten`], which no plan made through this crate can cause.
pub fn write(file: &File) -> Result<String, FileError> {
    let envelope = Envelope {
        format: Cow::Borrowed(FORMAT),
        version: VERSION,
        revision: file.revision.as_ref().map(Cow::Borrowed),
        parents: Cow::Borrowed(&file.parents),
        scope: file.scope.as_ref().map(Cow::Borrowed),
        sent: file.sent.as_ref().map(Cow::Borrowed),
        base: file.base.as_ref().map(Cow::Borrowed),
        plan: Cow::Borrowed(&file.plan),
    };
    let mut text = serde_json::to_string_pretty(&envelope).map_err(|error| FileError::NotWritten(error.to_string()))?;
    text.push('\n');
    Ok(text)
}

/// Takes the contents out of an envelope whose pointers all lead somewhere.
fn checked(envelope: Envelope<'_>) -> Result<File, FileError> {
    let file = File {
        revision: envelope.revision.map(Cow::into_owned),
        parents: envelope.parents.into_owned(),
        scope: envelope.scope.map(Cow::into_owned),
        sent: envelope.sent.map(Cow::into_owned),
        base: envelope.base.map(Cow::into_owned),
        plan: envelope.plan.into_owned(),
    };
    let plans = [("plan", Some(&file.plan)), ("base", file.base.as_ref())];
    for (name, plan) in plans.into_iter().filter_map(|(name, plan)| Some((name, plan?))) {
        plan.check_references()
            .map_err(|reason| FileError::Reference { place: place_of(name, plan, &reason), reason })?;
    }
    let units = file.scope.iter().flat_map(|scope| &scope.units);
    match units.into_iter().find(|unit| !file.plan.units.contains(unit)) {
        Some(missing) => Err(FileError::Scope(missing.clone())),
        None => Ok(file),
    }
}

/// Returns why a text is no file of ours in a version known here, where it is not: then nothing else about it matters.
fn somebody_elses(text: &str) -> Option<FileError> {
    match text.trim_start().chars().next() {
        None => Some(FileError::Empty),
        Some('{') => match heading_of(text) {
            Some(Err(other @ (FileError::NotOurs | FileError::NewerVersion { .. }))) => Some(other),
            _ => None,
        },
        // Whole JSON of another shape is somebody else's; anything else is no JSON at all.
        Some(_) if serde_json::from_str::<IgnoredAny>(text).is_ok() => Some(FileError::NotOurs),
        Some(_) => Some(FileError::NotJson),
    }
}

/// Judges what a file says about itself; none where it is not whole enough to tell.
fn heading_of(text: &str) -> Option<Result<(), FileError>> {
    serde_json::from_str::<Heading>(text).ok().map(|heading| heading.judged(VERSION))
}

/// Finds out why a text is no plan of ours: whether it is JSON, ours, of a version known here, and which field is wrong.
fn explain(text: &str, error: Option<&serde_json::Error>, trail: &Trail) -> FileError {
    if let Some(other) = somebody_elses(text) {
        return other;
    }
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        let (line, column) = (error.line(), error.column());
        return match error.classify() {
            Category::Eof => FileError::CutShort { line, column },
            _ => FileError::Damaged { line, column, reason: words(&error) },
        };
    }
    match heading_of(text) {
        Some(Err(other)) => other,
        Some(Ok(())) | None => wrong_field(text, error, trail),
    }
}

/// Names the field at which reading stopped.
fn wrong_field(text: &str, error: Option<&serde_json::Error>, trail: &Trail) -> FileError {
    // Every envelope that reads was let through before.
    let Some(error) = error else { return FileError::NotOurs };
    FileError::WrongField {
        place: trail.place(text),
        line: error.line(),
        column: error.column(),
        reason: FieldError::from_words(&words(error)),
    }
}

/// Returns what an error says, without the line and column that stand beside it anyway.
fn words(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    said.strip_suffix(&place).map(str::to_owned).unwrap_or(said)
}
