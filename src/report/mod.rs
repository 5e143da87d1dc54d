//! Rows ready to show or print: which ones, in which order, with which figures. No markup and no words: rows name what they
//! are about by its id, and whoever shows them looks its words up in the plan.

mod deadlines;
mod entry;
mod monitoring;
mod owing;
mod points;
mod rewording;
mod tree;

pub use deadlines::{Deadline, deadlines};
pub use entry::{CellPlace, Entry};
pub use monitoring::{Filter, State, monitoring};
pub use owing::{Owing, owing};
pub use points::{PointsLost, PointsTotal, by_points_lost};
pub use rewording::reword_kpi;
pub use tree::{Branch, Node, tree};

#[cfg(test)]
mod fixture;
