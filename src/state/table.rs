//! A table being taken in: what was pasted, how it was recognised, what a person corrected, and what it would do.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::Workspace;
use super::notices::Notice;
use crate::browser::pasted;
use crate::browser::pick;
pub use crate::file::table::{
    Certainty, Counts, Destination, Doubt, Entry, Fate, Grid, GridError, LeftOver, Reason, RowKind, Spot, Why,
};
use crate::file::table::{Import, Layout, Proposal, Setting, has_table, propose, read_html, read_text, recognise};
use crate::plan::ObjectiveId;

/// A table being taken in. A handle: copies are the same table.
#[derive(Clone, Copy)]
pub struct TableImport {
    workspace: Workspace,
    home: StoredValue<Option<ObjectiveId>>,
    open: RwSignal<bool>,
    grid: RwSignal<Option<Arc<Grid>>>,
    layout: RwSignal<Layout>,
    refused: RwSignal<Option<GridError>>,
    import: Memo<Import>,
    proposal: Memo<Proposal>,
    marks: Memo<Marks>,
}

/// What is to be said of each place.
#[derive(Clone, Debug, PartialEq, Default)]
struct Marks {
    doubts: BTreeMap<Spot, Doubt>,
    left: BTreeMap<Spot, Why>,
}

/// A column as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownColumn {
    /// Which one, from 0.
    pub at: usize,
    /// Its heading.
    pub heading: String,
    /// Where it goes.
    pub destination: Destination,
    /// How sure that is.
    pub certainty: Certainty,
    /// Why.
    pub reason: Reason,
}

/// A cell as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownCell {
    /// Where it stands.
    pub spot: Spot,
    /// What it says.
    pub text: String,
    /// What becomes of it; none: it has no place.
    pub fate: Option<Fate>,
    /// What a person may want to look at.
    pub doubt: Option<Doubt>,
    /// Why it has no place.
    pub why: Option<Why>,
}

impl TableImport {
    /// Sets up the taking in of a table; `home` is the objective that is open.
    pub fn new(workspace: Workspace, home: Option<ObjectiveId>) -> Self {
        let home = StoredValue::new(home);
        let (grid, layout) = (RwSignal::new(None::<Arc<Grid>>), RwSignal::new(Layout::default()));
        let import = Memo::new(move |_| {
            let setting = setting(workspace);
            grid.with(|grid| Some(layout.read().read(grid.as_deref()?, setting?))).unwrap_or_default()
        });
        let proposal = Memo::new(move |_| {
            // Ids that last as long as the preview.
            let mut count = 0_u32;
            let mut ids = move || {
                count = count.saturating_add(1);
                Some(format!("preview-{count}"))
            };
            let (setting, import, home) = (setting(workspace), import.read(), home.get_value());
            let made = workspace.read(|plan| propose(plan, &import, home.as_ref(), setting?, &mut ids));
            made.flatten().unwrap_or_default()
        });
        let marks = Memo::new(move |_| {
            let import = import.read();
            let doubts = import.entries().filter_map(|entry| Some((&entry.spots, entry.doubt?)));
            Marks {
                doubts: doubts.flat_map(|(spots, doubt)| spots.iter().map(move |spot| (*spot, doubt))).collect(),
                left: import.left_over.iter().map(|left| (left.spot, left.why)).collect(),
            }
        });
        let (open, refused) = (RwSignal::new(false), RwSignal::new(None));
        Self { workspace, home, open, grid, layout, refused, import, proposal, marks }
    }

    /// Returns whether its dialog is open.
    pub fn is_open(self) -> bool {
        self.open.get()
    }

    /// Opens its dialog, with nothing pasted yet.
    pub fn begin(self) {
        self.clear();
        self.open.set(true);
    }

    /// Closes its dialog; nothing is taken in.
    pub fn close(self) {
        self.open.set(false);
        self.clear();
    }

    /// Forgets what was pasted.
    pub fn clear(self) {
        self.grid.set(None);
        self.layout.set(Layout::default());
        self.refused.set(None);
    }

    /// Returns why what was pasted is no table.
    pub fn refused(self) -> Option<GridError> {
        self.refused.get()
    }

    /// Returns whether something was pasted.
    pub fn has_grid(self) -> bool {
        self.grid.read().is_some()
    }

    /// Returns whether its columns were lost on the way: cells stand one under another.
    pub fn is_stacked(self) -> bool {
        self.grid.read().as_ref().is_some_and(|grid| grid.is_stacked())
    }

    /// Opens its dialog with a table that was read already, such as a sheet of a spreadsheet.
    pub fn begin_with(self, grid: Grid) {
        self.begin();
        self.take_grid(grid);
    }

    /// Takes what an event of pasting carries; true when it carries text.
    pub fn paste(self, event: &leptos::ev::ClipboardEvent) -> bool {
        let Some(pasted) = pasted::pasted(event) else { return false };
        self.take(read_either(&pasted.html, &pasted.text));
        true
    }

    /// Opens with what was pasted outside every field, where that is a table of several cells; true when it is.
    pub fn paste_on_page(self, event: &leptos::ev::ClipboardEvent) -> bool {
        if pasted::is_for_field(event) || pasted::is_behind_dialog().unwrap_or(true) {
            return false;
        }
        let Some(pasted) = pasted::pasted(event) else { return false };
        match read_either(&pasted.html, &pasted.text) {
            Ok(grid) if grid.width() > 1 => {
                self.open.set(true);
                self.take_grid(grid);
                true
            }
            _ => false,
        }
    }

    /// Takes text that was typed or dropped into the field.
    pub fn take_text(self, text: &str) {
        self.take(read_either(text, text));
    }

    /// Lets the person choose a file with a table.
    pub fn ask_for_file(self) {
        leptos::task::spawn_local(async move {
            let picked = async {
                // One table at a time: of several files the first is taken.
                match pick::pick(".tsv,.csv,.txt,.html,.htm").await?.into_iter().next() {
                    Some(file) => pick::read(file).await.map(Some),
                    None => Ok(None),
                }
            };
            match picked.await {
                Ok(Some(picked)) => self.take_text(&decoded(&picked.bytes)),
                Ok(None) => {}
                Err(error) => self.workspace.browser_problem(&error),
            }
        });
    }

    fn take(self, read: Result<Grid, GridError>) {
        match read {
            Ok(grid) => self.take_grid(grid),
            Err(error) => self.refused.set(Some(error)),
        }
    }

    fn take_grid(self, grid: Grid) {
        let Some(setting) = setting(self.workspace) else { return };
        self.refused.set(None);
        self.layout.set(recognise(&grid, setting));
        self.grid.set(Some(Arc::new(grid)));
    }

    /// Returns how many tables were recognised, by number.
    pub fn tables(self) -> Vec<usize> {
        (0..self.layout.read().tables().count()).collect()
    }

    /// Returns what the rows of a table are, and how many there are.
    pub fn kind(self, table: usize) -> Option<(RowKind, usize)> {
        self.layout.read().tables().nth(table).map(|table| (table.kind, table.body.len()))
    }

    /// Returns how many rows of a table are taken in.
    pub fn taken(self, table: usize) -> usize {
        let layout = self.layout.read();
        layout.tables().nth(table).map_or(0, |table| table.body.iter().filter(|row| row.is_taken).count())
    }

    /// Returns the columns of a table that hold anything.
    pub fn columns(self, table: usize) -> Vec<ShownColumn> {
        let (grid, layout) = (self.grid.read(), self.layout.read());
        let (Some(grid), Some(table)) = (grid.as_deref(), layout.tables().nth(table)) else { return Vec::new() };
        let is_filled = |at: usize| {
            table
                .body
                .iter()
                .any(|row| row.spots.get(at).is_some_and(|(row, column)| !grid.text(*row, *column).is_empty()))
        };
        let shown =
            table.columns.iter().enumerate().filter(|(at, column)| !column.heading.is_empty() || is_filled(*at));
        let shown = shown.map(|(at, column)| ShownColumn {
            at,
            heading: column.heading.clone(),
            destination: column.destination,
            certainty: column.certainty,
            reason: column.reason,
        });
        shown.collect()
    }

    /// Returns the destinations among which a person may choose for the columns of a table.
    pub fn choices(self, table: usize) -> Vec<Destination> {
        let Some(setting) = setting(self.workspace) else { return Vec::new() };
        self.layout.read().tables().nth(table).map(|table| table.choices(setting.period)).unwrap_or_default()
    }

    /// Returns one row of a table, its cells column by column, and whether it is taken in.
    pub fn row(self, table: usize, row: usize, columns: &[ShownColumn]) -> Option<(bool, Vec<ShownCell>)> {
        let (grid, layout) = (self.grid.read(), self.layout.read());
        let grid = grid.as_deref()?;
        let found = layout.tables().nth(table)?.body.get(row)?;
        let cells = columns.iter().filter_map(|column| found.spots.get(column.at)).map(|spot| self.cell(grid, *spot));
        Some((found.is_taken, cells.collect()))
    }

    fn cell(self, grid: &Grid, spot: Spot) -> ShownCell {
        let (marks, proposal) = (self.marks.read(), self.proposal.read());
        ShownCell {
            spot,
            text: grid.text(spot.0, spot.1).to_owned(),
            fate: proposal.fates.get(&spot).cloned(),
            doubt: marks.doubts.get(&spot).copied(),
            why: marks.left.get(&spot).copied(),
        }
    }

    /// Returns the facts of objectives that were recognised, each with what becomes of it.
    pub fn facts(self) -> Vec<(Entry, Option<Fate>)> {
        let (import, proposal) = (self.import.read(), self.proposal.read());
        let facts = import.sheets.iter().flat_map(|sheet| &sheet.facts);
        let fate = |entry: &Entry| entry.spots.first().and_then(|spot| proposal.fates.get(spot)).cloned();
        facts.map(|entry| (entry.clone(), fate(entry))).collect()
    }

    /// Returns what has no place.
    pub fn left_over(self) -> Vec<LeftOver> {
        self.import.read().left_over.clone()
    }

    /// Returns how many cells are doubtful.
    pub fn doubts(self) -> usize {
        self.import.read().doubts()
    }

    /// Returns what taking it in would bring and change.
    pub fn counts(self) -> Counts {
        self.proposal.read().counts
    }

    /// Returns whether taking it in would change anything.
    pub fn changes(self) -> bool {
        self.proposal.read().edit.is_some()
    }

    /// Gives a column another destination.
    pub fn send(self, table: usize, column: usize, destination: Destination) {
        self.layout.update(|layout| {
            if let Some(table) = layout.table_mut(table) {
                table.send(column, destination);
            }
        });
    }

    /// Takes a row in, or leaves it out.
    pub fn take_row(self, table: usize, row: usize, is_taken: bool) {
        self.layout.update(|layout| {
            if let Some(row) = layout.table_mut(table).and_then(|table| table.body.get_mut(row)) {
                row.is_taken = is_taken;
            }
        });
    }

    /// Takes a whole table in, or leaves it out.
    pub fn take_table(self, table: usize, is_taken: bool) {
        self.layout.update(|layout| {
            if let Some(table) = layout.table_mut(table) {
                table.body.iter_mut().for_each(|row| row.is_taken = is_taken);
            }
        });
    }

    /// Takes it into the plan, as one step that can be undone.
    pub fn commit(self) {
        let mut ids = || self.workspace.new_id::<String>();
        let (setting, import) = (untrack(|| setting(self.workspace)), self.import.get_untracked());
        let home = self.home.get_value();
        let made = self.workspace.peek(|plan| propose(plan, &import, home.as_ref(), setting?, &mut ids));
        if let Some(edit) = made.flatten().and_then(|proposal| proposal.edit)
            && self.workspace.make(edit)
        {
            self.workspace.notices().show(Notice::TakenIn);
        }
        self.close();
    }
}

/// Reads HTML where it has a table in it, else the text.
fn read_either(html: &str, text: &str) -> Result<Grid, GridError> {
    if has_table(html) { read_html(html).or_else(|_| read_text(text)) } else { read_text(text) }
}

/// Reads the letters of a file: UTF-8, the UTF-16 of spreadsheets, else the one-byte letters of Western Europe.
fn decoded(bytes: &[u8]) -> String {
    let wide = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).filter_map(|pair| Some(of(pair.try_into().ok()?))).collect::<Vec<_>>();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
        },
    }
}

fn setting(workspace: Workspace) -> Option<Setting> {
    let period = workspace.read(|plan| plan.period)?;
    let year = workspace.year()?;
    Some(Setting { period, year: period.nearest(year) })
}
