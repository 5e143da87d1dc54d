//! What is written is read back as the same thing, and written again as the same bytes.

use proptest::prelude::*;
use traguardo::file::{self, File, Sent};
use traguardo::plan::{Goal, Indicator, Objective, Period, Plan, Scope, Unit, Weight, Year};

fn year(number: i32) -> Year {
    Year::new(number).unwrap()
}

/// Builds a plan with goals, units, objectives and indicators that point at each other and hold the words given.
fn plan(words: &[String], weights: &[(u32, u32)]) -> Plan {
    let mut plan = Plan::new("prova".into(), Period::new(year(2024), year(2026)).unwrap());
    let word = |at: usize| words.get(at % words.len().max(1)).cloned().unwrap_or_default();
    plan.title = word(0);
    plan.body.name = word(1);
    plan.approval.act = word(2);
    for at in 0..words.len().min(4) {
        let parent = (at > 0).then(|| format!("g{}", at - 1).into());
        let goal = Goal {
            id: format!("g{at}").into(),
            parent,
            code: word(at),
            title: word(at + 1),
            description: word(at + 2),
        };
        plan.goals.push(goal).unwrap();
        let unit =
            Unit { id: format!("u{at}").into(), name: word(at), responsible: String::new(), email: word(at + 3) };
        plan.units.push(unit).unwrap();
    }
    let goals: Vec<_> = plan.goals.iter().map(|goal| goal.id.clone()).collect();
    let units: Vec<_> = plan.units.iter().map(|unit| unit.id.clone()).collect();
    let mut objective = Objective::new("o".into());
    objective.goals = goals;
    objective.units = units.clone();
    objective.stakeholders = word(3);
    for (at, (value, scale)) in weights.iter().enumerate() {
        let weight = Weight::new(rust_decimal::Decimal::new(i64::from(*value), *scale)).unwrap();
        objective.weights.insert(year(2024 + i32::try_from(at % 3).unwrap()), weight);
        let mut indicator = Indicator::new(format!("i{at}").into());
        indicator.description = word(at);
        indicator.weight = Some(weight);
        indicator.units = units.clone();
        objective.indicators.push(indicator).unwrap();
    }
    plan.objectives.push(objective).unwrap();
    plan
}

proptest! {
    #[test]
    fn law_a_written_file_reads_as_itself(
        words in prop::collection::vec(any::<String>(), 0..8),
        weights in prop::collection::vec((0..100_000_000_u32, 2..10_u32), 0..6),
        revision in prop::option::of("[a-z0-9]{1,12}"),
        scoped in any::<bool>(),
    ) {
        let plan = plan(&words, &weights);
        let file = File {
            revision: revision.map(Into::into),
            parents: vec!["prima".into()],
            scope: scoped.then(|| Scope::new(plan.units.iter().map(|unit| unit.id.clone()).collect())),
            sent: scoped.then(|| Sent { by: "Ufficio".into(), on: chrono::NaiveDate::default() }),
            base: scoped.then(|| plan.clone()),
            plan,
        };
        let text = file::write(&file).unwrap();
        let back = file::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&back, &file);
        prop_assert_eq!(file::write(&back).unwrap(), text);
    }
}

#[test]
fn a_file_is_readable_line_by_line_with_its_keys_in_order() {
    let plan = Plan::new("prova".into(), Period::new(year(2024), year(2026)).unwrap());
    let text = file::write(&plan.into()).unwrap();
    assert!(
        text.starts_with("{\n  \"format\": \"traguardo\",\n  \"version\": 1,\n  \"plan\": {\n    \"id\": \"prova\",\n"),
        "{text}"
    );
    assert!(text.ends_with("}\n") && !text.contains('\r'));
}

#[test]
fn digits_stay_as_they_were_written() {
    let text = r#"{"format":"traguardo","version":1,"plan":{"id":"p","period":{"first":2023,"last":2025},
        "objectives":[{"id":"o","weights":{"2023":"65.00"}}]}}"#;
    let written = file::write(&file::read(text.as_bytes()).unwrap()).unwrap();
    assert!(written.contains(r#""2023": "65.00""#), "{written}");
}

#[test]
fn a_byte_order_mark_and_blank_cells_leave_no_trace() {
    let text = "\u{feff}{\"format\":\"traguardo\",\"version\":1,\"plan\":{\"id\":\"p\",\"period\":{\"first\":2023,\"last\":2025},\
        \"objectives\":[{\"id\":\"o\",\"indicators\":[{\"id\":\"i\",\"cells\":{\"2023\":{},\"2024\":{\"note\":\"\"}}}]}]}}";
    let file = file::read(text.as_bytes()).unwrap();
    let indicator = file.plan.objectives.at(0).unwrap().indicators.at(0).unwrap();
    assert!(indicator.cells.is_empty());
    assert!(!file::write(&file).unwrap().contains('\u{feff}'));
}
