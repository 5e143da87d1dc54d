//! One row: a cell of the year, what is written in it and what that scores.

use std::sync::Arc;

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::attainment::{CellScore, score_indicator, score_part};
use crate::plan::{Cell, CellField, Cells, Checkpoint, Forecast, Indicator, Objective, Part};
use crate::report::CellPlace;
use crate::target::{self, Context, Phrase, Reading, Target};

use super::desk::{Desk, Writing};

/// A handle on a row; copies are the same row. Everything reads empty once the indicator was removed.
#[derive(Clone, Copy)]
pub struct Row {
    /// The page.
    pub desk: Desk,
    place: StoredValue<CellPlace>,
    found: Memo<Option<Arc<Indicator>>>,
    objective: ReadSignal<Option<Arc<Objective>>>,
}

impl Row {
    /// Follows a cell.
    pub fn at(desk: Desk, place: CellPlace) -> Self {
        let found = desk.workspace.indicator(place.objective.clone(), place.indicator.clone());
        let objective = desk.workspace.objective(place.objective.clone());
        Self { desk, found, objective, place: StoredValue::new(place) }
    }

    /// Returns which cell.
    pub fn place(self) -> CellPlace {
        self.place.get_value()
    }

    /// Returns whether it is still there.
    pub fn is_there(self) -> bool {
        self.found.read().is_some()
    }

    /// Looks at the indicator and, where the cell is a part's, at the part.
    pub fn read<T>(self, look: impl FnOnce(&Indicator, Option<&Part>) -> T) -> Option<T> {
        let found = self.found.read();
        let indicator = found.as_deref()?;
        let part =
            self.place.with_value(|place| place.part.as_ref().and_then(|part| indicator.parts.get(part)).cloned());
        Some(look(indicator, part.as_deref()))
    }

    /// Looks at the objective.
    pub fn read_objective<T>(self, look: impl FnOnce(&Objective) -> T) -> Option<T> {
        self.objective.read().as_deref().map(look)
    }

    /// Looks at the cell, if anything is written in it.
    pub fn read_cell<T>(self, look: impl FnOnce(&Cell) -> T) -> Option<T> {
        let year = self.place.with_value(|place| place.year);
        self.read(|indicator, part| part.map_or(&indicator.cells, |part| &part.cells).get(&year).map(look)).flatten()
    }

    /// Returns what people call it: the indicator's code, or else its place in the objective, with the part's letter.
    pub fn code(self) -> String {
        let at = self.place.with_value(|place| {
            self.read_objective(|objective| objective.indicators.place(&place.indicator)).flatten()
        });
        let number = at.map(|at| at.saturating_add(1).to_string()).unwrap_or_default();
        let code = self.read(|indicator, part| {
            let own = if indicator.code.trim().is_empty() { number } else { indicator.code.clone() };
            let letter = part.map(|part| part.code.trim()).filter(|letter| !letter.is_empty());
            letter.map_or(own.clone(), |letter| format!("{own} {letter}"))
        });
        code.unwrap_or_default()
    }

    /// Returns who answers for it: offices, or else the words of the objective.
    pub fn offices(self) -> String {
        let offices =
            self.found.read().as_deref().zip(self.objective.read().as_deref()).map(|(indicator, objective)| {
                let names = self.desk.units.read();
                let names: Vec<_> =
                    objective.units_of(indicator).iter().filter_map(|unit| names.get(unit)).cloned().collect();
                if names.is_empty() { objective.responsible.clone() } else { names.join(" · ") }
            });
        offices.unwrap_or_default()
    }

    /// Returns the words of the promise and what is scored against: a deed with a deadline is to be done by then.
    pub fn promise(self) -> (String, Option<target::Read<Target>>) {
        let year = self.place.with_value(|place| place.year);
        let words = self.promised();
        let scored = self.score(&self.words()).and_then(|score| score.working.promise);
        let read = scored.map(|promise| target::Read {
            reading: promise.target,
            certainty: promise.certainty,
            parts: Vec::new(),
            doubt: None,
        });
        let read = read.or_else(|| words.as_ref().map(|words| words.read(year.number()).into_owned()));
        (words.map(|words| words.words().to_owned()).unwrap_or_default(), read)
    }

    fn promised(self) -> Option<Phrase<Target>> {
        let year = self.place.with_value(|place| place.year);
        let words = self.read(|indicator, part| match part {
            Some(part) => part.cells.get(&year).map(|cell| cell.target.clone()),
            None => indicator.promise(year).cloned(),
        });
        words.flatten().filter(|words| !words.is_empty())
    }

    /// Returns the words in the field.
    pub fn words(self) -> String {
        let words = match self.desk.writing.get() {
            Writing::Results => self.read_cell(|cell| cell.result.words().to_owned()),
            Writing::Checkpoints(day) => self.checkpoint(day).map(|taken| taken.words.words().to_owned()),
        };
        words.unwrap_or_default()
    }

    /// Returns how words in the field are read.
    pub fn reading(self, words: &str) -> Option<target::Read<Reading>> {
        let year = self.place.with_value(|place| place.year);
        let chosen =
            self.read_cell(|cell| (cell.result.words() == words).then(|| cell.result_reading.clone()).flatten());
        match (self.desk.writing.get(), chosen.flatten()) {
            (Writing::Results, Some(chosen)) => Some(target::Read::sure(chosen)),
            _ => {
                let beside = || self.read_cell(|cell| cell.result_context(self.promised().as_ref(), year));
                let typed = Phrase::<Reading>::new(words);
                let context = || beside().unwrap_or(Context::of(year.number()));
                (!typed.is_empty()).then(|| typed.read(context()).into_owned())
            }
        }
    }

    /// Returns what the cell scores with these words in the field, saved or not.
    pub fn score(self, words: &str) -> Option<CellScore> {
        let (writing, today) = (self.desk.writing.get(), self.desk.workspace.today());
        let indicator = self.found.get()?;
        let CellPlace { part, year, .. } = self.place();
        let policy = self.desk.policy.read();
        let with = |cells: &mut Cells| {
            let mut cell = cells.remove(&year).unwrap_or_default();
            put_words(&mut cell, words, writing);
            cells.insert(year, cell);
        };
        match part {
            None => {
                let mut indicator = Indicator::clone(&indicator);
                with(&mut indicator.cells);
                score_indicator(&indicator, year, &policy, today)
            }
            Some(part) => {
                let mut part = Part::clone(indicator.parts.get(&part)?);
                with(&mut part.cells);
                score_part(&indicator, &part, year, &policy, today)
            }
        }
    }

    /// Writes the words of the field into the plan.
    pub fn write(self, words: String) {
        match self.desk.writing.get_untracked() {
            Writing::Results => self.write_result(words),
            Writing::Checkpoints(day) => self.take(day, |taken| taken.words = words.into()),
        }
    }

    fn write_result(self, words: String) {
        let cell = untrack(|| self.read_cell(Cell::clone)).unwrap_or_default();
        self.desk.workspace.edit(self.place().renew(&cell, CellField::Result(words.into())));
    }

    /// Returns the reading taken on a day.
    pub fn checkpoint(self, day: NaiveDate) -> Option<Checkpoint> {
        self.read_cell(|cell| cell.checkpoints.iter().find(|taken| taken.date == day).cloned()).flatten()
    }

    /// Returns the newest reading taken before a day.
    pub fn checkpoint_before(self, day: NaiveDate) -> Option<Checkpoint> {
        let before = |cell: &Cell| {
            cell.checkpoints.iter().filter(|taken| taken.date < day).max_by_key(|taken| taken.date).cloned()
        };
        self.read_cell(before).flatten()
    }

    /// Sets what the office expects at year end.
    pub fn foresee(self, day: NaiveDate, forecast: Option<Forecast>) {
        self.take(day, |taken| taken.forecast = forecast);
    }

    /// Changes the reading taken on a day; one with nothing in it is left out.
    fn take(self, day: NaiveDate, change: impl FnOnce(&mut Checkpoint)) {
        let mut all = untrack(|| self.read_cell(|cell| cell.checkpoints.clone())).unwrap_or_default();
        if let Some(taken) = all.iter_mut().find(|taken| taken.date == day) {
            change(taken);
        } else {
            let mut taken = Checkpoint { date: day, words: Default::default(), forecast: None, note: String::new() };
            change(&mut taken);
            let at = all.iter().position(|other| other.date > day).unwrap_or(all.len());
            all.insert(at, taken);
        }
        all.retain(|taken| !(taken.words.is_unwritten() && taken.forecast.is_none() && taken.note.is_empty()));
        self.desk.workspace.edit(self.place().edit(CellField::Checkpoints(all)));
    }
}

/// Puts words that are still being typed where the result stands. What a person chose or decided belongs to the result and
/// says nothing about a day of the year.
fn put_words(cell: &mut Cell, words: &str, writing: Writing) {
    if cell.result.words() != words {
        cell.result = words.into();
        cell.result_reading = None;
    }
    if writing != Writing::Results {
        cell.result_reading = None;
        cell.judgement = None;
    }
}
