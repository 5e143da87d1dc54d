//! A field whose words must say something. What cannot be taken stays as it was typed, with a sentence beside it.

use leptos::prelude::*;

use super::{Input, InputKind};

/// A field whose words must say something.
#[component]
pub fn Checked(
    /// What stands in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what was typed, and says whether it could.
    #[prop(into)]
    on_commit: Callback<String, bool>,
    /// What to write instead, where it could not.
    #[prop(into)]
    otherwise: Signal<String>,
    /// What the field is.
    #[prop(into)]
    label: Signal<String>,
    /// Explains the field below it.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// What to type.
    #[prop(default = InputKind::Number)]
    kind: InputKind,
    /// Whether the label is only heard.
    #[prop(optional)]
    bare: bool,
    /// The element's id, where the focus goes.
    #[prop(into, optional_no_strip)]
    id: Option<String>,
) -> impl IntoView {
    // What was refused, and the value it was typed over: once that changes by other means, the refusal is history.
    let refused = RwSignal::new(None::<(String, String)>);
    let typed = Memo::new(move |_| {
        let value = value.get();
        refused.with(|refused| refused.as_ref().filter(|(over, _)| *over == value).map(|(_, typed)| typed.clone()))
    });
    let shown = Signal::derive(move || typed.get().unwrap_or_else(|| value.get()));
    let problem = Signal::derive(move || if typed.read().is_some() { otherwise.get() } else { String::new() });
    let commit = move |words: String| {
        let is_taken = words == value.get_untracked() || on_commit.run(words.clone());
        refused.set((!is_taken).then(|| (value.get_untracked(), words)));
    };
    view! { <Input value=shown on_commit=commit label hint problem kind bare id /> }
}
