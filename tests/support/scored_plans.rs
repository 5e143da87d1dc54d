//! Small plans with every kind of target, result, weight and rule, to compute in two ways. The same seed gives the same plan.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "its amounts are small and its own"
)]

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use traguardo::attainment::Preset;
use traguardo::plan::{
    Baseline, Cell, DatedScale, FallingRule, Goal, GoalId, Indicator, Judgement, LateStep, Lights, MissingRule,
    Objective, OfficialRule, Part, Percent, Period, Plan, Polarity, Policy, SeveralRule, Standing, StartRule, Status,
    Unit, UnitId, Weight, Year,
};
use traguardo::target::Reading;

use crate::generated::generate::dice::Dice;

#[path = "scored_plans/reading.rs"]
mod reading;

const FIRST: i32 = 2023;

/// Words whose reading is sure, likely, a guess, or none.
const TARGETS: &[&str] = &[
    "Almeno 4",
    "≥ 80%",
    "massimo 30 giorni",
    "Entro il 30/9",
    "30/9",
    "SI",
    "Applicazione",
    "Da definire",
    "Almeno 80% e 3 riunioni",
    "Tasso di risposta 75%",
    "almeno 1,234",
    "+10% rispetto alla baseline",
    "Report trimestrale",
    "Posticipato al 2026",
    "gradimento 3,5/4",
    "a favore di tutto il personale",
];
const RESULTS: &[&str] = &[
    "3",
    "72,5%",
    "3 su 4",
    "12/9",
    "SI",
    "NO",
    "15/09/2024",
    "in corso",
    "n.d.",
    "ovunque",
    "+12%",
    "1,234",
    "3,7/4",
    "28 giorni",
    "sì, il 12/9",
];
const BASELINES: &[&str] = &["12", "57%", "Non disponibile", "30 giorni", "3 su 5", "0", "80%", "circa 20", "4"];
const WEIGHTS: &[&str] = &["0", "5", "10", "12.5", "25", "33.33", "60", "100", "1.2", "40", "20"];

/// Returns a plan and the day it is looked at.
pub fn scored_plan(seed: u64) -> (Plan, NaiveDate) {
    let mut maker = Maker { dice: Dice(seed), last_id: 0 };
    let last = maker.dice.between(0, 2) as i32;
    let mut plan = Plan::new("p".into(), Period::new(year(FIRST), year(FIRST + last)).expect("years"));
    plan.policy = maker.policy();
    let goals = maker.goals(&mut plan);
    let units = maker.units(&mut plan);
    for _ in 0..maker.dice.between(0, 3) {
        let objective = maker.objective(plan.period, &goals, &units);
        plan.objectives.push(objective).expect("ids are counted");
    }
    let today = NaiveDate::from_ymd_opt(FIRST, 6, 30).expect("a day") + Days::new(maker.dice.between(0, 1_200) as u64);
    (plan, today)
}

struct Maker {
    dice: Dice,
    last_id: usize,
}

impl Maker {
    fn id(&mut self) -> String {
        self.last_id += 1;
        format!("n{}", self.last_id)
    }

    fn policy(&mut self) -> Policy {
        let preset = *self.dice.pick(&Preset::ALL);
        let since = year(FIRST + self.dice.between(0, 2) as i32 - 1);
        let mut policy = Policy { partial: preset.policy(since).partial, ..Policy::default() };
        if self.dice.chance(40) {
            policy.partial = Policy::default().partial;
        }
        policy.cap = Percent::whole(*self.dice.pick(&[100, 100, 110, 120]));
        policy.falling = *self.dice.pick(&[FallingRule::Mirrored, FallingRule::Inverse]);
        policy.start = *self.dice.pick(&[StartRule::Zero, StartRule::Baseline]);
        policy.several = *self.dice.pick(&[SeveralRule::Worst, SeveralRule::Mean]);
        policy.missing = *self.dice.pick(&[MissingRule::Zero, MissingRule::LeftOut]);
        policy.official = *self.dice.pick(&[OfficialRule::ByDate, OfficialRule::Measured, OfficialRule::Floor]);
        policy.tolerance = Percent::whole(*self.dice.pick(&[0, 5, 10, 30]));
        for _ in 0..self.dice.between(0, 3) {
            let earns = Percent::whole(self.dice.between(0, 100) as u8);
            policy.lateness.push(LateStep { days: self.dice.between(1, 60) as u32, earns });
        }
        for _ in 0..self.dice.between(0, 2) {
            let since = year(FIRST - 1 + self.dice.between(0, 3) as i32);
            if policy.bands.iter().all(|dated| dated.since != since) {
                let mut scale = Preset::SixBands.policy(since).bands.remove(0).scale;
                let keep = self.dice.between(1, scale.0.len());
                scale.0.truncate(keep);
                policy.bands.push(DatedScale { since, scale });
            }
        }
        if self.dice.chance(30) {
            policy.lights = Lights { green: Percent::whole(80), amber: Percent::whole(50) };
        }
        policy
    }

    fn goals(&mut self, plan: &mut Plan) -> Vec<GoalId> {
        let mut ids: Vec<GoalId> = Vec::new();
        for _ in 0..self.dice.between(0, 3) {
            let mut goal = Goal {
                id: self.id().as_str().into(),
                parent: None,
                code: String::new(),
                title: String::new(),
                description: String::new(),
            };
            if !ids.is_empty() && self.dice.chance(60) {
                goal.parent = Some(self.dice.pick(&ids).clone());
            }
            ids.push(goal.id.clone());
            plan.goals.push(goal).expect("ids are counted");
        }
        ids
    }

    fn units(&mut self, plan: &mut Plan) -> Vec<UnitId> {
        let mut ids = Vec::new();
        for _ in 0..self.dice.between(0, 2) {
            let unit = Unit::new(self.id().as_str().into());
            ids.push(unit.id.clone());
            plan.units.push(unit).expect("ids are counted");
        }
        ids
    }

    fn objective(&mut self, period: Period, goals: &[GoalId], units: &[UnitId]) -> Objective {
        let mut objective = Objective::new(self.id().as_str().into());
        for goal in goals {
            objective.goals.extend(self.dice.chance(50).then(|| goal.clone()));
        }
        for unit in units {
            objective.units.extend(self.dice.chance(60).then(|| unit.clone()));
        }
        for year in period.years() {
            if let Some(weight) = self.weight() {
                objective.weights.insert(year, weight);
            }
        }
        for _ in 0..self.dice.between(0, 4) {
            let indicator = self.indicator(period, units);
            objective.indicators.push(indicator).expect("ids are counted");
        }
        objective
    }

    fn weight(&mut self) -> Option<Weight> {
        let text = *self.dice.pick(WEIGHTS);
        self.dice.chance(75).then(|| Weight::new(text.parse().expect("a number")).expect("a weight"))
    }

    fn indicator(&mut self, period: Period, units: &[UnitId]) -> Indicator {
        let mut indicator = Indicator::new(self.id().as_str().into());
        indicator.weight = self.weight();
        indicator.polarity = *self.dice.pick(&[Polarity::Rising, Polarity::Falling, Polarity::Steady]);
        if self.dice.chance(60) {
            let of = self.dice.chance(50).then(|| year(FIRST - 1 + self.dice.between(0, 1) as i32));
            indicator.baseline = Some(Baseline { words: (*self.dice.pick(BASELINES)).into(), year: of });
        }
        if self.dice.chance(20) {
            indicator.kpi = (*self.dice.pick(TARGETS)).into();
        }
        for unit in units {
            indicator.units.extend(self.dice.chance(20).then(|| unit.clone()));
        }
        indicator.cells = self.cells(period, 85).into_iter().collect();
        if self.dice.chance(15) {
            for _ in 0..self.dice.between(1, 3) {
                let mut part = Part::new(self.id().as_str().into());
                part.weight = self.weight();
                part.cells = self.cells(period, 70).into_iter().collect();
                indicator.parts.push(part).expect("ids are counted");
            }
        }
        indicator
    }

    /// The years of the plan, and now and then the one before.
    fn cells(&mut self, period: Period, present: u64) -> Vec<(Year, Cell)> {
        let mut cells = Vec::new();
        if self.dice.chance(20) {
            let result = Some(Reading::Quantity(self.quantity()));
            let cell = Cell { result: "r".into(), result_reading: result, ..Cell::default() };
            cells.push((year(FIRST - 1), cell));
        }
        for year in period.years() {
            if self.dice.chance(present) {
                cells.push((year, self.cell(year)));
            }
        }
        cells
    }

    fn cell(&mut self, year: Year) -> Cell {
        let mut cell = Cell::default();
        if self.dice.chance(15) {
            cell.due = Some(self.dice.day(year));
        }
        if self.dice.chance(80) {
            let target = self.target(year, true);
            cell.target = "t".into();
            if self.dice.chance(80) {
                cell.result = "r".into();
                cell.result_reading = Some(self.result(&target, year));
            }
            cell.target_reading = Some(target);
        } else {
            cell.target = if self.dice.chance(80) { (*self.dice.pick(TARGETS)).into() } else { "".into() };
            cell.result = if self.dice.chance(80) { (*self.dice.pick(RESULTS)).into() } else { "".into() };
        }
        if self.dice.chance(6) {
            let status = *self.dice.pick(&[Status::Suspended, Status::StruckOut, Status::ToDefine]);
            cell.standing = Some(Standing { status, reason: String::new(), date: None });
        }
        if self.dice.chance(8) {
            let percent = Percent::new(self.dice.number(0, 260) / Decimal::TWO).expect("a percentage");
            cell.judgement = Some(Judgement { percent, reason: "r".into(), author: "a".into() });
        }
        cell
    }
}

fn year(number: i32) -> Year {
    Year::new(number).expect("a year people could mean")
}
