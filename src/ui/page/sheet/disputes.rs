//! Conflicts of a merge that were left for later and are about this sheet.

use leptos::prelude::*;

use crate::state::Page;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::here::{CellAt, Here};

/// The sentence above the sheet, with the way to where they are settled.
#[component]
pub fn Disputes(
    /// The sheet.
    here: Here,
) -> impl IntoView {
    let texts = use_texts();
    let count = Memo::new(move |_| {
        let begin = format!("objectives/{}", step(here.id().as_str()));
        let within =
            |path: &String| path.strip_prefix(&begin).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        here.workspace.disputed().read().iter().filter(|path| within(path)).count()
    });
    view! {
        <Show when=move || count.get() != 0>
            <p class="note">
                {move || t_string!(texts, exchange.pending_here, n = count.get().to_string())} " "
                <a href=move || here.workspace.address_of(Page::Exchange)>{t!(texts, exchange.pending_where)}</a>
            </p>
        </Show>
    }
}

/// The mark at a field of which two versions wait; it leads to where they are settled.
#[component]
pub fn DisputedMark(
    /// The cell.
    cell: CellAt,
    /// Which of its fields, named as the file writes it.
    field: &'static str,
) -> impl IntoView {
    let texts = use_texts();
    let workspace = cell.row.here.workspace;
    let is_disputed = Memo::new(move |_| {
        let disputed = workspace.disputed();
        if disputed.read().is_empty() {
            return false;
        }
        let Some(year) = cell.year() else { return false };
        let part = cell.part().map(|part| format!("/parts/{}", step(part.as_str()))).unwrap_or_default();
        let (objective, indicator) = (cell.row.here.id(), cell.row.id());
        let indicator = step(indicator.as_str());
        let path = format!("objectives/{}/indicators/{indicator}{part}/cells/{year}/{field}", step(objective.as_str()));
        disputed.read().contains(&path)
    });
    view! {
        <Show when=move || is_disputed.get()>
            <a class="chip versions" href=move || workspace.address_of(Page::Exchange)>
                {t!(texts, exchange.two_versions)}
            </a>
        </Show>
    }
}

/// Writes an id as one step of a path, as [`crate::plan::Edit::path`] does.
fn step(id: &str) -> String {
    id.replace('~', "~0").replace('/', "~1")
}
