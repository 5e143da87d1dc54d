//! One row of a table laid under its headings: put back where it stands aside, parted where two cells ran together.

use super::cell::{is_mark, is_share, is_yes, read_day, read_share, tidy};
use super::destination::{Certainty, Destination, Reason};
use super::import::{Doubt, Entry, LeftOver, Why, column_doubt, is_blank};
use super::layout::{BodyRow, Setting, Spot, Table};
use super::opening::is_code;
use super::{Grid, Origin};

/// A row under its headings.
#[derive(Default)]
pub(super) struct Line {
    /// Its cells.
    pub entries: Vec<Entry>,
    /// What has no place.
    pub left_over: Vec<LeftOver>,
    /// The one text of a row that is a title between others.
    pub title: Option<(String, Spot)>,
    /// Whether it has words alone, no number and no figure of its own, so that it may go on with the row above.
    pub may_go_on: bool,
}

/// How far a row may stand aside.
const ASIDE: [isize; 4] = [0, 1, -1, 2];

/// Lays a row under the headings of its table.
pub(super) fn fit_line(grid: &Grid, table: &Table, row: &BodyRow, setting: Setting) -> Line {
    let texts: Vec<String> = row.spots.iter().map(|(row, column)| tidy(grid.text(*row, *column))).collect();
    if texts.iter().all(String::is_empty) {
        return Line::default();
    }
    if let Some(title) = title(grid, table, row, &texts) {
        let entry = Entry {
            destination: Destination::Nowhere,
            text: title.0.clone(),
            spots: vec![title.1],
            certainty: Certainty::Guess,
            doubt: None,
        };
        return Line { entries: vec![entry], title: Some(title), ..Line::default() };
    }
    let (places, doubt) = place(grid, table, row, &texts, setting);
    let mut line = Line { may_go_on: true, ..Line::default() };
    for ((text, spot), place) in texts.iter().zip(&row.spots).zip(&places) {
        let column = place.and_then(|place| table.columns.get(place));
        let Some(column) = column else {
            leave(&mut line, grid, *spot, text, Why::Column);
            continue;
        };
        if text.is_empty() {
            continue;
        }
        let doubt = doubt.or(column_doubt(column.certainty, column.reason));
        let entry = |destination, text: &str, doubt| Entry {
            destination,
            text: text.to_owned(),
            spots: vec![*spot],
            certainty: column.certainty,
            doubt,
        };
        match column.destination {
            Destination::Nowhere => {
                let why = if column.reason == Reason::Twice { Why::Twice } else { Why::Column };
                leave(&mut line, grid, *spot, text, why);
            }
            Destination::Computed => leave(&mut line, grid, *spot, text, Why::Computed),
            destination if is_blank(destination, text) => {}
            Destination::Deadline if read_day(text, setting.year).is_none() => {
                leave(&mut line, grid, *spot, text, Why::NotADay);
            }
            Destination::Weight | Destination::Share(_) if read_share(text).is_none() => {
                leave(&mut line, grid, *spot, text, Why::NotAShare);
            }
            destination @ (Destination::Active(_) | Destination::Innovative) if !is_yes(text) => {
                line.entries.push(entry(destination, text, Some(Doubt::NotAMark)));
                line.may_go_on = false;
            }
            destination @ (Destination::Code | Destination::ActionNumber) => {
                line.may_go_on = false;
                match part(text).filter(|_| lacks_description(table, &texts, &places)) {
                    Some((number, words)) => {
                        line.entries.push(entry(destination, number, Some(Doubt::Parted)));
                        line.entries.push(entry(Destination::Description, words, Some(Doubt::Parted)));
                    }
                    None => line.entries.push(entry(destination, text, doubt)),
                }
            }
            destination if destination.is_prose() && !text.chars().any(char::is_alphanumeric) => {
                leave(&mut line, grid, *spot, text, Why::Outside);
            }
            destination => {
                let is_words =
                    destination.is_prose() || matches!(destination, Destination::Target(_) | Destination::Result(_));
                line.may_go_on &= is_words;
                line.entries.push(entry(destination, text, doubt));
            }
        }
    }
    describe(&mut line, grid);
    part_description(&mut line, table);
    if let [only] = line.entries.as_mut_slice()
        && only.destination == Destination::Description
        && table.columns.iter().filter(|column| column.destination != Destination::Nowhere).count() > 2
        && only.doubt.is_none()
    {
        only.doubt = Some(Doubt::Alone);
    }
    line
}

fn leave(line: &mut Line, grid: &Grid, spot: Spot, text: &str, why: Why) {
    let is_own = grid.cell(spot.0, spot.1).is_some_and(|cell| cell.origin == Origin::Here);
    if is_own && !text.is_empty() {
        line.left_over.push(LeftOver { spot, text: text.to_owned(), why });
    }
}

/// Finds the title of the rows below: one text that spans most of the width, or long words where a number should stand.
fn title(grid: &Grid, table: &Table, row: &BodyRow, texts: &[String]) -> Option<(String, Spot)> {
    let origin = |spot: &Spot| grid.cell(spot.0, spot.1).map(|cell| cell.origin);
    let own =
        || row.spots.iter().zip(texts).filter(|(spot, text)| !text.is_empty() && origin(spot) == Some(Origin::Here));
    let mut all = own();
    let (Some((spot, text)), None) = (all.next(), all.next()) else { return None };
    let others =
        row.spots.iter().zip(texts).filter(|(spot, text)| !text.is_empty() && origin(spot) == Some(Origin::Above));
    if others.count() > 0 || table.columns.len() < 3 {
        return None;
    }
    let spread = row.spots.iter().filter(|spot| origin(spot) == Some(Origin::Left)).count();
    let column = row.spots.iter().position(|other| other == spot).and_then(|at| table.columns.get(at));
    let is_number =
        column.is_some_and(|column| matches!(column.destination, Destination::Code | Destination::ActionNumber));
    let begins_small = text.chars().next().is_some_and(char::is_lowercase);
    let is_title = spread.saturating_mul(2) >= table.columns.len()
        || (is_number && !is_code(text) && text.chars().count() > 6 && !begins_small && part(text).is_none());
    is_title.then(|| (text.clone(), *spot))
}

/// Makes a description of the one point of a list that stands where the names of what is above belong, in a row that has
/// no other description.
fn describe(line: &mut Line, grid: &Grid) {
    let is_name = |destination| matches!(destination, Destination::Objective | Destination::Goal(_));
    if line.entries.iter().any(|entry| entry.destination == Destination::Description) {
        return;
    }
    let mut names = line.entries.iter_mut().filter(|entry| is_name(entry.destination));
    let (Some(entry), None) = (names.next(), names.next()) else { return };
    let written = entry.spots.first().map_or("", |(row, column)| grid.text(*row, *column));
    if written.starts_with(['•', '·', '▪', '-', '–']) || written.starts_with("<ul") {
        (entry.destination, entry.doubt) = (Destination::Description, Some(Doubt::Moved));
    }
}

/// Returns which column each cell of a row belongs to, and why that is not plain.
fn place(
    grid: &Grid,
    table: &Table,
    row: &BodyRow,
    texts: &[String],
    setting: Setting,
) -> (Vec<Option<usize>>, Option<Doubt>) {
    let width = table.columns.len();
    let straight: Vec<Option<usize>> = (0..texts.len()).map(|at| (at < width).then_some(at)).collect();
    let is_result =
        |at: usize| table.columns.get(at).is_some_and(|column| matches!(column.destination, Destination::Result(_)));
    let kept: Vec<usize> = (0..table.written.min(width)).filter(|at| !is_result(*at)).collect();
    let written = row.spots.first().map_or(0, |(row, _)| grid.written(*row));
    let lost = kept.len() < table.written && written == kept.len() && row.after_break_or_short(table, written);
    let mut bases = vec![(straight, None)];
    if lost {
        let places = (0..texts.len()).map(|at| kept.get(at).copied()).collect();
        bases.insert(0, (places, Some(Doubt::ColumnsLost)));
    }
    let (base, doubt) = bases.swap_remove(0);
    let judge = |by: isize| -> i32 {
        texts
            .iter()
            .enumerate()
            .filter(|(_, text)| !text.is_empty())
            .map(|(at, text)| {
                let place = at.checked_add_signed(by).and_then(|at| base.get(at).copied().flatten());
                place
                    .and_then(|place| table.columns.get(place))
                    .map_or_else(|| beyond(text), |column| judge(column.destination, text, setting))
            })
            .sum()
    };
    let straight = judge(0);
    let best =
        ASIDE.iter().copied().map(|by| (judge(by), by)).max_by_key(|(judged, by)| (*judged, by.unsigned_abs() == 0));
    match best {
        Some((judged, by)) if by != 0 && judged >= straight.saturating_add(4) => {
            let moved =
                (0..texts.len()).map(|at| at.checked_add_signed(by).and_then(|at| base.get(at).copied().flatten()));
            (moved.collect(), Some(Doubt::Moved))
        }
        _ => (base, doubt),
    }
}

impl BodyRow {
    fn after_break_or_short(&self, table: &Table, written: usize) -> bool {
        self.after_break || written < table.written
    }
}

/// Judges a text beyond the last column: a single letter there is a trace of the page's edge.
fn beyond(text: &str) -> i32 {
    if text.chars().count() <= 1 { -1 } else { -3 }
}

/// Judges how well a text fits a destination.
fn judge(destination: Destination, text: &str, setting: Setting) -> i32 {
    use Destination as To;
    let letters = text.chars().take(300).count();
    let begins_small = text.chars().next().is_some_and(char::is_lowercase);
    match destination {
        To::Active(_) | To::Innovative if is_yes(text) => 2,
        To::Active(_) | To::Innovative => -3,
        To::Code | To::ActionNumber | To::ObjectiveCode | To::GoalCode(_) if is_code(text) => 1,
        // Words that begin small, or a number with words behind it, have slipped in from the next column.
        To::Code | To::ActionNumber if letters > 12 && (begins_small || part(text).is_some()) => -4,
        To::Code | To::ActionNumber | To::ObjectiveCode | To::GoalCode(_) => {
            if letters > 12 {
                -2
            } else {
                0
            }
        }
        To::Weight | To::Share(_) => {
            if is_share(text) {
                1
            } else {
                -2
            }
        }
        To::Deadline if read_day(text, setting.year).is_some() => 2,
        To::Deadline => -1,
        To::Target(_) | To::Result(_) | To::Baseline(_) => {
            if letters > 200 {
                -1
            } else {
                0
            }
        }
        To::Nowhere | To::Computed => -1,
        _ if is_mark(text) => -3,
        _ if is_share(text) => -1,
        _ => i32::from(letters >= 12),
    }
}

/// Parts a number from the words that ran into its cell: `11 Realizzazione di …`.
fn part(text: &str) -> Option<(&str, &str)> {
    let (number, words) = text.split_once(' ')?;
    let is_number = number.chars().all(|letter| letter.is_ascii_digit() || letter == '.') && number.len() <= 4;
    (is_number && words.chars().count() > 6 && words.chars().next().is_some_and(char::is_alphabetic))
        .then_some((number, words))
}

fn lacks_description(table: &Table, texts: &[String], places: &[Option<usize>]) -> bool {
    !texts.iter().zip(places).any(|(text, place)| {
        let column = place.and_then(|place| table.columns.get(place));
        !text.is_empty() && column.is_some_and(|column| column.destination == Destination::Description)
    })
}

/// Parts a number from the words of the description where the row has none of its own and was moved.
fn part_description(line: &mut Line, table: &Table) {
    let number = [Destination::ActionNumber, Destination::Code]
        .into_iter()
        .find(|wanted| table.columns.iter().any(|column| column.destination == *wanted));
    let Some(number) = number else { return };
    if line.entries.iter().any(|entry| entry.destination == number) {
        return;
    }
    let moved = |entry: &&mut Entry| entry.destination == Destination::Description && entry.doubt == Some(Doubt::Moved);
    let Some(entry) = line.entries.iter_mut().find(moved) else { return };
    let Some((figure, words)) = part(&entry.text).map(|(figure, words)| (figure.to_owned(), words.to_owned())) else {
        return;
    };
    entry.text = words;
    let spots = entry.spots.clone();
    let certainty = entry.certainty;
    line.may_go_on = false;
    line.entries.push(Entry { destination: number, text: figure, spots, certainty, doubt: Some(Doubt::Parted) });
}
