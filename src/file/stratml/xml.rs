//! Elements one after another, every text escaped; and names that may stand as their identifiers.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::StratmlError;

/// A document being written.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    is_begun: bool,
}

impl Xml {
    /// Returns an empty document.
    pub fn new() -> Self {
        Self { writer: Writer::new_with_indent(Vec::new(), b' ', 2), is_begun: false }
    }

    /// Opens an element.
    pub fn open(&mut self, element: &str) -> Result<(), StratmlError> {
        self.open_with(element, &[])
    }

    /// Opens an element with attributes.
    pub fn open_with(&mut self, element: &str, attributes: &[(&str, &str)]) -> Result<(), StratmlError> {
        if !self.is_begun {
            self.is_begun = true;
            self.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        }
        self.put(Event::Start(BytesStart::new(element).with_attributes(attributes.iter().copied())))
    }

    /// Closes an element.
    pub fn close(&mut self, element: &str) -> Result<(), StratmlError> {
        self.put(Event::End(BytesEnd::new(element)))
    }

    /// Writes an element that holds a text.
    pub fn leaf(&mut self, element: &str, text: &str) -> Result<(), StratmlError> {
        self.open(element)?;
        let text = carried(text);
        if !text.is_empty() {
            self.put(Event::Text(BytesText::new(&text)))?;
        }
        self.close(element)
    }

    /// Writes it unless there is nothing to say.
    pub fn leaf_if(&mut self, element: &str, text: &str) -> Result<(), StratmlError> {
        if text.trim().is_empty() { Ok(()) } else { self.leaf(element, text) }
    }

    /// Returns the document.
    pub fn finish(self) -> Result<String, StratmlError> {
        let mut text = String::from_utf8(self.writer.into_inner()).map_err(|error| StratmlError(error.to_string()))?;
        text.push('\n');
        Ok(text)
    }

    fn put(&mut self, event: Event<'_>) -> Result<(), StratmlError> {
        self.writer.write_event(event).map_err(|error| StratmlError(error.to_string()))
    }
}

/// A text without the signs that no XML may carry.
fn carried(text: &str) -> String {
    let is_carried = |letter: &char| {
        matches!(letter, '\n' | '\t') || !(letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}'))
    };
    text.replace("\r\n", "\n").chars().filter(is_carried).collect()
}

/// Returns an identifier that XML takes (a letter first, no blanks, no colons), different for different ids: what may not
/// stand in it is written as its number.
pub(super) fn name(kind: &str, ids: &[&str]) -> String {
    let mut name = kind.to_owned();
    for id in ids {
        name.push('.');
        for letter in id.chars() {
            if letter.is_ascii_alphanumeric() || letter == '-' {
                name.push(letter);
            } else {
                name.push_str(&format!("_{:x}_", u32::from(letter)));
            }
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn different_ids_have_different_names_that_xml_takes() {
        let ids = [vec!["a.b"], vec!["a", "b"], vec!["a b"], vec!["a_2e_b"], vec!["è:1"], vec!["1"], vec![]];
        let names: std::collections::BTreeSet<String> = ids.iter().map(|ids| name("i", ids)).collect();
        assert_eq!(names.len(), ids.len());
        for name in names {
            assert!(name.starts_with('i'));
            assert!(name.chars().all(|letter| letter.is_ascii_alphanumeric() || "._-".contains(letter)), "{name}");
        }
    }
}
