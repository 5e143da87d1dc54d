//! The sample plans: four published ones, complete, and a copy of one with invented results.

mod asc_2024;
mod asc_2026;
mod coeso;
mod cssm;
mod demo;
mod index;
mod page;

use std::error::Error;
use std::io;

use serde::de::DeserializeOwned;
use traguardo::file::{self, EXTENSION, File};
use traguardo::plan::Plan;

/// Whatever kept the samples from being made.
pub type Failure = Box<dyn Error>;

/// Makes every sample file and the list of them, as pairs of name and text; `open` returns a transcription by its name.
pub fn files(open: impl Fn(&str) -> io::Result<String>) -> Result<Vec<(String, String)>, Failure> {
    let cssm = cssm::plan(&transcript(&open, "cssm-mondovi-piao-2023-2025")?)?;
    let demo = demo::plan(&cssm)?;
    let samples = [
        ("cssm-mondovi-2023-2025", cssm),
        ("asc-insieme-2024-2026", asc_2024::plan(&transcript(&open, "asc-insieme-2024-2026")?)?),
        ("coeso-sds-2021-2023", coeso::plan(&transcript(&open, "coeso-sds-2021-2023")?)?),
        ("asc-insieme-2026-2028", asc_2026::plan(&transcript(&open, "asc-insieme-2026-2028")?)?),
        ("cssm-2023-2025-demo", demo),
    ];
    let named = samples.map(|(name, plan)| (format!("{name}{EXTENSION}"), plan));
    let list = index::text(&named)?;
    let mut files = named.into_iter().map(written).collect::<Result<Vec<_>, Failure>>()?;
    files.push(("index.json".into(), list));
    Ok(files)
}

fn transcript<T: DeserializeOwned>(open: impl Fn(&str) -> io::Result<String>, name: &str) -> Result<T, Failure> {
    Ok(serde_json::from_str(&open(&format!("{name}.transcript.json"))?)?)
}

/// Writes a plan; reading it back makes sure that every pointer leads somewhere.
fn written((name, plan): (String, Plan)) -> Result<(String, String), Failure> {
    let text = file::write(&File::from(plan))?;
    file::read(text.as_bytes())?;
    Ok((name, text))
}
