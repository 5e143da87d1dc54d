//! In an office's copy there are no what-ifs: they are drafts of whoever keeps the plan.

use leptos::prelude::*;

use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// The page, with the sentence why.
#[component]
pub fn NoWhatIfs() -> impl IntoView {
    let texts = use_texts();
    view! {
        <h1>{t!(texts, simulation.title)}</h1>
        <p class="note calm locked-note">{t!(texts, exchange.not_in_a_copy)}</p>
    }
}
