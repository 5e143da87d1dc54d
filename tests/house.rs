//! Holds the plan of the house (design, section 4): which room may import which, and what the model never touches.
//!
//! Reads the sources as text: comments and literals are set aside, then every path that starts in `crate`, climbs with
//! `super`, or names one of the outside's crates is looked up in the tables below. A new room needs a line here.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test may panic")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use Layer::{Application, Edge, Model};
use words::{Word, words};

#[path = "house/words.rs"]
mod words;

/// Where a room stands, which decides what of the outside world it may touch.
#[derive(Clone, Copy, PartialEq)]
enum Layer {
    Model,
    Edge,
    Application,
}

/// One room: what it may import besides itself, and why no more.
struct Room {
    name: &'static str,
    layer: Layer,
    sees: &'static [&'static str],
    because: &'static str,
}

const ROOMS: &[Room] = &[
    Room { name: "target", layer: Model, sees: &[], because: "the language stands on nothing" },
    Room { name: "plan", layer: Model, sees: &["target"], because: "a plan holds targets and knows nothing of scores" },
    Room {
        name: "attainment",
        layer: Model,
        sees: &["target", "plan"],
        because: "figures come from the plan, never the other way round",
    },
    Room {
        name: "simulation",
        layer: Model,
        sees: &["target", "plan", "attainment"],
        because: "a scenario asks the engine about a plan it leaves untouched",
    },
    Room { name: "merge", layer: Model, sees: &["target", "plan"], because: "a merge compares plans, not figures" },
    Room {
        name: "report",
        layer: Model,
        sees: &["target", "plan", "attainment", "simulation", "merge"],
        because: "rows are made from the model; showing and writing them is somebody else's job",
    },
    Room {
        name: "file",
        layer: Model,
        sees: &["target", "plan", "attainment", "simulation", "merge", "report"],
        because: "bytes become model and model becomes bytes; where they are kept is not asked",
    },
    Room { name: "browser", layer: Edge, sees: &[], because: "a door to the browser knows nothing of plans" },
    Room {
        name: "storage",
        layer: Edge,
        sees: &["target", "plan", "file", "browser"],
        because: "it keeps plans as their file writes them, and never looks at figures or screens",
    },
    Room {
        name: "state",
        layer: Application,
        sees: &["target", "plan", "attainment", "simulation", "merge", "report", "file", "storage", "browser"],
        because: "the workspace joins model and edge, and does not know its screens",
    },
    Room {
        name: "ui",
        layer: Application,
        sees: &["target", "plan", "attainment", "simulation", "merge", "report", "state"],
        because: "screens read the model and ask the workspace; files and the browser are its business",
    },
];

/// What of the outside no room of a layer may name, and why.
struct Ban {
    layer: Layer,
    paths: &'static [&'static str],
    because: &'static str,
}

const BANS: &[Ban] = &[
    Ban {
        layer: Model,
        paths: &[
            "leptos",
            "leptos_i18n",
            "leptos_use",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "gloo",
            "gloo_storage",
            "gloo_timers",
            "indexed_db_futures",
        ],
        because: "the model reaches neither the screen nor the browser",
    },
    Ban {
        layer: Model,
        paths: &["std::time", "std::thread", "rand", "getrandom"],
        because: "the model has no clock and no chance: the time and new ids come in as arguments",
    },
    Ban {
        layer: Model,
        paths: &["std::fs", "std::env", "std::io", "std::net", "std::process"],
        because: "the model has no input and no output",
    },
    Ban {
        layer: Edge,
        paths: &["leptos", "leptos_i18n", "leptos_use"],
        because: "the edge serves any screen: it returns values, it does not hold signals",
    },
];

/// A file that may name what its layer may not, and why.
struct Exception {
    file: &'static str,
    path: &'static str,
    because: &'static str,
}

const EXCEPTIONS: &[Exception] = &[
    Exception {
        file: "src/file/xlsx/unpack.rs",
        path: "std::io",
        because: "a workbook's bytes in memory are read as a stream",
    },
    Exception {
        file: "src/file/xlsx/tests.rs",
        path: "std::io",
        because: "workbooks are taken apart and put together again",
    },
];

#[test]
fn every_exception_is_needed() {
    for Exception { file, path, because } in EXCEPTIONS {
        let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a source is text");
        assert!(source.contains(path), "{file} names {path} no more ({because}): take its line out");
    }
}

#[test]
fn imports_run_downward_only() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    collect(&root.join("src"), &mut sources);
    assert!(sources.len() > 3, "found only {} sources below {}", sources.len(), root.display());
    let mut broken = Vec::new();
    for path in sources {
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        broken.extend(findings(&name, &fs::read_to_string(&path).expect("a source is text")));
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn every_room_sees_only_rooms_and_none_sees_back() {
    for (position, room) in ROOMS.iter().enumerate() {
        for seen in room.sees {
            let below = ROOMS.iter().position(|other| other.name == *seen);
            assert!(below.is_some_and(|below| below < position), "{} must stand above {seen}", room.name);
        }
    }
}

#[test]
fn an_upward_import_is_found_wherever_it_hides() {
    for (file, source) in [
        ("src/plan/weight.rs", "use crate::attainment::Score;"),
        ("src/plan/weight.rs", "use crate::{\n    target::Target,\n    attainment::{Policy, Score},\n};"),
        ("src/plan/weight.rs", "fn f() { crate::attainment::score(); }"),
        ("src/plan/weight.rs", "use super::super::attainment;"),
        ("src/plan/mod.rs", "use super::attainment;"),
        ("src/plan/mod.rs", "mod tests { use super::super::{target, attainment}; }"),
        ("src/plan.rs", "use super::attainment;"),
        ("src/ui/page/piani.rs", "use crate::storage::Store;"),
        ("src/state/workspace.rs", "use crate::ui::App;"),
        ("src/target/mod.rs", "use std::{collections::BTreeMap, time::Instant};"),
        ("src/target/mod.rs", "use leptos::prelude::*;"),
        ("src/target/mod.rs", "fn f() { ::web_sys::window(); }"),
        ("src/storage/mod.rs", "use leptos::prelude::*;"),
        ("src/cellar/mod.rs", "fn f() {}"),
    ] {
        assert_eq!(findings(file, source).len(), 1, "in {file}: {source}");
    }
}

#[test]
fn a_finding_names_the_file_the_line_and_the_reason() {
    let found = findings("src/plan/weight.rs", "//! Weights.\n\nuse crate::{\n    attainment::Score,\n};\n");
    let reason = "a plan holds targets and knows nothing of scores";
    assert_eq!(found, [format!("src/plan/weight.rs:4: plan may not see attainment: {reason}")]);
}

#[test]
fn words_literals_and_downward_imports_are_left_alone() {
    for (file, source) in [
        ("src/plan/weight.rs", "// use crate::attainment::Score;\n/* crate::ui /* nested */ crate::ui */ fn f() {}"),
        ("src/plan/weight.rs", r##"const A: &str = "crate::ui \" crate::ui"; const B: &str = r#"" crate::ui "#;"##),
        ("src/plan/weight.rs", "fn f<'a>(x: &'a str) -> char { '\"' } use crate::target::{Target, attainment};"),
        ("src/plan/weight.rs", "mod tests { use super::*; use super::super::Plan; }"),
        ("src/plan/weight.rs", "pub(crate) fn f() {} pub(in crate::plan) fn g() {}"),
        ("src/attainment/mod.rs", "use crate::{plan, target}; use std::{fmt, collections::BTreeMap};"),
        ("src/ui/mod.rs", "use leptos::prelude::*; use crate::{attainment::Score, state::Workspace};"),
        ("src/browser/clock.rs", "use std::time::Duration; use js_sys::Date;"),
        ("src/main.rs", "use traguardo::ui::App; use leptos::mount::mount_to_body;"),
        ("src/lib.rs", "pub mod plan; pub mod target;"),
    ] {
        assert_eq!(findings(file, source), [""; 0], "in {file}: {source}");
    }
}

/// Everything in one source that the tables forbid. The crate's root and the program stand outside the rooms.
fn findings(file: &str, source: &str) -> Vec<String> {
    let module = module_of(file);
    let Some(first) = module.first() else { return Vec::new() };
    let Some(room) = ROOMS.iter().find(|room| room.name == first) else {
        return vec![format!("{file}:1: {first} is no room of the house: give it a line in tests/house.rs")];
    };
    let mut found = Vec::new();
    for Named { line, path } in paths(source, &module) {
        if let [root, other, ..] = path.as_slice()
            && root == "crate"
            && other != room.name
            && ROOMS.iter().any(|known| known.name == other)
            && !room.sees.contains(&other.as_str())
        {
            found.push(format!("{file}:{line}: {} may not see {other}: {}", room.name, room.because));
        }
        let named = path.join("::");
        for ban in BANS.iter().filter(|ban| ban.layer == room.layer) {
            let is_excepted = |banned: &str| EXCEPTIONS.iter().any(|known| known.file == file && known.path == banned);
            for banned in ban.paths.iter().filter(|banned| !is_excepted(banned)) {
                if named == *banned || named.starts_with(&format!("{banned}::")) {
                    found.push(format!("{file}:{line}: {} may not name {banned}: {}", room.name, ban.because));
                }
            }
        }
    }
    found
}

/// The module a file of `src/` is: `src/plan/weight.rs` is `plan::weight`; the crate's roots are nothing.
fn module_of(file: &str) -> Vec<String> {
    let inner = file.trim_start_matches("src/").trim_end_matches(".rs");
    let mut module: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| last == "mod") || matches!(inner, "lib" | "main") {
        module.pop();
    }
    module
}

/// A path as the source names it: from `crate` or from another crate, two segments deep.
struct Named {
    line: usize,
    path: Vec<String>,
}

/// Every path in a source, `super` resolved and groups unfolded as far as the tables look.
fn paths(source: &str, module: &[String]) -> Vec<Named> {
    let words = words(source);
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let mut named = Vec::new();
    let mut inner: Vec<bool> = Vec::new(); // one entry an open brace: does it open an inline module?
    let mut at = 0;
    while let Some(word) = words.get(at) {
        match word.text.as_str() {
            "{" => inner.push(at >= 2 && text(at - 2) == "mod"),
            "}" => drop(inner.pop()),
            _ => {}
        }
        let starts = word.is_name() && (at == 0 || text(at - 1) != "::" || (at < 2 || !words[at - 2].is_name()));
        if !starts {
            at += 1;
            continue;
        }
        let mut path = vec![word.text.clone()];
        let mut depth = module.len() + inner.iter().filter(|module| **module).count();
        let mut end = at + 1;
        if word.text == "super" {
            depth -= 1;
            while text(end) == "::" && text(end + 1) == "super" {
                depth = depth.saturating_sub(1);
                end += 2;
            }
            path = vec![if depth == 0 { "crate" } else { "super" }.to_owned()];
        }
        if text(end) == "::" {
            for next in heads(&words, end + 1) {
                let next = &words[next];
                named.push(Named { line: next.line, path: vec![path[0].clone(), next.text.clone()] });
            }
        } else if at > 0 && text(at - 1) == "use" {
            named.push(Named { line: word.line, path });
        }
        at = end;
    }
    named
}

/// Where the segments after a `::` stand: one, or one for each member of a group.
fn heads(words: &[Word], at: usize) -> Vec<usize> {
    let Some(first) = words.get(at) else { return Vec::new() };
    if first.text != "{" {
        return vec![at];
    }
    let mut heads = Vec::new();
    let mut depth = 0;
    for (index, word) in words.iter().enumerate().skip(at) {
        match word.text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && word.is_name() && matches!(words[index - 1].text.as_str(), "{" | ",") {
            heads.push(index);
        }
    }
    heads
}

fn collect(folder: &Path, sources: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> =
        fs::read_dir(folder).expect("a folder of sources").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, sources);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(path);
        }
    }
}
