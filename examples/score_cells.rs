//! Scores cells, one a line, under the default policy: `score_cells [--today YYYY-MM-DD] < CELLS`.
//!
//! In: `target TAB result TAB baseline TAB polarity TAB year`; any may be empty or left out. The polarity is `rising`,
//! `falling` or `steady`, rising where it is empty; the year is that of `--today` where it is empty. Without `--today` the
//! clock says what is overdue.
//!
//! Out, a line for a line: `{"outcome","score","met","reason"}`. The outcome is one of `scored`, `awaited`, `not_due`,
//! `set_aside`, `needs_judgement`, `not_computable`; the score a text with two decimals, in percent; whether the promise was
//! met `true` or `false`; each `null` where there is none. The reason says in a word why there is no score: `no_result_yet`
//! or `overdue`; `nothing_promised`; the standing; `words` or `standing_proposed`; the obstacle. A line that makes no cell is
//! `not_computable` because of its `unreadable_year` or `unreadable_polarity`: no line stops the others.

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Datelike, NaiveDate};
use serde::Serialize;
use traguardo::attainment::{CellScore, Note, Obstacle, Outcome, score_cell, shown};
use traguardo::plan::{Baseline, Cell, Indicator, Polarity, Policy, Status, Year};

const USAGE: &str = "usage: score_cells [--today YYYY-MM-DD] < CELLS";

#[derive(Serialize)]
struct Row {
    outcome: &'static str,
    score: Option<String>,
    met: Option<bool>,
    reason: Option<&'static str>,
}

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

fn run(arguments: impl Iterator<Item = String>) -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<_> = arguments.collect();
    let today = match arguments.as_slice() {
        [] => now()?,
        [flag, today] if flag == "--today" => today.parse()?,
        _ => return Err(USAGE.into()),
    };
    let policy = Policy::default();
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        let row = score(line.trim_end_matches('\r'), &policy, today).unwrap_or_else(unreadable);
        serde_json::to_writer(&mut out, &row)?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(())
}

fn now() -> Result<NaiveDate, Box<dyn std::error::Error>> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let now = DateTime::from_timestamp(seconds.try_into()?, 0).ok_or("the clock is beyond the calendar")?;
    Ok(now.date_naive())
}

/// Scores the cell of one line, or says what makes it none.
fn score(line: &str, policy: &Policy, today: NaiveDate) -> Result<Row, &'static str> {
    let mut fields = line.split('\t');
    let mut next = || fields.next().unwrap_or_default();
    let (target, result, baseline, polarity, year) = (next(), next(), next(), next().trim(), next().trim());
    let number = if year.is_empty() { Some(today.year()) } else { year.parse().ok() };
    let year = number.and_then(|number| Year::new(number).ok()).ok_or("unreadable_year")?;
    let mut indicator = Indicator::new("i".into());
    indicator.polarity = match polarity.to_lowercase().as_str() {
        "" | "rising" => Polarity::Rising,
        "falling" => Polarity::Falling,
        "steady" => Polarity::Steady,
        _ => return Err("unreadable_polarity"),
    };
    indicator.baseline = (!baseline.trim().is_empty()).then(|| Baseline { words: baseline.into(), year: None });
    indicator.cells.insert(year, Cell { target: target.into(), result: result.into(), ..Cell::default() });
    Ok(row(&score_cell(&indicator, year, policy, today).ok_or("unreadable_year")?))
}

fn row(found: &CellScore) -> Row {
    let (outcome, reason) = match found.outcome {
        Outcome::Scored => ("scored", None),
        Outcome::Awaited { overdue: false } => ("awaited", Some("no_result_yet")),
        Outcome::Awaited { overdue: true } => ("awaited", Some("overdue")),
        Outcome::NotDue => ("not_due", Some("nothing_promised")),
        Outcome::SetAside(status) => ("set_aside", Some(standing(status))),
        Outcome::NeedsJudgement if found.working.notes.has(Note::StandingProposed) => {
            ("needs_judgement", Some("standing_proposed"))
        }
        Outcome::NeedsJudgement => ("needs_judgement", Some("words")),
        Outcome::NotComputable(because) => ("not_computable", Some(obstacle(because))),
    };
    Row { outcome, score: found.score.map(|score| format!("{:.2}", shown(score))), met: found.met, reason }
}

fn unreadable(reason: &'static str) -> Row {
    Row { outcome: "not_computable", score: None, met: None, reason: Some(reason) }
}

fn standing(status: Status) -> &'static str {
    match status {
        Status::ToDefine => "to_define",
        Status::Suspended => "suspended",
        Status::Postponed { .. } => "postponed",
        Status::StruckOut => "struck_out",
    }
}

fn obstacle(because: Obstacle) -> &'static str {
    match because {
        Obstacle::Unavailable => "unavailable",
        Obstacle::PercentOrFraction => "percent_or_fraction",
        Obstacle::PercentAgainstCount => "percent_against_count",
        Obstacle::CountAgainstDeed => "count_against_deed",
        Obstacle::DateAgainstAmount => "date_against_amount",
        Obstacle::ChangeAgainstAmount => "change_against_amount",
        Obstacle::WholeUnknown => "whole_unknown",
        Obstacle::UnitsDiffer => "units_differ",
        Obstacle::ChangesDiffer => "changes_differ",
        Obstacle::ReferenceUnknown => "reference_unknown",
        Obstacle::ChangeFromZero => "change_from_zero",
        Obstacle::EmptyWhole => "empty_whole",
        Obstacle::NoWeight => "no_weight",
        Obstacle::TooLarge => "too_large",
    }
}
