//! Numbers among tokens with what they count: `30 giorni`, `2 milioni di euro`, `3,5/4`, `8 punti percentuali`.

use rust_decimal::Decimal;

use super::number::Figure;
use super::reader::Reader;
use super::scan::Kind;
use super::word::Word;
use super::{Certainty, Difference, Doubt, Measure, Quantity};

/// A quantity and what follows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub quantity: Quantity,
    pub certainty: Certainty,
    pub doubt: Option<Doubt>,
    /// The number in figures; none in letters.
    pub figure: Option<Figure>,
    pub next: usize,
}

/// A number, and where it ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub value: Decimal,
    pub figure: Option<Figure>,
    pub next: usize,
}

impl Reader<'_> {
    /// Reads a number in figures or letters, with `mila` and `milioni`, and with the same in letters in brackets after it.
    pub fn number(&self, at: usize) -> Option<Number> {
        let (value, figure) = match self.kind(at)? {
            Kind::Number(figure) => (figure.value, Some(figure)),
            Kind::Word(Word::Number(value)) => (Decimal::from(value), None),
            _ => return None,
        };
        let mut number = Number { value, figure, next: at + 1 };
        if let Some(Word::Scale(by)) = self.word(at + 1) {
            number.value = value.checked_mul(by.into())?;
            number.figure = figure.map(|figure| Figure { digits: 0, ..figure });
            number.next = at + 2;
        }
        // `1,2 M€`
        if self.kind(at + 2) == Some(Kind::Euro) && matches!(self.text(at + 1..at + 2), "M" | "k" | "K") {
            let by = if self.text(at + 1..at + 2) == "M" { 1_000_000 } else { 1_000 };
            number.value = value.checked_mul(Decimal::from(by))?;
            number.figure = figure.map(|figure| Figure { digits: 0, ..figure });
            number.next = at + 2;
        }
        let in_letters = |at| matches!(self.word(at), Some(Word::Number(_)));
        if self.kind(number.next) == Some(Kind::Open)
            && in_letters(number.next + 1)
            && self.kind(number.next + 2) == Some(Kind::Close)
        {
            number.next += 3;
        }
        Some(number)
    }

    /// Reads a number and its unit; none when what follows makes it something else: `1°`, `5-10`, `tre quarti`.
    pub fn quantity(&self, at: usize) -> Option<Amount> {
        let Number { value, figure, next } = self.number(at)?;
        let doubtful = figure.is_some_and(|figure| figure.doubtful);
        let amount = |measure, next| Amount {
            quantity: Quantity { value, measure },
            certainty: if doubtful { Certainty::Likely } else { Certainty::Sure },
            doubt: doubtful.then_some(Doubt::DecimalOrThousand),
            figure,
            next,
        };
        // `3,5/4`, `12 su 16`, `10 operatori su 12`
        let is_noun = matches!(self.word(next), Some(Word::Other | Word::Unit(_))) && self.is(next + 1, &[Word::Su]);
        let of = if is_noun && self.is_number(next + 2) { next + 1 } else { next };
        if let Some((whole, next)) = self.scale_after(of) {
            return Some(amount(Measure::OutOf(whole), next));
        }
        let is_other = match self.kind(next) {
            Some(Kind::Slash | Kind::Dash) => self.is_number(next + 1),
            Some(Kind::Colon) => self.touches_next(at) && self.touches_next(next) && self.is_number(next + 1),
            Some(Kind::Word(Word::Scale(_) | Word::Share(_) | Word::Month(_) | Word::Points | Word::Number(_))) => {
                !self.is_percent(next)
            }
            Some(Kind::Degree) => true,
            Some(Kind::Mark) => self.text(next..next + 1) == "‰",
            // `5 per mille`
            Some(Kind::Word(Word::Per)) => self.is(next + 1, &[Word::Number(1_000)]),
            _ => self.is_points(next),
        };
        if is_other {
            return None;
        }
        Some(match (self.kind(next), self.kind(next + 1)) {
            (Some(Kind::Percent | Kind::Word(Word::Percent)), _) => amount(Measure::Percent, next + 1),
            (Some(Kind::Word(Word::Per)), Some(Kind::Word(Word::Number(100)))) => amount(Measure::Percent, next + 2),
            (Some(Kind::Euro | Kind::Word(Word::Euro)), _) => amount(Measure::Euro, next + 1),
            (Some(Kind::Word(Word::Di)), Some(Kind::Euro | Kind::Word(Word::Euro))) => amount(Measure::Euro, next + 2),
            (Some(Kind::Word(Word::Unit(unit))), _) => amount(unit, next + 1),
            // `20 min`; `min 20` asks for no less.
            (Some(Kind::Word(Word::Minimo)), _)
                if self.text(next..next + 1).eq_ignore_ascii_case("min")
                    && figure.is_some()
                    && !self.is_number(self.lead(next + 1)) =>
            {
                let minutes = amount(Measure::Minutes, next + 1);
                Amount { certainty: Certainty::Likely, ..minutes }
            }
            (Some(Kind::Word(Word::Anno)), _) if value == Decimal::ONE => amount(Measure::Years, next + 1),
            _ => amount(self.unit_before(at).unwrap_or_default(), next),
        })
    }

    /// `giorni 30`, `gg. 30`: a unit before its number, as offices write it.
    fn unit_before(&self, at: usize) -> Option<Measure> {
        let mut before = at.checked_sub(1)?;
        before = before.checked_sub(usize::from(self.kind(before) == Some(Kind::Stop)))?;
        let is_after_number = before.checked_sub(1).is_some_and(|at| self.is_number(at));
        match self.word(before)? {
            Word::Unit(measure) if !is_after_number => Some(measure),
            _ => None,
        }
    }

    /// Reads `/4`, `su 4`, `out of 4`, `su una scala da 1 a 5` after a number: of how many.
    fn scale_after(&self, at: usize) -> Option<(Decimal, usize)> {
        let second = match self.kind(at)? {
            Kind::Slash => at + 1,
            Kind::Open if self.is(at + 1, &[Word::Su]) => return self.scale_after(at + 1),
            Kind::Word(Word::Su) => self.scale_named(at + 1),
            Kind::Word(Word::Di) if matches!(self.text(at..at + 1), "of" | "di") => at + 1,
            _ => return None,
        };
        let whole = self.number(second)?;
        let is_written = whole.figure.is_some() || self.is(at, &[Word::Su]);
        let continues = self.kind(whole.next) == Some(Kind::Slash) && self.is_number(whole.next + 1);
        let is_other = self.is_percent(whole.next) || whole.figure.is_some_and(|figure| self.near_year(figure));
        (is_written && !continues && !is_other && whole.value > Decimal::ZERO).then_some((whole.value, whole.next))
    }

    /// Passes `di`, `una scala da 1 a`, `scala da uno a`, `scala 1-`.
    fn scale_named(&self, at: usize) -> usize {
        let mut next = self.pass(at, &[Word::Di]);
        if matches!(self.word(next), Some(Word::Number(1))) && self.is_scale(next + 1) {
            next += 1;
        }
        if !self.is_scale(next) {
            return next;
        }
        next = self.pass(next + 1, &[Word::Da, Word::Di]);
        match self.kind(next + 1) {
            Some(Kind::Dash | Kind::Word(Word::A)) if self.number(next).is_some() => next + 2,
            _ => next,
        }
    }

    fn is_scale(&self, at: usize) -> bool {
        let word = self.text(at..at + 1);
        word.eq_ignore_ascii_case("scala") || word.eq_ignore_ascii_case("scale")
    }

    /// Whether a number looks like a year near that of the column.
    pub fn near_year(&self, figure: Figure) -> bool {
        figure.year().is_some_and(|year| year.abs_diff(self.year) <= 10)
    }

    /// Whether `punti percentuali`, `p.p.` or `percentage points` stands at `at`: the number before is a difference.
    fn is_points(&self, at: usize) -> bool {
        self.points_end(at).is_some()
    }

    fn points_end(&self, at: usize) -> Option<usize> {
        let is_named = self.word(at)? == Word::Other;
        let text = |at: usize| self.text(at..at + 1);
        if self.is(at, &[Word::Points]) {
            // `pp`, `percentage points`
            return Some(at + 1 + usize::from(self.word(at + 1) == Some(Word::Other)));
        }
        let is_p = |at| text(at).eq_ignore_ascii_case("p") && self.kind(at + 1) == Some(Kind::Stop);
        if is_p(at) && text(at + 2).eq_ignore_ascii_case("p") {
            return Some(at + 3 + usize::from(self.kind(at + 3) == Some(Kind::Stop)));
        }
        if self.begins(at, "punt") && text(at + 1).eq_ignore_ascii_case("percentuale") {
            return Some(at + 2);
        }
        (is_named && (self.is(at + 1, &[Word::Points]) || self.kind(at + 1) == Some(Kind::Percent))).then_some(at + 2)
    }

    /// Reads how far something moves: a quantity, or percentage points; and where it ends.
    pub fn difference(&self, at: usize) -> Option<(Difference, Certainty, usize)> {
        let is_euro = self.kind(at) == Some(Kind::Euro);
        let at = at + usize::from(is_euro);
        let number = self.number(at)?;
        if let Some(next) = self.points_end(number.next) {
            return Some((Difference::Points(number.value), Certainty::Sure, next));
        }
        let mut amount = self.quantity(at)?;
        if is_euro && amount.quantity.measure == Measure::Count {
            amount.quantity.measure = Measure::Euro;
        }
        (amount.quantity.value >= Decimal::ZERO).then_some((
            Difference::Amount(amount.quantity),
            amount.certainty,
            amount.next,
        ))
    }
}
