//! What a grid is made of: lines that begin an objective, facts of it beside their labels, and tables with their headings.
//! Nothing is read out of the cells yet; a person may give a column another destination first.

use std::collections::BTreeSet;

use serde::Serialize;

use super::columns::decide;
use super::destination::{Certainty, Destination, Reason, RowKind};
use super::heading::{Heading, read_heading, year_in};
use super::lexicon::Meaning;
use super::opening::{Opening, read_opening};
use super::{Grid, Origin};
use crate::plan::{Period, Year};

/// A place of the grid: row and column.
pub type Spot = (usize, usize);

/// What the person looks at while a table is taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The plan's years.
    pub period: Period,
    /// The year at hand: of a column that names none.
    pub year: Year,
}

impl Setting {
    /// Takes the years that the headings of a grid name, first to last, ten at most; none where they name none.
    pub fn named_in(grid: &Grid) -> Option<Self> {
        let years: BTreeSet<Year> = grid.rows().flatten().filter_map(|cell| year_in(cell.own())).collect();
        let first = years.first().copied()?;
        let period = years.iter().rev().find_map(|last| Period::new(first, *last).ok())?;
        Some(Self { period, year: first })
    }
}

/// The parts of a grid, in their order.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Layout {
    /// The parts.
    pub parts: Vec<Part>,
}

/// A part of a grid.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A line that begins an objective.
    Opening(Opening, Spot),
    /// A fact of the objective.
    Fact(Fact),
    /// Rows under headings.
    Table(Table),
    /// A line with no place in a plan.
    Loose(usize),
}

/// A labelled fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Where its label stands.
    pub label: Spot,
    /// Where it stands itself; where the label stands when both are in one cell.
    pub value: Spot,
    /// What it says.
    pub text: String,
    /// Where it goes.
    pub destination: Destination,
    /// How sure that is.
    pub certainty: Certainty,
}

/// Rows under headings.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What its rows are.
    pub kind: RowKind,
    /// Where its headings stand.
    pub head: Vec<Spot>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub body: Vec<BodyRow>,
    /// Whether it was recognised by more than what stands in it.
    pub has_headings: bool,
    /// How many places its heading row has.
    pub(super) written: usize,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// What its heading says.
    pub heading: String,
    /// Where its cells go.
    pub destination: Destination,
    /// How sure that is.
    pub certainty: Certainty,
    /// Why.
    pub reason: Reason,
    #[serde(skip)]
    pub(super) read: Option<Heading>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyRow {
    /// The place of each column's cell.
    pub spots: Vec<Spot>,
    /// Whether a blank row or a repeated heading stands before it: a page may have ended.
    pub after_break: bool,
    /// Whether it is taken in.
    pub is_taken: bool,
}

/// Recognises the parts of a grid.
pub fn recognise(grid: &Grid, setting: Setting) -> Layout {
    let mut found =
        Found { grid, setting, parts: Vec::new(), open: None, bare: Vec::new(), after_break: true, upright: 0 };
    let mut row = 0_usize;
    while row < grid.height() {
        row = row.saturating_add(found.take(row).max(1));
    }
    found.close();
    let mut layout = Layout { parts: found.parts };
    decide(grid, setting, &mut layout);
    layout
}

impl Layout {
    /// Walks its tables.
    pub fn tables(&self) -> impl Iterator<Item = &Table> + Clone {
        self.parts.iter().filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None })
    }

    /// Returns one of its tables, to correct it.
    pub fn table_mut(&mut self, at: usize) -> Option<&mut Table> {
        let tables =
            self.parts.iter_mut().filter_map(|part| if let Part::Table(table) = part { Some(table) } else { None });
        tables.into_iter().nth(at)
    }
}

impl Table {
    /// Gives a column another destination, because a person says so.
    pub fn send(&mut self, column: usize, destination: Destination) {
        if let Some(column) = self.columns.get_mut(column) {
            (column.destination, column.certainty, column.reason) = (destination, Certainty::Sure, Reason::Person);
        }
    }

    /// Returns the destinations among which a person may choose.
    pub fn choices(&self, period: Period) -> Vec<Destination> {
        Destination::choices(self.kind, &period.years().collect::<Vec<_>>())
    }
}

/// The parts found so far.
struct Found<'a> {
    grid: &'a Grid,
    setting: Setting,
    parts: Vec<Part>,
    /// The table that rows go on to fill.
    open: Option<Table>,
    /// Rows of several cells under no heading.
    bare: Vec<usize>,
    after_break: bool,
    /// Up to which row labels with their cells are known to be no indicators that stand upright.
    upright: usize,
}

impl Found<'_> {
    /// Takes a row, and those that belong to it; returns how many.
    fn take(&mut self, row: usize) -> usize {
        let grid = self.grid;
        let filled = filled(grid, row);
        if filled.is_empty() {
            self.after_break = true;
            self.close_bare();
            return 1;
        }
        if let [column] = filled.as_slice()
            && let Some(opening) = read_opening(grid.text(row, *column))
        {
            self.close();
            self.parts.push(Part::Opening(opening, (row, *column)));
            self.after_break = true;
            return 1;
        }
        if filled.len() == 2
            && let Some(rows) = self.take_upright(row)
        {
            return rows;
        }
        if let Some(rows) = self.take_heading(row, &filled) {
            return rows;
        }
        if let Some(fact) = self.fact(row, &filled) {
            self.close();
            self.parts.push(Part::Fact(fact));
            self.after_break = true;
            return 1;
        }
        self.take_row(row, &filled);
        self.after_break = false;
        1
    }

    /// Takes a row that heads columns, with those below that go on with the headings.
    fn take_heading(&mut self, row: usize, filled: &[usize]) -> Option<usize> {
        // A lone text in the first column is a title.
        if filled == [0] {
            return None;
        }
        let (own, setting) = (self.score(&[row]), self.setting);
        if own.known == 0 || !own.is_short {
            return None;
        }
        // Within a table a row has to look like headings all over.
        let within = self.open.is_some() && !self.after_break;
        let mut rows = vec![row];
        let mut score = own;
        while rows.len() < 3 {
            let next = row.saturating_add(rows.len());
            let below = self.score(&[next]);
            if below.cells == 0 || !below.is_short {
                break;
            }
            let mut more = rows.clone();
            more.push(next);
            let together = self.score(&more);
            let goes_on = below.is_heading() && below.sure > 0 || (together.sure > score.sure && below.known > 0);
            if !goes_on || together.known < score.known || (below.known.saturating_mul(2) < below.cells) {
                break;
            }
            (rows, score) = (more, together);
        }
        let is_heading = score.is_heading() && (!within || score.sure >= 2);
        if !is_heading || (rows.len() == 1 && filled.len() == 2 && own.is_fact_beside_words) {
            return None;
        }
        let width = self.grid.width();
        let columns: Vec<Column> = (0..width)
            .map(|column| {
                let (heading, read) = read_column(self.grid, &rows, column, setting);
                let (certainty, reason) = (Certainty::Guess, Reason::Unknown);
                Column { heading, destination: Destination::Nowhere, certainty, reason, read }
            })
            .collect();
        let head = rows.iter().flat_map(|row| (0..width).map(|column| (*row, column)));
        let head: Vec<Spot> = head.filter(|(row, column)| !self.grid.text(*row, *column).is_empty()).collect();
        let is_again = self.open.as_ref().is_some_and(|table| {
            let headings =
                |columns: &[Column]| columns.iter().map(|column| squash(&column.heading)).collect::<Vec<_>>();
            headings(&table.columns) == headings(&columns)
        });
        if let (true, Some(table)) = (is_again, self.open.as_mut()) {
            table.head.extend(head);
        } else {
            self.close();
            let written = rows.iter().map(|row| self.grid.written(*row)).max().unwrap_or(0);
            let body = Vec::new();
            self.open = Some(Table { kind: RowKind::Indicators, head, columns, body, has_headings: true, written });
        }
        self.after_break = is_again;
        Some(rows.len())
    }

    /// Reads a label and the fact beside it, or both in one cell.
    fn fact(&self, row: usize, filled: &[usize]) -> Option<Fact> {
        let read = |text: &str| read_heading(text, self.setting.period, self.setting.year);
        let (first, second) = match filled {
            [first] => (*first, None),
            [first, second] => (*first, Some(*second)),
            _ => return None,
        };
        let text = self.grid.text(row, first);
        let sure = |text: &str| {
            let heading = read(text)?;
            let destination = fact_destination(heading.meaning?, &heading, self.setting)?;
            (heading.certainty >= Certainty::Likely).then_some((destination, heading.certainty))
        };
        if let Some(second) = second {
            let (destination, certainty) = sure(text)?;
            let is_pair = destination.is_fact() || destination == Destination::Goal(0);
            let is_label =
                is_pair && read(self.grid.text(row, second)).is_none_or(|other| other.certainty < Certainty::Sure);
            let value = self.grid.text(row, second).to_owned();
            let (label, place) = ((row, first), (row, second));
            let fact = Fact { label, value: place, text: value, destination, certainty };
            return if is_label { Some(fact) } else { None };
        }
        if let Some((label, value)) = text.split_once(':')
            && let Some((destination, certainty)) = sure(label)
            && (destination.is_fact() || destination == Destination::Goal(0))
        {
            let text = value.trim().trim_matches('*').trim().to_owned();
            return Some(Fact { label: (row, first), value: (row, first), text, destination, certainty });
        }
        // A label whose fact was left empty.
        let (destination, certainty) = sure(text)?;
        let is_label =
            first == 0 && self.grid.written(row) == 2 && destination.is_fact() && certainty == Certainty::Sure;
        is_label.then(|| Fact { label: (row, 0), value: (row, 1), text: String::new(), destination, certainty })
    }

    /// Takes indicators that stand upright, their headings one under another with the cells beside them (*scheda
    /// indicatore*); a heading that comes again begins the next.
    fn take_upright(&mut self, row: usize) -> Option<usize> {
        let grid = self.grid;
        // The end of a run has no more labels than the whole.
        if row < self.upright {
            return None;
        }
        let mut labels: Vec<(String, Heading)> = Vec::new();
        let mut records: Vec<Vec<Option<Spot>>> = Vec::new();
        let mut head: Vec<Spot> = Vec::new();
        let mut columns = None;
        let mut rows = 0_usize;
        for at in row..grid.height() {
            let filled = filled(grid, at);
            let [label, value] = filled.as_slice() else { break };
            if *columns.get_or_insert((*label, *value)) != (*label, *value) {
                break;
            }
            let text = grid.text(at, *label);
            let Some(heading) = read_heading(text, self.setting.period, self.setting.year) else { break };
            if heading.certainty < Certainty::Likely {
                break;
            }
            let known = labels.iter().position(|(known, _)| squash(known) == squash(text));
            let place = known.unwrap_or(labels.len());
            if known.is_none() {
                labels.push((text.to_owned(), heading));
            }
            if records.last().is_none_or(|record| record.get(place).is_some_and(Option::is_some)) {
                records.push(Vec::new());
            }
            if let Some(record) = records.last_mut() {
                record.resize(record.len().max(labels.len()), None);
                if let Some(spot) = record.get_mut(place) {
                    *spot = Some((at, *value));
                }
            }
            head.push((at, *label));
            rows = rows.saturating_add(1);
            if labels.len() > 40 {
                break;
            }
        }
        let measured = labels.iter().filter(|(_, heading)| heading.meaning.is_some_and(is_measured)).count();
        if rows < 3 || measured < 2 {
            self.upright = row.saturating_add(rows);
            return None;
        }
        self.close();
        let nowhere = (grid.height(), grid.width());
        let body = records.into_iter().map(|record| BodyRow {
            spots: (0..labels.len()).map(|at| record.get(at).copied().flatten().unwrap_or(nowhere)).collect(),
            after_break: true,
            is_taken: true,
        });
        let body = body.collect();
        let columns = labels.into_iter().map(|(heading, read)| Column {
            heading,
            destination: Destination::Nowhere,
            certainty: Certainty::Guess,
            reason: Reason::Unknown,
            read: Some(read),
        });
        let columns: Vec<Column> = columns.collect();
        let written = columns.len();
        self.parts.push(Part::Table(Table {
            kind: RowKind::Indicators,
            head,
            columns,
            body,
            has_headings: true,
            written,
        }));
        self.after_break = true;
        Some(rows)
    }

    /// Takes a row that is neither heading nor fact.
    fn take_row(&mut self, row: usize, filled: &[usize]) {
        let single = match filled {
            [column] => Some(*column),
            _ => None,
        };
        if let (Some(column), Some(Part::Opening(opening, _))) = (single, self.parts.last())
            && opening.title.is_empty()
            && self.open.is_none()
            && self.bare.is_empty()
        {
            let text = self.grid.text(row, column).to_owned();
            let (destination, certainty) = (Destination::Description, Certainty::Likely);
            self.parts.push(Part::Fact(Fact {
                label: (row, column),
                value: (row, column),
                text,
                destination,
                certainty,
            }));
            return;
        }
        let width = self.grid.width();
        let after_break = self.after_break;
        if let Some(table) = &mut self.open {
            // Text outside a table, such as the title of the next one, begins in the first column.
            let is_outside = single == Some(0) && after_break && self.grid.written(row) <= 1
                || single == Some(0) && after_break && !table.body.is_empty() && is_title(self.grid.text(row, 0));
            if !is_outside {
                let spots = (0..width).map(|column| (row, column)).collect();
                table.body.push(BodyRow { spots, after_break, is_taken: true });
                return;
            }
            self.close();
        }
        match single {
            Some(_) => {
                self.close();
                self.parts.push(Part::Loose(row));
            }
            None => self.bare.push(row),
        }
    }

    fn close(&mut self) {
        self.close_bare();
        if let Some(table) = self.open.take() {
            self.parts.push(Part::Table(table));
        }
    }

    /// Makes a table of rows under no heading; what they hold is found out from the cells.
    fn close_bare(&mut self) {
        let rows = std::mem::take(&mut self.bare);
        if rows.is_empty() {
            return;
        }
        let width = self.grid.width();
        let column = |_| Column {
            heading: String::new(),
            destination: Destination::Nowhere,
            certainty: Certainty::Guess,
            reason: Reason::Unknown,
            read: None,
        };
        let body = rows.iter().map(|row| BodyRow {
            spots: (0..width).map(|column| (*row, column)).collect(),
            after_break: false,
            is_taken: true,
        });
        self.parts.push(Part::Table(Table {
            kind: RowKind::Indicators,
            head: Vec::new(),
            columns: (0..width).map(column).collect(),
            body: body.collect(),
            has_headings: false,
            written: 0,
        }));
    }

    /// Judges rows as headings, read together column by column.
    fn score(&self, rows: &[usize]) -> Score {
        let mut score = Score { is_short: true, ..Score::default() };
        let mut facts = 0;
        for column in 0..self.grid.width() {
            let own = rows.iter().any(|row| self.grid.cell(*row, column).is_some_and(|cell| !cell.own().is_empty()));
            if !own {
                continue;
            }
            score.cells = score.cells.saturating_add(1);
            let (text, heading) = read_column(self.grid, rows, column, self.setting);
            score.is_short &= text.chars().count() <= super::heading::LONGEST;
            let Some(heading) = heading else { continue };
            if heading.certainty >= Certainty::Likely {
                score.known = score.known.saturating_add(1);
                if heading.certainty == Certainty::Sure {
                    score.sure = score.sure.saturating_add(1);
                }
                score.years = score.years.saturating_add(usize::from(heading.meaning.is_none()));
            }
            let fact = heading.meaning.and_then(|meaning| fact_destination(meaning, &heading, self.setting));
            if fact.is_some_and(Destination::is_fact) && column == 0 {
                facts = 1;
            }
        }
        score.is_fact_beside_words = facts == 1 && score.sure < 2;
        score
    }
}

/// How much rows look like headings.
#[derive(Clone, Copy, Default)]
struct Score {
    /// Cells with something in them.
    cells: usize,
    /// Of these, known ones.
    known: usize,
    /// Of these, sure ones.
    sure: usize,
    /// Of the known, mere years.
    years: usize,
    /// Whether no cell is too long for a heading.
    is_short: bool,
    /// Whether it looks rather like a label with its fact.
    is_fact_beside_words: bool,
}

impl Score {
    /// At least two known cells, half of all, one of them sure. Years alone head a table only where there are two.
    fn is_heading(self) -> bool {
        self.is_short && self.known >= 2 && self.known.saturating_mul(2) >= self.cells && self.sure >= 1
    }
}

/// Returns the columns of a row in which something was written.
fn filled(grid: &Grid, row: usize) -> Vec<usize> {
    let cells = grid.row(row).unwrap_or_default().iter().enumerate();
    cells.filter(|(_, cell)| !cell.own().is_empty()).map(|(column, _)| column).collect()
}

/// Returns the heading of a column that stands in several rows: the lowest alone where that says it surely, else what all
/// of them say. What stands over several columns, and has blanks to its right, counts for them too.
fn read_column(grid: &Grid, rows: &[usize], column: usize, setting: Setting) -> (String, Option<Heading>) {
    let read = |text: &str| read_heading(text, setting.period, setting.year);
    let last = rows.len().saturating_sub(1);
    let mut texts: Vec<&str> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let mut text = grid.text(*row, column);
        let below = rows.get(at.saturating_add(1)..).unwrap_or_default();
        if text.is_empty() && at < last && below.iter().any(|row| !grid.text(*row, column).is_empty()) {
            // The heading to the left reaches here if it has several columns under it.
            text = (0..column).rev().map(|left| grid.text(*row, left)).find(|left| !left.is_empty()).unwrap_or("");
        }
        if !text.is_empty() && texts.last() != Some(&text) {
            texts.push(text);
        }
    }
    let lowest = texts.last().copied().unwrap_or("");
    let heading = texts.join(" ");
    let (alone, whole) = (read(lowest), read(&heading));
    let read = match (alone, whole) {
        // A lone year, or a meaning without its year, is completed by what stands above.
        (Some(alone), Some(whole)) if whole.certainty >= alone.certainty && whole.meaning.is_some() => Some(whole),
        (Some(alone), whole) if alone.certainty == Certainty::Sure && alone.meaning.is_some() => {
            Some(Heading { year: alone.year.or(whole.and_then(|whole| whole.year)), ..alone })
        }
        (alone, whole) => whole.or(alone),
    };
    (heading, read)
}

/// Returns where a labelled fact goes.
pub(super) fn fact_destination(meaning: Meaning, heading: &Heading, setting: Setting) -> Option<Destination> {
    use Destination as To;
    Some(match meaning {
        Meaning::Kind => To::Kind,
        Meaning::Reference => To::Reference,
        Meaning::Responsible => To::Responsible,
        Meaning::OtherServices => To::OtherServices,
        Meaning::StaffGroups => To::StaffGroups,
        Meaning::Stakeholders => To::Stakeholders,
        Meaning::PublicValue => To::PublicValue,
        Meaning::FirstYear => To::FirstYear,
        Meaning::SituationCurrent => To::SituationCurrent,
        Meaning::CriticalPoints => To::CriticalPoints,
        Meaning::BenefitsExpected => To::BenefitsExpected,
        Meaning::Advantages => To::Advantages,
        Meaning::MethodActions => To::MethodActions,
        Meaning::Costs => To::Costs,
        Meaning::OverallIndicator => To::OverallIndicator,
        Meaning::LinkedGoals => To::LinkedGoals,
        Meaning::Areas => To::Areas,
        Meaning::Share => To::Share(heading.year.unwrap_or(setting.period.first())),
        Meaning::Goal => To::Goal(0),
        _ => return None,
    })
}

/// Returns whether a heading belongs to something measured.
fn is_measured(meaning: Meaning) -> bool {
    use Meaning::*;
    matches!(
        meaning,
        Target | Result | Formula | UnitOfMeasure | Source | Baseline | Weight | Frequency | Polarity | Deadline | Kpi
    )
}

/// Returns whether a line reads like a title between tables: short, without the stop that ends a sentence.
fn is_title(text: &str) -> bool {
    text.chars().count() <= 80
        && !text.ends_with(['.', ',', ';'])
        && text.chars().next().is_some_and(char::is_uppercase)
}

/// Returns a text without blanks, to compare headings that line breaks may part.
fn squash(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Returns whether a place holds what was written there, not what reaches there.
pub(super) fn is_own(grid: &Grid, (row, column): Spot) -> bool {
    grid.cell(row, column).is_some_and(|cell| cell.origin == Origin::Here)
}
