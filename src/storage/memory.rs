//! A store that goes with the page: for tests, and where the browser keeps nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::ready;
use std::ops::RangeInclusive;

use super::{Answer, Change, Decide, Key, Record, Shelf, Storage, StorageError};
use crate::plan::PlanId;

/// Records in memory.
#[derive(Debug, Default)]
pub struct Memory {
    records: RefCell<BTreeMap<Key, Vec<u8>>>,
    marks: RefCell<BTreeMap<PlanId, u64>>,
}

impl Memory {
    /// Returns a store that holds these records.
    pub fn holding(records: impl IntoIterator<Item = Record>) -> Self {
        let records = records.into_iter().map(|record| (record.key, record.bytes)).collect();
        Self { records: RefCell::new(records), marks: RefCell::default() }
    }

    fn change(&self, plan: &PlanId, decide: Decide<'_>) -> Result<(), StorageError> {
        let mut records = self.records.borrow_mut();
        for change in decide(records.get(&Key::header(plan)).map(Vec::as_slice))? {
            match change {
                Change::Put(record) => records.insert(record.key, record.bytes),
                Change::Delete(key) => records.remove(&key),
            };
        }
        Ok(())
    }
}

impl Storage for Memory {
    fn is_lasting(&self) -> bool {
        false
    }

    fn keys<'a>(&'a self, shelf: Shelf, plan: Option<&'a PlanId>) -> Answer<'a, Vec<Key>> {
        let wanted = |key: &&Key| key.shelf == shelf && plan.is_none_or(|plan| key.plan == *plan);
        Box::pin(ready(Ok(self.records.borrow().keys().filter(wanted).cloned().collect())))
    }

    fn read<'a>(&'a self, shelf: Shelf, plan: &'a PlanId, revisions: RangeInclusive<u64>) -> Answer<'a, Vec<Record>> {
        let ends = |revision, part| Key { shelf, plan: plan.clone(), revision, part };
        let (first, last) = revisions.into_inner();
        let records = if first > last {
            Vec::new()
        } else {
            let found = self.records.borrow();
            let record = |(key, bytes): (&Key, &Vec<u8>)| Record { key: key.clone(), bytes: bytes.clone() };
            found.range(ends(first, 0)..=ends(last, u32::MAX)).map(record).collect()
        };
        Box::pin(ready(Ok(records)))
    }

    fn write<'a>(&'a self, plan: &'a PlanId, decide: Decide<'a>) -> Answer<'a, ()> {
        Box::pin(async move { self.change(plan, decide) })
    }

    fn marks(&self) -> BTreeMap<PlanId, u64> {
        self.marks.borrow().clone()
    }

    fn mark(&self, plan: &PlanId, revision: u64) {
        self.marks.borrow_mut().insert(plan.clone(), revision);
    }

    fn unmark(&self, plan: &PlanId) {
        self.marks.borrow_mut().remove(plan);
    }
}
