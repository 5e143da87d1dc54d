//! The next plan, begun from this one: what comes along, what stays behind, what needs a look, chosen before it is made.

mod row;
mod summary;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::plan::{Chosen, IndicatorId, ObjectiveId, Plan, RolledOver};
use crate::report::{Finished, Rolling, finished, rolling};
use crate::state::use_workspace;
use crate::ui::widget::Input;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use row::Rows;
use summary::Summary;

/// What is chosen, and what would come of it.
#[derive(Clone, Copy)]
pub(super) struct Next {
    /// Where somebody chose otherwise than proposed: whether it stays behind.
    pub chosen: RwSignal<BTreeMap<(ObjectiveId, IndicatorId), bool>>,
    /// The title somebody wrote.
    title: RwSignal<Option<String>>,
    /// Every indicator with what would become of it, and the plan that would be made.
    pub preview: Memo<Option<(Vec<Rolling>, RolledOver)>>,
}

/// The section; nothing of it is computed before it is opened.
#[component]
pub fn RollOver() -> impl IntoView {
    let texts = use_texts();
    let is_open = RwSignal::new(false);
    view! {
        <section class="card roll-over" aria-labelledby="roll-over">
            <header>
                <h2 id="roll-over">{t!(texts, output.roll_over)}</h2>
                <button
                    type="button"
                    class="button ghost"
                    aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)
                >
                    {move || {
                        if is_open.get() {
                            t_string!(texts, output.close).to_string()
                        } else {
                            t_string!(texts, output.roll_over_open).to_string()
                        }
                    }}
                </button>
            </header>
            <p class="soft lead">{t!(texts, output.roll_over_lead)}</p>
            <Show when=move || is_open.get()>
                <Preview />
            </Show>
        </section>
    }
    .into_any()
}

#[component]
fn Preview() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let chosen: RwSignal<BTreeMap<(ObjectiveId, IndicatorId), bool>> = RwSignal::new(BTreeMap::new());
    let behind = move |plan: &Plan| -> Chosen {
        let mut behind: Chosen = finished(plan, workspace.today()).into_keys().collect();
        for (place, stays) in chosen.read().iter() {
            if *stays {
                behind.insert(place.clone())
            } else {
                behind.remove(place)
            };
        }
        behind
    };
    let preview =
        Memo::new(move |_| workspace.read(|plan| rolling(plan, &behind(plan), workspace.today()).ok()).flatten());
    let next = Next { chosen, title: RwSignal::new(None), preview };
    let proposed =
        Memo::new(move |_| preview.read().as_ref().map(|(_, rolled)| rolled.plan.title.clone()).unwrap_or_default());
    let title = Signal::derive(move || next.title.get().unwrap_or_else(|| proposed.get()));
    let years = move || {
        let period = preview.read().as_ref().map(|(_, rolled)| rolled.plan.period);
        period.map(|period| format!("{}-{}", period.first(), period.last())).unwrap_or_default()
    };
    let begin = move |_| {
        let found = workspace.peek(|plan| untrack(|| behind(plan)));
        if let Some(behind) = found {
            workspace.begin_next(&behind, &title.get_untracked());
        }
    };
    view! {
        <Show
            when=move || preview.read().is_some()
            fallback=move || view! { <p class="note">{t!(texts, output.no_next)}</p> }
        >
            <div class="stack">
                <Summary next />
                <div class="row wrap top begin">
                    <Input
                        value=title
                        on_commit=move |words: String| next.title.set(Some(words).filter(|words| !words.trim().is_empty()))
                        label=label!(texts, output.next_title)
                    />
                    <button type="button" class="button" on:click=begin>
                        {move || t_string!(texts, output.begin, years = years())}
                    </button>
                </div>
                <Rows next />
            </div>
        </Show>
    }
}

/// Why something is proposed to stay behind.
pub(super) fn finished_words(finished: Finished, texts: crate::ui::words::Texts) -> String {
    match finished {
        Finished::Done => t_string!(texts, output.done).to_string(),
        Finished::StruckOut => t_string!(texts, output.struck_out).to_string(),
    }
}
