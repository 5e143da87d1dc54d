//! Tests that need a real browser: run by `scripts/test` in headless Chromium.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic)] // a failed test should stop

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use traguardo::browser::preferences::{self, Preference};
use traguardo::browser::{address, clock, ids};
use traguardo::storage::{Fault, IndexedDb, Notice, OtherTabs, Storage};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

use scenario::Place;

#[path = "scenario/saving.rs"]
mod saving;
#[path = "scenario/storage.rs"]
mod scenario;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_application_mounts_into_the_page() {
    leptos::mount::mount_to_body(traguardo::ui::App);
    let heading = leptos::prelude::document().query_selector("main").ok().flatten();
    assert!(heading.is_some(), "a page without a main landmark");
}

macro_rules! on_indexed_db {
    ($($scenario:ident),* $(,)?) => {$(
        #[wasm_bindgen_test]
        async fn $scenario() {
            let database = IndexedDb::open_named(concat!("test ", stringify!($scenario))).await.unwrap();
            drop(preferences::forget(Preference::PlansExisted));
            scenario::$scenario(Place(Rc::new(database))).await;
        }
    )*};
}

on_indexed_db!(
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

/// Two connections stand for two tabs: what one has stored, the other opens, and of two writes at once one is refused.
#[wasm_bindgen_test]
async fn two_tabs_share_one_database() {
    let open = || IndexedDb::open_named("test two tabs");
    let (ours, theirs) = (open().await.unwrap(), open().await.unwrap());
    scenario::two_tabs_never_lose_an_edit(Place(Rc::new(ours)), Place(Rc::new(theirs))).await;
}

#[wasm_bindgen_test]
async fn a_newer_database_is_left_alone() {
    use traguardo::storage::StorageError;
    use wasm_bindgen::JsCast;
    const NAME: &str = "test newer";
    let old = IndexedDb::open_named(NAME).await.unwrap();
    let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
    let request = factory.open_with_u32(NAME, 99).unwrap();
    let upgraded = js_sys::Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    wasm_bindgen_futures::JsFuture::from(upgraded).await.unwrap();
    let newer: web_sys::IdbDatabase = request.result().unwrap().dyn_into().unwrap();

    // The open connection gave way, and neither it nor a new one writes where a newer version has been.
    assert_eq!(old.write(&"p".into(), Box::new(|_| Ok(vec![]))).await, Err(StorageError::Newer));
    assert_eq!(IndexedDb::open_named(NAME).await.err(), Some(StorageError::Newer));
    newer.close();
}

/// Opens a database as a tab would that gives way to nobody.
async fn opened_by_others(name: &str, version: u32) -> web_sys::IdbDatabase {
    use wasm_bindgen::JsCast;
    let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
    let request = factory.open_with_u32(name, version).unwrap();
    let settled = js_sys::Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    wasm_bindgen_futures::JsFuture::from(settled).await.unwrap();
    request.result().unwrap().dyn_into().unwrap()
}

#[wasm_bindgen_test]
async fn a_tab_that_holds_up_an_upgrade_is_told_of_and_the_upgrade_only_adds() {
    use traguardo::plan::{Period, Plan, Year};
    use traguardo::storage::{Archive, StorageError};
    const NAME: &str = "test upgrade";
    let year = Year::new(2024).unwrap();
    let plan = Plan::new("p".into(), Period::new(year, year).unwrap());
    let old = Archive::new(IndexedDb::open_version(NAME, 1).await.unwrap());
    old.create(&plan, clock::now()).await.unwrap();

    let deaf = opened_by_others(NAME, 1).await;
    assert_eq!(IndexedDb::open_version(NAME, 2).await.err(), Some(StorageError::Blocked));
    deaf.close();
    // The blocked opening goes on by itself and closes the database again; whoever comes next finds everything.
    let new = Archive::new(IndexedDb::open_version(NAME, 2).await.unwrap());
    assert_eq!(new.open(&plan.id, clock::now()).await.unwrap().plan, plan);
    assert_eq!(old.list().await, Err(StorageError::Newer), "the old tab gave way and says so");
}

#[wasm_bindgen_test]
async fn another_tab_hears_what_was_written() {
    let (ours, theirs) = (OtherTabs::new().unwrap(), OtherTabs::new().unwrap());
    let heard = Rc::new(RefCell::new(Vec::new()));
    let listening = theirs.listen({
        let heard = Rc::clone(&heard);
        move |notice| heard.borrow_mut().push(notice)
    });
    ours.announce(&"p".into(), 7).unwrap();
    while heard.borrow().is_empty() {
        TimeoutFuture::new(1).await;
    }
    assert_eq!(*heard.borrow(), [Notice { plan: "p".into(), revision: 7 }]);
    drop(listening);
}

#[wasm_bindgen_test]
fn ids_are_never_the_same() {
    let mut made: Vec<String> = (0..2_000).map(|_| ids::new_id().unwrap()).collect();
    assert!(made.iter().all(|id| id.len() == 20 && id.chars().all(|c| c.is_ascii_alphanumeric())), "{made:?}");
    made.sort_unstable();
    made.dedup();
    assert_eq!(made.len(), 2_000);
}

#[wasm_bindgen_test]
fn a_preference_is_kept_until_it_is_forgotten() {
    preferences::set(Preference::Language, "en").unwrap();
    assert_eq!(preferences::get(Preference::Language).as_deref(), Some("en"));
    preferences::forget(Preference::Language).unwrap();
    assert_eq!(preferences::get(Preference::Language), None);
}

#[wasm_bindgen_test]
async fn a_move_is_heard_until_the_listener_goes() {
    let moves = Rc::new(Cell::new(0));
    let listener = address::listen({
        let moves = Rc::clone(&moves);
        move |hash| moves.set(moves.get() + if hash == "#/a" { 1 } else { 100 })
    })
    .unwrap();
    address::go("#/a").unwrap();
    while moves.get() == 0 {
        TimeoutFuture::new(1).await;
    }
    address::rewrite("#/b").unwrap();
    assert_eq!(address::hash(), "#/b");
    drop(listener);
    address::go("#/c").unwrap();
    TimeoutFuture::new(20).await;
    assert_eq!(moves.get(), 1);
}

#[wasm_bindgen_test]
fn the_clock_tells_a_local_time_of_this_century() {
    use chrono::Datelike;
    assert!((2024..2100).contains(&clock::today().year()), "{}", clock::now());
}

/// Every call of the storage fails once, under 200 edits each time.
#[wasm_bindgen_test]
async fn no_failing_call_costs_an_edit() {
    let not_done = |nth: u64| if nth.is_multiple_of(2) { Fault::Refused } else { Fault::Full };
    let refused = saving::Desk::new().fail_at_every_call(not_done).await;
    console_log!("every storage call refused once: {refused:?}, none lost, none made twice");
    assert!(refused.failures > 200 && refused.told > 190, "{refused:?}");

    let unanswered = saving::Desk::new().fail_at_every_call(|_| Fault::Unanswered).await;
    console_log!("every storage call done and not answered once: {unanswered:?}, none lost, none made twice");
    assert!(unanswered.failures > 200 && unanswered.told > 190, "{unanswered:?}");
}

/// The same on IndexedDB, for a tenth of the bytes.
#[wasm_bindgen_test]
async fn flipped_bytes_are_all_found_out() {
    let database = IndexedDb::open_named("test flips").await.unwrap();
    let found = scenario::finds_every_flipped_byte(Place(Rc::new(database)), 200).await;
    assert_eq!(found.in_full + found.in_part + found.unreadable, 200, "{found:?}");
}

/// A plan whose archive was emptied while it is open is stored anew.
#[wasm_bindgen_test]
async fn a_plan_outlives_its_archive() {
    saving::Desk::new().lose_everything().await;
}
