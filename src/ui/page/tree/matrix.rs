//! Which objectives serve which goals, as a table of both: where one objective serves many, a tree repeats itself.

use leptos::prelude::*;

use crate::plan::{GoalId, ObjectiveId, Plan};
use crate::state::Page;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::edits::{self, Link};
use super::here::Here;

/// A row: a goal without goals below it, or the heading of those that have the same goal above them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Across {
    goal: GoalId,
    name: String,
    is_area: bool,
}

/// The matrix, scrolling inside its own frame.
#[component]
pub fn Matrix(
    /// The page.
    here: Here,
) -> impl IntoView {
    let texts = use_texts();
    let rows = Memo::new(move |_| here.workspace.read(|plan| rows(plan, &here.text.read())).unwrap_or_default());
    let columns = Memo::new(move |_| here.workspace.read(columns).unwrap_or_default());
    view! {
        <div class="matrix-frame" role="region" tabindex="0" aria-label=move || t_string!(texts, tree.matrix)>
            <table class="matrix" aria-label=move || t_string!(texts, tree.matrix)>
                <thead>
                    <tr>
                        <th scope="col">{move || here.goal_level(1, texts)}</th>
                        <For each=move || columns.get() key=Clone::clone let:column>
                            <th scope="col">
                                <a
                                    title=column.1.clone()
                                    href=move || here.workspace.address_of(Page::Sheet(column.0.clone()))
                                >
                                    {column.1.clone()}
                                </a>
                            </th>
                        </For>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || rows.get() key=Clone::clone let:row>
                        <MatrixRow here row columns />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn MatrixRow(here: Here, row: Across, columns: Memo<Vec<(ObjectiveId, String)>>) -> impl IntoView {
    let Across { goal, name, is_area } = row;
    if is_area {
        let width = move || columns.read().len().saturating_add(1).to_string();
        return view! {
            <tr class="area">
                <th scope="colgroup" colspan=width>
                    {name}
                </th>
            </tr>
        }
        .into_any();
    }
    let called = name.clone();
    view! {
        <tr>
            <th scope="row">{name}</th>
            <For each=move || columns.get() key=Clone::clone let:column>
                <td>
                    <Mark here goal=goal.clone() called=called.clone() objective=column.0 title=column.1 />
                </td>
            </For>
        </tr>
    }
    .into_any()
}

/// Whether the objective serves the goal; a switch while the tree is being changed.
#[component]
fn Mark(here: Here, goal: GoalId, called: String, objective: ObjectiveId, title: String) -> impl IntoView {
    let texts = use_texts();
    let found = here.workspace.objective(objective.clone());
    let of = goal.clone();
    let linked = Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(|found| found.goals.contains(&of))));
    let what = StoredValue::new((objective, goal, format!("{title}: {called}")));
    let switch = move |_| {
        let link = if linked.get_untracked() { Link::Cut } else { Link::Made };
        what.with_value(|(objective, goal, _)| edits::link(here, objective, goal, link));
    };
    let mark = move || {
        linked.get().then(|| view! { <span class="mark" title=t_string!(texts, tree.linked)>"●"<span class="visually-hidden">{t!(texts, tree.linked)}</span></span> })
    };
    view! {
        <Show when=move || here.editing.get() fallback=mark>
            <button
                type="button"
                class="mark"
                aria-pressed=move || linked.get().to_string()
                aria-label=what.with_value(|(.., name)| name.clone())
                on:click=switch
            >
                {move || if linked.get() { "●" } else { "·" }}
            </button>
        </Show>
    }
}

fn columns(plan: &Plan) -> Vec<(ObjectiveId, String)> {
    let numbered = plan.objectives.iter().enumerate().map(|(at, objective)| {
        let name = format!("{} {}", objective.code.trim(), objective.title.trim()).trim().to_owned();
        let name = if name.is_empty() { at.saturating_add(1).to_string() } else { name };
        (objective.id.clone(), name)
    });
    numbered.collect()
}

/// The goals with none below them, under the goal above them; goals that objectives serve directly are rows too.
fn rows(plan: &Plan, text: &str) -> Vec<Across> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let named = |goal: &crate::plan::Goal| format!("{} {}", goal.code, goal.title).trim().to_owned();
    let is_row = |id: &GoalId| {
        !plan.goals.iter().any(|goal| goal.parent.as_ref() == Some(id))
            || plan.objectives.iter().any(|objective| objective.goals.contains(id))
    };
    let is_wanted = |name: &str| {
        let name = name.to_lowercase();
        words.iter().all(|word| name.contains(word))
    };
    let leaves = |parent: Option<&GoalId>| {
        let below = plan.goals.iter().filter(|goal| goal.parent.as_ref() == parent && is_row(&goal.id));
        let rows = below.map(|goal| Across { goal: goal.id.clone(), name: named(goal), is_area: false });
        rows.filter(|row| is_wanted(&row.name)).collect::<Vec<_>>()
    };
    let mut rows = leaves(None);
    for area in plan.goals.iter() {
        let below = leaves(Some(&area.id));
        if !below.is_empty() {
            rows.push(Across { goal: area.id.clone(), name: named(area), is_area: true });
            rows.extend(below);
        }
    }
    rows
}
