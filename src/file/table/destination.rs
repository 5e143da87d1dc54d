//! Where the cells of a pasted table go in a plan.

use serde::Serialize;

use super::lexicon::Meaning;
use crate::plan::Year;
pub use crate::target::Certainty;

/// What a column, or a labelled cell, says of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Destination {
    /// It has no place in a plan, or nobody knows which.
    Nowhere,
    /// It is computed from the rest and never stored: in-year weights, degrees of attainment, deviations.
    Computed,
    /// Code of the row's own record.
    Code,
    /// Number of the action that an indicator measures.
    ActionNumber,
    /// What that action does.
    Deed,
    /// What the row's record is about.
    Description,
    /// Mark of an action that is an innovation.
    Innovative,
    /// What should come of an action.
    ExpectedResult,
    /// Mark of a year in which an action is done.
    Active(Year),
    /// What proves a step done.
    Kpi,
    /// How an indicator is computed.
    Formula,
    /// Its unit of measure.
    UnitOfMeasure,
    /// Where its figures come from.
    Source,
    /// How often they are taken.
    Frequency,
    /// Which way is better.
    Polarity,
    /// Where it started; of which year, when said.
    Baseline(Option<Year>),
    /// The office that answers.
    Office,
    /// Share of the objective; of an objective's own row, of the plan in the first year.
    Weight,
    /// Last good day.
    Deadline,
    /// What is promised for a year.
    Target(Year),
    /// What was achieved in a year.
    Result(Year),
    /// Act or report that proves it.
    Evidence(Year),
    /// Anything else about the row.
    Note,
    /// The objective that the row belongs to.
    Objective,
    /// Code of that objective.
    ObjectiveCode,
    /// The goal above it; the first level is 0.
    Goal(u8),
    /// Code of that goal.
    GoalCode(u8),
    /// Codes of the objectives that serve the row's goal.
    ServedBy,
    /// The body's word for what the objective is.
    Kind,
    /// The document it comes from.
    Reference,
    /// Who answers for it.
    Responsible,
    /// Other services involved.
    OtherServices,
    /// Groups of staff involved.
    StaffGroups,
    /// Stakeholders.
    Stakeholders,
    /// Dimensions of public value.
    PublicValue,
    /// Year it first stood in a plan.
    FirstYear,
    /// Where things stood.
    SituationCurrent,
    /// What did not work.
    CriticalPoints,
    /// How things should be.
    BenefitsExpected,
    /// What citizens or the body gain.
    Advantages,
    /// What will be done, in short.
    MethodActions,
    /// With which money.
    Costs,
    /// What would show the whole as reached.
    OverallIndicator,
    /// Codes of the goals it serves.
    LinkedGoals,
    /// Names of the areas it serves.
    Areas,
    /// Its share of the plan in a year.
    Share(Year),
}

/// What a row of a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// An action.
    Actions,
    /// An indicator.
    Indicators,
    /// An indicator with a deadline.
    Steps,
    /// A result of an indicator that the plan has.
    Results,
    /// An objective, or facts of the one above.
    Objectives,
    /// A goal of the tree.
    Goals,
}

/// Why a column goes where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Its heading says so.
    Heading,
    /// Its heading says so, among other words.
    PartOfHeading,
    /// Its heading says so once its parted words are put together.
    SplitHeading,
    /// What stands in it.
    Contents,
    /// The heading names no year; the one at hand, or the order of the columns, was taken.
    YearAssumed,
    /// Another column says the same, and that one was taken.
    Twice,
    /// Nothing recognised.
    Unknown,
    /// A person said so.
    Person,
}

/// Facts of an objective, each with what its heading or label means and where it goes, in the order in which people are
/// offered them. Its share of the plan, which has a year, is one more.
pub(super) const FACTS: [(Meaning, Destination); 17] = [
    (Meaning::Kind, Destination::Kind),
    (Meaning::Reference, Destination::Reference),
    (Meaning::Responsible, Destination::Responsible),
    (Meaning::OtherServices, Destination::OtherServices),
    (Meaning::StaffGroups, Destination::StaffGroups),
    (Meaning::Stakeholders, Destination::Stakeholders),
    (Meaning::PublicValue, Destination::PublicValue),
    (Meaning::FirstYear, Destination::FirstYear),
    (Meaning::SituationCurrent, Destination::SituationCurrent),
    (Meaning::CriticalPoints, Destination::CriticalPoints),
    (Meaning::BenefitsExpected, Destination::BenefitsExpected),
    (Meaning::Advantages, Destination::Advantages),
    (Meaning::MethodActions, Destination::MethodActions),
    (Meaning::Costs, Destination::Costs),
    (Meaning::OverallIndicator, Destination::OverallIndicator),
    (Meaning::LinkedGoals, Destination::LinkedGoals),
    (Meaning::Areas, Destination::Areas),
];

impl Destination {
    /// Returns whether it is a fact of an objective rather than of a row under it.
    pub fn is_fact(self) -> bool {
        matches!(self, Self::Share(_)) || FACTS.iter().any(|(_, fact)| *fact == self)
    }

    /// Returns whether it holds running text, which may go on in the next row.
    pub fn is_prose(self) -> bool {
        use Destination::*;
        self.is_fact()
            || matches!(
                self,
                Description | Deed | ExpectedResult | Kpi | Formula | Source | Note | Objective | Goal(_) | Office
            )
    }

    /// Returns the year it is about.
    pub fn year(self) -> Option<Year> {
        use Destination::*;
        match self {
            Active(year) | Target(year) | Result(year) | Evidence(year) | Share(year) => Some(year),
            Baseline(year) => year,
            _ => None,
        }
    }

    /// Returns everything a column of some kind of table can be, in the order in which people are offered it.
    pub fn choices(kind: RowKind, years: &[Year]) -> Vec<Self> {
        use Destination::*;
        let by_year = |of: fn(Year) -> Self| years.iter().copied().map(of);
        let mut all = vec![Nowhere];
        match kind {
            RowKind::Actions => {
                all.extend([Code, Description, ExpectedResult, Innovative]);
                all.extend(by_year(Active));
                all.extend([Objective, ObjectiveCode, Goal(0), Goal(1)]);
            }
            RowKind::Indicators | RowKind::Steps | RowKind::Results => {
                all.extend([Code, ActionNumber, Deed, Description]);
                all.extend(by_year(Target));
                all.extend(by_year(Result));
                all.extend([
                    Deadline,
                    Kpi,
                    Weight,
                    Formula,
                    UnitOfMeasure,
                    Source,
                    Frequency,
                    Polarity,
                    Baseline(None),
                ]);
                all.extend([Office, Note]);
                all.extend(by_year(Evidence));
                all.extend([Objective, ObjectiveCode, Goal(0), Goal(1), Computed]);
            }
            RowKind::Objectives => {
                all.extend([Code, Description, Office]);
                all.extend(FACTS.map(|(_, fact)| fact));
                all.extend(by_year(Share));
                all.extend([Goal(0), Goal(1)]);
            }
            RowKind::Goals => {
                all.extend((0..4).flat_map(|level| [GoalCode(level), Goal(level)]));
                all.extend([Objective, ObjectiveCode, ServedBy]);
            }
        }
        all
    }
}
