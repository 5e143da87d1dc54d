//! The table of indicators: promise, result and attainment in the year, the promises of the other years beside them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::plan::{Indicator, IndicatorId, ListEdit, ObjectiveEdit};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::columns::Columns;
use super::here::Here;
use super::row::IndicatorRow;
use crate::ui::widget::focus_soon;

/// The indicators.
#[component]
pub fn Indicators(
    /// The sheet.
    here: Here,
) -> impl IntoView {
    let texts = use_texts();
    let ids = Memo::new(move |_| {
        let ids =
            |objective: &crate::plan::Objective| objective.indicators.iter().map(|found| found.id.clone()).collect();
        here.read(ids).unwrap_or_default()
    });
    let locked = here.is_locked();
    let none = move || ids.with(|ids: &Vec<IndicatorId>| ids.is_empty());
    view! {
        <section class="card indicators" aria-labelledby="indicatori">
            <header>
                <h2 id="indicatori">{t!(texts, sheet.indicators)}</h2>
                <button type="button" class="button plain" disabled=locked on:click=move |_| add(here)>
                    {t!(texts, sheet.add_indicator)}
                </button>
            </header>
            <Show when=move || !none() fallback=NoIndicators>
                <IndicatorTable here ids />
                <button type="button" class="button plain" id="indicatore-nuovo" disabled=locked on:click=move |_| add(here)>
                    {t!(texts, sheet.add_indicator)}
                </button>
            </Show>
        </section>
    }
}

#[component]
fn NoIndicators() -> impl IntoView {
    let texts = use_texts();
    view! { <p class="empty">{t!(texts, sheet.no_indicators)}</p> }
}

#[component]
fn IndicatorTable(here: Here, ids: Memo<Vec<IndicatorId>>) -> impl IntoView {
    let texts = use_texts();
    let columns = Columns::of(here);
    view! {
        <div class="scroll">
            <table
                class="quiet"
                class:period=move || columns.read().year.is_none()
                aria-label=move || t_string!(texts, sheet.indicators)
            >
                <Headings columns />
                <For each=move || ids.get() key=Clone::clone let:id>
                    <IndicatorRow row=here.row(id) columns />
                </For>
            </table>
        </div>
    }
}

#[component]
fn Headings(columns: Memo<Columns>) -> impl IntoView {
    let texts = use_texts();
    let year = move || columns.read().year.map(|year| year.to_string()).unwrap_or_default();
    let in_year = move || columns.read().year.is_some();
    let other = move |year: crate::plan::Year| {
        if in_year() { t_string!(texts, sheet.target_in, year = year.to_string()) } else { year.to_string() }
    };
    view! {
        <thead>
            <tr>
                <NamingHeadings columns />
                <Show when=move || columns.read().due>
                    <th scope="col" class="c-due">{t!(texts, sheet.due)}</th>
                </Show>
                <Show when=move || columns.read().target && in_year()>
                    <th scope="col" class="c-target">{move || t_string!(texts, sheet.target_in, year = year())}</th>
                </Show>
                <Show when=in_year>
                    <th scope="col" class="c-result">{move || t_string!(texts, sheet.result_in, year = year())}</th>
                </Show>
                <Show when=move || !in_year()>
                    <AllYears columns other=Callback::new(other) />
                </Show>
                <th scope="col" class="c-attained number">{t!(texts, sheet.attained)}</th>
                <Show when=in_year>
                    <AllYears columns other=Callback::new(other) />
                </Show>
                <th scope="col" class="c-weight number">{t!(texts, sheet.weight)}</th>
                <th scope="col" class="c-tools"><span class="visually-hidden">{t!(texts, sheet.tools)}</span></th>
            </tr>
        </thead>
    }
}

#[component]
fn NamingHeadings(columns: Memo<Columns>) -> impl IntoView {
    let texts = use_texts();
    view! {
        <Show when=move || columns.read().action>
            <th scope="col" class="c-action" title=move || t_string!(texts, sheet.action)>
                {t!(texts, sheet.action_short)}
            </th>
        </Show>
        <Show when=move || columns.read().code>
            <th scope="col" class="c-code">{t!(texts, sheet.code)}</th>
        </Show>
        <th scope="col" class="c-description">{t!(texts, sheet.indicator)}</th>
        <Show when=move || columns.read().kpi>
            <th scope="col" class="c-kpi">{t!(texts, sheet.kpi)}</th>
        </Show>
        <Show when=move || columns.read().baseline>
            <th scope="col" class="c-baseline">{t!(texts, sheet.baseline)}</th>
        </Show>
    }
}

#[component]
fn AllYears(columns: Memo<Columns>, other: Callback<crate::plan::Year, String>) -> impl IntoView {
    view! {
        <For each=move || columns.read().others.clone() key=|year| *year let:year>
            <th scope="col" class="c-other">{move || other.run(year)}</th>
        </For>
    }
}

fn add(here: Here) {
    let Some(id) = here.workspace.new_id::<IndicatorId>() else { return };
    let at = here.peek(|objective| objective.indicators.len()).unwrap_or_default();
    insert(here, at, Indicator::new(id));
}

/// Puts an indicator at a place and the keyboard in it.
pub fn insert(here: Here, at: usize, indicator: Indicator) {
    let id = indicator.id.clone();
    here.edit(ObjectiveEdit::Indicators(ListEdit::Insert { at, item: Arc::new(indicator) }));
    focus_soon([description_id(&id)]);
}

/// The element that holds an indicator's description.
pub fn description_id(indicator: &IndicatorId) -> String {
    format!("indicatore-{indicator}")
}
