//! Hostile text is text: it goes into every field, comes back as it was, and never becomes anything else on its way out.

use serde_json::Value;
use traguardo::file::{self, clean_text};
use traguardo::plan::Plan;
use traguardo::target::{Context, parse_result, parse_target};

use crate::open::sample_text;

/// Everything that somebody might write to be more than text; the journeys put the same on every page.
fn hostile() -> Vec<String> {
    let strings: Vec<String> = serde_json::from_str(include_str!("../support/hostile.json")).unwrap();
    assert!(strings.len() >= 300, "{}", strings.len());
    strings
}

/// Calls `change` with every text that people write, not with ids, numbers and days.
fn texts(field: &str, value: &mut Value, change: &mut impl FnMut(&mut String)) {
    const FREE: [&str; 34] = [
        "title",
        "notice",
        "name",
        "kind",
        "act",
        "code",
        "description",
        "text",
        "table",
        "responsible",
        "email",
        "reference",
        "other_services",
        "staff_groups",
        "stakeholders",
        "public_value",
        "current",
        "critical_points",
        "expected",
        "advantages",
        "actions",
        "costs",
        "overall_indicator",
        "expected_result",
        "kpi",
        "formula",
        "unit_of_measure",
        "source",
        "frequency",
        "target",
        "result",
        "note",
        "evidence",
        "reason",
    ];
    match value {
        Value::String(text) if FREE.contains(&field) => change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| texts(field, item, change)),
        Value::Object(fields) => fields.iter_mut().for_each(|(name, value)| texts(name, value, change)),
        _ => {}
    }
}

/// Real plans with hostile text in every field, as they stand in a file.
fn filled() -> Vec<Value> {
    let strings = hostile();
    let mut next = strings.iter().cycle();
    let mut plans = Vec::new();
    for name in ["cssm-2023-2025-demo", "coeso-sds-2021-2023"] {
        let mut plan: Value = serde_json::from_str(&sample_text(name)).unwrap();
        let mut filled = 0;
        texts("", &mut plan, &mut |text| {
            text.clone_from(next.next().unwrap());
            filled += 1;
        });
        assert!(filled > 400, "{filled}");
        plans.push(plan);
    }
    plans
}

/// The same as plans.
pub(crate) fn hostile_plans() -> Vec<Plan> {
    filled().iter().map(|plan| file::read(plan.to_string().as_bytes()).unwrap().plan).collect()
}

#[test]
fn hostile_text_in_every_field_comes_back_as_it_was() {
    for mut plan in filled() {
        let read = file::read(plan.to_string().as_bytes()).unwrap();
        let written = file::write(&read).unwrap();
        let again: Value = serde_json::from_str(&written).unwrap();
        let (mut before, mut after) = (Vec::new(), Vec::new());
        texts("", &mut plan, &mut |text| before.push(text.clone()));
        texts("", &mut again.clone(), &mut |text| after.push(text.clone()));
        before.sort_unstable();
        after.sort_unstable();
        assert_eq!(before, after);
        assert_eq!(file::read(written.as_bytes()).unwrap(), read);
    }
}

#[test]
fn a_hostile_title_makes_a_harmless_file_name() {
    let mut file = file::read(sample_text("cssm-2023-2025-demo").as_bytes()).unwrap();
    for title in hostile() {
        file.plan.title = title.clone();
        file.plan.notice = title.clone();
        let name = file::name(&file.plan);
        let harmless =
            |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '-' | '_' | '.');
        assert!(name.chars().all(harmless) && !name.starts_with(['.', '-']), "{title}: {name}");
        assert!(name.len() < 100, "{title}: {name}");
        assert_eq!(name.matches('.').count(), 2, "{title}: {name}");
    }
}

#[test]
fn hostile_text_is_read_as_target_and_result_and_left_uncleaned() {
    for text in hostile() {
        let target = parse_target(&text, 2024);
        parse_result(&text, Context::beside(2024, &target.reading));
        assert_eq!(clean_text(&text), text, "nothing in it needs to go");
    }
}
