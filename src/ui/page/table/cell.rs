//! One cell of the preview: its words, and what is to be said of them, in colour and in words.

use leptos::prelude::*;

use crate::state::table::{Doubt, Fate, ShownCell, Why};
use crate::ui::words::Texts;
use crate::ui::words::text::*;

use super::labels::{doubt_label, why_label};

/// Returns a cell of the table.
pub fn cell(cell: ShownCell, texts: Texts) -> AnyView {
    let mark = mark(cell.fate.as_ref(), cell.doubt, cell.why, texts);
    let class = mark.as_ref().map(|(class, _)| *class);
    view! {
        <td class=class>
            <span class="words">{cell.text}</span>
            {mark.map(|(_, words)| view! { <span class="mark">{words}</span> })}
        </td>
    }
    .into_any()
}

/// Returns what is to be said of a cell, and how it is coloured; nothing of one that goes plainly where nothing stood.
pub fn mark(
    fate: Option<&Fate>,
    doubt: Option<Doubt>,
    why: Option<Why>,
    texts: Texts,
) -> Option<(&'static str, String)> {
    match (fate, doubt, why) {
        (Some(Fate::Overwrites(before)), ..) => {
            let beginning: String = before.chars().take(80).collect();
            Some(("overwrites", t_string!(texts, tables.overwrites, before = beginning)))
        }
        (Some(Fate::Missing), ..) => Some(("missing", t_string!(texts, tables.not_found).to_string())),
        (_, Some(doubt), _) => Some(("doubtful", doubt_label(doubt, texts).to_string())),
        (Some(Fate::Same), ..) => Some(("same", t_string!(texts, tables.is_same).to_string())),
        (None, None, Some(why)) => Some(("left", why_label(why, texts).to_string())),
        _ => None,
    }
}
