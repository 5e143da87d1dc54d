//! What a result says: clauses into one [`Reading`], or the words kept whole.

use std::ops::Range;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::clause::{Clause, Said};
use super::reader::Reader;
use super::scan::{Kind, Relation, scan};
use super::word::Word;
use super::{Certainty, Context, FromWords, Measure, Read, Reading, Role};

/// Reads what a result says, in the column of `year`, which completes dates.
///
/// `a/b` is a day when it is written as one (`15/09`) or when `a` is more than `b` and there is such a day (`12/9`);
/// otherwise so many of so many (`12/16`, `3/4`). Either way it stays likely. Never fails: what is not understood is
/// [`Reading::Words`].
pub fn parse_result(words: &str, context: impl Into<Context>) -> Read<Reading> {
    let year = context.into().year();
    let tokens = scan(words);
    let reader = Reader { words, tokens: &tokens, year };
    reader.plain_answer().unwrap_or_else(|| {
        let clauses = reader.clauses();
        match clauses.as_slice() {
            [] => kept(Certainty::Sure),
            [clause] => reader.outcome(clause).unwrap_or_else(|| kept(Certainty::Likely)),
            [first, second] => reader.agreeing(first, second).unwrap_or_else(|| kept(Certainty::Likely)),
            _ => kept(Certainty::Likely),
        }
    })
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
    /// `SI`, `no`, `non fatto`, `in corso`, `n.d.`: nothing but the answer.
    fn plain_answer(&self) -> Option<Read<Reading>> {
        use Kind::Word as W;
        use Word::{Ancora, Article, Available, Corso, Done, In, N, No, Non, Si, Unavailable, Underway};
        let core = self.core()?;
        let (reading, certainty) = match core.as_slice() {
            [W(Si | Done)] => (Reading::Yes { date: None }, Certainty::Sure),
            [W(No)] | [W(Non), W(Done)] | [W(Non), W(Ancora), W(Done)] => (Reading::No, Certainty::Sure),
            [W(In), W(Corso)] | [W(Underway)] => (Reading::Underway, Certainty::Sure),
            [W(Unavailable)] | [W(Non), W(Available)] => (Reading::Unavailable, Certainty::Sure),
            [W(Word::Other | Word::Data | Article), W(Non), W(Available)] => (Reading::Unavailable, Certainty::Sure),
            [W(N), W(_)] | [W(N), Kind::Slash, W(_)] if self.is_not_available() => {
                (Reading::Unavailable, Certainty::Sure)
            }
            [.., W(In), W(Corso)] if core.iter().all(|kind| matches!(kind, W(_))) => {
                (Reading::Underway, Certainty::Likely)
            }
            [W(In), W(Corso), W(_), ..] if core.iter().all(|kind| matches!(kind, W(_))) => {
                (Reading::Underway, Certainty::Likely)
            }
            _ => return None,
        };
        Some(Read {
            reading,
            certainty,
            parts: self.part(0..self.tokens.len(), Role::Answer).into_iter().collect(),
            doubt: None,
        })
    }

    /// `n.d.`, `N/D`, `n/a`.
    fn is_not_available(&self) -> bool {
        let letters = self.text(0..self.tokens.len()).chars().filter(char::is_ascii_alphabetic);
        let letters: String = letters.take(3).map(|letter| letter.to_ascii_lowercase()).collect();
        letters == "nd" || letters == "na"
    }

    /// What the only clause of a result says, seen what stands around it.
    fn outcome(&self, clause: &Clause) -> Option<Read<Reading>> {
        let end = clause.content.end.max(clause.operator.end);
        let lead = 0..clause.content.start.min(clause.operator.start);
        let is_denied = |at: usize| self.is(at, &[Word::No, Word::Non, Word::Corso, Word::Underway]);
        if lead.clone().chain(end..self.tokens.len()).any(is_denied) {
            return None;
        }
        let has_words_before = self.names_something(lead.clone());
        let has_words_after = (end..self.tokens.len()).any(|at| self.word(at).is_some());
        let is_rough = lead.clone().any(|at| self.is(at, &[Word::Circa]));
        let is_plain = !(has_words_before || has_words_after || is_rough);
        let certainty = if is_plain { Certainty::Sure } else { Certainty::Likely };
        let (reading, certainty) = match clause.said {
            Said::Amount { .. } if has_words_before && has_words_after => return None,
            // A number after words may be anything: an article, a resolution.
            Said::Amount { quantity, .. }
                if has_words_before && quantity.measure == Measure::Count && !self.follows_colon(clause) =>
            {
                return None;
            }
            Said::Amount { quantity, like_a_year: true } => (Reading::Quantity(quantity), Certainty::Likely),
            Said::Amount { quantity, .. } => (Reading::Quantity(quantity), certainty),
            Said::Bound(Relation::Exactly, quantity) if is_plain => (Reading::Quantity(quantity), certainty),
            Said::Fraction { day: Some(day), part, whole }
                if !has_words_after && (self.has_lead(lead.clone()) || day.padded || part > whole) =>
            {
                // `il 7/7` and `sì, il 7/7` leave no doubt that it is a day.
                let certainty = if self.has_lead(lead) { Certainty::Sure } else { clause.certainty };
                return self.done_on(clause, day.date, certainty);
            }
            // `Presenti 3 su 4` is plain; `pratica 3/4` may be anything.
            Said::Fraction { .. } if has_words_before && clause.certainty < Certainty::Sure => return None,
            Said::Fraction { part, whole, .. } => (Reading::Ratio { part, whole }, certainty),
            Said::Day(date) | Said::Deadline(date) if !has_words_after => {
                return self.done_on(clause, date, clause.certainty);
            }
            _ => return None,
        };
        let parts = self.parts(clause, Role::Quantity);
        Some(Read { reading, certainty: certainty.min(clause.certainty), parts, doubt: None })
    }

    /// `12/16 (75%)`, `75% (12/16)`: the same said twice.
    fn agreeing(&self, first: &Clause, second: &Clause) -> Option<Read<Reading>> {
        let (part, whole, percent) = match (first.said, second.said) {
            (Said::Fraction { part, whole, .. }, Said::Amount { quantity, .. })
            | (Said::Amount { quantity, .. }, Said::Fraction { part, whole, .. })
                if quantity.measure == Measure::Percent =>
            {
                (part, whole, quantity.value)
            }
            _ => return None,
        };
        let exact = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
        let is_close = exact.checked_sub(percent)?.abs() < Decimal::ONE;
        let is_all = self.tokens.iter().filter(|token| matches!(token.kind, Kind::Word(_))).count() <= 1;
        let parts = || [first, second].iter().flat_map(|clause| self.parts(clause, Role::Quantity)).collect();
        (is_close && is_all).then(|| Read {
            reading: Reading::Ratio { part, whole },
            certainty: Certainty::Sure,
            parts: parts(),
            doubt: None,
        })
    }

    /// Whether some tokens lead to a day, `il`, `in data`, `sì, il`, rather than to a number.
    fn has_lead(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|at| self.word(at).is_some_and(|word| !matches!(word, Word::N | Word::Circa)))
    }

    /// A day, and whether it is said with a yes: `sì, il 12/9`, `approvato il 12/9`, `in data 15/09/2024`.
    fn done_on(&self, clause: &Clause, date: NaiveDate, certainty: Certainty) -> Option<Read<Reading>> {
        let is_answer = matches!(self.word(0), Some(Word::Si | Word::Done));
        let lead = usize::from(is_answer)..clause.operator.start.min(clause.content.start);
        if !lead.into_iter().all(|at| self.leads_to_a_day(at)) {
            return None;
        }
        let reading = if is_answer { Reading::Yes { date: Some(date) } } else { Reading::On { date } };
        let said = if is_answer { self.part(0..1, Role::Answer) } else { None };
        let parts = said.into_iter().chain(self.parts(clause, Role::Date)).collect();
        Some(Read { reading, certainty, parts, doubt: None })
    }

    /// Whether the token at `at` may stand before a day: `il`, `in data`, a comma.
    fn leads_to_a_day(&self, at: usize) -> bool {
        use Word::{A, Article, Data, Di, In};
        match self.kind(at) {
            Some(Kind::Word(word)) => matches!(word, A | Article | Data | Di | In),
            kind => matches!(kind, Some(Kind::Comma | Kind::Colon | Kind::Mark | Kind::Dash | Kind::Stop)),
        }
    }

    fn follows_colon(&self, clause: &Clause) -> bool {
        clause.content.start.checked_sub(1).is_some_and(|at| self.kind(at) == Some(Kind::Colon))
    }
}

#[cfg(test)]
mod tests;
