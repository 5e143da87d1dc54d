//! The conflicts that wait to be settled: those of both sides, and those that a merge adds.
//!
//! A conflict is told by its versions, not by its id: two offices that merged the same two plans hold the same conflict, each
//! calling the other's version theirs.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::records;
use super::value::Versions;
use crate::plan::{Conflict, ConflictId, Edit, List, Plan};

/// Conflicts in the order in which they arose, found by their path. Each names its sides as where it arose; who made which
/// version stands beside it.
#[derive(Default)]
pub(super) struct Waiting {
    conflicts: Vec<Arc<Conflict>>,
    by_path: HashMap<String, Vec<usize>>,
    ids: HashSet<ConflictId>,
}

impl Waiting {
    /// Takes the conflicts of ours that theirs did not settle, and those that theirs brings. With no base nobody settled any.
    pub fn merged(plans: Versions<'_, Plan>) -> Self {
        let all = |plan: &Plan| plan.conflicts.iter().cloned().collect::<Self>();
        let (base, theirs) = (plans.base.map(all).unwrap_or_default(), all(plans.theirs));
        let is_settled = |conflict: &Conflict| base.has(conflict) && !theirs.has(conflict);
        let mut waiting: Self = plans.ours.conflicts.iter().filter(|conflict| !is_settled(conflict)).cloned().collect();
        let ours = all(plans.ours);
        for conflict in plans.theirs.conflicts.iter().filter(|conflict| !base.has(conflict) && !ours.has(conflict)) {
            waiting.add(conflict.as_ref().clone());
        }
        waiting
    }

    /// Says whether all that a version of the place brings, seen from its base, waits there already, on whichever side.
    pub fn knows(&self, path: &str, version: &Edit, base: Option<&Edit>) -> bool {
        let base = base.map(singles).unwrap_or_default();
        let brought: Vec<&Edit> = singles(version).into_iter().filter(|edit| !base.contains(edit)).collect();
        self.at(path).flat_map(|other| [&other.theirs, &other.ours]).any(|known| {
            let known = singles(&known.edit);
            brought.iter().all(|edit| known.contains(edit))
        })
    }

    /// Adds a conflict and returns its id: its own, or with the first number from 2 after it that is free.
    pub fn add(&mut self, mut conflict: Conflict) -> ConflictId {
        let own = conflict.id.clone();
        let mut number = 2_u32;
        while self.ids.contains(&conflict.id) {
            conflict.id = format!("{own}~{number}").into();
            number = number.saturating_add(1);
        }
        let id = conflict.id.clone();
        self.extend([Arc::new(conflict)]);
        id
    }

    /// Returns them as they stand in a plan.
    pub fn into_list(self) -> List<Conflict> {
        records::list(self.conflicts)
    }

    fn has(&self, conflict: &Conflict) -> bool {
        self.at(&conflict.path()).any(|other| other.is_same(conflict))
    }

    fn at(&self, path: &str) -> impl Iterator<Item = &Arc<Conflict>> {
        let places = self.by_path.get(path).map(Vec::as_slice).unwrap_or_default();
        places.iter().filter_map(|place| self.conflicts.get(*place))
    }
}

/// Takes several edits at once apart.
pub(super) fn singles(edit: &Edit) -> Vec<&Edit> {
    match edit {
        Edit::Several(edits) => edits.iter().flat_map(singles).collect(),
        single => vec![single],
    }
}

impl Extend<Arc<Conflict>> for Waiting {
    fn extend<T: IntoIterator<Item = Arc<Conflict>>>(&mut self, conflicts: T) {
        for conflict in conflicts {
            let place = self.conflicts.len();
            self.by_path.entry(conflict.path()).or_default().push(place);
            self.ids.insert(conflict.id.clone());
            self.conflicts.push(conflict);
        }
    }
}

impl FromIterator<Arc<Conflict>> for Waiting {
    fn from_iter<T: IntoIterator<Item = Arc<Conflict>>>(conflicts: T) -> Self {
        let mut waiting = Self::default();
        waiting.extend(conflicts);
        waiting
    }
}
