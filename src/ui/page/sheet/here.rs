//! Handles on what the page shows: the objective, one of its indicators, one of its years. They are small copies that read
//! the plan when asked and send one edit at a time.

use std::sync::Arc;

use leptos::prelude::*;

use crate::attainment::{Promise, Source, promised, score_cell, score_part};
use crate::plan::{
    Cell, CellField, Cells, Indicator, IndicatorEdit, IndicatorField, IndicatorId, Objective, ObjectiveEdit,
    ObjectiveField, ObjectiveId, PartEdit, PartField, PartId, Status, Year,
};
use crate::report::{CellPlace, reword_kpi};
use crate::state::{Workspace, use_workspace};
use crate::target::{self, Context, Target};

/// The objective of the page.
#[derive(Clone, Copy)]
pub struct Here {
    /// Where edits go.
    pub workspace: Workspace,
    id: StoredValue<ObjectiveId>,
    found: ReadSignal<Option<Arc<Objective>>>,
}

/// One of its indicators.
#[derive(Clone, Copy)]
pub struct Row {
    /// The objective it stands in.
    pub here: Here,
    id: StoredValue<IndicatorId>,
    found: Memo<Option<Arc<Indicator>>>,
}

/// One year of an indicator, or of one of its parts.
#[derive(Clone, Copy)]
pub struct CellAt {
    /// The indicator.
    pub row: Row,
    part: StoredValue<Option<PartId>>,
    year: Signal<Option<Year>>,
}

impl Here {
    /// Follows an objective.
    pub fn at(id: ObjectiveId) -> Self {
        let workspace = use_workspace();
        Self { workspace, found: workspace.objective(id.clone()), id: StoredValue::new(id) }
    }

    /// Returns which one.
    pub fn id(self) -> ObjectiveId {
        self.id.get_value()
    }

    /// Follows the objective; none once it was removed.
    pub fn found(self) -> ReadSignal<Option<Arc<Objective>>> {
        self.found
    }

    /// Looks at the objective.
    pub fn read<T>(self, look: impl FnOnce(&Objective) -> T) -> Option<T> {
        self.found.read().as_deref().map(look)
    }

    /// Looks at the objective without following it.
    pub fn peek<T>(self, look: impl FnOnce(&Objective) -> T) -> Option<T> {
        self.found.read_untracked().as_deref().map(look)
    }

    /// Follows one of its texts.
    pub fn text(self, look: fn(&Objective) -> &String) -> Signal<String> {
        Signal::derive(move || self.read(|objective| look(objective).clone()).unwrap_or_default())
    }

    /// Sets one of its fields.
    pub fn set(self, field: ObjectiveField) {
        self.workspace.set_objective(&self.id(), field);
    }

    /// Changes it.
    pub fn edit(self, edit: ObjectiveEdit) {
        self.workspace.edit_objective(&self.id(), edit);
    }

    /// Follows one of its indicators.
    pub fn row(self, id: IndicatorId) -> Row {
        let found = self.workspace.indicator(self.id(), id.clone());
        Row { here: self, id: StoredValue::new(id), found }
    }
}

impl Row {
    /// Returns which indicator.
    pub fn id(self) -> IndicatorId {
        self.id.get_value()
    }

    /// Looks at the indicator.
    pub fn read<T>(self, look: impl FnOnce(&Indicator) -> T) -> Option<T> {
        self.found.read().as_deref().map(look)
    }

    /// Looks at the indicator without following it.
    pub fn peek<T>(self, look: impl FnOnce(&Indicator) -> T) -> Option<T> {
        self.found.read_untracked().as_deref().map(look)
    }

    /// Follows one of its texts.
    pub fn text(self, look: fn(&Indicator) -> &str) -> Signal<String> {
        Signal::derive(move || self.read(|indicator| look(indicator).to_owned()).unwrap_or_default())
    }

    /// Sets one of its fields.
    pub fn set(self, field: IndicatorField) {
        self.here.workspace.set_indicator(&self.here.id(), &self.id(), field);
    }

    /// Changes it.
    pub fn edit(self, edit: IndicatorEdit) {
        self.here.workspace.edit_indicator(&self.here.id(), &self.id(), edit);
    }

    /// Sets its KPI; see [`reword_kpi`].
    pub fn set_kpi(self, words: &str) {
        let here = self.here;
        if let Some(edit) = self.peek(|indicator| reword_kpi(&here.id(), indicator, words)) {
            here.workspace.edit(edit);
        }
    }

    /// Sets a field of one of its parts.
    pub fn set_part(self, part: PartId, field: PartField) {
        self.edit(IndicatorEdit::Part { part, edit: PartEdit::Field(field) });
    }

    /// Follows one of its years.
    pub fn cell(self, year: Signal<Option<Year>>) -> CellAt {
        CellAt { row: self, part: StoredValue::new(None), year }
    }

    /// Follows one year of one of its parts.
    pub fn cell_of(self, part: PartId, year: Signal<Option<Year>>) -> CellAt {
        CellAt { row: self, part: StoredValue::new(Some(part)), year }
    }

    /// Returns what it is called in sentences: its code, or else the beginning of its description.
    pub fn name(self) -> Signal<String> {
        Signal::derive(move || self.read(name).unwrap_or_default())
    }
}

/// Returns what an indicator is called in sentences.
pub fn name(indicator: &Indicator) -> String {
    if indicator.code.is_empty() { beginning(&indicator.description) } else { indicator.code.clone() }
}

/// Returns the first words of a text.
pub fn beginning(text: &str) -> String {
    const MOST: usize = 60;
    let text = text.trim();
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{whole}…")
}

fn all_cells<'a>(indicator: &'a Indicator, part: Option<&PartId>) -> Option<&'a Cells> {
    match part {
        None => Some(&indicator.cells),
        Some(part) => indicator.parts.get(part).map(|part| &part.cells),
    }
}

impl CellAt {
    /// Returns the year.
    pub fn year(self) -> Option<Year> {
        self.year.get()
    }

    /// Returns the part it belongs to; none for the indicator's own.
    pub fn part(self) -> Option<PartId> {
        self.part.get_value()
    }

    /// Looks at the cell; where nothing was written yet, at an empty one.
    pub fn read<T>(self, look: impl FnOnce(&Cell) -> T) -> Option<T> {
        let year = self.year.get()?;
        self.row.read(|indicator| self.look(indicator, year, look))
    }

    /// Looks at the cell without following it.
    pub fn peek<T>(self, look: impl FnOnce(&Cell) -> T) -> Option<T> {
        let year = self.year.get_untracked()?;
        self.row.peek(|indicator| self.look(indicator, year, look))
    }

    fn look<T>(self, indicator: &Indicator, year: Year, look: impl FnOnce(&Cell) -> T) -> T {
        self.part.with_value(|part| match all_cells(indicator, part.as_ref()).and_then(|cells| cells.get(&year)) {
            Some(cell) => look(cell),
            None => look(&Cell::default()),
        })
    }

    /// Looks at all the years it is one of.
    pub fn read_all<T>(self, look: impl FnOnce(&Cells) -> T) -> Option<T> {
        self.row.read(|indicator| self.part.with_value(|part| all_cells(indicator, part.as_ref()).map(look))).flatten()
    }

    /// Follows one of its texts.
    pub fn text(self, look: fn(&Cell) -> &str) -> Signal<String> {
        Signal::derive(move || self.read(|cell| look(cell).to_owned()).unwrap_or_default())
    }

    /// Returns the reading of the KPI, where it is what the year promises.
    pub fn kpi(self) -> Option<target::Read<Target>> {
        let year = self.year.get()?;
        let promise = |indicator: &Indicator| {
            let cell = indicator.cells.get(&year);
            let own = cell.is_some_and(|cell| !cell.target.is_empty());
            let read = indicator.promise(year).filter(|_| !own).map(|kpi| kpi.read(year.number()).into_owned())?;
            // With a deadline beside it a deed is to be done by then: what is scored is what is shown.
            let scored = cell.is_some_and(|cell| cell.due.is_some()).then(|| promised(indicator, year)).flatten();
            Some(match scored {
                Some(Promise { target, source: Source::Deadline, certainty }) => {
                    target::Read { reading: target, certainty, parts: Vec::new(), doubt: None }
                }
                _ => read,
            })
        };
        if self.part().is_some() { None } else { self.row.read(promise).flatten() }
    }

    /// Returns what its result answers to, in the year's column.
    pub fn result_context(self) -> Option<Context> {
        let year = self.year()?;
        let promise = if self.part().is_some() {
            self.read(|cell| (!cell.target.is_empty()).then(|| cell.target.clone())).flatten()
        } else {
            self.row.read(|indicator| indicator.promise(year).cloned()).flatten()
        };
        Some(self.read(|cell| cell.result_context(promise.as_ref(), year)).unwrap_or(Context::of(year.number())))
    }

    /// Returns the standing that its target proposes; none where it proposes none, or one is set.
    pub fn proposed(self) -> Option<Status> {
        let (year, workspace) = (self.year()?, self.row.here.workspace);
        let (policy, today) = (workspace.policy(), workspace.today());
        let score = |indicator: &Indicator| match self.part() {
            None => score_cell(indicator, year, &policy.read(), today),
            Some(part) => score_part(indicator, indicator.parts.get(&part)?, year, &policy.read(), today),
        };
        let is_free = self.read(|cell| cell.standing.is_none())?;
        self.row.read(score).flatten().filter(|_| is_free)?.proposed(year)
    }

    /// Sets one of its fields; see [`CellPlace::renew`].
    pub fn set(self, field: CellField) {
        let (Some(year), Some(cell)) = (self.year.get_untracked(), self.peek(Cell::clone)) else { return };
        let here = self.row.here;
        let place = CellPlace { objective: here.id(), indicator: self.row.id(), part: self.part(), year };
        here.workspace.edit(place.renew(&cell, field));
    }

    /// Returns the edit that sets one of its fields.
    pub fn edit_of(self, field: CellField) -> Option<IndicatorEdit> {
        let year = self.year.get_untracked()?;
        Some(match self.part() {
            None => IndicatorEdit::Cell { year, field },
            Some(part) => IndicatorEdit::Part { part, edit: PartEdit::Cell { year, field } },
        })
    }
}
