//! Tables as a PDF viewer copies them with one cell a line: the headings one under another, then the cells of each row.
//!
//! ```text
//! N / Descrizione / Target 2024 / Peso / 1 / Partecipazione / ai tavoli / Almeno 2 / 40 / 2 / …
//! ```
//!
//! Blank cells leave no line and long ones leave several, so that counting lines tells nothing. A table is recognised only
//! where one column is of free words, every other holds codes, shares, days or promises in every row, and all lines are used
//! up. Anything less stays one column, and [`Grid::is_stacked`] says that columns were lost.

use std::sync::LazyLock;

use super::cell::{is_date, is_mark, is_share, read_day};
use super::destination::Certainty;
use super::heading::read_heading;
use super::lexicon::Meaning;
use super::opening::is_code;
use super::{Grid, Span};
use crate::plan::{Period, Year};
use crate::target::{Context, FromWords, Target};

/// Headings begin among the first lines; titles may stand before them.
const MOST_BEFORE: usize = 8;

/// Fewer columns are a list, whatever their names.
const FEWEST: usize = 3;

/// What the cells of a column are known by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Words,
    Code,
    Share,
    Day,
    Promise,
}

/// Reads lines of which each is a cell; none where rows cannot be told beyond doubt.
pub(super) fn read_stacked(text: &str) -> Option<Grid> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() > Grid::MAX_ROWS {
        return None;
    }
    (0..=MOST_BEFORE).find_map(|first| {
        let (before, rest) = lines.split_at_checked(first)?;
        let sorts: Vec<Sort> = rest.iter().map_while(|line| sort(line)).collect();
        // The first cell of the first row may read like a heading: `1`.
        (FEWEST..=sorts.len()).rev().find_map(|columns| {
            let (headings, body) = rest.split_at_checked(columns)?;
            let rows = rows(sorts.get(..columns)?, body)?;
            grid(before, headings, &rows)
        })
    })
}

/// What the cells below a heading are; none where it is no heading, or one whose cells may be anything.
fn sort(line: &str) -> Option<Sort> {
    let setting = SETTING.as_ref()?;
    let heading = read_heading(line, setting.0, setting.1).filter(|heading| heading.certainty == Certainty::Sure)?;
    Some(match heading.meaning? {
        Meaning::Code | Meaning::ActionNumber | Meaning::ObjectiveCode => Sort::Code,
        Meaning::Description | Meaning::Deed => Sort::Words,
        Meaning::Weight | Meaning::YearWeight | Meaning::Share => Sort::Share,
        Meaning::Deadline => Sort::Day,
        Meaning::Target => Sort::Promise,
        _ => return None,
    })
}

/// Only what a heading means is asked for, not of which year it is.
static SETTING: LazyLock<Option<(Period, Year)>> = LazyLock::new(|| {
    let year = Year::new(2024).ok()?;
    Some((Period::new(year, year).ok()?, year))
});

impl Sort {
    fn fits(self, text: &str) -> bool {
        match self {
            Self::Words => true,
            Self::Code => is_code(text),
            Self::Share => is_share(text),
            Self::Day => SETTING.as_ref().is_some_and(|(_, year)| read_day(text, *year).is_some()),
            Self::Promise => Target::read(text, Context::of(2024)).taken() != Target::Words,
        }
    }
}

/// Parts the lines into rows: a code, words on one line or several, then what can be told from words. None where a line
/// fits no row, or a row could end elsewhere.
fn rows(sorts: &[Sort], body: &[&str]) -> Option<Vec<Vec<String>>> {
    let place = sorts.iter().position(|sort| *sort == Sort::Words)?;
    let (lead, tail) = (sorts.get(..place)?, sorts.get(place.checked_add(1)?..)?);
    if !lead.contains(&Sort::Code) || tail.is_empty() || tail.contains(&Sort::Words) {
        return None;
    }
    let fits = |sorts: &[Sort], from: usize| {
        let lines = body.get(from..from.checked_add(sorts.len())?)?;
        sorts.iter().zip(lines).all(|(sort, line)| sort.fits(line)).then_some(lines)
    };
    let mut rows = Vec::new();
    let mut at = 0_usize;
    while at < body.len() {
        let mut cells: Vec<String> = fits(lead, at)?.iter().map(|line| (*line).to_owned()).collect();
        let words = at.checked_add(lead.len())?;
        // The words end before the first lines that can end a row, with another row or nothing after them.
        let end = (words.checked_add(1)?..body.len()).take(LONGEST).find(|end| {
            let next = end.saturating_add(tail.len());
            fits(tail, *end).is_some() && (next == body.len() || fits(lead, next).is_some())
        })?;
        let said = body.get(words..end)?;
        // A code, a day or a share among the words may be a cell of another row.
        if said.iter().any(|line| is_code(line) || is_share(line) || is_date(line)) {
            return None;
        }
        cells.push(said.join(" "));
        cells.extend(fits(tail, end)?.iter().map(|line| (*line).to_owned()));
        rows.push(cells);
        at = end.checked_add(tail.len())?;
    }
    (rows.len() > 1).then_some(rows)
}

/// The most lines that the words of one cell take.
const LONGEST: usize = 40;

fn grid(before: &[&str], headings: &[&str], rows: &[Vec<String>]) -> Option<Grid> {
    let mut grid = Grid::default();
    let titles = before.iter().map(|line| vec![(*line).to_owned()]);
    let headings = std::iter::once(headings.iter().map(|line| (*line).to_owned()).collect());
    for (row, cells) in titles.chain(headings).chain(rows.iter().cloned()).enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            grid.put(row, column, cell, Span::ONE).ok()?;
        }
    }
    grid.finish().ok()
}

impl Grid {
    /// Returns whether it is one column in which cells of several seem to stand one under another, as some PDF viewers copy
    /// them: three lines in ten or more are codes, shares, days or marks.
    pub fn is_stacked(&self) -> bool {
        let texts: Vec<&str> =
            (0..self.height()).map(|row| self.text(row, 0)).filter(|text| !text.is_empty()).collect();
        let is_cell = |text: &&&str| is_code(text) || is_share(text) || is_date(text) || is_mark(text);
        let cells = texts.iter().filter(is_cell).count();
        // A list of codes alone is one column.
        self.width() == 1
            && texts.len() >= 6
            && cells < texts.len()
            && cells.saturating_mul(10) >= texts.len().saturating_mul(3)
    }
}

#[cfg(test)]
mod tests {
    use super::super::read_text;

    #[test]
    fn rows_are_told_where_every_column_but_one_is_known_by_its_cells() {
        let text = "Scheda 3\nN\nDescrizione\nTarget 2024\nPeso\n1\nPartecipazione\nai tavoli tecnici\nAlmeno 2\n40\n2\n\
                    Redazione del report\nEntro il 30/9\n60\n";
        assert_eq!(
            read_text(text).unwrap().to_string(),
            "Scheda 3 |  |  | \nN | Descrizione | Target 2024 | Peso\n\
             1 | Partecipazione ai tavoli tecnici | Almeno 2 | 40\n2 | Redazione del report | Entro il 30/9 | 60\n"
        );
        let steps = "Codice\nDescrizione\nScadenza\nPeso\nD.1\nAvvio\n30/06/24\n5,00%\nD.2\nChiusura\n31/12/24\n25,00%";
        assert_eq!(
            read_text(steps).unwrap().to_string(),
            "Codice | Descrizione | Scadenza | Peso\nD.1 | Avvio | 30/06/24 | 5,00%\nD.2 | Chiusura | 31/12/24 | 25,00%\n"
        );
    }

    #[test]
    fn where_a_row_may_end_elsewhere_the_lines_stay_one_column_and_that_is_said() {
        for text in [
            // A blank cell left no line.
            "N\nDescrizione\nTarget 2024\nPeso\n1\nPartecipazione\nAlmeno 2\n40\n2\nRedazione del report\n60\n",
            // A code among the words.
            "N\nDescrizione\nPeso\n1\nPartecipazione alla rete\nA.1\n40\n2\nReport\n60",
            // Two columns of words.
            "N\nDescrizione\nFonte\nPeso\n1\nPartecipazione\nVerbali\n40\n2\nReport\nProtocollo\n60",
            // No headings.
            "1\nPartecipazione\nAlmeno 2\n40\n2\nRedazione\nAlmeno 4\n60",
        ] {
            let grid = read_text(text).unwrap();
            assert_eq!(grid.width(), 1, "{text}");
            assert!(grid.is_stacked(), "{text}");
        }
    }

    #[test]
    fn a_list_or_prose_is_no_stack_of_cells() {
        for text in [
            "Partecipazione ai tavoli\nRedazione del report\nFormazione\nAccoglienza\nSportello\nAscolto\nVisite",
            "A.1\nA.2\nA.3\nA.4\nA.5\nA.6\nA.7",
            "Il piano degli obiettivi\ncontiene 2\nschede e\nnove indicatori\nper l'anno\n2024 e il seguente",
            "N\nDescrizione\nPeso",
        ] {
            let grid = read_text(text).unwrap();
            assert!(grid.width() == 1 && !grid.is_stacked(), "{text}");
        }
    }
}
