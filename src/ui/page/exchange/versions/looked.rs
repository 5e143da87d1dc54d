//! One version, looked at: its figures beside those of now, what differs, and the way back to it.

use leptos::prelude::*;

use crate::attainment::{Attainment, Figure};
use crate::merge::difference;
use crate::plan::Plan;
use crate::state::{Looked, Versions, use_workspace};
use crate::ui::widget::focus_soon;
use crate::ui::words::text::*;
use crate::ui::words::{percent, storage_words, use_language, use_texts};

use super::compared::Compared;
use super::moment;

const HEADING: &str = "version-looked-at";

/// The version that was chosen, or what to do while none is.
#[component]
pub(super) fn LookedAt(past: Versions) -> impl IntoView {
    let texts = use_texts();
    let looked = Memo::new(move |_| past.looked());
    move || match looked.get() {
        None => view! { <p class="empty looked">{t!(texts, versions.choose)}</p> }.into_any(),
        Some(Looked { version, plan: Ok(plan) }) => view! { <Then past when=moment(version.at) plan /> }.into_any(),
        Some(Looked { plan: Err(error), .. }) => {
            let words = storage_words(&error, texts);
            view! { <p class="note looked" role="alert">{words}</p> }.into_any()
        }
    }
}

#[component]
fn Then(past: Versions, when: String, plan: Plan) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let plan = StoredValue::new(plan);
    let differences = Memo::new(move |_| {
        plan.with_value(|plan| workspace.read(|now| if now == plan { 0 } else { difference(now, plan).len() }))
    });
    let is_same = Memo::new(move |_| differences.get().is_none_or(|count| count == 0));
    let (heading, told) = (when.clone(), when);
    let take_back = move |_| {
        plan.with_value(|plan| workspace.take_back(plan, told.clone()));
        focus_soon([HEADING.to_owned()]);
    };
    let count = move || match differences.get().unwrap_or_default() {
        0 => t_string!(texts, versions.same).to_string(),
        1 => t_string!(texts, versions.one_difference).to_string(),
        n => t_string!(texts, versions.differences, n = n.to_string()),
    };
    focus_soon([HEADING.to_owned()]);
    view! {
        <section class="looked stack" aria-labelledby=HEADING>
            <h3 id=HEADING tabindex="-1">
                {move || t_string!(texts, versions.as_it_was, when = heading.clone())}
            </h3>
            <p class="row wrap no-print">
                <button type="button" class="button" disabled=move || is_same.get() on:click=take_back>
                    {t!(texts, versions.take_back)}
                </button>
                <button
                    type="button"
                    class="button ghost"
                    on:click=move |_| {
                        past.look_away();
                        focus_soon(["versions".to_owned()]);
                    }
                >
                    {t!(texts, versions.close)}
                </button>
                <span class="soft small">{t!(texts, versions.take_back_hint)}</span>
            </p>
            <Figures plan />
            <p role="status">{count}</p>
            <Show when=move || !is_same.get()>
                <Compared plan />
            </Show>
        </section>
    }
}

/// The figures of then beside those of now, in the year of the page.
#[component]
fn Figures(plan: StoredValue<Plan>) -> impl IntoView {
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    let now = Memo::new(move |_| workspace.read(|plan| (plan.objectives.len(), plan.indicator_count())));
    let now_figure = Memo::new(move |_| {
        workspace.attainment().read().as_ref().map(|attainment| attainment.figure().clone()).unwrap_or_default()
    });
    let then = plan.with_value(|plan| (plan.objectives.len(), plan.indicator_count()));
    let then_figure = Memo::new(move |_| {
        plan.with_value(|plan| Attainment::of(plan, workspace.span(), workspace.today()).figure().clone())
    });
    let shown = move |of: fn(&Figure) -> Option<crate::plan::Percent>, figure: Memo<Figure>| {
        move || percent(of(&figure.read()), language.get())
    };
    let bounds = move |figure: Memo<Figure>| {
        move || {
            let figure = figure.read();
            format!("{} – {}", percent(figure.floor, language.get()), percent(figure.ceiling, language.get()))
        }
    };
    let official = |figure: &Figure| figure.official;
    let coverage = |figure: &Figure| figure.coverage;
    view! {
        <table class="then-now" aria-label=move || t_string!(texts, versions.figures)>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col" class="number">{t!(texts, versions.then)}</th>
                    <th scope="col" class="number">{t!(texts, versions.now)}</th>
                </tr>
            </thead>
            <tbody>
                <tr>
                    <th scope="row">{t!(texts, versions.official)}</th>
                    <td class="number strong">{shown(official, then_figure)}</td>
                    <td class="number strong">{shown(official, now_figure)}</td>
                </tr>
                <tr>
                    <th scope="row">{t!(texts, versions.coverage)}</th>
                    <td class="number">{shown(coverage, then_figure)}</td>
                    <td class="number">{shown(coverage, now_figure)}</td>
                </tr>
                <tr>
                    <th scope="row">{t!(texts, versions.bounds)}</th>
                    <td class="number">{bounds(then_figure)}</td>
                    <td class="number">{bounds(now_figure)}</td>
                </tr>
                <tr>
                    <th scope="row">{t!(texts, versions.objectives)}</th>
                    <td class="number">{then.0}</td>
                    <td class="number">{move || now.get().map(|now| now.0)}</td>
                </tr>
                <tr>
                    <th scope="row">{t!(texts, versions.indicators)}</th>
                    <td class="number">{then.1}</td>
                    <td class="number">{move || now.get().map(|now| now.1)}</td>
                </tr>
            </tbody>
        </table>
    }
}
