//! A grid walked from the top, each row taken for what it is: a line that begins an objective, a fact, a heading, a row.

use super::Grid;
use super::columns::decide;
use super::destination::{Certainty, Destination, Reason, RowKind};
use super::head::{filled, judge, read_column, squash};
use super::heading::read_heading;
use super::layout::{BodyRow, Column, Fact, Layout, Part, Setting, Spot, Table, fact_destination};
use super::opening::read_opening;
use super::upright::read_upright;

/// Recognises the parts of a grid.
pub fn recognise(grid: &Grid, setting: Setting) -> Layout {
    let mut found =
        Found { grid, setting, parts: Vec::new(), open: None, bare: Vec::new(), after_break: true, upright: 0 };
    let mut row = 0_usize;
    while row < grid.height() {
        row = row.saturating_add(found.take(row).max(1));
    }
    found.close();
    let mut layout = Layout { parts: found.parts };
    decide(grid, setting, &mut layout);
    layout
}

/// The parts found so far.
struct Found<'a> {
    grid: &'a Grid,
    setting: Setting,
    parts: Vec<Part>,
    /// The table that rows go on to fill.
    open: Option<Table>,
    /// Rows of several cells under no heading.
    bare: Vec<usize>,
    after_break: bool,
    /// Up to which row labels with their cells are known to be no indicators that stand upright.
    upright: usize,
}

impl Found<'_> {
    /// Takes a row, and those that belong to it; returns how many.
    fn take(&mut self, row: usize) -> usize {
        let grid = self.grid;
        let filled = filled(grid, row);
        if filled.is_empty() {
            self.after_break = true;
            self.close_bare();
            return 1;
        }
        if let [column] = filled.as_slice()
            && let Some(opening) = read_opening(grid.text(row, *column))
        {
            self.close();
            self.parts.push(Part::Opening(opening, (row, *column)));
            self.after_break = true;
            return 1;
        }
        if filled.len() == 2
            && let Some(rows) = self.take_upright(row)
        {
            return rows;
        }
        if let Some(rows) = self.take_heading(row, &filled) {
            return rows;
        }
        if let Some(fact) = self.fact(row, &filled) {
            self.close();
            self.parts.push(Part::Fact(fact));
            self.after_break = true;
            return 1;
        }
        self.take_row(row, &filled);
        self.after_break = false;
        1
    }

    /// Takes a row that heads columns, with those below that go on with the headings.
    fn take_heading(&mut self, row: usize, filled: &[usize]) -> Option<usize> {
        // A lone text in the first column is a title.
        if filled == [0] {
            return None;
        }
        let (own, setting) = (judge(self.grid, &[row], self.setting), self.setting);
        if own.known == 0 || !own.is_short {
            return None;
        }
        // Within a table a row has to look like headings all over.
        let within = self.open.is_some() && !self.after_break;
        let mut rows = vec![row];
        let mut score = own;
        while rows.len() < 3 {
            let next = row.saturating_add(rows.len());
            let below = judge(self.grid, &[next], self.setting);
            if below.cells == 0 || !below.is_short {
                break;
            }
            let mut more = rows.clone();
            more.push(next);
            let together = judge(self.grid, &more, self.setting);
            let goes_on = below.is_heading() && below.sure > 0 || (together.sure > score.sure && below.known > 0);
            if !goes_on || together.known < score.known || (below.known.saturating_mul(2) < below.cells) {
                break;
            }
            (rows, score) = (more, together);
        }
        let is_heading = if rows.len() == 1 && own.known == 1 {
            !within && own.sure == 1 && self.heads_pairs(row, filled)
        } else {
            score.is_heading() && (!within || score.sure >= 2)
        };
        if !is_heading || (rows.len() == 1 && filled.len() == 2 && own.is_fact_beside_words) {
            return None;
        }
        let width = self.grid.width();
        let columns: Vec<Column> = (0..width)
            .map(|column| {
                let (heading, read) = read_column(self.grid, &rows, column, setting);
                let (certainty, reason) = (Certainty::Guess, Reason::Unknown);
                Column { heading, destination: Destination::Nowhere, certainty, reason, read }
            })
            .collect();
        let head = rows.iter().flat_map(|row| (0..width).map(|column| (*row, column)));
        let head: Vec<Spot> = head.filter(|(row, column)| !self.grid.text(*row, *column).is_empty()).collect();
        let is_again = self.open.as_ref().is_some_and(|table| {
            let headings =
                |columns: &[Column]| columns.iter().map(|column| squash(&column.heading)).collect::<Vec<_>>();
            headings(&table.columns) == headings(&columns)
        });
        if let (true, Some(table)) = (is_again, self.open.as_mut()) {
            table.head.extend(head);
        } else {
            self.close();
            let written = rows.iter().map(|row| self.grid.written(*row)).max().unwrap_or(0);
            let body = Vec::new();
            self.open = Some(Table { kind: RowKind::Indicators, head, columns, body, has_headings: true, written });
        }
        self.after_break = is_again;
        Some(rows.len())
    }

    /// Returns whether two cells in words, of which one is a heading, stand over pairs: `Indicatore | Cosa ci aspettiamo`.
    fn heads_pairs(&self, row: usize, filled: &[usize]) -> bool {
        let ([first, _], next) = (filled, row.saturating_add(1)) else { return false };
        let in_words = |column: &usize| !self.grid.text(row, *column).chars().any(|letter| letter.is_ascii_digit());
        let label = read_heading(self.grid.text(next, *first), self.setting.period, self.setting.year);
        filled.iter().all(in_words)
            && self::filled(self.grid, next) == filled
            && label.is_none_or(|label| label.certainty < Certainty::Likely)
    }

    /// Reads a label and the fact beside it, or both in one cell.
    fn fact(&self, row: usize, filled: &[usize]) -> Option<Fact> {
        let read = |text: &str| read_heading(text, self.setting.period, self.setting.year);
        let (first, second) = match filled {
            [first] => (*first, None),
            [first, second] => (*first, Some(*second)),
            _ => return None,
        };
        let text = self.grid.text(row, first);
        let sure = |text: &str| {
            let heading = read(text)?;
            let destination = fact_destination(heading.meaning?, &heading, self.setting)?;
            (heading.certainty >= Certainty::Likely).then_some((destination, heading.certainty))
        };
        if let Some(second) = second {
            let (destination, certainty) = sure(text)?;
            let is_pair = destination.is_fact() || destination == Destination::Goal(0);
            let is_label =
                is_pair && read(self.grid.text(row, second)).is_none_or(|other| other.certainty < Certainty::Sure);
            let value = self.grid.text(row, second).to_owned();
            let (label, place) = ((row, first), (row, second));
            let fact = Fact { label, value: place, text: value, destination, certainty };
            return if is_label { Some(fact) } else { None };
        }
        if let Some((label, value)) = text.split_once(':')
            && let Some((destination, certainty)) = sure(label)
            && (destination.is_fact() || destination == Destination::Goal(0))
        {
            let text = value.trim().trim_matches('*').trim().to_owned();
            return Some(Fact { label: (row, first), value: (row, first), text, destination, certainty });
        }
        // A label whose fact was left empty.
        let (destination, certainty) = sure(text)?;
        let is_label =
            first == 0 && self.grid.written(row) == 2 && destination.is_fact() && certainty == Certainty::Sure;
        is_label.then(|| Fact { label: (row, 0), value: (row, 1), text: String::new(), destination, certainty })
    }

    /// Takes indicators that stand upright.
    fn take_upright(&mut self, row: usize) -> Option<usize> {
        if row < self.upright {
            return None;
        }
        match read_upright(self.grid, row, self.setting) {
            Ok((table, rows)) => {
                self.close();
                self.parts.push(Part::Table(table));
                self.after_break = true;
                Some(rows)
            }
            Err(rows) => {
                self.upright = row.saturating_add(rows);
                None
            }
        }
    }

    /// Takes a row that is neither heading nor fact.
    fn take_row(&mut self, row: usize, filled: &[usize]) {
        let single = match filled {
            [column] => Some(*column),
            _ => None,
        };
        if let (Some(column), Some(Part::Opening(opening, _))) = (single, self.parts.last())
            && opening.title.is_empty()
            && self.open.is_none()
            && self.bare.is_empty()
        {
            let text = self.grid.text(row, column).to_owned();
            let (destination, certainty) = (Destination::Description, Certainty::Likely);
            self.parts.push(Part::Fact(Fact {
                label: (row, column),
                value: (row, column),
                text,
                destination,
                certainty,
            }));
            return;
        }
        let width = self.grid.width();
        let after_break = self.after_break;
        if let Some(table) = &mut self.open {
            // Text outside a table, such as the title of the next one, begins in the first column.
            let is_outside = single == Some(0) && after_break && self.grid.written(row) <= 1
                || single == Some(0) && after_break && !table.body.is_empty() && is_title(self.grid.text(row, 0));
            if !is_outside {
                let spots = (0..width).map(|column| (row, column)).collect();
                table.body.push(BodyRow { spots, after_break, is_taken: true });
                return;
            }
            self.close();
        }
        match single {
            Some(_) => {
                self.close();
                self.parts.push(Part::Loose(row));
            }
            None => self.bare.push(row),
        }
    }

    fn close(&mut self) {
        self.close_bare();
        if let Some(table) = self.open.take() {
            self.parts.push(Part::Table(table));
        }
    }

    /// Makes a table of rows under no heading; what they hold is found out from the cells.
    fn close_bare(&mut self) {
        let rows = std::mem::take(&mut self.bare);
        if rows.is_empty() {
            return;
        }
        let width = self.grid.width();
        let column = |_| Column {
            heading: String::new(),
            destination: Destination::Nowhere,
            certainty: Certainty::Guess,
            reason: Reason::Unknown,
            read: None,
        };
        let body = rows.iter().map(|row| BodyRow {
            spots: (0..width).map(|column| (*row, column)).collect(),
            after_break: false,
            is_taken: true,
        });
        self.parts.push(Part::Table(Table {
            kind: RowKind::Indicators,
            head: Vec::new(),
            columns: (0..width).map(column).collect(),
            body: body.collect(),
            has_headings: false,
            written: 0,
        }));
    }
}

/// Returns whether a line reads like a title between tables: short, without the stop that ends a sentence.
fn is_title(text: &str) -> bool {
    text.chars().count() <= 80
        && !text.ends_with(['.', ',', ';'])
        && text.chars().next().is_some_and(char::is_uppercase)
}
