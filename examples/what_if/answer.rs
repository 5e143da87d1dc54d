//! What other weights do to a plan, as rows of texts.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use traguardo::attainment::{Attainment, Span, shown};
use traguardo::plan::{Objective, ObjectiveId, Percent, Plan, Scenario, Year};
use traguardo::simulation::{Basis, Moved, Spot, Swing, Trial};

/// What is asked for.
pub struct Question {
    pub year: Year,
    pub locks: Vec<String>,
    pub weights: Vec<(String, Percent)>,
    pub threshold: Option<Percent>,
    pub step: Percent,
    pub range: Percent,
}

/// What comes of it.
#[derive(Serialize)]
pub struct Answer {
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

impl Question {
    /// Asks about a year with the weights as they are.
    pub fn of(year: Year) -> Self {
        Self {
            year,
            locks: Vec::new(),
            weights: Vec::new(),
            threshold: None,
            step: Percent::whole(5),
            range: Percent::whole(10),
        }
    }
}

impl Serialize for Weights {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(code, weight)| (code, weight)))
    }
}

/// Answers a question about a plan, and tells the moves with where each came to.
///
/// # Errors
/// A code that no objective has.
pub fn answer(plan: &Plan, question: &Question) -> Result<(Answer, Vec<(String, Moved)>), String> {
    // The day would only say what is overdue.
    let last = NaiveDate::from_ymd_opt(question.year.number(), 12, 31).ok_or("no such day")?;
    let official = Attainment::of(plan, Span::Year(question.year), last);
    let trial = Trial::new(plan, &official, Scenario::new("what-if".into())).ok_or("not a year")?;
    let mut trial = trial.on(Basis::Measured);
    for code in &question.locks {
        trial.lock(&Spot::Objective(coded(plan, code)?));
    }
    let mut moves = Vec::new();
    for (code, weight) in &question.weights {
        moves.push((code.clone(), trial.shift(&Spot::Objective(coded(plan, code)?), *weight)));
    }
    Ok((told(plan, &trial, question), moves))
}

fn coded(plan: &Plan, code: &str) -> Result<ObjectiveId, String> {
    let found = plan.objectives.iter().find(|objective| objective.code == code);
    found.map(|objective| objective.id.clone()).ok_or_else(|| format!("no objective has the code {code}"))
}

fn told(plan: &Plan, trial: &Trial, question: &Question) -> Answer {
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
