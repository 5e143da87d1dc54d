//! The lowest and the highest figure when every weight may move by so many percent of itself.
//!
//! # Derivation
//!
//! Each weight `wᵢ` may be anything from `(1 − x)·wᵢ` to `(1 + x)·wᵢ`, independently of the others, and
//! `S(w) = Σ wᵢnᵢ / Σ wᵢdᵢ`. Let `S*` be the highest figure there is. For every `w` in the box `Σ wᵢ(nᵢ − S*·dᵢ) ≤ 0`, and it is
//! zero where `S*` is reached. That sum is highest where every weight with `nᵢ > S*·dᵢ` is raised as far as it goes and every
//! weight with `nᵢ < S*·dᵢ` lowered (the others do not matter), so there `S*` is reached: at a corner of the box given by one
//! limit on `nᵢ/dᵢ`. With the children sorted by `nᵢ/dᵢ`, best first, it is enough to try raising the first, the first two and
//! so on, and to take the best. For the lowest the worst come first. Children of which nothing is measured (`dᵢ = nᵢ = 0`) do
//! not matter.
//!
//! The weights need not come to 100 while they move: only their proportions count. From `x` = 100 on a weight may go down to
//! nothing.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::Group;
use super::ratio::Ratio;
use crate::plan::Percent;

/// Between what a figure can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The lowest figure.
    pub low: Percent,
    /// The highest figure.
    pub high: Percent,
}

impl<I: Clone + PartialEq> Group<I> {
    /// Returns the lowest and highest figure when every weight may move by `by` percent of itself; none where there is no
    /// figure.
    pub fn range(&self, by: Percent) -> Option<Range> {
        let x = by.value().checked_div(Decimal::ONE_HUNDRED)?;
        let least = Decimal::ONE.saturating_sub(x).max(Decimal::ZERO);
        let room = Decimal::ONE.saturating_add(x).saturating_sub(least);
        let mut parts: Vec<_> = self
            .children()
            .map(|(_, share, unit)| unit.times(share))
            .filter_map(|part| Some((part.points.checked_div(part.measured)?, part)))
            .collect();
        parts.sort_by_key(|(ratio, _)| Reverse(*ratio));
        let lowered = self.total().times(least);
        let raised = |part: &(Decimal, Ratio)| part.1.times(room);
        let high = corners(lowered, parts.iter().map(raised)).max()?;
        let low = corners(lowered, parts.iter().rev().map(raised)).min()?;
        Some(Range { low, high })
    }
}

/// Walks the figures at the corners: all lowered, then one part more raised each time.
fn corners(lowered: Ratio, raised: impl Iterator<Item = Ratio>) -> impl Iterator<Item = Percent> {
    let rest = raised.scan(lowered, |sum, part| {
        *sum = sum.plus(part);
        Some(*sum)
    });
    std::iter::once(lowered).chain(rest).filter_map(Ratio::figure)
}
