//! What a result says: clauses into one [`Reading`], or the words kept whole.

use std::ops::Range;
use std::slice;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::answer::OPPOSITES;
use super::clause::{Clause, Said};
use super::context::Asked;
use super::reader::Reader;
use super::scan::{self, Kind, Relation, Token, scan};
use super::word::Word;
use super::{Certainty, Context, Difference, Direction, Doubt, FromWords, Measure, Quantity, Read, Reading, Role};

/// Reads what a result says, in the column of a year, which completes dates, or beside its target ([`Context::beside`]).
///
/// `a/b` is a day beside a deadline and so many of so many beside an amount. Where nobody knows what is asked, it is a day
/// when it is written as one (`15/09`) or when `a` is more than `b` and there is such a day (`12/9`), otherwise so many of so
/// many (`12/16`, `3/4`); either way it stays likely. Beside several conditions there is one answer for each, in their order.
/// Never fails: what is not understood is [`Reading::Words`].
pub fn parse_result(words: &str, context: impl Into<Context>) -> Read<Reading> {
    let context = context.into();
    if scan::is_too_long(words) {
        return Read { doubt: Some(Doubt::TooLong), ..kept(Certainty::Likely) };
    }
    let tokens = scan(words);
    let reader = Reader { words, tokens: &tokens, year: context.year() };
    reader.answers(context).unwrap_or_else(|| reader.answer(context.asked(0)))
}

impl FromWords for Reading {
    const WORDS: Self = Self::Words;

    fn read(words: &str, context: Context) -> Read<Self> {
        parse_result(words, context)
    }
}

/// The words as they are, for a person to judge.
fn kept(certainty: Certainty) -> Read<Reading> {
    Read { reading: Reading::Words, certainty, parts: Vec::new(), doubt: None }
}

impl Reader<'_> {
    /// Several answers: apart by `;`, or as many as the target has conditions. None where one of them is only words.
    fn answers(&self, context: Context) -> Option<Read<Reading>> {
        let semicolons = self.segments();
        let segments = if semicolons.len() > 1 { semicolons } else { self.one_for_each(context.conditions())? };
        let mut several = Read { reading: Reading::Words, certainty: Certainty::Sure, parts: Vec::new(), doubt: None };
        let mut answers = Vec::with_capacity(segments.len());
        for (place, segment) in segments.into_iter().enumerate() {
            let tokens: &[Token] = self.tokens.get(segment)?;
            let read = Reader { words: self.words, tokens, year: self.year }.answer(context.asked(place));
            if read.reading == Reading::Words {
                // One of the conditions has an answer that only a person understands.
                return (context.conditions() > 1).then(|| kept(Certainty::Likely));
            }
            several.certainty = several.certainty.min(read.certainty);
            several.doubt = several.doubt.or(read.doubt);
            several.parts.extend(read.parts);
            answers.push(read.reading);
        }
        several.reading = Reading::Several { parts: answers };
        Some(several)
    }

    /// The tokens between semicolons, where words or numbers stand; none at all where no semicolon stands, or more than the
    /// clauses of any target: what is shown of one is read apart again.
    pub fn segments(&self) -> Vec<Range<usize>> {
        if !self.has_sign(Kind::Semicolon) {
            return Vec::new();
        }
        let mut segments = Vec::new();
        let mut from = 0;
        for at in 0..=self.tokens.len() {
            let ends = at == self.tokens.len() || self.kind(at) == Some(Kind::Semicolon);
            if ends && (from..at).any(|at| self.word(at).is_some() || self.is_number(at) || self.is_date(at)) {
                segments.push(from..at);
            }
            if ends {
                from = at + 1;
            }
        }
        if segments.len() > super::parse::MOST { Vec::new() } else { segments }
    }

    fn is_date(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Date(_)))
    }

    /// The words up to each clause, where there are as many as conditions.
    fn one_for_each(&self, conditions: usize) -> Option<Vec<Range<usize>>> {
        if conditions < 2 {
            return None;
        }
        let clauses = self.clauses();
        // `Sì, gradimento 3,7/4`: a plain answer and a clause.
        let answers_first = self.is(0, &[Word::Si, Word::No, Word::Done]) && clauses.len() + 1 == conditions;
        if clauses.len() != conditions && !answers_first {
            return None;
        }
        let ends = clauses.iter().map(Clause::end).chain(std::iter::once(self.tokens.len()));
        let first = if answers_first { vec![1] } else { Vec::new() };
        let mut ends: Vec<_> = first.into_iter().chain(ends).collect();
        // The last clause takes what follows it.
        let last = ends.pop()?;
        ends.pop();
        ends.push(last);
        let mut from = 0;
        Some(ends.into_iter().map(|end| std::mem::replace(&mut from, end)..end).collect())
    }

    /// One answer.
    fn answer(&self, asked: Asked) -> Read<Reading> {
        if let Some(read) = self.plain_answer().or_else(|| self.state(asked)).or_else(|| self.enacted()) {
            return read;
        }
        let clauses = self.clauses();
        let read = match clauses.as_slice() {
            [] => return kept(Certainty::Sure),
            [clause] => self.outcome(clause, asked),
            clauses @ [_, _] => self.agreeing(clauses),
            _ => None,
        };
        let doubt = clauses.iter().find_map(|clause| clause.doubt).filter(|doubt| *doubt == Doubt::NoSuchDay);
        read.unwrap_or(Read { doubt, ..kept(Certainty::Likely) })
    }

    /// `SI`, `no`, `non fatto`, `in corso`, `n.d.`: nothing but the answer.
    fn plain_answer(&self) -> Option<Read<Reading>> {
        use Kind::Word as W;
        use Word::{
            Ancora, Article, Available, Corso, Data, Done, In, Label, N, No, Non, Other, Ref, Si, Unavailable, Underway,
        };
        // Every answer below holds one of these; most results hold none.
        if !self.has(&[Si, Done, No, Non, Corso, Underway, Unavailable, N]) {
            return None;
        }
        let core = self.core()?;
        let all_words = || core.iter().all(|kind| matches!(kind, W(_)));
        let (reading, certainty) = match core.as_slice() {
            [W(Si | Done)] => (Reading::Yes { date: None }, Certainty::Sure),
            [W(Label | Ref), W(Done)] => (Reading::Yes { date: None }, Certainty::Likely),
            [W(No)] | [W(Non), W(Done)] | [W(Non), W(Ancora), W(Done)] => (Reading::No, Certainty::Sure),
            [W(Label | Ref), W(Non), W(Done)] => (Reading::No, Certainty::Likely),
            [W(In), W(Corso)] | [W(Underway)] => (Reading::Underway, Certainty::Sure),
            [W(Unavailable)] | [W(Non), W(Available)] => (Reading::Unavailable, Certainty::Sure),
            [W(Other | Data | Article), W(Non), W(Available)] => (Reading::Unavailable, Certainty::Sure),
            [W(N), W(_)] | [W(N), Kind::Slash, W(_)] if self.is_not_available() => {
                (Reading::Unavailable, Certainty::Sure)
            }
            [.., W(In), W(Corso)] | [W(In), W(Corso), W(_), ..] if all_words() => {
                (Reading::Underway, Certainty::Likely)
            }
            _ => return None,
        };
        let parts = self.part(0..self.tokens.len(), Role::Answer).into_iter().collect();
        Some(Read { reading, certainty, parts, doubt: None })
    }

    /// `on`, `off`, and beside a deed `presente`, `assenza`: one of two states.
    fn state(&self, asked: Asked) -> Option<Read<Reading>> {
        let is = |wanted: &str| self.tokens.len() == 1 && self.text(0..1).eq_ignore_ascii_case(wanted);
        let known = if asked == Asked::Deed { OPPOSITES.as_slice() } else { OPPOSITES.get(..1)? };
        let reading = known.iter().find_map(|(yes, no)| match (is(yes), is(no)) {
            (true, _) => Some(Reading::Yes { date: None }),
            (_, true) => Some(Reading::No),
            _ => None,
        })?;
        let parts = self.part(0..1, Role::Answer).into_iter().collect();
        Some(Read { reading, certainty: Certainty::Likely, parts, doubt: None })
    }

    /// `Approvato con delibera n. 5 del 12/9/2024`: done, on the day of the act.
    fn enacted(&self) -> Option<Read<Reading>> {
        let is_act = self.is(0, &[Word::Done]) && (1..4).any(|at| self.is(at, &[Word::Act]));
        if !is_act || !self.clauses().is_empty() {
            return None;
        }
        let found = (1..self.tokens.len().min(20)).rev().find_map(|at| {
            let found =
                self.whole_date(at).or_else(|| self.slashed_date(at).filter(|_| self.is(at - 1, &[Word::Di])))?;
            found.date.map(|date| (date, found.tokens))
        });
        let (date, tokens) = found?;
        let parts = self.part(0..1, Role::Answer).into_iter().chain(self.part(tokens, Role::Date)).collect();
        Some(Read { reading: Reading::Yes { date: Some(date) }, certainty: Certainty::Likely, parts, doubt: None })
    }

    /// What the only clause of a result says, seen what stands around it.
    fn outcome(&self, clause: &Clause, asked: Asked) -> Option<Read<Reading>> {
        let end = clause.end();
        let lead = 0..clause.start();
        let is_denied = |at: usize| self.is(at, &[Word::No, Word::Non, Word::Corso, Word::Underway]);
        let is_open = lead.clone().chain(end..self.tokens.len()).any(is_denied);
        if is_open {
            return None;
        }
        // `Realizzati n. 4 incontri`, `media 7,5` say that the number follows; `approvata con delibera 5` does not.
        let leads_on = |at: usize| self.is(at, &[Word::Done]) || self.is_mark(at) || !self.names_something(at..at + 1);
        let is_led = self.names_something(lead.clone()) && lead.clone().all(leads_on);
        let has_words_before = self.names_something(lead.clone()) && !is_led;
        let has_words_after = (end..self.tokens.len()).any(|at| self.word(at).is_some());
        let is_rough = lead.clone().any(|at| self.is(at, &[Word::Circa]));
        let is_answered = lead.clone().any(|at| self.is(at, &[Word::Si]));
        let is_plain = !(has_words_before || is_led || has_words_after || is_rough || is_answered);
        let certainty = if is_plain { Certainty::Sure } else { Certainty::Likely };
        let own = clause.certainty;
        let (reading, certainty) = match clause.said {
            Said::Amount { quantity, .. } if has_words_before && has_words_after => {
                (Reading::Quantity(quantity), Certainty::Guess)
            }
            // A number after words may be anything: an article, a resolution.
            Said::Amount { quantity, .. }
                if has_words_before && quantity.measure == Measure::Count && !self.follows_colon(clause) =>
            {
                (Reading::Quantity(quantity), Certainty::Guess)
            }
            Said::Amount { quantity, like_a_year: true } => (Reading::Quantity(quantity), Certainty::Likely.min(own)),
            Said::Amount { quantity, .. } => (Reading::Quantity(quantity), certainty.min(own)),
            Said::Bound(Relation::Exactly, quantity) if is_plain => (Reading::Quantity(quantity), certainty.min(own)),
            Said::Fraction { day: Some(day), .. } if asked == Asked::Day && !has_words_after => {
                return self.done_on(clause, day.date, Certainty::Sure);
            }
            Said::Fraction { part, whole, .. } if asked.is_amount() && !self.has_lead(lead.clone()) => {
                (Reading::Ratio { part, whole }, certainty)
            }
            Said::Fraction { day: Some(day), part, whole }
                if !has_words_after && (self.has_lead(lead.clone()) || day.padded || part > whole) =>
            {
                // `il 7/7` and `sì, il 7/7` leave no doubt that it is a day.
                let certainty = if self.has_lead(lead) { Certainty::Sure } else { own };
                return self.done_on(clause, day.date, certainty);
            }
            Said::Fraction { part, whole, .. } => {
                // `Presenti 3 su 4` is plain; `pratica 3/4` may be anything, `gradimento 3,7/4` hardly.
                let is_anything = has_words_before && own < Certainty::Sure && part.scale() == 0;
                (Reading::Ratio { part, whole }, if is_anything { Certainty::Guess } else { certainty.min(own) })
            }
            Said::Change { direction: Direction::Decrease, by: Some(Difference::Amount(mut quantity)), .. }
                if asked == Asked::Signed && clause.operator.start == 0 && self.kind(0) == Some(Kind::Dash) =>
            {
                quantity.value.set_sign_negative(true);
                (Reading::Quantity(quantity), Certainty::Likely.min(own))
            }
            Said::Change {
                direction: direction @ (Direction::Increase | Direction::Decrease), by: Some(by), ..
            } => (Reading::Change { direction, by }, certainty.min(own)),
            Said::Times(count) if asked.is_amount() => {
                (Reading::Quantity(Quantity::count(count.into())), Certainty::Guess)
            }
            Said::Total if asked.is_amount() => {
                (Reading::Quantity(Quantity::percent(Decimal::ONE_HUNDRED)), Certainty::Guess)
            }
            Said::Day(date) | Said::Deadline(date) if !has_words_after => return self.done_on(clause, date, own),
            _ => return None,
        };
        let doubt = clause.doubt.filter(|_| certainty < Certainty::Sure);
        let doubt = doubt.or((certainty < own).then_some(Doubt::OtherWords));
        Some(Read { reading, certainty, parts: self.parts(slice::from_ref(clause), |_| Role::Quantity), doubt })
    }

    /// `12/16 (75%)`: so many of so many, and the share that they are, to the unit.
    fn agreeing(&self, clauses: &[Clause]) -> Option<Read<Reading>> {
        let [first, second] = clauses else { return None };
        // `85% al 30/11`: so much, when it was measured.
        if let (Said::Amount { quantity, like_a_year: false }, Said::Day(_) | Said::Fraction { day: Some(_), .. }) =
            (first.said, second.said)
            && (first.end()..second.start()).all(|at| self.is(at, &[Word::A, Word::Article, Word::Data, Word::Di]))
            && self.is(first.end(), &[Word::A])
            && !self.names_something(0..first.start())
        {
            let parts = self.parts(slice::from_ref(first), |_| Role::Quantity);
            return Some(Read {
                reading: Reading::Quantity(quantity),
                certainty: Certainty::Likely,
                parts,
                doubt: None,
            });
        }
        let (part, whole, percent) = match (first.said, second.said) {
            (
                Said::Fraction { part, whole, .. },
                Said::Amount { quantity, .. } | Said::Bound(Relation::Exactly, quantity),
            )
            | (Said::Amount { quantity, .. }, Said::Fraction { part, whole, .. })
                if quantity.measure == Measure::Percent =>
            {
                (part, whole, quantity.value)
            }
            _ => return None,
        };
        let share = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
        let is_close = share.checked_sub(percent)?.abs() < Decimal::ONE;
        let is_all = (0..self.tokens.len()).all(|at| {
            let within = |clause: &Clause| clause.content.contains(&at);
            within(first) || within(second) || self.word(at).is_none()
        });
        let parts = || self.parts(clauses, |_| Role::Quantity);
        (is_close && is_all).then(|| Read { parts: parts(), ..Read::sure(Reading::Ratio { part, whole }) })
    }

    /// Whether some tokens lead to a day, `il`, `in data`, `sì, il`, rather than to a number.
    fn has_lead(&self, mut tokens: Range<usize>) -> bool {
        use Word::{Article, Data, Done, Si};
        tokens.any(|at| self.is(at, &[Article, Data, Done, Si]))
    }

    /// A day, and whether it is said with a yes: `sì, il 12/9`, `approvato il 12/9`, `in data 15/09/2024`.
    fn done_on(&self, clause: &Clause, date: NaiveDate, certainty: Certainty) -> Option<Read<Reading>> {
        let is_answer = self.is(0, &[Word::Si, Word::Done]);
        let lead = usize::from(is_answer)..clause.start();
        if !lead.into_iter().all(|at| self.leads_to_a_day(at)) {
            return None;
        }
        let reading = if is_answer { Reading::Yes { date: Some(date) } } else { Reading::On { date } };
        let said = if is_answer { self.part(0..1, Role::Answer) } else { None };
        let parts = said.into_iter().chain(self.parts(slice::from_ref(clause), |_| Role::Date)).collect();
        Some(Read { reading, certainty, parts, doubt: clause.doubt.filter(|_| certainty < Certainty::Sure) })
    }

    /// Whether the token at `at` may stand before a day: `il`, `in data`, a comma.
    fn leads_to_a_day(&self, at: usize) -> bool {
        use Word::{A, Article, Data, Di, In};
        match self.kind(at) {
            Some(Kind::Word(word)) => matches!(word, A | Article | Data | Di | In),
            kind => !matches!(kind, Some(Kind::Number(_) | Kind::Date(_) | Kind::Percent)),
        }
    }

    fn follows_colon(&self, clause: &Clause) -> bool {
        clause.content.start.checked_sub(1).is_some_and(|at| self.kind(at) == Some(Kind::Colon))
    }
}

#[cfg(test)]
mod tests;
