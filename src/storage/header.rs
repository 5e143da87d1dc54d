//! A plan's header: its revision, and what a list of plans shows without opening it.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::StorageError;
use super::exchange::{HandedOut, Origin};
use super::record::{self, Key, Record};
use crate::plan::{Period, Plan, PlanId};

const VERSION: u32 = 1;

/// A plan as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    pub(super) version: u32,
    /// Which plan.
    pub id: PlanId,
    /// How many times it was written; goes up by one with every edit.
    pub revision: u64,
    /// When it was last written, by the clock on the wall.
    pub saved_at: NaiveDateTime,
    /// Its title.
    pub title: String,
    /// The name of the body it belongs to.
    pub body: String,
    /// See [`Plan::notice`].
    #[serde(default)]
    pub notice: String,
    /// The years it covers.
    pub period: Period,
    /// How many objectives it has.
    pub objectives: usize,
    /// How many indicators it has.
    pub indicators: usize,
    /// When it was removed from the list; it can be put back.
    #[serde(default)]
    pub removed_at: Option<NaiveDateTime>,
    /// The last copy that was made as a file.
    #[serde(default)]
    pub file_copy: Option<FileCopy>,
    /// The copies that were handed out, oldest first.
    #[serde(default)]
    pub handed: Vec<HandedOut>,
    /// Where the plan came from, when it came as a file.
    #[serde(default)]
    pub origin: Option<Origin>,
    /// Whole plans read back after writing, oldest first.
    pub(super) snapshots: Vec<SnapshotNote>,
}

/// A copy of the plan outside the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileCopy {
    /// The revision it holds.
    pub revision: u64,
    /// When it was made.
    pub at: NaiveDateTime,
}

/// A snapshot known to be good when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SnapshotNote {
    pub(super) revision: u64,
    pub(super) parts: u32,
    /// Whether no entry of the journal leads here: later revisions need this snapshot for ever.
    #[serde(default)]
    pub(super) root: bool,
    /// When the plan came to be as it is here.
    #[serde(default)]
    pub(super) at: Option<NaiveDateTime>,
}

/// Edits replayed at most, besides one for every part of a snapshot: a long plan is written whole less often.
const EDITS_PER_SNAPSHOT: u64 = 50;

impl Header {
    pub(super) fn new(plan: &Plan, revision: u64, at: NaiveDateTime) -> Self {
        Self {
            version: VERSION,
            id: plan.id.clone(),
            revision,
            saved_at: at,
            title: plan.title.clone(),
            body: plan.body.name.clone(),
            notice: plan.notice.clone(),
            period: plan.period,
            objectives: plan.objectives.len(),
            indicators: plan.indicator_count(),
            removed_at: None,
            file_copy: None,
            handed: Vec::new(),
            origin: None,
            snapshots: Vec::new(),
        }
    }

    /// Returns the header of the plan's next state. A plan that is written in is no longer removed.
    pub(super) fn next(self, plan: &Plan, at: NaiveDateTime) -> Self {
        let revision = self.revision + 1;
        self.kept(Self::new(plan, revision, at))
    }

    /// Returns a header with what this one knows of files and snapshots, which no state of the plan says.
    pub(super) fn kept(self, header: Self) -> Self {
        let Self { file_copy, handed, origin, snapshots, .. } = self;
        Self { file_copy, handed, origin, snapshots, ..header }
    }

    /// Passes the header on when it has the expected revision.
    pub(super) fn expect(self, revision: u64) -> Result<Self, StorageError> {
        if self.revision == revision { Ok(self) } else { Err(StorageError::Stale { actual: self.revision }) }
    }

    /// Returns whether replaying the journal has come to cost more than writing the plan whole.
    pub(super) fn snapshot_due(&self) -> bool {
        self.snapshots.last().is_none_or(|last| {
            self.revision.saturating_sub(last.revision) >= EDITS_PER_SNAPSHOT + u64::from(last.parts)
        })
    }

    pub(super) fn encode(&self) -> Result<Record, StorageError> {
        let content = serde_json::to_vec(self).map_err(|error| StorageError::other("writing a header", error))?;
        Ok(Record::seal(Key::header(&self.id), 1, &content))
    }

    pub(super) fn decode(plan: &PlanId, bytes: Option<&[u8]>) -> Result<Self, StorageError> {
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        let bytes = bytes.ok_or_else(|| StorageError::Missing(plan.clone()))?;
        let (_, content) = record::unseal(&Key::header(plan), bytes)?;
        let damaged = |error: serde_json::Error| StorageError::Damaged { what: format!("header {plan}: {error}") };
        match serde_json::from_slice::<Version>(content).map_err(damaged)?.version {
            VERSION => serde_json::from_slice(content).map_err(damaged),
            _ => Err(StorageError::Newer),
        }
    }
}
