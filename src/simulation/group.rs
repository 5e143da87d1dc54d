//! Siblings under one parent, with shares that move and what each of them brings.

use rust_decimal::Decimal;

use super::ratio::Ratio;
use super::shares::Lock;
use super::{Moved, Shares};
use crate::attainment::{Siblings, Worth};
use crate::plan::{Percent, Weight};

/// What a figure is taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The weight measured so far.
    Measured,
    /// All the weight that counts: what is not measured counts as nothing.
    Floor,
}

/// Children of one parent that have a say in its figure, in the plan's order: the objectives of the plan, the indicators of
/// an objective, the parts of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Group<I> {
    basis: Basis,
    whole: Weight,
    ids: Vec<I>,
    worths: Vec<Worth>,
    shares: Shares,
}

impl<I: Clone + PartialEq> Group<I> {
    /// Takes siblings as the engine tells them; their weights become shares of 100.
    pub fn new(siblings: Siblings<I>, basis: Basis) -> Self {
        // Weights that are all zero have no scale to keep; once one moves they come to 100.
        let whole = if siblings.whole.value().is_zero() { Weight::HUNDRED } else { siblings.whole };
        let shares = Shares::of(siblings.children.iter().map(|child| child.weight.value()));
        let (ids, worths) = siblings.children.into_iter().map(|child| (child.id, child.worth)).unzip();
        Self { basis, whole, ids, worths, shares }
    }

    /// Returns what the figure is taken over.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// Walks the children in the plan's order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &I> {
        self.ids.iter()
    }

    /// Calls the children something else, in the same order.
    pub fn map<J>(&self, name: impl Fn(&I) -> J) -> Group<J> {
        let Self { basis, whole, ids, worths, shares } = self;
        Group {
            basis: *basis,
            whole: *whole,
            ids: ids.iter().map(name).collect(),
            worths: worths.clone(),
            shares: shares.clone(),
        }
    }

    /// Returns the shares, in the order of the children.
    pub fn shares(&self) -> &Shares {
        &self.shares
    }

    /// Returns a child's share; none where it has no say.
    pub fn share(&self, id: &I) -> Option<Percent> {
        self.place(id).map(|place| self.shares.at(place))
    }

    /// Returns whether a child is locked.
    pub fn is_locked(&self, id: &I) -> bool {
        self.place(id).is_some_and(|place| self.shares.is_locked(place))
    }

    /// Returns a child's own figure; none while nothing of it is measured and what is missing does not count yet.
    pub fn figure_of(&self, id: &I) -> Option<Percent> {
        self.unit(self.place(id)?).figure()
    }

    /// Moves a child's share; the others that are not locked take or give the rest in proportion.
    pub fn shift(&mut self, id: &I, to: Percent) -> Moved {
        match self.place(id) {
            Some(place) => self.shares.shift(place, to),
            None => Moved::NO_SAY,
        }
    }

    /// Keeps a child's share where it is while others move.
    pub fn lock(&mut self, id: &I) {
        self.set_lock(id, Lock::Held);
    }

    /// Lets a child's share move again.
    pub fn unlock(&mut self, id: &I) {
        self.set_lock(id, Lock::Free);
    }

    /// Returns the figure of all together; none where nothing is measured or nothing weighs.
    pub fn figure(&self) -> Option<Percent> {
        self.total().figure()
    }

    /// Returns what all together bring to the parent, as if its weight were one; none where nothing weighs.
    pub fn worth(&self) -> Option<Worth> {
        if self.shares.values().iter().all(Decimal::is_zero) {
            return None;
        }
        let mut sum = Ratio::default();
        for (worth, share) in self.worths.iter().zip(self.shares.values()) {
            sum = sum.plus(Ratio::of(*worth, Basis::Measured).times(*share));
        }
        let mean = sum.over(Decimal::ONE_HUNDRED)?;
        Some(Worth { measured: Percent::new(mean.measured).ok()?, points: Percent::new(mean.points).ok()? })
    }

    /// Walks the children with the weights they have now in the scale in which the body wrote its own; these come to what the
    /// children weighed together before, so that whoever is set aside or due in another year keeps its place beside them.
    pub fn weights(&self) -> impl Iterator<Item = (&I, Weight)> {
        let weights = self.shares.of_whole(self.whole.value());
        self.ids.iter().zip(weights).map(|(id, weight)| (id, Weight::new(weight).unwrap_or_default()))
    }

    /// No children.
    pub(super) fn empty() -> Self {
        let siblings = Siblings { whole: Weight::HUNDRED, children: Vec::new() };
        Self::new(siblings, Basis::Measured)
    }

    /// Puts a child last, with its share as it is.
    pub(super) fn push(&mut self, id: I, share: Decimal, worth: Worth) {
        self.ids.push(id);
        self.worths.push(worth);
        self.shares.push(share);
    }

    pub(super) fn set_lock(&mut self, id: &I, lock: Lock) {
        if let Some(place) = self.place(id) {
            self.shares.set_lock(place, lock);
        }
    }

    /// Locks the children that are said to be.
    pub(super) fn lock_where(&mut self, locked: impl Fn(&I) -> bool) {
        for (place, _) in self.ids.iter().enumerate().filter(|(_, id)| locked(id)) {
            self.shares.lock(place);
        }
    }

    /// Gives a child another worth, when something below it changed.
    pub(super) fn set_worth(&mut self, id: &I, worth: Worth) {
        if let Some(known) = self.place(id).and_then(|place| self.worths.get_mut(place)) {
            *known = worth;
        }
    }

    pub(super) fn set_basis(&mut self, basis: Basis) {
        self.basis = basis;
    }

    pub(super) fn place(&self, id: &I) -> Option<usize> {
        self.ids.iter().position(|known| known == id)
    }

    pub(super) fn worth_at(&self, place: usize) -> Worth {
        self.worths.get(place).copied().unwrap_or_default()
    }

    /// Walks the children: id, share, worth.
    pub(super) fn worths(&self) -> impl Iterator<Item = (&I, Decimal, Worth)> + Clone {
        let children = self.ids.iter().zip(self.shares.values()).zip(&self.worths);
        children.map(|((id, share), worth)| (id, *share, *worth))
    }

    /// What a unit of a child's weight brings.
    pub(super) fn unit(&self, place: usize) -> Ratio {
        Ratio::of(self.worth_at(place), self.basis)
    }

    /// Walks the children: id, share, what a unit of it brings.
    pub(super) fn children(&self) -> impl Iterator<Item = (&I, Decimal, Ratio)> + Clone {
        self.worths().map(|(id, share, worth)| (id, share, Ratio::of(worth, self.basis)))
    }

    /// `Σ share · unit`.
    pub(super) fn total(&self) -> Ratio {
        self.children().fold(Ratio::default(), |sum, (_, share, unit)| sum.plus(unit.times(share)))
    }
}
