//! A scenario tried on a plan: its figures at hand, its weights and results there to be moved.
//!
//! The cells are scored once. A weight that moves takes one pass over its siblings, whose worths are known, and one over the
//! objectives; a supposed result scores its own indicator and sums the others again.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::ratio::settled;
use super::shares::Lock;
use super::{Basis, Group, Moved, Needed, Spot};
use crate::attainment::{Attainment, Span, part_siblings};
use crate::plan::{
    IndicatorId, ObjectiveId, OtherCell, OtherIndicator, OtherObjective, PartId, Percent, Plan, Policy, Scenario,
    Weight, Year,
};

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

    /// Moves a weight to a share of its siblings; the others that are not locked take or give the rest in proportion.
    pub fn shift(&mut self, spot: &Spot, to: Percent) -> Moved {
        match spot {
            Spot::Objective(id) => {
                let moved = self.objectives.shift(id, to);
                if moved.is_refused() {
                    return moved;
                }
                // A thousand weights are written once the hand rests, not at every step.
                self.unwritten = true;
                moved
            }
            Spot::Indicator(objective, id) => {
                let Some(mut group) = self.indicators(objective) else { return Moved::NO_SAY };
                let moved = group.shift(id, to);
                if moved.is_refused() {
                    return moved;
                }
                let source = self.plan.objectives.get(objective).map(|found| &found.indicators);
                let written = |id| source.and_then(|found| found.get(id)).and_then(|found| found.weight);
                self.scenario.objectives.change(objective, |said| {
                    for (id, weight) in group.weights() {
                        let said = said.indicators.entry(id.clone()).or_default();
                        said.weight = (written(id) != Some(weight)).then_some(weight);
                    }
                });
                self.moved_within(objective, group);
                moved
            }
            Spot::Part(objective, indicator, id) => {
                let Some(mut group) = self.parts(objective, indicator) else { return Moved::NO_SAY };
                let moved = group.shift(id, to);
                if moved.is_refused() {
                    return moved;
                }
                self.change_indicator(objective, indicator, |said| {
                    for (id, weight) in group.weights() {
                        said.parts.entry(id.clone()).or_default().weight = Some(weight);
                    }
                });
                self.score(objective);
                self.parts = Some((objective.clone(), indicator.clone(), group));
                moved
            }
        }
    }

    /// Writes a weight in the body's own scale and leaves its siblings as they are; together they count in proportion. None
    /// is the plan's own again.
    pub fn set_weight(&mut self, spot: &Spot, weight: Option<Weight>) {
        self.write_down();
        let year = self.year;
        match spot {
            Spot::Objective(id) => {
                self.scenario.objectives.change(id, |said| put_year(&mut said.weights, year, weight))
            }
            Spot::Indicator(objective, id) => self.change_indicator(objective, id, |said| said.weight = weight),
            Spot::Part(objective, indicator, id) => self.change_indicator(objective, indicator, |said| {
                said.parts.entry(id.clone()).or_default().weight = weight;
            }),
        }
        match spot {
            Spot::Objective(_) => self.weigh(),
            Spot::Indicator(objective, _) | Spot::Part(objective, ..) => self.score(objective),
        }
    }

    /// Gives every weight of the year back to the plan, and keeps the locks.
    pub fn reset_weights(&mut self) {
        self.unwritten = false;
        let ids: Vec<_> = self.scenario.objectives.iter().map(|(id, _)| id.clone()).collect();
        for id in ids {
            self.scenario.objectives.change(&id, |said| {
                said.weights.remove(&self.year);
                for indicator in said.indicators.values_mut() {
                    indicator.weight = None;
                    indicator.parts.values_mut().for_each(|part| part.weight = None);
                }
            });
        }
        self.begin();
    }

    /// Keeps a weight where it is while its siblings move.
    pub fn lock(&mut self, spot: &Spot) {
        self.set_lock(spot, Lock::Held);
    }

    /// Lets a weight move again.
    pub fn unlock(&mut self, spot: &Spot) {
        self.set_lock(spot, Lock::Free);
    }

    /// Supposes something of an indicator or part in the year; none is what the plan says again. Of an objective nothing
    /// can be supposed.
    pub fn suppose(&mut self, spot: &Spot, supposed: Option<OtherCell>) {
        let year = self.year;
        let objective = match spot {
            Spot::Objective(_) => return,
            Spot::Indicator(objective, id) => {
                self.change_indicator(objective, id, |said| put_year(&mut said.cells, year, supposed));
                objective
            }
            Spot::Part(objective, indicator, id) => {
                self.change_indicator(objective, indicator, |said| {
                    put_year(&mut said.parts.entry(id.clone()).or_default().cells, year, supposed);
                });
                objective
            }
        };
        self.score(objective);
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

    /// Tries other rules; none are the plan's own again. Everything is scored anew.
    pub fn set_policy(&mut self, policy: Option<Policy>) {
        self.scenario.policy = policy;
        self.begin();
    }

    /// Tries another scenario on the same plan, or this one as it was before.
    pub fn set_scenario(&mut self, scenario: Scenario) {
        self.scenario = scenario;
        self.unwritten = false;
        self.begin();
    }

    /// Returns the rules of the scenario; none where those of the plan are in force.
    pub fn own_policy(&self) -> Option<&Policy> {
        self.scenario.policy.as_ref()
    }

    /// Returns the rules in force in the scenario.
    pub fn policy(&self) -> &Policy {
        self.own_policy().unwrap_or(&self.plan.policy)
    }

    fn change_indicator(
        &mut self,
        objective: &ObjectiveId,
        indicator: &IndicatorId,
        change: impl FnOnce(&mut OtherIndicator),
    ) {
        let change = |said: &mut OtherObjective| change(said.indicators.entry(indicator.clone()).or_default());
        self.scenario.objectives.change(objective, change);
    }

    fn set_lock(&mut self, spot: &Spot, lock: Lock) {
        let locked = lock == Lock::Held;
        match spot {
            Spot::Objective(id) => {
                self.scenario.objectives.change(id, |said| said.locked = locked);
                self.objectives.set_lock(id, lock);
            }
            Spot::Indicator(objective, id) => {
                self.change_indicator(objective, id, |said| said.locked = locked);
                if let Some((_, group)) = self.indicators.as_mut().filter(|(known, _)| known == objective) {
                    group.set_lock(id, lock);
                }
            }
            Spot::Part(objective, indicator, id) => {
                self.change_indicator(objective, indicator, |said| {
                    said.parts.entry(id.clone()).or_default().locked = locked;
                });
                self.parts = None;
            }
        }
    }

    /// Lets the scenario say the weights that the objectives were moved to.
    fn write_down(&mut self) {
        if self.unwritten {
            let mut scenario = std::mem::replace(&mut self.scenario, Scenario::new(String::new().into()));
            self.write_into(&mut scenario);
            self.scenario = scenario;
            self.unwritten = false;
        }
    }

    fn write_into(&self, scenario: &mut Scenario) {
        for (id, weight) in self.objectives.weights() {
            let written = self.plan.objectives.get(id).and_then(|found| found.weights.get(&self.year));
            let other = (written != Some(&weight)).then_some(weight);
            scenario.objectives.change(id, |said| put_year(&mut said.weights, self.year, other));
        }
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

fn put_year<T>(years: &mut BTreeMap<Year, T>, year: Year, value: Option<T>) {
    match value {
        Some(value) => drop(years.insert(year, value)),
        None => drop(years.remove(&year)),
    }
}

/// What figures are taken over by the rules in force.
fn official_basis(attainment: &Attainment) -> Basis {
    if attainment.missing_is_zero() { Basis::Floor } else { Basis::Measured }
}

#[cfg(test)]
mod tests;
