//! What the last spreadsheet brought: what was taken to be merged, and what was not, cell by cell.

use leptos::prelude::*;

use crate::state::{Brought, CellName, Refused, RefusedCell, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

/// How many cells are listed; beyond that their number says enough.
const LISTED: usize = 50;

/// The account; nothing while no spreadsheet came.
#[component]
pub fn BroughtBack() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let account = move || workspace.brought().map(|brought| view! { <Account brought texts /> });
    account.into_any()
}

#[component]
fn Account(brought: Brought, texts: Texts) -> impl IntoView {
    let workspace = use_workspace();
    let Brought { name, has_plan, changed, refused, added, tables } = brought;
    let summary = move || match (has_plan, changed) {
        (false, _) => t_string!(texts, output.no_plan, name = name.clone()),
        (true, 0) => t_string!(texts, output.none_changed, name = name.clone()),
        (true, 1) => t_string!(texts, output.one_changed, name = name.clone()),
        (true, _) => t_string!(texts, output.some_changed, name = name.clone(), changed = changed.to_string()),
    };
    let refused = (!refused.is_empty()).then(|| view! { <NotTaken refused texts /> });
    let added = (!added.is_empty()).then(|| {
        let places = added.iter().take(LISTED).map(place_words).collect::<Vec<_>>().join(", ");
        view! { <p>{move || t_string!(texts, output.added, places = places.clone())}</p> }
    });
    let tables = (!tables.is_empty()).then(|| {
        let names = tables.iter().map(|(name, _)| format!("«{name}»")).collect::<Vec<_>>().join(", ");
        view! { <p>{move || t_string!(texts, output.tables, names = names.clone())}</p> }
    });
    view! {
        <div class="note calm stack brought" role="region" aria-label=label!(texts, output.brought)>
            <div class="row spread top">
                <p class="strong">{summary}</p>
                <button type="button" class="button plain" on:click=move |_| workspace.forget_brought()>
                    {t!(texts, output.put_away)}
                </button>
            </div>
            {refused}
            {added}
            {tables}
        </div>
    }
}

#[component]
fn NotTaken(refused: Vec<RefusedCell>, texts: Texts) -> impl IntoView {
    let count = refused.len();
    let row = |cell: RefusedCell| {
        let reason = cell.reason;
        view! {
            <tr>
                <td>{place_words(&cell.place)}</td>
                <td>{cell.words}</td>
                <td>{move || reason_words(reason, texts)}</td>
            </tr>
        }
    };
    view! {
        <p>{move || t_string!(texts, output.not_taken, count = count.to_string())}</p>
        <table>
            <thead>
                <tr>
                    <th scope="col">{t!(texts, output.cell)}</th>
                    <th scope="col">{t!(texts, output.written)}</th>
                    <th scope="col">{t!(texts, output.why)}</th>
                </tr>
            </thead>
            <tbody>{refused.into_iter().take(LISTED).map(row).collect_view()}</tbody>
        </table>
    }
}

fn place_words(place: &CellName) -> String {
    format!("{} {}", place.sheet, place.cell)
}

fn reason_words(reason: Refused, texts: Texts) -> String {
    match reason {
        Refused::NoWeight => t_string!(texts, output.no_weight).to_string(),
        Refused::NoDay => t_string!(texts, output.no_day).to_string(),
        Refused::NoYears => t_string!(texts, output.no_years).to_string(),
        Refused::Broken => t_string!(texts, output.broken).to_string(),
        Refused::TwoValues => t_string!(texts, output.two_values).to_string(),
        Refused::TooLong => t_string!(texts, output.too_long).to_string(),
    }
}
