//! Records in IndexedDB.
//!
//! One object store a shelf, made empty when the database is new; a later version may add stores and never takes one
//! away. A record's key is `[plan, revision]` with the part behind the revision, as text of fixed width, so that the
//! browser's order is the order of [`Key`].
//!
//! A write is one strict transaction: read the header, decide, put, `commit()`, and wait for `complete`. Requests of a
//! transaction succeed even when the disk is full; only `complete` says that everything is stored.

mod connection;
mod key;
mod request;
mod torn_log;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbKeyRange, IdbObjectStore, IdbTransaction, IdbTransactionMode};

use self::connection::Connections;
use self::request::{Completion, answer, during};
use super::{Answer, Change, Decide, Key, Record, Shelf, Storage, StorageError};
use crate::browser::preferences::{self, Preference};
use crate::plan::PlanId;

const READING: &str = "reading from the browser's storage";
const WRITING: &str = "writing to the browser's storage";

/// A database of this browser.
pub struct IndexedDb {
    connections: Connections,
    /// When a write of this page last failed, in milliseconds.
    failed_at: Cell<Option<f64>>,
}

impl IndexedDb {
    /// Opens the application's database, or makes it.
    pub async fn open() -> Result<Self, StorageError> {
        Self::open_named("traguardo").await
    }

    /// Opens a database by name, or makes it.
    pub async fn open_named(name: &str) -> Result<Self, StorageError> {
        Self::open_version(name, connection::VERSION).await
    }

    /// Opens a database as a version of the application does that counts its shelves so; what is missing of them is added.
    pub async fn open_version(name: &str, version: u32) -> Result<Self, StorageError> {
        let connections = Connections::new(name, version);
        connections.get().await?;
        Ok(Self { connections, failed_at: Cell::new(None) })
    }

    /// Returns which plans this browser has kept, by a note outside the database; it can be read where that cannot.
    pub fn marks_of_browser() -> BTreeMap<PlanId, u64> {
        let noted = preferences::get(Preference::PlansExisted).unwrap_or_default();
        serde_json::from_str(&noted).unwrap_or_default()
    }

    async fn transaction(&self, shelves: &[Shelf], mode: IdbTransactionMode) -> Result<IdbTransaction, StorageError> {
        request::transaction(&self.connections.get().await?, shelves, mode)
    }

    async fn keys_in(&self, shelf: Shelf, range: Option<&IdbKeyRange>) -> Result<Vec<Key>, StorageError> {
        let transaction = self.transaction(&[shelf], IdbTransactionMode::Readonly).await?;
        let store = object_store(&transaction, shelf)?;
        let request = match range {
            Some(range) => store.get_all_keys_with_key(range),
            None => store.get_all_keys(),
        };
        let keys = answer(&request.map_err(during(READING))?, READING).await?;
        // A key that is none of ours was put there by somebody else.
        Ok(Array::from(&keys).iter().filter_map(|found| key::read(shelf, &found)).collect())
    }

    /// Reads all records of a range at once.
    async fn read_at_once(&self, shelf: Shelf, range: &IdbKeyRange) -> Result<Vec<Record>, StorageError> {
        let transaction = self.transaction(&[shelf], IdbTransactionMode::Readonly).await?;
        let store = object_store(&transaction, shelf)?;
        let keys = store.get_all_keys_with_key(range).map_err(during(READING))?;
        let values = store.get_all_with_key(range).map_err(during(READING))?;
        let keys = Array::from(&answer(&keys, READING).await?);
        let values = Array::from(&answer(&values, READING).await?);
        let records = keys.iter().zip(values.iter());
        Ok(records
            .filter_map(|(found, value)| Some(Record { key: key::read(shelf, &found)?, bytes: bytes(&value)? }))
            .collect())
    }

    /// Reads the records of a range each in its own transaction: one that cannot be read takes no other with it.
    async fn read_one_by_one(&self, shelf: Shelf, range: &IdbKeyRange) -> Result<Vec<Record>, StorageError> {
        let mut records = Vec::new();
        for key in self.keys_in(shelf, Some(range)).await? {
            let transaction = self.transaction(&[shelf], IdbTransactionMode::Readonly).await?;
            let request = object_store(&transaction, shelf)?.get(&key::write(&key)).map_err(during(READING))?;
            if let Some(bytes) = answer(&request, READING).await.ok().and_then(|value| bytes(&value)) {
                records.push(Record { key, bytes });
            }
        }
        Ok(records)
    }

    async fn change(&self, plan: &PlanId, decide: Decide<'_>) -> Result<(), StorageError> {
        self.mend_log().await?;
        let changed = self.change_at_once(plan, decide).await;
        if let Err(error) = &changed {
            self.note_failure(error);
        }
        changed
    }

    async fn change_at_once(&self, plan: &PlanId, decide: Decide<'_>) -> Result<(), StorageError> {
        let transaction = self.transaction(&Shelf::ALL, IdbTransactionMode::Readwrite).await?;
        let completion = Completion::of(&transaction);
        let put = async {
            let headers = object_store(&transaction, Shelf::Headers)?;
            let header = headers.get(&key::write(&Key::header(plan))).map_err(during(WRITING))?;
            let header = answer(&header, WRITING).await?;
            // From here to `commit` nothing is awaited: all of it is asked for, or none.
            let header = if header.is_undefined() { None } else { Some(bytes(&header).unwrap_or_default()) };
            for change in decide(header.as_deref())? {
                request_change(&transaction, &change)?;
            }
            Ok(())
        };
        if let Err(error) = put.await {
            // A transaction that has failed by itself needs no aborting.
            let _ = transaction.abort();
            return Err(error);
        }
        commit(&transaction);
        completion.await_with(&transaction, WRITING).await
    }
}

impl Storage for IndexedDb {
    fn is_lasting(&self) -> bool {
        true
    }

    fn keys<'a>(&'a self, shelf: Shelf, plan: Option<&'a PlanId>) -> Answer<'a, Vec<Key>> {
        Box::pin(async move {
            let range = plan.map(|plan| key::range(plan, &(0..=u64::MAX))).transpose()?;
            self.keys_in(shelf, range.as_ref()).await
        })
    }

    fn read<'a>(&'a self, shelf: Shelf, plan: &'a PlanId, revisions: RangeInclusive<u64>) -> Answer<'a, Vec<Record>> {
        Box::pin(async move {
            if revisions.is_empty() {
                return Ok(Vec::new());
            }
            let range = key::range(plan, &revisions)?;
            match self.read_at_once(shelf, &range).await {
                Ok(records) => Ok(records),
                Err(_) => self.read_one_by_one(shelf, &range).await,
            }
        })
    }

    fn write<'a>(&'a self, plan: &'a PlanId, decide: Decide<'a>) -> Answer<'a, ()> {
        Box::pin(self.change(plan, decide))
    }

    fn marks(&self) -> BTreeMap<PlanId, u64> {
        Self::marks_of_browser()
    }

    fn mark(&self, plan: &PlanId, revision: u64) {
        let mut marks = self.marks();
        marks.insert(plan.clone(), revision);
        write_marks(&marks);
    }

    fn unmark(&self, plan: &PlanId) {
        let mut marks = self.marks();
        marks.remove(plan);
        write_marks(&marks);
    }
}

/// Another tab that writes at the same moment may undo a note; the next save makes it again.
fn write_marks(marks: &BTreeMap<PlanId, u64>) {
    // A note that comes to nothing only makes an alarm impossible; the plans are as safe as they were.
    let _ = match serde_json::to_string(marks) {
        Ok(noted) if !marks.is_empty() => preferences::set(Preference::PlansExisted, &noted),
        _ => preferences::forget(Preference::PlansExisted),
    };
}

/// Asks for the transaction's end, so that not even a page that goes away just now can keep it from completing.
#[expect(deprecated, reason = "only in web-sys' reading of the standard, which has `commit` as it always was")]
fn commit(transaction: &IdbTransaction) {
    // Where it is refused the transaction ends by itself, one way or the other, once nothing more is asked.
    let _ = transaction.commit();
}

fn object_store(transaction: &IdbTransaction, shelf: Shelf) -> Result<IdbObjectStore, StorageError> {
    transaction.object_store(shelf.name()).map_err(during("finding a shelf"))
}

fn request_change(transaction: &IdbTransaction, change: &Change) -> Result<(), StorageError> {
    match change {
        Change::Put(Record { key, bytes }) => object_store(transaction, key.shelf)?
            .put_with_key(&Uint8Array::from(bytes.as_slice()), &key::write(key))
            .map_err(during(WRITING))?,
        Change::Delete(key) => {
            object_store(transaction, key.shelf)?.delete(&key::write(key)).map_err(during(WRITING))?
        }
    };
    Ok(())
}

fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}
