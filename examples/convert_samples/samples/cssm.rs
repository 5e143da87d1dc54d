//! CSSM Mondovì 2023-2025: ten objectives with their share of the first year, steps with deadline, KPI and weight, and a
//! matrix of areas and strategic-operational objectives.

use chrono::NaiveDate;
use serde::Deserialize;
use traguardo::plan::{Benefits, Cell, Goal, GoalId, Indicator, Method, Objective, Plan, Situation, Year};

use super::Failure;
use super::page::{self, PrintedBody, PrintedPeriod, row};

#[derive(Deserialize)]
pub struct Transcript {
    body: PrintedBody,
    title: String,
    period: PrintedPeriod,
    objectives: Vec<Sheet>,
    strategic_matrix: Vec<MatrixRow>,
    objective_shares: Vec<Share>,
}

#[derive(Deserialize)]
struct Sheet {
    kind: String,
    code: String,
    title: String,
    linked_objectives: Vec<String>,
    public_value_dimensions: String,
    strategic_areas: String,
    stakeholders: String,
    incidence_first_year_label: String,
    incidence_first_year: String,
    year_first_inserted: String,
    starting_situation: PrintedSituation,
    expected_benefits: PrintedBenefits,
    method: PrintedMethod,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct PrintedSituation {
    current: String,
    critical_points: String,
}

#[derive(Deserialize)]
struct PrintedBenefits {
    expected_situation: String,
    advantages: String,
}

#[derive(Deserialize)]
struct PrintedMethod {
    actions_summary: String,
    staff_categories: String,
    costs: String,
    general_indicator: String,
}

#[derive(Deserialize)]
struct Step {
    code: String,
    description: String,
    deadline: String,
    kpi: String,
    weight_of_objective: String,
}

#[derive(Deserialize)]
struct MatrixRow {
    area_code: String,
    area: String,
    objective_code: String,
    objective: String,
    performance_objectives: String,
    peg_objectives: String,
}

#[derive(Deserialize)]
struct Share {
    code: String,
    objective: String,
    share_first_year: String,
}

/// The right half of a list of actions, printed in the cell of the staff in objective 1.
pub const STRAY_ACTIONS: &str = "- Dematerializzazione e digitalizzazione procedure - Gestione sicurezza e salute sul luogo di lavoro - Verifiche e controlli";

const NOTES: [&str; 5] = [
    "Il testo pubblicato riporta solo «CSSM» o «C.S.S.M.»: il nome dell'ente per esteso è aggiunto.",
    "Obiettivo 1: metà dell'elenco delle azioni è stampata nella casella delle categorie di operatori; qui è riunita alle azioni.",
    "Obiettivo G: i costi ripetono quelli dell'obiettivo D, come nel testo pubblicato.",
    "Obiettivo H: l'anno di primo inserimento è vuoto; gli step H.5 e H.6 hanno lo stesso KPI, come nel testo pubblicato.",
    "Il peso di ogni step nel 2023 non è riportato: si ricava dal peso dello step tra quelli con termine nell'anno. Le somme stampate 99,97, 99,99 e 100,01 sono effetto dell'arrotondamento.",
];

/// Converts the plan.
pub fn plan(transcript: &Transcript) -> Result<Plan, Failure> {
    let title = "Piano integrato di attività e organizzazione 2023-2025: piano degli obiettivi";
    let (body, period) = (&transcript.body, &transcript.period);
    let mut plan = page::cover("cssm-mondovi-2023-2025", title, body, period, &transcript.title)?;
    plan.level_names.goals = vec!["Area strategica".into(), "Obiettivo strategico-operativo".into()];
    plan.level_names.objective = "Obiettivo".into();
    plan.level_names.indicator = "Step".into();
    for matrix_row in &transcript.strategic_matrix {
        goals(&mut plan, matrix_row)?;
    }
    let first = plan.period.first();
    for sheet in &transcript.objectives {
        plan.objectives.push(objective(sheet, first, &transcript.strategic_matrix)?)?;
    }
    sections(&mut plan, transcript)?;
    Ok(plan)
}

/// Adds a strategic-operational objective, and its area where it is the first of it.
fn goals(plan: &mut Plan, printed: &MatrixRow) -> Result<(), Failure> {
    let goal = |code: &str, parent: Option<GoalId>, title: &str| Goal {
        id: format!("g{}", code.to_lowercase()).into(),
        parent,
        code: code.into(),
        title: title.into(),
        description: String::new(),
    };
    let area = goal(&printed.area_code, None, &printed.area);
    let below = goal(&printed.objective_code, Some(area.id.clone()), &printed.objective);
    if !plan.goals.contains(&area.id) {
        plan.goals.push(area)?;
    }
    Ok(plan.goals.push(below)?)
}

fn objective(sheet: &Sheet, first: Year, matrix: &[MatrixRow]) -> Result<Objective, Failure> {
    let mut objective = Objective::new(format!("o{}", sheet.code.to_lowercase()).into());
    objective.code = sheet.code.clone();
    objective.kind = sheet.kind.clone();
    objective.title = sheet.title.clone();
    objective.goals = served(sheet, matrix);
    objective.staff_groups = sheet.method.staff_categories.replace(STRAY_ACTIONS, "").trim().into();
    objective.stakeholders = sheet.stakeholders.clone();
    objective.public_value = sheet.public_value_dimensions.clone();
    objective.first_year =
        (!sheet.year_first_inserted.is_empty()).then(|| page::year(&sheet.year_first_inserted)).transpose()?;
    objective.situation = Situation {
        current: sheet.starting_situation.current.clone(),
        critical_points: sheet.starting_situation.critical_points.clone(),
    };
    objective.benefits = Benefits {
        expected: sheet.expected_benefits.expected_situation.clone(),
        advantages: sheet.expected_benefits.advantages.clone(),
    };
    let stray = if sheet.method.staff_categories.contains(STRAY_ACTIONS) { STRAY_ACTIONS } else { "" };
    objective.method = Method {
        actions: format!("{} {stray}", sheet.method.actions_summary).trim_end().into(),
        costs: sheet.method.costs.clone(),
        overall_indicator: sheet.method.general_indicator.clone(),
    };
    objective.weights.insert(first, page::weight(&sheet.incidence_first_year)?);
    for step in &sheet.steps {
        objective.indicators.push(indicator(step)?)?;
    }
    Ok(objective)
}

/// Returns the goals an objective serves, by its own sheet or by the matrix, in the order of the matrix.
fn served(sheet: &Sheet, matrix: &[MatrixRow]) -> Vec<GoalId> {
    let in_matrix = |printed: &MatrixRow| {
        let codes = [&printed.performance_objectives, &printed.peg_objectives];
        codes.iter().any(|codes| codes.split([' ', '-']).any(|code| code == sheet.code))
    };
    matrix
        .iter()
        .filter(|printed| sheet.linked_objectives.contains(&printed.objective_code) || in_matrix(printed))
        .map(|printed| format!("g{}", printed.objective_code.to_lowercase()).into())
        .collect()
}

/// Converts a step: it is due on its deadline, and its KPI is its promise.
fn indicator(step: &Step) -> Result<Indicator, Failure> {
    let mut indicator = Indicator::new(format!("i{}", step.code.to_lowercase().replace('.', "-")).into());
    indicator.code = step.code.clone();
    indicator.description = step.description.clone();
    indicator.kpi = step.kpi.as_str().into();
    indicator.weight = Some(page::weight(&step.weight_of_objective)?);
    let due = NaiveDate::parse_from_str(&step.deadline, "%d/%m/%y")?;
    let year = page::year(&due.format("%Y").to_string())?;
    indicator.cells.insert(year, Cell { due: Some(due), ..Cell::default() });
    Ok(indicator)
}

/// Adds the tables that stand beside the sheets.
fn sections(plan: &mut Plan, transcript: &Transcript) -> Result<(), Failure> {
    let heading =
        ["Area strategica", "", "Obiettivo strategico-operativo", "", "Obiettivi di performance", "Obiettivi di PEG"];
    let mut matrix = vec![row(heading)];
    for line in &transcript.strategic_matrix {
        let objective =
            [line.objective_code.as_str(), &line.objective, &line.performance_objectives, &line.peg_objectives];
        let [code, title, performance, peg] = objective;
        matrix.push(row([&line.area_code, &line.area, code, title, performance, peg]));
    }
    let mut shares = vec![row(["", "Obiettivo", "Incidenza sul 1° anno del PIAO"])];
    shares.extend(
        transcript.objective_shares.iter().map(|share| row([&share.code, &share.objective, &share.share_first_year])),
    );
    let mut areas = vec![row(["", "Aree strategiche di riferimento", "Intestazione dell'incidenza", "Incidenza"])];
    areas.extend(transcript.objectives.iter().map(|sheet| {
        row([&sheet.code, &sheet.strategic_areas, &sheet.incidence_first_year_label, &sheet.incidence_first_year])
    }));
    plan.sections.push(page::table(
        "matrice",
        "Aree strategiche, obiettivi strategico-operativi e obiettivi",
        matrix,
    ))?;
    plan.sections.push(page::table("incidenze", "Incidenza degli obiettivi sul primo anno", shares))?;
    plan.sections.push(page::table("aree", "Aree strategiche indicate nelle schede", areas))?;
    plan.sections.push(page::reading_notes(&NOTES))?;
    Ok(())
}
