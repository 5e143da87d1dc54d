//! Numbers and days as people type them into a field of their own.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::target::{Language, Target, parse_target};

/// Reads a number that is all a field holds, with or without `%`: `82,5`, `1.234`, `60 %`. In Italian a comma is decimal; a
/// point is taken as decimal only where it cannot group thousands (`12.5`). English the other way round. Anything else is
/// none: a field that decides over scores must not guess.
pub fn read_number(words: &str, language: Language) -> Option<Decimal> {
    let (point, group) = match language {
        Language::Italian => (',', '.'),
        Language::English => ('.', ','),
    };
    let words = words.trim().trim_end_matches('%').trim_end();
    let (sign, digits) = words.strip_prefix('-').map_or(("", words), |digits| ("-", digits));
    let (whole, fraction) = match (digits.split_once(point), digits.split_once(group)) {
        (Some((whole, fraction)), _) => (ungrouped(whole, group)?, fraction.to_owned()),
        (None, Some((whole, fraction))) if fraction.len() != 3 && !fraction.contains(group) => {
            (whole.to_owned(), fraction.to_owned())
        }
        (None, _) => (ungrouped(digits, group)?, "0".to_owned()),
    };
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(&whole) || !all_digits(&fraction) {
        return None;
    }
    Decimal::from_str_exact(&format!("{sign}{whole}.{fraction}")).ok().map(|value| value.normalize())
}

/// Joins the thousands of a whole number, if its groups are groups.
fn ungrouped(whole: &str, group: char) -> Option<String> {
    let mut groups = whole.split(group);
    let first = groups.next()?;
    let is_grouped = groups.clone().next().is_some();
    let fits = !is_grouped || ((1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3));
    fits.then(|| whole.split(group).collect())
}

/// Reads a day as people write it, alone or after `entro il`; `year` completes one without.
pub fn read_day(words: &str, year: i32) -> Option<NaiveDate> {
    match parse_target(words, year).reading {
        Target::By { date } => Some(date),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str, language: Language) -> Option<String> {
        read_number(words, language).map(|value| value.to_string())
    }

    #[test]
    fn numbers_are_read_as_the_language_writes_them() {
        for (words, italian, english) in [
            ("82,5", Some("82.5"), Some("82.5")),
            ("82.5", Some("82.5"), Some("82.5")),
            ("1.234", Some("1234"), Some("1.234")),
            ("1,234", Some("1.234"), Some("1234")),
            ("1.234,50", Some("1234.5"), None),
            ("1,234.50", None, Some("1234.5")),
            (" 60 % ", Some("60"), Some("60")),
            ("-3", Some("-3"), Some("-3")),
            ("12.34.567", None, None),
            ("60 circa", None, None),
            ("", None, None),
            (",5", None, None),
            ("5,", None, None),
        ] {
            assert_eq!(read(words, Language::Italian).as_deref(), italian, "{words} in Italian");
            assert_eq!(read(words, Language::English).as_deref(), english, "{words} in English");
        }
    }
}
