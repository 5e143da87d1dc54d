//! Opens the sample plans and the transcriptions they are made from.

use std::fs;
use std::io;
use std::path::PathBuf;

use serde_json::Value;
use traguardo::file;
use traguardo::plan::Plan;

/// The sample plans by the name of their file.
pub const SAMPLES: [&str; 5] = [
    "asc-insieme-2024-2026",
    "asc-insieme-2026-2028",
    "coeso-sds-2021-2023",
    "cssm-mondovi-2023-2025",
    "cssm-2023-2025-demo",
];

/// Returns the text of a file of the project.
pub fn text(path: &str) -> io::Result<String> {
    fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path))
}

/// Returns the text of a sample.
pub fn sample_text(name: &str) -> String {
    text(&format!("public/samples/{name}{}", file::EXTENSION)).unwrap()
}

/// Returns a sample.
pub fn sample(name: &str) -> Plan {
    file::read(sample_text(name).as_bytes()).unwrap().plan
}

/// Returns a transcription.
pub fn transcript(name: &str) -> Value {
    serde_json::from_str(&text(&format!("tests/transcripts/{name}.transcript.json")).unwrap()).unwrap()
}
