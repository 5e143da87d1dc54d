//! Readings taken during the year.

use leptos::prelude::*;

use crate::plan::{CellField, Checkpoint, Forecast};
use crate::ui::part::DayField;
use crate::ui::widget::{Choice, Select, Words};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::here::CellAt;

/// The checkpoints of a year, oldest first.
#[component]
pub fn Checkpoints(
    /// Which.
    cell: CellAt,
) -> impl IntoView {
    let texts = use_texts();
    let count = Memo::new(move |_| cell.read(|cell| cell.checkpoints.len()).unwrap_or_default());
    let add = move |_| {
        let date = untrack(|| cell.row.here.workspace.today());
        change(cell, |all| all.push(Checkpoint { date, words: "".into(), forecast: None, note: String::new() }));
    };
    view! {
        <div>
            <h4>{t!(texts, sheet.checkpoints)}</h4>
            <Show when=move || count.get() != 0>
                <table aria-label=move || t_string!(texts, sheet.checkpoints)>
                    <thead>
                        <tr>
                            <th scope="col" class="c-due">{t!(texts, sheet.date)}</th>
                            <th scope="col">{t!(texts, sheet.reached_by_then)}</th>
                            <th scope="col">{t!(texts, sheet.forecast)}</th>
                            <th scope="col">{t!(texts, sheet.note)}</th>
                            <th scope="col"><span class="visually-hidden">{t!(texts, sheet.tools)}</span></th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || 0..count.get() key=|at| *at let:at>
                            <Line cell at />
                        </For>
                    </tbody>
                </table>
            </Show>
            <button type="button" class="button plain" on:click=add>{t!(texts, sheet.add_checkpoint)}</button>
        </div>
    }
}

#[component]
fn Line(cell: CellAt, at: usize) -> impl IntoView {
    let texts = use_texts();
    let day = Signal::derive(move || cell.read(|cell| cell.checkpoints.get(at).map(|found| found.date)).flatten());
    let words = Signal::derive(move || {
        let words = cell.read(|cell| cell.checkpoints.get(at).map(|found| found.words.words().to_owned()));
        words.flatten().unwrap_or_default()
    });
    let note = Signal::derive(move || {
        cell.read(|cell| cell.checkpoints.get(at).map(|found| found.note.clone())).flatten().unwrap_or_default()
    });
    let set_day = move |day| {
        if let Some(day) = day {
            put(cell, at, |found| found.date = day);
        }
    };
    let set_words = move |words: String| put(cell, at, |found| found.words = words.into());
    let set_note = move |words: String| put(cell, at, |found| found.note = words);
    view! {
        <tr>
            <td>
                <DayField
                    bare=true
                    may_be_empty=false
                    label=label!(texts, sheet.date)
                    value=day
                    on_commit=Callback::new(set_day)
                />
            </td>
            <td>
                <Words
                    bare=true
                    label=label!(texts, sheet.reached_by_then)
                    value=words
                    on_commit=Callback::new(set_words)
                />
            </td>
            <td><Expected cell at /></td>
            <td><Words bare=true label=label!(texts, sheet.note) value=note on_commit=Callback::new(set_note) /></td>
            <td>
                <button type="button" class="button plain" on:click=move |_| remove(cell, at)>
                    {t!(texts, sheet.remove_short)}
                </button>
            </td>
        </tr>
    }
}

#[component]
fn Expected(cell: CellAt, at: usize) -> impl IntoView {
    let texts = use_texts();
    let value = Signal::derive(move || {
        let forecast = cell.read(|cell| cell.checkpoints.get(at).and_then(|found| found.forecast)).flatten();
        forecast.map(|forecast| key(forecast).to_owned()).unwrap_or_default()
    });
    let choices = Signal::derive(move || {
        vec![
            Choice::new("", "–"),
            Choice::new(key(Forecast::Reachable), t_string!(texts, sheet.reachable)),
            Choice::new(key(Forecast::AtRisk), t_string!(texts, sheet.at_risk)),
            Choice::new(key(Forecast::Unreachable), t_string!(texts, sheet.unreachable)),
        ]
    });
    let choose = move |chosen: String| {
        let all = [Forecast::Reachable, Forecast::AtRisk, Forecast::Unreachable];
        let forecast = all.into_iter().find(|forecast| key(*forecast) == chosen);
        put(cell, at, |found| found.forecast = forecast);
    };
    view! { <Select bare=true label=label!(texts, sheet.forecast) value choices on_choose=Callback::new(choose) /> }
}

fn key(forecast: Forecast) -> &'static str {
    match forecast {
        Forecast::Reachable => "reachable",
        Forecast::AtRisk => "at_risk",
        Forecast::Unreachable => "unreachable",
    }
}

fn put(cell: CellAt, at: usize, put: impl FnOnce(&mut Checkpoint)) {
    change(cell, |all| {
        if let Some(found) = all.get_mut(at) {
            put(found);
        }
    });
}

/// Changes the checkpoints and puts them in the order of their days.
fn change(cell: CellAt, change: impl FnOnce(&mut Vec<Checkpoint>)) {
    let Some(mut all) = cell.peek(|cell| cell.checkpoints.clone()) else { return };
    change(&mut all);
    all.sort_by_key(|found| found.date);
    cell.set(CellField::Checkpoints(all));
}

fn remove(cell: CellAt, at: usize) {
    change(cell, |all| {
        if at < all.len() {
            all.remove(at);
        }
    });
}
