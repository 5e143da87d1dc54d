//! The performance tree: the strategic framework, and beside it the strategic objectives that head the yearly programme.

use serde::Deserialize;
use traguardo::plan::{Goal, GoalId, Plan};

use super::Failure;

/// A row of the strategic framework, from the purpose down.
#[derive(Deserialize)]
pub struct FrameworkRow {
    purpose: String,
    area_of_intervention: String,
    strategic_objective: String,
    broken_down_into: String,
}

/// Operational objectives of the yearly programme by their beginning, and the beginning of the framework's row that says the
/// same. One of the eighteen has no such row.
const SAME: [(&str, &str); 17] = [
    ("DISPORRE DI UN MIDDLE", "Disporre di un middle"),
    ("POTENZIARE LA DOTAZIONE", "Potenziare la dotazione"),
    ("MIGLIORARE LA CIRCOLARIZZAZIONE", "Migliorare la circolarizzazione"),
    ("SVILUPPARE IL BENESSERE", "Sviluppare il benessere"),
    ("POTENZIARE IL GRADO", "Potenziare il grado"),
    ("DIFFONDERE LA CULTURA", "Diffondere la cultura"),
    ("MIGLIORARE ED IMPLEMENTARE", "Migliorare ed implementare"),
    ("POTENZIARE LE PROFESSIONALITÀ", "Potenziare le professionalità"),
    ("RAFFORZARE LA CAPACITÀ DI FUND", "Rafforzare la capacità di fund"),
    (
        "MONITORARE IL RAGGIUNGIMENTO DEGLI OUTCOME DEI PROGETTI",
        "Monitorare il raggiungimento degli outcome dei progetti",
    ),
    ("POTENZIARE GLI STRUMENTI DI COLLABORAZIONE", "Potenziare gli strumenti di collaborazione"),
    ("MIGLIORARE L'ACCESSIBILITÀ", "Migliorare l'accessibilità"),
    ("MIGLIORARE LA DIGITALIZZAZIONE", "Migliorare la digitalizzazione"),
    ("MONITORARE LA REGOLARITÀ", "Monitorare: gli effetti"),
    ("MONITORARE IL RAGGIUNGIMENTO DEGLI OUTCOME DEI SERVIZI", "Monitorare: gli effetti"),
    ("MONITORARE E MIGLIORARE LA QUALITÀ", "Monitorare: gli effetti"),
    ("MIGLIORARE LE PROCEDURE DI ACCESSO", "Uniformare le procedure di accesso"),
];

/// The beginning of each strategic objective of the yearly programme, and of the one purpose whose rows it gathers.
const PURPOSES: [(&str, &str); 3] =
    [("SVILUPPARE", "Superare"), ("VALORIZZARE", "Innovare"), ("MIGLIORARE", "Promuovere")];

/// Stands in for the area of intervention, which the yearly programme does not tell apart.
const ALL_AREAS: &str = "Programmazione triennale e annuale";
const ALL_AREAS_NOTE: &str = "Voce aggiunta: la programmazione triennale e quella annuale raggruppano gli obiettivi operativi per obiettivo strategico, senza distinguere gli ambiti di intervento.";

/// Adds a row of the framework, sharing what stands above it with the rows before.
pub fn add(plan: &mut Plan, row: &FrameworkRow) -> Result<(), Failure> {
    let purpose = goal(plan, None, &row.purpose, "")?;
    let area = goal(plan, Some(purpose), &row.area_of_intervention, "")?;
    let strategic = goal(plan, Some(area), &row.strategic_objective, "")?;
    goal(plan, Some(strategic), &row.broken_down_into, "")?;
    Ok(())
}

/// Adds a strategic objective of the yearly programme below its purpose.
pub fn strategic_goal(plan: &mut Plan, title: &str) -> Result<GoalId, Failure> {
    let purpose = PURPOSES.iter().find(|(beginning, _)| title.starts_with(beginning));
    let (_, beginning) = purpose.ok_or_else(|| format!("no purpose for {title}"))?;
    let found = plan.goals.iter().find(|goal| goal.parent.is_none() && goal.title.starts_with(beginning));
    let purpose = found.ok_or_else(|| format!("no purpose {beginning}"))?.id.clone();
    let area = goal(plan, Some(purpose), ALL_AREAS, ALL_AREAS_NOTE)?;
    goal(plan, Some(area), title, "")
}

/// Returns the framework's row that says the same as an operational objective.
pub fn framework_goal(plan: &Plan, title: &str) -> Option<GoalId> {
    let (_, beginning) = SAME.iter().find(|(beginning, _)| title.starts_with(beginning))?;
    plan.goals.iter().find(|goal| goal.title.starts_with(beginning)).map(|goal| goal.id.clone())
}

/// Returns the goal with this title below `parent`, added where it is new.
fn goal(plan: &mut Plan, parent: Option<GoalId>, title: &str, description: &str) -> Result<GoalId, Failure> {
    if let Some(found) = plan.goals.iter().find(|goal| goal.parent == parent && goal.title == title) {
        return Ok(found.id.clone());
    }
    let siblings = plan.goals.iter().filter(|goal| goal.parent == parent).count();
    let above = parent.as_ref().map_or("g".into(), |id| format!("{id}-"));
    let id = GoalId::from(format!("{above}{}", siblings + 1));
    let (title, description) = (title.into(), description.into());
    plan.goals.push(Goal { id: id.clone(), parent, code: String::new(), title, description })?;
    Ok(id)
}
