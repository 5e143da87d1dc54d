//! Numbers in figures, by the Italian rule: a comma is decimal, a point before three figures groups them.
//!
//! English separators are read where they cannot be Italian: `1,234.5`, `12.5`.

use rust_decimal::Decimal;

/// A number in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    pub value: Decimal,
    /// How many digits, when there are only digits: `09` has two, `1.234` none. Days and years have them.
    pub digits: usize,
    /// `1,234`: a decimal by the Italian rule, a thousand by the English one.
    pub doubtful: bool,
}

impl Figure {
    /// Returns a whole number written with one to `most` digits and nothing else.
    pub fn plain(&self, most: usize) -> Option<u32> {
        if (1..=most).contains(&self.digits) { self.value.try_into().ok() } else { None }
    }

    /// Returns four digits and nothing else, as a year is written.
    pub fn year(&self) -> Option<i32> {
        if self.digits == 4 { self.value.try_into().ok() } else { None }
    }
}

/// Reads the number in figures at `at`, if its separators make one, and where it ends.
pub(super) fn figure(words: &str, at: usize) -> (Option<Figure>, usize) {
    let bytes = words.as_bytes();
    let mut groups = Groups::default();
    let mut end = at;
    loop {
        let group = bytes.get(end..).unwrap_or_default();
        let group = group.get(..digit_run(bytes, end, group.len())).unwrap_or_default();
        groups.take(group);
        end += group.len();
        let Some(c) = words.get(end..).and_then(|rest| rest.chars().next()) else { break };
        let after = end + c.len_utf8();
        let next_digits = digit_run(bytes, after, 4);
        match c {
            '.' | ',' if next_digits > 0 => groups.separate(c),
            '\u{a0}' | '\u{202f}' | '\u{2009}' if next_digits == 3 && groups.may_take_blank() => groups.separate(' '),
            _ => break,
        }
        end = after;
    }
    (groups.figure(end - at), end)
}

/// Counts the digits at `at`, up to `most`.
fn digit_run(bytes: &[u8], at: usize, most: usize) -> usize {
    bytes.get(at..).unwrap_or_default().iter().take(most).take_while(|b| b.is_ascii_digit()).count()
}

/// Reads one to four digits at `at`, as days and years have: their value, how many, and where they end.
pub(super) fn digits(bytes: &[u8], at: usize) -> Option<(u32, usize, usize)> {
    let count = digit_run(bytes, at, 5);
    if !(1..=4).contains(&count) {
        return None;
    }
    let value = bytes.get(at..at + count)?.iter().fold(0, |value: u32, b| value * 10 + u32::from(b - b'0'));
    Some((value, count, at + count))
}

/// Reads an Italian number in letters that is put together: `venticinque`, `centoventi`, `duemila`.
pub(super) fn in_letters(letters: &[u8]) -> Option<u16> {
    const UNITS: [(&str, u16); 9] = [
        ("uno", 1),
        ("due", 2),
        ("tre", 3),
        ("quattro", 4),
        ("cinque", 5),
        ("sei", 6),
        ("sette", 7),
        ("otto", 8),
        ("nove", 9),
    ];
    // Without their last letter, which falls away before `uno` and `otto`.
    const TENS: [(&str, char, u16); 8] = [
        ("vent", 'i', 20),
        ("trent", 'a', 30),
        ("quarant", 'a', 40),
        ("cinquant", 'a', 50),
        ("sessant", 'a', 60),
        ("settant", 'a', 70),
        ("ottant", 'a', 80),
        ("novant", 'a', 90),
    ];
    const TEENS: [(&str, u16); 3] = [("dieci", 10), ("quindici", 15), ("dodici", 12)];
    // Nearly every word is no number, and half of them begin with a letter that no number begins with.
    if !matches!(letters.first(), Some(b'c' | b'd' | b'n' | b'o' | b'q' | b's' | b't' | b'u' | b'v')) {
        return None;
    }
    let word = str::from_utf8(letters).ok()?;
    let unit = |rest: &str| UNITS.iter().find(|(name, _)| *name == rest).map(|(_, value)| *value);
    let ten = |rest: &str| {
        let (stem, last, value) = TENS.iter().find(|(stem, ..)| rest.starts_with(stem))?;
        let after = rest.strip_prefix(stem)?;
        match after.strip_prefix(*last) {
            Some("") => Some(*value),
            Some(after) => unit(after).map(|unit| value + unit),
            None => matches!(after, "uno" | "un" | "otto").then(|| value + if after == "otto" { 8 } else { 1 }),
        }
    };
    let below_hundred = |rest: &str| {
        let teen = || TEENS.iter().find(|(name, _)| *name == rest).map(|(_, value)| *value);
        ten(rest).or_else(|| unit(rest)).or_else(teen)
    };
    let several_hundreds = || {
        let (name, hundreds) = UNITS.iter().find(|(name, _)| word.starts_with(name))?;
        Some((*hundreds, word.strip_prefix(name)?.strip_prefix("cento")?))
    };
    let hundreds = word.strip_prefix("cento").map(|after| (1, after)).or_else(several_hundreds);
    if let Some((hundreds, after)) = hundreds {
        let rest = if after.is_empty() { 0 } else { below_hundred(after)? };
        return Some(hundreds * 100 + rest);
    }
    match word.strip_suffix("mila") {
        Some(thousands) => below_hundred(thousands)?.checked_mul(1000),
        None => ten(word),
    }
}

/// The groups of digits of a number and what stands between them, gathered without keeping them.
#[derive(Default)]
struct Groups {
    /// All digits as one number; none once too long for a decimal.
    digits: Option<i128>,
    first: usize,
    first_is_zero: bool,
    last: usize,
    /// Whether every group between the first and the last has three digits.
    even: bool,
    points: usize,
    commas: usize,
    blanks: usize,
    final_separator: Option<char>,
    seen: bool,
}

impl Groups {
    fn take(&mut self, group: &[u8]) {
        if !self.seen {
            (self.seen, self.even, self.digits) = (true, true, Some(0));
            self.first = group.len();
            self.first_is_zero = group.first() == Some(&b'0');
        }
        self.last = group.len();
        for digit in group {
            self.digits = self
                .digits
                .and_then(|all| all.checked_mul(10))
                .and_then(|all| all.checked_add(i128::from(digit - b'0')));
        }
    }

    fn separate(&mut self, separator: char) {
        let is_first = self.final_separator.is_none();
        self.even &= is_first || self.last == 3;
        match separator {
            '.' => self.points += 1,
            ',' => self.commas += 1,
            _ => self.blanks += 1,
        }
        self.final_separator = Some(separator);
    }

    fn may_take_blank(&self) -> bool {
        self.points == 0 && self.commas == 0 && self.first <= 3
    }

    fn figure(&self, length: usize) -> Option<Figure> {
        let digits = self.digits?;
        let kinds = [self.points, self.commas, self.blanks].iter().filter(|count| **count > 0).count();
        let grouped = self.even && self.first <= 3 && !self.first_is_zero;
        let thousands = grouped && self.last == 3;
        let scale = match (self.final_separator, kinds) {
            (None, _) => 0,
            (Some('.'), 1) if self.points == 1 => {
                if thousands {
                    0
                } else {
                    self.last
                }
            }
            (Some(','), 1) if self.commas == 1 => self.last,
            (Some(_), 1) if thousands => 0,
            (Some('.'), 2) if grouped && self.points == 1 => self.last,
            (Some(','), 2) if grouped && self.commas == 1 => self.last,
            _ => return None,
        };
        let value = Decimal::try_from_i128_with_scale(digits, u32::try_from(scale).ok()?).ok()?;
        let doubtful = kinds == 1 && self.commas == 1 && thousands;
        Some(Figure { value, digits: if kinds == 0 { length } else { 0 }, doubtful })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(words: &str) -> Option<String> {
        let (figure, end) = figure(words, 0);
        assert_eq!(end, words.len());
        figure.map(|figure| figure.value.to_string())
    }

    #[test]
    fn numbers_are_read_by_the_italian_rule() {
        for (words, value) in [
            ("3", "3"),
            ("007", "7"),
            ("1.234", "1234"),
            ("9.750", "9750"),
            ("1.234.567", "1234567"),
            ("1.234,56", "1234.56"),
            ("12,5", "12.5"),
            ("1,234", "1.234"),
            ("12.5", "12.5"),
            ("0.125", "0.125"),
            ("1234.567", "1234.567"),
            ("1.2340", "1.2340"),
            ("1,234,567", "1234567"),
            ("1,234.5", "1234.5"),
            ("1\u{a0}234", "1234"),
            ("1\u{202f}234\u{202f}567.125", "1234567.125"),
        ] {
            assert_eq!(number(words).as_deref(), Some(value), "{words}");
        }
    }

    #[test]
    fn numbers_in_letters_are_put_together() {
        for (word, value) in [
            ("venticinque", Some(25)),
            ("ventuno", Some(21)),
            ("trentotto", Some(38)),
            ("cento", Some(100)),
            ("centoventi", Some(120)),
            ("duecento", Some(200)),
            ("trecentocinquanta", Some(350)),
            ("duemila", Some(2000)),
            ("sessantamila", Some(60_000)),
            ("novantamila", None),
            ("percento", None),
            ("ventilato", None),
            ("", None),
        ] {
            assert_eq!(in_letters(word.as_bytes()), value, "{word}");
        }
    }

    #[test]
    fn a_hard_blank_groups_only_what_has_no_other_separator() {
        for (words, length) in [("1.234\u{a0}567", 5), ("3,5\u{a0}100", 3), ("2024\u{a0}150", 4), ("12\u{a0}34", 2)] {
            assert_eq!(figure(words, 0).1, length, "{words}");
        }
    }

    #[test]
    fn digits_that_make_no_number_say_so() {
        for words in ["4.2.1", "1.23.456", "1,2,3", "1.234,567.8", "99999999999999999999999999999999999999999999"] {
            assert_eq!(number(words), None, "{words}");
        }
    }
}
