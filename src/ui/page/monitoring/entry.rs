//! The field of a row: typed in, left with Enter or an arrow, read and scored as one types.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use web_sys::HtmlInputElement;
use web_sys::wasm_bindgen::JsCast;

use crate::attainment::{CellScore, Note, Outcome};
use crate::plan::CellField;
use crate::state::Page;
use crate::ui::part::ResultReading;
use crate::ui::widget::Draft;
use crate::ui::words::text::*;
use crate::ui::words::{date, obstacle_words, use_texts};

use super::desk::{Desk, Writing};
use super::list::FIELDS;
use super::row::Row;

/// The field with what is to be said about it below.
#[component]
pub fn Entry(
    /// Which row.
    row: Row,
    /// What is typed in it.
    draft: Draft,
    /// What that scores.
    score: Memo<Option<CellScore>>,
) -> impl IntoView {
    let texts = use_texts();
    let read = Memo::new(move |_| row.reading(&draft.shown()));
    let locked = Memo::new(move |_| {
        let edit = row.place().edit(CellField::Result(String::new().into()));
        !row.desk.workspace.may(&edit)
    });
    let judged = Signal::derive(move || {
        let is_result = row.desk.writing.get() == Writing::Results;
        is_result && row.read_cell(|cell| cell.judgement.is_some()).unwrap_or(false)
    });
    let label = move || {
        let what = row.read(|indicator, _| indicator.description.clone()).unwrap_or_default();
        match row.desk.writing.get() {
            Writing::Results => t_string!(texts, monitoring.result_of, code = row.code(), what = what),
            Writing::Checkpoints(day) => {
                t_string!(texts, monitoring.checkpoint_of, code = row.code(), what = what, day = date(Some(day)))
            }
        }
    };
    view! {
        <input
            type="text"
            class="entry"
            disabled=locked
            title=move || locked.get().then(|| t_string!(texts, exchange.read_only, office = row.desk.workspace.copy_for()))
            autocomplete="off"
            spellcheck="false"
            aria-label=label
            prop:value=move || draft.shown()
            on:input=move |event: Event| draft.type_in(event_target_value(&event))
            on:blur=move |_| draft.commit()
            on:keydown=move |event: KeyboardEvent| press(row.desk, draft, &event)
        />
        <ResultReading read judged />
        <Advice row score />
    }
}

/// Why a result has no score and what to do about it; on a checkpoint, what was taken before.
#[component]
fn Advice(row: Row, score: Memo<Option<CellScore>>) -> impl IntoView {
    let texts = use_texts();
    let outcome = Memo::new(move |_| score.read().as_ref().map(|score| score.outcome));
    let earlier = Memo::new(move |_| match row.desk.writing.get() {
        Writing::Results => None,
        Writing::Checkpoints(day) => {
            let taken = row.checkpoint_before(day)?;
            Some((date(Some(taken.date)), taken.words.words().to_owned()))
        }
    });
    let proposed =
        Memo::new(move |_| score.read().as_ref().is_some_and(|score| score.working.notes.has(Note::StandingProposed)));
    let decide = move || {
        if proposed.get() { t_string!(texts, monitoring.decide) } else { t_string!(texts, monitoring.judge) }
    };
    let sheet = move || row.desk.workspace.address_of(Page::Sheet(row.place().objective));
    let advice = move || match outcome.get() {
        Some(Outcome::NotComputable(obstacle)) => {
            Some(view! { <p class="advice">{obstacle_words(obstacle, texts)}</p> }.into_any())
        }
        Some(Outcome::NeedsJudgement) if row.desk.writing.get() == Writing::Results => Some(
            view! {
                <p class="advice">
                    <a href=sheet tabindex="-1">
                        {decide}
                    </a>
                </p>
            }
            .into_any(),
        ),
        _ => None,
    };
    view! {
        {advice}
        {move || {
            earlier.get().map(|(day, words)| view! { <p class="soft small">{t_string!(texts, monitoring.before, day = day, words = words)}</p> })
        }}
    }
}

fn press(desk: Desk, draft: Draft, event: &KeyboardEvent) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.is_composing() {
        return;
    }
    let by = match event.key().as_str() {
        "Enter" if event.shift_key() => -1,
        "Enter" | "ArrowDown" => 1,
        "ArrowUp" => -1,
        "Escape" => {
            draft.abandon();
            return;
        }
        _ => return,
    };
    event.prevent_default();
    let from = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    draft.commit();
    if let Some(from) = from {
        walk(desk, &from, by);
    }
}

/// Goes to the field of another row; past the last one on the screen more rows come first.
fn walk(desk: Desk, from: &HtmlInputElement, by: isize) {
    let fields = fields();
    let at = fields.iter().position(|field| field == from);
    let Some(to) = at.and_then(|at| at.checked_add_signed(by)) else { return };
    match fields.get(to) {
        Some(field) => enter(field),
        None if desk.show_more() => request_animation_frame(move || {
            if let Some(field) = self::fields().get(to) {
                enter(field);
            }
        }),
        None => {}
    }
}

fn fields() -> Vec<HtmlInputElement> {
    let Ok(found) = document().query_selector_all(FIELDS) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

fn enter(field: &HtmlInputElement) {
    // A field that just left the page cannot take the focus; there is nothing to tell anybody then.
    let _ = field.focus();
    field.select();
}
