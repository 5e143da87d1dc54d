//! Sending: which offices, what each of them gets, the files, and the words of the e-mail.

mod mail;
mod row;

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::plan::{Evaluations, Scope, UnitId};
use crate::report::shares;
use crate::state::{Page, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use mail::Mail;
use row::OfficeRow;

/// The card.
#[component]
pub fn SendOut() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let rows = Memo::new(move |_| {
        let attainment = workspace.attainment().read();
        workspace.read(|plan| Some(shares(plan, attainment.as_ref()?))).flatten().unwrap_or_default()
    });
    let chosen = RwSignal::new(BTreeSet::<UnitId>::new());
    let evaluations = RwSignal::new(false);
    let scope = move |unit: UnitId| {
        let evaluations = if evaluations.get_untracked() { Evaluations::Included } else { Evaluations::LeftOut };
        Scope { evaluations, ..Scope::new(vec![unit]) }
    };
    let sender = move || workspace.peek(|plan| plan.body.name.clone()).unwrap_or_default();
    let send = move |_| {
        let units = rows.read_untracked().iter().map(|share| share.unit.clone()).collect::<Vec<_>>();
        let wanted = units.into_iter().filter(|unit| chosen.read_untracked().contains(unit));
        workspace.send(wanted.map(scope).collect(), sender());
    };
    let is_all = move || rows.read().iter().all(|share| chosen.read().contains(&share.unit));
    let toggle_all = move |_| {
        let all = rows.read_untracked().iter().map(|share| share.unit.clone()).collect();
        let none = untrack(is_all);
        chosen.set(if none { BTreeSet::new() } else { all });
    };
    let has_units = Memo::new(move |_| !rows.read().is_empty());
    let label = move || match chosen.read().len() {
        0 => t_string!(texts, exchange.send_none).to_owned(),
        1 => t_string!(texts, exchange.send_one).to_owned(),
        n => t_string!(texts, exchange.send_some, n = n.to_string()),
    };
    view! {
        <section class="card send" aria-labelledby="mandare">
            <h2 id="mandare">{t!(texts, exchange.send)}</h2>
            <p class="soft">{t!(texts, exchange.send_hint)}</p>
            <Show
                when=move || has_units.get()
                fallback=move || {
                    view! {
                        <p class="empty">
                            {t!(texts, exchange.no_units)} " "
                            <a href=move || workspace.address_of(Page::Settings)>{t!(texts, exchange.to_settings)}</a>
                        </p>
                    }
                }
            >
                <table aria-labelledby="mandare">
                    <thead>
                        <tr>
                            <th scope="col">
                                <label>
                                    <input type="checkbox" prop:checked=is_all on:change=toggle_all />
                                    " "
                                    {t!(texts, exchange.office)}
                                </label>
                            </th>
                            <th scope="col">{t!(texts, exchange.responsible)}</th>
                            <th scope="col" class="number">{t!(texts, exchange.sheets)}</th>
                            <th scope="col" class="number">{t!(texts, exchange.indicators)}</th>
                            <th scope="col">{t!(texts, exchange.due)}</th>
                            <th scope="col">{t!(texts, exchange.last_sent)}</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || rows.get() key=|share| share.unit.clone() let:share>
                            <OfficeRow unit=share.unit rows chosen />
                        </For>
                    </tbody>
                </table>
                <div class="row spread wrap">
                    <label>
                        <input
                            type="checkbox"
                            prop:checked=evaluations
                            on:change=move |event| evaluations.set(event_target_checked(&event))
                        />
                        " "
                        {t!(texts, exchange.with_evaluations)}
                    </label>
                    <button type="button" class="button" disabled=move || chosen.read().is_empty() on:click=send>
                        {label}
                    </button>
                </div>
                <Mail chosen rows />
            </Show>
        </section>
    }
}
