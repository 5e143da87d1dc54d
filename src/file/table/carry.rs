//! Rows that lean on the one above: names written once, and words that go on over a page break.

use std::collections::BTreeMap;

use super::destination::Destination;
use super::import::{Doubt, Entry, ImportedRow};
use super::line::Line;

/// Fills blank cells of the columns that name what is above a row with what stands over them: bodies write it once.
pub(super) fn fill_down(entries: &mut Vec<Entry>, above: &mut BTreeMap<Destination, Entry>) {
    let is_name = |destination: &Destination| {
        matches!(
            destination,
            Destination::Objective | Destination::ObjectiveCode | Destination::Goal(_) | Destination::GoalCode(_)
        )
    };
    let new: Vec<Destination> = entries.iter().map(|entry| entry.destination).filter(is_name).collect();
    // A new name of a higher level makes those below it unknown.
    if let Some(highest) = new.iter().map(|destination| level(*destination)).min() {
        above.retain(|destination, _| level(*destination) <= highest);
    }
    for entry in entries.iter().filter(|entry| is_name(&entry.destination)) {
        above.insert(entry.destination, entry.clone());
    }
    for (destination, entry) in above.iter() {
        if !new.contains(destination) {
            entries.push(entry.clone());
        }
    }
}

/// Returns how far down the tree a name stands.
fn level(destination: Destination) -> u8 {
    match destination {
        Destination::Goal(level) | Destination::GoalCode(level) => level,
        _ => u8::MAX,
    }
}

/// Returns whether a row goes on with the words of the one above: it begins small, or the words above stop in the middle.
pub(super) fn goes_on(before: &ImportedRow, line: &Line, after_break: bool) -> bool {
    line.entries.iter().any(|entry| {
        let begins_small = entry.text.chars().next().is_some_and(char::is_lowercase);
        let above = before.says(entry.destination);
        let stops = above.ends_with([',', ';', ':', '(', '-', '/', '\'', '’']) && !above.is_empty();
        let cut = after_break && !above.is_empty() && above.ends_with(char::is_alphabetic) && line.entries.len() == 1;
        begins_small && !above.is_empty() || stops || (cut && begins_small)
    })
}

/// Adds the words of a row to the one above.
pub(super) fn append(before: &mut ImportedRow, line: Line) {
    for entry in line.entries {
        match before.entries.iter_mut().find(|above| above.destination == entry.destination) {
            Some(above) => {
                let is_cut = above.text.ends_with('-') && entry.text.chars().next().is_some_and(char::is_lowercase);
                if is_cut {
                    above.text.pop();
                } else {
                    above.text.push(' ');
                }
                above.text.push_str(&entry.text);
                above.spots.extend(entry.spots);
                above.doubt = Some(Doubt::Continued);
            }
            None => before.entries.push(Entry { doubt: Some(Doubt::Continued), ..entry }),
        }
    }
}
