//! Traguardo keeps the three-year performance plan of a public social-service body, reads what its targets say and works
//! out how far the body has come.
//!
//! The model is pure: no clock, no randomness, no input or output; the time and new ids come in as arguments.
//!
//! | room | what it is for |
//! |---|---|
//! | [`target`] | a target and the phrases that say it: scan, parse, show; readings of results |
//! | [`plan`] | the plan, its edits and their inverses, findings |
//! | [`attainment`] | one cell scored, weights rolled up, and the working behind every figure |
//! | [`simulation`] | what-if: other weights and results over a plan that stays untouched |
//! | [`merge`] | base, ours and theirs to one plan, with conflicts inside it |
//! | [`report`] | rows ready to show: deadlines, who owes results, monitoring, the tree |
//! | [`file`](mod@file) | bytes to plans and back |
//! | [`storage`] | keeps plans safe: an archive over a store of records, in IndexedDB or in memory |
//! | `browser` | one small file for each thing asked of the browser (with the `app` feature) |
//! | `state` | the open plan, undo, autosave, the address (with the `app` feature) |
//! | `ui` | what people see (with the `app` feature) |
//!
//! People download the program as three Wasm modules: one for the list of plans, one, fetched behind it, for an open plan, and
//! one for spreadsheets, fetched when the first is written or read. They part at the doors `state::module`, `ui::module` and
//! `state::spreadsheet`.
//!
//! Imports run downward only. `tests/house.rs` reads the sources and holds the table.

pub mod attainment;
pub mod file;
pub mod merge;
pub mod plan;
pub mod report;
pub mod simulation;
pub mod storage;
pub mod target;

#[cfg(feature = "app")]
pub mod browser;
#[cfg(feature = "app")]
pub mod state;
#[cfg(feature = "app")]
pub mod ui;
