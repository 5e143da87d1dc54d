//! Bands of a scale: where each starts, whether its start belongs to it, what it earns.

use leptos::prelude::*;
use rust_decimal::Decimal;

use super::{Rule, Rules};
use crate::plan::{Band, Earns, Edge, Percent, Scale};
use crate::ui::part::{NumberField, PercentField};
use crate::ui::widget::focus_soon;
use crate::ui::widget::{Choice, Select};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// What partial attainment of one target earns.
#[component]
pub fn PartialScale(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    let scale = rules.follow(|policy| policy.partial.clone());
    let editing = Editing {
        scale,
        set: Callback::new(move |scale| rules.change(|policy| policy.partial = scale)),
        id: "partial",
        place: 0,
        earns: label!(texts, settings.band_percent),
        fresh: Earns::AsMeasured,
    };
    view! {
        <Rule name=label!(texts, settings.partial) hint=label!(texts, settings.partial_hint) wide=true>
            <Show when=move || scale.read().0.is_empty()>
                <p class="soft small">{t!(texts, settings.no_bands)}</p>
            </Show>
            <ScaleEditor editing label=label!(texts, settings.partial) />
        </Rule>
    }
}

/// A scale being edited.
#[derive(Clone, Copy)]
pub struct Editing {
    /// The scale.
    pub scale: Signal<Scale>,
    /// Receives it changed.
    pub set: Callback<Scale>,
    /// Tells its fields from those of other scales; with `place` where there are several of a kind.
    pub id: &'static str,
    /// See `id`.
    pub place: usize,
    /// What a fixed value is called.
    pub earns: Signal<String>,
    /// What a new band earns.
    pub fresh: Earns,
}

impl Editing {
    fn field(self, at: usize) -> String {
        format!("{}-{}-{at}", self.id, self.place)
    }

    fn adding(self) -> String {
        format!("{}-{}-add", self.id, self.place)
    }

    fn change(self, change: impl FnOnce(&mut Vec<Band>)) {
        let Scale(mut bands) = self.scale.get_untracked();
        change(&mut bands);
        bands.sort_by_key(|band| (band.from, band.edge == Edge::Excluded));
        self.set.run(Scale(bands));
    }

    fn change_band(self, at: usize, change: impl FnOnce(&mut Band)) {
        self.change(|bands| {
            if let Some(band) = bands.get_mut(at) {
                change(band);
            }
        });
    }

    fn add(self) {
        let at = self.scale.with_untracked(|scale| scale.0.len());
        self.change(|bands| {
            let from = bands.last().map_or(Percent::ZERO, |last| above(last.from));
            bands.push(Band { from, edge: Edge::Included, earns: self.fresh });
        });
        focus_soon([self.field(at)]);
    }

    fn remove(self, at: usize) {
        self.change(|bands| {
            if at < bands.len() {
                bands.remove(at);
            }
        });
        focus_soon([self.field(at), self.adding()]);
    }
}

/// Ten points further, where a next band often starts.
fn above(from: Percent) -> Percent {
    from.value().checked_add(Decimal::TEN).and_then(|next| Percent::new(next).ok()).unwrap_or(from)
}

/// The bands as a table.
#[component]
pub fn ScaleEditor(
    /// The scale.
    editing: Editing,
    /// What the table is.
    label: Signal<String>,
) -> impl IntoView {
    let texts = use_texts();
    let count = Memo::new(move |_| editing.scale.with(|scale| scale.0.len()));
    view! {
        <Show when=move || count.get() != 0>
            <table class="scale" aria-label=label>
                <thead>
                    <tr>
                        <th scope="col">{t!(texts, settings.band_from)}</th>
                        <th scope="col">{t!(texts, settings.band_edge)}</th>
                        <th scope="col">{t!(texts, settings.band_earns)}</th>
                        <th scope="col">{editing.earns}</th>
                        <th scope="col">
                            <span class="visually-hidden">{t!(texts, settings.tools)}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || 0..count.get() key=|at| *at let:at>
                        <Row editing at />
                    </For>
                </tbody>
            </table>
        </Show>
        <button type="button" class="button plain" id=editing.adding() on:click=move |_| editing.add()>
            {t!(texts, settings.add_band)}
        </button>
    }
}

#[component]
fn Row(editing: Editing, at: usize) -> impl IntoView {
    let texts = use_texts();
    let band = Memo::new(move |_| editing.scale.with(|scale| scale.0.get(at).cloned()));
    let from = Signal::derive(move || band.read().as_ref().map_or(Percent::ZERO, |band| band.from));
    let take_from = move |from: Percent| {
        editing.change_band(at, |band| band.from = from);
        true
    };
    view! {
        <tr>
            <td>
                <PercentField value=from on_commit=take_from label=label!(texts, settings.band_from) bare=true id=editing.field(at) />
            </td>
            <td>
                <EdgeChoice editing at band />
            </td>
            <EarnsChoice editing at band />
            <td>
                <button type="button" class="button plain" on:click=move |_| editing.remove(at)>
                    {t!(texts, settings.remove)}
                </button>
            </td>
        </tr>
    }
}

#[component]
fn EdgeChoice(editing: Editing, at: usize, band: Memo<Option<Band>>) -> impl IntoView {
    let texts = use_texts();
    let value = Signal::derive(move || match band.read().as_ref().map(|band| band.edge) {
        Some(Edge::Excluded) => "excluded".to_owned(),
        _ => "included".to_owned(),
    });
    let choices = Signal::derive(move || {
        vec![
            Choice::new("included", t_string!(texts, settings.edge_included)),
            Choice::new("excluded", t_string!(texts, settings.edge_excluded)),
        ]
    });
    let choose = move |edge: String| {
        let edge = if edge == "excluded" { Edge::Excluded } else { Edge::Included };
        editing.change_band(at, |band| band.edge = edge);
    };
    view! { <Select value choices on_choose=choose label=label!(texts, settings.band_edge) bare=true /> }
}

#[component]
fn EarnsChoice(editing: Editing, at: usize, band: Memo<Option<Band>>) -> impl IntoView {
    let texts = use_texts();
    let points = Memo::new(move |_| match band.read().as_ref().map(|band| band.earns) {
        Some(Earns::Points(points)) => Some(points),
        _ => None,
    });
    let is_fixed = Memo::new(move |_| points.read().is_some());
    let value = Signal::derive(move || if is_fixed.get() { "fixed" } else { "measured" }.to_owned());
    let choices = Signal::derive(move || {
        vec![
            Choice::new("measured", t_string!(texts, settings.earns_measured)),
            Choice::new("fixed", t_string!(texts, settings.earns_fixed)),
        ]
    });
    let choose = move |earns: String| {
        let earns = if earns == "fixed" { Earns::Points(Decimal::ZERO) } else { Earns::AsMeasured };
        editing.change_band(at, |band| band.earns = earns);
    };
    let take = move |points: Option<Decimal>| {
        let fits = points.filter(|points| *points >= Decimal::ZERO && *points <= Percent::MAX.value());
        if let Some(points) = fits {
            editing.change_band(at, |band| band.earns = Earns::Points(points));
        }
        fits.is_some()
    };
    view! {
        <td>
            <Select value choices on_choose=choose label=label!(texts, settings.band_earns) bare=true />
        </td>
        <td>
            <Show when=move || is_fixed.get()>
                <NumberField value=points on_commit=take otherwise=label!(texts, settings.not_points) label=editing.earns bare=true />
            </Show>
        </td>
    }
}
