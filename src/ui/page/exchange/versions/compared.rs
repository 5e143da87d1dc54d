//! What differs between the version looked at and the plan as it is now, in the year of the page.

use leptos::prelude::*;

use crate::plan::{Plan, Year};
use crate::report::{Aspect, Beheld, ComparedRow, Standpoint, comparison};
use crate::state::use_workspace;
use crate::target::Language;
use crate::ui::part::{Cut, More};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, date, percent, use_language, use_texts, weight};

/// Lines shown at once.
const MOST: usize = 60;

/// One thing that differs.
#[derive(Clone, PartialEq)]
struct Line {
    code: String,
    title: String,
    /// None: the record as a whole is only on one side.
    aspect: Option<Aspect>,
    then: String,
    now: String,
}

/// The table; a sentence where nothing of this year differs.
#[component]
pub(super) fn Compared(plan: StoredValue<Plan>) -> impl IntoView {
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    let lines = Memo::new(move |_| {
        let (today, language) = (workspace.today(), language.get());
        let compare = |now: &Plan, year: Year| {
            plan.with_value(|then| {
                let beheld = |plan| Beheld { plan, year, today };
                comparison(beheld(then), beheld(now)).rows.iter().flat_map(|row| lines(row, language)).collect()
            })
        };
        let lines: Option<Vec<Line>> = workspace.year().and_then(|year| workspace.read(|now| compare(now, year)));
        lines.unwrap_or_default()
    });
    let cut = Cut::after(MOST);
    let year = move || workspace.year().map(|year| year.to_string()).unwrap_or_default();
    let rows = move || {
        let shown = lines.get().into_iter().take(cut.shown());
        shown.map(|line| view! { <Row line /> }).collect_view()
    };
    view! {
        <Show
            when=move || !lines.read().is_empty()
            fallback=move || view! { <p class="soft">{move || t_string!(texts, versions.elsewhere, year = year())}</p> }
        >
            <table class="compared">
                <caption>{move || t_string!(texts, versions.compared, year = year())}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(texts, versions.place)}</th>
                        <th scope="col">{t!(texts, versions.what)}</th>
                        <th scope="col">{t!(texts, versions.then)}</th>
                        <th scope="col">{t!(texts, versions.now)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <More cut count=Signal::derive(move || lines.read().len()) />
        </Show>
    }
}

#[component]
fn Row(line: Line) -> impl IntoView {
    let texts = use_texts();
    let Line { code, title, aspect, then, now } = line;
    let then = if aspect.is_none() && then.is_empty() { absent(texts).into_any() } else { then.into_any() };
    let now = if aspect.is_none() && now.is_empty() { absent(texts).into_any() } else { now.into_any() };
    view! {
        <tr>
            <th scope="row">
                <span class="code">{code}</span>
                " "
                {title}
            </th>
            <td class="soft">{move || aspect_words(aspect, texts)}</td>
            <td>{then}</td>
            <td class="strong">{now}</td>
        </tr>
    }
}

fn absent(texts: Texts) -> impl IntoView {
    view! { <span class="soft">{t!(texts, versions.absent)}</span> }
}

fn aspect_words(aspect: Option<Aspect>, texts: Texts) -> &'static str {
    match aspect {
        None => t_string!(texts, versions.whole_record),
        Some(Aspect::Name) => t_string!(texts, versions.name),
        Some(Aspect::Weight) => t_string!(texts, versions.weight),
        Some(Aspect::Target) => t_string!(texts, versions.target),
        Some(Aspect::Result) => t_string!(texts, versions.result),
        Some(Aspect::Figure) => t_string!(texts, versions.figure),
    }
}

/// What differs in one record.
fn lines(row: &ComparedRow, language: Language) -> Vec<Line> {
    let named = |side: &Standpoint| format!("{} {}", side.code, side.title).trim().to_owned();
    let Some(side) = row.right.as_ref().or(row.left.as_ref()) else { return Vec::new() };
    let line = |aspect, then, now| Line { code: side.code.clone(), title: side.title.clone(), aspect, then, now };
    let (Some(then), Some(now)) = (&row.left, &row.right) else {
        let told = |side: &Option<Standpoint>| side.as_ref().map(named).unwrap_or_default();
        return vec![line(None, told(&row.left), told(&row.right))];
    };
    let told = |side: &Standpoint, aspect| match aspect {
        Aspect::Name => named(side),
        Aspect::Weight => weight(side.weight, language),
        Aspect::Target => match side.due {
            Some(due) => format!("{} ({})", side.target, date(Some(due))),
            None => dash(&side.target),
        },
        Aspect::Result => dash(&side.result),
        Aspect::Figure => percent(side.figure, language),
    };
    row.differing().into_iter().map(|aspect| line(Some(aspect), told(then, aspect), told(now, aspect))).collect()
}

fn dash(words: &str) -> String {
    if words.is_empty() { "–".to_owned() } else { words.to_owned() }
}
