//! ASC InSieme 2024-2026: five schede with actions and indicators, targets in words for each year.

use std::collections::BTreeMap;

use serde::Deserialize;
use traguardo::plan::{Action, Cell, Indicator, Objective, Plan, Year};

use super::Failure;
use super::page::{self, PrintedBody, PrintedPeriod};

#[derive(Deserialize)]
pub struct Transcript {
    body: PrintedBody,
    period: PrintedPeriod,
    schede: Vec<Scheda>,
}

#[derive(Deserialize)]
struct Scheda {
    number: String,
    title: String,
    plan_reference: String,
    objective: String,
    responsible: String,
    other_services: String,
    actions: Vec<PrintedAction>,
    indicators: Vec<PrintedIndicator>,
}

#[derive(Deserialize)]
struct PrintedAction {
    n: String,
    innovation: String,
    description: String,
    expected_result: String,
    years: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct PrintedIndicator {
    action_n: String,
    #[serde(default)]
    action_n_inferred: Option<String>,
    description: String,
    targets: BTreeMap<String, String>,
    results: BTreeMap<String, String>,
    notes: String,
}

/// Where the published text is damaged or silent, and how it was read.
const NOTES: [&str; 8] = [
    "Il testo pubblicato comincia dalla scheda 1: ente, titolo e periodo sono ricavati dal contenuto; non riporta atto né data di approvazione.",
    "Scheda 1: le azioni 1, 2 e 3 sono stampate su due sole righe e sono state ricomposte; gli anni dell'azione 2 non sono leggibili.",
    "Scheda 2: manca il numero d'azione dell'indicatore sull'avvio delle procedure di riscossione; è attribuito all'azione 2.",
    "Scheda 3: tre indicatori non hanno numero d'azione e uno ha un trattino; sono attribuiti alle azioni 1, 2 e 3 nell'ordine della tabella.",
    "Schede 3, 4 e 5: il riferimento è al piano programma 2023-2025, mentre le tabelle sono tutte 2024-2026.",
    "Schede 4 e 5: alcune azioni non hanno anni contrassegnati, benché i loro indicatori abbiano previsioni.",
    "Scheda 5: le azioni 2 e 3 hanno la descrizione vuota e l'azione 1 è troncata; l'azione 5 e due indicatori sono stati ricomposti a cavallo di pagina.",
    "Scheda 5: dopo il salto di pagina la tabella degli indicatori perde le colonne dei risultati; i valori sono letti come previsioni 2024, 2025 e 2026.",
];

/// The one printed result, and a target whose beginning is lost: notes beside the words as printed.
const DOUBTS: [(&str, &str); 2] = [
    (
        "3",
        "Nel testo pubblicato la colonna «Risultato 2025» riporta un «3», probabilmente il numero della riga seguente.",
    ),
    ("operatori coinvolti", "Il testo pubblicato ha perso l'inizio della previsione («Almeno … degli»)."),
];

/// Converts the plan.
pub fn plan(transcript: &Transcript) -> Result<Plan, Failure> {
    let title = "Piano degli obiettivi e degli indicatori 2024-2026";
    let mut plan = page::cover("asc-insieme-2024-2026", title, &transcript.body, &transcript.period, "")?;
    plan.level_names.objective = "Scheda".into();
    plan.level_names.action = "Azione".into();
    plan.level_names.indicator = "Indicatore".into();
    for scheda in &transcript.schede {
        plan.objectives.push(objective(scheda)?)?;
    }
    plan.sections.push(page::reading_notes(&NOTES))?;
    Ok(plan)
}

fn objective(scheda: &Scheda) -> Result<Objective, Failure> {
    let mut objective = Objective::new(format!("s{}", scheda.number).into());
    objective.code = scheda.number.clone();
    objective.kind = "Scheda".into();
    objective.title = if scheda.title.is_empty() { scheda.objective.clone() } else { scheda.title.clone() };
    objective.reference = scheda.plan_reference.clone();
    objective.responsible = scheda.responsible.clone();
    objective.other_services = scheda.other_services.clone();
    for printed in &scheda.actions {
        let mut action = Action::new(format!("s{}-a{}", scheda.number, printed.n).into());
        action.code = printed.n.clone();
        action.innovative = !printed.innovation.is_empty();
        action.description = printed.description.clone();
        action.expected_result = printed.expected_result.clone();
        for (heading, _) in printed.years.iter().filter(|(_, mark)| !mark.is_empty()) {
            action.years.insert(page::year(heading)?);
        }
        objective.actions.push(action)?;
    }
    for (at, printed) in (1..).zip(&scheda.indicators) {
        let mut indicator = Indicator::new(format!("s{}-i{at}", scheda.number).into());
        let number = printed.action_n_inferred.as_ref().unwrap_or(&printed.action_n);
        indicator.action = Some(format!("s{}-a{number}", scheda.number).into());
        indicator.description = printed.description.clone();
        let cells = printed.targets.keys().map(|heading| cell(printed, heading)).collect::<Result<Vec<_>, _>>()?;
        indicator.cells = page::due_only(cells);
        objective.indicators.push(indicator)?;
    }
    Ok(objective)
}

fn cell(printed: &PrintedIndicator, heading: &str) -> Result<(Year, Cell), Failure> {
    let words = |by_year: &BTreeMap<String, String>| by_year.get(heading).cloned().unwrap_or_default();
    let (target, result) = (words(&printed.targets), words(&printed.results));
    let doubt = DOUBTS.iter().find(|(words, _)| *words == target || *words == result);
    let note = [printed.notes.as_str(), doubt.map_or("", |(_, note)| note)].join("\n").trim().to_owned();
    Ok((page::year(heading)?, Cell { target: target.into(), result: result.into(), note, ..Cell::default() }))
}
