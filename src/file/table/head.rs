//! Rows judged as the headings of a table, read together column by column.

use super::Grid;
use super::destination::{Certainty, Destination};
use super::heading::{Heading, LONGEST, read_heading};
use super::layout::{Setting, fact_destination};

/// How much rows look like headings.
#[derive(Clone, Copy, Default)]
pub(super) struct Score {
    /// Cells with something in them.
    pub cells: usize,
    /// Of these, known ones.
    pub known: usize,
    /// Of these, sure ones.
    pub sure: usize,
    /// Of the known, mere years.
    pub years: usize,
    /// Whether no cell is too long for a heading.
    pub is_short: bool,
    /// Whether it looks rather like a label with its fact.
    pub is_fact_beside_words: bool,
}

impl Score {
    /// At least two known cells, half of all, one of them sure. Years alone head a table only where there are two.
    pub fn is_heading(self) -> bool {
        self.is_short && self.known >= 2 && self.known.saturating_mul(2) >= self.cells && self.sure >= 1
    }
}

/// Judges rows as headings, read together column by column.
pub(super) fn judge(grid: &Grid, rows: &[usize], setting: Setting) -> Score {
    let mut score = Score { is_short: true, ..Score::default() };
    let mut facts = 0;
    for column in 0..grid.width() {
        let own = rows.iter().any(|row| grid.cell(*row, column).is_some_and(|cell| !cell.own().is_empty()));
        if !own {
            continue;
        }
        score.cells = score.cells.saturating_add(1);
        let (text, heading) = read_column(grid, rows, column, setting);
        score.is_short &= text.chars().count() <= LONGEST;
        let Some(heading) = heading else { continue };
        if heading.certainty >= Certainty::Likely {
            score.known = score.known.saturating_add(1);
            if heading.certainty == Certainty::Sure {
                score.sure = score.sure.saturating_add(1);
            }
            score.years = score.years.saturating_add(usize::from(heading.meaning.is_none()));
        }
        let fact = heading.meaning.and_then(|meaning| fact_destination(meaning, &heading, setting));
        if fact.is_some_and(Destination::is_fact) && column == 0 {
            facts = 1;
        }
    }
    score.is_fact_beside_words = facts == 1 && score.sure < 2;
    score
}

/// Returns the columns of a row in which something was written.
pub(super) fn filled(grid: &Grid, row: usize) -> Vec<usize> {
    let cells = grid.row(row).unwrap_or_default().iter().enumerate();
    cells.filter(|(_, cell)| !cell.own().is_empty()).map(|(column, _)| column).collect()
}

/// Returns the heading of a column that stands in several rows: the lowest alone where that says it surely, else what all
/// of them say. What stands over several columns, and has blanks to its right, counts for them too.
pub(super) fn read_column(grid: &Grid, rows: &[usize], column: usize, setting: Setting) -> (String, Option<Heading>) {
    let read = |text: &str| read_heading(text, setting.period, setting.year);
    let last = rows.len().saturating_sub(1);
    let mut texts: Vec<&str> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let mut text = grid.text(*row, column);
        let below = rows.get(at.saturating_add(1)..).unwrap_or_default();
        if text.is_empty() && at < last && below.iter().any(|row| !grid.text(*row, column).is_empty()) {
            // The heading to the left reaches here if it has several columns under it.
            text = (0..column).rev().map(|left| grid.text(*row, left)).find(|left| !left.is_empty()).unwrap_or("");
        }
        if !text.is_empty() && texts.last() != Some(&text) {
            texts.push(text);
        }
    }
    let lowest = texts.last().copied().unwrap_or("");
    let heading = texts.join(" ");
    let (alone, whole) = (read(lowest), read(&heading));
    let read = match (alone, whole) {
        // A lone year, or a meaning without its year, is completed by what stands above.
        (Some(alone), Some(whole)) if whole.certainty >= alone.certainty && whole.meaning.is_some() => Some(whole),
        (Some(alone), whole) if alone.certainty == Certainty::Sure && alone.meaning.is_some() => {
            Some(Heading { year: alone.year.or(whole.and_then(|whole| whole.year)), ..alone })
        }
        (alone, whole) => whole.or(alone),
    };
    (heading, read)
}

/// Returns a text without blanks, to compare headings that line breaks may part.
pub(super) fn squash(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
