//! Measures the shelf of bad files, small and large: what each takes until it is refused, in a process of its own. Fails
//! when one is not refused with its sentence, takes more than 3 seconds, or lets memory grow by more than 300 MiB.
//!
//! `cargo test --profile brisk --no-default-features --test shelf`; without optimisation nothing of the figures would hold.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a test may")]

use std::env;
use std::fs;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use bad_files::{Bad, large, small};
use traguardo::file;

#[path = "support/shelf.rs"]
mod bad_files;

const MOST_TIME: Duration = Duration::from_secs(3);
const MOST_MEMORY: u64 = 300 * 1024; // KiB

/// How a process that reads one file is told to.
const READ: &str = "--read-bad-file";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().collect();
    match arguments.as_slice() {
        [_, flag, path] if flag == READ => read(path),
        _ => measure(),
    }
}

/// Reads one file and says what became of it: microseconds, KiB at most, the sentence.
fn read(path: &str) -> ExitCode {
    let before = memory();
    let began = Instant::now();
    let bytes = fs::read(path).expect("the file is there");
    let outcome = file::read(&bytes).map_or_else(|error| error.to_string(), |_| "taken".into());
    let took = began.elapsed();
    println!("{}\t{}\t{outcome}", took.as_micros(), memory().saturating_sub(before));
    ExitCode::SUCCESS
}

/// The most memory this process has had, in KiB.
fn memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux says how much memory a process has");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("it says the most");
    line.trim().trim_end_matches(" kB").parse().expect("in KiB")
}

fn measure() -> ExitCode {
    let (small, large) = (small(), large());
    println!("shelf: {} small bad files, {} large ones", small.len(), large.len());
    let path = env::temp_dir().join(format!("traguardo-shelf-{}", std::process::id()));
    let mut figures: Vec<(Duration, u64, String)> = Vec::new();
    let mut wrong = Vec::new();
    for bad in small.iter().chain(&large) {
        fs::write(&path, &bad.bytes).expect("a place for the file");
        let child = Command::new(env::current_exe().unwrap()).arg(READ).arg(&path).output().expect("a process");
        let said = String::from_utf8_lossy(&child.stdout).trim_end().to_owned();
        let mut parts = said.splitn(3, '\t');
        let (Some(took), Some(memory), Some(sentence)) = (parts.next(), parts.next(), parts.next()) else {
            wrong.push(format!(
                "{}: it ended with {}: {}",
                bad.name,
                child.status,
                String::from_utf8_lossy(&child.stderr)
            ));
            continue;
        };
        let (took, memory) = (Duration::from_micros(took.parse().unwrap()), memory.parse().unwrap());
        wrong.extend(faults(bad, sentence, took, memory));
        figures.push((took, memory, bad.name.clone()));
    }
    fs::remove_file(&path).expect("the file was there");
    let mib = |kib: u64| kib.div_ceil(1024);
    figures.sort_by_key(|(took, ..)| std::cmp::Reverse(*took));
    for (took, memory, name) in figures.iter().take(5) {
        println!("slowest: {} ms, {} MiB  {name}", took.as_millis(), mib(*memory));
    }
    figures.sort_by_key(|(_, memory, _)| std::cmp::Reverse(*memory));
    for (took, memory, name) in figures.iter().take(5) {
        println!("largest: {} MiB, {} ms  {name}", mib(*memory), took.as_millis());
    }
    for fault in &wrong {
        println!("WRONG: {fault}");
    }
    if wrong.is_empty() && figures.len() >= 120 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn faults(bad: &Bad, sentence: &str, took: Duration, memory: u64) -> Vec<String> {
    let name = &bad.name;
    let mut faults = Vec::new();
    if !sentence.starts_with(&bad.sentence) {
        faults.push(format!("{name}: {sentence}"));
    }
    if took > MOST_TIME {
        faults.push(format!("{name}: it took {took:?}"));
    }
    if memory > MOST_MEMORY {
        faults.push(format!("{name}: it took {memory} KiB"));
    }
    faults
}
