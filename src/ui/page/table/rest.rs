//! What stands beside the tables: facts of objectives, and what has no place.

use leptos::prelude::*;

use crate::state::table::TableImport;
use crate::ui::part::{Cut, More};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::cell::mark;
use super::labels::{destination_label, why_label};

/// Facts of objectives, folded where there are many.
#[component]
pub fn Facts(import: TableImport) -> impl IntoView {
    let texts = use_texts();
    let facts = Memo::new(move |_| import.facts());
    let title = move || t_string!(texts, tables.facts, n = facts.read().len().to_string());
    let cut = Cut::after(40);
    let few = facts.read_untracked().len() < 9;
    view! {
        <Show when=move || !facts.read().is_empty()>
            <details class="facts" open=few>
                <summary class="strong">{title}</summary>
                <dl>
                    {move || {
                        let shown = facts.get().into_iter().take(cut.shown());
                        shown
                            .map(|(entry, fate)| {
                                let mark = mark(fate.as_ref(), entry.doubt, None, texts);
                                let class = mark.as_ref().map(|(class, _)| *class);
                                view! {
                                    <dt>{destination_label(entry.destination, texts)}</dt>
                                    <dd class=class>
                                        <span class="words">{entry.text}</span>
                                        {mark.map(|(_, words)| view! { <span class="mark">{words}</span> })}
                                    </dd>
                                }
                            })
                            .collect_view()
                    }}
                </dl>
                <More cut count=Signal::derive(move || facts.read().len()) />
            </details>
        </Show>
    }
}

/// What has no place in the plan: listed, so that nothing goes by unseen.
#[component]
pub fn LeftOvers(import: TableImport) -> impl IntoView {
    let texts = use_texts();
    let left = Memo::new(move |_| import.left_over());
    let title = move || t_string!(texts, tables.left_over, n = left.read().len().to_string());
    let cut = Cut::after(40);
    view! {
        <Show when=move || !left.read().is_empty()>
            <details class="left-overs">
                <summary class="strong">{title}</summary>
                <ul>
                    {move || {
                        let shown = left.get().into_iter().take(cut.shown());
                        shown
                            .map(|left| {
                                view! { <li>{left.text} <span class="mark">{why_label(left.why, texts)}</span></li> }
                            })
                            .collect_view()
                    }}
                </ul>
                <More cut count=Signal::derive(move || left.read().len()) />
            </details>
        </Show>
    }
}
