//! What a grid is made of: lines that begin an objective, facts of it beside their labels, and tables with their headings.
//! Nothing is read out of the cells yet; a person may give a column another destination first.

use std::collections::BTreeSet;

use serde::Serialize;

use super::destination::{Certainty, Destination, FACTS, Reason, RowKind};
use super::heading::{Heading, year_in};
use super::lexicon::Meaning;
use super::opening::Opening;
use super::{Grid, Origin};
use crate::plan::{Period, Year};

/// A place of the grid: row and column.
pub type Spot = (usize, usize);

/// What the person looks at while a table is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The plan's years.
    pub period: Period,
    /// The year at hand: of a column that names none.
    pub year: Year,
}

impl Setting {
    /// Takes the years that the headings of a grid name, first to last, ten at most; none where they name none.
    pub fn named_in(grid: &Grid) -> Option<Self> {
        let years: BTreeSet<Year> = grid.rows().flatten().filter_map(|cell| year_in(cell.own())).collect();
        let first = years.first().copied()?;
        let period = years.iter().rev().find_map(|last| Period::new(first, *last).ok())?;
        Some(Self { period, year: first })
    }
}

/// The parts of a grid, in their order.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Layout {
    /// The parts.
    pub parts: Vec<Part>,
}

/// A part of a grid.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A line that begins an objective.
    Opening(Opening, Spot),
    /// A fact of the objective.
    Fact(Fact),
    /// Rows under headings.
    Table(Table),
    /// A line with no place in a plan.
    Loose(usize),
}

/// A labelled fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Where its label stands.
    pub label: Spot,
    /// Where it stands itself; where the label stands when both are in one cell.
    pub value: Spot,
    /// What it says.
    pub text: String,
    /// Where it goes.
    pub destination: Destination,
    /// How sure that is.
    pub certainty: Certainty,
}

/// Rows under headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What its rows are.
    pub kind: RowKind,
    /// Where its headings stand.
    pub head: Vec<Spot>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub body: Vec<BodyRow>,
    /// Whether it was recognised by more than what stands in it.
    pub has_headings: bool,
    /// How many places its heading row has.
    pub(super) written: usize,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// What its heading says.
    pub heading: String,
    /// Where its cells go.
    pub destination: Destination,
    /// How sure that is.
    pub certainty: Certainty,
    /// Why.
    pub reason: Reason,
    #[serde(skip)]
    pub(super) read: Option<Heading>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyRow {
    /// The place of each column's cell.
    pub spots: Vec<Spot>,
    /// Whether a blank row or a repeated heading stands before it: a page may have ended.
    pub after_break: bool,
    /// Whether it is taken in.
    pub is_taken: bool,
}

impl Layout {
    /// Walks its tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> + Clone {
        self.parts.iter().filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None })
    }

    /// Returns one of its tables, to correct it.
    pub fn table_mut(&mut self, at: usize) -> Option<&mut Table> {
        let tables =
            self.parts.iter_mut().filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None });
        tables.into_iter().nth(at)
    }
}

impl Table {
    /// Gives a column another destination, because a person says so.
    pub fn send(&mut self, column: usize, destination: Destination) {
        if let Some(column) = self.columns.get_mut(column) {
            (column.destination, column.certainty, column.reason) = (destination, Certainty::Sure, Reason::Person);
        }
    }

    /// Returns the destinations among which a person may choose.
    pub fn choices(&self, period: Period) -> Vec<Destination> {
        Destination::choices(self.kind, &period.years().collect::<Vec<_>>())
    }
}

/// Returns where a labelled fact goes.
pub(super) fn fact_destination(meaning: Meaning, heading: &Heading, setting: Setting) -> Option<Destination> {
    match meaning {
        Meaning::Share => Some(Destination::Share(heading.year.unwrap_or(setting.period.first()))),
        Meaning::Goal => Some(Destination::Goal(0)),
        _ => FACTS.iter().find(|(fact, _)| *fact == meaning).map(|(_, to)| *to),
    }
}

/// Returns whether a place holds what was written there, not what reaches there.
pub(super) fn is_own(grid: &Grid, (row, column): Spot) -> bool {
    grid.cell(row, column).is_some_and(|cell| cell.origin == Origin::Here)
}
