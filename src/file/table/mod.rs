//! Tables that people paste or open (from Word, Excel, a PDF viewer), and what they say of a plan.
//!
//! ```text
//! text, HTML, a spreadsheet's sheet → Grid → recognise → Layout → read → Import → propose → one Edit
//!                                                 ↑ a person corrects columns and rows
//! ```
//!
//! Everything is a value with its certainty: a column that may be something else, a row that stands aside, a cell that has
//! no place. Nothing that was written is dropped without being listed, and nothing is refused but what passes a bound.

mod aligned;
mod carry;
mod cell;
#[cfg(test)]
mod clipboard_tests;
mod columns;
mod contents;
mod destination;
mod facts;
mod found;
mod grid;
mod head;
mod heading;
mod html;
mod import;
#[cfg(test)]
mod laws;
mod layout;
mod lexicon;
mod line;
mod opening;
mod pattern;
mod propose;
#[cfg(test)]
mod propose_tests;
mod reading;
mod rows;
mod separated;
mod stacked;
mod upright;

pub use destination::{Certainty, Destination, Reason, RowKind};
pub use found::recognise;
pub use grid::{Grid, GridCell, GridError, Origin, Span};
pub use html::{has_table, read_html};
pub use import::{Doubt, Entry, Import, ImportedRow, ImportedSheet, LeftOver, Why};
pub use layout::{BodyRow, Column, Fact, Layout, Part, Setting, Spot, Table};
pub use opening::Opening;
pub use propose::{Counts, Fate, Proposal, propose};
pub use separated::read_text;
