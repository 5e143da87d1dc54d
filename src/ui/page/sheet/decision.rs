//! What people decided about a year: that it does not count, what they grant, why it came out otherwise.

use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::plan::{Cause, Cell, CellField, Deviation, Judgement, Percent, Standing, Status, Year};
use crate::ui::part::{DayField, Locked, NumberField};
use crate::ui::widget::{Choice, Select, Words};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, percent, status_words, use_language, use_texts};

use super::here::CellAt;

/// Whether the year counts, and if not, why and since when.
#[component]
pub fn Stands(
    /// Which.
    cell: CellAt,
) -> impl IntoView {
    let texts = use_texts();
    let standing = move || cell.read(|cell| cell.standing.clone()).flatten();
    let value = Signal::derive(move || standing().map(|standing| key(standing.status)).unwrap_or_default());
    let choices = Signal::derive(move || choices(cell.year(), texts));
    let choose = move |chosen: String| {
        let Some(year) = untrack(|| cell.year()) else { return };
        let before = cell.peek(|cell| cell.standing.clone()).flatten();
        let standing = all(year).into_iter().find(|status| key(*status) == chosen).map(|status| match before {
            Some(before) => Standing { status, ..before },
            None => Standing { status, reason: String::new(), date: None },
        });
        cell.set(CellField::Standing(standing));
    };
    view! {
        <div class="together">
            <Select label=label!(texts, sheet.standing) value choices on_choose=Callback::new(choose) />
            <Proposed cell />
            <Show when=move || standing().is_some()>
                <Reason cell />
            </Show>
        </div>
    }
}

/// What the words of the target propose, for a person to take.
#[component]
fn Proposed(cell: CellAt) -> impl IntoView {
    let texts = use_texts();
    let proposed = Memo::new(move |_| cell.proposed());
    let take = move |_| {
        if let Some(status) = proposed.get_untracked() {
            let reason = cell.peek(|cell| cell.target.words().trim().to_owned()).unwrap_or_default();
            cell.set(CellField::Standing(Some(Standing { status, reason, date: None })));
        }
    };
    let says = move || {
        let what = proposed.get().map(|status| status_words(status, texts)).unwrap_or_default();
        t_string!(texts, sheet.proposed, what = what)
    };
    view! {
        <Show when=move || proposed.get().is_some()>
            <p class="hint">
                {says} " "
                <button type="button" class="why" on:click=take>
                    {t!(texts, sheet.take_proposed)}
                </button>
            </p>
        </Show>
    }
}

#[component]
fn Reason(cell: CellAt) -> impl IntoView {
    let texts = use_texts();
    let change = move |change: &dyn Fn(&mut Standing)| {
        if let Some(mut standing) = cell.peek(|cell| cell.standing.clone()).flatten() {
            change(&mut standing);
            cell.set(CellField::Standing(Some(standing)));
        }
    };
    let day = Signal::derive(move || cell.read(|cell| cell.standing.as_ref().and_then(|found| found.date)).flatten());
    view! {
        <Words
            label=label!(texts, sheet.reason)
            value=cell.text(|cell| cell.standing.as_ref().map_or("", |standing| standing.reason.as_str()))
            on_commit=Callback::new(move |words: String| change(&|standing| standing.reason.clone_from(&words)))
        />
        <DayField
            label=label!(texts, sheet.since)
            value=day
            on_commit=Callback::new(move |day| change(&|standing| standing.date = day))
        />
    }
}

/// Every standing a year may have; it may be put off by up to five years.
fn all(year: Year) -> Vec<Status> {
    let later = (1..=5).filter_map(|years| Year::new(year.number().saturating_add(years)).ok());
    let postponed = later.map(|to| Status::Postponed { to });
    [Status::ToDefine, Status::Suspended, Status::StruckOut].into_iter().chain(postponed).collect()
}

fn choices(year: Option<Year>, texts: Texts) -> Vec<Choice> {
    let counts = Choice::new("", t_string!(texts, sheet.counts));
    let statuses = year.map(all).unwrap_or_default();
    let choice = |status: Status| Choice::new(key(status), status_words(status, texts));
    std::iter::once(counts).chain(statuses.into_iter().map(choice)).collect()
}

fn key(status: Status) -> String {
    match status {
        Status::ToDefine => "to_define".to_owned(),
        Status::Suspended => "suspended".to_owned(),
        Status::StruckOut => "struck_out".to_owned(),
        Status::Postponed { to } => to.to_string(),
    }
}

/// What a person grants, why, and who that was.
#[component]
pub fn Judged(
    /// Which.
    cell: CellAt,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let judgement = |cell: &Cell| cell.judgement.clone();
    let value = Signal::derive(move || cell.read(judgement).flatten().map(|found| found.percent.value()));
    // No more than the rules give: what is granted beyond would not count.
    let most = move || cell.row.here.workspace.read(|plan| plan.policy.cap).unwrap_or(Percent::HUNDRED);
    let otherwise =
        Signal::derive(move || t_string!(texts, sheet.judgement_most, most = percent(Some(most()), language.get())));
    let commit = move |number: Option<Decimal>| {
        let percent = match number.map(Percent::new).transpose() {
            Ok(percent) if percent.is_none_or(|percent| percent <= untrack(most)) => percent,
            _ => return false,
        };
        let before = cell.peek(judgement).flatten();
        let now = percent.map(|percent| match before {
            Some(before) => Judgement { percent, ..before },
            None => Judgement { percent, reason: String::new(), author: String::new() },
        });
        cell.set(CellField::Judgement(now));
        true
    };
    let there = Memo::new(move |_| value.get().is_some());
    view! {
        <div class="together">
            <Locked when=cell.row.here.is_copy()>
                <NumberField
                    label=label!(texts, sheet.judgement)
                    value
                    otherwise
                    on_commit=Callback::new(commit)
                />
                <Show when=move || there.get()>
                    <Grounds cell />
                </Show>
            </Locked>
        </div>
    }
}

#[component]
fn Grounds(cell: CellAt) -> impl IntoView {
    let texts = use_texts();
    let change = move |change: &dyn Fn(&mut Judgement)| {
        if let Some(mut judgement) = cell.peek(|cell| cell.judgement.clone()).flatten() {
            change(&mut judgement);
            cell.set(CellField::Judgement(Some(judgement)));
        }
    };
    view! {
        <Words
            label=label!(texts, sheet.judgement_reason)
            value=cell.text(|cell| cell.judgement.as_ref().map_or("", |found| found.reason.as_str()))
            on_commit=Callback::new(move |words: String| change(&|found| found.reason.clone_from(&words)))
        />
        <Words
            label=label!(texts, sheet.judgement_author)
            value=cell.text(|cell| cell.judgement.as_ref().map_or("", |found| found.author.as_str()))
            on_commit=Callback::new(move |words: String| change(&|found| found.author.clone_from(&words)))
        />
    }
}

/// Why result and target differ.
#[component]
pub fn Caused(
    /// Which.
    cell: CellAt,
) -> impl IntoView {
    let texts = use_texts();
    let deviation = |cell: &Cell| cell.deviation.clone();
    let value = Signal::derive(move || {
        cell.read(deviation).flatten().map(|found| cause_key(found.cause).to_owned()).unwrap_or_default()
    });
    let choices = Signal::derive(move || {
        vec![
            Choice::new("", t_string!(texts, sheet.cause_none)),
            Choice::new(cause_key(Cause::External), t_string!(texts, sheet.cause_external)),
            Choice::new(cause_key(Cause::Internal), t_string!(texts, sheet.cause_internal)),
            Choice::new(cause_key(Cause::Indicator), t_string!(texts, sheet.cause_indicator)),
        ]
    });
    let choose = move |chosen: String| {
        let cause =
            [Cause::External, Cause::Internal, Cause::Indicator].into_iter().find(|cause| cause_key(*cause) == chosen);
        let note = cell.peek(deviation).flatten().map(|found| found.note).unwrap_or_default();
        cell.set(CellField::Deviation(cause.map(|cause| Deviation { cause, note })));
    };
    let note = move |words: String| {
        if let Some(found) = cell.peek(deviation).flatten() {
            cell.set(CellField::Deviation(Some(Deviation { note: words, ..found })));
        }
    };
    view! {
        <div class="together">
            <Select label=label!(texts, sheet.deviation) value choices on_choose=Callback::new(choose) />
            <Show when=move || !value.read().is_empty()>
                <Words
                    label=label!(texts, sheet.deviation_note)
                    value=cell.text(|cell| cell.deviation.as_ref().map_or("", |found| found.note.as_str()))
                    on_commit=Callback::new(note)
                />
            </Show>
        </div>
    }
}

fn cause_key(cause: Cause) -> &'static str {
    match cause {
        Cause::External => "external",
        Cause::Internal => "internal",
        Cause::Indicator => "indicator",
    }
}
