//! Merges what every kind of record has: fields, and lists of records below it. What cannot be decided is noted.

use std::collections::HashSet;
use std::sync::Arc;

use indexmap::IndexMap;

use super::fields::{Listed, Merges};
use super::order;
use super::value::{Choice, Versions, choose};
use super::waiting::Waiting;
use super::{Side, records};
use crate::plan::{Conflict, ConflictId, Dispute, Edit, List, ListEdit, Plan, Scope, Version};

/// Returns the merged plan with its conflicts in it, and the ids of those that are new.
pub(super) fn merged(
    base: Option<&Plan>,
    ours: &Side<'_>,
    theirs: &Side<'_>,
    scope: Option<&Scope>,
) -> (Plan, Vec<ConflictId>) {
    let plans = Versions { base, ours: ours.plan, theirs: theirs.plan };
    // What the office was asked to change was said of the plan it was given.
    let scope = scope.map(|scope| (scope, base.unwrap_or(ours.plan)));
    let mut engine = Engine { has_base: base.is_some(), scope, found: IndexMap::new() };
    let mut plan = records::plan(&mut engine, plans);
    let mut waiting = Waiting::merged(plans);
    let mut new = Vec::new();
    for (path, found) in engine.found {
        // The same file opened twice says nothing new, whatever became of ours since.
        if !waiting.knows(&path, &found.theirs, found.base.as_ref()) {
            new.push(waiting.add(Conflict {
                id: path.into(),
                dispute: found.dispute,
                base: found.base,
                ours: Version { edit: found.ours, by: ours.by.clone(), on: ours.on },
                theirs: Version { edit: found.theirs, by: theirs.by.clone(), on: theirs.on },
            }));
        }
    }
    plan.conflicts = waiting.into_list();
    (plan, new)
}

/// What the merge of one pair of plans knows and finds.
pub(super) struct Engine<'a> {
    has_base: bool,
    scope: Option<(&'a Scope, &'a Plan)>,
    /// By the path of the place in dispute.
    found: IndexMap<String, Found>,
}

/// A conflict to be.
struct Found {
    dispute: Dispute,
    base: Option<Edit>,
    ours: Edit,
    theirs: Edit,
}

/// The records of a merged list, in no order yet.
pub(super) type Members<T> = IndexMap<<T as crate::plan::Item>::Id, Arc<T>>;

impl Engine<'_> {
    /// Notes a conflict. One place is disputed once: the first reason found is the nearest.
    pub fn dispute(&mut self, dispute: Dispute, base: Option<Edit>, ours: Edit, theirs: Edit) {
        self.found.entry(theirs.path()).or_insert(Found { dispute, base, ours, theirs });
    }

    /// Says whether they were asked to make this edit; without a scope they were asked for any.
    pub fn allows(&self, edit: &Edit) -> bool {
        self.scope.is_none_or(|(scope, plan)| scope.allows(edit, plan))
    }

    /// Chooses between two versions of one value. Where theirs may not be taken, or a person has to decide, the conflict is
    /// noted and ours stands; `edit` says how a version is brought about.
    pub fn choose<T: PartialEq>(&mut self, value: Versions<'_, T>, edit: impl Fn(&T) -> Edit) -> Choice {
        self.settled(choose(value.base, value.ours, value.theirs), value, edit)
    }

    /// Takes a choice already made, unless it is theirs and they were not asked: that is a conflict like others.
    pub fn settled<T>(&mut self, choice: Choice, value: Versions<'_, T>, edit: impl Fn(&T) -> Edit) -> Choice {
        if choice == Choice::Ours {
            return choice;
        }
        let theirs = edit(value.theirs);
        let dispute = match choice {
            _ if !self.allows(&theirs) => Dispute::OutsideScope,
            Choice::Theirs => return choice,
            _ => self.undecided(),
        };
        self.dispute(dispute, value.base.map(&edit), edit(value.ours), theirs);
        Choice::Conflict
    }

    fn undecided(&self) -> Dispute {
        if self.has_base { Dispute::BothChanged } else { Dispute::NoBase }
    }

    /// Merges the fields of a record; lists below it stay ours.
    pub fn fields<R: Merges>(&mut self, record: Versions<'_, R>, at: impl Fn(R::Field) -> Edit) -> R {
        let mut merged = record.ours.clone();
        // Those that are one value together are chosen alike, whichever of them asks.
        for field in record.theirs.differing(record.ours) {
            let (ours, theirs) = (record.ours.together(&field), record.theirs.together(&field));
            let base = record.base.map(|base| base.together(&field));
            let value = Versions { base: base.as_ref(), ours: &ours, theirs: &theirs };
            if self.joint(value, &at) == Choice::Theirs {
                theirs.into_iter().for_each(|field| drop(merged.replace(field)));
            }
        }
        merged
    }

    /// Chooses between versions of several fields that are one value together. A conflict names only those in dispute.
    pub fn joint<F: Clone + PartialEq>(&mut self, fields: Versions<'_, Vec<F>>, at: impl Fn(F) -> Edit) -> Choice {
        let [base, ours, theirs] = disputed(fields);
        let value = Versions { base: fields.base.and(Some(&base)), ours: &ours, theirs: &theirs };
        self.choose(value, |fields| joined(fields.iter().cloned().map(&at).collect()))
    }

    /// Merges which records a list has, and each that both sides have with `each`.
    pub fn members<T: Listed>(
        &mut self,
        lists: Versions<'_, List<T>>,
        at: impl Fn(ListEdit<T>) -> Edit,
        mut each: impl FnMut(&mut Self, Versions<'_, T>) -> T,
    ) -> Members<T> {
        let insert = |list: &List<T>, item: &Arc<T>| {
            at(ListEdit::Insert { at: list.place(item.id()).unwrap_or_default(), item: Arc::clone(item) })
        };
        let remove = |item: &Arc<T>| at(ListEdit::Remove { id: item.id().clone() });
        let in_base = |item: &Arc<T>| lists.base.and_then(|base| Some((base, base.get(item.id())?)));
        let mut members = Members::<T>::with_capacity(lists.ours.len());
        for ours in lists.ours.iter() {
            let kept = match (in_base(ours), lists.theirs.get(ours.id())) {
                (_, Some(theirs)) if is_same(ours, theirs) => Some(Arc::clone(ours)),
                (base, Some(theirs)) => {
                    let blank = self.has_base.then(|| T::blank(ours.id().clone()));
                    let base = base.map(|(_, base)| base.as_ref()).or(blank.as_ref());
                    Some(Arc::new(each(self, Versions { base, ours, theirs })))
                }
                (Some((_, base)), None) if is_same(base, ours) && self.allows(&remove(ours)) => None,
                (Some((list, base)), None) => {
                    let removal = remove(ours);
                    let is_asked = self.allows(&removal);
                    let dispute = if is_asked { Dispute::RemovedAndChanged } else { Dispute::OutsideScope };
                    self.dispute(dispute, Some(insert(list, base)), insert(lists.ours, ours), removal);
                    Some(Arc::clone(ours))
                }
                (None, None) if self.has_base => Some(Arc::clone(ours)),
                (None, None) => {
                    self.dispute(Dispute::NoBase, None, insert(lists.ours, ours), remove(ours));
                    Some(Arc::clone(ours))
                }
            };
            members.extend(kept.map(|kept| (kept.id().clone(), kept)));
        }
        for theirs in lists.theirs.iter().filter(|theirs| !lists.ours.contains(theirs.id())) {
            let put_in = insert(lists.theirs, theirs);
            let is_kept = match in_base(theirs) {
                Some((_, base)) if is_same(base, theirs) => false,
                Some((list, base)) => {
                    self.dispute(Dispute::RemovedAndChanged, Some(insert(list, base)), remove(theirs), put_in);
                    true
                }
                None if self.has_base && self.allows(&put_in) => true,
                None => {
                    let dispute = if self.has_base { Dispute::OutsideScope } else { Dispute::NoBase };
                    self.dispute(dispute, None, remove(theirs), put_in);
                    false
                }
            };
            if is_kept {
                members.insert(theirs.id().clone(), Arc::clone(theirs));
            }
        }
        members
    }

    /// Brings the records of a merged list into their order.
    pub fn ordered<T: Listed>(
        &mut self,
        lists: Versions<'_, List<T>>,
        mut members: Members<T>,
        at: impl Fn(ListEdit<T>) -> Edit,
    ) -> List<T> {
        let ids = |list: &List<T>| list.iter().map(|item| item.id().clone()).collect::<Vec<_>>();
        let (base, ours, theirs) = (lists.base.map(ids), ids(lists.ours), ids(lists.theirs));
        let kept: HashSet<T::Id> = members.keys().cloned().collect();
        let moves = |ids: &[T::Id]| {
            let each = ids.iter().cloned().enumerate();
            joined(each.map(|(to, id)| at(ListEdit::Move { id, to })).collect())
        };
        let orders = Versions { base: base.as_ref(), ours: &ours, theirs: &theirs };
        let choice = self.settled(order::choice(orders), orders, |ids| moves(ids));
        let order = order::merged(orders, &kept, choice);
        records::list(order.into_iter().filter_map(|id| members.swap_remove(&id)).collect())
    }
}

/// Leaves out of fields that are one value together those in which all versions agree.
fn disputed<F: Clone + PartialEq>(fields: Versions<'_, Vec<F>>) -> [Vec<F>; 3] {
    let mut disputed = [const { Vec::new() }; 3];
    for (at, (ours, theirs)) in fields.ours.iter().zip(fields.theirs).enumerate() {
        let base = fields.base.and_then(|base| base.get(at));
        if ours != theirs || base.is_some_and(|base| base != ours) {
            let versions = disputed.iter_mut().zip([base, Some(ours), Some(theirs)]);
            versions.for_each(|(list, field)| list.extend(field.cloned()));
        }
    }
    disputed
}

fn is_same<T: PartialEq>(one: &Arc<T>, other: &Arc<T>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}

/// Makes one edit of several; one alone stays as it is.
pub(super) fn joined(mut edits: Vec<Edit>) -> Edit {
    match edits.pop() {
        Some(only) if edits.is_empty() => only,
        last => Edit::Several(edits.into_iter().chain(last).collect()),
    }
}
