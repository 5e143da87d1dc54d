//! Tokens into clauses: every condition that the words hold, each with the tokens it was read from.
//!
//! A clause says one thing; what a phrase with one clause, with several or with none means is settled by the readers
//! ([`parse_target`](super::parse_target), [`parse_result`](super::parse_result)). Words between clauses describe.

use std::ops::Range;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::number::Figure;
use super::reader::Reader;
use super::scan::{Kind, Relation};
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
            _ => self.is_unit(amount.next.saturating_sub(1)),
        });
        Some(match duration {
            Some(amount) => Clause {
                said: Said::Bound(Relation::AtMost, amount.quantity),
                certainty: match amount.quantity.measure {
                    Measure::Percent => Certainty::Likely,
                    _ => amount.certainty,
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

    /// Whether a number looks like a year near that of the column.
    fn near_year(&self, figure: Figure) -> bool {
        figure.year().is_some_and(|year| year.abs_diff(self.year) <= 10)
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
