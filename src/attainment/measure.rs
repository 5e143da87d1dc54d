//! A result against a target: the rules of the scoring table, one function each.

use std::cmp::Ordering;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{CellWorking, Compared, Note, Obstacle, Outcome, Ratio, Rule};
use crate::plan::{FallingRule, Percent, Polarity, Policy, StartRule};
use crate::target::{Measure, Quantity, Reading, Target};

/// A falling target met exactly is 200 − 100.
const TWO_HUNDRED: Decimal = Decimal::from_parts(200, 0, 0, false, 0);

/// What a rule makes of a result, before cap and scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measured {
    /// In percent; none is more than any cap.
    pub raw: Option<Decimal>,
    /// Result over target, where there is such a thing.
    pub ratio: Option<Ratio>,
    /// Whether the promise was kept to the letter.
    pub met: bool,
}

/// Which results are better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    /// Higher ones; `Equal` is met unless the promise was "more than".
    Rising { equal_is_met: bool },
    /// Lower ones; `Equal` is met unless the promise was "less than".
    Falling { equal_is_met: bool },
    /// The nearer the better.
    Steady,
}

/// Measures a result. The baseline is asked for only where the policy starts there.
///
/// # Errors
/// The outcome of a result that has no score: awaited is left to the caller, who knows the dates.
pub(super) fn measure(
    target: &Target,
    result: &Reading,
    polarity: Polarity,
    baseline: impl FnOnce(Measure) -> Option<Decimal>,
    policy: &Policy,
    working: &mut CellWorking,
) -> Result<Measured, Outcome> {
    match result {
        Reading::Underway => return Err(Outcome::Awaited { overdue: false }),
        Reading::Unavailable => return Err(Outcome::NotComputable(Obstacle::Unavailable)),
        Reading::Words => return Err(Outcome::NeedsJudgement),
        _ => {}
    }
    let (quantity, direction) = match *target {
        Target::AtLeast(quantity) => (quantity, Direction::Rising { equal_is_met: true }),
        Target::MoreThan(quantity) => (quantity, Direction::Rising { equal_is_met: false }),
        Target::AtMost(quantity) => (quantity, Direction::Falling { equal_is_met: true }),
        Target::LessThan(quantity) => (quantity, Direction::Falling { equal_is_met: false }),
        Target::Exactly(quantity) => match polarity {
            Polarity::Rising => (quantity, Direction::Rising { equal_is_met: true }),
            Polarity::Falling => (quantity, Direction::Falling { equal_is_met: true }),
            Polarity::Steady => (quantity, Direction::Steady),
        },
        Target::By { date } => return by_deadline(date, result, policy, working),
        Target::Yes => return deed(result, working),
        Target::Words | Target::ToDefine | Target::Withdrawn { .. } => return statement(result, working),
        // No rule measures these yet: a person says what came of them.
        Target::Range(_)
        | Target::Times { .. }
        | Target::All
        | Target::Change { .. }
        | Target::Several { .. }
        | Target::Bands { .. } => return Err(Outcome::NeedsJudgement),
    };
    let Quantity { value: target, measure } = quantity;
    let (result, note) = amount(result, measure)?;
    if let Some(note) = note {
        working.notes.add(note);
    }
    let start = match (policy.start, direction) {
        (StartRule::Zero, _) | (_, Direction::Steady) => None,
        (StartRule::Baseline, _) => starting_point(baseline(measure), target, direction, working),
    };
    working.compared = Some(Compared { target, result, baseline: start });
    compare(target, result, start, direction, policy, working).ok_or(Outcome::NotComputable(Obstacle::TooLarge))
}

/// Returns what a result says in the measure of its target, and what a reader should know about that.
///
/// # Errors
/// The two cannot be compared: `0,85` beside a percentage may be 0,85 % or 85 %, a percentage beside a number of things is
/// a percentage of something unsaid, and whether a bare yes or no keeps a promise of an amount is for a person to say.
pub(super) fn amount(result: &Reading, measure: Measure) -> Result<(Decimal, Option<Note>), Outcome> {
    let obstacle = |obstacle| Err(Outcome::NotComputable(obstacle));
    match (result, measure) {
        (Reading::Quantity(quantity), _) if quantity.measure == measure => Ok((quantity.value, None)),
        (Reading::Quantity(Quantity { measure: Measure::Percent, .. }), _) => obstacle(Obstacle::PercentAgainstCount),
        (Reading::Quantity(quantity), Measure::Percent) if quantity.measure == Measure::Count => {
            if quantity.value > Decimal::ZERO && quantity.value <= Decimal::ONE {
                obstacle(Obstacle::PercentOrFraction)
            } else {
                Ok((quantity.value, Some(Note::NumberTakenAsPercent)))
            }
        }
        // A number alone is in the unit that was asked for, and so many days answer where only a number was.
        (Reading::Quantity(quantity), measure) if quantity.measure == Measure::Count || measure == Measure::Count => {
            Ok((quantity.value, None))
        }
        (Reading::Quantity(quantity), measure) => match quantity.to(measure) {
            Some(exchanged) => Ok((exchanged.value, None)),
            None => Err(Outcome::NeedsJudgement),
        },
        (Reading::Ratio { part, .. }, Measure::Count) => Ok((*part, Some(Note::ShareTakenAsCount))),
        (Reading::Ratio { part, whole }, Measure::Percent) => {
            Ok((percent_of(*part, *whole)?, Some(Note::ShareTakenAsPercent)))
        }
        (Reading::Ratio { part, whole }, Measure::OutOf(all)) if *whole == all => Ok((*part, None)),
        (Reading::On { .. }, _) => obstacle(Obstacle::DateAgainstAmount),
        (
            Reading::Yes { .. }
            | Reading::No
            | Reading::Ratio { .. }
            | Reading::Change { .. }
            | Reading::Several { .. }
            | Reading::Words,
            _,
        ) => Err(Outcome::NeedsJudgement),
        (Reading::Underway, _) => Err(Outcome::Awaited { overdue: false }),
        (Reading::Unavailable, _) => obstacle(Obstacle::Unavailable),
    }
}

/// Returns the baseline where the target is better than it; otherwise no progress was promised and the start is zero.
fn starting_point(
    baseline: Option<Decimal>,
    target: Decimal,
    direction: Direction,
    working: &mut CellWorking,
) -> Option<Decimal> {
    let Some(baseline) = baseline else {
        working.notes.add(Note::BaselineUnknown);
        return None;
    };
    let promised = match direction {
        Direction::Rising { .. } => target > baseline,
        Direction::Falling { .. } => target < baseline,
        Direction::Steady => false,
    };
    if !promised {
        working.notes.add(Note::NoProgressPromised);
    }
    promised.then_some(baseline)
}

/// `None` where the numbers are too large.
fn compare(
    target: Decimal,
    result: Decimal,
    start: Option<Decimal>,
    direction: Direction,
    policy: &Policy,
    working: &mut CellWorking,
) -> Option<Measured> {
    let order = result.cmp(&target);
    let (reached, met) = match direction {
        Direction::Rising { equal_is_met } => kept(order, Ordering::Greater, equal_is_met),
        Direction::Falling { equal_is_met } => kept(order, Ordering::Less, equal_is_met),
        Direction::Steady => kept(order, Ordering::Equal, true),
    };
    let (rule, ratio) = match (start, direction) {
        (_, Direction::Steady) => (Rule::Distance, Some(closeness(target, result, policy)?)),
        (Some(start), _) => {
            let ratio = over(result.checked_sub(start)?, target.checked_sub(start)?)?;
            (Rule::FromBaseline, Some(ratio))
        }
        (None, _) if target.is_zero() => (Rule::ZeroTarget, None),
        (None, Direction::Rising { .. }) if target > Decimal::ZERO => (Rule::Proportion, Some(over(result, target)?)),
        (None, Direction::Rising { .. }) => (Rule::Mirrored, Some(mirrored(result, target)?)),
        // Below zero less means further from it.
        (None, Direction::Falling { .. }) if target < Decimal::ZERO => (Rule::Proportion, Some(over(result, target)?)),
        (None, Direction::Falling { .. }) => match policy.falling {
            FallingRule::Mirrored => (Rule::Mirrored, Some(mirrored(result, target)?)),
            FallingRule::Inverse if result <= Decimal::ZERO => (Rule::Inverse, None),
            FallingRule::Inverse => (Rule::Inverse, Some(over(target, result)?)),
        },
    };
    working.rule = Some(rule);
    let raw = match (rule, ratio) {
        (_, Some(ratio)) if reached => Some(ratio.max(Decimal::ONE_HUNDRED)),
        (_, Some(ratio)) => Some(ratio),
        (Rule::ZeroTarget, None) => Some(if reached { Decimal::ONE_HUNDRED } else { Decimal::ZERO }),
        // Nothing at all of what should be little is more than any cap.
        (_, None) => None,
    };
    Some(Measured { raw, ratio: ratio.map(Ratio), met })
}

/// Whether the target was reached, and whether the promise was kept to the letter.
fn kept(order: Ordering, better: Ordering, equal_is_met: bool) -> (bool, bool) {
    match order {
        Ordering::Equal => (true, equal_is_met),
        order => (order == better, order == better),
    }
}

fn over(result: Decimal, target: Decimal) -> Option<Decimal> {
    result.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(target)
}

fn mirrored(result: Decimal, target: Decimal) -> Option<Decimal> {
    TWO_HUNDRED.checked_sub(over(result, target)?)
}

/// Full on the target, nothing from the tolerance on. A tolerance of nothing, as beside a target of zero, wants the target.
fn closeness(target: Decimal, result: Decimal, policy: &Policy) -> Option<Decimal> {
    let distance = result.checked_sub(target)?.abs();
    let tolerance = target.abs().checked_mul(policy.tolerance.value())?.checked_div(Decimal::ONE_HUNDRED)?;
    if distance.is_zero() {
        Some(Decimal::ONE_HUNDRED)
    } else if tolerance.is_zero() {
        Some(Decimal::ZERO)
    } else {
        Decimal::ONE_HUNDRED.checked_sub(over(distance, tolerance)?)
    }
}

/// On time, or what the policy gives to so many days late; never a ratio of dates.
fn by_deadline(
    deadline: NaiveDate,
    result: &Reading,
    policy: &Policy,
    working: &mut CellWorking,
) -> Result<Measured, Outcome> {
    let done = match result {
        Reading::On { date } | Reading::Yes { date: Some(date) } => *date,
        Reading::Yes { date: None } => {
            working.notes.add(Note::TakenAsOnTime);
            deadline
        }
        other => return deed(other, working),
    };
    working.rule = Some(Rule::Deadline);
    let late = done.signed_duration_since(deadline).num_days();
    working.days_late = Some(late);
    if late <= 0 {
        return Ok(whole(true));
    }
    let step = policy.lateness.iter().filter(|step| i64::from(step.days) >= late).min_by_key(|step| step.days);
    let earned = step.map_or(Percent::ZERO, |step| step.earns);
    Ok(Measured { raw: Some(earned.value()), ratio: None, met: false })
}

/// Done, not done, or the progress the office states.
fn deed(result: &Reading, working: &mut CellWorking) -> Result<Measured, Outcome> {
    match result {
        Reading::On { .. } | Reading::Yes { .. } => {
            working.rule = Some(Rule::Deed);
            Ok(whole(true))
        }
        Reading::No => {
            working.rule = Some(Rule::Deed);
            Ok(whole(false))
        }
        Reading::Quantity(Quantity { value, measure: Measure::Percent }) => Ok(stated(*value, working)),
        Reading::Ratio { part, whole } => {
            working.notes.add(Note::ShareTakenAsPercent);
            Ok(stated(percent_of(*part, *whole)?, working))
        }
        Reading::Quantity(_) => Err(Outcome::NotComputable(Obstacle::CountAgainstDeed)),
        Reading::Underway
        | Reading::Unavailable
        | Reading::Change { .. }
        | Reading::Several { .. }
        | Reading::Words => Err(Outcome::NeedsJudgement),
    }
}

/// Against words only a plain yes, no or percentage speaks for itself.
fn statement(result: &Reading, working: &mut CellWorking) -> Result<Measured, Outcome> {
    match result {
        Reading::Yes { .. } | Reading::No | Reading::Quantity(Quantity { measure: Measure::Percent, .. }) => {
            deed(result, working)
        }
        _ => Err(Outcome::NeedsJudgement),
    }
}

fn whole(met: bool) -> Measured {
    Measured { raw: Some(if met { Decimal::ONE_HUNDRED } else { Decimal::ZERO }), ratio: None, met }
}

fn stated(value: Decimal, working: &mut CellWorking) -> Measured {
    working.rule = Some(Rule::Stated);
    Measured { raw: Some(value), ratio: Some(Ratio(value)), met: value >= Decimal::ONE_HUNDRED }
}

fn percent_of(part: Decimal, whole: Decimal) -> Result<Decimal, Outcome> {
    if whole.is_zero() {
        return Err(Outcome::NotComputable(Obstacle::EmptyWhole));
    }
    over(part, whole).ok_or(Outcome::NotComputable(Obstacle::TooLarge))
}
