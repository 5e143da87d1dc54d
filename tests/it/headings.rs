//! Headings as other bodies write them (`tests/tables/headings.txt`), each column recognised as what it is.

use std::fs;

use traguardo::file::table::{Destination, Grid, RowKind, Setting, recognise};
use traguardo::plan::{Period, Year};

fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

fn cells(line: &str) -> Vec<String> {
    line.split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// Says a destination as the table of headings does.
fn said(destination: Destination) -> String {
    match serde_json::to_value(destination).unwrap() {
        serde_json::Value::String(name) if name == "nowhere" => "-".into(),
        serde_json::Value::String(name) => name,
        serde_json::Value::Object(parts) => {
            let (name, value) = parts.iter().next().unwrap();
            if value.is_null() { name.clone() } else { format!("{name} {value}") }
        }
        other => panic!("{other}"),
    }
}

fn kind(kind: RowKind) -> String {
    serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn headings_of_other_bodies_are_recognised() {
    let text = fs::read_to_string("tests/tables/headings.txt").unwrap();
    let setting = Setting { period: Period::new(year(2024), year(2026)).unwrap(), year: year(2024) };
    let (mut cases, mut wrong) = (0, Vec::new());
    for case in text.split("\n\n").skip(1) {
        let (rows, wanted) = case.trim_end().split_once("\n=").unwrap();
        let mut rows: Vec<Vec<String>> =
            rows.lines().map(|line| cells(line.strip_prefix('>').unwrap_or(line))).collect();
        if !case.contains("\n>") {
            // A row under the headings, of which nothing can be told.
            rows.push(rows[0].iter().map(|_| "Qualcosa di scritto".to_owned()).collect());
        }
        let grid = Grid::of_rows(rows).unwrap();
        let layout = recognise(&grid, setting);
        let found = layout.tables().next().map_or_else(String::new, |table| {
            let columns: Vec<String> = table.columns.iter().map(|column| said(column.destination)).collect();
            format!("{}: {}", kind(table.kind), columns.join(", "))
        });
        let trimmed = |text: &str| text.trim().trim_end_matches(", -").to_owned();
        if trimmed(&found) != trimmed(wanted) {
            wrong.push(format!("{}\n  wanted {}\n  found  {found}", case.lines().next().unwrap(), wanted.trim()));
        }
        cases += 1;
    }
    assert!(cases >= 40, "{cases} tables");
    assert!(wrong.is_empty(), "{} of {cases}:\n{}", wrong.len(), wrong.join("\n"));
}
