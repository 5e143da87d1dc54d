//! The plan, record by record.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::engine::{Engine, Members};
use super::fields::Listed;
use super::value::{Choice, Versions};
use super::{kpi, pointers};
use crate::plan::{
    Action, ActionField, Cell, CellField, Cells, Edit, Indicator, IndicatorEdit, IndicatorField, Item, List, ListEdit,
    Objective, ObjectiveEdit, Part, PartEdit, PartField, Plan, ScenarioEdit, Year,
};

/// Merges two plans; the conflicts that wait in them are left to the caller.
pub(super) fn plan(engine: &mut Engine<'_>, plans: Versions<'_, Plan>) -> Plan {
    let mut merged = engine.fields(plans, Edit::Plan);

    let units = plans.map(|plan| &plan.units);
    let mut kept_units = engine.members(units, Edit::Units, |engine, unit| {
        engine.fields(unit, |field| Edit::Unit { unit: unit.ours.id.clone(), field })
    });
    let goals = plans.map(|plan| &plan.goals);
    let mut kept_goals = engine.members(goals, Edit::Goals, |engine, goal| {
        engine.fields(goal, |field| Edit::Goal { goal: goal.ours.id.clone(), field })
    });
    let sections = plans.map(|plan| &plan.sections);
    let kept_sections = engine.members(sections, Edit::Sections, |engine, section| {
        engine.fields(section, |field| Edit::Section { section: section.ours.id.clone(), field })
    });
    let scenarios = plans.map(|plan| &plan.scenarios);
    let kept_scenarios = engine.members(scenarios, Edit::Scenarios, |engine, scenario| {
        let id = &scenario.ours.id;
        engine.fields(scenario, |field| Edit::Scenario { scenario: id.clone(), edit: ScenarioEdit::Field(field) })
    });
    let objectives = plans.map(|plan| &plan.objectives);
    let mut kept_objectives = engine.members(objectives, Edit::Objectives, objective);
    objective_weights(engine, objectives, &mut kept_objectives);
    pointers::lead_somewhere(engine, plans, &mut kept_goals, &mut kept_units, &kept_objectives);

    merged.units = engine.ordered(units, kept_units, Edit::Units);
    merged.goals = engine.ordered(goals, kept_goals, Edit::Goals);
    merged.sections = engine.ordered(sections, kept_sections, Edit::Sections);
    merged.scenarios = engine.ordered(scenarios, kept_scenarios, Edit::Scenarios);
    merged.objectives = engine.ordered(objectives, kept_objectives, Edit::Objectives);
    merged
}

/// Makes a list of records whose ids differ, as those of [`Members`] do.
pub(super) fn list<T: Item>(items: Vec<Arc<T>>) -> List<T> {
    List::try_from(items).unwrap_or_default()
}

fn objective(engine: &mut Engine<'_>, objectives: Versions<'_, Objective>) -> Objective {
    let at = |edit| Edit::Objective { objective: objectives.ours.id.clone(), edit };
    let mut merged = engine.fields(objectives, |field| at(ObjectiveEdit::Field(field)));

    let actions = objectives.map(|objective| &objective.actions);
    let of_actions = |edit| at(ObjectiveEdit::Actions(edit));
    let mut kept_actions = engine.members(actions, of_actions, |engine, action: Versions<'_, Action>| {
        let field = |field: ActionField| at(ObjectiveEdit::Action { action: action.ours.id.clone(), field });
        engine.fields(action, field)
    });
    let indicators = objectives.map(|objective| &objective.indicators);
    let of_indicators = |edit| at(ObjectiveEdit::Indicators(edit));
    let mut kept_indicators = engine.members(indicators, of_indicators, |engine, found: Versions<'_, Indicator>| {
        let of_one = |edit| at(ObjectiveEdit::Indicator { indicator: found.ours.id.clone(), edit });
        indicator(engine, found, of_one)
    });
    let taken = engine.weights(
        indicators,
        |indicator| indicator.weight,
        |id, weight| {
            let edit = IndicatorEdit::Field(IndicatorField::Weight(weight));
            at(ObjectiveEdit::Indicator { indicator: id.clone(), edit })
        },
    );
    for (id, weight) in taken {
        change(&mut kept_indicators, &id, |indicator| indicator.weight = weight);
    }
    pointers::keep_actions(engine, objectives, &mut kept_actions, &kept_indicators);

    merged.actions = engine.ordered(actions, kept_actions, of_actions);
    merged.indicators = engine.ordered(indicators, kept_indicators, of_indicators);
    merged
}

fn indicator(
    engine: &mut Engine<'_>,
    indicators: Versions<'_, Indicator>,
    at: impl Fn(IndicatorEdit) -> Edit,
) -> Indicator {
    let years = kpi::years_read(indicators);
    if years.is_empty() {
        return indicator_but_kpi(engine, indicators, at);
    }
    let promise = |version| kpi::promise(version, &years);
    let (base, ours, theirs) = (indicators.base.map(promise), promise(indicators.ours), promise(indicators.theirs));
    let all = Versions { base: base.as_ref(), ours: &ours, theirs: &theirs };
    let choice = engine.joint(all, &at);
    // The rest merges as if all agreed on it.
    let agreed = |version: &Indicator| {
        let mut version = version.clone();
        kpi::put(&mut version, &ours);
        version
    };
    let (base, other) = (indicators.base.map(agreed), agreed(indicators.theirs));
    let rest = Versions { base: base.as_ref(), ours: indicators.ours, theirs: &other };
    let mut merged = indicator_but_kpi(engine, rest, at);
    if choice == Choice::Theirs {
        kpi::put(&mut merged, &theirs);
    }
    merged
}

fn indicator_but_kpi(
    engine: &mut Engine<'_>,
    indicators: Versions<'_, Indicator>,
    at: impl Fn(IndicatorEdit) -> Edit,
) -> Indicator {
    let mut merged = engine.fields(indicators, |field| at(IndicatorEdit::Field(field)));
    merged.cells = cells(engine, indicators.map(|indicator| &indicator.cells), |year, field| {
        at(IndicatorEdit::Cell { year, field })
    });

    let parts = indicators.map(|indicator| &indicator.parts);
    let of_parts = |edit: ListEdit<Part>| at(IndicatorEdit::Parts(edit));
    let of_part = |part: &Part, edit| at(IndicatorEdit::Part { part: part.id.clone(), edit });
    let mut kept = engine.members(parts, of_parts, |engine, part: Versions<'_, Part>| {
        let mut merged = engine.fields(part, |field| of_part(part.ours, PartEdit::Field(field)));
        merged.cells = cells(engine, part.map(|part| &part.cells), |year, field| {
            of_part(part.ours, PartEdit::Cell { year, field })
        });
        merged
    });
    let taken = engine.weights(
        parts,
        |part| part.weight,
        |id, weight| at(IndicatorEdit::Part { part: id.clone(), edit: PartEdit::Field(PartField::Weight(weight)) }),
    );
    for (id, weight) in taken {
        change(&mut kept, &id, |part| part.weight = weight);
    }
    merged.parts = engine.ordered(parts, kept, of_parts);
    merged
}

fn cells(engine: &mut Engine<'_>, cells: Versions<'_, Cells>, at: impl Fn(Year, CellField) -> Edit) -> Cells {
    let mut merged = cells.ours.clone();
    if cells.ours == cells.theirs {
        return merged;
    }
    let nothing = Cell::default();
    for year in cells.ours.keys().chain(cells.theirs.keys()).copied().collect::<BTreeSet<Year>>() {
        let cell = cells.map(|cells| cells.get(&year).unwrap_or(&nothing));
        let cell = engine.fields(cell, |field| at(year, field));
        merged.remove(&year);
        if !cell.is_blank() {
            merged.insert(year, cell);
        }
    }
    merged
}

/// Merges the shares of the plan, a group for each year.
fn objective_weights(
    engine: &mut Engine<'_>,
    objectives: Versions<'_, List<Objective>>,
    kept: &mut Members<Objective>,
) {
    let years = |list: &List<Objective>| -> Vec<Year> {
        list.iter().flat_map(|objective| objective.weights.keys().copied()).collect()
    };
    let years: BTreeSet<Year> = years(objectives.ours).into_iter().chain(years(objectives.theirs)).collect();
    for year in years {
        let taken = engine.weights(
            objectives,
            |objective| objective.weights.get(&year).copied(),
            |id, weight| Edit::Objective { objective: id.clone(), edit: ObjectiveEdit::Weight { year, weight } },
        );
        for (id, weight) in taken {
            change(kept, &id, |objective| {
                match weight {
                    Some(weight) => objective.weights.insert(year, weight),
                    None => objective.weights.remove(&year),
                };
            });
        }
    }
}

fn change<T: Listed>(members: &mut Members<T>, id: &T::Id, change: impl FnOnce(&mut T)) {
    if let Some(item) = members.get_mut(id) {
        change(Arc::make_mut(item));
    }
}
