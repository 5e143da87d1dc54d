//! How far the body has come: one cell scored, weights rolled up, and the working behind every figure.
//!
//! # One cell
//!
//! A result `r` against a target `t`, from a baseline `b`. Before the cap it is the *ratio*, after it the *score*; whether the
//! promise was kept to the letter, *met*, is a third thing: 90 % where "more than 90 %" was promised scores in full and is
//! not met.
//!
//! | promise | score |
//! |---|---|
//! | at least, more than, a bare number that should rise | `r/t`; from the baseline, where the policy says so, `(r−b)/(t−b)` |
//! | at most, less than, a bare number that should fall | `2 − r/t`, or `t/r` where the policy says so; `r = 0` is full marks |
//! | a target of 0 | all or nothing: reached, or not |
//! | a bare number to stay on | full on it, falling in a straight line to nothing at the policy's tolerance |
//! | by a day | on time all; late what the policy gives to so many days, by default nothing; never a ratio of dates |
//! | yes | done or not done; a percentage of progress where the office gives one |
//! | words | a plain yes, no or percentage from the office; anything else a person judges |
//!
//! - Where the baseline is unknown, or the target is no better than it, no progress can be measured: the start is zero, and
//!   the working says so.
//! - A deadline in the cell turns words and yeses into "done by then". Beside an amount it only says when the result is awaited.
//! - Where the words hold a condition that is not read (`Almeno 80% e 3 riunioni`), of what `85%` speaks a person judges; a
//!   day or a yes is scored as beside any words.
//! - A percentage and a number of things are never mistaken for each other. Against `80 %`, `3 su 4` is 75 %, `85` is 85 % (and
//!   the working says it was taken so), while `0,85` may be either and is not computable. Against `4`, `3 su 4` is 3 and `75%`
//!   is not computable. `0,5 %` is 0,5 %.
//! - A reading that is a guess is not taken: the phrase counts as words.
//! - `n.d.` is an answer: not computable, not awaited. `in corso` is awaited.
//! - A judgement counts instead of the measure, which stays beside it. A standing (suspended, postponed, struck out) sets the
//!   year aside whatever else is written.
//! - Then the cap, then the policy's scale for partial attainment. A judgement is capped and not scaled.
//! - Nothing raises an error: a zero, a gap or a huge number has an [`Outcome`] with its reason.
//!
//! # Rolling up
//!
//! The same at every level: parts into their indicator, indicators into their objective, objectives into the plan, and across
//! by goal and by office. Over a period the years of an indicator come first, each counting the same.
//!
//! - Weights are those of the children due, in proportion: steps of 5 and 25 due in one year weigh 16,67 and 83,33 in it, as
//!   the CSSM plan prints them. Children without a weight share equally what the others leave of 100: nothing, where
//!   these come to 100 or more. Without any weight all count the same; with nothing but zeros there is no figure.
//! - What is set aside leaves the sum, and the others rise; a node with everything set aside leaves the sum above. The figure
//!   with all of it as zero stands beside.
//! - Attained is points over the weight scored; coverage the weight scored over the weight that counts; floor and ceiling
//!   count what is missing as nothing and as the cap. A node brings to its parent the scored part of its weight and its points,
//!   so that on every level `attained × coverage = floor`.
//! - The weight of an objective over a period is the mean of the weights written for its years.
//!
//! ```
//! use traguardo::attainment::{Attainment, Span, shown};
//! use traguardo::plan::{Cell, Indicator, Objective, Period, Plan, Weight, Year};
//!
//! // 40 % of the weight reached to three quarters, 40 % in full, 20 % still awaited.
//! let year = Year::new(2024)?;
//! let mut objective = Objective::new("A".into());
//! for (id, weight, target, result) in
//!     [("A.1", 40, "Almeno 4", "3"), ("A.2", 40, "Entro il 30/9", "12/09/2024"), ("A.3", 20, "≥ 80%", "")]
//! {
//!     let mut indicator = Indicator::new(id.into());
//!     indicator.weight = Some(Weight::whole(weight));
//!     indicator.cells.insert(year, Cell { target: target.into(), result: result.into(), ..Cell::default() });
//!     objective.indicators.push(indicator)?;
//! }
//! let mut plan = Plan::new("p".into(), Period::new(year, year)?);
//! plan.objectives.push(objective)?;
//!
//! let attainment = Attainment::of(&plan, Span::Year(year), "2024-10-31".parse()?);
//! let figure = attainment.figure();
//! let text = |percent| shown(percent).to_string();
//! assert_eq!(figure.attained.map(text).as_deref(), Some("87.50")); // (40 × 75 + 40 × 100) / 80
//! assert_eq!(figure.coverage.map(text).as_deref(), Some("80.00"));
//! assert_eq!(figure.floor.map(text).as_deref(), Some("70.00"));
//! assert_eq!(figure.ceiling.map(text).as_deref(), Some("90.00"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where the rules come from
//!
//! Measurement apart from judgement, and the causes of a deviation: Dipartimento della Funzione Pubblica, guidelines 2/2017 on
//! the SMVP. `r/t`, `2 − r/t`, the target of zero and progress from a baseline: the scorecard of GZOOM (open source).
//! `t/r`, the threshold of 60 and the weight that leaves the sum: PERFORM+ (open source). Weights within the year: PIAO 2023-2025
//! of CSSM Mondovì. What each body chooses among them is its [`Policy`](crate::plan::Policy).

mod across;
mod amount;
#[cfg(test)]
mod better;
mod cell;
mod change;
mod deed;
mod distance;
mod engine;
mod explain;
mod figure;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod laws;
mod measure;
mod outcome;
mod policy;
mod rollup;
mod several;
mod tally;
#[cfg(test)]
mod traps;
#[cfg(test)]
mod worked;
mod working;

pub use cell::{score_cell, score_part};
pub use engine::{Attainment, Span};
pub use figure::{Counts, Figure, Points, shown};
pub use outcome::{
    Achieved, CellScore, CellWorking, Compared, Counted, Note, Notes, Obstacle, Outcome, Promise, Ratio, Rule, Source,
};
pub use policy::{Light, Preset, band_of, band_score, light, scale_in_force, scaled};
pub use rollup::{IndicatorFigure, ObjectiveFigure, score_indicator, score_objective};
pub use working::{Basis, CellBasis, Detail, Place, Working};
