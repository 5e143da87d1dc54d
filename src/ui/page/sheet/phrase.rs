//! Words of a target or a result, with their reading under them as they are typed.

use leptos::prelude::*;

use crate::plan::{Cell, CellField, Year};
use crate::target::{FromWords, Phrase, Read, Target};
use crate::ui::part::{ResultReading, TargetReading};
use crate::ui::widget::Words;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::disputes::DisputedMark;
use super::here::CellAt;

/// The words of a target and what they are read as.
#[component]
pub fn TargetWords(
    /// Which.
    cell: CellAt,
    /// Whether the label is only heard.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let texts = use_texts();
    let typing = Typing::new(cell.text(|cell| cell.target.words()));
    let read = typing.reading(cell, |cell| cell.target_reading.clone(), |cell| cell.target.clone());
    let label = Signal::derive(move || t_string!(texts, sheet.target_in, year = year_words(cell.year())));
    view! {
        <Words
            bare
            label
            value=typing.value
            on_type=typing.listen()
            on_commit=Callback::new(move |words: String| cell.set(CellField::Target(words.into())))
        />
        <TargetReading read />
        <DisputedMark cell field="target" />
    }
}

/// What the KPI of a step is read as, where it is the promise of the year; words that say only what is to be done are left
/// to the deadline beside them.
#[component]
pub fn KpiReading(
    /// The year.
    cell: CellAt,
) -> impl IntoView {
    let read = Memo::new(move |_| {
        let chosen = |cell: &Cell| cell.target.is_empty() && cell.target_reading.is_some();
        match cell.read(chosen) {
            Some(true) => cell.read(|cell| cell.target_reading.clone()).flatten().map(Read::sure),
            _ => cell.kpi().filter(|read| read.reading != Target::Words),
        }
    });
    view! { <TargetReading read /> }
}

/// The words of a result and what they are read as.
#[component]
pub fn ResultWords(
    /// Which.
    cell: CellAt,
    /// Whether the label is only heard.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let texts = use_texts();
    let typing = Typing::new(cell.text(|cell| cell.result.words()));
    let read = typing.reading(cell, |cell| cell.result_reading.clone(), |cell| cell.result.clone());
    let judged = Signal::derive(move || cell.read(|cell| cell.judgement.is_some()).unwrap_or(false));
    let label = Signal::derive(move || t_string!(texts, sheet.result_in, year = year_words(cell.year())));
    view! {
        <Words
            bare
            label
            value=typing.value
            on_type=typing.listen()
            on_commit=Callback::new(move |words: String| cell.set(CellField::Result(words.into())))
        />
        <ResultReading read judged />
        <DisputedMark cell field="result" />
    }
}

fn year_words(year: Option<Year>) -> String {
    year.map(|year| year.to_string()).unwrap_or_default()
}

/// What is being typed over a value; once the value changes, what was typed is history.
#[derive(Clone, Copy)]
struct Typing {
    value: Signal<String>,
    typed: RwSignal<Option<(String, String)>>,
}

impl Typing {
    fn new(value: Signal<String>) -> Self {
        Self { value, typed: RwSignal::new(None) }
    }

    fn listen(self) -> Callback<String> {
        Callback::new(move |words: String| self.typed.set(Some((self.value.get_untracked(), words))))
    }

    /// What is read: the reading a person chose, else what the words typed so far say, else what those in the plan say.
    fn reading<R: FromWords + PartialEq + Send + Sync + 'static>(
        self,
        cell: CellAt,
        chosen: fn(&Cell) -> Option<R>,
        look: fn(&Cell) -> Phrase<R>,
    ) -> Memo<Option<Read<R>>> {
        Memo::new(move |_| {
            if let Some(chosen) = cell.read(chosen).flatten() {
                return Some(Read::sure(chosen));
            }
            let context = cell.result_context()?;
            let value = self.value.get();
            let typed = self.typed.get().filter(|(over, _)| *over == value).map(|(_, words)| words);
            match typed {
                Some(words) => {
                    let typed = Phrase::<R>::new(words);
                    (!typed.is_empty()).then(|| typed.read(context).into_owned())
                }
                None => {
                    cell.read(look).filter(|phrase| !phrase.is_empty()).map(|phrase| phrase.read(context).into_owned())
                }
            }
        })
    }
}
