//! What lateness earns.

use leptos::prelude::*;
use rust_decimal::Decimal;

use super::{Rule, Rules};
use crate::plan::{LateStep, Percent};
use crate::ui::part::{NumberField, PercentField};
use crate::ui::widget::focus_soon;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// The steps, fewest days first.
#[component]
pub fn Lateness(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    let count = rules.follow(|policy| policy.lateness.len());
    let add = move |_| {
        let at = count.get_untracked();
        rules.change(|policy| {
            let days = policy.lateness.last().map_or(30, |last| last.days.saturating_mul(2));
            policy.lateness.push(LateStep { days, earns: Percent::whole(50) });
        });
        focus_soon([format!("late-{at}")]);
    };
    view! {
        <Rule name=label!(texts, settings.lateness) hint=label!(texts, settings.lateness_hint)>
            <Show when=move || count.get() == 0>
                <p class="soft small">{t!(texts, settings.no_lateness)}</p>
            </Show>
            <Show when=move || count.get() != 0>
                <Steps rules count />
            </Show>
            <button type="button" class="button plain" id="late-add" on:click=add>
                {t!(texts, settings.add_late)}
            </button>
        </Rule>
    }
}

#[component]
fn Steps(rules: Rules, count: Signal<usize>) -> impl IntoView {
    let texts = use_texts();
    view! {
        <table class="narrow" aria-label=move || t_string!(texts, settings.lateness)>
            <thead>
                <tr>
                    <th scope="col">{t!(texts, settings.late_days)}</th>
                    <th scope="col">{t!(texts, settings.late_earns)}</th>
                    <th scope="col">
                        <span class="visually-hidden">{t!(texts, settings.tools)}</span>
                    </th>
                </tr>
            </thead>
            <tbody>
                <For each=move || 0..count.get() key=|at| *at let:at>
                    <Step rules at />
                </For>
            </tbody>
        </table>
    }
}

#[component]
fn Step(rules: Rules, at: usize) -> impl IntoView {
    let texts = use_texts();
    let step = rules.follow(move |policy| policy.lateness.get(at).cloned());
    let days = Signal::derive(move || step.read().as_ref().map(|step| Decimal::from(step.days)));
    let earns = Signal::derive(move || step.read().as_ref().map_or(Percent::ZERO, |step| step.earns));
    let set = move |change: &dyn Fn(&mut LateStep)| {
        rules.change(|policy| {
            if let Some(step) = policy.lateness.get_mut(at) {
                change(step);
            }
            policy.lateness.sort_by_key(|step| step.days);
        });
        true
    };
    let take_days = move |days: Option<Decimal>| {
        let days = days.filter(Decimal::is_integer).and_then(|days| u32::try_from(days).ok()).filter(|days| *days > 0);
        days.is_some_and(|days| set(&|step| step.days = days))
    };
    let take_earns = move |earns: Percent| set(&|step| step.earns = earns);
    let remove = move |_| {
        rules.change(|policy| {
            if at < policy.lateness.len() {
                policy.lateness.remove(at);
            }
        });
        focus_soon([format!("late-{at}"), "late-add".to_owned()]);
    };
    view! {
        <tr>
            <td>
                <NumberField
                    value=days
                    on_commit=take_days
                    otherwise=label!(texts, settings.late_days_wrong)
                    label=label!(texts, settings.late_days)
                    bare=true
                    id=format!("late-{at}")
                />
            </td>
            <td>
                <PercentField value=earns on_commit=take_earns label=label!(texts, settings.late_earns) bare=true />
            </td>
            <td>
                <button type="button" class="button plain" on:click=remove>
                    {t!(texts, settings.remove)}
                </button>
            </td>
        </tr>
    }
}
