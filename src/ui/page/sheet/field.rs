//! Fields that take numbers, days and years. What cannot be read stays as it was typed, with a sentence beside it.

use chrono::NaiveDate;
use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::plan::Year;
use crate::state::use_workspace;
use crate::target::{Target, parse_target, show_date, show_number};
use crate::ui::widget::{Input, InputKind};
use crate::ui::words::text::*;
use crate::ui::words::{read_number, use_language, use_texts};

use super::here::label;

/// A field whose words must say something.
#[component]
pub fn Checked(
    /// What stands in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what was typed, and says whether it could be read.
    #[prop(into)]
    on_commit: Callback<String, bool>,
    /// What to write instead, where it could not.
    #[prop(into)]
    otherwise: Signal<String>,
    /// What the field is.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the label is only heard.
    #[prop(optional)]
    bare: bool,
    /// What to type.
    #[prop(default = InputKind::Text)]
    kind: InputKind,
) -> impl IntoView {
    // What was refused, with the value it was typed over: once that changes by other means, the refusal is history.
    let refused = RwSignal::new(None::<(String, String)>);
    let typed = Memo::new(move |_| {
        let value = value.get();
        refused.with(|refused| refused.as_ref().filter(|(over, _)| *over == value).map(|(_, typed)| typed.clone()))
    });
    let shown = Signal::derive(move || typed.get().unwrap_or_else(|| value.get()));
    let problem = Signal::derive(move || if typed.read().is_some() { otherwise.get() } else { String::new() });
    let commit = move |words: String| {
        let taken = words == value.get_untracked() || on_commit.run(words.clone());
        refused.set((!taken).then(|| (value.get_untracked(), words)));
    };
    view! { <Input value=shown on_commit=Callback::new(commit) label problem kind bare /> }
}

/// A day, written as people write days; empty is none.
#[component]
pub fn DayField(
    /// The day in the plan.
    #[prop(into)]
    value: Signal<Option<NaiveDate>>,
    /// Receives the day.
    #[prop(into)]
    on_commit: Callback<Option<NaiveDate>>,
    /// What the field is.
    #[prop(into)]
    label: Signal<String>,
    /// Completes a day without a year; none: this year.
    #[prop(into, optional)]
    year: Signal<Option<Year>>,
    /// Whether the label is only heard.
    #[prop(optional)]
    bare: bool,
    /// Whether the day may be left out.
    #[prop(default = true)]
    may_be_empty: bool,
) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let shown = Signal::derive(move || value.get().map(show_date).unwrap_or_default());
    let commit = move |words: String| {
        let year = year.get_untracked().map_or_else(|| chrono::Datelike::year(&workspace.today()), Year::number);
        match day(&words, year) {
            Some(day) => on_commit.run(Some(day)),
            None if words.trim().is_empty() && may_be_empty => on_commit.run(None),
            None => return false,
        }
        true
    };
    view! {
        <Checked value=shown on_commit=Callback::new(commit) otherwise=label!(texts, sheet.not_a_day) label bare />
    }
}

/// A number; empty is none.
#[component]
pub fn NumberField(
    /// The number in the plan.
    #[prop(into)]
    value: Signal<Option<Decimal>>,
    /// Receives the number, and says whether it will do.
    #[prop(into)]
    on_commit: Callback<Option<Decimal>, bool>,
    /// What the field is.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the label is only heard.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let shown = Signal::derive(move || value.get().map(|value| show_number(value, language.get())).unwrap_or_default());
    let commit = move |words: String| match read_number(&words, language.get_untracked()) {
        Some(number) => on_commit.run(Some(number)),
        None => words.trim().is_empty() && on_commit.run(None),
    };
    let otherwise = label!(texts, sheet.not_a_number);
    view! { <Checked value=shown on_commit=Callback::new(commit) otherwise label bare kind=InputKind::Number /> }
}

/// A year; empty is none.
#[component]
pub fn YearField(
    /// The year in the plan.
    #[prop(into)]
    value: Signal<Option<Year>>,
    /// Receives the year.
    #[prop(into)]
    on_commit: Callback<Option<Year>>,
    /// What the field is.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let texts = use_texts();
    let shown = Signal::derive(move || value.get().map(|year| year.to_string()).unwrap_or_default());
    let commit = move |words: String| match words.trim() {
        "" => {
            on_commit.run(None);
            true
        }
        words => match words.parse().ok().and_then(|year| Year::new(year).ok()) {
            Some(year) => {
                on_commit.run(Some(year));
                true
            }
            None => false,
        },
    };
    let otherwise = label!(texts, sheet.not_a_year);
    view! { <Checked value=shown on_commit=Callback::new(commit) otherwise label kind=InputKind::Number /> }
}

/// Reads a day as people write it, alone or after `entro il`.
pub fn day(words: &str, year: i32) -> Option<NaiveDate> {
    match parse_target(words, year).reading {
        Target::By { date } => Some(date),
        _ => None,
    }
}
