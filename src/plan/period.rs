//! Years, and the years a plan covers.

use std::fmt;

use chrono::NaiveDate;
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

    /// Returns its last day; every year from 1900 to 2200 has one.
    pub fn last_day(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.number(), 12, 31)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn year(number: i32) -> Year {
        Year::new(number).unwrap()
    }

    fn period(first: i32, last: i32) -> Result<Period, PeriodError> {
        Period::new(year(first), year(last))
    }

    #[test]
    fn a_year_is_one_people_could_mean() {
        for number in [1900, 2024, 2200] {
            assert_eq!(year(number).number(), number);
        }
        for number in [-1, 0, 24, 1899, 2201, 70_000, i32::MAX] {
            assert_eq!(Year::new(number), Err(PeriodError::Year(number)));
        }
    }

    #[test]
    fn a_period_has_one_to_ten_years() {
        for (first, last, years) in [(2024, 2024, 1), (2024, 2026, 3), (2191, 2200, 10)] {
            assert_eq!(period(first, last).unwrap().years().len(), years);
        }
        for (first, last) in [(2025, 2024), (2024, 2034)] {
            let length = PeriodError::Length { first: year(first), last: year(last) };
            assert_eq!(period(first, last), Err(length));
        }
    }

    #[test]
    fn its_years_are_those_it_contains() {
        let period = period(2024, 2026).unwrap();
        assert_eq!(period.years().map(Year::number).collect::<Vec<_>>(), [2024, 2025, 2026]);
        for (number, inside, nearest) in
            [(2023, false, 2024), (2024, true, 2024), (2026, true, 2026), (2030, false, 2026)]
        {
            assert_eq!(period.contains(year(number)), inside);
            assert_eq!(period.nearest(year(number)), year(nearest));
        }
    }

    #[test]
    fn a_file_is_held_to_the_same_bounds() {
        let read = serde_json::from_str::<Period>;
        let kept = read(r#"{"first": 2024, "last": 2026}"#).unwrap();
        assert_eq!(serde_json::to_string(&kept).unwrap(), r#"{"first":2024,"last":2026}"#);
        for wrong in [
            r#"{"first": 2026, "last": 2024}"#,
            r#"{"first": 2024, "last": 2040}"#,
            r#"{"first": 24, "last": 26}"#,
            r#"{"first": 2024}"#,
            r#"{"first": 2024, "last": 2026, "middle": 2025}"#,
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
