//! *Quanto conta ogni peso*: the figure with each weight a step lower and a step higher.

use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::plan::Percent;
use crate::simulation::{Spot, Swing};
use crate::ui::words::text::*;
use crate::ui::words::{percent, points, use_language, use_texts};

use super::chart::AsTable;
use super::desk::Desk;
use super::name::{Named, Names};
use super::result::PercentAsked;

/// How many weights are drawn; the table has all.
const DRAWN: usize = 8;
const HEIGHT: usize = 38;

/// The card of the weights' swings.
#[component]
pub(super) fn Tornado(desk: Desk, names: Names) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let step = RwSignal::new(Percent::whole(5));
    let swings = Memo::new(move |_| desk.rested(|group| group.tornado(step.get())).unwrap_or_default());
    let figure = Memo::new(move |_| desk.rested(|group| group.figure()).flatten());
    let called =
        move |spot: &Spot| names.read().iter().find(|named| named.spot == *spot).map(Named::short).unwrap_or_default();
    let drawn = Memo::new(move |_| {
        let drawn = |swing: &Swing<Spot>| (called(&swing.id), swing.clone());
        swings.read().iter().take(DRAWN).map(drawn).collect::<Vec<_>>()
    });
    // The widest swing reaches the edge.
    let widest = Memo::new(move |_| {
        let Some(figure) = figure.get() else { return Decimal::ONE };
        let far =
            |end: Option<Percent>| end.map(|end| end.value().saturating_sub(figure.value()).abs()).unwrap_or_default();
        let ends = drawn.read().iter().map(|(_, swing)| far(swing.low()).max(far(swing.high()))).max();
        ends.filter(|end| !end.is_zero()).unwrap_or(Decimal::ONE)
    });
    let height = move || drawn.read().len().saturating_mul(HEIGHT).to_string();
    let bars = move || {
        let figure = figure.get().unwrap_or_default();
        let draw = |(at, (name, swing)): (usize, &(String, Swing<Spot>))| {
            view! { <Drawn name=name.clone() swing=swing.clone() figure at widest=widest.get() /> }
        };
        drawn.read().iter().enumerate().map(draw).collect_view()
    };
    let heads = Signal::derive(move || {
        [t_string!(texts, simulation.lowered), t_string!(texts, simulation.raised), t_string!(texts, simulation.swing)]
            .map(str::to_owned)
            .to_vec()
    });
    let rows = Signal::derive(move || {
        let shown = |value| percent(value, language.get());
        let row = |swing: &Swing<Spot>| {
            let width = points(Some(swing.width()), language.get());
            vec![called(&swing.id), shown(swing.lowered), shown(swing.raised), width]
        };
        swings.read().iter().map(row).collect::<Vec<_>>()
    });
    let has_any = Memo::new(move |_| !drawn.read().is_empty());
    view! {
        <section class="card tornado" aria-labelledby="tornado">
            <header>
                <h2 id="tornado">{t!(texts, simulation.tornado)}</h2>
            </header>
            <div class="asked">
                <PercentAsked value=step most=Decimal::ONE_HUNDRED label=label!(texts, simulation.step) />
            </div>
            <p class="legend soft small" aria-hidden="true">
                <svg width="14" height="12"><rect class="lowered" width="14" height="12" /></svg>
                {t!(texts, simulation.lowered)}
                <svg width="14" height="12"><rect class="raised" width="14" height="12" /></svg>
                {t!(texts, simulation.raised)}
            </p>
            <Show when=move || has_any.get() fallback=move || view! { <p class="empty">{t!(texts, simulation.no_figure)}</p> }>
                <svg class="chart" role="img" aria-labelledby="tornado" height=height>
                    {bars}
                </svg>
            </Show>
            <AsTable label=label!(texts, simulation.tornado) heads rows />
        </section>
    }
}

#[component]
fn Drawn(name: String, swing: Swing<Spot>, figure: Percent, at: usize, widest: Decimal) -> impl IntoView {
    let language = use_language();
    let top = at.saturating_mul(HEIGHT);
    let y = |offset: usize| top.saturating_add(offset).to_string();
    let half = Decimal::from(50);
    // From the middle of the chart, as far as the figure moves.
    let bar = |end: Option<Percent>| {
        let moved = end.unwrap_or(figure).value().saturating_sub(figure.value());
        let long = moved.abs().saturating_mul(Decimal::from(36)).checked_div(widest).unwrap_or_default();
        let from = if moved.is_sign_negative() { half.saturating_sub(long) } else { half };
        (format!("{}%", from.round_dp(2)), format!("{}%", long.round_dp(2)))
    };
    let (lowered, raised) = (bar(swing.lowered), bar(swing.raised));
    let change = move |end: Option<Percent>| {
        let moved = end?.value().saturating_sub(figure.value()).round_dp(2);
        let sign = if moved.is_sign_negative() { "−" } else { "+" };
        Some(format!("{sign}{}", crate::target::show_rounded(moved.abs(), 2, language.get())))
    };
    let (low, high) = (swing.low(), swing.high());
    view! {
        <g>
            <text x="0" y=y(13)>
                {name}
            </text>
            <rect class="lowered" x=lowered.0 y=y(18) width=lowered.1 height="13" />
            <rect class="raised" x=raised.0 y=y(18) width=raised.1 height="13" />
            <line class="axis" x1="50%" x2="50%" y1=y(16) y2=y(33) />
            <text class="value" x="0" y=y(29)>
                {move || change(low)}
            </text>
            <text class="value" x="100%" y=y(29) text-anchor="end">
                {move || change(high)}
            </text>
        </g>
    }
}
