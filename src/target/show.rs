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
    let bound = |sign: &str, quantity| format!("{sign}{NO_BREAK_SPACE}{}", show_quantity(quantity, language));
    match (target, language) {
        (Target::AtLeast(quantity), _) => bound("≥", *quantity),
        (Target::MoreThan(quantity), _) => bound(">", *quantity),
        (Target::AtMost(quantity), _) => bound("≤", *quantity),
        (Target::LessThan(quantity), _) => bound("<", *quantity),
        // A sign before a bare number would be a change.
        (Target::Exactly(quantity), _) if quantity.value < Decimal::ZERO => bound("=", *quantity),
        (Target::Exactly(quantity), _) => show_quantity(*quantity, language),
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
        (Reading::Quantity(quantity), _) => show_quantity(*quantity, language),
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
