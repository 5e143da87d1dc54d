//! Scales that turn attainment into the body's own score, by the year they came into force.

use leptos::prelude::*;

use super::scale::{Editing, ScaleEditor};
use super::{Rule, Rules};
use crate::attainment::Preset;
use crate::plan::{DatedScale, Earns, Edit, PlanField, Scale, Year};
use crate::state::use_workspace;
use crate::ui::widget::{Checked, focus_soon};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// The scales, the oldest first.
#[component]
pub fn BodyScore(rules: Rules) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let count = rules.follow(|policy| policy.bands.len());
    let add = move |_| {
        let at = count.get_untracked();
        let Some(first) = workspace.peek(|plan| plan.period.first()) else { return };
        rules.change(|policy| policy.bands.extend(next(&policy.bands, first)));
        focus_soon([format!("since-{at}")]);
    };
    view! {
        <Rule name=label!(texts, settings.bands) hint=label!(texts, settings.bands_hint) wide=true>
            <For each=move || 0..count.get() key=|at| *at let:at>
                <Dated rules at />
            </For>
            <button type="button" class="button plain" id="since-add" on:click=add>
                {t!(texts, settings.add_dated)}
            </button>
        </Rule>
    }
}

/// A new scale: the latest again, from the year after; the first one is a scale that bodies publish.
fn next(bands: &[DatedScale], first: Year) -> Option<DatedScale> {
    match bands.last() {
        Some(last) => {
            let since = Year::new(last.since.number() + 1).ok()?;
            Some(DatedScale { since, scale: last.scale.clone() })
        }
        None => Preset::SixBands.policy(first).bands.into_iter().next(),
    }
}

#[component]
fn Dated(rules: Rules, at: usize) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let since =
        rules.follow(move |policy| policy.bands.get(at).map(|dated| dated.since.to_string()).unwrap_or_default());
    let take = move |words: String| {
        let Some(since) = words.trim().parse().ok().and_then(|year| Year::new(year).ok()) else { return false };
        rules.change(|policy| {
            if let Some(dated) = policy.bands.get_mut(at) {
                dated.since = since;
            }
            policy.bands.sort_by_key(|dated| dated.since);
        });
        true
    };
    let remove = move |_| {
        let mut policy = rules.policy.get_untracked();
        if at < policy.bands.len() {
            policy.bands.remove(at);
            let what = t_string!(texts, settings.removed_bands, year = since.get_untracked());
            workspace.remove(what, Edit::Plan(PlanField::Policy(policy)));
            focus_soon([format!("since-{at}"), "since-add".to_owned()]);
        }
    };
    let label = Signal::derive(move || t_string!(texts, settings.bands_of, year = since.get()));
    view! {
        <fieldset class="dated">
            <legend class="visually-hidden">{label}</legend>
            <div class="row">
                <div class="short">
                    <Checked
                        value=since
                        on_commit=take
                        otherwise=label!(texts, settings.since_wrong)
                        label=label!(texts, settings.since)
                        id=format!("since-{at}")
                    />
                </div>
                <button type="button" class="button plain" on:click=remove>
                    {t!(texts, settings.remove_dated)}
                </button>
            </div>
            <ScaleEditor editing=editing(rules, at, label!(texts, settings.band_points)) label />
        </fieldset>
    }
}

fn editing(rules: Rules, at: usize, earns: Signal<String>) -> Editing {
    let scale = rules.follow(move |policy| policy.bands.get(at).map(|dated| dated.scale.clone()).unwrap_or_default());
    let set = move |scale: Scale| {
        rules.change(|policy| {
            if let Some(dated) = policy.bands.get_mut(at) {
                dated.scale = scale;
            }
        });
    };
    Editing { scale, set: Callback::new(set), id: "bands", place: at, earns, fresh: Earns::Points(0.into()) }
}
