//! No words of a published plan are lost: every text of a transcription stands in its sample.

use serde_json::Value;

use crate::open::{sample, sample_text, transcript};

/// Fields about the transcription itself, or printed a second time.
const BOOKKEEPING: [&str; 12] = [
    "source",
    "source_line",
    "source_problems",
    "counts",
    "weight_verification",
    "table_columns",
    "actions_as_printed",
    "linked_objectives_as_printed",
    "areas_as_printed",
    "target_phrases",
    "years_uncertain",
    "measured_year",
];

/// Fields that stand in the sample in another form, each with the test or the reason that vouches for it.
const OTHER_FORM: [(&str, &str); 7] = [
    ("years", "marks become years; counted in `counts`"),
    ("innovation", "marks become a flag; counted in `counts`"),
    ("deadline", "`30/06/23` becomes `2023-06-30`; see `every_deadline_is_kept`"),
    ("weight_of_objective", "`65,00%` becomes `65.00`; see `every_weight_is_kept`"),
    ("weight_2023", "worked out, never stored; see `year_weights`"),
    ("action_n_inferred", "becomes the link to the action"),
    ("organisational_area", "becomes the links to the offices, which hold the words"),
];

/// Texts that are not in the sample word for word.
const EXCEPTIONS: [(&str, &str); 6] = [
    ("[not printed] Piano degli obiettivi e degli indicatori 2024-2026", "the mark is the transcriber's"),
    ("-", "an action number that is a dash: the indicator is linked to its action, and a note says so"),
    ("the text only says CSSM / C.S.S.M. and Consorzio; full name not printed", "the sample says it in Italian"),
    ("L'INNOVATIVITA' DEI SERVIZI", "half of a label cut by a page break; stands whole as L'INNOVATIVITÀ DEI SERVIZI"),
    ("●", "a mark"),
    (
        "- Dematerializzazione e digitalizzazione procedure - Gestione sicurezza e salute sul luogo di lavoro - Verifiche e \
         controlli Tutti gli operatori dell'Ente (dipendenti e non)",
        "half of the actions printed in the cell of the staff: each half stands where it belongs",
    ),
];

/// Calls `visit` with every non-empty text and the name of its field.
fn texts(field: &str, value: &Value, visit: &mut impl FnMut(&str, &str)) {
    match value {
        Value::String(text) if !text.trim().is_empty() => visit(field, text),
        Value::Array(items) => items.iter().for_each(|item| texts(field, item, visit)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            if !BOOKKEEPING.contains(&name.as_str()) && !OTHER_FORM.iter().any(|(field, _)| field == name) {
                texts(name, value, visit);
            }
        }),
        _ => {}
    }
}

fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_text_of_a_transcription_stands_in_its_sample() {
    for (published, name) in [
        ("asc-insieme-2024-2026", "asc-insieme-2024-2026"),
        ("asc-insieme-2026-2028", "asc-insieme-2026-2028"),
        ("coeso-sds-2021-2023", "coeso-sds-2021-2023"),
        ("cssm-mondovi-piao-2023-2025", "cssm-mondovi-2023-2025"),
    ] {
        let sample: Value = serde_json::from_str(&sample_text(name)).unwrap();
        let mut kept = Vec::new();
        texts("", &sample, &mut |_, text| kept.push(normal(text)));
        let mut lost = Vec::new();
        texts("", &transcript(published), &mut |field, text| {
            let wanted = normal(text);
            // A few letters could stand anywhere by chance, so they must be a text of their own.
            let found = kept
                .iter()
                .any(|text| if wanted.chars().count() < 4 { *text == wanted } else { text.contains(&wanted) });
            if !found && !EXCEPTIONS.iter().any(|(words, _)| normal(words) == wanted) {
                lost.push(format!("{field}: {text}"));
            }
        });
        assert!(lost.is_empty(), "{published}: {lost:#?}");
    }
}

#[test]
fn both_halves_of_the_cell_printed_twice_are_kept() {
    let plan = sample("cssm-mondovi-2023-2025");
    let objective = plan.objectives.iter().find(|objective| objective.code == "1").unwrap();
    assert_eq!(objective.staff_groups, "Tutti gli operatori dell'Ente (dipendenti e non)");
    assert!(objective.method.actions.ends_with("salute sul luogo di lavoro - Verifiche e controlli"));
}

#[test]
fn every_deadline_and_weight_is_kept() {
    let plan = sample("cssm-mondovi-2023-2025");
    let sheets = transcript("cssm-mondovi-piao-2023-2025");
    for (sheet, objective) in sheets["objectives"].as_array().unwrap().iter().zip(plan.objectives.iter()) {
        let share = sheet["incidence_first_year"].as_str().unwrap();
        assert_eq!(format!("{}%", objective.weights[&plan.period.first()].value()), share);
        for (step, indicator) in sheet["steps"].as_array().unwrap().iter().zip(objective.indicators.iter()) {
            let (year, cell) = indicator.cells.first_key_value().unwrap();
            let due = cell.due.unwrap();
            assert_eq!(due.format("%d/%m/%y").to_string(), step["deadline"].as_str().unwrap());
            assert_eq!(due.format("%Y").to_string(), year.to_string());
            let weight = indicator.weight.unwrap().value().to_string().replace('.', ",") + "%";
            assert_eq!(weight, step["weight_of_objective"].as_str().unwrap());
        }
    }
}

#[test]
fn every_mark_of_a_year_is_kept() {
    for (name, lists) in [("asc-insieme-2024-2026", "schede"), ("coeso-sds-2021-2023", "triennial_plan")] {
        let mut marks = 0;
        let value = transcript(name);
        for item in value[lists].as_array().unwrap() {
            let actions = item["actions"].as_array().cloned().unwrap_or_else(|| vec![item.clone()]);
            for action in actions {
                marks += action["years"].as_object().unwrap().values().filter(|mark| **mark != "").count();
            }
        }
        let plan = sample(name);
        let kept: usize = plan
            .objectives
            .iter()
            .flat_map(|objective| objective.actions.iter())
            .map(|action| action.years.len())
            .sum();
        assert_eq!(kept, marks, "{name}");
    }
}
