//! Words as a person wrote them, and their reading, made once and never stored in a file.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Context;

/// How sure a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// One way among several: offered, not taken.
    Guess,
    /// Read from the context; marked on the screen, can be confirmed.
    Likely,
    /// Nothing else could be meant.
    Sure,
}

/// What a stretch of words contributes to a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// `almeno`, `>`, `entro`.
    Operator,
    /// The number with its unit.
    Quantity,
    /// The day, month or year.
    Date,
    /// How often: `trimestrale`, `ogni mese`.
    Frequency,
    /// What a change starts from: `rispetto al 2023`.
    Reference,
    /// `SI`, `da definire`.
    Answer,
}

/// A stretch of words and what it contributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Byte range in the words, on character boundaries.
    pub span: Range<usize>,
    /// What it contributes.
    pub role: Role,
}

/// Why a reading is not sure, or why there is none: what a person may want to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// `31/02/2023`: the calendar has no such day, so nothing was read.
    NoSuchDay,
    /// `Tasso di risposta 75%`: whether at least, at most or exactly so much is not said.
    OperatorNotStated,
    /// `Entro maggio`: its last day was taken.
    DayNotStated,
    /// `12/9`: a day or so many of so many.
    DayOrShare,
    /// `1,234`: a decimal or a thousand.
    DecimalOrThousand,
    /// `bimensile`: twice a month as written, often meant for every two months.
    OftenConfused,
    /// Other words stand around what was read and may change it.
    OtherWords,
    /// Longer than what is looked at, so nothing was read.
    TooLong,
}

/// A reading with its certainty and the words behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read<R> {
    /// What the words say; of a guess, what they might say: see [`Read::taken`].
    pub reading: R,
    /// How sure that is.
    pub certainty: Certainty,
    /// The words behind each part, in order.
    pub parts: Vec<Part>,
    /// Why it is not sure, where that can be said.
    pub doubt: Option<Doubt>,
}

impl<R> Read<R> {
    /// Returns a reading that nobody need confirm, such as one that a person chose.
    pub const fn sure(reading: R) -> Self {
        Self { reading, certainty: Certainty::Sure, parts: Vec::new(), doubt: None }
    }
}

impl<R: FromWords> Read<R> {
    /// Returns what counts: the reading, or plain words where it is a guess. A guess is shown for a person to confirm, and
    /// nothing is computed from it.
    pub fn taken(&self) -> R {
        if self.certainty == Certainty::Guess { R::WORDS } else { self.reading.clone() }
    }
}

/// A kind of reading that words can be read into.
pub trait FromWords: Clone {
    /// What a person has to judge.
    const WORDS: Self;

    /// Reads `words` by what stands around them. Never fails: what is not understood is kept as words.
    fn read(words: &str, context: Context) -> Read<Self>;
}

/// Words and their reading. Two phrases are equal when their words are.
///
/// ```
/// use traguardo::target::{Certainty, Phrase, Quantity, Target};
///
/// let promise: Phrase<Target> = "Almeno 2".into();
/// let read = promise.read(2024);
/// assert_eq!(read.reading, Target::AtLeast(Quantity::count(2.into())));
/// assert_eq!(read.certainty, Certainty::Sure);
/// assert_eq!(promise.words(), "Almeno 2");
/// ```
pub struct Phrase<R> {
    words: String,
    /// Whether the words say nothing. Every figure asks, and the words themselves lie somewhere else in memory.
    is_empty: bool,
    /// The first reading asked for, with what stood around it: a phrase stands in one column, beside one target, so it is
    /// nearly always the only one.
    made: OnceLock<(Context, Read<R>)>,
}

impl<R> Phrase<R> {
    /// Returns a phrase of these words, not read yet.
    pub fn new(words: impl Into<String>) -> Self {
        let words = words.into();
        Self { is_empty: words.chars().all(says_nothing), words, made: OnceLock::new() }
    }

    /// Returns the words exactly as they were written.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Tells whether nothing was said: nothing written, only blanks, or the `-` and `//` that stand in the empty fields of a
    /// table.
    pub fn is_empty(&self) -> bool {
        self.is_empty
    }

    /// Tells whether there is nothing to keep, not even a blank; a file leaves such a phrase out.
    pub fn is_unwritten(&self) -> bool {
        self.words.is_empty()
    }
}

impl<R: FromWords> Phrase<R> {
    /// Returns the reading of the words in the column of a year, or beside a target ([`Context`]), made the first time and
    /// kept; elsewhere they are read afresh.
    pub fn read(&self, context: impl Into<Context>) -> Cow<'_, Read<R>> {
        let context = context.into();
        let (made_for, read) = self.made.get_or_init(|| (context, R::read(&self.words, context)));
        if *made_for == context { Cow::Borrowed(read) } else { Cow::Owned(R::read(&self.words, context)) }
    }
}

/// Whether a sign fills a field without saying anything.
fn says_nothing(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '-' | '‐' | '‑' | '‒' | '–' | '—' | '−' | '/' | '_' | '.' | '…')
}

// Written out because a derive would ask the same of `R`, and the words alone decide.

impl<R: Clone> Clone for Phrase<R> {
    fn clone(&self) -> Self {
        Self { words: self.words.clone(), is_empty: self.is_empty, made: self.made.clone() }
    }
}

impl<R> fmt::Debug for Phrase<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Phrase").field(&self.words).finish()
    }
}

impl<R> Default for Phrase<R> {
    fn default() -> Self {
        Self::new("")
    }
}

impl<R> PartialEq for Phrase<R> {
    fn eq(&self, other: &Self) -> bool {
        self.words == other.words
    }
}

impl<R> Eq for Phrase<R> {}

impl<R> From<&str> for Phrase<R> {
    fn from(words: &str) -> Self {
        Self::new(words)
    }
}

impl<R> From<String> for Phrase<R> {
    fn from(words: String) -> Self {
        Self::new(words)
    }
}

impl<R> Serialize for Phrase<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.words)
    }
}

impl<'de, R> Deserialize<'de> for Phrase<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

#[cfg(feature = "schema")]
impl<R> schemars::JsonSchema for Phrase<R> {
    fn schema_name() -> Cow<'static, str> {
        "Phrase".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::{Reading, Target};

    fn promise(words: &str) -> Phrase<Target> {
        Phrase::new(words)
    }

    #[test]
    fn a_reading_is_made_once_and_kept_by_a_copy() {
        let phrase = promise("Entro il 30/9");
        assert!(matches!(phrase.read(2024), Cow::Borrowed(_)));
        assert!(matches!(phrase.clone().read(2024), Cow::Borrowed(_)));
        assert!(matches!(phrase.read(2025), Cow::Owned(_)));
        assert_ne!(phrase.read(2024), phrase.read(2025));
    }

    #[test]
    fn words_travel_byte_for_byte() {
        for words in ["", " ", "Almeno\u{a0}2\t", "SI\u{300}", "х"] {
            let file = serde_json::to_string(&promise(words)).unwrap();
            assert_eq!(file, serde_json::to_string(words).unwrap());
            let back: Phrase<Reading> = serde_json::from_str(&file).unwrap();
            assert_eq!(back.words(), words);
        }
    }

    #[test]
    fn phrases_are_equal_when_their_words_are() {
        let read = promise("SI");
        read.read(2024);
        assert_eq!(read, promise("SI"));
        assert_ne!(read, promise("Si"));
    }

    #[test]
    fn blanks_and_dashes_alone_are_empty() {
        assert!(promise(" \u{a0}\n").is_empty());
        for nothing in ["-", "--", "–", "//", " / ", "...", "____"] {
            assert!(promise(nothing).is_empty() && !promise(nothing).is_unwritten(), "{nothing}");
        }
        assert!(!promise("x").is_empty());
        assert_eq!(promise("x").words(), "x");
        assert_eq!(Phrase::<Target>::default(), promise(""));
    }
}
