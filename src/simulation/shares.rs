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
//! A move of another sibling, a lock or an unlock begins a new row, from the shares as they are then. Going back over
//! several rows, last first, each step back is exact while it is the row's own; returning to an earlier row later gives
//! the earlier shares up to `10⁻²⁰` for each unit by which the others had been pressed together.
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
    locked: Vec<bool>,
    moving: Option<Row>,
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
        Self { locked: vec![false; weights.len()], shares: apportioned(Decimal::ONE_HUNDRED, &weights), moving: None }
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
        self.locked.get(place).copied().unwrap_or_default()
    }

    /// Keeps the share at a place where it is while others move.
    pub fn lock(&mut self, place: usize) {
        self.set_lock(place, true);
    }

    /// Lets the share at a place move again.
    pub fn unlock(&mut self, place: usize) {
        self.set_lock(place, false);
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
        self.locked.push(false);
        self.moving = None;
    }

    pub(super) fn values(&self) -> &[Decimal] {
        &self.shares
    }

    pub(super) fn set_lock(&mut self, place: usize, locked: bool) {
        if let Some(lock) = self.locked.get_mut(place).filter(|lock| **lock != locked) {
            *lock = locked;
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
        let gives = |other: usize, locked: &[bool]| other != place && !locked.get(other).copied().unwrap_or_default();
        let mut before: Vec<_> =
            row.before.iter().enumerate().filter(|(at, _)| gives(*at, &self.locked)).map(|(_, share)| *share).collect();
        if before.iter().all(Decimal::is_zero) {
            before.fill(Decimal::ONE);
        }
        let mut rest = apportioned(free.saturating_sub(reached), &before).into_iter();
        for (at, share) in self.shares.iter_mut().enumerate() {
            if at == place {
                *share = reached;
            } else if gives(at, &self.locked) {
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
mod tests {
    #![allow(clippy::arithmetic_side_effects, reason = "the sums are made again by the shortest way")]

    use proptest::prelude::*;

    use super::*;

    fn percent(text: &str) -> Percent {
        Percent::new(text.parse().unwrap()).unwrap()
    }

    fn shares(weights: &str) -> Shares {
        Shares::of(weights.split_whitespace().map(|weight| weight.parse().unwrap()))
    }

    fn told(shares: &Shares) -> String {
        shares.iter().map(|share| share.value().normalize().to_string()).collect::<Vec<_>>().join(" ")
    }

    fn sum(shares: &Shares) -> Decimal {
        shares.values().iter().sum()
    }

    #[test]
    fn weights_of_any_scale_become_shares_of_a_hundred() {
        for (weights, expected) in [
            ("50 30 20", "50 30 20"),
            ("5 25", "16.66666666666666666667 83.33333333333333333333"),
            ("1 1 1", "33.33333333333333333334 33.33333333333333333333 33.33333333333333333333"),
            ("0 7", "0 100"),
            ("0 0", "0 0"),
            ("3", "100"),
            ("", ""),
        ] {
            assert_eq!(told(&shares(weights)), expected, "{weights}");
        }
    }

    #[test]
    fn the_others_keep_their_proportions() {
        for (locked, place, to, expected, limit) in [
            (&[][..], 0, "60", "60 24 16", None),
            (&[], 0, "0", "0 60 40", None),
            (&[], 1, "100", "0 100 0", None),
            (&[1], 0, "60", "60 30 10", None),
            (&[1], 2, "0", "70 30 0", None),
            (&[1], 0, "70.01", "70 30 0", Some(Limit::LeftByLocked(percent("70")))),
            (&[], 0, "250", "100 0 0", Some(Limit::LeftByLocked(percent("100")))),
            (&[0], 0, "60", "50 30 20", Some(Limit::Locked)),
            (&[1, 2], 0, "60", "50 30 20", Some(Limit::NobodyElse)),
            (&[1, 2], 0, "50", "50 30 20", None),
            (&[], 3, "60", "50 30 20", Some(Limit::NoSay)),
        ] {
            let mut shares = shares("50 30 20");
            locked.iter().for_each(|place| shares.lock(*place));
            let moved = shares.shift(place, percent(to));
            assert_eq!((told(&shares).as_str(), moved.limit), (expected, limit), "{locked:?} {place} {to}");
            assert_eq!(moved.to, shares.at(place));
        }
    }

    #[test]
    fn others_at_zero_share_equally_and_one_at_zero_stays_there() {
        let mut all_but_one = shares("100 0 0");
        all_but_one.shift(0, percent("40"));
        assert_eq!(told(&all_but_one), "40 30 30");
        let mut one = shares("60 40 0");
        one.shift(0, percent("20"));
        assert_eq!(told(&one), "20 80 0");
        one.shift(2, percent("50"));
        assert_eq!(told(&one), "10 40 50");
        let mut nothing = shares("0 0 0");
        nothing.shift(1, percent("50"));
        assert_eq!(told(&nothing), "25 50 25");
    }

    #[test]
    fn pushed_to_the_end_and_back_the_others_are_as_before() {
        let mut shares = shares("7 1 3");
        let before = shares.values().to_vec();
        for to in ["100", "0", "12.345", "100"] {
            shares.shift(0, percent(to));
        }
        shares.shift(0, Percent::new(before[0]).unwrap());
        assert_eq!(shares.values(), before);
    }

    #[test]
    fn an_only_child_stays_where_it_is() {
        let mut shares = shares("3");
        assert_eq!(shares.shift(0, percent("40")), Moved { to: percent("100"), limit: Some(Limit::NobodyElse) });
    }

    #[derive(Clone, Debug)]
    enum Step {
        Shift(usize, Decimal),
        Lock(usize),
        Unlock(usize),
    }

    fn steps(siblings: usize) -> impl Strategy<Value = Step> {
        let to = prop_oneof![
            Just(Decimal::ZERO),
            Just(Decimal::ONE_HUNDRED),
            (0..10_000_i64).prop_map(|to| Decimal::new(to, 2))
        ];
        prop_oneof![
            8 => (0..siblings, to).prop_map(|(place, to)| Step::Shift(place, to)),
            1 => (0..siblings).prop_map(Step::Lock),
            1 => (0..siblings).prop_map(Step::Unlock),
        ]
    }

    fn any_weights() -> impl Strategy<Value = Vec<Decimal>> {
        let weight = prop_oneof![1 => Just(Decimal::ZERO), 6 => (0..1_000_000_i64, 0..4_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))];
        prop::collection::vec(weight, 1..12)
            .prop_filter("nothing weighs", |all| all.iter().any(|weight| !weight.is_zero()))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn law_the_sum_is_a_hundred_after_any_moves(
            (weights, steps) in any_weights().prop_flat_map(|all| { let n = all.len(); (Just(all), prop::collection::vec(steps(n), 0..200)) }),
        ) {
            let mut shares = Shares::of(weights);
            prop_assert_eq!(sum(&shares), Decimal::ONE_HUNDRED);
            for step in steps {
                let before = shares.clone();
                match step {
                    Step::Shift(place, to) => {
                        let moved = shares.shift(place, Percent::new(to).unwrap());
                        prop_assert_eq!(moved.to, shares.at(place));
                        prop_assert_eq!(moved.limit.is_none(), moved.to.value() == to);
                    }
                    Step::Lock(place) => shares.lock(place),
                    Step::Unlock(place) => shares.unlock(place),
                }
                prop_assert_eq!(sum(&shares), Decimal::ONE_HUNDRED);
                for place in 0..shares.len() {
                    prop_assert!(shares.value(place) >= Decimal::ZERO);
                    if before.is_locked(place) {
                        prop_assert_eq!(shares.at(place), before.at(place), "a locked share moved");
                    }
                }
            }
        }

        #[test]
        fn law_a_row_of_moves_there_and_back_changes_nothing(weights in any_weights(), place in 0..12_usize, row in prop::collection::vec(0..=10_000_i64, 0..50)) {
            let mut shares = Shares::of(weights);
            let place = place % shares.len();
            let before = shares.clone();
            // Among others at nothing the sum of nothing has no proportions to return to.
            prop_assume!(before.at(place) < Percent::HUNDRED);
            for to in row {
                shares.shift(place, Percent::new(Decimal::new(to, 2)).unwrap());
            }
            shares.shift(place, before.at(place));
            prop_assert_eq!(shares.values(), before.values());
        }

        #[test]
        fn law_proportions_outlast_a_thousand_moves_of_others(
            moves in prop::collection::vec((0..2_usize, 500..4_500_i64), 1000),
        ) {
            let mut shares = shares("10 20 30 15 5 20");
            for (place, to) in moves {
                shares.shift(place, Percent::new(Decimal::new(to, 2)).unwrap());
            }
            // Those never moved stand 5 to 20 still.
            prop_assert!((shares.value(5) / shares.value(4) - Decimal::from(4)).abs() < Decimal::new(1, 15));
        }
    }
}
