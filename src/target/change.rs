//! Changes and ranges among tokens: `+10%`, `Riduzione dei tempi del 20% rispetto al 2023`, `dal 5 al 10 %`.

use std::ops::Range as Span;

use rust_decimal::Decimal;

use super::amount::Amount;
use super::clause::{Clause, Said};
use super::reader::Reader;
use super::scan::{Kind, Relation};
use super::word::Word;
use super::{Certainty, Difference, Direction, Measure, Quantity, Range, Reference, day};

/// The most words between `riduzione` and its figure, and between a figure and what it is compared with.
const REACH: usize = 18;

impl Reader<'_> {
    /// `+10%`, `±5`, `incremento del 10%`, `riduzione dei tempi di 5 giorni`, `aumento degli utenti`.
    pub fn change(&self, at: usize) -> Option<Clause> {
        match self.kind(at)? {
            Kind::Plus | Kind::PlusMinus | Kind::Dash => self.signed(at),
            Kind::Word(Word::Change(direction)) => self.named_change(at, direction),
            Kind::Word(Word::Piu) if at == 0 => self.said_sign(Direction::Increase),
            Kind::Word(Word::Meno) if at == 0 => self.said_sign(Direction::Decrease),
            Kind::Word(Word::Other) if at <= 1 => self.kept_up(at),
            Kind::Word(Word::Improve) => {
                let is_falling = (at + 1..at + 7).any(|at| self.is(at, &[Word::Falling]));
                let direction = if is_falling { Direction::Decrease } else { Direction::Increase };
                self.named_change(at, direction).filter(|found| !matches!(found.said, Said::Change { by: None, .. }))
            }
            _ => None,
        }
    }

    /// `più 3%`, `meno 5 giorni`: a sign in letters, at the beginning.
    fn said_sign(&self, direction: Direction) -> Option<Clause> {
        let (by, certainty, next) = if self.is_number(1) { self.difference(1)? } else { return None };
        Some(self.changed(direction, Some(by), certainty.min(Certainty::Likely), 0..1, 1..next))
    }

    /// `+2`, `- 5%`, `±10%`.
    fn signed(&self, at: usize) -> Option<Clause> {
        let before = at.checked_sub(1).and_then(|at| self.kind(at));
        if self.kind(at) == Some(Kind::Dash) && self.touches_next(at) && before == Some(Kind::Colon) {
            // `Indice di tempestività: -2 giorni` is a value.
            let mut amount = self.quantity(at + 1)?;
            amount.quantity.value.set_sign_negative(true);
            let said = Said::Bound(Relation::Exactly, amount.quantity);
            return Some(Clause::with(said, Certainty::Likely, at..at, at..amount.next));
        }
        // `valore 2023 + 5%`, `baseline +2`
        let started = if self.is(0, &[Word::Label, Word::Start]) { self.value_up_to(at) } else { None };
        let direction = match self.kind(at)? {
            Kind::Plus => Direction::Increase,
            Kind::PlusMinus => Direction::Either,
            _ => Direction::Decrease,
        };
        let (by, certainty, next) = self.difference(at + 1)?;
        // A sign apart joins (`relazione + 3 incontri`) or lists (`- 3 incontri`).
        let touches = self.touches_next(at);
        let is_apart = match direction {
            Direction::Increase => !touches && at > 0,
            Direction::Decrease => !touches && (at > 0 || !self.is_percent(next.wrapping_sub(1))),
            Direction::Either => false,
        };
        let follows_number = at > 0 && direction == Direction::Decrease && self.is_number(at - 1);
        if let Some(from) = started {
            let said = Said::Change { direction, by: Some(by), from: Some(from) };
            return Some(Clause::with(said, Certainty::Likely.min(certainty), at..at + 1, at + 1..next));
        }
        if is_apart || follows_number {
            return None;
        }
        let is_count = matches!(by, Difference::Amount(Quantity { measure: Measure::Count, .. }));
        let certainty = match direction {
            Direction::Either => Certainty::Likely,
            // `Indice di tempestività -5` may be below zero, or a dash.
            Direction::Decrease if is_count && self.is(at.wrapping_sub(1), &[Word::Other]) => Certainty::Guess,
            _ => certainty,
        };
        Some(self.changed(direction, Some(by), certainty, at..at + 1, at + 1..next))
    }

    /// `Mantenimento del dato 2023`: no less than it was.
    fn kept_up(&self, at: usize) -> Option<Clause> {
        let is_kept = self.begins(at, "manten");
        let (end, reference) = if is_kept { self.reference_value(at + 1)? } else { return None };
        let clause = self.against(Relation::AtLeast, end, at..at + 1, reference)?;
        Some(Clause { certainty: Certainty::Guess, ..clause })
    }

    fn named_change(&self, at: usize, direction: Direction) -> Option<Clause> {
        let mut place = at + 1;
        let mut found = None;
        while place < at + REACH {
            match self.kind(place)? {
                // `increase by 5%`; not `increase by 30/9`
                Kind::Word(Word::By) if self.deadline_date(place + 1).is_none() => {}
                Kind::Semicolon | Kind::Word(Word::Change(_) | Word::Entro | Word::By | Word::Rispetto) => break,
                Kind::Stop if self.word(place.wrapping_sub(1)) != Some(Word::N) => break,
                _ => {}
            }
            if let Some(end) = self.aside(place) {
                place = end.max(place + 1);
                continue;
            }
            // `aumento del 5-10%`, `riduzione tra il 5% e il 10%`: from so much to so much is more than can be held.
            let is_span =
                self.is_number(place) && self.kind(place + 1) == Some(Kind::Dash) && self.is_number(place + 2);
            if is_span || self.is(place, &[Word::Tra]) && self.range(place).is_some() {
                return Some(self.unread_to(at, place + 3));
            }
            if let Some(step) = self.step(place) {
                found = Some(step);
                break;
            }
            place += 1;
            if place >= self.tokens.len() {
                break;
            }
        }
        match found {
            Some(Step::By { by, certainty, tokens }) => {
                let is_near = tokens.start <= at + 4;
                let certainty = if is_near { certainty } else { certainty.min(Certainty::Likely) };
                let certainty =
                    if direction == Direction::Either { certainty.min(Certainty::Likely) } else { certainty };
                // How far a deviation may go is a limit.
                if direction == Direction::Either && self.begins(at, "scost") {
                    let Difference::Amount(quantity) = by else { return None };
                    let said = Said::Bound(Relation::AtMost, quantity);
                    return Some(Clause::with(said, Certainty::Likely, at..at + 1, tokens));
                }
                Some(self.changed(direction, Some(by), certainty, at..at + 1, tokens))
            }
            Some(Step::Level) => None,
            None => {
                // `in aumento` too
                let idle = [Word::Article, Word::Label, Word::In];
                let is_first = (0..at).all(|at| self.is(at, &idle) || self.word(at).is_none());
                if !is_first {
                    return None;
                }
                let clause = self.changed(direction, None, Certainty::Likely, at..at + 1, at..at);
                if direction == Direction::Either && clause.reference.is_empty() {
                    return None;
                }
                let is_figure = !clause.reference.is_empty() || (at..at + 8).any(|at| self.is_measurable(at));
                Some(if is_figure { clause } else { Clause { certainty: Certainty::Guess, ..clause } })
            }
        }
    }

    /// Whether a word names something counted: `numero`, `valore`, `tempi`, `percentuale`.
    fn is_measurable(&self, at: usize) -> bool {
        let text = self.text(at..at + 1);
        let known = ["percentuale", "tasso", "quota", "utenti", "entrate", "ore", "posti", "domande"];
        self.is(at, &[Word::N, Word::Label, Word::Falling]) || known.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    /// Reads the figure of a change at `at`, if one starts there: how far, or to what level.
    fn step(&self, at: usize) -> Option<Step> {
        use Word::{A, Fino, Per};
        let before = at.wrapping_sub(1);
        let (operator, from) = match self.relation(at) {
            Some((relation, _, next)) => (Some(relation), self.lead(next)),
            None => (None, at + usize::from(matches!(self.kind(at), Some(Kind::Plus | Kind::Dash | Kind::PlusMinus)))),
        };
        let figure = from + usize::from(self.kind(from) == Some(Kind::Euro));
        if operator.is_none() && !self.is_number(figure) && !matches!(self.word(from), Some(Word::Number(2..))) {
            return None;
        }
        if matches!(operator, Some(Relation::AtMost | Relation::LessThan)) {
            return Some(Step::Level);
        }
        let from = if matches!(self.kind(from), Some(Kind::Plus)) { from + 1 } else { from };
        let (by, certainty, next) = self.difference(from)?;
        // `aumento al 80%`, `per almeno 20 anziani`, `per un totale di almeno 6.400`: where it is to arrive.
        let total = self.text(before.wrapping_sub(1)..before).eq_ignore_ascii_case("totale");
        if self.is(before, &[A, Per, Fino, Word::Da]) || total {
            return Some(Step::Level);
        }
        let is_figure =
            matches!(by, Difference::Points(_) | Difference::Amount(Quantity { measure: Measure::Percent, .. }));
        let is_led = operator.is_some()
            || from > at
            || self.is(before, &[Word::Di, Word::Change(Direction::Increase)])
            || self.is(before, &[Word::Change(Direction::Decrease), Word::Change(Direction::Either), Word::N])
            || self.kind(before) == Some(Kind::Colon);
        (is_led || is_figure).then_some(Step::By { by, certainty, tokens: from..next })
    }

    /// A change with what it is compared with, wherever that stands near.
    pub fn changed(
        &self,
        direction: Direction,
        by: Option<Difference>,
        certainty: Certainty,
        operator: Span<usize>,
        content: Span<usize>,
    ) -> Clause {
        let end = content.end.max(operator.end);
        let mut clause = Clause::with(Said::Change { direction, by, from: None }, certainty, operator, content);
        // After its figure, or where the words begin: `Rispetto al 2023 +5%`, `Sul 2023 +5%`.
        if let Some((from, tokens, sure)) = self.compared(end).or_else(|| self.reference(0)) {
            clause.said = Said::Change { direction, by, from: Some(from) };
            clause.certainty = clause.certainty.min(sure);
            // The words before are not taken in: clauses follow one another.
            clause.reference = if tokens.start >= end { tokens } else { end..end };
        }
        clause
    }

    /// Looks for what a change is compared with, after its figure and before another.
    fn compared(&self, from: usize) -> Option<(Reference, Span<usize>, Certainty)> {
        for at in from..from + REACH {
            match self.kind(at)? {
                Kind::Semicolon | Kind::Number(_) | Kind::Plus | Kind::Relation(_) => return None,
                Kind::Word(Word::Entro | Word::By | Word::Almeno) => return None,
                _ => {}
            }
            if let Some(found) = self.reference(at) {
                return Some(found);
            }
        }
        None
    }

    /// `rispetto al 2023`, `sul valore di partenza`, `vs anno precedente`, `dell'anno precedente`.
    fn reference(&self, at: usize) -> Option<(Reference, Span<usize>, Certainty)> {
        use Word::{A, Article, Con, Di, In, Rispetto, Su};
        let is_rispetto = self.is(at, &[Rispetto]) || (self.is(at, &[In]) && self.is(at + 1, &[Rispetto]));
        if !is_rispetto && !self.is(at, &[Su, Di]) {
            return None;
        }
        let named = if self.is(at, &[In]) { at + 2 } else { at + 1 };
        let next = self.pass(self.pass(named, &[A, Con, Di]), &[Article]);
        let year = self.figure(next).and_then(|figure| figure.year()).filter(|year| day::is_year(*year));
        if let Some(year) = year.filter(|_| is_rispetto) {
            return Some((Reference::Year(year), at..next + 1, Certainty::Sure));
        }
        if let Some((end, reference)) = self.reference_value(next) {
            // `5% del 2023` may be a share of it, `5% in più del 2023` is not.
            let is_more = self.is(at.wrapping_sub(1), &[Word::Piu, Word::Meno]);
            let is_whole = self.is(at, &[Di]) && reference != Reference::PreviousYear && !is_more;
            return (!is_whole).then_some((reference, at..end, Certainty::Sure));
        }
        // Compared with something this grammar does not know: the baseline is the nearest there is.
        let is_unknown = (is_rispetto && self.is(named, &[A, Con]))
            || (self.is(at, &[Su]) && (next..next + 4).any(|at| self.is_years_together(at)));
        let end = (next + 1).min(self.tokens.len());
        is_unknown.then_some((Reference::Baseline, at..end, Certainty::Guess))
    }

    /// `triennio`, `biennio`: several years.
    fn is_years_together(&self, at: usize) -> bool {
        self.ends(at, "ennio")
    }

    /// What a value at the beginning is that ends at `at`: the baseline, or that of a year.
    fn value_up_to(&self, at: usize) -> Option<Reference> {
        self.reference_value(0).filter(|(end, _)| *end == at).map(|(_, reference)| reference)
    }

    /// What a value may be compared with: `2023`, `dato 2023`, `31/12/2023`, `anno precedente`, `valore di partenza`; and
    /// where it ends.
    pub fn reference_value(&self, at: usize) -> Option<(usize, Reference)> {
        use Word::{A, Anno, Article, Di, Label, Other, Previous, Start};
        let mut next = self.pass(self.pass(at, &[A, Di]), &[Article]);
        for _ in 0..6 {
            // Of several years there is no one value.
            if self.is_years_together(next) {
                return None;
            }
            let year = self.figure(next).and_then(|figure| figure.year()).filter(|year| day::is_year(*year));
            let plain = !matches!(self.kind(next + 1), Some(Kind::Dash | Kind::Slash)) && !self.is_percent(next + 1);
            if let Some(year) = year.filter(|year| plain && year.abs_diff(self.year) <= 10) {
                return Some((next + 1, Reference::Year(year)));
            }
            if let Some(Kind::Date(Some(date))) = self.kind(next) {
                let year = Some(chrono::Datelike::year(&date)).filter(|year| day::is_year(*year))?;
                return Some((next + 1, Reference::Year(year)));
            }
            let link = self.pass(next + 1, &[Di, A]);
            match self.word(next)? {
                Previous => return Some((self.pass(next + 1, &[Anno]), Reference::PreviousYear)),
                Start => return Some((next + 1, Reference::Baseline)),
                Anno => next += 1,
                Label | Other | Word::Document | Word::Ref => next = self.pass(link, &[Article]),
                _ => return None,
            }
        }
        None
    }

    /// `non inferiore all'anno precedente`, `superiore al 2023`: a change without a figure.
    pub fn against(&self, relation: Relation, end: usize, operator: Span<usize>, from: Reference) -> Option<Clause> {
        let none = Some(Difference::Amount(Quantity::count(Decimal::ZERO)));
        let (direction, by) = match relation {
            Relation::AtLeast => (Direction::Increase, none),
            Relation::MoreThan => (Direction::Increase, None),
            Relation::AtMost => (Direction::Decrease, none),
            Relation::LessThan => (Direction::Decrease, None),
            Relation::Exactly => return None,
        };
        let said = Said::Change { direction, by, from: Some(from) };
        let mut clause = Clause::with(said, Certainty::Likely, operator.clone(), operator.end..operator.end);
        clause.reference = operator.end..end;
        Some(clause)
    }

    /// `≥ +10%`, `almeno +2`: an operator before a number with a sign.
    pub fn signed_change(&self, from: usize, operator: Span<usize>, relation: Relation) -> Option<Clause> {
        let rises = matches!(relation, Relation::AtLeast | Relation::MoreThan | Relation::Exactly);
        if self.kind(from) == Some(Kind::Dash) && self.touches_next(from) {
            return self.falling_change(from, operator, relation);
        }
        if self.kind(from) != Some(Kind::Plus) || !rises {
            return None;
        }
        let (by, certainty, next) = self.difference(from + 1)?;
        Some(self.changed(Direction::Increase, Some(by), certainty, operator, from + 1..next))
    }

    /// `almeno -5%`, `≤ -5% rispetto al 2023`: a fall of so much; elsewhere a number below zero.
    fn falling_change(&self, from: usize, operator: Span<usize>, relation: Relation) -> Option<Clause> {
        let (by, certainty, next) = self.difference(from + 1)?;
        let is_almeno = self.is(operator.start, &[Word::Almeno]);
        let is_compared = matches!(relation, Relation::AtMost | Relation::LessThan) && self.is_compared_at(next);
        if !is_almeno && !is_compared {
            return None;
        }
        Some(self.changed(Direction::Decrease, Some(by), certainty.min(Certainty::Likely), operator, from + 1..next))
    }

    /// Whether `rispetto a` and what is known of the past follow at once.
    pub fn is_compared_at(&self, at: usize) -> bool {
        let is_named = self.is(at, &[Word::Rispetto]) || self.is(at + 1, &[Word::Rispetto]);
        is_named && self.reference(at).is_some_and(|(_, _, certainty)| certainty == Certainty::Sure)
    }

    /// `almeno 8 punti percentuali in più`; without the last words a guess, for a share may be meant.
    pub fn points_against(&self, by: Difference, from: usize, operator: Span<usize>) -> Option<Clause> {
        let (_, _, end) = self.difference(from)?;
        let named = self.pass(end, &[Word::In]);
        let (direction, certainty, end) = match self.word(named) {
            Some(Word::Piu) => (Direction::Increase, Certainty::Sure, named + 1),
            Some(Word::Meno) => (Direction::Decrease, Certainty::Sure, named + 1),
            _ => (Direction::Increase, Certainty::Guess, end),
        };
        Some(self.changed(direction, Some(by), certainty, operator, from..end))
    }

    /// `10% in più`, `5 in meno`, `10% more`: what follows a quantity and makes a change of it.
    pub fn more_or_less(&self, amount: &Amount, operator: Span<usize>, content: Span<usize>) -> Option<Clause> {
        let named = self.pass(amount.next, &[Word::In]);
        let direction = match self.word(named)? {
            Word::Piu => Direction::Increase,
            Word::Meno if named > amount.next => Direction::Decrease,
            _ => return None,
        };
        let by = Some(Difference::Amount(amount.quantity)).filter(|_| amount.quantity.value >= Decimal::ZERO)?;
        Some(self.changed(direction, Some(by), amount.certainty, operator, content.start..named + 1))
    }

    /// `tra 5 e 10`, `dal 5% al 10%`, `da 2 a 4 giorni`, `5-10`.
    pub fn range(&self, at: usize) -> Option<Clause> {
        use Word::{A, Article, Da, E, Tra};
        let plain = |at: usize| self.pass(at, &[Article]);
        let from = match self.word(at) {
            Some(Tra | Da) => plain(at + 1),
            Some(_) => return None,
            None => at,
        };
        // `tra -5 e 5`
        let is_minus = |at: usize| self.kind(at) == Some(Kind::Dash) && self.touches_next(at);
        let below_zero = is_minus(from) && self.word(at).is_some();
        let mut low = self.number(from + usize::from(below_zero))?;
        low.value.set_sign_negative(below_zero);
        let low_unit = self.unit_at(low.next);
        let next = low_unit.map_or(low.next, |(_, next)| next);
        let second = match (self.word(at), self.kind(next)?) {
            (Some(Tra), Kind::Word(E | A)) | (Some(Da), Kind::Word(A)) => plain(next + 1),
            (_, Kind::Dash) => next + 1,
            _ => return None,
        };
        let below_zero = is_minus(second) && self.word(at).is_some();
        let mut high = self
            .quantity(second + usize::from(below_zero))
            .filter(|high| !high.figure.is_some_and(|figure| self.near_year(figure)))?;
        high.quantity.value.set_sign_negative(below_zero);
        let is_date =
            self.word(at).is_none() && self.is(high.next, &[Word::Di]) && self.figure(high.next + 1).is_some();
        let measure = match (low_unit, high.quantity.measure) {
            (None, measure) => measure,
            (Some((low, _)), Measure::Count) => low,
            (Some((low, _)), high) if low == high => high,
            _ => return None,
        };
        // `minori 0-6 anni` are children.
        let is_age = measure == Measure::Years && at > 0;
        if is_age || is_date || high.figure.is_none() != low.figure.is_none() {
            return None;
        }
        let quantity = Quantity { value: high.quantity.value, measure };
        let tokens = from..high.next;
        let operator = at..from;
        let moved = (0..at).rev().take(8).find_map(|at| match self.word(at) {
            Some(Word::Change(direction)) => Some(direction),
            _ if self.begins(at, "passa") => Some(Direction::Either),
            _ => None,
        });
        let is_move = self.is(at, &[Da]) && moved.is_some();
        let rises = low.value < quantity.value;
        if is_move && rises != (moved == Some(Direction::Decrease)) {
            let relation = if rises { Relation::AtLeast } else { Relation::AtMost };
            return Some(Clause::with(Said::Bound(relation, quantity), Certainty::Likely, operator, tokens));
        }
        // `da 60 a 45 giorni`: downward, as far as anybody can tell.
        if self.is(at, &[Da]) && !rises {
            let said = Said::Bound(Relation::AtMost, quantity);
            return Some(Clause::with(said, Certainty::Guess, operator, tokens));
        }
        let range = Range::new(low.value, quantity.value, measure)?;
        let certainty = match self.word(at) {
            Some(Tra) => Certainty::Sure,
            _ => Certainty::Likely,
        };
        Some(Clause::with(Said::Range(range), certainty, operator, tokens))
    }

    /// A unit right after a number, and where it ends.
    fn unit_at(&self, at: usize) -> Option<(Measure, usize)> {
        match self.kind(at)? {
            Kind::Percent | Kind::Word(Word::Percent) => Some((Measure::Percent, at + 1)),
            Kind::Euro | Kind::Word(Word::Euro) => Some((Measure::Euro, at + 1)),
            Kind::Word(Word::Unit(measure)) => Some((measure, at + 1)),
            _ => None,
        }
    }
}

/// The figure of a change.
enum Step {
    /// How far.
    By { by: Difference, certainty: Certainty, tokens: Span<usize> },
    /// To where: not a difference.
    Level,
}
