//! Rows ready to show or print: which ones, in which order, with which figures. No markup and no words: rows name what they
//! are about by its id, and whoever shows them looks its words up in the plan.

mod comparison;
mod deadlines;
mod entry;
mod exchange;
mod monitoring;
mod owing;
mod points;
mod rewording;
mod rolling;
mod tree;

pub use comparison::{Aspect, Beheld, ComparedLevel, ComparedRow, Comparison, Matched, Standpoint, comparison};
pub use deadlines::{Deadline, deadlines};
pub use entry::{CellPlace, Entry};
pub use exchange::{
    Facet, Matter, Record, Remarked, Share, Spot, Turn, Value, matter, remarked, shares, spot, spots, turn, value,
};
pub use monitoring::{Filter, State, monitoring};
pub use owing::{Owing, owing};
pub use points::{PointsLost, PointsTotal, by_points_lost};
pub use rewording::reword_kpi;
pub use rolling::{Finished, Rolling, finished, rolling};
pub use tree::{Branch, Node, tree};

#[cfg(test)]
mod fixture;
