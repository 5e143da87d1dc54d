//! A scenario tried on a plan: its figures at hand, its weights and results there to be moved.
//!
//! The cells are scored once. A weight that moves takes one pass over its siblings, whose worths are known, and one over the
//! objectives; a supposed result scores its own indicator and sums the others again.

mod moves;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::ratio::settled;
use super::shares::Lock;
use super::{Basis, Group, Moved, Needed, Spot};
use crate::attainment::{Attainment, Span, part_siblings};
use crate::plan::{IndicatorId, ObjectiveId, OtherCell, PartId, Percent, Plan, Policy, Scenario, Year};

/// A scenario tried on one year of a plan, which stays untouched.
#[derive(Clone, Debug)]
pub struct Trial {
    pub(super) plan: Plan,
    pub(super) year: Year,
    official: Attainment,
    scenario: Scenario,
    /// Whether the objectives have moved since their weights were written into the scenario.
    unwritten: bool,
    basis: Option<Basis>,
    /// The scenario's scores; sums above an objective in `stale` are those of before.
    scored: Attainment,
    stale: BTreeSet<ObjectiveId>,
    objectives: Group<ObjectiveId>,
    /// The objective and the indicator whose children moved last, so that a row of moves is one.
    indicators: Option<(ObjectiveId, Group<IndicatorId>)>,
    parts: Option<(ObjectiveId, IndicatorId, Group<PartId>)>,
}

impl Trial {
    /// Tries a scenario on the plan of which `official` are the figures; none where these are of the whole period, in which
    /// an objective has no one weight to move.
    pub fn new(plan: &Plan, official: &Attainment, scenario: Scenario) -> Option<Self> {
        let Span::Year(year) = official.span() else { return None };
        let mut trial = Self {
            plan: plan.clone(),
            year,
            official: official.clone(),
            scenario,
            unwritten: false,
            basis: None,
            scored: official.clone(),
            stale: BTreeSet::new(),
            objectives: Group::empty(),
            indicators: None,
            parts: None,
        };
        trial.begin();
        Some(trial)
    }

    /// Takes every figure over this basis instead of the one the policy calls official.
    pub fn on(mut self, basis: Basis) -> Self {
        self.basis = Some(basis);
        self.objectives.set_basis(basis);
        self.indicators = None;
        self.parts = None;
        self
    }

    /// Returns the scenario as it is now, to be saved.
    pub fn scenario(&self) -> Cow<'_, Scenario> {
        if !self.unwritten {
            return Cow::Borrowed(&self.scenario);
        }
        let mut scenario = self.scenario.clone();
        self.write_into(&mut scenario);
        Cow::Owned(scenario)
    }

    /// Returns the year it is tried on.
    pub fn year(&self) -> Year {
        self.year
    }

    /// Returns what figures are taken over.
    pub fn basis(&self) -> Basis {
        self.basis.unwrap_or_else(|| official_basis(&self.scored))
    }

    /// Returns the figures of the plan itself.
    pub fn official(&self) -> &Attainment {
        &self.official
    }

    /// Returns the figure of the plan itself, on the basis its own policy calls official or the one asked for.
    pub fn official_figure(&self) -> Option<Percent> {
        let figure = self.official.figure();
        let figure = match self.basis.unwrap_or_else(|| official_basis(&self.official)) {
            Basis::Measured => figure.attained,
            Basis::Floor => figure.floor,
        };
        // As the scenario's figure is, so that the two are equal where nothing differs.
        figure.and_then(|figure| Percent::new(settled(figure.value())).ok())
    }

    /// Returns the figure of the scenario.
    pub fn figure(&self) -> Option<Percent> {
        self.objectives.figure()
    }

    /// Returns the objectives that have a say, with their shares, points, tornado, break-even and range.
    pub fn objectives(&self) -> &Group<ObjectiveId> {
        &self.objectives
    }

    /// Returns the indicators of an objective that have a say in it.
    pub fn indicators(&self, objective: &ObjectiveId) -> Option<Group<IndicatorId>> {
        if let Some((_, group)) = self.indicators.as_ref().filter(|(known, _)| known == objective) {
            return Some(group.clone());
        }
        let source = self.plan.objectives.get(objective)?;
        let other = self.scenario.objectives.get(objective);
        let said = |id: &IndicatorId| other.and_then(|other| other.indicators.get(id));
        let written = |id: &IndicatorId| source.indicators.get(id).and_then(|indicator| indicator.weight);
        let siblings =
            self.scored.objective(objective)?.siblings(|id, _| said(id).and_then(|said| said.weight).or(written(id)));
        let mut group = Group::new(siblings, self.basis());
        group.lock_where(|id| said(id).is_some_and(|said| said.locked));
        Some(group)
    }

    /// Returns the parts of an indicator that have a say in it.
    pub fn parts(&self, objective: &ObjectiveId, indicator: &IndicatorId) -> Option<Group<PartId>> {
        if let Some((_, _, group)) = self.parts.as_ref().filter(|(of, known, _)| of == objective && known == indicator)
        {
            return Some(group.clone());
        }
        let source = self.plan.objectives.get(objective)?.indicators.get(indicator)?;
        let other = self.scenario.objectives.get(objective).and_then(|other| other.indicators.get(indicator));
        let over = other.map_or_else(|| source.as_ref().clone(), |other| other.over(source));
        let siblings = part_siblings(&over, self.year, self.policy(), self.official.today())?;
        let mut group = Group::new(siblings, self.basis());
        group.lock_where(|id| other.and_then(|other| other.parts.get(id)).is_some_and(|part| part.locked));
        Some(group)
    }

    /// Returns every indicator of the plan that has a say, as one group: each with its share of the whole plan. Its figure is
    /// that of the plan, its points those of single indicators, and what it needs is what each result must bring.
    pub fn all_indicators(&self) -> Group<(ObjectiveId, IndicatorId)> {
        let mut flat = Group::empty();
        flat.set_basis(self.basis());
        for (objective, share, _) in self.objectives.children() {
            let Some(group) = self.indicators(objective) else { continue };
            for (indicator, part, worth) in group.worths() {
                let part = part.saturating_mul(share).checked_div(Decimal::ONE_HUNDRED).unwrap_or_default();
                flat.push((objective.clone(), indicator.clone()), part, worth);
            }
        }
        flat
    }

    /// Returns what each result that is missing must bring to reach a threshold.
    pub fn needed(&self, threshold: Percent) -> Needed<(ObjectiveId, IndicatorId)> {
        self.all_indicators().needed(threshold, self.policy().cap)
    }

    /// Returns all figures of the scenario, made by the engine: by goal, by office, and the working of each.
    pub fn attainment(&self) -> Attainment {
        let mut attainment = self.official.clone();
        attainment.follow(&self.over());
        attainment
    }

    /// Returns the plan as the scenario would have it.
    pub fn over(&self) -> Plan {
        self.scenario().over(&self.plan)
    }

    /// Returns what is supposed of an indicator or part in the year; none where the plan's own result counts.
    pub fn supposed(&self, spot: &Spot) -> Option<&OtherCell> {
        let said = |objective| self.scenario.objectives.get(objective);
        let cells = match spot {
            Spot::Objective(_) => return None,
            Spot::Indicator(objective, id) => &said(objective)?.indicators.get(id)?.cells,
            Spot::Part(objective, indicator, id) => &said(objective)?.indicators.get(indicator)?.parts.get(id)?.cells,
        };
        cells.get(&self.year)
    }

    /// Returns the rules of the scenario; none where those of the plan are in force.
    pub fn own_policy(&self) -> Option<&Policy> {
        self.scenario.policy.as_ref()
    }

    /// Returns the rules in force in the scenario.
    pub fn policy(&self) -> &Policy {
        self.own_policy().unwrap_or(&self.plan.policy)
    }

    /// Scores everything the scenario speaks of.
    fn begin(&mut self) {
        self.write_down();
        self.scored = self.attainment();
        self.stale.clear();
        self.indicators = None;
        self.parts = None;
        self.weigh();
    }

    /// Takes the weights of the objectives as the scenario and the plan have them.
    fn weigh(&mut self) {
        self.write_down();
        for objective in std::mem::take(&mut self.stale) {
            self.score_alone(&objective);
        }
        let (plan, said, year) = (&self.plan, &self.scenario.objectives, self.year);
        let weight = |id: &ObjectiveId| {
            let other = said.get(id).and_then(|other| other.weights.get(&year));
            other.or_else(|| plan.objectives.get(id)?.weights.get(&year)).copied()
        };
        let mut group = Group::new(self.scored.siblings(|id, _| weight(id)), self.basis());
        group.lock_where(|id| said.get(id).is_some_and(|other| other.locked));
        self.objectives = group;
    }

    /// Scores one objective again.
    fn score(&mut self, objective: &ObjectiveId) {
        self.indicators = self.indicators.take().filter(|(known, _)| known != objective);
        self.parts = self.parts.take().filter(|(known, ..)| known != objective);
        self.stale.insert(objective.clone());
        self.weigh();
    }

    fn score_alone(&mut self, objective: &ObjectiveId) {
        let over = self.scenario.over_objective(&self.plan, objective);
        self.scored.edited(&over, objective);
    }

    /// Takes over indicators whose weights moved: their objective brings something else to the plan.
    fn moved_within(&mut self, objective: &ObjectiveId, group: Group<IndicatorId>) {
        self.stale.insert(objective.clone());
        match group.worth() {
            Some(worth) if self.objectives.place(objective).is_some() => self.objectives.set_worth(objective, worth),
            _ => self.weigh(),
        }
        self.indicators = Some((objective.clone(), group));
    }
}

/// What figures are taken over by the rules in force.
fn official_basis(attainment: &Attainment) -> Basis {
    if attainment.missing_is_zero() { Basis::Floor } else { Basis::Measured }
}
