//! Where files are taken back: chosen or dropped, and the list of those still in other hands.

use leptos::prelude::*;

use crate::state::use_workspace;
use crate::ui::part::{Cut, More};
use crate::ui::words::text::*;
use crate::ui::words::{date, use_texts};

use super::told::unit_name;

/// The card that takes files.
#[component]
pub fn TakeBack() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let handed = Memo::new(move |_| workspace.handed_out());
    let is_copy = Memo::new(move |_| workspace.is_copy());
    let waiting = move || handed.read().iter().filter(|handed| handed.returned.is_none()).count();
    view! {
        <section class="card take-back" aria-labelledby="riprendere">
            <header>
                <h2 id="riprendere">
                    {move || if is_copy.get() { t_string!(texts, exchange.newer) } else { t_string!(texts, exchange.take_back) }}
                </h2>
                <button type="button" class="button" on:click=move |_| workspace.ask_for_file()>
                    {t!(texts, exchange.choose_files)}
                </button>
            </header>
            <p class="soft">
                {move || {
                    if is_copy.get() { t_string!(texts, exchange.newer_hint) } else { t_string!(texts, exchange.take_back_hint) }
                }}
            </p>
            <Show when=move || !handed.read().is_empty()>
                <h3>
                    {move || match waiting() {
                        0 => t_string!(texts, exchange.handed_table).to_owned(),
                        n => t_string!(texts, exchange.in_other_hands, n = n.to_string()),
                    }}
                </h3>
                <HandedTable />
            </Show>
        </section>
    }
}

/// The copies that went out, those that have not come back first.
#[component]
fn HandedTable() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let cut = Cut::after(12);
    let rows = Memo::new(move |_| {
        let mut handed = workspace.handed_out();
        handed.sort_by_key(|handed| handed.returned.is_some());
        handed
    });
    let row = move |handed: crate::state::HandedOut| {
        let names = {
            let units = handed.units.clone();
            move || {
                let named = |plan: &crate::plan::Plan| {
                    units.iter().map(|unit| unit_name(unit, plan)).collect::<Vec<_>>().join(", ")
                };
                workspace.read(named).unwrap_or_default()
            }
        };
        let state = move || match handed.returned {
            Some(day) => view! {
                <span class="light green">{t_string!(texts, exchange.came_back, day = date(Some(day.date())))}</span>
            }
            .into_any(),
            None => view! { <span class="light waiting">{t_string!(texts, exchange.not_back)}</span> }.into_any(),
        };
        view! {
            <tr>
                <th scope="row">{names}</th>
                <td>{handed.at.format("%d/%m/%Y %H:%M").to_string()}</td>
                <td class="number">{handed.revision}</td>
                <td>{state}</td>
            </tr>
        }
    };
    view! {
        <table aria-label=move || t_string!(texts, exchange.handed_table)>
            <thead>
                <tr>
                    <th scope="col">{t!(texts, exchange.office)}</th>
                    <th scope="col">{t!(texts, exchange.handed_on)}</th>
                    <th scope="col" class="number">{t!(texts, exchange.revision)}</th>
                    <th scope="col">{t!(texts, exchange.state)}</th>
                </tr>
            </thead>
            <tbody>{move || rows.get().into_iter().take(cut.shown()).map(row).collect_view()}</tbody>
        </table>
        <More cut count=Signal::derive(move || rows.read().len()) />
    }
}
