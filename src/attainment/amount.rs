//! A result beside a target: what it says in the target's own measure.

use rust_decimal::Decimal;

use super::{Note, Notes, Obstacle, Outcome};
use crate::target::{Measure, Quantity, Reading};

/// A target and a result in one measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pair {
    pub target: Decimal,
    pub result: Decimal,
    pub measure: Measure,
}

impl Pair {
    /// Brings a result beside a target. Units of time are exchanged where that is exact: three weeks stand beside 20 days as
    /// 21 days, and 10 days beside two weeks as 10 of 14.
    ///
    /// # Errors
    /// Those of [`said`]; and units that are not exactly so many of one another, as days and months.
    pub fn of(target: Quantity, result: &Reading, notes: &mut Notes) -> Result<Self, Outcome> {
        let (result, note) = said(result, target.measure)?;
        note.into_iter().for_each(|note| notes.add(note));
        let pair = |target: Quantity, result: Quantity| Self {
            target: target.value,
            result: result.value,
            measure: target.measure,
        };
        if target.measure == result.measure {
            return Ok(pair(target, result));
        }
        notes.add(Note::UnitsConverted);
        let as_target = result.to(target.measure).map(|result| pair(target, result));
        let pair = as_target.or_else(|| target.to(result.measure).map(|target| pair(target, result)));
        pair.ok_or(Outcome::NotComputable(Obstacle::UnitsDiffer))
    }
}

/// Returns a result as a quantity that can stand beside a measure, and what a reader should know about that.
///
/// # Errors
/// The two cannot be compared: `0,85` beside a percentage may be 0,85 % or 85 %, a percentage beside a number of things is a
/// percentage of something unsaid, days are no euros, points out of 5 no points out of 4, a change no level; and whether a
/// bare yes or no keeps a promise of an amount is for a person to say.
pub(super) fn said(result: &Reading, beside: Measure) -> Result<(Quantity, Option<Note>), Outcome> {
    let obstacle = |obstacle| Err(Outcome::NotComputable(obstacle));
    match *result {
        Reading::Quantity(quantity) => beside_quantity(quantity, beside),
        Reading::Ratio { part, whole } => match beside {
            Measure::Count => Ok((Quantity::count(part), Some(Note::ShareTakenAsCount))),
            Measure::Percent => share(part, whole),
            Measure::OutOf(scale) if scale == whole => Ok((Quantity { value: part, measure: beside }, None)),
            _ => obstacle(Obstacle::UnitsDiffer),
        },
        Reading::On { .. } => obstacle(Obstacle::DateAgainstAmount),
        Reading::Change { .. } => obstacle(Obstacle::ChangeAgainstAmount),
        Reading::Unavailable => obstacle(Obstacle::Unavailable),
        Reading::Underway => Err(Outcome::Awaited { overdue: false }),
        Reading::Yes { .. } | Reading::No | Reading::Several { .. } | Reading::Words => Err(Outcome::NeedsJudgement),
    }
}

fn beside_quantity(quantity: Quantity, beside: Measure) -> Result<(Quantity, Option<Note>), Outcome> {
    let obstacle = |obstacle| Err(Outcome::NotComputable(obstacle));
    let Quantity { value, measure } = quantity;
    let taken = |measure, note| Ok((Quantity { value, measure }, Some(note)));
    match (measure, beside) {
        _ if measure == beside || (measure.is_time() && beside.is_time()) => Ok((quantity, None)),
        (Measure::Count, Measure::Percent) if value > Decimal::ZERO && value <= Decimal::ONE => {
            obstacle(Obstacle::PercentOrFraction)
        }
        (Measure::Count, Measure::Percent) => taken(beside, Note::NumberTakenAsPercent),
        (Measure::Count, Measure::OutOf(scale)) if value > scale => obstacle(Obstacle::UnitsDiffer),
        (Measure::Count, _) => taken(beside, Note::NumberTakenInUnit),
        (Measure::Percent, _) => obstacle(Obstacle::PercentAgainstCount),
        (Measure::OutOf(scale), Measure::Percent) => share(value, scale),
        (Measure::OutOf(_), Measure::Count) => taken(beside, Note::ShareTakenAsCount),
        (_, Measure::Count) => taken(beside, Note::UnitLeftAside),
        _ => obstacle(Obstacle::UnitsDiffer),
    }
}

fn share(part: Decimal, whole: Decimal) -> Result<(Quantity, Option<Note>), Outcome> {
    Ok((Quantity::percent(percent_of(part, whole)?), Some(Note::ShareTakenAsPercent)))
}

/// `part / whole` in percent.
pub(super) fn percent_of(part: Decimal, whole: Decimal) -> Result<Decimal, Outcome> {
    if whole.is_zero() {
        return Err(Outcome::NotComputable(Obstacle::EmptyWhole));
    }
    over(part, whole).ok_or(Outcome::NotComputable(Obstacle::TooLarge))
}

/// `result / target` in percent; none where that is too large, or the target zero.
pub(super) fn over(result: Decimal, target: Decimal) -> Option<Decimal> {
    result.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(target)
}
