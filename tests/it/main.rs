//! The model as a whole, over real plans.

// What a test builds for itself is right or the test fails; Clippy sees only functions marked as tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod completeness;
mod counts;
mod dependencies;
mod exports;
mod generated;
mod headings;
mod hostile;
mod merge;
mod mutations;
mod open;
#[cfg(not(feature = "app"))] // the application adds nothing to the arithmetic
mod oracle;
mod other_bodies;
mod policy;
mod refusals;
mod round_trip;
#[cfg(feature = "schema")]
mod schema;
mod shelf;
mod slips;
mod tables;
mod targets;
mod what_if;
mod workbooks;
mod year_weights;

#[path = "../../examples/convert_samples/samples/mod.rs"]
mod samples;

#[path = "../../examples/what_if/answer.rs"]
mod answer;

#[allow(dead_code)] // the large ones are measured elsewhere
#[path = "../support/shelf.rs"]
mod bad_files;
