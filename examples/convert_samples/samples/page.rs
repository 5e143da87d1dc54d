//! What stands in every published plan: its body, its period, its cover and the pages around the objectives.

use rust_decimal::Decimal;
use serde::Deserialize;
use traguardo::plan::{Body, Cell, Cells, Period, Plan, Section, Weight, Year};

use super::Failure;

/// Who published the plan.
#[derive(Deserialize)]
pub struct PrintedBody {
    name: String,
    r#type: String,
}

/// The years it covers.
#[derive(Deserialize)]
pub struct PrintedPeriod {
    first_year: i32,
    last_year: i32,
}

/// Returns a plan with its body, period and title; the title as printed becomes its first section.
pub fn cover(
    id: &str,
    title: &str,
    body: &PrintedBody,
    period: &PrintedPeriod,
    printed: &str,
) -> Result<Plan, Failure> {
    let years = Period::new(Year::new(period.first_year)?, Year::new(period.last_year)?)?;
    let mut plan = Plan::new(id.into(), years);
    plan.title = title.into();
    plan.body = Body { name: body.name.clone(), kind: body.r#type.clone() };
    if !printed.is_empty() {
        plan.sections.push(text("frontespizio", "Frontespizio", printed.into()))?;
    }
    Ok(plan)
}

/// Returns a section of running text.
pub fn text(id: &str, title: &str, text: String) -> Section {
    Section { id: id.into(), title: title.into(), text, table: Vec::new() }
}

/// Returns a section with a table, the first row its heading.
pub fn table(id: &str, title: &str, table: Vec<Vec<String>>) -> Section {
    Section { id: id.into(), title: title.into(), text: String::new(), table }
}

/// Returns the section that says how the text was read where it was damaged or silent.
pub fn reading_notes(notes: &[&str]) -> Section {
    text("note-alla-trascrizione", "Note alla trascrizione", notes.join("\n"))
}

/// Returns a row of a table.
pub fn row<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).into()
}

/// Returns the year a column is headed with.
pub fn year(heading: &str) -> Result<Year, Failure> {
    Ok(Year::new(heading.parse()?)?)
}

/// Returns a percentage as printed, `65,00%`, with its digits kept.
pub fn weight(printed: &str) -> Result<Weight, Failure> {
    let digits = printed.trim().trim_end_matches('%').replace(',', ".");
    Ok(Weight::new(Decimal::from_str_exact(&digits)?)?)
}

/// Leaves out years in which nothing stands.
pub fn due_only(cells: impl IntoIterator<Item = (Year, Cell)>) -> Cells {
    cells.into_iter().filter(|(_, cell)| !cell.is_blank()).collect()
}
