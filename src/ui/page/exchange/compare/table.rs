//! The lines of two plans beside each other: what differs is marked, in words too.

use leptos::prelude::*;

use crate::report::{Aspect, ComparedLevel, ComparedRow, Comparison, Matched, Standpoint};
use crate::target::{Language, show_date};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, percent, use_language, use_texts, weight};

/// How many lines are shown before somebody asks for all.
const SHOWN: usize = 120;

/// The table: `other` and `own` are the titles of the two.
#[component]
pub fn ComparedTable(comparison: Comparison, other: String, own: String, is_all: RwSignal<bool>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let is_long = RwSignal::new(false);
    let rows = StoredValue::new(comparison.rows);
    let kept = move || {
        let wants_all = is_all.get();
        rows.with_value(|rows| rows.iter().filter(|row| wants_all || !row.is_same()).cloned().collect::<Vec<_>>())
    };
    let shown = move || {
        let most = if is_long.get() { usize::MAX } else { SHOWN };
        kept().into_iter().take(most).map(|row| line(&row, texts, language.get())).collect_view()
    };
    let more = move || kept().len().saturating_sub(SHOWN);
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=label!(texts, output.lines)>
            <table class="compared">
                <colgroup>
                    <col class="c-what" />
                    {(0..2).map(|_| side_columns()).collect_view()}
                    <col />
                </colgroup>
                <thead>
                    <tr>
                        <td></td>
                        <th scope="colgroup" colspan="4">{other}</th>
                        <th scope="colgroup" colspan="4">{own}</th>
                        <td></td>
                    </tr>
                    <tr>
                        <th scope="col">{t!(texts, output.what)}</th>
                        {(0..2).map(|_| side_heads(texts)).collect_view()}
                        <th scope="col">{t!(texts, output.difference)}</th>
                    </tr>
                </thead>
                <tbody>{shown}</tbody>
            </table>
        </div>
        <Show when=move || { !is_long.get() && more() > 0 }>
            <p class="more">
                <button type="button" class="button ghost" on:click=move |_| is_long.set(true)>
                    {move || t_string!(texts, words.more, n = more().to_string())}
                </button>
            </p>
        </Show>
    }
    .into_any()
}

/// How wide the columns of a side are: words need room that figures leave.
fn side_columns() -> impl IntoView {
    view! {
        <col class="c-number" />
        <col class="c-words" />
        <col class="c-result" />
        <col class="c-number" />
    }
}

fn side_heads(texts: Texts) -> impl IntoView {
    view! {
        <th scope="col" class="number begin">{t!(texts, output.weight)}</th>
        <th scope="col">{t!(texts, output.target)}</th>
        <th scope="col">{t!(texts, output.result)}</th>
        <th scope="col" class="number">{t!(texts, output.figure)}</th>
    }
}

fn line(row: &ComparedRow, texts: Texts, language: Language) -> AnyView {
    let differing = row.differing();
    let level = match row.level {
        ComparedLevel::Objective => "objective",
        ComparedLevel::Indicator => "indicator",
        ComparedLevel::Part => "part",
    };
    let named = row.right.as_ref().or(row.left.as_ref());
    let (code, title) = named.map(|said| (said.code.clone(), said.title.clone())).unwrap_or_default();
    let before = row
        .left
        .as_ref()
        .filter(|left| differing.contains(&Aspect::Name) && (left.title != title || left.code != code));
    let before = before.map(|left| {
        let words = format!("{} {}", left.code, left.title);
        view! { <div class="soft small">{move || t_string!(texts, output.was_called, words = words.clone())}</div> }
    });
    let differs = |aspect: Aspect| if differing.contains(&aspect) { "differs" } else { "" };
    let side = |said: &Option<Standpoint>| {
        let Some(said) = said else {
            return view! { <td class="begin soft" colspan="4">{t!(texts, output.not_there)}</td> }.into_any();
        };
        let due = said.due.map(show_date);
        let target = [Some(said.target.clone()).filter(|words| !words.is_empty()), due];
        let target = target.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        view! {
            <td class=format!("number begin {}", differs(Aspect::Weight))>{weight(said.weight, language)}</td>
            <td class=differs(Aspect::Target)>{target}</td>
            <td class=differs(Aspect::Result)>{said.result.clone()}</td>
            <td class=format!("number {}", differs(Aspect::Figure))>{percent(said.figure, language)}</td>
        }
        .into_any()
    };
    let (left, right) = (side(&row.left), side(&row.right));
    let words = difference_words(row, texts);
    view! {
        <tr class=level>
            <th scope="row">
                <span class="code">{code}</span>
                " "
                {title}
                {before}
            </th>
            {left}
            {right}
            <td>{words}</td>
        </tr>
    }
    .into_any()
}

fn difference_words(row: &ComparedRow, texts: Texts) -> String {
    if row.left.is_none() {
        return t_string!(texts, output.only_own).to_string();
    }
    if row.right.is_none() {
        return t_string!(texts, output.only_other).to_string();
    }
    let word = |aspect: &Aspect| match aspect {
        Aspect::Name => t_string!(texts, output.name).to_string(),
        Aspect::Weight => t_string!(texts, output.weight).to_string(),
        Aspect::Target => t_string!(texts, output.target).to_string(),
        Aspect::Result => t_string!(texts, output.result).to_string(),
        Aspect::Figure => t_string!(texts, output.figure).to_string(),
    };
    let by_code = (row.matched == Matched::ByCode).then(|| t_string!(texts, output.by_code).to_string());
    row.differing().iter().map(word).chain(by_code).collect::<Vec<_>>().join(", ")
}
