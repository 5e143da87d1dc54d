//! What one cell can be: a mark, a day, a share, and its text put in order.

use chrono::{Datelike, NaiveDate};

use crate::plan::{Weight, Year};
use crate::target::{Certainty, Context, FromWords, Target};

/// What bodies put in a year's column, in Latin and, by mistake, Cyrillic letters.
const MARKS: [&str; 16] = ["x", "х", "●", "•", "✓", "✔", "√", "*", "■", "v", "o", "☑", "✗", "⚫", "◆", "xx"];

/// Returns whether a text is a mark in a year's column.
pub(super) fn is_mark(text: &str) -> bool {
    let small = text.trim().to_lowercase();
    MARKS.contains(&small.as_str())
}

/// Returns whether a mark's column says yes: a mark, or the word.
pub(super) fn is_yes(text: &str) -> bool {
    is_mark(text)
        || matches!(text.trim().to_lowercase().as_str(), "si" | "sì" | "s" | "yes" | "y" | "innovativa" | "innovativo")
}

/// Returns whether a text says no, so that a mark's column is empty there.
pub(super) fn is_no(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "" | "-" | "–" | "—" | "no" | "n" | "/" | "//" | "n.a." | "===")
}

/// Reads the day of a deadline, in the column of a year when the text names none.
pub(super) fn read_day(text: &str, year: Year) -> Option<NaiveDate> {
    let written = text.trim();
    // A spreadsheet's own writing of a day.
    if let Some(day) = written.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()) {
        return Some(day);
    }
    if written.len() > 80 {
        return None;
    }
    let read = Target::read(written, Context::of(year.number()));
    match read.reading {
        Target::By { date } if read.certainty >= Certainty::Likely => Some(date),
        _ => None,
    }
    .or_else(|| {
        let bare = ["%d/%m/%y", "%d/%m/%Y", "%d.%m.%Y", "%d.%m.%y", "%d-%m-%Y", "%d-%m-%y"];
        bare.iter().find_map(|form| NaiveDate::parse_from_str(written, form).ok())
    })
    .filter(|day| (1990..=2100).contains(&day.year()))
}

/// Returns whether a text is a day with figures.
pub(super) fn is_date(text: &str) -> bool {
    let figures = text.chars().filter(char::is_ascii_digit).count();
    (4..=8).contains(&figures)
        && text.len() <= 12
        && text.chars().filter(|letter| matches!(letter, '/' | '.' | '-')).count() == 2
}

/// Reads a share: `65,00%`, `40`, `12.5`.
pub(super) fn read_share(text: &str) -> Option<Weight> {
    let written = text.trim().trim_end_matches('%').trim().trim_start_matches("peso ").trim();
    let plain: String = written.replace(',', ".");
    let is_number = plain.chars().all(|letter| letter.is_ascii_digit() || letter == '.') && !plain.is_empty();
    is_number.then(|| plain.parse().ok()).flatten().and_then(|value| Weight::new(value).ok())
}

/// Returns whether a text is a share.
pub(super) fn is_share(text: &str) -> bool {
    read_share(text).is_some()
}

/// Puts a cell's text in order: line breaks and runs of blanks become one blank, the bullet before a single point goes, and
/// so do marks of a page description that came along as letters (`<p>…</p>`).
pub(super) fn tidy(text: &str) -> String {
    let text = if text.contains('<') { without_marks(text) } else { text.to_owned() };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let bullet = text
        .strip_prefix(['•', '·', '▪', '●', '§', '➢', '\u{f0b7}'])
        .filter(|rest| rest.starts_with(' ') || !rest.contains('•'));
    match bullet {
        Some(rest) if !rest.trim().is_empty() => rest.trim().to_owned(),
        _ => text,
    }
}

/// The longest mark of a page description, from `<` to `>`: none is looked for any further.
const LONGEST_MARK: usize = 200;

fn without_marks(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        match after_mark(after) {
            Some(after) => {
                plain.push(' ');
                rest = after;
            }
            None => {
                plain.push('<');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// Returns what follows a mark that has begun, with or without attributes (`ul style="…">`); none where it is no mark.
fn after_mark(text: &str) -> Option<&str> {
    const NAMES: [&str; 14] = ["p", "ul", "ol", "li", "br", "b", "i", "u", "strong", "em", "span", "div", "sup", "sub"];
    let inside = text.strip_prefix('/').unwrap_or(text);
    let end = inside.char_indices().take(8).find(|(_, letter)| !letter.is_ascii_alphabetic()).map(|(at, _)| at)?;
    let (name, more) = inside.split_at_checked(end)?;
    if !NAMES.contains(&name.to_ascii_lowercase().as_str()) {
        return None;
    }
    let end =
        more.char_indices().take(LONGEST_MARK).find(|(_, letter)| matches!(letter, '<' | '>')).map(|(at, _)| at)?;
    let (attributes, after) = more.split_at_checked(end)?;
    let is_mark = attributes.trim_matches('/').is_empty() || attributes.starts_with([' ', '/', '\n', '\t']);
    // In `a <b or c> d` no attribute has a value: the words are words.
    let has_values = attributes.trim_end_matches('/').trim().is_empty() || attributes.contains('=');
    after.strip_prefix('>').filter(|_| is_mark && has_values)
}

/// Returns a text as it is compared: small plain letters and figures, nothing else.
pub(super) fn essence(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).map(super::heading::plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_with_the_year_of_its_column_where_it_names_none() {
        let year = Year::new(2024).unwrap();
        for (text, day) in [
            ("30/06/23", Some("2023-06-30")),
            ("Entro il 30/9", Some("2024-09-30")),
            ("31/12/2025", Some("2025-12-31")),
            ("2024-06-30 00:00:00", Some("2024-06-30")),
            ("Entro maggio 2024", Some("2024-05-31")),
            ("appena possibile", None),
            ("", None),
        ] {
            assert_eq!(read_day(text, year).map(|day| day.to_string()).as_deref(), day, "{text}");
        }
    }

    #[test]
    fn a_text_is_put_in_order_without_losing_a_word() {
        for (text, tidied) in [
            ("Previsione\n  2024", "Previsione 2024"),
            ("• Costituzione del CUG", "Costituzione del CUG"),
            ("<ul><li>Tasso di copertura</li></ul>", "Tasso di copertura"),
            ("<ul style=\"list-style-type: none\"> Avvio dei <b>lavori</b><br/> Fine ", "Avvio dei lavori Fine"),
            ("meno di < 3 e > 1", "meno di < 3 e > 1"),
            ("tempi <b o c> d, quote <x", "tempi <b o c> d, quote <x"),
            ("•", "•"),
        ] {
            assert_eq!(tidy(text), tidied, "{text}");
        }
    }
}
