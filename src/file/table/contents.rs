//! What stands in the columns of a table, and what it says of those whose headings are silent.

use std::collections::BTreeSet;

use super::Grid;
use super::cell::{is_date, is_mark, is_share};
use super::destination::{Certainty, Destination, Reason, RowKind};
use super::layout::{Setting, Table};
use super::opening::is_code;

/// What stands in a column.
#[derive(Clone, Copy, Default)]
pub(super) struct Contents {
    pub filled: usize,
    pub codes: usize,
    pub again: usize,
    pub marks: usize,
    pub dates: usize,
    pub shares: usize,
    pub letters: usize,
    pub lists: usize,
}

impl Contents {
    /// Returns whether most of what is filled is of a sort.
    pub fn mostly(self, of_a_sort: usize) -> bool {
        self.filled > 0 && of_a_sort.saturating_mul(10) >= self.filled.saturating_mul(7)
    }

    pub fn mean(self) -> usize {
        self.letters.checked_div(self.filled).unwrap_or(0)
    }
}

pub(super) fn contents(grid: &Grid, table: &Table) -> Vec<Contents> {
    let mut all = vec![Contents::default(); table.columns.len()];
    let mut seen: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); table.columns.len()];
    for row in &table.body {
        for ((spot, contents), seen) in row.spots.iter().zip(&mut all).zip(&mut seen) {
            let text = grid.text(spot.0, spot.1);
            if text.is_empty() {
                continue;
            }
            let count = |yes: bool| usize::from(yes);
            contents.filled = contents.filled.saturating_add(1);
            contents.letters = contents.letters.saturating_add(text.chars().count());
            let mut codes = text.split([' ', '-', ',', ';']).filter(|code| !code.is_empty()).peekable();
            let is_list = codes.peek().is_some() && codes.all(is_code);
            contents.lists = contents.lists.saturating_add(count(is_list));
            contents.codes = contents.codes.saturating_add(count(is_code(text)));
            contents.again = contents.again.saturating_add(count(is_code(text) && !seen.insert(text)));
            contents.marks = contents.marks.saturating_add(count(is_mark(text)));
            contents.dates = contents.dates.saturating_add(count(is_date(text)));
            contents.shares = contents.shares.saturating_add(count(is_share(text)));
        }
    }
    all
}

/// Finds out from what stands in it what a column without a known heading is.
pub(super) fn infer(table: &mut Table, contents: &[Contents], setting: Setting) {
    let unknown = |table: &Table, at: usize| {
        table.columns.get(at).is_some_and(|column| column.destination == Destination::Nowhere && column.read.is_none())
    };
    let set = |table: &mut Table, at: usize, destination: Destination, reason: Reason| {
        if let Some(column) = table.columns.get_mut(at) {
            (column.destination, column.certainty, column.reason) = (destination, Certainty::Likely, reason);
        }
    };
    let free: Vec<usize> = (0..contents.len()).filter(|at| unknown(table, *at)).collect();
    // `Area strategica` over a code and a name.
    if table.kind == RowKind::Goals {
        for (column, contents) in table.columns.iter_mut().zip(contents) {
            if column.destination == Destination::Objective && contents.filled > 0 && contents.mostly(contents.lists) {
                column.destination = Destination::ServedBy;
            }
        }
        for at in &free {
            let left = at.checked_sub(1).and_then(|left| Some((left, table.columns.get(left)?.destination)));
            let code = left.and_then(|(left, _)| contents.get(left)).is_some_and(|left| left.mostly(left.codes));
            if let (Some((left, Destination::Goal(level))), true) = (left, code) {
                set(table, left, Destination::GoalCode(level), Reason::Contents);
                set(table, *at, Destination::Goal(level), Reason::Contents);
            }
        }
        return;
    }
    if table.kind == RowKind::Objectives {
        return;
    }
    let has = |table: &Table, wanted: Destination| table.columns.iter().any(|column| column.destination == wanted);
    if !has(table, Destination::Description) {
        // `Fase` over words rather than numbers.
        let worded = table.columns.iter_mut().zip(contents).find(|(column, contents)| {
            column.destination == Destination::Code
                && contents.filled > 0
                && contents.codes == 0
                && contents.mean() >= 4
        });
        if let Some((column, _)) = worded {
            (column.destination, column.certainty, column.reason) =
                (Destination::Description, Certainty::Likely, Reason::Contents);
        }
    }
    if !has(table, Destination::Description) {
        let longest = free
            .iter()
            .copied()
            .filter(|at| contents.get(*at).is_some_and(|it| it.mean() >= 8 && !it.mostly(it.codes)));
        let longest = longest.max_by_key(|at| contents.get(*at).map_or(0, |it| it.letters));
        if let Some(at) = longest {
            set(table, at, Destination::Description, Reason::Contents);
        }
    }
    let has_number = has(table, Destination::Code) || has(table, Destination::ActionNumber);
    if !has_number
        && let Some(at) = free.iter().copied().find(|at| {
            // A blank first column before the description is one of numbers, whatever few of them are left.
            contents.get(*at).is_some_and(|it| it.filled > 0 && it.codes.saturating_mul(2) >= it.filled)
                && table.columns.get(*at).is_some_and(|column| column.destination == Destination::Nowhere)
        })
        && free.first() == Some(&at)
        && table.columns.iter().take(at).all(|column| column.destination != Destination::Description)
    {
        set(table, at, Destination::Code, Reason::Contents);
    }
    if !table.has_headings {
        infer_bare(table, contents, setting);
    }
}

/// Finds out what stands in a table without headings: codes and results where it has two columns; else what is plain.
fn infer_bare(table: &mut Table, contents: &[Contents], setting: Setting) {
    let used: Vec<usize> = (0..contents.len()).filter(|at| contents.get(*at).is_some_and(|it| it.filled > 0)).collect();
    let named =
        table.columns.iter().any(|column| matches!(column.destination, Destination::Code | Destination::Description));
    if let ([first, second], true) = (used.as_slice(), named) {
        table.kind = RowKind::Results;
        for (at, destination, reason) in
            [(*first, None, Reason::Contents), (*second, Some(Destination::Result(setting.year)), Reason::YearAssumed)]
        {
            if let Some(column) = table.columns.get_mut(at) {
                column.destination = destination.unwrap_or(column.destination);
                (column.certainty, column.reason) = (Certainty::Likely, reason);
            }
        }
        return;
    }
    for (column, contents) in table.columns.iter_mut().zip(contents) {
        if column.destination == Destination::Nowhere {
            let found = if contents.filled > 1 && contents.mostly(contents.dates) {
                Some(Destination::Deadline)
            } else if contents.filled > 1 && contents.mostly(contents.shares) {
                Some(Destination::Weight)
            } else {
                None
            };
            if let Some(destination) = found {
                (column.destination, column.certainty, column.reason) =
                    (destination, Certainty::Guess, Reason::Contents);
            }
        } else {
            column.certainty = Certainty::Guess;
        }
    }
}

/// Tells numbers of actions from codes of indicators.
pub(super) fn number(table: &mut Table, contents: &[Contents], has_actions: bool) {
    if table.kind != RowKind::Indicators {
        return;
    }
    if table.columns.iter().any(|column| column.destination == Destination::ActionNumber) {
        return;
    }
    let codes = table.columns.iter_mut().zip(contents).find(|(column, _)| column.destination == Destination::Code);
    if let Some((column, contents)) = codes
        && (has_actions || contents.again > 0)
        && (column.read.is_none() || squashed_is_number(&column.heading))
    {
        (column.destination, column.certainty, column.reason) =
            (Destination::ActionNumber, Certainty::Likely, Reason::Contents);
    }
}

/// Returns whether a heading says no more than "number".
fn squashed_is_number(heading: &str) -> bool {
    matches!(
        heading.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase().as_str(),
        "n" | "nr" | "num" | ""
    )
}
