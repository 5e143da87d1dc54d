//! The line of an indicator.

use leptos::prelude::*;

use crate::attainment::{Outcome, Place};
use crate::plan::{IndicatorId, ObjectiveId, Percent, Weight};
use crate::ui::part::{LightMark, Value};
use crate::ui::words::{outcome_words, percent, use_language, use_texts, weight};

use super::here::Here;
use super::lines::Line;
use super::name::Name;

/// An indicator under its objective.
#[component]
pub fn IndicatorLine(
    /// The page.
    here: Here,
    /// Where it stands.
    line: Line,
    /// In which objective.
    objective: ObjectiveId,
    /// Which.
    indicator: IndicatorId,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let found = here.workspace.indicator(objective.clone(), indicator.clone());
    let text = move || found.with(|found| found.as_ref().map(|found| found.description.clone())).unwrap_or_default();
    let code = move || found.with(|found| found.as_ref().map(|found| found.code.clone()));
    let (of, id) = (objective.clone(), indicator.clone());
    let figures = Memo::new(move |_| figures(here, &of, &id));
    let attained = Memo::new(move |_| figures.with(|figures| figures.score));
    let outcome = move || {
        let Figures { outcome, score, .. } = figures.get();
        match outcome? {
            Outcome::Scored => Some(view! { <LightMark value=Signal::stored(score) /> }.into_any()),
            other => Some(view! { <span class="soft small">{outcome_words(other, texts)}</span> }.into_any()),
        }
    };
    view! {
        <tr class="indicator">
            <Name here line level=Signal::derive(move || here.indicator_level(texts)) called=Signal::stored(String::new()) folds=Signal::stored(false)>
                <span class="code">{code}</span>
                " "
                {text}
            </Name>
            <td class="number">{move || weight(figures.with(|figures| figures.weight), language.get())}</td>
            <td class="number">{move || percent(figures.with(|figures| figures.share), language.get())}</td>
            <td class="number">
                <Value value=attained place=Place::Indicator(objective, indicator) />
            </td>
            <td></td>
            <td class="c-light">{outcome}</td>
            <Show when=move || here.editing.get()>
                <td></td>
            </Show>
        </tr>
    }
}

#[derive(Clone, Copy, Default, PartialEq)]
struct Figures {
    outcome: Option<Outcome>,
    score: Option<Percent>,
    weight: Option<Weight>,
    share: Option<Percent>,
}

fn figures(here: Here, objective: &ObjectiveId, indicator: &IndicatorId) -> Figures {
    let attainment = here.workspace.attainment();
    let attainment = attainment.read();
    let found = attainment.as_ref().and_then(|all| {
        let of = all.objective(objective)?;
        let found = of.indicator(indicator)?;
        let share = of.share(found);
        Some(Figures { outcome: Some(found.outcome), score: found.score, weight: found.weight, share })
    });
    found.unwrap_or_default()
}
