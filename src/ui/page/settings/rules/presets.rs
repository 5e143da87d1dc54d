//! Sets of rules that bodies publish, applied in one step.

use leptos::prelude::*;

use super::Rules;
use crate::attainment::Preset;
use crate::plan::Policy;
use crate::state::use_workspace;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// The presets; the one in force is marked.
#[component]
pub fn Presets(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    view! {
        <div class="presets" role="group" aria-label=move || t_string!(texts, settings.presets)>
            {Preset::ALL.map(|preset| view! { <Choose preset rules /> }).collect_view()}
        </div>
    }
}

#[component]
fn Choose(preset: Preset, rules: Rules) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let first = Memo::new(move |_| workspace.read(|plan| plan.period.first()));
    // Lights are a matter of the screen, and no preset says anything about lateness: the body's own steps stay.
    let meant = move |policy: &Policy| {
        let (lights, lateness) = (policy.lights.clone(), policy.lateness.clone());
        first.get().map(|first| Policy { lights, lateness, ..preset.policy(first) })
    };
    let in_force = rules.follow(move |policy| meant(policy).as_ref() == Some(policy));
    let apply = move |_| {
        rules.change(|policy| {
            if let Some(meant) = untrack(|| meant(policy)) {
                *policy = meant;
            }
        });
    };
    let words = move || match preset {
        Preset::Proportional => (t_string!(texts, settings.proportional), t_string!(texts, settings.proportional_hint)),
        Preset::AllOrNothing => {
            (t_string!(texts, settings.all_or_nothing), t_string!(texts, settings.all_or_nothing_hint))
        }
        Preset::Threshold60 => (t_string!(texts, settings.threshold), t_string!(texts, settings.threshold_hint)),
        Preset::FourSteps => (t_string!(texts, settings.four_steps), t_string!(texts, settings.four_steps_hint)),
        Preset::SixTenths => (t_string!(texts, settings.six_tenths), t_string!(texts, settings.six_tenths_hint)),
        Preset::SixBands => (t_string!(texts, settings.six_bands), t_string!(texts, settings.six_bands_hint)),
    };
    view! {
        <button type="button" class="preset" aria-pressed=move || in_force.get().to_string() on:click=apply>
            <b>{move || words().0}</b>
            <span class="soft small">{move || words().1}</span>
        </button>
    }
}
