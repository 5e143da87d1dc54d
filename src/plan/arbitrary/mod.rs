//! Plans and edits for the laws, drawn by `proptest`.
//!
//! A record is drawn as a handful of its own fields put one after another, so one strategy for each kind of field gives
//! both the records and the edits. Ids come from small pools: edits often hit, and often name what is not there.

mod field;
mod value;

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::Arc;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use field::*;
use value::*;

/// Draws a well-formed plan of a few objectives.
pub(crate) fn plans() -> impl Strategy<Value = Plan> {
    (
        periods(),
        vec(plan_fields(), 0..4),
        vec(goals(), 0..4),
        vec(units(), 0..4),
        vec(objectives(), 0..6),
        vec(sections(), 0..2),
        vec(scenarios(), 0..3),
        vec(conflicts(), 0..2),
    )
        .prop_map(|(period, fields, goals, units, objectives, sections, scenarios, conflicts)| {
            let mut plan = Plan::new("p".into(), period);
            for field in fields {
                plan.put(field);
            }
            let puts = (goals.into_iter().map(|item| Edit::Goals(last(item))))
                .chain(units.into_iter().map(|item| Edit::Units(last(item))))
                .chain(sections.into_iter().map(|item| Edit::Sections(last(item))))
                .chain(objectives.into_iter().map(|item| Edit::Objectives(last(item))))
                .chain(scenarios.into_iter().map(|item| Edit::Scenarios(last(item))))
                .chain(conflicts.into_iter().map(|item| Edit::Conflicts(last(item))));
            for edit in puts {
                // What would not be well formed is left out.
                let _ = plan.apply(led_somewhere(&plan, edit));
            }
            plan
        })
}

/// Draws an edit, single or several at once; many do not apply to a given plan.
pub(crate) fn edits() -> BoxedStrategy<Edit> {
    prop_oneof![
        12 => single_edits(),
        3 => vec(single_edits(), 0..4).prop_map(Edit::Several),
        1 => list_edits(conflicts(), ids("c")).prop_map(Edit::Conflicts),
    ]
    .boxed()
}

/// Draws a cell in which something is written.
pub(crate) fn cells() -> impl Strategy<Value = Cell> {
    vec(cell_fields(), 1..5)
        .prop_map(|fields| put_all(Cell::default(), Cell::put, fields))
        .prop_filter("blank", |cell| !cell.is_blank())
}

/// Draws an edit of the plan itself, not of its waiting conflicts, for these hold edits themselves.
fn single_edits() -> BoxedStrategy<Edit> {
    prop_oneof![
        2 => plan_fields().prop_map(Edit::Plan),
        1 => list_edits(goals(), goal_ids()).prop_map(Edit::Goals),
        1 => (goal_ids(), goal_fields()).prop_map(|(goal, field)| Edit::Goal { goal, field }),
        1 => list_edits(units(), unit_ids()).prop_map(Edit::Units),
        1 => (unit_ids(), unit_fields()).prop_map(|(unit, field)| Edit::Unit { unit, field }),
        1 => list_edits(sections(), ids("s")).prop_map(Edit::Sections),
        1 => (ids("s"), section_fields()).prop_map(|(section, field)| Edit::Section { section, field }),
        1 => list_edits(scenarios(), ids("c")).prop_map(Edit::Scenarios),
        2 => (ids("c"), scenario_edits()).prop_map(|(scenario, edit)| Edit::Scenario { scenario, edit }),
        2 => list_edits(objectives(), ids("o")).prop_map(Edit::Objectives),
        9 => (ids("o"), objective_edits()).prop_map(|(objective, edit)| Edit::Objective { objective, edit }),
    ]
    .boxed()
}

/// Draws a conflict between edits of any places: a plan takes what a file says of them.
fn conflicts() -> BoxedStrategy<Conflict> {
    let disputes = select(vec![Dispute::BothChanged, Dispute::RemovedAndChanged, Dispute::NoBase]);
    let versions =
        (single_edits(), texts(), option::of(dates())).prop_map(|(edit, by, on)| Version { edit, by, on }).boxed();
    (ids("c"), disputes, option::of(single_edits()), versions.clone(), versions)
        .prop_map(|(id, dispute, base, ours, theirs)| Conflict { id, dispute, base, ours, theirs })
        .boxed()
}

fn scenario_edits() -> impl Strategy<Value = ScenarioEdit> {
    prop_oneof![
        scenario_fields().prop_map(ScenarioEdit::Field),
        (ids("o"), other_objectives()).prop_map(|(objective, other)| ScenarioEdit::Objective { objective, other }),
    ]
}

fn objective_edits() -> BoxedStrategy<ObjectiveEdit> {
    let shares = (years(), option::of(weights())).prop_map(|(year, weight)| ObjectiveEdit::Weight { year, weight });
    prop_oneof![
        2 => objective_fields().prop_map(ObjectiveEdit::Field),
        1 => shares,
        1 => list_edits(actions(), ids("a")).prop_map(ObjectiveEdit::Actions),
        1 => (ids("a"), action_fields()).prop_map(|(action, field)| ObjectiveEdit::Action { action, field }),
        1 => list_edits(indicators(), ids("i")).prop_map(ObjectiveEdit::Indicators),
        4 => (ids("i"), indicator_edits())
            .prop_map(|(indicator, edit)| ObjectiveEdit::Indicator { indicator, edit }),
    ]
    .boxed()
}

fn indicator_edits() -> BoxedStrategy<IndicatorEdit> {
    let part_edits = prop_oneof![
        part_fields().prop_map(PartEdit::Field),
        (years(), cell_fields()).prop_map(|(year, field)| PartEdit::Cell { year, field }),
    ];
    prop_oneof![
        1 => indicator_fields().prop_map(IndicatorEdit::Field),
        3 => (years(), cell_fields()).prop_map(|(year, field)| IndicatorEdit::Cell { year, field }),
        1 => list_edits(parts(), ids("p")).prop_map(IndicatorEdit::Parts),
        1 => (ids("p"), part_edits).prop_map(|(part, edit)| IndicatorEdit::Part { part, edit }),
    ]
    .boxed()
}

fn list_edits<T>(
    items: impl Strategy<Value = T> + 'static,
    ids: impl Strategy<Value = T::Id> + Clone + 'static,
) -> BoxedStrategy<ListEdit<T>>
where
    T: Item<Id: Debug> + Debug + 'static,
{
    prop_oneof![
        (0..5_usize, items).prop_map(|(at, item)| ListEdit::Insert { at, item: Arc::new(item) }),
        ids.clone().prop_map(|id| ListEdit::Remove { id }),
        (ids, 0..5_usize).prop_map(|(id, to)| ListEdit::Move { id, to }),
    ]
    .boxed()
}

// Records: an empty one, then some of its fields.

fn objectives() -> impl Strategy<Value = Objective> {
    (ids("o"), vec(objective_fields(), 0..5), vec(actions(), 0..4), vec(indicators(), 0..4)).prop_map(
        |(id, fields, actions, indicators)| {
            let mut objective = put_all(Objective::new(id), Objective::put, fields);
            objective.actions = distinct(actions);
            objective.indicators = distinct(indicators);
            objective
        },
    )
}

fn indicators() -> impl Strategy<Value = Indicator> {
    (ids("i"), vec(indicator_fields(), 0..5), vec(parts(), 0..2), btree_map(years(), cells(), 0..3)).prop_map(
        |(id, fields, parts, cells)| {
            let mut indicator = put_all(Indicator::new(id), Indicator::put, fields);
            indicator.parts = distinct(parts);
            indicator.cells = cells.into();
            indicator
        },
    )
}

fn parts() -> impl Strategy<Value = Part> {
    (ids("p"), vec(part_fields(), 0..3), btree_map(years(), cells(), 0..2)).prop_map(|(id, fields, cells)| {
        let mut part = put_all(Part::new(id), Part::put, fields);
        part.cells = cells.into();
        part
    })
}

fn actions() -> impl Strategy<Value = Action> {
    (ids("a"), vec(action_fields(), 0..4)).prop_map(|(id, fields)| put_all(Action::new(id), Action::put, fields))
}

fn goals() -> impl Strategy<Value = Goal> {
    (goal_ids(), vec(goal_fields(), 0..4)).prop_map(|(id, fields)| put_all(Goal::new(id), Goal::put, fields))
}

fn units() -> impl Strategy<Value = Unit> {
    (unit_ids(), vec(unit_fields(), 0..3)).prop_map(|(id, fields)| put_all(Unit::new(id), Unit::put, fields))
}

fn sections() -> impl Strategy<Value = Section> {
    (ids("s"), vec(section_fields(), 0..3)).prop_map(|(id, fields)| put_all(Section::new(id), Section::put, fields))
}

pub(crate) fn scenarios() -> impl Strategy<Value = Scenario> {
    (ids("c"), vec(scenario_fields(), 0..4)).prop_map(|(id, fields)| put_all(Scenario::new(id), Scenario::put, fields))
}

// Ways to put strategies together.

/// Puts fields into a record, one after another.
fn put_all<T, F>(mut record: T, put: impl Fn(&mut T, F) -> F, fields: Vec<F>) -> T {
    for field in fields {
        put(&mut record, field);
    }
    record
}

/// Makes a list of the items whose id has not come before.
fn distinct<T: Item>(items: Vec<T>) -> List<T> {
    let mut list = List::default();
    for item in items {
        let _ = list.push(item);
    }
    list
}

fn last<T: Item>(item: T) -> ListEdit<T> {
    ListEdit::Insert { at: usize::MAX, item: Arc::new(item) }
}

/// Drops from a new goal or objective the pointers that would lead nowhere.
fn led_somewhere(plan: &Plan, edit: Edit) -> Edit {
    match edit {
        Edit::Goals(ListEdit::Insert { at, mut item }) => {
            let goal = Arc::make_mut(&mut item);
            goal.parent = goal.parent.take().filter(|parent| plan.goals.contains(parent));
            Edit::Goals(ListEdit::Insert { at, item })
        }
        Edit::Objectives(ListEdit::Insert { at, mut item }) => {
            let objective = Arc::make_mut(&mut item);
            objective.goals = once_each(&objective.goals, |goal| plan.goals.contains(goal));
            objective.units = once_each(&objective.units, |unit| plan.units.contains(unit));
            let ids: Vec<IndicatorId> = objective.indicators.iter().map(|indicator| indicator.id.clone()).collect();
            for id in ids {
                let Some(indicator) = objective.indicators.get_mut(&id) else { continue };
                indicator.units = once_each(&indicator.units, |unit| plan.units.contains(unit));
                indicator.action = indicator.action.take().filter(|action| objective.actions.contains(action));
            }
            Edit::Objectives(ListEdit::Insert { at, item })
        }
        other => other,
    }
}

fn once_each<I: Ord + Clone>(ids: &[I], known: impl Fn(&I) -> bool) -> Vec<I> {
    let kept: BTreeSet<I> = ids.iter().filter(|id| known(id)).cloned().collect();
    kept.into_iter().collect()
}
