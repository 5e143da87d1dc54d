//! Edits of words that others were read from.

use crate::plan::{CellField, Edit, Indicator, IndicatorEdit, IndicatorField, ObjectiveEdit, ObjectiveId};

/// Returns the edit that gives an indicator another KPI. Where the KPI is what a year promises, a reading that a person chose
/// for the old words goes with them: it says nothing about the new ones.
pub fn reword_kpi(objective: &ObjectiveId, indicator: &Indicator, words: &str) -> Edit {
    let edit = |edit| {
        let edit = ObjectiveEdit::Indicator { indicator: indicator.id.clone(), edit };
        Edit::Objective { objective: objective.clone(), edit }
    };
    let stale = indicator.cells.iter().filter(|(_, cell)| cell.target.is_empty() && cell.target_reading.is_some());
    let mut edits = vec![edit(IndicatorEdit::Field(IndicatorField::Kpi(words.into())))];
    edits.extend(
        stale.map(|(year, _)| edit(IndicatorEdit::Cell { year: *year, field: CellField::TargetReading(None) })),
    );
    match edits.pop() {
        Some(only) if edits.is_empty() => only,
        last => Edit::Several(edits.into_iter().chain(last).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Year;
    use crate::report::fixture::plan;
    use crate::target::Target;

    #[test]
    fn a_reading_chosen_for_the_old_kpi_goes_with_it_and_one_chosen_for_a_target_stays() {
        let mut plan = plan();
        let objective = plan.objectives.iter().next().unwrap().id.clone();
        let indicator = |plan: &crate::plan::Plan| {
            plan.objectives.get(&objective).unwrap().indicators.iter().next().unwrap().clone()
        };
        let id = indicator(&plan).id.clone();
        let (promised, worded) = (Year::new(2030).unwrap(), Year::new(2031).unwrap());
        let cell = |year, field| Edit::Objective {
            objective: objective.clone(),
            edit: ObjectiveEdit::Indicator { indicator: id.clone(), edit: IndicatorEdit::Cell { year, field } },
        };
        for edit in [
            cell(promised, CellField::TargetReading(Some(Target::Yes))),
            cell(worded, CellField::Target("almeno 3".into())),
            cell(worded, CellField::TargetReading(Some(Target::Yes))),
        ] {
            plan.apply(edit).unwrap();
        }
        let before = plan.clone();
        let undo = plan.apply(reword_kpi(&objective, &indicator(&before), "almeno 60%")).unwrap();
        assert_eq!(indicator(&plan).kpi.words(), "almeno 60%");
        let chosen = |year| indicator(&plan).cells.get(&year).and_then(|cell| cell.target_reading.clone());
        assert_eq!((chosen(promised), chosen(worded)), (None, Some(Target::Yes)));
        plan.apply(undo).unwrap();
        assert_eq!(plan, before, "one step back brings both");
    }
}
