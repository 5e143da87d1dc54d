//! What each office would be sent: how much is its own, and what of it is due.

use crate::attainment::Attainment;
use crate::plan::{Plan, UnitId};
use crate::report::{Owing, owing};

/// What of a plan is one office's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// Which office.
    pub unit: UnitId,
    /// Objectives it answers for.
    pub objectives: usize,
    /// Indicators it answers for, those lent to it by objectives of others too.
    pub indicators: usize,
    /// What it owes in the span of the figures; none: nothing is asked of it.
    pub owing: Option<Owing>,
}

/// Returns what each office of the plan would be sent, in the order of the plan.
pub fn shares(plan: &Plan, attainment: &Attainment) -> Vec<Share> {
    let owed = owing(plan, attainment);
    let count = |unit: &UnitId| {
        let objectives = plan.objectives.iter().filter(|objective| objective.units.contains(unit)).count();
        let indicators = plan.objectives.iter().map(|objective| {
            objective.indicators.iter().filter(|indicator| objective.units_of(indicator).contains(unit)).count()
        });
        (objectives, indicators.sum())
    };
    let share = |unit: &UnitId| {
        let (objectives, indicators) = count(unit);
        let owing = owed.iter().find(|owing| owing.unit.as_ref() == Some(unit)).cloned();
        Share { unit: unit.clone(), objectives, indicators, owing }
    };
    plan.units.iter().map(|unit| share(&unit.id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attainment::Span;
    use crate::report::fixture::{day, plan, year};

    #[test]
    fn an_office_gets_what_it_answers_for_and_what_of_it_is_due() {
        let plan = plan();
        let attainment = Attainment::of(&plan, Span::Year(year(2024)), day("2024-07-31"));
        let told: Vec<String> = shares(&plan, &attainment)
            .iter()
            .map(|share| {
                let due = share.owing.as_ref().map(|owing| format!(", {} of {}", owing.received, owing.expected));
                let Share { unit, objectives, indicators, .. } = share;
                format!("{unit}: {objectives}, {indicators}{}", due.unwrap_or_default())
            })
            .collect();
        assert_eq!(told, ["anziani: 1, 4, 2 of 5", "minori: 0, 1, 0 of 1", "personale: 0, 0"]);
    }
}
