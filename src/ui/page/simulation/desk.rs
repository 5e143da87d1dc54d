//! What the page looks at and acts on: a scenario of the plan tried on the year, and the move a hand is making.
//!
//! While a slider moves the trial is a draft of its own; letting go makes one edit of the plan, which undo takes back.

use std::collections::BTreeMap;

use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::attainment::Span;
use crate::plan::{Edit, ListEdit, OtherCell, Percent, Plan, Policy, Scenario, ScenarioId, Weight};
use crate::simulation::{Group, Limit, Moved, Parent, PointsOf, Spot, Trial};
use crate::state::{Page, Workspace, use_workspace};
use crate::ui::widget::focus_soon;
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

/// Where the keyboard goes when other children come on the desk.
pub const HEADING: &str = "pesi";

/// A handle: copies are the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The open plan.
    pub workspace: Workspace,
    /// The scenario on the desk; none while the plan has none, when the first move makes one.
    pub chosen: Memo<Option<ScenarioId>>,
    /// Whose children are on the desk: those asked for, or of what stands above where these have no say any more.
    pub parent: Memo<Parent>,
    /// What happens to the others when a weight moves.
    pub others: RwSignal<Others>,
    /// The scenario as the plan has it.
    pub saved: Memo<Option<Trial>>,
    /// The plan without a scenario, for what stands beside it.
    pub official: Memo<Option<Trial>>,
    /// The points of the children on the desk, found once for all who look at them.
    pub points: Memo<Vec<PointsOf<Spot>>>,
    /// The figure of the children on the desk together.
    pub figure: Memo<Option<Percent>>,
    /// The points of the children on the desk, as the plan has them.
    pub official_points: Memo<BTreeMap<Spot, PointsOf<Spot>>>,
    texts: Texts,
    /// The children on the desk, found once for all who look at them.
    group: Memo<Option<Group<Spot>>>,
    rested: Memo<Option<Group<Spot>>>,
    asked: RwSignal<Parent>,
    stopped: RwSignal<Option<(Spot, Moved)>>,
    moving: RwSignal<Option<Move>>,
    handed: StoredValue<Option<Trial>>,
}

/// A move that is not saved yet.
#[derive(Clone)]
struct Move {
    /// The scenario it belongs to; none where it is to make one.
    of: Option<ScenarioId>,
    /// What the scenario said before.
    before: Scenario,
    trial: Trial,
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
    /// Sets up the desk for the scenario in the address; else the one tried last, or the last one of the plan.
    pub fn new(wanted: Signal<Option<ScenarioId>>) -> Self {
        let workspace = use_workspace();
        let chosen = Memo::new(move |_| {
            let wanted = wanted.get();
            let find = |plan: &Plan| {
                let wanted = wanted.filter(|wanted| plan.scenarios.contains(wanted));
                let wanted = wanted.or_else(|| workspace.tried().filter(|tried| plan.scenarios.contains(tried)));
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
        let asked = RwSignal::new(Parent::default());
        let parent = Memo::new(move |_| {
            let (saved, official) = (saved.read(), official.read());
            let has_children = |parent: &Parent| {
                let trials = saved.iter().chain(official.iter());
                trials.filter_map(|trial| trial.children(parent)).any(|group| group.ids().len() != 0)
            };
            let mut parent = asked.get();
            while let Some(above) = above(&parent).filter(|_| !has_children(&parent)) {
                parent = above;
            }
            parent
        });
        let moving = RwSignal::new(None::<Move>);
        let group = Memo::new(move |_| {
            let (moving, parent) = (moving.read(), parent.read());
            match moving.as_ref().filter(|moving| moving.of == chosen.get()) {
                Some(moving) => moving.trial.children(&parent),
                None => saved.read().as_ref().and_then(|saved| saved.children(&parent)),
            }
        });
        let rested = Memo::new(move |_| saved.read().as_ref().and_then(|saved| saved.children(&parent.read())));
        let points = Memo::new(move |_| group.read().as_ref().map(Group::points).unwrap_or_default());
        let figure = Memo::new(move |_| group.read().as_ref().and_then(Group::figure));
        let official_points = Memo::new(move |_| {
            let (official, parent) = (official.read(), parent.read());
            let points = official.as_ref().and_then(|official| Some(official.children(&parent)?.points()));
            points.unwrap_or_default().into_iter().map(|points| (points.id.clone(), points)).collect()
        });
        Self {
            workspace,
            chosen,
            parent,
            asked,
            others: RwSignal::new(Others::GiveWay),
            stopped: RwSignal::new(None),
            saved,
            official,
            points,
            figure,
            official_points,
            texts: use_texts(),
            group,
            rested,
            moving,
            handed,
        }
    }

    /// Looks at the scenario as the hand has it now; none over the whole period.
    pub fn trial<T>(self, look: impl FnOnce(&Trial) -> T) -> Option<T> {
        match self.moving.read().as_ref().filter(|moving| moving.of == self.chosen.get()) {
            Some(moving) => Some(look(&moving.trial)),
            None => self.saved.read().as_ref().map(look),
        }
    }

    /// Puts the children of something on the desk.
    pub fn open(self, parent: Parent) {
        self.commit();
        self.asked.set(parent);
        focus_soon([HEADING.to_owned()]);
    }

    /// Looks at the plan without a scenario.
    pub fn officially<T>(self, look: impl FnOnce(&Trial) -> T) -> Option<T> {
        self.official.read().as_ref().map(look)
    }

    /// Looks at the children on the desk.
    pub fn children<T>(self, look: impl FnOnce(&Group<Spot>) -> T) -> Option<T> {
        self.group.read().as_ref().map(look)
    }

    /// Looks at the children as they were when the hand last let go: what asks about every weight does not follow each step.
    pub fn rested<T>(self, look: impl FnOnce(&Group<Spot>) -> T) -> Option<T> {
        self.rested.read().as_ref().map(look)
    }

    /// Moves a share, or a weight as written where the others stay, without saving it yet.
    pub fn shift(self, spot: &Spot, to: Percent) {
        let is_locked = untrack(|| self.children(|group| group.is_locked(spot))).unwrap_or_default();
        let moved = match self.others.get_untracked() {
            Others::Stay if !is_locked => {
                if let Ok(weight) = Weight::new(to.value()) {
                    self.change(|trial| trial.set_weight(spot, Some(weight)));
                }
                None
            }
            Others::Stay | Others::GiveWay => self.change(|trial| trial.shift(spot, to)),
        };
        self.stopped.set(moved.filter(|moved| moved.limit.is_some()).map(|moved| (spot.clone(), moved)));
    }

    /// Moves what the field shows by some points: a share, or a weight where the others stay.
    pub fn step(self, spot: &Spot, by: Decimal) {
        let now = untrack(|| self.children(|group| self.amount(group, spot))).flatten();
        let to = now.map(|now| now.value().saturating_add(by).clamp(Decimal::ZERO, self.most()));
        if let Some(to) = to.and_then(|to| Percent::new(to).ok()) {
            self.shift(spot, to);
        }
    }

    /// The most that slider and field can stand on.
    pub fn most(self) -> Decimal {
        match self.others.get_untracked() {
            Others::GiveWay => Decimal::ONE_HUNDRED,
            Others::Stay => Decimal::ONE_THOUSAND,
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

    /// Returns why the last move stopped, and of what, for as long as it stands where it stopped.
    pub fn stopped(self) -> Option<(Spot, Limit)> {
        let (spot, moved) = self.stopped.get()?;
        let limit = moved.limit?;
        let stands = self.children(|group| group.share(&spot) == Some(moved.to)).unwrap_or_default();
        (stands || limit == Limit::NoSay).then_some((spot, limit))
    }

    /// Keeps a weight where it is, or lets it go.
    pub fn set_lock(self, spot: &Spot, is_locked: Locked) {
        self.change(|trial| match is_locked {
            Locked::Kept => trial.lock(spot),
            Locked::Free => trial.unlock(spot),
        });
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
            let Scenario { id, name, note, .. } = trial.scenario().into_owned();
            trial.set_scenario(Scenario { name, note, ..Scenario::new(id) });
        });
        self.commit();
    }

    fn change<T>(self, change: impl FnOnce(&mut Trial) -> T) -> Option<T> {
        let of = self.chosen.get_untracked();
        if self.moving.read_untracked().as_ref().is_some_and(|moving| moving.of != of) {
            self.commit();
        }
        let start = || {
            let trial = self.saved.read_untracked().clone()?;
            Some(Move { of, before: trial.scenario().into_owned(), trial })
        };
        self.moving
            .try_update(|moving| {
                if moving.is_none() {
                    *moving = start();
                }
                moving.as_mut().map(|moving| change(&mut moving.trial))
            })
            .flatten()
    }

    /// Saves what the hand has moved as one edit. The first move of a plan without scenarios makes one.
    pub fn commit(self) {
        let Some(Move { of, before, trial }) = self.moving.try_update(Option::take).flatten() else { return };
        let Some(change) = before.change_to(&trial.scenario()) else { return };
        let edit = match of {
            Some(_) => Some(change),
            None => self.workspace.new_id().map(|id| {
                let scenario = Scenario { id, name: self.next_name(), ..trial.scenario().into_owned() };
                inserted(self.workspace, scenario)
            }),
        };
        if let Some(edit) = edit {
            self.handed.set_value(Some(trial));
            self.workspace.edit(edit);
        }
    }

    /// Returns what a new scenario is called until somebody calls it otherwise.
    pub fn next_name(self) -> String {
        let name = |n: usize| untrack(|| t_string!(self.texts, simulation.name_of, n = n));
        let is_free = |name: &String| {
            self.workspace.peek(|plan| plan.scenarios.iter().all(|known| known.name != *name)).unwrap_or(true)
        };
        (1..).map(name).find(is_free).unwrap_or_default()
    }

    /// Puts a new scenario on the desk.
    pub fn add(self, scenario: Scenario) {
        self.workspace.try_out(scenario.id.clone());
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

/// What stands above.
pub fn above(parent: &Parent) -> Option<Parent> {
    match parent {
        Parent::Plan => None,
        Parent::Objective(_) => Some(Parent::Plan),
        Parent::Indicator(objective, _) => Some(Parent::Objective(objective.clone())),
    }
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
