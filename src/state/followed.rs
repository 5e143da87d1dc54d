//! What many things on the screen follow, each part with a signal of its own. Ten thousand closures that all followed the
//! plan would all be stirred by every edit; these are stirred by the edits that concern them.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use leptos::prelude::*;

use super::Workspace;
use super::figures::year_at_hand;
use crate::plan::{Indicator, IndicatorId, Objective, ObjectiveId, Period, Plan, Policy, UnitId, Year};

/// An objective as the navigation and the lists name it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sheet {
    /// Which.
    pub id: ObjectiveId,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
}

/// Parts of the open plan, as it has them now.
pub(super) struct Followed {
    /// The objectives that something on the screen has asked for.
    objectives: StoredValue<IndexMap<ObjectiveId, ArcRwSignal<Option<Arc<Objective>>>>>,
    sheets: RwSignal<Vec<Sheet>>,
    units: RwSignal<BTreeMap<UnitId, String>>,
    policy: RwSignal<Policy>,
    pub(super) period: RwSignal<Option<Period>>,
    pub(super) year_at_hand: RwSignal<Option<Year>>,
}

impl Followed {
    /// Follows no plan yet.
    pub fn new() -> Self {
        Self {
            objectives: StoredValue::new(IndexMap::new()),
            sheets: RwSignal::new(Vec::new()),
            units: RwSignal::new(BTreeMap::new()),
            policy: RwSignal::new(Policy::default()),
            period: RwSignal::new(None),
            year_at_hand: RwSignal::new(None),
        }
    }

    /// Forgets the objectives of a plan that is no longer open.
    fn forget_but(&self, plan: Option<&Plan>) {
        self.objectives.update_value(|followed| {
            followed.retain(|id, _| plan.is_some_and(|plan| plan.objectives.contains(id)));
        });
    }

    /// Stirs whoever follows something that the plan has otherwise now.
    fn catch_up(&self, plan: Option<&Plan>) {
        let outdated = self.objectives.with_value(|followed| {
            let outdated = followed.iter().filter_map(|(id, signal)| {
                let now = plan.and_then(|plan| plan.objectives.get(id));
                let is_outdated = !same(signal.read_untracked().as_ref(), now);
                is_outdated.then(|| (signal.clone(), now.cloned()))
            });
            outdated.collect::<Vec<_>>()
        });
        for (signal, now) in outdated {
            signal.set(now);
        }
        let Some(plan) = plan else {
            set_changed(self.sheets, Vec::new());
            set_changed(self.units, BTreeMap::new());
            set_changed(self.policy, Policy::default());
            return set_changed(self.period, None);
        };
        if !self.sheets.with_untracked(|known| names_all(known, plan)) {
            let sheet =
                |of: &Arc<Objective>| Sheet { id: of.id.clone(), code: of.code.clone(), title: of.title.clone() };
            self.sheets.set(plan.objectives.iter().map(sheet).collect());
        }
        set_changed(self.units, plan.units.iter().map(|unit| (unit.id.clone(), unit.name.clone())).collect());
        set_changed(self.policy, plan.policy.clone());
        set_changed(self.period, Some(plan.period));
    }
}

/// Whether these are the plan's objectives as it names them now; asked after every edit, so nothing is copied.
fn names_all(known: &[Sheet], plan: &Plan) -> bool {
    let is_so = |(known, now): (&Sheet, &Arc<Objective>)| {
        known.id == now.id && known.code == now.code && known.title == now.title
    };
    known.len() == plan.objectives.len() && known.iter().zip(plan.objectives.iter()).all(is_so)
}

fn set_changed<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, now: T) {
    if signal.with_untracked(|known| *known != now) {
        signal.set(now);
    }
}

/// An edit copies what it changes and nothing else, so that pointers tell.
fn same<T>(old: Option<&Arc<T>>, new: Option<&Arc<T>>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => Arc::ptr_eq(old, new),
        (None, None) => true,
        _ => false,
    }
}

impl Workspace {
    /// Follows one objective; what changes elsewhere does not stir it. Reads none once it was removed.
    pub fn objective(self, id: ObjectiveId) -> ReadSignal<Option<Arc<Objective>>> {
        let followed = self.followed.objectives;
        let signal = followed.with_value(|followed| followed.get(&id).cloned()).unwrap_or_else(|| {
            let signal = ArcRwSignal::new(self.peek(|plan| plan.objectives.get(&id).cloned()).flatten());
            followed.update_value(|followed| {
                followed.insert(id, signal.clone());
            });
            signal
        });
        signal.read_only().into()
    }

    /// Follows one indicator; what changes elsewhere does not stir it. Reads none once it was removed.
    pub fn indicator(self, objective: ObjectiveId, id: IndicatorId) -> Memo<Option<Arc<Indicator>>> {
        let objective = self.objective(objective);
        Memo::new_with_compare(
            move |_| objective.read().as_ref().and_then(|objective| objective.indicators.get(&id).cloned()),
            |old, new| !same(old.and_then(Option::as_ref), new.and_then(Option::as_ref)),
        )
    }

    /// Follows the objectives by name, in the plan's order.
    pub fn sheets(self) -> ReadSignal<Vec<Sheet>> {
        self.followed.sheets.read_only()
    }

    /// Follows the names of the offices.
    pub fn unit_names(self) -> ReadSignal<BTreeMap<UnitId, String>> {
        self.followed.units.read_only()
    }

    /// Follows the body's rules.
    pub fn policy(self) -> ReadSignal<Policy> {
        self.followed.policy.read_only()
    }

    /// Returns the years the plan covers.
    pub fn period(self) -> Option<Period> {
        self.followed.period.get()
    }

    /// Returns the year people are most likely to be working on; found when the plan, its period or the day changes.
    pub(super) fn year_at_hand(self) -> Option<Year> {
        self.followed.year_at_hand.get()
    }

    /// Finds the year at hand anew: for another plan, another period, another day.
    pub(super) fn find_year_at_hand(self) {
        let today = self.today_untracked();
        set_changed(self.followed.year_at_hand, self.peek(|plan| year_at_hand(plan, today)));
    }

    /// Changes the open plan and stirs whoever follows what changed. Every change of the plan comes through here.
    pub(super) fn change_plan<T>(self, change: impl FnOnce(&mut Option<Plan>) -> T) -> Option<T> {
        let before = self.peek(|plan| (plan.id.clone(), plan.period));
        let changed = self.plan.try_update(change)?;
        self.followed.catch_up(self.plan.read_untracked().as_ref());
        self.find_disputed();
        let now = self.peek(|plan| (plan.id.clone(), plan.period));
        if before != now {
            self.find_year_at_hand();
        }
        if before.map(|(id, _)| id) != now.map(|(id, _)| id) {
            self.followed.forget_but(self.plan.read_untracked().as_ref());
        }
        Some(changed)
    }
}
