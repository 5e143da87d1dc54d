//! Rules that are one or two percentages.

use leptos::prelude::*;

use super::super::field::{PercentField, text};
use super::{Rule, Rules};
use crate::plan::Percent;
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
    let otherwise = text!(texts, cap_wrong);
    view! {
        <Rule name=text!(texts, cap) hint=text!(texts, cap_hint)>
            <div class="short">
                <PercentField value=cap take otherwise label=text!(texts, cap_label) />
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
        <Rule name=text!(texts, tolerance) hint=text!(texts, tolerance_hint)>
            <div class="short">
                <PercentField value=tolerance take label=text!(texts, tolerance_label) />
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
        <Rule name=text!(texts, lights) hint=text!(texts, lights_hint)>
            <div class="row top">
                <div class="short">
                    <PercentField
                        value=green
                        take=take_green
                        otherwise=text!(texts, green_wrong)
                        label=text!(texts, lights_green)
                    />
                </div>
                <div class="short">
                    <PercentField
                        value=amber
                        take=take_amber
                        otherwise=text!(texts, amber_wrong)
                        label=text!(texts, lights_amber)
                    />
                </div>
            </div>
        </Rule>
    }
}
