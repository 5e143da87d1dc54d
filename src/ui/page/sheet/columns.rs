//! Which columns the table of indicators has: those that somebody uses in this objective.

use leptos::prelude::*;

use crate::attainment::Span;
use crate::plan::{Cell, Indicator, Objective, Year};

use super::here::Here;

/// The columns shown beside those that are always there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The year whose results are typed; none: all years side by side.
    pub year: Option<Year>,
    /// The number of the action.
    pub action: bool,
    /// The code.
    pub code: bool,
    /// What proves a step done.
    pub kpi: bool,
    /// The deadline of the year.
    pub due: bool,
    /// Where it started.
    pub baseline: bool,
    /// The target of the year.
    pub target: bool,
    /// Other years whose targets are shown; of the whole period all years.
    pub others: Vec<Year>,
}

impl Columns {
    /// Follows what is used. A column that was shown once stays until the year changes, so that none goes away under the
    /// hands of somebody typing.
    pub fn of(here: Here) -> Memo<Self> {
        let period = Memo::new(move |_| here.workspace.period());
        Memo::new(move |before: Option<&Self>| {
            let year = match here.workspace.span() {
                Span::Year(year) => Some(year),
                Span::Period => None,
            };
            let years: Vec<Year> = period.get().into_iter().flat_map(|period| period.years()).collect();
            let now = here.read(|objective| Self::used(objective, year, &years)).unwrap_or_else(|| Self::none(year));
            match before.filter(|before| before.year == year) {
                Some(before) => now.with(before),
                None => now,
            }
        })
    }

    fn none(year: Option<Year>) -> Self {
        let others = Vec::new();
        Self { year, action: false, code: false, kpi: false, due: false, baseline: false, target: true, others }
    }

    fn used(objective: &Objective, year: Option<Year>, years: &[Year]) -> Self {
        let any = |used: &dyn Fn(&Indicator) -> bool| objective.indicators.iter().any(|indicator| used(indicator));
        let any_cell = |used: &dyn Fn(Year, &Cell) -> bool| {
            any(&|indicator| {
                let mut parts = indicator.parts.iter().flat_map(|part| part.cells.iter());
                indicator.cells.iter().any(|(year, cell)| used(*year, cell))
                    || parts.any(|(year, cell)| used(*year, cell))
            })
        };
        // A deadline without a target belongs to a step, which something is to prove.
        let steps = any_cell(&|_, cell| cell.due.is_some() && cell.target.is_empty());
        let kpi = steps || any(&|indicator| !indicator.kpi.is_empty());
        let target = !kpi || any_cell(&|_, cell| !cell.target.is_empty());
        let shown = |other: &Year| match year {
            None => true,
            Some(year) => *other != year && any_cell(&|at, cell| at == *other && !cell.target.is_empty()),
        };
        Self {
            year,
            action: !objective.actions.is_empty(),
            code: any(&|indicator| !indicator.code.is_empty() || !indicator.parts.is_empty()),
            kpi,
            due: year.is_some() && (kpi || any_cell(&|_, cell| cell.due.is_some())),
            baseline: year.is_some() && any(&|indicator| indicator.baseline.is_some()),
            target,
            others: years.iter().copied().filter(shown).collect(),
        }
    }

    fn with(self, before: &Self) -> Self {
        let mut others = self.others;
        others.extend(before.others.iter().filter(|year| !others.contains(year)).copied().collect::<Vec<_>>());
        others.sort_unstable();
        Self {
            year: self.year,
            action: self.action || before.action,
            code: self.code || before.code,
            kpi: self.kpi || before.kpi,
            due: self.due || before.due,
            baseline: self.baseline || before.baseline,
            target: self.target || before.target,
            others,
        }
    }

    /// Returns how many columns there are in all.
    pub fn count(&self) -> usize {
        let flags = [self.action, self.code, self.kpi, self.due, self.baseline];
        let of_year = if self.year.is_some() { usize::from(self.target).saturating_add(1) } else { 0 };
        let chosen = flags.into_iter().filter(|shown| *shown).count();
        // Description, attainment, weight and tools are always there.
        chosen.saturating_add(of_year).saturating_add(self.others.len()).saturating_add(4)
    }
}
