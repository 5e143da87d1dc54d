//! Targets of every kind, and results that mostly fit them.

use std::num::NonZeroU32;

use rust_decimal::Decimal;
use traguardo::plan::Year;
use traguardo::target::{
    DayGrade, Difference, Direction, Grade, Measure, Quantity, Range, Reading, Reference, Target, Withdrawal,
};

use super::{FIRST, Maker};

impl Maker {
    fn value(&mut self) -> Decimal {
        let value = match self.dice.between(0, 9) {
            0 => Decimal::ZERO,
            1..=5 => self.dice.number(1, 40),
            6 | 7 => self.dice.number(1, 400) / Decimal::TEN,
            8 => self.dice.number(1, 20_000) / Decimal::ONE_HUNDRED,
            _ => -self.dice.number(1, 20),
        };
        value.normalize()
    }

    fn measure(&mut self) -> Measure {
        let scale = Measure::OutOf(Decimal::from(*self.dice.pick(&[4, 5, 10])));
        match self.dice.between(0, 19) {
            0..=7 => Measure::Count,
            8..=12 => Measure::Percent,
            13 | 14 => Measure::Days,
            15 => Measure::Weeks,
            16 => *self.dice.pick(&[Measure::Hours, Measure::Minutes]),
            17 => *self.dice.pick(&[Measure::Months, Measure::Years]),
            18 => Measure::Euro,
            _ => scale,
        }
    }

    pub fn quantity(&mut self) -> Quantity {
        Quantity { value: self.value(), measure: self.measure() }
    }

    pub fn target(&mut self, year: Year, alone: bool) -> Target {
        let quantity = self.quantity();
        match self.dice.between(0, if alone { 21 } else { 14 }) {
            0 | 1 => Target::AtLeast(quantity),
            2 => Target::MoreThan(quantity),
            3 | 4 => Target::AtMost(quantity),
            5 => Target::LessThan(quantity),
            6 | 7 => Target::Exactly(quantity),
            8 => {
                let high = quantity.value + self.dice.number(1, 20);
                Target::Range(Range::new(quantity.value, high, quantity.measure).expect("rising"))
            }
            9 | 10 => Target::By { date: self.dice.day(year) },
            11 => Target::Yes,
            12 => Target::Times { count: NonZeroU32::new(self.dice.between(1, 12) as u32).expect("above none") },
            13 => Target::All,
            14 | 15 => self.change(),
            16 | 17 => {
                let parts = (0..self.dice.between(2, 3)).map(|_| self.target(year, false)).collect();
                Target::several(parts).expect("each can be a part")
            }
            18 => self.bands(quantity),
            19 => self.bands_by_day(year),
            20 => self.dice.pick(&[Target::Words, Target::ToDefine]).clone(),
            _ => Target::Withdrawn { how: *self.dice.pick(&[Withdrawal::Suspended, Withdrawal::PostponedTo(2027)]) },
        }
    }

    fn change(&mut self) -> Target {
        let by = match self.dice.between(0, 3) {
            0 => None,
            1 => Some(Difference::Points(self.value().abs())),
            _ => {
                let Quantity { value, measure } = self.quantity();
                Some(Difference::Amount(Quantity { value: value.abs(), measure }))
            }
        };
        Target::Change {
            direction: *self.dice.pick(&[Direction::Increase, Direction::Decrease, Direction::Either]),
            by,
            from: *self.dice.pick(&[
                Reference::Baseline,
                Reference::Baseline,
                Reference::PreviousYear,
                Reference::Year(FIRST - 1),
            ]),
        }
    }

    fn bands(&mut self, Quantity { value, measure }: Quantity) -> Target {
        let rises = self.dice.chance(50);
        let step = self.dice.number(1, 5);
        let grade = |place: u32| {
            let far = step * Decimal::from(place);
            let limit = Quantity { value: if rises { value + far } else { value - far }, measure };
            Grade { limit, earns: Decimal::from(100 - 25 * place) }
        };
        let grades: Vec<_> = (0..self.dice.between(2, 4) as u32).map(grade).collect();
        Target::Bands { grades }
    }

    fn bands_by_day(&mut self, year: Year) -> Target {
        let mut days: Vec<_> = (0..self.dice.between(3, 5)).map(|_| self.dice.day(year)).collect();
        days.sort();
        days.dedup();
        let grade = |(place, date)| DayGrade { date, earns: Decimal::from(100 - 20 * place) };
        let grades: Vec<_> = (0..).zip(days).map(grade).collect();
        if DayGrade::make_a_scale(&grades) { Target::BandsByDay { grades } } else { Target::Yes }
    }

    /// Mostly a result that fits its target, now and then any.
    pub fn result(&mut self, target: &Target, year: Year) -> Reading {
        if self.dice.chance(15) {
            return self.any_result(year);
        }
        match target {
            Target::AtLeast(quantity)
            | Target::MoreThan(quantity)
            | Target::AtMost(quantity)
            | Target::LessThan(quantity)
            | Target::Exactly(quantity) => self.near(*quantity),
            Target::Range(range) => {
                let end = if self.dice.chance(50) { range.low() } else { range.high() };
                self.near(end)
            }
            Target::By { .. } | Target::BandsByDay { .. } => match self.dice.between(0, 5) {
                0 => Reading::Yes { date: None },
                1 => Reading::Yes { date: Some(self.dice.day(year)) },
                2 => Reading::No,
                _ => Reading::On { date: self.dice.day(year) },
            },
            Target::Yes | Target::Words | Target::ToDefine | Target::Withdrawn { .. } => {
                match self.dice.between(0, 3) {
                    0 => Reading::No,
                    1 => Reading::Quantity(Quantity::percent(self.value())),
                    _ => Reading::Yes { date: None },
                }
            }
            Target::Times { count } => {
                Reading::Quantity(Quantity::count(self.dice.number(0, count.get() as usize + 2)))
            }
            Target::All => self.near(Quantity::percent(90.into())),
            Target::Change { by, .. } => match by {
                Some(by) if self.dice.chance(50) => self.moved(*by),
                None if self.dice.chance(30) => self.moved(Difference::Points(Decimal::ONE)),
                _ => {
                    let level = *self.dice.pick(&[
                        Quantity::count(14.into()),
                        Quantity::percent(60.into()),
                        Quantity { value: 28.into(), measure: Measure::Days },
                    ]);
                    self.near(level)
                }
            },
            Target::Several { parts } => {
                let mut answers = Vec::new();
                for part in parts {
                    answers.extend(self.dice.chance(90).then(|| self.result(part, year)));
                }
                answers.retain(|answer| !matches!(answer, Reading::Several { .. } | Reading::Words));
                if self.dice.chance(20) {
                    answers.reverse();
                }
                if answers.len() < 2 {
                    answers.pop().unwrap_or(Reading::Words)
                } else {
                    Reading::Several { parts: answers }
                }
            }
            Target::Bands { grades } => {
                let limit = self.dice.pick(grades).limit;
                self.near(limit)
            }
        }
    }

    fn moved(&mut self, by: Difference) -> Reading {
        let less = |value: Decimal, percent: Decimal| (value * percent / Decimal::ONE_HUNDRED).normalize();
        let percent = self.dice.number(0, 130);
        let by = match by {
            Difference::Points(points) => Difference::Points(less(points, percent)),
            Difference::Amount(Quantity { value, measure }) => {
                Difference::Amount(Quantity { value: less(value, percent), measure })
            }
        };
        Reading::Change { direction: *self.dice.pick(&[Direction::Increase, Direction::Decrease]), by }
    }

    /// A number near another, mostly in its unit.
    fn near(&mut self, Quantity { value, measure }: Quantity) -> Reading {
        let off = self.dice.number(0, 300) - Decimal::from(100);
        let value = (value * (Decimal::ONE + off / Decimal::from(500))).round_dp(2).normalize();
        match self.dice.between(0, 9) {
            0 => Reading::Quantity(Quantity::count(value)),
            1 => Reading::Quantity(Quantity { value, measure: self.measure() }),
            2 => {
                let whole = self.dice.number(1, 40);
                let part = self.dice.number(0, 40).min(whole);
                Reading::Ratio { part, whole }
            }
            _ => Reading::Quantity(Quantity { value, measure }),
        }
    }

    fn any_result(&mut self, year: Year) -> Reading {
        let quantity = self.quantity();
        match self.dice.between(0, 9) {
            0 | 1 => Reading::Quantity(quantity),
            2 => Reading::On { date: self.dice.day(year) },
            3 => Reading::Yes { date: None },
            4 => Reading::No,
            5 => Reading::Underway,
            6 => Reading::Unavailable,
            7 => {
                Reading::Several { parts: vec![Reading::Quantity(quantity), Reading::On { date: self.dice.day(year) }] }
            }
            8 => {
                let by = Quantity { value: quantity.value.abs(), measure: quantity.measure };
                self.moved(Difference::Amount(by))
            }
            _ => Reading::Words,
        }
    }
}
