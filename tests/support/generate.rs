//! Plans of any size with everything real plans hold, for benchmarks and trials. The same size and seed give the same plan.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "its amounts are small and its own; a program for trials may stop where the application may not"
)]

#[path = "generate/dice.rs"]
pub mod dice;
#[path = "generate/words.rs"]
mod words;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use traguardo::plan::{
    Action, Baseline, Cause, Cell, Checkpoint, Deviation, EarlierTarget, Forecast, Goal, GoalId, Indicator, Judgement,
    List, Objective, Part, Percent, Period, Plan, Polarity, Section, Standing, Status, Unit, UnitId, Year,
};
use traguardo::target::{Quantity, Target};

use dice::Dice;
use words::{CAUSES, OFFICES, Promise, SERVICES, SUBJECTS, VERBS, WHERE};

const FIRST_YEAR: i32 = 2024;
/// Returns a plan with `size` indicators.
pub fn generate(size: usize, seed: u64) -> Plan {
    let mut maker = Maker { dice: Dice(seed), goals: Vec::new(), units: Vec::new(), last_id: 0 };
    let mut plan = maker.frame();
    let mut left = size;
    let mut objectives = Vec::new();
    while left > 0 {
        let count = maker.dice.between(4, 14).min(left);
        objectives.push(maker.objective(objectives.len(), count));
        left -= count;
    }
    for year in plan.period.years() {
        let weights = maker.dice.shares(objectives.len());
        for (objective, weight) in objectives.iter_mut().zip(weights) {
            objective.weights.insert(year, weight);
        }
    }
    plan.objectives = List::try_from(objectives).expect("ids are counted");
    plan
}

struct Maker {
    dice: Dice,
    goals: Vec<GoalId>,
    units: Vec<UnitId>,
    last_id: usize,
}

impl Maker {
    fn id(&mut self, kind: char) -> String {
        self.last_id += 1;
        format!("{kind}{}", self.last_id)
    }

    fn sentence(&mut self) -> String {
        let (verb, service, tail) = (self.dice.pick(VERBS), self.dice.pick(SERVICES), self.dice.pick(WHERE));
        format!("{verb} {service} {tail}")
    }

    /// The plan without its objectives.
    fn frame(&mut self) -> Plan {
        let period = Period::new(year(0), year(2)).expect("three years");
        let mut plan = Plan::new("generato".into(), period);
        plan.title = format!("Piano della performance {}-{}", period.first(), period.last());
        plan.notice = "Dati generati per prova".into();
        plan.body.name = "Consorzio dei servizi sociali di prova".into();
        plan.body.kind = "consorzio socio-assistenziale".into();
        plan.level_names.goals = vec!["Area strategica".into(), "Obiettivo strategico".into()];
        plan.level_names.objective = "Obiettivo operativo".into();
        for office in OFFICES {
            let mut unit = Unit::new(self.id('u').into());
            unit.name = (*office).into();
            self.units.push(unit.id.clone());
            plan.units.push(unit).expect("ids are counted");
        }
        for area in 1..=6 {
            let mut root = Goal::new(self.id('g').into());
            root.code = area.to_string();
            root.title = self.sentence();
            let parent = root.id.clone();
            plan.goals.push(root).expect("ids are counted");
            for letter in ["A", "B", "C"] {
                let mut goal = Goal::new(self.id('g').into());
                goal.parent = Some(parent.clone());
                goal.code = format!("{area}{letter}");
                goal.title = self.sentence();
                self.goals.push(goal.id.clone());
                plan.goals.push(goal).expect("ids are counted");
            }
        }
        for title in ["Presentazione", "Analisi del contesto"] {
            let mut section = Section::new(self.id('s').into());
            section.title = title.into();
            section.text = (0..6).map(|_| self.sentence() + ".").collect::<Vec<_>>().join("\n");
            plan.sections.push(section).expect("ids are counted");
        }
        plan
    }

    fn objective(&mut self, place: usize, count: usize) -> Objective {
        let mut objective = Objective::new(self.id('o').into());
        objective.code = format!("{}", place + 1);
        objective.kind = (*self.dice.pick(&["Scheda", "Obiettivo di performance", "Obiettivo di PEG"])).into();
        objective.title = self.sentence();
        objective.goals = vec![self.dice.pick(&self.goals).clone()];
        if self.dice.chance(30) {
            let second = self.dice.pick(&self.goals).clone();
            objective.goals.extend((objective.goals[0] != second).then_some(second));
        }
        objective.units = vec![self.dice.pick(&self.units).clone()];
        objective.responsible = "Responsabile del servizio".into();
        objective.situation.current = self.sentence() + ".";
        objective.benefits.expected = self.sentence() + ".";
        for number in 1..=count.div_ceil(3) {
            let mut action = Action::new(self.id('a').into());
            action.code = number.to_string();
            action.description = self.sentence();
            action.innovative = self.dice.chance(20);
            action.years = (0..3).map(year).collect();
            objective.actions.push(action).expect("ids are counted");
        }
        let is_weighted = self.dice.chance(60);
        let mut weights = self.dice.shares(count).into_iter();
        for number in 1..=count {
            let mut indicator = Indicator::new(self.id('i').into());
            indicator.code = format!("{}.{number}", objective.code);
            indicator.action = objective.actions.at((number - 1) / 3).map(|action| action.id.clone());
            indicator.weight = weights.next().filter(|_| is_weighted);
            if self.dice.chance(8) {
                indicator.units = vec![self.dice.pick(&self.units).clone()];
            }
            self.measure(&mut indicator);
            objective.indicators.push(indicator).expect("ids are counted");
        }
        objective
    }

    /// Writes what an indicator measures, promises and achieved: as a step, in lettered parts, or year by year.
    fn measure(&mut self, indicator: &mut Indicator) {
        let promise = *self.dice.pick(Promise::ALL);
        let subject = *self.dice.pick(SUBJECTS);
        indicator.description = promise.describe(subject);
        indicator.unit_of_measure = subject.into();
        indicator.source = "Cartella sociale informatizzata".into();
        indicator.polarity =
            if matches!(promise, Promise::Days | Promise::Fewer) { Polarity::Falling } else { Polarity::Rising };
        if matches!(promise, Promise::Percent | Promise::Change) {
            let words = format!("{}%", self.dice.between(30, 60)).into();
            indicator.baseline = Some(Baseline { words, year: Some(year(-1)) });
        }
        if self.dice.chance(15) {
            let fallen = self.dice.between(0, 2);
            indicator.kpi = promise.promised(&mut self.dice, year(0)).into();
            let mut cell = Cell { due: Some(self.dice.day(year(fallen as i32))), ..Cell::default() };
            self.achieve(promise, year(fallen as i32), &mut cell);
            indicator.cells.insert(year(fallen as i32), cell);
        } else if self.dice.chance(6) {
            for letter in ["a", "b", "c"] {
                let mut part = Part::new(self.id('p').into());
                part.code = letter.into();
                part.description = self.sentence();
                part.cells = (0..3).map(|offset| (year(offset), self.cell(promise, year(offset)))).collect();
                indicator.parts.push(part).expect("ids are counted");
            }
        } else {
            indicator.cells = (0..3).map(|offset| (year(offset), self.cell(promise, year(offset)))).collect();
        }
    }

    fn cell(&mut self, promise: Promise, year: Year) -> Cell {
        let mut cell = Cell { target: promise.promised(&mut self.dice, year).into(), ..Cell::default() };
        if self.dice.chance(2) {
            cell.target_reading = Some(Target::AtLeast(Quantity::count(self.dice.number(1, 9))));
        }
        if self.dice.chance(3) {
            cell.earlier_targets.push(EarlierTarget {
                words: promise.promised(&mut self.dice, year).into(),
                until: Some(self.dice.day(year)),
                reason: "Rimodulazione approvata dal consiglio".into(),
            });
        }
        if self.dice.chance(4) {
            let status = *self.dice.pick(&[Status::ToDefine, Status::Suspended, Status::StruckOut]);
            let reason = (*self.dice.pick(CAUSES)).into();
            cell.standing = Some(Standing { status, reason, date: Some(self.dice.day(year)) });
        } else {
            self.achieve(promise, year, &mut cell);
        }
        cell
    }

    /// Writes a result where one would be known: nearly all of the first year, some of the second, none of the third.
    fn achieve(&mut self, promise: Promise, year: Year, cell: &mut Cell) {
        let known = [90, 40, 0].into_iter().zip(0..).find(|(_, offset)| self::year(*offset) == year);
        if !self.dice.chance(known.map_or(0, |(percent, _)| percent)) {
            return;
        }
        cell.result = promise.achieved(&mut self.dice, year).into();
        cell.evidence = "Relazione di fine anno".into();
        if self.dice.chance(15) {
            let date = NaiveDate::from_ymd_opt(year.number(), 6, 30).expect("a day");
            let forecast = *self.dice.pick(&[Forecast::Reachable, Forecast::AtRisk, Forecast::Unreachable]);
            let words = promise.achieved(&mut self.dice, year).into();
            cell.checkpoints.push(Checkpoint { date, words, forecast: Some(forecast), note: String::new() });
        }
        if self.dice.chance(10) {
            let cause = *self.dice.pick(&[Cause::External, Cause::Internal, Cause::Indicator]);
            cell.deviation = Some(Deviation { cause, note: (*self.dice.pick(CAUSES)).into() });
        }
        if self.dice.chance(if matches!(promise, Promise::Judged) { 60 } else { 2 }) {
            let percent = Percent::new(self.dice.number(5, 10) * Decimal::TEN).expect("at most 100");
            cell.judgement = Some(Judgement { percent, reason: "Valutazione del Nucleo".into(), author: "NdV".into() });
        }
    }
}

/// `offset` years after the first of the plan.
fn year(offset: i32) -> Year {
    Year::new(FIRST_YEAR + offset).expect("a year people could mean")
}
