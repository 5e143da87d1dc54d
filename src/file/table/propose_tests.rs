//! What an import does to a plan: matched records change, others come new, and one step takes it all back.

use super::{Counts, Fate, Grid, Proposal, Setting, propose, recognise};
use crate::plan::{Indicator, List, Objective, ObjectiveId, Period, Plan, Year};

fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

/// A plan with the objective `A`, which has the steps `A.1` and `A.2`, and the empty objective `B`.
fn plan() -> Plan {
    let mut plan = Plan::new("plan".into(), Period::new(year(2024), year(2026)).unwrap());
    let indicator =
        |id: &str| Indicator { code: id.into(), description: format!("Fase {id}"), ..Indicator::new(id.into()) };
    let objective = |id: &str| Objective { code: id.into(), ..Objective::new(id.into()) };
    let indicators = List::try_from(vec![indicator("A.1"), indicator("A.2")]).unwrap();
    plan.objectives.push(Objective { indicators, title: "Ridurre le attese".into(), ..objective("A") }).unwrap();
    plan.objectives.push(Objective { code: String::new(), ..objective("B") }).unwrap();
    plan
}

fn proposed(plan: &Plan, home: Option<&str>, lines: &str) -> Proposal {
    let grid = Grid::of_rows(lines.lines().map(|line| line.split('|').map(|cell| cell.trim().to_owned()))).unwrap();
    let setting = Setting { period: plan.period, year: year(2024) };
    let import = recognise(&grid, setting).read(&grid, setting);
    let mut count = 0;
    let mut ids = || {
        count += 1;
        Some(format!("new-{count}"))
    };
    propose(plan, &import, home.map(ObjectiveId::from).as_ref(), setting, &mut ids).unwrap()
}

fn after(plan: &Plan, proposal: &Proposal) -> Plan {
    let mut after = plan.clone();
    let undo = after.apply(proposal.edit.clone().unwrap()).unwrap();
    let mut back = after.clone();
    back.apply(undo).unwrap();
    assert_eq!(back, *plan);
    after
}

#[test]
fn one_heading_that_is_known_heads_a_pair_of_columns() {
    let grid = Grid::of_rows(
        [["Indicatore", "Cosa ci aspettiamo"], ["Incontri con i medici", "4"]].map(|row| row.map(str::to_owned)),
    )
    .unwrap();
    let setting = Setting { period: plan().period, year: year(2024) };
    let layout = recognise(&grid, setting);
    let [super::Part::Table(table)] = layout.parts.as_slice() else { panic!("{layout:?}") };
    let told: Vec<_> = table.columns.iter().map(|column| (column.heading.as_str(), column.destination)).collect();
    assert_eq!(
        told,
        [("Indicatore", super::Destination::Description), ("Cosa ci aspettiamo", super::Destination::Nowhere)]
    );
}

#[test]
fn rows_of_the_model_in_which_nothing_was_written_make_room() {
    let mut plan = plan();
    let mut sheet = plan.objectives.get(&"B".into()).unwrap().as_ref().clone();
    let day = crate::plan::Cell { due: year(2024).last_day(), ..crate::plan::Cell::default() };
    let mut blank = Indicator { code: "B.1".into(), ..Indicator::new("B.1".into()) };
    blank.cells.insert(year(2024), day);
    let kept = Indicator { formula: "a / b".into(), ..Indicator::new("B.2".into()) };
    sheet.indicators = List::try_from(vec![blank, kept]).unwrap();
    plan.objectives = List::try_from(
        plan.objectives
            .iter()
            .map(|found| if found.id == sheet.id { sheet.clone() } else { found.as_ref().clone() })
            .collect::<Vec<_>>(),
    )
    .unwrap();
    let proposal = proposed(&plan, Some("B"), "Indicatore | Previsione 2024\nIncontri | Almeno 2\nReport | 4");
    let after = after(&plan, &proposal);
    let indicators = &after.objectives.get(&"B".into()).unwrap().indicators;
    let told: Vec<_> = indicators.iter().map(|found| (found.code.as_str(), found.description.as_str())).collect();
    assert_eq!(told, [("", ""), ("", "Incontri"), ("", "Report")], "what has a formula was written");
    let elsewhere = proposed(&plan, Some("B"), "Codice | Risultato 2024\nA.1 | 4");
    assert!(elsewhere.edit.is_some());
    assert_eq!(self::after(&plan, &elsewhere).objectives.get(&"B".into()), plan.objectives.get(&"B".into()));
}

#[test]
fn rows_come_new_into_an_empty_sheet_with_their_actions_and_offices() {
    let plan = plan();
    let proposal = proposed(
        &plan,
        Some("B"),
        "Azione n. | Indicatore | Previsione 2024 | Peso | Ufficio\n1 | Incontri | Almeno 2 | 40 | Servizio sociale\n1 | Report | 4 | 60 | Servizio sociale",
    );
    let after = after(&plan, &proposal);
    let sheet = after.objectives.get(&"B".into()).unwrap();
    assert_eq!((sheet.actions.len(), sheet.indicators.len(), after.units.len()), (1, 2, 1));
    let first = sheet.indicators.at(0).unwrap();
    assert_eq!(first.description, "Incontri");
    assert_eq!(first.cells.get(&year(2024)).unwrap().target.words(), "Almeno 2");
    assert_eq!(first.action.as_ref(), Some(&sheet.actions.at(0).unwrap().id));
    assert_eq!(first.units, [after.units.at(0).unwrap().id.clone()]);
    assert_eq!(proposal.counts, Counts { actions: 1, indicators: 2, ..Counts::default() });
}

#[test]
fn results_find_their_indicator_anywhere_and_say_what_they_replace() {
    let plan = plan();
    let first = proposed(&plan, None, "Codice | Risultato 2024\nA.1 | 72%\nX.9 | 3");
    assert_eq!(first.fates.get(&(1, 1)), Some(&Fate::Fills));
    assert_eq!(first.fates.get(&(2, 1)), Some(&Fate::Missing));
    let once = after(&plan, &first);
    let again = proposed(&once, None, "Codice | Risultato 2024\nA.1 | 80%\nA.2 | SI");
    assert_eq!(again.fates.get(&(1, 1)), Some(&Fate::Overwrites("72%".into())));
    let twice = after(&once, &again);
    let same = proposed(&twice, None, "Codice | Risultato 2024\nA.1 | 80%\nA.2 | SI");
    assert_eq!((same.edit, same.counts.same), (None, 4));
}

#[test]
fn a_deadline_moves_and_an_objective_is_found_by_its_title() {
    let plan = plan();
    let table = |day: &str| {
        format!(
            "Obiettivo | Fase | Scadenza\nRIDURRE LE ATTESE | Fase A.1 | {day}\nNuovo sportello | Aprire | 30/06/24"
        )
    };
    let first = proposed(&plan, None, &table("30/06/24"));
    assert_eq!((first.counts.objectives, first.counts.indicators), (1, 1));
    let once = after(&plan, &first);
    assert_eq!(once.objectives.at(2).unwrap().title, "Nuovo sportello");
    let again = proposed(&once, None, &table("30/06/25"));
    let moved = after(&once, &again);
    let step = moved.objectives.at(0).unwrap().indicators.at(0).unwrap().clone();
    assert_eq!(step.cells.keys().copied().collect::<Vec<_>>(), [year(2025)]);
}

#[test]
fn without_a_source_of_ids_nothing_is_proposed() {
    let plan = plan();
    let grid = Grid::of_rows([["Indicatore", "Target 2024"], ["Nuovo", "4"]]).unwrap();
    let setting = Setting { period: plan.period, year: year(2024) };
    let import = recognise(&grid, setting).read(&grid, setting);
    assert_eq!(propose(&plan, &import, None, setting, &mut || None), None);
}
