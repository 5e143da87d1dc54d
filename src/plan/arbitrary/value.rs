//! Values that fields hold: words as people write them, amounts, days, ids from small pools.

use std::fmt::Debug;

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;
use rust_decimal::Decimal;

use crate::plan::*;
use crate::target::{Phrase, Reading, Target};

/// Draws a year of the usual period, or one outside it.
pub(super) fn years() -> impl Strategy<Value = Year> + Clone {
    select(vec![2023, 2024, 2025, 2030]).prop_map(|year| Year::new(year).unwrap())
}

/// Draws a period of one to three years.
pub(super) fn periods() -> impl Strategy<Value = Period> {
    (2023..2026, 0..3)
        .prop_map(|(first, more)| Period::new(Year::new(first).unwrap(), Year::new(first + more).unwrap()).unwrap())
}

pub(super) fn dates() -> impl Strategy<Value = NaiveDate> + Clone {
    (2022..2027, 1..=366_u32).prop_filter_map("no such day", |(year, day)| NaiveDate::from_yo_opt(year, day))
}

pub(super) fn decimals() -> impl Strategy<Value = Decimal> + Clone {
    (0..100_000_i64, 0..4_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

pub(super) fn weights() -> impl Strategy<Value = Weight> {
    decimals().prop_map(|value| Weight::new(value).unwrap())
}

pub(super) fn percents() -> impl Strategy<Value = Percent> + Clone {
    decimals().prop_map(|value| Percent::new(value).unwrap())
}

pub(super) fn texts() -> impl Strategy<Value = String> + Clone {
    select(vec!["", " ", "A", "Qualità dell'accoglienza", "riga\nriga", "\"<&>\"", "e\u{300}\u{0}х"])
        .prop_map(Into::into)
}

pub(super) fn promises() -> impl Strategy<Value = Phrase<Target>> {
    select(vec!["", " ", "Almeno 2", "≥ 80%", "Entro il 30/9", "SI", "Da definire", "Applicazione"])
        .prop_map(Phrase::from)
}

pub(super) fn readings() -> impl Strategy<Value = Phrase<Reading>> {
    select(vec!["", "3", "72,5%", "3 su 4", "sì, il 12/9", "in corso", "n.d."]).prop_map(Phrase::from)
}

/// Draws an id from a pool of three: `o0`, `o1`, `o2`.
pub(super) fn ids<I: From<String> + Debug>(pool: &'static str) -> impl Strategy<Value = I> + Clone {
    (0..3).prop_map(move |number| I::from(format!("{pool}{number}")))
}

pub(super) fn goal_ids() -> impl Strategy<Value = GoalId> + Clone {
    ids("g")
}

pub(super) fn unit_ids() -> impl Strategy<Value = UnitId> + Clone {
    ids("u")
}

/// Draws one of the fields that hold plain text.
pub(super) fn worded<F: Debug + 'static>(fields: &[fn(String) -> F]) -> BoxedStrategy<F> {
    (select(fields.to_vec()), texts()).prop_map(|(field, text)| field(text)).boxed()
}

pub(super) fn one_of<T: Debug + 'static>(strategies: Vec<BoxedStrategy<T>>) -> BoxedStrategy<T> {
    Union::new(strategies).boxed()
}
