//! Fields that take numbers, percentages, days and years. What cannot be read stays as it was typed, with a sentence
//! beside it.

use chrono::NaiveDate;
use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::plan::{Percent, Year};
use crate::state::use_workspace;
use crate::target::{show_date, show_number};
use crate::ui::widget::{Checked, InputKind};
use crate::ui::words::text::*;
use crate::ui::words::{read_day, read_number, use_language, use_texts};

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
        match read_day(&words, year) {
            Some(day) => on_commit.run(Some(day)),
            None if words.trim().is_empty() && may_be_empty => on_commit.run(None),
            None => return false,
        }
        true
    };
    view! {
        <Checked value=shown on_commit=commit otherwise=label!(texts, words.not_a_day) label bare kind=InputKind::Text />
    }
}

/// A number; empty is none.
#[component]
pub fn NumberField(
    /// The number in the plan.
    #[prop(into)]
    value: Signal<Option<Decimal>>,
    /// Takes the number, and says whether it will do.
    #[prop(into)]
    on_commit: Callback<Option<Decimal>, bool>,
    /// What to write instead, where it will not; else that it must be a number.
    #[prop(into, optional)]
    otherwise: Option<Signal<String>>,
    /// What the field is.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the label is only heard.
    #[prop(optional)]
    bare: bool,
    /// The element's id, where the focus goes.
    #[prop(into, optional_no_strip)]
    id: Option<String>,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let shown = Signal::derive(move || value.get().map(|value| show_number(value, language.get())).unwrap_or_default());
    let commit = move |words: String| match read_number(&words, language.get_untracked()) {
        Some(number) => on_commit.run(Some(number)),
        None => words.trim().is_empty() && on_commit.run(None),
    };
    let otherwise = otherwise.unwrap_or_else(|| label!(texts, words.not_a_number));
    view! { <Checked value=shown on_commit=commit otherwise label bare id /> }
}

/// A percentage that may not be left out.
#[component]
pub fn PercentField(
    /// The percentage in the plan.
    #[prop(into)]
    value: Signal<Percent>,
    /// Takes the percentage, and says whether it will do.
    #[prop(into)]
    on_commit: Callback<Percent, bool>,
    /// What to write instead, where it will not; else that it must be a percentage.
    #[prop(into, optional)]
    otherwise: Option<Signal<String>>,
    /// What the field is.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the label is only heard.
    #[prop(optional)]
    bare: bool,
    /// The element's id, where the focus goes.
    #[prop(into, optional_no_strip)]
    id: Option<String>,
) -> impl IntoView {
    let texts = use_texts();
    let number = Signal::derive(move || Some(value.get().value()));
    let commit = move |number: Option<Decimal>| {
        number.and_then(|number| Percent::new(number).ok()).is_some_and(|percent| on_commit.run(percent))
    };
    let otherwise = otherwise.unwrap_or_else(|| label!(texts, words.not_a_percent));
    view! { <NumberField value=number on_commit=commit otherwise label bare id /> }
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
    let otherwise = label!(texts, words.not_a_year);
    view! { <Checked value=shown on_commit=commit otherwise label /> }
}
