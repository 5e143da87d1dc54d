//! What a file brings: what is new, and what was changed on both sides alike.

use leptos::prelude::*;

use crate::merge::Came;
use crate::plan::{Edit, Plan};
use crate::report::{Facet, spot, value};
use crate::ui::part::{Cut, More};
use crate::ui::words::text::*;
use crate::ui::words::{use_language, use_texts};

use super::super::told::{facet_words, record_words, value_words};

/// What is new and what agrees, each folded below its count.
#[component]
pub fn CameIn(
    /// What the file brings.
    came: Came,
    /// The plan with everything merged.
    plan: StoredValue<Plan>,
    /// The plan as it is.
    before: StoredValue<Plan>,
) -> impl IntoView {
    let texts = use_texts();
    let (new, alike) = (came.new.len(), came.alike.len());
    let results = came.new.iter().filter(|edit| is_result(edit)).count();
    let summary = move || match (results, new) {
        (0, new) => t_string!(texts, exchange.new_changes, n = new.to_string()),
        (results, new) if results == new => t_string!(texts, exchange.new_results, n = results.to_string()),
        (results, new) => {
            let others = new.saturating_sub(results).to_string();
            t_string!(texts, exchange.new_both, results = results.to_string(), n = others)
        }
    };
    view! {
        {(new > 0)
            .then(|| {
                view! {
                    <details>
                        <summary>{summary}</summary>
                        <Changes edits=came.new plan before />
                    </details>
                }
            })}
        {(alike > 0)
            .then(|| {
                view! {
                    <details>
                        <summary>{move || t_string!(texts, exchange.alike, n = alike.to_string())}</summary>
                        <Changes edits=came.alike plan before />
                    </details>
                }
            })}
    }
}

fn is_result(edit: &Edit) -> bool {
    spot(edit).is_some_and(|spot| spot.facet == Facet::Field("result"))
}

/// Single changes as a list: where, and what stands there now.
#[component]
pub fn Changes(
    /// The changes.
    edits: Vec<Edit>,
    /// The plan with them.
    plan: StoredValue<Plan>,
    /// The plan without them: what is gone is looked up there.
    before: StoredValue<Plan>,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let cut = Cut::after(40);
    let count = edits.len();
    let edits = StoredValue::new(edits);
    let line = move |edit: &Edit| {
        let spot = spot(edit)?;
        let name = plan.with_value(|after| {
            let nameless = t_string!(texts, exchange.nameless);
            let name = record_words(&spot.record, after, texts);
            if name == nameless { before.with_value(|before| record_words(&spot.record, before, texts)) } else { name }
        });
        let shown = plan.with_value(|plan| value_words(&value(edit), plan, texts, language.get()));
        Some((name, facet_words(&spot, texts), shown))
    };
    let lines = move || {
        let shown = edits.with_value(|edits| edits.iter().take(cut.shown()).filter_map(line).collect::<Vec<_>>());
        let item = |(name, facet, shown): (String, String, String)| {
            view! {
                <li>
                    <span class="soft">{name} ", " {facet} ": "</span>
                    <b>{shown}</b>
                </li>
            }
        };
        shown.into_iter().map(item).collect_view()
    };
    view! {
        <ul class="changes">{lines}</ul>
        <More cut count=Signal::stored(count) />
    }
}
