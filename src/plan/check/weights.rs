//! Weights of siblings that belong together and do not sum to 100.

use rust_decimal::Decimal;

use super::{Finding, Place, Problem, Siblings};
use crate::plan::{Indicator, Objective, Plan, Weight};

/// Objectives, year by year. One without a weight counts where it is due in the year.
pub(super) fn of_objectives(plan: &Plan) -> Vec<Finding> {
    let in_year = |year| {
        let concerned = plan.objectives.iter().map(move |objective| (objective, objective.weights.get(&year).copied()));
        let weights = concerned.filter(move |(objective, weight)| weight.is_some() || objective.is_due(year));
        let problem = check(Siblings::Objectives, weights.map(|(_, weight)| weight))?;
        Some(Finding::within(Place::Plan, year, problem))
    };
    plan.period.years().filter_map(in_year).collect()
}

/// Indicators of one objective, over the whole period.
pub(super) fn of_indicators(objective: &Objective) -> Option<Finding> {
    let problem = check(Siblings::Indicators, objective.indicators.iter().map(|indicator| indicator.weight))?;
    Some(Finding::always(Place::Objective(objective.id.clone()), problem))
}

/// Parts of one indicator.
pub(super) fn of_parts(objective: &Objective, indicator: &Indicator) -> Option<Finding> {
    let problem = check(Siblings::Parts, indicator.parts.iter().map(|part| part.weight))?;
    Some(Finding::always(Place::Indicator(objective.id.clone(), indicator.id.clone()), problem))
}

/// Where none has a weight all count the same. Where some have none, the others must leave them something.
fn check(of: Siblings, weights: impl Iterator<Item = Option<Weight>> + Clone) -> Option<Problem> {
    let unweighted = weights.clone().filter(Option::is_none).count();
    let mut written = weights.flatten().peekable();
    written.peek()?;
    let sum = written.fold(Decimal::ZERO, |sum, weight| sum.saturating_add(weight.value()));
    let sum = Weight::new(sum).unwrap_or(Weight::MAX);
    let is_right = if unweighted == 0 { sum == Weight::HUNDRED } else { sum < Weight::HUNDRED };
    (!is_right).then_some(Problem::WeightSum { of, sum, unweighted })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Cell, Part, Period, Year};

    /// `33.33 - 66.67`: weights of siblings, `-` where there is none.
    fn sum(weights: &str) -> Option<(String, usize)> {
        let weights: Vec<Option<Weight>> = weights
            .split_whitespace()
            .map(|weight| (weight != "-").then(|| Weight::new(weight.parse().unwrap()).unwrap()))
            .collect();
        match check(Siblings::Parts, weights.into_iter())? {
            Problem::WeightSum { of: Siblings::Parts, sum, unweighted } => Some((sum.value().to_string(), unweighted)),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn weights_sum_to_a_hundred_or_leave_something_to_those_without() {
        for right in
            ["", "- -", "100", "100.00", "65.00 35", "33.33 33.33 33.34", "16.5 33.5 50", "0 100", "60 - -", "0 -"]
        {
            assert_eq!(sum(right), None, "{right}");
        }
        for (wrong, found) in [
            ("60 50", ("110", 0)),
            ("33.33 33.33 33.33", ("99.99", 0)),
            ("0 0", ("0", 0)),
            ("100 -", ("100", 1)),
            ("70 - 40 -", ("110", 2)),
            ("1000000 1000000", ("1000000", 0)),
        ] {
            assert_eq!(sum(wrong), Some((found.0.into(), found.1)), "{wrong}");
        }
    }

    #[test]
    fn objectives_are_weighed_in_each_year_in_which_one_has_a_weight() {
        let year = |number| Year::new(number).unwrap();
        let mut plan = Plan::new("p".into(), Period::new(year(2024), year(2026)).unwrap());
        for (id, first, second) in [("a", 60, Some(50)), ("b", 50, Some(50)), ("c", 0, None)] {
            let mut objective = Objective::new(id.into());
            objective.weights.insert(year(2024), Weight::whole(first));
            objective.weights.extend(second.map(|weight| (year(2025), Weight::whole(weight))));
            plan.objectives.push(objective).unwrap();
        }
        let of = Siblings::Objectives;
        let over = Problem::WeightSum { of, sum: Weight::whole(110), unweighted: 0 };
        assert_eq!(of_objectives(&plan), [Finding::within(Place::Plan, year(2024), over.clone())]);

        let mut late = Indicator::new("i".into());
        late.cells.insert(year(2025), Cell { target: "SI".into(), ..Cell::default() });
        plan.objectives.get_mut(&"c".into()).unwrap().indicators.push(late).unwrap();
        let nothing_left = Problem::WeightSum { of, sum: Weight::HUNDRED, unweighted: 1 };
        let expected = [(2024, over), (2025, nothing_left)];
        let expected = expected.map(|(number, problem)| Finding::within(Place::Plan, year(number), problem));
        assert_eq!(of_objectives(&plan), expected);
    }

    #[test]
    fn indicators_and_parts_are_weighed_where_they_stand() {
        let mut indicator = Indicator::new("i".into());
        indicator.weight = Some(Weight::whole(90));
        let mut part = Part::new("a".into());
        part.weight = Some(Weight::whole(80));
        indicator.parts.push(part).unwrap();
        let mut objective = Objective::new("o".into());
        objective.indicators.push(indicator.clone()).unwrap();

        let problem = |of, sum| Problem::WeightSum { of, sum: Weight::whole(sum), unweighted: 0 };
        let place = Place::Objective("o".into());
        let expected = Finding::always(place, problem(Siblings::Indicators, 90));
        assert_eq!(of_indicators(&objective), Some(expected));
        let place = Place::Indicator("o".into(), "i".into());
        let expected = Finding::always(place, problem(Siblings::Parts, 80));
        assert_eq!(of_parts(&objective, &indicator), Some(expected));
    }
}
