//! A reading that a person chooses over the automatic one.

use leptos::prelude::*;

use crate::plan::{CellField, Year};
use crate::target::{show_reading, show_target};
use crate::ui::widget::{Checked, Choice, Select};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_language, use_texts};

use super::here::CellAt;
use super::kinds::{result_kind, result_needs, result_of, result_value, target_needs, target_of, target_value};

/// The reading of the target.
#[component]
pub fn TargetChoice(
    /// Which.
    cell: CellAt,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let chosen = move || cell.read(|cell| cell.target_reading.clone()).flatten();
    let automatic = move || {
        let year = cell.year()?.number();
        let own = cell.read(|cell| (!cell.target.is_empty()).then(|| cell.target.read(year).into_owned()));
        own.flatten().or_else(|| cell.kpi())
    };
    let kind = Signal::derive(move || chosen().map(|target| target.kind().to_owned()).unwrap_or_default());
    let value =
        Signal::derive(move || chosen().map(|target| target_value(&target, language.get())).unwrap_or_default());
    let choices = Signal::derive(move || {
        let read = automatic().map(|read| show_target(&read.taken(), language.get()));
        target_choices(texts, read)
    });
    let make = move |(kind, typed): (String, String)| {
        // The value that stands there already serves the new kind, so that choosing is one step where it can be.
        let known = move || {
            untrack(|| chosen().or_else(|| automatic().map(|read| read.reading)))
                .map(|target| target_value(&target, language.get_untracked()))
        };
        let typed = if typed.is_empty() { known().unwrap_or_default() } else { typed };
        let year = untrack(|| cell.year()).map_or(2000, Year::number);
        if kind.is_empty() {
            cell.set(CellField::TargetReading(None));
            return true;
        }
        match target_of(&kind, &typed, year, language.get_untracked()) {
            Some(target) => {
                cell.set(CellField::TargetReading(Some(target)));
                true
            }
            None => false,
        }
    };
    let label = label!(texts, sheet.target_reading);
    view! { <Chooser label kind value choices needs=target_needs make=Callback::new(make) /> }
}

/// The reading of the result.
#[component]
pub fn ResultChoice(
    /// Which.
    cell: CellAt,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let chosen = move || cell.read(|cell| cell.result_reading.clone()).flatten();
    let automatic = move || {
        let context = cell.result_context()?;
        cell.read(|cell| (!cell.result.is_empty()).then(|| cell.result.read(context).into_owned())).flatten()
    };
    let kind = Signal::derive(move || chosen().map(|found| result_kind(&found).to_owned()).unwrap_or_default());
    let value = Signal::derive(move || chosen().map(|found| result_value(&found, language.get())).unwrap_or_default());
    let choices = Signal::derive(move || {
        let read = automatic().map(|read| show_reading(&read.taken(), language.get()));
        result_choices(texts, read)
    });
    let make = move |(kind, typed): (String, String)| {
        let known = move || {
            untrack(|| chosen().or_else(|| automatic().map(|read| read.reading)))
                .map(|found| result_value(&found, language.get_untracked()))
        };
        let typed = if typed.is_empty() { known().unwrap_or_default() } else { typed };
        let year = untrack(|| cell.year()).map_or(2000, Year::number);
        if kind.is_empty() {
            cell.set(CellField::ResultReading(None));
            return true;
        }
        match result_of(&kind, &typed, year, language.get_untracked()) {
            Some(reading) => {
                cell.set(CellField::ResultReading(Some(reading)));
                true
            }
            None => false,
        }
    };
    let label = label!(texts, sheet.result_reading);
    view! { <Chooser label kind value choices needs=result_needs make=Callback::new(make) /> }
}

/// A kind, and the value it needs.
#[component]
fn Chooser(
    label: Signal<String>,
    kind: Signal<String>,
    value: Signal<String>,
    choices: Signal<Vec<Choice>>,
    needs: fn(&str) -> bool,
    make: Callback<(String, String), bool>,
) -> impl IntoView {
    let texts = use_texts();
    // A kind chosen whose value is still to be typed, over the kind it is to replace.
    let pending = RwSignal::new(None::<(String, String)>);
    let shown = Signal::derive(move || {
        let kind = kind.get();
        pending.get().filter(|(over, _)| *over == kind).map_or(kind, |(_, chosen)| chosen)
    });
    // The value of the kind that is being left would mislead.
    let value = Signal::derive(move || if shown.get() == kind.get() { value.get() } else { String::new() });
    let choose = move |chosen: String| {
        let made = make.run((chosen.clone(), String::new()));
        pending.set((!made).then(|| (kind.get_untracked(), chosen)));
    };
    let commit = move |typed: String| make.run((shown.get_untracked(), typed));
    view! {
        <div class="together">
            <Select label value=shown choices on_choose=Callback::new(choose) />
            <Show when=move || needs(&shown.read())>
                <Checked
                    label=label!(texts, sheet.reading_value)
                    value
                    otherwise=label!(texts, sheet.reading_value_hint)
                    on_commit=Callback::new(commit)
                />
            </Show>
        </div>
    }
}

fn automatic_choice(texts: Texts, read: Option<String>) -> Choice {
    match read {
        Some(read) => Choice::new("", t_string!(texts, sheet.reading_automatic_as, read = read)),
        None => Choice::new("", t_string!(texts, sheet.reading_automatic)),
    }
}

fn target_choices(texts: Texts, read: Option<String>) -> Vec<Choice> {
    vec![
        automatic_choice(texts, read),
        Choice::new("at_least", t_string!(texts, sheet.at_least)),
        Choice::new("more_than", t_string!(texts, sheet.more_than)),
        Choice::new("at_most", t_string!(texts, sheet.at_most)),
        Choice::new("less_than", t_string!(texts, sheet.less_than)),
        Choice::new("exactly", t_string!(texts, sheet.exactly)),
        Choice::new("range", t_string!(texts, sheet.range)),
        Choice::new("by", t_string!(texts, sheet.by_day)),
        Choice::new("yes", t_string!(texts, sheet.done_or_not)),
        Choice::new("times", t_string!(texts, sheet.times)),
        Choice::new("all", t_string!(texts, sheet.all)),
        Choice::new("change", t_string!(texts, sheet.change)),
        Choice::new("several", t_string!(texts, sheet.several)),
        Choice::new("bands", t_string!(texts, sheet.bands)),
        Choice::new("to_define", t_string!(texts, sheet.to_define)),
        Choice::new("withdrawn", t_string!(texts, sheet.withdrawn)),
        Choice::new("words", t_string!(texts, sheet.to_judge)),
    ]
}

fn result_choices(texts: Texts, read: Option<String>) -> Vec<Choice> {
    vec![
        automatic_choice(texts, read),
        Choice::new("quantity", t_string!(texts, sheet.quantity)),
        Choice::new("ratio", t_string!(texts, sheet.ratio)),
        Choice::new("change", t_string!(texts, sheet.change_reached)),
        Choice::new("on", t_string!(texts, sheet.done_on)),
        Choice::new("yes", t_string!(texts, sheet.done)),
        Choice::new("no", t_string!(texts, sheet.not_done)),
        Choice::new("underway", t_string!(texts, sheet.underway)),
        Choice::new("unavailable", t_string!(texts, sheet.unavailable)),
        Choice::new("several", t_string!(texts, sheet.several_results)),
        Choice::new("words", t_string!(texts, sheet.to_judge)),
    ]
}
