//! Chance, from a seed.

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;
use traguardo::plan::{Weight, Year};

/// SplitMix64: small, and the same everywhere.
pub struct Dice(pub u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Both ends included.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + usize::try_from(self.roll() % (high - low + 1) as u64).expect("below a usize")
    }

    pub fn number(&mut self, low: usize, high: usize) -> Decimal {
        Decimal::from(self.between(low, high))
    }

    pub fn chance(&mut self, percent: u64) -> bool {
        self.roll() % 100 < percent
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.between(0, items.len() - 1)]
    }

    /// A day from the end of March on.
    pub fn day(&mut self, year: Year) -> NaiveDate {
        let start = NaiveDate::from_ymd_opt(year.number(), 1, 1).expect("a day");
        start + Days::new(self.between(89, 364) as u64)
    }

    /// Splits 100 in so many weights, to the last decimal.
    pub fn shares(&mut self, count: usize) -> Vec<Weight> {
        let parts: Vec<usize> = (0..count).map(|_| self.between(1, 5)).collect();
        let total: usize = parts.iter().sum();
        let scale = if count > 1_000 { 4 } else { 2 };
        let whole = Decimal::ONE_HUNDRED;
        let mut left = whole;
        let mut weights = Vec::with_capacity(count);
        for (place, part) in parts.iter().enumerate() {
            let share = match place + 1 {
                last if last == count => left,
                _ => (whole * Decimal::from(*part) / Decimal::from(total)).trunc_with_scale(scale),
            };
            left -= share;
            weights.push(Weight::new(share.normalize()).expect("between 0 and 100"));
        }
        weights
    }
}
