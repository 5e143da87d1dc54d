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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
            | Edit::Scenarios(_)
            | Edit::Scenario { .. }
            | Edit::Conflicts(_) => false,
        }
    }

    /// Returns the plan as the offices get to see it: whole, but for evaluations unless they were asked for.
    ///
    /// The evaluations in a plan are its judgements (*valutazioni*), each with a reason and an author. Conflicts that wait
    /// to be settled and what-ifs always stay at home: they are the sender's drafts, and may hold a judgement.
    pub fn seen(&self, plan: &Plan) -> Plan {
        let mut seen = plan.clone();
        seen.conflicts = super::List::default();
        seen.scenarios = super::List::default();
        if self.evaluations == Evaluations::Included {
            return seen;
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Cell, Judgement, List, PartField, Percent, Period, Unit, Weight, Year};

    fn year() -> Year {
        Year::new(2024).unwrap()
    }

    /// Objective `A` of *sociale* with the indicators `own` and `lent`, which is *minori*'s; objective `B` of *minori*.
    fn plan() -> Plan {
        let mut plan = Plan::new("plan".into(), Period::new(year(), year()).unwrap());
        plan.units = List::try_from(vec![Unit::new("sociale".into()), Unit::new("minori".into())]).unwrap();
        for (id, unit) in [("A", "sociale"), ("B", "minori")] {
            let mut objective = Objective::new(id.into());
            objective.units = vec![unit.into()];
            objective.indicators =
                List::try_from(vec![Indicator::new("own".into()), Indicator::new("lent".into())]).unwrap();
            plan.objectives.push(objective).unwrap();
        }
        let lent = plan.objectives.get_mut(&"A".into()).unwrap().indicators.get_mut(&"lent".into()).unwrap();
        lent.units = vec!["minori".into()];
        plan
    }

    fn judged() -> Cell {
        let judgement = Judgement { percent: Percent::whole(80), reason: String::new(), author: "NdV".into() };
        Cell { judgement: Some(judgement), ..Cell::default() }
    }

    #[test]
    fn an_office_edits_what_it_answers_for_and_reads_the_rest() {
        use ObjectiveField::{Goals, Title, Units};
        let within = |objective: &str, edit| Edit::Objective { objective: objective.into(), edit };
        let field = |field| within("A", ObjectiveEdit::Field(field));
        let indicator = |objective: &str, id: &str, edit| {
            within(objective, ObjectiveEdit::Indicator { indicator: id.into(), edit })
        };
        let cell =
            |objective: &str, id: &str, field| indicator(objective, id, IndicatorEdit::Cell { year: year(), field });
        let result = || CellField::Result("3".into());
        let weight = |id: &str| indicator("A", id, IndicatorEdit::Field(IndicatorField::Weight(Some(Weight::HUNDRED))));
        let removal = |id: &str| within("A", ObjectiveEdit::Indicators(ListEdit::Remove { id: id.into() }));
        let part = PartEdit::Field(PartField::Code("a".into()));
        for (edit, sociale, minori) in [
            (cell("A", "own", result()), true, false),
            (cell("A", "lent", result()), false, true),
            (cell("B", "own", result()), false, true),
            (cell("A", "own", CellField::Judgement(None)), false, false),
            (indicator("A", "lent", IndicatorEdit::Part { part: "p".into(), edit: part }), false, true),
            (weight("own"), true, false),
            (weight("lent"), false, false),
            (indicator("A", "own", IndicatorEdit::Field(IndicatorField::Units(Vec::new()))), false, false),
            (removal("own"), true, false),
            (removal("lent"), false, false),
            (field(Title("x".into())), true, false),
            (field(Goals(Vec::new())), false, false),
            (field(Units(Vec::new())), false, false),
            (within("A", ObjectiveEdit::Weight { year: year(), weight: None }), false, false),
            (Edit::Objectives(ListEdit::Remove { id: "A".into() }), false, false),
            (Edit::Several(vec![field(Title("x".into())), cell("A", "own", result())]), true, false),
            (Edit::Several(vec![field(Title("x".into())), cell("B", "own", result())]), false, false),
        ] {
            let allows = |unit: &str| Scope::new(vec![unit.into()]).allows(&edit, &plan());
            assert_eq!((allows("sociale"), allows("minori")), (sociale, minori), "{}", edit.path());
            assert!(!Scope::new(Vec::new()).allows(&edit, &plan()));
        }
    }

    #[test]
    fn evaluations_stay_at_home_unless_somebody_asks() {
        let mut plan = plan();
        let objective = plan.objectives.get_mut(&"A".into()).unwrap();
        objective.indicators.get_mut(&"own".into()).unwrap().cells.insert(year(), judged());
        let mut scope = Scope::new(vec!["sociale".into()]);
        let seen = scope.seen(&plan);
        assert!(seen.objectives.at(0).unwrap().indicators.at(0).unwrap().cells.is_empty());
        let [before, after] = [&plan, &seen].map(|plan| plan.objectives.at(1).unwrap());
        assert!(std::sync::Arc::ptr_eq(before, after), "what holds no evaluation is not copied");
        scope.evaluations = Evaluations::Included;
        assert_eq!(scope.seen(&plan), plan);
    }
}
