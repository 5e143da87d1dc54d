//! Operational objectives: the actions of three years, and the indicators of the first with formula, baseline and office.

use std::collections::BTreeMap;

use serde::Deserialize;
use traguardo::plan::{Action, ActionId, Baseline, Cell, GoalId, Indicator, Objective, Plan, Polarity, UnitId};

use super::{Failure, page};

/// An operational objective in the table of the year.
#[derive(Deserialize)]
pub struct Sheet {
    pub operational_objective: String,
    pub indicators: Vec<PrintedIndicator>,
}

/// A row of the table of the year.
#[derive(Deserialize)]
pub struct PrintedIndicator {
    action: String,
    algorithm: String,
    baseline: String,
    target_2021: String,
    organisational_area: String,
}

/// A row of the three-year table.
#[derive(Deserialize)]
pub struct TriennialRow {
    operational_objective_label_carried: String,
    action: String,
    years: BTreeMap<String, String>,
    #[serde(default)]
    objective_in_annual_table: Option<Vec<String>>,
}

/// An action that the yearly table does not have and whose label stands on the wrong row of the three-year table.
const MISPLACED: (&str, &str) = ("Sperimentazione (studio di fattibilità", "MIGLIORARE LA DIGITALIZZAZIONE");

/// Indicators of which less is better. The plan never says so; the words leave no doubt.
const FALLING: [&str; 4] = [
    "Tasso di contenzioso",
    "Mantenimento o miglioramento della capacità delle RSA di gestire gli ospiti senza",
    "Mantenimento o miglioramento dei percorsi per il mantenimento delle autonomie residue",
    "Mantenimento o diminuzione del tempo medio",
];

impl TriennialRow {
    /// Returns whether the action belongs to the operational objective with this title: as the yearly table has it, else by
    /// its own label, which may be half of the title where a page break cut it.
    pub fn belongs_to(&self, title: &str) -> bool {
        let (misplaced, home) = MISPLACED;
        if self.action.starts_with(misplaced) {
            return title.starts_with(home);
        }
        if let Some(annual) = self.objective_in_annual_table.as_ref().and_then(|titles| titles.last()) {
            return annual == title;
        }
        let label = self.operational_objective_label_carried.to_uppercase();
        title.starts_with(&label) || title.ends_with(&label)
    }
}

/// Converts an operational objective from its rows in the two tables.
pub fn convert<'a>(
    plan: &Plan,
    title: &str,
    goals: Vec<GoalId>,
    rows: impl Iterator<Item = &'a TriennialRow>,
    indicators: impl Iterator<Item = &'a PrintedIndicator>,
) -> Result<Objective, Failure> {
    let mut objective = Objective::new(format!("o{}", plan.objectives.len() + 1).into());
    objective.kind = "Obiettivo operativo".into();
    objective.title = title.into();
    objective.goals = goals;
    for row in rows {
        let mut action = Action::new(format!("{}-a{}", objective.id, objective.actions.len() + 1).into());
        action.description = row.action.clone();
        for (heading, _) in row.years.iter().filter(|(_, mark)| !mark.is_empty()) {
            action.years.insert(page::year(heading)?);
        }
        objective.actions.push(action)?;
    }
    for printed in indicators {
        let mut indicator = Indicator::new(format!("{}-i{}", objective.id, objective.indicators.len() + 1).into());
        indicator.action = Some(action_of(&objective, printed)?);
        indicator.description = printed.action.clone();
        indicator.formula = printed.algorithm.clone();
        indicator.baseline = Some(Baseline { words: printed.baseline.as_str().into(), year: None });
        indicator.units = units(plan, &printed.organisational_area);
        if FALLING.iter().any(|beginning| printed.action.starts_with(beginning)) {
            indicator.polarity = Polarity::Falling;
        }
        let cell = Cell { target: printed.target_2021.as_str().into(), ..Cell::default() };
        indicator.cells.insert(plan.period.first(), cell);
        for unit in &indicator.units {
            if !objective.units.contains(unit) {
                objective.units.push(unit.clone());
            }
        }
        objective.indicators.push(indicator)?;
    }
    Ok(objective)
}

/// Returns the action an indicator measures: the one with its words, else the one that begins most like it, because three
/// are worded differently in the two tables.
fn action_of(objective: &Objective, printed: &PrintedIndicator) -> Result<ActionId, Failure> {
    let alike =
        |action: &Action| action.description.chars().zip(printed.action.chars()).take_while(|(a, b)| a == b).count();
    let exact = objective.actions.iter().find(|action| action.description == printed.action);
    let best = exact.or_else(|| objective.actions.iter().max_by_key(|action| alike(action)));
    Ok(best.ok_or_else(|| format!("no action for {}", printed.action))?.id.clone())
}

/// Returns the offices named in a cell, which may hold two names run together.
fn units(plan: &Plan, printed: &str) -> Vec<UnitId> {
    let mut units: Vec<_> = plan.units.iter().filter_map(|unit| Some((printed.find(&unit.name)?, &unit.id))).collect();
    units.sort();
    units.into_iter().map(|(_, id)| id.clone()).collect()
}
