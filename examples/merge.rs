//! Merges two copies of a plan that both began with a third: `merge BASE OURS THEIRS`, with `-` for a base that is not known.
//!
//! The merged file goes to standard output. The conflicts that the merge left in it go to standard error as a JSON list,
//! each with its place, what it is about and its versions as edits. A merge never fails; unreadable files do, with status 1,
//! and so do two different plans.

#![allow(clippy::print_stdout)] // printing is what it is for

use std::env;
use std::fs;
use std::process::ExitCode;

use serde_json::{Value, json};
use traguardo::file::{self, File};
use traguardo::merge::{Outcome, merge};
use traguardo::plan::{Conflict, Dispute, Edit};

fn main() -> ExitCode {
    let paths: Vec<String> = env::args().skip(1).collect();
    let [base, ours, theirs] = paths.as_slice() else {
        eprintln!("usage: merge BASE OURS THEIRS (BASE may be -)");
        return ExitCode::FAILURE;
    };
    match merged(base, ours, theirs) {
        Ok((text, conflicts)) => {
            print!("{text}");
            eprintln!("{conflicts:#}");
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the merged file and the list of its new conflicts.
fn merged(base: &str, ours: &str, theirs: &str) -> Result<(String, Value), String> {
    let base = if base == "-" { None } else { Some(read(base)?.plan) };
    let (ours, theirs) = (read(ours)?, read(theirs)?);
    // A copy made for an office carries the plan it began with.
    let base = base.or(theirs.base);
    let (plan, conflicts) =
        match merge(base.as_ref(), &(&ours.plan).into(), &(&theirs.plan).into(), theirs.scope.as_ref()) {
            Outcome::Merged(merged) => {
                let conflicts = merged.new_conflicts().map(conflict).collect();
                (merged.plan, conflicts)
            }
            Outcome::NothingNew => (ours.plan, Value::Array(Vec::new())),
            Outcome::OtherPlan => return Err("these are two different plans".into()),
        };
    let parents = ours.revision.into_iter().chain(theirs.revision).collect();
    let file = File { parents, scope: ours.scope, base: ours.base, ..File::from(plan) };
    Ok((file::write(&file).map_err(|error| error.to_string())?, conflicts))
}

fn read(path: &str) -> Result<File, String> {
    let bytes = fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    file::read(&bytes).map_err(|error| format!("{path}: {error}"))
}

fn conflict(conflict: &Conflict) -> Value {
    let Conflict { dispute, base, ours, theirs, .. } = conflict;
    let side = |edit: &Edit| json!(edit);
    json!({
        "place": conflict.path(),
        "dispute": json!(dispute as &Dispute),
        "base": base.as_ref().map(side),
        "ours": side(&ours.edit),
        "theirs": side(&theirs.edit),
    })
}
