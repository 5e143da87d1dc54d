//! Text fields. What is typed is a draft until the field is left; Escape puts back what stood there.

use leptos::ev::{Event, FocusEvent, KeyboardEvent};
use leptos::prelude::*;

/// What a field shows: the value of the plan, or the draft of somebody typing.
#[derive(Clone, Copy)]
pub struct Draft {
    value: Signal<String>,
    typed: RwSignal<Option<String>>,
    on_commit: Callback<String>,
}

impl Draft {
    /// Returns the draft of a value; `on_commit` receives what was typed, only when it differs.
    pub fn new(value: Signal<String>, on_commit: Callback<String>) -> Self {
        Self { value, typed: RwSignal::new(None), on_commit }
    }

    /// Returns what the field shows now.
    pub fn shown(self) -> String {
        self.typed.get().unwrap_or_else(|| self.value.get())
    }

    /// Takes a keystroke.
    pub fn type_in(self, words: String) {
        self.typed.set(Some(words));
    }

    /// Reports the draft when it differs from the value, and ends it.
    pub fn commit(self) {
        let Some(words) = self.typed.try_update(Option::take).flatten() else { return };
        if words != self.value.get_untracked() {
            self.on_commit.run(words);
        }
    }

    /// Ends the draft without reporting it.
    pub fn abandon(self) {
        self.typed.set(None);
    }
}

/// What a one-line field takes, for the keyboard of a tablet and the browser's own help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum InputKind {
    /// Anything.
    #[default]
    Text,
    /// A number; commas and percent signs are the office's business.
    Number,
    /// A day, through the browser's calendar.
    Date,
    /// An address.
    Email,
}

/// A field of one line.
#[component]
pub fn Input(
    /// What stands in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Receives what was typed once the field is left.
    #[prop(into)]
    on_commit: Callback<String>,
    /// What the field is, for those who do not see the page; also its visible label unless `quiet`.
    #[prop(into)]
    label: Signal<String>,
    /// What to type.
    #[prop(default = InputKind::Text)]
    kind: InputKind,
    /// Why what was typed was not taken; empty when it was.
    #[prop(into, optional)]
    problem: Signal<String>,
    /// Explains the field below it.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// Whether the label is only heard: in a table, where the heading says it.
    #[prop(optional)]
    bare: bool,
    /// The element's id, where something else points at it.
    #[prop(into, optional_no_strip)]
    id: Option<String>,
) -> impl IntoView {
    let draft = Draft::new(value, on_commit);
    let (kind, mode) = match kind {
        InputKind::Text => ("text", "text"),
        InputKind::Number => ("text", "decimal"),
        InputKind::Date => ("date", "none"),
        InputKind::Email => ("email", "email"),
    };
    let invalid = move || (!problem.read().is_empty()).then_some("true");
    view! {
        <label class="field">
            <span class=if bare { "visually-hidden" } else { "label" }>{label}</span>
            <input
                id=id
                type=kind
                inputmode=mode
                autocomplete="off"
                aria-invalid=invalid
                prop:value=move || draft.shown()
                on:input=move |event: Event| draft.type_in(event_target_value(&event))
                on:change=move |_| draft.commit()
                on:keydown=move |event: KeyboardEvent| {
                    if event.key() == "Escape" {
                        draft.abandon();
                    }
                }
            />
            <Below problem hint />
        </label>
    }
}

/// A field of as many lines as its words need.
#[component]
pub fn Words(
    /// What stands in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Receives what was typed once the field is left.
    #[prop(into)]
    on_commit: Callback<String>,
    /// What the field is; its visible label unless `bare`.
    #[prop(into)]
    label: Signal<String>,
    /// Explains the field below it.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// Whether the label is only heard: in a table, where the heading says it.
    #[prop(optional)]
    bare: bool,
    /// The element's id, where something else points at it.
    #[prop(into, optional)]
    id: Option<String>,
    /// Receives every keystroke, for what is shown as the person types.
    #[prop(into, optional)]
    on_type: Option<Callback<String>>,
) -> impl IntoView {
    let draft = Draft::new(value, on_commit);
    view! {
        <label class="field">
            <span class=if bare { "visually-hidden" } else { "label" }>{label}</span>
            <span class="grow" data-words=move || draft.shown()>
                <textarea
                    id=id
                    rows="1"
                    prop:value=move || draft.shown()
                    on:input=move |event: Event| {
                        let words = event_target_value(&event);
                        if let Some(on_type) = on_type {
                            on_type.run(words.clone());
                        }
                        draft.type_in(words);
                    }
                    on:blur=move |_: FocusEvent| draft.commit()
                    on:keydown=move |event: KeyboardEvent| {
                        if event.key() == "Escape" {
                            draft.abandon();
                            if let Some(on_type) = on_type {
                                on_type.run(draft.shown());
                            }
                        }
                    }
                ></textarea>
            </span>
            <Below problem=Signal::stored(String::new()) hint />
        </label>
    }
}

#[component]
fn Below(problem: Signal<String>, hint: Signal<String>) -> impl IntoView {
    view! {
        <Show when=move || !problem.read().is_empty()>
            <span class="problem" role="alert">{problem}</span>
        </Show>
        <Show when=move || !hint.read().is_empty()>
            <span class="hint">{hint}</span>
        </Show>
    }
}
