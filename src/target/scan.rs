//! Words into tokens, each with its place in the words: what the eye takes as one figure, sign or word is one token.
//!
//! Here and only here capitals, accents, look-alike letters, odd blanks and words split by a PDF are made even, so the
//! grammar never sees them. One pass, bounded look-ahead.

use std::ops::Range;

use chrono::NaiveDate;

use super::letter::{Fold, even, fold, is_blank, is_silent};
use super::number::{self, Figure};
use super::vocabulary::LONGEST;
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
    /// `±`, `+-`, `+/-`: one way or the other.
    PlusMinus,
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
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// Any other sign: a bullet.
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

/// The most bytes looked at: a page of text is no promise, and its reading must not keep anybody waiting.
const MOST: usize = 4096;

/// Whether words are too long to be read.
pub(super) const fn is_too_long(words: &str) -> bool {
    words.len() > MOST
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
            '±' => Kind::PlusMinus,
            '+' if self.pass_minus() => Kind::PlusMinus,
            '+' => Kind::Plus,
            '-' | '‐' | '‑' | '‒' | '–' | '—' | '−' => Kind::Dash,
            '/' | '⁄' => Kind::Slash,
            ',' => Kind::Comma,
            ':' => Kind::Colon,
            '.' | '…' => Kind::Stop,
            ';' => Kind::Semicolon,
            '°' | 'º' | 'ª' | '^' => Kind::Degree,
            '(' | '[' => Kind::Open,
            ')' | ']' => Kind::Close,
            '÷' => Kind::Dash,
            _ => Kind::Mark,
        };
        Some(kind)
    }

    /// Passes over a minus, or a slash and a minus, right after a plus.
    fn pass_minus(&mut self) -> bool {
        let rest = self.words.get(self.at..).unwrap_or_default();
        let slash = rest.strip_prefix('/').map_or(0, |_| 1);
        let sign = rest.get(slash..).and_then(|rest| rest.chars().next()).filter(|c| matches!(c, '-' | '–' | '−'));
        self.at += sign.map_or(0, |c| slash + c.len_utf8());
        sign.is_some()
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
                None if c.is_alphanumeric() => self.fold.push(b'?'),
                None if is_silent(c) => {}
                None => {
                    len = offset;
                    break;
                }
            }
        }
        self.at += len;
        let read = word::word(self.fold.letters());
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
        if !(5..=LONGEST).contains(&(joined.len + self.fold.len)) {
            return false;
        }
        let both_known = second != Word::Other && before.kind != Kind::Word(Word::Other);
        if both_known && second != Word::Meno {
            return false;
        }
        self.fold.letters().iter().for_each(|letter| joined.push(*letter));
        let whole = word::word(joined.letters());
        if whole == Word::Other {
            return false;
        }
        before.kind = Kind::Word(whole);
        before.span.end = self.at;
        true
    }

    /// Reads a day with its year, all in figures.
    fn written_date(&mut self) -> Option<Kind> {
        let bytes = self.words.as_bytes();
        let (first, first_digits, at) = number::digits(bytes, self.at)?;
        let separator = *bytes.get(at).filter(|b| b"/.-".contains(b))?;
        let (second, second_digits, at) = number::digits(bytes, at + 1)?;
        if bytes.get(at) != Some(&separator) {
            return None;
        }
        let (third, third_digits, at) = number::digits(bytes, at + 1)?;
        let is_joined = |b: &u8| *b == separator || (separator == b'.' && *b == b',');
        let goes_on = bytes.get(at).is_some_and(is_joined) && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
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

    fn figure(&mut self) -> Kind {
        let (figure, end) = number::figure(self.words, self.at);
        self.at = end;
        figure.map_or(Kind::Digits, Kind::Number)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::target::Measure;

    fn kinds(words: &str) -> Vec<Kind> {
        scan(words).into_iter().map(|token| token.kind).collect()
    }

    #[test]
    fn days_in_figures_are_one_token() {
        let day = NaiveDate::from_ymd_opt(2023, 12, 31);
        for words in ["31/12/2023", "31/12/23", "31.12.2023", "31-12-23", "2023-12-31", "2023/12/31"] {
            assert_eq!(kinds(words), [Kind::Date(day)], "{words}");
        }
        assert_eq!(kinds("29/2/2023"), [Kind::Date(None)]);
        assert_eq!(kinds("4.2.1"), [Kind::Digits]);
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
        // With Cyrillic letters that look like them.
        for (words, word) in [
            ("МАХ", Word::Massimo),
            ("рiù", Word::Piu),
            ("саuѕа", Word::Causa),
            ("SЕТТЕМВRЕ", Word::Month(9)),
            ("ОК", Word::Done),
            ("Нours", Word::Unit(Measure::Hours)),
        ] {
            assert_eq!(kinds(words), [Kind::Word(word)], "{words}");
        }
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
