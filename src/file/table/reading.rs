//! A layout read: each cell put to the objective, and to the row, that it belongs to.

use std::collections::{BTreeMap, HashMap};

use super::Grid;
use super::carry::{append, fill_down, goes_on};
use super::cell::{essence, tidy};
use super::destination::{Certainty, Destination, RowKind};
use super::import::{Doubt, Entry, Import, ImportedRow, ImportedSheet, LeftOver, Why};
use super::layout::{Fact, Layout, Part, Setting, Spot, Table, is_own};
use super::line::{Line, fit_line};
use super::opening::{Opening, read_opening};

impl Layout {
    /// Reads everything out of a grid by what its columns are.
    pub fn read(&self, grid: &Grid, setting: Setting) -> Import {
        let mut reading = Reading { grid, setting, import: Import::default(), at: None, by_name: HashMap::new() };
        let mut tables = 0_usize;
        for part in &self.parts {
            match part {
                Part::Opening(opening, spot) => reading.open(opening, *spot),
                Part::Fact(fact) => reading.fact(fact),
                Part::Table(table) => {
                    reading.table(tables, table);
                    tables = tables.saturating_add(1);
                }
                Part::Loose(row) => reading.loose(*row, Why::Outside),
            }
        }
        reading.import.left_over.sort_by_key(|left| left.spot);
        reading.import
    }
}

struct Reading<'a> {
    grid: &'a Grid,
    setting: Setting,
    import: Import,
    /// The objective that rows belong to.
    at: Option<usize>,
    /// Objectives by what tells them apart.
    by_name: HashMap<String, usize>,
}

impl Reading<'_> {
    fn open(&mut self, opening: &Opening, spot: Spot) {
        let entry = |destination, text: &str| Entry {
            destination,
            text: tidy(text),
            spots: vec![spot],
            certainty: Certainty::Sure,
            doubt: None,
        };
        let mut facts = vec![entry(Destination::Kind, &opening.kind)];
        for (destination, text) in [(Destination::Code, &opening.code), (Destination::Description, &opening.title)] {
            if !text.is_empty() {
                facts.push(entry(destination, text));
            }
        }
        let kind = essence(&opening.kind);
        let known = (!opening.title.is_empty() || !opening.code.is_empty())
            .then(|| format!("{kind} {} {}", essence(&opening.code), essence(&opening.title)));
        match known.as_ref().and_then(|name| self.by_name.get(name)).copied() {
            Some(at) => {
                self.at = Some(at);
                if let Some(fact) = self.import.sheets.get_mut(at).and_then(|sheet| sheet.facts.first_mut()) {
                    fact.spots.push(spot);
                }
            }
            None => {
                let at = self.add(facts);
                if let Some(name) = known {
                    self.by_name.insert(name, at);
                }
            }
        }
    }

    fn add(&mut self, facts: Vec<Entry>) -> usize {
        let at = self.import.sheets.len();
        self.import.sheets.push(ImportedSheet { facts, rows: Vec::new() });
        self.at = Some(at);
        at
    }

    /// The objective at hand; one without a name where none was named.
    fn sheet(&mut self) -> usize {
        match self.at {
            Some(at) => at,
            None => self.add(Vec::new()),
        }
    }

    fn put_fact(&mut self, at: usize, entry: Entry) {
        let Some(sheet) = self.import.sheets.get_mut(at) else { return };
        match sheet.facts.iter_mut().find(|before| before.destination == entry.destination) {
            // The same said again adds nothing; something else beside it goes on with it.
            Some(before) if essence(&before.text) == essence(&entry.text) => before.spots.extend(entry.spots),
            Some(before) if before.text.is_empty() => *before = entry,
            Some(_) => {
                let spot = entry.spots.first().copied().unwrap_or_default();
                self.import.left_over.push(LeftOver { spot, text: entry.text, why: Why::Twice });
            }
            None => sheet.facts.push(entry),
        }
    }

    fn fact(&mut self, fact: &Fact) {
        let text = tidy(&fact.text);
        let entry = |destination, text: String, spot| Entry {
            destination,
            text,
            spots: vec![spot],
            certainty: fact.certainty,
            doubt: (fact.certainty < Certainty::Sure).then_some(Doubt::Column),
        };
        let at = self.sheet();
        if fact.destination == Destination::Reference {
            // The label names the document, the cell beside it what is to be achieved.
            let label = tidy(self.grid.text(fact.label.0, fact.label.1));
            let label = if fact.label == fact.value { label.split(':').next().unwrap_or("").to_owned() } else { label };
            self.put_fact(at, entry(Destination::Reference, label, fact.label));
            if !text.is_empty() {
                self.put_fact(at, entry(Destination::Description, text, fact.value));
            }
        } else if !text.is_empty() {
            self.put_fact(at, entry(fact.destination, text, fact.value));
        }
    }

    fn loose(&mut self, row: usize, why: Why) {
        for (column, cell) in self.grid.row(row).unwrap_or_default().iter().enumerate() {
            if !cell.own().is_empty() {
                self.import.left_over.push(LeftOver { spot: (row, column), text: tidy(cell.own()), why });
            }
        }
    }

    fn table(&mut self, number: usize, table: &Table) {
        let home = self.at;
        let mut above: BTreeMap<Destination, Entry> = BTreeMap::new();
        // Where the last row went: to which objective, to which of its rows.
        let mut last: Option<(usize, usize)> = None;
        for (at, row) in table.body.iter().enumerate() {
            let line = fit_line(self.grid, table, row, self.setting);
            for left in &line.left_over {
                self.import.left_over.push(left.clone());
            }
            if line.entries.is_empty() {
                continue;
            }
            if !row.is_taken {
                self.leave(&line, Why::LeftOut);
                continue;
            }
            if let Some((text, spot)) = &line.title {
                match read_opening(text) {
                    Some(opening) => {
                        self.open(&opening, *spot);
                        last = None;
                    }
                    None => self.import.left_over.push(LeftOver { spot: *spot, text: text.clone(), why: Why::Outside }),
                }
                continue;
            }
            if let (Some((sheet, place)), true) = (last, line.may_go_on)
                && let Some(before) = self.import.sheets.get_mut(sheet).and_then(|sheet| sheet.rows.get_mut(place))
                && goes_on(before, &line, row.after_break)
            {
                append(before, line);
                continue;
            }
            if !line.entries.iter().any(|entry| is_telling(entry.destination)) {
                self.leave(&line, Why::Outside);
                continue;
            }
            let mut entries = line.entries;
            fill_down(&mut entries, &mut above);
            let imported = ImportedRow { table: number, row: at, kind: table.kind, entries };
            match table.kind {
                RowKind::Goals => self.import.goals.push(imported),
                RowKind::Objectives => self.objective(imported),
                _ => last = Some(self.row(imported, home)),
            }
        }
    }

    fn leave(&mut self, line: &Line, why: Why) {
        for entry in &line.entries {
            let spot = entry.spots.first().copied().unwrap_or_default();
            if is_own(self.grid, spot) {
                self.import.left_over.push(LeftOver { spot, text: entry.text.clone(), why });
            }
        }
    }

    /// Takes a row about an objective itself: one that names it leads there; others add to the one at hand.
    fn objective(&mut self, row: ImportedRow) {
        let (code, title) = (essence(row.says(Destination::Code)), essence(row.says(Destination::Description)));
        if !code.is_empty() || !title.is_empty() {
            let here = self.at.and_then(|at| self.import.sheets.get(at));
            let is_unnamed = here.is_some_and(|sheet| {
                sheet.says(Destination::Code).is_empty() && sheet.says(Destination::Description).is_empty()
            });
            let name = format!("/{code}/{title}");
            match (self.by_name.get(&name).copied(), is_unnamed) {
                (Some(known), _) => self.at = Some(known),
                (None, true) => {}
                (None, false) => {
                    self.add(Vec::new());
                }
            }
            let at = self.sheet();
            self.by_name.entry(name).or_insert(at);
        }
        let at = self.sheet();
        for entry in row.entries {
            self.put_fact(at, entry);
        }
    }

    /// Notes where the name of an objective stands again.
    fn said_again(&mut self, at: usize, names: Vec<Entry>) {
        let Some(sheet) = self.import.sheets.get_mut(at) else { return };
        for name in names {
            let known = sheet.facts.iter_mut().find(|fact| fact.destination == name.destination);
            if let Some(known) = known.filter(|known| known.spots.last() != name.spots.last()) {
                known.spots.extend(name.spots);
            }
        }
    }

    /// Takes a row about an action or indicator; a column may name another objective than the one at hand.
    fn row(&mut self, mut row: ImportedRow, home: Option<usize>) -> (usize, usize) {
        let names = |destination| matches!(destination, Destination::Objective | Destination::ObjectiveCode);
        let mut facts: Vec<Entry> = Vec::new();
        row.entries.retain(|entry| {
            let is_name = names(entry.destination);
            if is_name {
                facts.push(entry.clone());
            }
            !is_name
        });
        if facts.is_empty() {
            self.at = home.or(self.at);
        } else {
            let name: Vec<String> = facts.iter().map(|entry| essence(&entry.text)).collect();
            let name = format!("column {}", name.join("/"));
            for fact in &mut facts {
                fact.destination = match fact.destination {
                    Destination::ObjectiveCode => Destination::Code,
                    _ => Destination::Description,
                };
            }
            match self.by_name.get(&name).copied() {
                Some(at) => {
                    self.at = Some(at);
                    self.said_again(at, facts);
                }
                None => {
                    let at = self.add(facts);
                    self.by_name.insert(name, at);
                }
            }
        }
        let at = self.sheet();
        let Some(sheet) = self.import.sheets.get_mut(at) else { return (at, 0) };
        sheet.rows.push(row);
        (at, sheet.rows.len().saturating_sub(1))
    }
}

/// Returns whether a cell alone makes a row: a note or an office beside nothing is a remnant.
fn is_telling(destination: Destination) -> bool {
    !matches!(destination, Destination::Note | Destination::Office | Destination::Evidence(_) | Destination::Source)
}
