//! Attainment computed a second time: `tests/oracle/attainment.py`, written from the rules in words and in other arithmetic,
//! must agree on thousands of plans, in every figure.
//!
//! Numbers agree where they differ by less than 10⁻²⁰ and are the same as shown, to the last digit; everything else where it
//! is equal. The plans go over with their phrases already read, so that arithmetic is compared and not reading.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Lines, Write};
use std::ops::Range;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};
use traguardo::attainment::{Attainment, CellScore, Figure, Light, Outcome, Span, band_score, score_cell, score_part};
use traguardo::plan::{Cell, Cells, Indicator, Item, List, Objective, Percent, Plan, Policy, Year};
use traguardo::target::{Phrase, Reading, Target};

#[path = "../support/scored_plans.rs"]
mod scored_plans;

use scored_plans::scored_plan;

const PLANS: u64 = 5_000;

#[test]
fn a_second_reckoning_agrees_on_every_figure_of_thousands_of_plans() {
    let half = PLANS / 2;
    let halves = [0..half, half..PLANS].map(|seeds| thread::spawn(move || Second::start().agrees_on(seeds)));
    let compared: usize = halves.into_iter().map(|half| half.join().expect("the two agree")).sum();
    assert!(compared > 1_000_000, "only {compared} values were compared");
}

/// The second reckoning, waiting for plans.
struct Second {
    asked: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    python: Child,
}

impl Second {
    fn start() -> Self {
        let mut python = Command::new("python3")
            .arg("-B") // leaves no compiled files among the sources
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracle/attainment.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("python3 must be installed for the second reckoning: scripts/setup does it");
        let (asked, answers) = (python.stdin.take().unwrap(), python.stdout.take().unwrap());
        Self { asked, answers: BufReader::new(answers).lines(), python }
    }

    /// Compares the plans of these seeds and returns how many values were compared.
    fn agrees_on(&mut self, seeds: Range<u64>) -> usize {
        let mut compared = 0;
        for seed in seeds {
            let (plan, today) = scored_plan(seed);
            let (count, found) = self.compare(&plan, today);
            if !found.is_empty() {
                let (smaller, found) = self.least(plan, today, found);
                panic!("plan {seed} on {today}, ours first:\n{}\n\n{}", found.join("\n"), question(&smaller, today));
            }
            compared += count;
        }
        compared
    }

    /// Returns how many values were compared, and where they differ.
    fn compare(&mut self, plan: &Plan, today: NaiveDate) -> (usize, Vec<String>) {
        writeln!(self.asked, "{}", question(plan, today)).expect("python listens; its complaint stands above");
        let answer = self.answers.next().expect("python answers; its complaint stands above").unwrap();
        let mut found = Vec::new();
        let theirs = serde_json::from_str(&answer).unwrap();
        (differences("", &answered(plan, today), &theirs, &mut found), found)
    }

    /// Takes out of a plan whatever can go while the two still differ.
    fn least(&mut self, mut plan: Plan, today: NaiveDate, mut found: Vec<String>) -> (Plan, Vec<String>) {
        'smaller: loop {
            for candidate in without_one(&plan) {
                let (_, still) = self.compare(&candidate, today);
                if !still.is_empty() {
                    (plan, found) = (candidate, still);
                    continue 'smaller;
                }
            }
            return (plan, found);
        }
    }
}

impl Drop for Second {
    fn drop(&mut self) {
        // It has said all that was asked of it.
        let _ = self.python.kill();
        let _ = self.python.wait();
    }
}

/// The plan with one objective, indicator, part, year or rule less, each way.
fn without_one(plan: &Plan) -> Vec<Plan> {
    let mut fewer = Vec::new();
    let kept = |keep: &dyn Fn(&mut Plan)| {
        let mut smaller = plan.clone();
        keep(&mut smaller);
        smaller
    };
    fewer.push(kept(&|plan| plan.policy = Policy::default()));
    fewer.push(kept(&|plan| plan.goals = List::default()));
    fewer.push(kept(&|plan| plan.units = List::default()));
    for objective in plan.objectives.iter() {
        fewer.push(kept(&|plan| plan.objectives = except(&plan.objectives, &objective.id)));
        let with = |changed: Objective| kept(&|plan| plan.objectives = replaced(&plan.objectives, &changed));
        for indicator in objective.indicators.iter() {
            let mut changed = objective.as_ref().clone();
            changed.indicators = except(&changed.indicators, &indicator.id);
            fewer.push(with(changed));
            for smaller in without_a_cell(indicator) {
                let mut changed = objective.as_ref().clone();
                changed.indicators = replaced(&changed.indicators, &smaller);
                fewer.push(with(changed));
            }
        }
    }
    fewer.retain(|smaller| smaller != plan);
    fewer
}

fn without_a_cell(indicator: &Indicator) -> Vec<Indicator> {
    let parts = indicator.parts.iter().map(|part| {
        let parts = except(&indicator.parts, &part.id);
        Indicator { parts, ..indicator.clone() }
    });
    let cells = indicator.cells.keys().map(|year| {
        let mut smaller = indicator.clone();
        smaller.cells.remove(year);
        smaller
    });
    let bare = Indicator { baseline: None, units: Vec::new(), weight: None, ..indicator.clone() };
    parts.chain(cells).chain([bare]).collect()
}

fn except<T: Item + Clone>(list: &List<T>, id: &T::Id) -> List<T> {
    let left = list.iter().filter(|item| item.id() != id).map(|item| item.as_ref().clone());
    List::try_from(left.collect::<Vec<_>>()).expect("ids stay apart")
}

fn replaced<T: Item + Clone>(list: &List<T>, with: &T) -> List<T> {
    let items = list.iter().map(|item| if item.id() == with.id() { with.clone() } else { item.as_ref().clone() });
    List::try_from(items.collect::<Vec<_>>()).expect("ids stay apart")
}

/// What both compute from: the plan with its phrases read.
fn question(plan: &Plan, today: NaiveDate) -> Value {
    let goals: Vec<_> = plan.goals.iter().map(|goal| json!({"id": goal.id, "parent": goal.parent})).collect();
    let units: Vec<_> = plan.units.iter().map(|unit| &unit.id).collect();
    json!({
        "today": today,
        "period": [plan.period.first(), plan.period.last()],
        "policy": plan.policy,
        "goals": goals,
        "units": units,
        "objectives": plan.objectives.iter().map(|objective| asked(objective)).collect::<Vec<_>>(),
    })
}

fn asked(objective: &Objective) -> Value {
    let Objective { weights, goals, units, .. } = objective;
    let indicators: Vec<_> = objective.indicators.iter().map(|indicator| asked_indicator(indicator)).collect();
    json!({"weights": weights, "goals": goals, "units": units, "indicators": indicators})
}

fn asked_indicator(indicator: &Indicator) -> Value {
    let baseline = indicator.baseline.as_ref().map(|baseline| {
        let read = baseline.words.read(baseline.year.map_or(2023, Year::number));
        json!({"reading": read.taken(), "year": baseline.year})
    });
    let parts: Vec<_> = indicator
        .parts
        .iter()
        .map(|part| {
            let promise = |cell: &Cell| Some(cell.target.clone()).filter(|words| !words.is_empty());
            json!({"weight": part.weight, "cells": cells(&part.cells, |cell, _| promise(cell))})
        })
        .collect();
    json!({
        "weight": indicator.weight,
        "polarity": indicator.polarity,
        "units": indicator.units,
        "baseline": baseline,
        "cells": cells(&indicator.cells, |_, year| indicator.promise(year).cloned()),
        "parts": parts,
    })
}

fn cells(cells: &Cells, promise: impl Fn(&Cell, Year) -> Option<Phrase<Target>>) -> Value {
    let told = cells.iter().map(|(year, cell)| {
        let words = promise(cell, *year);
        let read = words.as_ref().map(|words| {
            let read = words.read(year.number());
            json!({"reading": read.reading, "certainty": read.certainty})
        });
        let context = cell.result_context(words.as_ref(), *year);
        let result: Option<Reading> = match &cell.result_reading {
            Some(chosen) => Some(chosen.clone()),
            None => (!cell.result.is_empty()).then(|| cell.result.read(context).taken()),
        };
        let told = json!({
            "written": !cell.target.is_empty(),
            "chosen": cell.target_reading,
            "promise": read,
            "due": cell.due,
            "result": result,
            "standing": cell.standing.is_some(),
            "judgement": cell.judgement.as_ref().map(|judgement| judgement.percent),
        });
        (year.to_string(), told)
    });
    Value::Object(told.collect::<Map<_, _>>())
}

/// What the program answers, in the shape of the second reckoning: every year of the plan, then the period.
fn answered(plan: &Plan, today: NaiveDate) -> Value {
    let spans = plan.period.years().map(Span::Year).chain([Span::Period]);
    spans.map(|span| in_span(plan, span, today)).collect()
}

fn in_span(plan: &Plan, span: Span, today: NaiveDate) -> Value {
    let attainment = Attainment::of(plan, span, today);
    let told = |found: &Figure| figure(found, plan, span);
    let objectives = plan.objectives.iter().map(|objective| {
        let found = attainment.objective(&objective.id).unwrap();
        let indicators = objective.indicators.iter().zip(found.indicators()).map(|(indicator, ours)| {
            let mut row = json!({
                "share": percent(found.share(ours)),
                "outcome": outcome(ours.outcome),
                "score": percent(ours.score),
                "met": ours.met,
            });
            if let Span::Year(year) = span {
                row["cell"] = cell(&score_cell(indicator, year, &plan.policy, today).unwrap());
                let due = indicator.parts.iter().filter(|part| part.cells.get(&year).is_some_and(Cell::is_due));
                let scores = due.map(|part| score_part(indicator, part, year, &plan.policy, today).unwrap());
                row["parts"] = scores.map(|score| cell(&score)).collect();
            }
            row
        });
        json!({
            "weight": found.weight.map(|weight| weight.value().to_string()),
            "share": percent(attainment.share(&objective.id)),
            "figure": told(&found.figure),
            "indicators": indicators.collect::<Vec<_>>(),
        })
    });
    json!({
        "figure": told(attainment.figure()),
        "goals": attainment.by_goal(plan).iter().map(|(_, found)| told(found)).collect::<Vec<_>>(),
        "units": attainment.by_unit(plan).iter().map(|(_, found)| told(found)).collect::<Vec<_>>(),
        "objectives": objectives.collect::<Vec<_>>(),
    })
}

fn figure(found: &Figure, plan: &Plan, span: Span) -> Value {
    let last = match span {
        Span::Year(year) => year,
        Span::Period => plan.period.last(),
    };
    let light = found.light(&plan.policy).map(|light| match light {
        Light::Green => "green",
        Light::Amber => "amber",
        Light::Red => "red",
    });
    let points = found.official.and_then(|official| band_score(official, &plan.policy, last));
    let counts = found.counts;
    json!({
        "attained": percent(found.attained),
        "coverage": percent(found.coverage),
        "floor": percent(found.floor),
        "ceiling": percent(found.ceiling),
        "with_set_aside": percent(found.with_set_aside),
        "official": percent(found.official),
        "light": light,
        "points": points.map(|points| points.to_string()),
        "counts": [
            counts.due, counts.scored, counts.judged, counts.awaited, counts.overdue, counts.set_aside,
            counts.needs_judgement, counts.not_computable,
        ],
    })
}

fn cell(score: &CellScore) -> Value {
    json!({
        "outcome": outcome(score.outcome),
        "score": percent(score.score),
        "measured": percent(score.measured),
        "ratio": score.ratio.map(|ratio| ratio.value().to_string()),
        "met": score.met,
    })
}

fn percent(value: Option<Percent>) -> Option<String> {
    value.map(|value| value.value().to_string())
}

fn outcome(outcome: Outcome) -> String {
    match outcome {
        Outcome::Scored => "scored".into(),
        Outcome::Awaited { overdue: false } => "awaited".into(),
        Outcome::Awaited { overdue: true } => "overdue".into(),
        Outcome::NotDue => "not_due".into(),
        Outcome::SetAside(_) => "set_aside".into(),
        Outcome::NeedsJudgement => "needs_judgement".into(),
        Outcome::NotComputable(obstacle) => format!("not_computable:{obstacle:?}"),
    }
}

/// Notes where two answers differ; returns how many values were compared.
fn differences(place: &str, ours: &Value, theirs: &Value, found: &mut Vec<String>) -> usize {
    match (ours, theirs) {
        (Value::Object(one), Value::Object(other)) => {
            let keys = one.keys().chain(other.keys().filter(|key| !one.contains_key(*key)));
            let at =
                |value: &Map<_, _>, key: &String| value.get(key).cloned().unwrap_or_else(|| json!("nothing there"));
            keys.map(|key| differences(&format!("{place}.{key}"), &at(one, key), &at(other, key), found)).sum()
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let pairs = one.iter().zip(other).enumerate();
            pairs.map(|(at, (one, other))| differences(&format!("{place}[{at}]"), one, other, found)).sum()
        }
        _ => {
            if ours != theirs && !same_number(ours, theirs) {
                found.push(format!("{place}: {ours} {theirs}"));
            }
            1
        }
    }
}

fn same_number(ours: &Value, theirs: &Value) -> bool {
    let number = |value: &Value| value.as_str().and_then(|text| text.parse::<Decimal>().ok());
    let (Some(ours), Some(theirs)) = (number(ours), number(theirs)) else { return false };
    let shown = |value: Decimal| traguardo::target::rounded(value, 2);
    let off = ours.checked_sub(theirs).map(|off| off.abs());
    off.is_some_and(|off| off < Decimal::new(1, 20)) && shown(ours) == shown(theirs)
}

#[test]
fn the_plans_compared_meet_every_rule_and_nearly_every_obstacle() {
    let mut met = BTreeSet::new();
    for seed in 0..1_500 {
        let (plan, today) = scored_plan(seed);
        let indicators = plan.objectives.iter().flat_map(|objective| objective.indicators.iter());
        for (indicator, year) in indicators.flat_map(|indicator| plan.period.years().map(move |year| (indicator, year)))
        {
            let score = score_cell(indicator, year, &plan.policy, today).unwrap();
            for part in score.working.parts.iter().chain([&score]) {
                met.extend(part.working.rule.map(|rule| format!("{rule:?}")));
                met.insert(outcome(part.outcome));
            }
        }
    }
    let rules = "Proportion Mirrored Inverse ZeroTarget FromBaseline Distance Deadline Deed Stated Range Times Change AnyChange \
                 NoChange Grade Worst Mean";
    let obstacles = "Unavailable PercentOrFraction PercentAgainstCount CountAgainstDeed DateAgainstAmount \
                     ChangeAgainstAmount WholeUnknown UnitsDiffer ChangesDiffer ReferenceUnknown ChangeFromZero";
    let obstacles = obstacles.split_whitespace().map(|obstacle| format!("not_computable:{obstacle}"));
    for expected in rules.split_whitespace().map(str::to_owned).chain(obstacles) {
        assert!(met.contains(&expected), "no plan meets {expected}");
    }
}
