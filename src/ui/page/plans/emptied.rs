//! The alarm of an archive that was not empty before.

use leptos::prelude::*;

use crate::state::use_workspace;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// Says what happened, and what to do about it.
#[component]
pub fn Emptied() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    view! {
        <section class="card alarm" role="alert">
            <h2>{t!(texts, plans.emptied)}</h2>
            <p>{t!(texts, plans.emptied_what)}</p>
            <p>{t!(texts, plans.emptied_do)}</p>
            <p class="row wrap">
                <button type="button" class="button" on:click=move |_| workspace.ask_for_file()>
                    {t!(texts, plans.file_button)}
                </button>
                <button type="button" class="button ghost" on:click=move |_| workspace.accept_emptied()>
                    {t!(texts, plans.emptied_seen)}
                </button>
            </p>
        </section>
    }
}
