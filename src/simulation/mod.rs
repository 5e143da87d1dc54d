//! What-if: other weights and other results over a plan that stays untouched.
//!
//! A [`Scenario`](crate::plan::Scenario) is data and is saved with the plan; here it is *tried*. [`Trial`] holds one year of a
//! plan with a scenario over it, and answers in one pass over siblings when a weight moves. The figure of the plan itself
//! always stands beside it.
//!
//! ```text
//! Trial ── objectives() ─ Group<ObjectiveId>    shares with locks, points, tornado, break-even, range, needed
//!    │  ── indicators(objective) ─ Group<IndicatorId>          the same one level down
//!    │  ── parts(objective, indicator) ─ Group<PartId>         and one further
//!    │  ── all_indicators() ─ Group<(ObjectiveId, IndicatorId)>   every indicator with its share of the plan
//!    └─ shift, set_weight, lock, unlock, suppose, set_policy   change the scenario, never the plan
//! ```
//!
//! # One quantity
//!
//! A child of weight `w` brings, for a unit of it, the points `n` and the measured part `d`; a figure is
//! `S = Σ w·n / Σ w·d`. Over what is measured `d` is the child's coverage; on the floor, where what is missing counts as
//! nothing, `d = 1`. Both are one [`Basis`]; the policy says which is official. The same holds on every level: a group brings
//! to its parent its own `Σ w·n` and `Σ w·d` over `Σ w`. What is set aside, or not due, has no say and is in no group.
//!
//! | question | answer | derivation |
//! |---|---|---|
//! | where the points are | [`Group::points`], [`points_by_goal`], [`points_by_unit`] | `points` |
//! | how much each weight counts | [`Group::tornado`] | `S(δ) = (N + δ(nᵢ − u)) / (D + δ(dᵢ − v))` |
//! | which single move would do | [`Group::crossings`] | the same, with only the free ones giving way |
//! | where a threshold is crossed | [`Group::break_even`] | `δ* = (T·D − N) / (a − T·b)` |
//! | between what all weights can move it | [`Group::range`] | a corner of the box, found by sorting `n/d` |
//! | what must still come | [`Group::needed`], [`Trial::needed`] | `a = (T·(D + ω) − N) / ω` |
//!
//! Each derivation stands with its code, and is checked against brute force.
//!
//! ```
//! use traguardo::attainment::{Attainment, Span, shown};
//! use traguardo::plan::{
//!     Cell, Edit, Indicator, ListEdit, Objective, Percent, Period, Plan, Revision, Scenario, Taking, Weight, Year,
//! };
//! use traguardo::simulation::{Limit, Spot, Trial, application};
//!
//! // Three objectives of 50, 30 and 20: one at 75 %, one reached, one at nothing.
//! let year = Year::new(2024)?;
//! let mut plan = Plan::new("p".into(), Period::new(year, year)?);
//! for (id, weight, result) in [("A", 50, "3"), ("B", 30, "4"), ("C", 20, "0")] {
//!     let mut indicator = Indicator::new("1".into());
//!     indicator.cells.insert(year, Cell { target: "Almeno 4".into(), result: result.into(), ..Cell::default() });
//!     let mut objective = Objective::new(id.into());
//!     objective.weights.insert(year, Weight::whole(weight));
//!     objective.indicators.push(indicator)?;
//!     plan.objectives.push(objective)?;
//! }
//! let official = Attainment::of(&plan, Span::Year(year), "2024-10-31".parse()?);
//! let mut trial = Trial::new(&plan, &official, Scenario::new("s".into())).ok_or("a year")?;
//! let text = |percent: Option<Percent>| percent.map(|percent| shown(percent).to_string()).unwrap_or_default();
//! assert_eq!(text(trial.figure()), "67.50"); // 50 × 0,75 + 30
//!
//! // B goes from 30 to 65; A and C give way, 50 to 20.
//! let [a, b, c] = ["A", "B", "C"].map(|id| Spot::Objective(id.into()));
//! trial.shift(&b, Percent::whole(65));
//! assert_eq!(text(trial.objectives().share(&"A".into())), "25.00");
//! assert_eq!((text(trial.official_figure()), text(trial.figure())), ("67.50".into(), "83.75".into()));
//!
//! // With A and C locked B cannot move; with A alone locked it takes what A leaves, and no more.
//! trial.lock(&a);
//! trial.lock(&c);
//! assert_eq!(trial.shift(&b, Percent::whole(80)).limit, Some(Limit::NobodyElse));
//! trial.unlock(&c);
//! let moved = trial.shift(&b, Percent::whole(80));
//! assert_eq!((text(Some(moved.to)), moved.limit), ("75.00".into(), Some(Limit::LeftByLocked(Percent::whole(75)))));
//!
//! // Saved with the plan, then applied: one edit, which one undo takes back.
//! let scenario = trial.scenario().into_owned();
//! plan.apply(Edit::Scenarios(ListEdit::Insert { at: 0, item: scenario.clone().into() }))?;
//! let revision = Revision { date: "2024-11-05".parse()?, act: String::new(), note: "Pesi rivisti".into() };
//! let undo = plan.apply(application(&plan, &scenario, Taking::Decisions, "", revision).ok_or("it changes weights")?)?;
//! assert_eq!(plan.objectives.get(&"B".into()).ok_or("B")?.weights[&year], Weight::whole(75));
//! plan.apply(undo)?;
//! assert!(plan.revisions.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Decided here
//!
//! - A move goes in percent of what counts among siblings in the year, and these come to 100 exactly; what it writes into the
//!   scenario is in the body's own scale, so that steps of 5 and 25 (of 100 over three years) stay 30 together, and whoever is
//!   set aside keeps its weight.
//! - A result can be supposed where something is due. A standing in the plan stays: what is set aside there does not count,
//!   whatever is supposed of it.
//! - A lock holds while siblings move. When one of them is set aside, or comes back, all shares of the others change, as they
//!   would in the plan.
//! - Tornado and range move every weight, locked or not: a lock says who gives way in a move.
//! - A scenario is tried on one year. Over the period an objective has a weight for each year, and no one weight to move.

mod apply;
mod break_even;
#[cfg(test)]
mod brute;
mod compare;
#[cfg(test)]
mod fixture;
mod group;
#[cfg(test)]
mod laws;
mod needed;
mod parent;
mod points;
mod range;
mod ratio;
mod shares;
mod spot;
mod tornado;
mod trial;

pub use apply::{Reweighed, application, reweighed};
pub use break_even::{BreakEven, Crossing};
pub use compare::{Column, Comparison, Entry, MOST, Row, compare};
pub use group::{Basis, Group};
pub use needed::{Need, Needed};
pub use parent::Parent;
pub use points::{PointsOf, points_by_goal, points_by_unit};
pub use range::Range;
pub use shares::{Limit, Moved, Shares};
pub use spot::Spot;
pub use tornado::Swing;
pub use trial::Trial;
