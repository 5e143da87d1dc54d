//! Reads the cells of a workbook, as many as are bearable: only those that hold something, whatever size a sheet claims.

use calamine::{DataRef, Reader, SheetType, SheetVisible, Style};
use chrono::NaiveDate;

use super::slot::{Found, Shown};
use super::unpack::{self, Workbook};
use super::{Progress, SpreadsheetError};

/// The most cells read of a workbook.
pub const MAX_CELLS: usize = 3_000_000;

/// The most bytes of text kept of a workbook.
pub const MAX_TEXT: usize = 192 * 1024 * 1024;

/// One sheet as it came.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Sheet {
    pub name: String,
    pub is_shown: bool,
    /// Rows that hold something, each with its number and its cells in the order of their columns.
    pub rows: Vec<(u32, Vec<(u32, Found)>)>,
    /// Cells that reach over others: the first row and column, the last ones.
    pub merged: Vec<[u32; 4]>,
}

/// A workbook being read, one sheet at a time.
pub struct Reading<'a> {
    workbook: Workbook<'a>,
    sheets: Vec<calamine::Sheet>,
    pub(super) found: Vec<Sheet>,
    next: usize,
    cells: usize,
    text: usize,
}

impl<'a> Reading<'a> {
    /// Opens a workbook. No sheet is read yet.
    ///
    /// # Errors
    /// It is none, or it would become too large.
    pub fn of(bytes: &'a [u8]) -> Result<Self, SpreadsheetError> {
        let workbook = unpack::open(bytes)?;
        let sheets = workbook.sheets_metadata().to_vec();
        Ok(Self { workbook, sheets, found: Vec::new(), next: 0, cells: 0, text: 0 })
    }

    /// Reads the next sheet and tells how far it is; none once all are read.
    ///
    /// # Errors
    /// The sheet is damaged, or there is more in it than is borne.
    pub fn step(&mut self) -> Result<Option<Progress>, SpreadsheetError> {
        let of = self.sheets.len();
        let Some(sheet) = self.sheets.get(self.next).cloned() else { return Ok(None) };
        if sheet.typ == SheetType::WorkSheet {
            let read = self.sheet(&sheet)?;
            self.found.push(read);
        }
        self.next = self.next.saturating_add(1);
        Ok(Some(Progress { done: self.next, of }))
    }

    fn sheet(&mut self, sheet: &calamine::Sheet) -> Result<Sheet, SpreadsheetError> {
        let damaged = |error: calamine::XlsxError| SpreadsheetError::Damaged(error.to_string());
        let is_shown = sheet.visible == SheetVisible::Visible;
        let mut read = Sheet { name: sheet.name.clone(), is_shown, ..Sheet::default() };
        let mut reader = self.workbook.worksheet_cells_reader(&sheet.name).map_err(damaged)?;
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(damaged)? {
            let (row, column) = cell.get_position();
            let found = found(cell.get_value(), reader.styles().get(style));
            if found == Found::Empty {
                continue;
            }
            self.cells = self.cells.saturating_add(1);
            if let Found::Text(text) = &found {
                self.text = self.text.saturating_add(text.len());
            }
            if self.cells > MAX_CELLS || self.text > MAX_TEXT {
                return Err(SpreadsheetError::TooLarge);
            }
            match read.rows.last_mut() {
                Some((last, cells)) if *last == row => cells.push((column, found)),
                _ => read.rows.push((row, vec![(column, found)])),
            }
        }
        drop(reader);
        if is_shown {
            // A sheet whose merged cells cannot be read is read without them.
            let merged = self.workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
            let corners = |cells: &calamine::Dimensions| [cells.start.0, cells.start.1, cells.end.0, cells.end.1];
            read.merged = merged.iter().take(MAX_MERGED).map(corners).collect();
        }
        Ok(read)
    }
}

/// The most merged cells of a sheet that are looked at.
const MAX_MERGED: usize = 20_000;

fn found(value: &DataRef<'_>, style: Option<&Style>) -> Found {
    let text = |text: &str| if text.is_empty() { Found::Empty } else { Found::Text(text.to_owned()) };
    let is_percent = || {
        let code = style.and_then(|style| style.number_format.as_ref()).map(|format| format.format_code.as_str());
        code.is_some_and(|code| code.contains('%'))
    };
    match value {
        DataRef::Empty => Found::Empty,
        DataRef::String(words) => text(words),
        DataRef::SharedString(words) => text(words),
        // Whole numbers of this size are exact.
        DataRef::Int(number) => Found::Number(whole(*number), Shown::Plain),
        DataRef::Float(number) => Found::Number(*number, if is_percent() { Shown::Percent } else { Shown::Plain }),
        DataRef::Bool(flag) => Found::Flag(*flag),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)).map_or(Found::Broken, Found::Day)
        }
        DataRef::DateTime(time) => Found::Number(time.as_f64(), Shown::Plain),
        DataRef::DateTimeIso(time) => match time.get(..10).and_then(|day| day.parse().ok()) {
            Some(day) => Found::Day(day),
            None => text(time),
        },
        DataRef::DurationIso(time) => text(time),
        DataRef::Error(_) => Found::Broken,
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "a number beyond 2^53 is none that a plan holds, and is shown as near as may be"
)]
const fn whole(number: i64) -> f64 {
    number as f64
}
