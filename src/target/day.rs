//! Days in files: `"2024-09-30"` and nothing else. chrono itself would also take `2024-9-30`, blanks between, and years of
//! five digits, which no other program need understand.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, de};

/// Reads a day.
pub fn one<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    Day::deserialize(deserializer).map(|Day(day)| day)
}

/// Reads a day, or null for none. The field needs a default beside this one, or it may no longer be left out.
pub fn maybe<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    Ok(Option::<Day>::deserialize(deserializer)?.map(|Day(day)| day))
}

/// Reads a year, 1900 to 2200.
pub fn year<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i32, D::Error> {
    let year = i32::deserialize(deserializer)?;
    if is_year(year) { Ok(year) } else { Err(de::Error::custom("it is not a year between 1900 and 2200")) }
}

/// Whether a number can be the year of a plan.
pub fn is_year(year: i32) -> bool {
    (1900..=2200).contains(&year)
}

struct Day(NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        read(&written).map(Self).ok_or_else(|| de::Error::custom("it is not a day such as \"2024-09-30\""))
    }
}

/// Reads four figures, two and two, with a dash between, if there is such a day.
fn read(written: &str) -> Option<NaiveDate> {
    let fits = |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    let is_iso = written.len() == 10 && written.bytes().enumerate().all(fits);
    if is_iso { written.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_in_one_way() {
        for written in ["2024-09-30", "2024-02-29", "0024-01-01", "9999-12-31"] {
            assert_eq!(read(written).map(|day| day.to_string()).as_deref(), Some(written));
        }
        for written in [
            "",
            "2024-9-30",
            "2024- 9-30",
            " 2024-09-30",
            "2024-09-30 ",
            "2024-09-3 ",
            "+12023-01-01",
            "+2024-9-30",
            "-2024-9-30",
            "2024-09-31",
            "2023-02-29",
            "2024-00-10",
            "2024/09/30",
            "30/09/2024",
            "20240930",
            "2024-09-30T00:00:00",
            "٢٠٢٤-٠٩-٣٠",
        ] {
            assert_eq!(read(written), None, "{written}");
        }
    }
}
