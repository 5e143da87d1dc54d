//! The tall bar of the plan's figure with its two ends written beside it: one above, one below, so that they never meet.

use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::plan::Percent;
use crate::ui::part::Meter;
use crate::ui::words::{points, use_language};

/// The bar from what is sure to what is still possible.
#[component]
pub(super) fn BoundsMeter(floor: Option<Percent>, ceiling: Option<Percent>) -> impl IntoView {
    let language = use_language();
    let shown = move |value| points(value, language.get());
    let below = ceiling.filter(|ceiling| Some(*ceiling) != floor);
    let is_clear = move |end: Percent| below.is_none_or(|below| apart(below, end) > Decimal::from(16));
    view! {
        <div class="bounds" aria-hidden="true">
            <svg focusable="false">
                <text class="strong" x=at(floor) y="0.85rem" text-anchor=anchor(floor)>
                    {move || shown(floor)}
                </text>
            </svg>
            <Meter earned=Signal::stored(floor) ceiling=Signal::stored(ceiling) tall=true />
            <svg focusable="false">
                {is_clear(Percent::ZERO).then(|| view! { <text x="0" y="0.85rem">"0"</text> })}
                {below.map(|_| {
                    view! {
                        <text class="strong" x=at(below) y="0.85rem" text-anchor=anchor(below)>
                            {move || shown(below)}
                        </text>
                    }
                })}
                {is_clear(Percent::HUNDRED)
                    .then(|| view! { <text x="100%" y="0.85rem" text-anchor="end">"100"</text> })}
            </svg>
        </div>
    }
}

/// How far two ends stand apart.
fn apart(one: Percent, other: Percent) -> Decimal {
    on_bar(one).saturating_sub(on_bar(other)).abs()
}

fn on_bar(value: Percent) -> Decimal {
    value.min(Percent::HUNDRED).value()
}

fn at(value: Option<Percent>) -> String {
    format!("{}%", on_bar(value.unwrap_or_default()).round_dp(2))
}

/// Near an end of the bar the words stand inside it.
fn anchor(value: Option<Percent>) -> &'static str {
    match on_bar(value.unwrap_or_default()) {
        value if value < Decimal::TEN => "start",
        value if value > Decimal::from(90) => "end",
        _ => "middle",
    }
}
