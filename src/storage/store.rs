//! What an archive needs of the place where its records lie.

use std::collections::BTreeMap;
use std::future::Future;
use std::ops::RangeInclusive;
use std::pin::Pin;

use super::{Key, Record, Shelf, StorageError};
use crate::plan::PlanId;

/// An answer that may take a while.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, StorageError>> + 'a>>;

/// Says what to write, having seen the plan's header record as it is at that moment; an error writes nothing.
pub type Decide<'a> = Box<dyn FnOnce(Option<&[u8]>) -> Result<Vec<Change>, StorageError> + 'a>;

/// One thing to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Puts a record in its place, over what lay there.
    Put(Record),
    /// Takes a record away.
    Delete(Key),
}

/// A store of records that are written together or not at all.
///
/// Every call takes effect when its answer is awaited.
pub trait Storage {
    /// Returns whether what is written is still there after the page has gone.
    fn is_lasting(&self) -> bool;

    /// Lists the keys of a shelf, of one plan or of all, in order.
    fn keys<'a>(&'a self, shelf: Shelf, plan: Option<&'a PlanId>) -> Answer<'a, Vec<Key>>;

    /// Reads a plan's records of some revisions, in order of key. A record that the browser cannot hand out is left out.
    fn read<'a>(&'a self, shelf: Shelf, plan: &'a PlanId, revisions: RangeInclusive<u64>) -> Answer<'a, Vec<Record>>;

    /// Reads the header of a plan, decides, and writes, all in one transaction; `Ok` means that everything is stored.
    fn write<'a>(&'a self, plan: &'a PlanId, decide: Decide<'a>) -> Answer<'a, ()>;

    /// Returns which plans were kept here and at which revision they were last written, as noted in a place apart. What
    /// cannot be read there was noted for nobody.
    fn marks(&self) -> BTreeMap<PlanId, u64>;

    /// Notes that a plan is kept here at a revision. A note that comes to nothing only makes an alarm impossible.
    fn mark(&self, plan: &PlanId, revision: u64);

    /// Forgets that a plan was kept here: people have seen that it is gone.
    fn unmark(&self, plan: &PlanId);
}
