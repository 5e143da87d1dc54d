//! Weights of the records below one parent, merged as one value: they were made to sum to 100 together, and half of one
//! distribution with half of another sums to anything.
//!
//! Records that only one side has come with their own weight, and go with it; a sum that no longer fits is a finding.

use indexmap::IndexMap;

use super::engine::{Engine, joined};
use super::value::{Choice, Versions};
use crate::plan::{Edit, Item, List, Weight};

/// What each record weighs; none: it has no weight of its own.
pub(super) type Weights<T> = IndexMap<<T as Item>::Id, Option<Weight>>;

impl Engine<'_> {
    /// Merges the weights of one group of siblings; `of` looks one up and `at` says how a record is given its own. Returns
    /// those of theirs that are taken.
    pub fn weights<T: Item>(
        &mut self,
        lists: Versions<'_, List<T>>,
        of: impl Fn(&T) -> Option<Weight>,
        at: impl Fn(&T::Id, Option<Weight>) -> Edit,
    ) -> Weights<T> {
        let weights =
            |list: &List<T>| -> Weights<T> { list.iter().map(|item| (item.id().clone(), of(item))).collect() };
        let (base, ours, theirs) = (lists.base.map(weights), weights(lists.ours), weights(lists.theirs));
        let mut differ: Vec<&T::Id> = ours
            .iter()
            .filter(|(id, weight)| theirs.get(*id).is_some_and(|other| other != *weight))
            .map(|(id, _)| id)
            .collect();
        if differ.is_empty() {
            return Weights::<T>::new();
        }
        // Whoever merges, and whatever the order of the list, says the same.
        differ.sort();
        // A record that both added began without a weight. One that the other side removed counts too: its weight went into
        // the sum of those that are left.
        let has_changed = |base: &Weights<T>, side: &Weights<T>| {
            let is_new = |id: &T::Id| !base.contains_key(id) && !differ.contains(&id);
            side.iter().any(|(id, weight)| !is_new(id) && base.get(id).copied().flatten() != *weight)
        };
        let choice = match base.as_ref().map(|base| (has_changed(base, &ours), has_changed(base, &theirs))) {
            Some((_, false)) => Choice::Ours,
            Some((false, true)) => Choice::Theirs,
            Some((true, true)) | None => Choice::Conflict,
        };
        let of_differing = |weights: &Weights<T>| -> Weights<T> {
            differ.iter().map(|id| ((*id).clone(), weights.get(*id).copied().flatten())).collect()
        };
        let (base, ours, theirs) = (base.as_ref().map(of_differing), of_differing(&ours), of_differing(&theirs));
        let group = Versions { base: base.as_ref(), ours: &ours, theirs: &theirs };
        let edit = |weights: &Weights<T>| joined(weights.iter().map(|(id, weight)| at(id, *weight)).collect());
        if self.settled(choice, group, edit) == Choice::Theirs { theirs } else { Weights::<T>::new() }
    }
}
