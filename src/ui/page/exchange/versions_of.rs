//! The versions of a conflict side by side: before, ours, theirs, with the words that tell two long texts apart.

use leptos::prelude::*;

use crate::merge::words::{Span, compare};
use crate::plan::{Conflict, Edit, Plan, Version};
use crate::report::{Record, Spot, Value, spots, value};
use crate::ui::words::text::*;
use crate::ui::words::{date, use_language, use_texts};

use super::told::{facet_words, record_words, value_words};

/// Words from which on two texts are compared word by word: shorter ones are seen at a glance.
const LONG: usize = 24;

/// Returns where a conflict is, told by the first place in it.
pub fn place_of(conflict: &Conflict) -> Option<Spot> {
    let versions = [&conflict.theirs.edit, &conflict.ours.edit];
    versions.into_iter().find_map(|edit| spots(edit).into_iter().next()).map(|(spot, _)| spot)
}

/// Returns what one version makes stand, a line for each place in it. A line of one place alone needs no name.
fn lines(edit: &Edit, plan: &Plan, texts: crate::ui::words::Texts, language: crate::target::Language) -> Vec<String> {
    let spots = spots(edit);
    let is_alone = spots.len() == 1;
    let line = |(spot, edit): &(Spot, &Edit)| {
        let shown = value_words(&value(edit), plan, texts, language);
        if is_alone {
            return shown;
        }
        let whose = match &spot.record {
            Record::Plan => String::new(),
            record => record_words(record, plan, texts),
        };
        format!("{whose}, {}: {shown}", facet_words(spot, texts))
    };
    spots.iter().map(line).collect()
}

/// One version: its lines, and who wrote it when.
#[component]
pub fn VersionWords(
    /// The version.
    version: Version,
    /// Its words beside those of the one it is compared with, by [`both_words`].
    compared: Option<Vec<Passage>>,
    /// Whether this is theirs.
    is_theirs: bool,
    /// Where what it points at is looked up.
    plan: StoredValue<Plan>,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let Version { edit, by, on } = version;
    let edit = StoredValue::new(edit);
    let shown = move || match compared.clone() {
        Some(spans) => {
            spans.into_iter().map(|(words, is_other)| marked(words, is_other, is_theirs)).collect_view().into_any()
        }
        None => {
            let all = plan.with_value(|plan| edit.with_value(|edit| lines(edit, plan, texts, language.get())));
            all.into_iter().map(|line| view! { <p>{line}</p> }).collect_view().into_any()
        }
    };
    let who = move || {
        let by = match (by.is_empty(), is_theirs) {
            (false, _) => by.clone(),
            (true, true) => t_string!(texts, exchange.by_unknown).to_owned(),
            (true, false) => t_string!(texts, exchange.by_us).to_owned(),
        };
        on.map_or_else(|| by.clone(), |on| format!("{by}, {}", date(Some(on))))
    };
    view! {
        <div class="words">{shown}</div>
        <p class="soft small">{who}</p>
    }
}

/// What stood before, in words; a dash where that is not known.
#[component]
pub fn BaseWords(
    /// The edit that brings it back.
    base: Option<Edit>,
    /// Where what it points at is looked up.
    plan: StoredValue<Plan>,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let base = StoredValue::new(base);
    move || {
        let all = base.with_value(|base| {
            let base = base.as_ref()?;
            Some(plan.with_value(|plan| lines(base, plan, texts, language.get())))
        });
        let all = all.unwrap_or_else(|| vec![t_string!(texts, exchange.base_unknown).to_owned()]);
        all.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()
    }
}

/// A passage of one of two texts, and whether the other has it not.
pub type Passage = (String, bool);

/// The passages of one of two long texts; none where there is nothing to compare.
pub fn both_words(edit: &Edit, against: &Edit, is_theirs: bool) -> Option<Vec<Passage>> {
    let words = |edit: &Edit| match spots(edit).as_slice() {
        [(_, single)] => match value(single) {
            Value::Words(words) => Some(words),
            _ => None,
        },
        _ => None,
    };
    let (mine, other) = (words(edit)?, words(against)?);
    if mine.chars().count().min(other.chars().count()) < LONG {
        return None;
    }
    let (ours, theirs) = if is_theirs { (&other, &mine) } else { (&mine, &other) };
    let spans = compare(ours, theirs).into_iter().filter_map(|span| match span {
        Span::Same(words) => Some((words.to_owned(), false)),
        Span::Ours(words) => (!is_theirs).then(|| (words.to_owned(), true)),
        Span::Theirs(words) => is_theirs.then(|| (words.to_owned(), true)),
    });
    Some(spans.collect())
}

fn marked(words: String, is_other: bool, is_theirs: bool) -> AnyView {
    match (is_other, is_theirs) {
        (false, _) => words.into_any(),
        (true, false) => view! { <mark class="ours">{words}</mark> }.into_any(),
        (true, true) => view! { <mark class="theirs">{words}</mark> }.into_any(),
    }
}
