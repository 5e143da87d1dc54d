//! How much each weight counts: the figure with one share a step lower and a step higher, the others in proportion.
//!
//! # Derivation
//!
//! With shares `p` that come to 100, points `n` and measured part `d` of a unit of each child, `S = N / D` where `N = Σ p·n`
//! and `D = Σ p·d`. Moving `pᵢ` to `pᵢ + δ` multiplies every other share by `(q − δ)/q`, where `q = 100 − pᵢ` is what the
//! others hold. Let `u = (N − pᵢnᵢ)/q` and `v = (D − pᵢdᵢ)/q` be what a unit of the others brings on average. Then
//!
//! ```text
//! N(δ) = (pᵢ + δ)·nᵢ + (q − δ)·u = N + δ·(nᵢ − u)
//! D(δ) = (pᵢ + δ)·dᵢ + (q − δ)·v = D + δ·(dᵢ − v)         S(δ) = N(δ) / D(δ)
//! ```
//!
//! Where all is measured (`d = 1`) this is `S(p) = p·aᵢ + (1 − p)·S₋ᵢ`. `S(δ)` is a ratio of two linear functions, so over the
//! whole step it rises or falls and has its extremes at the ends. A step ends at a share of 0 or of 100.
//! Where the child holds everything (`q = 0`) the others would share equally: `u` and `v` are their plain means.
//! Locks say who gives way in a move, not what a weight is worth: here every other child moves. Where only some give way, `q`,
//! `u` and `v` are of those alone, and the share ends at `pᵢ + q`.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::Group;
use super::ratio::Ratio;
use crate::plan::Percent;

/// What one weight does to the figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swing<I> {
    /// Which child.
    pub id: I,
    /// Its share as it is.
    pub share: Percent,
    /// The figure with the share a step lower; none where nothing would be measured.
    pub lowered: Option<Percent>,
    /// The figure with the share a step higher; none where nothing would be measured.
    pub raised: Option<Percent>,
}

impl<I> Swing<I> {
    /// Returns the lower of the two figures.
    pub fn low(&self) -> Option<Percent> {
        self.lowered.min(self.raised).or(self.lowered).or(self.raised)
    }

    /// Returns the higher of the two figures.
    pub fn high(&self) -> Option<Percent> {
        self.lowered.max(self.raised)
    }

    /// Returns how far they are apart.
    pub fn width(&self) -> Percent {
        let width = self.high().zip(self.low()).map(|(high, low)| high.value().saturating_sub(low.value()));
        width.and_then(|width| Percent::new(width).ok()).unwrap_or_default()
    }
}

/// The figure as a function of one child's share.
pub(super) struct Course {
    share: Decimal,
    /// The furthest it goes: with those that give way at zero.
    most: Decimal,
    total: Ratio,
    /// `(n − u, d − v)`.
    slope: Ratio,
}

impl Course {
    /// Returns the totals with the share moved by `delta`.
    pub fn at(&self, delta: Decimal) -> Ratio {
        self.total.plus(self.slope.times(delta))
    }

    pub fn share(&self) -> Decimal {
        self.share
    }

    pub fn most(&self) -> Decimal {
        self.most
    }

    pub fn total(&self) -> Ratio {
        self.total
    }

    pub fn slope(&self) -> Ratio {
        self.slope
    }

    /// Returns whether there is a figure at some share. What is measured is linear in the share, and never below zero: where
    /// it is nothing at both ends, it is nothing between them.
    pub fn is_ever_measured(&self) -> bool {
        let to = |share: Decimal| self.at(share.saturating_sub(self.share));
        [to(Decimal::ZERO), to(self.most)].into_iter().any(|end| end.figure().is_some())
    }
}

impl<I: Clone + PartialEq> Group<I> {
    /// Returns what each weight does to the figure when it moves by `step` points: the widest swing first, equals in the
    /// plan's order. Empty where there is no figure.
    pub fn tornado(&self, step: Percent) -> Vec<Swing<I>> {
        if self.figure().is_none() {
            return Vec::new();
        }
        let swing = |(id, course): (&I, Course)| {
            let down = step.value().min(course.share);
            let up = step.value().min(course.most.saturating_sub(course.share));
            Swing {
                id: id.clone(),
                share: Percent::new(course.share).unwrap_or_default(),
                lowered: course.at(Decimal::ZERO.saturating_sub(down)).figure(),
                raised: course.at(up).figure(),
            }
        };
        let mut swings: Vec<_> = self.courses().map(swing).collect();
        swings.sort_by_cached_key(|swing| Reverse(swing.width()));
        swings
    }

    /// Walks the children with the figure as a function of each one's share, all others giving way.
    pub(super) fn courses(&self) -> impl Iterator<Item = (&I, Course)> {
        self.courses_among(|_| true)
    }

    /// Walks the children that move, with the figure as a function of each one's share; the others that move give way.
    pub(super) fn courses_among(&self, moves: impl Fn(&I) -> bool) -> impl Iterator<Item = (&I, Course)> {
        let total = self.children().fold(Ratio::default(), |sum, (_, share, unit)| sum.plus(unit.times(share)));
        let moving: Vec<_> = self.children().filter(|(id, ..)| moves(id)).collect();
        let parts = moving.iter().fold(Ratio::default(), |sum, (_, share, unit)| sum.plus(unit.times(*share)));
        let plain = moving.iter().fold(Ratio::default(), |sum, (_, _, unit)| sum.plus(*unit));
        let shares = moving.iter().fold(Decimal::ZERO, |sum, (_, share, _)| sum.saturating_add(*share));
        let others = Decimal::from(moving.len()).saturating_sub(Decimal::ONE);
        moving.into_iter().map(move |(id, share, unit)| {
            let held = shares.saturating_sub(share);
            let own = unit.times(share);
            let mean = if held.is_zero() { plain.minus(unit).over(others) } else { parts.minus(own).over(held) };
            // An only child cannot move.
            let slope = mean.map(|mean| unit.minus(mean)).unwrap_or_default();
            (id, Course { share, most: shares, total, slope })
        })
    }
}
