//! Requests and transactions as futures, and what the browser throws as errors of ours.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbRequest, IdbTransaction, IdbTransactionMode};

use super::super::{Shelf, StorageError};
use crate::browser::words;

/// Waits for a request and returns its result. The transaction stays open for what is asked right after.
pub(super) async fn answer(request: &IdbRequest, operation: &'static str) -> Result<JsValue, StorageError> {
    let settled = Promise::new(&mut |succeeded, failed| {
        request.set_onsuccess(Some(&succeeded));
        request.set_onerror(Some(&failed));
    });
    match JsFuture::from(settled).await {
        Ok(_) => request.result().map_err(during(operation)),
        Err(event) => Err(failure(request.error().ok().flatten(), &event, operation)),
    }
}

/// Opens a transaction. A writing one is strict: `complete` comes after the disk has it.
pub(super) fn transaction(
    database: &IdbDatabase,
    shelves: &[Shelf],
    mode: IdbTransactionMode,
) -> Result<IdbTransaction, StorageError> {
    let names: Array = shelves.iter().map(|shelf| JsValue::from_str(shelf.name())).collect();
    // Called by name: web-sys has the options of `transaction` only among its unstable bindings.
    let strict = Object::new();
    Reflect::set(&strict, &"durability".into(), &"strict".into())
        .and_then(|_| Reflect::get(database, &"transaction".into()))
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|open| open.call3(database, &names, &mode.into(), &strict))
        .and_then(JsCast::dyn_into)
        .map_err(during("opening a transaction"))
}

/// The end of a transaction, watched from its beginning.
pub(super) struct Completion(JsFuture);

impl Completion {
    pub(super) fn of(transaction: &IdbTransaction) -> Self {
        Self(JsFuture::from(Promise::new(&mut |completed, aborted| {
            transaction.set_oncomplete(Some(&completed));
            transaction.set_onabort(Some(&aborted));
        })))
    }

    /// Waits until everything is stored, or nothing.
    pub(super) async fn await_with(
        self,
        transaction: &IdbTransaction,
        operation: &'static str,
    ) -> Result<(), StorageError> {
        match self.0.await {
            Ok(_) => Ok(()),
            Err(event) => Err(failure(transaction.error(), &event, operation)),
        }
    }
}

/// Returns a function that turns what was thrown during an operation into an error.
pub(super) fn during(operation: &'static str) -> impl Fn(JsValue) -> StorageError {
    move |thrown| failure(thrown.dyn_ref::<DomException>().cloned(), &thrown, operation)
}

pub(super) fn failure(exception: Option<DomException>, thrown: &JsValue, operation: &'static str) -> StorageError {
    match exception.as_ref().map(DomException::name).as_deref() {
        Some("QuotaExceededError") => StorageError::Full,
        Some("VersionError") => StorageError::Newer,
        Some("SecurityError") => StorageError::Unavailable { message: words(thrown) },
        // Chromium names the error of the file system in its message only.
        Some(_) if exception.as_ref().is_some_and(|exception| exception.message().contains("NO_SPACE")) => {
            StorageError::NoSpace
        }
        _ => StorageError::other(operation, exception.map_or_else(|| words(thrown), |exception| words(&exception))),
    }
}
