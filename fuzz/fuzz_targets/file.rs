//! Any bytes as a plan file: it is taken whole or refused, and what was taken can be written, read again and worked with.
//! `scripts/fuzz 60 file`. A slow file is as much a finding as a panic.

#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use traguardo::attainment::{Attainment, Span};
use traguardo::file;

fuzz_target!(|bytes: &[u8]| {
    let Ok(taken) = file::read(bytes) else { return };
    let text = file::write(&taken).expect("what was read can be written");
    let again = file::read(text.as_bytes()).expect("what was written can be read");
    assert_eq!(taken, again);
    assert_eq!(file::write(&again).as_ref(), Ok(&text));
    assert!(file::name(&taken.plan).len() < 120);
    let _ = taken.plan.check();
    let _ = Attainment::of(&taken.plan, Span::Period, NaiveDate::from_ymd_opt(2024, 9, 30).expect("a day"));
});
