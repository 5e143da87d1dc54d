//! In an office's copy: whose it is, what may be edited, and the one button that makes the file to send back.

use leptos::prelude::*;

use crate::state::use_workspace;
use crate::ui::widget::Input;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// The card of an office's copy.
#[component]
pub fn SendBack() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let by = RwSignal::new(String::new());
    view! {
        <section class="card send-back" aria-labelledby="rimandare">
            <h2 id="rimandare">{t!(texts, exchange.send_back)}</h2>
            <p>{move || t_string!(texts, exchange.send_back_hint, office = workspace.copy_for())}</p>
            <div class="row wrap end">
                <Input
                    value=by
                    on_commit=Callback::new(move |name| by.set(name))
                    label=label!(texts, exchange.filled_in_by)
                    hint=label!(texts, exchange.filled_in_by_hint)
                />
                <button type="button" class="button" on:click=move |_| workspace.send_back(by.get_untracked())>
                    {t!(texts, exchange.send_back_button)}
                </button>
            </div>
        </section>
    }
}
