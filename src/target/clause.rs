//! Tokens into clauses: every condition that the words hold, each with the tokens it was read from.
//!
//! A clause says one thing; what a phrase with one clause, with several or with none means is settled by the readers
//! ([`parse_target`](super::parse_target), [`parse_result`](super::parse_result)). Words between clauses describe.

use std::ops::Range as Span;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::number::Figure;
use super::reader::Reader;
use super::scan::{Kind, Relation};
use super::word::Word;
use super::{Certainty, Difference, Direction, Doubt, Measure, Part, Quantity, Range, Reference, Role};

/// One condition and the tokens it was read from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clause {
    pub said: Said,
    pub certainty: Certainty,
    pub doubt: Option<Doubt>,
    /// The tokens of the operator; none for a bare quantity or day.
    pub operator: Span<usize>,
    /// The tokens of the quantity, day or frequency.
    pub content: Span<usize>,
    /// The tokens that name where a change starts.
    pub reference: Span<usize>,
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
    /// `tra 5 e 10`.
    Range(Range),
    /// `entro il 30/9`.
    Deadline(NaiveDate),
    /// `31/12/23`.
    Day(NaiveDate),
    /// `12/16`, `3 su 4`, `12/9`.
    Fraction { part: Decimal, whole: Decimal, day: Option<FractionDay> },
    /// `trimestrale`, `ogni mese`: so many times a year.
    Times(u32),
    /// `al mese`, `/anno` after an amount: the amount comes so many times a year.
    Each(u32),
    /// `tutti`.
    Total,
    /// `sì`, set apart from other conditions.
    Yes,
    /// `+10%`, `incremento di 5 giorni`; no difference where no figure is given, no reference where none is named.
    Change { direction: Direction, by: Option<Difference>, from: Option<Reference> },
    /// A condition that this grammar does not hold, or a day that does not exist.
    Unread,
}

/// The day that a fraction may stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FractionDay {
    pub date: NaiveDate,
    /// Whether it is written as days are, `05/09`.
    pub padded: bool,
}

impl Clause {
    /// A clause without an operator or a reference.
    pub fn bare(said: Said, certainty: Certainty, content: Span<usize>) -> Self {
        let nowhere = content.start..content.start;
        Self { said, certainty, doubt: None, operator: nowhere.clone(), content, reference: nowhere }
    }

    /// A clause with an operator.
    pub fn with(said: Said, certainty: Certainty, operator: Span<usize>, content: Span<usize>) -> Self {
        Self { operator, ..Self::bare(said, certainty, content) }
    }

    /// The first token of the clause.
    pub fn start(&self) -> usize {
        self.spans().map(|span| span.start).min().unwrap_or_default()
    }

    /// The token after the last of the clause.
    pub fn end(&self) -> usize {
        self.spans().map(|span| span.end).max().unwrap_or_default()
    }

    fn spans(&self) -> impl Iterator<Item = &Span<usize>> {
        let all = [&self.content, &self.operator, &self.reference];
        all.into_iter().filter(|span| !span.is_empty())
    }

    /// Adds why it may be doubted, where nothing is told yet.
    pub fn doubting(self, doubt: Option<Doubt>) -> Self {
        Self { doubt: self.doubt.or(doubt), ..self }
    }
}

impl Reader<'_> {
    /// Returns every clause, in order; what is mere content is passed over.
    pub fn clauses(&self) -> Vec<Clause> {
        let mut clauses: Vec<Clause> = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let found = match self.word(at) {
                Some(Word::Other | Word::Da) => self.whole_period(at),
                None => self.whole_period(at),
                _ => self.deadline(at),
            };
            if found.is_none()
                && let Some(end) = self.aside(at)
            {
                at = end.max(at + 1);
                continue;
            }
            match found.or_else(|| self.clause(at)) {
                Some(clause) => {
                    at = clause.end().max(at + 1);
                    clauses.push(clause);
                }
                None => at += 1,
            }
        }
        clauses
    }

    /// Returns the parts of clauses, in the order of the words; `role` tells that of a content.
    pub fn parts(&self, clauses: &[Clause], role: impl Fn(&Said) -> Role) -> Vec<Part> {
        let mut parts = Vec::with_capacity(2 * clauses.len());
        for Clause { said, operator, content, reference, .. } in clauses {
            let spans = [(operator, Role::Operator), (content, role(said)), (reference, Role::Reference)];
            parts.extend(spans.into_iter().filter_map(|(tokens, role)| self.part(tokens.clone(), role)));
        }
        parts.sort_by_key(|part| part.span.start);
        parts
    }

    /// The clause that starts at `at`. Every token is asked, so of the commonest kinds only what may start there is tried.
    fn clause(&self, at: usize) -> Option<Clause> {
        match self.kind(at)? {
            // `II semestre`, `Q1`
            Kind::Word(Word::Other) if self.text(at..at + 1).len() <= 3 => self.free_day(at),
            Kind::Word(Word::Other) => self.change(at),
            Kind::Number(_) => {
                self.range(at).or_else(|| self.free_day(at)).or_else(|| self.fraction(at)).or_else(|| self.amount(at))
            }
            // `adozione dell'atto = sì`
            Kind::Relation(Relation::Exactly) if self.is(at + 1, &[Word::Si]) => None,
            Kind::Comma | Kind::Colon | Kind::Stop | Kind::Semicolon | Kind::Open | Kind::Close | Kind::Mark => None,
            _ => self.any_clause(at),
        }
    }

    fn any_clause(&self, at: usize) -> Option<Clause> {
        self.change(at)
            .or_else(|| self.range(at))
            .or_else(|| self.bound(at))
            .or_else(|| self.frequency(at))
            .or_else(|| self.free_day(at))
            .or_else(|| self.fraction(at))
            .or_else(|| self.amount(at))
            .or_else(|| self.total(at))
            .or_else(|| self.yes_apart(at))
            .or_else(|| self.unread(at))
    }

    /// `almeno 2`, `≥ 80%`, `almeno trimestrale`, `non inferiore all'anno precedente`.
    fn bound(&self, at: usize) -> Option<Clause> {
        let (mut relation, certainty, next) = self.relation(at)?;
        // `aumento fino all'80%`
        let rises = |at: usize| self.is(at, &[Word::Change(Direction::Increase)]);
        if self.is(at, &[Word::Fino]) && (at.saturating_sub(8)..at).any(rises) {
            relation = Relation::AtLeast;
        }
        let from = self.lead(next);
        let is_sign = matches!(self.kind(at), Some(Kind::Relation(_)));
        let is_almeno = self.is(at, &[Word::Almeno, Word::At, Word::Minimo]);
        if let Some(clause) = self.signed_change(from, at..next, relation) {
            return Some(clause);
        }
        // `non oltre +5%` limits a change, which is more than can be held.
        if self.kind(from) == Some(Kind::Plus) {
            return Some(self.unread_to(at, from + 1));
        }
        if let Some((from, reference)) = self.reference_value(next)
            && !self.is_counted(next)
        {
            return self.against(relation, from, at..next, reference);
        }
        let is_negative = is_sign && self.kind(from) == Some(Kind::Dash) && self.touches_next(from);
        let found = if is_negative { self.quantity(from + 1) } else { self.nearest_quantity(from) };
        // `almeno la metà dei comuni`
        if is_almeno && self.is(from, &[Word::Share(2)]) {
            let said = Said::Bound(relation, Quantity::percent(Decimal::from(50)));
            return Some(Clause::with(said, Certainty::Likely, at..next, from..from + 1));
        }
        if found.is_none()
            && let Some((by @ Difference::Points(_), ..)) = self.difference(from)
        {
            return self.points_against(by, from, at..next);
        }
        let Some(mut amount) = found.or_else(|| if is_almeno { self.far_quantity(from) } else { None }) else {
            if relation == Relation::AtLeast
                && let Some(times) = (from..from + 4).find_map(|at| self.times(at))
            {
                let certainty = if times.certainty == Certainty::Sure { certainty } else { times.certainty };
                return Some(Clause { operator: at..next, certainty, ..times });
            }
            return (is_sign || self.is(at, &[Word::Almeno])).then(|| self.unread_to(at, next));
        };
        // `minori di 14 anni` are children.
        let is_age = amount.quantity.measure == Measure::Years && self.is(at, &[Word::Inferiore, Word::Superiore]);
        if is_age && self.ends(at, "ori") && at > 0 {
            return None;
        }
        if is_negative {
            amount.quantity.value.set_sign_negative(true);
        }
        if (next..from).any(|at| self.is_euro(at)) && amount.quantity.measure == Measure::Count {
            amount.quantity.measure = Measure::Euro;
        }
        let is_year = is_sign && amount.figure.is_some_and(|figure| self.near_year(figure));
        if is_year && amount.quantity.measure == Measure::Count {
            amount.certainty = Certainty::Guess;
        }
        let start = self.start_of(from, amount.next);
        if let Some(clause) = self.more_or_less(&amount, at..next, start..amount.next) {
            // `non più del 10% in meno` limits a change, which is more than can be held.
            let is_limit = matches!(relation, Relation::AtMost | Relation::LessThan);
            return Some(if is_limit { self.unread_to(at, clause.end()) } else { clause });
        }
        let said = Said::Bound(relation, amount.quantity);
        let clause = Clause::with(said, certainty.min(amount.certainty), at..next, start..amount.next);
        // `≥ 5% rispetto al 2023` may ask for that share, or for so much more.
        if amount.quantity.measure == Measure::Percent && self.is_compared_at(amount.next) {
            let by = Some(Difference::Amount(amount.quantity));
            let is_more = matches!(relation, Relation::AtLeast | Relation::MoreThan) && !is_negative;
            let offered =
                is_more.then(|| self.changed(Direction::Increase, by, Certainty::Guess, at..next, start..amount.next));
            let guess = offered.unwrap_or(Clause { certainty: Certainty::Guess, ..clause });
            return Some(guess.doubting(Some(Doubt::OtherWords)));
        }
        Some(clause.doubting(amount.doubt))
    }

    /// Whether a number of things follows an operator, rather than a year to compare with: `almeno 2.000`.
    fn is_counted(&self, next: usize) -> bool {
        let from = self.lead(next);
        let is_year = self.figure(from).is_some_and(|figure| self.near_year(figure));
        self.is_number(from) && (!is_year || (from == next && !self.is(from - 1, &[Word::A])))
    }

    /// Where the number that ends before `next` starts, not before `from`.
    fn start_of(&self, from: usize, next: usize) -> usize {
        (from..next)
            .find(|at| self.is_number(*at) || self.kind(*at) == Some(Kind::Dash) || self.is_letters(*at))
            .unwrap_or(from)
    }

    /// Whether a number in letters stands at `at`.
    pub fn is_letters(&self, at: usize) -> bool {
        matches!(self.word(at), Some(Word::Number(_)))
    }

    /// The quantity at `from`; `un punteggio di 3,5/4` and `una percentuale del 60%` are what follows the noun.
    fn nearest_quantity(&self, from: usize) -> Option<super::amount::Amount> {
        let first = self.quantity(from)?;
        let is_article = first.figure.is_none() && first.quantity == Quantity::count(Decimal::ONE);
        let said = if is_article { self.far_quantity(from + 1) } else { None };
        Some(
            said.filter(|amount| amount.quantity.measure != Measure::Count && !amount.quantity.measure.is_time())
                .unwrap_or(first),
        )
    }

    /// The quantity in figures that `il raggiungimento del`, `un tasso di risposta del` lead to.
    fn far_quantity(&self, from: usize) -> Option<super::amount::Amount> {
        let only_words = |at: &usize| {
            matches!(
                self.word(*at),
                Some(Word::Other | Word::Di | Word::A | Word::Article | Word::Per | Word::Su | Word::Label)
            )
        };
        let end = (from..from + 7).take_while(only_words).last()? + 1;
        let amount = self.quantity(end)?;
        amount
            .figure
            .is_some()
            .then_some(amount)
            .filter(|amount| !amount.figure.is_some_and(|figure| self.near_year(figure)))
    }

    /// `12/16`, `3,5/4`, `3 su 4`, `12 of 16`.
    fn fraction(&self, at: usize) -> Option<Clause> {
        let part = self.figure(at)?;
        let is_slash = self.kind(at + 1) == Some(Kind::Slash);
        if is_slash && let Some(second) = self.figure(at + 2) {
            let continues = self.kind(at + 3) == Some(Kind::Slash) && self.is_number(at + 4);
            // `31/4` was meant as a day and is none.
            let no_such_day = is_day_and_month(part, second) && self.slashed_date(at)?.date.is_none();
            if continues || no_such_day || second.value.is_zero() {
                let doubt = no_such_day.then_some(Doubt::NoSuchDay);
                return Some(self.unread_to(at, at + 3).doubting(doubt));
            }
        }
        // `3 operatori su 4`: of how many is never told without one of these.
        if !self.has_sign(Kind::Slash) && !self.has(&[Word::Su, Word::Di]) {
            return None;
        }
        let amount = self.quantity(at)?;
        let Measure::OutOf(whole) = amount.quantity.measure else { return None };
        let padded = |second: Figure| second.value < 10.into() && second.digits == 2;
        let day = if is_slash { self.slashed_date(at) } else { None };
        let day = day
            .and_then(|found| found.date)
            .map(|date| FractionDay { date, padded: self.figure(at + 2).is_some_and(padded) });
        let said = Said::Fraction { part: part.value, whole, day };
        let certainty = if is_slash { Certainty::Likely } else { Certainty::Sure };
        let doubt = day.is_some().then_some(Doubt::DayOrShare);
        Some(Clause::bare(said, certainty, at..amount.next).doubting(doubt))
    }

    /// `75%`, `n. 3`, `€ 1.000`, `euro 1.000`, `30 giorni massimo`, `3 o più`; in letters only as the first word, or before `volte`.
    fn amount(&self, at: usize) -> Option<Clause> {
        let from = at + usize::from(self.is_euro(at) && self.is_number(at + 1));
        let Some(mut amount) = self.quantity(from) else {
            return self.is_number(at).then(|| self.unread_to(at, at + 1));
        };
        if from > at && amount.quantity.measure == Measure::Count {
            amount.quantity.measure = Measure::Euro;
        }
        // `1) relazione`, `di cui 3`, and ages: `per minori 0-6 anni`, `nei prossimi 5 anni`
        let is_listed = self.kind(amount.next) == Some(Kind::Close) && !self.opens_before(at);
        let is_subset = self.is(at.wrapping_sub(1), &[Word::Cui]);
        let is_age = amount.quantity.measure == Measure::Years && amount.next - at < self.tokens.len();
        if is_listed || is_subset || is_age {
            return None;
        }
        let is_alone = self.tokens.len() == 1;
        let counts = self.is(amount.next, &[Word::Volta]);
        if amount.figure.is_none() && !is_alone && !counts && (at > 0 || amount.quantity.value == Decimal::ONE) {
            return self.counts_each(at, &amount).then(|| self.amount_of(at, &amount));
        }
        // `1 a 6.500` is a proportion.
        let is_plain = amount.quantity.measure == Measure::Count && self.text(amount.next..amount.next + 1) == "a";
        if is_plain && self.is_number(amount.next + 1) {
            return Some(self.unread_to(at, amount.next + 2));
        }
        let content = at..amount.next;
        if let Some((relation, next)) = self.relation_after(amount.next) {
            let said = Said::Bound(relation, amount.quantity);
            let clause = Clause::with(said, amount.certainty, amount.next..next, content);
            return Some(clause.doubting(amount.doubt));
        }
        if let Some(clause) = self.more_or_less(&amount, at..at, content) {
            return Some(clause);
        }
        Some(self.amount_of(at, &amount))
    }

    /// `un incontro al mese`: an article that counts, because something says how often.
    fn counts_each(&self, at: usize, amount: &super::amount::Amount) -> bool {
        amount.quantity.value > Decimal::ZERO && (at + 1..at + 5).any(|at| self.each(at).is_some())
    }

    fn amount_of(&self, at: usize, amount: &super::amount::Amount) -> Clause {
        let certainty = if amount.figure.is_some() { amount.certainty } else { Certainty::Likely };
        let is_count = amount.quantity.measure == Measure::Count;
        let like_a_year = is_count && amount.figure.is_some_and(|figure| self.near_year(figure));
        let said = Said::Amount { quantity: amount.quantity, like_a_year };
        Clause::bare(said, certainty, at..amount.next).doubting(amount.doubt)
    }

    fn opens_before(&self, at: usize) -> bool {
        (0..at).rev().take(24).find_map(|at| match self.kind(at) {
            Some(Kind::Open) => Some(true),
            Some(Kind::Close) => Some(false),
            _ => None,
        }) == Some(true)
    }

    /// `tutti`, `a favore di tutto il personale`: not `80% di tutti`, `tutti i giorni`, `tutto l'anno`.
    fn total(&self, at: usize) -> Option<Clause> {
        let end = self.words.get(self.tokens.get(at)?.span.end..).unwrap_or_default();
        let english = self.text(at..at + 1).eq_ignore_ascii_case("all")
            && at == 0
            && !end.starts_with(['\'', '’', '‘', '`', '´'])
            && !self.is_number(at + 1);
        if !self.is(at, &[Word::Total]) && !english {
            return None;
        }
        let named = self.pass(at + 1, &[Word::Article]);
        let is_time = self.is_unit(named) || self.figure(named).is_some_and(|figure| self.near_year(figure));
        let of_share = self.is(at.wrapping_sub(1), &[Word::Di]) && self.is_percent(at.wrapping_sub(2));
        let is_each = at > 0 && self.begins(at, "ciascun");
        (!is_time && !of_share && !is_each).then(|| Clause::bare(Said::Total, Certainty::Sure, at..at + 1))
    }

    /// `sì; almeno 80%`, `fatto / non fatto; …`: an answer of its own, between joints.
    fn yes_apart(&self, at: usize) -> Option<Clause> {
        let is_joint = |at: usize| {
            at >= self.tokens.len() || self.kind(at) == Some(Kind::Semicolon) || self.text(at..at + 1) == "e"
        };
        let end = match (self.word(at)?, self.kind(at + 1), self.word(at + 2)) {
            (Word::Si, Some(Kind::Slash), Some(Word::No)) => at + 3,
            (Word::Done, Some(Kind::Slash), Some(Word::Non)) if self.is(at + 3, &[Word::Done]) => at + 4,
            (Word::Si, ..) => at + 1,
            _ => return None,
        };
        let starts = at.checked_sub(1).is_none_or(is_joint);
        (starts && is_joint(end)).then(|| Clause::bare(Said::Yes, Certainty::Sure, at..end))
    }

    /// A condition that this grammar does not hold; passing over it would make a half reading of the rest.
    fn unread(&self, at: usize) -> Option<Clause> {
        let is_unread = match (self.kind(at)?, self.kind(at + 1)) {
            (Kind::Word(Word::Every), Some(Kind::Number(_) | Kind::Word(Word::Number(_) | Word::Unit(_)))) => true,
            // A number with a sign is a change.
            (Kind::Dash, Some(Kind::Number(_))) => self.touches_next(at),
            // `% di pratiche evase` names what is measured.
            (Kind::Percent, Some(Kind::Word(_))) => at > 0,
            (Kind::Percent | Kind::Relation(_) | Kind::Word(Word::Standing(_)), _) => true,
            _ => false,
        };
        is_unread.then(|| self.unread_to(at, at + 1))
    }

    pub fn unread_to(&self, at: usize, next: usize) -> Clause {
        Clause::bare(Said::Unread, Certainty::Likely, at..next)
    }
}

/// Whether two numbers are in the range of a day and a month.
fn is_day_and_month(day: Figure, month: Figure) -> bool {
    let within = |figure: Figure, last| figure.plain(2).is_some_and(|value| (1..=last).contains(&value));
    within(day, 31) && within(month, 12)
}
