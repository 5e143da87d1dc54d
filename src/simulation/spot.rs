//! What can be moved or supposed.

use crate::plan::{IndicatorId, ObjectiveId, PartId};

/// Something with a weight: an objective in the plan, an indicator in its objective, a part in its indicator.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// An objective.
    Objective(ObjectiveId),
    /// An indicator.
    Indicator(ObjectiveId, IndicatorId),
    /// A part of an indicator.
    Part(ObjectiveId, IndicatorId, PartId),
}
