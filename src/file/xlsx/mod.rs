//! A plan as a workbook, and a workbook that comes back.
//!
//! | sheet | what stands in it |
//! |---|---|
//! | *Indicatori* | every indicator and part, with its promises and results |
//! | *Raggiungimento 2024* | the figures of the year and their working, rolled up by formulas |
//! | one for each objective | what its office knows it by: its texts, actions and indicators |
//! | one that nobody sees | the plan as it was written: see [`File`](crate::file::File) |
//!
//! The hidden first column names the record of each row, a hidden row above each table the field of each column, so that
//! rows and columns may be moved, and sheets sorted. What people changed is told cell by cell against the plan that is
//! carried, and comes back through the same merge as a file. A row that people add becomes a record; one that they delete does
//! not: the plan keeps it, and how many are gone is said. Sums on *Raggiungimento* do not come back: they follow from the
//! rest.
//!
//! Words are written as words, so that `85%` typed over a result stays `85%`; weights, days and percentages as what they are.

mod added;
mod back;
mod carried;
mod read;
mod rows;
mod sheets;
mod slot;
mod tab;
mod unpack;
mod words;
mod working;
mod write;

#[cfg(test)]
mod recompute;
#[cfg(test)]
mod rows_tests;
#[cfg(test)]
mod tests;

pub use added::{Added, AddedRow, Left, LeftRow};
pub use back::{GoneRows, NamedTable, Place, RefusedCell, Returned};
pub use read::{MAX_CELLS, MAX_TEXT, Reading};
pub use slot::Refused;
pub use unpack::{MAX_BYTES, MAX_ENTRIES, MAX_INFLATED, MAX_RATIO, RATIO_FROM};
pub use write::{Progress, Writing};

/// How the name of a workbook ends.
pub const EXTENSION: &str = ".xlsx";

/// Why a workbook was refused, or not written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpreadsheetError {
    /// Not a workbook in the format of Excel 2007 and later.
    #[error("the file is no XLSX workbook")]
    NotOne,
    /// It is larger, or becomes larger, than what is read.
    #[error("the workbook is larger than what is read")]
    TooLarge,
    /// It cannot be read to the end.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
    /// It could not be written; never seen with a plan that was read or edited here.
    #[error("the workbook could not be written: {0}")]
    NotWritten(String),
}
