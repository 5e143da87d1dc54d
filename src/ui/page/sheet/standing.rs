//! How far the objective has come, in the year and over the whole period, never without what is missing.

use leptos::prelude::*;

use crate::attainment::{Figure, Place, Span, score_objective};
use crate::plan::{ObjectiveField, Weight};
use crate::ui::part::{LightMark, Locked, NumberField, Value};
use crate::ui::words::text::*;
use crate::ui::words::{percent, use_language, use_texts};

use super::here::Here;

/// The figure on the right of the head.
#[component]
pub fn Progress(
    /// The sheet.
    here: Here,
) -> impl IntoView {
    let texts = use_texts();
    let figure = figure(here);
    let attained = Signal::derive(move || figure.with(|figure| figure.attained));
    let official = Signal::derive(move || figure.with(|figure| figure.official));
    let span = move || match here.workspace.span() {
        Span::Year(year) => t_string!(texts, sheet.in_year, year = year.to_string()),
        Span::Period => t_string!(texts, sheet.in_period).to_string(),
    };
    view! {
        <div class="progress">
            <p class="main">
                <span class="soft">{span}</span>
                <span class="big">
                    <Value value=attained place=Place::Objective(here.id()) />
                </span>
                <LightMark value=official beside=attained />
            </p>
            <p class="soft small">
                <Missing figure />
            </p>
            <div class="row weights">
                <YearWeight here />
                <Other here />
            </div>
        </div>
    }
}

fn figure(here: Here) -> Memo<Figure> {
    let attainment = here.workspace.attainment();
    Memo::new(move |_| {
        let attainment = attainment.read();
        let found = attainment.as_ref().and_then(|all| all.objective(&here.id()));
        found.map(|found| found.figure.clone()).unwrap_or_default()
    })
}

/// Coverage and bounds in words.
#[component]
fn Missing(figure: Memo<Figure>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    move || {
        let show = |value| percent(value, language.get());
        figure.with(|figure| match (figure.coverage, figure.counts.due) {
            (_, 0) => t_string!(texts, sheet.nothing_due).to_string(),
            (None, _) => t_string!(texts, sheet.nothing_counts).to_string(),
            (Some(coverage), _) if coverage == crate::plan::Percent::HUNDRED => {
                t_string!(texts, sheet.all_measured).to_string()
            }
            (Some(coverage), _) if coverage == crate::plan::Percent::ZERO => {
                t_string!(texts, sheet.nothing_measured, floor = show(figure.floor), ceiling = show(figure.ceiling))
            }
            (Some(coverage), _) => t_string!(
                texts,
                sheet.measured_part,
                coverage = show(Some(coverage)),
                floor = show(figure.floor),
                ceiling = show(figure.ceiling)
            ),
        })
    }
}

/// What the objective weighs in the plan in the year, as written, and the share it comes to.
#[component]
fn YearWeight(here: Here) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let attainment = here.workspace.attainment();
    let share = Memo::new(move |_| attainment.read().as_ref().and_then(|all| all.share(&here.id())));
    let year = Memo::new(move |_| here.workspace.year());
    let written = Signal::derive(move || {
        let year = year.get()?;
        here.read(|objective| objective.weights.get(&year).map(|weight| weight.value())).flatten()
    });
    let commit = move |number: Option<rust_decimal::Decimal>| {
        let (Some(year), Ok(weight)) = (year.get_untracked(), number.map(Weight::new).transpose()) else {
            return false;
        };
        let Some(mut weights) = here.peek(|objective| objective.weights.clone()) else { return false };
        match weight {
            Some(weight) => drop(weights.insert(year, weight)),
            None => drop(weights.remove(&year)),
        }
        here.set(ObjectiveField::Weights(weights));
        true
    };
    let label = Signal::derive(move || {
        let year = year.get().map(|year| year.to_string()).unwrap_or_default();
        t_string!(texts, sheet.weight_in_year, year = year)
    });
    view! {
        <span class="soft small" aria-hidden="true">{label}</span>
        <span class="weight quiet">
            <Locked when=here.is_copy()>
                <NumberField bare=true label value=written on_commit=Callback::new(commit) />
            </Locked>
        </span>
        <span class="soft small">
            {move || t_string!(texts, sheet.share_of_plan, share = percent(share.get(), language.get()))}
        </span>
    }
}

/// The same objective over the other span, a step away: the whole period from a year, the year at hand from the period.
#[component]
fn Other(here: Here) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let workspace = here.workspace;
    let other = move || match workspace.span() {
        Span::Year(_) => Some(Span::Period),
        Span::Period => workspace.year().map(Span::Year),
    };
    let policy = Memo::new(move |_| workspace.read(|plan| (plan.period, plan.policy.clone())));
    let attained = Memo::new(move |_| {
        let (span, policy, objective) = (other()?, policy.get()?, here.found().get()?);
        score_objective(&objective, policy.0, &policy.1, span, workspace.today()).figure.attained
    });
    let words = move || {
        let value = percent(attained.get(), language.get());
        match other() {
            Some(Span::Year(year)) => t_string!(texts, sheet.other_year, year = year.to_string(), value = value),
            _ => t_string!(texts, sheet.other_period, value = value),
        }
    };
    view! {
        <a class="small" href=move || other().map(|span| workspace.address_in(span))>
            {words}
        </a>
    }
}
