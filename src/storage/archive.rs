//! The plans kept in one place, and every way in which they change.

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::NaiveDateTime;

use super::header::SnapshotNote;
use super::record::{self, Shelf};
use super::{Change, Entry, FileCopy, Header, Key, Memory, Storage, StorageError, snapshot};
use crate::plan::{Plan, PlanId};

/// The plans kept in one place. Copies share the place.
#[derive(Clone)]
pub struct Archive {
    pub(super) storage: Rc<dyn Storage>,
}

/// A plan in the list.
#[allow(clippy::large_enum_variant, reason = "there are few of them, and nearly all are plans")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listing {
    /// A plan, removed or not.
    Plan(Header),
    /// A plan whose header cannot be read; opening it may still bring it back.
    Damaged(PlanId),
}

impl Listing {
    /// Returns which plan.
    pub fn id(&self) -> &PlanId {
        match self {
            Self::Plan(header) => &header.id,
            Self::Damaged(id) => id,
        }
    }
}

/// What writing a change came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The revision the plan has now.
    pub revision: u64,
    /// Whether it is time for [`Archive::snapshot`]; it may wait for a quiet moment.
    pub snapshot_due: bool,
}

/// What the archive finds on arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Nothing was ever kept here.
    New,
    /// There are plans, or nothing is missing.
    Kept,
    /// Plans were kept here and all are gone: the browser's data were damaged or wiped.
    Emptied,
    /// Some of the plans that were kept here are gone: the browser's data were damaged.
    Reduced,
}

impl Archive {
    /// Takes the place where plans are kept.
    pub fn new(storage: impl Storage + 'static) -> Self {
        Self { storage: Rc::new(storage) }
    }

    /// Returns an archive that goes with the page; nothing in it is *saved*.
    pub fn in_memory() -> Self {
        Self::new(Memory::default())
    }

    /// Returns whether what is written is still there after the page has gone.
    pub fn is_lasting(&self) -> bool {
        self.storage.is_lasting()
    }

    /// Looks whether plans that were kept here are gone.
    pub async fn condition(&self) -> Result<Condition, StorageError> {
        let plans = self.plans().await?;
        let gone = self.storage.marks().keys().any(|plan| !plans.contains(plan));
        Ok(match (plans.is_empty(), gone) {
            (true, true) => Condition::Emptied,
            (false, true) => Condition::Reduced,
            (true, false) => Condition::New,
            (false, false) => Condition::Kept,
        })
    }

    /// Forgets the plans that are gone; call it when somebody has seen that they are.
    pub async fn accept_gone(&self) -> Result<(), StorageError> {
        let plans = self.plans().await?;
        for plan in self.storage.marks().keys().filter(|plan| !plans.contains(*plan)) {
            self.storage.unmark(plan);
        }
        Ok(())
    }

    /// The plans of which there is something, in order of id.
    async fn plans(&self) -> Result<BTreeSet<PlanId>, StorageError> {
        let mut plans = BTreeSet::new();
        for shelf in [Shelf::Headers, Shelf::Snapshots] {
            plans.extend(self.storage.keys(shelf, None).await?.into_iter().map(|key| key.plan));
        }
        Ok(plans)
    }

    /// Lists the plans, removed ones too, the last one written first.
    pub async fn list(&self) -> Result<Vec<Listing>, StorageError> {
        let ids = self.plans().await?;
        let mut plans = Vec::with_capacity(ids.len());
        for id in ids {
            plans.push(match self.header(&id).await {
                Ok(header) => Listing::Plan(header),
                Err(StorageError::Damaged { .. } | StorageError::Missing(_)) => Listing::Damaged(id),
                Err(error) => return Err(error),
            });
        }
        plans.sort_by_key(|listing| match listing {
            Listing::Plan(header) => std::cmp::Reverse(Some(header.saved_at)),
            Listing::Damaged(_) => std::cmp::Reverse(None),
        });
        Ok(plans)
    }

    /// Reads a plan's header.
    pub async fn header(&self, plan: &PlanId) -> Result<Header, StorageError> {
        let records = self.storage.read(Shelf::Headers, plan, 0..=0).await?;
        Header::decode(plan, records.first().map(|record| record.bytes.as_slice()))
    }

    /// Stores a plan that is not here yet; it begins with revision 1.
    ///
    /// # Errors
    /// [`StorageError::Exists`] when a plan with its id is here, perhaps as a removed one.
    pub async fn create(&self, plan: &Plan, at: NaiveDateTime) -> Result<Saved, StorageError> {
        self.store_whole(plan, 1, Beside::ROOT, |bytes| match Header::decode(&plan.id, bytes) {
            Err(StorageError::Missing(_)) => Ok(Header::new(plan, 1, at)),
            Err(StorageError::Newer) => Err(StorageError::Newer),
            _ => Err(StorageError::Exists(plan.id.clone())),
        })
        .await
    }

    /// Stores one edit; `plan` is the plan after it. *Saved* may be said when this returns `Ok`, not before.
    ///
    /// # Errors
    /// [`StorageError::Stale`] when the plan is no longer at the expected revision. Whatever the error, the same call may be
    /// made again: an edit that was stored though its answer got lost is found to be stored, not stored twice.
    pub async fn commit(&self, plan: &Plan, expected: u64, entry: &Entry) -> Result<Saved, StorageError> {
        let revision = expected + 1;
        let records = record::split(Shelf::Journal, &plan.id, revision, &entry.encode()?)?;
        let mut snapshot_due = false;
        let decide = |bytes: Option<&[u8]>| {
            let header = Header::decode(&plan.id, bytes)?.expect(expected)?.next(plan, entry.at);
            snapshot_due = header.snapshot_due();
            Ok(put_all(header.encode()?, records.clone()))
        };
        match self.storage.write(&plan.id, Box::new(decide)).await {
            Err(error @ StorageError::Stale { .. }) => self.check_stored(&records).await.map_err(|_| error)?,
            written => written?,
        }
        self.storage.mark(&plan.id, revision);
        Ok(Saved { revision, snapshot_due })
    }

    /// Stores a plan over the one with its id as the next revision, without an edit that leads there. What was there
    /// before stays in the snapshots and the journal.
    pub async fn replace(&self, plan: &Plan, expected: u64, at: NaiveDateTime) -> Result<Saved, StorageError> {
        self.store_whole(plan, expected + 1, Beside::ROOT, |bytes| {
            Ok(Header::decode(&plan.id, bytes)?.expect(expected)?.next(plan, at))
        })
        .await
    }

    /// Takes a plan off the list. Nothing is deleted: [`Archive::restore`] puts it back, and so does writing in it.
    pub async fn remove(&self, plan: &PlanId, at: NaiveDateTime) -> Result<(), StorageError> {
        self.change_header(plan, |header| Header { removed_at: Some(at), ..header }).await
    }

    /// Puts a removed plan back on the list.
    pub async fn restore(&self, plan: &PlanId) -> Result<(), StorageError> {
        self.change_header(plan, |header| Header { removed_at: None, ..header }).await
    }

    /// Notes that a revision was copied to a file.
    pub async fn note_file_copy(&self, plan: &PlanId, copy: FileCopy) -> Result<(), StorageError> {
        self.change_header(plan, |header| Header { file_copy: Some(copy), ..header }).await
    }

    pub(super) async fn change_header(
        &self,
        plan: &PlanId,
        change: impl FnOnce(Header) -> Header,
    ) -> Result<(), StorageError> {
        let decide = |bytes: Option<&[u8]>| Ok(vec![Change::Put(change(Header::decode(plan, bytes)?).encode()?)]);
        self.storage.write(plan, Box::new(decide)).await
    }

    /// Stores a header together with a snapshot, and reads the snapshot back.
    pub(super) async fn store_whole(
        &self,
        plan: &Plan,
        revision: u64,
        beside: Beside,
        header: impl FnOnce(Option<&[u8]>) -> Result<Header, StorageError>,
    ) -> Result<Saved, StorageError> {
        let records = record::split(Shelf::Snapshots, &plan.id, revision, &snapshot::encode(plan)?)?;
        let decide = |bytes: Option<&[u8]>| {
            let mut header = header(bytes)?;
            let parts = u32::try_from(records.len()).unwrap_or(u32::MAX);
            let at = Some(header.saved_at);
            let mut changes = header.note_snapshot(SnapshotNote { revision, parts, root: beside.is_root, at });
            changes.extend(beside.changes);
            changes.extend(put_all(header.encode()?, records.clone()));
            Ok(changes)
        };
        self.storage.write(&plan.id, Box::new(decide)).await?;
        self.storage.mark(&plan.id, revision);
        self.check_stored(&records).await?;
        Ok(Saved { revision, snapshot_due: false })
    }
}

/// What is written together with a snapshot and its header.
pub(super) struct Beside {
    /// Whether no edit leads to the snapshot.
    pub is_root: bool,
    /// Other records.
    pub changes: Vec<Change>,
}

impl Beside {
    const ROOT: Self = Self { is_root: true, changes: Vec::new() };
}

pub(super) fn put_all(header: super::Record, records: Vec<super::Record>) -> Vec<Change> {
    std::iter::once(header).chain(records).map(Change::Put).collect()
}

impl Header {
    /// Notes a snapshot and returns what to delete of older ones.
    pub(super) fn note_snapshot(&mut self, note: SnapshotNote) -> Vec<Change> {
        let root = note.root || self.snapshots.iter().any(|known| known.revision == note.revision && known.root);
        self.snapshots.retain(|known| known.revision != note.revision);
        self.snapshots.push(SnapshotNote { root, ..note });
        self.snapshots.sort_by_key(|known| known.revision);
        let mut changes = Vec::new();
        // The first one stays, and every other one that no edit leads to: with the whole journal they lead anywhere.
        let is_spare = |(at, known): (usize, &SnapshotNote)| at > 0 && !known.root;
        while self.snapshots.iter().enumerate().filter(|known| is_spare(*known)).count() >= snapshot::KEPT {
            let Some(at) = self.snapshots.iter().enumerate().position(is_spare) else { break };
            let old = self.snapshots.remove(at);
            changes.extend((0..old.parts).map(|part| {
                Change::Delete(Key { shelf: Shelf::Snapshots, plan: self.id.clone(), revision: old.revision, part })
            }));
        }
        changes
    }
}
