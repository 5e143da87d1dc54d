//! A heading read: what it means, of which year, and how sure that is.

use super::destination::Certainty;
use super::lexicon::{JOINING, Meaning};
use super::pattern::{best, is_known};
use crate::plan::{Period, Year};

/// The longest text that can be a heading, in characters.
pub(super) const LONGEST: usize = 120;

/// A heading as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// What it means; none where it is only a year.
    pub meaning: Option<Meaning>,
    /// Of which year.
    pub year: Option<Year>,
    /// How sure the meaning is.
    pub certainty: Certainty,
    /// Whether its words had to be put together first.
    pub was_split: bool,
    /// Whether it said "previous year".
    pub is_before: bool,
}

/// Reads a heading; none where nothing in it is known. `period` gives "the first year" its number, `at_hand` "this year".
pub(super) fn read_heading(text: &str, period: Period, at_hand: Year) -> Option<Heading> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let words = words(text);
    if words.is_empty() || words.len() > 16 {
        return None;
    }
    let whole = read_words(&words, period, at_hand);
    if whole.is_some_and(|heading| heading.certainty == Certainty::Sure) {
        return whole;
    }
    // `Innovazio ne`, `202 4`: neighbours put together, where that makes the heading sure.
    let strange = if words.iter().any(|word| word.aside) { None } else { strange(&words) };
    for at in 0..words.len().saturating_sub(1) {
        // What no heading says must be part of the word put together.
        if strange.is_some_and(|(first, last)| first < at || last > at.saturating_add(2)) {
            continue;
        }
        let joined = join(&words, at);
        for again in [None, (at < joined.len().saturating_sub(1)).then_some(at)] {
            let joined = again.map_or_else(|| joined.clone(), |at| join(&joined, at));
            if let Some(heading) = read_words(&joined, period, at_hand)
                && heading.certainty == Certainty::Sure
            {
                return Some(Heading { was_split: true, ..heading });
            }
        }
    }
    whole
}

/// Returns the one year that a short text names, in words and not in a date.
pub(super) fn year_in(text: &str) -> Option<Year> {
    if text.len() > 60 || text.contains('/') {
        return None;
    }
    let words = words(text);
    let mut figures = words.iter().filter(|word| word.letters.starts_with(|letter: char| letter.is_ascii_digit()));
    let only = figures.next().filter(|_| figures.next().is_none())?;
    four_digits(&only.letters)
}

#[derive(Clone)]
struct Word {
    letters: String,
    /// Whether it stands in brackets.
    aside: bool,
}

/// Cuts a text into words in small plain letters; `°`, dots and the like end one, `%` is one.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let (mut letters, mut depth) = (String::new(), 0_usize);
    let mut end = |letters: &mut String, depth: usize| {
        if !letters.is_empty() {
            words.push(Word { letters: std::mem::take(letters), aside: depth > 0 });
        }
    };
    let mut before = ' ';
    for letter in text.chars() {
        let plain = plain(letter);
        let is_digit_edge = before.is_ascii_digit() != plain.is_ascii_digit() && plain.is_alphanumeric();
        if is_digit_edge && plain.is_ascii_digit() | before.is_ascii_digit() {
            end(&mut letters, depth);
        }
        match plain {
            '(' | '[' => {
                end(&mut letters, depth);
                depth = depth.saturating_add(1);
            }
            ')' | ']' => {
                end(&mut letters, depth);
                depth = depth.saturating_sub(1);
            }
            '%' => {
                end(&mut letters, depth);
                letters.push_str("perc");
                end(&mut letters, depth);
            }
            // A word cut at the end of a line goes on in the next.
            '\u{ad}' => {}
            letter if letter.is_alphanumeric() => letters.push(letter),
            _ => end(&mut letters, depth),
        }
        before = plain;
    }
    end(&mut letters, depth);
    words
}

/// Returns a letter without accent and capital.
pub(super) fn plain(letter: char) -> char {
    match letter.to_lowercase().next().unwrap_or(letter) {
        'à' | 'á' | 'â' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        letter => letter,
    }
}

/// Returns the first and the last word that stand in no heading.
fn strange(words: &[Word]) -> Option<(usize, usize)> {
    let is_strange = |word: &Word| {
        let letters = word.letters.as_str();
        !JOINING.contains(&letters) && !is_known(letters) && !is_of_years(letters)
    };
    Some((words.iter().position(is_strange)?, words.iter().rposition(is_strange)?))
}

/// Returns whether a word may be part of how a year is named.
fn is_of_years(word: &str) -> bool {
    four_digits(word).is_some()
        || ordinal(word).is_some()
        || matches!(word, "anno" | "annualita" | "esercizio" | "year" | "corrente" | "riferimento" | "corso")
}

fn join(words: &[Word], at: usize) -> Vec<Word> {
    let mut joined = words.to_vec();
    if at.saturating_add(1) < joined.len() {
        let next = joined.remove(at.saturating_add(1));
        if let Some(word) = joined.get_mut(at) {
            word.letters.push_str(&next.letters);
        }
    }
    joined
}

fn read_words(words: &[Word], period: Period, at_hand: Year) -> Option<Heading> {
    let (year, is_before, rest) = take_year(words, period, at_hand);
    let content: Vec<&Word> = rest.iter().filter(|word| !JOINING.contains(&word.letters.as_str())).collect();
    if content.is_empty() {
        let heading = Heading { meaning: None, year, certainty: Certainty::Sure, was_split: false, is_before };
        return year.map(|_| heading);
    }
    let letters: Vec<&str> = content.iter().map(|word| word.letters.as_str()).collect();
    let (meaning, covered) = best(&letters)?;
    let said: usize = content.iter().filter(|word| !word.aside).map(|word| word.letters.chars().count()).sum();
    // Of a heading that stands in brackets as a whole, the brackets mean nothing.
    let said = if said == 0 { content.iter().map(|word| word.letters.chars().count()).sum() } else { said };
    let certainty = match covered.saturating_mul(100).checked_div(said.max(covered)) {
        Some(99..) => Certainty::Sure,
        Some(55..) => Certainty::Likely,
        Some(30..) => Certainty::Guess,
        _ => return None,
    };
    // Figures belong to what stands in a table, not over it, unless they are part of a day.
    let has_figures = content.iter().any(|word| word.letters.starts_with(|letter: char| letter.is_ascii_digit()));
    let certainty = if has_figures && year.is_none() { certainty.min(Certainty::Guess) } else { certainty };
    Some(Heading { meaning: Some(meaning), year, certainty, was_split: false, is_before })
}

/// Takes the year out of a heading: a number, an ordinal (`1° anno`), or a year named by today's. Two different years are
/// a period and no year.
fn take_year(words: &[Word], period: Period, at_hand: Year) -> (Option<Year>, bool, Vec<Word>) {
    let mut years: Vec<Year> = Vec::new();
    let mut rest: Vec<Word> = Vec::new();
    let mut is_before = false;
    let mut at = 0_usize;
    while let Some(word) = words.get(at) {
        let next = words.get(at.saturating_add(1)).map_or("", |word| word.letters.as_str());
        let is_year = |word: &str| matches!(word, "anno" | "annualita" | "esercizio" | "year");
        let (taken, year) = if let Some(year) = four_digits(&word.letters) {
            (1, Some(year))
        } else if is_year(&word.letters) && four_digits(next).is_some() {
            (2, four_digits(next))
        } else if let (Some(nth), true) = (ordinal(&word.letters), is_year(next)) {
            (2, period.years().nth(nth))
        } else if let (true, Some(nth)) = (is_year(&word.letters), ordinal(next)) {
            (2, period.years().nth(nth))
        } else if is_year(&word.letters) && matches!(next, "corrente" | "riferimento" | "corso") {
            (2, Some(at_hand))
        } else if is_year(&word.letters) && matches!(next, "precedente" | "scorso") {
            is_before = true;
            (0, None)
        } else {
            (0, None)
        };
        years.extend(year);
        if taken == 0 || (year.is_none() && taken > 0) {
            rest.push(word.clone());
            at = at.saturating_add(1);
        } else {
            at = at.saturating_add(taken);
        }
    }
    years.dedup();
    match years.as_slice() {
        [year] => (Some(*year), is_before, rest),
        _ => (None, is_before, rest),
    }
}

fn four_digits(word: &str) -> Option<Year> {
    let number: i32 = (word.len() == 4).then(|| word.parse().ok())??;
    (1990..=2100).contains(&number).then(|| Year::new(number).ok())?
}

/// Reads an ordinal, counted from 0.
fn ordinal(word: &str) -> Option<usize> {
    ["primo|prima|1|i|first", "secondo|seconda|2|ii|second", "terzo|terza|3|iii|third", "quarto|4|iv", "quinto|5|v"]
        .iter()
        .position(|forms| forms.split('|').any(|form| form == word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(number: i32) -> Year {
        Year::new(number).unwrap()
    }

    fn read(text: &str) -> Option<Heading> {
        read_heading(text, Period::new(year(2024), year(2026)).unwrap(), year(2025))
    }

    #[test]
    fn a_heading_says_what_it_means_and_of_which_year() {
        for (text, meaning, of) in [
            ("Previsione 2024", Some(Meaning::Target), Some(2024)),
            ("2025", None, Some(2025)),
            ("Anno 2025", None, Some(2025)),
            ("Target (2026)", Some(Meaning::Target), Some(2026)),
            ("Target 1° anno", Some(Meaning::Target), Some(2024)),
            ("III annualità", None, Some(2026)),
            ("Valore atteso al 31/12/2025", Some(Meaning::Target), Some(2025)),
            ("peso step/obiettivo", Some(Meaning::Weight), None),
            ("KPI (Key Performance Indicator)", Some(Meaning::Kpi), None),
            ("Obiettivo da piano programma 2024-2026", Some(Meaning::Reference), None),
            ("Innovazio ne", Some(Meaning::Innovative), None),
            ("NOT E", Some(Meaning::Note), None),
            ("202 4", None, Some(2024)),
        ] {
            let heading = read(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((heading.meaning, heading.year.map(Year::number)), (meaning, of), "{text}");
        }
    }

    #[test]
    fn what_is_no_heading_means_nothing() {
        for text in
            ["", "Almeno 2", "Servizi alla persona, area anziani e disabili, adulti, minori e famiglie", "X", "65,00%"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
