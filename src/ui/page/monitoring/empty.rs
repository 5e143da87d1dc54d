//! What to do where there is nothing to write, or nothing found.

use leptos::prelude::*;

use crate::attainment::Span;
use crate::plan::Year;
use crate::state::Page;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::desk::Desk;
use super::filters::clear;

/// No indicator is due in the year: why, and where to write targets.
#[component]
pub fn NothingDue(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let texts = use_texts();
    let workspace = desk.workspace;
    let year = move || desk.year.get().map(|year| year.to_string()).unwrap_or_default();
    let others = Memo::new(move |_| {
        let due = workspace.read(|plan| {
            let is_due = |year: &Year| plan.objectives.iter().any(|objective| objective.is_due(*year));
            plan.period.years().filter(is_due).collect::<Vec<_>>()
        });
        due.unwrap_or_default()
    });
    view! {
        <div class="card stack">
            <h2>{move || t_string!(texts, monitoring.nothing_due, year = year())}</h2>
            <p>{move || t_string!(texts, monitoring.nothing_due_why, year = year())}</p>
            <p class="row wrap">
                <a class="button" href=move || workspace.address_of(Page::Tree)>
                    {t!(texts, monitoring.to_tree)}
                </a>
                <For each=move || others.get() key=|year| *year let:year>
                    <a class="button ghost" href=move || workspace.address_in(Span::Year(year))>
                        {move || t_string!(texts, monitoring.to_year, year = year.to_string())}
                    </a>
                </For>
            </p>
        </div>
    }
}

/// No row is what the filters ask for.
#[component]
pub fn NothingFound(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let texts = use_texts();
    view! {
        <div class="card empty stack">
            <p>{t!(texts, monitoring.nothing_found)}</p>
            <p>
                <button type="button" class="button ghost" on:click=move |_| clear(desk)>
                    {t!(texts, monitoring.clear)}
                </button>
            </p>
        </div>
    }
}
