//! The kept phrases of `fuzz/corpus`, as they are and with bytes moved, doubled and lost: what the fuzzer does, in small.

use std::fs;
use std::path::Path;

use traguardo::target::{Context, Language, Target, parse_result, parse_target, show_target};

const CORPUS: &str = "fuzz/corpus/read";

fn corpus() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(CORPUS);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).unwrap()).collect()
}

/// A phrase read as a target and as a result; what was read can be shown, and shown reads the same.
fn read(words: &str) {
    let read = parse_target(words, 2024);
    for part in &read.parts {
        assert!(words.get(part.span.clone()).is_some(), "{words}");
    }
    parse_result(words, Context::beside(2024, &read.reading));
    if read.reading != Target::Words {
        let shown = show_target(&read.reading, Language::Italian);
        assert_eq!(parse_target(&shown, 2024).reading, read.reading, "{words}: {shown}");
    }
}

#[test]
fn kept_phrases_and_pieces_of_them_are_read() {
    for words in corpus() {
        let ends: Vec<usize> = words.char_indices().map(|(at, _)| at).chain([words.len()]).collect();
        for from in &ends {
            for to in ends.iter().filter(|to| *to > from) {
                read(words.get(*from..*to).unwrap());
            }
        }
    }
}

#[test]
fn kept_phrases_put_into_one_another_are_read() {
    let corpus = corpus();
    for outer in &corpus {
        for inner in &corpus {
            for at in (0..outer.len()).step_by(3).filter(|at| outer.is_char_boundary(*at)) {
                let (before, after) = outer.split_at(at);
                read(&format!("{before}{inner}{after}"));
            }
        }
    }
}

#[test]
fn kept_phrases_said_over_and_over_are_read() {
    for words in corpus() {
        for times in [2, 5, 40] {
            read(&words.repeat(times));
            read(&format!("{words}; ").repeat(times));
        }
    }
}
