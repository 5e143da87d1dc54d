//! The shares of siblings, moved one at a time with locks, and no drift.
//!
//! Shares are percentages that come to 100 *exactly*: each stands on a grid of 10⁻²⁰, and what rounding to the grid leaves
//! over goes by the largest remainders, ties to who comes first.
//!
//! # A move
//!
//! Let `L` be what the locked siblings hold. Moving sibling `k` to `x` leaves `100 − L − x` to the others that are not
//! locked, in the proportions they had **when `k` began to move**:
//!
//! ```text
//! sⱼ = (100 − L − x) · bⱼ / Σ b        b: shares of the others before the first of the moves of k
//! ```
//!
//! Because every move of a row of moves of `k` starts from the same `b`,
//!
//! - a thousand of them are as good as the last one alone: errors do not add up;
//! - there and back is exact: for `x` as it was, `100 − L − x = Σ b`, so `sⱼ = bⱼ` to the last digit;
//! - pushing `k` up to all there is and back again gives the others their proportions back, though they were all zero on
//!   the way.
//!
//! A move of another sibling, a lock or an unlock begins a new row, from the shares as they are then. Going back to an
//! earlier row gives its shares again up to the grid: to 10⁻²⁰ times the factor by which the others had been pressed together
//! meanwhile. What is pressed below the grid is zero.
//!
//! Where the others are all at zero when the row begins there are no proportions to keep: they share equally. A single
//! sibling at zero among others stays at zero until it is moved itself.
//!
//! # Limits
//!
//! A move that cannot be made goes as far as it can and says why: [`Limit`].

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::plan::Percent;

/// Decimals that a share keeps.
const GRID: u32 = 20;

/// The shares of siblings, in their order; 100 together, or all zero where they weigh nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    shares: Vec<Decimal>,
    locks: Vec<Lock>,
    moving: Option<Row>,
}

/// Whether a share stays where it is while others move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lock {
    Held,
    Free,
}

/// Moves of one sibling, one after another.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    place: usize,
    before: Vec<Decimal>,
}

/// What came of a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Where the share is now.
    pub to: Percent,
    /// Why it is not where it was to go; none where it is.
    pub limit: Option<Limit>,
}

/// Why a move stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// There is no such sibling: it is set aside, not due, or gone.
    NoSay,
    /// It is locked itself.
    Locked,
    /// All others are locked, or there are none: nobody could take or give, so it stays.
    NobodyElse,
    /// The locked ones leave it no more than this, with all others at zero.
    LeftByLocked(Percent),
}

impl Moved {
    pub(super) const NO_SAY: Self = Self { to: Percent::ZERO, limit: Some(Limit::NoSay) };

    /// Returns whether nothing could move at all.
    pub fn is_refused(self) -> bool {
        matches!(self.limit, Some(Limit::NoSay | Limit::Locked | Limit::NobodyElse))
    }
}

impl Shares {
    /// Takes weights of siblings in any scale, as shares of 100.
    pub fn of(weights: impl IntoIterator<Item = Decimal>) -> Self {
        let weights: Vec<_> = weights.into_iter().collect();
        Self {
            locks: vec![Lock::Free; weights.len()],
            shares: apportioned(Decimal::ONE_HUNDRED, &weights),
            moving: None,
        }
    }

    /// Returns how many siblings there are.
    pub fn len(&self) -> usize {
        self.shares.len()
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.shares.is_empty()
    }

    /// Returns the share at a place; zero where there is none.
    pub fn at(&self, place: usize) -> Percent {
        kept(self.value(place))
    }

    /// Walks the shares in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Percent> {
        self.shares.iter().map(|share| kept(*share))
    }

    /// Returns whether the share at a place is locked.
    pub fn is_locked(&self, place: usize) -> bool {
        self.locks.get(place) == Some(&Lock::Held)
    }

    /// Keeps the share at a place where it is while others move.
    pub fn lock(&mut self, place: usize) {
        self.set_lock(place, Lock::Held);
    }

    /// Lets the share at a place move again.
    pub fn unlock(&mut self, place: usize) {
        self.set_lock(place, Lock::Free);
    }

    /// Moves one share and lets the others that are not locked take or give the rest in proportion.
    pub fn shift(&mut self, place: usize, to: Percent) -> Moved {
        let stays = |limit| Moved { to: self.at(place), limit: Some(limit) };
        if place >= self.len() {
            return stays(Limit::NoSay);
        }
        if to == self.at(place) {
            return Moved { to, limit: None };
        }
        if self.is_locked(place) {
            return stays(Limit::Locked);
        }
        let free = self.left_by(|other| self.is_locked(other));
        if (0..self.len()).all(|other| other == place || self.is_locked(other)) {
            return stays(Limit::NobodyElse);
        }
        let wanted = to.value().round_dp(GRID);
        let reached = wanted.min(free);
        self.redistribute(place, reached, free);
        Moved { to: kept(reached), limit: (wanted > free).then(|| Limit::LeftByLocked(kept(free))) }
    }

    /// Returns what the shares come to when spread over a whole of another size, exactly.
    pub fn of_whole(&self, whole: Decimal) -> Vec<Decimal> {
        apportioned(whole.round_dp(GRID), &self.shares)
    }

    pub(super) fn value(&self, place: usize) -> Decimal {
        self.shares.get(place).copied().unwrap_or_default()
    }

    /// Puts a share last, as it is.
    pub(super) fn push(&mut self, share: Decimal) {
        self.shares.push(share);
        self.locks.push(Lock::Free);
        self.moving = None;
    }

    pub(super) fn values(&self) -> &[Decimal] {
        &self.shares
    }

    pub(super) fn set_lock(&mut self, place: usize, lock: Lock) {
        if let Some(known) = self.locks.get_mut(place).filter(|known| **known != lock) {
            *known = lock;
            self.moving = None;
        }
    }

    /// What some leave of 100.
    fn left_by(&self, takes: impl Fn(usize) -> bool) -> Decimal {
        let taken = self.shares.iter().enumerate().filter(|(place, _)| takes(*place)).map(|(_, share)| *share);
        taken.fold(Decimal::ONE_HUNDRED, Decimal::saturating_sub)
    }

    fn redistribute(&mut self, place: usize, reached: Decimal, free: Decimal) {
        let row = match self.moving.take() {
            Some(row) if row.place == place => row,
            _ => Row { place, before: self.shares.clone() },
        };
        let locks = &self.locks;
        let gives = |other: usize| other != place && locks.get(other) == Some(&Lock::Free);
        let mut before: Vec<_> =
            row.before.iter().enumerate().filter(|(at, _)| gives(*at)).map(|(_, share)| *share).collect();
        if before.iter().all(Decimal::is_zero) {
            before.fill(Decimal::ONE);
        }
        let mut rest = apportioned(free.saturating_sub(reached), &before).into_iter();
        for (at, share) in self.shares.iter_mut().enumerate() {
            if at == place {
                *share = reached;
            } else if gives(at) {
                *share = rest.next().unwrap_or_default();
            }
        }
        self.moving = Some(row);
    }
}

/// Spreads a whole that stands on the grid by weights: the parts stand on the grid and come to the whole exactly; all are
/// zero where the weights are.
fn apportioned(whole: Decimal, weights: &[Decimal]) -> Vec<Decimal> {
    let sum = weights.iter().copied().fold(Decimal::ZERO, Decimal::saturating_add);
    if sum == whole && weights.iter().all(|weight| weight.scale() <= GRID) {
        return weights.to_vec();
    }
    let exact = |weight: &Decimal| whole.saturating_mul(*weight).checked_div(sum).unwrap_or_default();
    let exact: Vec<_> = weights.iter().map(exact).collect();
    let mut parts: Vec<_> = exact.iter().map(|part| part.trunc_with_scale(GRID)).collect();
    if sum.is_zero() {
        return parts;
    }
    let mut left = parts.iter().copied().fold(whole, Decimal::saturating_sub);
    let mut order: Vec<_> = (0..parts.len()).collect();
    let remainder = |place: &usize| match (exact.get(*place), parts.get(*place)) {
        (Some(exact), Some(part)) => exact.saturating_sub(*part),
        _ => Decimal::ZERO,
    };
    order.sort_by_key(|place| Reverse(remainder(place)));
    let unit = Decimal::new(1, GRID);
    for place in order {
        if left < unit {
            break;
        }
        if let Some(part) = parts.get_mut(place) {
            *part = part.saturating_add(unit);
            left = left.saturating_sub(unit);
        }
    }
    parts
}

fn kept(share: Decimal) -> Percent {
    Percent::new(share).unwrap_or_default()
}

#[cfg(test)]
mod tests;
