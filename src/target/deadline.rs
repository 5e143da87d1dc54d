//! Deadlines among tokens: `entro il 30/9`, `scadenza 30/6`, `dal 1/1 al 30/6`; and `entro 3 gg`, which is a duration.

use std::ops::Range as Span;

use super::clause::{Clause, Said};
use super::reader::Reader;
use super::scan::{Kind, Relation};
use super::word::Word;
use super::{Certainty, Doubt, Measure, Quantity};

impl Reader<'_> {
    /// `entro il 30/9`, `by 30/9`, `non oltre il 30/9`, `scadenza 30/9`; and `entro 3 gg`, which is a duration.
    pub fn deadline(&self, at: usize) -> Option<Clause> {
        let later = |at: usize| self.text(at..at + 1).eq_ignore_ascii_case("later") && self.is(at + 1, &[Word::Di]);
        let is_entro = self.is(at, &[Word::Entro]);
        let mut next = match self.word(at)? {
            Word::Entro | Word::By => at + 1,
            Word::Due => at + 1 + usize::from(self.kind(at + 1) == Some(Kind::Colon)),
            // `non prima del 30/9` says when it may begin.
            Word::Non | Word::No if self.is(at + 1, &[Word::Before]) && self.deadline_date(at + 2).is_some() => {
                return Some(self.unread_to(at, at + 2));
            }
            Word::Before if self.is(at + 1, &[Word::Di]) => at + 1,
            Word::Non | Word::No if self.is(at + 1, &[Word::Oltre]) => at + 2,
            Word::Non | Word::No if later(at + 1) => at + 3,
            _ => return None,
        };
        if self.is(next, &[Word::E]) && self.is(next + 1, &[Word::Non]) && self.is(next + 2, &[Word::Oltre]) {
            next += 3;
        }
        let operator = at..next;
        let found = self.deadline_date(next);
        // `scadenza` and `prima di` are only words where no day follows at once.
        let is_loose = self.is(at, &[Word::Due, Word::Before]);
        if let Some(found) = found.filter(|found| !is_loose || found.certainty == Certainty::Sure) {
            let certainty = if is_loose { Certainty::Likely } else { found.certainty };
            let Some(date) = found.date else {
                if let Some(clause) = self.duration(operator.clone()) {
                    return Some(clause);
                }
                let clause = Clause::with(Said::Unread, Certainty::Likely, operator, found.tokens);
                return Some(clause.doubting(Some(Doubt::NoSuchDay)));
            };
            let doubt = (found.certainty != Certainty::Sure).then_some(Doubt::DayNotStated);
            return Some(Clause::with(Said::Deadline(date), certainty, operator, found.tokens).doubting(doubt));
        }
        if !is_entro {
            return None;
        }
        // `entro i termini di legge` names no day.
        let is_named = (next..next + 4).any(|at| self.is(at, &[Word::Due, Word::Falling]));
        if is_named && !(next..next + 9).any(|at| self.is_number(at) || matches!(self.kind(at), Some(Kind::Date(_)))) {
            return None;
        }
        let found = self.duration(operator).or_else(|| self.far_deadline(at..next));
        // `laureati entro la durata normale del corso ≥ 55%` names what is measured.
        let is_content = || {
            let words = (next..next + 8)
                .take_while(|at| self.is(*at, &[Word::Article, Word::Di, Word::Other, Word::Corso]))
                .count();
            words > 1 && matches!(self.kind(next + words), Some(Kind::Relation(_)))
        };
        match found {
            None if is_content() => None,
            found => Some(found.unwrap_or_else(|| self.unread_to(at, next))),
        }
    }

    /// `entro 3 gg`, `entro un massimo di 30 giorni`, `entro il limite del 5%`.
    fn duration(&self, operator: Span<usize>) -> Option<Clause> {
        use Word::{A, Article, Di, Due, Massimo, Number, Other};
        let mut from = self.lead(operator.end);
        for _ in 0..4 {
            let is_amount = self.quantity(from).is_some_and(|amount| is_duration(amount.quantity.measure));
            let is_lead = match self.word(from) {
                Some(Number(1)) => self.is(from + 1, &[Massimo]),
                Some(Other) => self.is(from + 1, &[Di, Massimo]),
                Some(A | Article | Di | Due | Massimo) => true,
                _ => false,
            };
            if is_amount || !is_lead {
                break;
            }
            from = self.lead(from + 1);
            from += usize::from(self.kind(from) == Some(Kind::Stop));
        }
        // `entro il 10° giorno`
        let degree = self.figure(from).filter(|_| self.kind(from + 1) == Some(Kind::Degree));
        if let (Some(figure), Some(Word::Unit(measure))) = (degree, self.word(from + 2)) {
            let said = Said::Bound(Relation::AtMost, Quantity { value: figure.value, measure });
            return Some(Clause::with(said, Certainty::Likely, operator, from..from + 3));
        }
        // `entro 24/48 ore`, `entro 3-5 giorni`
        let is_double = self.is_number(from) && matches!(self.kind(from + 1), Some(Kind::Slash | Kind::Dash));
        let second = if is_double { from + 2 } else { from };
        let amount = self.quantity(second).filter(|amount| is_duration(amount.quantity.measure))?;
        let is_time = amount.quantity.measure.is_time();
        let certainty = if is_time && !is_double { amount.certainty } else { Certainty::Likely };
        let said = Said::Bound(Relation::AtMost, amount.quantity);
        Some(Clause::with(said, certainty, operator, from..amount.next).doubting(amount.doubt))
    }

    /// `entro la scadenza prevista del 30/6`: a day a few words on.
    fn far_deadline(&self, operator: Span<usize>) -> Option<Clause> {
        let from = operator.end;
        let dated = |at: usize| {
            let is_led = self.is(at.wrapping_sub(1), &[Word::Di, Word::A, Word::Article])
                || matches!(self.kind(at.wrapping_sub(1)), Some(Kind::Colon | Kind::Open));
            let found = if is_led { self.whole_date(at).or_else(|| self.slashed_date(at)) } else { None };
            found.and_then(|found| found.date.map(|date| (date, found.tokens)))
        };
        let only_words = |at: &usize| {
            self.word(*at).is_some_and(|word| !matches!(word, Word::Entro | Word::E))
                || self.kind(*at) == Some(Kind::Open)
        };
        let end = (from..from + 7).take_while(only_words).last()? + 1;
        let (date, tokens) = (from..=end).find_map(dated)?;
        Some(Clause::with(Said::Deadline(date), Certainty::Likely, operator, tokens))
    }

    /// `31/12/23`, `15 marzo`, `nei primi 3 mesi dell'anno`, `I trimestre`.
    pub fn free_day(&self, at: usize) -> Option<Clause> {
        let found = self.standing_date(at)?;
        let Some(date) = found.date else {
            let clause = Clause::bare(Said::Unread, Certainty::Likely, found.tokens);
            return Some(clause.doubting(Some(Doubt::NoSuchDay)));
        };
        let doubt = (found.certainty != Certainty::Sure).then_some(Doubt::DayNotStated);
        Some(Clause::bare(Said::Day(date), found.certainty, found.tokens).doubting(doubt))
    }

    /// `dal 1/1 al 30/6`, `periodo 2022-2026`: done by the end of it.
    pub fn whole_period(&self, at: usize) -> Option<Clause> {
        let found = self.period(at)?;
        let said = found.date.map_or(Said::Unread, Said::Deadline);
        Some(Clause::bare(said, Certainty::Likely, found.tokens))
    }
}

/// Whether `entro` may lead to so much of it: time, or a share.
const fn is_duration(measure: Measure) -> bool {
    measure.is_time() || matches!(measure, Measure::Percent)
}
