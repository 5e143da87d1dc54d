//! Goals and offices to tick.

use leptos::prelude::*;

use crate::plan::{GoalId, ObjectiveField, Plan, UnitId};
use crate::state::{Page, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::here::Here;

/// One thing to tick.
#[derive(Clone, PartialEq)]
struct Offered {
    /// Its id, as text.
    id: String,
    /// How deep it stands in its tree.
    depth: usize,
    /// Its code and name.
    name: String,
}

/// The goals of the tree, those that the objective serves ticked.
#[component]
pub fn GoalPick(
    /// The sheet.
    here: Here,
) -> impl IntoView {
    let texts = use_texts();
    let options = Memo::new(move |_| here.workspace.read(goals).unwrap_or_default());
    let chosen = Signal::derive(move || {
        here.read(|objective| objective.goals.iter().map(ToString::to_string).collect()).unwrap_or_default()
    });
    let change = move |ids: Vec<String>| here.set(ObjectiveField::Goals(ids.into_iter().map(GoalId::from).collect()));
    view! {
        <fieldset class="pick">
            <legend>{t!(texts, sheet.goals)}</legend>
            <Ticks options chosen on_change=Callback::new(change) />
            <Show when=move || options.read().is_empty()>
                <p class="soft small">
                    {t!(texts, sheet.no_goals)} " "
                    <a href=move || here.workspace.address_of(Page::Tree)>{t!(texts, sheet.no_goals_where)}</a>
                </p>
            </Show>
        </fieldset>
    }
}

/// The offices of the plan, those that answer ticked.
#[component]
pub fn UnitPick(
    /// Those ticked.
    #[prop(into)]
    chosen: Signal<Vec<UnitId>>,
    /// Receives the new ones.
    #[prop(into)]
    on_change: Callback<Vec<UnitId>>,
) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let options = Memo::new(move |_| workspace.read(units).unwrap_or_default());
    let chosen = Signal::derive(move || chosen.read().iter().map(ToString::to_string).collect::<Vec<_>>());
    let change = move |ids: Vec<String>| on_change.run(ids.into_iter().map(UnitId::from).collect());
    view! {
        <fieldset class="pick">
            <legend>{t!(texts, sheet.offices)}</legend>
            <Ticks options chosen on_change=Callback::new(change) />
            <Show when=move || options.read().is_empty()>
                <p class="soft small">
                    {t!(texts, sheet.no_units)} " "
                    <a href=move || workspace.address_of(Page::Settings)>{t!(texts, sheet.no_units_where)}</a>
                </p>
            </Show>
        </fieldset>
    }
}

#[component]
fn Ticks(
    options: Memo<Vec<Offered>>,
    #[prop(into)] chosen: Signal<Vec<String>>,
    on_change: Callback<Vec<String>>,
) -> impl IntoView {
    let tick = move |id: &str| {
        let mut ids = chosen.get_untracked();
        match ids.iter().position(|other| other == id) {
            Some(place) => drop(ids.remove(place)),
            None => ids.push(id.to_owned()),
        }
        on_change.run(ids);
    };
    let line = move |option: Offered| {
        let (id, wanted) = (option.id.clone(), option.id);
        let checked = Memo::new(move |_| chosen.read().contains(&wanted));
        view! {
            <label class=format!("tick depth-{}", option.depth.min(5)) class:on=checked>
                <input type="checkbox" prop:checked=checked on:change=move |_| tick(&id) />
                <span>{option.name}</span>
            </label>
        }
    };
    view! {
        <div class="ticks">
            <For each=move || options.get() key=|option| (option.id.clone(), option.name.clone()) children=line />
        </div>
    }
}

/// The tree, in its order, each goal below its parent.
fn goals(plan: &Plan) -> Vec<Offered> {
    fn below(plan: &Plan, parent: Option<&GoalId>, depth: usize, found: &mut Vec<Offered>) {
        for goal in plan.goals.iter().filter(|goal| goal.parent.as_ref() == parent) {
            let name = [goal.code.as_str(), goal.title.as_str()].join(" ").trim().to_owned();
            found.push(Offered { id: goal.id.to_string(), depth, name });
            below(plan, Some(&goal.id), depth.saturating_add(1), found);
        }
    }
    let mut found = Vec::new();
    below(plan, None, 0, &mut found);
    found
}

fn units(plan: &Plan) -> Vec<Offered> {
    let option = |unit: &std::sync::Arc<crate::plan::Unit>| Offered {
        id: unit.id.to_string(),
        depth: 0,
        name: unit.name.clone(),
    };
    plan.units.iter().map(option).collect()
}
