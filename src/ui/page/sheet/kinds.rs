//! Targets and results as a kind and a value to type: what a person chooses from a list.

use std::num::NonZeroU32;

use crate::target::{
    Language, Measure, Quantity, Reading, Target, parse_result, parse_target, show_date, show_number, show_quantity,
    show_reading, show_target,
};
use crate::ui::words::{read_day, read_number};

/// Returns whether a kind of target needs a value.
pub fn target_needs(kind: &str) -> bool {
    matches!(
        kind,
        "at_least"
            | "more_than"
            | "at_most"
            | "less_than"
            | "exactly"
            | "range"
            | "by"
            | "times"
            | "change"
            | "several"
            | "bands"
            | "withdrawn"
    )
}

/// Returns whether a kind of result needs a value.
pub fn result_needs(kind: &str) -> bool {
    matches!(kind, "quantity" | "ratio" | "on" | "change" | "several")
}

/// Returns the value of a target, as it can be typed.
pub fn target_value(target: &Target, language: Language) -> String {
    match target {
        Target::AtLeast(quantity)
        | Target::MoreThan(quantity)
        | Target::AtMost(quantity)
        | Target::LessThan(quantity)
        | Target::Exactly(quantity) => show_quantity(*quantity, language),
        Target::By { date } => show_date(*date),
        Target::Times { count } => show_number(count.get().into(), language),
        Target::Range(_)
        | Target::Change { .. }
        | Target::Several { .. }
        | Target::Bands { .. }
        | Target::BandsByDay { .. }
        | Target::Withdrawn { .. } => show_target(target, language),
        Target::Yes | Target::All | Target::ToDefine | Target::Words => String::new(),
    }
}

/// Returns the target of a kind with a value; none where the value does not fit.
pub fn target_of(kind: &str, typed: &str, year: i32, language: Language) -> Option<Target> {
    Some(match kind {
        "at_least" => Target::AtLeast(quantity(typed, language)?),
        "more_than" => Target::MoreThan(quantity(typed, language)?),
        "at_most" => Target::AtMost(quantity(typed, language)?),
        "less_than" => Target::LessThan(quantity(typed, language)?),
        "exactly" => Target::Exactly(quantity(typed, language)?),
        "by" => Target::By { date: read_day(typed, year)? },
        "yes" => Target::Yes,
        "times" => Target::Times { count: times(typed, language)? },
        "all" => Target::All,
        "range" | "change" | "several" | "bands" | "withdrawn" => {
            Some(parse_target(typed, year).reading).filter(|target| target.kind() == kind)?
        }
        "to_define" => Target::ToDefine,
        "words" => Target::Words,
        _ => return None,
    })
}

/// Returns the kind of a result.
pub fn result_kind(reading: &Reading) -> &'static str {
    match reading {
        Reading::Quantity(_) => "quantity",
        Reading::Ratio { .. } => "ratio",
        Reading::On { .. } => "on",
        Reading::Yes { .. } => "yes",
        Reading::No => "no",
        Reading::Underway => "underway",
        Reading::Unavailable => "unavailable",
        Reading::Change { .. } => "change",
        Reading::Several { .. } => "several",
        Reading::Words => "words",
    }
}

/// Returns the value of a result, as it can be typed.
pub fn result_value(reading: &Reading, language: Language) -> String {
    match reading {
        Reading::Quantity(quantity) => show_quantity(*quantity, language),
        Reading::Ratio { .. } | Reading::Change { .. } | Reading::Several { .. } => show_reading(reading, language),
        Reading::On { date } | Reading::Yes { date: Some(date) } => show_date(*date),
        _ => String::new(),
    }
}

/// Returns the result of a kind with a value; none where the value does not fit.
pub fn result_of(kind: &str, typed: &str, year: i32, language: Language) -> Option<Reading> {
    Some(match kind {
        "quantity" => Reading::Quantity(quantity(typed, language)?),
        "ratio" | "change" | "several" => {
            Some(parse_result(typed, year).reading).filter(|reading| result_kind(reading) == kind)?
        }
        "on" => Reading::On { date: read_day(typed, year)? },
        "yes" => Reading::Yes { date: read_day(typed, year) },
        "no" => Reading::No,
        "underway" => Reading::Underway,
        "unavailable" => Reading::Unavailable,
        "words" => Reading::Words,
        _ => return None,
    })
}

/// A number by the rule of the language, or one with its unit: `30 giorni`, `3,5 su 4`. In English what is shown sets
/// thousands apart by a blank.
fn quantity(typed: &str, language: Language) -> Option<Quantity> {
    let joined: String = typed.split_whitespace().collect();
    let measure = if joined.ends_with('%') { Measure::Percent } else { Measure::Count };
    match read_number(&joined, language) {
        Some(value) => Some(Quantity { value, measure }),
        // Only a number with its unit is left, so the year does not matter.
        None => match parse_target(typed, 0).reading {
            Target::Exactly(quantity) => Some(quantity),
            _ => None,
        },
    }
}

fn times(typed: &str, language: Language) -> Option<NonZeroU32> {
    let joined: String = typed.split_whitespace().collect();
    NonZeroU32::new(read_number(&joined, language)?.try_into().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_taken_apart_makes_the_same_again() {
        for words in [
            "Almeno 2",
            "> 90 %",
            "massimo 30",
            "< 12,5 %",
            "1.234",
            "Entro il 30/9",
            "SI",
            "Da definire",
            "Applicazione",
            "massimo 30 giorni",
            "≥ 3,5/4",
            "almeno € 1.000",
            "tra 5 e 10 %",
            "Report trimestrale",
            "Tutti i dipendenti",
            "+10% rispetto al 2023",
            "≥ 80%; entro il 30/9",
            "28 gg 100% 30gg 75%",
            "entro il 30/6 = 100%; entro il 30/9 = 50%",
            "Rinviato al 2025",
        ] {
            let target = parse_target(words, 2024).reading;
            for language in [Language::Italian, Language::English] {
                let value = target_value(&target, language);
                assert_eq!(target_of(target.kind(), &value, 2024, language), Some(target.clone()), "{words}");
                assert_eq!(target_needs(target.kind()), !value.is_empty(), "{words}");
            }
        }
    }

    #[test]
    fn a_result_taken_apart_makes_the_same_again() {
        for words in [
            "72,5%",
            "3 su 4",
            "15/09/2024",
            "sì",
            "sì, il 12/9",
            "no",
            "in corso",
            "n.d.",
            "Sì, parzialmente",
            "+12%",
            "sì; 3 su 4",
            "150 giorni",
        ] {
            let reading = parse_result(words, 2024).reading;
            for language in [Language::Italian, Language::English] {
                let value = result_value(&reading, language);
                assert_eq!(result_of(result_kind(&reading), &value, 2024, language), Some(reading.clone()), "{words}");
            }
        }
    }

    #[test]
    fn a_value_that_does_not_fit_its_kind_makes_nothing() {
        for (kind, typed) in [("at_least", "presto"), ("by", "30/2/2024"), ("exactly", "")] {
            assert_eq!(target_of(kind, typed, 2024, Language::Italian), None, "{kind} {typed}");
        }
        for (kind, typed) in [("quantity", "molti"), ("ratio", "12"), ("on", "")] {
            assert_eq!(result_of(kind, typed, 2024, Language::Italian), None, "{kind} {typed}");
        }
    }
}
