//! Files that wait to be merged: what they would bring, what was chosen for their conflicts, and the one step that takes it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;

use crate::browser::clock;
use crate::file::File;
use crate::merge::{Came, Round, Sender, round};
use crate::plan::{ConflictId, Edit, Finding, Keep, Plan};
use crate::state::spreadsheet::is_workbook;
use crate::state::{Notice, Workspace};
use crate::storage::HandedOut;

/// A file that came in and waits to be merged.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// Tells two of them apart.
    pub number: u32,
    /// What it was called.
    pub name: String,
    /// The offices for which it was made, by name; empty: it was made for anybody.
    pub office: String,
    /// The handing out from which it came back, where that is known here.
    pub handed: Option<HandedOut>,
    /// Whether it holds the very plan that is here.
    pub is_same: bool,
    /// The plan with what is known about it.
    pub sender: Sender,
    /// On which day places of the plan here were last written, by their path.
    pub(super) written: Arc<HashMap<String, NaiveDate>>,
    pub(super) file: Arc<File>,
}

impl Arrived {
    /// Returns whether it is a spreadsheet that came back.
    pub fn is_workbook(&self) -> bool {
        is_workbook(&self.name)
    }
}

/// What was merged, to be printed.
#[derive(Clone, Debug)]
pub struct Account {
    /// When.
    pub at: NaiveDateTime,
    /// Each file with what it brought.
    pub files: Vec<(Arrived, Came)>,
    /// The plan as it was, for the words of what was changed.
    pub before: Plan,
    /// The plan after it.
    pub after: Plan,
    /// What was chosen for the conflicts; those not named were left for later.
    pub kept: BTreeMap<ConflictId, Keep>,
    /// What a reviewer objects to since.
    pub findings: Vec<Finding>,
    /// When the merge was undone; none: it stands.
    pub undone: Option<NaiveDateTime>,
    /// The inverse of the step that made the merge, by which the history knows it; none: nothing was changed.
    pub(super) undo: Option<Edit>,
}

impl Workspace {
    /// Returns the files that wait to be merged into the open plan.
    pub fn arrived(self) -> Vec<Arrived> {
        let Some(id) = self.read(|plan| plan.id.clone()) else { return Vec::new() };
        self.exchange.arrived.read().iter().filter(|arrived| arrived.sender.plan.id == id).cloned().collect()
    }

    /// Returns whether one of those files came in since this was last asked: once for each that comes.
    pub fn is_new_arrival(self) -> bool {
        let is_new = self.exchange.is_new.get_value();
        self.exchange.is_new.set_value(false);
        is_new
    }

    /// Follows what those files would bring, before anything is settled.
    pub fn round(self) -> Memo<Option<Round>> {
        Memo::new_with_compare(
            move |_| {
                let arrived = self.arrived();
                let senders: Vec<Sender> = arrived.iter().map(|arrived| arrived.sender.clone()).collect();
                let mut written = HashMap::new();
                for arrived in &arrived {
                    written.extend(arrived.written.iter().map(|(path, on)| (path.clone(), *on)));
                }
                (!arrived.is_empty()).then(|| self.read(|plan| round(plan, &senders, &written))).flatten()
            },
            |_, _| true,
        )
    }

    /// Returns what was chosen for the conflicts of files that wait.
    pub fn kept(self) -> BTreeMap<ConflictId, Keep> {
        self.exchange.kept.get()
    }

    /// Chooses for conflicts which version is to stand; none: they are left for later.
    pub fn keep_version(self, conflicts: impl IntoIterator<Item = ConflictId>, keep: Option<Keep>) {
        self.exchange.kept.update(|kept| {
            for conflict in conflicts {
                match keep {
                    Some(keep) => drop(kept.insert(conflict, keep)),
                    None => drop(kept.remove(&conflict)),
                }
            }
        });
    }

    /// Refuses a value of a file that waits, by the name that the change gives it, or takes it after all.
    pub fn toggle_refused(self, number: u32, value: String) {
        self.exchange.arrived.update(|waiting| {
            if let Some(arrived) = waiting.iter_mut().find(|arrived| arrived.number == number)
                && !arrived.sender.refused.remove(&value)
            {
                arrived.sender.refused.insert(value);
            }
        });
    }

    /// Puts a file away without merging it.
    pub fn put_away(self, number: u32) {
        self.exchange.arrived.update(|waiting| waiting.retain(|arrived| arrived.number != number));
        self.exchange.kept.set(BTreeMap::new());
    }

    /// Merges the files that wait, as one step, with what was chosen for their conflicts.
    pub fn confirm_merge(self, merged: &Round) {
        let arrived = untrack(|| self.arrived());
        let Some(before) = self.peek(Plan::clone) else { return };
        let kept = self.exchange.kept.get_untracked();
        let settled = merged.settled(&kept);
        if let Some(edit) = &settled.edit
            && !self.make_anyhow(edit.clone())
        {
            return;
        }
        let known = before.check();
        let account = Account {
            at: clock::now(),
            findings: settled.plan.check().into_iter().filter(|finding| !known.contains(finding)).collect(),
            files: arrived.iter().cloned().zip(settled.came.iter().cloned()).collect(),
            after: settled.plan,
            before,
            kept,
            undone: None,
            undo: settled.edit.as_ref().and_then(|_| self.history.with_untracked(|history| history.newest().cloned())),
        };
        self.exchange.account.set(Some(account));
        self.exchange.kept.set(BTreeMap::new());
        self.exchange.arrived.update(|waiting| {
            waiting.retain(|waiting| arrived.iter().all(|merged| merged.number != waiting.number));
        });
        if settled.edit.is_some() {
            self.notices().show(Notice::Merged(arrived.len()));
        }
        leptos::task::spawn_local(self.note_came_back(arrived));
    }

    /// Returns what was merged last into the open plan.
    pub fn account(self) -> Option<Account> {
        let id = self.read(|plan| plan.id.clone())?;
        self.exchange.account.get().filter(|account| account.after.id == id)
    }

    /// Notes in the account when the step with this inverse was undone, where that is the merge.
    pub(in crate::state) fn note_undone(self, inverse: &Edit) {
        self.mark_merge(|account| account.undo.as_ref() == Some(inverse), Some(clock::now()));
    }

    /// Notes in the account that the step with this inverse was redone, where that is the merge.
    pub(in crate::state) fn note_redone(self, inverse: &Edit) {
        self.mark_merge(|account| account.undo.as_ref() == Some(inverse), None);
    }

    /// Looks whether the merge is among the steps of a history just read: another tab may have undone or redone it.
    pub(in crate::state) fn look_for_merge(self) {
        let is_here = |account: &Account| self.peek(|plan| plan.id == account.after.id).unwrap_or_default();
        let lacks = |account: &Account| {
            account.undo.as_ref().is_some_and(|undo| self.history.with_untracked(|history| history.lacks(undo)))
        };
        self.mark_merge(|account| is_here(account) && account.undone.is_none() && lacks(account), Some(clock::now()));
        self.mark_merge(|account| is_here(account) && account.undone.is_some() && !lacks(account), None);
    }

    fn mark_merge(self, is_meant: impl Fn(&Account) -> bool, undone: Option<NaiveDateTime>) {
        if self.exchange.account.with_untracked(|account| account.as_ref().is_some_and(is_meant)) {
            self.exchange.account.update(|account| {
                if let Some(account) = account {
                    account.undone = undone;
                }
            });
        }
    }

    /// Puts the account away.
    pub fn close_account(self) {
        self.exchange.account.set(None);
    }

    /// Notes which copies came back; a copy here goes on from a newer file of its home.
    async fn note_came_back(self, arrived: Vec<Arrived>) {
        if !self.settle().await {
            return;
        }
        let Some(id) = self.peek(|plan| plan.id.clone()) else { return };
        let back = arrived.iter().filter_map(|arrived| arrived.handed.as_ref());
        let back: Vec<_> = back.map(|handed| (handed.state.clone(), handed.units.clone())).collect();
        let is_copy = untrack(|| self.is_copy());
        let newer = arrived
            .iter()
            .rev()
            .find(|arrived| is_copy && arrived.file.scope.is_some() && arrived.sender.scope.is_none());
        let noted = async {
            let archive = self.archive()?;
            if !back.is_empty() {
                archive.note_returned(&id, &back, Some(clock::now())).await?;
            }
            if let Some(newer) = newer {
                archive.renew_origin(&newer.file).await?;
            }
            Ok(())
        };
        match noted.await {
            Ok(()) => self.look_at_copies().await,
            Err(error) => self.storage_problem(&error),
        }
    }
}
