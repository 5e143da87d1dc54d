//! The past of a plan: as it was at any revision that the snapshots and the journal still lead to.

use std::ops::RangeInclusive;

use super::archive::Archive;
use super::record::{self, Key, Record, Shelf};
use super::{Entry, StorageError};
use crate::plan::{Plan, PlanId};

/// Entries fetched in one go, and the bytes of entries after which no older ones are: memory is for the plan.
const STEPS_AT_ONCE: u64 = 100;
const STEPS_BYTES: usize = 4 * 1024 * 1024;

impl Archive {
    /// Returns a plan as it was at a revision: the nearest snapshot before it that can be read, and the journal as far as
    /// there. What is stored stays as it is.
    ///
    /// # Errors
    /// [`StorageError::NoSuchRevision`] for one that the plan does not have (yet), [`StorageError::Missing`] when the plan is
    /// not here, [`StorageError::Damaged`] when what leads there cannot be read.
    pub async fn at(&self, plan: &PlanId, revision: u64) -> Result<Plan, StorageError> {
        let snapshots = self.revisions(Shelf::Snapshots, plan).await?;
        if snapshots.is_empty() {
            return Err(StorageError::Missing(plan.clone()));
        }
        let mut newest_error = None;
        for from in snapshots.into_iter().rev().filter(|from| *from <= revision) {
            match self.lead(plan, from, revision).await {
                Ok(plan) => return Ok(plan),
                Err(error @ (StorageError::Damaged { .. } | StorageError::NoSuchRevision { .. })) => {
                    newest_error.get_or_insert(error);
                }
                Err(error) => return Err(error),
            }
        }
        Err(newest_error.unwrap_or(StorageError::NoSuchRevision { revision }))
    }

    /// Returns the newest entries of the journal that lead to a revision one after another, oldest first: at most so many,
    /// and fewer where they are long or where one is missing or cannot be read.
    pub async fn steps(&self, plan: &PlanId, revision: u64, most: usize) -> Result<Vec<Entry>, StorageError> {
        let mut steps = Vec::new();
        let mut bytes = 0_usize;
        let mut last = revision;
        'reading: while last > 1 && steps.len() < most {
            let first = last.saturating_sub(STEPS_AT_ONCE).saturating_add(1).max(2);
            let records = self.storage.read(Shelf::Journal, plan, first..=last).await?;
            for records in records.chunk_by(|a, b| a.key.revision == b.key.revision).rev() {
                bytes = records.iter().fold(bytes, |sum, record| sum.saturating_add(record.bytes.len()));
                let is_next = records.first().is_some_and(|record| record.key.revision == last);
                let entry = if is_next && bytes <= STEPS_BYTES { decode(plan, records) } else { None };
                let Some((_, Ok(entry))) = entry.filter(|_| steps.len() < most) else { break 'reading };
                steps.push(entry);
                last = last.saturating_sub(1);
            }
            if last >= first {
                break;
            }
        }
        steps.reverse();
        Ok(steps)
    }

    /// Goes from a snapshot to a revision.
    async fn lead(&self, plan: &PlanId, from: u64, to: u64) -> Result<Plan, StorageError> {
        let mut found = self.read_snapshot(plan, from).await?;
        if from == to {
            return Ok(found);
        }
        let mut reached = from;
        for (revision, entry) in self.entries(plan, from.saturating_add(1)..=to).await? {
            let damaged = |how: String| StorageError::Damaged { what: format!("journal {plan}/{revision}: {how}") };
            if revision != reached.saturating_add(1) {
                break;
            }
            found.apply(entry?.edit).map_err(|error| damaged(error.to_string()))?;
            reached = revision;
        }
        if reached == to { Ok(found) } else { Err(StorageError::NoSuchRevision { revision: to }) }
    }

    /// Reads the journal's entries of some revisions, in order; each is there or damaged by itself, or left out.
    pub(super) async fn entries(
        &self,
        plan: &PlanId,
        revisions: RangeInclusive<u64>,
    ) -> Result<Vec<(u64, Result<Entry, StorageError>)>, StorageError> {
        let records = self.storage.read(Shelf::Journal, plan, revisions).await?;
        let values = records.chunk_by(|a, b| a.key.revision == b.key.revision);
        Ok(values.filter_map(|records| decode(plan, records)).collect())
    }
}

/// Reads the entry that records of one revision hold.
fn decode(plan: &PlanId, records: &[Record]) -> Option<(u64, Result<Entry, StorageError>)> {
    let revision = records.first()?.key.revision;
    let key = Key { shelf: Shelf::Journal, plan: plan.clone(), revision, part: 0 };
    Some((revision, record::join(&key, records).and_then(|bytes| Entry::decode(&bytes))))
}
