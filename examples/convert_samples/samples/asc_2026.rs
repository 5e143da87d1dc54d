//! ASC InSieme 2026-2028: four strategies, indicators in prose with lettered parts, no target for any year.

use serde::Deserialize;
use traguardo::plan::{Indicator, Objective, Part, Plan};

use super::Failure;
use super::page::{self, PrintedBody, PrintedPeriod};

#[derive(Deserialize)]
pub struct Transcript {
    body: PrintedBody,
    title: String,
    period: PrintedPeriod,
    introduction: String,
    strategies: Vec<Strategy>,
}

#[derive(Deserialize)]
struct Strategy {
    number: String,
    strategy: String,
    indicators: Vec<PrintedIndicator>,
}

#[derive(Deserialize)]
struct PrintedIndicator {
    n: String,
    text: String,
    parts: Vec<PrintedPart>,
}

#[derive(Deserialize)]
struct PrintedPart {
    letter: String,
    text: String,
}

const NOTES: [&str; 2] = [
    "Il testo pubblicato non riporta atto né data di approvazione, previsioni per anno, pesi, uffici responsabili o risultati.",
    "I tre anni non sono mai distinti: ogni indicatore vale per tutto il periodo.",
];

/// Converts the plan.
pub fn plan(transcript: &Transcript) -> Result<Plan, Failure> {
    let title = "Piano degli indicatori della programmazione 2026-2028";
    let (body, period) = (&transcript.body, &transcript.period);
    let mut plan = page::cover("asc-insieme-2026-2028", title, body, period, &transcript.title)?;
    plan.level_names.objective = "Strategia".into();
    plan.level_names.indicator = "Indicatore".into();
    plan.sections.push(page::text("introduzione", "Introduzione", transcript.introduction.clone()))?;
    for strategy in &transcript.strategies {
        let mut objective = Objective::new(format!("s{}", strategy.number).into());
        objective.code = strategy.number.clone();
        objective.kind = "Strategia".into();
        objective.title = strategy.strategy.clone();
        for printed in &strategy.indicators {
            objective.indicators.push(indicator(&format!("s{}-i{}", strategy.number, printed.n), printed)?)?;
        }
        plan.objectives.push(objective)?;
    }
    plan.sections.push(page::reading_notes(&NOTES))?;
    Ok(plan)
}

fn indicator(id: &str, printed: &PrintedIndicator) -> Result<Indicator, Failure> {
    let mut indicator = Indicator::new(id.into());
    indicator.code = printed.n.clone();
    indicator.description = printed.text.clone();
    for lettered in &printed.parts {
        let mut part = Part::new(format!("{id}-{}", lettered.letter).into());
        part.code = lettered.letter.clone();
        part.description = lettered.text.clone();
        indicator.parts.push(part)?;
    }
    Ok(indicator)
}
