//! A table as it was pasted or read: rows of cells, whatever they say. A cell that spans others stands in each of them, so
//! that a heading over two years and an action beside three indicators are there wherever they count.

use std::fmt;

/// A table of texts. Every row is as wide as the widest; a place that nothing was put in is empty.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Grid {
    rows: Vec<Vec<GridCell>>,
    written: Vec<usize>,
    width: usize,
    filled: usize,
}

/// One place of a [`Grid`].
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct GridCell {
    /// What stands there: of a cell that spans several places, the same in each.
    pub text: String,
    /// Whether the text was written in this very place.
    pub origin: Origin,
}

/// Where the text of a place was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Origin {
    /// Here.
    #[default]
    Here,
    /// In a cell that reaches here from the left, in the same row.
    Left,
    /// In a cell that reaches here from a row above.
    Above,
}

/// How many places one cell takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Down; at least 1.
    pub rows: usize,
    /// To the right; at least 1.
    pub columns: usize,
}

/// Why something is no table that can be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GridError {
    /// Nothing was written in it.
    #[error("there is no table")]
    Empty,
    /// More rows than [`Grid::MAX_ROWS`].
    #[error("more than {} rows", Grid::MAX_ROWS)]
    Rows,
    /// More columns than [`Grid::MAX_COLUMNS`].
    #[error("more than {} columns", Grid::MAX_COLUMNS)]
    Columns,
    /// More places than [`Grid::MAX_PLACES`].
    #[error("more than {} cells", Grid::MAX_PLACES)]
    Places,
    /// A cell longer than [`Grid::MAX_TEXT`].
    #[error("a cell of more than {} bytes", Grid::MAX_TEXT)]
    Text,
    /// More bytes than [`Grid::MAX_BYTES`].
    #[error("more than {} bytes", Grid::MAX_BYTES)]
    Bytes,
}

impl Span {
    /// A cell that spans nothing but its own place.
    pub const ONE: Self = Self { rows: 1, columns: 1 };
}

impl Grid {
    /// The most rows taken in: ten times the longest list of indicators seen.
    pub const MAX_ROWS: usize = 20_000;
    /// The most columns taken in.
    pub const MAX_COLUMNS: usize = 200;
    /// The most places taken in, empty ones that a wide row makes included.
    pub const MAX_PLACES: usize = 500_000;
    /// The longest text of one cell, in bytes.
    pub const MAX_TEXT: usize = 20_000;
    /// The longest text a table is read from, in bytes.
    pub const MAX_BYTES: usize = 10_000_000;

    /// Returns a table of rows in which no cell spans another.
    ///
    /// # Errors
    /// It passes one of the bounds, or nothing stands in it.
    pub fn of_rows<R, C>(rows: impl IntoIterator<Item = R>) -> Result<Self, GridError>
    where
        R: IntoIterator<Item = C>,
        C: Into<String>,
    {
        let mut grid = Self::default();
        for (row, cells) in rows.into_iter().enumerate() {
            for (column, text) in cells.into_iter().enumerate() {
                grid.put(row, column, &text.into(), Span::ONE)?;
            }
        }
        grid.finish()
    }

    /// Puts a text in a place and in those it spans; a place that an earlier cell spans is taken over. Rows and columns
    /// come into being as they are needed, a text that is blank makes none to its right.
    ///
    /// # Errors
    /// The table would pass one of the bounds; it stays as it was.
    pub fn put(&mut self, row: usize, column: usize, text: &str, span: Span) -> Result<(), GridError> {
        if text.len() > Self::MAX_TEXT {
            return Err(GridError::Text);
        }
        let (below, right) = (row.saturating_add(span.rows.max(1)), column.saturating_add(span.columns.max(1)));
        if below > Self::MAX_ROWS {
            return Err(GridError::Rows);
        }
        if right > Self::MAX_COLUMNS {
            return Err(GridError::Columns);
        }
        let blank = text.trim().is_empty();
        self.filled =
            self.filled.saturating_add(below.saturating_sub(row).saturating_mul(right.saturating_sub(column)));
        if self.filled > Self::MAX_PLACES {
            return Err(GridError::Places);
        }
        if self.rows.len() < below {
            self.rows.resize_with(below, Vec::new);
        }
        for (down, places) in self.rows.iter_mut().enumerate().take(below).skip(row) {
            if places.len() < right {
                places.resize_with(right, GridCell::default);
            }
            for (across, place) in places.iter_mut().enumerate().take(right).skip(column) {
                place.origin = match (down == row, across == column) {
                    (true, true) => Origin::Here,
                    (true, false) => Origin::Left,
                    (false, _) => Origin::Above,
                };
                text.clone_into(&mut place.text);
            }
        }
        if !blank {
            self.width = self.width.max(right);
        }
        Ok(())
    }

    /// Returns the table once everything was put in: rows of one width, without the empty ones at its end.
    ///
    /// # Errors
    /// Nothing stands in it, or the rows together make too many places.
    pub fn finish(mut self) -> Result<Self, GridError> {
        while self.rows.last().is_some_and(|row| row.iter().all(GridCell::is_blank)) {
            self.rows.pop();
        }
        if self.rows.is_empty() || self.width == 0 {
            return Err(GridError::Empty);
        }
        if self.rows.len().saturating_mul(self.width) > Self::MAX_PLACES {
            return Err(GridError::Places);
        }
        self.written = self.rows.iter().map(Vec::len).collect();
        for row in &mut self.rows {
            row.resize_with(self.width, GridCell::default);
        }
        Ok(self)
    }

    /// Returns how many columns it has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Returns how many rows it has.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// Walks the rows from the top.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = &[GridCell]> + ExactSizeIterator + Clone {
        self.rows.iter().map(Vec::as_slice)
    }

    /// Returns a row.
    pub fn row(&self, row: usize) -> Option<&[GridCell]> {
        self.rows.get(row).map(Vec::as_slice)
    }

    /// Returns how many places a row had when it was put in, blank ones at its end included: a row that lost columns at a
    /// page break has fewer than its neighbours.
    pub fn written(&self, row: usize) -> usize {
        self.written.get(row).copied().unwrap_or(0)
    }

    /// Returns a place.
    pub fn cell(&self, row: usize, column: usize) -> Option<&GridCell> {
        self.rows.get(row)?.get(column)
    }

    /// Returns what stands in a place, without the blanks around it; nothing beyond the table's edge.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.cell(row, column).map_or("", |cell| cell.text.trim())
    }
}

impl GridCell {
    /// Returns whether nothing stands there.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Returns what was written in this very place, without the blanks around it; nothing where it reaches here.
    pub fn own(&self) -> &str {
        if self.origin == Origin::Here { self.text.trim() } else { "" }
    }
}

/// One row a line, cells parted by bars: for tests and messages.
impl fmt::Display for Grid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in self.rows() {
            let texts: Vec<&str> = row.iter().map(|cell| cell.text.trim()).collect();
            writeln!(f, "{}", texts.join(" | "))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_spans_others_stands_in_each_and_says_where_it_was_written() {
        let mut grid = Grid::default();
        grid.put(0, 0, "N", Span { rows: 2, columns: 1 }).unwrap();
        grid.put(0, 1, "2024", Span { rows: 1, columns: 2 }).unwrap();
        grid.put(1, 1, "Previsione", Span::ONE).unwrap();
        grid.put(1, 2, "Risultato", Span::ONE).unwrap();
        let grid = grid.finish().unwrap();
        assert_eq!(grid.to_string(), "N | 2024 | 2024\nN | Previsione | Risultato\n");
        assert_eq!(grid.cell(0, 2).unwrap().origin, Origin::Left);
        assert_eq!(grid.cell(1, 0).unwrap().origin, Origin::Above);
        assert_eq!(grid.cell(1, 0).unwrap().own(), "");
        assert_eq!(grid.text(9, 9), "");
    }

    #[test]
    fn rows_are_of_one_width_and_blank_edges_are_no_part_of_the_table() {
        let grid = Grid::of_rows([vec!["a", "b", " "], vec!["c"], vec!["", ""]]).unwrap();
        assert_eq!((grid.height(), grid.width()), (2, 2));
        assert_eq!(grid.to_string(), "a | b\nc | \n");
        assert_eq!(Grid::of_rows([vec!["", " "]]), Err(GridError::Empty));
        assert_eq!(Grid::of_rows(Vec::<Vec<&str>>::new()), Err(GridError::Empty));
    }

    #[test]
    fn a_table_beyond_its_bounds_is_refused() {
        let mut grid = Grid::default();
        assert_eq!(grid.put(Grid::MAX_ROWS, 0, "x", Span::ONE), Err(GridError::Rows));
        assert_eq!(grid.put(0, Grid::MAX_COLUMNS, "x", Span::ONE), Err(GridError::Columns));
        assert_eq!(grid.put(0, 0, &"x".repeat(Grid::MAX_TEXT + 1), Span::ONE), Err(GridError::Text));
        let all = Span { rows: Grid::MAX_ROWS, columns: Grid::MAX_COLUMNS };
        assert_eq!(grid.put(0, 0, "x", all), Err(GridError::Places));
        assert_eq!(grid.put(0, 0, "x", Span { rows: usize::MAX, columns: 1 }), Err(GridError::Rows));
    }
}
