//! Rules with two or three ways.

use leptos::prelude::*;

use super::{Rule, Rules};
use crate::plan::{FallingRule, MissingRule, OfficialRule, Policy, SeveralRule, StartRule};
use crate::ui::widget::{Choice, Select};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// A way to follow a rule.
struct Way<T> {
    value: T,
    label: Signal<String>,
}

fn way<T>(value: T, label: Signal<String>) -> Way<T> {
    Way { value, label }
}

/// A rule with its ways, chosen from a list.
#[component]
fn Ways<T: Copy + PartialEq + Send + Sync + 'static>(
    rules: Rules,
    name: Signal<String>,
    hint: Signal<String>,
    ways: Vec<Way<T>>,
    look: fn(&Policy) -> T,
    put: fn(&mut Policy, T),
) -> impl IntoView {
    let ways = StoredValue::new(ways);
    let chosen = rules.follow(move |policy| {
        let now = look(policy);
        let place = ways.with_value(|ways| ways.iter().position(|way| way.value == now));
        place.unwrap_or_default().to_string()
    });
    let choices = Signal::derive(move || {
        let labels = ways.with_value(|ways| ways.iter().map(|way| way.label).collect::<Vec<_>>());
        labels.into_iter().enumerate().map(|(at, label)| Choice::new(at.to_string(), label.get())).collect()
    });
    let choose = move |place: String| {
        let place: Option<usize> = place.parse().ok();
        let value = place.and_then(|place| ways.with_value(|ways| ways.get(place).map(|way| way.value)));
        if let Some(value) = value {
            rules.change(|policy| put(policy, value));
        }
    };
    view! {
        <Rule name hint>
            <Select value=chosen choices on_choose=choose label=name bare=true />
        </Rule>
    }
}

/// A result above a target that must not be passed.
#[component]
pub fn Falling(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    let ways = vec![
        way(FallingRule::Mirrored, label!(texts, settings.falling_mirrored)),
        way(FallingRule::Inverse, label!(texts, settings.falling_inverse)),
    ];
    let (name, hint) = (label!(texts, settings.falling), label!(texts, settings.falling_hint));
    view! { <Ways rules name hint ways look=|policy| policy.falling put=|policy, rule| policy.falling = rule /> }
}

/// Where progress starts.
#[component]
pub fn Start(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    let ways = vec![
        way(StartRule::Zero, label!(texts, settings.start_zero)),
        way(StartRule::Baseline, label!(texts, settings.start_baseline)),
    ];
    let (name, hint) = (label!(texts, settings.start), label!(texts, settings.start_hint));
    view! { <Ways rules name hint ways look=|policy| policy.start put=|policy, rule| policy.start = rule /> }
}

/// A target with several conditions.
#[component]
pub fn Several(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    let ways = vec![
        way(SeveralRule::Worst, label!(texts, settings.several_worst)),
        way(SeveralRule::Mean, label!(texts, settings.several_mean)),
    ];
    let (name, hint) = (label!(texts, settings.several), label!(texts, settings.several_hint));
    view! { <Ways rules name hint ways look=|policy| policy.several put=|policy, rule| policy.several = rule /> }
}

/// A result that never came.
#[component]
pub fn Missing(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    let ways = vec![
        way(MissingRule::Zero, label!(texts, settings.missing_zero)),
        way(MissingRule::LeftOut, label!(texts, settings.missing_left_out)),
    ];
    let (name, hint) = (label!(texts, settings.missing), label!(texts, settings.missing_hint));
    view! { <Ways rules name hint ways look=|policy| policy.missing put=|policy, rule| policy.missing = rule /> }
}

/// Which figure is the official one.
#[component]
pub fn Official(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    let ways = vec![
        way(OfficialRule::ByDate, label!(texts, settings.official_by_date)),
        way(OfficialRule::Measured, label!(texts, settings.official_measured)),
        way(OfficialRule::Floor, label!(texts, settings.official_floor)),
    ];
    let (name, hint) = (label!(texts, settings.official), label!(texts, settings.official_hint));
    view! { <Ways rules name hint ways look=|policy| policy.official put=|policy, rule| policy.official = rule /> }
}
