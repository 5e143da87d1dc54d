//! Workbooks written and read again: nothing new without a change, the change and nothing else with one.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;

use super::*;
use crate::attainment::{Attainment, Span};
use crate::file::File;
use crate::file::sampled::{SAMPLES, sample};
use crate::merge::{self, Side};
use crate::plan::arbitrary::plans;
use crate::plan::{Plan, Year};

fn year() -> Year {
    Year::new(2024).unwrap()
}

pub(super) fn attainment(plan: &Plan) -> Attainment {
    Attainment::of(plan, Span::Year(plan.period.nearest(year())), "2024-12-31".parse().unwrap())
}

pub(super) fn written(plan: &Plan) -> Vec<u8> {
    Writing::of(File::from(plan.clone()), attainment(plan)).finish().unwrap()
}

fn returned(bytes: &[u8]) -> Returned {
    Reading::of(bytes).unwrap().finish().unwrap()
}

/// Replaces a text in one file of a workbook.
pub(super) fn edited(bytes: &[u8], within: &str, from: &str, to: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut count = 0;
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let name = file.name().unwrap().into_owned();
        if name == within {
            count += text.matches(from).count();
            text = text.replace(from, to);
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    assert!(count > 0, "{from} stands nowhere in {within}");
    out.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_nobody_changed_brings_nothing_new() {
    for name in SAMPLES {
        let plan = sample(name);
        let back = returned(&written(&plan));
        assert_eq!((back.changed, &back.refused, &back.added), (0, &Vec::new(), &Vec::new()), "{name}");
        assert_eq!((&back.left, &back.gone), (&Vec::new(), &Vec::new()), "{name}");
        let file = back.file.unwrap();
        assert_eq!(file.base.as_ref(), Some(&plan), "{name}");
        assert_eq!(file.plan, plan, "{name}");
        assert_eq!(back.tables.len(), plan.objectives.len() + 2, "{name}");
        let known: Vec<bool> = back.tables.iter().map(|table| table.is_known).collect();
        assert_eq!(known.iter().filter(|known| **known).count(), plan.objectives.len() + 1, "{name}");
    }
}

#[test]
fn the_same_plan_on_the_same_day_gives_the_same_bytes() {
    let plan = sample(SAMPLES[3]);
    assert_eq!(written(&plan), written(&plan));
}

#[test]
fn what_a_person_changes_comes_back_through_the_merge_and_nothing_else() {
    let plan = sample(SAMPLES[0]);
    let objective = plan.objectives.at(0).unwrap();
    let title = &objective.title;
    let changed = edited(&written(&plan), "xl/sharedStrings.xml", &format!(">{title}<"), ">Un altro titolo<");
    let back = returned(&changed);
    assert_eq!(back.changed, 1, "{:?}", back.refused);
    let file = back.file.unwrap();
    let merged = merge::merge(file.base.as_ref(), &Side::from(&plan), &Side::from(&file.plan), None);
    let merge::Outcome::Merged(merged) = merged else { panic!("{merged:?}") };
    assert_eq!(merged.conflicts, []);
    assert_eq!(merged.plan.objectives.at(0).unwrap().title, "Un altro titolo");
    assert_eq!(merged.plan.objectives.at(1), plan.objectives.at(1));
}

#[test]
fn a_workbook_that_lost_its_plan_is_tables() {
    let changed = edited(&written(&sample(SAMPLES[0])), "xl/workbook.xml", "_traguardo", "Foglio1");
    let back = returned(&changed);
    assert_eq!(back.file, None);
    assert!(back.tables.iter().all(|table| !table.is_known));
    let first = back.tables.first().unwrap().grid.to_string();
    assert!(first.contains("| Indicatore |") && !first.contains("#"), "{first}");
}

#[test]
fn what_is_no_workbook_is_refused() {
    let refused = |bytes: &[u8]| Reading::of(bytes).err();
    assert_eq!(refused(b""), Some(SpreadsheetError::NotOne));
    assert_eq!(refused(b"{}"), Some(SpreadsheetError::NotOne));
    assert!(matches!(refused(b"PK\x03\x04 and nothing more"), Some(SpreadsheetError::Damaged(_))));
    let other = zipped(&[("word/document.xml", b"<w/>")]);
    assert_eq!(refused(&other), Some(SpreadsheetError::NotOne));
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        out.start_file(*name, SimpleFileOptions::default()).unwrap();
        out.write_all(bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

#[test]
fn a_bomb_is_refused_before_it_is_read() {
    let zeros = vec![b' '; 3 * 1024 * 1024];
    let bomb = zipped(&[("xl/workbook.xml", &zeros)]);
    assert!(bomb.len() < 10_000);
    assert_eq!(unpack::check(&bomb), Err(SpreadsheetError::TooLarge), "by its ratio");

    // The same with a header that lies: the directory at the end says it becomes one byte.
    let mut liar = bomb.clone();
    let directory = liar.windows(4).rposition(|bytes| bytes == b"PK\x01\x02").unwrap();
    liar[directory + 24..directory + 28].copy_from_slice(&1_u32.to_le_bytes());
    assert!(unpack::check(&liar).is_err(), "by what it really becomes");

    let many: Vec<String> = (0..=MAX_ENTRIES).map(|place| format!("xl/{place}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(unpack::check(&zipped(&many)), Err(SpreadsheetError::TooLarge), "by how many there are");
}

#[test]
fn a_cut_or_flipped_workbook_is_refused_or_read_and_never_a_panic() {
    let bytes = written(&sample(SAMPLES[1]));
    let step = bytes.len() / 60;
    for place in (0..bytes.len()).step_by(step) {
        let mut flipped = bytes.clone();
        flipped[place] ^= 0x55;
        for bytes in [&bytes[..place], &flipped] {
            drop(Reading::of(bytes).and_then(Reading::finish));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 200 } else { 2_000 }))]

    #[test]
    fn law_writing_then_reading_brings_nothing_new(plan in plans()) {
        // A plan as a file holds it: without blank cells, and without characters that no file may hold.
        let plan = crate::file::fitted(plan).unwrap();
        let plan = crate::file::read(crate::file::write(&File::from(plan)).unwrap().as_bytes()).unwrap().plan;
        let back = returned(&written(&plan));
        prop_assert_eq!(back.changed, 0);
        prop_assert_eq!(back.refused, Vec::new());
        prop_assert_eq!(back.added, Vec::new());
        prop_assert_eq!(back.left, Vec::new());
        prop_assert_eq!(back.gone, Vec::new());
        prop_assert_eq!(back.file.unwrap().plan, plan);
    }
}
