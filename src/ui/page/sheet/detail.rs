//! Everything else about an indicator and its year, below its row.

use leptos::prelude::*;

use crate::plan::CellField;
use crate::ui::widget::Words;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::cells::Due;
use super::checkpoints::Checkpoints;
use super::columns::Columns;
use super::decision::{Caused, Judged, Stands};
use super::here::{CellAt, Row};
use super::measure::Measure;
use super::order::{duplicate, remove};
use super::part::PartAt;
use super::parts;
use super::phrase::TargetWords;
use super::reading::{ResultChoice, TargetChoice};
use super::revision::Revisions;

/// The opened indicator.
#[component]
pub fn Detail(
    /// The indicator.
    row: Row,
    /// The columns of the table: what stands there is not repeated here.
    columns: Memo<Columns>,
) -> impl IntoView {
    let texts = use_texts();
    let year = Signal::derive(move || row.here.workspace.year());
    // Which indicators there are is the business of whoever answers for the sheet.
    let locked = row.here.is_locked();
    view! {
        <div class="opened">
            <Measure row columns />
            <OfYear cell=row.cell(year) columns />
            <div class="row wrap foot">
                <button type="button" class="button plain" on:click=move |_| parts::add(row)>
                    {t!(texts, sheet.add_part)}
                </button>
                <button type="button" class="button plain" disabled=locked on:click=move |_| duplicate(row)>
                    {t!(texts, sheet.duplicate_indicator)}
                </button>
                <button type="button" class="button plain" disabled=locked on:click=move |_| remove(row, texts)>
                    {t!(texts, sheet.remove_indicator)}
                </button>
            </div>
        </div>
    }
}

/// The opened part.
#[component]
pub fn PartDetail(
    /// Which part.
    at: PartAt,
    /// The columns of the table.
    columns: Memo<Columns>,
) -> impl IntoView {
    let year = Signal::derive(move || at.row.here.workspace.year());
    view! {
        <div class="opened">
            <OfYear cell=at.row.cell_of(at.id.get_value(), year) columns />
            <parts::Tools at />
        </div>
    }
}

/// The year of an indicator or of a part.
#[component]
fn OfYear(cell: CellAt, columns: Memo<Columns>) -> impl IntoView {
    let texts = use_texts();
    let heading = move || {
        let year = cell.year().map(|year| year.to_string()).unwrap_or_default();
        t_string!(texts, sheet.in_the_year, year = year)
    };
    view! {
        <section class="of-year">
            <h3>{heading}</h3>
            <div class="fields">
                <Promise cell columns />
                <TargetChoice cell />
                <ResultChoice cell />
                <Stands cell />
                <Judged cell />
                <Caused cell />
                <Notes cell />
            </div>
            <div class="lists">
                <Checkpoints cell />
                <Revisions cell />
            </div>
        </section>
    }
}

/// The target and the deadline, where the table has no column for them.
#[component]
fn Promise(cell: CellAt, columns: Memo<Columns>) -> impl IntoView {
    let texts = use_texts();
    view! {
        <Show when=move || { !columns.read().target }>
            <div><TargetWords cell /></div>
        </Show>
        <Show when=move || { !columns.read().due }>
            <div class="labelled">
                <span class="label" aria-hidden="true">{t!(texts, sheet.due)}</span>
                <Due cell />
            </div>
        </Show>
    }
}

#[component]
fn Notes(cell: CellAt) -> impl IntoView {
    let texts = use_texts();
    let put = move |field: fn(String) -> CellField| Callback::new(move |words: String| cell.set(field(words)));
    view! {
        <Words
            label=label!(texts, sheet.evidence)
            value=cell.text(|cell| &cell.evidence)
            on_commit=put(CellField::Evidence)
        />
        <Words label=label!(texts, sheet.note) value=cell.text(|cell| &cell.note) on_commit=put(CellField::Note) />
    }
}
