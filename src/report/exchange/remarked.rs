//! Which objectives findings are about, and which of their indicators.

use crate::plan::{Finding, IndicatorId, ObjectiveId, Place};

/// Where a reviewer objects to something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remarked {
    /// In which objective; none: in the goals, or in the plan as a whole.
    pub objective: Option<ObjectiveId>,
    /// About which of its indicators, each once; empty: about the objective itself.
    pub indicators: Vec<IndicatorId>,
}

/// Returns the places of findings, each objective once, in the order in which they are first named.
pub fn remarked(findings: &[Finding]) -> Vec<Remarked> {
    let mut places: Vec<Remarked> = Vec::new();
    for finding in findings {
        let (objective, indicator) = match &finding.place {
            Place::Plan | Place::Goal(_) => (None, None),
            Place::Objective(objective) | Place::Action(objective, _) => (Some(objective), None),
            Place::Indicator(objective, indicator) | Place::Part(objective, indicator, _) => {
                (Some(objective), Some(indicator))
            }
        };
        let known = places.iter().position(|place| place.objective.as_ref() == objective);
        let at = known.unwrap_or_else(|| {
            places.push(Remarked { objective: objective.cloned(), indicators: Vec::new() });
            places.len().saturating_sub(1)
        });
        if let (Some(place), Some(indicator)) = (places.get_mut(at), indicator)
            && !place.indicators.contains(indicator)
        {
            place.indicators.push(indicator.clone());
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Problem;

    #[test]
    fn each_objective_is_named_once_with_its_indicators() {
        let finding = |place| Finding { place, year: None, problem: Problem::NoGoal };
        let indicator = |objective: &str, id: &str| Place::Indicator(objective.into(), id.into());
        let findings = [
            indicator("A", "1"),
            Place::Objective("B".into()),
            indicator("A", "1"),
            Place::Part("A".into(), "2".into(), "a".into()),
            Place::Plan,
            Place::Goal("g".into()),
        ];
        let told: Vec<String> = remarked(&findings.map(finding))
            .iter()
            .map(|place| {
                let indicators: Vec<_> = place.indicators.iter().map(ToString::to_string).collect();
                let objective = place.objective.as_ref().map(ToString::to_string).unwrap_or_default();
                format!("{objective}: {}", indicators.join(" "))
            })
            .collect();
        assert_eq!(told, ["A: 1 2", "B: ", ": "]);
    }
}
