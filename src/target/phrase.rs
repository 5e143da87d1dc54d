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
#[derive(Debug)]
pub struct Phrase<R> {
    words: String,
    made: OnceLock<(i32, Read<R>)>,
}
impl<R> Phrase<R> {
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty()
    }
    pub fn is_unwritten(&self) -> bool {
        self.words.is_empty()
    }
}
impl<R: Clone> Clone for Phrase<R> {
    fn clone(&self) -> Self {
        Self { words: self.words.clone(), made: self.made.clone() }
    }
}
impl<R> PartialEq for Phrase<R> {
    fn eq(&self, o: &Self) -> bool {
        self.words == o.words
    }
}
impl<R> Serialize for Phrase<R> {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.words)
    }
}
impl<'de, R> Deserialize<'de> for Phrase<R> {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Ok(Self { words: String::deserialize(d)?, made: OnceLock::new() })
    }
}
#[cfg(feature = "schema")]
impl<R> schemars::JsonSchema for Phrase<R> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Phrase".into()
    }
    fn json_schema(g: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(g)
    }
}
impl<R> Default for Phrase<R> {
    fn default() -> Self {
        Self { words: String::new(), made: OnceLock::new() }
    }
}
