//! Targets and results already read, for tests.

use std::num::NonZeroU32;

use rust_decimal::Decimal;

use super::fixture::{day, indicator, told, year};
use super::{CellScore, score_cell};
use crate::plan::{Baseline, Indicator, Policy};
use crate::target::{Difference, Direction, Measure, Quantity, Reading, Reference, Target};

pub(super) fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub(super) fn quantity(text: &str, measure: Measure) -> Quantity {
    Quantity { value: number(text), measure }
}

pub(super) fn count(text: &str) -> Reading {
    Reading::Quantity(quantity(text, Measure::Count))
}

pub(super) fn hundredths(text: &str) -> Reading {
    Reading::Quantity(quantity(text, Measure::Percent))
}

pub(super) fn on(date: &str) -> Reading {
    Reading::On { date: day(date) }
}

/// A target and a result that a person chose, in 2024.
pub(super) fn chosen(target: Target, result: Option<Reading>) -> Indicator {
    let mut made = indicator("target", if result.is_some() { "result" } else { "" });
    let cell = made.cells.get_mut(&year(2024)).unwrap();
    cell.target_reading = Some(target);
    cell.result_reading = result;
    made
}

pub(super) fn scored(made: &Indicator, policy: &Policy) -> CellScore {
    score_cell(made, year(2024), policy, day("2024-06-30")).unwrap()
}

pub(super) fn score(target: &Target, result: Reading) -> CellScore {
    scored(&chosen(target.clone(), Some(result)), &Policy::default())
}

pub(super) fn says(target: &Target, result: Reading) -> String {
    told(&score(target, result))
}

pub(super) fn rating(text: &str) -> Quantity {
    quantity(text, Measure::OutOf(4.into()))
}

pub(super) fn times(count: u32) -> Target {
    Target::Times { count: NonZeroU32::new(count).unwrap() }
}

pub(super) fn change(direction: Direction, by: Option<Difference>, from: Reference) -> Target {
    Target::Change { direction, by, from }
}

pub(super) fn absolute(text: &str) -> Option<Difference> {
    Some(Difference::Amount(quantity(text, Measure::Count)))
}

pub(super) fn from(baseline: &str, target: Target, result: Reading) -> CellScore {
    let mut made = chosen(target, Some(result));
    made.baseline = (!baseline.is_empty()).then(|| Baseline { words: baseline.into(), year: None });
    scored(&made, &Policy::default())
}
