//! A bar: what was earned, and what is still open. The figures beside it say the same in words.

use leptos::prelude::*;

use crate::plan::Percent;

/// Both ends in percent of the bar: full colour up to `earned`, hatched from there up to `ceiling`.
#[component]
pub fn Meter(
    /// Where the earned part ends.
    #[prop(into)]
    earned: Signal<Option<Percent>>,
    /// Where the open part ends.
    #[prop(into)]
    ceiling: Signal<Option<Percent>>,
    /// Whether it is the tall one of a page's main figure.
    #[prop(optional)]
    tall: bool,
) -> impl IntoView {
    let end = |percent: Option<Percent>| percent.unwrap_or_default().min(Percent::HUNDRED).value();
    let width = move |percent: Signal<Option<Percent>>| format!("{}%", end(percent.get()).round_dp(2));
    view! {
        <svg class="meter" class:tall=tall aria-hidden="true" focusable="false">
            <rect class="open" height="100%" width=move || width(ceiling) />
            <rect class="earned" height="100%" width=move || width(earned) />
        </svg>
    }
}
