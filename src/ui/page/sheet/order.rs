//! Another place for an indicator, a copy of it, or out with it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::plan::{Edit, ListEdit, ObjectiveEdit};
use crate::ui::part::Locked;
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

use super::copy;
use super::here::Row;
use super::icon::{Icon, Tool};
use super::indicators::{description_id, insert};
use crate::ui::widget::focus_soon;

/// The buttons at the end of its row.
#[component]
pub fn Tools(
    /// The indicator.
    row: Row,
    /// Whether it is opened.
    open: RwSignal<bool>,
) -> impl IntoView {
    let texts = use_texts();
    let id = row.id();
    let place = Memo::new(move |_| row.here.read(|objective| objective.indicators.place(&row.id())).flatten());
    let last = move || row.here.read(|objective| objective.indicators.len().saturating_sub(1));
    let label = move |make: fn(Texts, String) -> String| Signal::derive(move || make(texts, row.name().get()));
    view! {
        <button
            type="button"
            class="button plain details"
            id=format!("indicatore-dettagli-{id}")
            aria-expanded=move || open.get().to_string()
            aria-label=label(|texts, name| t_string!(texts, sheet.details_of, name = name))
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {t!(texts, sheet.details)}
        </button>
        <Locked when=row.here.is_locked()>
        <Tool
            icon=Icon::Up
            id=format!("indicatore-su-{id}")
            disabled=Signal::derive(move || place.get() == Some(0))
            label=label(|texts, name| t_string!(texts, sheet.move_up, name = name))
            on_press=Callback::new(move |()| shift(row, -1, None))
        />
        <Tool
            icon=Icon::Down
            id=format!("indicatore-giu-{id}")
            disabled=Signal::derive(move || place.get() == last())
            label=label(|texts, name| t_string!(texts, sheet.move_down, name = name))
            on_press=Callback::new(move |()| shift(row, 1, None))
        />
        </Locked>
    }
}

/// Moves it by one place; the keyboard stays where it was.
pub fn shift(row: Row, by: isize, within: Option<String>) {
    let id = row.id();
    let place = row.here.peek(|objective| objective.indicators.place(&id)).flatten();
    let Some(to) = place.and_then(|place| place.checked_add_signed(by)) else { return };
    let (up, down) = (format!("indicatore-su-{id}"), format!("indicatore-giu-{id}"));
    row.here.edit(ObjectiveEdit::Indicators(ListEdit::Move { id, to }));
    let buttons = if by < 0 { [up, down] } else { [down, up] };
    focus_soon(within.into_iter().chain(buttons));
}

/// Puts a copy below it.
pub fn duplicate(row: Row) {
    let place = row.here.peek(|objective| objective.indicators.place(&row.id())).flatten();
    let copy = row.peek(|indicator| copy::of_indicator(row.here.workspace, indicator)).flatten();
    if let (Some(place), Some(copy)) = (place, copy) {
        insert(row.here, place.saturating_add(1), copy);
    }
}

/// Takes it out; the keyboard goes to the one that takes its place.
pub fn remove(row: Row, texts: Texts) {
    let (here, id) = (row.here, row.id());
    let what = t_string!(texts, sheet.the_indicator, name = row.name().get_untracked());
    let next = here.peek(|objective| {
        let place = objective.indicators.place(&id)?;
        let after = objective.indicators.at(place.saturating_add(1));
        after.or_else(|| objective.indicators.at(place.checked_sub(1)?)).map(|next| Arc::clone(next).id.clone())
    });
    let edit = ObjectiveEdit::Indicators(ListEdit::Remove { id });
    here.workspace.remove(what, Edit::Objective { objective: here.id(), edit });
    let next = next.flatten().map(|next| description_id(&next));
    focus_soon(next.into_iter().chain(["indicatore-nuovo".to_owned()]));
}
