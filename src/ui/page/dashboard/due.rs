//! *Scadenze*: what is overdue, then what falls due next.

use leptos::prelude::*;

use crate::report::{Deadline, deadlines};
use crate::state::{Page, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, date, use_texts};

/// More than these are read in *Monitoraggio*.
const MOST: usize = 8;

/// The card of deadlines.
#[component]
pub(super) fn Due() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let rows = Memo::new(move |_| {
        let attainment = workspace.attainment().read();
        workspace.read(|plan| Some(deadlines(plan, attainment.as_ref()?))).flatten().unwrap_or_default()
    });
    let shown = move || rows.read().iter().take(MOST).map(|row| view! { <Row row=row.clone() /> }).collect_view();
    let others = move || rows.read().len().saturating_sub(MOST);
    view! {
        <section class="card due" aria-labelledby="due">
            <header>
                <h2 id="due">{t!(texts, dashboard.due)}</h2>
            </header>
            <Show
                when=move || !rows.read().is_empty()
                fallback=move || view! { <p class="empty">{t!(texts, dashboard.nothing_awaited)}</p> }
            >
                <table aria-labelledby="due">
                    <thead>
                        <tr>
                            <th scope="col" class="wide">{t!(texts, dashboard.what)}</th>
                            <th scope="col" class="number">{t!(texts, dashboard.by)}</th>
                            <th scope="col">{t!(texts, dashboard.state)}</th>
                        </tr>
                    </thead>
                    <tbody>{shown}</tbody>
                </table>
            </Show>
            <Show when=move || others() != 0>
                <p>
                    <a href=move || workspace.address_of(Page::Monitoring)>
                        {move || t_string!(texts, dashboard.others_in_monitoring, n = others().to_string())}
                    </a>
                </p>
            </Show>
        </section>
    }
}

#[component]
fn Row(row: Deadline) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let Deadline { place, date: day, days } = row;
    let objective = place.objective.clone();
    let named = workspace
        .peek(|plan| {
            let indicator = place.indicator(plan)?;
            let part = place.part(plan);
            let code = part.map_or(indicator.code.as_str(), |part| part.code.as_str());
            let description = part.map_or(indicator.description.as_str(), |part| part.description.as_str());
            let description = if description.trim().is_empty() { indicator.kpi.words() } else { description };
            Some((code.to_owned(), description.to_owned()))
        })
        .flatten();
    let (code, description) = named.unwrap_or_default();
    let who = workspace.peek(|plan| who(plan, &place)).unwrap_or_default();
    let class = if days < 0 { "light red" } else { "light waiting" };
    view! {
        <tr>
            <th scope="row" class="wide">
                <a
                    class="named"
                    title=description.clone()
                    href=move || workspace.address_of(Page::Sheet(objective.clone()))
                >
                    <span class="code">{code}</span>
                    <span class="clip">{description.clone()}</span>
                </a>
                {(!who.is_empty()).then(|| view! { <span class="who clip" title=who.clone()>{who.clone()}</span> })}
            </th>
            <td class="number">{date(Some(day))}</td>
            <td><span class=class>{move || days_words(days, texts)}</span></td>
        </tr>
    }
}

/// Returns who answers: the offices, or the words of the objective; empty where nobody is named.
fn who(plan: &crate::plan::Plan, place: &crate::report::CellPlace) -> String {
    let units: Vec<_> =
        place.units(plan).iter().filter_map(|id| plan.units.get(id)).map(|unit| unit.name.clone()).collect();
    let in_words = || place.objective(plan).map(|objective| objective.responsible.trim().to_owned());
    if units.is_empty() { in_words().unwrap_or_default() } else { units.join(", ") }
}

fn days_words(days: i64, texts: Texts) -> String {
    match days {
        0 => t_string!(texts, dashboard.due_today).to_string(),
        1 => t_string!(texts, dashboard.due_tomorrow).to_string(),
        -1 => t_string!(texts, dashboard.late_one).to_string(),
        days if days < 0 => t_string!(texts, dashboard.late, n = days.abs().to_string()),
        days => t_string!(texts, dashboard.due_in, n = days.to_string()),
    }
}
