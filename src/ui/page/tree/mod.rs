//! *Albero*: goals, the objectives that serve them, their indicators; and the goals' own editing.

mod edits;
mod form;
mod here;
mod indicator;
mod lines;
mod matrix;
mod name;
mod row;
mod table;
mod toolbar;

use leptos::prelude::*;

use crate::attainment::Span;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use here::Here;
use matrix::Matrix;
use table::Table;
use toolbar::Toolbar;

/// The page.
#[component]
pub fn Tree() -> impl IntoView {
    let texts = use_texts();
    let here = Here::new();
    let which = move || match here.workspace.span() {
        Span::Year(year) => t_string!(texts, tree.in_year, year = year.to_string()),
        Span::Period => t_string!(texts, tree.in_period).to_string(),
    };
    view! {
        <header>
            <h1>{t!(texts, tree.title)}</h1>
            <p class="soft">{which}</p>
        </header>
        <Show when=move || !here.is_empty.get() fallback=move || view! { <Empty here /> }>
            <Toolbar here />
            <Show when=move || here.shows_matrix() fallback=move || view! { <Table here /> }>
                <Matrix here />
            </Show>
        </Show>
    }
    .into_any()
}

/// Nothing was written yet: what a tree is for, and the first step.
#[component]
fn Empty(here: Here) -> impl IntoView {
    let texts = use_texts();
    view! {
        <div class="card stack">
            <h2>{t!(texts, tree.empty)}</h2>
            <p>{t!(texts, tree.empty_why)}</p>
            <p class="row wrap">
                <button type="button" class="button" on:click=move |_| edits::add_goal(here, None, None)>
                    {t!(texts, tree.add_first_goal)}
                </button>
                <button type="button" class="button ghost" on:click=move |_| edits::new_objective(here, None)>
                    {t!(texts, tree.new_objective)}
                </button>
            </p>
        </div>
    }
}
