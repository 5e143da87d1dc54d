//! Phrases as people write them in a hurry, and phrases a word or a sign away from those, each held to the letter of its
//! reading. `other_bodies` asks whether phrases are read with sense; this asks that no reading changes unseen.
//!
//! `slips.tsv` has the words, what they say as a target in the column of 2024, the parts of them that say it, what they say as
//! a result there, and the words of the column after it. A reading that is not sure says so, with the doubt in brackets.

use std::fmt::Debug;

use traguardo::target::{
    Certainty, Context, Language, Part, Read, Reading, Shifted, parse_result, parse_target, shift_words, show_reading,
    show_target,
};

use crate::open::text;

#[test]
fn phrases_with_a_slip_keep_their_reading() {
    let table = text("tests/it/slips.tsv").unwrap();
    let changed: Vec<_> = (table.lines().skip(1))
        .map(|line| (line, told(line.split('\t').next().unwrap_or_default())))
        .filter(|(line, told)| line != told)
        .map(|(line, told)| format!("was:    {line}\nreads:  {told}"))
        .collect();
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn results_with_a_slip_answer_what_their_target_asks() {
    let two = "almeno 3 riunioni; entro il 30/9/2024";
    for (target, words, expected) in [
        ("almeno 3", "-5", "-5"),
        ("≥ 0 giorni", "-5 giorni", "= -5 giorni likely (OtherWords)"),
        ("≥ 3 giorni", "-5 giorni", "-5 giorni"),
        ("ITP ≤ 0", "-5", "= -5 likely (OtherWords)"),
        ("ITP ≤ 0", "in calo di 5 giorni", "-5 giorni likely (OtherWords)"),
        ("almeno 3", "4/5", "4 su 5"),
        ("almeno 3", "4; bene", "4 likely (OtherWords)"),
        ("almeno 3", "daily", "a giudizio likely"),
        ("entro il 30/9", "4/5", "04/05/2024"),
        ("sì", "n", "no likely"),
        (two, "Trasmissione del conto annuale entro il 31 maggio", "a giudizio likely"),
        (two, "31/4", "a giudizio likely (NoSuchDay)"),
        (two, "termine:231/10/2024", "a giudizio likely"),
        (two, "1 a 6.500", "a giudizio likely"),
        (two, "€ ; entro il 30 settembre 2024", "30/09/2024"),
        (two, "x;", "a giudizio"),
    ] {
        let beside = Context::beside(2024, &parse_target(target, 2024).reading);
        assert_eq!(achieved(&parse_result(words, beside)), expected, "{words} beside {target}");
    }
}

/// The line of the table for these words.
fn told(words: &str) -> String {
    let (target, result) = (parse_target(words, 2024), parse_result(words, 2024));
    let said = |part: &Part| {
        let words = words.get(part.span.clone()).unwrap_or_default();
        format!("{:?} {words}", part.role).to_lowercase()
    };
    let parts = target.parts.iter().map(said).collect::<Vec<_>>().join(" | ");
    let asked = with_doubts(&target, &show_target(&target.reading, Language::Italian));
    let next = match shift_words(words, 2024, 1) {
        Shifted::Moved(words) => words,
        Shifted::Same => "as they are".to_owned(),
        Shifted::Unsure => "not sure".to_owned(),
    };
    [words.to_owned(), asked, parts, achieved(&result), next].join("\t")
}

fn achieved(result: &Read<Reading>) -> String {
    with_doubts(result, &show_reading(&result.reading, Language::Italian))
}

fn with_doubts<R: Debug>(read: &Read<R>, shown: &str) -> String {
    let certainty = match read.certainty {
        Certainty::Sure => "",
        Certainty::Likely => " likely",
        Certainty::Guess => " guess",
    };
    let doubt = read.doubt.map_or(String::new(), |doubt| format!(" ({doubt:?})"));
    shown.replace('\u{a0}', " ") + certainty + &doubt
}
