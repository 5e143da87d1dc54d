//! Characters that no text of a plan needs and that could deceive whoever reads it.
//!
//! | refused | because |
//! |---|---|
//! | control characters, U+0000 to U+001F and U+007F to U+009F, but tab and line breaks | they are commands for machines |
//! | U+202A to U+202E, U+2066 to U+2069 | they turn round the order in which the text after them is shown |
//! | U+FDD0 to U+FDEF, and the last two of each plane (U+FFFE, U+FFFF, …) | Unicode keeps them from being text |
//! | half of a pair, `\ud800` alone | it is no character |
//!
//! Everything else is taken: what people paste from Word (no-break spaces, soft hyphens, curly quotes), accents and emoji
//! of any make, joiners, marks of direction that turn nothing round, other scripts.

use std::borrow::Cow;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::limits::MAX_TEXT;

/// A character that is refused, by its number in Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unwanted {
    /// A command for machines.
    #[error("the character U+{0:04X} is a command for machines")]
    Control(u32),
    /// Turns round the order in which text is shown.
    #[error("the character U+{0:04X} turns text round")]
    Direction(u32),
    /// Not a character: kept free by Unicode, or half of a pair.
    #[error("the character U+{0:04X} is not text")]
    NoCharacter(u32),
}

impl Unwanted {
    /// Says what is unwanted about a character, if anything.
    pub fn of(character: char) -> Option<Self> {
        let code = u32::from(character);
        match character {
            '\t' | '\n' | '\r' => None,
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some(Self::Control(code)),
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(Self::Direction(code)),
            '\u{fdd0}'..='\u{fdef}' => Some(Self::NoCharacter(code)),
            _ if code & 0xfffe == 0xfffe => Some(Self::NoCharacter(code)),
            _ => None,
        }
    }

    /// Returns its number in Unicode.
    pub fn code(self) -> u32 {
        match self {
            Self::Control(code) | Self::Direction(code) | Self::NoCharacter(code) => code,
        }
    }
}

/// Returns a text without the characters that a file may not hold. Line and page ends of other programs, such as Word's
/// U+000B, become line breaks; the rest shows as nothing anyway and goes.
pub fn clean_text(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| Unwanted::of(character).is_none()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter_map(cleaned).collect())
}

fn cleaned(character: char) -> Option<char> {
    match character {
        '\u{b}' | '\u{c}' | '\u{85}' => Some('\n'),
        _ => Unwanted::of(character).is_none().then_some(character),
    }
}

/// A text that is longer than a file may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a text has {found} characters, more than the {most} that a file may hold")]
pub struct TooLong {
    /// How long it is, in characters.
    pub found: usize,
    /// How long it may be.
    pub most: usize,
}

/// Returns a record, such as an edit, with every text in it cleaned. What is typed and pasted passes here, so that no plan
/// holds what its own file would be refused for.
///
/// # Errors
/// A text that is too long; nothing is cut off for anybody.
pub fn fitted<T: Serialize + DeserializeOwned>(record: T) -> Result<T, TooLong> {
    let Ok(mut json) = serde_json::to_value(&record) else { return Ok(record) };
    if fit(&mut json)? { Ok(serde_json::from_value(json).unwrap_or(record)) } else { Ok(record) }
}

/// Cleans every text within and says whether there was anything to clean. Names of fields, and ids in their place, are ours.
fn fit(value: &mut Value) -> Result<bool, TooLong> {
    match value {
        Value::String(text) => {
            if let Cow::Owned(clean) = clean_text(text) {
                *text = clean;
                return Ok(true);
            }
            // So many characters have at least as many bytes.
            let found = if text.len() > MAX_TEXT { text.chars().count() } else { 0 };
            if found > MAX_TEXT { Err(TooLong { found, most: MAX_TEXT }) } else { Ok(false) }
        }
        Value::Array(items) => items.iter_mut().try_fold(false, |found, item| Ok(fit(item)? | found)),
        Value::Object(fields) => fields.values_mut().try_fold(false, |found, item| Ok(fit(item)? | found)),
        _ => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Edit, PlanField};

    #[test]
    fn what_people_paste_is_taken_and_what_deceives_is_not() {
        for taken in
            "aà’“\t\n\r\u{a0}\u{ad}\u{200b}\u{200d}\u{200e}\u{200f}\u{2028}\u{202f}\u{feff}\u{fffd}👩‍👩‍👧🏴é́́́שمرحبا".chars()
        {
            assert_eq!(Unwanted::of(taken), None, "{taken:?}");
        }
        for (code, unwanted) in [
            (0, Unwanted::Control(0)),
            (0xb, Unwanted::Control(0xb)),
            (0x1b, Unwanted::Control(0x1b)),
            (0x7f, Unwanted::Control(0x7f)),
            (0x9f, Unwanted::Control(0x9f)),
            (0x202e, Unwanted::Direction(0x202e)),
            (0x2066, Unwanted::Direction(0x2066)),
            (0xfdd0, Unwanted::NoCharacter(0xfdd0)),
            (0xfffe, Unwanted::NoCharacter(0xfffe)),
            (0x10ffff, Unwanted::NoCharacter(0x10ffff)),
        ] {
            let found = Unwanted::of(char::from_u32(code).unwrap());
            assert_eq!(found, Some(unwanted), "{code:x}");
            assert_eq!(found.unwrap().code(), code);
        }
    }

    #[test]
    fn a_text_is_cleaned_without_losing_a_letter_or_a_line() {
        for (text, clean) in [
            ("Entro\u{b}il 30/9\u{c}Note", "Entro\nil 30/9\nNote"),
            ("a\0b\u{202e}c\u{2069}\u{7f}", "abc"),
            ("\u{feff}già pulito\r\n", "\u{feff}già pulito\r\n"),
        ] {
            assert_eq!(clean_text(text), clean);
        }
        assert!(matches!(clean_text("Almeno 2"), Cow::Borrowed(_)));
    }

    #[test]
    fn an_edit_is_cleaned_wherever_its_text_stands() {
        let title = |text: &str| Edit::Several(vec![Edit::Plan(PlanField::Title(text.into()))]);
        assert_eq!(fitted(title("Pia\u{202e}no")), Ok(title("Piano")));
        assert_eq!(fitted(title("Piano")), Ok(title("Piano")));
        let longest = "è".repeat(MAX_TEXT);
        assert_eq!(fitted(title(&longest)), Ok(title(&longest)));
        assert_eq!(fitted(title(&format!("{longest}!"))), Err(TooLong { found: MAX_TEXT + 1, most: MAX_TEXT }));
    }
}
