//! No text of a plan becomes a formula, a link or markup in what is exported.

use std::io::Read;

use chrono::NaiveDate;
use traguardo::attainment::{Attainment, Span};
use traguardo::file::{File, flat, stratml, xlsx};

use crate::hostile::hostile_plans;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 1, 15).unwrap()
}

/// What only the hostile strings say.
const MARKS: [&str; 4] = ["evil.example", "__harmed", "calc", "HYPERLINK"];

/// The fields of a CSV as a spreadsheet sees them, quotes taken off.
fn fields(csv: &str) -> Vec<String> {
    let (mut all, mut field, mut within) = (Vec::new(), String::new(), false);
    let mut signs = csv.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, within) {
            ('"', true) if signs.peek() == Some(&'"') => field.extend(signs.next()),
            ('"', _) => within = !within,
            (';' | '\n', false) => all.push(std::mem::take(&mut field)),
            ('\r', false) => {}
            (other, _) => field.push(other),
        }
    }
    all.push(field);
    all
}

/// A formula without the names of sheets and the words in it, which are in quotes.
fn unquoted(formula: &str) -> String {
    let mut within = None;
    let plain = formula.replace("&quot;", "\"").replace("&apos;", "'");
    let bare = plain.chars().filter(|sign| match (within, sign) {
        (Some(open), sign) if open == *sign => {
            within = None;
            false
        }
        (None, '\'' | '"') => {
            within = Some(*sign);
            false
        }
        (Some(_), _) => false,
        (None, _) => true,
    });
    bare.collect()
}

fn is_number(field: &str) -> bool {
    let digits = field.strip_prefix('-').unwrap_or(field);
    !digits.is_empty() && digits.chars().all(|sign| sign.is_ascii_digit() || sign == ',')
}

#[test]
fn no_field_of_a_csv_is_a_formula() {
    let mut seen = 0;
    for plan in hostile_plans() {
        for field in fields(&flat::open_data(&plan, today()).csv()) {
            let is_risky = field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
            assert!(!is_risky || is_number(&field), "{field:?}");
            seen += usize::from(MARKS.iter().any(|mark| field.contains(mark)));
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn no_text_in_a_workbook_is_a_formula_or_a_link() {
    for plan in hostile_plans() {
        let attainment = Attainment::of(&plan, Span::Period, today());
        let mut writing = xlsx::Writing::of(File::from(plan), attainment);
        while writing.step().unwrap().is_some() {}
        let bytes = writing.finish().unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut sheets = 0;
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at).unwrap();
            let name = entry.name().unwrap().into_owned();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            assert!(
                !text.contains("TargetMode=\"External\"") && !text.contains("<hyperlink"),
                "{name} links somewhere"
            );
            if name.starts_with("xl/worksheets/sheet") {
                sheets += 1;
                for formula in text.split("<f>").skip(1).map(|rest| rest.split("</f>").next().unwrap()) {
                    let said = unquoted(formula);
                    assert!(!MARKS.iter().any(|mark| said.contains(mark)), "{name}: {formula}");
                }
            }
        }
        assert!(sheets > 2, "{sheets}");
    }
}

#[test]
fn text_stays_text_in_stratml_and_in_a_pasted_table() {
    for plan in hostile_plans() {
        let flat = flat::open_data(&plan, today());
        for written in [stratml::write(&plan).unwrap(), flat.html()] {
            for tag in ["<script", "<img", "<iframe", "<svg", "<a ", "<b>"] {
                assert!(!written.to_lowercase().contains(tag), "{tag}");
            }
        }
    }
}
