//! The versions a plan had, as a list shows them: one for every revision that was written, gathered into sittings.

use chrono::{NaiveDateTime, TimeDelta};
use serde::Deserialize;

use super::archive::Archive;
use super::record::{self, Key, Record, Shelf};
use super::{Header, StorageError};
use crate::plan::PlanId;

/// A version of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its revision; [`Archive::at`] gives back the plan.
    pub revision: u64,
    /// When it was written; unknown where that cannot be read.
    pub at: Option<NaiveDateTime>,
    /// What is kept of it.
    pub kept: Kept,
}

/// What is kept of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The edit that leads to it.
    Edit,
    /// The whole plan.
    Whole,
    /// Nothing that can be read: it was damaged, or an edit before it was.
    Nothing,
}

/// Versions written in one go, newest first: one day, and no longer pause than [`PAUSE`] between two of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sitting {
    /// The versions; there is at least one.
    pub versions: Vec<Version>,
}

/// What a list shows of the past of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Past {
    /// The sittings, newest first.
    pub sittings: Vec<Sitting>,
    /// Where the list goes on, with [`Archive::past`]; none where it ends.
    pub before: Option<u64>,
    /// How many damaged records are kept apart.
    pub quarantined: usize,
}

/// The pause that ends a sitting.
pub const PAUSE: TimeDelta = TimeDelta::minutes(30);
/// Versions listed in one go.
const AT_ONCE: u64 = 1_000;

impl Archive {
    /// Lists the versions before a revision, or all of them; long lists in pieces.
    pub async fn past(&self, plan: &PlanId, before: Option<u64>) -> Result<Past, StorageError> {
        let header = self.header(plan).await?;
        let last = before.map_or(header.revision, |before| before.saturating_sub(1).min(header.revision));
        let first = last.saturating_sub(AT_ONCE).saturating_add(1).max(1);
        let records = self.storage.read(Shelf::Journal, plan, first..=last).await?;
        let mut entries = records.chunk_by(|a, b| a.key.revision == b.key.revision).peekable();
        let snapshots = self.revisions(Shelf::Snapshots, plan).await?;
        let mut versions = Vec::new();
        // Whether what is kept leads this far; before the first one listed it is taken on trust.
        let mut is_led_to = first > 1;
        for revision in first..=last {
            let entry = entries.next_if(|records| records.first().is_some_and(|first| first.key.revision == revision));
            let entry_at = entry.and_then(|records| written_at(plan, revision, records));
            let is_whole = snapshots.contains(&revision);
            is_led_to = is_whole || (is_led_to && entry_at.is_some());
            let kept = match (is_whole, is_led_to) {
                (true, _) => Kept::Whole,
                (false, true) => Kept::Edit,
                (false, false) => Kept::Nothing,
            };
            versions.push(Version { revision, at: entry_at.or_else(|| header.snapshot_at(revision)), kept });
        }
        versions.reverse();
        let before = Some(first).filter(|first| *first > 1);
        Ok(Past { sittings: sittings(versions), before, quarantined: self.quarantined(plan).await? })
    }
}

impl Header {
    fn snapshot_at(&self, revision: u64) -> Option<NaiveDateTime> {
        self.snapshots.iter().find(|note| note.revision == revision)?.at
    }
}

/// Reads when an entry was written, and nothing else of it.
fn written_at(plan: &PlanId, revision: u64, records: &[Record]) -> Option<NaiveDateTime> {
    #[derive(Deserialize)]
    struct Versioned {
        entry: Entry,
    }
    #[derive(Deserialize)]
    struct Entry {
        at: NaiveDateTime,
    }
    let key = Key { shelf: Shelf::Journal, plan: plan.clone(), revision, part: 0 };
    let bytes = record::join(&key, records).ok()?;
    Some(serde_json::from_slice::<Versioned>(&bytes).ok()?.entry.at)
}

/// Gathers versions into sittings; one whose time is unknown belongs to its neighbour.
fn sittings(versions: Vec<Version>) -> Vec<Sitting> {
    let mut sittings: Vec<Sitting> = Vec::new();
    let mut later: Option<NaiveDateTime> = None;
    for version in versions {
        let is_same = match (later, version.at) {
            (Some(later), Some(at)) => later.date() == at.date() && later.signed_duration_since(at) <= PAUSE,
            _ => true,
        };
        later = version.at.or(later);
        match sittings.last_mut().filter(|_| is_same) {
            Some(sitting) => sitting.versions.push(version),
            None => sittings.push(Sitting { versions: vec![version] }),
        }
    }
    sittings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(revision: u64, at: &str) -> Version {
        Version { revision, at: NaiveDateTime::parse_from_str(at, "%Y-%m-%d %H:%M").ok(), kept: Kept::Edit }
    }

    #[test]
    fn a_pause_or_a_new_day_begins_another_sitting() {
        let times = [
            (9, "2026-03-03 00:05"),
            (8, "2026-03-02 23:58"),
            (7, "?"),
            (6, "2026-03-02 23:30"),
            (5, "2026-03-02 22:59"),
            (4, "2026-03-02 09:00"),
            (3, "?"),
        ];
        let gathered = sittings(times.iter().map(|(revision, at)| version(*revision, at)).collect());
        let revisions = |sitting: &Sitting| sitting.versions.iter().map(|version| version.revision).collect::<Vec<_>>();
        assert_eq!(gathered.iter().map(revisions).collect::<Vec<_>>(), [vec![9], vec![8, 7, 6], vec![5], vec![4, 3]]);
    }
}
