//! The published JSON Schema says what the reader takes.

use serde_json::{Value, json};
use traguardo::file;

use crate::open::{SAMPLES, sample_text, text};

fn published() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(&text("public/schema/traguardo-1.json").unwrap()).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

#[test]
fn the_published_schema_is_the_one_the_types_give() {
    let kept = text("public/schema/traguardo-1.json").unwrap();
    assert!(kept == file::schema().unwrap(), "out of date: run the example schema");
}

#[test]
fn every_sample_is_valid() {
    let schema = published();
    for name in SAMPLES {
        let file: Value = serde_json::from_str(&sample_text(name)).unwrap();
        let errors: Vec<_> =
            schema.iter_errors(&file).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schema = published();
    let plan = |field: &str, value: Value| {
        let mut file = json!({"format": "traguardo", "version": 1,
            "plan": {"id": "p", "period": {"first": 2023, "last": 2025}}});
        file["plan"][field] = value;
        file
    };
    let good = plan("title", json!("Prova"));
    assert!(schema.is_valid(&good) && file::read(good.to_string().as_bytes()).is_ok());
    let banded = |grades: Value| {
        let reading = json!({"kind": "bands_by_day", "grades": grades});
        let cells = json!({"2023": {"target": "x", "target_reading": reading}});
        json!([{"id": "o", "indicators": [{"id": "i", "cells": cells}]}])
    };
    let days = json!([{"date": "2023-06-30", "earns": "100"}, {"date": "2023-09-30", "earns": "50"}]);
    let graded = plan("objectives", banded(days));
    assert!(schema.is_valid(&graded) && file::read(graded.to_string().as_bytes()).is_ok());
    let cells = json!({"2023": {"result": "3 su 4"}, "2024": "met", "2025": "set_aside"});
    let indicators = json!({"i": {"weight": "5", "locked": true, "cells": cells, "parts": {"a": {"cells": cells}}}});
    let said = json!({"o": {"weights": {"2023": "30"}, "locked": true, "indicators": indicators}});
    let what_if = plan("scenarios", json!([{"id": "s", "name": "Più peso", "policy": {}, "objectives": said}]));
    assert!(schema.is_valid(&what_if) && file::read(what_if.to_string().as_bytes()).is_ok());
    let other = json!({"edit": {"plan": {"title": ""}}});
    let conflicts =
        |edit: Value| json!([{"id": "c", "dispute": "no_base", "ours": {"edit": edit}, "theirs": other.clone()}]);
    let waiting = plan("conflicts", conflicts(json!({"units": {"remove": {"id": "u"}}})));
    assert!(schema.is_valid(&waiting) && file::read(waiting.to_string().as_bytes()).is_ok());
    for (field, value) in [
        ("title", json!(3)),
        ("titolo", json!("")),
        ("id", json!("")),
        ("period", json!({"first": 1066, "last": 2025})),
        ("period", json!({"first": 2023})),
        ("objectives", json!([{"id": "o", "weights": {"2023": 10}}])),
        ("objectives", json!([{"id": "o", "weights": {"2023": "10,5"}}])),
        ("objectives", json!([{"id": "o", "weights": {"2023": "-1"}}])),
        ("objectives", json!([{"id": "o", "first_year": "2023"}])),
        ("objectives", json!([{"id": "o", "indicators": [{"id": "i", "polarity": "up"}]}])),
        ("objectives", json!([{"id": "o", "indicators": [{"id": "i", "cells": {"anno": {}}}]}])),
        ("objectives", banded(json!([{"date": "2023-06-30", "earns": "100"}]))),
        ("objectives", banded(json!([{"date": "2023-06-30", "earns": 100}, {"date": "2023-09-30", "earns": "50"}]))),
        (
            "objectives",
            banded(json!([{"limit": {"value": "9"}, "earns": "9"}, {"limit": {"value": "10"}, "earns": "8"}])),
        ),
        ("goals", json!([{"code": "1"}])),
        ("conflicts", json!([{"id": "c", "dispute": "no_base"}])),
        ("conflicts", conflicts(json!({"units": {"remove": {"id": "u", "at": 0}}}))),
        ("conflicts", conflicts(json!({"unit": {"unit": "u", "field": {"nome": ""}}}))),
        ("policy", json!({"cap": 100})),
        ("scenarios", json!([{"name": "Più peso"}])),
        ("scenarios", json!([{"id": "s", "objectives": {"o": {"weights": {"2023": 10}}}}])),
        ("scenarios", json!([{"id": "s", "objectives": {"o": {"indicators": {"i": {"cells": {"2023": "won"}}}}}}])),
        ("policy", json!({"bands": [{"since": 2023, "scale": [{"from": "0", "earns": {"points": "1e3"}}]}]})),
    ] {
        let file = plan(field, value.clone());
        assert!(!schema.is_valid(&file), "{field}: {value}");
        assert!(file::read(file.to_string().as_bytes()).is_err(), "{field}: {value}");
    }
    for (format, version) in [("altro", json!(1)), ("traguardo", json!(2)), ("traguardo", json!("1"))] {
        let file = json!({"format": format, "version": version, "plan": good["plan"]});
        assert!(!schema.is_valid(&file) && file::read(file.to_string().as_bytes()).is_err(), "{format} {version}");
    }
}
