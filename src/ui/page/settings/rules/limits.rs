//! Rules that are one or two percentages.

use leptos::prelude::*;

use super::{Rule, Rules};
use crate::plan::Percent;
use crate::ui::part::PercentField;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// The highest score one result can earn.
#[component]
pub fn Cap(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    let cap = rules.follow(|policy| policy.cap);
    let take = move |percent: Percent| {
        let fits = percent >= Percent::HUNDRED;
        if fits {
            rules.change(|policy| policy.cap = percent);
        }
        fits
    };
    let otherwise = label!(texts, settings.cap_wrong);
    view! {
        <Rule name=label!(texts, settings.cap) hint=label!(texts, settings.cap_hint)>
            <div class="short">
                <PercentField value=cap on_commit=take otherwise label=label!(texts, settings.cap_label) />
            </div>
        </Rule>
    }
}

/// How far from a steady target the score falls to nothing.
#[component]
pub fn Tolerance(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    let tolerance = rules.follow(|policy| policy.tolerance);
    let take = move |percent: Percent| {
        rules.change(|policy| policy.tolerance = percent);
        true
    };
    view! {
        <Rule name=label!(texts, settings.tolerance) hint=label!(texts, settings.tolerance_hint)>
            <div class="short">
                <PercentField value=tolerance on_commit=take label=label!(texts, settings.tolerance_label) />
            </div>
        </Rule>
    }
}

/// Where the lights change colour.
#[component]
pub fn LightLimits(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    let green = rules.follow(|policy| policy.lights.green);
    let amber = rules.follow(|policy| policy.lights.amber);
    let take_green = move |percent: Percent| {
        let fits = percent >= amber.get_untracked();
        if fits {
            rules.change(|policy| policy.lights.green = percent);
        }
        fits
    };
    let take_amber = move |percent: Percent| {
        let fits = percent <= green.get_untracked();
        if fits {
            rules.change(|policy| policy.lights.amber = percent);
        }
        fits
    };
    view! {
        <Rule name=label!(texts, settings.lights) hint=label!(texts, settings.lights_hint)>
            <div class="row top">
                <div class="short">
                    <PercentField
                        value=green
                        on_commit=take_green
                        otherwise=label!(texts, settings.green_wrong)
                        label=label!(texts, settings.lights_green)
                    />
                </div>
                <div class="short">
                    <PercentField
                        value=amber
                        on_commit=take_amber
                        otherwise=label!(texts, settings.amber_wrong)
                        label=label!(texts, settings.lights_amber)
                    />
                </div>
            </div>
        </Rule>
    }
}
