//! What every version of the format says about itself, read without keeping anything else of the file.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::json::FORMAT;
use super::{FieldError, FileError};

/// The two fields by which a file of ours is known.
#[derive(serde::Deserialize)]
pub(super) struct Heading {
    #[serde(default)]
    format: Mark,
    #[serde(default)]
    version: Mark,
}

/// What stands in one of them.
#[derive(Default, PartialEq)]
enum Mark {
    /// Nothing, or null.
    #[default]
    Absent,
    /// The name of our format.
    Ours,
    Number(u64),
    /// Anything else, whatever its size.
    Other,
}

impl Heading {
    /// Says whether the file is one of ours in the newest version read here.
    pub(super) fn judged(&self, newest: u64) -> Result<(), FileError> {
        match (&self.format, &self.version) {
            (Mark::Ours, Mark::Number(found)) if *found > newest => {
                Err(FileError::NewerVersion { found: *found, newest })
            }
            (Mark::Ours, Mark::Number(0)) => Err(FileError::WrongField {
                place: "version".into(),
                line: 1,
                column: 1,
                reason: FieldError::Bounds("there was never a version below 1".into()),
            }),
            (Mark::Ours, _) => Ok(()),
            _ => Err(FileError::NotOurs),
        }
    }
}

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Look)
    }
}

struct Look;

impl<'de> Visitor<'de> for Look {
    type Value = Mark;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E>(self, text: &str) -> Result<Mark, E> {
        Ok(if text == FORMAT { Mark::Ours } else { Mark::Other })
    }

    fn visit_u64<E>(self, number: u64) -> Result<Mark, E> {
        Ok(Mark::Number(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Mark, E> {
        Ok(Mark::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Mark, E> {
        Ok(Mark::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Mark, E> {
        Ok(Mark::Other)
    }

    fn visit_unit<E>(self) -> Result<Mark, E> {
        Ok(Mark::Absent)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Mark, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Mark::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Mark, A::Error> {
        while fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Mark::Other)
    }
}
