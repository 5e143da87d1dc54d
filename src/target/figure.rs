//! How every figure of the application is written. What people read is rounded here and nowhere else, by [`rounded`], so
//! that one figure has the same digits on the screen, in print and in what other programs are handed.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};

use super::Language;

/// Keeps a figure and its sign or unit on one line.
pub(super) const NO_BREAK_SPACE: char = '\u{a0}';

const ITALIAN_MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Shows a number with all its digits and no trailing zeros: `1.234,5`.
///
/// ```
/// use traguardo::target::{Language, show_number};
///
/// let value = "1234.50".parse().unwrap();
/// assert_eq!(show_number(value, Language::Italian), "1.234,5");
/// assert_eq!(show_number(value, Language::English), "1,234.5");
/// ```
pub fn show_number(value: Decimal, language: Language) -> String {
    let (group, point) = separators(language);
    write_number(value.normalize(), group, point)
}

/// The decimals beyond which a figure is the error of its arithmetic.
const EXACT: u32 = 20;

/// Rounds a figure as it is shown: to exactly `decimals` of them, half away from zero.
///
/// A decimal holds 28 digits, so thirds of thirds may come to 82.4049999999999999999999999 where 82.405 is meant; what lies
/// beyond the twentieth decimal is taken off first.
///
/// ```
/// use traguardo::target::rounded;
///
/// assert_eq!(rounded("82.4049999999999999999999999".parse().unwrap(), 2).to_string(), "82.41");
/// assert_eq!(rounded("82.404999".parse().unwrap(), 2).to_string(), "82.40");
/// ```
pub fn rounded(value: Decimal, decimals: u32) -> Decimal {
    let half_away = RoundingStrategy::MidpointAwayFromZero;
    let meant = value.round_dp_with_strategy(EXACT.max(decimals), half_away);
    let mut rounded = meant.round_dp_with_strategy(decimals, half_away);
    // Only adds zeros, and only as many as fit the digits a decimal holds.
    rounded.rescale(decimals);
    rounded
}

/// Shows a number with exactly `decimals` of them, [`rounded`]: `82,40`.
///
/// ```
/// use traguardo::target::{Language, show_rounded};
///
/// assert_eq!(show_rounded("-0.005".parse().unwrap(), 2, Language::Italian), "-0,01");
/// assert_eq!(show_rounded("1234.5".parse().unwrap(), 0, Language::English), "1,235");
/// ```
pub fn show_rounded(value: Decimal, decimals: u32, language: Language) -> String {
    let (group, point) = separators(language);
    write_number(rounded(value, decimals), group, point)
}

/// Shows hundredths with two decimals: 82.4 is `82,40 %`. The space does not break.
///
/// ```
/// use traguardo::target::{Language, show_percent};
///
/// assert_eq!(show_percent("82.4".parse().unwrap(), Language::Italian), "82,40\u{a0}%");
/// ```
pub fn show_percent(hundredths: Decimal, language: Language) -> String {
    let mut shown = show_rounded(hundredths, 2, language);
    shown.push(NO_BREAK_SPACE);
    shown.push('%');
    shown
}

/// Shows a day in figures, `30/09/2024`, the same in both languages.
pub fn show_date(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

/// Shows a day with its month in letters: `30 settembre 2024`, `1° marzo 2024`, `30 September 2024`.
pub fn show_long_date(date: NaiveDate, language: Language) -> String {
    let months = match language {
        Language::Italian => &ITALIAN_MONTHS,
        Language::English => &ENGLISH_MONTHS,
    };
    let month = months.get(date.month0() as usize).copied().unwrap_or_default();
    let first = if date.day() == 1 && language == Language::Italian { "°" } else { "" };
    format!("{}{first} {month} {:04}", date.day(), date.year())
}

const fn separators(language: Language) -> (char, char) {
    match language {
        Language::Italian => ('.', ','),
        Language::English => (',', '.'),
    }
}

/// Writes the digits `value` has, in groups of three before the point.
pub(super) fn write_number(value: Decimal, group: char, point: char) -> String {
    let mut digits = String::new();
    // Writing to a string cannot fail.
    let _ = write!(digits, "{}", value.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut shown = String::with_capacity(digits.len() * 2);
    if value.is_sign_negative() && !value.is_zero() {
        shown.push('-');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            shown.push(group);
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push(point);
        shown.push_str(fraction);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_are_grouped_and_keep_their_digits() {
        for (value, italian, english) in [
            ("0", "0", "0"),
            ("-0.0", "0", "0"),
            ("7", "7", "7"),
            ("999", "999", "999"),
            ("1000", "1.000", "1,000"),
            ("-1234567.891", "-1.234.567,891", "-1,234,567.891"),
            ("0.5", "0,5", "0.5"),
            ("79228162514264337593543950335", "79.228.162.514.264.337.593.543.950.335", ""),
        ] {
            assert_eq!(show_number(decimal(value), Language::Italian), italian);
            if !english.is_empty() {
                assert_eq!(show_number(decimal(value), Language::English), english);
            }
        }
    }

    #[test]
    fn percents_round_half_away_from_zero() {
        for (value, shown) in [
            ("82.4", "82,40\u{a0}%"),
            ("16.6666666666666666666666666667", "16,67\u{a0}%"),
            ("0.005", "0,01\u{a0}%"),
            ("-0.005", "-0,01\u{a0}%"),
            ("-0.004", "0,00\u{a0}%"),
            ("0.015", "0,02\u{a0}%"),
            ("100", "100,00\u{a0}%"),
            ("1234.5", "1.234,50\u{a0}%"),
            // The error of thirds is no part of the figure; a digit that somebody could have meant is.
            ("82.40499999999999999999999999", "82,41\u{a0}%"),
            ("82.404999999999", "82,40\u{a0}%"),
            ("82.40500000000000000000000001", "82,41\u{a0}%"),
        ] {
            assert_eq!(show_percent(decimal(value), Language::Italian), shown);
        }
    }

    #[test]
    fn days_are_written_day_first() {
        let day = NaiveDate::from_ymd_opt(2024, 9, 30).unwrap();
        assert_eq!(show_date(day), "30/09/2024");
        assert_eq!(show_long_date(day, Language::Italian), "30 settembre 2024");
        assert_eq!(show_long_date(day, Language::English), "30 September 2024");
        let first = NaiveDate::from_ymd_opt(2024, 3, 1).unwrap();
        assert_eq!(show_long_date(first, Language::Italian), "1° marzo 2024");
        assert_eq!(show_long_date(first, Language::English), "1 March 2024");
    }
}
