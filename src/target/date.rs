//! Dates among tokens: in figures or with a month's name, whole or completed by the year of the column.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::reader::Reader;
use super::scan::Kind;
use super::word::Word;
use super::{Certainty, Measure};

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
        use Word::{A, Article, Data, Di, Due, In, Unit};
        let is_roman = matches!(self.word(at + 1), Some(Word::Stretch(_)));
        let mut at = if is_roman { at } else { self.pass(at, &[A, Article, Di, In]) };
        if !matches!(self.word(at + 1), Some(Word::Stretch(_))) {
            at = self.pass(at, &[Article]);
        }
        // `la data del`, `il mese di`, `il termine del`, `le ore 12 del`
        for _ in 0..2 {
            let named = match self.word(at) {
                Some(Data | Due) => at + 1,
                Some(Unit(Measure::Hours)) if self.is_number(at + 1) => at + 2,
                Some(Unit(_)) => at + 1,
                _ => break,
            };
            let of = self.pass(named, &[Di, A]);
            let is_day = self.is(at, &[Unit(Measure::Days)]);
            at = if of > named || is_day || self.is(at, &[Data, Due]) { self.pass(of, &[Article]) } else { at };
        }
        self.whole_date(at)
            .or_else(|| self.slashed_date(at))
            .or_else(|| self.month_in_figures(at))
            .or_else(|| self.dotted_date(at))
            .or_else(|| self.part_of_year(at))
            .or_else(|| self.half_year(at))
            .or_else(|| self.month(at))
            .or_else(|| self.first_months(at))
            .or_else(|| self.year_end(at))
            .map(|found| self.in_another_year(found))
    }

    /// Reads a date that stands in the text without an operator, if nothing else could be meant.
    pub fn standing_date(&self, at: usize) -> Option<Dated> {
        let is_named = self.is(at, &[Word::In]) || at == 0;
        let month_alone = || {
            let from = if self.is(at, &[Word::In, Word::A]) { at + 1 } else { at };
            let is_month = self.is(from, &[Word::Unit(Measure::Months)]) && self.is(from + 1, &[Word::Di]);
            let from = if is_month { from + 2 } else { from };
            let found = self.month(from)?;
            let has_year = found.tokens.len() > 1;
            let is_last =
                found.tokens.end == self.tokens.len() && !self.text(from..from + 1).eq_ignore_ascii_case("may");
            (has_year || (is_last && (from > at || at == 0))).then_some(Dated { tokens: at..found.tokens.end, ..found })
        };
        let part_of_year = || {
            let from = self.pass(self.pass(at, &[Word::In]), &[Word::Article]);
            let found = self.part_of_year(from).or_else(|| self.part_of_year(at))?;
            Some(Dated { certainty: Certainty::Likely, tokens: at..found.tokens.end, ..found })
        };
        let first_months = || {
            let from = self.pass(at, &[Word::In]);
            self.first_months(self.pass(from, &[Word::Article]))
                .map(|found| Dated { tokens: at..found.tokens.end, ..found })
        };
        let month_end = || if self.tokens.len() == 1 { self.month_end(at) } else { None };
        // `30 / 06 / 2024`
        let spread = || self.slashed_date(at).filter(|found| found.tokens.len() == 5);
        // `fine anno`, alone
        let year_end = || {
            let found = if at == 0 && self.is(at, &[Word::Fine]) { self.year_end(at) } else { None };
            found.filter(|found| found.tokens.end == self.tokens.len())
        };
        let found = match self.kind(at)? {
            Kind::Date(_) | Kind::Number(_) => self
                .whole_date(at)
                .or_else(part_of_year)
                .or_else(spread)
                .or_else(|| self.month_in_figures(at))
                .or_else(month_end),
            Kind::Word(_) => month_alone()
                .or_else(part_of_year)
                .or_else(|| if is_named { first_months() } else { None })
                .or_else(year_end),
            _ => None,
        };
        found.map(|found| self.in_another_year(found))
    }

    /// `dal 1/1 al 30/6`, `da gennaio a giugno`, `01/01 - 31/12`, `nel periodo 1/6/2022 - 30/6/2026`, `nel periodo 2022-2026`:
    /// the last day of it. Without a word before it a period starts on the first of a month; other days are two days.
    pub fn period(&self, at: usize) -> Option<Dated> {
        use Word::{A, Article, Da};
        let day = |at: usize| self.whole_date(at).or_else(|| self.slashed_date(at));
        let is_named = self.text(at..at + 1).eq_ignore_ascii_case("periodo");
        let is_bare = matches!(self.kind(at), Some(Kind::Date(_) | Kind::Number(_)));
        if !is_named && !is_bare && !self.is(at, &[Da]) {
            return None;
        }
        if is_bare {
            let first = day(at)?;
            let starts =
                first.date.is_some_and(|date| date.day() == 1) && self.kind(first.tokens.end) == Some(Kind::Dash);
            let last = if starts { day(first.tokens.end + 1)? } else { return None };
            return (last.date > first.date).then_some(Dated { tokens: at..last.tokens.end, ..last });
        }
        let from =
            if is_named { self.pass(self.pass(at + 1, &[Da]), &[Article]) } else { self.pass(at + 1, &[Article]) };
        if let (Some(first), Some(last)) = (self.figure(from), self.figure(from + 2))
            && is_named
            && let (Some(_), Some(last)) = (first.year(), last.year())
        {
            let certainty = Certainty::Likely;
            return Some(Dated { date: last_day(last, 12), certainty, tokens: at..from + 3 });
        }
        let months = || self.month(from).filter(|found| found.tokens.len() > 2);
        let Some(first) = day(from) else {
            return months().map(|found| Dated { tokens: at..found.tokens.end, ..found });
        };
        let link = first.tokens.end;
        if !(self.is(link, &[A]) || self.kind(link) == Some(Kind::Dash)) {
            return None;
        }
        let last = day(self.pass(link + 1, &[Article]))?;
        Some(Dated { tokens: at..last.tokens.end, ..last })
    }

    /// Takes in `dell'anno successivo`, `dell'anno in corso`, `di ogni anno` after a date.
    fn in_another_year(&self, found: Dated) -> Dated {
        use Word::{Anno, Every, Following, Previous};
        let end = found.tokens.end;
        let of = self.pass(end, &[Word::Di]);
        let the = self.pass(of, &[Word::Article, Every]);
        if !self.is(the, &[Anno, Following]) || (of == end && !self.is(the + 1, &[Following])) {
            return found;
        }
        let named = the + usize::from(self.is(the, &[Anno]));
        let by = match self.word(named) {
            Some(Following) => 1,
            Some(Previous) => -1,
            _ if self.is(the, &[Anno]) && self.is(of, &[Every]) => 0,
            _ => return found,
        };
        let shifted = |date: NaiveDate| {
            let year = date.year().saturating_add(by);
            NaiveDate::from_ymd_opt(year, date.month(), date.day()).or_else(|| last_day(year, date.month()))
        };
        let tokens = found.tokens.start..named + usize::from(by != 0);
        Dated { date: found.date.and_then(shifted), tokens, ..found }
    }

    /// `I trimestre`, `primo semestre 2024`, `3° trimestre`, `Q1`: the last day of it.
    fn part_of_year(&self, at: usize) -> Option<Dated> {
        let mut from = at;
        if self.is(from, &[Word::Fine]) {
            from = self.pass(self.pass(from + 1, &[Word::Di]), &[Word::Article]);
        }
        let (place, months, next) = self.quarter(from).or_else(|| {
            let (place, next) = self.ordinal(from)?;
            match self.word(next) {
                Some(Word::Stretch(months)) => {
                    let stop = self.kind(next + 1) == Some(Kind::Stop) && self.text(next..next + 1).len() <= 4;
                    Some((place, months, next + 1 + usize::from(stop)))
                }
                _ => None,
            }
        })?;
        let place = if place == 9 { 12_u8.checked_div(months)? } else { place };
        let month = place.checked_mul(months).filter(|month| (1..=12).contains(month))?;
        let after = next + usize::from(matches!(self.kind(next), Some(Kind::Slash | Kind::Comma)));
        let (year, end) = self.year_after_of(after);
        let end = if year.is_some() { end } else { self.pass_of_the_year(next) };
        let date = last_day(year.unwrap_or(self.year), month.into());
        Some(Dated { date, certainty: Certainty::Sure, tokens: at..end })
    }

    /// `Q1`: a quarter as spreadsheets write it; `T2 2024` with its year.
    fn quarter(&self, at: usize) -> Option<(u8, u8, usize)> {
        self.word(at)?;
        let mut letters = self.text(at..at + 1).chars();
        let is_quarter = match letters.next()? {
            'Q' | 'q' => true,
            'T' => self.figure(at + 1).is_some_and(|figure| self.near_year(figure)),
            _ => false,
        };
        let place = letters.next()?.to_digit(10).filter(|place| (1..=4).contains(place))?;
        (is_quarter && letters.next().is_none()).then_some((u8::try_from(place).ok()?, 3, at + 1))
    }

    /// `I`, `1°`, `primo`, `ultimo` (9): which one, and where it ends.
    fn ordinal(&self, at: usize) -> Option<(u8, usize)> {
        match self.kind(at)? {
            Kind::Word(Word::Ordinal(place)) => return Some((place, at + 1)),
            Kind::Word(Word::Share(place @ (3 | 4))) => return Some((place, at + 1)),
            Kind::Word(Word::First | Word::Before) => return Some((1, at + 1)),
            Kind::Number(figure) if self.kind(at + 1) == Some(Kind::Degree) => {
                return Some((u8::try_from(figure.plain(1)?).ok()?, at + 2));
            }
            // `1 sem.`, `2 trim. 2024`; `1 semestre` is how long
            Kind::Number(figure)
                if self.text(at + 1..at + 2).len() <= 5 && matches!(self.word(at + 1), Some(Word::Stretch(_))) =>
            {
                return Some((u8::try_from(figure.plain(1)?).ok()?, at + 1));
            }
            Kind::Word(_) => {}
            _ => return None,
        }
        let roman = self.text(at..at + 1);
        let place = ["i", "ii", "iii", "iv", "v", "vi"].iter().position(|known| roman.eq_ignore_ascii_case(known))?;
        Some((u8::try_from(place + 1).ok()?, at + 1 + usize::from(self.kind(at + 1) == Some(Kind::Degree))))
    }

    /// `31/12/2023`, `15 marzo`, `1° gennaio 2024`, `30-set-24`, `30 September 2024`.
    pub fn whole_date(&self, at: usize) -> Option<Dated> {
        if let Kind::Date(date) = self.kind(at)? {
            return Some(Dated { date, certainty: Certainty::Sure, tokens: at..at + 1 });
        }
        let Some(Kind::Number(day)) = self.kind(at) else { return None };
        let day = day.plain(2)?;
        let mut next = at + 1 + usize::from(self.kind(at + 1) == Some(Kind::Degree));
        next = self.pass(next, &[Word::Di]);
        next += usize::from(matches!(self.kind(next), Some(Kind::Dash | Kind::Slash)));
        let (month, next) = self.month_name(next)?;
        let joined = next + usize::from(matches!(self.kind(next), Some(Kind::Dash | Kind::Slash)));
        let (year, end) = self.year_after(joined, joined > next);
        let end = if year.is_none() { next } else { end };
        Some(Dated { date: self.day(year, month, day), certainty: Certainty::Sure, tokens: at..end })
    }

    /// `30/9`, which may also be a fraction; `30/9 del 2024`.
    pub fn slashed_date(&self, at: usize) -> Option<Dated> {
        let (Some(Kind::Number(day)), Some(Kind::Slash), Some(Kind::Number(month))) =
            (self.kind(at), self.kind(at + 1), self.kind(at + 2))
        else {
            return None;
        };
        if self.kind(at + 3) == Some(Kind::Slash) {
            // A blank that a PDF left before the year: `31/12 /2024`.
            let year = self.figure(at + 4).and_then(|figure| figure.year())?;
            let date = self.day(year, month.plain(2)?, day.plain(2)?);
            return Some(Dated { date, certainty: Certainty::Sure, tokens: at..at + 5 });
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

    /// `31.12`, alone: hardly a number when it is the last day of a month.
    fn month_end(&self, at: usize) -> Option<Dated> {
        let (_, month) = self.text(at..at + 1).split_once('.')?;
        let found = self.dotted_date(at).filter(|found| month.len() == 2 && found.date.is_some())?;
        let is_last = found.date.is_some_and(|date| last_day(date.year(), date.month()) == Some(date));
        is_last.then_some(found)
    }

    /// `maggio`, `maggio 2024`, `fine maggio`, `DIC-24`, `gennaio-marzo`: the last day of the month.
    fn month(&self, at: usize) -> Option<Dated> {
        let mut next = at;
        if self.is(next, &[Word::Fine]) {
            next = self.pass(next + 1, &[Word::Di]);
            next = self.pass(next, &[Word::Article]);
            if self.is(next, &[Word::Unit(Measure::Months)]) && self.is(next + 1, &[Word::Di]) {
                next += 2;
            }
        }
        let is_short = matches!(self.word(next), Some(Word::ShortMonth(_)));
        let (mut month, mut after) = self.month_name(next)?;
        // `giugno e dicembre` are two.
        if self.is(after, &[Word::E]) && self.month_name(after + 1).is_some() {
            return None;
        }
        let to = match self.kind(after) {
            Some(Kind::Dash | Kind::Slash | Kind::Word(Word::A)) => self.month_name(after + 1),
            _ => None,
        };
        let is_period = to.is_some();
        if let Some((last, end)) = to {
            (month, after) = (last, end);
        }
        let dash = after + usize::from(matches!(self.kind(after), Some(Kind::Dash | Kind::Slash)));
        let (year, next) = self.year_after(dash, dash > after);
        let next = if year.is_none() { after } else { next };
        if is_short && year.is_none() && !is_period {
            return None;
        }
        Some(Dated { date: last_day(year.unwrap_or(self.year), month), certainty: Certainty::Likely, tokens: at..next })
    }

    /// `12/2024`: a month and its year, near the column's.
    fn month_in_figures(&self, at: usize) -> Option<Dated> {
        let month = self.figure(at)?.plain(2).filter(|month| (1..=12).contains(month))?;
        let year = self.figure(at + 2).filter(|figure| self.near_year(*figure))?.year()?;
        let is_pair = self.kind(at + 1) == Some(Kind::Slash) && self.kind(at + 3) != Some(Kind::Slash);
        let date = last_day(year, month);
        is_pair.then_some(Dated { date, certainty: Certainty::Likely, tokens: at..at + 3 })
    }

    /// `metà anno`, `la metà dell'anno`, `metà 2024`: 30 June.
    fn half_year(&self, at: usize) -> Option<Dated> {
        if !self.is(at, &[Word::Share(2)]) {
            return None;
        }
        let (year, next) = self.year_after_of(at + 1);
        let named = self.pass(self.pass(self.pass(at + 1, &[Word::Di]), &[Word::Article]), &[Word::Anno]);
        let is_year = year.is_some() || self.is(named.wrapping_sub(1), &[Word::Anno]);
        let tokens = at..if year.is_some() { next } else { named };
        let date = last_day(year.unwrap_or(self.year), 6);
        is_year.then_some(Dated { date, certainty: Certainty::Likely, tokens })
    }

    /// `primi 3 mesi dell'anno`: the last day of the third month.
    fn first_months(&self, at: usize) -> Option<Dated> {
        if !self.is(at, &[Word::First]) {
            return None;
        }
        let months = match self.kind(at + 1)? {
            Kind::Number(figure) => figure.plain(2)?,
            Kind::Word(Word::Number(months)) => u32::from(months),
            _ => return None,
        };
        if !self.is(at + 2, &[Word::Unit(Measure::Months)]) {
            return None;
        }
        let (year, next) = self.year_after_of(at + 3);
        let next = if year.is_none() { self.pass_of_the_year(at + 3) } else { next };
        Some(Dated { date: last_day(year.unwrap_or(self.year), months), certainty: Certainty::Sure, tokens: at..next })
    }

    /// `l'anno`, `fine anno`, `la fine del 2024`, `l'anno in corso`, `il 2024`: 31 December.
    fn year_end(&self, at: usize) -> Option<Dated> {
        use Word::{Anno, Corrente, Corso, Following, In};
        let mut next = at;
        if self.is(next, &[Word::Fine]) {
            next = self.pass(next + 1, &[Word::Di]);
            next = self.pass(next, &[Word::Article]);
        }
        let start = self.pass(next, &[Corrente]);
        let named = self.pass(start, &[Anno]);
        let year = self.figure(named).and_then(|figure| figure.year()).filter(|year| year.abs_diff(self.year) <= 10);
        if year.is_none() && named == start {
            return None;
        }
        let end = named + usize::from(year.is_some());
        let in_course = self.is(end, &[In]) && self.is(end + 1, &[Corso]);
        let end = if in_course { end + 2 } else { self.pass(self.pass(end, &[Word::Di]), &[Corrente]) };
        let end = if self.is(end.wrapping_sub(1), &[Word::Di]) { end - 1 } else { end };
        let by = i32::from(self.is(end, &[Following]));
        let date = last_day(year.unwrap_or(self.year).saturating_add(by), 12);
        Some(Dated { date, certainty: Certainty::Likely, tokens: at..self.pass(end, &[Following]) })
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

    /// Reads the year after the name of a month: four digits, or the last two of the column's year; of one near it where a
    /// sign joins them, `DIC-15`, `giugno '25`.
    fn year_after(&self, at: usize, joined: bool) -> (Option<i32>, usize) {
        if let Some(figure) = self.figure(at).filter(|figure| figure.digits == 2) {
            let before = self.tokens.get(at).and_then(|token| self.words.get(..token.span.start));
            let joined = joined || before.is_some_and(|before| before.ends_with(['\'', '’', '‘', '`']));
            let short = figure.plain(2).and_then(|year| i32::try_from(year).ok()).unwrap_or_default();
            let year = self.year.saturating_sub(self.year.rem_euclid(100)).saturating_add(short);
            if year == self.year || (joined && year.abs_diff(self.year) <= 5) {
                return (Some(year), at + 1);
            }
        }
        self.year_after_of(at)
    }

    /// Reads `2024`, `del 2024`, `dell'anno 2024`.
    fn year_after_of(&self, at: usize) -> (Option<i32>, usize) {
        let named = self.pass_of_the_year(at);
        let named = if named == at { self.pass(at, &[Word::Di]) } else { named };
        let named = self.pass(named, &[Word::Anno]);
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
