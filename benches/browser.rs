//! The benches beside this file, unchanged, in a real browser. `scripts/bench` runs them there; natively there is nothing
//! here to run.

#![allow(missing_docs, reason = "a program, not a library")]

#[cfg(target_arch = "wasm32")]
extern crate self as criterion; // the benches ask for criterion, which has no browser: they get `harness`

#[cfg(target_arch = "wasm32")]
#[path = "browser/harness.rs"]
mod harness;

#[cfg(target_arch = "wasm32")]
pub(crate) use harness::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

#[cfg(target_arch = "wasm32")]
#[path = "attainment.rs"]
mod attainment;
#[cfg(target_arch = "wasm32")]
#[path = "exchange.rs"]
mod exchange;
#[cfg(target_arch = "wasm32")]
#[path = "file.rs"]
mod file;
#[cfg(target_arch = "wasm32")]
#[path = "screen.rs"]
mod screen;
#[cfg(target_arch = "wasm32")]
#[path = "simulation.rs"]
mod simulation;

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        attainment::benches();
        screen::benches();
        simulation::benches();
        file::benches();
        exchange::benches();
    }
}
