//! The indicators of the old plan, each with what would become of it.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::plan::{Carried, Look, Moved, Status};
use crate::report::Rolling;
use crate::state::{Workspace, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, status_words, use_texts};

use super::{Next, finished_words};

/// How many rows are shown before somebody asks for all.
const SHOWN: usize = 60;

/// The table. It begins with what somebody has to decide about.
#[component]
pub fn Rows(next: Next) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let is_all = RwSignal::new(false);
    let ordered = Memo::new(move |_| {
        let preview = next.preview.read();
        let mut rows: Vec<Rolling> = preview.as_ref().map(|(rows, _)| rows.clone()).unwrap_or_default();
        // Whatever is chosen, a row stays where it is: what orders them is what was proposed.
        rows.sort_by_key(|row| (row.finished.is_none(), !needs_a_look(row)));
        rows
    });
    let shown = move || {
        let most = if is_all.get() { usize::MAX } else { SHOWN };
        ordered.read().iter().take(most).cloned().collect::<Vec<_>>()
    };
    let key = |row: &Rolling| (row.objective.clone(), row.indicator.clone());
    let more = move || ordered.read().len().saturating_sub(SHOWN);
    view! {
        <table class="rolling">
            <caption class="visually-hidden">{t!(texts, output.roll_over)}</caption>
            <thead>
                <tr>
                    <th scope="col" class="narrow">{t!(texts, output.comes)}</th>
                    <th scope="col">{t!(texts, output.indicator)}</th>
                    <th scope="col">{t!(texts, output.what_moves)}</th>
                    <th scope="col">{t!(texts, output.what_to_look_at)}</th>
                </tr>
            </thead>
            <tbody>
                <For each=shown key=key let:row>
                    <Row row next workspace texts />
                </For>
            </tbody>
        </table>
        <Show when=move || { !is_all.get() && more() > 0 }>
            <p class="more">
                <button type="button" class="button ghost" on:click=move |_| is_all.set(true)>
                    {move || t_string!(texts, words.more, n = more().to_string())}
                </button>
            </p>
        </Show>
    }
    .into_any()
}

fn needs_a_look(row: &Rolling) -> bool {
    row.carried.as_ref().is_some_and(|carried| !carried.look.is_empty())
}

#[component]
fn Row(row: Rolling, next: Next, workspace: Workspace, texts: Texts) -> impl IntoView {
    let place = StoredValue::new((row.objective.clone(), row.indicator.clone()));
    let found = Memo::new(move |_| {
        let preview = next.preview.read();
        let (rows, _) = preview.as_ref()?;
        place.with_value(|(objective, indicator)| {
            rows.iter().find(|row| row.objective == *objective && row.indicator == *indicator).cloned()
        })
    });
    let comes = move || found.read().as_ref().is_some_and(|row| row.carried.is_some());
    let (objective, code, words) = workspace
        .peek(|plan| {
            let objective = plan.objectives.get(&row.objective)?;
            let indicator = objective.indicators.get(&row.indicator)?;
            Some((objective.code.clone(), indicator.code.clone(), indicator.description.clone()))
        })
        .flatten()
        .unwrap_or_default();
    let code = [objective, code].into_iter().filter(|code| !code.is_empty()).collect::<Vec<_>>().join(" · ");
    let name = words.clone();
    let choose = move |event: Event| {
        let stays = !event_target_checked(&event);
        next.chosen.update(|chosen| {
            chosen.insert(place.get_value(), stays);
        });
    };
    let finished = row.finished;
    let moves = move || {
        let row = found.get()?;
        Some(match row.carried {
            None => view! { <span class="soft">{t!(texts, output.stays)}</span> }.into_any(),
            Some(carried) => view! { <Changes carried texts /> }.into_any(),
        })
    };
    let looks = move || found.read().as_ref()?.carried.as_ref().map(|carried| look_words(carried, texts));
    view! {
        <tr>
            <td class="narrow">
                <input
                    type="checkbox"
                    aria-label=move || t_string!(texts, output.bring, name = name.clone())
                    prop:checked=comes
                    on:change=choose
                />
            </td>
            <td>
                <span class="code">{code}</span>
                " "
                {words}
                {move || finished.map(|finished| {
                    view! {
                        " "
                        <span class="chip words">{finished_words(finished, texts)}</span>
                    }
                })}
            </td>
            <td>{moves}</td>
            <td>{looks}</td>
        </tr>
    }
}

#[component]
fn Changes(carried: Carried, texts: Texts) -> impl IntoView {
    let moved = |moved: Moved| {
        view! {
            <li>
                <del>{moved.from}</del>
                " → "
                <ins>{moved.to}</ins>
            </li>
        }
    };
    let baseline = carried.baseline_of.map(|year| {
        view! { <li>{move || t_string!(texts, output.baseline_of, year = year.to_string())}</li> }
    });
    view! { <ul class="small">{carried.moved.into_iter().map(moved).collect_view()} {baseline}</ul> }
}

fn look_words(carried: &Carried, texts: Texts) -> AnyView {
    let words = |look: &Look| match look {
        Look::Unmoved { words, .. } => t_string!(texts, output.unmoved, words = words.clone()),
        Look::SetAside { year, status } => {
            let status: Status = *status;
            t_string!(texts, output.was_set_aside, year = year.to_string(), status = status_words(status, texts))
        }
        Look::Nothing => t_string!(texts, output.nothing_due).to_string(),
    };
    let looks: Vec<String> = carried.look.iter().map(words).collect();
    view! { <ul class="small">{looks.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul> }
        .into_any()
}
