//! A figure that opens its working, and its light.

use leptos::prelude::*;

use crate::attainment::{Place, Span, light};
use crate::plan::{Percent, Year};
use crate::state::use_workspace;
use crate::ui::words::text::*;
use crate::ui::words::{light_words, percent, use_language, use_texts};

/// An attainment one can press to see how it came about.
#[component]
pub fn Value(
    /// The figure; none shows a dash, which has a working all the same.
    #[prop(into)]
    value: Signal<Option<Percent>>,
    /// What it is of.
    place: Place,
    /// In which year, where not in the span of the page.
    #[prop(into, optional)]
    year: Signal<Option<Year>>,
) -> impl IntoView {
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    let shown = move || percent(value.get(), language.get());
    view! {
        <button
            type="button"
            class="value"
            title=move || t_string!(texts, working.open)
            on:click=move |_| workspace.explain(place.clone(), year.get_untracked().map(Span::Year))
        >
            {shown}
        </button>
    }
}

/// A link in words to a figure's working.
#[component]
pub fn Why(
    /// What the figure is of.
    place: Place,
    /// What the link says.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let workspace = use_workspace();
    view! {
        <button type="button" class="why" on:click=move |_| workspace.explain(place.clone(), None)>
            {label}
        </button>
    }
}

/// The light of an attainment: a shape, a colour and a word.
#[component]
pub fn LightMark(
    /// The attainment; none shows nothing.
    #[prop(into)]
    value: Signal<Option<Percent>>,
    /// The figure that stands beside it; where the light is of another, the official one, that one is told too.
    #[prop(into, optional)]
    beside: Signal<Option<Percent>>,
) -> impl IntoView {
    use crate::attainment::Light;
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    let policy = workspace.policy();
    let lit = Memo::new(move |_| value.get().map(|value| light(value, &policy.read())));
    let class = |light: Light| match light {
        Light::Green => "light green",
        Light::Amber => "light amber",
        Light::Red => "light red",
    };
    let other = Memo::new(move |_| value.get().filter(|value| beside.get().is_some_and(|beside| beside != *value)));
    let official = move || {
        other.get().map(|value| t_string!(texts, working.official, value = percent(Some(value), language.get())))
    };
    view! {
        {move || lit.get().map(|light| view! { <span class=class(light)>{light_words(light, texts)}</span> })}
        {move || official().map(|official| view! { <small class="soft official">{official}</small> })}
    }
}
