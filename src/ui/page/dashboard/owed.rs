//! *Chi deve ancora un risultato*: what each office brought and still owes.

use leptos::prelude::*;

use crate::report::{Owing, owing};
use crate::state::{Page, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{date, use_texts};

use crate::ui::part::{Cut, More};

/// The card of what offices owe.
#[component]
pub(super) fn Owed() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let cut = Cut::after(9);
    let rows = Memo::new(move |_| {
        let attainment = workspace.attainment().read();
        workspace.read(|plan| Some(owing(plan, attainment.as_ref()?))).flatten().unwrap_or_default()
    });
    let has_units = Memo::new(move |_| workspace.read(|plan| !plan.units.is_empty()).unwrap_or_default());
    let shown =
        move || rows.read().iter().take(cut.shown()).map(|row| view! { <Row row=row.clone() /> }).collect_view();
    view! {
        <section class="card owed" aria-labelledby="owed">
            <header>
                <h2 id="owed">{t!(texts, dashboard.owed)}</h2>
            </header>
            <Show
                when=move || !rows.read().is_empty()
                fallback=move || view! { <p class="empty">{t!(texts, dashboard.nothing_due_hint)}</p> }
            >
                <table aria-labelledby="owed">
                    <thead>
                        <tr>
                            <th scope="col" class="wide">{t!(texts, dashboard.unit)}</th>
                            <th scope="col" class="number">{t!(texts, dashboard.received)}</th>
                            <th scope="col" class="number">{t!(texts, dashboard.expected_now)}</th>
                            <th scope="col">{t!(texts, dashboard.next)}</th>
                        </tr>
                    </thead>
                    <tbody>{shown}</tbody>
                </table>
            </Show>
            <More cut count=Signal::derive(move || rows.read().len()) />
            <Show when=move || !has_units.get()>
                <p class="soft small no-print">
                    {t!(texts, dashboard.no_units)} " "
                    <a href=move || workspace.address_of(Page::Settings)>{t!(texts, dashboard.to_settings)}</a>
                </p>
            </Show>
        </section>
    }
}

#[component]
fn Row(row: Owing) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let missing = row.missing();
    let Owing { unit, expected, received, to_judge, overdue, next } = row;
    let name = move || {
        let found =
            unit.as_ref().and_then(|id| workspace.read(|plan| Some(plan.units.get(id)?.name.clone())).flatten());
        found.unwrap_or_else(|| t_string!(texts, dashboard.no_unit).to_string())
    };
    let state = move || match (missing, overdue, next) {
        (0, ..) if to_judge > 0 => {
            let says = t_string!(texts, dashboard.to_judge, n = to_judge.to_string());
            view! { <span class="light amber">{says}</span> }.into_any()
        }
        (0, ..) => view! { <span class="light green">{t_string!(texts, dashboard.complete)}</span> }.into_any(),
        (_, 0, Some(day)) => t_string!(texts, dashboard.next_by, day = date(Some(day))).into_any(),
        (_, 0, None) => "–".into_any(),
        _ => view! { <span class="light red">{t_string!(texts, words.overdue)}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row" class="wide"><span class="clip" title=name.clone()>{name.clone()}</span></th>
            <td class="number">
                {move || {
                    t_string!(texts, dashboard.so_many_of, n = received.to_string(), all = expected.to_string())
                }}
            </td>
            <td class="number strong">{overdue}</td>
            <td>{state}</td>
        </tr>
    }
}
