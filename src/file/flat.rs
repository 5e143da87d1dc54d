//! The plan as one flat table: a line for each indicator and part in each year. As open data (CSV) and for the clipboard.

use std::fmt::Write as _;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::attainment::{Attainment, Outcome, Span, score_indicator, score_part, shown};
use crate::plan::{Cell, Indicator, Objective, Part, Percent, Plan, Status, Weight, Year};
use crate::target::{Language, Phrase, show_date, show_number};

/// A table of values with their kinds.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Flat {
    /// What it is of.
    pub title: String,
    /// Names of the columns.
    pub heading: Vec<String>,
    /// Rows, each as wide as the heading.
    pub rows: Vec<Vec<FlatCell>>,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum FlatCell {
    /// Nothing.
    #[default]
    Empty,
    /// Words.
    Text(String),
    /// A number, shown with a decimal comma.
    Number(Decimal),
    /// A day.
    Day(NaiveDate),
}

/// Returns the plan as open data: everything that is due in any year of its period, as of a day.
pub fn open_data(plan: &Plan, today: NaiveDate) -> Flat {
    const HEADING: [&str; 18] = [
        "Ente",
        "Piano",
        "Anno",
        "Codice obiettivo",
        "Obiettivo",
        "Peso obiettivo",
        "Uffici",
        "Codice indicatore",
        "Indicatore",
        "Parte",
        "Peso",
        "Unità di misura",
        "Valore di partenza",
        "Previsione",
        "Termine",
        "Risultato",
        "Esito",
        "Grado di raggiungimento (%)",
    ];
    let mut rows = Vec::new();
    for year in plan.period.years() {
        each_due(plan, year, today, |line| {
            let Line { objective, indicator, part, .. } = line;
            let weight = part.map_or(indicator.weight, |part| part.weight);
            rows.push(vec![
                text(&plan.body.name),
                text(&plan.title),
                number(year.number().into()),
                text(&objective.code),
                text(&objective.title),
                weighed(objective.weights.get(&year).copied()),
                text(&offices(plan, objective, indicator)),
                text(&indicator.code),
                text(&indicator.description),
                text(&part.map(part_words).unwrap_or_default()),
                weighed(weight),
                text(&indicator.unit_of_measure),
                text(indicator.baseline.as_ref().map(|baseline| baseline.words.words()).unwrap_or_default()),
                text(line.promised),
                line.cell.and_then(|cell| cell.due).map_or(FlatCell::Empty, FlatCell::Day),
                text(line.cell.map(|cell| cell.result.words()).unwrap_or_default()),
                text(outcome_words(line.outcome)),
                line.score.map_or(FlatCell::Empty, |score| FlatCell::Number(shown(score))),
            ]);
        });
    }
    Flat { title: plan.title.clone(), heading: HEADING.map(str::to_owned).into(), rows }
}

/// Returns what is due in a year as people paste it into a document.
pub fn summary(plan: &Plan, year: Year, today: NaiveDate) -> Flat {
    const HEADING: [&str; 6] = ["Obiettivo", "Codice", "Indicatore", "Previsione", "Risultato", "Grado"];
    let mut rows = Vec::new();
    each_due(plan, year, today, |line| {
        let Line { objective, indicator, part, .. } = line;
        let objective = format!("{} {}", objective.code, objective.title);
        let name = match part {
            Some(part) => format!("{}: {}", indicator.description, part_words(part)),
            None => indicator.description.clone(),
        };
        let due = line.cell.and_then(|cell| cell.due).map(show_date);
        let promised = [Some(line.promised.to_owned()).filter(|words| !words.is_empty()), due];
        let promised: Vec<String> = promised.into_iter().flatten().collect();
        let score = line.score.map(|score| format!("{}%", comma(shown(score))));
        rows.push(vec![
            text(objective.trim()),
            text(&indicator.code),
            text(&name),
            text(&promised.join(" · ")),
            text(line.cell.map(|cell| cell.result.words()).unwrap_or_default()),
            text(&score.unwrap_or_else(|| outcome_words(line.outcome).to_owned())),
        ]);
    });
    Flat { title: format!("{} · {year}", plan.title), heading: HEADING.map(str::to_owned).into(), rows }
}

/// What is due of an indicator or part in a year.
struct Line<'a> {
    objective: &'a Objective,
    indicator: &'a Indicator,
    part: Option<&'a Part>,
    cell: Option<&'a Cell>,
    promised: &'a str,
    outcome: Outcome,
    score: Option<Percent>,
}

fn each_due<'a>(plan: &'a Plan, year: Year, today: NaiveDate, mut take: impl FnMut(Line<'a>)) {
    let attainment = Attainment::of(plan, Span::Year(year), today);
    for objective in plan.objectives.iter() {
        let figure = attainment.objective(&objective.id);
        for indicator in objective.indicators.iter() {
            let whole = figure.and_then(|figure| figure.indicator(&indicator.id));
            let found = score_indicator(indicator, year, &plan.policy, today);
            if indicator.is_due(year) {
                let outcome = whole.map_or(Outcome::NotDue, |whole| whole.outcome);
                let score = whole.and_then(|whole| whole.score).or(found.and_then(|found| found.score));
                let promised = indicator.promise(year).map(Phrase::words).unwrap_or_default();
                let cell = indicator.cells.get(&year);
                take(Line { objective, indicator, part: None, cell, promised, outcome, score });
            }
            for part in indicator.parts.iter() {
                let Some(cell) = part.cells.get(&year).filter(|cell| cell.is_due()) else { continue };
                let scored = score_part(indicator, part, year, &plan.policy, today);
                let outcome = scored.as_ref().map_or(Outcome::NotDue, |scored| scored.outcome);
                let (score, promised) = (scored.and_then(|scored| scored.score), cell.target.words());
                take(Line { objective, indicator, part: Some(part), cell: Some(cell), promised, outcome, score });
            }
        }
    }
}

impl Flat {
    /// Writes the table as CSV that an Italian spreadsheet opens by a double click: UTF-8 with a mark, semicolons, lines
    /// ended as Windows does, decimal commas. Words that a spreadsheet would take for a formula have an apostrophe before them.
    pub fn csv(&self) -> String {
        let mut csv = String::from("\u{feff}");
        let heading = self.heading.iter().map(|name| quoted(&harmless(name)));
        push_line(&mut csv, heading);
        for row in &self.rows {
            push_line(&mut csv, row.iter().map(|cell| quoted(&cell.in_csv())));
        }
        csv
    }

    /// Writes the table as HTML, for word processors and spreadsheets.
    pub fn html(&self) -> String {
        let mut html = String::from("<meta charset=\"utf-8\"><table><caption>");
        html.push_str(&in_html(&self.title));
        html.push_str("</caption><thead><tr>");
        for name in &self.heading {
            // Writing to a string never fails.
            let _ = write!(html, "<th>{}</th>", in_html(name));
        }
        html.push_str("</tr></thead><tbody>");
        for row in &self.rows {
            html.push_str("<tr>");
            for cell in row {
                let _ = write!(html, "<td>{}</td>", in_html(&cell.shown()));
            }
            html.push_str("</tr>");
        }
        html.push_str("</tbody></table>");
        html
    }

    /// Writes the table as Markdown, for everything that takes plain text.
    pub fn markdown(&self) -> String {
        let line = |cells: &mut dyn Iterator<Item = String>| {
            let cells: Vec<String> = cells.map(|cell| in_markdown(&cell)).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        let mut markdown = line(&mut self.heading.iter().cloned());
        markdown.push_str(&line(&mut self.heading.iter().map(|_| "---".to_owned())));
        for row in &self.rows {
            markdown.push_str(&line(&mut row.iter().map(FlatCell::shown)));
        }
        markdown
    }
}

impl FlatCell {
    fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => show_number(*number, Language::Italian),
            Self::Day(day) => show_date(*day),
        }
    }

    fn in_csv(&self) -> String {
        match self {
            Self::Text(text) => harmless(text),
            // Without points between thousands: a year is no 2.024.
            Self::Number(number) => comma(*number),
            Self::Empty | Self::Day(_) => self.shown(),
        }
    }
}

fn push_line(csv: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            csv.push(';');
        }
        csv.push_str(&cell);
    }
    csv.push_str("\r\n");
}

/// Words with an apostrophe before what a spreadsheet would take for a formula.
fn harmless(text: &str) -> String {
    let is_risky =
        |letter: char| matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') || letter.is_control();
    if text.starts_with(is_risky) { format!("'{text}") } else { text.to_owned() }
}

fn quoted(text: &str) -> String {
    if text.contains([';', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}

fn in_html(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    escaped.replace("\r\n", "\n").replace('\n', "<br>")
}

fn in_markdown(text: &str) -> String {
    let line = text.replace("\r\n", "\n").replace('\n', " ");
    line.replace('\\', "\\\\").replace('|', "\\|").replace('<', "&lt;").trim().to_owned()
}

fn comma(number: Decimal) -> String {
    number.to_string().replace('.', ",")
}

fn text(text: &str) -> FlatCell {
    if text.is_empty() { FlatCell::Empty } else { FlatCell::Text(text.to_owned()) }
}

fn number(number: Decimal) -> FlatCell {
    FlatCell::Number(number)
}

fn weighed(weight: Option<Weight>) -> FlatCell {
    weight.map_or(FlatCell::Empty, |weight| FlatCell::Number(weight.value()))
}

fn part_words(part: &Part) -> String {
    format!("{} {}", part.code, part.description).trim().to_owned()
}

fn offices(plan: &Plan, objective: &Objective, indicator: &Indicator) -> String {
    let units = objective.units_of(indicator).iter();
    units.filter_map(|unit| plan.units.get(unit)).map(|unit| unit.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn outcome_words(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Scored => "misurato",
        Outcome::Awaited { overdue: false } => "atteso",
        Outcome::Awaited { overdue: true } => "in ritardo",
        Outcome::NotDue => "non dovuto",
        Outcome::SetAside(Status::ToDefine) => "da definire",
        Outcome::SetAside(Status::Suspended) => "sospeso",
        Outcome::SetAside(Status::Postponed { .. }) => "rinviato",
        Outcome::SetAside(Status::StruckOut) => "stralciato",
        Outcome::NeedsJudgement => "da valutare",
        Outcome::NotComputable(_) => "non calcolabile",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(cells: Vec<FlatCell>) -> Flat {
        Flat { title: "T".into(), heading: vec!["a".into(), "b;c".into()], rows: vec![cells] }
    }

    #[test]
    fn csv_is_what_an_italian_spreadsheet_opens() {
        let cells = vec![FlatCell::Number("1234.50".parse().unwrap()), FlatCell::Text("uno; \"due\"\ntre".into())];
        assert_eq!(flat(cells).csv(), "\u{feff}a;\"b;c\"\r\n1234,50;\"uno; \"\"due\"\"\ntre\"\r\n");
    }

    #[test]
    fn words_never_become_a_formula_and_numbers_stay_numbers() {
        for (words, written) in [
            ("=1+1", "'=1+1"),
            ("+10%", "'+10%"),
            ("-5 giorni", "'-5 giorni"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("≥ 80%", "≥ 80%"),
        ] {
            assert_eq!(FlatCell::Text(words.into()).in_csv(), written);
        }
        assert_eq!(FlatCell::Number("-5".parse().unwrap()).in_csv(), "-5");
        assert_eq!(FlatCell::Day("2024-09-30".parse().unwrap()).in_csv(), "30/09/2024");
    }

    #[test]
    fn html_and_markdown_hold_the_same_words_and_no_markup_of_theirs() {
        let flat = flat(vec![FlatCell::Text("a|b\n<script>".into()), FlatCell::Empty]);
        assert!(flat.html().contains("<td>a|b<br>&lt;script&gt;</td><td></td>"), "{}", flat.html());
        assert_eq!(flat.markdown(), "| a | b;c |\n| --- | --- |\n| a\\|b &lt;script> |  |\n");
    }
}
