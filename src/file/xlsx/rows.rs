//! The rows of a sheet that came back: which name a record of the plan, which somebody added, how many are gone.
//!
//! | what somebody did | how it is taken |
//! |---|---|
//! | filled in a row | its cells are compared with the plan |
//! | inserted a row | added: the hidden column is empty there |
//! | copied a row and gave it another description | added: two rows name one record, and the other still says what it said |
//! | moved the visible cells of a row elsewhere | the record itself: no row names it, and code and description are its own |
//! | deleted a row, or emptied all its cells | gone: the plan keeps the record |

use std::collections::{BTreeMap, BTreeSet};

use super::read::Sheet;
use super::slot::{Found, Key, OWN, RowId, even, is_unchanged, said, value};
use super::tab::{KEYS, Value};
use crate::plan::Plan;

/// The rows of one sheet.
#[derive(Default)]
pub(super) struct Rows<'a> {
    blocks: Vec<Block>,
    lines: Vec<Line<'a>>,
    /// Records that the sheet was written with and no row names any more, or only an empty one.
    pub gone: BTreeSet<RowId>,
    /// Whether its rows name any record.
    pub is_known: bool,
}

/// What stands below one row of keys.
#[derive(Default)]
pub(super) struct Block {
    keys: Vec<(u32, String)>,
    /// The columns that show the code of the objective and of the action, by their headings: they are no fields of a row.
    objective: Option<u32>,
    action: Option<u32>,
}

/// A row that holds something.
pub(super) struct Line<'a> {
    pub row: u32,
    pub cells: &'a [(u32, Found)],
    record: Option<RowId>,
    /// The field that the row names itself.
    own: Option<&'a str>,
    block: usize,
    /// The row right above belongs to the same block.
    follows: bool,
}

/// A row that somebody added.
pub(super) struct Loose<'a> {
    pub line: &'a Line<'a>,
    pub block: &'a Block,
    /// The objective whose sheet this is; none where several stand on one.
    pub sheet_of: Option<usize>,
    /// The records of the rows around it, in its block.
    pub above: Option<RowId>,
    pub below: Option<RowId>,
    /// The rows of its block stand in the order of the plan.
    pub in_order: bool,
    /// It stands below the last row that names a record, with empty rows between.
    pub is_apart: bool,
}

impl<'a> Rows<'a> {
    /// Sorts the rows of a sheet.
    pub fn of(plan: &Plan, sheet: &'a Sheet) -> Self {
        let mut rows = Self { blocks: vec![Block::default()], ..Self::default() };
        let mut last = None;
        for (row, cells) in &sheet.rows {
            rows.take(*row, cells, last.is_some_and(|last: u32| last.checked_add(1) == Some(*row)));
            last = Some(*row);
        }
        rows.is_known = rows.lines.iter().any(|line| line.record.is_some());
        if rows.is_known {
            rows.part_copies(plan);
            rows.note_gone(plan);
            rows.find_moved(plan);
        }
        rows
    }

    /// Walks the cells of the rows that name a record: which, its field, row and column, what stands there.
    pub fn fields(&self) -> impl Iterator<Item = (RowId, Key, u32, u32, &'a Found)> + '_ {
        let named = self.lines.iter().filter_map(|line| Some((line, line.record?, self.blocks.get(line.block)?)));
        named.flat_map(move |(line, record, block)| {
            block.keys.iter().filter_map(move |(column, key)| {
                let key = if key == OWN { line.own? } else { key.as_str() };
                Some((record, Key::parse(key)?, line.row, *column, line.at(*column)))
            })
        })
    }

    /// Returns the rows that somebody added.
    pub fn loose(&self) -> Vec<Loose<'_>> {
        let sheet_of = self.objective();
        let lines = if self.is_known { self.lines.as_slice() } else { &[] };
        // Rows of a block stand together.
        let blocks = lines.chunk_by(|one, next| one.block == next.block);
        let loose = blocks.flat_map(|lines| {
            let block = lines.first().and_then(|line| self.blocks.get(line.block));
            block.map(|block| loose_of(block, lines, sheet_of)).unwrap_or_default()
        });
        loose.collect()
    }

    fn take(&mut self, row: u32, cells: &'a [(u32, Found)], follows: bool) {
        let id = match cells.first() {
            Some((0, Found::Text(id))) => id.as_str(),
            _ => "",
        };
        if id == KEYS {
            let keys = cells.iter().skip(1).map(|(column, key)| (*column, key.words())).collect();
            return self.blocks.push(Block { keys, ..Block::default() });
        }
        let at = self.blocks.len().saturating_sub(1);
        let Some(block) = self.blocks.last_mut() else { return };
        let (name, own) = id.split_once(':').map_or((id, None), |(name, own)| (name, Some(own)));
        let record = RowId::parse(name);
        if record.is_none() && block.take_headings(cells) {
            return;
        }
        if record.is_some() || (id.is_empty() && block.is_filled(cells)) {
            self.lines.push(Line { row, cells, record, own, block: at, follows });
        }
    }

    /// Of several rows of one record, those are added that no longer say its description, if another does.
    fn part_copies(&mut self, plan: &Plan) {
        let mut rows: BTreeMap<RowId, Vec<usize>> = BTreeMap::new();
        for (at, line) in self.lines.iter().enumerate() {
            if let Some(record) = line.record.filter(|record| !record.is_objective()) {
                rows.entry(record).or_default().push(at);
            }
        }
        for (record, rows) in rows.into_iter().filter(|(_, rows)| rows.len() > 1) {
            let says =
                |at: &usize| self.lines.get(*at).is_some_and(|line| self.says(plan, line, record, "description"));
            let others: Vec<usize> = rows.iter().copied().filter(|at| !says(at)).collect();
            if others.len() < rows.len() {
                for at in others {
                    if let Some(line) = self.lines.get_mut(at) {
                        line.record = None;
                    }
                }
            }
        }
    }

    /// Notes the records whose row is not there, and takes out the rows whose cells were all emptied.
    fn note_gone(&mut self, plan: &Plan) {
        let is_emptied = |line: &Line<'_>| {
            let record = line.record.filter(|record| !record.is_objective());
            let block =
                record.and_then(|_| self.blocks.get(line.block)).filter(|block| block.fields().next().is_some());
            block.is_some_and(|block| block.fields().all(|(column, _)| *line.at(column) == Found::Empty))
        };
        let emptied: BTreeSet<u32> = self.lines.iter().filter(|line| is_emptied(line)).map(|line| line.row).collect();
        self.lines.retain(|line| !emptied.contains(&line.row));
        let seen: BTreeSet<RowId> = self.lines.iter().filter_map(|line| line.record).collect();
        let of: BTreeSet<usize> = self.objectives().collect();
        self.gone = written(plan, (!of.is_empty()).then_some(&of)).filter(|record| !seen.contains(record)).collect();
    }

    /// A row without a name that has code and description of a record that is gone is its row.
    fn find_moved(&mut self, plan: &Plan) {
        let mut known: BTreeMap<(bool, String, String), Vec<RowId>> = BTreeMap::new();
        for record in &self.gone {
            let said = |name| said(plan, *record, &Key::of(name));
            let is_action = matches!(record, RowId::Action(..));
            known.entry((is_action, said("code"), said("description"))).or_default().push(*record);
        }
        for line in self.lines.iter_mut().filter(|line| line.record.is_none()) {
            let Some(block) = self.blocks.get(line.block) else { continue };
            let says = |name| block.column(name).map(|column| even(&line.at(column).words())).unwrap_or_default();
            let name = (block.is_of_actions(), says("code"), says("description"));
            if let Some([record]) = known.get(&name).map(Vec::as_slice)
                && self.gone.remove(record)
            {
                line.record = Some(*record);
            }
        }
    }

    fn says(&self, plan: &Plan, line: &Line<'_>, record: RowId, name: &str) -> bool {
        let column = self.blocks.get(line.block).and_then(|block| block.column(name));
        let (Some(column), key) = (column, Key::of(name)) else { return false };
        value(plan, record, &key).is_some_and(|written| is_unchanged(&key, &written, line.at(column)))
    }

    /// The objectives whose own fields stand on the sheet.
    fn objectives(&self) -> impl Iterator<Item = usize> {
        self.lines.iter().filter_map(|line| match line.record {
            Some(RowId::Objective(place)) => Some(place),
            _ => None,
        })
    }

    fn objective(&self) -> Option<usize> {
        let mut all = self.objectives();
        let first = all.next()?;
        all.all(|other| other == first).then_some(first)
    }
}

/// The rows that somebody added to one block.
fn loose_of<'a>(block: &'a Block, lines: &'a [Line<'a>], sheet_of: Option<usize>) -> Vec<Loose<'a>> {
    let named = || lines.iter().filter_map(|line| line.record);
    let in_order = named().is_sorted_by_key(RowId::order);
    let (mut above, mut gap) = (None, false);
    let mut found = Vec::new();
    for line in lines {
        match line.record {
            Some(record) => (above, gap) = (Some(record), false),
            None => {
                gap |= !line.follows;
                found.push(Loose { line, block, sheet_of, above, below: None, in_order, is_apart: gap });
            }
        }
    }
    // What stands above a row that names a record is no note below the table.
    let mut left = found.iter_mut().rev().peekable();
    let mut below = None;
    for line in lines.iter().rev() {
        match line.record {
            Some(record) => below = Some(record),
            None => {
                if let Some(loose) = left.next() {
                    loose.below = below;
                    loose.is_apart &= below.is_none();
                }
            }
        }
    }
    found
}

impl<'a> Line<'a> {
    /// Returns what stands in a column.
    pub fn at(&self, column: u32) -> &'a Found {
        self.cells.iter().find(|(at, _)| *at == column).map_or(&Found::Empty, |(_, found)| found)
    }
}

impl Block {
    /// Returns the column of a field.
    pub fn column(&self, name: &str) -> Option<u32> {
        self.keys.iter().find(|(_, key)| key == name).map(|(column, _)| *column)
    }

    /// Walks the columns of fields.
    pub fn fields(&self) -> impl Iterator<Item = (u32, Key)> {
        let own = self.keys.iter().filter(|(_, key)| key != OWN);
        own.filter_map(|(column, key)| Some((*column, Key::parse(key)?)))
    }

    /// Returns the column that shows the code of the objective.
    pub const fn objective(&self) -> Option<u32> {
        self.objective
    }

    /// Returns the column that shows the code of the action.
    pub const fn action(&self) -> Option<u32> {
        self.action
    }

    /// Whether its rows are actions; else they are indicators and their parts.
    pub fn is_of_actions(&self) -> bool {
        self.column("expected").is_some()
    }

    /// Takes a row of headings; says whether it is one.
    fn take_headings(&mut self, cells: &[(u32, Found)]) -> bool {
        let is = |found: &Found, words: &[&str]| matches!(found, Found::Text(text) if words.contains(&text.as_str()));
        if !cells.iter().any(|(_, found)| is(found, &HEADINGS)) {
            return false;
        }
        let has_key = |column: u32| self.keys.iter().any(|(at, key)| *at == column && !key.is_empty());
        let shows = |name: &str| {
            let mut named = cells.iter().filter(|(column, found)| !has_key(*column) && is(found, &[name]));
            named.next().map(|(column, _)| *column)
        };
        (self.objective, self.action) = (shows("Obiettivo"), shows("Azione"));
        true
    }

    /// Whether a row without a name holds more than a code in the columns of fields.
    fn is_filled(&self, cells: &[(u32, Found)]) -> bool {
        let is_filled = |column: u32| cells.iter().any(|(at, found)| *at == column && !found.words().trim().is_empty());
        let fields = self.keys.iter().filter(|(_, key)| !key.is_empty() && key != OWN && key != "code");
        fields.map(|(column, _)| *column).any(is_filled)
    }
}

/// Headings that stand below the keys of a table.
const HEADINGS: [&str; 3] = ["Codice", "Numero", "Indicatore"];

/// Walks the records that a sheet has rows of: all of some objectives, or every indicator and part where it is none's own.
fn written<'a>(plan: &'a Plan, of: Option<&'a BTreeSet<usize>>) -> impl Iterator<Item = RowId> + 'a {
    let own = plan.objectives.iter().enumerate().filter(move |(o, _)| of.is_none_or(|of| of.contains(o)));
    own.flat_map(move |(o, objective)| {
        let actions = (0..objective.actions.len()).filter(move |_| of.is_some()).map(move |a| RowId::Action(o, a));
        let indicators = objective.indicators.iter().enumerate().flat_map(move |(i, indicator)| {
            let parts = (0..indicator.parts.len()).map(move |p| RowId::Part(o, i, p));
            std::iter::once(RowId::Indicator(o, i)).chain(parts)
        });
        // What shows nothing leaves no trace when it is taken away.
        actions.chain(indicators).filter(move |record| says_something(plan, *record))
    })
}

fn says_something(plan: &Plan, record: RowId) -> bool {
    ["code", "description"].iter().any(|name| value(plan, record, &Key::of(name)).is_some_and(|it| it != Value::Empty))
}
