//! A number with what it counts. Percentages are kept as written: `80 %` is 80, never 0.8.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::exact;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Things, people, days, euros: whatever the words around it say.
    #[default]
    Count,
    /// Hundredths of a whole: the value 80 is 80 %.
    Percent,
}

/// A number as a person wrote it, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The number; `80 %` is 80.
    #[serde(with = "exact")]
    #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^-?[0-9]+(\.[0-9]+)?$")))]
    pub value: Decimal,
    /// What it counts.
    #[serde(default)]
    pub measure: Measure,
}

impl Quantity {
    /// Returns a quantity of things.
    pub const fn count(value: Decimal) -> Self {
        Self { value, measure: Measure::Count }
    }

    /// Returns a quantity in hundredths.
    pub const fn percent(value: Decimal) -> Self {
        Self { value, measure: Measure::Percent }
    }
}
