//! What people changed in a workbook that came back: cell by cell against what was written, as edits of the plan it carries.

use std::collections::BTreeMap;

use super::added::{AddedRow, LeftRow, New};
use super::read::{Reading, Sheet};
use super::rows::Rows;
use super::slot::{Found, Key, Refused, RowId, edit, is_unchanged, value};
use super::tab::{KEYS, letters};
use super::{added, carried};
use crate::file::File;
use crate::file::table::{Grid, Span};

/// What a workbook turned out to be.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Returned {
    /// The plan with what people changed, beside the one it was written from; none where the workbook carries no plan, or
    /// lost it.
    pub file: Option<Box<File>>,
    /// How many fields were changed.
    pub changed: usize,
    /// Cells whose change was not taken, with the reason.
    pub refused: Vec<RefusedCell>,
    /// Rows that people added, which are new records of the plan now.
    pub added: Vec<AddedRow>,
    /// Rows that people added and that are not taken, with the reason.
    pub left: Vec<LeftRow>,
    /// Sheets with rows fewer than they were written with. The plan keeps what these were of: a row is soon deleted by mistake,
    /// or only to see less.
    pub gone: Vec<GoneRows>,
    /// Every sheet that people see, as a table that can be taken in.
    pub tables: Vec<NamedTable>,
}

/// A sheet as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedTable {
    /// The sheet's name.
    pub name: String,
    /// Its cells.
    pub grid: Grid,
    /// Whether the rows of the sheet name the records of the plan; if not, what was changed in it comes in as a table or
    /// not at all.
    pub is_known: bool,
}

/// A place in a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The sheet's name.
    pub sheet: String,
    /// The cell as people call it (`F12`).
    pub cell: String,
}

/// Rows that a sheet was written with, and that are deleted or emptied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoneRows {
    /// The sheet's name.
    pub sheet: String,
    /// How many; one or more.
    pub count: usize,
}

/// A cell whose change was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedCell {
    /// Which.
    pub place: Place,
    /// What stands in it.
    pub words: String,
    /// Why.
    pub reason: Refused,
}

impl Reading<'_> {
    /// Reads what is left to read and says what the workbook holds.
    ///
    /// # Errors
    /// As [`Reading::step`].
    pub fn finish(mut self) -> Result<Returned, super::SpreadsheetError> {
        while self.step()?.is_some() {}
        let sheets = std::mem::take(&mut self.found);
        Ok(returned(&sheets))
    }
}

pub(super) fn returned(sheets: &[Sheet]) -> Returned {
    let carried =
        sheets.iter().find(|sheet| sheet.name == carried::NAME).and_then(|sheet| carried::read(&texts(sheet)));
    let mut changes = Changes::default();
    let mut tables = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.is_shown) {
        let is_known = carried.as_ref().is_some_and(|file| changes.look(file, sheet));
        // What is too large for a table, or empty, is none.
        if let Some(grid) = grid(sheet) {
            tables.push(NamedTable { name: sheet.name.clone(), grid, is_known });
        }
    }
    match carried {
        Some(file) => changes.made(file, tables),
        None => Returned { tables, ..Returned::default() },
    }
}

/// What was found changed, by record and field: the places that say so, with what they say; and the rows that people added.
#[derive(Default)]
struct Changes {
    found: BTreeMap<(RowId, Key), Vec<(Place, Found)>>,
    new: Vec<New>,
    left: Vec<LeftRow>,
    gone: Vec<GoneRows>,
}

impl Changes {
    /// Notes what a sheet changes; says whether its rows name any record.
    fn look(&mut self, file: &File, sheet: &Sheet) -> bool {
        let rows = Rows::of(&file.plan, sheet);
        for (record, key, row, column, found) in rows.fields() {
            let Some(written) = value(&file.plan, record, &key) else { continue };
            if !is_unchanged(&key, &written, found) {
                let place = place(sheet, row, column);
                self.found.entry((record, key)).or_default().push((place, found.clone()));
            }
        }
        for loose in rows.loose() {
            match New::of(&file.plan, &loose, |row, column| place(sheet, row, column)) {
                Ok(new) => self.new.push(new),
                Err(left) => self.left.push(left),
            }
        }
        if !rows.gone.is_empty() {
            self.gone.push(GoneRows { sheet: sheet.name.clone(), count: rows.gone.len() });
        }
        rows.is_known
    }

    /// Makes the changes in a copy of the plan the workbook was written from.
    fn made(self, file: File, tables: Vec<NamedTable>) -> Returned {
        let mut plan = file.plan.clone();
        let (mut changed, mut refused) = (0_usize, Vec::new());
        for ((record, key), places) in &self.found {
            let Some((_, said)) = places.first() else { continue };
            let agrees = places.iter().all(|(_, other)| other.words().trim() == said.words().trim());
            // Of the plan as it was: places in it are what the rows name.
            let made = if agrees { edit(&file.plan, *record, key, said) } else { Err(Refused::TwoValues) };
            match made {
                // One that does not apply would be of a field that is not there.
                Ok(edit) => {
                    changed = changed.saturating_add(edit.map_or(0, |edit| usize::from(plan.apply(edit).is_ok())))
                }
                Err(reason) => refused.extend(places.iter().map(|(place, found)| RefusedCell {
                    place: place.clone(),
                    words: found.words(),
                    reason,
                })),
            }
        }
        let new = added::add(&mut plan, &file.plan, self.new);
        refused.extend(new.refused);
        let left = self.left.into_iter().chain(new.left).collect();
        let parents = file.revision.into_iter().chain(file.parents).collect();
        let file = File { revision: None, parents, scope: file.scope, sent: None, base: Some(file.plan), plan };
        Returned { file: Some(Box::new(file)), changed, refused, added: new.added, left, gone: self.gone, tables }
    }
}

fn place(sheet: &Sheet, row: u32, column: u32) -> Place {
    let column = letters(u16::try_from(column).unwrap_or(u16::MAX));
    Place { sheet: sheet.name.clone(), cell: format!("{column}{}", row.saturating_add(1)) }
}

/// The texts of a sheet's first column, downwards.
fn texts(sheet: &Sheet) -> Vec<String> {
    let first = |(_, cells): &(u32, Vec<(u32, Found)>)| match cells.first() {
        Some((0, Found::Text(text))) => Some(text.clone()),
        _ => None,
    };
    sheet.rows.iter().filter_map(first).collect()
}

/// Returns a sheet as a table, without its empty rows and the empty columns at its left; none where nothing stands in it or
/// it is larger than any table of a plan.
fn grid(sheet: &Sheet) -> Option<Grid> {
    let is_ours = |cells: &[(u32, Found)]| matches!(cells.first(), Some((0, Found::Text(id))) if id == KEYS);
    let hides_ids = sheet.rows.iter().any(|(_, cells)| is_ours(cells));
    let is_hidden = |column: u32| hides_ids && column == 0;
    let shown = |(column, found): &&(u32, Found)| !is_hidden(*column) && !found.words().trim().is_empty();
    let rows: Vec<(u32, Vec<&(u32, Found)>)> = (sheet.rows.iter().filter(|(_, cells)| !is_ours(cells)))
        .map(|(row, cells)| (*row, cells.iter().filter(shown).collect()))
        .filter(|(_, cells): &(u32, Vec<_>)| !cells.is_empty())
        .collect();
    let left = rows.iter().filter_map(|(_, cells)| cells.first()).map(|(column, _)| *column).min()?;
    let merged: BTreeMap<(u32, u32), (u32, u32)> = sheet
        .merged
        .iter()
        .map(|[row, column, last_row, last_column]| ((*row, *column), (*last_row, *last_column)))
        .collect();
    let mut grid = Grid::default();
    for (at, (row, cells)) in rows.iter().enumerate() {
        for (column, found) in cells {
            let span = merged.get(&(*row, *column)).map_or(Span::ONE, |(last_row, last_column)| Span {
                rows: rows.iter().skip(at).take_while(|(below, _)| below <= last_row).count(),
                columns: usize::try_from(last_column.saturating_sub(*column).saturating_add(1)).unwrap_or(1),
            });
            let place = usize::try_from(column.saturating_sub(left)).ok()?;
            grid.put(at, place, &found.words(), span).ok()?;
        }
    }
    grid.finish().ok()
}
