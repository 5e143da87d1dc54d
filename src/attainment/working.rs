//! Why a figure is what it is: a tree from the plan down to the words people typed.

use super::{CellScore, Figure};
use crate::plan::{GoalId, IndicatorId, Judgement, ObjectiveId, PartId, Percent, Standing, UnitId, Weight, Year};

/// One figure, explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Working {
    /// What the figure is of.
    pub place: Place,
    /// Its code (`D.1`); may be empty.
    pub code: String,
    /// Its title or description; may be empty.
    pub title: String,
    /// Its weight as written.
    pub weight: Option<Weight>,
    /// Its share of what is due among its siblings, the ones set aside left out; none when it does not count.
    pub share: Option<Percent>,
    /// Its share of what was scored among its siblings: the parent's attainment is `Σ counts × attained`.
    pub counts: Option<Percent>,
    /// The figure.
    pub figure: Figure,
    /// Where it comes from.
    pub basis: Basis,
}

/// What a figure is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The whole plan.
    Plan,
    /// The objectives that serve a goal or one below it.
    Goal(GoalId),
    /// The indicators an office answers for.
    Unit(UnitId),
    /// One objective.
    Objective(ObjectiveId),
    /// One indicator.
    Indicator(ObjectiveId, IndicatorId),
    /// One year of the indicator or part above it.
    Year(Year),
    /// One part of the indicator above it.
    Part(PartId),
}

/// How much of a working to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The figure alone.
    Folded,
    /// The figure and those it is the mean of, these folded.
    Children,
    /// Down to the words people typed.
    Everything,
}

impl Detail {
    /// Returns how much to make of what stands below.
    pub(super) fn below(self) -> Self {
        match self {
            Self::Folded | Self::Children => Self::Folded,
            Self::Everything => Self::Everything,
        }
    }
}

/// Where a figure comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Basis {
    /// Not asked for.
    Folded,
    /// The weighted mean of these.
    Mean(Vec<Working>),
    /// One cell.
    Cell(Box<CellBasis>),
    /// A person decided it, whatever its parts came to.
    Judged {
        /// What was decided.
        judgement: Judgement,
        /// What the parts came to.
        measured: Box<Figure>,
        /// The parts.
        parts: Vec<Working>,
    },
    /// The whole of it was set aside, whatever its parts came to.
    SetAside(Standing),
}

/// One cell with the words it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct CellBasis {
    /// Which year.
    pub year: Year,
    /// The words of the promise.
    pub target_words: String,
    /// The words of the result.
    pub result_words: String,
    /// What people decided about it.
    pub judgement: Option<Judgement>,
    /// Why it does not count.
    pub standing: Option<Standing>,
    /// The score.
    pub score: CellScore,
}
