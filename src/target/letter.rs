//! Letters made even: capitals, accents, look-alikes and signs that show nothing of their own.

use super::vocabulary::LONGEST;

/// The first letters of a word without accents or capitals; a longer word is none that the grammar knows.
#[derive(Clone, Copy, Default)]
pub(super) struct Fold {
    letters: [u8; LONGEST + 1],
    pub len: usize,
}

impl Fold {
    /// Forgets the letters, for the next word.
    pub fn clear(&mut self) {
        self.len = 0;
    }

    /// Adds a letter, while there is room for one that matters.
    pub fn push(&mut self, letter: u8) {
        if let Some(slot) = self.letters.get_mut(self.len) {
            *slot = letter;
            self.len += 1;
        }
    }

    /// Returns the letters.
    pub fn letters(&self) -> &[u8] {
        self.letters.get(..self.len).unwrap_or_default()
    }
}

/// Returns the letter that `c` looks like, in lower case and without its accent; Cyrillic twins included.
#[inline]
pub(super) fn fold(c: char) -> Option<u8> {
    // Nearly every letter is a plain one.
    match u8::try_from(c) {
        Ok(letter) if letter.is_ascii() => letter.is_ascii_alphabetic().then(|| letter.to_ascii_lowercase()),
        _ => fold_beyond_ascii(c),
    }
}

fn fold_beyond_ascii(c: char) -> Option<u8> {
    let even = even(c);
    if even.is_ascii() {
        return fold(even);
    }
    Some(match c {
        'à' | 'á' | 'â' | 'ä' | 'À' | 'Á' | 'Â' | 'Ä' | 'а' | 'А' => b'a',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' | 'е' | 'Е' => b'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' | 'і' | 'І' => b'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Ö' | 'о' | 'О' => b'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => b'u',
        'с' | 'С' => b'c',
        'р' | 'Р' => b'p',
        'х' | 'Х' => b'x',
        'ѕ' | 'Ѕ' => b's',
        'Т' => b't',
        'М' => b'm',
        'Н' => b'h',
        'В' => b'b',
        'К' => b'k',
        _ => return None,
    })
}

/// Brings a full-width sign, letter or figure back to its common form.
pub(super) fn even(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Whether `c` shows nothing of its own: a soft hyphen, a zero-width sign, an accent typed apart.
pub(super) fn is_silent(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}')
}

/// Whether `c` is a blank within a line.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() && c != '\n' && c != '\r'
}
