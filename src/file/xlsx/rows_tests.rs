//! Rows inserted, copied, moved, deleted and emptied in a workbook that comes back.

use std::sync::Arc;

use proptest::prelude::*;

use super::back::returned;
use super::read::Sheet;
use super::slot::{Found, Shown};
use super::tests::{attainment, edited, written};
use super::*;
use crate::file::File;
use crate::file::sampled::{SAMPLES, sample};
use crate::merge::{self, Side};
use crate::plan::arbitrary::plans;
use crate::plan::{Indicator, Item, List, Objective, Part, Plan, Year};

/// The sheets of a workbook as they are read, for the hands of a person.
struct Book(Vec<Sheet>);

impl Book {
    fn of(plan: &Plan) -> Self {
        let bytes = written(plan);
        let mut reading = Reading::of(&bytes).unwrap();
        while reading.step().unwrap().is_some() {}
        Self(reading.found)
    }

    fn sheet(&mut self, name: &str) -> &mut Sheet {
        self.0.iter_mut().find(|sheet| sheet.name == name).unwrap()
    }

    /// The place of the first row with this text in it.
    fn at(&mut self, sheet: &str, text: &str) -> usize {
        let says = |(_, found): &(u32, Found)| found.words() == text;
        self.sheet(sheet).rows.iter().position(|(_, cells)| cells.iter().any(says)).unwrap()
    }

    /// Inserts a row below the one with this text; those below move down.
    fn insert_below(&mut self, sheet: &str, text: &str, cells: &[(u32, &str)]) {
        let at = self.at(sheet, text);
        let rows = &mut self.sheet(sheet).rows;
        let number = rows[at].0 + 1;
        rows[at + 1..].iter_mut().for_each(|(row, _)| *row += 1);
        let cells = cells.iter().map(|(column, text)| (*column, Found::Text((*text).into()))).collect();
        rows.insert(at + 1, (number, cells));
    }

    fn put(&mut self, sheet: &str, text: &str, column: u32, found: Found) {
        let at = self.at(sheet, text);
        let cells = &mut self.sheet(sheet).rows[at].1;
        cells.retain(|(at, _)| *at != column);
        cells.push((column, found));
        cells.sort_by_key(|(column, _)| *column);
    }

    fn back(&self) -> Returned {
        returned(&self.0)
    }
}

/// Objectives `A` and `B`: two actions and two indicators in `A`, the second with parts, one indicator in `B`.
fn plan() -> Plan {
    let (first, last) = (Year::new(2024).unwrap(), Year::new(2025).unwrap());
    let mut plan = Plan::new("p".into(), crate::plan::Period::new(first, last).unwrap());
    plan.title = "Piano".into();
    let indicator = |id: &str, code: &str, description: &str| {
        let mut indicator = Indicator::new(id.into());
        (indicator.code, indicator.description) = (code.into(), description.into());
        indicator
    };
    let part = |id: &str, description: &str| {
        let mut part = Part::new(id.into());
        (part.code, part.description) = (format!("{id})"), description.into());
        part
    };
    let action = |id: &str, code: &str, description: &str| {
        let mut action = crate::plan::Action::new(id.into());
        (action.code, action.description) = (code.into(), description.into());
        action
    };
    let mut parted = indicator("i2", "A.2", "Report");
    parted.parts = List::try_from(vec![part("a", "Primo report"), part("b", "Secondo report")]).unwrap();
    parted.action = Some("x1".into());
    let mut one = Objective::new("o1".into());
    (one.code, one.title) = ("A".into(), "Accoglienza".into());
    one.actions = List::try_from(vec![action("x1", "1", "Aprire lo sportello"), action("x2", "2", "Formare")]).unwrap();
    one.indicators = List::try_from(vec![indicator("i1", "A.1", "Utenti accolti"), parted]).unwrap();
    let mut other = Objective::new("o2".into());
    (other.code, other.title) = ("B".into(), "Bilancio".into());
    other.indicators = List::try_from(vec![indicator("i3", "B.1", "Tempi di pagamento")]).unwrap();
    plan.objectives = List::try_from(vec![one, other]).unwrap();
    plan
}

fn indicators(plan: &Plan, objective: usize) -> Vec<String> {
    let found = plan.objectives.at(objective).unwrap();
    found.indicators.iter().map(|it| format!("{} {}", it.code, it.description)).collect()
}

const A: &str = "Scheda A";
// The columns of the indicators on a sheet of `plan()`: code, indicator, action, weight, then the years.
const CODE: u32 = 1;
const DESCRIPTION: u32 = 2;
const ACTION: u32 = 3;
const WEIGHT: u32 = 4;
const TARGET_2024: u32 = 5;
const RESULT_2024: u32 = 6;

#[test]
fn a_row_inserted_among_indicators_is_a_new_indicator_and_merges_as_one() {
    let plan = plan();
    let mut book = Book::of(&plan);
    let cells = [(CODE, "A.1bis"), (DESCRIPTION, "Nuovi utenti"), (ACTION, "2"), (TARGET_2024, "Almeno 10")];
    book.insert_below(A, "Utenti accolti", &cells);
    book.put(A, "Nuovi utenti", WEIGHT, Found::Number(0.25, Shown::Percent));
    book.put(A, "Nuovi utenti", RESULT_2024, Found::Number(12.0, Shown::Plain));
    let back = book.back();
    assert_eq!((back.changed, &back.refused, &back.left, &back.gone), (0, &vec![], &vec![], &vec![]));
    let added: Vec<_> = back.added.iter().map(|row| (row.what, row.description.as_str())).collect();
    assert_eq!(added, [(Added::Indicator, "Nuovi utenti")]);
    let file = back.file.unwrap();
    assert_eq!(indicators(&file.plan, 0), ["A.1 Utenti accolti", "A.1bis Nuovi utenti", "A.2 Report"]);
    let new = file.plan.objectives.at(0).unwrap().indicators.at(1).unwrap().clone();
    let cell = new.cells.get(&Year::new(2024).unwrap()).unwrap();
    assert_eq!((cell.target.words(), cell.result.words()), ("Almeno 10", "12"));
    assert_eq!(new.weight.map(|weight| weight.value().to_string()).as_deref(), Some("25"));
    assert_eq!(new.action, Some("x2".into()));

    let merged = merge::merge(file.base.as_ref(), &Side::from(&plan), &Side::from(&file.plan), None);
    let merge::Outcome::Merged(merged) = merged else { panic!("{merged:?}") };
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.plan, file.plan);
}

#[test]
fn a_row_below_the_last_comes_through_the_file_itself() {
    let plan = plan();
    let mut book = Book::of(&plan);
    let next = book.sheet(A).rows.last().unwrap().0 + 2;
    let cell = format!("<c r=\"C{next}\" t=\"inlineStr\"><is><t>Nuovi utenti</t></is></c>");
    let row = format!("<row r=\"{next}\">{cell}</row></sheetData>");
    let bytes = edited(&written(&plan), "xl/worksheets/sheet3.xml", "</sheetData>", &row);
    let back = Reading::of(&bytes).unwrap().finish().unwrap();
    assert_eq!(back.added.iter().map(|row| row.place.cell.clone()).collect::<Vec<_>>(), [format!("C{next}")]);
    assert_eq!(indicators(&back.file.unwrap().plan, 0), ["A.1 Utenti accolti", "A.2 Report", " Nuovi utenti"]);
}

#[test]
fn the_same_workbook_read_twice_brings_its_new_rows_once() {
    let plan = plan();
    let mut book = Book::of(&plan);
    book.insert_below(A, "Utenti accolti", &[(DESCRIPTION, "Nuovi utenti")]);
    let (once, again) = (book.back().file.unwrap(), book.back().file.unwrap());
    assert_eq!(once.plan, again.plan);
    let merged = merge::merge(again.base.as_ref(), &Side::from(&once.plan), &Side::from(&again.plan), None);
    assert!(matches!(merged, merge::Outcome::NothingNew), "{merged:?}");
}

#[test]
fn a_row_becomes_what_its_table_holds() {
    let mut book = Book::of(&plan());
    book.insert_below(A, "Formare", &[(1, "3"), (2, "Valutare"), (3, "2024, 2025"), (4, "Una relazione")]);
    book.insert_below(A, "Primo report", &[(CODE, "a2)"), (DESCRIPTION, "Report intermedio")]);
    book.insert_below(A, "Secondo report", &[(CODE, "A.3"), (DESCRIPTION, "Dopo le parti")]);
    book.insert_below(A, "Dopo le parti", &[(CODE, "A.4"), (DESCRIPTION, "Ultimo")]);
    let back = book.back();
    assert_eq!((&back.left, &back.gone, &back.refused), (&vec![], &vec![], &vec![]));
    let objective = back.file.unwrap().plan.objectives.at(0).unwrap().clone();
    let action = objective.actions.at(2).unwrap();
    assert_eq!((action.description.as_str(), action.expected_result.as_str()), ("Valutare", "Una relazione"));
    assert_eq!(action.years.len(), 2);
    let all: Vec<_> = objective.indicators.iter().map(|it| it.description.as_str()).collect();
    assert_eq!(all, ["Utenti accolti", "Report", "Dopo le parti", "Ultimo"]);
    let parts: Vec<_> = objective.indicators.at(1).unwrap().parts.iter().map(|it| it.description.clone()).collect();
    assert_eq!(parts, ["Primo report", "Report intermedio", "Secondo report"]);
}

#[test]
fn on_the_sheet_of_all_indicators_a_row_goes_where_its_code_or_its_neighbours_say() {
    // Objective, code, indicator, action, weight, years.
    let mut book = Book::of(&plan());
    book.insert_below("Indicatori", "Utenti accolti", &[(3, "Tra due di A")]);
    book.insert_below("Indicatori", "Tempi di pagamento", &[(1, "a"), (3, "Con il codice")]);
    book.insert_below("Indicatori", "Con il codice", &[(1, "Z"), (3, "Di nessuno")]);
    book.insert_below("Indicatori", "Di nessuno", &[(3, "In fondo")]);
    let back = book.back();
    let left: Vec<_> = back.left.iter().map(|row| (row.why, row.place.cell.as_str())).collect();
    assert_eq!(left, [(Left::NoObjective, "B12"), (Left::NoObjective, "B13")]);
    let plan = back.file.unwrap().plan;
    assert_eq!(indicators(&plan, 0), ["A.1 Utenti accolti", " Tra due di A", "A.2 Report", " Con il codice"]);
    assert_eq!(indicators(&plan, 1), ["B.1 Tempi di pagamento"]);
}

#[test]
fn one_new_row_on_two_sheets_is_one_record() {
    let mut book = Book::of(&plan());
    book.insert_below(A, "Utenti accolti", &[(CODE, "A.9"), (DESCRIPTION, "Nuovi utenti"), (TARGET_2024, "SI")]);
    book.insert_below("Indicatori", "Utenti accolti", &[(1, "A"), (2, "A.9"), (3, "Nuovi utenti")]);
    let back = book.back();
    assert_eq!(back.added.len(), 1, "{:?}", back.added);
    let plan = back.file.unwrap().plan;
    let new = plan.objectives.at(0).unwrap().indicators.at(1).unwrap().clone();
    assert_eq!(new.cells.get(&Year::new(2024).unwrap()).unwrap().target.words(), "SI", "the row that says more");
}

#[test]
fn a_copied_row_with_another_description_is_new_and_the_first_stays() {
    let mut book = Book::of(&plan());
    let at = book.at(A, "Utenti accolti");
    let (row, cells) = book.sheet(A).rows[at].clone();
    let rows = &mut book.sheet(A).rows;
    rows[at + 1..].iter_mut().for_each(|(row, _)| *row += 1);
    rows.insert(at, (row, cells));
    rows[at + 1].0 += 1;
    book.put(A, "Utenti accolti", DESCRIPTION, Found::Text("Utenti dimessi".into()));
    let back = book.back();
    assert_eq!((back.changed, &back.refused, &back.gone), (0, &vec![], &vec![]));
    assert_eq!(
        indicators(&back.file.unwrap().plan, 0),
        ["A.1 Utenti dimessi", "A.1 Utenti accolti", "A.2 Report"],
        "which of the two rows is the new one its words say, not its place"
    );
}

#[test]
fn a_deleted_or_emptied_row_is_said_and_nothing_is_lost() {
    let plan = plan();
    let mut book = Book::of(&plan);
    let at = book.at(A, "Utenti accolti");
    book.sheet(A).rows.remove(at);
    let at = book.at(A, "Formare");
    book.sheet(A).rows[at].1.truncate(1);
    book.put("Indicatori", "Tempi di pagamento", 6, Found::Text("Almeno 2".into()));
    let at = book.at("Indicatori", "Report");
    book.sheet("Indicatori").rows.remove(at);
    let back = book.back();
    let gone: Vec<_> = back.gone.iter().map(|gone| (gone.sheet.as_str(), gone.count)).collect();
    assert_eq!(gone, [("Indicatori", 1), (A, 2)]);
    assert_eq!((back.changed, &back.added, &back.left), (1, &vec![], &vec![]));
    let file = back.file.unwrap();
    assert_eq!(file.plan.objectives.at(0), plan.objectives.at(0));
}

#[test]
fn a_row_whose_visible_cells_were_moved_is_the_record_itself() {
    let plan = plan();
    let mut book = Book::of(&plan);
    let at = book.at(A, "Utenti accolti");
    let (_, mut cells) = book.sheet(A).rows.remove(at);
    cells.remove(0);
    let last = book.at(A, "Secondo report");
    let row = book.sheet(A).rows[last].0 + 1;
    book.sheet(A).rows.insert(last + 1, (row, cells));
    book.put(A, "Utenti accolti", RESULT_2024, Found::Text("120".into()));
    let back = book.back();
    assert_eq!((back.changed, &back.added, &back.gone), (1, &vec![], &vec![]), "{:?}", back.left);
    assert_eq!(indicators(&back.file.unwrap().plan, 0), indicators(&plan, 0));
}

#[test]
fn what_is_no_record_is_left_with_its_reason() {
    let mut book = Book::of(&plan());
    book.insert_below(A, "Utenti accolti", &[(CODE, "A.8"), (TARGET_2024, "Almeno 3")]);
    book.insert_below(A, "Secondo report", &[(DESCRIPTION, "Totale"), (WEIGHT, "100")]);
    book.insert_below(A, "Totale", &[(DESCRIPTION, "I dati sono provvisori")]);
    let last = book.at(A, "I dati sono provvisori");
    book.sheet(A).rows[last].0 += 1;
    let back = book.back();
    let why: Vec<_> = back.left.iter().map(|row| row.why).collect();
    assert_eq!(why, [Left::NoDescription, Left::Total, Left::Apart]);
    assert_eq!((back.added.len(), back.changed), (0, 0));
}

#[test]
fn a_cell_of_a_new_row_that_its_field_cannot_take_is_refused_and_the_row_is_taken() {
    let mut book = Book::of(&plan());
    book.insert_below(A, "Utenti accolti", &[(DESCRIPTION, "Nuovi utenti"), (WEIGHT, "molto")]);
    let back = book.back();
    assert_eq!(
        back.refused.iter().map(|cell| (cell.reason, cell.words.as_str())).collect::<Vec<_>>(),
        [(Refused::NoWeight, "molto")]
    );
    assert_eq!(back.added.len(), 1);
}

#[test]
fn a_sorted_sheet_with_a_row_at_its_end_still_names_every_record() {
    let plan = sample(SAMPLES[0]);
    let mut book = Book::of(&plan);
    let name = book.0.iter().find(|sheet| sheet.name.starts_with("Scheda")).unwrap().name.clone();
    let is_indicator =
        |cells: &[(u32, Found)]| matches!(cells.first(), Some((0, Found::Text(id))) if id.starts_with('i'));
    let rows = &mut book.sheet(&name).rows;
    let first = rows.iter().position(|(_, cells)| is_indicator(cells)).unwrap();
    let numbers: Vec<u32> = rows[first..].iter().map(|(row, _)| *row).collect();
    rows[first..].reverse();
    rows[first..].iter_mut().zip(numbers).for_each(|(row, number)| row.0 = number);
    let last = rows.last().unwrap().0;
    rows.push((last + 1, vec![(2, Found::Text("In fondo".into()))]));
    let back = book.back();
    assert_eq!((back.changed, &back.refused, &back.gone), (0, &vec![], &vec![]));
    let objective = back.file.unwrap().plan.objectives.at(0).unwrap().clone();
    assert_eq!(objective.indicators.iter().next_back().unwrap().description, "In fondo");
}

#[test]
fn a_sheet_with_a_hundred_thousand_new_rows_keeps_nobody_waiting() {
    let mut book = Book::of(&plan());
    let last = book.sheet(A).rows.last().unwrap().0;
    let row = |at: u32| (last + at, vec![(DESCRIPTION, Found::Text(format!("Riga {at}")))]);
    book.sheet(A).rows.extend((1..=100_000).map(row));
    let back = book.back();
    let many = back.left.iter().filter(|row| row.why == Left::TooMany).count();
    assert_eq!((back.added.len(), many), (2_000, 98_000));
}

#[test]
fn an_office_that_adds_rows_hands_back_the_scope_it_was_given() {
    let plan = plan();
    let file = File { scope: Some(crate::plan::Scope::new(vec![])), ..File::from(plan.clone()) };
    let bytes = Writing::of(file.clone(), attainment(&plan)).finish().unwrap();
    assert_eq!(Reading::of(&bytes).unwrap().finish().unwrap().file.unwrap().scope, file.scope);
}

/// Rows of tables, each with its sheet and place.
fn table_rows(book: &Book) -> Vec<(usize, usize)> {
    let is_of_table = |cells: &[(u32, Found)]| {
        let Some((0, Found::Text(id))) = cells.first() else { return false };
        id.starts_with(['a', 'i', 'p']) && !id.contains(':')
    };
    let of_sheet = |(sheet, read): (usize, &Sheet)| {
        let rows = read.rows.iter().enumerate().filter(|(_, (_, cells))| read.is_shown && is_of_table(cells));
        rows.map(move |(row, _)| (sheet, row)).collect::<Vec<_>>()
    };
    book.0.iter().enumerate().flat_map(of_sheet).collect()
}

/// A plan as a file holds it, in its workbook.
fn kept(plan: Plan) -> Plan {
    let plan = crate::file::fitted(plan).unwrap();
    crate::file::read(crate::file::write(&File::from(plan)).unwrap().as_bytes()).unwrap().plan
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 40 } else { 1_000 }))]

    #[test]
    fn law_whatever_rows_are_deleted_the_plan_keeps_them(plan in plans(), picks in prop::collection::vec(any::<u16>(), 1..6)) {
        let plan = kept(plan);
        let mut book = Book::of(&plan);
        for pick in picks {
            let rows = table_rows(&book);
            if let Some((sheet, row)) = rows.get(usize::from(pick) % rows.len().max(1)) {
                book.0[*sheet].rows.remove(*row);
            }
        }
        let back = book.back();
        prop_assert_eq!((back.changed, back.added, back.left), (0, vec![], vec![]));
        prop_assert_eq!(back.file.unwrap().plan, plan);
    }

    #[test]
    fn law_a_row_added_anywhere_leaves_every_other_record_as_it_was(plan in plans(), pick in any::<u16>()) {
        let plan = kept(plan);
        let mut book = Book::of(&plan);
        let rows = table_rows(&book);
        prop_assume!(!rows.is_empty());
        let (sheet, at) = rows[usize::from(pick) % rows.len()];
        let sheet = &mut book.0[sheet];
        let number = sheet.rows[at].0 + 1;
        sheet.rows[at + 1..].iter_mut().for_each(|(row, _)| *row += 1);
        // Of actions and on a sheet of an objective the second column; among all indicators one later where codes stand first.
        let keys = sheet.rows[..at].iter().rev().find(|(_, cells)| cells[0].1 == Found::Text("#".into())).unwrap();
        let column = keys.1.iter().find(|(_, key)| *key == Found::Text("description".into())).unwrap().0;
        sheet.rows.insert(at + 1, (number, vec![(column, Found::Text("Riga nuova di questa prova".into()))]));
        let back = book.back();
        prop_assert_eq!((back.changed, back.added.len() + back.left.len(), back.gone), (0, 1, vec![]));
        let mut after = back.file.unwrap().plan;
        let is_new = |description: &str| description == "Riga nuova di questa prova";
        let old = after.objectives.iter().map(|objective| {
            let mut objective = objective.as_ref().clone();
            objective.actions = without(&objective.actions, |it| is_new(&it.description));
            let indicators = without(&objective.indicators, |it| is_new(&it.description));
            let whole = |it: &Arc<Indicator>| {
                Indicator { parts: without(&it.parts, |it| is_new(&it.description)), ..it.as_ref().clone() }
            };
            objective.indicators = List::try_from(indicators.iter().map(whole).collect::<Vec<_>>()).unwrap();
            objective
        });
        after.objectives = List::try_from(old.collect::<Vec<_>>()).unwrap();
        prop_assert_eq!(after, plan);
    }
}

fn without<T: Item + Clone>(list: &List<T>, is_out: impl Fn(&T) -> bool) -> List<T> {
    List::try_from(list.iter().filter(|it| !is_out(it)).map(|it| it.as_ref().clone()).collect::<Vec<_>>()).unwrap()
}
