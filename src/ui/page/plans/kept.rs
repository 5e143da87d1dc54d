//! The plans in this browser.

use chrono::NaiveDateTime;
use leptos::html;
use leptos::prelude::*;

use crate::plan::PlanId;
use crate::state::{Condition, Header, Listed, Page, Route, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// The list, or what to do while there is none.
#[component]
pub fn Kept() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let heading = NodeRef::<html::H2>::new();
    let plans = Memo::new(move |_| workspace.plans());
    let is_empty = Memo::new(move |_| plans.with(|plans| plans.as_ref().map(Vec::is_empty)));
    let is_alarmed = Memo::new(move |_| {
        workspace.closed().is_some() || !matches!(workspace.condition(), Condition::New | Condition::Kept)
    });
    let list = move || match is_empty.get() {
        None => view! { <p class="empty" role="status">{t!(texts, plans.looking)}</p> }.into_any(),
        Some(true) if is_alarmed.get() => view! { <p class="note">{t!(texts, plans.see_alarm)}</p> }.into_any(),
        Some(true) => view! { <p class="note calm">{t!(texts, plans.none)}</p> }.into_any(),
        Some(false) => view! {
            <ul class="plan-list">
                <For each=move || plans.get().unwrap_or_default() key=key let:listed>
                    <Entry listed heading />
                </For>
            </ul>
        }
        .into_any(),
    };
    view! {
        <section class="card" aria-labelledby="kept">
            <header>
                <h2 id="kept" tabindex="-1" node_ref=heading>
                    {t!(texts, plans.kept)}
                </h2>
            </header>
            {list}
        </section>
    }
}

/// Tells one state of a plan from the next, so that what changed is shown anew.
fn key(listed: &Listed) -> (PlanId, Option<(u64, Option<u64>)>) {
    match listed {
        Listed::Plan(header) => {
            (header.id.clone(), Some((header.revision, header.file_copy.map(|copy| copy.revision))))
        }
        Listed::Damaged(id) => (id.clone(), None),
    }
}

#[component]
fn Entry(
    listed: Listed,
    /// Takes the focus when the entry goes.
    heading: NodeRef<html::H2>,
) -> impl IntoView {
    match listed {
        Listed::Plan(header) => view! { <Plan header heading /> }.into_any(),
        Listed::Damaged(id) => view! { <Damaged id /> }.into_any(),
    }
}

#[component]
fn Plan(header: Header, heading: NodeRef<html::H2>) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let Header { id, title, body, notice, period, objectives, indicators, .. } = header.clone();
    let is_untitled = title.trim().is_empty();
    let name = move || if is_untitled { t_string!(texts, shell.no_title).to_string() } else { title.clone() };
    let (shown, opened, removed, told) = (name.clone(), name.clone(), name.clone(), name);
    let address = address(&id);
    let remove = move |_| {
        focus(heading);
        workspace.remove_plan(id.clone(), told());
    };
    view! {
        <li>
            <div class="about">
                <h3>{shown}</h3>
                <p>{body}</p>
                {(!notice.is_empty()).then(|| view! { <p class="chip doubt">{notice}</p> })}
                <p class="soft small facts">
                    <span>{format!("{}-{}", period.first(), period.last())}</span>
                    <span>{move || t_string!(texts, plans.objectives, n = objectives.to_string())}</span>
                    <span>{move || t_string!(texts, plans.indicators, n = indicators.to_string())}</span>
                    <Safety header />
                </p>
            </div>
            <a class="button" href=address aria-label=move || t_string!(texts, plans.open_of, title = opened())>
                {t!(texts, plans.open)}
            </a>
            <button
                type="button"
                class="button plain"
                aria-label=move || t_string!(texts, plans.remove_of, title = removed())
                on:click=remove
            >
                {t!(texts, plans.remove)}
            </button>
        </li>
    }
}

/// When it was changed last, and whether a file holds it.
#[component]
fn Safety(header: Header) -> impl IntoView {
    let texts = use_texts();
    let (saved_at, revision, copy) = (header.saved_at, header.revision, header.file_copy);
    let is_copied = copy.is_some_and(|copy| copy.revision >= revision);
    let on_file = move || match copy {
        None => t_string!(texts, plans.no_copy).to_string(),
        Some(copy) if is_copied => t_string!(texts, plans.copied, when = moment(copy.at)),
        Some(copy) => t_string!(texts, plans.copy_old, when = moment(copy.at)),
    };
    view! {
        <span>{move || t_string!(texts, plans.saved, when = moment(saved_at))}</span>
        <span class:warn=!is_copied>{on_file}</span>
    }
}

#[component]
fn Damaged(id: PlanId) -> impl IntoView {
    let texts = use_texts();
    let code = id.to_string();
    view! {
        <li>
            <div class="about">
                <h3>{t!(texts, plans.damaged)}</h3>
                <p class="note">{move || t_string!(texts, plans.damaged_hint, id = code.clone())}</p>
            </div>
            <a class="button ghost" href=address(&id)>
                {t!(texts, plans.damaged_try)}
            </a>
        </li>
    }
}

fn address(plan: &PlanId) -> String {
    Route::Plan { plan: plan.clone(), page: Page::Dashboard, span: None }.show()
}

fn moment(at: NaiveDateTime) -> String {
    at.format("%d/%m/%Y, %H:%M").to_string()
}

fn focus(heading: NodeRef<html::H2>) {
    if let Some(heading) = heading.get_untracked() {
        // It can only fail on an element that left the page, and then the whole page did.
        let _ = heading.focus();
    }
}
