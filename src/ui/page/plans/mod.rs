//! *Piani*: what a person sees first. The plans in this browser, a file, a new plan, the samples.

mod alarm;
mod closed;
mod create;
mod kept;
mod samples;

use leptos::prelude::*;

use crate::state::use_workspace;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use alarm::Alarm;
use closed::Closed;
use create::Create;
use kept::Kept;
use samples::Samples;

/// The page.
#[component]
pub fn Plans() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let closed = Memo::new(move |_| workspace.closed());
    view! {
        <div class="plans">
            <header class="welcome">
                <h1>{t!(texts, plans.title)}</h1>
                <p class="for-whom">{t!(texts, plans.for_whom)}</p>
                <p class="soft">{t!(texts, plans.place)}</p>
            </header>
            <Show when=move || workspace.is_waiting()>
                <p class="card" role="status">{t!(texts, shell.opening)}</p>
            </Show>
            {move || closed.get().map(|error| view! { <Closed error /> })}
            <Alarm />
            <div class="columns">
                <div class="stack">
                    <Kept />
                    <Samples />
                </div>
                <div class="stack">
                    <OpenFile />
                    <Create />
                </div>
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn OpenFile() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    view! {
        <section class="card" aria-labelledby="open-file">
            <header>
                <h2 id="open-file">{t!(texts, plans.file)}</h2>
                <button type="button" class="button ghost" on:click=move |_| workspace.ask_for_file()>
                    {t!(texts, plans.file_button)}
                </button>
            </header>
            <p class="soft small">{t!(texts, plans.file_hint)}</p>
        </section>
    }
}
