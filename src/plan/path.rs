//! Names the place that an edit changes, in the words of the file: `objectives/A/indicators/A.1/cells/2024/result`.

use super::{Edit, IndicatorEdit, Item, ListEdit, ObjectiveEdit, PartEdit, ScenarioEdit};

impl Edit {
    /// Returns the path of the place that the edit changes: names of fields as the file writes them, and the ids of records,
    /// in which `~1` stands for a slash and `~0` for `~`.
    ///
    /// A record put in or taken out is its own place, its place among the others ends in `order`. Of several edits, what
    /// their paths have in common, with `*` for what tells them apart (`objectives/*/weights/2024`); those that part only at
    /// the end are named by the first. Nothing to change has no path.
    pub fn path(&self) -> String {
        self.steps().join("/")
    }

    fn steps(&self) -> Vec<String> {
        match self {
            Self::Plan(field) => vec![field.name().into()],
            Self::Goals(edit) => record("goals", edit),
            Self::Goal { goal, field } => vec!["goals".into(), step(goal), field.name().into()],
            Self::Units(edit) => record("units", edit),
            Self::Unit { unit, field } => vec!["units".into(), step(unit), field.name().into()],
            Self::Sections(edit) => record("sections", edit),
            Self::Section { section, field } => vec!["sections".into(), step(section), field.name().into()],
            Self::Objectives(edit) => record("objectives", edit),
            Self::Objective { objective, edit } => below("objectives", objective, within_objective(edit)),
            Self::Scenarios(edit) => record("scenarios", edit),
            Self::Scenario { scenario, edit: ScenarioEdit::Field(field) } => {
                below("scenarios", scenario, vec![field.name().into()])
            }
            Self::Scenario { scenario, edit: ScenarioEdit::Objective { objective, .. } } => {
                below("scenarios", scenario, vec!["objectives".into(), step(objective)])
            }
            Self::Conflicts(edit) => record("conflicts", edit),
            Self::Several(edits) => edits.iter().map(Self::steps).reduce(in_common).unwrap_or_default(),
        }
    }
}

fn within_objective(edit: &ObjectiveEdit) -> Vec<String> {
    match edit {
        ObjectiveEdit::Field(field) => vec![field.name().into()],
        ObjectiveEdit::Weight { year, .. } => vec!["weights".into(), step(year)],
        ObjectiveEdit::Actions(edit) => record("actions", edit),
        ObjectiveEdit::Action { action, field } => vec!["actions".into(), step(action), field.name().into()],
        ObjectiveEdit::Indicators(edit) => record("indicators", edit),
        ObjectiveEdit::Indicator { indicator, edit } => below("indicators", indicator, within_indicator(edit)),
    }
}

fn within_indicator(edit: &IndicatorEdit) -> Vec<String> {
    match edit {
        IndicatorEdit::Field(field) => vec![field.name().into()],
        IndicatorEdit::Cell { year, field } => below("cells", year, vec![field.name().into()]),
        IndicatorEdit::Parts(edit) => record("parts", edit),
        IndicatorEdit::Part { part, edit: PartEdit::Field(field) } => below("parts", part, vec![field.name().into()]),
        IndicatorEdit::Part { part, edit: PartEdit::Cell { year, field } } => {
            below("parts", part, below("cells", year, vec![field.name().into()]))
        }
    }
}

fn record<T: Item>(list: &str, edit: &ListEdit<T>) -> Vec<String> {
    match edit {
        ListEdit::Insert { item, .. } => vec![list.into(), step(item.id())],
        ListEdit::Remove { id } => vec![list.into(), step(id)],
        ListEdit::Move { id, .. } => vec![list.into(), step(id), "order".into()],
    }
}

fn below(list: &str, id: &impl ToString, mut rest: Vec<String>) -> Vec<String> {
    rest.splice(0..0, [list.into(), step(id)]);
    rest
}

/// Writes an id as one step of a path, whatever signs it holds (RFC 6901).
fn step(id: &impl ToString) -> String {
    id.to_string().replace('~', "~0").replace('/', "~1")
}

fn in_common(one: Vec<String>, other: Vec<String>) -> Vec<String> {
    let last = one.len().saturating_sub(1);
    let steps = one.into_iter().zip(other).enumerate();
    steps.map(|(at, (one, other))| if one == other || at == last { one } else { "*".into() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{CellField, IndicatorField, ObjectiveField, Unit, Year};

    fn objective(id: &str, edit: ObjectiveEdit) -> Edit {
        Edit::Objective { objective: id.into(), edit }
    }

    fn indicator(id: &str, edit: IndicatorEdit) -> Edit {
        objective("A", ObjectiveEdit::Indicator { indicator: id.into(), edit })
    }

    #[test]
    fn a_place_is_named_as_in_the_file() {
        let year = Year::new(2024).unwrap();
        let cell = |field| indicator("1", IndicatorEdit::Cell { year, field });
        let weight = |id: &str| objective(id, ObjectiveEdit::Weight { year, weight: None });
        let shift = |id: &str| Edit::Units(ListEdit::Move { id: id.into(), to: 0 });
        for (edit, path) in [
            (Edit::Units(ListEdit::Remove { id: "u".into() }), "units/u"),
            (Edit::Units(ListEdit::Remove { id: "a/b~c".into() }), "units/a~1b~0c"),
            (Edit::Units(ListEdit::Insert { at: 3, item: Unit::new("u".into()).into() }), "units/u"),
            (
                objective("A", ObjectiveEdit::Field(ObjectiveField::SituationCurrent("x".into()))),
                "objectives/A/situation.current",
            ),
            (cell(CellField::Result("3".into())), "objectives/A/indicators/1/cells/2024/result"),
            (indicator("1", IndicatorEdit::Field(IndicatorField::Weight(None))), "objectives/A/indicators/1/weight"),
            (weight("A"), "objectives/A/weights/2024"),
            (Edit::Several(vec![weight("A"), weight("B")]), "objectives/*/weights/2024"),
            (Edit::Several(vec![shift("u"), shift("v")]), "units/*/order"),
            (
                Edit::Several(vec![cell(CellField::Target("3".into())), cell(CellField::TargetReading(None))]),
                "objectives/A/indicators/1/cells/2024/target",
            ),
            (Edit::Several(Vec::new()), ""),
        ] {
            assert_eq!(edit.path(), path);
        }
    }
}
