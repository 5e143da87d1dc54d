//! A choice among a few things.

use leptos::prelude::*;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the program calls it.
    pub value: String,
    /// What people read.
    pub label: String,
}

impl Choice {
    /// Returns a choice.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// A list that opens.
#[component]
pub fn Select(
    /// The value chosen now.
    #[prop(into)]
    value: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// Receives the value chosen.
    #[prop(into)]
    on_choose: Callback<String>,
    /// What is chosen; its visible label unless `bare`.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the label is only heard.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let options = move || {
        let chosen = value.get();
        let option = |choice: Choice| {
            let selected = choice.value == chosen;
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="field">
            <span class=if bare { "visually-hidden" } else { "label" }>{label}</span>
            <select on:change=move |event| on_choose.run(event_target_value(&event)) prop:value=value>{options}</select>
        </label>
    }
}
