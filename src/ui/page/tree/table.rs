//! The tree as a table.

use leptos::prelude::*;

use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::here::Here;
use super::indicator::IndicatorLine;
use super::lines::{Line, What};
use super::row::{GoalLine, NoGoalLine, ObjectiveLine};

/// The lines in sight.
#[component]
pub fn Table(
    /// The page.
    here: Here,
) -> impl IntoView {
    let texts = use_texts();
    let any = Memo::new(move |_| !here.lines().is_empty());
    view! {
        <Show when=move || any.get() fallback=move || view! { <NotFound here /> }>
            <table class="tree" aria-label=move || t_string!(texts, tree.title)>
                <thead>
                    <tr>
                        <th scope="col">{t!(texts, tree.what)}</th>
                        <th scope="col" class="number c-weight">{t!(texts, tree.weight)}</th>
                        <th scope="col" class="number c-share">{t!(texts, tree.share)}</th>
                        <th scope="col" class="number c-attained">{t!(texts, tree.attained)}</th>
                        <th scope="col" class="number c-coverage">{t!(texts, tree.coverage)}</th>
                        <th scope="col" class="c-light">{t!(texts, tree.standing)}</th>
                        <Show when=move || here.editing.get()>
                            <th scope="col" class="c-tools">{t!(texts, tree.tools)}</th>
                        </Show>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || here.lines() key=Clone::clone let:line>
                        <OneLine here line />
                    </For>
                </tbody>
            </table>
            <More here />
        </Show>
    }
}

#[component]
fn OneLine(here: Here, line: Line) -> impl IntoView {
    match line.what.clone() {
        What::Goal(goal) => view! { <GoalLine here line goal /> }.into_any(),
        What::NoGoal => view! { <NoGoalLine here line /> }.into_any(),
        What::Objective(objective) => view! { <ObjectiveLine here line objective /> }.into_any(),
        What::Indicator(objective, indicator) => view! { <IndicatorLine here line objective indicator /> }.into_any(),
    }
}

#[component]
fn NotFound(here: Here) -> impl IntoView {
    let texts = use_texts();
    view! {
        <div class="card empty stack">
            <p>{t!(texts, tree.not_found)}</p>
            <p>
                <button type="button" class="button ghost" on:click=move |_| here.text.set(String::new())>
                    {t!(texts, tree.clear)}
                </button>
            </p>
        </div>
    }
}

#[component]
fn More(here: Here) -> impl IntoView {
    let texts = use_texts();
    let hidden = Memo::new(move |_| here.hidden());
    view! {
        <Show when=move || hidden.get() != 0>
            <p class="more">
                <button type="button" class="button ghost" on:click=move |_| here.show_more()>
                    {move || t_string!(texts, tree.more, n = hidden.get())}
                </button>
            </p>
        </Show>
    }
}
