//! The one quantity behind every figure: points over what is measured.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Basis;
use crate::attainment::Worth;
use crate::plan::Percent;

/// Points and measured weight, summed: `S = 100 · points / measured`. Of one child, what a unit of its weight brings.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(super) struct Ratio {
    pub points: Decimal,
    pub measured: Decimal,
}

/// Less than this is what divisions on the way left behind.
const LEAST: Decimal = Decimal::from_parts(1, 0, 0, false, 16);

impl Ratio {
    /// What a unit of weight brings: on the floor all of it counts as measured.
    pub fn of(worth: Worth, basis: Basis) -> Self {
        let measured = match basis {
            Basis::Measured => worth.measured.value(),
            Basis::Floor => Decimal::ONE_HUNDRED,
        };
        Self { points: worth.points.value(), measured }
    }

    pub fn plus(self, other: Self) -> Self {
        Self {
            points: self.points.saturating_add(other.points),
            measured: self.measured.saturating_add(other.measured),
        }
    }

    pub fn minus(self, other: Self) -> Self {
        Self {
            points: self.points.saturating_sub(other.points),
            measured: self.measured.saturating_sub(other.measured),
        }
    }

    pub fn times(self, factor: Decimal) -> Self {
        Self { points: self.points.saturating_mul(factor), measured: self.measured.saturating_mul(factor) }
    }

    /// One of so many equal parts.
    pub fn over(self, divisor: Decimal) -> Option<Self> {
        Some(Self { points: self.points.checked_div(divisor)?, measured: self.measured.checked_div(divisor)? })
    }

    /// What is there beyond a threshold, in points: above zero where the figure passes it. Linear where the figure is not,
    /// so that questions of reaching a threshold become linear ones.
    pub fn beyond(self, threshold: Percent) -> Decimal {
        let wanted = threshold.value().saturating_mul(self.measured).checked_div(Decimal::ONE_HUNDRED);
        self.points.saturating_sub(wanted.unwrap_or(Decimal::MAX))
    }

    /// The figure; none where nothing is measured. It keeps fewer decimals than shares do, so that 60 % which went through
    /// shares of a third still reaches a limit of 60 %.
    pub fn figure(self) -> Option<Percent> {
        if self.measured < LEAST {
            return None;
        }
        let hundredths = self.points.saturating_mul(Decimal::ONE_HUNDRED);
        Percent::new(settled(hundredths.checked_div(self.measured)?).max(Decimal::ZERO)).ok()
    }
}

/// A value without what rounding and divisions on the way left behind: what should be zero is.
pub(super) fn settled(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(16, RoundingStrategy::MidpointAwayFromZero)
}
