//! A lettered part of an indicator: a row with its own promise and result.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::attainment::{Basis, Detail as Depth, Outcome, Place, Working};
use crate::plan::{Part, PartField, PartId, Percent, Weight, Year};
use crate::ui::part::{Locked, NumberField};
use crate::ui::widget::Words;
use crate::ui::words::text::*;
use crate::ui::words::{percent, use_language, use_texts};

use super::cells::{Due, Score, WholeYear};
use super::columns::Columns;
use super::detail::PartDetail;
use super::here::{Row, beginning};
use super::parts::{opener_id, part_id, shift};
use super::phrase::{ResultWords, TargetWords};
use crate::ui::widget::{Stepped, stepped};

/// A part.
#[derive(Clone, Copy)]
pub struct PartAt {
    /// The indicator it belongs to.
    pub row: Row,
    /// Which part.
    pub id: StoredValue<PartId>,
    found: Memo<Option<Arc<Part>>>,
}

impl PartAt {
    fn text(self, look: fn(&Part) -> &String) -> Signal<String> {
        Signal::derive(move || self.found.read().as_deref().map(|part| look(part).clone()).unwrap_or_default())
    }

    fn put(self, field: fn(String) -> PartField) -> Callback<String> {
        Callback::new(move |words: String| self.row.set_part(self.id.get_value(), field(words)))
    }

    /// Returns what it is called in sentences.
    pub fn name(self) -> Signal<String> {
        Signal::derive(move || {
            let own = self.found.read().as_deref().map(|part| match part.code.as_str() {
                "" => beginning(&part.description),
                code => code.to_owned(),
            });
            format!("{} {}", self.row.name().get(), own.unwrap_or_default())
        })
    }
}

/// The row of a part, and everything else about it when it is opened.
#[component]
pub fn PartRow(
    /// The indicator it belongs to.
    row: Row,
    /// Which part.
    part: PartId,
    /// The columns of the table.
    columns: Memo<Columns>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let wanted = part.clone();
    let found = Memo::new(move |_| row.read(|indicator| indicator.parts.get(&wanted).cloned()).flatten());
    let at = PartAt { row, id: StoredValue::new(part), found };
    let walk = move |event: KeyboardEvent| {
        if let Some(Stepped { by, within }) = stepped(&event) {
            event.stop_propagation();
            shift(at, by, within);
        }
    };
    view! {
        <tr class="part" on:keydown=walk>
            <Naming at columns />
            <OfYear at columns />
            <td class="c-tools">
                <Opener at open />
            </td>
        </tr>
        <Show when=move || open.get()>
            <tr class="detail">
                <td colspan=move || columns.read().count().to_string()>
                    <Locked when=at.row.is_locked()>
                        <PartDetail at columns />
                    </Locked>
                </td>
            </tr>
        </Show>
    }
}

#[component]
fn Naming(at: PartAt, columns: Memo<Columns>) -> impl IntoView {
    let texts = use_texts();
    let id = part_id(&at.id.get_value());
    let locked = at.row.is_locked();
    view! {
        <Show when=move || columns.read().action>
            <td></td>
        </Show>
        <Show when=move || columns.read().code>
            <td class="c-code">
                <Locked when=locked>
                    <Words
                        bare=true
                        label=label!(texts, sheet.letter)
                        value=at.text(|part| &part.code)
                        on_commit=at.put(PartField::Code)
                    />
                </Locked>
            </td>
        </Show>
        <td class="c-description">
            <Locked when=locked>
                <Words
                    bare=true
                    id=id
                    label=label!(texts, sheet.part)
                    value=at.text(|part| &part.description)
                    on_commit=at.put(PartField::Description)
                />
            </Locked>
        </td>
        <Show when=move || columns.read().kpi>
            <td></td>
        </Show>
        <Show when=move || columns.read().baseline>
            <td></td>
        </Show>
    }
}

#[component]
fn OfYear(at: PartAt, columns: Memo<Columns>) -> impl IntoView {
    let year = Signal::derive(move || columns.read().year);
    let cell = at.row.cell_of(at.id.get_value(), year);
    let locked = at.row.is_locked();
    let in_year = move || columns.read().year.is_some();
    let came = came(at);
    let score = Signal::derive(move || came.get().and_then(|came| came.0));
    let outcome = Signal::derive(move || came.get().map(|came| came.1));
    let share = Signal::derive(move || came.get().and_then(|came| came.2));
    let place = StoredValue::new(Place::Indicator(at.row.here.id(), at.row.id()));
    view! {
        <Show when=move || columns.read().due>
            <td class="c-due"><Locked when=locked><Due cell /></Locked></td>
        </Show>
        <Show when=move || columns.read().target && in_year()>
            <td class="c-target"><Locked when=locked><TargetWords cell bare=true /></Locked></td>
        </Show>
        <Show when=in_year>
            <td class="c-result"><Locked when=locked><ResultWords cell bare=true /></Locked></td>
        </Show>
        <Show when=move || !in_year()>
            <Years at columns />
        </Show>
        <td class="c-attained number"><Score score outcome place=place.get_value() /></td>
        <Show when=in_year>
            <Years at columns />
        </Show>
        <td class="c-weight number"><Locked when=locked><Weighs at share /></Locked></td>
    }
}

#[component]
fn Years(at: PartAt, columns: Memo<Columns>) -> impl IntoView {
    let in_year = move || columns.read().year.is_some();
    let one = move |year: Year| {
        let cell = at.row.cell_of(at.id.get_value(), Signal::stored(Some(year)));
        view! {
            <td class="c-other">
                <Locked when=at.row.is_locked()>
                    <Show when=in_year fallback=move || view! { <WholeYear cell /> }>
                        <TargetWords cell bare=true />
                    </Show>
                </Locked>
            </td>
        }
    };
    view! { <For each=move || columns.read().others.clone() key=|year| *year children=one /> }
}

#[component]
fn Weighs(at: PartAt, share: Signal<Option<Percent>>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let written = Signal::derive(move || at.found.read().as_deref().and_then(|part| part.weight).map(Weight::value));
    let commit = move |number: Option<rust_decimal::Decimal>| match number.map(Weight::new).transpose() {
        Ok(weight) => {
            at.row.set_part(at.id.get_value(), PartField::Weight(weight));
            true
        }
        Err(_) => false,
    };
    view! {
        <NumberField bare=true label=label!(texts, sheet.weight) value=written on_commit=Callback::new(commit) />
        {move || share.get().map(|share| {
            let shown = percent(Some(share), language.get());
            view! { <span class="share" title=t_string!(texts, sheet.share_of_indicator)>{shown}</span> }
        })}
    }
}

/// Follows what came of a part in the year: its score, the outcome, its share of the indicator.
/// Score, outcome and share of a part.
type Came = (Option<Percent>, Outcome, Option<Percent>);

fn came(at: PartAt) -> Memo<Option<Came>> {
    let (workspace, here) = (at.row.here.workspace, at.row.here);
    let attainment = workspace.attainment();
    Memo::new(move |_| {
        let attainment = attainment.read();
        let place = Place::Indicator(here.id(), at.row.id());
        let working = workspace.peek(|plan| attainment.as_ref()?.explain(plan, &place, Depth::Children)).flatten()?;
        let (Basis::Mean(parts) | Basis::Judged { parts, .. }) = working.basis else { return None };
        let own = Place::Part(at.id.get_value());
        let working: Working = parts.into_iter().find(|working| working.place == own)?;
        match working.basis {
            Basis::Cell(cell) => Some((cell.score.score, cell.score.outcome, working.share)),
            _ => None,
        }
    })
}

#[component]
fn Opener(at: PartAt, open: RwSignal<bool>) -> impl IntoView {
    let texts = use_texts();
    let label = Signal::derive(move || t_string!(texts, sheet.details_of, name = at.name().get()));
    view! {
        <button
            type="button"
            class="button plain details"
            id=opener_id(&at.id.get_value())
            aria-expanded=move || open.get().to_string()
            aria-label=label
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {t!(texts, sheet.details)}
        </button>
    }
}
