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
//! | a range | full between its ends, both included; beyond, as from the end that was passed |
//! | by a day | on time all; late what the policy gives to so many days, by default nothing; never a ratio of dates |
//! | yes | done or not done; a percentage of progress where the office gives one |
//! | so many times a year | times done over times promised; a plain yes is all of them, a plain no none |
//! | all of them | the share reached over 100 %; how many there are is not said, so a bare number is not computable |
//! | a change | `(r−b)/Δ` in the promised direction, or the change a person states over `Δ`; without a figure any step |
//! | several conditions | each by its own rule up to the cap, then the worst of them or their mean, as the policy says |
//! | bands | what the band of the result gives, beyond the last nothing |
//! | a withdrawal | a person decides whether the year is set aside; until then it waits |
//! | words | a plain yes, no or percentage from the office; anything else a person judges |
//!
//! - Where the baseline is unknown, or the target is no better than it, no progress can be measured: the start is zero, and
//!   the working says so.
//! - A deadline in the cell turns words and yeses into "done by then". Beside an amount, or several conditions, it only says
//!   when the result is awaited.
//! - Where the words hold a condition that is not read (`Almeno 80% o 3 riunioni`), of what `85%` speaks a person judges; a
//!   day or a yes is scored as beside any words.
//! - A percentage and a number of things are never mistaken for each other. Against `80 %`, `3 su 4` is 75 %, `85` is 85 % (and
//!   the working says it was taken so), while `0,85` may be either and is not computable. Against `4`, `3 su 4` is 3 and `75%`
//!   is not computable. `0,5 %` is 0,5 %.
//! - A change starts at the baseline, or at the result of the year its words name; the baseline of that year stands in where
//!   that has no result. `+10%` is a tenth of where it started, `8 punti percentuali` eight hundredths of the whole. Where the
//!   start is not known and the result is no change by itself, it is not computable. A change of zero is kept by not getting
//!   worse; a tenth of nothing is not computable.
//! - Of several answers each condition takes the one that fits it; a single answer goes to the condition it fits best, a yes
//!   or a no to every one it fits. A condition without its answer is awaited, and the whole with it: nobody knows yet what
//!   the worst of them will be. Two conditions that a single answer fits equally, or an answer that fits none, are for a
//!   person. Of several answers to a single condition the only one that fits best is taken.
//! - Units of time are exchanged only where that is exact, weeks into days and years into months; days and months, days and
//!   euros, points out of four and points out of five are not computable. A bare number is in the unit of its target.
//! - A reading that is a guess is not taken: the phrase counts as words.
//! - `n.d.` is an answer: not computable, not awaited. `in corso` is awaited.
//! - A judgement counts instead of the measure, which stays beside it with its outcome; [`CellScore::counted`] says which of
//!   the two the score is, and [`Counts::judged`] how many of a figure's scores are judgements.
//! - A standing (suspended, postponed, struck out) sets the year aside whatever else is written.
//! - Then the cap, then the policy's scale for partial attainment: of several conditions it looks at the whole, and a target
//!   with bands of its own has no need of it. A judgement is capped and not scaled.
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
//! - The light of a node is that of its official figure, on every level.
//! - A figure keeps twenty decimals, so that 60 % which went through divisions still reaches a limit of 60 %.
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
//! `t/r`, the scales for partial attainment and the weight that leaves the sum: PERFORM+ (open source). Bands of a
//! target: the plan of a health authority in Sicily (2021). Weights within the year: PIAO 2023-2025
//! of CSSM Mondovì. What each body chooses among them is its [`Policy`](crate::plan::Policy).

mod across;
mod amount;
#[cfg(test)]
mod better;
mod cell;
mod change;
#[cfg(test)]
mod conditions;
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
mod siblings;
mod tally;
#[cfg(test)]
mod traps;
#[cfg(test)]
mod typed;
#[cfg(test)]
mod worked;
mod working;

pub use cell::{promised, score_cell, score_part};
pub use engine::{Attainment, Span};
pub use figure::{Counts, Figure, Points, shown};
pub use outcome::{
    Achieved, CellScore, CellWorking, Compared, Counted, Note, Notes, Obstacle, Outcome, Promise, Ratio, Rule, Source,
};
pub use policy::{Light, Preset, band_of, band_score, light, scale_in_force, scaled};
pub use rollup::{IndicatorFigure, ObjectiveFigure, score_indicator, score_objective};
pub use siblings::{Sibling, Siblings, Worth, part_siblings};
pub use working::{Basis, CellBasis, Detail, Place, Working};
