//! Parts of an office's copy that can only be read.

use leptos::prelude::*;

use crate::plan::Evaluations;
use crate::state::use_workspace;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// Fields and buttons that cannot be used while `when` holds; what they say is still read.
#[component]
pub fn Locked(
    /// Whether they are locked.
    #[prop(into)]
    when: Signal<bool>,
    /// The fields and buttons.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="locked" role="presentation" disabled=move || when.get()>
            {children()}
        </fieldset>
    }
}

/// Says why something is locked, while it is.
#[component]
pub fn LockedNote(
    /// Whether it is locked.
    #[prop(into)]
    when: Signal<bool>,
) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    view! {
        <Show when=move || when.get()>
            <p class="note calm locked-note">
                {move || t_string!(texts, exchange.read_only, office = workspace.copy_for())}
            </p>
        </Show>
    }
}

/// Says in an office's copy without the evaluations of people that its figures are not the official ones.
#[component]
pub fn CopyNote() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let differs = Memo::new(move |_| workspace.scope().is_some_and(|scope| scope.evaluations == Evaluations::LeftOut));
    view! {
        <Show when=move || differs.get()>
            <p class="note calm locked-note">
                {move || t_string!(texts, exchange.copy_figures, office = workspace.copy_for())}
            </p>
        </Show>
    }
}
