//! The plan's own figure: official, measured, and between which bounds it will end.

use leptos::prelude::*;

use crate::attainment::{Figure, Place, Span, band_score};
use crate::state::use_workspace;
use crate::target::show_number;
use crate::ui::part::{LightMark, Why, official_words};
use crate::ui::words::text::*;
use crate::ui::words::{percent, use_language, use_texts};

use super::empty::FirstResult;
use super::lost::missing_is_zero;
use super::scale::BoundsMeter;

/// The card of the plan's figure.
#[component]
pub(super) fn Overall() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let figure = Memo::new(move |_| {
        workspace.attainment().read().as_ref().map(|attainment| attainment.figure().clone()).unwrap_or_default()
    });
    let official = Memo::new(move |_| figure.read().official);
    view! {
        <section class="card overall" aria-labelledby="overall">
            <header>
                <h2 id="overall">{t!(texts, dashboard.overall)}</h2>
                <LightMark value=official />
            </header>
            {move || match figure.get() {
                figure if figure.counts.due == 0 => {
                    view! { <p class="empty">{t!(texts, dashboard.nothing_due_hint)}</p> }.into_any()
                }
                figure => view! { <Standing figure /> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Standing(figure: Figure) -> impl IntoView {
    let texts = use_texts();
    let has_result =
        figure.attained.is_some() || figure.counts.due > figure.counts.awaited.saturating_add(figure.counts.set_aside);
    view! {
        <Headline figure=figure.clone() />
        <BoundsMeter floor=figure.floor ceiling=figure.ceiling />
        <Outlook figure=figure.clone() />
        <Score figure />
        {(!has_result).then(|| view! { <FirstResult /> })}
        <p class="no-print">
            <Why place=Place::Plan label=Signal::derive(move || t_string!(texts, dashboard.why).to_string()) />
        </p>
    }
}

/// The official figure, and what was measured where the two differ.
#[component]
fn Headline(figure: Figure) -> impl IntoView {
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    let Figure { attained, coverage, official, .. } = figure;
    let shown = move || {
        let text = percent(official, language.get());
        let number = text.trim_end_matches('%').trim_end().to_owned();
        let sign = text.ends_with('%').then_some(" %");
        view! { {number} <small>{sign}</small> }
    };
    let measured = move || {
        let (attained, coverage) = (percent(attained, language.get()), percent(coverage, language.get()));
        if figure.official == figure.attained {
            t_string!(texts, dashboard.on_coverage, coverage = coverage)
        } else {
            t_string!(texts, dashboard.measured_apart, attained = attained, coverage = coverage)
        }
    };
    let rule = {
        let figure = figure.clone();
        move || {
            let attainment = workspace.attainment().read();
            let attainment = attainment.as_ref().filter(|_| figure.official != figure.attained)?;
            workspace.read(|plan| official_words(&figure, plan, attainment, texts, language.get())).flatten()
        }
    };
    view! {
        <p class="figure">{shown}</p>
        {attained.is_some().then(|| view! { <p class="strong">{measured}</p> })}
        {move || rule().map(|rule| view! { <p class="soft small">{rule}</p> })}
    }
}

/// Where the figure may still go.
#[component]
fn Outlook(figure: Figure) -> impl IntoView {
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    let is_over = missing_is_zero(workspace);
    let Figure { floor, ceiling, counts, .. } = figure;
    let says = move || {
        let (floor_words, ceiling_words) = (percent(floor, language.get()), percent(ceiling, language.get()));
        if floor == ceiling {
            return t_string!(texts, dashboard.settled).to_string();
        }
        let open = counts.awaited.saturating_add(counts.needs_judgement).saturating_add(counts.not_computable);
        match open {
            many if is_over.get() => {
                let n = many.to_string();
                t_string!(texts, dashboard.outlook_over, floor = floor_words, ceiling = ceiling_words, n = n)
            }
            1 => t_string!(texts, dashboard.outlook_one, floor = floor_words, ceiling = ceiling_words),
            many => {
                t_string!(texts, dashboard.outlook, floor = floor_words, ceiling = ceiling_words, n = many.to_string())
            }
        }
    };
    view! { <p>{says}</p> }
}

/// The body's own score, where it has a scale.
#[component]
fn Score(figure: Figure) -> impl IntoView {
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    let score = move || {
        let official = figure.official?;
        workspace
            .read(|plan| {
                let year = match workspace.span() {
                    Span::Year(year) => year,
                    Span::Period => plan.period.last(),
                };
                band_score(official, &plan.policy, year)
            })
            .flatten()
    };
    move || {
        score().map(|score| {
            let score = show_number(score, language.get());
            view! { <p class="strong">{t_string!(texts, dashboard.band, score = score)}</p> }
        })
    }
}
