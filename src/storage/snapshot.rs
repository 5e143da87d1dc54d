//! Whole plans, written now and then so that opening need not replay the journal from its beginning.

use super::archive::{Archive, put_all};
use super::header::{Header, SnapshotNote};
use super::record::{self, Key, Record, Shelf};
use super::{Change, StorageError};
use crate::file::{self, File, FileError};
use crate::plan::{Plan, PlanId};

/// How many snapshots are kept besides those that no edit leads to: the first one, and the newest.
pub(super) const KEPT: usize = 4;

impl Archive {
    /// Writes a plan whole, as it was at a revision, and reads it back. Older snapshots give way only afterwards.
    pub async fn snapshot(&self, plan: &Plan, revision: u64) -> Result<(), StorageError> {
        let records = record::split(Shelf::Snapshots, &plan.id, revision, &encode(plan)?)?;
        let parts = u32::try_from(records.len()).unwrap_or(u32::MAX);
        let write = |bytes: Option<&[u8]>| {
            let header = Header::decode(&plan.id, bytes)?;
            if header.revision < revision {
                return Err(StorageError::Stale { actual: header.revision });
            }
            Ok(records.iter().cloned().map(Change::Put).collect())
        };
        self.storage.write(&plan.id, Box::new(write)).await?;
        self.check_stored(&records).await?;
        let note = |bytes: Option<&[u8]>| {
            let mut header = Header::decode(&plan.id, bytes)?;
            let at = Some(header.saved_at).filter(|_| header.revision == revision);
            let mut changes = header.note_snapshot(SnapshotNote { revision, parts, root: false, at });
            changes.extend(put_all(header.encode()?, Vec::new()));
            Ok(changes)
        };
        self.storage.write(&plan.id, Box::new(note)).await
    }

    /// Reads records back and compares them with what was to be written.
    pub(super) async fn check_stored(&self, records: &[Record]) -> Result<(), StorageError> {
        let Some(Key { shelf, plan, revision, .. }) = records.first().map(|record| &record.key) else { return Ok(()) };
        if self.storage.read(*shelf, plan, *revision..=*revision).await? == records {
            Ok(())
        } else {
            let what = format!("{} {plan}/{revision} was not read back as written", shelf.name());
            Err(StorageError::Damaged { what })
        }
    }

    pub(super) async fn read_snapshot(&self, plan: &PlanId, revision: u64) -> Result<Plan, StorageError> {
        let records = self.storage.read(Shelf::Snapshots, plan, revision..=revision).await?;
        let key = Key { shelf: Shelf::Snapshots, plan: plan.clone(), revision, part: 0 };
        decode(&record::join(&key, &records)?)
    }
}

/// Writes a plan as its file does and makes sure that it will be read back as the same plan.
pub(super) fn encode(plan: &Plan) -> Result<Vec<u8>, StorageError> {
    const OPERATION: &str = "writing a snapshot";
    let text = file::write(&File::from(plan.clone())).map_err(|error| StorageError::other(OPERATION, error))?;
    match file::read_kept(text.as_bytes()) {
        Ok(read) if read.plan == *plan => Ok(text.into_bytes()),
        Ok(_) => Err(StorageError::other(OPERATION, "it would be read back differently")),
        Err(error) => Err(StorageError::other(OPERATION, error)),
    }
}

fn decode(bytes: &[u8]) -> Result<Plan, StorageError> {
    match file::read_kept(bytes) {
        Ok(read) => Ok(read.plan),
        Err(FileError::NewerVersion { .. }) => Err(StorageError::Newer),
        Err(error) => Err(StorageError::Damaged { what: format!("a snapshot: {error}") }),
    }
}
