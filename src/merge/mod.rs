//! Base, ours and theirs make one plan; what cannot be decided becomes a conflict inside it, settled later by a person.
//!
//! ```text
//! base ─┬─ ours ───┐
//!       └─ theirs ─┴─ value, order, weights ──▸ the merged plan ── difference ──▸ one edit of ours
//!                       record by record, by id      conflicts within
//! ```
//!
//! Merging never fails and never loses a side. One value follows the three-way rule, written here as a table: a letter is a
//! value, `–` means that the base is not known.
//!
//! ```
//! # use traguardo::merge::{Choice, choose};
//! use Choice::{Conflict, Ours, Theirs};
//!
//! # fn check(table: &[(&str, Choice)]) {
//! #     for (row, choice) in table {
//! #         let values: Vec<&str> = row.split(' ').collect();
//! #         let base = Some(&values[0]).filter(|base| **base != "–");
//! #         assert_eq!(choose(base, &values[1], &values[2]), *choice, "{row}");
//! #     }
//! # }
//! // base ours theirs
//! check(&[
//!     ("b b b", Ours),     // nobody changed it
//!     ("b o b", Ours),     // we did
//!     ("b b t", Theirs),   // they did
//!     ("b x x", Ours),     // both alike: nothing to decide
//!     ("b o t", Conflict), // both, each in its own way: ours stands until it is settled
//!     ("– x x", Ours),     // whoever changed it, they agree
//!     ("– o t", Conflict), // who changed it is not known, so nothing is taken silently
//! ]);
//! ```
//!
//! What counts as one value, field by field:
//!
//! | what | merges as | because |
//! |---|---|---|
//! | records of a list (goals, offices, sections, what-ifs, objectives, actions, indicators, parts) | by id, each with the table above for *there* and *not there* | ids never change |
//! | a record removed on one side and changed on the other | it stays, as changed, with a conflict | removing it again is one click, writing it again is not |
//! | a record removed on one side and pointed at by something new of the other | it stays, with a conflict | a pointer never leads nowhere |
//! | a record added on both sides | field by field, over an empty one | each field follows the table |
//! | the order of a list | one value: the records that both sides know, in their order; what is added stands after its neighbour | half of one order and half of another is neither |
//! | weights of the records below one parent (of one year, for objectives) | one value | they were made to sum to 100 together |
//! | a year's target, the reading a person chose for it, the targets it replaced | one value | a reading chosen for other words would misread them |
//! | a KPI and the readings chosen for it in years without words of their own | one value | the same |
//! | a year's result and the reading chosen for it | one value | the same |
//! | lists without ids (offices and goals named, checkpoints, years, rows of a table, revisions), the policy, what one what-if says of the plan | one value | `A → B` here and `A → C` there is no wish for both |
//! | goals that would stand below themselves | ours keep their parents, with a conflict | a tree has no circle |
//! | conflicts waiting on either side | those new on one side are kept, those settled on one side are gone | settling is an edit like others |
//! | anything else | field by field; a cell by indicator, year and field | people edit fields |
//!
//! Laws, each held to thousands of plans: a side that changed nothing leaves the other; edits of different places never conflict;
//! every edit of either side stands in the merged plan or in a conflict, and nothing else does; merging the same file again
//! brings nothing new; any settlement applies, undoes and leaves no pointer that leads nowhere. Sides may be swapped: the same
//! conflicts arise with their sides swapped, and once each is settled for the same person's version, the same records hold
//! the same values. Two things depend on who merges: whose version stands until then, and which goal of a circle moves back.
//!
//! A person may refuse single changes before the merge is made: what stood there stays, with all that is one value with it.
//! What came in from outside the scope of the office that sent it is not taken but offered, as a conflict that says so; without a
//! base every difference is. A merge changes a plan as anybody does: through one [`Edit`], which undoes.

mod change;
mod difference;
mod engine;
mod fields;
mod kpi;
#[cfg(test)]
mod laws;
mod order;
mod pointers;
mod records;
mod round;
mod value;
mod waiting;
mod weights;
pub mod words;

pub use change::{Change, Fate};
pub use difference::difference;
pub use round::{Came, Round, Sender, round};
pub use value::{Choice, choose};

use chrono::NaiveDate;

use crate::plan::{Conflict, ConflictId, Edit, Plan, Scope};

/// One of the plans that are merged, and who made it what it is.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Who changed it; empty: not known.
    pub by: String,
    /// When; none: not known.
    pub on: Option<NaiveDate>,
}

impl<'a> From<&'a Plan> for Side<'a> {
    fn from(plan: &'a Plan) -> Self {
        Self { plan, by: String::new(), on: None }
    }
}

/// What came of a merge.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Something came in.
    Merged(Box<Merge>),
    /// They bring nothing that is not here already.
    NothingNew,
    /// They are another plan, to be kept beside this one.
    OtherPlan,
}

/// What came in, as one edit, and what it leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// The merged plan; what a reviewer would object to in it is said by [`Plan::check`].
    pub plan: Plan,
    /// The edit that makes it of ours; undoing that edit undoes the merge.
    pub edit: Edit,
    /// The conflicts of this merge, in the order of the plan; they stand in the plan too.
    pub conflicts: Vec<ConflictId>,
}

impl Merge {
    /// Walks the conflicts of this merge.
    pub fn new_conflicts(&self) -> impl Iterator<Item = &Conflict> {
        self.conflicts.iter().filter_map(|id| self.plan.conflicts.get(id).map(AsRef::as_ref))
    }
}

/// Merges their plan into ours. `base` is the plan that both began with, none when it is not known; `scope` is what the
/// office was asked to change that sent theirs, none when it might change everything.
pub fn merge(base: Option<&Plan>, ours: &Side<'_>, theirs: &Side<'_>, scope: Option<&Scope>) -> Outcome {
    if ours.plan.id != theirs.plan.id {
        return Outcome::OtherPlan;
    }
    // What the office was not shown it did not remove.
    let shown = base.map(|base| scope.map_or_else(|| base.clone(), |scope| scope.seen(base)));
    let (merged, conflicts) = engine::merged(shown.as_ref(), ours, theirs, scope);

    let mut plan = ours.plan.clone();
    // Each of them applies, which a law holds; one that did not would be left out, and the rest not lost with it.
    let edits: Vec<Edit> =
        difference(ours.plan, &merged).into_iter().filter(|edit| plan.apply(edit.clone()).is_ok()).collect();
    if edits.is_empty() {
        return Outcome::NothingNew;
    }
    Outcome::Merged(Box::new(Merge { plan, edit: Edit::Several(edits), conflicts }))
}
