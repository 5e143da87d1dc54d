//! A number with what it counts. Percentages are kept as written: `80 %` is 80, never 0.8.

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, de};

use super::exact;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Things, people, points: whatever the words around it say.
    #[default]
    Count,
    /// Hundredths of a whole: the value 80 is 80 %.
    Percent,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days, working days too.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
    /// Euros.
    Euro,
    /// Points of a scale, or things out of so many: `3,5/4` is 3.5 out of 4. More than none.
    OutOf(
        #[serde(serialize_with = "exact::serialize", deserialize_with = "more_than_none")]
        #[cfg_attr(feature = "schema", schemars(with = "String", regex(pattern = r"^[0-9]+(\.[0-9]+)?$")))]
        Decimal,
    ),
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

    /// Returns the same quantity in another unit; none where the units do not compare, or not exactly: two weeks are 14 days
    /// and two years 24 months, but a month has no fixed number of days.
    ///
    /// ```
    /// use traguardo::target::{Measure, Quantity};
    ///
    /// let weeks = Quantity { value: 2.into(), measure: Measure::Weeks };
    /// assert_eq!(weeks.to(Measure::Days).map(|days| days.value), Some(14.into()));
    /// assert_eq!(weeks.to(Measure::Months), None);
    /// ```
    pub fn to(self, measure: Measure) -> Option<Self> {
        if self.measure == measure {
            return Some(self);
        }
        let ((family, size), (other, unit)) = (self.measure.in_units()?, measure.in_units()?);
        let value = self.value.checked_mul(size.into())?.checked_div(unit.into())?.normalize();
        // A quotient without an end fills all 28 digits.
        (family == other && value.scale() < 20).then_some(Self { value, measure })
    }
}

/// Units that turn into one another.
#[derive(PartialEq)]
enum Family {
    Clock,
    Calendar,
}

impl Measure {
    /// How many minutes, or months, one unit of time holds.
    const fn in_units(self) -> Option<(Family, u32)> {
        Some(match self {
            Self::Minutes => (Family::Clock, 1),
            Self::Hours => (Family::Clock, 60),
            Self::Days => (Family::Clock, 24 * 60),
            Self::Weeks => (Family::Clock, 7 * 24 * 60),
            Self::Months => (Family::Calendar, 1),
            Self::Years => (Family::Calendar, 12),
            Self::Count | Self::Percent | Self::Euro | Self::OutOf(_) => return None,
        })
    }

    /// Whether it is a stretch of time.
    pub const fn is_time(self) -> bool {
        self.in_units().is_some()
    }
}

/// Reads a number that is more than none: of how many.
pub(super) fn more_than_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    let whole = exact::deserialize(deserializer)?;
    if whole > Decimal::ZERO { Ok(whole) } else { Err(de::Error::custom("so many can only be of more than none")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_units_that_are_exactly_so_many_of_one_another_are_exchanged() {
        let exchanged = |value: i64, from, to| {
            Quantity { value: value.into(), measure: from }.to(to).map(|found| found.value.to_string())
        };
        assert_eq!(exchanged(48, Measure::Hours, Measure::Days).as_deref(), Some("2"));
        assert_eq!(exchanged(3, Measure::Weeks, Measure::Days).as_deref(), Some("21"));
        assert_eq!(exchanged(18, Measure::Months, Measure::Years).as_deref(), Some("1.5"));
        assert_eq!(exchanged(10, Measure::Days, Measure::Weeks), None, "ten sevenths have no end");
        assert_eq!(exchanged(60, Measure::Days, Measure::Months), None);
        assert_eq!(exchanged(60, Measure::Percent, Measure::Count), None);
    }

    #[test]
    fn a_measure_is_a_word_in_files_and_a_scale_says_of_how_many() {
        let scale = Quantity { value: Decimal::new(35, 1), measure: Measure::OutOf(4.into()) };
        let written = serde_json::to_string(&scale).unwrap();
        assert_eq!(written, r#"{"value":"3.5","measure":{"out_of":"4"}}"#);
        assert_eq!(serde_json::from_str::<Quantity>(&written).unwrap(), scale);
        let days: Quantity = serde_json::from_str(r#"{"value":"30","measure":"days"}"#).unwrap();
        assert_eq!(days.measure, Measure::Days);
        assert!(serde_json::from_str::<Quantity>(r#"{"value":"3","measure":{"out_of":"0"}}"#).is_err());
    }
}
