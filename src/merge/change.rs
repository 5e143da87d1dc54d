//! One change that came in: what stands now, what stood before, and whether it is taken.
//!
//! What a person refuses stays out with all that merges as one value with it, for half of it would say what neither side
//! said. It is forgotten as soon as the merge is made: the same file opened again asks again.

use crate::plan::{
    CellField, Cells, Edit, GoalField, IndicatorEdit, IndicatorField, ListEdit, ObjectiveEdit, PartEdit, PartField,
    Plan, Year,
};

/// A change of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What came in, a single edit.
    pub edit: Edit,
    /// The edit that brings back what stood there.
    pub undo: Edit,
    /// The name of the value to which it belongs: changes of the same name are taken or refused together.
    pub value: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What becomes of a change that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is taken.
    Taken,
    /// A person refused it: what stood there stays.
    Refused,
    /// It stays out because it points at something that was refused.
    Bound,
}

/// Returns the name of the value to which a single edit belongs, in the words of its path, `*` standing for all siblings.
pub(super) fn value_of(edit: &Edit, ours: &Plan, theirs: &Plan) -> String {
    let own = edit.path();
    // A record that comes or goes has its place in the list, and a goal its parent, along with it.
    if let Some(record) = own.strip_suffix("/order") {
        return record.to_owned();
    }
    match edit {
        Edit::Goal { goal, field: GoalField::Parent(_) }
            if !(ours.goals.contains(goal) && theirs.goals.contains(goal)) =>
        {
            Edit::Goals(ListEdit::Remove { id: goal.clone() }).path()
        }
        Edit::Objective { edit: ObjectiveEdit::Weight { year, .. }, .. } => format!("objectives/*/weights/{year}"),
        Edit::Objective { objective, edit: ObjectiveEdit::Indicator { indicator, edit } } => match edit {
            IndicatorEdit::Field(IndicatorField::Weight(_)) => siblings(&own, 2),
            IndicatorEdit::Part { edit: PartEdit::Field(PartField::Weight(_)), .. } => siblings(&own, 2),
            IndicatorEdit::Cell { year, field } => {
                let cells = |plan: &Plan| -> Option<Cells> {
                    Some(plan.objectives.get(objective)?.indicators.get(indicator)?.cells.clone())
                };
                let reads_kpi = matches!(field, CellField::TargetReading(_))
                    && [ours, theirs].into_iter().all(|plan| has_no_words(cells(plan), *year));
                if reads_kpi { format!("{}/kpi", above(&own, 3)) } else { of_cell(own, field) }
            }
            IndicatorEdit::Part { edit: PartEdit::Cell { field, .. }, .. } => of_cell(own, field),
            _ => own,
        },
        _ => own,
    }
}

fn of_cell(own: String, field: &CellField) -> String {
    let name = match field {
        CellField::TargetReading(_) | CellField::EarlierTargets(_) => "target",
        CellField::ResultReading(_) => "result",
        _ => return own,
    };
    format!("{}/{name}", above(&own, 1))
}

/// Says whether a year has no target of its own, so that a reading chosen there reads the KPI.
fn has_no_words(cells: Option<Cells>, year: Year) -> bool {
    cells.and_then(|cells| cells.get(&year).map(|cell| cell.target.is_empty())).unwrap_or(true)
}

/// Returns a path without its last steps.
fn above(path: &str, steps: usize) -> &str {
    (0..steps).fold(path, |path, _| path.rsplit_once('/').map_or(path, |(above, _)| above))
}

/// Returns the path of a field with `*` for the record it is in.
fn siblings(path: &str, steps: usize) -> String {
    let field = path.rsplit_once('/').map_or(path, |(_, field)| field);
    format!("{}/*/{field}", above(path, steps))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Cell, Indicator, Objective, Period, Weight};

    #[test]
    fn what_merges_as_one_value_has_one_name() {
        let year = Year::new(2024).unwrap();
        let plan = |target: &str| {
            let mut plan = Plan::new("p".into(), Period::new(year, year).unwrap());
            let mut indicator = Indicator::new("1".into());
            indicator.cells.insert(year, Cell { target: target.into(), ..Cell::default() });
            let mut objective = Objective::new("A".into());
            objective.indicators.push(indicator).unwrap();
            plan.objectives.push(objective).unwrap();
            plan
        };
        let objective = |edit| Edit::Objective { objective: "A".into(), edit };
        let indicator = |edit| objective(ObjectiveEdit::Indicator { indicator: "1".into(), edit });
        let part = |edit| indicator(IndicatorEdit::Part { part: "a".into(), edit });
        let cell = |field| indicator(IndicatorEdit::Cell { year, field });
        let parent = Edit::Goal { goal: "g".into(), field: GoalField::Parent(None) };
        for (edit, with_words, without) in [
            (cell(CellField::Target("2".into())), "objectives/A/indicators/1/cells/2024/target", None),
            (
                cell(CellField::TargetReading(None)),
                "objectives/A/indicators/1/cells/2024/target",
                Some("objectives/A/indicators/1/kpi"),
            ),
            (cell(CellField::EarlierTargets(Vec::new())), "objectives/A/indicators/1/cells/2024/target", None),
            (cell(CellField::Due(None)), "objectives/A/indicators/1/cells/2024/due", None),
            (cell(CellField::ResultReading(None)), "objectives/A/indicators/1/cells/2024/result", None),
            (
                part(PartEdit::Cell { year, field: CellField::TargetReading(None) }),
                "objectives/A/indicators/1/parts/a/cells/2024/target",
                None,
            ),
            (indicator(IndicatorEdit::Field(IndicatorField::Kpi("2".into()))), "objectives/A/indicators/1/kpi", None),
            (indicator(IndicatorEdit::Field(IndicatorField::Weight(None))), "objectives/A/indicators/*/weight", None),
            (part(PartEdit::Field(PartField::Weight(None))), "objectives/A/indicators/1/parts/*/weight", None),
            (
                objective(ObjectiveEdit::Weight { year, weight: Some(Weight::HUNDRED) }),
                "objectives/*/weights/2024",
                None,
            ),
            (
                objective(ObjectiveEdit::Indicators(ListEdit::Remove { id: "1".into() })),
                "objectives/A/indicators/1",
                None,
            ),
            (
                objective(ObjectiveEdit::Indicators(ListEdit::Move { id: "1".into(), to: 1 })),
                "objectives/A/indicators/1",
                None,
            ),
            (parent, "goals/g", None),
        ] {
            assert_eq!(value_of(&edit, &plan("2"), &plan("3")), with_words);
            assert_eq!(value_of(&edit, &plan(""), &plan("")), without.unwrap_or(with_words));
        }
    }
}
