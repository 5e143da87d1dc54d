//! Looks through a file before anything of it is kept: how deep it goes, how much there is of everything, and whether its
//! texts hold characters that no text needs.
//!
//! One pass over the bytes, without recursion. It asks nothing of the file's meaning, and where the text is no JSON it
//! stops: the reader itself says what is wrong there.

use super::FileError;
use super::limits::{LIST, MAX_DEPTH, MAX_ENTRIES, MAX_ID, MAX_MEMORY, MAX_TEXT, VALUE, record};
use super::unwanted::Unwanted;

/// Holds a text to the limits.
pub(super) fn scan(text: &str) -> Result<(), FileError> {
    Scan { text, bytes: text.as_bytes(), at: 0, levels: Vec::new(), memory: text.len() }.run()
}

struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    /// The objects and lists around, outermost first.
    levels: Vec<Level<'t>>,
    memory: usize,
}

/// An object or list that has not ended.
struct Level<'t> {
    is_list: bool,
    /// The field under which it stands; for a record in a list that of the list, for one beside a year that of the years.
    name: &'t [u8],
    /// The field at which the scan is.
    key: &'t [u8],
    /// Whether the next text names a field.
    awaits_key: bool,
    /// Entries so far.
    entries: usize,
}

impl<'t> Scan<'t> {
    fn run(mut self) -> Result<(), FileError> {
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'"' => self.string()?,
                b'{' => self.open(false)?,
                b'[' => self.open(true)?,
                b'}' | b']' => {
                    if self.levels.pop().is_none() {
                        return Ok(());
                    }
                    self.at += 1;
                }
                b',' => {
                    if let Some(level) = self.levels.last_mut() {
                        level.awaits_key = !level.is_list;
                    }
                    self.at += 1;
                }
                b':' | b' ' | b'\t' | b'\n' | b'\r' => self.at += 1,
                _ => self.bare()?,
            }
        }
        Ok(())
    }

    fn open(&mut self, is_list: bool) -> Result<(), FileError> {
        self.count()?;
        let name = match self.levels.last() {
            Some(level) if level.is_list || level.key.iter().all(u8::is_ascii_digit) => level.name,
            Some(level) => level.key,
            None => b"",
        };
        self.take(if is_list { LIST } else { record(name) })?;
        if self.levels.len() >= MAX_DEPTH {
            let (line, column) = self.line_and_column(self.at);
            return Err(FileError::TooDeep { place: self.place(), line, column, most: MAX_DEPTH });
        }
        self.levels.push(Level { is_list, name, key: b"", awaits_key: !is_list, entries: 0 });
        self.at += 1;
        Ok(())
    }

    /// A number, `true`, `false`, `null`, or something that is no JSON.
    fn bare(&mut self) -> Result<(), FileError> {
        self.count()?;
        let ends =
            |byte: &u8| matches!(byte, b',' | b'}' | b']' | b':' | b'"' | b'{' | b'[' | b' ' | b'\n' | b'\r' | b'\t');
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(ends).unwrap_or(rest.len());
        Ok(())
    }

    /// Counts a value where it stands.
    fn count(&mut self) -> Result<(), FileError> {
        let Some(level) = self.levels.last_mut() else { return Ok(()) };
        level.entries += 1;
        let (entries, memory) = (level.entries, if level.is_list { VALUE } else { 0 });
        if entries > MAX_ENTRIES {
            let (line, column) = self.line_and_column(self.at);
            // The list itself is too long, not the entry at which that shows.
            self.levels.pop();
            return Err(FileError::TooMany { place: self.place(), line, column, most: MAX_ENTRIES });
        }
        self.take(memory)
    }

    fn take(&mut self, memory: usize) -> Result<(), FileError> {
        self.memory = self.memory.saturating_add(memory);
        if self.memory > MAX_MEMORY {
            let (line, column) = self.line_and_column(self.at);
            return Err(FileError::TooMuch { place: self.place(), line, column, most: MAX_MEMORY });
        }
        Ok(())
    }

    fn string(&mut self) -> Result<(), FileError> {
        let names = self.levels.last_mut().is_some_and(|level| std::mem::take(&mut level.awaits_key));
        if let Some(level) = self.levels.last_mut().filter(|_| names) {
            level.key = b""; // what is wrong with a name is wrong with the record in which it stands
        }
        let opening = self.at;
        self.at += 1;
        let (start, mut length) = (self.at, 0_usize);
        if !names {
            self.count()?;
        }
        loop {
            match self.bytes.get(self.at) {
                None => return Ok(()),
                Some(b'"') => break,
                Some(b'\\') => self.escape()?,
                Some(0x20..=0x7e) => self.at += 1,
                Some(_) => self.other()?,
            }
            length += 1;
        }
        let inside = self.bytes.get(start..self.at).unwrap_or_default();
        self.at += 1;
        let most = match self.levels.last() {
            Some(level) if names || (level.key == b"id" && !level.is_list) => MAX_ID,
            _ => MAX_TEXT,
        };
        if length > most {
            let (line, column) = self.line_and_column(opening);
            return Err(FileError::TooLong { place: self.place(), line, column, found: length, most });
        }
        match self.levels.last_mut().filter(|_| names) {
            Some(level) => {
                level.key = inside;
                Ok(())
            }
            None => self.take(VALUE),
        }
    }

    /// A character beyond plain letters, or a command for machines.
    fn other(&mut self) -> Result<(), FileError> {
        let Some(character) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else {
            self.at += 1;
            return Ok(());
        };
        if let Some(unwanted) = Unwanted::of(character) {
            return Err(self.unwanted(unwanted));
        }
        self.at += character.len_utf8();
        Ok(())
    }

    fn escape(&mut self) -> Result<(), FileError> {
        let sign = self.bytes.get(self.at + 1);
        let short = match sign {
            Some(b'b') => Some('\u{8}'),
            Some(b'f') => Some('\u{c}'),
            _ => None,
        };
        if let Some(unwanted) = short.and_then(Unwanted::of) {
            return Err(self.unwanted(unwanted));
        }
        let Some(code) = (sign == Some(&b'u')).then(|| self.unit(self.at + 2)).flatten() else {
            self.at += 2;
            return Ok(());
        };
        let follows = self.bytes.get(self.at + 6..self.at + 8) == Some(b"\\u");
        let low = if follows { self.unit(self.at + 8) } else { None };
        let (code, length) = match (code, low) {
            (0xd800..=0xdbff, Some(low @ 0xdc00..=0xdfff)) => (0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00), 12),
            _ => (code, 6),
        };
        match char::from_u32(code).map(Unwanted::of) {
            Some(None) => {
                self.at += length;
                Ok(())
            }
            Some(Some(unwanted)) => Err(self.unwanted(unwanted)),
            None => Err(self.unwanted(Unwanted::NoCharacter(code))),
        }
    }

    /// Reads four hexadecimal digits.
    fn unit(&self, at: usize) -> Option<u32> {
        let digits = self.text.get(at..at + 4)?;
        if digits.bytes().all(|digit| digit.is_ascii_hexdigit()) { u32::from_str_radix(digits, 16).ok() } else { None }
    }

    fn unwanted(&self, character: Unwanted) -> FileError {
        let (line, column) = self.line_and_column(self.at);
        FileError::Character { place: self.place(), line, column, character }
    }

    /// Returns the field at which the scan is, such as `plan.objectives[3].title`.
    fn place(&self) -> String {
        let mut place = String::new();
        for level in &self.levels {
            if level.is_list {
                place.push_str(&format!("[{}]", level.entries.saturating_sub(1)));
            } else if !level.key.is_empty() {
                place.push_str(if place.is_empty() { "" } else { "." });
                place.push_str(&String::from_utf8_lossy(level.key));
            }
        }
        if place.is_empty() { "file".into() } else { place }
    }

    fn line_and_column(&self, at: usize) -> (usize, usize) {
        let before = self.text.get(..at).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let lines = before.bytes().filter(|byte| *byte == b'\n').count();
        (lines + 1, before.len() - line_start + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> String {
        scan(text).map_or_else(|error| error.to_string(), |()| "taken".into())
    }

    #[test]
    fn what_is_refused_is_named_by_its_place() {
        let control = "a command for machines";
        for (text, said) in [
            (
                r#"{"a": {"b": [1, "x\u0000"]}}"#,
                "a.b[1] (line 1, column 19): the character U+0000 is a command for machines",
            ),
            ("{\"a\":\n  \"\u{202e}\"}", "a (line 2, column 4): the character U+202E turns text round"),
            (r#"{"a": "\uDBFF\uDFFF"}"#, "a (line 1, column 8): the character U+10FFFF is not text"),
            (r#"{"a": "\ud800"}"#, "a (line 1, column 8): the character U+D800 is not text"),
            (r#"{"a": "\ud800\u0041"}"#, "a (line 1, column 8): the character U+D800 is not text"),
            (r#"{"a": "\udc00"}"#, "a (line 1, column 8): the character U+DC00 is not text"),
            (r#"{"a": "\b"}"#, control),
            ("{\"a\": \"\u{85}\"}", control),
            (r#"{"a": 1, "\u2066": 2}"#, "turns text round"),
        ] {
            let found = refused(text);
            assert!(found.contains(said), "{text}: {found}");
        }
        for text in [
            r#"{"a": "\ud83d\ude00 \u00e0 \n\t\" \\ 👩‍👩‍👧"}"#,
            "{\"a\": \"\u{a0}\u{ad}\"}",
            "",
            "}",
            "{\"",
            r#"{"a": "\"#,
            r#"["\u12"#,
        ] {
            assert_eq!(refused(text), "taken", "{text}");
        }
    }

    #[test]
    fn depth_entries_lengths_and_memory_have_their_limits() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let listed = |entries: usize| format!(r#"{{"x": [{}1]}}"#, "1,".repeat(entries - 1));
        let text = |length: usize| format!(r#"{{"x": "{}"}}"#, "è".repeat(length));
        let id = |length: usize| format!(r#"[{{"id": "{}"}}]"#, "i".repeat(length));
        let name = |length: usize| format!(r#"{{"{}": 1}}"#, "n".repeat(length));
        let records = |count: usize| format!("[{}]", vec![format!("[{}{{}}]", "{},".repeat(999)); count].join(","));
        for (fits, too_much, said) in [
            (nested(MAX_DEPTH), nested(MAX_DEPTH + 1), "levels"),
            (
                listed(MAX_ENTRIES),
                listed(MAX_ENTRIES + 1),
                "x (line 1, column 40008): it has more than the 20000 entries",
            ),
            (text(MAX_TEXT), text(MAX_TEXT + 1), "x (line 1, column 7): it has 1000001 characters"),
            (id(MAX_ID), id(MAX_ID + 1), "[0].id"),
            (name(MAX_ID), name(MAX_ID + 1), "file (line 1, column 2)"),
            (records(250), records(320), "[292]"),
        ] {
            assert_eq!(refused(&fits), "taken");
            let found = refused(&too_much);
            assert!(found.contains(said), "{said}: {found}");
        }
    }
}
