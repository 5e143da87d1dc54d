//! The smaller cells of an indicator's row.

use leptos::prelude::*;

use crate::attainment::{IndicatorFigure, Outcome, Place};
use crate::plan::{Baseline, CellField, IndicatorField, Percent, Weight, Year};
use crate::target::show_date;
use crate::ui::part::{DayField, LightMark, NumberField, ResultReading, Value};
use crate::ui::widget::Words;
use crate::ui::words::text::*;
use crate::ui::words::{obstacle_words, outcome_words, percent, use_language, use_texts};

use super::here::{CellAt, Row};
use super::phrase::{ResultWords, TargetWords};

/// What came of an indicator, and its share of the objective.
#[derive(Clone, Copy, PartialEq)]
pub struct Came {
    figure: IndicatorFigure,
    share: Option<Percent>,
}

/// Follows what came of an indicator.
pub fn came(row: Row) -> Memo<Option<Came>> {
    let attainment = row.here.workspace.attainment();
    Memo::new(move |_| {
        let attainment = attainment.read();
        let objective = attainment.as_ref()?.objective(&row.here.id())?;
        let figure = *objective.indicator(&row.id())?;
        Some(Came { figure, share: objective.share(&figure) })
    })
}

/// The attainment with its light; else what it waits for.
#[component]
pub fn Attained(
    /// The indicator.
    row: Row,
) -> impl IntoView {
    let came = came(row);
    let score = Signal::derive(move || came.get().and_then(|came| came.figure.score));
    let outcome = Signal::derive(move || came.get().map(|came| came.figure.outcome));
    view! { <Score score outcome place=Place::Indicator(row.here.id(), row.id()) /> }
}

/// A score with its light; else the outcome in words.
#[component]
pub fn Score(
    /// The score.
    #[prop(into)]
    score: Signal<Option<Percent>>,
    /// What came of it.
    #[prop(into)]
    outcome: Signal<Option<Outcome>>,
    /// Whose working to show.
    place: Place,
) -> impl IntoView {
    let texts = use_texts();
    let place = StoredValue::new(place);
    let waiting = move || {
        let outcome = outcome.get().filter(|outcome| *outcome != Outcome::Scored)?;
        let class = match outcome {
            Outcome::Awaited { overdue: true } | Outcome::NotComputable(_) => "light waiting late",
            Outcome::NotDue | Outcome::SetAside(_) => "soft small",
            _ => "light waiting",
        };
        let why = match outcome {
            Outcome::NotComputable(obstacle) => Some(obstacle_words(obstacle, texts)),
            _ => None,
        };
        Some(view! {
            <span class=class>{outcome_words(outcome, texts)}</span>
            {why.map(|why| view! { <span class="why-not">{why}</span> })}
        })
    };
    view! {
        <Show when=move || score.read().is_some()>
            <span class="strong"><Value value=score place=place.get_value() /></span>
            <LightMark value=score />
        </Show>
        {waiting}
    }
}

/// The weight over the period as written, and the share of the year it comes to.
#[component]
pub fn Weighs(
    /// The indicator.
    row: Row,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let came = came(row);
    let written = Signal::derive(move || row.read(|indicator| indicator.weight.map(Weight::value)).flatten());
    let commit = move |number: Option<rust_decimal::Decimal>| match number.map(Weight::new).transpose() {
        Ok(weight) => {
            row.set(IndicatorField::Weight(weight));
            true
        }
        Err(_) => false,
    };
    let share = move || came.get().and_then(|came| came.share).map(|share| percent(Some(share), language.get()));
    view! {
        <NumberField bare=true label=label!(texts, sheet.weight) value=written on_commit=Callback::new(commit) />
        {move || share().map(|share| {
            view! { <span class="share" title=t_string!(texts, sheet.share_in_year)>{share}</span> }
        })}
    }
}

/// The deadline of the year, and below it those of other years.
#[component]
pub fn Due(
    /// Which.
    cell: CellAt,
) -> impl IntoView {
    let texts = use_texts();
    let value = Signal::derive(move || cell.read(|cell| cell.due).flatten());
    let year = Signal::derive(move || cell.year());
    let others = move || {
        let year = cell.year();
        let days = cell.read_all(|cells| {
            let other = cells.iter().filter(|(at, _)| Some(**at) != year);
            other.filter_map(|(_, cell)| cell.due).map(show_date).collect::<Vec<_>>()
        });
        days.unwrap_or_default().into_iter().map(|day| view! { <span class="aside">{day}</span> }).collect_view()
    };
    view! {
        <DayField
            bare=true
            label=label!(texts, sheet.due)
            value
            year
            on_commit=Callback::new(move |day| cell.set(CellField::Due(day)))
        />
        {others}
    }
}

/// Where the indicator started.
#[component]
pub fn BaselineWords(
    /// The indicator.
    row: Row,
    /// Whether the label is seen.
    #[prop(default = true)]
    bare: bool,
) -> impl IntoView {
    let texts = use_texts();
    let value = Signal::derive(move || {
        row.read(|indicator| indicator.baseline.as_ref().map(|found| found.words.words().to_owned()))
            .flatten()
            .unwrap_or_default()
    });
    let read = Memo::new(move |_| {
        let year = row.here.workspace.year().map_or(2000, Year::number);
        row.read(|indicator| {
            let words = &indicator.baseline.as_ref()?.words;
            (!words.is_empty()).then(|| words.read(year).into_owned())
        })
        .flatten()
    });
    let year = move || row.read(|indicator| indicator.baseline.as_ref().and_then(|found| found.year)).flatten();
    let commit = move |words: String| {
        let year = row.peek(|indicator| indicator.baseline.as_ref().and_then(|found| found.year)).flatten();
        let empty = words.trim().is_empty() && year.is_none();
        row.set(IndicatorField::Baseline((!empty).then(|| Baseline { words: words.into(), year })));
    };
    view! {
        <Words bare label=label!(texts, sheet.baseline) value on_commit=Callback::new(commit) />
        <ResultReading read unread=label!(texts, sheet.baseline_unread) />
        {move || (bare).then(year).flatten().map(|year| view! { <span class="aside">{year.to_string()}</span> })}
    }
}

/// One year among all: its deadline, its target and its result.
#[component]
pub fn WholeYear(
    /// Which.
    cell: CellAt,
) -> impl IntoView {
    let texts = use_texts();
    let due = move || cell.read(|cell| cell.due).flatten().map(show_date);
    let promised = Memo::new(move |_| cell.read(|cell| !cell.target.is_empty() || cell.due.is_none()).unwrap_or(true));
    view! {
        {move || due().map(|day| view! { <span class="aside">{t!(texts, sheet.due)} " " {day}</span> })}
        <Show when=move || promised.get()>
            <TargetWords cell bare=true />
        </Show>
        <div class="result">
            <span class="aside" aria-hidden="true">{t!(texts, sheet.result)}</span>
            <ResultWords cell bare=true />
        </div>
    }
}
