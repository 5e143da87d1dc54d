//! One indicator: its row, the rows of its parts, and everything else about it when it is opened.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::plan::{IndicatorField, PartId, Year};
use crate::ui::part::Locked;
use crate::ui::widget::Words;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::action_pick::ActionPick;
use super::cells::{Attained, BaselineWords, Due, Weighs, WholeYear};
use super::columns::Columns;
use super::detail::Detail;
use super::here::Row;
use super::indicators::description_id;
use super::order::{Tools, shift};
use super::part::PartRow;
use super::phrase::{KpiReading, ResultWords, TargetWords};
use crate::ui::widget::{Stepped, stepped};

/// An indicator with all that belongs to it, in a body of the table of its own.
#[component]
pub fn IndicatorRow(
    /// The indicator.
    row: Row,
    /// The columns of the table.
    columns: Memo<Columns>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let parts = Memo::new(move |_| {
        let ids = |indicator: &crate::plan::Indicator| indicator.parts.iter().map(|part| part.id.clone()).collect();
        row.read(ids).unwrap_or_default()
    });
    let walk = move |event: KeyboardEvent| {
        if let Some(Stepped { by, within }) = stepped(&event) {
            shift(row, by, within);
        }
    };
    view! {
        <tbody class="indicator" class:open=open on:keydown=walk>
            <tr>
                <Naming row columns />
                <OfYear row columns parts />
                <td class="c-weight number">
                    <Locked when=row.here.is_locked()>
                        <Weighs row />
                    </Locked>
                </td>
                <td class="c-tools">
                    <Tools row open />
                </td>
            </tr>
            <For each=move || parts.with(|ids: &Vec<PartId>| ids.clone()) key=Clone::clone let:part>
                <PartRow row part columns />
            </For>
            <Show when=move || open.get()>
                <tr class="detail">
                    <td colspan=move || columns.read().count().to_string()>
                        <Locked when=row.is_locked()>
                            <Detail row columns />
                        </Locked>
                    </td>
                </tr>
            </Show>
        </tbody>
    }
}

/// What it is: action, code, description, KPI, start.
#[component]
fn Naming(row: Row, columns: Memo<Columns>) -> impl IntoView {
    let texts = use_texts();
    let locked = row.is_locked();
    let put = move |field: fn(String) -> IndicatorField| Callback::new(move |words: String| row.set(field(words)));
    view! {
        <Show when=move || columns.read().action>
            <td class="c-action">
                <Locked when=locked>
                    <ActionPick row />
                </Locked>
            </td>
        </Show>
        <Show when=move || columns.read().code>
            <td class="c-code">
                <Locked when=locked>
                    <Words
                        bare=true
                        label=label!(texts, sheet.code)
                        value=row.text(|indicator| &indicator.code)
                        on_commit=put(IndicatorField::Code)
                    />
                </Locked>
            </td>
        </Show>
        <td class="c-description">
            <Locked when=locked>
                <Words
                    bare=true
                    id=description_id(&row.id())
                    label=label!(texts, sheet.indicator)
                    value=row.text(|indicator| &indicator.description)
                    on_commit=put(IndicatorField::Description)
                />
            </Locked>
            <Aside row />
        </td>
        <Show when=move || columns.read().kpi>
            <td class="c-kpi">
                <Locked when=locked>
                    <Words
                        bare=true
                        label=label!(texts, sheet.kpi)
                        value=row.text(|indicator| indicator.kpi.words())
                        on_commit=Callback::new(move |words: String| row.set_kpi(&words))
                    />
                </Locked>
                <KpiReading cell=row.cell(Signal::derive(move || columns.read().year)) />
            </td>
        </Show>
        <Show when=move || columns.read().baseline>
            <td class="c-baseline">
                <Locked when=locked>
                    <BaselineWords row />
                </Locked>
            </td>
        </Show>
    }
}

/// The formula and the indicator's own offices, for those who read: both are edited under *Dettagli*.
#[component]
fn Aside(row: Row) -> impl IntoView {
    let texts = use_texts();
    let formula = row.text(|indicator| &indicator.formula);
    let offices = Memo::new(move |_| {
        let units = row.read(|indicator| indicator.units.clone()).unwrap_or_default();
        // Those of the whole objective stand in its head already.
        let same = row.here.read(|objective| objective.units == units).unwrap_or_default();
        let names = row.here.workspace.read(|plan| {
            let named = units.iter().filter_map(|id| plan.units.get(id)).map(|unit| unit.name.clone());
            named.collect::<Vec<_>>().join(" · ")
        });
        names.filter(|_| !same).unwrap_or_default()
    });
    view! {
        <Show when=move || !formula.read().is_empty()>
            <p class="aside">{t!(texts, sheet.formula)} ": " {formula}</p>
        </Show>
        <Show when=move || !offices.read().is_empty()>
            <p class="aside">{offices}</p>
        </Show>
    }
}

/// What was promised and what came of it.
#[component]
fn OfYear(row: Row, columns: Memo<Columns>, parts: Memo<Vec<PartId>>) -> impl IntoView {
    let locked = row.is_locked();
    let year = Signal::derive(move || columns.read().year);
    let cell = row.cell(year);
    let in_year = move || columns.read().year.is_some();
    // An indicator with parts is measured through them; words of its own are still shown.
    let target =
        Memo::new(move |_| parts.read().is_empty() || cell.read(|cell| !cell.target.is_empty()).unwrap_or_default());
    let result =
        Memo::new(move |_| parts.read().is_empty() || cell.read(|cell| !cell.result.is_empty()).unwrap_or_default());
    view! {
        <Show when=move || columns.read().due>
            <td class="c-due">
                <Locked when=locked>
                    <Due cell />
                </Locked>
            </td>
        </Show>
        <Show when=move || columns.read().target && in_year()>
            <td class="c-target">
                <Show when=move || target.get()>
                    <Locked when=locked>
                        <TargetWords cell bare=true />
                    </Locked>
                </Show>
            </td>
        </Show>
        <Show when=in_year>
            <td class="c-result">
                <Show when=move || result.get()>
                    <Locked when=locked>
                        <ResultWords cell bare=true />
                    </Locked>
                </Show>
            </td>
        </Show>
        <Show when=move || !in_year()>
            <Years row columns parts />
        </Show>
        <td class="c-attained number">
            <Attained row />
        </td>
        <Show when=in_year>
            <Years row columns parts />
        </Show>
    }
}

/// The targets of the other years; of the whole period, all years with their results.
#[component]
fn Years(row: Row, columns: Memo<Columns>, parts: Memo<Vec<PartId>>) -> impl IntoView {
    let locked = row.is_locked();
    let in_year = move || columns.read().year.is_some();
    let one = move |year: Year| {
        let cell = row.cell(Signal::stored(Some(year)));
        let own = Memo::new(move |_| parts.read().is_empty() || cell.read(|cell| !cell.is_blank()).unwrap_or_default());
        view! {
            <td class="c-other">
                <Show when=move || own.get()>
                    <Locked when=locked>
                        <Show when=in_year fallback=move || view! { <WholeYear cell /> }>
                            <TargetWords cell bare=true />
                        </Show>
                    </Locked>
                </Show>
            </td>
        }
    };
    view! { <For each=move || columns.read().others.clone() key=|year| *year children=one /> }
}
