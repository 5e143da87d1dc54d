//! The storage scenarios on memory; `tests/browser.rs` runs the same ones on IndexedDB.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic)] // a failed test should stop

#[path = "scenario/storage.rs"]
mod scenario;

use std::io::Write;
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
    an_edit_without_an_answer_is_not_stored_twice,
    removes_without_deleting,
    knows_copies,
    writes_the_plan_whole_now_and_then,
    gives_back_every_revision,
    lists_the_versions,
    comes_back_as_far_as_it_can_be_trusted,
    reads_a_damaged_plan_on_a_full_disk,
    never_opens_a_wrong_plan,
    tells_emptied_from_new,
    tells_when_one_of_two_plans_is_gone,
    tells_when_all_of_it_is_older,
    a_plan_without_snapshots_is_damaged,
    keeps_long_edits_and_odd_ids,
);

/// Two thousand bytes flipped in stored records, one at a time: every one is found out.
#[test]
fn two_thousand_flipped_bytes_are_all_found_out() {
    const FLIPS: u32 = 2_000;
    let run = pin!(scenario::finds_every_flipped_byte(Place(Rc::new(Memory::default())), FLIPS));
    let Poll::Ready(found) = run.poll(&mut Context::from_waker(Waker::noop())) else { panic!("memory took its time") };
    // Written past the test runner, which keeps what a passing test prints to itself.
    writeln!(std::io::stderr(), "{FLIPS} flipped bytes: {found:?}, none overlooked").unwrap();
    assert_eq!(found.in_full + found.in_part + found.unreadable, FLIPS);
}
