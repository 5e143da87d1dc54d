//! Tables as text: cells parted by tabs, as spreadsheets and word processors put them on the clipboard, or by semicolons or
//! commas, as files of figures have them. A cell with a line break or a quotation mark in it stands in quotation marks.

use super::{Grid, GridError, Span, aligned, stacked};

/// Reads a table from text; what parts its cells is found out. Text without any such mark is read by the blanks that
/// stand in column under one another, or as one cell a line, as PDF viewers copy it.
///
/// # Errors
/// It passes one of the bounds of a [`Grid`], or there is nothing in it.
pub fn read_text(text: &str) -> Result<Grid, GridError> {
    if text.len() > Grid::MAX_BYTES {
        return Err(GridError::Bytes);
    }
    let text = text.trim_start_matches('\u{feff}').trim_end_matches('\0');
    match mark(text) {
        Some(mark) => read_separated(text, mark),
        None => {
            let aligned = aligned::read_aligned(text)?;
            let stacked = (aligned.width() == 1).then(|| stacked::read_stacked(text)).flatten();
            Ok(stacked.unwrap_or(aligned))
        }
    }
}

/// Finds what parts the cells: a tab wherever there is one; else the mark that most lines have, if most lines have it.
fn mark(text: &str) -> Option<char> {
    if text.contains('\t') {
        return Some('\t');
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(200).collect();
    let having = |mark: char| lines.iter().filter(|line| line.contains(mark)).count();
    // A comma stands in sentences too: it parts cells only where every line has as many.
    let commas = |line: &&str| outside_quotes(line, ',');
    let even = lines.first().map(commas).filter(|first| *first > 0 && lines.iter().all(|line| commas(line) == *first));
    if !lines.is_empty() && having(';').saturating_mul(10) >= lines.len().saturating_mul(8) && lines.len() > 1 {
        Some(';')
    } else {
        even.filter(|_| lines.len() > 1).map(|_| ',')
    }
}

fn outside_quotes(line: &str, mark: char) -> usize {
    let mut quoted = false;
    line.chars()
        .filter(|letter| {
            quoted ^= *letter == '"';
            !quoted && *letter == mark
        })
        .count()
}

/// How often a quotation mark that nothing closes may be looked for to the end of the text.
const UNCLOSED: usize = 8;

fn read_separated(text: &str, mark: char) -> Result<Grid, GridError> {
    let mut grid = Grid::default();
    let (mut row, mut column, mut rest, mut unclosed) = (0_usize, 0_usize, text, 0_usize);
    loop {
        let quoted = if unclosed < UNCLOSED && rest.starts_with('"') { quoted(rest, mark) } else { None };
        let (cell, after) = match quoted {
            Some((cell, after)) => (cell, after),
            None => {
                unclosed = unclosed.saturating_add(usize::from(rest.starts_with('"')));
                let end = rest.find([mark, '\n', '\r']).unwrap_or(rest.len());
                let (cell, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
                (cell.to_owned(), after)
            }
        };
        grid.put(row, column, &cell, Span::ONE)?;
        if let Some(after) = after.strip_prefix(mark) {
            (column, rest) = (column.saturating_add(1), after);
        } else if let Some(after) = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r'])) {
            (row, column, rest) = (row.saturating_add(1), 0, after);
            if rest.is_empty() {
                break;
            }
        } else {
            break;
        }
    }
    grid.finish()
}

/// Reads a cell in quotation marks, doubled within, that ends where a cell can end; none where it does not: the mark is
/// then a letter like others (`"Stili di vita" 2024`).
fn quoted(text: &str, mark: char) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text.strip_prefix('"')?;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        if let Some(after) = after.strip_prefix('"') {
            cell.push('"');
            rest = after;
        } else if after.is_empty() || after.starts_with([mark, '\n', '\r']) {
            return Some((cell, after));
        } else {
            return None;
        }
        if cell.len() > Grid::MAX_TEXT {
            return None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        read_text(text).unwrap().to_string()
    }

    #[test]
    fn what_parts_the_cells_is_found_out() {
        for (text, grid) in [
            ("a\tb\nc\td\n", "a | b\nc | d\n"),
            ("a;b\r\nc;d\r\n", "a | b\nc | d\n"),
            ("codice,risultato\nA.1,\"72,5\"\n", "codice | risultato\nA.1 | 72,5\n"),
            ("Almeno 2, se possibile\nentro l'anno\n", "Almeno 2, se possibile\nentro l'anno\n"),
            ("\u{feff}a\tb", "a | b\n"),
        ] {
            assert_eq!(shown(text), grid, "{text:?}");
        }
    }

    #[test]
    fn line_breaks_and_quotation_marks_stand_within_a_cell_as_spreadsheets_write_them() {
        assert_eq!(shown("N\t\"Descrizione\nsu due righe\"\r\n1\t\"detto \"\"A\"\"\"\tx"), {
            "N | Descrizione\nsu due righe | \n1 | detto \"A\" | x\n"
        });
    }

    #[test]
    fn a_quotation_mark_that_opens_no_cell_is_a_letter() {
        assert_eq!(shown("\"Stili di vita\" 2024\t3\n\"aperto\t4"), "\"Stili di vita\" 2024 | 3\n\"aperto | 4\n");
    }
}
