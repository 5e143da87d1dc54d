//! Every distinct target phrase of the published plans, held against what a person read in it.
//!
//! `target-phrases.tsv` has the phrase, the kind and the meaning that a person wrote beside it, and the year of its column.
//! The kinds of the table are ours, with these bridges: text and milestones are words; "at least 100 %" of all is the total;
//! a deadline that names no day is words; a compound is several conditions where all its parts are figures or days, and
//! words where one of them is a deed. Judgements that can be argued about count as they stand in the table.

use rust_decimal::Decimal;
use traguardo::target::{
    Difference, Direction, Language, Measure, Quantity, Reference, Target, parse_target, show_target,
};

use crate::open::text;

/// One phrase in a hundred may be read otherwise than in the table, and two more may be argued about.
const ENOUGH: usize = 97;

#[test]
fn the_phrases_of_the_published_plans_are_read_as_a_person_read_them() {
    let table = text("tests/it/target-phrases.tsv").unwrap();
    let (mut all, mut misses) = (0, Vec::new());
    for row in table.lines().skip(1) {
        let [words, kind, meaning, year] = row.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let read = parse_target(words, year.parse().unwrap());
        all += 1;
        if !agrees(&read.taken(), kind, meaning, year) {
            let shown = show_target(&read.reading, Language::English);
            misses.push(format!("{words}: {kind}, {meaning}; read {shown} ({:?})", read.certainty));
        }
    }
    println!("{} of {all} phrases read as in the table; otherwise:\n{}", all - misses.len(), misses.join("\n"));
    assert!((all - misses.len()) * 100 >= all * ENOUGH, "{}", misses.join("\n"));
}

fn agrees(target: &Target, kind: &str, meaning: &str, year: &str) -> bool {
    let said = |quantity: &Quantity| Some((quantity.value, quantity.measure == Measure::Percent)) == figure(meaning);
    match (kind, target) {
        ("text" | "milestone_text", target) => *target == Target::Words,
        ("yes_no", target) => *target == Target::Yes,
        ("to_be_defined", target) => *target == Target::ToDefine,
        ("percent_at_least", Target::All) => meaning.starts_with("= 100 %"),
        ("at_least" | "percent_at_least", Target::AtLeast(quantity))
        | ("greater", Target::MoreThan(quantity))
        | ("exactly", Target::Exactly(quantity)) => said(quantity),
        ("deadline", Target::By { date }) => {
            let day = meaning.split_whitespace().find(|word| word.contains('-') && word.len() == 10);
            day.is_some_and(|day| date.to_string() == day.replace("YYYY", year))
        }
        ("deadline", Target::Words) => !meaning.contains('-'),
        ("frequency", Target::Times { count }) => count.get() == times(meaning),
        ("change_vs_baseline", Target::Change { direction: Direction::Increase, by, .. }) => match by {
            Some(Difference::Amount(quantity)) => said(quantity),
            Some(Difference::Points(_)) => false,
            None => meaning.starts_with("> baseline"),
        },
        ("change_vs_year", Target::Change { direction: Direction::Either, by: Some(Difference::Amount(by)), from }) => {
            said(by) && matches!(from, Reference::Year(year) if meaning.contains(&year.to_string()))
        }
        ("compound", Target::Several { parts }) => {
            let wanted: Vec<_> = meaning.split(" AND ").collect();
            wanted.iter().all(|part| is_measured(part)) && wanted.len() == parts.len()
        }
        ("compound", Target::Words) => !meaning.split(" AND ").all(is_measured),
        _ => false,
    }
}

/// The first number of a meaning, and whether it is a percentage.
fn figure(meaning: &str) -> Option<(Decimal, bool)> {
    let mut words = meaning.split_whitespace();
    let value = words.by_ref().find_map(|word| word.trim_start_matches('+').parse().ok())?;
    Some((value, words.next() == Some("%")))
}

fn times(meaning: &str) -> u32 {
    match meaning {
        _ if meaning.contains("every 3 months") => 4,
        _ if meaning.contains("twice a month") => 24,
        _ => 1,
    }
}

/// Whether a part of a compound is a figure or a day.
fn is_measured(part: &str) -> bool {
    let signs = [">= ", "<= ", "= ", "between "];
    signs.iter().any(|sign| {
        let rest = part.split_once(sign).map(|(_, rest)| rest);
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == 'Y'))
    })
}
