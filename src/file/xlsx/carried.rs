//! The plan that a workbook carries in a sheet nobody sees: what its cells were written from, so that what people changed
//! can be told when it comes back, and so that nothing is lost that no cell shows.

use super::tab::{Cell, Look, Row, Tab};
use crate::file::{self, File, FileError};

/// The name of the sheet.
pub(super) const NAME: &str = "_traguardo";

/// What its first cell says.
const MARK: &str = "traguardo-xlsx 1";

/// How much of the file one cell takes, in bytes; a cell holds more.
const PIECE: usize = 30_000;

/// Returns the sheet.
///
/// # Errors
/// Only [`FileError::NotWritten`].
pub(super) fn sheet(file: &File) -> Result<Tab, FileError> {
    let text = file::write(file)?;
    let mut tab = Tab { name: NAME.to_owned(), ..Tab::default() };
    tab.rows.push(row(MARK));
    let mut piece = String::with_capacity(PIECE);
    // Line by line: breaks and indentation say nothing.
    for line in text.lines() {
        for letter in plain(line.trim_start()).chars() {
            // A blank at either end of a cell might be cut.
            if piece.len() >= PIECE && letter != ' ' && !piece.ends_with(' ') {
                tab.rows.push(row(&piece));
                piece.clear();
            }
            piece.push(letter);
        }
    }
    tab.rows.push(row(&piece));
    Ok(tab)
}

/// Reads what [`sheet`] wrote; none where somebody changed it.
pub(super) fn read(cells: &[String]) -> Option<File> {
    let (mark, pieces) = cells.split_first()?;
    if mark != MARK {
        return None;
    }
    file::read(pieces.concat().as_bytes()).ok()
}

/// Writes a line of JSON in signs that come through any spreadsheet: what XML cannot carry becomes an escape, and so does the
/// beginning of what spreadsheets take for an escape of theirs (`_x0041_`).
fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_theirs = letter == '_' && letters.peek() == Some(&'x');
        if is_theirs || matches!(letter, '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}') {
            plain.push_str(&format!("\\u{:04x}", u32::from(letter)));
        } else {
            plain.push(letter);
        }
    }
    plain
}

fn row(text: &str) -> Row {
    // The first column is the hidden one of every sheet: here it is all there is.
    Row { id: text.to_owned(), cells: vec![Cell::text(Look::Note, "")], is_wide: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Period, Plan, Year};

    #[test]
    fn what_is_carried_comes_back_whole() {
        let year = Year::new(2024).unwrap();
        let mut plan = Plan::new("p".into(), Period::new(year, year).unwrap());
        plan.title = " _x0041_ \"\\ \\\" =1+1 è 計 ".repeat(3_000);
        plan.notice = "\\".into();
        let file = File::from(plan);
        let tab = sheet(&file).unwrap();
        assert!(tab.rows.len() > 3, "in several cells");
        let cells: Vec<String> = tab.rows.iter().map(|row| row.id.clone()).collect();
        assert_eq!(read(&cells), Some(file));
        assert_eq!(read(&cells[1..]), None);
        assert_eq!(read(&cells[..2]), None);
        assert_eq!(read(&[]), None);
    }
}
