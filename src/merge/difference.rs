//! What makes one plan of another, as edits that apply one after another.
//!
//! Pointers set the order: what is pointed at comes in before whatever points at it and goes out after it. Goals change
//! parents by way of the root, so that no tree on the way is a circle.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::plan::{
    Cell, Cells, Conflict, Edit, Fields, Goal, GoalField, Indicator, IndicatorEdit, Item, List, ListEdit, Objective,
    ObjectiveEdit, ObjectiveField, Part, PartEdit, Plan, ScenarioEdit, Year,
};

/// Returns the edits that make `to` of `from`; none when they are the same. Both have the same id.
pub fn difference(from: &Plan, to: &Plan) -> Vec<Edit> {
    let mut edits = Vec::new();
    edits.extend(to.differing(from).into_iter().map(Edit::Plan));

    let mut leaving = records(&from.units, &to.units, Edit::Units, &mut edits, |unit, now, edits| {
        let fields = now.differing(unit).into_iter();
        edits.extend(fields.map(|field| Edit::Unit { unit: now.id.clone(), field }));
    });
    leaving.extend(goals(from, to, &mut edits));
    let gone = records(&from.sections, &to.sections, Edit::Sections, &mut edits, |section, now, edits| {
        let fields = now.differing(section).into_iter();
        edits.extend(fields.map(|field| Edit::Section { section: now.id.clone(), field }));
    });
    edits.extend(gone);
    let gone = records(&from.scenarios, &to.scenarios, Edit::Scenarios, &mut edits, |scenario, now, edits| {
        let fields = now.differing(scenario).into_iter().map(ScenarioEdit::Field);
        edits.extend(fields.map(|edit| Edit::Scenario { scenario: now.id.clone(), edit }));
    });
    edits.extend(gone);
    let gone = records(&from.objectives, &to.objectives, Edit::Objectives, &mut edits, objective);
    edits.extend(gone);
    edits.extend(leaving);
    edits.extend(conflicts(&from.conflicts, &to.conflicts));
    edits
}

/// Goals that come in, change and move; returns the edits that take out those that go.
fn goals(from: &Plan, to: &Plan, edits: &mut Vec<Edit>) -> Vec<Edit> {
    let parent = |goal: &Goal, parent| Edit::Goal { goal: goal.id.clone(), field: GoalField::Parent(parent) };
    let mut parents = Vec::new();
    for goal in from.goals.iter().filter(|goal| goal.parent.is_some()) {
        if to.goals.get(&goal.id).is_none_or(|now| now.parent != goal.parent) {
            edits.push(parent(goal, None));
        }
    }
    // Each comes in at the root, for its parent may come after it.
    let rootless = |goal: &Arc<Goal>| {
        let mut goal = Arc::clone(goal);
        if goal.parent.is_some() && !from.goals.contains(&goal.id) {
            Arc::make_mut(&mut goal).parent = None;
        }
        goal
    };
    let coming = List::try_from(to.goals.iter().map(rootless).collect::<Vec<_>>()).unwrap_or_default();
    let gone = records(&from.goals, &coming, Edit::Goals, edits, |goal, now, edits| {
        let fields = now.differing(goal).into_iter().filter(|field| !matches!(field, GoalField::Parent(_)));
        edits.extend(fields.map(|field| Edit::Goal { goal: now.id.clone(), field }));
    });
    for goal in to.goals.iter().filter(|goal| goal.parent.is_some()) {
        if from.goals.get(&goal.id).is_none_or(|was| was.parent != goal.parent) {
            parents.push(parent(goal, goal.parent.clone()));
        }
    }
    edits.extend(parents);
    gone
}

fn objective(from: &Objective, to: &Objective, edits: &mut Vec<Edit>) {
    let at = |edit| Edit::Objective { objective: to.id.clone(), edit };
    let fields = to.differing(from).into_iter().filter(|field| !matches!(field, ObjectiveField::Weights(_)));
    edits.extend(fields.map(|field| at(ObjectiveEdit::Field(field))));
    for year in from.weights.keys().chain(to.weights.keys()).copied().collect::<BTreeSet<Year>>() {
        if from.weights.get(&year) != to.weights.get(&year) {
            edits.push(at(ObjectiveEdit::Weight { year, weight: to.weights.get(&year).copied() }));
        }
    }
    let of_actions = |edit| at(ObjectiveEdit::Actions(edit));
    let leaving = records(&from.actions, &to.actions, of_actions, edits, |action, now, edits| {
        let fields = now.differing(action).into_iter();
        edits.extend(fields.map(|field| at(ObjectiveEdit::Action { action: now.id.clone(), field })));
    });
    let of_indicators = |edit| at(ObjectiveEdit::Indicators(edit));
    let gone = records(&from.indicators, &to.indicators, of_indicators, edits, |was, now, edits| {
        indicator(was, now, |edit| at(ObjectiveEdit::Indicator { indicator: now.id.clone(), edit }), edits);
    });
    edits.extend(gone.into_iter().chain(leaving));
}

fn indicator(from: &Indicator, to: &Indicator, at: impl Fn(IndicatorEdit) -> Edit, edits: &mut Vec<Edit>) {
    edits.extend(to.differing(from).into_iter().map(|field| at(IndicatorEdit::Field(field))));
    cells(&from.cells, &to.cells, |year, field| at(IndicatorEdit::Cell { year, field }), edits);
    let gone = records(
        &from.parts,
        &to.parts,
        |edit| at(IndicatorEdit::Parts(edit)),
        edits,
        |was, now, edits| {
            let at = |edit| at(IndicatorEdit::Part { part: now.id.clone(), edit });
            part(was, now, at, edits);
        },
    );
    edits.extend(gone);
}

fn part(from: &Part, to: &Part, at: impl Fn(PartEdit) -> Edit, edits: &mut Vec<Edit>) {
    edits.extend(to.differing(from).into_iter().map(|field| at(PartEdit::Field(field))));
    cells(&from.cells, &to.cells, |year, field| at(PartEdit::Cell { year, field }), edits);
}

fn cells<F>(from: &Cells, to: &Cells, at: F, edits: &mut Vec<Edit>)
where
    F: Fn(Year, <Cell as Fields>::Field) -> Edit,
{
    let nothing = Cell::default();
    for year in from.keys().chain(to.keys()).copied().collect::<BTreeSet<Year>>() {
        let (was, now) = (from.get(&year).unwrap_or(&nothing), to.get(&year).unwrap_or(&nothing));
        edits.extend(now.differing(was).into_iter().map(|field| at(year, field)));
    }
}

/// A conflict never changes: it comes and goes whole.
fn conflicts(from: &List<Conflict>, to: &List<Conflict>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let stays = |conflict: &Arc<Conflict>, list: &List<Conflict>| list.get(&conflict.id) == Some(conflict);
    for conflict in from.iter().filter(|conflict| !stays(conflict, to)) {
        edits.push(Edit::Conflicts(ListEdit::Remove { id: conflict.id.clone() }));
    }
    for (at, conflict) in to.iter().enumerate().filter(|(_, conflict)| !stays(conflict, from)) {
        edits.push(Edit::Conflicts(ListEdit::Insert { at, item: Arc::clone(conflict) }));
    }
    edits
}

/// Adds the edits that bring in, change and order the records of a list, and returns those that take records out. Until
/// these are made, what is to go stands behind all the rest.
fn records<T: Item + PartialEq>(
    from: &List<T>,
    to: &List<T>,
    at: impl Fn(ListEdit<T>) -> Edit,
    edits: &mut Vec<Edit>,
    mut change: impl FnMut(&T, &T, &mut Vec<Edit>),
) -> Vec<Edit> {
    let is_going = |item: &&Arc<T>| !to.contains(item.id());
    let going: Vec<T::Id> = from.iter().filter(is_going).map(|item| item.id().clone()).collect();
    // Those that are last already need not move to the end.
    let last = from.iter().rev().take_while(is_going).count();
    for id in going.iter().take(going.len().saturating_sub(last)) {
        edits.push(at(ListEdit::Move { id: id.clone(), to: from.len() }));
    }
    let mut order: Vec<T::Id> = from.iter().map(|item| item.id()).filter(|id| to.contains(id)).cloned().collect();
    for (place, item) in to.iter().enumerate() {
        if from.contains(item.id()) {
            continue;
        }
        edits.push(at(ListEdit::Insert { at: place.min(order.len()), item: Arc::clone(item) }));
        order.insert(place.min(order.len()), item.id().clone());
    }
    edits.extend(moves(order, to).into_iter().map(|(id, to)| at(ListEdit::Move { id, to })));
    for item in to.iter() {
        if let Some(was) = from.get(item.id()).filter(|was| !Arc::ptr_eq(was, item) && *was != item) {
            change(was, item, edits);
        }
    }
    going.into_iter().map(|id| at(ListEdit::Remove { id })).collect()
}

/// Returns the moves that bring ids into the order of a list with the same ids.
fn moves<T: Item>(mut order: Vec<T::Id>, to: &List<T>) -> Vec<(T::Id, usize)> {
    let mut moves = Vec::new();
    for (place, item) in to.iter().enumerate() {
        let id = item.id();
        if order.get(place) == Some(id) {
            continue;
        }
        // One that stands too early is moved behind the rest, rather than all the rest before it.
        if let Some(next) = place.checked_add(1)
            && order.get(next) == Some(id)
        {
            let early = order.remove(place);
            moves.push((early.clone(), order.len()));
            order.push(early);
            continue;
        }
        if let Some(found) = order.iter().position(|other| other == id) {
            order.remove(found);
            order.insert(place, id.clone());
            moves.push((id.clone(), place));
        }
    }
    moves
}
