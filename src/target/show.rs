//! A typed target or result in few words, for people, such that reading the words gives the same again.

use rust_decimal::Decimal;

use super::figure::{NO_BREAK_SPACE, show_date, show_long_date, show_number, write_number};
use super::{Language, Measure, Quantity, Reading, Target};

/// Shows what a target asks: `≥ 2`, `> 90 %`, `entro il 30 settembre 2024`, `fatto / non fatto`.
///
/// Reading what is shown gives the same target again, in both languages and whatever the year, save for
/// [`Target::Words`]. Since a phrase does not say its language, English thousands are set apart by a blank here
/// (`≥ 1 234`): a comma would be an Italian decimal.
pub fn show_target(target: &Target, language: Language) -> String {
    let bound = |sign, quantity| show_bound(sign, quantity, language);
    match (target, language) {
        (Target::AtLeast(quantity), _) => bound("≥", *quantity),
        (Target::MoreThan(quantity), _) => bound(">", *quantity),
        (Target::AtMost(quantity), _) => bound("≤", *quantity),
        (Target::LessThan(quantity), _) => bound("<", *quantity),
        (Target::Exactly(quantity), _) => show_bare(*quantity, language),
        (Target::By { date }, Language::Italian) => {
            let day = show_long_date(*date, language);
            let article = if day.starts_with("8 ") || day.starts_with("11 ") { "l’" } else { "il " };
            format!("entro {article}{day}")
        }
        (Target::By { date }, Language::English) => format!("by {}", show_long_date(*date, language)),
        (Target::Yes, Language::Italian) => "fatto / non fatto".to_owned(),
        (Target::Yes, Language::English) => "done / not done".to_owned(),
        (Target::ToDefine, Language::Italian) => "da definire".to_owned(),
        (Target::ToDefine, Language::English) => "to be defined".to_owned(),
        (Target::Words, _) => to_be_judged(language).to_owned(),
    }
}

/// Shows what a result says: `72,5 %`, `12 su 16`, `15/09/2024`, `sì, il 12/09/2024`.
///
/// Reading what is shown gives the same result again, save for [`Reading::Words`].
pub fn show_reading(reading: &Reading, language: Language) -> String {
    match (reading, language) {
        (Reading::Quantity(quantity), _) => show_bare(*quantity, language),
        (Reading::Ratio { part, whole }, _) => {
            let of = match language {
                Language::Italian => "su",
                Language::English => "of",
            };
            format!("{} {of} {}", show_exact(*part, language), show_exact(*whole, language))
        }
        (Reading::On { date }, _) => show_date(*date),
        (Reading::Yes { date: None }, Language::Italian) => "sì".to_owned(),
        (Reading::Yes { date: None }, Language::English) => "yes".to_owned(),
        (Reading::Yes { date: Some(date) }, Language::Italian) => format!("sì, il {}", show_date(*date)),
        (Reading::Yes { date: Some(date) }, Language::English) => format!("yes, on {}", show_date(*date)),
        (Reading::No, _) => "no".to_owned(),
        (Reading::Underway, Language::Italian) => "in corso".to_owned(),
        (Reading::Underway, Language::English) => "in progress".to_owned(),
        (Reading::Unavailable, Language::Italian) => "n.d.".to_owned(),
        (Reading::Unavailable, Language::English) => "n/a".to_owned(),
        (Reading::Words, _) => to_be_judged(language).to_owned(),
    }
}

/// Shows a quantity with all its digits: `12,5`, `80 %`.
pub fn show_quantity(quantity: Quantity, language: Language) -> String {
    let mut shown = show_exact(quantity.value, language);
    if quantity.measure == Measure::Percent {
        shown.push(NO_BREAK_SPACE);
        shown.push('%');
    }
    shown
}

/// Shows a quantity alone; with `=` when negative, for a bare number with a sign is a change.
fn show_bare(quantity: Quantity, language: Language) -> String {
    if quantity.value < Decimal::ZERO { show_bound("=", quantity, language) } else { show_quantity(quantity, language) }
}

fn show_bound(sign: &str, quantity: Quantity, language: Language) -> String {
    format!("{sign}{NO_BREAK_SPACE}{}", show_quantity(quantity, language))
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
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;
    use crate::target::{parse_result, parse_target};

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

    fn number() -> impl Strategy<Value = Decimal> {
        prop_oneof![
            (0_i64..20_000, 0_u32..5).prop_map(|(digits, scale)| Decimal::new(digits, scale)),
            (any::<i64>(), 0_u32..=28).prop_map(|(digits, scale)| Decimal::new(digits, scale)),
            (any::<u32>(), any::<u32>(), any::<u32>(), any::<bool>(), 0_u32..=28)
                .prop_map(|(lo, mid, hi, negative, scale)| Decimal::from_parts(lo, mid, hi, negative, scale)),
        ]
    }

    fn quantity() -> impl Strategy<Value = Quantity> {
        (number(), prop::bool::ANY).prop_map(
            |(value, is_percent)| {
                if is_percent { Quantity::percent(value) } else { Quantity::count(value) }
            },
        )
    }

    fn date() -> impl Strategy<Value = NaiveDate> {
        (1000_i32..=9999, 1_u32..=366)
            .prop_filter_map("the year has such a day", |(year, day)| NaiveDate::from_yo_opt(year, day))
    }

    fn typed_target() -> impl Strategy<Value = Target> {
        prop_oneof![
            quantity().prop_map(Target::AtLeast),
            quantity().prop_map(Target::MoreThan),
            quantity().prop_map(Target::AtMost),
            quantity().prop_map(Target::LessThan),
            quantity().prop_map(Target::Exactly),
            date().prop_map(|date| Target::By { date }),
            Just(Target::Yes),
            Just(Target::ToDefine),
        ]
    }

    fn typed_reading() -> impl Strategy<Value = Reading> {
        let positive = || number().prop_map(|value| value.abs());
        prop_oneof![
            quantity().prop_map(Reading::Quantity),
            (positive(), positive().prop_filter("of something", |whole| !whole.is_zero()))
                .prop_map(|(part, whole)| Reading::Ratio { part, whole }),
            date().prop_map(|date| Reading::On { date }),
            prop::option::of(date()).prop_map(|date| Reading::Yes { date }),
            Just(Reading::No),
            Just(Reading::Underway),
            Just(Reading::Unavailable),
        ]
    }

    proptest! {
        #[test]
        fn law_a_shown_target_reads_the_same(target in typed_target(), year in 1990_i32..2100) {
            for language in LANGUAGES {
                let shown = show_target(&target, language);
                prop_assert_eq!(&parse_target(&shown, year).reading, &target, "{}", shown);
            }
        }

        #[test]
        fn law_a_shown_result_reads_the_same(reading in typed_reading(), year in 1990_i32..2100) {
            for language in LANGUAGES {
                let shown = show_reading(&reading, language);
                prop_assert_eq!(&parse_result(&shown, year).reading, &reading, "{}", shown);
            }
        }
    }
}
