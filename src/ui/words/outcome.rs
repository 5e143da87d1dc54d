//! What came of a cell, in words.

use crate::attainment::{Obstacle, Outcome};
use crate::plan::Status;
use crate::ui::words::text::*;

use super::Texts;

/// Says what came of a cell: short enough for a table.
pub fn outcome_words(outcome: Outcome, texts: Texts) -> String {
    match outcome {
        Outcome::Scored => t_string!(texts, words.scored).to_string(),
        Outcome::Awaited { overdue: false } => t_string!(texts, words.awaited).to_string(),
        Outcome::Awaited { overdue: true } => t_string!(texts, words.overdue).to_string(),
        Outcome::NotDue => t_string!(texts, words.not_due).to_string(),
        Outcome::SetAside(status) => status_words(status, texts),
        Outcome::NeedsJudgement => t_string!(texts, words.needs_judgement).to_string(),
        Outcome::NotComputable(_) => t_string!(texts, words.not_computable).to_string(),
    }
}

/// Says why a year does not count.
pub fn status_words(status: Status, texts: Texts) -> String {
    match status {
        Status::ToDefine => t_string!(texts, words.to_define).to_string(),
        Status::Suspended => t_string!(texts, words.suspended).to_string(),
        Status::Postponed { to } => t_string!(texts, words.postponed, year = to.to_string()),
        Status::StruckOut => t_string!(texts, words.struck_out).to_string(),
    }
}

/// Says why a result cannot be scored, and what to do about it.
pub fn obstacle_words(obstacle: Obstacle, texts: Texts) -> String {
    match obstacle {
        Obstacle::Unavailable => t_string!(texts, words.obstacle_unavailable).to_string(),
        Obstacle::PercentOrFraction => t_string!(texts, words.obstacle_percent_or_fraction).to_string(),
        Obstacle::PercentAgainstCount => t_string!(texts, words.obstacle_percent_against_count).to_string(),
        Obstacle::CountAgainstDeed => t_string!(texts, words.obstacle_count_against_deed).to_string(),
        Obstacle::DateAgainstAmount => t_string!(texts, words.obstacle_date_against_amount).to_string(),
        Obstacle::ChangeAgainstAmount => t_string!(texts, words.obstacle_change_against_amount).to_string(),
        Obstacle::WholeUnknown => t_string!(texts, words.obstacle_whole_unknown).to_string(),
        Obstacle::UnitsDiffer => t_string!(texts, words.obstacle_units_differ).to_string(),
        Obstacle::ChangesDiffer => t_string!(texts, words.obstacle_changes_differ).to_string(),
        Obstacle::ReferenceUnknown => t_string!(texts, words.obstacle_reference_unknown).to_string(),
        Obstacle::ChangeFromZero => t_string!(texts, words.obstacle_change_from_zero).to_string(),
        Obstacle::EmptyWhole => t_string!(texts, words.obstacle_empty_whole).to_string(),
        Obstacle::NoWeight => t_string!(texts, words.obstacle_no_weight).to_string(),
        Obstacle::TooLarge => t_string!(texts, words.obstacle_too_large).to_string(),
    }
}
