//! Every dependency has its reason: a direct one beside it, where it is named; one that comes along, in the list of
//! `tests/dependencies.txt`, which says on whose behalf. A new crate therefore shows in review, wherever it came from.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

const LIST: &str = "tests/dependencies.txt";

/// Set to write the list anew.
const UPDATE: &str = "UPDATE_DEPENDENCIES";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn text(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap()
}

/// The dependencies that a `Cargo.toml` names, each with its reason: the comment that ends its entry, or the one above it.
fn direct(manifest: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let (mut within, mut above, mut open) = (false, String::new(), false);
    for line in manifest.lines() {
        let comment = line.split_once("# ").map(|(_, reason)| reason.trim().to_owned()).unwrap_or_default();
        if line.starts_with('[') {
            within = line.ends_with("dependencies]");
        } else if within && line.starts_with('#') {
            above = comment;
        } else if within && !line.trim().is_empty() {
            if !open {
                let name = line.split(['=', '.']).next().unwrap().trim().to_owned();
                found.push((name, std::mem::take(&mut above)));
            }
            let code = line.split('#').next().unwrap();
            open = (open || code.contains(['{', '['])) && !code.trim_end().ends_with('}');
            let (_, reason) = found.last_mut().unwrap();
            if !comment.is_empty() {
                *reason = comment;
            }
        }
    }
    found
}

/// What each package of `Cargo.lock` needs, by name: two versions of one crate are one line.
fn locked() -> BTreeMap<String, BTreeSet<String>> {
    let mut needs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in text("Cargo.lock").split("[[package]]").skip(1) {
        let name = package.split('"').nth(1).unwrap().to_owned();
        let listed = package.split_once("dependencies = [").map_or("", |(_, rest)| rest.split(']').next().unwrap());
        let named = listed.split('"').skip(1).step_by(2).map(|entry| entry.split(' ').next().unwrap().to_owned());
        needs.entry(name).or_default().extend(named);
    }
    needs
}

/// Everything that comes along with a package.
fn behind(name: &str, needs: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![name.to_owned()]);
    while let Some(package) = next.pop() {
        for needed in needs.get(&package).into_iter().flatten() {
            if seen.insert(needed.clone()) {
                next.push(needed.clone());
            }
        }
    }
    seen
}

/// The name of a package in `Cargo.lock` behind the name that `Cargo.toml` calls it by.
fn package_of(name: &str, manifest: &str) -> String {
    let entry = manifest.lines().find(|line| line.starts_with(&format!("{name} ="))).unwrap_or_default();
    entry.split_once("package = \"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or(name).to_owned()
}

#[test]
fn every_crate_that_is_named_has_its_reason() {
    for name in ["Cargo.toml", "fuzz/Cargo.toml"] {
        let found = direct(&text(name));
        assert!(found.len() > 2, "{name}: {found:?}");
        for (dependency, reason) in found {
            assert!(reason.split(' ').count() > 1, "{name}: {dependency} has no reason");
        }
    }
}

#[test]
fn every_npm_package_that_is_named_has_its_reason() {
    let manifest: Value = serde_json::from_str(&text("package.json")).unwrap();
    let names = |field: &str| -> BTreeSet<String> {
        manifest[field].as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect()
    };
    assert!(names("dependencies").is_empty(), "the application itself is built without npm");
    assert!(!names("devDependencies").is_empty());
    assert_eq!(names("devDependencies"), names("reasons"));
    assert!(manifest["reasons"].as_object().unwrap().values().all(|reason| reason.as_str().unwrap().contains(' ')));
}

#[test]
fn the_list_says_of_every_crate_why_it_is_there() {
    let manifest = text("Cargo.toml");
    let needs = locked();
    let direct: BTreeMap<String, String> =
        direct(&manifest).into_iter().map(|(name, reason)| (package_of(&name, &manifest), reason)).collect();
    let behind: BTreeMap<&String, BTreeSet<String>> = direct.keys().map(|name| (name, behind(name, &needs))).collect();
    let mut lines = vec![
        "# Every crate of Cargo.lock and why it is there: its reason, or the crates that bring it along. Written by"
            .to_owned(),
        format!("# {UPDATE}=1 cargo test --no-default-features --test it dependencies"),
    ];
    for name in needs.keys().filter(|name| *name != "traguardo") {
        let by: Vec<&str> =
            behind.iter().filter(|(_, brought)| brought.contains(name)).map(|(direct, _)| direct.as_str()).collect();
        let why = match direct.get(name) {
            Some(reason) => reason.clone(),
            None => format!("with {}", by.join(", ")),
        };
        assert!(why != "with ", "nobody needs {name}");
        lines.push(format!("{name}: {why}"));
    }
    let list = lines.join("\n") + "\n";
    if env::var_os(UPDATE).is_some() {
        fs::write(path(LIST), &list).unwrap();
    }
    assert!(text(LIST) == list, "{LIST} is not up to date: {}", lines[1]);
}

#[test]
fn a_reason_is_found_beside_an_entry_above_it_and_behind_its_last_line() {
    let manifest = "[package]\nname = \"x\"\n[dependencies]\na = \"1\" # first reason\n# second reason\nb = { version = \"1\", \
                    features = [\"x\"] }\nc = { version = \"1\", features = [\n  \"d\",\n] } # third reason\nd = \"2\"\n[features]\n\
                    e = []\n";
    let found = direct(manifest);
    let pairs: Vec<(&str, &str)> = found.iter().map(|(name, reason)| (name.as_str(), reason.as_str())).collect();
    assert_eq!(pairs, [("a", "first reason"), ("b", "second reason"), ("c", "third reason"), ("d", "")]);
}
