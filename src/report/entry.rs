//! The results that a year asks for: one entry for each cell into which somebody types.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::attainment::{Attainment, CellScore, Outcome, Span, score_indicator, score_part};
use crate::plan::{
    Cell, CellField, Edit, Indicator, IndicatorEdit, IndicatorId, Objective, ObjectiveEdit, ObjectiveId, Part,
    PartEdit, PartId, Percent, Plan, UnitId, Year,
};

/// Where a cell stands: an indicator in a year, or one of its parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CellPlace {
    /// In which objective.
    pub objective: ObjectiveId,
    /// In which indicator.
    pub indicator: IndicatorId,
    /// In which part of it; none: the indicator itself.
    pub part: Option<PartId>,
    /// In which year.
    pub year: Year,
}

/// One cell that asks for a result, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Which.
    pub place: CellPlace,
    /// What came of it; never [`Outcome::NotDue`].
    pub outcome: Outcome,
    /// What counts.
    pub score: Option<Percent>,
    /// Whether the promise was kept to the letter.
    pub met: Option<bool>,
    /// The last day a result is awaited by.
    pub awaited_by: Option<NaiveDate>,
}

/// The records around an entry while the plan is walked.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub objective: &'a Arc<Objective>,
    pub indicator: &'a Arc<Indicator>,
    pub part: Option<&'a Arc<Part>>,
}

impl CellPlace {
    /// Returns the objective.
    pub fn objective<'a>(&self, plan: &'a Plan) -> Option<&'a Arc<Objective>> {
        plan.objectives.get(&self.objective)
    }

    /// Returns the indicator.
    pub fn indicator<'a>(&self, plan: &'a Plan) -> Option<&'a Arc<Indicator>> {
        self.objective(plan)?.indicators.get(&self.indicator)
    }

    /// Returns the part; none where the cell is the indicator's own.
    pub fn part<'a>(&self, plan: &'a Plan) -> Option<&'a Arc<Part>> {
        self.indicator(plan)?.parts.get(self.part.as_ref()?)
    }

    /// Returns the cell; none while nothing is written in it.
    pub fn cell<'a>(&self, plan: &'a Plan) -> Option<&'a Cell> {
        match &self.part {
            Some(part) => self.indicator(plan)?.parts.get(part)?.cells.get(&self.year),
            None => self.indicator(plan)?.cells.get(&self.year),
        }
    }

    /// Returns the offices that answer for it.
    pub fn units<'a>(&self, plan: &'a Plan) -> &'a [UnitId] {
        let found = self.objective(plan).zip(self.indicator(plan));
        found.map_or(&[], |(objective, indicator)| objective.units_of(indicator))
    }

    /// Returns the edit that sets a field of the cell as it stands now. New words take a reading along that a person chose
    /// for the old ones: it says nothing about these.
    pub fn renew(&self, cell: &Cell, field: CellField) -> Edit {
        let stale = match field {
            CellField::Target(_) if cell.target_reading.is_some() => CellField::TargetReading(None),
            CellField::Result(_) if cell.result_reading.is_some() => CellField::ResultReading(None),
            _ => return self.edit(field),
        };
        Edit::Several(vec![self.edit(field), self.edit(stale)])
    }

    /// Returns the edit that sets a field of the cell.
    pub fn edit(&self, field: CellField) -> Edit {
        let year = self.year;
        let edit = match &self.part {
            Some(part) => IndicatorEdit::Part { part: part.clone(), edit: PartEdit::Cell { year, field } },
            None => IndicatorEdit::Cell { year, field },
        };
        let edit = ObjectiveEdit::Indicator { indicator: self.indicator.clone(), edit };
        Edit::Objective { objective: self.objective.clone(), edit }
    }
}

impl Around<'_> {
    /// Returns the offices that answer.
    pub fn units(&self) -> &[UnitId] {
        self.objective.units_of(self.indicator)
    }

    fn place(&self, year: Year) -> CellPlace {
        CellPlace {
            objective: self.objective.id.clone(),
            indicator: self.indicator.id.clone(),
            part: self.part.map(|part| part.id.clone()),
            year,
        }
    }
}

/// Walks the cells of a span that ask for a result, year by year, in the plan's order. Where parts are due they are
/// measured instead of their indicator, unless a person judged or set aside the whole.
pub(super) fn entries<'a>(
    plan: &'a Plan,
    attainment: &'a Attainment,
) -> impl Iterator<Item = (Around<'a>, Entry)> + use<'a> {
    let years: Vec<Year> = match attainment.span() {
        Span::Year(year) => vec![year],
        Span::Period => plan.period.years().collect(),
    };
    years.into_iter().flat_map(move |year| entries_of(plan, attainment, year))
}

/// Walks the cells of one year.
pub(super) fn entries_of<'a>(
    plan: &'a Plan,
    attainment: &'a Attainment,
    year: Year,
) -> impl Iterator<Item = (Around<'a>, Entry)> + use<'a> {
    let indicators = plan.objectives.iter().flat_map(move |objective| {
        let around = move |indicator| Around { objective, indicator, part: None };
        objective.indicators.iter().filter(move |indicator| indicator.is_due(year)).map(around)
    });
    indicators.flat_map(move |around| {
        let measured = measured_parts(around.indicator, year);
        let whole = measured.is_empty().then(|| of_indicator(plan, attainment, around, year)).flatten();
        let parts = measured.into_iter().filter_map(move |part| of_part(plan, attainment, around, part, year));
        whole.into_iter().chain(parts)
    })
}

fn measured_parts(indicator: &Indicator, year: Year) -> Vec<&Arc<Part>> {
    let is_decided = indicator.cells.get(&year).is_some_and(|cell| cell.judgement.is_some() || cell.standing.is_some());
    let is_due = |part: &&Arc<Part>| part.cells.get(&year).is_some_and(Cell::is_due);
    if is_decided { Vec::new() } else { indicator.parts.iter().filter(is_due).collect() }
}

fn of_indicator<'a>(
    plan: &Plan,
    attainment: &Attainment,
    around: Around<'a>,
    year: Year,
) -> Option<(Around<'a>, Entry)> {
    let known = (attainment.span() == Span::Year(year))
        .then(|| attainment.objective(&around.objective.id)?.indicator(&around.indicator.id))
        .flatten();
    let place = around.place(year);
    let entry = match known {
        Some(figure) => Entry {
            place,
            outcome: figure.outcome,
            score: figure.score,
            met: figure.met,
            awaited_by: figure.awaited_by,
        },
        None => scored(place, &score_indicator(around.indicator, year, &plan.policy, attainment.today())?),
    };
    Some((around, entry))
}

fn of_part<'a>(
    plan: &Plan,
    attainment: &Attainment,
    around: Around<'a>,
    part: &'a Arc<Part>,
    year: Year,
) -> Option<(Around<'a>, Entry)> {
    let around = Around { part: Some(part), ..around };
    let score = score_part(around.indicator, part, year, &plan.policy, attainment.today())?;
    Some((around, scored(around.place(year), &score)))
}

fn scored(place: CellPlace, score: &CellScore) -> Entry {
    let CellScore { outcome, score, met, awaited_by, .. } = *score;
    Entry { place, outcome, score, met, awaited_by }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Judgement;
    use crate::report::fixture::{day, plan, year};
    use crate::target::{Reading, Target};

    fn told(span: Span) -> Vec<String> {
        let plan = plan();
        let attainment = Attainment::of(&plan, span, day("2024-07-31"));
        entries(&plan, &attainment)
            .map(|(_, entry)| {
                let CellPlace { indicator, part, year, .. } = &entry.place;
                let part = part.as_ref().map(|part| format!("/{part}")).unwrap_or_default();
                format!("{year} {indicator}{part} {:?}", entry.outcome)
            })
            .collect()
    }

    #[test]
    fn new_words_leave_no_reading_chosen_for_the_old_ones() {
        let mut plan = plan();
        let place = CellPlace { objective: "A".into(), indicator: "A.1".into(), part: None, year: year(2024) };
        let cell = |plan: &Plan| place.cell(plan).unwrap().clone();
        for field in [CellField::ResultReading(Some(Reading::No)), CellField::TargetReading(Some(Target::Yes))] {
            plan.apply(place.edit(field)).unwrap();
        }
        let before = plan.clone();
        let undo = plan.apply(place.renew(&cell(&plan), CellField::Result("3".into()))).unwrap();
        assert_eq!((cell(&plan).result.words(), cell(&plan).result_reading), ("3", None));
        assert_eq!(cell(&plan).target_reading, Some(Target::Yes), "the other words are the same");
        plan.apply(undo).unwrap();
        assert_eq!(plan, before, "one step back brings both");
        plan.apply(place.renew(&cell(&plan), CellField::Target("4".into()))).unwrap();
        assert_eq!((cell(&plan).target.words(), cell(&plan).target_reading), ("4", None));
    }

    #[test]
    fn every_cell_of_the_year_that_asks_for_a_result_is_there() {
        assert_eq!(
            told(Span::Year(year(2024))),
            [
                "2024 A.1 Scored",
                "2024 A.2 Awaited { overdue: true }",
                "2024 A.3/a Scored",
                "2024 A.3/b Awaited { overdue: false }",
                "2024 B.1 Awaited { overdue: false }",
                "2024 B.2 SetAside(Suspended)",
                "2024 B.3 NeedsJudgement",
            ],
        );
        assert_eq!(told(Span::Year(year(2025))), ["2025 A.1 Awaited { overdue: false }"]);
        assert_eq!(told(Span::Year(year(2030))), [] as [&str; 0]);
    }

    #[test]
    fn the_period_has_the_entries_of_its_years() {
        let both: Vec<String> = [2024, 2025].into_iter().flat_map(|number| told(Span::Year(year(number)))).collect();
        assert_eq!(told(Span::Period), both);
    }

    #[test]
    fn a_whole_that_was_decided_asks_nothing_of_its_parts() {
        let mut plan = plan();
        let place = CellPlace { objective: "A".into(), indicator: "A.3".into(), part: None, year: year(2024) };
        let judgement = Judgement { percent: Percent::whole(80), reason: String::new(), author: String::new() };
        plan.apply(place.edit(CellField::Judgement(Some(judgement)))).unwrap();
        // Looked at over another span the year is scored here, with the same outcome.
        for span in [Span::Year(year(2024)), Span::Year(year(2025)), Span::Period] {
            let attainment = Attainment::of(&plan, span, day("2024-07-31"));
            let of_a3: Vec<_> = entries_of(&plan, &attainment, year(2024))
                .filter(|(_, entry)| entry.place.indicator == "A.3".into())
                .collect();
            assert_eq!(of_a3.len(), 1);
            let entry = &of_a3[0].1;
            assert_eq!((entry.outcome, entry.score), (Outcome::Scored, Some(Percent::whole(80))), "{span:?}");
        }
    }

    #[test]
    fn an_entry_leads_to_its_cell_and_edits_it() {
        let mut plan = plan();
        for part in [None, Some("b".into())] {
            let indicator = if part.is_some() { "A.3" } else { "A.2" };
            let place = CellPlace { objective: "A".into(), indicator: indicator.into(), part, year: year(2024) };
            plan.apply(place.edit(CellField::Note("verificato".into()))).unwrap();
            assert_eq!(place.cell(&plan).unwrap().note, "verificato");
            assert_eq!(place.indicator(&plan).unwrap().id, place.indicator);
            assert_eq!(place.part(&plan).map(|part| part.id.clone()), place.part);
            assert_eq!(place.units(&plan), ["anziani".into()]);
        }
    }
}
