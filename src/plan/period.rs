//! Years, and the years a plan covers.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};

/// A calendar year, 1900 to 2200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Year(#[cfg_attr(feature = "schema", schemars(range(min = 1900, max = 2200)))] u16);

/// The years a plan covers, first and last included; at most ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Period {
    first: Year,
    last: Year,
}

/// Why numbers are no year or period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// A year before 1900 or after 2200.
    #[error("the year {0} is not between 1900 and 2200")]
    Year(i32),
    /// The last year comes before the first, or more than nine years after it.
    #[error("a period has one to ten years, not {first} to {last}")]
    Length {
        /// First year asked for.
        first: Year,
        /// Last year asked for.
        last: Year,
    },
}

impl Year {
    /// Takes a year between 1900 and 2200.
    pub fn new(year: i32) -> Result<Self, PeriodError> {
        match u16::try_from(year) {
            Ok(number) if (1900..=2200).contains(&number) => Ok(Self(number)),
            _ => Err(PeriodError::Year(year)),
        }
    }

    /// Returns the number.
    pub fn number(self) -> i32 {
        i32::from(self.0)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(i32::from(u16::deserialize(deserializer)?)).map_err(de::Error::custom)
    }
}

impl Period {
    /// Takes one to ten years.
    pub fn new(first: Year, last: Year) -> Result<Self, PeriodError> {
        if last >= first && last.0 - first.0 < 10 {
            Ok(Self { first, last })
        } else {
            Err(PeriodError::Length { first, last })
        }
    }

    /// Returns the first year.
    pub fn first(self) -> Year {
        self.first
    }

    /// Returns the last year.
    pub fn last(self) -> Year {
        self.last
    }

    /// Returns whether a year is covered.
    pub fn contains(self, year: Year) -> bool {
        (self.first..=self.last).contains(&year)
    }

    /// Walks the years in order.
    pub fn years(self) -> impl DoubleEndedIterator<Item = Year> + ExactSizeIterator + Clone {
        (self.first.0..self.last.0.saturating_add(1)).map(Year)
    }

    /// Returns the covered year nearest to `year`.
    pub fn nearest(self, year: Year) -> Year {
        year.clamp(self.first, self.last)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Ends {
            first: Year,
            last: Year,
        }
        let ends = Ends::deserialize(deserializer)?;
        Self::new(ends.first, ends.last).map_err(de::Error::custom)
    }
}
