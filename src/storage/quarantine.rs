//! Damaged records, taken out of the way and never deleted: each lies on a shelf of its own as it was found, behind a line that
//! says where.

use serde::Serialize;

use super::archive::Archive;
use super::record::{self, Shelf};
use super::{Change, StorageError};
use crate::plan::PlanId;

/// A value of which something is damaged or missing.
pub(super) type Damaged = (Shelf, u64);

/// Where a record was found.
#[derive(Serialize)]
struct Found {
    shelf: &'static str,
    revision: u64,
    part: u32,
}

impl Archive {
    /// Returns how many damaged records of a plan are kept apart.
    pub async fn quarantined(&self, plan: &PlanId) -> Result<usize, StorageError> {
        Ok(self.revisions(Shelf::Quarantine, plan).await?.len())
    }

    /// Returns what moves all records of damaged values into quarantine, and how many there are. What the browser cannot hand
    /// out stays where it is; a header is copied, for a new one will lie in its place.
    pub(super) async fn put_away(
        &self,
        plan: &PlanId,
        damaged: &[Damaged],
    ) -> Result<(Vec<Change>, usize), StorageError> {
        let mut number = self.revisions(Shelf::Quarantine, plan).await?.last().copied().unwrap_or(0);
        let mut changes = Vec::new();
        let mut moved = 0;
        for (shelf, revision) in damaged {
            for record in self.storage.read(*shelf, plan, *revision..=*revision).await? {
                let found = Found { shelf: shelf.name(), revision: *revision, part: record.key.part };
                let mut value = serde_json::to_vec(&found)
                    .map_err(|error| StorageError::other("putting a damaged record away", error))?;
                value.push(b'\n');
                value.extend(&record.bytes);
                number += 1;
                moved += 1;
                changes.extend(record::split(Shelf::Quarantine, plan, number, &value)?.into_iter().map(Change::Put));
                if *shelf != Shelf::Headers {
                    changes.push(Change::Delete(record.key));
                }
            }
        }
        Ok((changes, moved))
    }
}
