//! The tables of the four published plans, pasted as they were published, damage included (`tests/tables/`), give the cells
//! that people transcribed from them (`tests/transcripts/`). Prints the share of each plan and what it misses.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;
use traguardo::file::table::{
    Destination, Grid, Import, ImportedRow, ImportedSheet, RowKind, Setting, read_text, recognise,
};
use traguardo::plan::{Period, Year};

/// What a plan's tables give, against what was transcribed.
struct Share {
    plan: &'static str,
    cells: usize,
    missed: Vec<String>,
    /// Cells that were read into a record that was transcribed, and which the transcription does not have.
    invented: Vec<String>,
}

impl Share {
    fn of(plan: &'static str) -> Self {
        Self { plan, cells: 0, missed: Vec::new(), invented: Vec::new() }
    }

    fn cell(&mut self, place: &str, wanted: &str, found: &str) {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (wanted, found) = (plain(wanted), plain(found));
        if wanted.is_empty() {
            if !found.is_empty() && found != "-" {
                self.invented.push(format!("{place}: {found}"));
            }
            return;
        }
        self.cells += 1;
        if wanted != found {
            self.missed.push(format!("{place}: {wanted:.60} ≠ {found:.60}"));
        }
    }

    fn given(&self) -> usize {
        self.cells - self.missed.len()
    }

    fn percent(&self) -> f64 {
        self.given() as f64 * 100.0 / self.cells as f64
    }

    /// Says the share in percent and what is missed.
    fn said(&self) -> String {
        let share = format!("{}: {} of {} cells, {:.1} %", self.plan, self.given(), self.cells, self.percent());
        let missed = self.missed.iter().map(|missed| format!("\n  missed   {missed}"));
        let invented = self.invented.iter().map(|invented| format!("\n  invented {invented}"));
        [share].into_iter().chain(missed).chain(invented).collect()
    }

    /// Holds 95 %, and that hardly anything is invented.
    fn hold(&self) {
        let (given, share) = (self.given(), self.percent());
        assert!(given * 100 >= self.cells * 95, "{}: {share:.1} %", self.plan);
        assert!(self.invented.len() * 100 <= self.cells, "{}: {} invented", self.plan, self.invented.len());
    }
}

fn read(name: &str) -> (Grid, Value) {
    let text = fs::read_to_string(format!("tests/tables/{name}.txt")).unwrap();
    let transcript = fs::read_to_string(format!("tests/transcripts/{name}.transcript.json")).unwrap();
    (read_text(&text).unwrap(), serde_json::from_str(&transcript).unwrap())
}

fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

fn import(grid: &Grid, first: i32) -> Import {
    let setting = Setting { period: Period::new(year(first), year(first + 2)).unwrap(), year: year(first) };
    recognise(grid, setting).read(grid, setting)
}

fn says(sheet: Option<&ImportedSheet>, destination: Destination) -> String {
    sheet.and_then(|sheet| sheet.fact(destination)).map_or_else(String::new, |entry| entry.text.clone())
}

fn cell(row: Option<&ImportedRow>, destination: Destination) -> String {
    row.map_or_else(String::new, |row| row.says(destination).to_owned())
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or("")
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// Takes the rows of a kind out of a sheet, each to be found once.
struct Rows<'a>(Vec<Option<&'a ImportedRow>>);

impl<'a> Rows<'a> {
    fn of(sheets: impl IntoIterator<Item = &'a ImportedSheet>, kinds: &[RowKind]) -> Self {
        let rows = sheets.into_iter().flat_map(|sheet| &sheet.rows);
        Self(rows.filter(|row| kinds.contains(&row.kind)).map(Some).collect())
    }

    fn take(&mut self, is_it: impl Fn(&ImportedRow) -> bool) -> Option<&'a ImportedRow> {
        self.0.iter_mut().find(|row| row.is_some_and(&is_it)).and_then(Option::take)
    }
}

fn same(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    plain(a) == plain(b)
}

#[test]
fn asc_insieme_2024_2026_pasted_as_published_gives_its_cells() {
    let (grid, transcript) = read("asc-insieme-2024-2026");
    let import = import(&grid, 2024);
    let mut share = Share::of("asc-insieme-2024-2026");
    for scheda in list(&transcript, "schede") {
        let number = text(scheda, "number");
        let sheet = import.sheets.iter().find(|sheet| says(Some(sheet), Destination::Code) == number);
        for (destination, key) in [
            (Destination::Code, "number"),
            (Destination::Reference, "plan_reference"),
            (Destination::Description, "objective"),
            (Destination::Responsible, "responsible"),
            (Destination::OtherServices, "other_services"),
        ] {
            share.cell(&format!("scheda {number} {key}"), text(scheda, key), &says(sheet, destination));
        }
        let printed = if list(scheda, "actions_as_printed").is_empty() { "actions" } else { "actions_as_printed" };
        let mut rows = Rows::of(sheet, &[RowKind::Actions]);
        for action in list(scheda, printed) {
            let n = text(action, "n");
            let row = rows.take(|row| row.says(Destination::Code) == n);
            let place = format!("scheda {number} azione {n}");
            for (destination, key) in [
                (Destination::Code, "n"),
                (Destination::Innovative, "innovation"),
                (Destination::Description, "description"),
                (Destination::ExpectedResult, "expected_result"),
            ] {
                share.cell(&format!("{place} {key}"), text(action, key), &cell(row, destination));
            }
            for at in 2024..=2026 {
                let mark = text(&action["years"], &at.to_string());
                share.cell(&format!("{place} {at}"), mark, &cell(row, Destination::Active(year(at))));
            }
        }
        let mut rows = Rows::of(sheet, &[RowKind::Indicators]);
        for indicator in list(scheda, "indicators") {
            let description = text(indicator, "description");
            let row = rows.take(|row| same(row.says(Destination::Description), description));
            let place = format!("scheda {number} indicatore {description:.40}");
            let action = text(indicator, "action_n").trim_matches('-');
            share.cell(&format!("{place} azione"), action, &cell(row, Destination::ActionNumber));
            share.cell(&format!("{place} descrizione"), description, &cell(row, Destination::Description));
            share.cell(&format!("{place} note"), text(indicator, "notes"), &cell(row, Destination::Note));
            for at in 2024..=2026 {
                let key = at.to_string();
                let (target, result) = (text(&indicator["targets"], &key), text(&indicator["results"], &key));
                share.cell(&format!("{place} previsione {at}"), target, &cell(row, Destination::Target(year(at))));
                share.cell(&format!("{place} risultato {at}"), result, &cell(row, Destination::Result(year(at))));
            }
        }
    }
    println!("{}", share.said());
    share.hold();
}

#[test]
fn cssm_mondovi_2023_2025_pasted_as_published_gives_its_cells() {
    let (grid, transcript) = read("cssm-mondovi-piao-2023-2025");
    let import = import(&grid, 2023);
    let mut share = Share::of("cssm-mondovi-piao-2023-2025");
    for objective in list(&transcript, "objectives") {
        let code = text(objective, "code");
        let sheet = import.sheets.iter().find(|sheet| says(Some(sheet), Destination::Code) == code);
        let facts = [
            (Destination::Kind, "kind", objective),
            (Destination::Code, "code", objective),
            (Destination::Description, "title", objective),
            (Destination::LinkedGoals, "linked_objectives_as_printed", objective),
            (Destination::PublicValue, "public_value_dimensions", objective),
            (Destination::Areas, "strategic_areas", objective),
            (Destination::Stakeholders, "stakeholders", objective),
            (Destination::Share(year(2023)), "incidence_first_year", objective),
            (Destination::FirstYear, "year_first_inserted", objective),
            (Destination::SituationCurrent, "current", &objective["starting_situation"]),
            (Destination::CriticalPoints, "critical_points", &objective["starting_situation"]),
            (Destination::BenefitsExpected, "expected_situation", &objective["expected_benefits"]),
            (Destination::Advantages, "advantages", &objective["expected_benefits"]),
            (Destination::MethodActions, "actions_summary", &objective["method"]),
            (Destination::StaffGroups, "staff_categories", &objective["method"]),
            (Destination::Costs, "costs", &objective["method"]),
            (Destination::OverallIndicator, "general_indicator", &objective["method"]),
        ];
        for (destination, key, within) in facts {
            share.cell(&format!("{code} {key}"), text(within, key), &says(sheet, destination));
        }
        let mut rows = Rows::of(sheet, &[RowKind::Steps]);
        for step in list(objective, "steps") {
            let code = text(step, "code");
            let row = rows.take(|row| row.says(Destination::Code) == code);
            for (destination, key) in [
                (Destination::Code, "code"),
                (Destination::Description, "description"),
                (Destination::Deadline, "deadline"),
                (Destination::Kpi, "kpi"),
                (Destination::Weight, "weight_of_objective"),
            ] {
                share.cell(&format!("step {code} {key}"), text(step, key), &cell(row, destination));
            }
        }
    }
    let mut rows: Vec<Option<&ImportedRow>> = import.goals.iter().map(Some).collect();
    for line in list(&transcript, "strategic_matrix") {
        let code = text(line, "objective_code");
        let found = rows.iter_mut().find(|row| row.is_some_and(|row| row.says(Destination::GoalCode(1)) == code));
        let row = found.and_then(Option::take);
        for (destination, key) in [
            (Destination::GoalCode(0), "area_code"),
            (Destination::Goal(0), "area"),
            (Destination::GoalCode(1), "objective_code"),
            (Destination::Goal(1), "objective"),
            (Destination::ServedBy, "performance_objectives"),
        ] {
            share.cell(&format!("matrice {code} {key}"), text(line, key), &cell(row, destination));
        }
        let peg =
            row.and_then(|row| row.entries.iter().filter(|entry| entry.destination == Destination::ServedBy).nth(1));
        share.cell(
            &format!("matrice {code} peg_objectives"),
            text(line, "peg_objectives"),
            peg.map_or("", |entry| entry.text.as_str()),
        );
    }
    println!("{}", share.said());
    share.hold();
}

#[test]
fn coeso_2021_2023_pasted_as_published_gives_its_cells() {
    let (grid, transcript) = read("coeso-sds-2021-2023");
    let import = import(&grid, 2021);
    let mut share = Share::of("coeso-sds-2021-2023");
    let mut rows: Vec<Option<&ImportedRow>> = import.goals.iter().map(Some).collect();
    for line in list(&transcript, "strategic_framework") {
        let objective = text(line, "broken_down_into");
        let found = rows.iter_mut().find(|row| row.is_some_and(|row| row.says(Destination::Objective) == objective));
        let row = found.and_then(Option::take);
        for (destination, key) in [
            (Destination::Goal(0), "purpose"),
            (Destination::Goal(1), "area_of_intervention"),
            (Destination::Goal(2), "strategic_objective"),
            (Destination::Objective, "broken_down_into"),
        ] {
            share.cell(&format!("quadro {objective:.40} {key}"), text(line, key), &cell(row, destination));
        }
    }
    // The title of the objective that each row belongs to.
    let titles: BTreeMap<usize, String> =
        import.sheets.iter().enumerate().map(|(at, sheet)| (at, says(Some(sheet), Destination::Description))).collect();
    let mut actions: Vec<(usize, Option<&ImportedRow>)> = Vec::new();
    for (at, sheet) in import.sheets.iter().enumerate() {
        actions.extend(sheet.rows.iter().filter(|row| row.kind == RowKind::Actions).map(|row| (at, Some(row))));
    }
    for line in list(&transcript, "triennial_plan") {
        let action = text(line, "action");
        let found =
            actions.iter_mut().find(|(_, row)| row.is_some_and(|row| same(row.says(Destination::Description), action)));
        let (sheet, row) = found.map_or((usize::MAX, None), |(sheet, row)| (*sheet, row.take()));
        let place = format!("triennio {action:.40}");
        let title = titles.get(&sheet).map_or("", String::as_str);
        let goal = cell(row, Destination::Goal(0));
        share.cell(&format!("{place} obiettivo strategico"), text(line, "strategic_objective_label_carried"), &goal);
        share.cell(&format!("{place} obiettivo operativo"), text(line, "operational_objective_label_carried"), title);
        share.cell(&format!("{place} azione"), action, &cell(row, Destination::Description));
        for at in 2021..=2023 {
            let mark = text(&line["years"], &at.to_string());
            share.cell(&format!("{place} {at}"), mark, &cell(row, Destination::Active(year(at))));
        }
    }
    for strategic in list(&transcript, "annual_programme_2021") {
        for objective in list(strategic, "operational_objectives") {
            let title = text(objective, "operational_objective");
            let sheets = import.sheets.iter().filter(|sheet| says(Some(sheet), Destination::Description) == title);
            let found = sheets.clone().next();
            share.cell(&format!("annuale {title:.40}"), title, &says(found, Destination::Description));
            let mut rows = Rows::of(sheets, &[RowKind::Indicators]);
            for indicator in list(objective, "indicators") {
                let (action, formula) = (text(indicator, "action"), text(indicator, "algorithm"));
                let row = rows.take(|row| {
                    same(row.says(Destination::Description), action) && same(row.says(Destination::Formula), formula)
                });
                for (destination, key) in [
                    (Destination::Description, "action"),
                    (Destination::Formula, "algorithm"),
                    (Destination::Baseline(None), "baseline"),
                    (Destination::Target(year(2021)), "target_2021"),
                    (Destination::Office, "organisational_area"),
                ] {
                    share.cell(&format!("annuale {action:.40} {key}"), text(indicator, key), &cell(row, destination));
                }
            }
        }
    }
    println!("{}", share.said());
    share.hold();
}
