//! Tokens into clauses: every condition that the words hold, each with the tokens it was read from.
//!
//! A clause says one thing; what a phrase with one clause, with several or with none means is settled by the readers
//! ([`parse_target`](super::parse_target), [`parse_result`](super::parse_result)). Words between clauses describe.

use std::ops::Range;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::scan::{Figure, Kind, Relation, Token};
use super::word::Word;
use super::{Certainty, Measure, Part, Quantity, Role};

/// One condition and the tokens it was read from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clause {
    pub said: Said,
    pub certainty: Certainty,
    /// The tokens of the operator; none for a bare quantity or day.
    pub operator: Range<usize>,
    /// The tokens of the quantity or day.
    pub content: Range<usize>,
}

/// What a clause says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Said {
    /// `almeno 2`.
    Bound(Relation, Quantity),
    /// `75%`, `4`.
    Amount {
        quantity: Quantity,
        /// Whether it looks like a year near that of the column.
        like_a_year: bool,
    },
    /// `entro il 30/9`.
    Deadline(NaiveDate),
    /// `31/12/23`.
    Day(NaiveDate),
    /// `12/16`, `3 su 4`, `12/9`.
    Fraction { part: Decimal, whole: Decimal, day: Option<FractionDay> },
    /// A condition that this grammar does not hold: a change, a frequency, a total, a day that does not exist.
    Unread,
}

/// The day that a fraction may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FractionDay {
    pub date: NaiveDate,
    /// Whether it is written as days are, `05/09`.
    pub padded: bool,
}

/// Words with their tokens, read from any place onward.
pub(super) struct Reader<'a> {
    pub words: &'a str,
    pub tokens: &'a [Token],
    /// The year of the column, which completes dates.
    pub year: i32,
}

/// A quantity and what follows it.
struct Amount {
    quantity: Quantity,
    certainty: Certainty,
    /// The number in figures; none in letters.
    figure: Option<Figure>,
    next: usize,
}

impl Reader<'_> {
    /// Returns every clause, in order.
    pub fn clauses(&self) -> Vec<Clause> {
        let mut clauses = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            match self.clause(at) {
                Some(clause) => {
                    at = clause.content.end.max(clause.operator.end).max(at + 1);
                    clauses.push(clause);
                }
                None => at += 1,
            }
        }
        clauses
    }

    /// Returns the kind of the token at `at`.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Returns the word at `at`.
    pub fn word(&self, at: usize) -> Option<Word> {
        match self.kind(at) {
            Some(Kind::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// Whether the word at `at` is one of `wanted`.
    pub fn is(&self, at: usize, wanted: &[Word]) -> bool {
        self.word(at).is_some_and(|word| wanted.contains(&word))
    }

    /// Returns the place after the word at `at` if it is one of `wanted`, else `at`.
    pub fn pass(&self, at: usize, wanted: &[Word]) -> usize {
        at + usize::from(self.is(at, wanted))
    }

    /// Returns the words of some tokens.
    pub fn text(&self, tokens: Range<usize>) -> &str {
        self.span(tokens).and_then(|span| self.words.get(span)).unwrap_or_default()
    }

    fn span(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens.get(tokens)?;
        Some(tokens.first()?.span.start..tokens.last()?.span.end)
    }

    /// Returns what some tokens contribute; nothing when there are none.
    pub fn part(&self, tokens: Range<usize>, role: Role) -> Option<Part> {
        self.span(tokens).map(|span| Part { span, role })
    }

    /// Returns the parts of a clause whose content has this role.
    pub fn parts(&self, clause: &Clause, role: Role) -> Vec<Part> {
        let operator = self.part(clause.operator.clone(), Role::Operator);
        let mut parts: Vec<_> = operator.into_iter().chain(self.part(clause.content.clone(), role)).collect();
        parts.sort_by_key(|part| part.span.start);
        parts
    }

    fn clause(&self, at: usize) -> Option<Clause> {
        if self.word(at) == Some(Word::Other) {
            return None;
        }
        self.deadline(at)
            .or_else(|| self.bound(at))
            .or_else(|| self.free_day(at))
            .or_else(|| self.fraction(at))
            .or_else(|| self.amount(at))
            .or_else(|| self.unread(at))
    }

    /// `entro il 30/9`, `by 30/9`, `non oltre il 30/9`; and `entro 3 gg`, which is a duration.
    fn deadline(&self, at: usize) -> Option<Clause> {
        let mut next = match self.word(at)? {
            Word::Entro | Word::By => at + 1,
            Word::Non if self.is(at + 1, &[Word::Oltre]) => at + 2,
            _ => return None,
        };
        if self.is(next, &[Word::E]) && self.is(next + 1, &[Word::Non]) && self.is(next + 2, &[Word::Oltre]) {
            next += 3;
        }
        let operator = at..next;
        if let Some(found) = self.deadline_date(next) {
            let said = found.date.map_or(Said::Unread, Said::Deadline);
            return Some(Clause { said, certainty: found.certainty, operator, content: found.tokens });
        }
        if self.word(at)? != Word::Entro {
            return None;
        }
        let from = self.lead(self.pass(next, &[Word::Massimo]));
        let duration = self.quantity(from).filter(|amount| match amount.quantity.measure {
            Measure::Percent => true,
            Measure::Count => self.is_unit(amount.next.saturating_sub(1)),
        });
        Some(match duration {
            Some(amount) => Clause {
                said: Said::Bound(Relation::AtMost, amount.quantity),
                certainty: match amount.quantity.measure {
                    Measure::Percent => Certainty::Likely,
                    Measure::Count => amount.certainty,
                },
                operator,
                content: from..amount.next,
            },
            None => self.unread_to(at, next),
        })
    }

    /// `almeno 2`, `≥ 80%`, `3 o più`.
    fn bound(&self, at: usize) -> Option<Clause> {
        let (relation, certainty, next) = self.relation(at)?;
        let mut from = self.lead(next);
        let is_sign = matches!(self.kind(at), Some(Kind::Relation(_)));
        let negative = is_sign && self.kind(from) == Some(Kind::Dash) && self.touches_next(from);
        from += usize::from(negative);
        let Some(mut amount) = self.quantity(from) else {
            return (is_sign || self.is(at, &[Word::Almeno])).then(|| self.unread_to(at, next));
        };
        if amount.figure.is_some_and(|figure| self.near_year(figure)) && !is_sign && self.is(next, &[Word::Article]) {
            return Some(self.unread_to(at, amount.next));
        }
        if negative {
            amount.quantity.value.set_sign_negative(true);
            from -= 1;
        }
        let said = Said::Bound(relation, amount.quantity);
        Some(Clause {
            said,
            certainty: certainty.min(amount.certainty),
            operator: at..next,
            content: from..amount.next,
        })
    }

    /// Reads an operator at `at`: what it asks, how sure that is, and where it ends.
    fn relation(&self, at: usize) -> Option<(Relation, Certainty, usize)> {
        use Relation::{AtLeast, AtMost, Exactly, LessThan, MoreThan};
        use Word::{A, Almeno, At, Di, Fino, Inferiore, Least, Massimo, Meno, Minimo, Most, No, Non, O, Oltre, Piu};
        use Word::{Superiore, Uguale};
        let joined = |next| self.pass(next, &[A, Di]);
        // `superiore a`, `superiore o uguale a`, `greater than or equal to`
        let compared = |next, strict, loose| {
            let next = joined(next);
            if self.is(next, &[O]) && self.is(next + 1, &[Uguale]) { (loose, joined(next + 2)) } else { (strict, next) }
        };
        let (relation, next) = match (self.kind(at)?, self.word(at + 1)) {
            (Kind::Relation(relation), _) => (relation, at + 1),
            (Kind::Word(Almeno), _) => (AtLeast, at + 1),
            (Kind::Word(At), Some(Least)) => (AtLeast, at + 2),
            (Kind::Word(At), Some(Most)) => (AtMost, at + 2),
            (Kind::Word(Non | No), Some(Meno | Inferiore)) => (AtLeast, joined(at + 2)),
            (Kind::Word(Non | No), Some(Piu | Superiore | Oltre)) => (AtMost, joined(at + 2)),
            (Kind::Word(Minimo), _) => (AtLeast, self.pass_stop(joined(at + 1))),
            (Kind::Word(Massimo), _) => (AtMost, self.pass_stop(joined(at + 1))),
            (Kind::Word(A), Some(Minimo)) => (AtLeast, joined(at + 2)),
            (Kind::Word(A), Some(Massimo | Piu)) => (AtMost, joined(at + 2)),
            (Kind::Word(Piu), Some(Di)) => (MoreThan, at + 2),
            (Kind::Word(Meno), Some(Di)) => (LessThan, at + 2),
            (Kind::Word(Oltre), _) => (MoreThan, joined(at + 1)),
            (Kind::Word(Superiore), _) => compared(at + 1, MoreThan, AtLeast),
            (Kind::Word(Inferiore), _) => compared(at + 1, LessThan, AtMost),
            (Kind::Word(Fino), Some(A)) => return Some((AtMost, Certainty::Likely, at + 2)),
            (Kind::Word(Uguale), _) => {
                let next = joined(at + 1);
                match (self.word(next), self.word(next + 1)) {
                    (Some(Almeno), _) => (AtLeast, joined(next + 1)),
                    (Some(O), Some(Superiore)) => (AtLeast, joined(next + 2)),
                    (Some(O), Some(Inferiore)) => (AtMost, joined(next + 2)),
                    _ => (Exactly, next),
                }
            }
            _ => return None,
        };
        Some((relation, Certainty::Sure, next))
    }

    /// Passes what may stand between an operator and its number: `il`, `n.`, `€`, `:`. At most four tokens.
    fn lead(&self, at: usize) -> usize {
        let skipped = (at..at + 4).take_while(|at| match self.kind(*at) {
            Some(Kind::Word(Word::Article | Word::A | Word::Di | Word::N) | Kind::Euro | Kind::Colon) => true,
            Some(Kind::Stop | Kind::Degree) => self.is(at.saturating_sub(1), &[Word::N]),
            _ => false,
        });
        at + skipped.count()
    }

    fn pass_stop(&self, at: usize) -> usize {
        at + usize::from(self.kind(at) == Some(Kind::Stop))
    }

    /// Reads a number and its unit; none when what follows makes it something else: `3/4`, `1°`, `5-10`, `2 milioni`.
    fn quantity(&self, at: usize) -> Option<Amount> {
        let (value, figure) = match self.kind(at)? {
            Kind::Number(figure) => (figure.value, Some(figure)),
            Kind::Word(Word::Number(value)) => (Decimal::from(value), None),
            _ => return None,
        };
        let certainty = if figure.is_some_and(|figure| figure.doubtful) { Certainty::Likely } else { Certainty::Sure };
        let next = at + 1;
        let is_other = match self.kind(next) {
            Some(Kind::Slash | Kind::Dash) => self.is_number(next + 1),
            Some(Kind::Word(Word::Su)) => self.is_number(next + 1) || self.is(next + 1, &[Word::Di]),
            Some(Kind::Word(Word::Di)) => self.is_number(next + 1),
            Some(Kind::Word(Word::Scale | Word::Share | Word::Change | Word::Month(_)) | Kind::Degree | Kind::Plus) => {
                true
            }
            Some(Kind::Mark) => self.text(next..next + 1) == "‰",
            _ => self.is_points(next),
        };
        if is_other {
            return None;
        }
        let amount = |measure, next| Amount { quantity: Quantity { value, measure }, certainty, figure, next };
        Some(match (self.kind(next), self.kind(next + 1)) {
            (Some(Kind::Percent | Kind::Word(Word::Percent)), _) => amount(Measure::Percent, next + 1),
            (Some(Kind::Word(Word::Per)), Some(Kind::Word(Word::Number(100)))) => amount(Measure::Percent, next + 2),
            (Some(Kind::Euro | Kind::Word(Word::Euro)), _) => amount(Measure::Count, next + 1),
            _ => amount(Measure::Count, next + usize::from(self.is_unit(next))),
        })
    }

    /// Whether `punti percentuali` or `percentage points` stands at `at`: the number before is a difference.
    fn is_points(&self, at: usize) -> bool {
        self.word(at) == Some(Word::Other) && self.is(at + 1, &[Word::Change])
    }

    /// Whether a unit of time stands at `at`.
    fn is_unit(&self, at: usize) -> bool {
        self.is(at, &[Word::Unit, Word::Period, Word::Anno])
    }

    /// Whether a number in figures stands at `at`.
    pub fn is_number(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Number(_)))
    }

    fn is_percent(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Percent | Kind::Word(Word::Percent | Word::Number(100))))
    }

    /// Whether a number looks like a year near that of the column.
    fn near_year(&self, figure: Figure) -> bool {
        figure.year().is_some_and(|year| year.abs_diff(self.year) <= 10)
    }

    /// Whether nothing stands between the token at `at` and the next.
    fn touches_next(&self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(token), Some(next)) => token.span.end == next.span.start,
            _ => false,
        }
    }

    /// `31/12/23`, `15 marzo`, `nei primi 3 mesi dell'anno`.
    fn free_day(&self, at: usize) -> Option<Clause> {
        let found = self.standing_date(at)?;
        let said = found.date.map_or(Said::Unread, Said::Day);
        Some(Clause { said, certainty: found.certainty, operator: at..at, content: found.tokens })
    }

    /// `12/16`, `3,5/4`, `3 su 4`, `12 of 16`.
    fn fraction(&self, at: usize) -> Option<Clause> {
        let Some(Kind::Number(part)) = self.kind(at) else { return None };
        let is_slash = self.kind(at + 1) == Some(Kind::Slash);
        let second = match self.word(at + 1) {
            _ if is_slash => at + 2,
            Some(Word::Su) => self.pass(at + 2, &[Word::Di]),
            Some(Word::Di) => at + 2,
            _ => return None,
        };
        let Some(Kind::Number(whole)) = self.kind(second) else { return None };
        let continues = self.kind(second + 1) == Some(Kind::Slash) && self.is_number(second + 2);
        // `31/4` was meant as a day and is none.
        let no_such_day = is_slash && self.is_day_and_month(part, whole) && self.slashed_date(at)?.date.is_none();
        if continues || no_such_day || whole.value.is_zero() || self.near_year(part) || self.near_year(whole) {
            return Some(self.unread_to(at, second + 1));
        }
        let day = if is_slash { self.slashed_date(at) } else { None };
        let day = day
            .and_then(|found| found.date)
            .map(|date| FractionDay { date, padded: whole.value < 10.into() && whole.digits == 2 });
        let said = Said::Fraction { part: part.value, whole: whole.value, day };
        let certainty = if is_slash { Certainty::Likely } else { Certainty::Sure };
        Some(Clause { said, certainty, operator: at..at, content: at..second + 1 })
    }

    /// Whether two numbers are in the range of a day and a month.
    fn is_day_and_month(&self, day: Figure, month: Figure) -> bool {
        let within = |figure: Figure, last| figure.plain(2).is_some_and(|value| (1..=last).contains(&value));
        within(day, 31) && within(month, 12)
    }

    /// `75%`, `n. 3`, `€ 1.000`, `30 giorni massimo`, `3 o più`; in letters only as the first word.
    fn amount(&self, at: usize) -> Option<Clause> {
        let from = at + usize::from(self.kind(at) == Some(Kind::Euro));
        let Some(amount) = self.quantity(from) else {
            return self.is_number(at).then(|| self.unread_to(at, at + 1));
        };
        let is_alone = self.tokens.len() == 1;
        match amount.figure {
            Some(figure) if self.is_this_year(at, figure) => return None,
            None if !is_alone && (at > 0 || amount.quantity.value <= Decimal::ONE) => return None,
            _ => {}
        }
        let content = at..amount.next;
        if let Some((relation, next)) = self.relation_after(amount.next) {
            let said = Said::Bound(relation, amount.quantity);
            return Some(Clause { said, certainty: amount.certainty, operator: amount.next..next, content });
        }
        let certainty = if amount.figure.is_some() { amount.certainty } else { Certainty::Likely };
        let is_count = amount.quantity.measure == Measure::Count;
        let like_a_year = is_count && amount.figure.is_some_and(|figure| self.near_year(figure));
        Some(Clause {
            said: Said::Amount { quantity: amount.quantity, like_a_year },
            certainty,
            operator: at..at,
            content,
        })
    }

    /// Reads an operator that follows its number: `o più`, `o superiore`; `massimo` and `minimo` at the very end.
    fn relation_after(&self, at: usize) -> Option<(Relation, usize)> {
        let is_last = |at: usize| self.tokens.len() == at + 1;
        match (self.word(at)?, self.word(at + 1)) {
            (Word::O, Some(Word::Piu | Word::Superiore | Word::Oltre)) => Some((Relation::AtLeast, at + 2)),
            (Word::O, Some(Word::Meno | Word::Inferiore)) => Some((Relation::AtMost, at + 2)),
            (Word::Massimo, _) if is_last(at) => Some((Relation::AtMost, at + 1)),
            (Word::Minimo | Word::Almeno, _) if is_last(at) => Some((Relation::AtLeast, at + 1)),
            (Word::A, Some(Word::Massimo)) if is_last(at + 1) => Some((Relation::AtMost, at + 2)),
            (Word::A, Some(Word::Minimo)) if is_last(at + 1) => Some((Relation::AtLeast, at + 2)),
            _ => None,
        }
    }

    /// `nel 2024`, in the column of 2024: names the column, asks nothing.
    fn is_this_year(&self, at: usize, figure: Figure) -> bool {
        let named = self.is(at.wrapping_sub(1), &[Word::In, Word::Anno, Word::Di]);
        named && figure.year() == Some(self.year)
    }

    /// A condition that this grammar does not hold; passing over it would make a half reading of the rest.
    fn unread(&self, at: usize) -> Option<Clause> {
        use Word::{A, Almeno, Change, Di, Entro, Frequency, In, Meno, Per, Period, Piu, Rispetto, Standing, Total};
        let next = match (self.kind(at)?, self.kind(at + 1)) {
            // `80% di tutti gli utenti`
            (Kind::Word(Total), _) if self.is(at.wrapping_sub(1), &[Di]) && self.is_percent(at.wrapping_sub(2)) => {
                return None;
            }
            (Kind::Word(Almeno | Change | Entro | Frequency | Standing | Total), _) => at + 1,
            (Kind::Word(Rispetto), Some(Kind::Word(A) | Kind::Number(_))) => at + 1,
            (Kind::Word(In), Some(Kind::Word(Piu | Meno))) => at + 2,
            (Kind::Word(A | Per), Some(Kind::Word(Period))) => at + 2,
            // A number with a sign is a change.
            (Kind::Dash, Some(Kind::Number(_))) => at + 2,
            // `3 giorni/settimana`
            (Kind::Slash, Some(Kind::Word(Period))) => at + 2,
            (Kind::Plus | Kind::Percent | Kind::Digits | Kind::Relation(_), _) => at + 1,
            _ => return None,
        };
        Some(self.unread_to(at, next))
    }

    fn unread_to(&self, at: usize, next: usize) -> Clause {
        Clause { said: Said::Unread, certainty: Certainty::Likely, operator: at..at, content: at..next }
    }
}
