//! A row of the list.

use leptos::prelude::*;

use crate::attainment::{CellScore, Outcome, Place};
use crate::plan::{CellField, Forecast};
use crate::report::CellPlace;
use crate::state::Page;
use crate::ui::part::{LightMark, Locked, TargetReading, Value};
use crate::ui::widget::{Choice, Draft, Select};
use crate::ui::words::text::*;
use crate::ui::words::{date, outcome_words, percent, use_language, use_texts};

use super::desk::{Desk, Writing};
use super::entry::Entry;
use super::row::Row;

/// One cell of the year; nothing once its indicator was removed.
#[component]
pub fn RowView(
    /// The page.
    desk: Desk,
    /// Which cell.
    place: CellPlace,
) -> impl IntoView {
    let row = Row::at(desk, place);
    let there = Memo::new(move |_| row.is_there());
    let draft = Draft::new(Signal::derive(move || row.words()), Callback::new(move |words| row.write(words)));
    let score = Memo::new(move |_| row.score(&draft.shown()));
    let due = Memo::new(move |_| date(score.read().as_ref().and_then(|score| score.awaited_by)));
    let offices = Memo::new(move |_| row.offices());
    view! {
        <Show when=move || there.get()>
            <tr>
                <Naming row />
                <td class="c-office small">{offices}</td>
                <td class="c-due small">{due}</td>
                <td class="c-target">
                    <Promise row />
                </td>
                <td class="c-result">
                    <Entry row draft score />
                </td>
                <td class="c-attained number">
                    <Attained row score />
                </td>
                <td class="c-outcome">
                    <Standing row score />
                </td>
            </tr>
        </Show>
    }
}

/// Its code, which leads to the sheet, what is measured and how.
#[component]
fn Naming(row: Row) -> impl IntoView {
    let texts = use_texts();
    let code = Memo::new(move |_| row.code());
    let text = Memo::new(move |_| {
        let words = row.read(|indicator, part| {
            let part = part.map(|part| part.description.as_str()).unwrap_or_default();
            let kpi = indicator.kpi.words();
            // Where the KPI is the promise of the year it stands in the column of targets.
            let told = kpi.trim() == indicator.description.trim()
                || indicator.promise(row.place().year).is_some_and(|promise| promise.words() == kpi);
            let kpi = if told { "" } else { kpi };
            [indicator.description.as_str(), part, kpi].map(|words| words.trim().to_owned())
        });
        words.unwrap_or_default()
    });
    let line = move |at: usize| text.with(|text| text.get(at).cloned()).unwrap_or_default();
    let sheet = move || row.desk.workspace.address_of(Page::Sheet(row.place().objective));
    view! {
        <th scope="row" class="c-code">
            <a href=sheet title=move || t_string!(texts, monitoring.open_sheet)>
                {code}
            </a>
        </th>
        <td class="c-what">
            <p>{move || line(0)}</p>
            <Show when=move || !line(1).is_empty()>
                <p>{move || line(1)}</p>
            </Show>
            <Show when=move || !line(2).is_empty()>
                <p class="soft small">{t!(texts, monitoring.kpi)} " " {move || line(2)}</p>
            </Show>
        </td>
    }
}

/// What was promised: words, and how they are read.
#[component]
fn Promise(row: Row) -> impl IntoView {
    let texts = use_texts();
    let promise = Memo::new(move |_| row.promise());
    let read = Memo::new(move |_| promise.with(|(_, read)| read.clone()));
    let words = move || promise.with(|(words, _)| words.clone());
    view! {
        <Show when=move || !words().is_empty() fallback=move || view! { <span class="soft small">{t!(texts, monitoring.by_then)}</span> }>
            <p>{words}</p>
        </Show>
        <TargetReading read />
    }
}

/// What it scores, with its working.
#[component]
fn Attained(row: Row, score: Memo<Option<CellScore>>) -> impl IntoView {
    let language = use_language();
    let value = Memo::new(move |_| score.read().as_ref().and_then(|score| score.score));
    let place = row.place();
    // A checkpoint counts nowhere, so that it has no working to open.
    let explained = Memo::new(move |_| row.desk.writing.get() == Writing::Results);
    view! {
        <Show when=move || explained.get() fallback=move || percent(value.get(), language.get())>
            <Value
                value
                place=Place::Indicator(place.objective.clone(), place.indicator.clone())
                year=row.desk.explained_year()
            />
        </Show>
    }
}

/// What came of it; on a checkpoint, what is expected at year end.
#[component]
fn Standing(row: Row, score: Memo<Option<CellScore>>) -> impl IntoView {
    let texts = use_texts();
    let outcome = Memo::new(move |_| score.read().as_ref().map(|score| (score.outcome, score.score)));
    let told = move || {
        let (outcome, score) = outcome.get()?;
        let class = match outcome {
            Outcome::Scored => return Some(view! { <LightMark value=Signal::stored(score) /> }.into_any()),
            Outcome::Awaited { overdue: true } => "light waiting late",
            Outcome::NeedsJudgement | Outcome::NotComputable(_) => "light amber",
            Outcome::Awaited { overdue: false } | Outcome::NotDue | Outcome::SetAside(_) => "light waiting",
        };
        Some(view! { <span class=class>{outcome_words(outcome, texts)}</span> }.into_any())
    };
    let day = Memo::new(move |_| match row.desk.writing.get() {
        Writing::Results => None,
        Writing::Checkpoints(day) => Some(day),
    });
    move || match day.get() {
        None => told.into_any(),
        Some(day) => view! { <ForecastPick row day /> }.into_any(),
    }
}

#[component]
fn ForecastPick(row: Row, day: chrono::NaiveDate) -> impl IntoView {
    let texts = use_texts();
    let value = Signal::derive(move || {
        let forecast = row.checkpoint(day).and_then(|taken| taken.forecast);
        forecast
            .map_or("", |forecast| NAMES.into_iter().find(|(known, _)| *known == forecast).map_or("", |(_, name)| name))
            .to_owned()
    });
    let choices = Signal::derive(move || {
        vec![
            Choice::new("", t_string!(texts, monitoring.forecast_none)),
            Choice::new("reachable", t_string!(texts, monitoring.forecast_reachable)),
            Choice::new("at-risk", t_string!(texts, monitoring.forecast_at_risk)),
            Choice::new("unreachable", t_string!(texts, monitoring.forecast_unreachable)),
        ]
    });
    let choose = move |name: String| {
        row.foresee(day, NAMES.into_iter().find(|(_, known)| *known == name).map(|(forecast, _)| forecast));
    };
    let label = Signal::derive(move || t_string!(texts, monitoring.forecast_of, code = row.code()));
    let locked = Memo::new(move |_| {
        let edit = row.place().edit(CellField::Checkpoints(Vec::new()));
        !row.desk.workspace.may(&edit)
    });
    view! {
        <Locked when=locked>
            <Select bare=true label value choices on_choose=Callback::new(choose) />
        </Locked>
    }
}

const NAMES: [(Forecast, &str); 3] =
    [(Forecast::Reachable, "reachable"), (Forecast::AtRisk, "at-risk"), (Forecast::Unreachable, "unreachable")];
