//! Tables that people paste or open (from Word, Excel, a PDF viewer), and what they say of a plan.

mod grid;

pub use grid::{Grid, GridCell, GridError, Origin, Span};
