//! What is still to come, and what it must bring to reach a threshold.
//!
//! # Derivation
//!
//! A child with share `p` of which the part `m = 1 − c` is not measured adds, when that part comes to `a`, the points
//! `ω·a` with `ω = p·m`. Over what is measured it adds `ω` to the weight too, so the figure reaches the threshold `T` where
//! `N + ω·a ≥ T·(D + ω)`; on the floor that weight is in the sum already, and it does where `N + ω·a ≥ T·D`. Hence
//!
//! ```text
//! a = (T·(D + ω) − N) / ω   over what is measured          a = (T·D − N) / ω   on the floor
//! ```
//!
//! with everything else that is awaited staying as it is. For all that is missing together `ω` is the sum of theirs and both
//! are one: `a = (T·Σp − N) / Σω`. At most the policy's cap can come.

use rust_decimal::Decimal;

use super::ratio::settled;
use super::{Basis, Group};
use crate::plan::Percent;

/// What must still come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Whatever comes, the threshold is reached.
    Nothing,
    /// At least this, of the part that is not measured yet.
    AtLeast(Percent),
    /// Even the most it can bring does not reach the threshold.
    OutOfReach,
}

/// What must still come to reach a threshold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed<I> {
    /// What all that is missing must bring, each as much; none where nothing is missing.
    pub together: Option<Need>,
    /// For each child that is not measured in full, in the plan's order, what it must bring when no other result comes.
    pub each: Vec<(I, Need)>,
}

impl<I: Clone + PartialEq> Group<I> {
    /// Returns what must still come to reach a threshold, `cap` being the most one result can bring.
    pub fn needed(&self, threshold: Percent, cap: Percent) -> Needed<I> {
        let total = self.total();
        let missing = |place: usize, share: Decimal| {
            let missing = Decimal::ONE_HUNDRED.saturating_sub(self.worth_at(place).measured.value());
            settled(share.saturating_mul(missing))
        };
        let open: Vec<_> = self
            .children()
            .enumerate()
            .map(|(place, (id, share, _))| (id, missing(place, share)))
            .filter(|(_, missing)| *missing > Decimal::ZERO)
            .collect();
        let need = |missing: Decimal, measured: Decimal| {
            let wanted = threshold.value().saturating_mul(measured);
            let lacking = wanted.saturating_sub(total.points.saturating_mul(Decimal::ONE_HUNDRED));
            match lacking.checked_div(missing).map(settled).map(Percent::new) {
                Some(Ok(least)) if least.value().is_zero() => Need::Nothing,
                Some(Ok(least)) if least <= cap => Need::AtLeast(least),
                Some(Err(_)) if lacking < Decimal::ZERO => Need::Nothing,
                _ => Need::OutOfReach,
            }
        };
        let all = open.iter().fold(Decimal::ZERO, |sum, (_, missing)| sum.saturating_add(*missing));
        let after = |missing: Decimal| match self.basis() {
            Basis::Measured => total.measured.saturating_add(missing),
            Basis::Floor => total.measured,
        };
        Needed {
            together: (!open.is_empty()).then(|| need(all, after(all))),
            each: open.into_iter().map(|(id, missing)| (id.clone(), need(missing, after(missing)))).collect(),
        }
    }
}
