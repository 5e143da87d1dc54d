//! Adding, moving and taking out the lettered parts of an indicator.

use std::sync::Arc;

use leptos::prelude::*;

use crate::plan::{Edit, IndicatorEdit, ListEdit, ObjectiveEdit, Part, PartId};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

use super::here::Row;
use super::indicators::description_id;
use super::part::PartAt;
use crate::ui::widget::focus_soon;

/// What can be done with a part as a whole.
#[component]
pub fn Tools(
    /// Which part.
    at: PartAt,
) -> impl IntoView {
    let texts = use_texts();
    let place = Memo::new(move |_| at.row.read(|indicator| indicator.parts.place(&at.id.get_value())).flatten());
    let last = move || at.row.read(|indicator| indicator.parts.len().saturating_sub(1));
    view! {
        <div class="row wrap foot">
            <button
                type="button"
                class="button plain"
                disabled=move || place.get() == Some(0)
                on:click=move |_| shift(at, -1, None)
            >
                {t!(texts, sheet.part_up)}
            </button>
            <button
                type="button"
                class="button plain"
                disabled=move || place.get() == last()
                on:click=move |_| shift(at, 1, None)
            >
                {t!(texts, sheet.part_down)}
            </button>
            <button type="button" class="button plain" on:click=move |_| remove(at, texts)>
                {t!(texts, sheet.remove_part)}
            </button>
        </div>
    }
}

/// The button that opens a part.
pub fn opener_id(part: &PartId) -> String {
    format!("parte-dettagli-{part}")
}

/// The element that holds a part's description.
pub fn part_id(part: &PartId) -> String {
    format!("parte-{part}")
}

/// Adds a part at the end of an indicator, with the next letter.
pub fn add(row: Row) {
    let Some(id) = row.here.workspace.new_id::<PartId>() else { return };
    let at = row.peek(|indicator| indicator.parts.len()).unwrap_or_default();
    let code = ('a'..='z').nth(at).map(String::from).unwrap_or_default();
    let element = part_id(&id);
    let item = Arc::new(Part { code, ..Part::new(id) });
    row.edit(IndicatorEdit::Parts(ListEdit::Insert { at, item }));
    focus_soon([element]);
}

/// Moves it by one place; the keyboard stays with it.
pub fn shift(at: PartAt, by: isize, within: Option<String>) {
    let id = at.id.get_value();
    let place = at.row.peek(|indicator| indicator.parts.place(&id)).flatten();
    let Some(to) = place.and_then(|place| place.checked_add_signed(by)) else { return };
    let opener = opener_id(&id);
    at.row.edit(IndicatorEdit::Parts(ListEdit::Move { id, to }));
    focus_soon(within.into_iter().chain([opener]));
}

fn remove(at: PartAt, texts: Texts) {
    let (row, id) = (at.row, at.id.get_value());
    let what = t_string!(texts, sheet.the_part, name = at.name().get_untracked());
    let next = row.peek(|indicator| {
        let place = indicator.parts.place(&id)?;
        let after = indicator.parts.at(place.saturating_add(1));
        after.or_else(|| indicator.parts.at(place.checked_sub(1)?)).map(|next| part_id(&next.id))
    });
    let edit = IndicatorEdit::Parts(ListEdit::Remove { id });
    let edit = ObjectiveEdit::Indicator { indicator: row.id(), edit };
    row.here.workspace.remove(what, Edit::Objective { objective: row.here.id(), edit });
    focus_soon(next.flatten().into_iter().chain([description_id(&row.id())]));
}
