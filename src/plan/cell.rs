//! One indicator, one year: what was promised, what came of it, and what people decided about it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::field::{fields, is_default};
use super::{Percent, Year};
use crate::target::{Context, Phrase, Reading, Target, day};

/// One indicator in one year. All of it is optional; a cell with nothing in it does not exist.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Cell {
    /// What is promised, in the office's words (*previsione*).
    #[serde(skip_serializing_if = "Phrase::is_unwritten")]
    pub target: Phrase<Target>,
    /// The reading a person chose over the automatic one.
    #[serde(skip_serializing_if = "is_default")]
    pub target_reading: Option<Target>,
    /// The last good day (*termine*).
    #[serde(deserialize_with = "day::maybe", skip_serializing_if = "is_default")]
    pub due: Option<NaiveDate>,
    /// What was achieved, in the office's words (*risultato*).
    #[serde(skip_serializing_if = "Phrase::is_unwritten")]
    pub result: Phrase<Reading>,
    /// The reading a person chose over the automatic one.
    #[serde(skip_serializing_if = "is_default")]
    pub result_reading: Option<Reading>,
    /// Readings taken during the year, oldest first.
    #[serde(skip_serializing_if = "is_default")]
    pub checkpoints: Vec<Checkpoint>,
    /// Why the year does not count for this indicator; absent: it counts.
    #[serde(skip_serializing_if = "is_default")]
    pub standing: Option<Standing>,
    /// What a person decided, beside what is computed.
    #[serde(skip_serializing_if = "is_default")]
    pub judgement: Option<Judgement>,
    /// Why result and target differ.
    #[serde(skip_serializing_if = "is_default")]
    pub deviation: Option<Deviation>,
    /// Act, report or link that proves the result.
    #[serde(skip_serializing_if = "is_default")]
    pub evidence: String,
    /// Anything else.
    #[serde(skip_serializing_if = "is_default")]
    pub note: String,
    /// Targets replaced after approval (*rimodulazioni*), oldest first.
    #[serde(skip_serializing_if = "is_default")]
    pub earlier_targets: Vec<EarlierTarget>,
}

fields! {
    /// A field of a cell.
    CellField of Cell {
        /// See [`Cell::target`].
        Target: target = Phrase<Target>,
        /// See [`Cell::target_reading`].
        TargetReading: target_reading = Option<Target>,
        /// See [`Cell::due`].
        Due: due = Option<NaiveDate>,
        /// See [`Cell::result`].
        Result: result = Phrase<Reading>,
        /// See [`Cell::result_reading`].
        ResultReading: result_reading = Option<Reading>,
        /// See [`Cell::checkpoints`].
        Checkpoints: checkpoints = Vec<Checkpoint>,
        /// See [`Cell::standing`].
        Standing: standing = Option<Standing>,
        /// See [`Cell::judgement`].
        Judgement: judgement = Option<Judgement>,
        /// See [`Cell::deviation`].
        Deviation: deviation = Option<Deviation>,
        /// See [`Cell::evidence`].
        Evidence: evidence = String,
        /// See [`Cell::note`].
        Note: note = String,
        /// See [`Cell::earlier_targets`].
        EarlierTargets: earlier_targets = Vec<EarlierTarget>,
    }
}

/// A reading taken during the year (*monitoraggio intermedio*).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// The day it describes.
    #[serde(deserialize_with = "day::one")]
    pub date: NaiveDate,
    /// What was achieved by then.
    #[serde(default, skip_serializing_if = "Phrase::is_unwritten")]
    pub words: Phrase<Reading>,
    /// Whether the office expects to reach the target by year end.
    #[serde(default, skip_serializing_if = "is_default")]
    pub forecast: Option<Forecast>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

/// What an office expects at year end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Forecast {
    /// The target will be reached.
    Reachable,
    /// It may be missed.
    AtRisk,
    /// It will be missed.
    Unreachable,
}

/// Why a year does not count, since when and by whose word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// What happened to it.
    pub status: Status,
    /// Why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: String,
    /// Since when.
    #[serde(default, deserialize_with = "day::maybe", skip_serializing_if = "is_default")]
    pub date: Option<NaiveDate>,
}

/// What takes an indicator out of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Status {
    /// Its target is still to be written (*da definire*).
    ToDefine,
    /// Stopped by something outside the office (*sospeso, neutralizzato*).
    Suspended,
    /// Moved to a later year (*rinviato*).
    Postponed {
        /// To which year.
        to: Year,
    },
    /// Taken out of the plan (*stralciato*).
    StruckOut,
}

/// What a person decided about a result (*valutazione*), beside what is computed (*misurazione*).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// The attainment granted.
    pub percent: Percent,
    /// Why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: String,
    /// Who decided.
    #[serde(default, skip_serializing_if = "is_default")]
    pub author: String,
}

/// Why result and target differ (guidelines 2/2017 on the SMVP).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deviation {
    /// What kind of cause.
    pub cause: Cause,
    /// In words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

/// Kinds of cause of a deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Outside the body (*esogena*).
    External,
    /// Inside the body (*endogena*).
    Internal,
    /// The indicator was badly built (*errore di costruzione dell'indicatore*).
    Indicator,
}

/// A target as it stood before it was changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EarlierTarget {
    /// What was promised.
    pub words: Phrase<Target>,
    /// Until when it was in force.
    #[serde(default, deserialize_with = "day::maybe", skip_serializing_if = "is_default")]
    pub until: Option<NaiveDate>,
    /// Why it was changed, with the act.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reason: String,
}

impl Cell {
    /// Returns whether nothing was written here, so that the cell need not exist.
    pub fn is_blank(&self) -> bool {
        is_default(self)
    }

    /// Returns what its result answers to, in the column of a year: the reading a person chose, else `promise` as read; a
    /// day where that is a deed or words and the year has a deadline.
    pub fn result_context(&self, promise: Option<&Phrase<Target>>, year: Year) -> Context {
        let year = year.number();
        let target = match (&self.target_reading, promise) {
            (Some(chosen), _) => chosen.clone(),
            (None, Some(words)) => words.read(year).taken(),
            (None, None) => Target::Words,
        };
        match (target, self.due) {
            (Target::Yes | Target::Words, Some(date)) => Context::beside(year, &Target::By { date }),
            (target, _) => Context::beside(year, &target),
        }
    }

    /// Returns whether the cell by itself makes its indicator due: it has a target, a deadline or a standing.
    pub fn is_due(&self) -> bool {
        !self.target.is_empty() || self.due.is_some() || self.standing.is_some()
    }
}
