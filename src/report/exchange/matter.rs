//! Whether a change touches what was planned, or only what is told about how it went.

use crate::plan::{CellField, Edit, IndicatorEdit, ListEdit, ObjectiveEdit, PartEdit};

/// What a change of a plan is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// What was foreseen: what is promised, by whom and by when, how it weighs, and what a person decided about it. Whoever
    /// changes it after the year began moves the post that the year is measured by.
    Foreseen,
    /// What was achieved and what is said about it. The order of a list stands here too: nobody promised it.
    Reported,
}

/// Returns what an edit is about; several are about what was foreseen as soon as one of them is.
pub fn matter(edit: &Edit) -> Matter {
    match edit {
        Edit::Objective { edit, .. } => within(edit),
        Edit::Goals(edit) => listed(edit),
        Edit::Units(edit) => listed(edit),
        Edit::Sections(edit) => listed(edit),
        Edit::Objectives(edit) => listed(edit),
        Edit::Scenarios(edit) => listed(edit),
        Edit::Several(edits) if edits.iter().all(|edit| matter(edit) == Matter::Reported) => Matter::Reported,
        // A conflict that comes or goes leaves every value where it stands.
        Edit::Conflicts(_) => Matter::Reported,
        Edit::Plan(_)
        | Edit::Goal { .. }
        | Edit::Unit { .. }
        | Edit::Section { .. }
        | Edit::Scenario { .. }
        | Edit::Several(_) => Matter::Foreseen,
    }
}

fn within(edit: &ObjectiveEdit) -> Matter {
    match edit {
        ObjectiveEdit::Actions(edit) => listed(edit),
        ObjectiveEdit::Indicators(edit) => listed(edit),
        ObjectiveEdit::Indicator { edit, .. } => match edit {
            IndicatorEdit::Parts(edit) => listed(edit),
            IndicatorEdit::Cell { field, .. } | IndicatorEdit::Part { edit: PartEdit::Cell { field, .. }, .. } => {
                of_cell(field)
            }
            IndicatorEdit::Field(_) | IndicatorEdit::Part { edit: PartEdit::Field(_), .. } => Matter::Foreseen,
        },
        ObjectiveEdit::Field(_) | ObjectiveEdit::Weight { .. } | ObjectiveEdit::Action { .. } => Matter::Foreseen,
    }
}

fn of_cell(field: &CellField) -> Matter {
    match field {
        CellField::Result(_)
        | CellField::ResultReading(_)
        | CellField::Checkpoints(_)
        | CellField::Deviation(_)
        | CellField::Evidence(_)
        | CellField::Note(_) => Matter::Reported,
        CellField::Target(_)
        | CellField::TargetReading(_)
        | CellField::EarlierTargets(_)
        | CellField::Due(_)
        | CellField::Standing(_)
        | CellField::Judgement(_) => Matter::Foreseen,
    }
}

fn listed<T>(edit: &ListEdit<T>) -> Matter
where
    T: crate::plan::Item,
{
    match edit {
        ListEdit::Insert { .. } | ListEdit::Remove { .. } => Matter::Foreseen,
        ListEdit::Move { .. } => Matter::Reported,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Indicator, IndicatorField, PartField, PlanField, Polarity, Weight, Year};

    #[test]
    fn what_was_promised_and_how_it_weighs_is_foreseen_and_what_is_told_of_it_is_not() {
        let year = Year::new(2024).unwrap();
        let objective = |edit| Edit::Objective { objective: "A".into(), edit };
        let indicator = |edit| objective(ObjectiveEdit::Indicator { indicator: "1".into(), edit });
        let cell = |field| indicator(IndicatorEdit::Cell { year, field });
        let part = |edit| indicator(IndicatorEdit::Part { part: "a".into(), edit });
        let foreseen = [
            cell(CellField::Target("Almeno il 20%".into())),
            cell(CellField::TargetReading(None)),
            cell(CellField::Due(None)),
            cell(CellField::Standing(None)),
            cell(CellField::Judgement(None)),
            indicator(IndicatorEdit::Field(IndicatorField::Kpi("20".into()))),
            indicator(IndicatorEdit::Field(IndicatorField::Polarity(Polarity::Falling))),
            indicator(IndicatorEdit::Field(IndicatorField::Baseline(None))),
            indicator(IndicatorEdit::Field(IndicatorField::Weight(None))),
            part(PartEdit::Cell { year, field: CellField::Target("2".into()) }),
            part(PartEdit::Field(PartField::Weight(None))),
            objective(ObjectiveEdit::Weight { year, weight: Some(Weight::HUNDRED) }),
            objective(ObjectiveEdit::Indicators(ListEdit::Remove { id: "1".into() })),
            objective(ObjectiveEdit::Indicators(ListEdit::Insert { at: 0, item: Indicator::new("2".into()).into() })),
            Edit::Plan(PlanField::Title("Piano".into())),
        ];
        let reported = [
            cell(CellField::Result("22%".into())),
            cell(CellField::ResultReading(None)),
            cell(CellField::Checkpoints(Vec::new())),
            cell(CellField::Deviation(None)),
            cell(CellField::Evidence("verbale".into())),
            cell(CellField::Note("in ritardo".into())),
            part(PartEdit::Cell { year, field: CellField::Result("2".into()) }),
            objective(ObjectiveEdit::Indicators(ListEdit::Move { id: "1".into(), to: 0 })),
        ];
        for edit in &foreseen {
            assert_eq!(matter(edit), Matter::Foreseen, "{edit:?}");
        }
        for edit in &reported {
            assert_eq!(matter(edit), Matter::Reported, "{edit:?}");
        }
        let [one, ..] = foreseen;
        assert_eq!(matter(&Edit::Several(reported.to_vec())), Matter::Reported);
        assert_eq!(matter(&Edit::Several([&reported[..], &[one]].concat())), Matter::Foreseen);
    }
}
