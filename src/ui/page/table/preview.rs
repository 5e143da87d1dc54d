//! The tables as recognised: a choice over each column, a tick before each row, a mark at each cell that needs a look.

use leptos::prelude::*;

use crate::state::table::{Certainty, Destination, ShownColumn, TableImport};
use crate::ui::part::{Cut, More};
use crate::ui::widget::focus_soon;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::cell::cell;
use super::labels::{counts_label, destination_label, kind_label, reason_label};
use super::rest::{Facts, LeftOvers};

/// Rows of a table that are shown at first.
const ROWS: usize = 60;
/// The button that takes it in: the keyboard goes there once a table is pasted.
const TAKE: &str = "prendi-tabella";

/// Everything that was recognised.
#[component]
pub fn Preview(import: TableImport) -> impl IntoView {
    let texts = use_texts();
    focus_soon([TAKE.to_owned()]);
    let doubts = move || match import.doubts() {
        0 => t_string!(texts, tables.no_doubts).to_string(),
        n => t_string!(texts, tables.doubts, n = n.to_string()),
    };
    view! {
        <div class="stack">
            <div class="row spread wrap">
                <h2>{t!(texts, tables.check)}</h2>
                <div class="row wrap">
                    <button
                        type="button"
                        class="button"
                        id=TAKE
                        disabled=move || !import.changes()
                        on:click=move |_| import.commit()
                    >
                        {t!(texts, tables.take)}
                    </button>
                    <button type="button" class="button ghost" on:click=move |_| import.clear()>
                        {t!(texts, tables.other)}
                    </button>
                    <button type="button" class="button plain" on:click=move |_| import.close()>
                        {t!(texts, tables.cancel)}
                    </button>
                </div>
            </div>
            <p role="status">
                <span class="strong">{move || counts_label(import.counts(), texts)}</span>
                <span class="soft">" — " {doubts}</span>
            </p>
            <Show when=move || import.is_stacked()>
                <p class="note">{t!(texts, tables.stacked)}</p>
            </Show>
            <Facts import />
            <For each=move || import.tables() key=|table| *table let:table>
                <OneTable import table />
            </For>
            <LeftOvers import />
        </div>
    }
}

#[component]
fn OneTable(import: TableImport, table: usize) -> impl IntoView {
    let texts = use_texts();
    let columns = Memo::new(move |_| import.columns(table));
    let rows = Memo::new(move |_| import.kind(table).map_or(0, |(_, rows)| rows));
    let cut = Cut::after(ROWS);
    let title = move || import.kind(table).map(|(kind, rows)| kind_label(kind, rows, texts)).unwrap_or_default();
    let taken = Memo::new(move |_| import.taken(table));
    let any = move || taken.get() != 0;
    let all = move || taken.get() == rows.get();
    view! {
        <section class="found-table">
            <label class="row table-title">
                <input
                    type="checkbox"
                    prop:checked=any
                    prop:indeterminate=move || any() && !all()
                    on:change=move |event| import.take_table(table, event_target_checked(&event))
                />
                <span class="strong">{title}</span>
            </label>
            <div class="scroll" tabindex="0" role="region" aria-label=title>
                <table>
                    <thead>
                        <tr>
                            <th scope="col"><span class="visually-hidden">{t!(texts, tables.taken)}</span></th>
                            {move || {
                                columns.get().into_iter().map(|column| view! { <Heading import table column /> }).collect_view()
                            }}
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || 0..rows.get().min(cut.shown()) key=|row| *row let:row>
                            <Row import table row columns />
                        </For>
                    </tbody>
                </table>
            </div>
            <More cut count=rows />
        </section>
    }
}

#[component]
fn Heading(import: TableImport, table: usize, column: ShownColumn) -> impl IntoView {
    let texts = use_texts();
    let ShownColumn { at, heading, destination, certainty, reason } = column;
    let choices = move || {
        let mut choices = import.choices(table);
        if !choices.contains(&destination) {
            choices.push(destination);
        }
        choices
    };
    let options = move || {
        let option = |(value, choice): (usize, Destination)| {
            let (is_chosen, label) = (choice == destination, destination_label(choice, texts));
            view! { <option value=value.to_string() selected=is_chosen>{label}</option> }
        };
        choices().into_iter().enumerate().map(option).collect_view()
    };
    let choose = move |value: String| {
        let chosen = value.parse().ok().and_then(|value: usize| choices().get(value).copied());
        if let Some(chosen) = chosen {
            import.send(table, at, chosen);
        }
    };
    let named = if heading.is_empty() {
        t_string!(texts, tables.unnamed, n = (at.saturating_add(1)).to_string())
    } else {
        heading
    };
    let label = t_string!(texts, tables.destination_of, heading = named.clone());
    let class = match certainty {
        Certainty::Sure => None,
        Certainty::Likely | Certainty::Guess => Some("doubtful"),
    };
    view! {
        <th scope="col" class=class>
            <span class="heading">{named}</span>
            <select aria-label=label on:change=move |event| choose(event_target_value(&event))>{options}</select>
            {move || reason_label(reason, texts).map(|words| view! { <span class="mark">{words}</span> })}
        </th>
    }
}

#[component]
fn Row(import: TableImport, table: usize, row: usize, columns: Memo<Vec<ShownColumn>>) -> impl IntoView {
    let texts = use_texts();
    let shown = Memo::new(move |_| import.row(table, row, &columns.read()));
    let is_taken = move || shown.read().as_ref().is_some_and(|(is_taken, _)| *is_taken);
    let label = move || t_string!(texts, tables.take_row, n = row.saturating_add(1).to_string());
    view! {
        <tr class:left-out=move || !is_taken()>
            <td>
                <input
                    type="checkbox"
                    aria-label=label
                    prop:checked=is_taken
                    on:change=move |event| import.take_row(table, row, event_target_checked(&event))
                />
            </td>
            {move || {
                let cells = shown.get().map(|(_, cells)| cells).unwrap_or_default();
                cells.into_iter().map(|shown| cell(shown, texts)).collect_view()
            }}
        </tr>
    }
}
