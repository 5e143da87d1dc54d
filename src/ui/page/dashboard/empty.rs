//! What to do while there is nothing to look at.

use leptos::prelude::*;

use crate::state::{Page, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// A plan without objectives leads to where they are made.
#[component]
pub(super) fn NoObjectives() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    view! {
        <section class="card stack">
            <h2>{t!(texts, dashboard.no_objectives)}</h2>
            <p>{t!(texts, dashboard.no_objectives_hint)}</p>
            <p>
                <a class="button" href=move || workspace.address_of(Page::Tree)>
                    {t!(texts, dashboard.to_tree)}
                </a>
            </p>
        </section>
    }
}

/// Said where nothing was measured yet; leads to where results are typed.
#[component]
pub(super) fn FirstResult() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    view! {
        <p class="note calm">
            {t!(texts, dashboard.first_result)} " "
            <a href=move || workspace.address_of(Page::Monitoring)>{t!(texts, dashboard.to_monitoring)}</a>
        </p>
    }
}
