//! The share at which the figure crosses a threshold.
//!
//! # Derivation
//!
//! With `N(δ) = N + δ·a` and `D(δ) = D + δ·b` (see [`tornado`](super::Group::tornado)) the figure is the threshold `T` where
//! `N + δ·a = T·(D + δ·b)`, so
//!
//! ```text
//! δ* = (T·D − N) / (a − T·b)          p* = pᵢ + δ*
//! ```
//!
//! Where all is measured that is `p* = (T − S₋ᵢ)/(aᵢ − S₋ᵢ)`. There is one such share, or none, or the figure is `T` at every
//! share. It must lie between 0 and 100, and something must be measured there: a child without a result leaves the figure
//! alone however much it weighs, up to the point where nothing else is left. From there, where `N = D = 0`, the figure is
//! `a/b` at every other share, and so `T` at all of them or at none.

use rust_decimal::Decimal;

use super::Group;
use super::ratio::{Ratio, settled};
use super::tornado::Course;
use crate::plan::Percent;

/// Where a figure crosses a threshold as one share moves and the others follow in proportion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BreakEven {
    /// At this share.
    At(Percent),
    /// It is on the threshold at every share.
    Everywhere,
    /// At no share.
    Nowhere,
}

impl BreakEven {
    /// Returns the share; none where there is not exactly one.
    pub fn share(self) -> Option<Percent> {
        match self {
            Self::At(share) => Some(share),
            Self::Everywhere | Self::Nowhere => None,
        }
    }
}

impl<I: Clone + PartialEq> Group<I> {
    /// Returns for every child, in the plan's order, the share at which the figure crosses a threshold;
    /// nowhere where nothing weighs.
    pub fn break_even(&self, threshold: Percent) -> Vec<(I, BreakEven)> {
        if self.worth().is_none() {
            return self.ids().map(|id| (id.clone(), BreakEven::Nowhere)).collect();
        }
        self.courses().map(|(id, course)| (id.clone(), crossing(&course, threshold))).collect()
    }
}

/// A move of one weight, the others that are free giving way, that brings the figure to a threshold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossing<I> {
    /// Whose weight.
    pub id: I,
    /// Its share as it is.
    pub from: Percent,
    /// The share at which the figure is on the threshold.
    pub to: Percent,
}

impl<I: Clone + PartialEq> Group<I> {
    /// Returns the moves of a single weight that bring the figure to a threshold as the locks are now, the shortest first.
    /// Unlike [`Group::break_even`], which asks what a weight is worth, this tells only what can be done.
    pub fn crossings(&self, threshold: Percent) -> Vec<Crossing<I>> {
        if self.worth().is_none() {
            return Vec::new();
        }
        let courses = self.courses_among(|id| !self.is_locked(id));
        let found = courses.filter_map(|(id, course)| {
            let (from, to) = (Percent::new(course.share()).ok()?, crossing(&course, threshold).share()?);
            Some(Crossing { id: id.clone(), from, to })
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by_key(|found| found.to.value().saturating_sub(found.from.value()).abs());
        found
    }
}

fn crossing(course: &Course, threshold: Percent) -> BreakEven {
    if !course.is_ever_measured() {
        return BreakEven::Nowhere;
    }
    let missing = Decimal::ZERO.saturating_sub(course.total().beyond(threshold));
    let gain = course.slope().beyond(threshold);
    if settled(gain).is_zero() {
        return if settled(missing).is_zero() { BreakEven::Everywhere } else { BreakEven::Nowhere };
    }
    let Some(delta) = missing.checked_div(gain) else { return BreakEven::Nowhere };
    let share = settled(course.share().saturating_add(delta));
    let is_measured = |at: Ratio| at.figure().is_some();
    match Percent::new(share) {
        Ok(share) if share.value() <= course.most() && is_measured(course.at(delta)) => BreakEven::At(share),
        _ => BreakEven::Nowhere,
    }
}
