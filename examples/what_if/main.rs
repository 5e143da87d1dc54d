//! Prints what other weights would do to a plan in a year, as JSON: `what_if PLAN.json YEAR [--lock CODE]…
//! [--weight CODE=W]… [--threshold T] [--step S] [--range X]`.
//!
//! Objectives are named by their codes. `--weight` moves one to `W` percent, the others in proportion, one move after
//! another in the order given and after all locks; a move that stops at its limit says so beside the JSON. A step is five
//! points, a range ten percent of each weight unless said otherwise. Every figure is over the weight measured. Percentages
//! are texts with two decimals, `null` where there is none: for an objective without a say, and for a threshold that is
//! not asked for, not crossed, or held everywhere. `low` and `high` of a weight are the lowest and the highest figure
//! within its step. Nothing depends on the day.

mod answer;

use std::io::{self, Write};
use std::process::ExitCode;

use answer::{Question, answer};
use traguardo::attainment::shown;
use traguardo::plan::{Percent, Year};

const USAGE: &str =
    "usage: what_if PLAN.json YEAR [--lock CODE]… [--weight CODE=W]… [--threshold T] [--step S] [--range X]";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to tell where even this cannot be written.
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<(), Box<dyn std::error::Error>> {
    let path = arguments.next().ok_or(USAGE)?;
    let question = asked(arguments)?;
    let plan = traguardo::file::read(&std::fs::read(path)?)?.plan;
    let (answer, stopped) = answer(&plan, &question)?;
    for (code, moved) in stopped {
        if let Some(limit) = moved.limit {
            writeln!(io::stderr(), "{code} stopped at {}: {limit:?}", shown(moved.to))?;
        }
    }
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &answer)?;
    writeln!(out)?;
    Ok(())
}

fn asked(mut arguments: impl Iterator<Item = String>) -> Result<Question, Box<dyn std::error::Error>> {
    let mut question = Question::of(Year::new(arguments.next().ok_or(USAGE)?.parse()?)?);
    while let Some(flag) = arguments.next() {
        let value = arguments.next().ok_or(USAGE)?;
        match flag.as_str() {
            "--lock" => question.locks.push(value),
            "--weight" => {
                let (code, weight) = value.rsplit_once('=').ok_or(USAGE)?;
                question.weights.push((code.to_owned(), percent(weight)?));
            }
            "--threshold" => question.threshold = Some(percent(&value)?),
            "--step" => question.step = percent(&value)?,
            "--range" => question.range = percent(&value)?,
            _ => return Err(USAGE.into()),
        }
    }
    Ok(question)
}

fn percent(text: &str) -> Result<Percent, Box<dyn std::error::Error>> {
    Ok(Percent::new(text.parse()?)?)
}
