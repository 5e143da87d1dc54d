//! A copy of the CSSM plan with invented offices, results and rule for lateness, to show what a plan looks like at the end
//! of its first year. It says that it is invented wherever it appears.

mod results;

use std::sync::Arc;

use chrono::NaiveDate;
use traguardo::plan::{
    CellField, Checkpoint, Deviation, Edit, Indicator, IndicatorEdit, IndicatorField, Judgement, LateStep, Objective,
    ObjectiveEdit, ObjectiveField, ObjectiveId, Percent, Plan, PlanField, Policy, Standing, Status, Unit, UnitId, Year,
};

use super::Failure;
use super::page;
use results::{Aside, INVENTED, Invented, OFFICES, SERVING};

const NOTICE: &str = "Risultati inventati a scopo dimostrativo";
const WARNING: &str = "Questa copia del piano serve a mostrare il programma. Obiettivi, step, termini e pesi sono quelli pubblicati; uffici, risultati, monitoraggio al 31/07/2023, giudizi, cause di scostamento, atti citati e regola sui ritardi sono inventati e non dicono nulla dell'ente.";

/// Makes the copy.
pub fn plan(published: &Plan) -> Result<Plan, Failure> {
    let mut plan = Plan { id: "cssm-2023-2025-demo".into(), ..published.clone() };
    let title = format!("{} (copia dimostrativa, risultati inventati)", published.title);
    plan.apply(Edit::Plan(PlanField::Title(title)))?;
    plan.apply(Edit::Plan(PlanField::Notice(NOTICE.into())))?;
    let late = |days, percent| LateStep { days, earns: Percent::whole(percent) };
    let policy = Policy { lateness: vec![late(15, 80), late(30, 50)], ..Policy::default() };
    plan.apply(Edit::Plan(PlanField::Policy(policy)))?;
    for (id, name) in OFFICES {
        let (responsible, email) = (String::new(), String::new());
        plan.units.push(Unit { id: id.into(), name: name.into(), responsible, email })?;
    }
    let year = plan.period.first();
    for objective in &published.objectives.iter().cloned().collect::<Vec<_>>() {
        fill(&mut plan, objective, year)?;
    }
    let warning = page::text("avvertenza", "Avvertenza", WARNING.into());
    plan.apply(Edit::Sections(traguardo::plan::ListEdit::Insert { at: 0, item: Arc::new(warning) }))?;
    Ok(plan)
}

/// Gives an objective and its steps their offices, and the steps of the year their results.
fn fill(plan: &mut Plan, objective: &Objective, year: Year) -> Result<(), Failure> {
    let mut serving = Vec::new();
    for step in objective.indicators.iter() {
        let units = offices(&step.code);
        serving.extend(units.iter().filter(|unit| !serving.contains(*unit)).cloned().collect::<Vec<_>>());
        change(plan, &objective.id, step, IndicatorEdit::Field(IndicatorField::Units(units)))?;
        if let Some(invented) = INVENTED.iter().find(|invented| invented.step == step.code) {
            for field in fields(invented, year)? {
                change(plan, &objective.id, step, IndicatorEdit::Cell { year, field })?;
            }
        }
    }
    let edit = ObjectiveEdit::Field(ObjectiveField::Units(serving));
    plan.apply(Edit::Objective { objective: objective.id.clone(), edit })?;
    Ok(())
}

/// Returns the offices that answer for a step, by the beginning of its code.
fn offices(code: &str) -> Vec<UnitId> {
    let found = SERVING.iter().filter(|(beginning, _)| code.starts_with(beginning)).max_by_key(|(text, _)| text.len());
    found.map_or(&[] as &[&str], |(_, units)| *units).iter().map(|unit| UnitId::from(*unit)).collect()
}

/// Returns what was invented for a step as fields of its cell.
fn fields(invented: &Invented, year: Year) -> Result<Vec<CellField>, Failure> {
    let mut fields = vec![
        CellField::Result(invented.result.into()),
        CellField::Evidence(invented.evidence.into()),
        CellField::Note(invented.note.into()),
    ];
    if let Some((words, forecast, note)) = invented.in_july {
        let date = NaiveDate::from_ymd_opt(2023, 7, 31).ok_or("no such day")?;
        let checkpoint = Checkpoint { date, words: words.into(), forecast: Some(forecast), note: note.into() };
        fields.push(CellField::Checkpoints(vec![checkpoint]));
    }
    if let Some((percent, reason, author)) = invented.judgement {
        let (percent, reason, author) = (Percent::whole(percent), reason.into(), author.into());
        fields.push(CellField::Judgement(Some(Judgement { percent, reason, author })));
    }
    if let Some((cause, note)) = invented.deviation {
        fields.push(CellField::Deviation(Some(Deviation { cause, note: note.into() })));
    }
    if let Some((aside, reason)) = invented.standing {
        let status = match aside {
            Aside::Suspended => Status::Suspended,
            Aside::NextYear => Status::Postponed { to: Year::new(year.number() + 1)? },
        };
        let date = NaiveDate::from_ymd_opt(2023, 11, 15);
        fields.push(CellField::Standing(Some(Standing { status, reason: reason.into(), date })));
    }
    Ok(fields)
}

fn change(plan: &mut Plan, objective: &ObjectiveId, step: &Indicator, edit: IndicatorEdit) -> Result<(), Failure> {
    let edit = ObjectiveEdit::Indicator { indicator: step.id.clone(), edit };
    plan.apply(Edit::Objective { objective: objective.clone(), edit })?;
    Ok(())
}
