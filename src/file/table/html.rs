//! Tables from the HTML that Word, Excel, LibreOffice, Google Sheets and PDF viewers put on the clipboard.
//!
//! Only a tokenizer looks at it: what comes in are names of elements and letters, so no script can run, no style applies and
//! nothing can be fetched. Text between tables becomes rows of one cell; a table within a cell is text of that cell, except
//! where the outer table is only a frame around it.

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::{Grid, GridError, Span};

/// Elements whose letters are no text.
const UNSEEN: [&str; 8] = ["script", "style", "head", "template", "xml", "noscript", "object", "svg"];
/// Elements that begin a line of their own.
const LINES: [&str; 12] = ["p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd"];
/// The deepest tables within tables that are looked at; deeper ones are text.
const DEEPEST: usize = 8;

/// Reads all the tables of a page into one, in their order, an empty row between them.
///
/// # Errors
/// It passes one of the bounds of a [`Grid`], or there is nothing in it.
pub fn read_html(html: &str) -> Result<Grid, GridError> {
    if html.len() > Grid::MAX_BYTES {
        return Err(GridError::Bytes);
    }
    let mut emitter = DefaultEmitter::default();
    // A tokenizer alone does not know that `<style>` holds no elements.
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).to_ascii_lowercase();
                let attribute =
                    |wanted: &[u8]| tag.attributes.get(wanted).map(|value| String::from_utf8_lossy(value).into_owned());
                let cell = Opening {
                    hidden: attribute(b"style").is_some_and(|style| is_hidden(&style)),
                    rows: number(attribute(b"rowspan")),
                    columns: number(attribute(b"colspan")),
                    value: [&b"x:num"[..], b"sdval", b"data-sheets-value"].iter().find_map(|name| attribute(name)),
                };
                page.open(&name, cell, tag.self_closing);
            }
            Token::EndTag(tag) => page.close(&String::from_utf8_lossy(&tag.name).to_ascii_lowercase()),
            Token::String(text) => page.write(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.grid()
}

/// Returns whether HTML has a table in it, so that it says more than the plain text beside it.
pub fn has_table(html: &str) -> bool {
    html.get(..html.len().min(Grid::MAX_BYTES)).unwrap_or(html).to_ascii_lowercase().contains("<t")
        && html.to_ascii_lowercase().contains("<tr")
}

fn is_hidden(style: &str) -> bool {
    let style: String = style.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_ascii_lowercase();
    style.contains("display:none") || style.contains("mso-hide:all")
}

fn number(attribute: Option<String>) -> usize {
    attribute.and_then(|text| text.trim().parse().ok()).unwrap_or(1)
}

/// What an element says of itself.
struct Opening {
    hidden: bool,
    rows: usize,
    columns: usize,
    value: Option<String>,
}

/// What has been read so far.
#[derive(Default)]
struct Page {
    /// Rows of a cell or more, in the order of the page; no cells: an empty row.
    rows: Vec<Vec<Cell>>,
    /// Text outside tables that waits for its line to end.
    line: String,
    /// Tables that are open, the outermost first.
    tables: Vec<Table>,
    /// The element within which nothing is text, and how often it is open.
    unseen: Option<(String, usize)>,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<Cell>>,
    cell: Option<Cell>,
    /// Whether the row that is open is not seen.
    hidden_row: bool,
    in_row: bool,
    /// Tables that stood within its cells.
    within: Vec<Vec<Vec<Cell>>>,
}

#[derive(Clone)]
struct Cell {
    text: String,
    span: Span,
    hidden: bool,
    value: Option<String>,
}

impl Page {
    fn open(&mut self, name: &str, opening: Opening, self_closing: bool) {
        if let Some((unseen, depth)) = &mut self.unseen {
            *depth = depth.saturating_add(usize::from(name == unseen.as_str() && !self_closing));
            return;
        }
        if UNSEEN.contains(&name) {
            if !self_closing {
                self.unseen = Some((name.to_owned(), 1));
            }
            return;
        }
        match name {
            "table" if self.tables.len() < DEEPEST => {
                if self.tables.is_empty() {
                    self.end_line();
                }
                self.tables.push(Table::default());
            }
            "body" => self.unseen = None,
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                    table.in_row = true;
                    table.hidden_row = opening.hidden;
                    table.rows.push(Vec::new());
                }
            }
            "td" | "th" => self.open_cell(opening),
            _ if LINES.contains(&name) => self.write_break(),
            _ => {}
        }
    }

    fn open_cell(&mut self, opening: Opening) {
        let Some(table) = self.tables.last_mut() else { return };
        table.end_cell();
        if !table.in_row {
            table.in_row = true;
            table.rows.push(Vec::new());
        }
        // 0 means "to the end": it is taken as one, and a cell cannot span more than there may be.
        let span =
            Span { rows: opening.rows.clamp(1, Grid::MAX_ROWS), columns: opening.columns.clamp(1, Grid::MAX_COLUMNS) };
        table.cell = Some(Cell { text: String::new(), span, hidden: opening.hidden, value: opening.value });
    }

    fn close(&mut self, name: &str) {
        if let Some((unseen, depth)) = &mut self.unseen {
            if unseen == name {
                *depth = depth.saturating_sub(1);
                if *depth == 0 {
                    self.unseen = None;
                }
            }
            return;
        }
        match name {
            "table" => self.end_table(),
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_row();
                }
            }
            "td" | "th" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell();
                }
            }
            _ if LINES.contains(&name) => self.write_break(),
            _ => {}
        }
    }

    /// Ends the innermost table: it goes into the cell it stands in as text, or onto the page.
    fn end_table(&mut self) {
        let Some(mut table) = self.tables.pop() else { return };
        table.end_row();
        let rows = table.into_rows();
        match self.tables.last_mut() {
            Some(outer) => {
                if let Some(cell) = &mut outer.cell {
                    for row in &rows {
                        let texts: Vec<&str> = row.iter().map(|cell| cell.text.trim()).collect();
                        push_break(&mut cell.text);
                        push_text(&mut cell.text, &texts.join(" "));
                    }
                }
                outer.within.push(rows);
            }
            None => {
                if self.rows.last().is_some_and(|row| !row.is_empty()) {
                    self.rows.push(Vec::new());
                }
                self.rows.extend(rows);
                self.rows.push(Vec::new());
            }
        }
    }

    fn write(&mut self, text: &str) {
        if self.unseen.is_some() {
            return;
        }
        match self.tables.last_mut() {
            // Letters between cells belong to none.
            Some(table) => {
                if let Some(cell) = &mut table.cell {
                    push_text(&mut cell.text, text);
                }
            }
            None => push_text(&mut self.line, text),
        }
    }

    fn write_break(&mut self) {
        match self.tables.last_mut() {
            Some(table) => {
                if let Some(cell) = &mut table.cell {
                    push_break(&mut cell.text);
                }
            }
            None => self.end_line(),
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if !line.trim().is_empty() {
            self.rows.push(vec![Cell { text: line.trim().to_owned(), span: Span::ONE, hidden: false, value: None }]);
        }
    }

    fn grid(mut self) -> Result<Grid, GridError> {
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.end_line();
        let mut grid = Grid::default();
        // Rows that a cell still reaches down into, by column.
        let mut taken: Vec<usize> = Vec::new();
        for (row, cells) in self.rows.into_iter().enumerate() {
            if cells.is_empty() {
                taken.clear();
            }
            let mut column = 0_usize;
            for cell in cells {
                while taken.get(column).is_some_and(|rows| *rows > 0) {
                    column = column.saturating_add(1);
                }
                let text = cell.said();
                if taken.len() < column.saturating_add(cell.span.columns) {
                    taken.resize(column.saturating_add(cell.span.columns), 0);
                }
                for below in taken.iter_mut().skip(column).take(cell.span.columns) {
                    *below = cell.span.rows;
                }
                grid.put(row, column, &text, cell.span)?;
                column = column.saturating_add(cell.span.columns);
            }
            taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        }
        grid.finish()
    }
}

impl Table {
    fn end_cell(&mut self) {
        if let (Some(cell), Some(row)) = (self.cell.take(), self.rows.last_mut())
            && !cell.hidden
            && !self.hidden_row
        {
            row.push(cell);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        self.in_row = false;
        if self.hidden_row {
            self.rows.pop();
            self.hidden_row = false;
        }
    }

    /// Returns its rows; those of the tables within where it is only their frame. A cell reaches no further down than the
    /// table does.
    fn into_rows(mut self) -> Vec<Vec<Cell>> {
        let is_frame = self.rows.iter().all(|row| row.len() <= 1);
        if is_frame && !self.within.is_empty() {
            return self.within.into_iter().flat_map(|rows| rows.into_iter().chain([Vec::new()])).collect();
        }
        let height = self.rows.len();
        for (at, row) in self.rows.iter_mut().enumerate() {
            for cell in row {
                cell.span.rows = cell.span.rows.min(height.saturating_sub(at)).max(1);
            }
        }
        self.rows
    }
}

impl Cell {
    /// Returns what the cell says: of figures that did not fit their column, and show as `####`, the value beside them.
    fn said(&self) -> String {
        let text = self.text.trim();
        match &self.value {
            Some(value) if !text.is_empty() && text.chars().all(|letter| letter == '#') => value.replace('.', ","),
            _ => text.to_owned(),
        }
    }
}

/// Writes letters as a page shows them: blanks and line breaks of the source are one blank.
fn push_text(into: &mut String, text: &str) {
    for letter in text.chars() {
        if letter.is_whitespace() {
            if !into.is_empty() && !into.ends_with([' ', '\n']) {
                into.push(' ');
            }
        } else if letter != '\u{ad}' && letter != '\0' {
            into.push(letter);
        }
    }
}

fn push_break(into: &mut String) {
    let end = into.trim_end_matches(' ').len();
    into.truncate(end);
    if !into.is_empty() && !into.ends_with('\n') {
        into.push('\n');
    }
}
