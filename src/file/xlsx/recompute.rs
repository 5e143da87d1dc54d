//! Works out the formulas of a sheet as a spreadsheet does, and holds what comes of them against the engine's figures.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::tab::{Names, Tab, Value};
use super::working::attainment;
use crate::attainment::{Attainment, Span};
use crate::file::sampled::{SAMPLES, sample};
use crate::plan::arbitrary::plans;
use crate::plan::{Plan, Year};

/// What a formula, or a part of it, comes to.
#[derive(Clone, Debug, PartialEq)]
enum Term {
    /// A cell in which nothing stands: zero to arithmetic, nothing to words.
    Empty,
    Number(f64),
    Text(String),
    Flag(bool),
    Range(Vec<Term>),
}

impl Term {
    /// A number as arithmetic takes it: nothing counts zero.
    fn number(&self) -> f64 {
        match self {
            Self::Number(number) => *number,
            Self::Flag(flag) => f64::from(u8::from(*flag)),
            Self::Empty => 0.0,
            // An error where it is asked for; a branch that is not taken may hold one.
            Self::Text(_) | Self::Range(_) => f64::NAN,
        }
    }

    fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }

    fn list(&self) -> Vec<Self> {
        match self {
            Self::Range(all) => all.clone(),
            one => vec![one.clone()],
        }
    }

    /// Applies something to two terms, place by place where one is a range.
    fn with(&self, other: &Self, apply: impl Fn(&Self, &Self) -> Self) -> Self {
        match (self, other) {
            (Self::Range(left), Self::Range(right)) => {
                Self::Range(left.iter().zip(right).map(|(left, right)| apply(left, right)).collect())
            }
            (Self::Range(left), right) => Self::Range(left.iter().map(|left| apply(left, right)).collect()),
            (left, right) => apply(left, right),
        }
    }
}

/// A cell's value where it is no formula, and what each formula says.
struct Cells<'a> {
    tab: &'a Tab,
    known: BTreeMap<(usize, usize), Term>,
}

impl Cells<'_> {
    fn at(&mut self, row: usize, column: usize) -> Term {
        if let Some(known) = self.known.get(&(row, column)) {
            return known.clone();
        }
        let cell = column.checked_sub(1).and_then(|column| self.tab.rows.get(row)?.cells.get(column));
        let term = match cell.map(|cell| &cell.value) {
            None | Some(Value::Empty) => Term::Empty,
            Some(Value::Text(text)) => Term::Text(text.clone()),
            Some(Value::Formula(formula, _)) => {
                let mut parser = Parser { letters: formula.chars().collect(), at: 0, cells: self };
                let term = parser.comparison();
                assert_eq!(parser.at, parser.letters.len(), "{formula} is not read to its end");
                term
            }
            Some(value) => Term::Number(value.number().unwrap()),
        };
        self.known.insert((row, column), term.clone());
        term
    }
}

struct Parser<'a, 'b> {
    letters: Vec<char>,
    at: usize,
    cells: &'a mut Cells<'b>,
}

impl Parser<'_, '_> {
    fn peek(&self) -> char {
        self.letters.get(self.at).copied().unwrap_or('\0')
    }

    fn takes(&mut self, text: &str) -> bool {
        let is_here =
            text.chars().enumerate().all(|(place, letter)| self.letters.get(self.at + place) == Some(&letter));
        if is_here {
            self.at += text.chars().count();
        }
        is_here
    }

    fn comparison(&mut self) -> Term {
        let left = self.sum();
        let same = |left: &Term, right: &Term| match (left, right) {
            (Term::Text(left), Term::Text(right)) => left == right,
            (Term::Number(left), Term::Number(right)) => left == right,
            (Term::Empty, Term::Empty) => true,
            // An empty cell is zero and nothing at once; a text is no number, not even where it is empty.
            (Term::Empty, Term::Text(text)) | (Term::Text(text), Term::Empty) => text.is_empty(),
            (Term::Empty, Term::Number(number)) | (Term::Number(number), Term::Empty) => *number == 0.0,
            (Term::Text(_), Term::Number(_)) | (Term::Number(_), Term::Text(_)) => false,
            other => panic!("{other:?}"),
        };
        if self.takes("<>") {
            let right = self.sum();
            left.with(&right, |left, right| Term::Flag(!same(left, right)))
        } else if self.takes("=") {
            let right = self.sum();
            left.with(&right, |left, right| Term::Flag(same(left, right)))
        } else {
            left
        }
    }

    fn sum(&mut self) -> Term {
        let mut left = self.product();
        loop {
            let sign = match self.peek() {
                '+' => 1.0,
                '-' => -1.0,
                _ => return left,
            };
            self.at += 1;
            let right = self.product();
            left = left.with(&right, |left, right| Term::Number(left.number() + sign * right.number()));
        }
    }

    fn product(&mut self) -> Term {
        let mut left = self.factor();
        loop {
            if self.takes("*") {
                let right = self.factor();
                left = left.with(&right, |left, right| Term::Number(left.number() * right.number()));
            } else if self.takes("/") {
                let right = self.factor();
                left = left.with(&right, |left, right| Term::Number(left.number() / right.number()));
            } else {
                return left;
            }
        }
    }

    fn factor(&mut self) -> Term {
        if self.takes("(") {
            let term = self.comparison();
            assert!(self.takes(")"));
            return term;
        }
        if self.takes("\"") {
            let mut text = String::new();
            while !self.takes("\"") {
                text.push(self.peek());
                self.at += 1;
            }
            return Term::Text(text);
        }
        let word = self.word(|letter| letter.is_ascii_alphanumeric() || letter == '$' || letter == '.');
        if let Ok(number) = word.parse() {
            return Term::Number(number);
        }
        if self.takes("(") {
            return self.function(&word);
        }
        let (row, column) = place(&word);
        if self.takes(":") {
            let (last, _) = place(&self.word(|letter| letter.is_ascii_alphanumeric() || letter == '$'));
            return Term::Range((row..=last).map(|row| self.cells.at(row, column)).collect());
        }
        self.cells.at(row, column)
    }

    fn word(&mut self, belongs: impl Fn(char) -> bool) -> String {
        let mut word = String::new();
        while belongs(self.peek()) {
            word.push(self.peek());
            self.at += 1;
        }
        word
    }

    fn function(&mut self, name: &str) -> Term {
        let mut terms = Vec::new();
        loop {
            terms.push(self.comparison());
            if self.takes(")") {
                break;
            }
            assert!(self.takes(","), "{name}");
        }
        let numbers =
            |term: &Term| term.list().into_iter().filter(Term::is_number).map(|term| term.number()).sum::<f64>();
        match (name, terms.as_slice()) {
            ("IF", [condition, yes, no]) => if condition.number() == 0.0 { no } else { yes }.clone(),
            ("N", [one]) => Term::Number(if one.is_number() { one.number() } else { 0.0 }),
            ("MAX", [one, other]) => Term::Number(one.number().max(other.number())),
            ("SUM", [all]) => Term::Number(numbers(all)),
            ("SUMIF", [range, Term::Text(criterion), summed]) => {
                let unwanted = Term::Text(criterion.strip_prefix("<>").unwrap().to_owned());
                let wanted = range.list().into_iter().zip(summed.list()).filter(|(found, _)| *found != unwanted);
                Term::Number(wanted.filter(|(_, term)| term.is_number()).map(|(_, term)| term.number()).sum())
            }
            ("SUMPRODUCT", [one]) => Term::Number(one.list().iter().map(Term::number).sum()),
            ("SUMPRODUCT", [one, other]) => {
                // Given apart, what is no number counts zero.
                let value = |term: &Term| if term.is_number() { term.number() } else { 0.0 };
                Term::Number(one.list().iter().zip(other.list()).map(|(one, other)| value(one) * value(&other)).sum())
            }
            other => panic!("{other:?}"),
        }
    }
}

/// Row and column of `$M$12`, from 0.
fn place(word: &str) -> (usize, usize) {
    let plain = word.replace('$', "");
    let column = plain
        .chars()
        .take_while(char::is_ascii_uppercase)
        .fold(0, |column, letter| column * 26 + usize::try_from(u32::from(letter) - u32::from('A')).unwrap() + 1);
    let row: usize = plain.trim_start_matches(|letter: char| letter.is_ascii_uppercase()).parse().unwrap();
    (row - 1, column - 1)
}

/// Returns the first cell of which a spreadsheet would make something else than the engine did, and how many were looked at.
fn checked(plan: &Plan, year: Year) -> Result<usize, String> {
    let found = Attainment::of(plan, Span::Year(year), "2024-12-31".parse().unwrap());
    let tab = attainment(plan, &found, &mut Names::default()).unwrap();
    let mut cells = Cells { tab: &tab, known: BTreeMap::new() };
    let mut count = 0;
    for (row, line) in tab.rows.iter().enumerate() {
        for (column, cell) in line.cells.iter().enumerate() {
            let Value::Formula(formula, result) = &cell.value else { continue };
            count += 1;
            let is_same = match (cells.at(row, column + 1), result.number()) {
                (Term::Number(made), Some(engine)) => (made - engine).abs() <= 1e-9 * engine.abs().max(1.0),
                (Term::Text(text), None) => text.is_empty(),
                (Term::Empty, None) => true,
                (Term::Number(made), None) => made == 0.0,
                _ => false,
            };
            if !is_same {
                let made = cells.at(row, column + 1);
                return Err(format!(
                    "{year} row {} column {}: {formula} = {made:?}, not {result:?}",
                    row + 1,
                    column + 2
                ));
            }
        }
    }
    Ok(count)
}

#[test]
fn a_spreadsheet_recomputes_the_engines_figures_of_every_sample() {
    for name in SAMPLES {
        let plan = sample(name);
        let mut count = 0;
        for year in plan.period.years() {
            count += checked(&plan, year).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        assert!(count > 100, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 300 } else { 5_000 }))]

    #[test]
    fn law_a_spreadsheet_recomputes_the_engines_figures(plan in plans()) {
        for year in plan.period.years() {
            if let Err(error) = checked(&plan, year) {
                return Err(TestCaseError::fail(error));
            }
        }
    }
}
