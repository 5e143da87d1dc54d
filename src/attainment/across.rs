//! The same figures cut another way: by goal and by office.

use std::collections::{BTreeMap, BTreeSet};

use super::Attainment;
use super::figure::Figure;
use super::rollup::{IndicatorFigure, ObjectiveFigure};
use super::tally::{Sums, Weighed};
use crate::plan::{GoalId, Indicator, Objective, Percent, Plan, UnitId};

impl Attainment {
    /// Returns the figure of every goal, in the plan's order: the objectives that serve it or a goal below it, each once,
    /// with the weights they have in the plan.
    pub fn by_goal(&self, plan: &Plan) -> Vec<(GoalId, Figure)> {
        let rules = self.rules();
        self.sums_by_goal(plan).into_iter().map(|(id, sums)| (id, sums.figure(&rules))).collect()
    }

    /// Returns every goal's share of what counts in the plan, in the plan's order; an objective of several goals counts in
    /// full for each. None where nothing counts.
    pub fn share_by_goal(&self, plan: &Plan) -> Vec<(GoalId, Option<Percent>)> {
        self.sums_by_goal(plan).into_iter().map(|(id, sums)| (id, self.share_of(&sums))).collect()
    }

    fn sums_by_goal(&self, plan: &Plan) -> Vec<(GoalId, Sums)> {
        let mut sums: BTreeMap<&GoalId, Sums> = BTreeMap::new();
        for (_, figure) in self.objectives() {
            for goal in served(plan, &figure.source) {
                self.add_objective(sums.entry(goal).or_default(), figure);
            }
        }
        let of = |id| sums.get(id).copied().unwrap_or(Sums::NOTHING);
        plan.goals.iter().map(|goal| (goal.id.clone(), of(&goal.id))).collect()
    }

    /// Returns the figure of every office, in the plan's order: the indicators it answers for, each with the weight it has in
    /// the whole plan. An indicator of several offices counts in full for each.
    pub fn by_unit(&self, plan: &Plan) -> Vec<(UnitId, Figure)> {
        let rules = self.rules();
        self.sums_by_unit(plan).into_iter().map(|(id, sums)| (id, sums.figure(&rules))).collect()
    }

    /// Returns every office's share of what counts in the plan, in the plan's order; an indicator of several offices counts
    /// in full for each. None where nothing counts.
    pub fn share_by_unit(&self, plan: &Plan) -> Vec<(UnitId, Option<Percent>)> {
        self.sums_by_unit(plan).into_iter().map(|(id, sums)| (id, self.share_of(&sums))).collect()
    }

    fn sums_by_unit(&self, plan: &Plan) -> Vec<(UnitId, Sums)> {
        let mut sums: BTreeMap<&UnitId, Sums> = BTreeMap::new();
        for (_, figure) in self.objectives() {
            for (indicator, found, weight) in self.weighed(figure) {
                for unit in figure.source.units_of(indicator) {
                    add_indicator(sums.entry(unit).or_default(), found, weight);
                }
            }
        }
        let of = |id| sums.get(id).copied().unwrap_or(Sums::NOTHING);
        plan.units.iter().map(|unit| (unit.id.clone(), of(&unit.id))).collect()
    }

    fn share_of(&self, sums: &Sums) -> Option<Percent> {
        self.all().mix().share(sums.mix().counting())
    }

    /// Adds an objective with the weight it has in the plan.
    pub(super) fn add_objective(&self, sums: &mut Sums, objective: &ObjectiveFigure) {
        let weight = self.all().mix().weight(objective.weight);
        sums.add_weighed(Weighed { plain: weight, with_aside: weight }, &objective.tally);
        sums.counts = sums.counts.plus(objective.figure.counts);
    }

    /// Walks the indicators of an objective with the weight each has in the plan.
    pub(super) fn weighed<'a>(
        &self,
        objective: &'a ObjectiveFigure,
    ) -> impl Iterator<Item = (&'a Indicator, &'a IndicatorFigure, Weighed)> + use<'a> {
        let above = self.all().mix().weight(objective.weight);
        let mix = objective.sums.mix();
        let indicators = objective.source.indicators.iter().zip(objective.indicators());
        indicators
            .map(move |(indicator, found)| (indicator.as_ref(), found, mix.below(mix.weight(found.weight), above)))
    }
}

/// Adds an indicator with the weight it has in the plan.
pub(super) fn add_indicator(sums: &mut Sums, indicator: &IndicatorFigure, weight: Weighed) {
    sums.add_weighed(weight, &indicator.tally);
    indicator.count_in(sums);
}

/// Returns the goals an objective serves, with those above them.
pub(super) fn served<'a>(plan: &'a Plan, objective: &'a Objective) -> BTreeSet<&'a GoalId> {
    let mut served = BTreeSet::new();
    for goal in &objective.goals {
        let mut next = Some(goal);
        // A goal seen before has brought those above it.
        while let Some(id) = next.filter(|id| served.insert(*id)) {
            next = plan.goals.get(id).and_then(|goal| goal.parent.as_ref());
        }
    }
    served
}
