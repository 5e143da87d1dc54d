//! A promised change: the change achieved over the change promised.

use rust_decimal::Decimal;

use super::amount::{Pair, over, said};
use super::deed::{done, whole};
use super::measure::{Case, Measured};
use super::{CellWorking, Compared, Obstacle, Outcome, Ratio, Rule};
use crate::target::{Difference, Direction, Measure, Quantity, Reading, Reference};

/// A promise that a value moves.
#[derive(Clone, Copy)]
pub(super) struct Promised {
    pub direction: Direction,
    pub by: Option<Difference>,
    pub from: Reference,
}

/// How far a value moved in the promised direction, and how far it should have: none where any step will do.
struct Moved {
    far: Decimal,
    promised: Option<Decimal>,
}

impl Promised {
    /// Measures a change: as the person stated it, or from the reference to the result.
    ///
    /// # Errors
    /// A stated change in another measure than the promised one, a reference that is not known, a change relative to zero.
    pub fn measure(self, result: &Reading, case: &Case, working: &mut CellWorking) -> Result<Measured, Outcome> {
        let moved = match *result {
            Reading::Change { direction, by } => self.stated(direction, by, working)?,
            // Whether it grew at all is a question that a plain answer answers.
            Reading::Yes { .. } if self.by.is_none() => return Ok(done(true, working)),
            Reading::No if self.by.is_none() => return Ok(done(false, working)),
            _ => self.reached(result, case, working)?,
        };
        self.score(&moved, working).ok_or(Outcome::NotComputable(Obstacle::TooLarge))
    }

    fn stated(self, direction: Direction, by: Difference, working: &mut CellWorking) -> Result<Moved, Outcome> {
        let sign = match direction {
            Direction::Increase => Decimal::ONE,
            Direction::Decrease => Decimal::NEGATIVE_ONE,
            Direction::Either => return Err(Outcome::NeedsJudgement),
        };
        let is_relative = |quantity: Quantity| quantity.measure == Measure::Percent;
        let pair = match (self.by, by) {
            (Some(Difference::Amount(promised)), Difference::Amount(stated))
                if is_relative(promised) == is_relative(stated) =>
            {
                Pair::of(promised, &Reading::Quantity(stated), &mut working.notes)?
            }
            (Some(Difference::Points(target)), Difference::Points(result)) => {
                Pair { target, result, measure: Measure::Percent }
            }
            (Some(_), _) => return Err(Outcome::NotComputable(Obstacle::ChangesDiffer)),
            (None, Difference::Amount(Quantity { value, measure })) => {
                Pair { target: Decimal::ZERO, result: value, measure }
            }
            (None, Difference::Points(value)) => {
                Pair { target: Decimal::ZERO, result: value, measure: Measure::Percent }
            }
        };
        let Pair { target, result, measure } = pair;
        let stated = sign.saturating_mul(result);
        working.compared = Some(Compared { target, result: stated, baseline: None, measure });
        Ok(Moved { far: self.towards(stated), promised: self.by.map(|_| target) })
    }

    fn reached(self, result: &Reading, case: &Case, working: &mut CellWorking) -> Result<Moved, Outcome> {
        let too_large = Outcome::NotComputable(Obstacle::TooLarge);
        let unknown = Outcome::NotComputable(Obstacle::ReferenceUnknown);
        // A result without a level is told before a reference that would not help it.
        said(result, Measure::Percent).or_else(|_| said(result, Measure::Count))?;
        let reference = case.setting.level(self.from).ok_or(unknown)?;
        let measure = match (self.by, &*reference) {
            (Some(Difference::Points(_)), _) => Measure::Percent,
            // `+2` from 12 of 16 are two more, not two hundredths more; on one scale they are two marks.
            (Some(Difference::Amount(by)), Reading::Ratio { whole, .. })
                if matches!(by.measure, Measure::Count | Measure::OutOf(_)) =>
            {
                if out_of(result) == Some(*whole) {
                    Measure::OutOf(*whole)
                } else {
                    Measure::Count
                }
            }
            (_, Reading::Ratio { .. }) => Measure::Percent,
            (Some(Difference::Amount(by)), Reading::Quantity(level)) if level.measure == Measure::Count => {
                if by.measure == Measure::Percent { Measure::Count } else { by.measure }
            }
            (_, Reading::Quantity(level)) => level.measure,
            _ => return Err(unknown),
        };
        let (level, note) = said(&reference, measure)?;
        note.into_iter().for_each(|note| working.notes.add(note));
        let Pair { target: start, result, measure } = Pair::of(level, result, &mut working.notes)?;
        let promised = match self.by {
            None => None,
            Some(Difference::Points(points)) => Some(points),
            Some(Difference::Amount(Quantity { value, measure: Measure::Percent })) => {
                if start.is_zero() && !value.is_zero() {
                    return Err(Outcome::NotComputable(Obstacle::ChangeFromZero));
                }
                let part = start.abs().checked_mul(value).and_then(|part| part.checked_div(Decimal::ONE_HUNDRED));
                Some(part.ok_or(too_large)?)
            }
            Some(Difference::Amount(by)) => {
                let (by, note) = said(&Reading::Quantity(by), measure)?;
                note.into_iter().for_each(|note| working.notes.add(note));
                Some(by.to(measure).ok_or(Outcome::NotComputable(Obstacle::UnitsDiffer))?.value)
            }
        };
        let target = promised.unwrap_or_default();
        working.compared = Some(Compared { target, result, baseline: Some(start), measure });
        let far = self.towards(result.checked_sub(start).ok_or(too_large)?);
        Ok(Moved { far, promised })
    }

    /// A step up, seen in the promised direction.
    fn towards(self, up: Decimal) -> Decimal {
        match self.direction {
            Direction::Increase => up,
            Direction::Decrease => Decimal::ZERO.saturating_sub(up),
            Direction::Either => up.abs(),
        }
    }

    fn score(self, moved: &Moved, working: &mut CellWorking) -> Option<Measured> {
        let Moved { far, promised } = *moved;
        let (rule, measured) = match promised {
            None => (Rule::AnyChange, whole(far > Decimal::ZERO)),
            Some(promised) if promised.is_zero() => (Rule::NoChange, whole(far >= Decimal::ZERO)),
            Some(promised) => {
                let ratio = over(far, promised)?;
                let met = far >= promised;
                let raw = if met { ratio.max(Decimal::ONE_HUNDRED) } else { ratio };
                (Rule::Change, Measured { raw: Some(raw), ratio: Some(Ratio(ratio)), met })
            }
        };
        working.rule = Some(rule);
        Some(measured)
    }
}

/// Out of how many a result is; none where it does not say.
fn out_of(result: &Reading) -> Option<Decimal> {
    match result {
        Reading::Ratio { whole, .. } => Some(*whole),
        Reading::Quantity(Quantity { measure: Measure::OutOf(whole), .. }) => Some(*whole),
        _ => None,
    }
}
