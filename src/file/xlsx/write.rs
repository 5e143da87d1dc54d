//! Writes the sheets as a workbook, one at a time, so that whoever waits sees how far it is.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, IgnoreError, Workbook, Worksheet,
    XlsxError,
};

use super::sheets::Has;
use super::tab::{KEYS, Look, Names, Row, Tab, Value};
use super::{SpreadsheetError, carried, sheets, working};
use crate::attainment::Attainment;
use crate::file::File;

/// A workbook being written.
pub struct Writing {
    file: File,
    attainment: Attainment,
    has: Has,
    names: Names,
    workbook: Workbook,
    next: usize,
}

/// How far a piece of work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many steps are done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
}

impl Writing {
    /// Begins a workbook of a plan as it stands in `file`, with the figures of `attainment`. Nothing is written yet.
    pub fn of(file: File, attainment: Attainment) -> Self {
        let mut names = Names::default();
        // Nobody else gets the name of the sheet that is carried.
        names.take(carried::NAME);
        let has = Has::of(&file.plan);
        Self { file, attainment, has, names, workbook: Workbook::new(), next: 0 }
    }

    /// Writes the next sheet and tells how far it is; none once all are written.
    ///
    /// # Errors
    /// [`SpreadsheetError::NotWritten`], which no plan made through this crate can cause.
    pub fn step(&mut self) -> Result<Option<Progress>, SpreadsheetError> {
        let plan = &self.file.plan;
        let of = plan.objectives.len().saturating_add(3);
        let tab = match self.next {
            0 => Some(sheets::all_indicators(plan, &self.has, &mut self.names)),
            1 => working::attainment(plan, &self.attainment, &mut self.names),
            place if place == of.saturating_sub(1) => {
                let tab =
                    carried::sheet(&self.file).map_err(|error| SpreadsheetError::NotWritten(error.to_string()))?;
                self.add(&tab).map_err(not_written)?.set_very_hidden(true);
                None
            }
            place if place < of => {
                let place = place.saturating_sub(2);
                let objective = plan.objectives.at(place);
                objective.map(|objective| sheets::sheet(plan, &self.has, place, objective, &mut self.names))
            }
            _ => return Ok(None),
        };
        if let Some(tab) = tab {
            self.add(&tab).map_err(not_written)?;
        }
        self.next = self.next.saturating_add(1);
        Ok(Some(Progress { done: self.next, of }))
    }

    /// Returns the workbook's bytes.
    ///
    /// # Errors
    /// [`SpreadsheetError::NotWritten`].
    pub fn finish(mut self) -> Result<Vec<u8>, SpreadsheetError> {
        while self.step()?.is_some() {}
        let mut properties = DocProperties::new().set_title(&self.file.plan.title).set_author("Traguardo");
        // The day of the figures: the same plan gives the same bytes on the same day.
        if let Some(day) = excel_day(self.attainment.today()) {
            properties = properties.set_creation_datetime(&day);
        }
        self.workbook.set_properties(&properties);
        self.workbook.save_to_buffer().map_err(not_written)
    }

    fn add(&mut self, tab: &Tab) -> Result<&mut Worksheet, XlsxError> {
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(&tab.name)?;
        write_tab(sheet, tab)?;
        Ok(sheet)
    }
}

fn not_written(error: impl std::fmt::Display) -> SpreadsheetError {
    SpreadsheetError::NotWritten(error.to_string())
}

fn write_tab(sheet: &mut Worksheet, tab: &Tab) -> Result<(), XlsxError> {
    let mut formats = Formats::default();
    let last = u16::try_from(tab.widths.len()).unwrap_or(u16::MAX);
    for (row, line) in (0..).zip(&tab.rows) {
        if !line.id.is_empty() {
            sheet.write_string(row, 0, &line.id)?;
        }
        let wide = line.is_wide.then(|| line.cells.len().checked_sub(1)).flatten();
        for (at, (column, cell)) in (1..).zip(&line.cells).enumerate() {
            let format = formats.of(cell.look, &cell.value);
            if wide == Some(at) && column < last {
                sheet.merge_range(row, column, row, last, "", format)?;
            }
            write_value(sheet, row, column, &cell.value, format)?;
        }
        if line.id == KEYS {
            sheet.set_row_hidden(row)?;
        } else if wide.is_some() {
            sheet.set_row_height(row, height(line, &tab.widths))?;
        }
    }
    sheet.set_column_hidden(0)?;
    for (column, width) in (1..).zip(&tab.widths) {
        sheet.set_column_width(column, f64::from(*width))?;
    }
    let (rows, columns) = tab.frozen;
    sheet.set_freeze_panes(rows, columns)?;
    if let Some(heading) = tab.heading {
        sheet.set_repeat_rows(heading, heading)?;
    }
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&A&RPagina &P di &N");
    // Words stay words, also `4` and `2024`: no green corner need say so.
    sheet.ignore_error_range(0, 0, tab.next(), last, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

const A4: u8 = 9;

fn write_value(sheet: &mut Worksheet, row: u32, column: u16, value: &Value, format: &Format) -> Result<(), XlsxError> {
    match value {
        Value::Empty => sheet.write_blank(row, column, format)?,
        Value::Text(text) => sheet.write_string_with_format(row, column, text, format)?,
        Value::Day(day) => match excel_day(*day) {
            Some(day) => sheet.write_datetime_with_format(row, column, &day, format)?,
            None => sheet.write_string_with_format(row, column, day.to_string(), format)?,
        },
        Value::Number(_) | Value::Percent(_) => match value.number() {
            Some(number) => sheet.write_number_with_format(row, column, number, format)?,
            None => sheet.write_blank(row, column, format)?,
        },
        Value::Formula(text, result) => {
            let result = result.number().map(|number| number.to_string()).unwrap_or_default();
            let formula = Formula::new(format!("={text}")).set_result(result);
            sheet.write_formula_with_format(row, column, formula, format)?
        }
    };
    Ok(())
}

/// Spreadsheets know no day before 1900.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let [month, date] = [day.month(), day.day()].map(|part| u8::try_from(part).unwrap_or_default());
    ExcelDateTime::from_ymd(year, month, date).ok()
}

/// How high a row is whose last cell reaches over several columns: spreadsheets do not find that out themselves.
fn height(line: &Row, widths: &[u8]) -> f64 {
    let wide = line.cells.len().saturating_sub(1);
    let lines = line.cells.iter().enumerate().map(|(at, cell)| {
        let Value::Text(text) = &cell.value else { return 1 };
        let room: usize = if at == wide {
            widths.iter().skip(at).map(|width| usize::from(*width)).sum()
        } else {
            widths.get(at).copied().map(usize::from).unwrap_or(10)
        };
        text.lines().map(|line| line.chars().count().div_ceil(room.max(1)).max(1)).sum::<usize>()
    });
    let lines = lines.max().unwrap_or(1).clamp(1, 27);
    // 409 points is as high as a row can be.
    15.0 * f64::from(u32::try_from(lines).unwrap_or(27))
}

/// Looks that were asked for, each made once.
#[derive(Default)]
struct Formats(BTreeMap<(Look, Kind), Format>);

/// What a look depends on besides the cell's role.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Text,
    /// Words that a spreadsheet would take for a formula if somebody touched them.
    Quoted,
    Number,
    Percent,
    Day,
}

impl Kind {
    fn of(value: &Value) -> Self {
        match value {
            Value::Empty => Self::Text,
            Value::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\n']) => Self::Quoted,
            Value::Text(_) => Self::Text,
            Value::Number(_) => Self::Number,
            Value::Percent(_) => Self::Percent,
            Value::Day(_) => Self::Day,
            Value::Formula(_, result) => match **result {
                Value::Number(_) => Self::Number,
                _ => Self::Percent,
            },
        }
    }
}

impl Formats {
    fn of(&mut self, look: Look, value: &Value) -> &Format {
        let kind = Kind::of(value);
        self.0.entry((look, kind)).or_insert_with(|| made(look, kind))
    }
}

fn made(look: Look, kind: Kind) -> Format {
    let format = Format::new().set_font_name("Calibri").set_font_size(10);
    let format = match look {
        Look::Title => return format.set_bold().set_font_size(14),
        Look::Note => return format.set_font_color(SOFT),
        Look::Section => return format.set_bold().set_font_size(12).set_font_color(BLUE),
        Look::Heading => {
            return format
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(BLUE)
                .set_font_color(WHITE)
                .set_border(FormatBorder::Thin)
                .set_border_color(LINE);
        }
        Look::Group => return format.set_bold(),
        Look::Label => format.set_bold(),
        Look::Sum => format.set_bold().set_background_color(PALE),
        Look::Shown => format.set_background_color(PALE),
        Look::Input => format,
    };
    let format =
        format.set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Hair).set_border_color(LINE);
    match kind {
        // What is typed over words stays as it was typed: `85%`, `30/9`.
        Kind::Text if look == Look::Input => format.set_num_format("@"),
        Kind::Text => format,
        Kind::Quoted => format.set_num_format("@").set_quote_prefix(),
        Kind::Number => format.set_num_format("General"),
        Kind::Percent => format.set_num_format("0.00%"),
        Kind::Day => format.set_num_format("dd/mm/yyyy"),
    }
}

// The application's own colours: its blue, its lines, its soft text and its quiet ground.
const BLUE: u32 = 0x00_51_A8;
const WHITE: u32 = 0xFF_FF_FF;
const LINE: u32 = 0xC5_CE_D8;
const SOFT: u32 = 0x45_5A_70;
const PALE: u32 = 0xF2_F5_F8;
