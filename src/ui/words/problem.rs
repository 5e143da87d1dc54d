//! What was done and what could not be done: what happened, what was not lost, what to do.

use crate::plan::{Plan, ReferenceError};
use crate::state::{FieldError, FileError, Notice, Problem, Rescue, SpreadsheetError, StorageError, TooLong, Unwanted};
use crate::ui::words::text::*;

use super::Texts;

/// Says a notice in one sentence.
pub fn notice_words(notice: &Notice, texts: Texts) -> String {
    match notice {
        Notice::Removed(what) => t_string!(texts, words.removed, what = what.clone()),
        Notice::Applied(what) => t_string!(texts, words.applied, what = what.clone()),
        Notice::Merged(1) => t_string!(texts, words.merged_one).to_string(),
        Notice::Merged(files) => t_string!(texts, words.merged, n = files.to_string()),
        Notice::TakenIn => t_string!(texts, words.taken_in).to_owned(),
        Notice::TakenBack(when) => t_string!(texts, storage.taken_back, when = when.clone()),
        Notice::PlanRemoved { title, .. } => t_string!(texts, words.plan_removed, title = title.clone()),
        Notice::NothingNew(title) => t_string!(texts, words.nothing_new, title = title.clone()),
        Notice::OpenedBeside(title) => t_string!(texts, words.opened_beside, title = title.clone()),
        Notice::Copied(1) => t_string!(texts, output.copied_one).to_owned(),
        Notice::Copied(rows) => t_string!(texts, output.copied, rows = rows.to_string()),
        Notice::Downloaded(name) => t_string!(texts, words.downloaded, name = name.clone()),
        Notice::Recovered { lost: 0, .. } => t_string!(texts, words.recovered_all).to_string(),
        Notice::Recovered { lost, until } => {
            let until = until.map_or_else(|| "–".to_owned(), |at| at.format("%d/%m/%Y %H:%M").to_string());
            t_string!(texts, words.recovered_part, lost = lost.to_string(), until = until)
        }
        Notice::Rescued(rescue) => rescue_words(*rescue, texts),
        Notice::ChangedElsewhere => t_string!(texts, words.changed_elsewhere).to_string(),
        Notice::NotJoined(n) => t_string!(texts, words.not_joined, n = n.to_string()),
        Notice::Problem(problem) => problem_words(problem, texts),
    }
}

fn rescue_words(rescue: Rescue, texts: Texts) -> String {
    let Rescue { taken, known, in_part, lost } = rescue;
    let mut words = t_string!(texts, storage.rescued, taken = taken.to_string(), known = known.to_string());
    if in_part > 0 {
        words.push(' ');
        words.push_str(&t_string!(texts, storage.rescued_in_part, n = in_part.to_string()));
    }
    if lost > 0 {
        words.push(' ');
        words.push_str(&t_string!(texts, storage.rescued_lost, n = lost.to_string()));
    }
    words
}

fn problem_words(problem: &Problem, texts: Texts) -> String {
    match problem {
        Problem::File { name, error } => {
            t_string!(texts, words.file_refused, name = name.clone(), why = file_words(error, texts))
        }
        Problem::Spreadsheet { name, error } => {
            let why = match error {
                SpreadsheetError::NotOne => t_string!(texts, output.not_a_workbook).to_string(),
                SpreadsheetError::TooLarge => t_string!(texts, output.too_large).to_string(),
                SpreadsheetError::Damaged(_) => t_string!(texts, output.damaged).to_string(),
                SpreadsheetError::NotWritten(why) => t_string!(texts, words.file_not_written, why = why.clone()),
            };
            t_string!(texts, words.file_refused, name = name.clone(), why = why)
        }
        Problem::Browser(message) => t_string!(texts, words.browser_refused, message = message.clone()),
        Problem::Storage(error) => storage_words(error, texts),
        Problem::NotSaved => t_string!(texts, words.not_saved).to_string(),
        Problem::NotFetched => t_string!(texts, words.not_fetched).to_string(),
        Problem::OutsideScope => t_string!(texts, words.outside_scope).to_string(),
        Problem::TooLong(TooLong { found, most }) => {
            t_string!(texts, refusal.typed_too_long, found = found.to_string(), most = most.to_string())
        }
        Problem::Edit(_) => t_string!(texts, words.edit_refused).to_string(),
    }
}

/// Says why the browser's archive did not do what was asked, what is not lost and what to do.
pub fn storage_words(error: &StorageError, texts: Texts) -> String {
    match error {
        StorageError::Unavailable { message } => {
            t_string!(texts, storage.unavailable, message = message.clone())
        }
        StorageError::Full => t_string!(texts, storage.full).to_string(),
        StorageError::NoSpace => t_string!(texts, storage.no_space).to_string(),
        StorageError::Newer => t_string!(texts, storage.newer).to_string(),
        StorageError::Blocked => t_string!(texts, storage.blocked).to_string(),
        StorageError::Damaged { what } => t_string!(texts, storage.damaged, what = what.clone()),
        StorageError::NoSuchRevision { .. } => t_string!(texts, storage.no_such_revision).to_string(),
        StorageError::Stale { .. }
        | StorageError::Exists(_)
        | StorageError::Missing(_)
        | StorageError::Other { .. } => t_string!(texts, storage.other, message = error.to_string()),
    }
}

fn file_words(error: &FileError, texts: Texts) -> String {
    match error {
        FileError::Empty => t_string!(texts, words.file_empty).to_string(),
        FileError::TooLarge { most, .. } => {
            t_string!(texts, words.file_too_large, most = (most / 1024 / 1024).to_string())
        }
        FileError::NotText { .. } => t_string!(texts, refusal.not_text).to_string(),
        FileError::NotJson => t_string!(texts, refusal.not_json).to_string(),
        FileError::NotOurs => t_string!(texts, words.file_not_ours).to_string(),
        FileError::Sealed => t_string!(texts, refusal.sealed).to_string(),
        FileError::CutShort { line, .. } => t_string!(texts, words.file_cut_short, line = line.to_string()),
        FileError::Damaged { line, column, .. } => {
            t_string!(texts, words.file_damaged, line = line.to_string(), column = column.to_string())
        }
        FileError::NewerVersion { .. } => t_string!(texts, words.file_newer).to_string(),
        FileError::TooDeep { .. }
        | FileError::TooMany { .. }
        | FileError::TooLong { .. }
        | FileError::TooMuch { .. }
        | FileError::Character { .. } => limit_words(error, texts),
        FileError::WrongField { place, line, reason, .. } => t_string!(
            texts,
            words.file_wrong_field,
            place = place.clone(),
            line = line.to_string(),
            why = field_words(reason, texts)
        ),
        FileError::Reference { place, reason } => reference_words(place, reason, texts),
        FileError::Scope(unit) => {
            t_string!(texts, refusal.no_unit, place = "scope", id = unit.to_string())
        }
        FileError::NotWritten(why) => t_string!(texts, words.file_not_written, why = why.clone()),
    }
}

/// Says which limit a file passes, and where. Empty for every other refusal.
fn limit_words(error: &FileError, texts: Texts) -> String {
    match error {
        FileError::TooDeep { place, line, most, .. } => {
            t_string!(texts, refusal.too_deep, place = place.clone(), line = line.to_string(), most = most.to_string())
        }
        FileError::TooMany { place, line, most, .. } => {
            t_string!(texts, refusal.too_many, place = place.clone(), line = line.to_string(), most = most.to_string())
        }
        FileError::TooLong { place, line, found, most, .. } => t_string!(
            texts,
            refusal.too_long,
            place = place.clone(),
            line = line.to_string(),
            found = found.to_string(),
            most = most.to_string()
        ),
        FileError::TooMuch { line, most, .. } => {
            t_string!(texts, refusal.too_much, line = line.to_string(), most = (most / 1024 / 1024).to_string())
        }
        FileError::Character { place, line, character, .. } => {
            let (place, line, code) = (place.clone(), line.to_string(), format!("U+{:04X}", character.code()));
            match character {
                Unwanted::Control(_) => t_string!(texts, refusal.control, place = place, line = line, code = code),
                Unwanted::Direction(_) => t_string!(texts, refusal.direction, place = place, line = line, code = code),
                Unwanted::NoCharacter(_) => {
                    t_string!(texts, refusal.no_character, place = place, line = line, code = code)
                }
            }
        }
        _ => String::new(),
    }
}

fn reference_words(place: &str, reason: &ReferenceError, texts: Texts) -> String {
    let place = place.to_owned();
    match reason {
        ReferenceError::NoGoal(id) => t_string!(texts, refusal.no_goal, place = place, id = id.to_string()),
        ReferenceError::NoUnit(id) => t_string!(texts, refusal.no_unit, place = place, id = id.to_string()),
        ReferenceError::NoAction(id) => t_string!(texts, refusal.no_action, place = place, id = id.to_string()),
        ReferenceError::Cycle(id) => t_string!(texts, refusal.cycle, place = place, id = id.to_string()),
        ReferenceError::TooDeep(_) => {
            t_string!(texts, refusal.goal_too_deep, place = place, most = Plan::MOST_LEVELS.to_string())
        }
        ReferenceError::GoalTwice(id) => t_string!(texts, refusal.goal_twice, place = place, id = id.to_string()),
        ReferenceError::UnitTwice(id) => t_string!(texts, refusal.unit_twice, place = place, id = id.to_string()),
        // Only an edit can meet these.
        ReferenceError::GoalInUse(_) | ReferenceError::UnitInUse(_) | ReferenceError::ActionInUse(_) => {
            t_string!(texts, words.file_reference, place = place)
        }
    }
}

fn field_words(error: &FieldError, texts: Texts) -> String {
    match error {
        FieldError::Missing(field) => t_string!(texts, words.field_missing, field = field.clone()),
        FieldError::Unknown(field) => t_string!(texts, words.field_unknown, field = field.clone()),
        FieldError::Twice(field) => t_string!(texts, words.field_twice, field = field.clone()),
        FieldError::KeyTwice(_) => t_string!(texts, refusal.key_twice).to_string(),
        FieldError::Day(_) => t_string!(texts, refusal.day).to_string(),
        FieldError::Year(_) => t_string!(texts, refusal.year).to_string(),
        FieldError::Number(_) => t_string!(texts, refusal.number).to_string(),
        FieldError::Bounds(_) => t_string!(texts, refusal.bounds).to_string(),
        FieldError::Choice(_) => t_string!(texts, refusal.choice).to_string(),
        FieldError::Kind(_) => t_string!(texts, refusal.kind).to_string(),
        FieldError::Value(_) => t_string!(texts, words.field_value).to_string(),
    }
}
