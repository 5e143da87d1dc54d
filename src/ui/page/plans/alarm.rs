//! The alarm of an archive in which plans are missing, or that does not open.

use leptos::prelude::*;

use crate::state::{Condition, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// Says what happened, and what to do about it.
#[component]
pub fn Alarm() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let condition = Memo::new(move |_| workspace.condition());
    move || {
        let (happened, what, act) = match condition.get() {
            Condition::New | Condition::Kept => return None,
            Condition::Emptied => (
                t_string!(texts, plans.emptied),
                t_string!(texts, plans.emptied_what),
                t_string!(texts, plans.emptied_do),
            ),
            Condition::Reduced => (
                t_string!(texts, plans.reduced),
                t_string!(texts, plans.reduced_what),
                t_string!(texts, plans.emptied_do),
            ),
            Condition::Shut => {
                (t_string!(texts, plans.shut), t_string!(texts, plans.shut_what), t_string!(texts, plans.shut_do))
            }
        };
        let can_be_seen = condition.get() != Condition::Shut;
        let seen = move || {
            view! {
                <button type="button" class="button ghost" on:click=move |_| workspace.accept_gone()>
                    {t!(texts, plans.emptied_seen)}
                </button>
            }
        };
        let alarm = view! {
            <section class="card alarm" role="alert">
                <h2>{happened}</h2>
                <p>{what}</p>
                <p>{act}</p>
                <p class="row wrap">
                    <button type="button" class="button" on:click=move |_| workspace.ask_for_file()>
                        {t!(texts, plans.file_button)}
                    </button>
                    {can_be_seen.then(seen)}
                </p>
            </section>
        };
        Some(alarm)
    }
}
