//! A typed target or result in few words, for people, such that reading the words gives the same again.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::figure::{NO_BREAK_SPACE, show_date, show_long_date, show_number, write_number};
use super::{Difference, Direction, Grade, Language, Measure, Quantity, Reading, Reference, Target, Withdrawal};

/// Shows what a target asks: `≥ 2`, `> 90 %`, `entro il 30 settembre 2024`, `fatto / non fatto`.
///
/// Reading what is shown gives the same target again, in both languages and whatever the year, save for
/// [`Target::Words`]. Since a phrase does not say its language, English thousands are set apart by a blank here
/// (`≥ 1 234`): a comma would be an Italian decimal. The exception is an English `30.04`, which alone is read as a day.
pub fn show_target(target: &Target, language: Language) -> String {
    let say = |italian: &str, english: &str| say(language, italian, english);
    let bound = |sign, quantity| show_bound(sign, quantity, language);
    match target {
        Target::AtLeast(quantity) => bound("≥", *quantity),
        Target::MoreThan(quantity) => bound(">", *quantity),
        Target::AtMost(quantity) => bound("≤", *quantity),
        Target::LessThan(quantity) => bound("<", *quantity),
        Target::Exactly(quantity) => show_bare(*quantity, language),
        Target::Range(range) => {
            let (low, high) = (show_exact(range.low().value, language), show_quantity(range.high(), language));
            format!("{} {low} {} {high}", say("tra", "between"), say("e", "and"))
        }
        Target::By { date } => show_deadline(*date, language),
        Target::Yes => say("fatto / non fatto", "done / not done"),
        Target::Times { count } => match (count.get(), language) {
            (1, Language::Italian) => "almeno 1 volta l’anno".to_owned(),
            (1, Language::English) => "at least 1 time a year".to_owned(),
            (count, Language::Italian) => format!("almeno {} volte l’anno", show_exact(count.into(), language)),
            (count, Language::English) => format!("at least {} times a year", show_exact(count.into(), language)),
        },
        Target::All => say("tutti (100\u{a0}%)", "all (100\u{a0}%)"),
        Target::Change { direction, by, from } => {
            let change = match by {
                Some(by) => show_change(*direction, *by, language),
                None => match direction {
                    Direction::Increase => say("incremento", "increase"),
                    Direction::Decrease => say("riduzione", "decrease"),
                    Direction::Either => say("variazione", "change"),
                },
            };
            let from = match from {
                Reference::Baseline => say("al valore di partenza", "with the baseline"),
                Reference::PreviousYear => say("all’anno precedente", "with the previous year"),
                Reference::Year(year) => format!("{} {year}", say("al", "with")),
            };
            format!("{change} {} {from}", say("rispetto", "compared"))
        }
        Target::Several { parts } => joined(parts.iter().map(|part| show_target(part, language))),
        Target::Bands { grades } => {
            let sign = if Grade::lower_is_better(grades) { "≤" } else { "≥" };
            joined(grades.iter().map(|grade| {
                let earns = show_quantity(Quantity::percent(grade.earns), language);
                format!("{}: {earns}", bound(sign, grade.limit))
            }))
        }
        Target::BandsByDay { grades } => joined(grades.iter().map(|grade| {
            let earns = show_quantity(Quantity::percent(grade.earns), language);
            format!("{}: {earns}", show_deadline(grade.date, language))
        })),
        Target::ToDefine => say("da definire", "to be defined"),
        Target::Withdrawn { how } => match how {
            Withdrawal::Postponed => say("rinviato", "postponed"),
            Withdrawal::PostponedTo(year) => format!("{} {year}", say("rinviato al", "postponed to")),
            Withdrawal::Suspended => say("sospeso", "suspended"),
            Withdrawal::StruckOut => say("stralciato", "struck out"),
        },
        Target::Words => to_be_judged(language).to_owned(),
    }
}

fn show_deadline(date: NaiveDate, language: Language) -> String {
    let day = show_long_date(date, language);
    match language {
        Language::Italian => {
            let article = if day.starts_with("8 ") || day.starts_with("11 ") { "l’" } else { "il " };
            format!("entro {article}{day}")
        }
        Language::English => format!("by {day}"),
    }
}

/// Shows what a result says: `72,5 %`, `12 su 16`, `15/09/2024`, `sì, il 12/09/2024`.
///
/// Reading what is shown gives the same result again, save for [`Reading::Words`], and for points of a scale, which a result
/// states as so many of so many ([`Reading::Ratio`]).
pub fn show_reading(reading: &Reading, language: Language) -> String {
    let say = |italian: &str, english: &str| say(language, italian, english);
    match reading {
        Reading::Quantity(quantity) => show_bare(*quantity, language),
        Reading::Ratio { part, whole } => {
            format!("{} {} {}", show_exact(*part, language), say("su", "of"), show_exact(*whole, language))
        }
        Reading::On { date } => show_date(*date),
        Reading::Yes { date: None } => say("sì", "yes"),
        Reading::Yes { date: Some(date) } => format!("{} {}", say("sì, il", "yes, on"), show_date(*date)),
        Reading::No => "no".to_owned(),
        Reading::Underway => say("in corso", "in progress"),
        Reading::Unavailable => say("n.d.", "n/a"),
        Reading::Change { direction, by } => show_change(*direction, *by, language),
        Reading::Several { parts } => joined(parts.iter().map(|part| show_reading(part, language))),
        Reading::Words => to_be_judged(language).to_owned(),
    }
}

/// Shows a quantity with all its digits: `12,5`, `80 %`, `30 giorni`, `3,5 su 4`, `1.000 €`.
pub fn show_quantity(quantity: Quantity, language: Language) -> String {
    let mut shown = show_exact(quantity.value, language);
    let is_one = quantity.value == Decimal::ONE;
    let unit = match (quantity.measure, language) {
        (Measure::Count, _) => return shown,
        (Measure::Percent, _) => "%",
        (Measure::Euro, _) => "€",
        (Measure::Minutes, Language::Italian) => plural(is_one, "minuto", "minuti"),
        (Measure::Minutes, Language::English) => plural(is_one, "minute", "minutes"),
        (Measure::Hours, Language::Italian) => plural(is_one, "ora", "ore"),
        (Measure::Hours, Language::English) => plural(is_one, "hour", "hours"),
        (Measure::Days, Language::Italian) => plural(is_one, "giorno", "giorni"),
        (Measure::Days, Language::English) => plural(is_one, "day", "days"),
        (Measure::Weeks, Language::Italian) => plural(is_one, "settimana", "settimane"),
        (Measure::Weeks, Language::English) => plural(is_one, "week", "weeks"),
        (Measure::Months, Language::Italian) => plural(is_one, "mese", "mesi"),
        (Measure::Months, Language::English) => plural(is_one, "month", "months"),
        (Measure::Years, Language::Italian) => plural(is_one, "anno", "anni"),
        (Measure::Years, Language::English) => plural(is_one, "year", "years"),
        (Measure::OutOf(whole), _) => {
            shown.push_str(&format!(" {} {}", say(language, "su", "out of"), show_exact(whole, language)));
            return shown;
        }
    };
    shown.push(NO_BREAK_SPACE);
    shown.push_str(unit);
    shown
}

/// Shows how far something moves: `+10 %`, `-5 giorni`, `±8 punti percentuali`.
fn show_change(direction: Direction, by: Difference, language: Language) -> String {
    let sign = match direction {
        Direction::Increase => '+',
        Direction::Decrease => '-',
        Direction::Either => '±',
    };
    let by = match by {
        Difference::Amount(quantity) => show_quantity(quantity, language),
        Difference::Points(points) => {
            let unit = if points == Decimal::ONE {
                say(language, "punto percentuale", "percentage point")
            } else {
                say(language, "punti percentuali", "percentage points")
            };
            format!("{}{NO_BREAK_SPACE}{unit}", show_exact(points, language))
        }
    };
    format!("{sign}{by}")
}

/// Shows a quantity alone; with `=` when negative, for a bare number with a sign is a change.
fn show_bare(quantity: Quantity, language: Language) -> String {
    if quantity.value < Decimal::ZERO { show_bound("=", quantity, language) } else { show_quantity(quantity, language) }
}

fn show_bound(sign: &str, quantity: Quantity, language: Language) -> String {
    format!("{sign}{NO_BREAK_SPACE}{}", show_quantity(quantity, language))
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

const fn plural(is_one: bool, one: &'static str, more: &'static str) -> &'static str {
    if is_one { one } else { more }
}

fn say(language: Language, italian: &str, english: &str) -> String {
    let said = match language {
        Language::Italian => italian,
        Language::English => english,
    };
    said.to_owned()
}

/// Shows a number so that it reads back the same without knowing the language.
fn show_exact(value: Decimal, language: Language) -> String {
    let value = value.normalize();
    match language {
        Language::Italian => show_number(value, language),
        Language::English => {
            let mut shown = write_number(value, NO_BREAK_SPACE, '.');
            let digits = shown.trim_start_matches('-');
            // `1.234` would be an Italian thousand; `0.125` and `1 234.567` would not.
            if value.scale() == 3 && !digits.starts_with('0') && !digits.contains(NO_BREAK_SPACE) {
                shown.push('0');
            }
            shown
        }
    }
}

const fn to_be_judged(language: Language) -> &'static str {
    match language {
        Language::Italian => "a giudizio",
        Language::English => "to be judged",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::target::{arbitrary, parse_result, parse_target};

    const LANGUAGES: [Language; 2] = [Language::Italian, Language::English];

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn targets_are_shown_in_few_words() {
        let count = |text| Quantity::count(decimal(text));
        let percent = |text| Quantity::percent(decimal(text));
        for (target, italian, english) in [
            (Target::AtLeast(count("2")), "≥ 2", "≥ 2"),
            (Target::MoreThan(percent("90.0")), "> 90 %", "> 90 %"),
            (Target::AtMost(count("30")), "≤ 30", "≤ 30"),
            (Target::LessThan(count("12.5")), "< 12,5", "< 12.5"),
            (Target::AtLeast(count("1234")), "≥ 1.234", "≥ 1 234"),
            (Target::AtLeast(count("1.234")), "≥ 1,234", "≥ 1.2340"),
            (Target::Exactly(percent("80")), "80 %", "80 %"),
            (Target::Exactly(count("-5")), "= -5", "= -5"),
            (Target::By { date: day(2024, 9, 30) }, "entro il 30 settembre 2024", "by 30 September 2024"),
            (Target::By { date: day(2024, 3, 8) }, "entro l’8 marzo 2024", "by 8 March 2024"),
            (Target::By { date: day(2024, 3, 1) }, "entro il 1° marzo 2024", "by 1 March 2024"),
            (Target::Yes, "fatto / non fatto", "done / not done"),
            (Target::ToDefine, "da definire", "to be defined"),
            (Target::Words, "a giudizio", "to be judged"),
        ] {
            assert_eq!(show_target(&target, Language::Italian).replace('\u{a0}', " "), italian);
            assert_eq!(show_target(&target, Language::English).replace('\u{a0}', " "), english);
        }
    }

    #[test]
    fn results_are_shown_in_few_words() {
        for (reading, italian, english) in [
            (Reading::Quantity(Quantity::percent(decimal("72.5"))), "72,5 %", "72.5 %"),
            (Reading::Ratio { part: decimal("12"), whole: decimal("16") }, "12 su 16", "12 of 16"),
            (Reading::On { date: day(2024, 9, 15) }, "15/09/2024", "15/09/2024"),
            (Reading::Yes { date: None }, "sì", "yes"),
            (Reading::Yes { date: Some(day(2024, 9, 12)) }, "sì, il 12/09/2024", "yes, on 12/09/2024"),
            (Reading::No, "no", "no"),
            (Reading::Underway, "in corso", "in progress"),
            (Reading::Unavailable, "n.d.", "n/a"),
            (Reading::Words, "a giudizio", "to be judged"),
        ] {
            assert_eq!(show_reading(&reading, Language::Italian).replace('\u{a0}', " "), italian);
            assert_eq!(show_reading(&reading, Language::English).replace('\u{a0}', " "), english);
        }
    }

    fn typed_target() -> impl Strategy<Value = Target> {
        arbitrary::targets().prop_filter("words are for a person", |target| *target != Target::Words)
    }

    fn typed_reading() -> impl Strategy<Value = Reading> {
        arbitrary::results().prop_filter("a share is a ratio", |reading| !holds_a_scale(reading))
    }

    /// An English number such as `30.04`, which alone is read as the last day of April: people here write numbers with commas.
    fn is_like_a_day(shown: &str) -> bool {
        shown.split([' ', '\u{a0}', ';']).any(|word| {
            let parts: Vec<_> = word.split('.').collect();
            matches!(parts[..], [day, month] if (1..=2).contains(&day.len()) && month.len() == 2)
        })
    }

    /// Points of a scale, which a result says as so many of so many.
    fn holds_a_scale(reading: &Reading) -> bool {
        match reading {
            Reading::Quantity(quantity) => matches!(quantity.measure, Measure::OutOf(_)),
            Reading::Several { parts } => parts.iter().any(holds_a_scale),
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn law_a_shown_target_reads_the_same(target in typed_target(), year in 1990_i32..2100) {
            for language in LANGUAGES {
                let shown = show_target(&target, language);
                prop_assume!(!is_like_a_day(&shown));
                prop_assert_eq!(&parse_target(&shown, year).reading, &target, "{}", shown);
            }
        }

        #[test]
        fn law_a_shown_result_reads_the_same(reading in typed_reading(), year in 1990_i32..2100) {
            for language in LANGUAGES {
                let shown = show_reading(&reading, language);
                prop_assume!(!is_like_a_day(&shown));
                prop_assert_eq!(&parse_result(&shown, year).reading, &reading, "{}", shown);
            }
        }
    }
}
