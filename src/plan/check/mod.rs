//! What a reviewer would object to, each with its place and what is needed to say a way out.
//!
//! A finding never stands in the way of anything: the plan is kept, computed and printed as people wrote it. Findings come
//! in the order of the plan. A body that has no goal tree, or no offices in the plan, hears nothing about them.

mod fit;
mod promise;
mod twice;
mod weights;

use chrono::NaiveDate;

use super::{ActionId, GoalId, IndicatorId, ObjectiveId, PartId, Plan, Weight, Year};
use crate::target::{Certainty, Context, Quantity};

use twice::Seen;

/// Something a reviewer would object to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about.
    pub place: Place,
    /// In which year; none: whatever the year.
    pub year: Option<Year>,
    /// What is wrong.
    pub problem: Problem,
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The plan as a whole.
    Plan,
    /// A goal.
    Goal(GoalId),
    /// An objective.
    Objective(ObjectiveId),
    /// An action of an objective.
    Action(ObjectiveId, ActionId),
    /// An indicator of an objective.
    Indicator(ObjectiveId, IndicatorId),
    /// A part of an indicator.
    Part(ObjectiveId, IndicatorId, PartId),
}

/// What is wrong, and beside each what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The weights of siblings do not sum to 100, or leave nothing to those that have none: change them, or leave some
    /// out to share what is left.
    WeightSum {
        /// Whose weights.
        of: Siblings,
        /// What those that have a weight sum to.
        sum: Weight,
        /// How many have none.
        unweighted: usize,
    },
    /// The target asks for less than what there was at the start: correct it, or say which way is better.
    WorseThanBaseline {
        /// What is promised.
        target: Quantity,
        /// Where it started.
        baseline: Quantity,
    },
    /// The target is above 100 %: correct it, or say that it is not a share of a whole.
    OverWhole {
        /// What is promised.
        target: Quantity,
    },
    /// The action is done in this year and none of its indicators is due: give one a target, or unmark the year.
    ActionNotMeasured,
    /// The action has no indicator, where other actions of the objective do: add one.
    ActionWithoutIndicator,
    /// The indicator is due in a year in which its action is not done: mark the year, or move the target.
    OutsideAction,
    /// The objective serves no goal, and the plan has some: choose one.
    NoGoal,
    /// No office answers for the objective or for one of its indicators, and the plan has offices: choose one.
    NoUnit,
    /// Nothing of the objective is measured: add an indicator.
    NoIndicator,
    /// A sibling that comes before has the same code: change one.
    DuplicateCode {
        /// The code, as it stands here.
        code: String,
    },
    /// The deadline falls outside the year it stands in: correct it, or move it to its year.
    DeadlineOutsideYear {
        /// The deadline.
        date: NaiveDate,
    },
    /// Words that might mean something else than what was read: confirm the reading, choose another, or write it out.
    Uncertain {
        /// What the words say.
        said: Said,
        /// The words.
        words: String,
        /// How sure the reading is.
        certainty: Certainty,
        /// What stood around the words as they were read.
        context: Context,
    },
    /// An indicator that comes before measures the same in the same words: take one out, or say what tells them apart.
    SameIndicator {
        /// The objective of the one before.
        objective: ObjectiveId,
        /// The one before.
        indicator: IndicatorId,
    },
    /// Something is written for a year that the plan does not cover: move it, or change the years of the plan.
    OutsidePeriod,
}

/// Siblings whose weights belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Siblings {
    /// The objectives of the plan, in one year.
    Objectives,
    /// The indicators of an objective, over the whole period.
    Indicators,
    /// The parts of an indicator.
    Parts,
}

/// What words were written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The target of the year.
    Target,
    /// What proves a step done.
    Kpi,
    /// The result of the year.
    Result,
    /// The starting value.
    Baseline,
}

impl Plan {
    /// Returns what a reviewer would object to, in the order of the plan.
    pub fn check(&self) -> Vec<Finding> {
        let mut found = weights::of_objectives(self);
        found.extend(twice::goal_codes(self));
        let mut seen = Seen::default();
        for objective in self.objectives.iter() {
            found.extend(seen.objective_code(objective));
            found.extend(fit::objective(self, objective));
            found.extend(weights::of_indicators(objective));
            let mut codes = twice::Codes::default();
            for action in objective.actions.iter() {
                let place = || Place::Action(objective.id.clone(), action.id.clone());
                found.extend(codes.check(&action.code, place));
                found.extend(fit::action(self, objective, action));
            }
            let mut codes = twice::Codes::default();
            for indicator in objective.indicators.iter() {
                let place = || Place::Indicator(objective.id.clone(), indicator.id.clone());
                found.extend(codes.check(&indicator.code, place));
                found.extend(seen.indicator(objective, indicator));
                found.extend(weights::of_parts(objective, indicator));
                found.extend(promise::baseline(self, objective, indicator));
                found.extend(fit::indicator(self, objective, indicator));
                found.extend(promise::indicator(objective, indicator));
                let mut codes = twice::Codes::default();
                for part in indicator.parts.iter() {
                    let place = || Place::Part(objective.id.clone(), indicator.id.clone(), part.id.clone());
                    found.extend(codes.check(&part.code, place));
                    found.extend(fit::cells(self, &part.cells, place));
                    found.extend(promise::part(objective, indicator, part));
                }
            }
        }
        found
    }
}

impl Finding {
    fn always(place: Place, problem: Problem) -> Self {
        Self { place, year: None, problem }
    }

    fn within(place: Place, year: Year, problem: Problem) -> Self {
        Self { place, year: Some(year), problem }
    }
}

impl Place {
    /// Returns the objective it lies in.
    pub fn objective(&self) -> Option<&ObjectiveId> {
        match self {
            Self::Plan | Self::Goal(_) => None,
            Self::Objective(objective)
            | Self::Action(objective, _)
            | Self::Indicator(objective, _)
            | Self::Part(objective, _, _) => Some(objective),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::arbitrary::plans;
    use crate::plan::{Cell, Indicator, Objective, Period};

    fn year(number: i32) -> Year {
        Year::new(number).unwrap()
    }

    #[test]
    fn findings_come_in_the_order_of_the_plan() {
        let mut plan = Plan::new("p".into(), Period::new(year(2024), year(2025)).unwrap());
        for (id, weight) in [("o", 60), ("q", 50)] {
            let mut objective = Objective::new(id.into());
            objective.code = "A".into();
            objective.weights.insert(year(2024), Weight::whole(weight));
            for id in ["i", "j"] {
                let mut indicator = Indicator::new(id.into());
                indicator.cells.insert(year(2024), Cell { target: ">100%".into(), ..Cell::default() });
                objective.indicators.push(indicator).unwrap();
            }
            plan.objectives.push(objective).unwrap();
        }
        let places: Vec<Place> = plan.check().into_iter().map(|finding| finding.place).collect();
        let indicator = |objective: &str, indicator: &str| Place::Indicator(objective.into(), indicator.into());
        let objectives: Vec<_> = places.iter().map(|place| place.objective().map(ObjectiveId::as_str)).collect();
        assert_eq!(objectives, [None, Some("o"), Some("o"), Some("q"), Some("q"), Some("q")]);
        assert_eq!(
            places,
            [
                Place::Plan,
                indicator("o", "i"),
                indicator("o", "j"),
                Place::Objective("q".into()),
                indicator("q", "i"),
                indicator("q", "j"),
            ],
        );
    }

    proptest! {
        #[test]
        fn law_the_same_plan_has_the_same_findings(plan in plans()) {
            let copy: Plan = serde_json::from_str(&serde_json::to_string(&plan).unwrap()).unwrap();
            prop_assert_eq!(plan.check(), copy.check());
        }
    }
}
