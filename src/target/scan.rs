//! Words into tokens, each with its place in the words: what the eye takes as one figure, sign or word is one token.
//!
//! Here and only here capitals, accents, look-alike letters, odd blanks and words split by a PDF are made even, so the
//! grammar never sees them. One pass, bounded look-ahead.

use std::ops::Range;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::word::{self, Word};

/// A stretch of the words that the grammar sees as one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub kind: Kind,
    /// Byte range in the words, on character boundaries.
    pub span: Range<usize>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Word(Word),
    Number(Figure),
    /// A day with its year in figures, `31.12.23`, `2024-09-30`; none where the calendar has no such day.
    Date(Option<NaiveDate>),
    /// Digits that are no number: `4.2.1`.
    Digits,
    Relation(Relation),
    Percent,
    Euro,
    Plus,
    Dash,
    Slash,
    Comma,
    Colon,
    /// `.`, `…`: the end of a sentence or of an abbreviation.
    Stop,
    /// `;`: what follows is another thing.
    Semicolon,
    /// `°`, `º`.
    Degree,
    /// Any other sign: a bracket, a bullet.
    Mark,
}

/// How a result must stand to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Exactly,
}

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

/// Returns the tokens of `words`, in order; together they cover everything but blanks and apostrophes.
pub(super) fn scan(words: &str) -> Vec<Token> {
    let mut scanner = Scanner { words, at: 0, tokens: Vec::with_capacity(8), fold: Fold::default(), last: None };
    while let Some(c) = scanner.peek() {
        scanner.token(c);
    }
    scanner.tokens
}

struct Scanner<'a> {
    words: &'a str,
    at: usize,
    tokens: Vec<Token>,
    /// Letters of the word being read.
    fold: Fold,
    /// The word before, when nothing but one blank has followed it: a PDF may have split it.
    last: Option<(Fold, usize)>,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<char> {
        self.peek_at(self.at)
    }

    fn peek_at(&self, at: usize) -> Option<char> {
        self.words.get(at..).and_then(|rest| rest.chars().next())
    }

    fn push(&mut self, kind: Kind, from: usize) {
        self.last = None;
        self.tokens.push(Token { kind, span: from..self.at });
    }

    fn token(&mut self, c: char) {
        let from = self.at;
        if c.is_ascii_digit() {
            let kind = self.written_date().unwrap_or_else(|| self.figure());
            return self.push(kind, from);
        }
        if fold(c).is_some() || c.is_alphanumeric() {
            return self.word();
        }
        self.at += c.len_utf8();
        if let Some(kind) = self.sign(c) {
            self.push(kind, from);
        }
    }

    /// Reads the sign that starts with `c`, already passed; none for what separates words and says nothing.
    fn sign(&mut self, c: char) -> Option<Kind> {
        let kind = match even(c) {
            c if c.is_whitespace() || is_silent(c) => return None,
            '\'' | '’' | '‘' | '`' | '´' | 'ʼ' | '"' | '“' | '”' | '„' | '«' | '»' => return None,
            '≥' | '⩾' | '≧' => Kind::Relation(Relation::AtLeast),
            '≤' | '⩽' | '≦' => Kind::Relation(Relation::AtMost),
            '>' if self.pass('=') => Kind::Relation(Relation::AtLeast),
            '<' if self.pass('=') => Kind::Relation(Relation::AtMost),
            '=' if self.pass('>') => Kind::Relation(Relation::AtLeast),
            '=' if self.pass('<') => Kind::Relation(Relation::AtMost),
            '>' => Kind::Relation(Relation::MoreThan),
            '<' => Kind::Relation(Relation::LessThan),
            '=' => Kind::Relation(Relation::Exactly),
            '%' => Kind::Percent,
            '€' => Kind::Euro,
            '+' | '±' => Kind::Plus,
            '-' | '‐' | '‑' | '‒' | '–' | '—' | '−' => Kind::Dash,
            '/' | '⁄' => Kind::Slash,
            ',' => Kind::Comma,
            ':' => Kind::Colon,
            '.' | '…' => Kind::Stop,
            ';' => Kind::Semicolon,
            '°' | 'º' | 'ª' => Kind::Degree,
            _ => Kind::Mark,
        };
        Some(kind)
    }

    /// Passes over `wanted`, and one blank before it, if it comes next.
    fn pass(&mut self, wanted: char) -> bool {
        let blank = self.peek().filter(|c| is_blank(*c)).map_or(0, char::len_utf8);
        let next = self.peek_at(self.at + blank).filter(|c| even(*c) == wanted);
        self.at += next.map_or(0, |c| blank + c.len_utf8());
        next.is_some()
    }

    fn word(&mut self) {
        let from = self.at;
        self.fold.clear();
        let rest = self.words.get(from..).unwrap_or_default();
        let mut len = rest.len();
        for (offset, c) in rest.char_indices() {
            match fold(c) {
                Some(letter) => self.fold.push(letter),
                None if c.is_alphanumeric() => self.fold.push('?'),
                None if is_silent(c) => {}
                None => {
                    len = offset;
                    break;
                }
            }
        }
        self.at += len;
        let read = word::word(self.fold.as_str());
        if self.join_split_word(read) {
            return;
        }
        let end = self.at;
        self.push(Kind::Word(read), from);
        self.last = Some((self.fold, end));
    }

    /// Takes `al meno` for `almeno`: two neighbours, at least one of them meaningless, that make a known word of five
    /// letters or more. `al meno` is the only pair of known words that people write for one.
    fn join_split_word(&mut self, second: Word) -> bool {
        let Some((mut joined, end)) = self.last.take() else { return false };
        let gap = self.words.get(end..self.at).and_then(|rest| rest.chars().next());
        let Some(before) = self.tokens.last_mut().filter(|_| gap.is_some_and(is_blank)) else { return false };
        if !(5..=word::LONGEST).contains(&(joined.len + self.fold.len)) {
            return false;
        }
        let both_known = second != Word::Other && before.kind != Kind::Word(Word::Other);
        if both_known && second != Word::Meno && second != Word::O {
            return false;
        }
        self.fold.as_str().chars().for_each(|letter| joined.push(letter));
        let whole = word::word(joined.as_str());
        if whole == Word::Other || (both_known && whole != Word::Almeno) {
            return false;
        }
        before.kind = Kind::Word(whole);
        before.span.end = self.at;
        true
    }

    /// Reads a day with its year, all in figures.
    fn written_date(&mut self) -> Option<Kind> {
        let bytes = self.words.as_bytes();
        let (first, first_digits, at) = digits(bytes, self.at)?;
        let separator = *bytes.get(at).filter(|b| b"/.-".contains(b))?;
        let (second, second_digits, at) = digits(bytes, at + 1)?;
        if bytes.get(at) != Some(&separator) {
            return None;
        }
        let (third, third_digits, at) = digits(bytes, at + 1)?;
        let goes_on =
            bytes.get(at).is_some_and(|b| b"/.,-".contains(b)) && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        if goes_on || second_digits > 2 {
            return None;
        }
        let (year, day) = match (first_digits, third_digits) {
            (1 | 2, 4) => (third, first),
            (1 | 2, 2) => (third + 2000, first),
            (4, 1 | 2) => (first, third),
            _ => return None,
        };
        self.at = at;
        Some(Kind::Date(i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, second, day))))
    }

    /// Reads a number in figures, with Italian or unmistakably English separators.
    fn figure(&mut self) -> Kind {
        let from = self.at;
        let mut groups = Groups::default();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|c| c.is_ascii_digit()) {
                self.at += 1;
            }
            groups.take(self.words.as_bytes().get(start..self.at).unwrap_or_default());
            let Some(c) = self.peek() else { break };
            let after = self.at + c.len_utf8();
            let next_digits = digit_run(self.words.as_bytes(), after, 4);
            match c {
                '.' | ',' if next_digits > 0 => groups.separate(c),
                '\u{a0}' | '\u{202f}' | '\u{2009}' if next_digits == 3 && groups.may_take_blank() => {
                    groups.separate(' ');
                }
                _ => break,
            }
            self.at = after;
        }
        match groups.figure(self.at - from) {
            Some(figure) => Kind::Number(figure),
            None => Kind::Digits,
        }
    }
}

/// Counts the digits at `at`, up to `most`.
fn digit_run(bytes: &[u8], at: usize, most: usize) -> usize {
    bytes.get(at..).unwrap_or_default().iter().take(most).take_while(|b| b.is_ascii_digit()).count()
}

/// Reads one to four digits at `at`, as days and years have: their value, how many, and where they end.
fn digits(bytes: &[u8], at: usize) -> Option<(u32, usize, usize)> {
    let count = digit_run(bytes, at, 5);
    if !(1..=4).contains(&count) {
        return None;
    }
    let value = bytes.get(at..at + count)?.iter().fold(0, |value: u32, b| value * 10 + u32::from(b - b'0'));
    Some((value, count, at + count))
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
        self.points == 0 && self.commas == 0 && self.first <= 3 && (self.blanks == 0 || self.last == 3)
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

/// The first letters of a word without accents or capitals; a longer word is none that the grammar knows.
#[derive(Clone, Copy, Default)]
struct Fold {
    letters: [u8; word::LONGEST + 1],
    len: usize,
}

impl Fold {
    fn clear(&mut self) {
        self.len = 0;
    }

    fn push(&mut self, letter: char) {
        if let (Some(slot), Ok(letter)) = (self.letters.get_mut(self.len), u8::try_from(letter)) {
            *slot = letter;
            self.len += 1;
        }
    }

    fn as_str(&self) -> &str {
        self.letters.get(..self.len).and_then(|letters| str::from_utf8(letters).ok()).unwrap_or_default()
    }
}

/// Returns the letter that `c` looks like, in lower case and without its accent; Cyrillic twins included.
fn fold(c: char) -> Option<char> {
    let c = even(c);
    if c.is_ascii() {
        return c.is_ascii_alphabetic().then(|| c.to_ascii_lowercase());
    }
    Some(match c {
        'à' | 'á' | 'â' | 'ä' | 'À' | 'Á' | 'Â' | 'Ä' | 'а' | 'А' => 'a',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' | 'е' | 'Е' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' | 'і' | 'І' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Ö' | 'о' | 'О' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => 'u',
        'с' | 'С' => 'c',
        'р' | 'Р' => 'p',
        'х' | 'Х' => 'x',
        'ѕ' | 'Ѕ' => 's',
        'Т' => 't',
        'М' => 'm',
        'Н' => 'h',
        'В' => 'b',
        'К' => 'k',
        _ => return None,
    })
}

/// Brings a full-width sign, letter or figure back to its common form.
fn even(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Whether `c` shows nothing of its own: a soft hyphen, a zero-width sign, an accent typed apart.
fn is_silent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

/// Whether `c` is a blank within a line.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && c != '\n' && c != '\r'
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kinds(words: &str) -> Vec<Kind> {
        scan(words).into_iter().map(|token| token.kind).collect()
    }

    fn number(words: &str) -> Option<String> {
        match kinds(words)[..] {
            [Kind::Number(figure)] => Some(figure.value.to_string()),
            _ => None,
        }
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
    fn digits_that_make_no_number_say_so() {
        for words in ["4.2.1", "1.23.456", "1,2,3", "1.234,567.8", "99999999999999999999999999999999999999999999"] {
            assert_eq!(kinds(words), [Kind::Digits], "{words}");
        }
    }

    #[test]
    fn days_in_figures_are_one_token() {
        let day = NaiveDate::from_ymd_opt(2023, 12, 31);
        for words in ["31/12/2023", "31/12/23", "31.12.2023", "31-12-23", "2023-12-31", "2023/12/31"] {
            assert_eq!(kinds(words), [Kind::Date(day)], "{words}");
        }
        assert_eq!(kinds("29/2/2023"), [Kind::Date(None)]);
    }

    #[test]
    fn words_are_known_whatever_their_dress() {
        for words in
            ["almeno", "ALMENO", "Al meno", "Alm eno", "аlmеnо", "ＡＬＭＥＮＯ", "al\u{ad}meno", "Almen\u{300}o"]
        {
            assert_eq!(kinds(words), [Kind::Word(Word::Almeno)], "{words}");
        }
        for words in ["SI", "Sì", "si'", "sí", "SI\u{300}", "Si`"] {
            assert_eq!(kinds(words), [Kind::Word(Word::Si)], "{words}");
        }
        assert_eq!(kinds("più"), [Kind::Word(Word::Piu)]);
        assert_eq!(
            kinds("entrobordo al meglio"),
            [Kind::Word(Word::Other), Kind::Word(Word::A), Kind::Word(Word::Other)]
        );
    }

    #[test]
    fn signs_are_read_in_every_spelling() {
        for (words, relation) in [
            (">=", Relation::AtLeast),
            ("=>", Relation::AtLeast),
            ("> =", Relation::AtLeast),
            ("≥", Relation::AtLeast),
            (">", Relation::MoreThan),
            ("<=", Relation::AtMost),
            ("=<", Relation::AtMost),
            ("≤", Relation::AtMost),
            ("<", Relation::LessThan),
            ("＜", Relation::LessThan),
            ("=", Relation::Exactly),
        ] {
            assert_eq!(kinds(words), [Kind::Relation(relation)], "{words}");
        }
    }

    proptest! {
        #[test]
        fn law_tokens_follow_one_another_on_character_boundaries(words in "\\PC*|[0-9., /\u{a0}\n>=%a-zàÀх-]*") {
            let mut end = 0;
            for token in scan(&words) {
                prop_assert!(token.span.start >= end && token.span.end > token.span.start);
                prop_assert!(words.get(token.span.clone()).is_some());
                end = token.span.end;
            }
        }
    }
}
