//! Prints how far a plan has come in a year, as JSON: `attainment PLAN.json YEAR [--today YYYY-MM-DD]`.
//!
//! Percentages are texts with two decimals, `null` where there is none. A share is that of what is due among siblings once
//! what was set aside has left. Without `--today` the clock says what is overdue.

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, NaiveDate};
use serde::Serialize;
use traguardo::attainment::{Attainment, Figure, Outcome, Span, shown};
use traguardo::plan::{Percent, Plan, Weight, Year};

const USAGE: &str = "usage: attainment PLAN.json YEAR [--today YYYY-MM-DD]";

#[derive(Serialize)]
struct PlanRow {
    attained: Option<String>,
    coverage: Option<String>,
    floor: Option<String>,
    ceiling: Option<String>,
    objectives: Vec<ObjectiveRow>,
}

#[derive(Serialize)]
struct ObjectiveRow {
    code: String,
    weight: Option<String>,
    share: Option<String>,
    attained: Option<String>,
    coverage: Option<String>,
    floor: Option<String>,
    ceiling: Option<String>,
    indicators: Vec<IndicatorRow>,
}

#[derive(Serialize)]
struct IndicatorRow {
    code: String,
    weight: Option<String>,
    share: Option<String>,
    outcome: &'static str,
    score: Option<String>,
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
    let (path, year, today) = match arguments.as_slice() {
        [path, year] => (path, year, now()?),
        [path, year, flag, today] if flag == "--today" => (path, year, today.parse()?),
        _ => return Err(USAGE.into()),
    };
    let plan = traguardo::file::read(&std::fs::read(path)?)?.plan;
    let attainment = Attainment::of(&plan, Span::Year(Year::new(year.parse()?)?), today);
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &row(&plan, &attainment))?;
    writeln!(out)?;
    Ok(())
}

fn now() -> Result<NaiveDate, Box<dyn std::error::Error>> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    let now = DateTime::from_timestamp(seconds.try_into()?, 0).ok_or("the clock is beyond the calendar")?;
    Ok(now.date_naive())
}

fn row(plan: &Plan, attainment: &Attainment) -> PlanRow {
    let objectives = plan.objectives.iter().filter_map(|objective| {
        let found = attainment.objective(&objective.id)?;
        let indicators = objective.indicators.iter().zip(found.indicators()).map(|(indicator, figure)| IndicatorRow {
            code: indicator.code.clone(),
            weight: written(figure.weight),
            share: text(found.share(figure)),
            outcome: name(figure.outcome),
            score: text(figure.score.filter(|_| figure.outcome == Outcome::Scored)),
        });
        let [attained, coverage, floor, ceiling] = bounds(&found.figure);
        Some(ObjectiveRow {
            code: objective.code.clone(),
            weight: written(found.weight),
            share: text(attainment.share(&objective.id)),
            attained,
            coverage,
            floor,
            ceiling,
            indicators: indicators.collect(),
        })
    });
    let [attained, coverage, floor, ceiling] = bounds(attainment.figure());
    PlanRow { attained, coverage, floor, ceiling, objectives: objectives.collect() }
}

fn bounds(figure: &Figure) -> [Option<String>; 4] {
    [figure.attained, figure.coverage, figure.floor, figure.ceiling].map(text)
}

fn text(percent: Option<Percent>) -> Option<String> {
    percent.map(|percent| shown(percent).to_string())
}

fn written(weight: Option<Weight>) -> Option<String> {
    text(weight.and_then(|weight| Percent::new(weight.value()).ok()))
}

fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Scored => "scored",
        Outcome::Awaited { .. } => "awaited",
        Outcome::NotDue => "not_due",
        Outcome::SetAside(_) => "set_aside",
        Outcome::NeedsJudgement => "needs_judgement",
        Outcome::NotComputable(_) => "not_computable",
    }
}
