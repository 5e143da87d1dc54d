//! Whose children are looked at: the same questions are asked on every level.

use super::{Group, Spot, Trial};
use crate::attainment::{Attainment, Span};
use crate::plan::{IndicatorId, ObjectiveId, PartId, Plan, Scenario};

/// Something whose children have weights.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Parent {
    /// The plan: its objectives.
    #[default]
    Plan,
    /// An objective: its indicators.
    Objective(ObjectiveId),
    /// An indicator: its parts.
    Indicator(ObjectiveId, IndicatorId),
}

impl Trial {
    /// Returns the children that have a say, whatever they are; none where the parent is not there.
    pub fn children(&self, parent: &Parent) -> Option<Group<Spot>> {
        match parent {
            Parent::Plan => Some(self.objectives().map(|id| Spot::Objective(id.clone()))),
            Parent::Objective(objective) => {
                Some(self.indicators(objective)?.map(|id| Spot::Indicator(objective.clone(), id.clone())))
            }
            Parent::Indicator(objective, indicator) => {
                let part = |id: &PartId| Spot::Part(objective.clone(), indicator.clone(), id.clone());
                Some(self.parts(objective, indicator)?.map(part))
            }
        }
    }

    /// Takes the plan, its figures and the scenario as they are now. What is as it was is not computed again. False where the
    /// figures are of the whole period, on which nothing can be tried.
    pub fn follow(&mut self, plan: &Plan, official: &Attainment, scenario: &Scenario) -> bool {
        if self.is_of(plan, official) {
            if *self.scenario() != *scenario {
                self.set_scenario(scenario.clone());
            }
            return true;
        }
        match Self::new(plan, official, scenario.clone()) {
            Some(trial) => {
                *self = trial;
                true
            }
            None => false,
        }
    }

    fn is_of(&self, plan: &Plan, official: &Attainment) -> bool {
        let known = &self.plan;
        Span::Year(self.year) == official.span()
            && self.official().today() == official.today()
            && known.id == plan.id
            && known.policy == plan.policy
            && known.period == plan.period
            && known.objectives.len() == plan.objectives.len()
            && known
                .objectives
                .iter()
                .zip(plan.objectives.iter())
                .all(|(known, now)| std::sync::Arc::ptr_eq(known, now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Edit, Percent, Period, PlanField};
    use crate::simulation::fixture;

    #[test]
    fn a_trial_follows_its_plan_and_its_scenario() {
        let year = fixture::year(2024);
        let mut plan = Plan::new("p".into(), Period::new(year, year).unwrap());
        plan.objectives.push(fixture::objective("A", "50", &[("1", "Almeno 4", "3")])).unwrap();
        plan.objectives.push(fixture::objective("B", "50", &[("1", "Almeno 4", "4")])).unwrap();
        let official = Attainment::of(&plan, Span::Year(year), fixture::day("2024-10-31"));
        let blank = Scenario::new("s".into());
        let mut trial = Trial::new(&plan, &official, blank.clone()).unwrap();
        let first = Spot::Objective("A".into());
        let share = |trial: &Trial| trial.children(&Parent::Plan).unwrap().share(&first);
        trial.shift(&first, Percent::whole(70));
        let moved = trial.scenario().into_owned();

        // A plan that only got another title leaves the trial as it is, and so does its own scenario, saved.
        let mut titled = plan.clone();
        titled.apply(Edit::Plan(PlanField::Title("Altro".into()))).unwrap();
        assert!(trial.follow(&titled, &official, &moved));
        assert_eq!(share(&trial), Some(Percent::whole(70)));

        // Undone, it has the shares of the plan again.
        assert!(trial.follow(&plan, &official, &blank));
        assert_eq!(share(&trial), Some(Percent::whole(50)));

        let period = Attainment::of(&plan, Span::Period, official.today());
        assert!(!trial.follow(&plan, &period, &blank));
    }
}
