//! The patterns of headings laid against words. They are taken apart once, and looked up by the letter they can begin with,
//! so that a word meets only the few that may fit it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::lexicon::{JOINING, Meaning, patterns};

/// A pattern taken apart.
struct Pattern {
    meaning: Meaning,
    words: Vec<Wanted>,
}

/// A word of a pattern.
struct Wanted {
    optional: bool,
    alternatives: Vec<&'static str>,
}

impl Wanted {
    fn fits(&self, word: &str) -> bool {
        self.alternatives.iter().any(|one| fits(word, one))
    }
}

struct Book {
    /// In the order of the lexicon: of two that cover as much, the first wins.
    patterns: Vec<Pattern>,
    /// The patterns that can begin with a word of this first letter, in their order.
    by_first: HashMap<char, Vec<usize>>,
    /// All words of all patterns, by their first letter.
    words: HashMap<char, Vec<&'static str>>,
}

fn book() -> &'static Book {
    static BOOK: OnceLock<Book> = OnceLock::new();
    BOOK.get_or_init(|| {
        let mut book = Book { patterns: Vec::new(), by_first: HashMap::new(), words: HashMap::new() };
        for (at, (meaning, pattern)) in patterns().enumerate() {
            let pattern = Pattern { meaning, words: taken_apart(pattern) };
            let first_needed = pattern.words.iter().position(|word| !word.optional);
            for (nth, word) in pattern.words.iter().enumerate() {
                for one in &word.alternatives {
                    let Some(letter) = one.chars().next() else { continue };
                    let words = book.words.entry(letter).or_default();
                    if !words.contains(one) {
                        words.push(one);
                    }
                    let starts = book.by_first.entry(letter).or_default();
                    if first_needed.is_none_or(|needed| nth <= needed) && starts.last() != Some(&at) {
                        starts.push(at);
                    }
                }
            }
            book.patterns.push(pattern);
        }
        book
    })
}

fn taken_apart(pattern: &'static str) -> Vec<Wanted> {
    let words = pattern.split(' ').map(|word| match word.strip_prefix('~') {
        Some(word) => (true, word),
        None => (false, word),
    });
    let words = words.filter(|(_, word)| !JOINING.contains(word));
    words.map(|(optional, word)| Wanted { optional, alternatives: word.split('|').collect() }).collect()
}

/// Returns whether a word stands in any pattern.
pub(super) fn is_known(word: &str) -> bool {
    let first = word.chars().next().and_then(|letter| book().words.get(&letter));
    first.is_some_and(|words| words.iter().any(|one| fits(word, one)))
}

/// Finds the pattern that covers most letters, and how many. A word in brackets counts as soon as it is part of one.
pub(super) fn best(words: &[&str]) -> Option<(Meaning, usize)> {
    let book = book();
    // The letters covered, and the pattern.
    let mut best: Option<(usize, usize)> = None;
    for (from, word) in words.iter().enumerate() {
        let starts = word.chars().next().and_then(|letter| book.by_first.get(&letter));
        for at in starts.into_iter().flatten() {
            let covered =
                book.patterns.get(*at).zip(words.get(from..)).and_then(|(pattern, words)| covered(words, pattern));
            if let Some(covered) = covered
                && best.is_none_or(|(most, first)| covered > most || (covered == most && *at < first))
            {
                best = Some((covered, *at));
            }
        }
    }
    let (covered, at) = best?;
    Some((book.patterns.get(at)?.meaning, covered))
}

/// Returns how many letters a pattern covers when it begins with the first word; none when it does not fit.
fn covered(words: &[&str], pattern: &Pattern) -> Option<usize> {
    let (mut at, mut letters) = (0_usize, 0_usize);
    for wanted in &pattern.words {
        match words.get(at).filter(|word| wanted.fits(word)) {
            Some(word) => {
                at = at.saturating_add(1);
                letters = letters.saturating_add(word.chars().count());
            }
            None if wanted.optional => {}
            None => return None,
        }
    }
    (letters > 0).then_some(letters)
}

fn fits(word: &str, wanted: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == wanted,
    }
}
