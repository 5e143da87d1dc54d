//! Bad files: each is refused whole, with a sentence that names the place.

use serde_json::Value;
use traguardo::file::{self, FieldError, FileError};

use crate::open::sample_text;

/// A small plan file with one passage replaced.
fn file_with(passage: &str, other: &str) -> String {
    let good = r#"{
  "format": "traguardo",
  "version": 1,
  "scope": {"units": ["u"]},
  "plan": {
    "id": "p",
    "title": "Prova",
    "period": {"first": 2023, "last": 2025},
    "goals": [{"id": "g1"}, {"id": "g2", "parent": "g1"}],
    "units": [{"id": "u"}],
    "objectives": [
      {"id": "a", "goals": ["g2"], "units": ["u"], "weights": {"2023": "10"}, "actions": [{"id": "x", "years": [2023]}]},
      {"id": "b", "goals": ["g1"], "actions": [{"id": "x"}], "indicators": [
        {"id": "i", "action": "x", "units": ["u"], "weight": "65.00",
         "cells": {"2023": {"target": "Almeno 2", "due": "2023-06-30", "standing": {"status": {"postponed": {"to": 2024}}}}}}
      ]}
    ]
  }
}
"#;
    assert!(good.contains(passage), "{passage}");
    assert!(file::read(good.as_bytes()).is_ok(), "{:?}", file::read(good.as_bytes()));
    good.replacen(passage, other, 1)
}

fn refusal(bytes: &[u8]) -> String {
    file::read(bytes).unwrap_err().to_string()
}

#[test]
fn a_wrong_field_is_named_by_its_place() {
    for (passage, other, place, reason) in [
        (r#""Prova""#, "3", "plan.title", "expected a string"),
        (r#""65.00""#, "65", "plan.objectives[1].indicators[0].weight", "expected a string"),
        (r#""65.00""#, r#""-1""#, "plan.objectives[1].indicators[0].weight", "below zero"),
        (r#""65.00""#, r#""1e3""#, "plan.objectives[1].indicators[0].weight", "not a number"),
        (r#""65.00""#, r#""65,00""#, "plan.objectives[1].indicators[0].weight", "not a number"),
        (r#""65.00""#, r#""1000001""#, "plan.objectives[1].indicators[0].weight", "above"),
        (r#""10""#, r#""ten""#, "plan.objectives[0].weights.2023", "not a number"),
        (r#""2023-06-30""#, r#""30/06/2023""#, "plan.objectives[1].indicators[0].cells.2023.due", ""),
        (r#""2023-06-30""#, r#""2023-02-30""#, "plan.objectives[1].indicators[0].cells.2023.due", ""),
        (r#""2023-06-30""#, r#""2023-6-30""#, "plan.objectives[1].indicators[0].cells.2023.due", "not a day"),
        (r#""2023-06-30""#, r#""2023 -06-30""#, "plan.objectives[1].indicators[0].cells.2023.due", "not a day"),
        (r#""2023-06-30""#, r#""+12023-06-30""#, "plan.objectives[1].indicators[0].cells.2023.due", "not a day"),
        (
            r#""2023-06-30""#,
            r#""2023-06-30", "result_reading": {"kind": "on", "date": "2023-6-3"}"#,
            "result_reading",
            "not a day",
        ),
        (
            r#""2023-06-30""#,
            r#""2023-06-30", "target_reading": {"kind": "by", "date": "2023-6-3"}"#,
            "target_reading",
            "not a day",
        ),
        (
            r#""2023-06-30""#,
            r#""2023-06-30", "checkpoints": [{"date": "2023-6-3"}]"#,
            "checkpoints[0].date",
            "not a day",
        ),
        (r#""title": "Prova""#, r#""approval": {"date": "2023-6-3"}"#, "plan.approval.date", "not a day"),
        (r#""title": "Prova""#, r#""revisions": [{"date": "2023-6-3"}]"#, "plan.revisions[0].date", "not a day"),
        (r#""2023": {"target""#, r#""23": {"target""#, "plan.objectives[1].indicators[0].cells", "year 23"),
        (r#""2023": {"target""#, r#""anno": {"target""#, "plan.objectives[1].indicators[0].cells", ""),
        (
            r#"{"2023": "10"}"#,
            r#"{"2023": "10", "2023": "20"}"#,
            "plan.objectives[0].weights",
            "2023 stands there twice",
        ),
        (r#""cells": {"#, r#""cells": {"2023": {"note": "n"}, "#, "plan.objectives[1].indicators[0].cells", "twice"),
        (r#""first": 2023"#, r#""first": 2026"#, "plan.period", "one to ten years"),
        (r#""first": 2023"#, r#""first": 1066"#, "plan.period", "1900"),
        (r#""title""#, r#""titolo""#, "plan.titolo", r#"no field "titolo""#),
        (r#""title": "Prova""#, r#""id": "q""#, "plan", r#""id" stands there twice"#),
        (r#""id": "p","#, "", "plan", r#""id" is missing"#),
        (r#""id": "p""#, r#""id": """#, "plan.id", "never empty"),
        (r#"{"to": 2024}"#, r#"{"to": 2024, "why": ""}"#, "standing.status", r#"no field "why""#),
        (r#""title": "Prova""#, r#""body": []"#, "plan.body", "expected struct Body"),
        (r#"{"id": "u"}"#, r#"["u"]"#, "plan.units[0]", "expected struct Unit"),
        (r#"{"to": 2024}"#, "[2024]", "standing.status", "expected struct variant"),
        (r#"{"first": 2023, "last": 2025}"#, "[2023, 2025]", "plan.period", "expected struct"),
        (r#"{"2023": "10"}"#, "[]", "plan.objectives[0].weights", "one entry a year"),
        (r#""65.00""#, r#""65.00", "polarity": {"rising": []}"#, "plan.objectives[1].indicators[0].polarity", ""),
        (r#""id": "g2""#, r#""id": "g1""#, "plan.goals", "the id g1 is there already"),
        (r#""id": "b""#, r#""id": "a""#, "plan.objectives", "the id a is there already"),
        (r#""version": 1"#, r#""version": "1""#, "version", ""),
        (r#""version": 1"#, r#""version": 0"#, "version", "below 1"),
        (r#""version": 1,"#, "", "file", r#""version" is missing"#),
        (r#""scope""#, r#""Scope""#, "Scope", r#"no field "Scope""#),
    ] {
        let bytes = file_with(passage, other);
        match file::read(bytes.as_bytes()) {
            Err(FileError::WrongField { place: found, reason: why, line, .. }) => {
                assert!(found.contains(place), "{other}: {found}");
                assert!(why.to_string().contains(reason), "{other}: {why}");
                assert!(line > 0, "{other}");
            }
            other_outcome => panic!("{other}: {other_outcome:?}"),
        }
    }
}

#[test]
fn values_that_do_not_fit_each_other_are_refused() {
    let policy = |rules: &str| file_with(r#""title": "Prova""#, &format!(r#""policy": {{{rules}}}"#));
    let band =
        |from: &str, edge: &str| format!(r#"{{"from": "{from}", "edge": "{edge}", "earns": {{"points": "1"}}}}"#);
    let bands = |first: (&str, &str), second: (&str, &str)| {
        format!("[{}, {}]", band(first.0, first.1), band(second.0, second.1))
    };
    let dated = |scale: &str| format!(r#""bands": [{{"since": 2023, "scale": {scale}}}]"#);
    let cell = |result: &str| {
        file_with(r#""due": "2023-06-30""#, &format!(r#""due": "2023-06-30", "result_reading": {result}"#))
    };
    let years = |years: &str| file_with(r#""years": [2023]"#, &format!(r#""years": {years}"#));
    let scenario = |says: &str| file_with(r#""title": "Prova""#, &format!(r#""scenarios": [{{"id": "s", {says}}}]"#));
    for good in [
        policy(r#""cap": "100.00""#),
        policy(r#""lights": {"green": "80", "amber": "80"}"#),
        policy(&format!(r#""partial": {}"#, bands(("0", "included"), ("90", "included")))),
        policy(&format!(r#""partial": {}"#, bands(("90", "included"), ("90", "excluded")))),
        policy(&dated(&bands(("0", "included"), ("0", "included")))),
        cell(r#"{"kind": "ratio", "part": "0", "whole": "0.5"}"#),
        years("[2025, 2023]"),
        // What a scenario says of something no longer there is kept.
        scenario(r#""objectives": {"gone": {"weights": {"2023": "9"}}}"#),
        scenario(r#""objectives": {"a": {"indicators": {"gone": {"cells": {"1999": "met"}}}}}"#),
    ] {
        let read = file::read(good.as_bytes());
        assert!(read.is_ok(), "{good}: {read:?}");
    }
    for (wrong, place, reason) in [
        (policy(r#""cap": "99.99""#), "plan.policy.cap", "the cap is below 100"),
        (policy(r#""lights": {"green": "60", "amber": "90"}"#), "plan.policy.lights", "amber begins above green"),
        (
            policy(&format!(r#""partial": {}"#, bands(("90", "included"), ("0", "included")))),
            "plan.policy.partial",
            "not in rising order",
        ),
        (
            policy(&dated(&bands(("90", "excluded"), ("90", "included")))),
            "plan.policy.bands[0].scale",
            "not in rising order",
        ),
        (
            cell(r#"{"kind": "ratio", "part": "3", "whole": "0.0"}"#),
            "plan.objectives[1].indicators[0].cells.2023.result_reading",
            "more than none",
        ),
        (
            cell(r#"{"kind": "ratio", "part": "3", "whole": "-4"}"#),
            "plan.objectives[1].indicators[0].cells.2023.result_reading",
            "more than none",
        ),
        (years("[2024, 2023, 2024]"), "plan.objectives[0].actions[0].years", "2024 stands there twice"),
        (
            scenario(r#""objectives": {"a": {"locked": true}, "a": {}}"#),
            "plan.scenarios[0].objectives",
            "the id a stands there twice",
        ),
        (
            scenario(r#""objectives": {"a": {"weights": {"2023": "-1"}}}"#),
            "plan.scenarios[0].objectives.a.weights.2023",
            "below zero",
        ),
        (
            scenario(r#""objectives": {"a": {"indicators": {"i": {"cells": {"2023": "won"}}}}}"#),
            "plan.scenarios[0].objectives.a.indicators.i.cells.2023",
            "unknown variant `won`",
        ),
        (scenario(r#""objectives": []"#), "plan.scenarios[0].objectives", "one entry an id"),
        (scenario(r#""nome": """#), "plan.scenarios[0].nome", r#"no field "nome""#),
        (scenario(r#""policy": {"cap": "90"}"#), "plan.scenarios[0].policy.cap", "below 100"),
    ] {
        match file::read(wrong.as_bytes()) {
            Err(FileError::WrongField { place: found, reason: why, .. }) => {
                assert_eq!(found, place, "{why}");
                assert!(why.to_string().contains(reason), "{place}: {why}");
            }
            outcome => panic!("{place}: {outcome:?}"),
        }
    }
}

#[test]
fn a_reading_holds_what_its_kind_needs_and_nothing_else() {
    let kept = |field: &str, reading: &str| {
        file_with(r#""due": "2023-06-30""#, &format!(r#""due": "2023-06-30", "{field}": {reading}"#))
    };
    for (field, reading) in [
        ("target_reading", r#"{"kind": "at_least", "value": "80", "measure": "percent"}"#),
        ("target_reading", r#"{"measure": "percent", "value": "80", "kind": "at_most"}"#),
        ("target_reading", r#"{"kind": "by", "date": "2023-06-30"}"#),
        ("target_reading", r#"{"kind": "yes"}"#),
        ("target_reading", r#"{"kind": "to_define"}"#),
        ("target_reading", r#"{"kind": "words"}"#),
        ("target_reading", r#"{"kind": "several", "parts": [{"kind": "yes"}, {"kind": "times", "count": 4}]}"#),
        ("target_reading", r#"{"kind": "at_least", "value": "3.5", "measure": {"out_of": "4"}}"#),
        (
            "target_reading",
            r#"{"kind": "change", "direction": "increase", "by": {"points": "8"}, "from": {"year": 2023}}"#,
        ),
        ("target_reading", "null"),
        ("result_reading", r#"{"kind": "ratio", "part": "3", "whole": "4"}"#),
        ("result_reading", r#"{"kind": "yes"}"#),
        ("result_reading", r#"{"kind": "yes", "date": null}"#),
        ("result_reading", r#"{"kind": "no"}"#),
        ("result_reading", r#"{"kind": "underway"}"#),
        ("result_reading", r#"{"kind": "unavailable"}"#),
        ("result_reading", r#"{"kind": "words"}"#),
    ] {
        let read = file::read(kept(field, reading).as_bytes());
        assert!(read.is_ok(), "{reading}: {read:?}");
    }
    for (field, reading, reason) in [
        ("target_reading", r#"{"kind": "yes", "value": "12"}"#, r#"no field "value""#),
        ("target_reading", r#"{"kind": "words", "date": "2023-06-30"}"#, r#"no field "date""#),
        ("target_reading", r#"{"kind": "to_define", "why": ""}"#, r#"no field "why""#),
        ("target_reading", r#"{"kind": "by", "date": "2023-06-30", "value": "1"}"#, r#"no field "value""#),
        ("target_reading", r#"{"kind": "at_least", "value": "80", "date": "2023-06-30"}"#, r#"no field "date""#),
        ("target_reading", r#"{"kind": "at_least", "value": ["80"]}"#, "string"),
        ("target_reading", r#"{"kind": "at_least"}"#, r#""value" is missing"#),
        ("target_reading", r#"{"kind": "by"}"#, r#""date" is missing"#),
        ("target_reading", r#"{"kind": "several", "parts": [["yes"], ["all"]]}"#, "sequence"),
        ("target_reading", r#"{"kind": "several", "parts": [{"kind": "yes"}]}"#, "two or more"),
        ("target_reading", r#"{"kind": "range", "low": "5", "high": "5"}"#, "from the lower number"),
        ("target_reading", r#"{"value": "80"}"#, r#""kind" is missing"#),
        ("target_reading", r#"{"kind": "yes", "kind": "yes"}"#, r#""kind" stands there twice"#),
        ("target_reading", r#"["at_least", "80"]"#, "string"),
        ("target_reading", r#"["yes"]"#, "string"),
        ("target_reading", "[]", r#""kind" is missing"#),
        ("target_reading", r#""yes""#, "string"),
        ("result_reading", r#"["ratio", "3", "4"]"#, "string"),
        ("result_reading", r#"{"kind": "no", "date": "2023-06-30"}"#, r#"no field "date""#),
        ("result_reading", r#"{"kind": "underway", "value": "1"}"#, r#"no field "value""#),
        ("result_reading", r#"{"kind": "unavailable", "value": null}"#, r#"no field "value""#),
        ("result_reading", r#"{"kind": "ratio", "part": "3", "whole": "4", "of": ""}"#, r#"no field "of""#),
    ] {
        match file::read(kept(field, reading).as_bytes()) {
            Err(FileError::WrongField { place, reason: why, .. }) => {
                assert!(place.starts_with("plan.objectives[1].indicators[0].cells.2023"), "{reading}: {place}");
                assert!(place.contains(field), "{reading}: {place}");
                assert!(why.to_string().contains(reason), "{reading}: {why}");
            }
            outcome => panic!("{reading}: {outcome:?}"),
        }
    }
}

#[test]
fn a_pointer_that_leads_nowhere_is_named_by_its_place() {
    for (passage, other, sentence) in [
        (r#""parent": "g1""#, r#""parent": "g9""#, "plan.goals[1].parent: there is no goal g9"),
        (
            r#"{"id": "g1"}"#,
            r#"{"id": "g1", "parent": "g2"}"#,
            "plan.goals[0].parent: the goal g1 would stand below itself",
        ),
        (
            r#"{"id": "g1"}"#,
            r#"{"id": "g1", "parent": "g1"}"#,
            "plan.goals[0].parent: the goal g1 would stand below itself",
        ),
        (
            r#"[{"id": "g1"}, {"id": "g2", "parent": "g1"}]"#,
            r#"[{"id": "g2", "parent": "g1"}, {"id": "g1", "parent": "g3"}, {"id": "g3", "parent": "g1"}]"#,
            "plan.goals[1].parent: the goal g1 would stand below itself",
        ),
        (
            r#""goals": ["g2"]"#,
            r#""goals": ["g2", "g1", "g2"]"#,
            "plan.objectives[0].goals[2]: the goal g2 is named twice",
        ),
        (
            r#""goals": ["g2"], "units": ["u"]"#,
            r#""units": ["u", "u"]"#,
            "plan.objectives[0].units[1]: the unit u is named twice",
        ),
        (
            r#""action": "x", "units": ["u"]"#,
            r#""units": ["u", "u", "u"]"#,
            "plan.objectives[1].indicators[0].units[1]: the unit u is named twice",
        ),
        (r#""goals": ["g2"]"#, r#""goals": ["g2", "g9"]"#, "plan.objectives[0].goals[1]: there is no goal g9"),
        (r#""goals": ["g2"], "units": ["u"]"#, r#""units": ["v"]"#, "plan.objectives[0].units[0]: there is no unit v"),
        (
            r#""action": "x", "units": ["u"]"#,
            r#""units": ["v"]"#,
            "plan.objectives[1].indicators[0].units[0]: there is no unit v",
        ),
        (
            r#""action": "x""#,
            r#""action": "y""#,
            "plan.objectives[1].indicators[0].action: there is no action y in its objective",
        ),
        (r#"["u"]}"#, r#"["z"]}"#, "scope: there is no unit z in the plan"),
    ] {
        assert_eq!(refusal(file_with(passage, other).as_bytes()), sentence, "{other}");
    }
}

#[test]
fn what_is_no_plan_of_ours_is_told_apart() {
    let newer = file_with(r#""version": 1"#, r#""version": 2, "novelty": true"#);
    assert_eq!(file::read(newer.as_bytes()), Err(FileError::NewerVersion { found: 2, newest: 1 }));
    for text in [
        "{}",
        "[]",
        "3",
        "\"x\"",
        "null",
        r#"{"format": "altro", "version": 1}"#,
        r#"{"format": 1}"#,
        r#"[{"format": "traguardo"}]"#,
    ] {
        assert_eq!(file::read(text.as_bytes()), Err(FileError::NotOurs), "{text}");
    }
    for text in ["", "  \n", "\u{feff}"] {
        assert_eq!(file::read(text.as_bytes()), Err(FileError::Empty), "{text:?}");
    }
    for text in ["<html>", "piano", "PK\u{3}\u{4}", "[1, 2"] {
        assert_eq!(file::read(text.as_bytes()), Err(FileError::NotJson), "{text:?}");
    }
    assert_eq!(file::read(b"{\"format\": \"tra\xE0\"}"), Err(FileError::NotText { byte: 16 }));
    assert_eq!(file::read(b"\xFF\xFE{\x00"), Err(FileError::NotText { byte: 1 }));
    let huge = vec![b' '; file::MAX_BYTES + 1];
    assert!(matches!(file::read(&huge), Err(FileError::TooLarge { .. })));
    let deep = file_with(r#""Prova""#, &"[".repeat(10_000));
    assert!(matches!(file::read(deep.as_bytes()), Err(FileError::TooDeep { .. })));
}

#[test]
fn a_file_cut_anywhere_is_refused_as_cut_short() {
    let whole = file_with("Prova", "Così è");
    let end = whole.trim_end().len();
    for cut in (1..end).filter(|cut| whole.is_char_boundary(*cut)) {
        assert!(matches!(file::read(&whole.as_bytes()[..cut]), Err(FileError::CutShort { .. })), "cut at {cut}");
    }
}

#[test]
fn a_real_plan_cut_anywhere_is_refused_as_cut_short() {
    let whole = sample_text("cssm-2023-2025-demo");
    let end = whole.trim_end().len();
    for cut in (100..end).step_by(100).filter(|cut| whole.is_char_boundary(*cut)) {
        assert!(matches!(file::read(&whole.as_bytes()[..cut]), Err(FileError::CutShort { .. })), "cut at {cut}");
    }
}

#[test]
fn a_real_plan_with_any_value_of_another_kind_is_refused_with_its_place() {
    let whole: Value = serde_json::from_str(&sample_text("coeso-sds-2021-2023")).unwrap();
    let (mut places, mut checked) = (Vec::new(), 0);
    pointers(&whole, "", &mut places);
    for place in places.iter().step_by(37) {
        let mut wrong = whole.clone();
        let value = wrong.pointer_mut(place).unwrap();
        *value = if value.is_boolean() { Value::from(1) } else { Value::from(true) };
        match file::read(wrong.to_string().as_bytes()) {
            Err(FileError::WrongField { place: found, .. }) => {
                let dotted = place.trim_start_matches('/').replace('/', ".");
                assert!(found.replace('[', ".").replace(']', "").starts_with(&dotted), "{place}: {found}");
            }
            Err(FileError::NotOurs) if place == "/format" => {}
            outcome => panic!("{place}: {outcome:?}"),
        }
        checked += 1;
    }
    assert!(checked > 50, "{checked}");
}

/// Lists the place of every value below the outermost one.
fn pointers(value: &Value, place: &str, places: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), value)).collect(),
        _ => Vec::new(),
    };
    for (name, value) in below {
        let place = format!("{place}/{name}");
        pointers(value, &place, places);
        places.push(place);
    }
}

#[test]
fn a_broken_character_is_named_by_its_line_and_column() {
    let broken = file_with(r#""id": "p","#, r#""id" "p","#);
    assert!(
        matches!(file::read(broken.as_bytes()), Err(FileError::Damaged { line: 6, column: 10, .. })),
        "{:?}",
        refusal(broken.as_bytes())
    );
}

#[test]
fn the_reason_tells_missing_unknown_and_repeated_fields_apart() {
    for (passage, other, expected) in [
        (r#""id": "p","#, "", FieldError::Missing("id".into())),
        (r#""title""#, r#""titolo""#, FieldError::Unknown("titolo".into())),
        (r#""title": "Prova""#, r#""id": "q""#, FieldError::Twice("id".into())),
    ] {
        match file::read(file_with(passage, other).as_bytes()) {
            Err(FileError::WrongField { reason, .. }) => assert_eq!(reason, expected),
            outcome => panic!("{outcome:?}"),
        }
    }
}
