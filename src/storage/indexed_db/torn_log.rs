//! What a disk that is full leaves behind in Chromium: a log of the database that ends in half a record.
//!
//! The browser opens the database again and goes on writing into the same log. All of it reads well until the log is read
//! anew, at the next start or after the next failure: then the browser finds the half record in the middle, takes the database
//! for damaged and empties it, with everything that was saved before and since. So after a failed write
//!
//! - nothing is written until the disk has room, which is tried elsewhere; where it cannot be tried, only after a long while;
//! - nothing is called saved until the log has been renewed. A log that has grown beyond four megabytes is given up for a new
//!   one, and the old one is deleted once its content stands elsewhere: more blank bytes than it holds are written, twice, so
//!   that the second time waits until the first is done, and taken away again.
//!
//! In other browsers that costs a moment and changes nothing. That a write has failed is noted outside the database: other
//! tabs, and the page after a reload, write into the same log.

use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{IdbTransaction, IdbTransactionMode};

use super::request::{Completion, during};
use super::{IndexedDb, Shelf, StorageError, commit, object_store};
use crate::browser::preferences::{self, Preference};
use crate::browser::room;

const RENEWING: &str = "renewing the log of the browser's storage";

/// Bytes of one blank record: larger ones are kept outside the log.
const BLANK: u32 = 32 * 1024;
/// Blank records of one round: five megabytes, a quarter more than a log holds.
const BLANKS: u32 = 160;
const ROUNDS: u32 = 2;
/// What is tried: browsers want twice as much for it, and that is what logs and the tables they become take for a moment.
const ROOM: u32 = 12 * 1024 * 1024;
/// Milliseconds between two tries where nothing tells whether there is room: each may be the one too many.
const LONG_WHILE: f64 = 300_000.0;

impl IndexedDb {
    /// Notes that a write has failed, if it is a failure of the browser and not a refusal of ours.
    pub(super) fn note_failure(&self, error: &StorageError) {
        if matches!(error, StorageError::NoSpace | StorageError::Unavailable { .. } | StorageError::Other { .. }) {
            self.failed_at.set(Some(Date::now()));
            // Where it cannot be noted the storage is as safe as browsers make it.
            let _ = preferences::set(Preference::WriteFailed, "yes");
        }
    }

    /// Renews the log after a failed write; nothing where none has failed.
    pub(super) async fn mend_log(&self) -> Result<(), StorageError> {
        if preferences::get(Preference::WriteFailed).is_none() {
            return Ok(());
        }
        let waited = self.failed_at.get().is_none_or(|at| Date::now() - at > LONG_WHILE);
        if !room::has_room_for(ROOM).await.unwrap_or(waited) {
            return Err(StorageError::NoSpace);
        }
        if let Err(error) = self.renew_log().await {
            self.note_failure(&error);
            return Err(error);
        }
        // Noted for nothing, it is renewed once more.
        let _ = preferences::forget(Preference::WriteFailed);
        Ok(())
    }

    async fn renew_log(&self) -> Result<(), StorageError> {
        for round in 0..ROUNDS {
            self.in_one(|transaction| {
                let store = object_store(transaction, Shelf::Quarantine)?;
                for at in 0..BLANKS {
                    store
                        .put_with_key(&Uint8Array::new_with_length(BLANK), &blank(round, at))
                        .map_err(during(RENEWING))?;
                }
                Ok(())
            })
            .await?;
        }
        self.in_one(|transaction| {
            let store = object_store(transaction, Shelf::Quarantine)?;
            for (round, at) in (0..ROUNDS).flat_map(|round| (0..BLANKS).map(move |at| (round, at))) {
                store.delete(&blank(round, at)).map_err(during(RENEWING))?;
            }
            Ok(())
        })
        .await
    }

    async fn in_one(&self, ask: impl FnOnce(&IdbTransaction) -> Result<(), StorageError>) -> Result<(), StorageError> {
        let transaction = self.transaction(&[Shelf::Quarantine], IdbTransactionMode::Readwrite).await?;
        let completion = Completion::of(&transaction);
        if let Err(error) = ask(&transaction) {
            // A transaction that has failed by itself needs no aborting.
            let _ = transaction.abort();
            return Err(error);
        }
        commit(&transaction);
        completion.await_with(&transaction, RENEWING).await
    }
}

/// A key that no record of a plan has: whoever lists records passes it over.
fn blank(round: u32, at: u32) -> JsValue {
    Array::of2(&"blank".into(), &format!("{round}-{at}").into()).into()
}
