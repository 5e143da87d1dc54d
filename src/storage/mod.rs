//! Keeps plans safe: an archive of plans on top of a store of small records.
//!
//! ```text
//! Archive   list, create, open, commit, snapshot, replace, remove    what the application asks for
//!   │         header (revision n) ── journal (edits 1…n) ── snapshots (the whole plan at some revisions)
//! Storage   keys, read, write all or nothing                         a trait with three twins
//!   ├─ IndexedDb   survives the page; *written* means that the transaction's `complete` has fired
//!   ├─ Memory      goes with the page: tests, and the last resort where a browser keeps nothing
//!   └─ Failing     fails at one call: tests of what becomes of people's work then
//! ```
//!
//! - One edit is one write: the journal's entry and the header with `revision + 1`, refused as stale when another tab has
//!   written since. Revision 1 is the plan as it was created; the entry of revision *n* leads there from *n − 1*.
//! - Whatever is longer than 32 KiB is cut into parts; every part carries a checksum that also covers its key.
//! - Opening takes the newest snapshot that can be read and replays the journal on it. What cannot be read is moved into
//!   quarantine, as it was found, in the write that mends; and no figure is ever shown that was not stored. Nothing here
//!   deletes a plan.
//! - Snapshots give way to newer ones, except the first and those that no edit leads to: with the journal, which is never
//!   cut, they give back the plan at any revision, and what can be undone.

mod archive;
mod copied;
mod error;
mod exchange;
mod failing;
mod header;
#[cfg(feature = "app")]
mod indexed_db;
mod journal;
mod memory;
#[cfg(feature = "app")]
mod other_tabs;
mod past;
mod quarantine;
mod record;
mod recovery;
mod rescued;
mod snapshot;
mod store;
mod versions;

pub use archive::{Archive, Condition, Listing, Saved};
pub use copied::Uncopied;
pub use error::StorageError;
pub use exchange::{HandedOut, Origin};
pub use failing::{Failing, Fault};
pub use header::{FileCopy, Header};
#[cfg(feature = "app")]
pub use indexed_db::IndexedDb;
pub use journal::{Entry, Step};
pub use memory::Memory;
#[cfg(feature = "app")]
pub use other_tabs::{Notice, OtherTabs};
pub use record::{Key, Record, Shelf};
pub use recovery::{Opened, Recovery};
pub use rescued::{Rescued, is_rescued, rescued};
pub use store::{Answer, Change, Decide, Storage};
pub use versions::{Kept, Past, Sitting, Version};
