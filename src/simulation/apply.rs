//! A scenario becomes the plan: one edit, which undoes as one and stands in the plan's log of revisions.

use std::cmp::Reverse;

use crate::plan::{Edit, Ground, Objective, ObjectiveId, Plan, PlanField, Revision, Scenario, Taking, Weight, Year};

/// Returns the one edit that makes a scenario the plan and notes it as a revision; none where it would change nothing.
///
/// Weights are written in the scale in which the body wrote its own. What is set aside is suspended, with this reason and the
/// revision's date. The scenario itself stays in the plan; once applied it says what the plan says.
pub fn application(plan: &Plan, scenario: &Scenario, taking: Taking, reason: &str, revision: Revision) -> Option<Edit> {
    let ground = Ground { reason: reason.to_owned(), date: Some(revision.date) };
    let mut edits = scenario.edits(plan, taking, &ground);
    if edits.is_empty() {
        return None;
    }
    let mut revisions = plan.revisions.clone();
    revisions.push(revision);
    edits.push(Edit::Plan(PlanField::Revisions(revisions)));
    Some(Edit::Several(edits))
}

/// An objective whose weight an application changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reweighed {
    /// Which.
    pub objective: ObjectiveId,
    /// What the plan gives it now; none: no weight is written.
    pub from: Option<Weight>,
    /// What it will have.
    pub to: Option<Weight>,
}

/// Returns the objectives whose weight in a year an edit changes, the largest change first, equals in the plan's order; empty
/// where the edit does not fit the plan.
pub fn reweighed(plan: &Plan, edit: Edit, year: Year) -> Vec<Reweighed> {
    let mut after = plan.clone();
    if after.apply(edit).is_err() {
        return Vec::new();
    }
    let changes = plan.objectives.iter().filter_map(|before| {
        let weight = |objective: &Objective| objective.weights.get(&year).copied();
        let (from, to) = (weight(before), weight(after.objectives.get(&before.id)?));
        (from != to).then(|| Reweighed { objective: before.id.clone(), from, to })
    });
    let mut changes: Vec<_> = changes.collect();
    let value = |weight: Option<Weight>| weight.unwrap_or_default().value();
    changes.sort_by_key(|change| Reverse(value(change.to).saturating_sub(value(change.from)).abs()));
    changes
}

#[cfg(test)]
mod tests {
    use super::super::Spot;
    use super::super::fixture::{a_plan, official, percent, told, trial, year};
    use super::*;
    use crate::plan::{OtherCell, Status, Weight};

    fn revision() -> Revision {
        Revision { date: "2024-09-01".parse().unwrap(), act: "Delibera 3".into(), note: "Pesi rivisti".into() }
    }

    #[test]
    fn decisions_become_the_plan_and_one_undo_takes_them_back() {
        let mut plan = a_plan();
        let before = plan.clone();
        let mut trial = trial(&plan);
        trial.shift(&Spot::Objective("B".into()), percent("50"));
        trial.suppose(&Spot::Indicator("A".into(), "1".into()), Some(OtherCell::SetAside));
        trial.suppose(&Spot::Indicator("A".into(), "0".into()), Some(OtherCell::Met));
        let edit = application(&plan, &trial.scenario(), Taking::Decisions, "Pesi rivisti", revision()).unwrap();
        let changes = reweighed(&plan, edit.clone(), year(2024));
        let changes = changes.iter().map(|change| {
            let [from, to] = [change.from, change.to].map(|weight| weight.unwrap().value().normalize());
            format!("{} {from} {to}", change.objective)
        });
        assert_eq!(changes.collect::<Vec<_>>(), ["B 30 45", "A 50 37.5", "D 10 7.5"]);
        let undo = plan.apply(edit).unwrap();

        let weights =
            plan.objectives.iter().map(|objective| objective.weights[&year(2024)].value().normalize().to_string());
        // Of the 90 that count B has half; A and D share the rest 50 to 10; C is set aside and keeps its 10.
        assert_eq!(weights.collect::<Vec<_>>(), ["37.5", "45", "10", "7.5"]);
        let first = plan.objectives.at(0).unwrap();
        let standing = first.indicators.at(1).unwrap().cells.get(&year(2024)).unwrap().standing.clone().unwrap();
        assert_eq!((standing.status, standing.reason.as_str()), (Status::Suspended, "Pesi rivisti"));
        assert_eq!(first.indicators.at(0).unwrap().cells.get(&year(2024)).unwrap().judgement, None, "only supposed");
        assert_eq!(plan.revisions, [revision()]);
        plan.apply(undo).unwrap();
        assert_eq!(plan, before);
    }

    #[test]
    fn what_changes_nothing_is_no_revision() {
        let plan = a_plan();
        let mut trial = trial(&plan);
        assert_eq!(application(&plan, &trial.scenario(), Taking::Everything, "Pesi rivisti", revision()), None);
        trial.suppose(&Spot::Indicator("A".into(), "0".into()), Some(OtherCell::Met));
        assert_eq!(application(&plan, &trial.scenario(), Taking::Decisions, "Pesi rivisti", revision()), None);
        trial.set_weight(&Spot::Objective("A".into()), Some(Weight::whole(50)));
        assert_eq!(application(&plan, &trial.scenario(), Taking::Decisions, "Pesi rivisti", revision()), None);
    }

    #[test]
    fn an_objective_of_which_a_scenario_speaks_can_be_taken_out_and_brought_back() {
        use crate::plan::{Edit, ListEdit};
        let mut plan = a_plan();
        let mut trial = trial(&plan);
        trial.shift(&Spot::Objective("B".into()), percent("50"));
        let scenario = trial.scenario().into_owned();
        plan.apply(Edit::Scenarios(ListEdit::Insert { at: 0, item: scenario.clone().into() })).unwrap();
        let with_figure = told(trial.figure());
        let undo = plan.apply(Edit::Objectives(ListEdit::Remove { id: "B".into() })).unwrap();
        assert_eq!(plan.check_references(), Ok(()));
        let without = super::super::Trial::new(&plan, &official(&plan), scenario.clone()).unwrap();
        assert_eq!(without.objectives().ids().map(|id| id.as_str()).collect::<Vec<_>>(), ["A", "D"]);
        plan.apply(undo).unwrap();
        let again = super::super::Trial::new(&plan, &official(&plan), scenario).unwrap();
        assert_eq!(told(again.figure()), with_figure);
    }
}
