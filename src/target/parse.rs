//! What a phrase promises: clauses into one [`Target`], or the words kept whole.
//!
//! A phrase is read only when one clause is all it asks. Two clauses, or one beside something this grammar does not
//! hold, leave it to a person: a half reading would score a promise that nobody made.

use std::ops::Range;

use super::clause::{Clause, Said};
use super::reader::Reader;
use super::scan::{Kind, Relation, scan};
use super::word::Word;
use super::{Certainty, Context, FromWords, Measure, Quantity, Read, Role, Target};

/// Reads what `words` promise for `year`, the year of their column, which completes dates.
///
/// Never fails: what is not understood is [`Target::Words`], sure when the words set no condition in figures, sign or
/// frequency, and likely when they do, because a person may see more in them.
pub fn parse_target(words: &str, year: i32) -> Read<Target> {
    let tokens = scan(words);
    let reader = Reader { words, tokens: &tokens, year };
    reader.answer().or_else(|| reader.to_define()).unwrap_or_else(|| {
        let clauses = reader.clauses();
        match clauses.as_slice() {
            [] => kept(Certainty::Sure),
            [clause] => reader.promise(clause).unwrap_or_else(|| kept(Certainty::Likely)),
            _ => kept(Certainty::Likely),
        }
    })
}

impl FromWords for Target {
    const WORDS: Self = Self::Words;

    fn read(words: &str, context: Context) -> Read<Self> {
        parse_target(words, context.year())
    }
}

/// The words as they are, for a person to judge.
fn kept(certainty: Certainty) -> Read<Target> {
    Read { reading: Target::Words, certainty, parts: Vec::new(), doubt: None }
}

/// What stands around a clause.
struct Around {
    words_before: bool,
    words_after: bool,
    /// Whether `e` joins something more.
    joined: bool,
    /// Whether `;` or `e` with a verb adds another thing to do.
    more: bool,
}

impl Reader<'_> {
    /// `SI`, `fatto`, `fatto / non fatto`.
    fn answer(&self) -> Option<Read<Target>> {
        let certainty = match self.core()?.as_slice() {
            [Kind::Word(Word::Si)] => Certainty::Sure,
            [Kind::Word(Word::Done)] => Certainty::Likely,
            [Kind::Word(Word::Si), Kind::Slash | Kind::Word(Word::O), Kind::Word(Word::No)]
            | [
                Kind::Word(Word::Done),
                Kind::Slash | Kind::Word(Word::O),
                Kind::Word(Word::Non),
                Kind::Word(Word::Done),
            ] => Certainty::Sure,
            _ => return None,
        };
        let parts = self.part(0..self.tokens.len(), Role::Answer).into_iter().collect();
        Some(Read { reading: Target::Yes, certainty, parts, doubt: None })
    }

    /// Returns the kinds of the tokens of a short phrase, without brackets and stops; none when it is longer.
    pub fn core(&self) -> Option<Vec<Kind>> {
        if self.tokens.len() > 12 {
            return None;
        }
        let idle = |kind: &Kind| matches!(kind, Kind::Mark | Kind::Stop | Kind::Semicolon);
        Some(self.tokens.iter().map(|token| token.kind).filter(|kind| !idle(kind)).collect())
    }

    /// `Da definire in base a…`, `Valore da definire`, `ad inizio anno stimare…`, `to be defined`.
    fn to_define(&self) -> Option<Read<Target>> {
        use Word::{A, Be, Da, Define, Inizio, Tbd};
        let define_at = |at: usize| -> Option<usize> {
            if self.is(at, &[Tbd]) {
                return Some(at + 1);
            }
            let named = match (self.word(at)?, self.word(at + 1)) {
                (Da, _) => at + 1,
                (A, Some(Be)) => at + 2,
                _ => return None,
            };
            self.is(named, &[Define]).then_some(named + 1)
        };
        let estimated_at_start = || {
            let start = self.pass(0, &[A, Word::In]);
            let verb = self.pass(start + 1, &[Word::Di]);
            let verb = self.pass(verb, &[Word::Anno]);
            (self.is(start, &[Inizio]) && self.is(verb, &[Define])).then_some((0, verb + 1))
        };
        let has_number = || self.tokens.iter().any(|token| matches!(token.kind, Kind::Number(_) | Kind::Date(_)));
        // `Valore da definire`, `Target da definire a inizio anno`
        let named_first = || {
            let (at, end) = (1..=3).find_map(|at| define_at(at).map(|end| (at, end)))?;
            let next = self.pass(end, &[A, Word::In]);
            let is_last = end == self.tokens.len() || self.is(next, &[Inizio, Word::Corso]);
            (is_last && !has_number()).then_some((at, end))
        };
        let (from, end, certainty) = match define_at(0) {
            Some(end) if has_number() => (0, end, Certainty::Likely),
            Some(end) => (0, end, Certainty::Sure),
            None => {
                let (from, end) = estimated_at_start().or_else(named_first)?;
                (from, end, Certainty::Likely)
            }
        };
        let parts = self.part(from..end, Role::Answer).into_iter().collect();
        Some(Read { reading: Target::ToDefine, certainty, parts, doubt: None })
    }

    /// What the only clause of a phrase promises, seen what stands around it.
    fn promise(&self, clause: &Clause) -> Option<Read<Target>> {
        let around = self.around(clause);
        if around.more {
            return None;
        }
        let joined = if around.joined { Certainty::Likely } else { Certainty::Sure };
        let (reading, certainty, role) = match clause.said {
            Said::Bound(Relation::Exactly, _) if around.words_before && around.words_after => return None,
            Said::Bound(relation, quantity) => (bound(relation, quantity), joined, Role::Quantity),
            Said::Amount { quantity, like_a_year } if !like_a_year => {
                let (reading, certainty) = self.bare(clause, &around, quantity)?;
                (reading, certainty, Role::Quantity)
            }
            Said::Deadline(_) if around.words_after => return None,
            Said::Deadline(date) if around.words_before => (Target::By { date }, Certainty::Likely, Role::Date),
            Said::Deadline(date) => (Target::By { date }, Certainty::Sure, Role::Date),
            Said::Day(date) if self.leads_a_day(clause) => {
                let certainty = if clause.content.start == 0 { Certainty::Sure } else { Certainty::Likely };
                (Target::By { date }, certainty, Role::Date)
            }
            Said::Fraction { part, whole, day: Some(day) } if self.leads_a_day(clause) => {
                // `3/4` may be three quarters; `30/9` and `05/09` are days.
                let is_day = clause.content.start > 0 || day.padded || part > whole;
                (is_day.then_some(Target::By { date: day.date })?, Certainty::Likely, Role::Date)
            }
            _ => return None,
        };
        Some(Read { reading, certainty: certainty.min(clause.certainty), parts: self.parts(clause, role), doubt: None })
    }

    /// A quantity without an operator. First, it says how many of what follows; last, after words that name a measure, a
    /// percentage is what the measure must reach, unless less of it may be better. A number after words may be anything:
    /// an article, a year.
    fn bare(&self, clause: &Clause, around: &Around, quantity: Quantity) -> Option<(Target, Certainty)> {
        let before = clause.content.start.checked_sub(1);
        let after_colon = before.is_some_and(|at| self.kind(at) == Some(Kind::Colon));
        let lead = 0..clause.content.start;
        if lead.clone().any(|at| self.is(at, &[Word::Non])) {
            return None;
        }
        let is_rough = lead.clone().any(|at| self.is(at, &[Word::Circa]));
        let alone = if is_rough { Certainty::Likely } else { Certainty::Sure };
        let is_falling = lead.clone().any(|at| self.is(at, &[Word::Falling]));
        match (self.names_something(lead), around.words_after, quantity.measure) {
            (false, false, _) => Some((Target::Exactly(quantity), alone)),
            (false, true, _) => Some((Target::Exactly(quantity), Certainty::Likely)),
            (true, false, Measure::Percent) if !is_falling => Some((Target::AtLeast(quantity), Certainty::Likely)),
            (true, false, Measure::Percent) => Some((Target::Exactly(quantity), Certainty::Likely)),
            (true, false, Measure::Count) if after_colon => Some((Target::Exactly(quantity), Certainty::Likely)),
            _ => None,
        }
    }

    /// Whether some tokens hold a word other than an article, `n.` or `circa`.
    pub fn names_something(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|at| self.word(at).is_some_and(|word| !matches!(word, Word::N | Word::Article | Word::Circa)))
    }

    /// Whether a day stands alone, or after nothing but `al`, `il`, `in data`.
    fn leads_a_day(&self, clause: &Clause) -> bool {
        let lead = (0..clause.content.start).all(|at| match self.word(at) {
            Some(word) => matches!(word, Word::A | Word::Article | Word::In | Word::Data | Word::Di),
            None => self.kind(at) == Some(Kind::Mark),
        });
        lead && !self.around(clause).words_after
    }

    fn around(&self, clause: &Clause) -> Around {
        let from = clause.operator.start.min(clause.content.start);
        let end = clause.operator.end.max(clause.content.end);
        let outside = || (0..from).chain(end..self.tokens.len());
        let is_word = |at: usize| self.word(at).is_some();
        let has_semicolon = outside()
            .any(|at| self.kind(at) == Some(Kind::Semicolon) && at > 0 && (at + 1..self.tokens.len()).any(is_word));
        Around {
            words_before: (0..from).any(|at| is_word(at) && !self.is(at, &[Word::Si])),
            words_after: (self.column_year(end)..self.tokens.len()).any(is_word),
            joined: outside().any(|at| self.is(at, &[Word::E])),
            more: has_semicolon || outside().any(|at| self.is(at, &[Word::E]) && self.is_infinitive(at + 1)),
        }
    }

    /// Passes `dell'anno`, `dell'anno in corso`, `dell'anno corrente`: the column's own year.
    fn column_year(&self, at: usize) -> usize {
        use Word::{Anno, Article, Corrente, Corso, Di, In};
        let end = (at..at + 6).take_while(|at| self.is(*at, &[Di, Article, Anno, In, Corso, Corrente])).count() + at;
        if (at..end).any(|at| self.is(at, &[Anno, Corso, Corrente])) { end } else { at }
    }

    /// Whether an Italian verb in the infinitive stands at `at`: `avviare`, `definire`.
    fn is_infinitive(&self, at: usize) -> bool {
        let verb = self.text(at..at + 1);
        let ending = verb.len().checked_sub(3).and_then(|from| verb.get(from..)).unwrap_or_default();
        verb.len() > 4 && ["are", "ere", "ire"].iter().any(|known| ending.eq_ignore_ascii_case(known))
    }
}

/// Returns the target that asks for this.
const fn bound(relation: Relation, quantity: Quantity) -> Target {
    match relation {
        Relation::AtLeast => Target::AtLeast(quantity),
        Relation::MoreThan => Target::MoreThan(quantity),
        Relation::AtMost => Target::AtMost(quantity),
        Relation::LessThan => Target::LessThan(quantity),
        Relation::Exactly => Target::Exactly(quantity),
    }
}

#[cfg(test)]
mod tests;
