//! Merges of real plans, written down as cases in `tests/merge/cases.txt`.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use traguardo::file::{self, File};
use traguardo::merge::{Merge, Outcome, Side, merge};
use traguardo::plan::{Conflict, Edit, Keep, Plan, Scope, UnitId};

use crate::open::{sample, text};

/// One case: its title and its lines, each a word and the rest.
struct Case<'a> {
    title: &'a str,
    lines: Vec<(&'a str, &'a str)>,
}

impl<'a> Case<'a> {
    fn read(text: &'a str) -> Self {
        let (title, lines) = text.split_once('\n').unwrap();
        let lines = lines.lines().filter(|line| !line.is_empty()).map(|line| line.split_once(' ').unwrap());
        Self { title: title.trim(), lines: lines.collect() }
    }

    fn all(&self, word: &'a str) -> impl Iterator<Item = &'a str> {
        self.lines.iter().filter(move |(first, _)| *first == word).map(|(_, rest)| *rest)
    }

    fn side(&self, mut plan: Plan, word: &'a str) -> Plan {
        for line in self.all(word) {
            let edit = edit(&plan, line);
            plan.apply(edit).unwrap_or_else(|error| panic!("{}: {line}: {error}", self.title));
        }
        plan
    }
}

#[test]
fn every_case_merges_as_it_says() {
    let text = text("tests/merge/cases.txt").unwrap();
    let cases: Vec<Case<'_>> = text.split("\n== ").skip(1).map(Case::read).collect();
    assert!(cases.len() >= 40, "only {} cases", cases.len());
    for case in &cases {
        let title = case.title;
        let known = ["plan", "without", "scope", "ours", "theirs", "merged", "conflict", "if"];
        assert!(case.lines.iter().all(|(word, _)| known.contains(word)), "{title}");
        // Each plan comes out of a file of its own, so that they share nothing.
        let begun = || sample(case.all("plan").next().unwrap());
        let [ours, theirs] = ["ours", "theirs"].map(|word| case.side(begun(), word));
        let base = case.all("without").next().is_none().then(begun);
        let scope = case.all("scope").next().map(|units| Scope::new(units.split(' ').map(UnitId::from).collect()));
        let Outcome::Merged(merged) = merge(base.as_ref(), &(&ours).into(), &(&theirs).into(), scope.as_ref()) else {
            // The same content: whatever the case says, it says of ours.
            hold(case, &ours, "merged");
            assert_eq!(case.all("conflict").next(), None, "{title}");
            continue;
        };
        hold(case, &merged.plan, "merged");
        let said: BTreeSet<String> = case.all("conflict").map(str::to_owned).collect();
        let found = merged.new_conflicts().map(|conflict| format!("{} {}", dispute(conflict), conflict.path()));
        assert_eq!(found.collect::<BTreeSet<_>>(), said, "{title}");
        assert_eq!(merged.conflicts.len(), merged.plan.conflicts.len(), "{title}");

        for (keep, word) in [(Keep::Ours, "ours"), (Keep::Theirs, "theirs"), (Keep::Base, "base")] {
            let settled = settled(&merged.plan, keep);
            for line in case.all("if").filter_map(|line| line.strip_prefix(word)) {
                assert_stands(title, &settled, line.trim());
            }
        }
        holds_of_every_merge(title, &ours, &merged);
        let again = merge(base.as_ref(), &(&merged.plan).into(), &(&theirs).into(), scope.as_ref());
        assert_eq!(again, Outcome::NothingNew, "{title}");
    }
}

/// One edit that undoes; nothing that points nowhere; a file that reads back.
fn holds_of_every_merge(title: &str, ours: &Plan, merged: &Merge) {
    let mut plan = ours.clone();
    let undo = plan.apply(merged.edit.clone()).unwrap();
    assert_eq!(plan, merged.plan, "{title}");
    plan.apply(undo).unwrap();
    assert_eq!(plan, *ours, "{title}");
    let text = file::write(&File::from(merged.plan.clone())).unwrap();
    assert_eq!(file::read(text.as_bytes()).unwrap().plan, merged.plan, "{title}");
}

fn settled(plan: &Plan, keep: Keep) -> Plan {
    let mut settled = plan.clone();
    for conflict in plan.conflicts.iter() {
        if let Some(edit) = settled.settlement(&conflict.id, keep) {
            settled.apply(edit).unwrap();
            settled.check_references().unwrap();
        }
    }
    settled
}

fn hold(case: &Case<'_>, plan: &Plan, word: &'static str) {
    for line in case.all(word) {
        assert_stands(case.title, plan, line);
    }
}

fn assert_stands(title: &str, plan: &Plan, line: &str) {
    let (path, value) = line.split_once(" = ").unwrap();
    match path.strip_prefix("first ") {
        Some(list) => {
            let list = at(plan, list);
            let ids = list.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned());
            let said: Vec<&str> = value.split(' ').collect();
            assert_eq!(ids.take(said.len()).collect::<Vec<_>>(), said, "{title}: {line}");
        }
        None => assert_eq!(at(plan, path), serde_json::from_str::<Value>(value).unwrap(), "{title}: {line}"),
    }
}

fn dispute(conflict: &Conflict) -> String {
    serde_json::to_value(conflict.dispute).unwrap().as_str().unwrap().to_owned()
}

/// What stands at a path of the plan as its file writes it; null where nothing does.
fn at(plan: &Plan, path: &str) -> Value {
    let mut value = serde_json::to_value(plan).unwrap();
    for step in path.split(['/', '.']) {
        value = match value {
            Value::Array(items) => items.into_iter().find(|item| item["id"] == step).unwrap_or_default(),
            mut other => other.get_mut(step).map(Value::take).unwrap_or_default(),
        };
    }
    value
}

/// The edit that a line of a case asks for.
fn edit(plan: &Plan, line: &str) -> Edit {
    if let Some(path) = line.strip_prefix("- ") {
        return match path.split('/').collect::<Vec<_>>()[..] {
            ["goals", id] => plan.removal_of_goal(&id.into()),
            ["units", id] => plan.removal_of_unit(&id.into()),
            ["objectives", objective, "actions", id] => plan.removal_of_action(&objective.into(), &id.into()),
            ref steps => serde_json::from_value(put(steps, &json!({"remove": {"id": steps.last()}}))).unwrap(),
        };
    }
    let change = if let Some(added) = line.strip_prefix("+ ") {
        let (list, record) = added.split_once(" = ").unwrap();
        let record: Value = serde_json::from_str(record).unwrap();
        let steps: Vec<&str> = list.split('/').chain(record["id"].as_str()).collect();
        put(&steps, &json!({"insert": {"at": u32::MAX, "item": record}}))
    } else if let Some((path, to)) = line.split_once(" > ") {
        let steps: Vec<&str> = path.split('/').collect();
        put(&steps, &json!({"move": {"id": steps.last(), "to": to.parse::<usize>().unwrap()}}))
    } else {
        let (path, value) = line.split_once(" = ").unwrap();
        put(&path.split('/').collect::<Vec<_>>(), &serde_json::from_str(value).unwrap())
    };
    serde_json::from_value(change.clone()).unwrap_or_else(|error| panic!("{line}: {error}: {change}"))
}

/// The edit, as a file writes it, that puts a value at a path, or changes the list in which the path ends.
fn put(steps: &[&str], value: &Value) -> Value {
    let field = |name: &str| json!({ name.replace('.', "_"): value });
    match steps {
        [name] => json!({"plan": field(name)}),
        [list, _] => json!({*list: value}),
        ["objectives", id, rest @ ..] => json!({"objective": {"objective": id, "edit": within(rest, value)}}),
        [list, id, name] => json!({one(list): {one(list): id, "field": field(name)}}),
        _ => panic!("no such place: {steps:?}"),
    }
}

fn within(steps: &[&str], value: &Value) -> Value {
    let field = |name: &str| json!({ name.replace('.', "_"): value });
    match steps {
        [name] => json!({"field": field(name)}),
        ["weights", year] => json!({"weight": {"year": year.parse::<u16>().unwrap(), "weight": value}}),
        ["cells", year, name] => json!({"cell": {"year": year.parse::<u16>().unwrap(), "field": field(name)}}),
        [list, _] => json!({*list: value}),
        ["actions", id, name] => json!({"action": {"action": id, "field": field(name)}}),
        [list, id, rest @ ..] => json!({one(list): {one(list): id, "edit": within(rest, value)}}),
        [] => panic!("no place"),
    }
}

/// What one record of a list is called.
fn one(list: &str) -> &str {
    list.trim_end_matches('s')
}

#[test]
fn who_and_when_travel_with_a_conflict() {
    let (mut ours, mut theirs) = (sample("coeso-sds-2021-2023"), sample("coeso-sds-2021-2023"));
    let base = ours.clone();
    ours.apply(edit(&base, r#"objectives/o1/code = "A""#)).unwrap();
    theirs.apply(edit(&base, r#"objectives/o1/code = "B""#)).unwrap();
    let side = |plan, by: &str, day| Side { plan, by: by.into(), on: chrono::NaiveDate::from_ymd_opt(2021, 7, day) };
    let ours = side(&ours, "Controllo di gestione", 1);
    let theirs = side(&theirs, "AO Personale", 20);
    let Outcome::Merged(merged) = merge(Some(&base), &ours, &theirs, None) else { panic!("nothing came in") };
    let conflict = merged.new_conflicts().next().unwrap();
    assert_eq!((conflict.ours.by.as_str(), conflict.theirs.by.as_str()), ("Controllo di gestione", "AO Personale"));
    assert_eq!(conflict.theirs.on, theirs.on);
}

#[test]
fn an_extract_comes_home_without_touching_the_evaluations_it_never_saw() {
    let plan = sample("cssm-2023-2025-demo");
    let judged = |plan: &Plan| serde_json::to_string(plan).unwrap().matches("\"judgement\"").count();
    assert!(judged(&plan) > 0);
    let extract = File::extract(&plan, Some("r1".into()), Scope::new(vec!["personale".into()]));
    assert_eq!(judged(&extract.plan), 0);
    let text = file::write(&extract).unwrap();
    assert!(!text.contains("\"judgement\""));

    let mut home = file::read(text.as_bytes()).unwrap();
    assert_eq!(home, extract);
    let line = r#"objectives/oc/indicators/ic-1/cells/2023/result = "SI""#;
    home.plan.apply(edit(&home.plan, line)).unwrap();
    // With the base from the local history, which has the evaluations, as with the one in the file.
    for base in [&plan, home.base.as_ref().unwrap()] {
        let Outcome::Merged(merged) = merge(Some(base), &(&plan).into(), &(&home.plan).into(), home.scope.as_ref())
        else {
            panic!("nothing came in");
        };
        assert_eq!(merged.conflicts, []);
        assert_eq!(judged(&merged.plan), judged(&plan));
        assert_stands("extract", &merged.plan, line);
    }
}
