//! Up to three scenarios beside the plan: weights, figures, and where each objective stands among the others.

use leptos::prelude::*;

use crate::plan::ScenarioId;
use crate::simulation::{Comparison, Entry, MOST, compare};
use crate::ui::part::{Cut, More};
use crate::ui::words::text::*;
use crate::ui::words::{percent, points, use_language, use_texts};

use super::desk::Desk;
use super::heading::shown_name;
use super::name::shortened;
use super::result::{Change, difference};

/// How many objectives are listed at first.
const FIRST: usize = 30;

/// The card of the comparison.
#[component]
pub(super) fn Compare(desk: Desk, #[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let texts = use_texts();
    let cut = Cut::after(FIRST);
    // The one on the desk, and others as they come.
    let first = untrack(|| desk.chosen.get());
    let others = desk.workspace.peek(|plan| plan.scenarios.iter().map(|found| found.id.clone()).collect::<Vec<_>>());
    let others = others.unwrap_or_default().into_iter().filter(|id| Some(id) != first.as_ref());
    let chosen = RwSignal::new(first.iter().cloned().chain(others).take(MOST).collect::<Vec<_>>());
    let all = Memo::new(move |_| {
        let named =
            |scenario: &std::sync::Arc<crate::plan::Scenario>| (scenario.id.clone(), shown_name(&scenario.name, texts));
        desk.workspace.read(|plan| plan.scenarios.iter().map(named).collect::<Vec<_>>()).unwrap_or_default()
    });
    let comparison = Memo::new(move |_| {
        let official = desk.workspace.attainment().read();
        let chosen = chosen.read();
        desk.workspace
            .read(|plan| {
                let scenarios: Vec<_> =
                    chosen.iter().filter_map(|id| plan.scenarios.get(id)).map(|found| (**found).clone()).collect();
                compare(plan, official.as_ref()?, &scenarios)
            })
            .flatten()
    });
    let pick = move |(id, name): (ScenarioId, String)| {
        let (known, toggled) = (id.clone(), id);
        let is_chosen = Memo::new(move |_| chosen.read().contains(&known));
        let is_full = move || !is_chosen.get() && chosen.read().len() >= MOST;
        let toggle = move |_| {
            chosen.update(|chosen| match chosen.iter().position(|known| *known == toggled) {
                Some(at) => drop(chosen.remove(at)),
                None => chosen.push(toggled.clone()),
            });
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=is_chosen disabled=is_full on:change=toggle />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <section class="card compare" aria-labelledby="confronto">
            <header>
                <h2 id="confronto" tabindex="-1">{t!(texts, simulation.comparison)}</h2>
                <div class="row wrap no-print">
                    <For each=move || all.get() key=Clone::clone let:found>
                        {pick(found)}
                    </For>
                    <button type="button" class="button plain" on:click=move |_| on_close.run(())>
                        {t!(texts, simulation.close)}
                    </button>
                </div>
            </header>
            {move || comparison.get().map(|comparison| view! { <Columns desk comparison names=all cut /> })}
        </section>
    }
}

#[component]
fn Columns(desk: Desk, comparison: Comparison, names: Memo<Vec<(ScenarioId, String)>>, cut: Cut) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let comparison = StoredValue::new(comparison);
    let name = move |id: &Option<ScenarioId>| match id {
        None => t_string!(texts, simulation.plan).to_owned(),
        Some(id) => {
            names.read().iter().find(|(known, _)| known == id).map(|(_, name)| name.clone()).unwrap_or_default()
        }
    };
    let official = comparison.with_value(|comparison| {
        comparison.columns.iter().find(|column| column.scenario.is_none()).and_then(|column| column.figure)
    });
    let heads = move || {
        let head = |column: &crate::simulation::Column| {
            let (name, figure) = (name(&column.scenario), percent(column.figure, language.get()));
            let change = difference(column.figure, official);
            view! {
                <th scope="colgroup" colspan="3">
                    {name}
                    " "
                    <b>{figure}</b>
                    <Change change=Memo::new(move |_| change) />
                </th>
            }
        };
        comparison.with_value(|comparison| comparison.columns.iter().map(head).collect_view())
    };
    let subheads = move || {
        let count = comparison.with_value(|comparison| comparison.columns.len());
        let trio = move |_| {
            view! {
                <th scope="col" class="number">{t!(texts, simulation.weight)}</th>
                <th scope="col" class="number">{t!(texts, simulation.attained)}</th>
                <th scope="col" class="number">{t!(texts, simulation.rank)}</th>
            }
        };
        (0..count).map(trio).collect_view()
    };
    let entry = move |entry: &Entry| {
        let rank = entry.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
        view! {
            <td class="number first">{points(entry.share, language.get())}</td>
            <td class="number">{percent(entry.figure, language.get())}</td>
            <td class="number">{rank}</td>
        }
    };
    let rows = move || {
        let row = |row: &crate::simulation::Row| {
            let called = desk.workspace.read(|plan| {
                plan.objectives.get(&row.objective).map(|found| shortened(&format!("{} {}", found.code, found.title)))
            });
            view! {
                <tr>
                    <th scope="row" class="wide">{called.flatten()}</th>
                    {row.entries.iter().map(entry).collect_view()}
                </tr>
            }
        };
        comparison.with_value(|comparison| comparison.rows.iter().take(cut.shown()).map(row).collect_view())
    };
    let count = comparison.with_value(|comparison| comparison.rows.len());
    view! {
        <table aria-labelledby="confronto">
            <thead>
                <tr>
                    <td></td>
                    {heads}
                </tr>
                <tr>
                    <th scope="col" class="wide">{t!(texts, simulation.what)}</th>
                    {subheads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <More cut count=Signal::stored(count) />
    }
}
