//! Prints what other weights would do to a plan in a year, as JSON: `what_if PLAN.json YEAR [--lock CODE]…
//! [--weight CODE=W]… [--threshold T] [--step S] [--range X]`.
//!
//! Objectives are named by their codes. `--weight` moves one to `W` percent, the others in proportion, one move after
//! another in the order given and after all locks; a move that stops at its limit says so beside the JSON. A step is five
//! points, a range ten percent of each weight unless said otherwise. Every figure is over the weight measured. Percentages
//! are texts with two decimals, `null` where there is none: for an objective without a say, and for a threshold that is
//! not asked for, not crossed, or held everywhere. `low` and `high` of a weight are the lowest and the highest figure
//! within its step. Nothing depends on the day.

use std::io::{self, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use traguardo::attainment::{Attainment, Span, shown};
use traguardo::plan::{Objective, ObjectiveId, Percent, Plan, Scenario, Year};
use traguardo::simulation::{Basis, Spot, Swing, Trial};

const USAGE: &str =
    "usage: what_if PLAN.json YEAR [--lock CODE]… [--weight CODE=W]… [--threshold T] [--step S] [--range X]";

/// What is asked for.
struct Question {
    path: String,
    year: Year,
    locks: Vec<String>,
    weights: Vec<(String, Percent)>,
    threshold: Option<Percent>,
    step: Percent,
    range: Percent,
}

#[derive(Serialize)]
struct Answer {
    official: Option<String>,
    scenario: Option<String>,
    weights: Weights,
    points: Vec<PointsRow>,
    tornado: Vec<SwingRow>,
    break_even: Vec<ShareRow>,
    range: RangeRow,
}

/// Codes with their weights, in the plan's order.
struct Weights(Vec<(String, Option<String>)>);

#[derive(Serialize)]
struct PointsRow {
    code: String,
    earned: Option<String>,
    lost: Option<String>,
}

#[derive(Serialize)]
struct SwingRow {
    code: String,
    low: Option<String>,
    high: Option<String>,
    swing: Option<String>,
}

#[derive(Serialize)]
struct ShareRow {
    code: String,
    share: Option<String>,
}

#[derive(Serialize)]
struct RangeRow {
    low: Option<String>,
    high: Option<String>,
}

impl Serialize for Weights {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(code, weight)| (code, weight)))
    }
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
    let question = asked(arguments)?;
    let plan = traguardo::file::read(&std::fs::read(&question.path)?)?.plan;
    // The day would only say what is overdue.
    let last = NaiveDate::from_ymd_opt(question.year.number(), 12, 31).ok_or("no such day")?;
    let official = Attainment::of(&plan, Span::Year(question.year), last);
    let trial = Trial::new(&plan, &official, Scenario::new("what-if".into())).ok_or("not a year")?;
    let mut trial = trial.on(Basis::Measured);
    for code in &question.locks {
        trial.lock(&Spot::Objective(coded(&plan, code)?));
    }
    for (code, weight) in &question.weights {
        let moved = trial.shift(&Spot::Objective(coded(&plan, code)?), *weight);
        if let Some(limit) = moved.limit {
            writeln!(io::stderr(), "{code} stopped at {}: {limit:?}", shown(moved.to))?;
        }
    }
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &answer(&plan, &trial, &question))?;
    writeln!(out)?;
    Ok(())
}

fn asked(mut arguments: impl Iterator<Item = String>) -> Result<Question, Box<dyn std::error::Error>> {
    let (Some(path), Some(year)) = (arguments.next(), arguments.next()) else { return Err(USAGE.into()) };
    let mut question = Question {
        path,
        year: Year::new(year.parse()?)?,
        locks: Vec::new(),
        weights: Vec::new(),
        threshold: None,
        step: Percent::whole(5),
        range: Percent::whole(10),
    };
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

fn coded(plan: &Plan, code: &str) -> Result<ObjectiveId, String> {
    let found = plan.objectives.iter().find(|objective| objective.code == code);
    found.map(|objective| objective.id.clone()).ok_or_else(|| format!("no objective has the code {code}"))
}

fn answer(plan: &Plan, trial: &Trial, question: &Question) -> Answer {
    let group = trial.objectives();
    let objectives = || plan.objectives.iter().map(|objective| objective.as_ref());
    let points = group.points();
    let points = |objective: &Objective| {
        let found = points.iter().find(|points| points.id == objective.id);
        PointsRow {
            code: objective.code.clone(),
            earned: text(found.and_then(|points| points.earned)),
            lost: text(found.and_then(|points| points.lost)),
        }
    };
    let swings = group.tornado(question.step);
    let silent = objectives().filter(|objective| swings.iter().all(|swing| swing.id != objective.id));
    let silent = silent.map(|it| SwingRow { code: it.code.clone(), low: None, high: None, swing: None });
    let swing = |swing: &Swing<ObjectiveId>| SwingRow {
        code: plan.objectives.get(&swing.id).map(|objective| objective.code.clone()).unwrap_or_default(),
        low: text(swing.low()),
        high: text(swing.high()),
        swing: text(Some(swing.width())),
    };
    let crossed = question.threshold.map(|threshold| group.break_even(threshold)).unwrap_or_default();
    let crossed = |objective: &Objective| {
        let found = crossed.iter().find(|(id, _)| *id == objective.id);
        ShareRow { code: objective.code.clone(), share: text(found.and_then(|(_, at)| at.share())) }
    };
    let range = group.range(question.range);
    Answer {
        official: text(trial.official_figure()),
        scenario: text(trial.figure()),
        weights: Weights(objectives().map(|it| (it.code.clone(), text(group.share(&it.id)))).collect()),
        points: objectives().map(points).collect(),
        tornado: swings.iter().map(swing).chain(silent).collect(),
        break_even: objectives().map(crossed).collect(),
        range: RangeRow { low: text(range.map(|range| range.low)), high: text(range.map(|range| range.high)) },
    }
}

fn text(percent: Option<Percent>) -> Option<String> {
    percent.map(|percent| shown(percent).to_string())
}
