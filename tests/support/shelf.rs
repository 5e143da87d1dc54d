//! The shelf of bad files: small ones in `tests/shelf/`, with the sentence each is refused with in `expected.tsv` there, and
//! large ones built here.

use std::fs;
use std::path::{Path, PathBuf};

/// A bad file.
pub struct Bad {
    /// What is bad about it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// How the sentence begins with which it is refused.
    pub sentence: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shelf")
}

/// Returns the small ones, in the order of their names; every file of the folder has its line, and every line its file.
pub fn small() -> Vec<Bad> {
    let table = fs::read_to_string(folder().join("expected.tsv")).expect("the table of the shelf");
    let mut shelf: Vec<Bad> = table
        .lines()
        .map(|line| {
            let (name, sentence) = line.split_once('\t').expect("a name and a sentence");
            let bytes = fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
            Bad { name: name.into(), bytes, sentence: sentence.into() }
        })
        .collect();
    shelf.sort_by(|one, other| one.name.cmp(&other.name));
    let kept = fs::read_dir(folder()).expect("the shelf").count();
    assert_eq!(kept, shelf.len() + 1, "a file of the shelf has no line in expected.tsv");
    shelf
}

/// Returns the large ones: each as large as the limit it meets allows, or a byte larger.
pub fn large() -> Vec<Bad> {
    const MIB: usize = 1024 * 1024;
    let plan = |fields: &str| {
        format!(
            r#"{{"format": "traguardo", "version": 1, "plan": {{"id": "p", "period": {{"first": 2023, "last": 2025}}, {fields}}}}}"#
        )
    };
    // So many records, in lists short enough, one objective a list.
    let spread = |count: usize, record: &dyn Fn(usize) -> String| {
        let lists: Vec<String> = (0..count.div_ceil(10_000))
            .map(|list| {
                let from = list * 10_000;
                let records: Vec<String> = (from..count.min(from + 10_000)).map(record).collect();
                format!(r#"{{"id": "o{list}", "indicators": [{}]}}"#, records.join(","))
            })
            .collect();
        lists.join(",")
    };
    let many = |entries: usize, entry: &dyn Fn(usize) -> String| (0..entries).map(entry).collect::<Vec<_>>().join(",");
    let bad = |name: &str, text: String, sentence: &str| Bad {
        name: name.into(),
        bytes: text.into_bytes(),
        sentence: sentence.into(),
    };
    vec![
        bad("a-byte-over-the-size", " ".repeat(64 * MIB + 1), "the file has 67108865 bytes"),
        bad("blanks-up-to-the-size", " ".repeat(64 * MIB), "the file is empty"),
        bad("somebody-elses-up-to-the-size", format!("[{}1]", "1,".repeat(32 * MIB - 2)), "the file is JSON, but not"),
        bad("brackets-up-to-the-size", "[".repeat(64 * MIB), "the file is not JSON"),
        bad(
            "braces-up-to-the-size",
            format!(r#"{{"format": "traguardo", "version": 1, "plan": {}"#, "{\"plan\":".repeat(8 * MIB - 10)),
            "plan.plan.",
        ),
        bad(
            "a-format-of-many-lists",
            format!(r#"{{"version": 1, "format": [{}[]]}}"#, "[],".repeat(20 * MIB)),
            "the file is JSON, but not",
        ),
        bad(
            "a-newer-version-of-many-lists",
            format!(r#"{{"version": 2, "format": "traguardo", "x": [{}[]]}}"#, "[],".repeat(20 * MIB)),
            "the file has version 2",
        ),

        bad(
            "a-text-too-long",
            plan(&format!(r#""title": "{}""#, "è".repeat(1_000_001))),
            "plan.title (line 1, column 109): it has 1000001 characters",
        ),
        bad(
            "texts-up-to-the-size",
            plan(&format!(
                r#""sections": [{}], "x": 1"#,
                many(63, &|at| format!(r#"{{"id": "{at}", "text": "{}"}}"#, "a".repeat(1_000_000)))
            )),
            "plan.x (line 1,",
        ),
        bad(
            "escapes-up-to-the-size",
            plan(&format!(
                r#""sections": [{}], "x": 1"#,
                many(10, &|at| format!(r#"{{"id": "{at}", "text": "{}"}}"#, r"\u00e8".repeat(1_000_000)))
            )),
            "plan.x (line 1,",
        ),
        bad(
            "too-many-goals",
            plan(&format!(r#""goals": [{}]"#, many(20_001, &|at| format!(r#"{{"id": "{at}"}}"#)))),
            "plan.goals (line 1, ",
        ),
        bad(
            "goals-in-one-chain",
            plan(&format!(
                r#""goals": [{{"id": "0"}},{}]"#,
                many(19_000, &|at| format!(r#"{{"id": "{}", "parent": "{at}"}}"#, at + 1))
            )),
            "plan.goals[64].parent: the goal 64 would stand deeper",
        ),
        bad(
            "goals-in-one-circle",
            plan(&format!(
                r#""goals": [{}]"#,
                many(20_000, &|at| format!(r#"{{"id": "{at}", "parent": "{}"}}"#, (at + 1) % 20_000))
            )),
            "plan.goals[0].parent: the goal 0 would stand deeper",
        ),
        bad(
            "a-goal-named-over-and-over",
            plan(&format!(
                r#""goals": [{{"id": "g"}}], "objectives": [{{"id": "o", "goals": [{}]}}]"#,
                many(20_000, &|_| r#""g""#.into())
            )),
            "plan.objectives[0].goals[1]: the goal g is named twice",
        ),
        bad(
            "indicators-up-to-the-memory",
            plan(&format!(r#""objectives": [{}], "x": 1"#, spread(270_000, &|at| format!(r#"{{"id":"{at}"}}"#)))),
            "plan.x (line 1,",
        ),
        bad(
            "indicators-over-the-memory",
            plan(&format!(r#""objectives": [{}]"#, spread(400_000, &|at| format!(r#"{{"id":"{at}"}}"#)))),
            "plan.objectives[",
        ),
        bad(
            "cells-up-to-the-memory",
            plan(&format!(
                r#""objectives": [{}], "x": 1"#,
                spread(27_000, &|at| {
                    let cells = many(10, &|year| format!(r#""{}":{{"note":"n"}}"#, 2000 + year));
                    format!(r#"{{"id":"{at}","cells":{{{cells}}}}}"#)
                })
            )),
            "plan.x (line 1,",
        ),
        bad(
            "table-cells-up-to-the-memory",
            plan(&format!(
                r#""sections": [{{"id": "s", "table": [{}]}}], "x": 1"#,
                many(330, &|_| format!("[{}]", many(10_000, &|_| r#""""#.into())))
            )),
            "plan.x (line 1,",
        ),
        bad(
            "table-rows-up-to-the-memory",
            plan(&format!(
                r#""sections": [{}], "x": 1"#,
                many(110, &|at| format!(r#"{{"id": "{at}", "table": [{}]}}"#, many(20_000, &|_| "[]".into())))
            )),
            "plan.x (line 1,",
        ),
        bad(
            "what-ifs-up-to-the-memory",
            plan(&format!(
                r#""scenarios": [{}], "x": 1"#,
                many(16, &|at| {
                    let indicators =
                        many(10_000, &|at| format!(r#""{at}":{{"cells":{{"2023":"met"}},"parts":{{}}}}"#));
                    format!(r#"{{"id": "{at}", "objectives": {{"o": {{"indicators": {{{indicators}}}}}}}}}"#)
                })
            )),
            "plan.",
        ),
        bad(
            "a-year-of-checkpoints-up-to-the-memory",
            plan(&format!(
                r#""objectives": [{{"id": "o", "indicators": [{}]}}], "x": 1"#,
                many(35, &|at| {
                    let points = many(20_000, &|_| r#"{"date":"2023-06-30"}"#.into());
                    format!(r#"{{"id":"{at}","cells":{{"2023":{{"checkpoints":[{points}]}}}}}}"#)
                })
            )),
            "plan.",
        ),
        bad(
            "a-base-as-large-as-the-plan",
            plan(&format!(r#""objectives": [{}], "x": 1"#, spread(130_000, &|at| format!(r#"{{"id":"{at}"}}"#))))
                .replacen(r#""plan":"#, &format!(
                    r#""base": {{"id": "p", "period": {{"first": 2023, "last": 2025}}, "objectives": [{}]}}, "plan":"#,
                    spread(130_000, &|at| format!(r#"{{"id":"{at}"}}"#))
                ), 1),
            "plan.x (line 1,",
        ),
    ]
}
