//! Dates among tokens: in figures or with a month's name, whole or completed by the year of the column.

use std::ops::Range;

use chrono::NaiveDate;

use super::Certainty;
use super::reader::Reader;
use super::scan::Kind;
use super::word::Word;

/// A date and the tokens it was read from.
pub(super) struct Dated {
    /// None where the calendar has no such day: `29/2` outside leap years.
    pub date: Option<NaiveDate>,
    /// Sure for a day, likely for a month or a year alone, which mean their last day.
    pub certainty: Certainty,
    pub tokens: Range<usize>,
}

impl Reader<'_> {
    /// Reads the date that a deadline names at `at`, right after `entro` or `by`.
    pub fn deadline_date(&self, at: usize) -> Option<Dated> {
        use Word::{A, Article, Data, Di, Period};
        let mut at = self.pass(at, &[A, Article, Di]);
        if self.is(at, &[Data, Period]) && self.is(at + 1, &[Di]) {
            at = self.pass(at + 2, &[Article]);
        }
        self.whole_date(at)
            .or_else(|| self.slashed_date(at))
            .or_else(|| self.dotted_date(at))
            .or_else(|| self.month(at))
            .or_else(|| self.first_months(at))
            .or_else(|| self.year_end(at))
    }

    /// Reads a date that stands in the text without an operator, if nothing else could be meant.
    pub fn standing_date(&self, at: usize) -> Option<Dated> {
        let is_named = self.is(at, &[Word::In]) || at == 0;
        let month_alone = || {
            let found = self.month(at)?;
            let has_year = found.tokens.len() > 1;
            let is_all = at == 0 && self.tokens.len() == 1 && !self.text(0..1).eq_ignore_ascii_case("may");
            (has_year || is_all).then_some(found)
        };
        let first_months = || {
            let from = self.pass(at, &[Word::In]);
            self.first_months(self.pass(from, &[Word::Article]))
                .map(|found| Dated { tokens: at..found.tokens.end, ..found })
        };
        self.whole_date(at).or_else(month_alone).or_else(|| if is_named { first_months() } else { None })
    }

    /// `31/12/2023`, `15 marzo`, `1° gennaio 2024`, `30 September 2024`.
    fn whole_date(&self, at: usize) -> Option<Dated> {
        if let Kind::Date(date) = self.kind(at)? {
            return Some(Dated { date, certainty: Certainty::Sure, tokens: at..at + 1 });
        }
        let Some(Kind::Number(day)) = self.kind(at) else { return None };
        let day = day.plain(2)?;
        let mut next = at + 1 + usize::from(self.kind(at + 1) == Some(Kind::Degree));
        next = self.pass(next, &[Word::Di]);
        let (month, next) = self.month_name(next)?;
        let (year, next) = self.year_after(next);
        Some(Dated { date: self.day(year, month, day), certainty: Certainty::Sure, tokens: at..next })
    }

    /// `30/9`, which may also be a fraction; `30/9 del 2024`.
    pub fn slashed_date(&self, at: usize) -> Option<Dated> {
        let (Some(Kind::Number(day)), Some(Kind::Slash), Some(Kind::Number(month))) =
            (self.kind(at), self.kind(at + 1), self.kind(at + 2))
        else {
            return None;
        };
        if self.kind(at + 3) == Some(Kind::Slash) {
            return None;
        }
        let (year, next) = self.year_after_of(at + 3);
        let date = self.day(year, month.plain(2)?, day.plain(2)?);
        Some(Dated { date, certainty: Certainty::Sure, tokens: at..next })
    }

    /// `30.9`, which elsewhere is a number.
    fn dotted_date(&self, at: usize) -> Option<Dated> {
        if !self.is_number(at) || self.kind(at + 1) == Some(Kind::Percent) {
            return None;
        }
        let (day, month) = self.text(at..at + 1).split_once('.')?;
        if day.len() > 2 || month.len() > 2 {
            return None;
        }
        let date = self.day(None, month.parse().ok()?, day.parse().ok()?);
        Some(Dated { date, certainty: Certainty::Likely, tokens: at..at + 1 })
    }

    /// `maggio`, `maggio 2024`, `fine maggio`, `DIC-24`: the last day of the month.
    fn month(&self, at: usize) -> Option<Dated> {
        let mut next = at;
        if self.is(next, &[Word::Fine]) {
            next = self.pass(next + 1, &[Word::Di]);
            next = self.pass(next, &[Word::Article]);
            if self.is(next, &[Word::Period]) && self.is(next + 1, &[Word::Di]) {
                next += 2;
            }
        }
        let is_short = matches!(self.word(next), Some(Word::ShortMonth(_)));
        let (month, after) = self.month_name(next)?;
        let dash = after + usize::from(self.kind(after) == Some(Kind::Dash));
        let (year, next) = self.year_after(dash);
        let next = if year.is_none() { after } else { next };
        if is_short && year.is_none() {
            return None;
        }
        Some(Dated { date: last_day(year.unwrap_or(self.year), month), certainty: Certainty::Likely, tokens: at..next })
    }

    /// `primi 3 mesi dell'anno`: the last day of the third month.
    fn first_months(&self, at: usize) -> Option<Dated> {
        if !self.is(at, &[Word::Primi]) {
            return None;
        }
        let months = match self.kind(at + 1)? {
            Kind::Number(figure) => figure.plain(2)?,
            Kind::Word(Word::Number(months)) => u32::from(months),
            _ => return None,
        };
        let unit = self.text(at + 2..at + 3);
        if !(unit.eq_ignore_ascii_case("mesi") || unit.eq_ignore_ascii_case("months")) {
            return None;
        }
        let (year, next) = self.year_after_of(at + 3);
        let next = if year.is_none() { self.pass_of_the_year(at + 3) } else { next };
        Some(Dated { date: last_day(year.unwrap_or(self.year), months), certainty: Certainty::Sure, tokens: at..next })
    }

    /// `l'anno`, `fine anno`, `la fine del 2024`, `il 2024`: 31 December.
    fn year_end(&self, at: usize) -> Option<Dated> {
        let mut next = at;
        if self.is(next, &[Word::Fine]) {
            next = self.pass(next + 1, &[Word::Di]);
            next = self.pass(next, &[Word::Article]);
        }
        let named = self.pass(next, &[Word::Anno]);
        let year = match self.kind(named) {
            Some(Kind::Number(figure)) => figure.year().filter(|year| year.abs_diff(self.year) <= 10),
            _ => None,
        };
        if year.is_none() && named == next {
            return None;
        }
        let end = named + usize::from(year.is_some());
        Some(Dated { date: last_day(year.unwrap_or(self.year), 12), certainty: Certainty::Likely, tokens: at..end })
    }

    /// Reads the name of a month, with its point when cut short.
    fn month_name(&self, at: usize) -> Option<(u32, usize)> {
        match self.word(at)? {
            Word::Month(month) => Some((u32::from(month), at + 1)),
            Word::ShortMonth(month) => {
                Some((u32::from(month), at + 1 + usize::from(self.kind(at + 1) == Some(Kind::Stop))))
            }
            _ => None,
        }
    }

    /// Reads the year after the name of a month: four digits, or the last two of the column's year.
    fn year_after(&self, at: usize) -> (Option<i32>, usize) {
        if let Some(Kind::Number(figure)) = self.kind(at) {
            let short = figure.plain(2).and_then(|year| i32::try_from(year).ok());
            if figure.digits == 2 && short == Some(self.year.rem_euclid(100)) {
                return (Some(self.year), at + 1);
            }
        }
        self.year_after_of(at)
    }

    /// Reads `2024`, `del 2024`, `dell'anno 2024`.
    fn year_after_of(&self, at: usize) -> (Option<i32>, usize) {
        let named = self.pass_of_the_year(at);
        let named = if named == at { self.pass(at, &[Word::Di]) } else { named };
        match self.kind(named) {
            Some(Kind::Number(figure)) if figure.year().is_some() => (figure.year(), named + 1),
            _ => (None, at),
        }
    }

    /// Passes `dell'anno`, `of the year`.
    fn pass_of_the_year(&self, at: usize) -> usize {
        let of = self.pass(at, &[Word::Di]);
        let the = self.pass(of, &[Word::Article]);
        if of > at && self.is(the, &[Word::Anno]) { the + 1 } else { at }
    }

    fn day(&self, year: impl Into<Option<i32>>, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year.into().unwrap_or(self.year), month, day)
    }
}

/// Returns the last day of a month, 1 to 12.
fn last_day(year: i32, month: u32) -> Option<NaiveDate> {
    (28..=31).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
}
