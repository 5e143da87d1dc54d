//! What an office may change in the copy it was sent. It reads the whole plan and edits its own part.
//!
//! An office's part is what it answers for: its objectives with their actions and indicators, and single indicators of
//! other offices' objectives that were given to it. Not its to change are the objective's share of the plan, the goals it
//! serves and who answers for what, which belong to whoever writes the plan, and judgements: computing and judging are
//! done by two people (guidelines 2/2017 on the SMVP).

use serde::{Deserialize, Serialize};

use super::field::is_default;
use super::{
    CellField, Edit, Indicator, IndicatorEdit, IndicatorField, ListEdit, Objective, ObjectiveEdit, ObjectiveField,
    PartEdit, Plan, UnitId,
};

/// The offices for which a copy of the plan was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// The offices; with none, nothing may be edited.
    pub units: Vec<UnitId>,
    /// Whether evaluations by persons travel with the copy.
    #[serde(default, skip_serializing_if = "is_default")]
    pub evaluations: Evaluations,
}

/// Whether evaluations by persons travel with a copy of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Evaluations {
    /// They stay at home.
    #[default]
    LeftOut,
    /// Somebody asked for them.
    Included,
}

impl Scope {
    /// Returns the scope of some offices, without evaluations.
    pub fn new(units: Vec<UnitId>) -> Self {
        Self { units, evaluations: Evaluations::LeftOut }
    }

    /// Returns whether an edit of `plan` stays within what the offices may change. Several edits at once must all do.
    pub fn allows(&self, edit: &Edit, plan: &Plan) -> bool {
        match edit {
            Edit::Objective { objective, edit } => {
                plan.objectives.get(objective).is_some_and(|found| self.allows_within(edit, found))
            }
            Edit::Several(edits) => edits.iter().all(|edit| self.allows(edit, plan)),
            Edit::Plan(_)
            | Edit::Goals(_)
            | Edit::Goal { .. }
            | Edit::Units(_)
            | Edit::Unit { .. }
            | Edit::Sections(_)
            | Edit::Section { .. }
            | Edit::Objectives(_)
            | Edit::Conflicts(_) => false,
        }
    }

    /// Returns the plan as the offices get to see it: whole, but for evaluations unless they were asked for.
    ///
    /// The evaluations in a plan are its judgements (*valutazioni*), each with a reason and an author. Conflicts that wait
    /// to be settled stay at home too: they are the sender's business, and may hold a judgement.
    pub fn seen(&self, plan: &Plan) -> Plan {
        let mut seen = plan.clone();
        if self.evaluations == Evaluations::Included {
            return seen;
        }
        seen.conflicts = super::List::default();
        let judged =
            plan.objectives.iter().filter(|objective| objective.indicators.iter().any(|found| is_judged(found)));
        for id in judged.map(|objective| &objective.id) {
            let Some(objective) = seen.objectives.get_mut(id) else { continue };
            for indicator in objective.indicators.iter_mut() {
                leave_out_judgements(&mut indicator.cells);
                indicator.parts.iter_mut().for_each(|part| leave_out_judgements(&mut part.cells));
            }
        }
        seen
    }

    fn allows_within(&self, edit: &ObjectiveEdit, objective: &Objective) -> bool {
        let is_own = self.names_any(&objective.units);
        match edit {
            ObjectiveEdit::Field(field) => {
                use ObjectiveField::{Goals, Units, Weights};
                is_own && !matches!(field, Goals(_) | Units(_) | Weights(_))
            }
            ObjectiveEdit::Weight { .. } => false,
            ObjectiveEdit::Actions(_) | ObjectiveEdit::Action { .. } => is_own,
            ObjectiveEdit::Indicators(ListEdit::Remove { id }) => {
                is_own && objective.indicators.get(id).is_none_or(|found| self.owns(objective, found))
            }
            ObjectiveEdit::Indicators(_) => is_own,
            ObjectiveEdit::Indicator { indicator, edit } => match objective.indicators.get(indicator) {
                Some(found) => self.owns(objective, found) && may_change(edit, is_own),
                None => is_own,
            },
        }
    }

    fn owns(&self, objective: &Objective, indicator: &Indicator) -> bool {
        self.names_any(objective.units_of(indicator))
    }

    fn names_any(&self, units: &[UnitId]) -> bool {
        units.iter().any(|unit| self.units.contains(unit))
    }
}

/// Whether an office may make this change to an indicator it answers for. Its weight is shared out among the indicators of
/// the objective, by whoever answers for that.
fn may_change(edit: &IndicatorEdit, owns_objective: bool) -> bool {
    match edit {
        IndicatorEdit::Field(IndicatorField::Units(_)) => false,
        IndicatorEdit::Field(IndicatorField::Weight(_)) => owns_objective,
        IndicatorEdit::Cell { field, .. } | IndicatorEdit::Part { edit: PartEdit::Cell { field, .. }, .. } => {
            !matches!(field, CellField::Judgement(_))
        }
        IndicatorEdit::Field(_) | IndicatorEdit::Parts(_) | IndicatorEdit::Part { .. } => true,
    }
}

fn is_judged(indicator: &Indicator) -> bool {
    let of_parts = indicator.parts.iter().flat_map(|part| part.cells.values());
    indicator.cells.values().chain(of_parts).any(|cell| cell.judgement.is_some())
}

fn leave_out_judgements(cells: &mut super::Cells) {
    cells.retain(|_, cell| {
        cell.judgement = None;
        !cell.is_blank()
    });
}
