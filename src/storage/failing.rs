//! A store that fails at one call: with it the tests ask, for every call in turn, what becomes of people's work.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::{Answer, Decide, Key, Record, Shelf, Storage, StorageError};
use crate::plan::PlanId;

/// A store over another one. It counts the calls that can fail, and fails at the one it was told.
///
/// It stands for a disk, so it says of itself that it lasts, whatever lies below.
#[derive(Debug, Default)]
pub struct Failing<S> {
    storage: S,
    calls: Cell<u64>,
    planned: Cell<Option<(u64, Fault)>>,
}

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing is done.
    Refused,
    /// The disk is full: nothing is done.
    Full,
    /// All is done, and the answer says that it was not.
    Unanswered,
}

impl<S: Storage> Failing<S> {
    /// Stands over a store, and fails at nothing yet.
    pub fn over(storage: S) -> Self {
        Self { storage, calls: Cell::new(0), planned: Cell::new(None) }
    }

    /// Plans to fail once: at the `nth` call from now, the next one being 0. Forgets what was planned before.
    pub fn fail_at(&self, nth: u64, fault: Fault) {
        self.planned.set(Some((self.calls.get().saturating_add(nth), fault)));
    }

    /// Returns how many calls there were.
    pub fn calls(&self) -> u64 {
        self.calls.get()
    }

    /// Returns whether what was planned is still to come.
    pub fn is_planned(&self) -> bool {
        self.planned.get().is_some()
    }

    fn fault(&self) -> Option<Fault> {
        let call = self.calls.get();
        self.calls.set(call.saturating_add(1));
        let (_, fault) = self.planned.get().filter(|(at, _)| *at == call)?;
        self.planned.set(None);
        Some(fault)
    }

    async fn call<T>(&self, answer: Answer<'_, T>) -> Result<T, StorageError> {
        match self.fault() {
            None => answer.await,
            Some(Fault::Refused) => Err(failed("refused")),
            Some(Fault::Full) => Err(StorageError::Full),
            Some(Fault::Unanswered) => answer.await.and(Err(failed("no answer"))),
        }
    }
}

fn failed(how: &str) -> StorageError {
    StorageError::other("a call that was to fail", how)
}

impl<S: Storage> Storage for Failing<S> {
    fn is_lasting(&self) -> bool {
        true
    }

    fn keys<'a>(&'a self, shelf: Shelf, plan: Option<&'a PlanId>) -> Answer<'a, Vec<Key>> {
        Box::pin(self.call(self.storage.keys(shelf, plan)))
    }

    fn read<'a>(&'a self, shelf: Shelf, plan: &'a PlanId, revisions: RangeInclusive<u64>) -> Answer<'a, Vec<Record>> {
        Box::pin(self.call(self.storage.read(shelf, plan, revisions)))
    }

    fn write<'a>(&'a self, plan: &'a PlanId, decide: Decide<'a>) -> Answer<'a, ()> {
        Box::pin(self.call(self.storage.write(plan, decide)))
    }

    fn marks(&self) -> BTreeMap<PlanId, u64> {
        self.storage.marks()
    }

    fn mark(&self, plan: &PlanId, revision: u64) {
        self.storage.mark(plan, revision);
    }

    fn unmark(&self, plan: &PlanId) {
        self.storage.unmark(plan);
    }
}
