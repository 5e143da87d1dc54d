//! One change that came in: what stands now, and what stood before.

use crate::plan::Edit;

/// A change of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What came in, a single edit.
    pub edit: Edit,
    /// The edit that brings back what stood there.
    pub undo: Edit,
}
