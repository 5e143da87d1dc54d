//! The alarm of an archive in which plans are missing.

use leptos::prelude::*;

use crate::state::{Condition, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// Says what happened, and what to do about it; nothing where no plan is missing.
#[component]
pub fn Alarm() -> impl IntoView {
    let workspace = use_workspace();
    let condition = Memo::new(move |_| workspace.condition());
    move || match condition.get() {
        Condition::New | Condition::Kept => None,
        Condition::Emptied => Some(view! { <Gone all=true /> }),
        Condition::Reduced => Some(view! { <Gone all=false /> }),
    }
}

#[component]
fn Gone(
    /// Whether every plan is gone.
    all: bool,
) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let happened = move || if all { t_string!(texts, plans.emptied) } else { t_string!(texts, plans.reduced) };
    let what = move || if all { t_string!(texts, plans.emptied_what) } else { t_string!(texts, plans.reduced_what) };
    view! {
        <section class="card alarm" role="alert">
            <h2>{happened}</h2>
            <p>{what}</p>
            <p>{t!(texts, plans.emptied_do)}</p>
            <p class="row wrap">
                <button type="button" class="button" on:click=move |_| workspace.ask_for_file()>
                    {t!(texts, plans.file_button)}
                </button>
                <button type="button" class="button ghost" on:click=move |_| workspace.accept_gone()>
                    {t!(texts, plans.emptied_seen)}
                </button>
            </p>
        </section>
    }
}
