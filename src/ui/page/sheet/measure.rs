//! How an indicator is measured, whatever the year.

use leptos::prelude::*;

use crate::plan::{Baseline, Indicator, IndicatorField, Polarity, Year};
use crate::ui::part::{Locked, YearField};
use crate::ui::widget::{Choice, Select, Words};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::cells::BaselineWords;
use super::columns::Columns;
use super::here::Row;
use super::pick::UnitPick;

/// The fields of the indicator that have no column.
#[component]
pub fn Measure(
    /// The indicator.
    row: Row,
    /// The columns of the table.
    columns: Memo<Columns>,
) -> impl IntoView {
    let texts = use_texts();
    let put = move |field: fn(String) -> IndicatorField| Callback::new(move |words: String| row.set(field(words)));
    view! {
        <section>
            <h3>{t!(texts, sheet.how_measured)}</h3>
            <div class="fields">
                <Hidden row columns />
                <Words
                    label=label!(texts, sheet.formula)
                    value=row.text(|indicator| &indicator.formula)
                    on_commit=put(IndicatorField::Formula)
                />
                <Words
                    label=label!(texts, sheet.unit_of_measure)
                    value=row.text(|indicator| &indicator.unit_of_measure)
                    on_commit=put(IndicatorField::UnitOfMeasure)
                />
                <Words
                    label=label!(texts, sheet.source)
                    value=row.text(|indicator| &indicator.source)
                    on_commit=put(IndicatorField::Source)
                />
                <Words
                    label=label!(texts, sheet.frequency)
                    value=row.text(|indicator| &indicator.frequency)
                    on_commit=put(IndicatorField::Frequency)
                />
                <Direction row />
                <Start row columns />
                <Offices row />
            </div>
        </section>
    }
}

/// What the table has no column for in this objective.
#[component]
fn Hidden(row: Row, columns: Memo<Columns>) -> impl IntoView {
    let texts = use_texts();
    let kpi = Callback::new(move |words: String| row.set_kpi(&words));
    let code = Callback::new(move |words: String| row.set(IndicatorField::Code(words)));
    view! {
        <Show when=move || !columns.read().code>
            <Words label=label!(texts, sheet.code) value=row.text(|indicator| &indicator.code) on_commit=code />
        </Show>
        <Show when=move || !columns.read().kpi>
            <Words
                label=label!(texts, sheet.kpi)
                hint=label!(texts, sheet.kpi_hint)
                value=row.text(|indicator| indicator.kpi.words())
                on_commit=kpi
            />
        </Show>
    }
}

#[component]
fn Direction(row: Row) -> impl IntoView {
    let texts = use_texts();
    let value = Signal::derive(move || row.read(|indicator| key(indicator.polarity).to_owned()).unwrap_or_default());
    let choices = Signal::derive(move || {
        vec![
            Choice::new(key(Polarity::Rising), t_string!(texts, sheet.rising)),
            Choice::new(key(Polarity::Falling), t_string!(texts, sheet.falling)),
            Choice::new(key(Polarity::Steady), t_string!(texts, sheet.steady)),
        ]
    });
    let choose = move |chosen: String| {
        let all = [Polarity::Rising, Polarity::Falling, Polarity::Steady];
        if let Some(polarity) = all.into_iter().find(|polarity| key(*polarity) == chosen) {
            row.set(IndicatorField::Polarity(polarity));
        }
    };
    view! { <Select label=label!(texts, sheet.polarity) value choices on_choose=Callback::new(choose) /> }
}

fn key(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Rising => "rising",
        Polarity::Falling => "falling",
        Polarity::Steady => "steady",
    }
}

/// Where it started, and in which year.
#[component]
fn Start(row: Row, columns: Memo<Columns>) -> impl IntoView {
    let texts = use_texts();
    let year = |indicator: &Indicator| indicator.baseline.as_ref().and_then(|baseline| baseline.year);
    let value = Signal::derive(move || row.read(year).flatten());
    let commit = move |year: Option<Year>| {
        let words = row.peek(|indicator| indicator.baseline.as_ref().map(|baseline| baseline.words.clone())).flatten();
        let words = words.unwrap_or_default();
        let none = words.is_unwritten() && year.is_none();
        row.set(IndicatorField::Baseline((!none).then_some(Baseline { words, year })));
    };
    view! {
        <Show when=move || !columns.read().baseline>
            <div><BaselineWords row bare=false /></div>
        </Show>
        <YearField label=label!(texts, sheet.baseline_year) value on_commit=Callback::new(commit) />
    }
}

/// The offices that answer for it; none ticked: those of the objective.
#[component]
fn Offices(row: Row) -> impl IntoView {
    let texts = use_texts();
    let chosen = Signal::derive(move || row.read(|indicator| indicator.units.clone()).unwrap_or_default());
    view! {
        <div>
            <Locked when=row.here.is_copy()>
                <UnitPick chosen on_change=Callback::new(move |units| row.set(IndicatorField::Units(units))) />
            </Locked>
            <Show when=move || chosen.read().is_empty()>
                <p class="soft small">{t!(texts, sheet.units_of_objective)}</p>
            </Show>
        </div>
    }
}
