//! The first cell of a line: how far in it stands, the button that folds it, what it is and what it is called.

use leptos::prelude::*;

use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::here::Here;
use super::lines::Line;

/// Levels drawn further and further in; deeper ones stand as far as the last.
const DEEPEST: usize = 6;

/// The cell.
#[component]
pub fn Name(
    /// The page.
    here: Here,
    /// Which line.
    line: Line,
    /// What the body calls its level.
    #[prop(into)]
    level: Signal<String>,
    /// What it is called, for the button that folds it.
    #[prop(into)]
    called: Signal<String>,
    /// Whether anything stands below it.
    #[prop(into)]
    folds: Signal<bool>,
    /// What it is called.
    children: Children,
) -> impl IntoView {
    let class = format!("name in-{}", line.depth.min(DEEPEST));
    view! {
        <th scope="row">
            <div class=class>
                <Show when=move || folds.get() fallback=|| view! { <span class="no-fold" aria-hidden="true"></span> }>
                    <Fold here line=line.clone() called />
                </Show>
                <div class="words">
                    <span class="level">{level}</span>
                    {children()}
                </div>
            </div>
        </th>
    }
}

#[component]
fn Fold(here: Here, line: Line, called: Signal<String>) -> impl IntoView {
    let texts = use_texts();
    let line = StoredValue::new(line);
    let open = Memo::new(move |_| line.with_value(|line| here.is_open(line)));
    let label = move || t_string!(texts, tree.below_of, name = called.get());
    view! {
        <button
            type="button"
            class="fold"
            aria-expanded=move || open.get().to_string()
            aria-label=label
            on:click=move |_| line.with_value(|line| here.fold(line, !open.get_untracked()))
        >
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
                <path d="M5.5 3 10.5 8 5.5 13" fill="none" stroke="currentColor" stroke-width="1.8" />
            </svg>
        </button>
    }
}
