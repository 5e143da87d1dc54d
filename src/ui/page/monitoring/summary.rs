//! The running total, in sight while results come in.

use leptos::prelude::*;

use crate::attainment::{Counts, Figure, Place};
use crate::ui::part::{LightMark, Meter, Value};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, date, percent, use_language, use_texts};

use super::desk::{Desk, Writing};

/// The figure of the plan with what is missing.
#[component]
pub fn Summary(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let figure = desk.figure();
    let take = move |look: fn(&Figure) -> Option<crate::plan::Percent>| Memo::new(move |_| figure.with(look));
    let (attained, coverage) = (take(|figure| figure.attained), take(|figure| figure.coverage));
    let (floor, ceiling) = (take(|figure| figure.floor), take(|figure| figure.ceiling));
    let counts = Memo::new(move |_| figure.with(|figure| figure.counts));
    let official = take(|figure| figure.official);
    // The official figure leads, as it does on every page.
    let leading = Memo::new(move |_| official.get().or(attained.get()));
    let apart = move || {
        let apart = attained.get().filter(|_| leading.get() != attained.get());
        apart.map(|value| t_string!(texts, working.measured, value = percent(Some(value), language.get())))
    };
    view! {
        <section class="total" aria-label=move || t_string!(texts, monitoring.total)>
            <p class="main">
                <span class="soft small">{t!(texts, monitoring.of_plan)}</span>
                <b>
                    <Value value=leading place=Place::Plan year=desk.explained_year() />
                </b>
                <LightMark value=official />
                {move || apart().map(|value| view! { <span class="soft small">{value}</span> })}
            </p>
            <p class="bar-of-plan">
                <Meter earned=floor ceiling=ceiling tall=true />
            </p>
            <p>
                {move || t_string!(texts, monitoring.coverage, percent = percent(coverage.get(), language.get()))}
            </p>
            <p class="counts" role="status">
                <b>{move || measured(counts.get(), texts)}</b>
                <span class="soft small">{move || rest(counts.get(), texts)}</span>
                <Taken desk />
            </p>
        </section>
    }
}

/// How many of the rows listed were read on the day.
#[component]
fn Taken(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    let taken = Memo::new(move |_| {
        let Writing::Checkpoints(day) = desk.writing.get() else { return None };
        let rows = desk.rows.read();
        let taken = desk.workspace.read(|plan| {
            let is_taken = |cell: &crate::plan::Cell| {
                cell.checkpoints.iter().any(|taken| taken.date == day && !taken.words.is_empty())
            };
            rows.iter().filter(|place| place.cell(plan).is_some_and(is_taken)).count()
        });
        Some((taken.unwrap_or_default(), rows.len(), day))
    });
    move || {
        taken.get().map(|(taken, of, day)| {
            view! { <span>{t_string!(texts, monitoring.taken, n = taken, of = of, day = date(Some(day)))}</span> }
        })
    }
}

fn measured(counts: Counts, texts: Texts) -> String {
    t_string!(texts, monitoring.measured, n = counts.scored, of = counts.due.saturating_sub(counts.set_aside))
}

/// What the others are waiting for; what there is none of is left out.
fn rest(counts: Counts, texts: Texts) -> String {
    let mut told = Vec::new();
    let mut tell = |n: u32, words: String| {
        if n > 0 {
            told.push(words);
        }
    };
    tell(counts.overdue, t_string!(texts, monitoring.count_overdue, n = counts.overdue));
    let awaited = counts.awaited.saturating_sub(counts.overdue);
    tell(awaited, t_string!(texts, monitoring.count_awaited, n = awaited));
    tell(counts.needs_judgement, t_string!(texts, monitoring.count_to_judge, n = counts.needs_judgement));
    tell(counts.not_computable, t_string!(texts, monitoring.count_not_computable, n = counts.not_computable));
    tell(counts.set_aside, t_string!(texts, monitoring.count_set_aside, n = counts.set_aside));
    told.join(" · ")
}
