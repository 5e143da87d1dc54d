//! Opening: the newest snapshot that can be read, and the journal replayed on it as far as it goes.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;

use super::archive::Archive;
use super::header::Header;
use super::record::{self, Key, Shelf};
use super::{Entry, StorageError};
use crate::plan::{Plan, PlanId};

/// A plan as it was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// Its revision, to be expected by the next [`Archive::commit`].
    pub revision: u64,
    /// When it was last written; unknown when its header was damaged.
    pub saved_at: Option<NaiveDateTime>,
    /// Whether it is time for [`Archive::snapshot`].
    pub snapshot_due: bool,
    /// What had to be mended; none when everything was in order.
    pub recovery: Option<Recovery>,
}

/// What was found damaged on opening, and what came of it. Damaged records are left where they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// Edits that could not be brought back, the newest ones; 0 when nothing is missing.
    pub lost: u64,
    /// When the last edit that was brought back had been made; none when that was at the snapshot.
    pub until: Option<NaiveDateTime>,
    /// Whether the mended plan is stored. If not, edits are refused as stale until opening it again succeeds.
    pub stored: bool,
}

struct Replay {
    plan: Plan,
    reached: u64,
    until: Option<NaiveDateTime>,
}

impl Archive {
    /// Opens a plan. When records are damaged it comes back as far as it can be trusted; the mended state is stored as a
    /// revision of its own, so that edits go on from there.
    ///
    /// # Errors
    /// [`StorageError::Damaged`] when no snapshot can be read.
    pub async fn open(&self, plan: &PlanId, now: NaiveDateTime) -> Result<Opened, StorageError> {
        let header = match self.header(plan).await {
            Ok(header) => Some(header),
            Err(StorageError::Damaged { .. } | StorageError::Missing(_)) => None,
            Err(error) => return Err(error),
        };
        let snapshots = self.revisions(Shelf::Snapshots, plan).await?;
        let Some(newest) = snapshots.last() else { return Err(StorageError::Missing(plan.clone())) };
        let journal = self.revisions(Shelf::Journal, plan).await?;
        let written = header.as_ref().map_or(0, |header| header.revision);
        let aim = written.max(*newest).max(journal.last().copied().unwrap_or(0));

        let (base, revision) = self.newest_good(plan, &snapshots).await?;
        let replay = self.replay(base, revision, aim).await?;
        let saved_at = header.as_ref().map(|header| header.saved_at);
        if written == aim && replay.reached == aim {
            let damaged_snapshot = revision != *newest;
            let recovery = damaged_snapshot.then_some(Recovery { lost: 0, until: replay.until, stored: true });
            let snapshot_due = damaged_snapshot || header.is_some_and(|header| header.snapshot_due());
            return Ok(Opened { plan: replay.plan, revision: aim, saved_at, snapshot_due, recovery });
        }
        self.mend(replay, header, aim, now).await
    }

    async fn revisions(&self, shelf: Shelf, plan: &PlanId) -> Result<BTreeSet<u64>, StorageError> {
        Ok(self.storage.keys(shelf, Some(plan)).await?.into_iter().map(|key| key.revision).collect())
    }

    async fn newest_good(&self, plan: &PlanId, snapshots: &BTreeSet<u64>) -> Result<(Plan, u64), StorageError> {
        let mut last_error = StorageError::Missing(plan.clone());
        for revision in snapshots.iter().rev() {
            match self.read_snapshot(plan, *revision).await {
                Ok(found) => return Ok((found, *revision)),
                Err(error @ StorageError::Damaged { .. }) => last_error = error,
                Err(error) => return Err(error),
            }
        }
        Err(last_error)
    }

    /// Replays the journal; stops at the first entry that is missing, damaged or does not fit.
    async fn replay(&self, mut plan: Plan, from: u64, to: u64) -> Result<Replay, StorageError> {
        let records = self.storage.read(Shelf::Journal, &plan.id, from + 1..=to).await?;
        let mut reached = from;
        let mut until = None;
        for entry in records.chunk_by(|a, b| a.key.revision == b.key.revision) {
            let revision = reached + 1;
            let key = Key { shelf: Shelf::Journal, plan: plan.id.clone(), revision, part: 0 };
            if entry.first().is_none_or(|record| record.key.revision != revision) {
                break;
            }
            let entry = match record::join(&key, entry).and_then(|bytes| Entry::decode(&bytes)) {
                Ok(entry) => entry,
                Err(StorageError::Damaged { .. }) => break,
                Err(error) => return Err(error),
            };
            if plan.apply(entry.edit).is_err() {
                break;
            }
            until = Some(entry.at);
            reached = revision;
        }
        Ok(Replay { plan, reached, until })
    }

    /// Stores what was brought back as the revision after everything that was ever written.
    async fn mend(
        &self,
        replay: Replay,
        header: Option<Header>,
        aim: u64,
        now: NaiveDateTime,
    ) -> Result<Opened, StorageError> {
        let Replay { plan, reached, until } = replay;
        let seen = header.as_ref().map(|header| header.revision);
        // A header that is gone takes its notes along; what a copy may change is noted a second time, beside its base.
        let origin = if header.is_none() { self.origin(&plan.id).await } else { None };
        let next = Header { origin, ..Header::new(&plan, aim + 1, now) };
        let decide = |bytes: Option<&[u8]>| match (Header::decode(&plan.id, bytes), seen) {
            (Ok(header), Some(seen)) => Ok(header.expect(seen)?.kept(next)),
            (Ok(header), None) => Err(StorageError::Stale { actual: header.revision }),
            (Err(StorageError::Damaged { .. } | StorageError::Missing(_)), None) => Ok(next),
            (Err(error), _) => Err(error),
        };
        let stored = self.store_whole(&plan, aim + 1, decide).await.is_ok();
        let revision = if stored { aim + 1 } else { reached };
        let recovery = Some(Recovery { lost: aim - reached, until, stored });
        let saved_at = header.map(|header| header.saved_at);
        Ok(Opened { plan, revision, saved_at, snapshot_due: false, recovery })
    }
}
