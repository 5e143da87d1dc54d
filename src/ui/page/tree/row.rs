//! The lines of goals and objectives.

use std::sync::Arc;

use leptos::prelude::*;

use crate::attainment::{Figure, Place};
use crate::plan::{Goal, GoalId, Objective, ObjectiveId};
use crate::state::Page;
use crate::ui::part::{LightMark, Value};
use crate::ui::words::text::*;
use crate::ui::words::{percent, use_language, use_texts, weight};

use super::edits;
use super::form::{GoalForm, GoalTools};
use super::here::Here;
use super::lines::Line;
use super::name::Name;
use crate::ui::widget::focus_soon;

/// A goal, and its fields while they are being changed.
#[component]
pub fn GoalLine(
    /// The page.
    here: Here,
    /// Where it stands.
    line: Line,
    /// Which.
    goal: GoalId,
) -> impl IntoView {
    let texts = use_texts();
    let (depth, id) = (line.depth, StoredValue::new(goal.clone()));
    let found = goal_memo(here, id);
    let title = Signal::derive(move || {
        found.with(|goal| titled(goal.as_ref().map(|goal| goal.title.as_str()), t_string!(texts, tree.untitled)))
    });
    let code = move || found.with(|goal| goal.as_ref().map(|goal| goal.code.clone()));
    let about = move || found.with(|goal| goal.as_ref().map(|goal| goal.description.clone())).unwrap_or_default();
    let folds = Signal::derive(move || id.with_value(|id| here.parents.read().contains(id)));
    let figure = Memo::new(move |_| id.with_value(|id| here.goals.read().get(id).cloned()).unwrap_or_default());
    let open = Memo::new(move |_| here.editing.get() && id.with_value(|id| here.edited.read().as_ref() == Some(id)));
    view! {
        <tr class="goal" class:root=depth == 0>
            <Name here line level=Signal::derive(move || here.goal_level(depth, texts)) called=title folds>
                <span class="code">{code}</span>
                " "
                <b>{title}</b>
                <Show when=move || !about().is_empty()>
                    <span class="about soft small">{about}</span>
                </Show>
            </Name>
            <td class="number"></td>
            <td class="number"></td>
            <Figures figure place=Place::Goal(goal) />
            <Show when=move || here.editing.get()>
                <GoalTools here id title open />
            </Show>
        </tr>
        <Show when=move || open.get()>
            <GoalForm here id found depth />
        </Show>
    }
}

/// The objectives that serve no goal stand below this.
#[component]
pub fn NoGoalLine(
    /// The page.
    here: Here,
    /// Where it stands.
    line: Line,
) -> impl IntoView {
    let texts = use_texts();
    let called = Signal::derive(move || t_string!(texts, tree.no_goal).to_owned());
    view! {
        <tr class="goal root">
            <Name here line level=Signal::stored(String::new()) called folds=Signal::stored(true)>
                <b>{called}</b>
            </Name>
            <td colspan=move || if here.editing.get() { "6" } else { "5" }></td>
        </tr>
    }
}

/// An objective under a goal it serves.
#[component]
pub fn ObjectiveLine(
    /// The page.
    here: Here,
    /// Where it stands.
    line: Line,
    /// Which.
    objective: ObjectiveId,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let found = here.workspace.objective(objective.clone());
    let id = StoredValue::new(objective.clone());
    let under = StoredValue::new(line.under.clone());
    let title = Signal::derive(move || {
        found.with(|found| titled(found.as_ref().map(|found| found.title.as_str()), t_string!(texts, tree.untitled)))
    });
    let code = move || found.with(|found| found.as_ref().map(|found| found.code.clone()));
    let folds =
        Signal::derive(move || found.with(|found| found.as_ref().is_some_and(|found| !found.indicators.is_empty())));
    let figures = Memo::new(move |_| id.with_value(|id| figures(here, id)));
    let figure = Memo::new(move |_| figures.with(|(figure, ..)| figure.clone()));
    let weighs = move || weight(figures.with(|(_, weight, _)| *weight), language.get());
    let share = move || percent(figures.with(|(_, _, share)| *share), language.get());
    let sheet = move || here.workspace.address_of(Page::Sheet(id.get_value()));
    view! {
        <tr class="objective">
            <Name here line level=Signal::derive(move || here.objective_level(texts)) called=title folds>
                <a href=sheet>
                    <span class="code">{code}</span>
                    " "
                    {title}
                </a>
                <Serves here found />
            </Name>
            <td class="number">{weighs}</td>
            <td class="number">{share}</td>
            <Figures figure place=Place::Objective(objective) />
            <Show when=move || here.editing.get()>
                <td class="c-tools">
                    <Unlink here id under title />
                </td>
            </Show>
        </tr>
    }
}

/// Says that the objective stands under other goals too.
#[component]
fn Serves(here: Here, found: ReadSignal<Option<Arc<Objective>>>) -> impl IntoView {
    let texts = use_texts();
    let goals =
        Memo::new(move |_| found.with(|found| found.as_ref().map(|found| found.goals.clone())).unwrap_or_default());
    let all = move || {
        let titles = here.workspace.read(|plan| {
            let named = goals.read().iter().filter_map(|goal| plan.goals.get(goal).cloned()).collect::<Vec<_>>();
            named
                .iter()
                .map(|goal| format!("{} {}", goal.code, goal.title).trim().to_owned())
                .collect::<Vec<_>>()
                .join("\n")
        });
        titles.unwrap_or_default()
    };
    view! {
        <Show when=move || { goals.read().len() > 1 }>
            <span class="chip words" title=all>
                {move || t_string!(texts, tree.serves, n = goals.read().len())}
            </span>
        </Show>
    }
}

/// Takes the objective away from the goal above it; it stays in the plan.
#[component]
fn Unlink(
    here: Here,
    id: StoredValue<ObjectiveId>,
    under: StoredValue<Option<GoalId>>,
    title: Signal<String>,
) -> impl IntoView {
    let texts = use_texts();
    let unlink = move |_| {
        if let Some(goal) = under.get_value() {
            edits::link(here, &id.get_value(), &goal, edits::Link::Cut);
            focus_soon([edits::change_id(&goal)]);
        }
    };
    under.with_value(Option::is_some).then(|| {
        view! {
            <button
                type="button"
                class="button plain"
                aria-label=move || t_string!(texts, tree.unlink_of, name = title.get())
                on:click=unlink
            >
                {t!(texts, tree.unlink)}
            </button>
        }
    })
}

/// Attainment, coverage and the light of the official figure.
#[component]
fn Figures(figure: Memo<Figure>, place: Place) -> impl IntoView {
    let language = use_language();
    let attained = Memo::new(move |_| figure.with(|figure| figure.attained));
    let official = Memo::new(move |_| figure.with(|figure| figure.official));
    let coverage = move || percent(figure.with(|figure| figure.coverage), language.get());
    view! {
        <td class="number">
            <Value value=attained place />
        </td>
        <td class="number soft">{coverage}</td>
        <td class="c-light">
            <LightMark value=official beside=attained />
        </td>
    }
}

/// Follows a goal.
fn goal_memo(here: Here, id: StoredValue<GoalId>) -> Memo<Option<Arc<Goal>>> {
    Memo::new(move |_| id.with_value(|id| here.workspace.read(|plan| plan.goals.get(id).cloned()).flatten()))
}

type OfObjective = (Figure, Option<crate::plan::Weight>, Option<crate::plan::Percent>);

fn figures(here: Here, id: &ObjectiveId) -> OfObjective {
    let attainment = here.workspace.attainment();
    let attainment = attainment.read();
    let found = attainment.as_ref().and_then(|all| {
        let found = all.objective(id)?;
        Some((found.figure.clone(), found.weight, all.share(id)))
    });
    found.unwrap_or_default()
}

fn titled(title: Option<&str>, untitled: &str) -> String {
    title.map(str::trim).filter(|title| !title.is_empty()).unwrap_or(untitled).to_owned()
}
