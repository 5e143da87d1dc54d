//! The next plan, begun from this one: its years follow, what was reached is where it starts, and dated words move with
//! their year.
//!
//! Carried: the goals, the offices, the rules, the narrative, and of every objective what it says of itself, its weights, its
//! actions and its indicators with what they promise, each year as many years later as the period is long. Not carried:
//! results, checkpoints, judgements, causes, evidence and notes of the old years, standings other than *to define*, earlier
//! targets, the approval and its revisions, what-ifs and conflicts. What stays behind is chosen by whoever rolls over.

use std::collections::BTreeSet;

use super::{
    Action, Approval, Baseline, Cell, Cells, Indicator, IndicatorId, List, Objective, ObjectiveId, PartId, Period,
    PeriodError, Plan, PlanId, Standing, Status, Year,
};
use crate::target::{Phrase, Reading, Shifted, Target, shift_day, shift_target, shift_words, shift_years_in_text};

/// Indicators, each named with its objective.
pub type Chosen = BTreeSet<(ObjectiveId, IndicatorId)>;

/// The next plan, and what became of the words of the old one.
#[derive(Clone, Debug, PartialEq)]
pub struct RolledOver {
    /// The plan.
    pub plan: Plan,
    /// What was done with each indicator that came along, in the order of the plan.
    pub carried: Vec<Carried>,
    /// Objectives all of whose indicators stay behind: they stay behind with them.
    pub ended: Vec<ObjectiveId>,
    /// Objectives and narrative whose text names years of the old period, which nobody moved.
    pub texts: Vec<DatedText>,
}

/// An indicator in the next plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// Whose it is.
    pub objective: ObjectiveId,
    /// Which.
    pub indicator: IndicatorId,
    /// The year whose result became its baseline; none where it has no result that is an amount.
    pub baseline_of: Option<Year>,
    /// Words that moved with their year.
    pub moved: Vec<Moved>,
    /// What a person should look at.
    pub look: Vec<Look>,
}

/// Words that moved with their year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The part they are of; none: of the indicator itself.
    pub part: Option<PartId>,
    /// The year in the old plan; none for a KPI.
    pub year: Option<Year>,
    /// As they were.
    pub from: String,
    /// As they are.
    pub to: String,
}

/// What a person should look at in an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// The words name a year or day that could not be moved.
    Unmoved {
        /// The part they are of; none: of the indicator itself.
        part: Option<PartId>,
        /// The words.
        words: String,
    },
    /// A year of it was set aside: its promise is carried as if it had not been.
    SetAside {
        /// Which year, in the old plan.
        year: Year,
        /// Why.
        status: Status,
    },
    /// It has no year in the period, so nothing is due of it in the next.
    Nothing,
}

/// A text that names years of the old period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatedText {
    /// Something an objective says of itself.
    Objective(ObjectiveId),
    /// The title of a narrative section.
    Section(String),
}

impl Plan {
    /// Returns the next plan, as long as this one, named `id`, without the indicators that stay behind.
    ///
    /// # Errors
    /// The next period would end after the last year there is.
    pub fn roll_over(&self, id: PlanId, behind: &Chosen) -> Result<RolledOver, PeriodError> {
        let shift = Shift::of(self.period);
        let period = shift.period()?;
        let mut rolled = RolledOver {
            plan: Self {
                id,
                title: shift.title(&self.title),
                period,
                approval: Approval::default(),
                objectives: List::default(),
                revisions: Vec::new(),
                scenarios: List::default(),
                conflicts: List::default(),
                ..self.clone()
            },
            carried: Vec::new(),
            ended: Vec::new(),
            texts: Vec::new(),
        };
        for objective in self.objectives.iter() {
            let stays =
                |indicator: &&std::sync::Arc<Indicator>| behind.contains(&(objective.id.clone(), indicator.id.clone()));
            let is_left: BTreeSet<&IndicatorId> = objective.indicators.iter().filter(stays).map(|it| &it.id).collect();
            if !is_left.is_empty() && is_left.len() == objective.indicators.len() {
                rolled.ended.push(objective.id.clone());
                continue;
            }
            if texts(objective).any(|text| shift.names_a_year(text)) {
                rolled.texts.push(DatedText::Objective(objective.id.clone()));
            }
            let next = shift.objective(objective, &is_left, &mut rolled.carried);
            // Ids are as different as they were.
            drop(rolled.plan.objectives.push(next));
        }
        let dated = self.sections.iter().filter(|section| {
            let cells = section.table.iter().flatten().map(String::as_str);
            [section.title.as_str(), section.text.as_str()]
                .into_iter()
                .chain(cells)
                .any(|text| shift.names_a_year(text))
        });
        rolled.texts.extend(dated.map(|section| DatedText::Section(section.title.clone())));
        Ok(rolled)
    }
}

/// By how many years everything moves.
#[derive(Clone, Copy)]
struct Shift {
    period: Period,
    by: i32,
}

impl Shift {
    fn of(period: Period) -> Self {
        let by = period.last().number().saturating_sub(period.first().number()).saturating_add(1);
        Self { period, by }
    }

    fn year(self, year: Year) -> Result<Year, PeriodError> {
        Year::new(year.number().saturating_add(self.by))
    }

    fn period(self) -> Result<Period, PeriodError> {
        Period::new(self.year(self.period.first())?, self.year(self.period.last())?)
    }

    fn years(self) -> std::ops::RangeInclusive<i32> {
        self.period.first().number()..=self.period.last().number()
    }

    /// The title with its years moved; they follow it where it names none.
    fn title(self, title: &str) -> String {
        let moved = shift_years_in_text(title, self.years(), self.by);
        let next = self.period().map(|next| format!("{}-{}", next.first(), next.last())).unwrap_or_default();
        if moved != title { moved } else { format!("{title} {next}").trim().to_owned() }
    }

    fn names_a_year(self, text: &str) -> bool {
        shift_years_in_text(text, self.years(), self.by) != text
    }

    fn objective(self, old: &Objective, left: &BTreeSet<&IndicatorId>, carried: &mut Vec<Carried>) -> Objective {
        let moved = |year: &Year| self.year(*year).ok();
        let ended = |action: &Action| {
            let mut measured = old.indicators.iter().filter(|it| it.action.as_ref() == Some(&action.id)).peekable();
            measured.peek().is_some() && measured.all(|it| left.contains(&it.id))
        };
        let actions: Vec<Action> = (old.actions.iter().filter(|action| !ended(action)))
            .map(|action| Action { years: action.years.iter().filter_map(moved).collect(), ..Action::clone(action) })
            .collect();
        let indicators: Vec<Indicator> = (old.indicators.iter().filter(|it| !left.contains(&it.id)))
            .map(|indicator| {
                let (next, told) = self.indicator(old, indicator);
                carried.push(told);
                next
            })
            .collect();
        let weights = old.weights.iter().filter_map(|(year, weight)| Some((moved(year)?, *weight))).collect();
        Objective {
            weights,
            // Taken out of lists in which no id stood twice.
            actions: List::try_from(actions).unwrap_or_default(),
            indicators: List::try_from(indicators).unwrap_or_default(),
            ..old.clone()
        }
    }

    fn indicator(self, objective: &Objective, old: &Indicator) -> (Indicator, Carried) {
        let last = last_amount(old);
        let mut told = Carried {
            objective: objective.id.clone(),
            indicator: old.id.clone(),
            baseline_of: last.as_ref().and_then(|baseline| baseline.year),
            moved: Vec::new(),
            look: Vec::new(),
        };
        let mut next = old.clone();
        next.baseline = last.or_else(|| old.baseline.clone());
        // A KPI is read in the years that promise nothing else; the first of them stands for all.
        let worded = |year: &&Year| old.cells.get(year).is_some_and(|cell| cell.target.is_empty());
        let in_year = old.cells.keys().find(worded).copied().unwrap_or(self.period.first());
        next.kpi = self.phrase(&old.kpi, in_year, (None, None), &mut told);
        next.cells = self.cells(&old.cells, None, &mut told);
        for part in next.parts.iter_mut() {
            part.cells = self.cells(&part.cells.clone(), Some(&part.id), &mut told);
        }
        for text in [&old.description, &old.formula] {
            if self.names_a_year(text) {
                told.look.push(Look::Unmoved { part: None, words: text.clone() });
            }
        }
        let is_empty = next.cells.is_empty() && next.parts.iter_mut().all(|part| part.cells.is_empty());
        if is_empty {
            told.look.push(Look::Nothing);
        }
        (next, told)
    }

    fn cells(self, old: &Cells, part: Option<&PartId>, told: &mut Carried) -> Cells {
        let mut next = Cells::new();
        for (year, cell) in old {
            let Ok(moved) = self.year(*year) else { continue };
            let carried = self.cell(cell, *year, part, told);
            if !carried.is_blank() {
                next.insert(moved, carried);
            }
        }
        next
    }

    fn cell(self, old: &Cell, year: Year, part: Option<&PartId>, told: &mut Carried) -> Cell {
        let standing = match &old.standing {
            Some(Standing { status: Status::ToDefine, reason, .. }) => {
                Some(Standing { status: Status::ToDefine, reason: reason.clone(), date: None })
            }
            Some(standing) => {
                told.look.push(Look::SetAside { year, status: standing.status });
                None
            }
            None => None,
        };
        Cell {
            target: self.phrase(&old.target, year, (part, Some(year)), told),
            target_reading: old.target_reading.as_ref().map(|target| shift_target(target, self.by)),
            due: old.due.and_then(|day| shift_day(day, self.by)),
            standing,
            ..Cell::default()
        }
    }

    fn phrase(
        self,
        old: &Phrase<Target>,
        year: Year,
        (part, cell): (Option<&PartId>, Option<Year>),
        told: &mut Carried,
    ) -> Phrase<Target> {
        match shift_words(old.words(), year.number(), self.by) {
            Shifted::Same => old.clone(),
            Shifted::Moved(words) => {
                let from = old.words().to_owned();
                told.moved.push(Moved { part: part.cloned(), year: cell, from, to: words.clone() });
                words.into()
            }
            Shifted::Unsure => {
                told.look.push(Look::Unmoved { part: part.cloned(), words: old.words().to_owned() });
                old.clone()
            }
        }
    }
}

/// The last result that is an amount: where the next plan starts.
fn last_amount(indicator: &Indicator) -> Option<Baseline> {
    indicator.cells.iter().rev().find_map(|(year, cell)| {
        let context = cell.result_context(indicator.promise(*year), *year);
        let reading = cell.result_reading.clone().unwrap_or_else(|| cell.result.read(context).taken());
        let is_amount = matches!(reading, Reading::Quantity(_) | Reading::Ratio { .. });
        // A chosen reading has no words of its own to carry; those it was chosen for are what the office wrote.
        (is_amount && !cell.result.is_empty()).then(|| Baseline { words: cell.result.clone(), year: Some(*year) })
    })
}

/// What an objective says of itself.
fn texts(objective: &Objective) -> impl Iterator<Item = &str> {
    [
        &objective.title,
        &objective.reference,
        &objective.situation.current,
        &objective.situation.critical_points,
        &objective.benefits.expected,
        &objective.benefits.advantages,
        &objective.method.actions,
        &objective.method.costs,
        &objective.method.overall_indicator,
    ]
    .into_iter()
    .map(String::as_str)
    .chain(objective.actions.iter().flat_map(|action| [action.description.as_str(), action.expected_result.as_str()]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::arbitrary::plans;
    use crate::plan::{
        Checkpoint, Conflict, Dispute, Edit, Judgement, Part, Percent, PlanField, Revision, Scenario, Section, Version,
        Weight,
    };
    use crate::target::parse_target;

    fn year(number: i32) -> Year {
        Year::new(number).unwrap()
    }

    /// Years 2023 to 2025: a step with an action of its own, and an indicator measured every year.
    fn plan() -> Plan {
        let mut plan = Plan::new("old".into(), Period::new(year(2023), year(2025)).unwrap());
        plan.title = "PIAO 2023-2025".into();
        let mut objective = Objective::new("A".into());
        objective.weights = [(year(2024), Weight::whole(40))].into();
        let mut action = Action::new("a".into());
        action.years = [year(2023), year(2024)].into();
        objective.actions.push(action).unwrap();
        let mut step = Indicator::new("step".into());
        step.action = Some("a".into());
        let due = "2024-02-29".parse().ok();
        step.cells.insert(year(2024), Cell { target: "Entro il 30/9/2024".into(), due, ..Cell::default() });
        let mut measured = Indicator::new("measured".into());
        measured.weight = Some(Weight::whole(60));
        let judgement = Some(Judgement { percent: Percent::HUNDRED, reason: String::new(), author: "NdV".into() });
        let date = "2024-06-30".parse().unwrap();
        let seen = Checkpoint { date, words: "50%".into(), forecast: None, note: String::new() };
        for (number, result) in [(2023, "60%"), (2024, "72,5%"), (2025, "")] {
            let cell = Cell {
                target: "≥ 70%".into(),
                result: result.into(),
                judgement: judgement.clone(),
                checkpoints: vec![seen.clone()],
                ..Cell::default()
            };
            measured.cells.insert(year(number), cell);
        }
        objective.indicators.push(step).unwrap();
        objective.indicators.push(measured).unwrap();
        plan.objectives.push(objective).unwrap();
        plan
    }

    fn next(plan: &Plan, behind: &[&str]) -> RolledOver {
        let behind = behind.iter().map(|id| ("A".into(), (*id).into())).collect();
        plan.roll_over("new".into(), &behind).unwrap()
    }

    #[test]
    fn years_days_weights_and_dated_words_move_together() {
        let rolled = next(&plan(), &[]);
        let plan = &rolled.plan;
        assert_eq!((plan.id.as_str(), plan.title.as_str()), ("new", "PIAO 2026-2028"));
        assert_eq!((plan.period.first(), plan.period.last()), (year(2026), year(2028)));
        let objective = plan.objectives.get(&"A".into()).unwrap();
        assert_eq!(objective.weights, [(year(2027), Weight::whole(40))].into());
        assert_eq!(objective.actions.at(0).unwrap().years, [year(2026), year(2027)].into());
        let step = objective.indicators.get(&"step".into()).unwrap();
        let cell = step.cells.get(&year(2027)).unwrap();
        assert_eq!((cell.target.words(), cell.due), ("Entro il 30/9/2027", "2027-02-28".parse().ok()));
        assert_eq!(rolled.carried.first().unwrap().moved.len(), 1);
    }

    #[test]
    fn the_last_result_is_where_the_next_plan_starts_and_nothing_of_the_old_years_comes_along() {
        let rolled = next(&plan(), &[]);
        let objective = rolled.plan.objectives.get(&"A".into()).unwrap();
        let measured = objective.indicators.get(&"measured".into()).unwrap();
        assert_eq!(measured.baseline, Some(Baseline { words: "72,5%".into(), year: Some(year(2024)) }));
        assert_eq!(measured.weight, Some(Weight::whole(60)));
        let promised = Cell { target: "≥ 70%".into(), ..Cell::default() };
        assert!(measured.cells.values().all(|cell| *cell == promised), "{:?}", measured.cells);
    }

    #[test]
    fn a_result_that_is_no_amount_is_not_where_the_next_plan_starts() {
        let mut plan = plan();
        let measured = plan.objectives.get_mut(&"A".into()).unwrap().indicators.get_mut(&"measured".into()).unwrap();
        measured.cells.get_mut(&year(2025)).unwrap().result = "Non rilevato".into();
        let rolled = next(&plan, &[]);
        assert_eq!(rolled.carried[1].baseline_of, Some(year(2024)));
    }

    #[test]
    fn the_approval_the_revisions_the_what_ifs_and_the_conflicts_stay_behind() {
        let mut plan = plan();
        plan.approval.act = "Delibera 12".into();
        let date = "2024-05-02".parse().unwrap();
        plan.revisions.push(Revision { date, act: "Delibera 30".into(), note: String::new() });
        plan.scenarios.push(Scenario::new("s".into())).unwrap();
        let version = |title: &str| {
            let edit = Edit::Plan(PlanField::Title(title.into()));
            Version { edit, by: String::new(), on: None }
        };
        let (ours, theirs) = (version("PIAO"), version("Piano"));
        let conflict = Conflict { id: "title".into(), dispute: Dispute::NoBase, base: None, ours, theirs };
        plan.conflicts.push(conflict).unwrap();
        assert_eq!(next(&plan, &[]), next(&self::plan(), &[]));
    }

    #[test]
    fn a_reading_chosen_for_a_target_moves_with_its_words() {
        let mut plan = plan();
        let step = plan.objectives.get_mut(&"A".into()).unwrap().indicators.get_mut(&"step".into()).unwrap();
        let promised = |words: &str, year: i32| Some(parse_target(words, year).reading);
        step.cells.get_mut(&year(2024)).unwrap().target_reading = promised("Entro il 31/10/2024", 2024);
        let rolled = next(&plan, &[]);
        let step = rolled.plan.objectives.at(0).unwrap().indicators.at(0).unwrap().clone();
        let cell = step.cells.get(&year(2027)).unwrap();
        assert_eq!(cell.target_reading, promised("Entro il 31/10/2027", 2027));
    }

    #[test]
    fn what_was_to_define_still_is_and_what_else_was_set_aside_counts_again_and_is_told() {
        let mut plan = plan();
        let measured = plan.objectives.get_mut(&"A".into()).unwrap().indicators.get_mut(&"measured".into()).unwrap();
        for (number, status) in [(2023, Status::ToDefine), (2024, Status::Suspended)] {
            let standing = Standing { status, reason: "Gara".into(), date: "2023-05-02".parse().ok() };
            measured.cells.get_mut(&year(number)).unwrap().standing = Some(standing);
        }
        let rolled = next(&plan, &[]);
        let measured = rolled.plan.objectives.at(0).unwrap().indicators.at(1).unwrap().clone();
        let standings: Vec<_> = measured.cells.values().map(|cell| cell.standing.clone()).collect();
        let to_define = Standing { status: Status::ToDefine, reason: "Gara".into(), date: None };
        assert_eq!(standings, [Some(to_define), None, None]);
        assert_eq!(rolled.carried[1].look, [Look::SetAside { year: year(2024), status: Status::Suspended }]);
    }

    #[test]
    fn an_indicator_without_years_is_told_and_one_due_in_its_parts_is_not() {
        let mut plan = plan();
        let indicators = &mut plan.objectives.get_mut(&"A".into()).unwrap().indicators;
        let cells = indicators.get(&"measured".into()).unwrap().cells.clone();
        let mut parted = Indicator::new("parted".into());
        parted.parts.push(Part { cells, ..Part::new("a".into()) }).unwrap();
        indicators.push(parted).unwrap();
        indicators.push(Indicator::new("bare".into())).unwrap();
        let look: Vec<_> = next(&plan, &[]).carried.into_iter().map(|carried| carried.look).collect();
        assert_eq!(look, [vec![], vec![], vec![], vec![Look::Nothing]]);
    }

    #[test]
    fn texts_that_name_years_of_the_old_period_are_told() {
        let mut plan = plan();
        assert_eq!(next(&plan, &[]).texts, []);
        plan.objectives.get_mut(&"A".into()).unwrap().title = "Apertura dello sportello nel 2024".into();
        for (id, text) in [("Personale", "Assunzioni del 2025"), ("Contesto", "Popolazione al 2011")] {
            let section = Section { title: id.into(), table: vec![vec![text.into()]], ..Section::new(id.into()) };
            plan.sections.push(section).unwrap();
        }
        let told = [DatedText::Objective("A".into()), DatedText::Section("Personale".into())];
        assert_eq!(next(&plan, &[]).texts, told);
    }

    #[test]
    fn what_stays_behind_takes_its_action_along_and_the_last_one_its_objective() {
        let rolled = next(&plan(), &["step"]);
        let objective = rolled.plan.objectives.get(&"A".into()).unwrap();
        assert_eq!((objective.indicators.len(), objective.actions.len()), (1, 0));
        let rolled = next(&plan(), &["step", "measured"]);
        assert_eq!((rolled.plan.objectives.len(), rolled.ended), (0, vec!["A".into()]));
    }

    #[test]
    fn a_plan_at_the_end_of_time_has_no_next() {
        let mut plan = plan();
        plan.period = Period::new(year(2199), year(2200)).unwrap();
        assert_eq!(plan.roll_over("new".into(), &Chosen::new()), Err(PeriodError::Year(2201)));
    }

    proptest! {
        #[test]
        fn law_the_next_plan_is_well_formed_and_knows_no_results(plan in plans()) {
            let rolled = plan.roll_over("new".into(), &Chosen::new()).unwrap();
            prop_assert_eq!(rolled.plan.check_references(), Ok(()));
            prop_assert_eq!(rolled.plan.objectives.len(), plan.objectives.len());
            prop_assert_eq!(rolled.carried.len(), plan.indicator_count());
            let indicators = rolled.plan.objectives.iter().flat_map(|objective| objective.indicators.iter());
            for indicator in indicators {
                let parts = indicator.parts.iter().map(|part| &part.cells);
                for cell in parts.chain([&indicator.cells]).flat_map(Cells::values) {
                    prop_assert!(cell.result.is_unwritten() && cell.judgement.is_none() && cell.checkpoints.is_empty());
                    prop_assert!(!cell.is_blank());
                }
            }
        }
    }
}
