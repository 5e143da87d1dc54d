//! One weight to be moved: by pointer, by keys, or typed.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;
use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use web_sys::wasm_bindgen::JsCast;

use crate::plan::Percent;
use crate::simulation::Spot;
use crate::ui::widget::Checked;
use crate::ui::words::text::*;
use crate::ui::words::{points, read_number, use_language, use_texts};

use super::desk::{Desk, Locked};
use super::weights::Row;

/// Slider, field and lock of a child. A mark on the slider stands where the plan has it.
#[component]
pub(super) fn WeightMover(
    desk: Desk,
    spot: Spot,
    label: String,
    row: Memo<Row>,
    scale: Memo<Decimal>,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let spot = StoredValue::new(spot);
    let label = StoredValue::new(label);
    let amount = Memo::new(move |_| row.read().amount);
    let locked = Memo::new(move |_| row.read().locked);
    let has_say = Memo::new(move |_| amount.get().is_some());
    let shown = Signal::derive(move || points(amount.get(), language.get()));
    let position = move || amount.get().unwrap_or_default().value().round_dp(1).to_string();
    let official = Memo::new(move |_| row.read().official);
    let mark = Memo::new(move |_| {
        let at = official.get()?.value().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(scale.get())?;
        (at <= Decimal::ONE_HUNDRED).then(|| format!("{}%", at.round_dp(2)))
    });
    let drag = move |event: Event| {
        let Some(slider) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        let to = slider.value().parse().ok().and_then(|to| Percent::new(to).ok());
        if let Some(to) = to {
            spot.with_value(|spot| desk.shift(spot, to));
        }
        // Where the move stopped, the knob stops too.
        slider.set_value(&untrack(position));
    };
    let press = move |event: KeyboardEvent| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let field = field.filter(|input| input.type_() != "range");
        let Some(by) = step_of(&event, field.is_some()) else { return };
        event.prevent_default();
        if let Some(field) = field {
            // What was typed is taken before it moves on.
            let _ = field.blur();
            let _ = field.focus();
        }
        spot.with_value(|spot| desk.step(spot, by));
    };
    let typed = move |words: String| {
        let to = read_number(&words, language.get_untracked()).and_then(|to| Percent::new(to).ok());
        let to = to.filter(|to| to.value() <= desk.most());
        if let Some(to) = to {
            spot.with_value(|spot| desk.shift(spot, to));
            desk.commit();
        }
        to.is_some()
    };
    let toggle = move |_| {
        let now = if locked.get_untracked() { Locked::Free } else { Locked::Kept };
        spot.with_value(|spot| desk.set_lock(spot, now));
    };
    let weight_of = move || t_string!(texts, simulation.weight_of, what = label.get_value());
    let lock_of = move || t_string!(texts, simulation.lock, what = label.get_value());
    view! {
        <Show when=move || has_say.get() fallback=move || view! { <span class="soft small">{t!(texts, simulation.no_weight)}</span> }>
            <div class="weight" on:keyup=move |_| desk.commit() on:focusout=move |_| desk.commit()>
                <div class="slider" on:keydown=press>
                    <input
                        type="range"
                        min="0"
                        step="0.1"
                        max=move || scale.get().to_string()
                        aria-label=weight_of
                        aria-valuetext=shown
                        disabled=locked
                        prop:value=position
                        on:input=drag
                        on:change=move |_| desk.commit()
                    />
                    <svg aria-hidden="true" focusable="false">
                        {move || mark.get().map(|at| view! { <line x1=at.clone() x2=at y1="0" y2="100%" /> })}
                    </svg>
                </div>
                <div class="typed" on:keydown=press>
                    <Checked
                        bare=true
                        value=shown
                        on_commit=typed
                        otherwise=label!(texts, simulation.not_a_weight)
                        label=Signal::derive(weight_of)
                    />
                </div>
                <button type="button" class="button plain icon" aria-pressed=move || locked.get().to_string() aria-label=lock_of title=lock_of on:click=toggle>
                    <svg class="lock" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                        <path d=move || if locked.get() { "M5 7V5a3 3 0 0 1 6 0v2" } else { "M5 7V4a3 3 0 0 1 5.8-1" } />
                        <rect x="3" y="7" width="10" height="7" rx="1.5" />
                    </svg>
                </button>
            </div>
        </Show>
    }
}

/// How far a key moves a weight: by 1, with Shift by 5, with Alt by 0,1. In a field the arrows to the sides walk its digits.
fn step_of(event: &KeyboardEvent, in_field: bool) -> Option<Decimal> {
    let step = match (event.shift_key(), event.alt_key()) {
        _ if event.ctrl_key() || event.meta_key() => return None,
        (_, true) => Decimal::new(1, 1),
        (true, false) => Decimal::from(5),
        (false, false) => Decimal::ONE,
    };
    match event.key().as_str() {
        "ArrowUp" => Some(step),
        "ArrowDown" => Some(Decimal::ZERO.saturating_sub(step)),
        "ArrowRight" if !in_field || event.alt_key() => Some(step),
        "ArrowLeft" if !in_field || event.alt_key() => Some(Decimal::ZERO.saturating_sub(step)),
        _ => None,
    }
}
