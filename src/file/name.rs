//! What a plan's file is called when it is downloaded.

use chrono::NaiveDate;

use crate::plan::Plan;

/// How the name of every plan file ends.
pub const EXTENSION: &str = ".traguardo.json";

/// What follows it in the name of a file that is locked with a passphrase.
pub const SEALED: &str = ".age";

/// How every file that is locked with a passphrase begins (<https://c2sp.org/age>).
const SEALED_BEGINS: &[u8] = b"age-encryption.org/v1\n";

/// The longest beginning taken from a title, in characters.
const LONGEST: usize = 48;

/// The longest beginning taken from a notice, in characters.
const LONGEST_NOTICE: usize = 20;

/// Suggests a file name such as `piano-2024-2026.traguardo.json`: the title's words in plain lower-case letters and digits,
/// without the years that follow anyway. Safe on every file system, whatever the title holds.
pub fn name(plan: &Plan) -> String {
    format!("{}{EXTENSION}", stem(plan))
}

/// Suggests a name for the copy of an office, such as `piano-2024-2026_area-minori_2024-07-03_r12.traguardo.json`: the plan,
/// for whom, on which day, and the revision it was made from.
pub fn name_for(plan: &Plan, offices: &str, on: NaiveDate, revision: u64) -> String {
    let offices = joined(&words(offices), LONGEST);
    let offices = if offices.is_empty() { "ufficio".to_owned() } else { offices };
    format!("{}_{offices}_{on}_r{revision}{EXTENSION}", stem(plan))
}

/// The plan's part of a name, with what its notice says: invented figures are known for such in a folder too.
fn stem(plan: &Plan) -> String {
    let (first, last) = (plan.period.first().to_string(), plan.period.last().to_string());
    let years = if first == last { first.clone() } else { format!("{first}-{last}") };
    let mut words = words(&plan.title);
    while words.last().is_some_and(|word| *word == first || *word == last) {
        words.pop();
    }
    let beginning = joined(&words, LONGEST);
    let beginning = if beginning.is_empty() { "piano" } else { &beginning };
    let notice = joined(&self::words(&plan.notice), LONGEST_NOTICE);
    let gap = if notice.is_empty() { "" } else { "_" };
    format!("{beginning}-{years}{gap}{notice}")
}

/// Joins words as far as they fit, cut between two of them.
fn joined(words: &[String], most: usize) -> String {
    let mut joined = String::new();
    for word in words {
        if !joined.is_empty() && joined.len() + 1 + word.len() > most {
            break;
        }
        if !joined.is_empty() {
            joined.push('-');
        }
        joined.extend(word.chars().take(most));
    }
    joined
}

/// Returns whether a file is locked with a passphrase, whatever it is called.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(SEALED_BEGINS)
}

/// Splits a title into words of plain lower-case letters and digits.
fn words(title: &str) -> Vec<String> {
    let plain: String = title.chars().flat_map(char::to_lowercase).map(plain).collect();
    plain.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Returns a letter without its accent; a space for whatever does not belong in a name.
fn plain(letter: char) -> char {
    match letter {
        'a'..='z' | '0'..='9' => letter,
        'à' | 'á' | 'â' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Period, Year};

    fn named(title: &str, first: i32, last: i32) -> String {
        let period = Period::new(Year::new(first).unwrap(), Year::new(last).unwrap()).unwrap();
        let mut plan = Plan::new("p".into(), period);
        plan.title = title.into();
        name(&plan)
    }

    #[test]
    fn a_name_holds_plain_letters_and_the_years_once() {
        for (title, first, last, name) in [
            ("Piano", 2024, 2026, "piano-2024-2026.traguardo.json"),
            ("PIANO DELLA PERFORMANCE 2021-2023", 2021, 2023, "piano-della-performance-2021-2023.traguardo.json"),
            ("Attività & qualità: è così", 2024, 2024, "attivita-qualita-e-cosi-2024.traguardo.json"),
            ("", 2024, 2026, "piano-2024-2026.traguardo.json"),
            ("../..\\con?", 2024, 2026, "con-2024-2026.traguardo.json"),
            ("計画", 2024, 2026, "piano-2024-2026.traguardo.json"),
        ] {
            assert_eq!(named(title, first, last), name, "{title}");
        }
    }

    #[test]
    fn an_office_s_copy_says_for_whom_when_and_from_which_revision() {
        let period = Period::new(Year::new(2024).unwrap(), Year::new(2026).unwrap()).unwrap();
        let plan = Plan { title: "Piano degli obiettivi".into(), ..Plan::new("p".into(), period) };
        let on = NaiveDate::from_ymd_opt(2024, 7, 3).unwrap();
        for (offices, part) in
            [("Area Minori e Famiglie", "area-minori-e-famiglie"), ("", "ufficio"), ("../", "ufficio")]
        {
            let name = format!("piano-degli-obiettivi-2024-2026_{part}_2024-07-03_r12.traguardo.json");
            assert_eq!(name_for(&plan, offices, on, 12), name);
        }
        assert!(name_for(&plan, &"ufficio ".repeat(80), on, u64::MAX).len() < 200);
    }

    #[test]
    fn what_is_invented_says_so_in_its_name() {
        let period = Period::new(Year::new(2023).unwrap(), Year::new(2025).unwrap()).unwrap();
        let notice = "Risultati inventati a scopo dimostrativo".into();
        let plan = Plan { title: "Piano".into(), notice, ..Plan::new("p".into(), period) };
        assert_eq!(name(&plan), "piano-2023-2025_risultati-inventati.traguardo.json");
    }

    #[test]
    fn a_long_title_is_cut_between_words() {
        let name = named("Piano integrato di attività e organizzazione, sezione valore pubblico", 2023, 2025);
        assert_eq!(name, "piano-integrato-di-attivita-e-organizzazione-2023-2025.traguardo.json");
        assert!(named(&"x".repeat(500), 2023, 2025).len() < 100);
    }
}
