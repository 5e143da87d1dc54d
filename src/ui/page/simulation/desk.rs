//! What the page looks at and acts on: a scenario of the plan tried on the year, and the move a hand is making.
//!
//! While a slider moves the trial is a draft of its own; letting go makes one edit of the plan, which undo takes back.

use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::attainment::Span;
use crate::plan::{Edit, ListEdit, OtherCell, Percent, Plan, Policy, Scenario, ScenarioId, Weight};
use crate::simulation::{Group, Limit, Parent, Spot, Trial};
use crate::state::{Page, Workspace, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

/// A handle: copies are the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The open plan.
    pub workspace: Workspace,
    /// The scenario on the desk; none while the plan has none, when the first move makes one.
    pub chosen: Memo<Option<ScenarioId>>,
    /// Whose children are on the desk.
    pub parent: RwSignal<Parent>,
    /// What happens to the others when a weight moves.
    pub others: RwSignal<Others>,
    /// The figure to reach.
    pub threshold: RwSignal<Percent>,
    /// Why the last move stopped, and of what.
    pub stopped: RwSignal<Option<(Spot, Limit)>>,
    /// The scenario as the plan has it.
    pub saved: Memo<Option<Trial>>,
    /// The plan without a scenario, for what stands beside it.
    pub official: Memo<Option<Trial>>,
    texts: Texts,
    moving: RwSignal<Option<Trial>>,
    handed: StoredValue<Option<Trial>>,
}

/// What happens to the others when a weight moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// They give way in proportion, so that the sum stays 100.
    GiveWay,
    /// They stay as written; all count in proportion.
    Stay,
}

impl Desk {
    /// Sets up the desk for the scenario in the address, or the last one of the plan.
    pub fn new(wanted: Signal<Option<ScenarioId>>) -> Self {
        let workspace = use_workspace();
        let chosen = Memo::new(move |_| {
            let wanted = wanted.get();
            let find = |plan: &Plan| {
                let wanted = wanted.filter(|wanted| plan.scenarios.contains(wanted));
                wanted.or_else(|| plan.scenarios.iter().next_back().map(|last| last.id.clone()))
            };
            workspace.read(find).flatten()
        });
        let handed = StoredValue::new(None::<Trial>);
        let saved = Memo::new_owning(move |before: Option<Option<Trial>>| {
            let before = handed.try_update_value(Option::take).flatten().or(before.flatten());
            let chosen = chosen.get();
            let scenario =
                workspace.read(|plan| chosen.and_then(|chosen| plan.scenarios.get(&chosen).cloned())).flatten();
            let blank = || Scenario::new(String::new().into()).into();
            (tried(workspace, before, &scenario.unwrap_or_else(blank)), true)
        });
        let blank = StoredValue::new(Scenario::new(String::new().into()));
        let official = Memo::new_owning(move |before: Option<Option<Trial>>| {
            (blank.with_value(|blank| tried(workspace, before.flatten(), blank)), true)
        });
        Self {
            workspace,
            chosen,
            parent: RwSignal::new(Parent::default()),
            others: RwSignal::new(Others::GiveWay),
            threshold: RwSignal::new(Percent::whole(90)),
            stopped: RwSignal::new(None),
            saved,
            official,
            texts: use_texts(),
            moving: RwSignal::new(None),
            handed,
        }
    }

    /// Looks at the scenario as the hand has it now; none over the whole period.
    pub fn trial<T>(self, look: impl FnOnce(&Trial) -> T) -> Option<T> {
        match &*self.moving.read() {
            Some(moving) => Some(look(moving)),
            None => self.saved.read().as_ref().map(look),
        }
    }

    /// Looks at the plan without a scenario.
    pub fn plan<T>(self, look: impl FnOnce(&Trial) -> T) -> Option<T> {
        self.official.read().as_ref().map(look)
    }

    /// Looks at the children on the desk.
    pub fn children<T>(self, look: impl FnOnce(&Group<Spot>) -> T) -> Option<T> {
        let parent = self.parent.get();
        self.trial(|trial| trial.children(&parent)).flatten().map(|group| look(&group))
    }

    /// Moves a share, without saving it yet; returns where it is now.
    pub fn shift(self, spot: &Spot, to: Percent) -> Option<Percent> {
        let moved = match self.others.get_untracked() {
            Others::GiveWay => self.change(|trial| trial.shift(spot, to))?,
            Others::Stay => {
                self.change(|trial| trial.set_weight(spot, Weight::new(to.value()).ok()));
                return Some(to);
            }
        };
        self.stopped.set(moved.limit.map(|limit| (spot.clone(), limit)));
        Some(moved.to)
    }

    /// Moves what the field shows by some points: a share, or a weight where the others stay.
    pub fn step(self, spot: &Spot, by: Decimal) {
        let parent = self.parent.get_untracked();
        let now = untrack(|| self.trial(|trial| trial.children(&parent).and_then(|group| self.amount(&group, spot))))
            .flatten();
        let to = now.map(|now| now.value().saturating_add(by).clamp(Decimal::ZERO, Decimal::ONE_HUNDRED));
        if let Some(to) = to.and_then(|to| Percent::new(to).ok()) {
            self.shift(spot, to);
        }
    }

    /// What slider and field of a child stand on: its share, or its weight as written where the others stay.
    pub fn amount(self, group: &Group<Spot>, spot: &Spot) -> Option<Percent> {
        match self.others.get() {
            Others::GiveWay => group.share(spot),
            Others::Stay => {
                let weight = group.weights().find(|(id, _)| *id == spot).map(|(_, weight)| weight)?;
                Percent::new(weight.value()).ok()
            }
        }
    }

    /// Keeps a weight where it is, or lets it go.
    pub fn set_lock(self, spot: &Spot, is_locked: Locked) {
        self.change(|trial| match is_locked {
            Locked::Kept => trial.lock(spot),
            Locked::Free => trial.unlock(spot),
        });
        self.stopped.set(None);
        self.commit();
    }

    /// Supposes something of a result; none is what the plan says again.
    pub fn suppose(self, spot: &Spot, supposed: Option<OtherCell>) {
        self.change(|trial| trial.suppose(spot, supposed));
        self.commit();
    }

    /// Tries other rules; none are the plan's again.
    pub fn set_policy(self, policy: Option<Policy>) {
        self.change(|trial| trial.set_policy(policy));
        self.commit();
    }

    /// Gives all weights of the year back to the plan.
    pub fn reset_weights(self) {
        self.change(Trial::reset_weights);
        self.commit();
    }

    /// Lets the scenario say nothing any more but its name.
    pub fn reset(self) {
        self.change(|trial| {
            let Scenario { id, name, note, .. } = trial.scenario().clone();
            trial.set_scenario(Scenario { name, note, ..Scenario::new(id) });
        });
        self.commit();
    }

    fn change<T>(self, change: impl FnOnce(&mut Trial) -> T) -> Option<T> {
        let start = || self.saved.read_untracked().clone();
        self.moving
            .try_update(|moving| {
                if moving.is_none() {
                    *moving = start();
                }
                moving.as_mut().map(change)
            })
            .flatten()
    }

    /// Saves what the hand has moved as one edit. The first move of a plan without scenarios makes one.
    pub fn commit(self) {
        let Some(moved) = self.moving.try_update(Option::take).flatten() else { return };
        let now = moved.scenario().clone();
        let known = self.chosen.get_untracked();
        let before = known.and_then(|id| self.workspace.peek(|plan| plan.scenarios.get(&id).cloned()).flatten());
        let edit = match before {
            Some(before) => before.change_to(&now),
            None => self
                .workspace
                .new_id()
                .map(|id| inserted(self.workspace, Scenario { id, name: self.next_name(), ..now })),
        };
        if let Some(edit) = edit {
            self.handed.set_value(Some(moved));
            self.workspace.edit(edit);
        }
    }

    /// Returns what a new scenario is called until somebody calls it otherwise.
    pub fn next_name(self) -> String {
        let count = self.workspace.peek(|plan| plan.scenarios.len()).unwrap_or_default();
        untrack(|| t_string!(self.texts, simulation.name_of, n = count.saturating_add(1)))
    }

    /// Puts a new scenario on the desk.
    pub fn add(self, scenario: Scenario) {
        let page = Page::Simulation(Some(scenario.id.clone()));
        self.workspace.edit(inserted(self.workspace, scenario));
        self.workspace.go_to(page);
    }
}

/// Whether a weight stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locked {
    /// It stays.
    Kept,
    /// It moves.
    Free,
}

/// A scenario tried on the plan of the moment; what was tried before is made to follow.
fn tried(workspace: Workspace, before: Option<Trial>, scenario: &Scenario) -> Option<Trial> {
    let official = workspace.attainment().read();
    let official = official.as_ref().filter(|official| matches!(official.span(), Span::Year(_)))?;
    let follow = |plan: &Plan| match before {
        Some(mut before) => before.follow(plan, official, scenario).then_some(before),
        None => Trial::new(plan, official, scenario.clone()),
    };
    workspace.read(follow).flatten()
}

fn inserted(workspace: Workspace, scenario: Scenario) -> Edit {
    let at = workspace.peek(|plan| plan.scenarios.len()).unwrap_or_default();
    Edit::Scenarios(ListEdit::Insert { at, item: scenario.into() })
}
