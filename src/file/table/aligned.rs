//! Tables as a PDF viewer copies them where it keeps the look of the page: columns are where blanks stand under one
//! another. What comes out one cell a line is one column here.

use super::{Grid, GridError, Span};

/// The least blanks between two columns.
const GAP: usize = 2;

/// Reads lines whose cells stand in column; a block without columns gives rows of one cell.
pub(super) fn read_aligned(text: &str) -> Result<Grid, GridError> {
    let mut grid = Grid::default();
    let lines: Vec<&str> = text.lines().collect();
    let mut row = 0_usize;
    for block in lines.split_inclusive(|line| line.trim().is_empty()) {
        let starts = starts(block);
        for line in block {
            for (column, cell) in cells(line, &starts).into_iter().enumerate() {
                grid.put(row, column, &cell, Span::ONE)?;
            }
            row = row.saturating_add(1);
        }
    }
    grid.finish()
}

/// Finds the columns of a block: a column begins after a gap that no line writes across, or nearly none.
fn starts(block: &[&str]) -> Vec<usize> {
    let lines: Vec<&&str> = block.iter().filter(|line| !line.trim().is_empty()).collect();
    if lines.len() < 2 {
        return Vec::new();
    }
    let width = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0).min(Grid::MAX_TEXT);
    let mut written = vec![0_usize; width];
    for line in &lines {
        for (place, letter) in written.iter_mut().zip(line.chars()) {
            *place = place.saturating_add(usize::from(!letter.is_whitespace()));
        }
    }
    // A line in a hundred may run over its column.
    let few = lines.len() / 100;
    let (mut starts, mut blanks, mut any) = (Vec::new(), GAP, false);
    for (place, count) in written.iter().enumerate() {
        if *count > few {
            if blanks >= GAP || !any {
                starts.push(place);
            }
            (blanks, any) = (0, true);
        } else {
            blanks = blanks.saturating_add(1);
        }
    }
    if starts.len() > 1 { starts } else { Vec::new() }
}

/// Cuts a line where the columns begin.
fn cells(line: &str, starts: &[usize]) -> Vec<String> {
    if starts.len() < 2 {
        return vec![line.trim().to_owned()];
    }
    let mut cells = vec![String::new(); starts.len()];
    for (place, letter) in line.chars().enumerate() {
        let column = starts.partition_point(|start| *start <= place).saturating_sub(1);
        if let Some(cell) = cells.get_mut(column) {
            cell.push(letter);
        }
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_where_blanks_stand_under_one_another() {
        let text = "N  Descrizione           Target 2024  Peso\n\
                    1  Report di monitorag-  Almeno 2       40\n   \
                       gio trimestrali\n\
                    2  Riunioni d'area       4              60\n";
        assert_eq!(
            read_aligned(text).unwrap().to_string(),
            "N | Descrizione | Target 2024 | Peso\n\
             1 | Report di monitorag- | Almeno 2 | 40\n \
             | gio trimestrali |  | \n\
             2 | Riunioni d'area | 4 | 60\n"
        );
    }

    #[test]
    fn prose_stays_one_column() {
        let text = "Il piano degli obiettivi\ncontiene due  schede.\n\nFine";
        assert_eq!(read_aligned(text).unwrap().width(), 1);
    }
}
