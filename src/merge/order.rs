//! The order of a list, merged.
//!
//! What both sides know of the base is one value and follows the three-way rule. A record that was added stands after the
//! neighbour it was put behind, with those that were added there together with it; where both sides added behind one
//! neighbour, whoever merges, the group whose first id is smaller comes first.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use super::value::{Choice, Versions, choose};

/// Chooses between two orders. A side reordered when what it has of the base stands otherwise there. Where both did, what all
/// three share decides: both did alike when it stands in one order, and a side that only moved what the other removed leaves
/// the order to the other.
pub(super) fn choice<I: Clone + Eq + Hash>(lists: Versions<'_, Vec<I>>) -> Choice {
    let Versions { base, ours, theirs } = lists;
    let Some(base) = base else { return choose(None, &among(ours, theirs), &among(theirs, ours)) };
    match (is_reordered(base, ours), is_reordered(base, theirs)) {
        (_, false) => Choice::Ours,
        (false, true) => Choice::Theirs,
        (true, true) => {
            let (shared, [ours, theirs]) = shared(base, ours, theirs);
            if has_turned_all_of(&shared, &ours, &theirs) {
                Choice::Ours
            } else if has_turned_all_of(&shared, &theirs, &ours) {
                Choice::Theirs
            } else {
                Choice::Conflict
            }
        }
    }
}

/// Returns the ids of `kept`, each of which stands in ours or in theirs, in the order that was chosen; ours in a conflict.
pub(super) fn merged<I: Clone + Ord + Hash>(lists: Versions<'_, Vec<I>>, kept: &HashSet<I>, choice: Choice) -> Vec<I> {
    let Versions { base, ours, theirs } = lists;
    let in_base = base.map(|base| base.iter().collect::<HashSet<_>>());
    let is_old = |id: &I| in_base.as_ref().is_none_or(|base| base.contains(id)) && kept.contains(id);
    let old = |list: &[I]| -> Vec<I> { list.iter().filter(|id| is_old(id)).cloned().collect() };
    let (here, there) = (old(ours), old(theirs));
    let frame = match base.map(|base| (base, is_reordered(base, ours), is_reordered(base, theirs))) {
        // The base knows the place of every record, also of those that one side removed.
        Some((base, false, false)) => old(base),
        _ if choice == Choice::Theirs => woven(there, &here),
        // Both alike: whoever merges begins with the same one.
        Some((base, true, true)) if are_alike(base, ours, theirs) && (there.len(), &here) > (here.len(), &there) => {
            woven(there, &here)
        }
        _ => woven(here, &there),
    };
    with_added(frame, ours, theirs, kept)
}

/// Returns those of `list` that `other` has too, in the order of `list`.
fn among<I: Clone + Eq + Hash>(list: &[I], other: &[I]) -> Vec<I> {
    let other: HashSet<&I> = other.iter().collect();
    list.iter().filter(|id| other.contains(id)).cloned().collect()
}

/// What all three have, in the order of each: the base, and the two sides.
fn shared<I: Clone + Eq + Hash>(base: &[I], ours: &[I], theirs: &[I]) -> (Vec<I>, [Vec<I>; 2]) {
    let shared = among(&among(base, ours), theirs);
    let sides = [ours, theirs].map(|side| among(side, &shared));
    (shared, sides)
}

/// Whether every pair of records that `other` turned round is turned round in `side` too: its moves are in there.
fn has_turned_all_of<I: Eq + Hash>(base: &[I], side: &[I], other: &[I]) -> bool {
    let places = |list: &[I]| -> Vec<Option<usize>> {
        let places: HashMap<&I, usize> = list.iter().enumerate().map(|(place, id)| (id, place)).collect();
        base.iter().map(|id| places.get(id).copied()).collect()
    };
    let (side, other) = (places(side), places(other));
    let both: Vec<_> = side.into_iter().zip(other).collect();
    both.iter().enumerate().all(|(at, (side, other))| {
        let mut later = both.iter().skip(at.saturating_add(1));
        later.all(|(later_side, later_other)| later_other >= other || later_side < side)
    })
}

fn are_alike<I: Clone + Eq + Hash>(base: &[I], ours: &[I], theirs: &[I]) -> bool {
    let (_, [ours, theirs]) = shared(base, ours, theirs);
    ours == theirs
}

fn is_reordered<I: Clone + Eq + Hash>(base: &[I], side: &[I]) -> bool {
    among(base, side) != among(side, base)
}

/// Puts what only `other` has into `main`, each behind the one it follows there.
fn woven<I: Clone + Eq + Hash>(main: Vec<I>, other: &[I]) -> Vec<I> {
    let known: HashSet<I> = main.iter().cloned().collect();
    if other.iter().all(|id| known.contains(id)) {
        return main;
    }
    let mut behind = runs(other, &known, &HashSet::new());
    let mut result = behind.remove(&None).unwrap_or_default();
    for id in main {
        let run = behind.remove(&Some(id.clone())).unwrap_or_default();
        result.push(id);
        result.extend(run);
    }
    result
}

/// Puts what either side added into the frame.
fn with_added<I: Clone + Ord + Hash>(frame: Vec<I>, ours: &[I], theirs: &[I], kept: &HashSet<I>) -> Vec<I> {
    if frame.len() == kept.len() {
        return frame;
    }
    let known: HashSet<I> = frame.iter().cloned().collect();
    let lost = |list: &[I]| list.iter().filter(|id| !kept.contains(*id)).cloned().collect::<HashSet<I>>();
    let mut here = runs(ours, &known, &lost(ours));
    // What both added stands where we put it.
    let not_theirs = lost(theirs).into_iter().chain(ours.iter().filter(|id| !known.contains(*id)).cloned()).collect();
    let mut there = runs(theirs, &known, &not_theirs);
    let mut result = Vec::with_capacity(kept.len());
    for place in std::iter::once(None).chain(frame.into_iter().map(Some)) {
        let (one, other) = (here.remove(&place).unwrap_or_default(), there.remove(&place).unwrap_or_default());
        result.extend(place);
        let theirs_first = matches!((one.first(), other.first()), (Some(one), Some(other)) if other < one);
        let (first, second) = if theirs_first { (other, one) } else { (one, other) };
        result.extend(first.into_iter().chain(second));
    }
    result
}

/// Groups the ids that are neither known nor `left_out` by the known one they stand behind; none: before them all.
fn runs<I: Clone + Eq + Hash>(list: &[I], known: &HashSet<I>, left_out: &HashSet<I>) -> HashMap<Option<I>, Vec<I>> {
    let mut runs: HashMap<Option<I>, Vec<I>> = HashMap::new();
    let mut behind = None;
    for id in list {
        if known.contains(id) {
            behind = Some(id.clone());
        } else if !left_out.contains(id) {
            runs.entry(behind.clone()).or_default().push(id.clone());
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::subsequence;

    use super::*;

    fn merge(base: Option<&str>, ours: &str, theirs: &str, kept: &str) -> (String, bool) {
        let list = |text: &str| text.chars().collect::<Vec<_>>();
        let base = base.map(list);
        let lists = Versions { base: base.as_ref(), ours: &list(ours), theirs: &list(theirs) };
        let choice = choice(lists);
        (merged(lists, &kept.chars().collect(), choice).into_iter().collect(), choice == Choice::Conflict)
    }

    #[test]
    fn an_order_follows_the_three_way_rule_and_what_was_added_follows_its_neighbour() {
        for (base, ours, theirs, merged, conflicting) in [
            ("abcd", "abcd", "abcd", "abcd", false),
            ("abcd", "bacd", "abcd", "bacd", false), // we moved one
            ("abcd", "abcd", "abdc", "abdc", false), // they did
            ("abcd", "bacd", "bacd", "bacd", false), // both alike
            ("abcd", "bacd", "abdc", "bacd", true),  // each another
            ("abcd", "badc", "abdc", "badc", false), // we moved what they did, and more
            ("abcd", "abdc", "badc", "badc", false), // they did
            ("abcd", "axbcd", "abcyd", "axbcyd", false),
            ("abcd", "abcd", "xabcdy", "xabcdy", false),
            ("abcd", "axybcd", "apqbcd", "apqxybcd", false), // behind the same neighbour: groups stay together
            ("abcd", "axbcd", "axbcd", "axbcd", false),
            ("abcd", "bcd", "abycd", "bycd", false), // removed: neighbours of what is left
            ("abcd", "bcd", "aybcd", "ybcd", false),
            ("abcd", "dcba", "axbcd", "dcbax", false),
        ] {
            let kept: String = merged.to_owned();
            assert_eq!(merge(Some(base), ours, theirs, &kept), (merged.into(), conflicting), "{base} {ours} {theirs}");
        }
    }

    #[test]
    fn a_record_kept_though_one_side_removed_it_stands_where_the_other_has_it() {
        assert_eq!(merge(Some("abcd"), "acd", "abcd", "abcd"), ("abcd".into(), false));
        assert_eq!(merge(Some("abcd"), "dca", "abcd", "abcd"), ("dcab".into(), false));
        assert_eq!(merge(Some("abcd"), "bcd", "abcd", "abcd"), ("abcd".into(), false));
        assert_eq!(merge(Some("abcd"), "acd", "abd", "abcd"), ("abcd".into(), false), "each removed another");
    }

    #[test]
    fn without_a_base_ours_is_the_order() {
        assert_eq!(merge(None, "ab", "ab", "ab"), ("ab".into(), false));
        assert_eq!(merge(None, "abx", "bya", "abx"), ("abx".into(), true));
    }

    /// A base of six, and two sides that each removed, added and perhaps reordered some.
    fn lists() -> impl Strategy<Value = (Vec<u8>, Vec<u8>, Vec<u8>)> {
        let side = |added: std::ops::Range<u8>| {
            let ids: Vec<u8> = (0..6).chain(added).collect();
            prop_oneof![subsequence(ids.clone(), 0..=ids.len()), subsequence(ids.clone(), 0..=ids.len()).prop_shuffle(),]
        };
        (Just((0..6).collect()), side(6..9), side(9..12))
    }

    proptest! {
        #[test]
        fn law_whoever_merges_gets_the_same_order_unless_both_reordered((base, ours, theirs) in lists()) {
            let kept: HashSet<u8> = ours.iter().chain(&theirs).copied().collect();
            let here = Versions { base: Some(&base), ours: &ours, theirs: &theirs };
            let there = Versions { base: Some(&base), ours: &theirs, theirs: &ours };
            prop_assert_eq!(choice(here) == Choice::Conflict, choice(there) == Choice::Conflict);
            let (one, other) = (merged(here, &kept, choice(here)), merged(there, &kept, choice(there)));
            prop_assert_eq!(one.iter().copied().collect::<HashSet<u8>>(), kept.clone());
            prop_assert_eq!(one.len(), kept.len());
            if choice(here) != Choice::Conflict {
                prop_assert_eq!(&one, &other);
            }
        }

        #[test]
        fn law_an_order_merged_with_the_base_is_the_other_side((base, _, theirs) in lists()) {
            let kept: HashSet<u8> = theirs.iter().copied().collect();
            let lists = Versions { base: Some(&base), ours: &base, theirs: &theirs };
            prop_assert_eq!(merged(lists, &kept, choice(lists)), theirs.clone());
            let lists = Versions { base: Some(&base), ours: &theirs, theirs: &base };
            prop_assert_eq!(merged(lists, &kept, choice(lists)), theirs);
        }

        #[test]
        fn law_merging_an_order_again_changes_nothing((base, ours, theirs) in lists()) {
            let kept: HashSet<u8> = ours.iter().chain(&theirs).copied().collect();
            let lists = Versions { base: Some(&base), ours: &ours, theirs: &theirs };
            let once = merged(lists, &kept, choice(lists));
            let lists = Versions { ours: &once, ..lists };
            prop_assert_eq!(merged(lists, &kept, choice(lists)), once);
        }
    }
}
