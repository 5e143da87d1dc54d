//! The storage scenarios on memory; `tests/browser.rs` runs the same ones on IndexedDB.
#![cfg(not(target_arch = "wasm32"))]

#[path = "scenario/storage.rs"]
mod scenario;

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use scenario::Place;
use traguardo::storage::Memory;

macro_rules! on_memory {
    ($($scenario:ident),* $(,)?) => {$(
        #[test]
        fn $scenario() {
            let run = pin!(scenario::$scenario(Place(Rc::new(Memory::default()))));
            // Memory answers at once, so that one poll is enough.
            assert_eq!(run.poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(()));
        }
    )*};
}

on_memory!(
    opens_what_was_stored,
    refuses_a_stale_edit,
    removes_without_deleting,
    knows_copies,
    writes_the_plan_whole_now_and_then,
    gives_back_every_revision,
    lists_the_versions,
    comes_back_as_far_as_it_can_be_trusted,
    reads_a_damaged_plan_on_a_full_disk,
    never_opens_a_wrong_plan,
    tells_emptied_from_new,
    keeps_long_edits_and_odd_ids,
);
