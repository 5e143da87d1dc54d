//! Recognises a pasted table and prints what it says of a plan, as JSON: `import_table FILE [FIRST LAST [YEAR]]`.
//!
//! FILE holds what was pasted: text with tabs (`.tsv`, `.txt`), with semicolons or commas (`.csv`), or HTML (`.html`). FIRST
//! and LAST are the plan's years; without them, those that the headings name. YEAR is the year at hand, of columns that name
//! none; without it, the first. Standard output gets one object:
//!
//! ```text
//! {
//!   "years": [2024, 2026], "year_at_hand": 2024,
//!   "tables": [{
//!     "kind": "indicators",                      actions, indicators, steps, results, objectives, goals
//!     "has_headings": true, "rows": 5,
//!     "columns": [{"heading": "Previsione 2024", "destination": {"target": 2024},
//!                  "certainty": "sure",          sure, likely, guess
//!                  "reason": "heading"}, …]      heading, part_of_heading, split_heading, contents, year_assumed, twice, …
//!   }, …],
//!   "sheets": [{                                 one an objective, in their order
//!     "facts": [entry, …],                       fields of the objective itself
//!     "rows": [{"table": 0, "row": 0, "kind": "indicators", "entries": [entry, …]}, …]
//!   }, …],
//!   "goals": [row, …],
//!   "doubts": [{"row": 7, "column": 1, "text": "…", "doubt": "continued"}, …],
//!   "left_over": [{"spot": [0, 3], "text": "…", "why": "column"}, …]   everything that has no place
//! }
//! entry = {"destination": …, "text": "Almeno 2", "spots": [[row, column], …], "certainty": "sure", "doubt": null}
//! ```
//!
//! Rows and columns are counted from 0. Status 1: the file cannot be read, or is no table within the bounds.

#![allow(clippy::print_stdout)] // printing is what it is for

use std::env;
use std::fs;
use std::process::ExitCode;

use serde_json::{Value, json};
use traguardo::file::table::{Entry, Grid, Import, Setting, has_table, read_html, read_text, recognise};
use traguardo::plan::{Period, Year};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match recognised(&arguments) {
        Ok(answer) => {
            println!("{answer:#}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn recognised(arguments: &[String]) -> Result<Value, String> {
    let (path, years) = arguments.split_first().ok_or("usage: import_table FILE [FIRST LAST [YEAR]]")?;
    let bytes = fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    let text = String::from_utf8_lossy(&bytes);
    let grid = if has_table(&text) { read_html(&text) } else { read_text(&text) };
    let grid = grid.map_err(|error| format!("{path}: {error}"))?;
    let setting = setting(&grid, years)?;
    let layout = recognise(&grid, setting);
    let import = layout.read(&grid, setting);
    let tables = layout.tables().map(|table| {
        json!({
            "kind": table.kind,
            "has_headings": table.has_headings,
            "rows": table.body.len(),
            "columns": table.columns.iter().filter(|column| !column.heading.is_empty() || column.reason != traguardo::file::table::Reason::Unknown).collect::<Vec<_>>(),
        })
    });
    Ok(json!({
        "years": [setting.period.first().number(), setting.period.last().number()],
        "year_at_hand": setting.year.number(),
        "tables": tables.collect::<Vec<_>>(),
        "sheets": import.sheets,
        "goals": import.goals,
        "doubts": doubts(&import),
        "left_over": import.left_over,
    }))
}

fn setting(grid: &Grid, years: &[String]) -> Result<Setting, String> {
    let year = |text: &String| {
        let number = text.parse().map_err(|_| format!("{text} is no year"))?;
        Year::new(number).map_err(|error| error.to_string())
    };
    match years {
        [] => Setting::named_in(grid).ok_or_else(|| "no heading names a year: give FIRST and LAST".into()),
        [first, last, rest @ ..] => {
            let period = Period::new(year(first)?, year(last)?).map_err(|error| error.to_string())?;
            Ok(Setting { period, year: rest.first().map(year).transpose()?.unwrap_or(period.first()) })
        }
        _ => Err("usage: import_table FILE [FIRST LAST [YEAR]]".into()),
    }
}

fn doubts(import: &Import) -> Vec<Value> {
    let doubt = |entry: &Entry| {
        let (row, column) = entry.spots.first()?;
        Some(json!({"row": row, "column": column, "text": entry.text, "doubt": entry.doubt?}))
    };
    import.entries().filter_map(doubt).collect()
}
