//! The shelf of small bad files: each is refused with its own sentence. `tests/shelf.rs` measures them, and large ones.

use std::collections::BTreeSet;

use traguardo::file;

use crate::bad_files::small;

#[test]
fn every_bad_file_of_the_shelf_is_refused_with_its_sentence() {
    let shelf = small();
    assert!(shelf.len() >= 120, "{}", shelf.len());
    let mut wrong = Vec::new();
    for bad in &shelf {
        match file::read(&bad.bytes) {
            Ok(_) => wrong.push(format!("{}: it was taken", bad.name)),
            Err(error) if error.to_string() == bad.sentence => {}
            Err(error) => wrong.push(format!("{}\t{error}", bad.name)),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), shelf.len(), wrong.join("\n"));
}

#[test]
fn no_sentence_but_those_without_a_place_is_said_of_many_files() {
    let shelf = small();
    let sentences: BTreeSet<&str> = shelf.iter().map(|bad| bad.sentence.as_str()).collect();
    assert!(sentences.len() > 120, "{}", sentences.len());
}
