//! The figure of the scenario beside the official one, and between what the weights could move it.

use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::attainment::Preset;
use crate::plan::{Percent, Plan, Policy};
use crate::simulation::Basis;
use crate::target::{rounded, show_rounded};
use crate::ui::part::LightMark;
use crate::ui::widget::{Checked, Choice, Select};
use crate::ui::words::text::*;
use crate::ui::words::{percent, points, read_number, use_language, use_texts};

use super::desk::Desk;

/// The card of the figure.
#[component]
pub(super) fn Outcome(desk: Desk) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let now = Memo::new(move |_| desk.trial(|trial| trial.figure()).flatten());
    let official = Memo::new(move |_| desk.officially(|trial| trial.official_figure()).flatten());
    let change = Memo::new(move |_| difference(now.get(), official.get()));
    // Told once the hand rests, not at every step.
    let said = move || {
        let saved = desk.saved.read();
        let now = saved.as_ref().and_then(crate::simulation::Trial::figure);
        t_string!(texts, simulation.said, now = percent(now, language.get()))
    };
    let number = move || {
        let text = percent(now.get(), language.get());
        text.trim_end_matches('%').trim_end().to_owned()
    };
    let basis = move || {
        desk.trial(|trial| match trial.basis() {
            Basis::Measured => t_string!(texts, simulation.on_measured),
            Basis::Floor => t_string!(texts, simulation.on_floor),
        })
    };
    view! {
        <section class="card outcome" aria-labelledby="esito">
            <header>
                <h2 id="esito">{t!(texts, simulation.outcome)}</h2>
                <LightMark value=now />
            </header>
            <p class="row">
                <span class="figure">
                    {number}
                    <small>{move || now.get().map(|_| " %")}</small>
                </span>
                <Change change />
            </p>
            <p class="visually-hidden" role="status">
                {said}
            </p>
            <p class="soft">
                {move || t_string!(texts, simulation.official, value = percent(official.get(), language.get()))}
            </p>
            <p class="soft small">{basis}</p>
            <Rules desk />
        </section>
    }
}

/// How far a figure is from the official one, as shown; none where it shows none.
pub(super) fn difference(now: Option<Percent>, official: Option<Percent>) -> Option<Decimal> {
    let change = rounded(now?.value().saturating_sub(official?.value()), 2);
    (!change.is_zero()).then_some(change)
}

/// A difference in points: an arrow, a sign and the figure. It stays in the page while the hand moves; only its words change.
#[component]
pub(super) fn Change(change: Memo<Option<Decimal>>) -> impl IntoView {
    let language = use_language();
    let class = Memo::new(move |_| match change.get() {
        Some(change) if change.is_sign_negative() => "change down",
        _ => "change up",
    });
    let says = move || {
        let change = change.get()?;
        let sign = if change.is_sign_negative() { "▼ −" } else { "▲ +" };
        Some(format!("{sign}{}", show_rounded(change.abs(), 2, language.get())))
    };
    let is_there = Memo::new(move |_| change.get().is_some());
    view! {
        " "
        <Show when=move || is_there.get()>
            <span class=class>{says}</span>
        </Show>
    }
}

/// Rules that no preset has.
const OTHER: &str = "other";

/// The rules the scenario is scored by.
#[component]
fn Rules(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    // Lights and lateness are the body's own whatever the preset.
    let policy_of = move |preset: Preset| {
        let of = |plan: &Plan| {
            let Policy { lights, lateness, .. } = plan.policy.clone();
            Policy { lights, lateness, ..preset.policy(plan.period.first()) }
        };
        desk.workspace.read(of)
    };
    let names = move |preset: Preset| match preset {
        Preset::Proportional => t_string!(texts, settings.proportional),
        Preset::AllOrNothing => t_string!(texts, settings.all_or_nothing),
        Preset::Threshold60 => t_string!(texts, settings.threshold),
        Preset::FourSteps => t_string!(texts, settings.four_steps),
        Preset::SixTenths => t_string!(texts, settings.six_tenths),
        Preset::SixBands => t_string!(texts, settings.six_bands),
    };
    let value = Signal::derive(move || {
        let Some(policy) = desk.trial(|trial| trial.own_policy().cloned()).flatten() else { return String::new() };
        let is_that = |preset: Preset| {
            let meant = policy_of(preset).map(|meant| Policy {
                lights: policy.lights.clone(),
                lateness: policy.lateness.clone(),
                ..meant
            });
            meant.as_ref() == Some(&policy)
        };
        Preset::ALL.into_iter().position(is_that).map_or_else(|| OTHER.to_owned(), |at| at.to_string())
    });
    let choices = Signal::derive(move || {
        let own = Choice::new("", t_string!(texts, simulation.own_rules));
        let presets =
            Preset::ALL.into_iter().enumerate().map(|(at, preset)| Choice::new(at.to_string(), names(preset)));
        let other = (value.get() == OTHER).then(|| Choice::new(OTHER, t_string!(texts, simulation.other_rules)));
        std::iter::once(own).chain(presets).chain(other).collect::<Vec<_>>()
    });
    let choose = move |at: String| {
        let preset = at.parse().ok().and_then(|at: usize| Preset::ALL.get(at).copied());
        desk.set_policy(preset.and_then(|preset| untrack(|| policy_of(preset))));
    };
    view! { <Select label=label!(texts, simulation.rules) value choices on_choose=choose /> }
}

/// Between what the figure can move when all weights may.
#[component]
pub(super) fn Range(desk: Desk) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let by = RwSignal::new(Percent::whole(10));
    let range = Memo::new(move |_| desk.rested(|group| group.range(by.get())).flatten());
    let says = move || match range.get() {
        Some(range) => {
            let (low, high) = (percent(Some(range.low), language.get()), percent(Some(range.high), language.get()));
            t_string!(texts, simulation.range, low = low, high = high)
        }
        None => t_string!(texts, simulation.no_figure).to_owned(),
    };
    view! {
        <div class="asked">
            <PercentAsked value=by most=Decimal::ONE_HUNDRED label=label!(texts, simulation.range_by) />
            <p>{says}</p>
        </div>
    }
}

/// A number of percent or points that a question starts from.
#[component]
pub(super) fn PercentAsked(value: RwSignal<Percent>, most: Decimal, label: Signal<String>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let shown = Signal::derive(move || {
        points(Some(value.get()), language.get()).trim_end_matches(['0']).trim_end_matches([',', '.']).to_owned()
    });
    let otherwise =
        Signal::derive(move || t_string!(texts, simulation.not_a_number, most = show_rounded(most, 0, language.get())));
    let commit = move |words: String| {
        let read = read_number(&words, language.get_untracked()).filter(|read| *read <= most);
        match read.and_then(|read| Percent::new(read).ok()) {
            Some(read) => {
                value.set(read);
                true
            }
            None => false,
        }
    };
    view! { <Checked value=shown on_commit=commit otherwise label /> }
}
