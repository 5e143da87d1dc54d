//! COeSO Società della Salute 2021-2023: a performance tree from purposes down, operational objectives with the indicators
//! of the first year, the actions of three years, and the tables of the context.

mod context;
mod objective;
mod tree;

use serde::Deserialize;
use traguardo::plan::{Plan, Unit};

use super::Failure;
use super::page::{self, PrintedBody, PrintedPeriod};

#[derive(Deserialize)]
pub struct Transcript {
    body: PrintedBody,
    title: String,
    period: PrintedPeriod,
    organisational_areas: Vec<String>,
    strategic_framework: Vec<tree::FrameworkRow>,
    triennial_plan: Vec<objective::TriennialRow>,
    annual_programme_2021: Vec<Heading>,
    #[serde(flatten)]
    context: context::Context,
}

/// A strategic objective of the yearly programme, with the operational objectives below it.
#[derive(Deserialize)]
struct Heading {
    strategic_objective: String,
    operational_objectives: Vec<objective::Sheet>,
}

/// Where the published text is damaged or silent, and how it was read.
const NOTES: [&str; 7] = [
    "L'obiettivo operativo «Potenziare la dotazione di risorse umane e le competenze» compare due volte nella tabella annuale: qui è uno solo, con i cinque indicatori.",
    "Nella tabella triennale alcune righe sono spostate di una colonna: gli anni sono letti con lo stesso spostamento e concordano con la tabella annuale.",
    "Tre azioni della tabella triennale stanno accanto all'obiettivo sbagliato: «Realizzazione Bilancio Sostenibilità» e «Tasso di contenzioso» seguono la tabella annuale, la sperimentazione di un servizio digitale segue il suo contenuto.",
    "Tre azioni del 2021 non hanno un indicatore annuale; un indicatore ha un target 2021 benché l'azione sia contrassegnata solo per il 2022 e il 2023.",
    "Il piano non dice mai se un valore debba crescere o diminuire: contenzioso, accessi al pronto soccorso, richieste di ammissione in RSA e tempi di subentro sono letti come «meno è meglio».",
    "L'obiettivo strategico «Rafforzare le capacità di progettazione…» è troncato nel testo pubblicato.",
    "L'obiettivo operativo sulla prevenzione ed educazione alla salute non ha una riga corrispondente nel quadro strategico. Il piano non riporta pesi.",
];

/// Converts the plan.
pub fn plan(transcript: &Transcript) -> Result<Plan, Failure> {
    let (body, period) = (&transcript.body, &transcript.period);
    let title = "Piano della performance 2021-2023";
    let mut plan = page::cover("coeso-sds-2021-2023", title, body, period, &transcript.title)?;
    let levels = ["Finalità", "Ambito di intervento", "Obiettivo strategico", "Declinazione in obiettivi"];
    plan.level_names.goals = levels.map(str::to_owned).into();
    plan.level_names.objective = "Obiettivo operativo".into();
    plan.level_names.action = "Azione".into();
    plan.level_names.indicator = "Indicatore".into();
    for (at, name) in (1..).zip(&transcript.organisational_areas) {
        let (responsible, email) = (String::new(), String::new());
        plan.units.push(Unit { id: format!("u{at}").into(), name: name.clone(), responsible, email })?;
    }
    for row in &transcript.strategic_framework {
        tree::add(&mut plan, row)?;
    }
    for heading in &transcript.annual_programme_2021 {
        let strategic = tree::strategic_goal(&mut plan, &heading.strategic_objective)?;
        for sheet in &heading.operational_objectives {
            let title = &sheet.operational_objective;
            if plan.objectives.iter().any(|objective| objective.title == *title) {
                continue;
            }
            let same = heading.operational_objectives.iter().filter(|other| other.operational_objective == *title);
            let rows = transcript.triennial_plan.iter().filter(|row| row.belongs_to(title));
            let goals = tree::framework_goal(&plan, title).into_iter().chain([strategic.clone()]).collect();
            let objective = objective::convert(&plan, title, goals, rows, same.flat_map(|sheet| &sheet.indicators))?;
            plan.objectives.push(objective)?;
        }
    }
    for section in transcript.context.sections() {
        plan.sections.push(section)?;
    }
    plan.sections.push(page::reading_notes(&NOTES))?;
    Ok(plan)
}
