//! What is written, results or readings of a day, and which keys do what.

use leptos::prelude::*;

use crate::ui::widget::{Input, InputKind};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::desk::{Desk, Writing};

/// The switch between results and readings of a day.
#[component]
pub fn ModeSwitch(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let texts = use_texts();
    let on_day = Memo::new(move |_| desk.writing.get() != Writing::Results);
    let pressed = move |day: bool| move || (on_day.get() == day).to_string();
    view! {
        <div class="row wrap mode no-print">
            <div class="segments" role="group" aria-label=move || t_string!(texts, monitoring.mode)>
                <button type="button" aria-pressed=pressed(false) on:click=move |_| desk.write_results()>
                    {t!(texts, monitoring.mode_results)}
                </button>
                <button type="button" aria-pressed=pressed(true) on:click=move |_| desk.write_checkpoints(None)>
                    {t!(texts, monitoring.mode_checkpoints)}
                </button>
            </div>
            <Show when=move || on_day.get()>
                <DayField desk />
            </Show>
        </div>
    }
}

#[component]
fn DayField(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    let value = Signal::derive(move || match desk.writing.get() {
        Writing::Results => String::new(),
        Writing::Checkpoints(day) => day.to_string(),
    });
    let refused = RwSignal::new(false);
    let choose = move |day: String| {
        use chrono::Datelike;
        let year = desk.year.get_untracked().map(|year| year.number());
        let day: Option<chrono::NaiveDate> = day.parse().ok();
        let day = day.filter(|day| Some(day.year()) == year);
        refused.set(day.is_none());
        if day.is_some() {
            desk.write_checkpoints(day);
        }
    };
    let problem = Signal::derive(move || {
        let year = desk.year.get().map(|year| year.to_string()).unwrap_or_default();
        if refused.get() { t_string!(texts, monitoring.day_refused, year = year) } else { String::new() }
    });
    let label = Signal::derive(move || t_string!(texts, monitoring.day).to_owned());
    view! { <Input kind=InputKind::Date label value problem on_commit=Callback::new(choose) /> }
}

/// Which keys do what, always in sight.
#[component]
pub fn Hints(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let texts = use_texts();
    let on_day = move || desk.writing.get() != Writing::Results;
    view! {
        <p class="keys soft small no-print">
            <span>
                <kbd>{t!(texts, monitoring.key_enter)}</kbd>
                " "
                <kbd>"↓"</kbd>
                " "
                {t!(texts, monitoring.key_next)}
            </span>
            <span>
                <kbd>"↑"</kbd>
                " "
                {t!(texts, monitoring.key_previous)}
            </span>
            <span>
                <kbd>"Esc"</kbd>
                " "
                {t!(texts, monitoring.key_escape)}
            </span>
            <span>{t!(texts, monitoring.saved)}</span>
            <Show when=on_day>
                <span>{t!(texts, monitoring.checkpoint_hint)}</span>
            </Show>
        </p>
    }
}
