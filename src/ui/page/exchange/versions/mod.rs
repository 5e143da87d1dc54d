//! The versions the plan had: when they were written, how the plan was then, what is otherwise now, and the way back.

mod compared;
mod list;
mod looked;

use chrono::NaiveDateTime;
use leptos::prelude::*;

use crate::state::{Versions as Past, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{storage_words, use_texts};

use list::Sittings;
use looked::LookedAt;

/// The section of the page.
#[component]
pub fn Versions() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let past = Past::of(workspace);
    let quarantined = move || {
        let count = past.quarantined();
        (count > 0).then(|| t_string!(texts, versions.quarantined, n = count.to_string()))
    };
    let problem = move || past.problem().map(|problem| storage_words(&problem, texts));
    view! {
        <section class="card versions" aria-labelledby="versions">
            <header>
                <h2 id="versions" tabindex="-1">
                    {t!(texts, versions.title)}
                </h2>
            </header>
            <p class="soft">{t!(texts, versions.lead)}</p>
            {move || quarantined().map(|words| view! { <p class="note">{words}</p> })}
            {move || problem().map(|words| view! { <p class="note" role="alert">{words}</p> })}
            <div class="columns">
                <Sittings past />
                <LookedAt past />
            </div>
        </section>
    }
}

/// Says a moment to the minute; a dash where it is not known.
fn moment(at: Option<NaiveDateTime>) -> String {
    at.map_or_else(|| "–".to_owned(), |at| at.format("%d/%m/%Y, %H:%M").to_string())
}
