//! Keeps every pointer of a merged plan leading somewhere: what one side removed and the other still points at stays.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::engine::{Engine, Members};
use super::fields::Listed;
use super::value::Versions;
use crate::plan::{
    Action, Dispute, Edit, Goal, GoalField, GoalId, Indicator, List, ListEdit, Objective, ObjectiveEdit, Plan, Unit,
};

/// Keeps the goals and offices that merged records point at, and the goals a tree.
pub(super) fn lead_somewhere(
    engine: &mut Engine<'_>,
    plans: Versions<'_, Plan>,
    goals: &mut Members<Goal>,
    units: &mut Members<Unit>,
    objectives: &Members<Objective>,
) {
    for objective in objectives.values() {
        let of_indicators = objective.indicators.iter().flat_map(|indicator| &indicator.units);
        for unit in objective.units.iter().chain(of_indicators) {
            keep(engine, plans.map(|plan| &plan.units), units, unit, Edit::Units);
        }
        for goal in &objective.goals {
            keep(engine, plans.map(|plan| &plan.goals), goals, goal, Edit::Goals);
        }
    }
    // Straightening a circle brings back a parent of ours that theirs may have removed; that one has a parent too.
    loop {
        let parents: BTreeSet<GoalId> = goals.values().filter_map(|goal| goal.parent.clone()).collect();
        let before = goals.len();
        for parent in &parents {
            keep(engine, plans.map(|plan| &plan.goals), goals, parent, Edit::Goals);
        }
        if goals.len() == before && !straighten(engine, plans, goals) {
            return;
        }
    }
}

/// Keeps the actions that merged indicators of the same objective measure.
pub(super) fn keep_actions(
    engine: &mut Engine<'_>,
    objectives: Versions<'_, Objective>,
    actions: &mut Members<Action>,
    indicators: &Members<Indicator>,
) {
    for action in indicators.values().filter_map(|indicator| indicator.action.as_ref()) {
        keep(engine, objectives.map(|objective| &objective.actions), actions, action, |edit| Edit::Objective {
            objective: objectives.ours.id.clone(),
            edit: ObjectiveEdit::Actions(edit),
        });
    }
}

/// Keeps a record that something points at, though one side removed it.
fn keep<T: Listed>(
    engine: &mut Engine<'_>,
    lists: Versions<'_, List<T>>,
    members: &mut Members<T>,
    id: &T::Id,
    at: impl Fn(ListEdit<T>) -> Edit,
) {
    if members.contains_key(id) {
        return;
    }
    let version = |list: &List<T>| match list.get(id) {
        Some(item) => at(ListEdit::Insert { at: list.place(id).unwrap_or_default(), item: Arc::clone(item) }),
        None => at(ListEdit::Remove { id: id.clone() }),
    };
    // Whichever side points at it has it.
    let Some(item) = lists.ours.get(id).or_else(|| lists.theirs.get(id)) else { return };
    let base = lists.base.filter(|base| base.contains(id)).map(version);
    engine.dispute(Dispute::StillInUse, base, version(lists.ours), version(lists.theirs));
    members.insert(id.clone(), Arc::clone(item));
}

/// Finds goals that would stand below themselves and gives one of them the parent it has in ours; says whether there was
/// one. Ours is a tree, so in each circle some goal got its parent from theirs.
fn straighten(engine: &mut Engine<'_>, plans: Versions<'_, Plan>, goals: &mut Members<Goal>) -> bool {
    let was = |id: &GoalId| plans.ours.goals.get(id).map(|goal| goal.parent.clone());
    let moved = goals.values().find_map(|goal| {
        let ours = was(&goal.id)?;
        (ours != goal.parent && is_circle(goals, &goal.id)).then(|| (goal.id.clone(), goal.parent.clone(), ours))
    });
    let Some((id, theirs, ours)) = moved else { return false };
    let edit = |parent| Edit::Goal { goal: id.clone(), field: GoalField::Parent(parent) };
    let base = plans.base.and_then(|base| base.goals.get(&id)).map(|goal| edit(goal.parent.clone()));
    engine.dispute(Dispute::Circle, base, edit(ours.clone()), edit(theirs));
    if let Some(goal) = goals.get_mut(&id) {
        Arc::make_mut(goal).parent = ours;
    }
    true
}

/// Says whether a goal stands below itself.
fn is_circle(goals: &Members<Goal>, id: &GoalId) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = goals.get(id).and_then(|goal| goal.parent.as_ref());
    while let Some(above) = next {
        if above == id {
            return true;
        }
        if !seen.insert(above) {
            return false;
        }
        next = goals.get(above).and_then(|goal| goal.parent.as_ref());
    }
    false
}
