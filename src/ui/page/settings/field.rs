//! Fields whose words must say something. What cannot be taken stays as it was typed, with a sentence beside it.

use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::plan::Percent;
use crate::target::show_number;
use crate::ui::widget::{Input, InputKind};
use crate::ui::words::text::*;
use crate::ui::words::{read_number, use_language, use_texts};

/// Gives a text of this page that follows the language.
macro_rules! text {
    ($texts:expr, $key:ident) => {
        Signal::derive(move || t_string!($texts, settings.$key).to_string())
    };
}
pub(super) use text;

/// A field whose words must say something.
#[component]
pub fn Checked(
    /// What stands in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what was typed, and says whether it could.
    #[prop(into)]
    take: Callback<String, bool>,
    /// What to write instead, where it could not.
    #[prop(into)]
    otherwise: Signal<String>,
    /// What the field is.
    #[prop(into)]
    label: Signal<String>,
    /// Explains the field below it.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// Whether the label is only heard.
    #[prop(optional)]
    bare: bool,
    /// The element's id, where the focus goes.
    #[prop(into, optional)]
    id: String,
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
        let is_taken = words == value.get_untracked() || take.run(words.clone());
        refused.set((!is_taken).then(|| (value.get_untracked(), words)));
    };
    let kind = InputKind::Number;
    if id.is_empty() {
        view! { <Input value=shown on_commit=commit label hint problem bare kind /> }.into_any()
    } else {
        view! { <Input value=shown on_commit=commit label hint problem bare kind id /> }.into_any()
    }
}

/// A number that may not be left out.
#[component]
pub fn NumberField(
    /// The number in the plan.
    #[prop(into)]
    value: Signal<Decimal>,
    /// Takes the number, and says whether it will do.
    #[prop(into)]
    take: Callback<Decimal, bool>,
    /// What to write instead, where it will not.
    #[prop(into)]
    otherwise: Signal<String>,
    /// What the field is.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the label is only heard.
    #[prop(optional)]
    bare: bool,
    /// The element's id, where the focus goes.
    #[prop(into, optional)]
    id: String,
) -> impl IntoView {
    let language = use_language();
    let shown = Signal::derive(move || show_number(value.get(), language.get()));
    let read = move |words: String| read_number(&words, language.get_untracked()).is_some_and(|value| take.run(value));
    view! { <Checked value=shown take=read otherwise label bare id /> }
}

/// A percentage that may not be left out.
#[component]
pub fn PercentField(
    /// The percentage in the plan.
    #[prop(into)]
    value: Signal<Percent>,
    /// Takes the percentage, and says whether it will do.
    #[prop(into)]
    take: Callback<Percent, bool>,
    /// What to write instead, where it will not; else that it must be a percentage.
    #[prop(into, optional)]
    otherwise: Option<Signal<String>>,
    /// What the field is.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the label is only heard.
    #[prop(optional)]
    bare: bool,
    /// The element's id, where the focus goes.
    #[prop(into, optional)]
    id: String,
) -> impl IntoView {
    let texts = use_texts();
    let number = Signal::derive(move || value.get().value());
    let read = move |number: Decimal| Percent::new(number).is_ok_and(|percent| take.run(percent));
    let otherwise = otherwise.unwrap_or_else(|| text!(texts, not_a_percent));
    view! { <NumberField value=number take=read otherwise label bare id /> }
}
