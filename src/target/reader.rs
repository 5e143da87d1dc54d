//! Words with their tokens: what stands at a place, and the words behind it.

use std::ops::Range;

use super::number::Figure;
use super::scan::{Kind, Token};
use super::word::Word;
use super::{Part, Role};

/// Words with their tokens, read from any place onward.
pub(super) struct Reader<'a> {
    pub words: &'a str,
    pub tokens: &'a [Token],
    /// The year of the column, which completes dates.
    pub year: i32,
}

impl Reader<'_> {
    /// Returns the kind of the token at `at`.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Returns the word at `at`.
    pub fn word(&self, at: usize) -> Option<Word> {
        match self.kind(at) {
            Some(Kind::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// Whether the word at `at` is one of `wanted`.
    pub fn is(&self, at: usize, wanted: &[Word]) -> bool {
        self.word(at).is_some_and(|word| word.is_one_of(wanted))
    }

    /// Whether one of `wanted` stands anywhere: where none does, nothing that needs one is looked for.
    pub fn has(&self, wanted: &[Word]) -> bool {
        (0..self.tokens.len()).any(|at| self.is(at, wanted))
    }

    /// Whether a sign stands anywhere.
    pub fn has_sign(&self, sign: Kind) -> bool {
        self.tokens.iter().any(|token| token.kind == sign)
    }

    /// Whether the token at `at` begins with some letters, capitals or not.
    pub fn begins(&self, at: usize, start: &str) -> bool {
        self.text(at..at + 1).get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start))
    }

    /// Whether the token at `at` ends with some letters, capitals or not.
    pub fn ends(&self, at: usize, end: &str) -> bool {
        let text = self.text(at..at + 1);
        let found = text.len().checked_sub(end.len()).and_then(|from| text.get(from..));
        found.is_some_and(|found| found.eq_ignore_ascii_case(end))
    }

    /// Returns the place after the word at `at` if it is one of `wanted`, else `at`.
    pub fn pass(&self, at: usize, wanted: &[Word]) -> usize {
        at + usize::from(self.is(at, wanted))
    }

    /// Returns the words of some tokens.
    pub fn text(&self, tokens: Range<usize>) -> &str {
        self.span(tokens).and_then(|span| self.words.get(span)).unwrap_or_default()
    }

    fn span(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens.get(tokens)?;
        Some(tokens.first()?.span.start..tokens.last()?.span.end)
    }

    /// Returns what some tokens contribute; nothing when there are none.
    pub fn part(&self, tokens: Range<usize>, role: Role) -> Option<Part> {
        self.span(tokens).map(|span| Part { span, role })
    }

    /// Whether a number in figures stands at `at`.
    pub fn is_number(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Number(_)))
    }

    /// Returns the number in figures at `at`.
    pub fn figure(&self, at: usize) -> Option<Figure> {
        match self.kind(at) {
            Some(Kind::Number(figure)) => Some(figure),
            _ => None,
        }
    }

    /// Whether a percent sign, or the word for it, stands at `at`.
    pub fn is_percent(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Percent | Kind::Word(Word::Percent | Word::Number(100))))
    }

    /// Whether the euro sign, or the word for it, stands at `at`.
    pub fn is_euro(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Euro | Kind::Word(Word::Euro)))
    }

    /// Whether a unit of time stands at `at`.
    pub fn is_unit(&self, at: usize) -> bool {
        matches!(self.word(at), Some(Word::Unit(_) | Word::Stretch(_) | Word::Anno))
    }

    /// Whether nothing stands between the token at `at` and the next.
    pub fn touches_next(&self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(token), Some(next)) => token.span.end == next.span.start,
            _ => false,
        }
    }
}
