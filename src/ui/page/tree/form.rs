//! Changing a goal: its tools at the end of the line, its fields below it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::plan::{Goal, GoalField, GoalId, Plan};
use crate::ui::widget::{Choice, Input, Select, Words};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::edits::{self, Link};
use super::here::Here;
use crate::ui::widget::focus_soon;

/// The tools of a goal.
#[component]
pub fn GoalTools(
    /// The page.
    here: Here,
    /// Which goal.
    id: StoredValue<GoalId>,
    /// What it is called.
    title: Signal<String>,
    /// Whether its fields are shown.
    open: Memo<bool>,
) -> impl IntoView {
    let texts = use_texts();
    let goal = id.get_value();
    let place = Memo::new(move |_| {
        let of = |plan: &Plan| {
            let siblings = edits::siblings(plan, &id.get_value());
            let at = siblings.iter().position(|sibling| *sibling == id.get_value())?;
            Some((at == 0, at.saturating_add(1) == siblings.len()))
        };
        here.workspace.read(of).flatten().unwrap_or((true, true))
    });
    let toggle = move |_| {
        let goal = id.get_value();
        here.edited.set((!open.get_untracked()).then(|| goal.clone()));
        if open.get_untracked() {
            focus_soon([edits::title_id(&goal)]);
        }
    };
    view! {
        <td class="c-tools">
            <button
                type="button"
                class="button plain"
                id=edits::change_id(&goal)
                aria-expanded=move || open.get().to_string()
                aria-label=move || t_string!(texts, tree.change_of, name = title.get())
                on:click=toggle
            >
                {t!(texts, tree.change)}
            </button>
            <button
                type="button"
                class="button plain icon"
                id=format!("meta-su-{goal}")
                aria-label=move || t_string!(texts, tree.up_of, name = title.get())
                disabled=move || place.get().0
                on:click=move |_| edits::shift(here, &id.get_value(), -1)
            >
                "↑"
            </button>
            <button
                type="button"
                class="button plain icon"
                id=format!("meta-giu-{goal}")
                aria-label=move || t_string!(texts, tree.down_of, name = title.get())
                disabled=move || place.get().1
                on:click=move |_| edits::shift(here, &id.get_value(), 1)
            >
                "↓"
            </button>
        </td>
    }
}

/// The fields of a goal, in a line of their own.
#[component]
pub fn GoalForm(
    /// The page.
    here: Here,
    /// Which goal.
    id: StoredValue<GoalId>,
    /// The goal.
    found: Memo<Option<Arc<Goal>>>,
    /// How deep it stands.
    depth: usize,
) -> impl IntoView {
    let texts = use_texts();
    let text = move |look: fn(&Goal) -> &String| {
        Signal::derive(move || found.with(|goal| goal.as_deref().map(|goal| look(goal).clone())).unwrap_or_default())
    };
    let set = move |field: fn(String) -> GoalField| {
        Callback::new(move |words: String| edits::set(here, &id.get_value(), field(words)))
    };
    let label =
        move |words: fn(crate::ui::words::Texts) -> &'static str| Signal::derive(move || words(texts).to_owned());
    view! {
        <tr class="goal-form">
            <td colspan="7">
                <div class="fields">
                    <div class="code-field">
                        <Input label=label(|texts| t_string!(texts, tree.code)) value=text(|goal| &goal.code) on_commit=set(GoalField::Code) />
                    </div>
                    <div class="title-field">
                        <Words
                            id=edits::title_id(&id.get_value())
                            label=label(|texts| t_string!(texts, tree.goal_title))
                            value=text(|goal| &goal.title)
                            on_commit=set(GoalField::Title)
                        />
                    </div>
                    <div class="about-field">
                        <Words
                            label=label(|texts| t_string!(texts, tree.description))
                            value=text(|goal| &goal.description)
                            on_commit=set(GoalField::Description)
                        />
                    </div>
                    <ParentPick here id found />
                    <LinkPick here id />
                </div>
                <FormButtons here id found depth />
            </td>
        </tr>
    }
}

#[component]
fn FormButtons(here: Here, id: StoredValue<GoalId>, found: Memo<Option<Arc<Goal>>>, depth: usize) -> impl IntoView {
    let texts = use_texts();
    let parent = move || found.with_untracked(|goal| goal.as_ref().and_then(|goal| goal.parent.clone()));
    let remove = move |_| {
        let title = found.with_untracked(|goal| goal.as_ref().map(|goal| format!("{} {}", goal.code, goal.title)));
        edits::remove(here, &id.get_value(), title.unwrap_or_default().trim().to_owned());
    };
    let close = move |_| {
        here.edited.set(None);
        focus_soon([edits::change_id(&id.get_value())]);
    };
    view! {
        <p class="row wrap">
            <button type="button" class="button ghost" on:click=move |_| edits::add_goal(here, Some(id.get_value()), None)>
                {move || t_string!(texts, tree.add_below, level = here.goal_level(depth + 1, texts))}
            </button>
            <button type="button" class="button ghost" on:click=move |_| edits::add_goal(here, parent(), Some(&id.get_value()))>
                {move || t_string!(texts, tree.add_after, level = here.goal_level(depth, texts))}
            </button>
            <button type="button" class="button ghost" on:click=move |_| edits::new_objective(here, Some(id.get_value()))>
                {t!(texts, tree.new_objective_here)}
            </button>
            <button type="button" class="button plain" on:click=remove>
                {t!(texts, tree.remove)}
            </button>
            <button type="button" class="button plain" on:click=close>
                {t!(texts, tree.done)}
            </button>
        </p>
    }
}

/// The goal above; a goal never stands below itself.
#[component]
fn ParentPick(here: Here, id: StoredValue<GoalId>, found: Memo<Option<Arc<Goal>>>) -> impl IntoView {
    let texts = use_texts();
    let value = Signal::derive(move || {
        let parent = found.with(|goal| goal.as_ref().and_then(|goal| goal.parent.clone()));
        parent.map(|parent| parent.to_string()).unwrap_or_default()
    });
    let choices = Signal::derive(move || {
        let of = |plan: &Plan| {
            let free = plan.goals.iter().filter(|goal| !is_below(plan, &goal.id, &id.get_value()));
            free.map(|goal| Choice::new(goal.id.as_str(), format!("{} {}", goal.code, goal.title).trim())).collect()
        };
        first_and(t_string!(texts, tree.no_parent), here.workspace.read(of))
    });
    let choose = move |parent: String| {
        let parent = (!parent.is_empty()).then(|| GoalId::from(parent));
        edits::put_below(here, &id.get_value(), parent);
    };
    let label = Signal::derive(move || t_string!(texts, tree.parent).to_owned());
    view! { <Select label value choices on_choose=Callback::new(choose) /> }
}

/// Ties another objective to the goal.
#[component]
fn LinkPick(here: Here, id: StoredValue<GoalId>) -> impl IntoView {
    let texts = use_texts();
    let choices = Signal::derive(move || {
        let of = |plan: &Plan| {
            let free = plan.objectives.iter().filter(|objective| !objective.goals.contains(&id.get_value()));
            let called = |code: &str, title: &str| format!("{code} {title}").trim().to_owned();
            free.map(|found| Choice::new(found.id.as_str(), called(&found.code, &found.title))).collect()
        };
        first_and(t_string!(texts, tree.link_choose), here.workspace.read(of))
    });
    let choose = move |objective: String| {
        if !objective.is_empty() {
            edits::link(here, &objective.into(), &id.get_value(), Link::Made);
        }
    };
    let label = Signal::derive(move || t_string!(texts, tree.link).to_owned());
    view! { <Select label value=Signal::stored(String::new()) choices on_choose=Callback::new(choose) /> }
}

fn is_below(plan: &Plan, goal: &GoalId, above: &GoalId) -> bool {
    let mut next = Some(goal);
    // The plan holds no cycle.
    while let Some(id) = next {
        if id == above {
            return true;
        }
        next = plan.goals.get(id).and_then(|goal| goal.parent.as_ref());
    }
    false
}

fn first_and(first: &str, others: Option<Vec<Choice>>) -> Vec<Choice> {
    std::iter::once(Choice::new("", first)).chain(others.unwrap_or_default()).collect()
}
