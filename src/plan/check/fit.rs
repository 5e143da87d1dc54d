//! What does not fit together: objectives with nobody or nothing behind them, years of actions against years of their
//! indicators, years outside the plan.

use std::collections::BTreeSet;

use super::{Finding, Place, Problem};
use crate::plan::{Action, Cells, Indicator, Objective, Plan, Year};

/// What an objective lacks, and its weights in years outside the plan.
pub(super) fn objective(plan: &Plan, objective: &Objective) -> Vec<Finding> {
    let has_no_goal = !plan.goals.is_empty() && objective.goals.is_empty();
    let is_unanswered = || {
        let mut units = objective.indicators.iter().map(|indicator| objective.units_of(indicator));
        objective.units.is_empty() && (objective.indicators.is_empty() || units.any(<[_]>::is_empty))
    };
    let has_no_unit = !plan.units.is_empty() && is_unanswered();
    let place = || Place::Objective(objective.id.clone());
    let lacks = [
        has_no_goal.then_some(Problem::NoGoal),
        has_no_unit.then_some(Problem::NoUnit),
        objective.indicators.is_empty().then_some(Problem::NoIndicator),
    ];
    let lacks = lacks.into_iter().flatten().map(|problem| Finding::always(place(), problem));
    lacks.chain(outside(plan, objective.weights.keys(), place)).collect()
}

/// Years in which an action is done and not measured. An objective whose indicators name no action says nothing about how
/// the two go together, so nothing is asked of it.
pub(super) fn action(plan: &Plan, objective: &Objective, action: &Action) -> Vec<Finding> {
    let place = || Place::Action(objective.id.clone(), action.id.clone());
    let mut found: Vec<Finding> = outside(plan, action.years.iter(), place).collect();
    let mut indicators = objective.indicators.iter().filter(|indicator| indicator.action.is_some()).peekable();
    if indicators.peek().is_none() {
        return found;
    }
    let own: Vec<_> = indicators.filter(|indicator| indicator.action.as_ref() == Some(&action.id)).collect();
    if own.is_empty() {
        found.push(Finding::always(place(), Problem::ActionWithoutIndicator));
    } else {
        let unmeasured = action.years.iter().filter(|year| !own.iter().any(|indicator| indicator.is_due(**year)));
        found.extend(unmeasured.map(|year| Finding::within(place(), *year, Problem::ActionNotMeasured)));
    }
    found
}

/// Years in which an indicator is due and its action is not done, and years outside the plan. An action with no year
/// marked says nothing about its years.
pub(super) fn indicator(plan: &Plan, objective: &Objective, indicator: &Indicator) -> Vec<Finding> {
    let place = || Place::Indicator(objective.id.clone(), indicator.id.clone());
    let mut found = cells(plan, &indicator.cells, place);
    let action = indicator.action.as_ref().and_then(|action| objective.actions.get(action));
    if let Some(action) = action.filter(|action| !action.years.is_empty()) {
        let of_parts = indicator.parts.iter().flat_map(|part| part.cells.keys());
        let years: BTreeSet<Year> = indicator.cells.keys().chain(of_parts).copied().collect();
        let unmarked = years.into_iter().filter(|year| indicator.is_due(*year) && !action.years.contains(year));
        found.extend(unmarked.map(|year| Finding::within(place(), year, Problem::OutsideAction)));
    }
    found
}

/// Cells in years outside the plan.
pub(super) fn cells(plan: &Plan, cells: &Cells, place: impl Fn() -> Place) -> Vec<Finding> {
    outside(plan, cells.keys(), place).collect()
}

fn outside<'a>(
    plan: &Plan,
    years: impl Iterator<Item = &'a Year>,
    place: impl Fn() -> Place,
) -> impl Iterator<Item = Finding> {
    let period = plan.period;
    years
        .filter(move |year| !period.contains(**year))
        .map(move |year| Finding::within(place(), *year, Problem::OutsidePeriod))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Cell, Goal, Part, Period, Unit, Weight};

    fn year(number: i32) -> Year {
        Year::new(number).unwrap()
    }

    fn plan() -> Plan {
        Plan::new("p".into(), Period::new(year(2024), year(2026)).unwrap())
    }

    /// An indicator of the action `a`, due in these years.
    fn due(id: &str, years: &[i32]) -> Indicator {
        let mut indicator = Indicator::new(id.into());
        indicator.action = Some("a".into());
        indicator.cells = years.iter().map(|number| (year(*number), promised())).collect();
        indicator
    }

    fn promised() -> Cell {
        Cell { target: "SI".into(), ..Cell::default() }
    }

    /// An objective with the action `a`, done in these years, and one indicator of it.
    fn measured(years: &[i32], indicator: Indicator) -> Objective {
        let mut action = Action::new("a".into());
        action.years = years.iter().map(|number| year(*number)).collect();
        let mut objective = Objective::new("o".into());
        objective.actions.push(action).unwrap();
        objective.indicators.push(indicator).unwrap();
        objective
    }

    fn problems(found: Vec<Finding>) -> Vec<(Option<i32>, Problem)> {
        found.into_iter().map(|finding| (finding.year.map(Year::number), finding.problem)).collect()
    }

    #[test]
    fn an_objective_alone_lacks_only_what_its_plan_uses() {
        let (mut plan, alone) = (plan(), Objective::new("o".into()));
        assert_eq!(problems(objective(&plan, &alone)), [(None, Problem::NoIndicator)]);
        plan.goals.push(Goal::new("g".into())).unwrap();
        plan.units.push(Unit::new("u".into())).unwrap();
        let lacks = [Problem::NoGoal, Problem::NoUnit, Problem::NoIndicator];
        assert_eq!(problems(objective(&plan, &alone)), lacks.map(|problem| (None, problem)));
    }

    #[test]
    fn offices_of_all_its_indicators_answer_for_an_objective() {
        let mut plan = plan();
        plan.units.push(Unit::new("u".into())).unwrap();
        let mut answered = measured(&[], due("i", &[2024]));
        answered.indicators.get_mut(&"i".into()).unwrap().units = vec!["u".into()];
        assert_eq!(objective(&plan, &answered), []);
        answered.indicators.push(due("j", &[2024])).unwrap();
        assert_eq!(problems(objective(&plan, &answered)), [(None, Problem::NoUnit)]);
    }

    #[test]
    fn an_action_is_measured_in_each_of_its_years() {
        let check = |objective: &Objective| problems(action(&plan(), objective, objective.actions.at(0).unwrap()));
        assert_eq!(check(&measured(&[2024, 2025], due("i", &[2024, 2025]))), []);
        let unmeasured = [(Some(2025), Problem::ActionNotMeasured)];
        assert_eq!(check(&measured(&[2024, 2025], due("i", &[2024]))), unmeasured);

        let mut two = measured(&[2024], due("i", &[2024]));
        two.actions.push(Action::new("b".into())).unwrap();
        let second = action(&plan(), &two, two.actions.at(1).unwrap());
        assert_eq!(problems(second), [(None, Problem::ActionWithoutIndicator)]);

        let mut apart = measured(&[2024], due("i", &[]));
        apart.indicators.get_mut(&"i".into()).unwrap().action = None;
        assert_eq!(check(&apart), []);
    }

    #[test]
    fn an_indicator_is_due_only_when_its_action_is_done() {
        let check =
            |objective: &Objective| problems(indicator(&plan(), objective, objective.indicators.at(0).unwrap()));
        let unmarked = [(Some(2025), Problem::OutsideAction)];
        assert_eq!(check(&measured(&[2024], due("i", &[2024, 2025]))), unmarked);
        assert_eq!(check(&measured(&[], due("i", &[2024, 2025]))), []);

        let mut in_parts = due("i", &[2024]);
        let mut part = Part::new("p".into());
        part.cells.insert(year(2025), promised());
        in_parts.parts.push(part).unwrap();
        assert_eq!(check(&measured(&[2024], in_parts)), unmarked);
    }

    #[test]
    fn years_outside_the_plan_are_pointed_at() {
        let outside = [(Some(2023), Problem::OutsidePeriod)];
        let mut early = measured(&[2023, 2024], due("i", &[2023, 2024]));
        early.weights = [(year(2023), Weight::HUNDRED), (year(2024), Weight::HUNDRED)].into();
        assert_eq!(problems(objective(&plan(), &early)), outside);
        assert_eq!(problems(action(&plan(), &early, early.actions.at(0).unwrap())), outside);
        assert_eq!(problems(indicator(&plan(), &early, early.indicators.at(0).unwrap())), outside);
    }
}
