//! Writes a plan as a workbook, or reads one that came back.
//!
//! `cargo run --no-default-features --example workbook -- write PLAN YEAR DAY > plan.xlsx`
//! `cargo run --no-default-features --example workbook -- read plan.xlsx > plan.traguardo.json`

use std::error::Error;
use std::io::{Write, stdout};

use traguardo::attainment::{Attainment, Span};
use traguardo::file::xlsx::{Reading, Writing};
use traguardo::file::{self, File};
use traguardo::plan::Year;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let bytes = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", path, year, day] => {
            let plan = file::read(&std::fs::read(path)?)?.plan;
            let attainment = Attainment::of(&plan, Span::Year(Year::new(year.parse()?)?), day.parse()?);
            Writing::of(File::from(plan), attainment).finish()?
        }
        ["read", path] => {
            let returned = Reading::of(&std::fs::read(path)?)?.finish()?;
            for cell in &returned.refused {
                eprintln!("{} {}: {:?} ({})", cell.place.sheet, cell.place.cell, cell.reason, cell.words);
            }
            for row in &returned.added {
                eprintln!("{} {}: new, {:?} ({})", row.place.sheet, row.place.cell, row.what, row.description);
            }
            for row in &returned.left {
                eprintln!("{} {}: not taken, {:?}", row.place.sheet, row.place.cell, row.why);
            }
            for gone in &returned.gone {
                eprintln!("{}: {} rows are gone and stay in the plan", gone.sheet, gone.count);
            }
            eprintln!("{} changed, {} tables", returned.changed, returned.tables.len());
            file::write(&*returned.file.ok_or("the workbook carries no plan")?)?.into_bytes()
        }
        _ => return Err("say: write PLAN YEAR DAY, or: read WORKBOOK".into()),
    };
    stdout().write_all(&bytes)?;
    Ok(())
}
