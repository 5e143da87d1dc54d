//! The workbooks of the published plans, with rows that an office added and rows that it deleted.

use std::io::{Cursor, Read, Write};

use traguardo::attainment::{Attainment, Span};
use traguardo::file::File;
use traguardo::file::xlsx::{Added, Reading, Returned, Writing};
use traguardo::merge::{Outcome, Side, merge};
use traguardo::plan::Plan;
use zip::write::SimpleFileOptions;

use crate::open::{SAMPLES, sample};

/// The workbook of a plan, with every sheet as `change` makes it; the first two are those of all indicators and of the figures.
fn changed(plan: &Plan, change: impl Fn(usize, String) -> String) -> Vec<u8> {
    let attainment = Attainment::of(plan, Span::Year(plan.period.first()), "2025-01-15".parse().unwrap());
    let bytes = Writing::of(File::from(plan.clone()), attainment).finish().unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        let number = name.strip_prefix("xl/worksheets/sheet").and_then(|rest| rest.strip_suffix(".xml"));
        if let Some(number) = number.and_then(|number| number.parse().ok()) {
            text = change(number, text);
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(text.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn returned(bytes: &[u8]) -> Returned {
    Reading::of(bytes).unwrap().finish().unwrap()
}

/// Whether a sheet is an objective's own: neither of the two before them, nor the plan that is carried after them.
fn is_own(plan: &Plan, sheet: usize) -> bool {
    (3..3 + plan.objectives.len()).contains(&sheet)
}

#[test]
fn an_indicator_added_below_every_objective_comes_in_and_nothing_else_changes() {
    for name in SAMPLES {
        let plan = sample(name);
        let bytes = changed(&plan, |sheet, text| {
            let (before, last) = text.rsplit_once("<row r=\"").unwrap();
            let number: usize = last.split_once('"').unwrap().0.parse().unwrap();
            if !is_own(&plan, sheet) {
                return format!("{before}<row r=\"{last}");
            }
            let next = number + 1;
            let cell = |column: char, said: &str| {
                format!("<c r=\"{column}{next}\" t=\"inlineStr\"><is><t>{said}</t></is></c>")
            };
            // The hidden column, the code, the description.
            let row = format!("<row r=\"{next}\">{}{}</row>", cell('B', "N.1"), cell('C', "Indicatore nuovo"));
            text.replacen("</sheetData>", &format!("{row}</sheetData>"), 1)
        });
        let back = returned(&bytes);
        assert_eq!((back.changed, &back.refused, &back.left, &back.gone), (0, &vec![], &vec![], &vec![]), "{name}");
        assert_eq!(back.added.len(), plan.objectives.len(), "{name}");
        assert!(back.added.iter().all(|row| row.what == Added::Indicator));
        let file = back.file.unwrap();
        let Outcome::Merged(merged) = merge(file.base.as_ref(), &Side::from(&plan), &Side::from(&file.plan), None)
        else {
            panic!("{name}")
        };
        assert_eq!(merged.conflicts, [], "{name}");
        for (before, after) in plan.objectives.iter().zip(merged.plan.objectives.iter()) {
            let old: Vec<_> = after.indicators.iter().filter(|it| it.description != "Indicatore nuovo").collect();
            assert_eq!(old, before.indicators.iter().collect::<Vec<_>>(), "{name}");
            assert_eq!(after.indicators.len(), before.indicators.len() + 1, "{name}");
            assert_eq!((&after.actions, &after.title), (&before.actions, &before.title), "{name}");
        }
        // The same workbook once more.
        let again = returned(&bytes).file.unwrap();
        let once_more = merge(again.base.as_ref(), &Side::from(&merged.plan), &Side::from(&again.plan), None);
        assert!(matches!(once_more, Outcome::NothingNew), "{name}");
    }
}

#[test]
fn the_last_row_deleted_on_every_sheet_stays_in_the_plan_and_is_said() {
    for name in SAMPLES {
        let plan = sample(name);
        let bytes = changed(&plan, |sheet, text| {
            if !is_own(&plan, sheet) {
                return text;
            }
            let (before, last) = text.rsplit_once("<row r=\"").unwrap();
            let after = last.split_once("</row>").unwrap().1;
            format!("{before}{after}")
        });
        let back = returned(&bytes);
        assert_eq!((back.changed, &back.refused, &back.added, &back.left), (0, &vec![], &vec![], &vec![]), "{name}");
        let having = plan.objectives.iter().filter(|objective| !objective.indicators.is_empty()).count();
        assert_eq!(back.gone.iter().map(|gone| gone.count).collect::<Vec<_>>(), vec![1; having], "{name}");
        assert_eq!(back.file.unwrap().plan, plan, "{name}");
    }
}
