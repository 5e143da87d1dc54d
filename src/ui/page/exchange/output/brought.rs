//! What the last spreadsheet brought: what was taken to be merged, and what was not, cell by cell.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::state::{AddedRow, Brought, CellName, GoneRows, Left, LeftRow, Page, Refused, RefusedCell, use_workspace};
use crate::ui::page::exchange::inbox::ARRIVED;
use crate::ui::page::table::TakeSheet;
use crate::ui::widget::focus_soon;
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
    let waits = {
        let name = brought.name.clone();
        Memo::new(move |_| workspace.arrived().iter().any(|arrived| arrived.name == name))
    };
    let Brought { name, has_plan, changed, refused, added, left, gone, tables } = brought;
    let brings_changes = has_plan && changed != 0;
    let summary = move || match (has_plan, changed) {
        (false, _) => t_string!(texts, output.no_plan, name = name.clone()),
        (true, 0) => t_string!(texts, output.none_changed, name = name.clone()),
        (true, 1) => t_string!(texts, output.one_changed, name = name.clone()),
        (true, _) => t_string!(texts, output.some_changed, name = name.clone(), changed = changed.to_string()),
    };
    let refused = (!refused.is_empty()).then(|| view! { <NotTaken refused texts /> });
    let added = (!added.is_empty()).then(|| view! { <NewRows added texts /> });
    let left = (!left.is_empty()).then(|| view! { <LeftRows left texts /> });
    let gone = gone.into_iter().take(LISTED).map(|rows| view! { <p>{move || gone_words(&rows, texts)}</p> });
    let gone = gone.collect_view();
    let tables = (!tables.is_empty()).then(|| {
        let sheet = |(name, grid)| view! { <TakeSheet name grid /> };
        view! {
            <p>{t!(texts, output.tables)}</p>
            <div class="row wrap">{tables.into_iter().map(sheet).collect_view()}</div>
        }
    });
    view! {
        <div class="note calm stack brought" role="region" aria-label=label!(texts, output.brought)>
            <div class="row spread top">
                <p class="strong">
                    {summary}
                    <Show when=move || brings_changes && waits.get()>
                        " "
                        <ToDecide changed texts />
                    </Show>
                </p>
                <button type="button" class="button plain" on:click=move |_| workspace.forget_brought()>
                    {t!(texts, output.put_away)}
                </button>
            </div>
            {refused}
            {added}
            {left}
            {gone}
            {tables}
        </div>
    }
}

/// A link to where what the spreadsheet brought waits. The address is the application's own and names the page, so the link
/// only moves the focus.
#[component]
fn ToDecide(changed: usize, texts: Texts) -> impl IntoView {
    let workspace = use_workspace();
    let jump = move |event: MouseEvent| {
        event.prevent_default();
        focus_soon([ARRIVED.to_owned()]);
    };
    view! {
        <a href=move || workspace.address_of(Page::Exchange) on:click=jump>
            {move || match changed {
                1 => t_string!(texts, output.decide_one),
                _ => t_string!(texts, output.decide),
            }}
        </a>
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

#[component]
fn NewRows(added: Vec<AddedRow>, texts: Texts) -> impl IntoView {
    let row = |row: &AddedRow| format!("«{}» ({})", row.description, place_words(&row.place));
    let rows = added.iter().take(LISTED).map(row).collect::<Vec<_>>().join(", ");
    view! { <p>{move || t_string!(texts, output.new_rows, rows = rows.clone())}</p> }
}

#[component]
fn LeftRows(left: Vec<LeftRow>, texts: Texts) -> impl IntoView {
    let words = move || {
        let place = |row: &LeftRow| format!("{} ({})", place_words(&row.place), left_words(row.why, texts));
        let places = left.iter().take(LISTED).map(place).collect::<Vec<_>>().join(", ");
        t_string!(texts, output.left, places = places)
    };
    view! { <p>{words}</p> }
}

fn left_words(why: Left, texts: Texts) -> String {
    match why {
        Left::NoDescription => t_string!(texts, output.no_description).to_string(),
        Left::NoObjective => t_string!(texts, output.no_objective).to_string(),
        Left::Apart => t_string!(texts, output.apart).to_string(),
        Left::Total => t_string!(texts, output.total).to_string(),
        Left::TooMany => t_string!(texts, output.too_many).to_string(),
    }
}

fn gone_words(gone: &GoneRows, texts: Texts) -> String {
    let sheet = gone.sheet.clone();
    match gone.count {
        1 => t_string!(texts, output.one_gone, sheet = sheet),
        count => t_string!(texts, output.gone, sheet = sheet, count = count.to_string()),
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
