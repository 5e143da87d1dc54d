//! Words as a person wrote them, and their reading, made once and never stored in a file.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

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

/// A reading with its certainty and the words behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read<R> {
    /// What the words say.
    pub reading: R,
    /// How sure that is.
    pub certainty: Certainty,
    /// The words behind each part, in order.
    pub parts: Vec<Part>,
}

/// A kind of reading that words can be read into.
pub trait FromWords: Clone {
    /// Reads `words`; `year`, the year of their column, completes dates. Never fails: what is not understood is kept as
    /// words.
    fn read(words: &str, year: i32) -> Read<Self>;
}

/// Words and their reading. Two phrases are equal when their words are.
#[derive(Debug, Default)]
pub struct Phrase<R> {
    words: String,
    made: OnceLock<(i32, Read<R>)>,
}
