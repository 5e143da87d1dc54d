//! Opening: the newest snapshot that can be read, and the journal replayed on it as far as it goes.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;

use super::archive::{Archive, Beside, put_all};
use super::header::{Header, SnapshotNote};
use super::quarantine::Damaged;
use super::record::{self, Shelf};
use super::{Change, Entry, Step, StorageError};
use crate::plan::{Edit, Plan, PlanId};

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

/// What was found damaged on opening, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// Edits that could not be brought back, the newest ones; 0 when nothing is missing.
    pub lost: u64,
    /// When the last edit that was brought back had been made; none when that was at the snapshot.
    pub until: Option<NaiveDateTime>,
    /// Whether the mended plan is stored. If not, edits are refused as stale until opening it again succeeds.
    pub stored: bool,
    /// How many damaged records were put into quarantine, as they were found. Those that could not be are left in their place.
    pub quarantined: usize,
}

/// How often a plan is read anew because another tab writes in it.
const ATTEMPTS: u32 = 20;

struct Replay {
    plan: Plan,
    reached: u64,
    until: Option<NaiveDateTime>,
    /// What stopped it.
    damaged: Option<Damaged>,
}

impl Archive {
    /// Opens a plan. When records are damaged it comes back as far as it can be trusted; the mended state is stored as a
    /// revision of its own, so that edits go on from there.
    ///
    /// # Errors
    /// [`StorageError::Damaged`] when no snapshot can be read.
    pub async fn open(&self, plan: &PlanId, now: NaiveDateTime) -> Result<Opened, StorageError> {
        for _ in 0..ATTEMPTS {
            match self.look(plan, now).await {
                // Another tab wrote while this one read: what looked like damage was a plan on the move.
                Err(StorageError::Stale { .. }) => {}
                found => return found,
            }
        }
        self.look(plan, now).await
    }

    async fn look(&self, plan: &PlanId, now: NaiveDateTime) -> Result<Opened, StorageError> {
        let mut damaged = Vec::new();
        // What was noted elsewhere tells of edits of which nothing at all is left: browsers drop the end of a damaged log. It is
        // read first: a note follows what it notes, so that it never runs ahead of what is read after it.
        let noted = self.storage.marks().get(plan).copied().unwrap_or(0);
        // So are the keys before the header, which is written with every one of them: what another tab writes in between is not
        // taken for damage.
        let snapshots = self.revisions(Shelf::Snapshots, plan).await?;
        let journal = self.revisions(Shelf::Journal, plan).await?;
        let header = match self.header(plan).await {
            Ok(header) => Some(header),
            Err(StorageError::Damaged { .. } | StorageError::Missing(_)) => {
                damaged.push((Shelf::Headers, 0));
                None
            }
            Err(error) => return Err(error),
        };
        let Some(newest) = snapshots.last() else {
            return Err(if header.is_some() || !journal.is_empty() {
                StorageError::Damaged { what: format!("no snapshot of {plan} is left") }
            } else {
                StorageError::Missing(plan.clone())
            });
        };
        let written = header.as_ref().map_or(0, |header| header.revision);
        let aim = written.max(*newest).max(journal.last().copied().unwrap_or(0)).max(noted);

        let (base, revision) = self.newest_good(plan, &snapshots, &mut damaged).await?;
        let replay = self.replay(base, revision, aim).await?;
        damaged.extend(replay.damaged);
        let saved_at = header.as_ref().map(|header| header.saved_at);
        if written != aim || replay.reached != aim {
            return self.mend(replay, header, aim, now, &damaged).await;
        }
        let recovery = match damaged.as_slice() {
            [] => None,
            damaged => {
                let quarantined = self.put_snapshots_away(plan, aim, damaged).await.unwrap_or(0);
                Some(Recovery { lost: 0, until: replay.until, stored: true, quarantined })
            }
        };
        let snapshot_due = recovery.is_some() || header.is_some_and(|header| header.snapshot_due());
        Ok(Opened { plan: replay.plan, revision: aim, saved_at, snapshot_due, recovery })
    }

    pub(super) async fn revisions(&self, shelf: Shelf, plan: &PlanId) -> Result<BTreeSet<u64>, StorageError> {
        Ok(self.storage.keys(shelf, Some(plan)).await?.into_iter().map(|key| key.revision).collect())
    }

    async fn newest_good(
        &self,
        plan: &PlanId,
        snapshots: &BTreeSet<u64>,
        damaged: &mut Vec<Damaged>,
    ) -> Result<(Plan, u64), StorageError> {
        let mut last_error = StorageError::Missing(plan.clone());
        for revision in snapshots.iter().rev() {
            match self.read_snapshot(plan, *revision).await {
                Ok(found) => return Ok((found, *revision)),
                Err(error @ StorageError::Damaged { .. }) => {
                    damaged.push((Shelf::Snapshots, *revision));
                    last_error = error;
                }
                Err(error) => return Err(error),
            }
        }
        Err(last_error)
    }

    /// Replays the journal; stops at the first entry that is missing, damaged or does not fit.
    async fn replay(&self, mut plan: Plan, from: u64, to: u64) -> Result<Replay, StorageError> {
        let mut reached = from;
        let mut until = None;
        let mut damaged = None;
        for (revision, entry) in self.entries(&plan.id.clone(), from + 1..=to).await? {
            if revision != reached + 1 {
                break;
            }
            let entry = match entry {
                Ok(entry) => entry,
                Err(StorageError::Damaged { .. }) => {
                    damaged = Some((Shelf::Journal, revision));
                    break;
                }
                Err(error) => return Err(error),
            };
            if plan.apply(entry.edit).is_err() {
                damaged = Some((Shelf::Journal, revision));
                break;
            }
            until = Some(entry.at);
            reached = revision;
        }
        Ok(Replay { plan, reached, until, damaged })
    }

    /// Stores what was brought back as the revision after everything that was ever written.
    async fn mend(
        &self,
        replay: Replay,
        header: Option<Header>,
        aim: u64,
        now: NaiveDateTime,
        damaged: &[Damaged],
    ) -> Result<Opened, StorageError> {
        let Replay { plan, reached, until, .. } = replay;
        let (mut changes, moved) = self.put_away(&plan.id, damaged).await?;
        // Nothing is missing: the journal leads on, so that what was done before can still be undone.
        if reached == aim {
            let nothing = || Edit::Several(Vec::new());
            let entry = Entry { at: now, step: Step::Made, edit: nothing(), inverse: nothing() };
            let entry = record::split(Shelf::Journal, &plan.id, aim + 1, &entry.encode()?)?;
            changes.extend(entry.into_iter().map(Change::Put));
        }
        let beside = Beside { is_root: reached != aim, changes };
        let seen = header.as_ref().map(|header| header.revision);
        // A header that is gone takes its notes along; what a copy may change is noted a second time, beside its base.
        let origin = if header.is_none() { self.origin(&plan.id).await } else { None };
        let next = Header { origin, ..Header::new(&plan, aim + 1, now) };
        let decide = |bytes: Option<&[u8]>| match (Header::decode(&plan.id, bytes), seen) {
            (Ok(header), Some(seen)) => {
                let header = header.expect(seen)?.kept(next);
                Ok(Header { snapshots: without(header.snapshots.clone(), damaged), ..header })
            }
            (Ok(header), None) => Err(StorageError::Stale { actual: header.revision }),
            (Err(StorageError::Damaged { .. } | StorageError::Missing(_)), None) => Ok(next),
            (Err(error), _) => Err(error),
        };
        let stored = match self.store_whole(&plan, aim + 1, beside, decide).await {
            Err(error @ StorageError::Stale { .. }) => return Err(error),
            stored => stored.is_ok(),
        };
        let revision = if stored { aim + 1 } else { reached };
        let recovery =
            Some(Recovery { lost: aim - reached, until, stored, quarantined: if stored { moved } else { 0 } });
        let saved_at = header.map(|header| header.saved_at);
        Ok(Opened { plan, revision, saved_at, snapshot_due: false, recovery })
    }

    /// Puts damaged snapshots away that others stand in for.
    async fn put_snapshots_away(&self, plan: &PlanId, seen: u64, damaged: &[Damaged]) -> Result<usize, StorageError> {
        let (changes, moved) = self.put_away(plan, damaged).await?;
        let decide = |bytes: Option<&[u8]>| {
            let header = Header::decode(plan, bytes)?.expect(seen)?;
            let header = Header { snapshots: without(header.snapshots, damaged), ..header };
            Ok(put_all(header.encode()?, Vec::new()).into_iter().chain(changes).collect())
        };
        self.storage.write(plan, Box::new(decide)).await?;
        Ok(moved)
    }
}

fn without(mut snapshots: Vec<SnapshotNote>, damaged: &[Damaged]) -> Vec<SnapshotNote> {
    snapshots.retain(|note| !damaged.contains(&(Shelf::Snapshots, note.revision)));
    snapshots
}
