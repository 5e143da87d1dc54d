//! Targets and results as other bodies write them, held against what a careful controller would read in them.
//!
//! `other-bodies.tsv` has the phrase, its reading in few words and how sure one may be of it, all in the column of 2024: *sure*,
//! the words are plain; *likely*, it is to be taken and marked; *guess*, it is not to be taken. `other-results.tsv` has a cell a
//! line: target, result, baseline, polarity, and its outcome.

use traguardo::attainment::{Outcome, score_cell, shown};
use traguardo::plan::{Baseline, Cell, Indicator, Polarity, Policy, Year};
use traguardo::target::{Certainty, Language, Target, parse_target, show_target};

use crate::open::text;

/// In a hundred, so many are read as they should be.
const ENOUGH: usize = 95;

/// The lines of a table with its fields; heads and titles are passed over.
fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = table.lines().skip(1).filter(|line| !line.starts_with("# "));
    lines.map(|line| line.split('\t').collect())
}

#[test]
fn the_targets_of_other_bodies_are_read_as_a_controller_would() {
    let table = text("tests/it/other-bodies.tsv").unwrap();
    let (mut all, mut misses, mut wrong_and_sure) = (0, Vec::new(), Vec::new());
    for row in rows(&table) {
        let [words, reads, certainty] = row.try_into().unwrap();
        let read = parse_target(&words.replace("\\n", "\n"), 2024);
        let taken = show_target(&read.taken(), Language::Italian).replace('\u{a0}', " ");
        let is_right = match certainty {
            "sure" => taken == reads,
            "likely" => taken == reads && read.certainty < Certainty::Sure,
            "guess" => read.taken() == Target::Words,
            other => panic!("{other}"),
        };
        all += 1;
        if !is_right {
            misses.push(format!("{words}: {reads} ({certainty}); read {taken} ({:?})", read.certainty));
            if read.certainty == Certainty::Sure && read.reading != Target::Words {
                wrong_and_sure.push(words.to_owned());
            }
        }
    }
    println!("{} of {all} targets of other bodies read; otherwise:\n{}", all - misses.len(), misses.join("\n"));
    assert!((all - misses.len()) * 100 >= all * ENOUGH, "{}", misses.join("\n"));
    assert!(wrong_and_sure.is_empty(), "surely wrong: {}", wrong_and_sure.join("; "));
}

#[test]
fn the_results_of_other_bodies_are_scored_as_a_controller_would() {
    let table = text("tests/it/other-results.tsv").unwrap();
    let (mut all, mut misses) = (0, Vec::new());
    for row in rows(&table) {
        let [target, result, baseline, polarity, outcome] = row.try_into().unwrap();
        let found = scored(target, result, baseline, polarity);
        all += 1;
        if found != outcome {
            misses.push(format!("{target} | {result} | {baseline} | {polarity}: {outcome}; found {found}"));
        }
    }
    println!("{} of {all} results of other bodies scored; otherwise:\n{}", all - misses.len(), misses.join("\n"));
    assert!((all - misses.len()) * 100 >= all * ENOUGH, "{}", misses.join("\n"));
}

/// The outcome of a cell in a word, or its score and whether the promise was met.
fn scored(target: &str, result: &str, baseline: &str, polarity: &str) -> String {
    let mut indicator = Indicator::new("i".into());
    indicator.polarity = match polarity {
        "rising" => Polarity::Rising,
        "falling" => Polarity::Falling,
        "steady" => Polarity::Steady,
        other => panic!("{other}"),
    };
    indicator.baseline = (!baseline.is_empty()).then(|| Baseline { words: baseline.into(), year: None });
    let year = Year::new(2024).unwrap();
    indicator.cells.insert(year, Cell { target: target.into(), result: result.into(), ..Cell::default() });
    let today = chrono::NaiveDate::from_ymd_opt(2024, 12, 1).unwrap();
    let found = score_cell(&indicator, year, &Policy::default(), today).unwrap();
    match (found.outcome, found.score, found.met) {
        (Outcome::Scored, Some(score), Some(met)) => {
            format!("{:.2} {}", shown(score), if met { "met" } else { "not met" })
        }
        (Outcome::Scored, Some(score), None) => format!("{:.2}", shown(score)),
        (Outcome::Scored, None, _) => "scored without a score".to_owned(),
        (Outcome::Awaited { .. }, ..) => "awaited".to_owned(),
        (Outcome::NotDue, ..) => "not due".to_owned(),
        (Outcome::SetAside(_), ..) => "set aside".to_owned(),
        (Outcome::NeedsJudgement, ..) => "judgement".to_owned(),
        (Outcome::NotComputable(_), ..) => "not computable".to_owned(),
    }
}
