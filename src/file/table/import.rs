//! What a layout says once its columns are decided: objectives, their facts and rows, every cell with its destination, and
//! everything that has none. Nothing that was written is dropped without being listed.

use serde::Serialize;

use super::cell::is_no;
use super::destination::{Certainty, Destination, Reason, RowKind};
use super::layout::Spot;

/// What a table says of a plan.
#[derive(Clone, Debug, PartialEq, Default, Serialize)]
pub struct Import {
    /// Objectives in their order. What stands before any of them is named belongs to the first, which then has no facts.
    pub sheets: Vec<ImportedSheet>,
    /// Rows about goals.
    pub goals: Vec<ImportedRow>,
    /// What has no place, in the order of the grid.
    pub left_over: Vec<LeftOver>,
}

/// What a table says of one objective.
#[derive(Clone, Debug, PartialEq, Default, Serialize)]
pub struct ImportedSheet {
    /// Its own fields; none: the table does not name an objective.
    pub facts: Vec<Entry>,
    /// Actions and indicators.
    pub rows: Vec<ImportedRow>,
}

/// A row that becomes, or changes, one record.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ImportedRow {
    /// Which of the layout's tables it stands in.
    pub table: usize,
    /// Which of that table's rows.
    pub row: usize,
    /// What it is.
    pub kind: RowKind,
    /// Its cells.
    pub entries: Vec<Entry>,
}

/// A cell with a destination.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// Where it goes.
    pub destination: Destination,
    /// What it says, put in order.
    pub text: String,
    /// Where it stands; several where it goes on in the next row.
    pub spots: Vec<Spot>,
    /// How sure its destination is.
    pub certainty: Certainty,
    /// What a person may want to look at.
    pub doubt: Option<Doubt>,
}

/// Why a person may want to look at a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// What its column is was guessed from other words or from what stands in it.
    Column,
    /// Its column names no year.
    Year,
    /// It goes on with the words of the next row.
    Continued,
    /// Its row stands one or more columns aside, and was put back.
    Moved,
    /// Number and words stood in one cell, and were parted.
    Parted,
    /// Its row has fewer columns than the headings; those of the results are taken to be missing.
    ColumnsLost,
    /// Nothing but a description: it may be the title of the rows below.
    Alone,
    /// It is neither a mark nor a blank; the year is taken as marked.
    NotAMark,
}

/// Something that was written and has no place in a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOver {
    /// Where it stands.
    pub spot: Spot,
    /// What it says.
    pub text: String,
    /// Why it has no place.
    pub why: Why,
}

/// Why something has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Its column goes nowhere.
    Column,
    /// Its column says what another says too.
    Twice,
    /// It is computed, never stored.
    Computed,
    /// It stands outside any table, or between the rows of one.
    Outside,
    /// A person left its row out.
    LeftOut,
    /// It is no day.
    NotADay,
    /// It is no share.
    NotAShare,
}

impl Import {
    /// Walks every cell that has a destination.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        let facts = self.sheets.iter().flat_map(|sheet| &sheet.facts);
        let rows = self.sheets.iter().flat_map(|sheet| &sheet.rows).chain(&self.goals);
        facts.chain(rows.flat_map(|row| &row.entries))
    }

    /// Returns how many cells a person may want to look at.
    pub fn doubts(&self) -> usize {
        self.entries().filter(|entry| entry.doubt.is_some()).count()
    }
}

impl ImportedSheet {
    /// Returns one of its facts.
    pub fn fact(&self, destination: Destination) -> Option<&Entry> {
        self.facts.iter().find(|entry| entry.destination == destination)
    }

    pub(super) fn says(&self, destination: Destination) -> &str {
        self.fact(destination).map_or("", |entry| entry.text.as_str())
    }
}

impl ImportedRow {
    /// Returns the cell with a destination.
    pub fn entry(&self, destination: Destination) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.destination == destination)
    }

    /// Returns what the cell with a destination says; nothing where there is none.
    pub fn says(&self, destination: Destination) -> &str {
        self.entry(destination).map_or("", |entry| entry.text.as_str())
    }
}

/// Returns the doubt that a column's own certainty casts on its cells.
pub(super) fn column_doubt(certainty: Certainty, reason: Reason) -> Option<Doubt> {
    match (certainty, reason) {
        (_, Reason::Person) => None,
        (_, Reason::YearAssumed) => Some(Doubt::Year),
        (Certainty::Sure, _) => None,
        (Certainty::Likely, Reason::PartOfHeading | Reason::SplitHeading) => None,
        _ => Some(Doubt::Column),
    }
}

/// Returns whether a cell of a destination says nothing, such as a dash.
pub(super) fn is_blank(destination: Destination, text: &str) -> bool {
    match destination {
        Destination::Description | Destination::Note | Destination::Objective | Destination::Goal(_) => text.is_empty(),
        Destination::Target(_) | Destination::Result(_) => {
            text.is_empty() || matches!(text, "-" | "–" | "—" | "/" | "//" | "===" | "_")
        }
        Destination::Active(_) | Destination::Innovative => is_no(text),
        _ => text.is_empty() || matches!(text, "-" | "–" | "—"),
    }
}
