//! A sheet of a workbook as plain data: what stands in which cell and how it looks, before anybody writes bytes. Rows and
//! columns count from 0; the first column is hidden and names the record of its row.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// One sheet.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Tab {
    /// Its name: at most 31 characters, none that a spreadsheet forbids.
    pub name: String,
    /// Widths of the columns, in characters, the hidden first one left out.
    pub widths: Vec<u8>,
    /// The rows.
    pub rows: Vec<Row>,
    /// How many rows and columns stay while the rest scrolls, hidden ones included.
    pub frozen: (u32, u16),
    /// The row that is printed again on every page.
    pub heading: Option<u32>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Row {
    /// What the hidden column says: the record the row is of, or [`KEYS`].
    pub id: String,
    /// The cells after it.
    pub cells: Vec<Cell>,
    /// The last cell reaches as far as the last column.
    pub is_wide: bool,
}

/// What the hidden column says of a hidden row that names the field of each column.
pub(super) const KEYS: &str = "#";

/// One cell.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Cell {
    pub value: Value,
    pub look: Look,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Words, never taken for anything else.
    Text(String),
    /// A number.
    Number(Decimal),
    /// Hundredths of a whole, as people say them: 80 is 80 %.
    Percent(Decimal),
    /// A day.
    Day(NaiveDate),
    /// Something the spreadsheet works out, and what comes of it here.
    Formula(String, Box<Value>),
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Look {
    /// To be filled in by people.
    #[default]
    Input,
    /// To be read: what a person changes here is not taken back.
    Shown,
    /// The same, for the row that sums up those below.
    Sum,
    /// The title of the sheet.
    Title,
    /// An explanation.
    Note,
    /// The heading of a part of the sheet.
    Section,
    /// The name of what the rows below belong to.
    Group,
    /// The heading of a column.
    Heading,
    /// The name of the field beside it.
    Label,
}

impl Tab {
    /// Returns the number of the next row.
    pub fn next(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// Adds a row that stands for no record.
    pub fn say(&mut self, look: Look, text: &str) {
        self.rows.push(Row { cells: vec![Cell::text(look, text)], ..Row::default() });
    }

    /// Adds an empty row.
    pub fn leave(&mut self) {
        self.rows.push(Row::default());
    }

    /// Adds the hidden row of keys.
    pub fn keys<'a>(&mut self, keys: impl Iterator<Item = &'a str>) {
        let cells = keys.map(|key| Cell::text(Look::Note, key)).collect();
        self.rows.push(Row { id: KEYS.into(), cells, is_wide: false });
    }

    /// Adds a row of column headings.
    pub fn headings<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        let cells = names.map(|name| Cell::text(Look::Heading, name)).collect();
        self.rows.push(Row { cells, ..Row::default() });
    }
}

impl Cell {
    /// Returns a cell of words.
    pub fn text(look: Look, text: &str) -> Self {
        Self { value: Value::text(text), look }
    }

    /// Returns a cell.
    pub fn of(look: Look, value: Value) -> Self {
        Self { value, look }
    }
}

impl Value {
    /// Returns words as a sheet can hold them; nothing for none.
    pub fn text(text: &str) -> Self {
        let held = held(text);
        if held.is_empty() { Self::Empty } else { Self::Text(held) }
    }

    /// Returns the number a spreadsheet keeps: of a percentage its hundredth part.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => number.to_f64(),
            Self::Percent(hundredths) => hundredths.checked_div(Decimal::ONE_HUNDRED)?.to_f64(),
            Self::Formula(_, result) => result.number(),
            Self::Empty | Self::Text(_) | Self::Day(_) => None,
        }
    }
}

/// The most of a text that a cell takes, in the units of UTF-16 in which Excel counts.
pub(super) const LONGEST: usize = 32_000;

/// Returns a text as a cell can hold it: without signs that no XML may carry, not longer than a cell.
pub(super) fn held(text: &str) -> String {
    let is_held = |letter: &char| {
        matches!(letter, '\n' | '\t') || !(letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}'))
    };
    let mut used = 0_usize;
    let fits = |letter: &char| {
        used = used.saturating_add(letter.len_utf16());
        used <= LONGEST
    };
    text.replace("\r\n", "\n").chars().filter(is_held).take_while(fits).collect()
}

/// Returns the letters of a column (`A`, `AB`).
pub(super) fn letters(column: u16) -> String {
    let mut letters = Vec::new();
    let mut left = u32::from(column).saturating_add(1);
    while left > 0 {
        left = left.saturating_sub(1);
        letters.push(char::from(b'A'.saturating_add(u8::try_from(left % 26).unwrap_or_default())));
        left /= 26;
    }
    letters.iter().rev().collect()
}

/// Makes names of sheets: short enough, without forbidden signs, each once.
#[derive(Default)]
pub(super) struct Names(std::collections::BTreeSet<String>);

impl Names {
    /// Returns a name that was not given before, as near to the one wished for as may be.
    pub fn take(&mut self, wish: &str) -> String {
        let plain: String =
            held(wish).chars().map(|letter| if FORBIDDEN.contains(letter) { ' ' } else { letter }).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = plain.trim_matches('\'');
        let wish = if plain.is_empty() { "Scheda" } else { plain };
        let mut count = 1_u32;
        loop {
            let tail = if count == 1 { String::new() } else { format!(" ({count})") };
            let room = MOST.saturating_sub(tail.len());
            // Excel counts in units of UTF-16.
            let mut used = 0;
            let head: String = wish
                .chars()
                .take_while(|letter| {
                    used += letter.len_utf16();
                    used <= room
                })
                .collect();
            let name = format!("{}{tail}", head.trim_end());
            if self.0.insert(name.to_lowercase()) {
                return name;
            }
            count = count.saturating_add(1);
        }
    }
}

const FORBIDDEN: &str = "[]:*?/\\\n\t";
const MOST: usize = 31;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_people_know() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn names_of_sheets_are_short_plain_and_each_once() {
        let mut names = Names::default();
        assert_eq!(names.take("Scheda A/1: [prova]"), "Scheda A 1 prova");
        assert_eq!(names.take("scheda a 1 prova"), "scheda a 1 prova (2)");
        assert_eq!(names.take(""), "Scheda");
        assert_eq!(names.take("'"), "Scheda (2)");
        let long = names.take(&"è".repeat(50));
        assert_eq!(long.chars().count(), 31);
        assert_eq!(names.take(&"è".repeat(60)).chars().count(), 31);
    }

    #[test]
    fn a_cell_holds_no_sign_that_xml_may_not_carry() {
        assert_eq!(held("a\r\nb\u{0}\u{1b}c\u{fffe}\td"), "a\nbc\td");
        assert_eq!(held(&"x".repeat(40_000)).len(), 32_000);
    }
}
