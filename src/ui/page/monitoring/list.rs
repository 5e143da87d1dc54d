//! The list itself: a table, its rows by objective.

use leptos::prelude::*;

use crate::attainment::{Figure, Place};
use crate::plan::ObjectiveId;
use crate::state::Page;
use crate::ui::part::{LightMark, Value};
use crate::ui::words::text::*;
use crate::ui::words::{date, use_texts};

use super::desk::{Desk, Group, Writing};
use super::empty::NothingFound;
use super::row_view::RowView;

/// Where the fields are that the arrows walk through.
pub(super) const FIELDS: &str = "table.monitoring input.entry";

/// The table, or what to do where it is empty.
#[component]
pub fn List(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let texts = use_texts();
    let found = Memo::new(move |_| !desk.rows.read().is_empty());
    view! {
        <Show when=move || found.get() fallback=move || view! { <NothingFound desk /> }>
            <table class="monitoring" aria-label=move || t_string!(texts, monitoring.list)>
                <Head desk />
                <For each=move || desk.groups() key=Clone::clone let:group>
                    <GroupRows desk group />
                </For>
            </table>
            <More desk />
        </Show>
    }
}

#[component]
fn Head(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    let result = move || match desk.writing.get() {
        Writing::Results => t_string!(texts, monitoring.result).to_string(),
        Writing::Checkpoints(day) => t_string!(texts, monitoring.on_day, day = date(Some(day))),
    };
    let outcome = move || match desk.writing.get() {
        Writing::Results => t_string!(texts, monitoring.outcome),
        Writing::Checkpoints(_) => t_string!(texts, monitoring.forecast),
    };
    view! {
        <thead>
            <tr>
                <th scope="col" class="c-code">{t!(texts, monitoring.code)}</th>
                <th scope="col" class="c-what">{t!(texts, monitoring.what)}</th>
                <th scope="col" class="c-office">{t!(texts, monitoring.office)}</th>
                <th scope="col" class="c-due">{t!(texts, monitoring.due)}</th>
                <th scope="col" class="c-target">{t!(texts, monitoring.target)}</th>
                <th scope="col" class="c-result">{result}</th>
                <th scope="col" class="c-attained number">{t!(texts, monitoring.attained)}</th>
                <th scope="col" class="c-outcome">{outcome}</th>
            </tr>
        </thead>
    }
}

/// An objective with its rows; its own figure moves as results come in.
#[component]
fn GroupRows(desk: Desk, group: Group) -> impl IntoView {
    let Group { objective, rows } = group;
    view! {
        <tbody>
            <GroupHead desk objective />
            {rows.into_iter().map(|place| view! { <RowView desk place /> }).collect_view()}
        </tbody>
    }
}

#[component]
fn GroupHead(desk: Desk, objective: ObjectiveId) -> impl IntoView {
    let texts = use_texts();
    let found = desk.workspace.objective(objective.clone());
    let title = move || {
        let title = found.read().as_ref().map(|found| found.title.trim().to_owned()).unwrap_or_default();
        if title.is_empty() { t_string!(texts, monitoring.untitled).to_owned() } else { title }
    };
    let code = move || found.read().as_ref().map(|found| found.code.clone()).unwrap_or_default();
    let id = objective.clone();
    let figure = Memo::new(move |_| {
        let figure = desk.figures(|figures| figures.objective(&id).map(|found| found.figure.clone())).flatten();
        figure.unwrap_or_default()
    });
    let attained = Memo::new(move |_| figure.with(|figure: &Figure| figure.attained));
    let official = Memo::new(move |_| figure.with(|figure: &Figure| figure.official));
    let place = objective.clone();
    // Over the readings of a checkpoint the figure of the results would be taken for theirs.
    let counts = Memo::new(move |_| desk.writing.get() == Writing::Results);
    view! {
        <tr class="group">
            <th scope="rowgroup" colspan="6">
                <a href=move || desk.workspace.address_of(Page::Sheet(objective.clone()))>
                    <span class="code">{code}</span>
                    " "
                    {title}
                </a>
            </th>
            <td class="number">
                <Show when=move || counts.get()>
                    <Value value=attained place=Place::Objective(place.clone()) year=desk.explained_year() />
                </Show>
            </td>
            <td>
                <Show when=move || counts.get()>
                    <LightMark value=official beside=attained />
                </Show>
            </td>
        </tr>
    }
}

#[component]
fn More(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    let hidden = Memo::new(move |_| desk.hidden());
    view! {
        <Show when=move || hidden.get() != 0>
            <p class="more">
                <button type="button" class="button ghost" on:click=move |_| {
                    desk.show_more();
                }>{move || t_string!(texts, monitoring.more, n = hidden.get())}</button>
            </p>
        </Show>
    }
}
