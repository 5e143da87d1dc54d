//! Words moved by some years: `Entro il 30/9/2023` becomes `Entro il 30/9/2026`, `Entro il 30/9` stays as it is.
//!
//! Only a year behind the reading is changed, at the place where the reading found it, and only when the new words then say
//! in the new year what the old ones said in theirs. Anything else is left to a person.

use std::ops::{Range, RangeInclusive};

use chrono::{Datelike, NaiveDate};

use super::day::is_year;
use super::{DayGrade, Reference, Role, Target, Withdrawal, parse_target};

/// What became of words in a column some years later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shifted {
    /// They say there what they said here.
    Same,
    /// They say it in these words.
    Moved(String),
    /// They name a year, or a day, that nobody but a person can move.
    Unsure,
}

/// Moves the words of a promise from the column of `year` to the one `by` years later.
///
/// ```
/// use traguardo::target::{Shifted, shift_words};
///
/// let moved = |words: &str| Shifted::Moved(words.to_owned());
/// for (words, later) in [
///     ("Entro il 30/9", Shifted::Same),
///     ("Almeno 2", Shifted::Same),
///     ("Entro il 30/9/2023", moved("Entro il 30/9/2026")),
///     ("31/12/23", moved("31/12/26")),
///     ("-10% rispetto al 2022", moved("-10% rispetto al 2025")),
///     ("Nel Bilancio di Previsione 2024", Shifted::Unsure),
/// ] {
///     assert_eq!(shift_words(words, 2023, 3), later, "{words}");
/// }
/// ```
pub fn shift_words(words: &str, year: i32, by: i32) -> Shifted {
    let read = parse_target(words, year);
    let next = year.saturating_add(by);
    let promised = shift_target(&read.reading, by);
    let says_it = |words: &str| parse_target(words, next).reading == promised;
    let dated: Vec<Range<usize>> = match read.reading {
        // Of a withdrawal the whole phrase is read as one.
        Target::Withdrawn { .. } => std::iter::once(0..words.len()).collect(),
        _ => (read.parts.iter()).filter(|part| part.role != Role::Quantity).map(|part| part.span.clone()).collect(),
    };
    let years = years_of(&read.reading);
    let runs = figures(words);
    let is_dated = |run: &Figure| dated.iter().any(|span| span.start <= run.span.start && run.span.end <= span.end);
    let mut found: Vec<&Figure> = runs.iter().filter(|run| is_dated(run) && run.is_year_of(&years)).collect();
    if found.is_empty() {
        // `31/12/23`: the last figures of the date.
        let last = |span: &Range<usize>| {
            runs.iter().rfind(|run| span.start <= run.span.start && run.span.end <= span.end && run.is_short_of(&years))
        };
        found.extend(dated.iter().filter_map(last));
    }
    let moved = replaced(words, &found, by);
    // A year among words that no reading looks at, in a column of about that year.
    let is_loose = |run: &Figure| {
        let is_read = read.parts.iter().any(|part| part.span.start <= run.span.start && run.span.end <= part.span.end);
        run.digits == 4 && !is_read && !is_dated(run) && run.value.abs_diff(year) <= NEAR
    };
    if runs.iter().any(is_loose) {
        Shifted::Unsure
    } else if says_it(words) {
        Shifted::Same
    } else if says_it(&moved) {
        Shifted::Moved(moved)
    } else {
        Shifted::Unsure
    }
}

/// How far from its column a number of four figures may be taken for a year.
const NEAR: u32 = 15;

/// Moves a promise by some years: its days, and the years it names.
pub fn shift_target(target: &Target, by: i32) -> Target {
    let year = |year: i32| Some(year.saturating_add(by)).filter(|year| is_year(*year)).unwrap_or(year);
    match target {
        Target::By { date } => Target::By { date: shift_day(*date, by).unwrap_or(*date) },
        Target::Change { direction, by: step, from: Reference::Year(from) } => {
            Target::Change { direction: *direction, by: *step, from: Reference::Year(year(*from)) }
        }
        Target::Withdrawn { how: Withdrawal::PostponedTo(to) } => {
            Target::Withdrawn { how: Withdrawal::PostponedTo(year(*to)) }
        }
        Target::Several { parts } => {
            Target::Several { parts: parts.iter().map(|part| shift_target(part, by)).collect() }
        }
        Target::BandsByDay { grades } => {
            let later = |grade: &DayGrade| DayGrade { date: shift_day(grade.date, by).unwrap_or(grade.date), ..*grade };
            let mut moved: Vec<_> = grades.iter().map(later).collect();
            // 28 and 29 February may become one day, which earns the better of the two.
            moved.dedup_by_key(|grade| grade.date);
            if DayGrade::make_a_scale(&moved) { Target::BandsByDay { grades: moved } } else { target.clone() }
        }
        other => other.clone(),
    }
}

/// Moves a day by some years; 29 February to the 28th where the year has none.
pub fn shift_day(day: NaiveDate, by: i32) -> Option<NaiveDate> {
    let year = day.year().checked_add(by)?;
    day.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
}

/// Moves every year of a range that a text names in four figures (`2023-2025`).
pub fn shift_years_in_text(text: &str, years: RangeInclusive<i32>, by: i32) -> String {
    let runs = figures(text);
    let found: Vec<&Figure> = runs.iter().filter(|run| run.digits == 4 && years.contains(&run.value)).collect();
    replaced(text, &found, by)
}

/// Figures that stand together.
struct Figure {
    span: Range<usize>,
    digits: usize,
    value: i32,
}

impl Figure {
    fn is_year_of(&self, years: &[i32]) -> bool {
        self.digits == 4 && years.contains(&self.value)
    }

    fn is_short_of(&self, years: &[i32]) -> bool {
        self.digits == 2 && years.iter().any(|year| year.rem_euclid(100) == self.value)
    }
}

/// Returns the runs of up to four figures in a text; longer ones are no years.
fn figures(text: &str) -> Vec<Figure> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| letter.is_ascii_digit()) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += letter.len_utf8(),
            _ => runs.push(at..at + letter.len_utf8()),
        }
    }
    let figure = |span: Range<usize>| {
        let digits = span.len();
        let value = text.get(span.clone()).filter(|_| digits <= 4)?.parse().ok()?;
        Some(Figure { span, digits, value })
    };
    runs.into_iter().filter_map(figure).collect()
}

fn replaced(words: &str, found: &[&Figure], by: i32) -> String {
    let mut moved = String::with_capacity(words.len());
    let mut from = 0;
    for Figure { span, digits, value } in found {
        moved.push_str(words.get(from..span.start).unwrap_or_default());
        let later = value.saturating_add(by);
        match digits {
            2 => moved.push_str(&format!("{:02}", later.rem_euclid(100))),
            _ => moved.push_str(&later.to_string()),
        }
        from = span.end;
    }
    moved.push_str(words.get(from..).unwrap_or_default());
    moved
}

/// The years a promise names.
fn years_of(target: &Target) -> Vec<i32> {
    match target {
        Target::By { date } => vec![date.year()],
        Target::Change { from: Reference::Year(year), .. }
        | Target::Withdrawn { how: Withdrawal::PostponedTo(year) } => vec![*year],
        Target::Several { parts } => parts.iter().flat_map(years_of).collect(),
        Target::BandsByDay { grades } => grades.iter().map(|grade| grade.date.year()).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn moves(words: &str, year: i32, later: &str) {
        assert_eq!(shift_words(words, year, 3), Shifted::Moved(later.to_owned()), "{words}");
    }

    #[track_caller]
    fn gives(words: &str, year: i32, shifted: &Shifted) {
        assert_eq!(&shift_words(words, year, 3), shifted, "{words}");
    }

    #[test]
    fn a_year_moves_where_the_reading_found_it() {
        moves("Entro il 30/9/2023", 2023, "Entro il 30/9/2026");
        moves("Entro maggio 2024", 2024, "Entro maggio 2027");
        moves("31/12/23", 2023, "31/12/26");
        moves("entro il 2024-09-30", 2024, "entro il 2027-09-30");
        moves(
            "Entro il 31/12/2024 Livello di gradimento 3,5/4",
            2024,
            "Entro il 31/12/2027 Livello di gradimento 3,5/4",
        );
        moves("Posticipato al 2025", 2024, "Posticipato al 2028");
        moves(
            "entro il 30/6/2024 = 100%; entro il 31/01/2025 = 50%",
            2024,
            "entro il 30/6/2027 = 100%; entro il 31/01/2028 = 50%",
        );
        moves("entro il 30/06 100%, entro il 30/09/24 50%", 2024, "entro il 30/06 100%, entro il 30/09/27 50%");
        moves("31/12/05", 2005, "31/12/08");
        moves("entro il 30/6/24 100%, entro il 30/9/24 50%", 2024, "entro il 30/6/27 100%, entro il 30/9/27 50%");
        moves("Incremento del 10% rispetto al 2023", 2024, "Incremento del 10% rispetto al 2026");
    }

    #[test]
    fn words_without_a_year_stay() {
        for words in [
            "Entro il 30/9",
            "Almeno 2000",
            "100%",
            "SI",
            "",
            "Report trimestrale",
            "nei primi 3 mesi dell'anno",
            "entro il 30/6 = 100%; entro il 30/9 = 50%",
        ] {
            gives(words, 2024, &Shifted::Same);
        }
    }

    #[test]
    fn a_year_that_no_reading_looks_at_is_left_to_a_person() {
        for words in ["Nel Bilancio di Previsione 2026", "Relazione 2024 entro il 30/9/2024", "Entro 29/2"] {
            gives(words, 2024, &Shifted::Unsure);
        }
    }

    #[test]
    fn the_29th_of_february_becomes_the_28th() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(shift_day(day("2024-02-29"), 3), Some(day("2027-02-28")));
        assert_eq!(shift_day(day("2024-02-29"), 4), Some(day("2028-02-29")));
    }

    #[test]
    fn a_title_moves_with_its_years() {
        let title = |text: &str| shift_years_in_text(text, 2023..=2025, 3);
        assert_eq!(title("PIAO 2023-2025, delibera 12023"), "PIAO 2026-2028, delibera 12023");
        assert_eq!(title("Piano dal 2019"), "Piano dal 2019");
    }
}
