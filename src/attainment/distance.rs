//! Results above, below, at or between numbers: the proportions of the scoring table.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::amount::over;
use super::measure::Measured;
use super::{CellWorking, Note, Ratio, Rule};
use crate::plan::{FallingRule, Policy};

/// A falling target met exactly is 200 − 100.
const TWO_HUNDRED: Decimal = Decimal::from_parts(200, 0, 0, false, 0);

/// Which results are better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Better {
    /// Higher ones; `Equal` is met unless the promise was "more than".
    Higher { equal_is_met: bool },
    /// Lower ones; `Equal` is met unless the promise was "less than".
    Lower { equal_is_met: bool },
    /// The nearer the better.
    Nearer,
}

/// Returns the baseline where the target is better than it; otherwise no progress was promised and the start is zero.
pub(super) fn starting_point(
    baseline: Option<Decimal>,
    target: Decimal,
    better: Better,
    working: &mut CellWorking,
) -> Option<Decimal> {
    let Some(baseline) = baseline else {
        working.notes.add(Note::BaselineUnknown);
        return None;
    };
    let promised = match better {
        Better::Higher { .. } => target > baseline,
        Better::Lower { .. } => target < baseline,
        Better::Nearer => false,
    };
    if !promised {
        working.notes.add(Note::NoProgressPromised);
    }
    promised.then_some(baseline)
}

/// `None` where the numbers are too large.
pub(super) fn compare(
    target: Decimal,
    result: Decimal,
    start: Option<Decimal>,
    better: Better,
    policy: &Policy,
    working: &mut CellWorking,
) -> Option<Measured> {
    let order = result.cmp(&target);
    let (reached, met) = match better {
        Better::Higher { equal_is_met } => kept(order, Ordering::Greater, equal_is_met),
        Better::Lower { equal_is_met } => kept(order, Ordering::Less, equal_is_met),
        Better::Nearer => kept(order, Ordering::Equal, true),
    };
    let (rule, ratio) = match (start, better) {
        (_, Better::Nearer) => (Rule::Distance, Some(closeness(target, result, policy)?)),
        (Some(start), _) => {
            let ratio = over(result.checked_sub(start)?, target.checked_sub(start)?)?;
            (Rule::FromBaseline, Some(ratio))
        }
        (None, _) if target.is_zero() => (Rule::ZeroTarget, None),
        (None, Better::Higher { .. }) if target > Decimal::ZERO => (Rule::Proportion, Some(over(result, target)?)),
        (None, Better::Higher { .. }) => (Rule::Mirrored, Some(mirrored(result, target)?)),
        // Below zero less means further from it.
        (None, Better::Lower { .. }) if target < Decimal::ZERO => (Rule::Proportion, Some(over(result, target)?)),
        (None, Better::Lower { .. }) => match policy.falling {
            FallingRule::Mirrored => (Rule::Mirrored, Some(mirrored(result, target)?)),
            FallingRule::Inverse if result <= Decimal::ZERO => (Rule::Inverse, None),
            FallingRule::Inverse => (Rule::Inverse, Some(over(target, result)?)),
        },
    };
    working.rule = Some(rule);
    let raw = match (rule, ratio) {
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

fn mirrored(result: Decimal, target: Decimal) -> Option<Decimal> {
    TWO_HUNDRED.checked_sub(over(result, target)?)
}

/// Full on the target, nothing from the tolerance on. A tolerance of nothing, as beside a target of zero, wants the target.
pub(super) fn closeness(target: Decimal, result: Decimal, policy: &Policy) -> Option<Decimal> {
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
