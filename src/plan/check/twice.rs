//! Codes that two siblings share, and indicators that measure the same.

use std::collections::{HashMap, HashSet};

use super::{Finding, Place, Problem};
use crate::plan::{GoalId, Indicator, IndicatorId, Objective, ObjectiveId, Plan};

/// Codes met among siblings; `a` and `A` are the same code, an empty one is none.
#[derive(Default)]
pub(super) struct Codes(HashSet<String>);

/// What was met before in the plan.
#[derive(Default)]
pub(super) struct Seen<'a> {
    codes: HashMap<String, Codes>,
    indicators: HashMap<[String; 3], (&'a ObjectiveId, &'a IndicatorId)>,
}

/// Goals that stand under the same parent share a code.
pub(super) fn goal_codes(plan: &Plan) -> Vec<Finding> {
    let mut codes: HashMap<Option<&GoalId>, Codes> = HashMap::new();
    let check = |goal: &crate::plan::Goal, codes: &mut Codes| codes.check(&goal.code, || Place::Goal(goal.id.clone()));
    plan.goals.iter().filter_map(|goal| check(goal, codes.entry(goal.parent.as_ref()).or_default())).collect()
}

impl Codes {
    /// Notes a code, and objects when it was there.
    pub(super) fn check(&mut self, code: &str, place: impl Fn() -> Place) -> Option<Finding> {
        let key = plain(code);
        let is_new = key.is_empty() || self.0.insert(key);
        (!is_new).then(|| Finding::always(place(), Problem::DuplicateCode { code: code.trim().into() }))
    }
}

impl<'a> Seen<'a> {
    /// Objectives share a code. Those of another kind count apart: an objective 1 of the PEG beside scheda 1 is usual.
    pub(super) fn objective_code(&mut self, objective: &Objective) -> Option<Finding> {
        let codes = self.codes.entry(plain(&objective.kind)).or_default();
        codes.check(&objective.code, || Place::Objective(objective.id.clone()))
    }

    /// Two indicators, anywhere in the plan, have the same description, KPI and formula.
    pub(super) fn indicator(&mut self, objective: &'a Objective, indicator: &'a Indicator) -> Option<Finding> {
        let key = [&indicator.description, indicator.kpi.words(), &indicator.formula].map(plain);
        if key.iter().all(String::is_empty) {
            return None;
        }
        let here = (&objective.id, &indicator.id);
        let first = *self.indicators.entry(key).or_insert(here);
        (first != here).then(|| {
            let problem = Problem::SameIndicator { objective: first.0.clone(), indicator: first.1.clone() };
            Finding::always(Place::Indicator(objective.id.clone(), indicator.id.clone()), problem)
        })
    }
}

/// The text without the differences that people do not see: capitals and blanks.
fn plain(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Goal, Period, Year};

    fn plan() -> Plan {
        let year = Year::new(2024).unwrap();
        Plan::new("p".into(), Period::new(year, year).unwrap())
    }

    #[test]
    fn two_siblings_with_one_code_are_one_too_many() {
        let mut codes = Codes::default();
        let mut check = |code| codes.check(code, || Place::Plan).map(|finding| finding.problem);
        for code in ["A", "B", "", "", " ", "A.1"] {
            assert_eq!(check(code), None, "{code:?}");
        }
        assert_eq!(check(" a "), Some(Problem::DuplicateCode { code: "a".into() }));
        assert_eq!(check("A.1"), Some(Problem::DuplicateCode { code: "A.1".into() }));
    }

    #[test]
    fn goals_share_codes_only_under_one_parent() {
        let mut plan = plan();
        for (id, parent, code) in
            [("1", None, "1"), ("2", None, "2"), ("1a", Some("1"), "a"), ("2a", Some("2"), "a"), ("2b", Some("2"), "A")]
        {
            let mut goal = Goal::new(id.into());
            goal.parent = parent.map(GoalId::from);
            goal.code = code.into();
            plan.goals.push(goal).unwrap();
        }
        let places: Vec<Place> = goal_codes(&plan).into_iter().map(|finding| finding.place).collect();
        assert_eq!(places, [Place::Goal("2b".into())]);
    }

    #[test]
    fn objectives_of_different_kinds_may_share_a_code() {
        let mut seen = Seen::default();
        let mut check = |kind: &str, code: &str| {
            let mut objective = Objective::new("o".into());
            (objective.kind, objective.code) = (kind.into(), code.into());
            seen.objective_code(&objective).is_some()
        };
        assert!(!check("Obiettivo di performance", "1"));
        assert!(!check("Obiettivo di PEG", "1"));
        assert!(check("obiettivo di PEG", "1"));
    }

    #[test]
    fn an_indicator_that_measures_the_same_names_the_first() {
        let mut plan = plan();
        for (id, description, kpi) in [
            ("o1", "Utenti soddisfatti", ""),
            ("o2", "", ""),
            ("o3", "", ""),
            ("o4", "utenti  soddisfatti ", ""),
            ("o5", "Utenti soddisfatti", "Almeno 80%"),
        ] {
            let mut indicator = Indicator::new("i".into());
            indicator.description = description.into();
            indicator.kpi = kpi.into();
            let mut objective = Objective::new(id.into());
            objective.indicators.push(indicator).unwrap();
            plan.objectives.push(objective).unwrap();
        }
        let same = Problem::SameIndicator { objective: "o1".into(), indicator: "i".into() };
        let of = |problem: &Problem| matches!(problem, Problem::SameIndicator { .. });
        let found: Vec<Finding> = plan.check().into_iter().filter(|finding| of(&finding.problem)).collect();
        assert_eq!(found, [Finding::always(Place::Indicator("o4".into(), "i".into()), same)]);
    }
}
