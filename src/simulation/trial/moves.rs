//! What a hand does to a scenario on trial: weights moved, written, locked; results supposed; other rules.

use std::collections::BTreeMap;

use super::{Lock, Moved, Spot, Trial};
use crate::plan::{
    IndicatorId, ObjectiveId, OtherCell, OtherIndicator, OtherObjective, Percent, Policy, Scenario, Weight, Year,
};

impl Trial {
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
    pub(super) fn write_down(&mut self) {
        if self.unwritten {
            let mut scenario = std::mem::replace(&mut self.scenario, Scenario::new(String::new().into()));
            self.write_into(&mut scenario);
            self.scenario = scenario;
            self.unwritten = false;
        }
    }

    pub(super) fn write_into(&self, scenario: &mut Scenario) {
        for (id, weight) in self.objectives.weights() {
            let written = self.plan.objectives.get(id).and_then(|found| found.weights.get(&self.year));
            let other = (written != Some(&weight)).then_some(weight);
            scenario.objectives.change(id, |said| put_year(&mut said.weights, self.year, other));
        }
    }
}

fn put_year<T>(years: &mut BTreeMap<Year, T>, year: Year, value: Option<T>) {
    match value {
        Some(value) => drop(years.insert(year, value)),
        None => drop(years.remove(&year)),
    }
}
