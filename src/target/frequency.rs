//! How often, among tokens: `trimestrale`, `ogni tre mesi`, `due volte al mese`, `4 report/anno`.

use rust_decimal::Decimal;

use super::clause::{Clause, Said};
use super::reader::Reader;
use super::scan::Kind;
use super::word::Word;
use super::{Certainty, Doubt, Measure};

impl Reader<'_> {
    /// `trimestrale`, `ogni mese`, and `al mese` after an amount; what is no number of times in a year is unread.
    pub fn frequency(&self, at: usize) -> Option<Clause> {
        let unread = || self.is(at, &[Word::Frequency(0)]).then(|| self.unread_to(at, at + 1));
        self.times(at).or_else(|| self.each(at)).or_else(unread)
    }

    /// `trimestrale`, `ogni mese`, `ogni 15 giorni`: so many times in a year.
    pub fn times(&self, at: usize) -> Option<Clause> {
        if let Some(Word::Frequency(count)) = self.word(at) {
            // Part of a name: `il piano annuale`.
            let is_name = count == 1 && self.is(at.wrapping_sub(1), &[Word::Document]);
            if count == 0 || is_name {
                return None;
            }
            let is_confused = self.begins(at, "bimensil");
            let certainty = if is_confused { Certainty::Likely } else { Certainty::Sure };
            let mut clause = Clause::bare(Said::Times(count.into()), certainty, at..at + 1);
            clause.doubt = is_confused.then_some(Doubt::OftenConfused);
            return Some(clause);
        }
        if !self.is(at, &[Word::Every]) {
            return None;
        }
        let number = self.number(at + 1);
        let (value, next) = number.map_or((Decimal::ONE, at + 1), |number| (number.value, number.next));
        let next = self.pass(next, &[Word::Article]);
        let (stretch, end) = self.in_a_year(next)?;
        // `ogni 15 giorni` is 24 times, as offices count; a day is no frequency.
        let times = stretch.checked_div(value)?.floor();
        let count = u32::try_from(times).ok().filter(|count| (1..=104).contains(count))?;
        Some(Clause::bare(Said::Times(count), Certainty::Sure, at..end))
    }

    /// `al mese`, `l'anno`, `all'anno`, `/settimana`, `per trimestre`, after an amount: that many for each.
    pub fn each(&self, at: usize) -> Option<Clause> {
        use Word::{A, Anno, Article, In, Per, Previous, Volta};
        let next = match self.kind(at)? {
            Kind::Slash | Kind::Word(Per) => at + 1,
            Kind::Word(A) => self.pass(at + 1, &[Article]),
            // `due volte nell'anno`
            Kind::Word(In) if self.is(at.wrapping_sub(1), &[Volta]) && self.is(at + 1, &[Anno]) => at + 1,
            Kind::Word(Article) if self.is(at.wrapping_sub(1), &[Volta]) => at + 1,
            _ => return None,
        };
        let is_one = self.is(next, &[Anno]) && !self.is(next + 1, &[Previous]) && !self.is_number(next + 1);
        let is_stretch =
            matches!(self.word(next), Some(Word::Stretch(_) | Word::Unit(Measure::Months | Measure::Weeks)));
        if !is_one && !is_stretch {
            return None;
        }
        let (times, end) = self.in_a_year(next)?;
        Some(Clause::bare(Said::Each(u32::try_from(times).ok()?), Certainty::Sure, at..end))
    }

    /// How many of the stretches of time named at `at` make a year, as offices count: 12 months, 52 weeks, 360 days.
    fn in_a_year(&self, at: usize) -> Option<(Decimal, usize)> {
        let times = match self.word(at)? {
            Word::Anno | Word::Unit(Measure::Years) => 1,
            Word::Stretch(months) => 12_i64.checked_div(months.into())?,
            Word::Unit(Measure::Months) => 12,
            Word::Unit(Measure::Weeks) => 52,
            Word::Unit(Measure::Days) => 360,
            _ => return None,
        };
        Some((times.into(), at + 1))
    }
}
