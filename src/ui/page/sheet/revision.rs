//! Targets changed after approval: the old words are kept, with the reason and the day.

use leptos::prelude::*;

use crate::plan::{CellField, EarlierTarget, IndicatorEdit, ObjectiveEdit};
use crate::target::show_date;
use crate::ui::part::DayField;
use crate::ui::widget::Words;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::here::CellAt;

/// The targets that stood there before, and a way to change the one that stands there now.
#[component]
pub fn Revisions(
    /// Which.
    cell: CellAt,
) -> impl IntoView {
    let texts = use_texts();
    let earlier = Memo::new(move |_| cell.read(|cell| cell.earlier_targets.clone()).unwrap_or_default());
    let has_target = Memo::new(move |_| cell.read(|cell| !cell.target.is_empty()).unwrap_or_default());
    let open = RwSignal::new(false);
    let line = move |(at, target): (usize, EarlierTarget)| view! { <Line cell at target /> };
    view! {
        <div>
            <h4>{t!(texts, sheet.earlier_targets)}</h4>
            <ul class="earlier">{move || earlier.get().into_iter().enumerate().map(line).collect_view()}</ul>
            <Show when=move || has_target.get() && !open.get()>
                <button type="button" class="button plain" on:click=move |_| open.set(true)>
                    {t!(texts, sheet.revise)}
                </button>
            </Show>
            <Show when=move || has_target.get() && open.get()>
                <Revise cell open />
            </Show>
            <Show when=move || !has_target.get() && earlier.read().is_empty()>
                <p class="soft small">{t!(texts, sheet.nothing_to_revise)}</p>
            </Show>
        </div>
    }
}

#[component]
fn Line(cell: CellAt, at: usize, target: EarlierTarget) -> impl IntoView {
    let texts = use_texts();
    let until = target.until.map(|day| t_string!(texts, sheet.until, day = show_date(day)));
    let remove = move |_| {
        let Some(mut all) = cell.peek(|cell| cell.earlier_targets.clone()) else { return };
        if at < all.len() {
            all.remove(at);
            cell.set(CellField::EarlierTargets(all));
        }
    };
    view! {
        <li>
            <span class="strong">{target.words.words().to_owned()}</span>
            <span class="soft small">{until}</span>
            <span>{target.reason}</span>
            <button type="button" class="button plain" on:click=remove>{t!(texts, sheet.remove_short)}</button>
        </li>
    }
}

/// The words now, the reason, the day: one step.
#[component]
fn Revise(cell: CellAt, open: RwSignal<bool>) -> impl IntoView {
    let texts = use_texts();
    let before = untrack(|| cell.text(|cell| cell.target.words()).get());
    let (words, reason) = (RwSignal::new(before), RwSignal::new(String::new()));
    let day = RwSignal::new(Some(untrack(|| cell.row.here.workspace.today())));
    let unchanged = move || cell.read(|cell| cell.target.words() == words.read().as_str()).unwrap_or(true);
    let make = move |_| {
        revise(cell, words.get_untracked(), reason.get_untracked(), day.get_untracked());
        open.set(false);
    };
    view! {
        <div class="revise">
            <Words
                label=label!(texts, sheet.new_target)
                value=words
                on_commit=Callback::new(move |typed| words.set(typed))
                on_type=Callback::new(move |typed| words.set(typed))
            />
            <Words
                label=label!(texts, sheet.revision_reason)
                value=reason
                on_commit=Callback::new(move |typed| reason.set(typed))
            />
            <DayField
                label=label!(texts, sheet.revision_day)
                value=day
                on_commit=Callback::new(move |typed| day.set(typed))
            />
            <div class="row">
                <button type="button" class="button" disabled=unchanged on:click=make>
                    {t!(texts, sheet.revise_do)}
                </button>
                <button type="button" class="button plain" on:click=move |_| open.set(false)>
                    {t!(texts, sheet.cancel)}
                </button>
            </div>
        </div>
    }
}

fn revise(cell: CellAt, words: String, reason: String, until: Option<chrono::NaiveDate>) {
    let Some((target, mut earlier)) = cell.peek(|cell| (cell.target.clone(), cell.earlier_targets.clone())) else {
        return;
    };
    earlier.push(EarlierTarget { words: target, until, reason });
    let fields = [CellField::EarlierTargets(earlier), CellField::Target(words.into()), CellField::TargetReading(None)];
    let here = cell.row.here;
    let whole = |edit: IndicatorEdit| crate::plan::Edit::Objective {
        objective: here.id(),
        edit: ObjectiveEdit::Indicator { indicator: cell.row.id(), edit },
    };
    let edits = fields.into_iter().filter_map(|field| cell.edit_of(field)).map(whole).collect();
    here.workspace.edit(crate::plan::Edit::Several(edits));
}
