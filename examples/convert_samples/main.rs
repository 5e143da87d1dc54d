//! Turns the transcriptions of four published plans (`tests/transcripts`) into sample plans (`public/samples`), with the
//! list of them that the application shows.
//!
//! Run `cargo run --no-default-features --example convert_samples` after changing a transcription or this program; the
//! same input gives the same bytes, and a test holds the samples to it.

mod samples;

use std::fs;
use std::path::Path;

use samples::Failure;

fn main() -> Result<(), Failure> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let transcripts = root.join("tests/transcripts");
    for (name, text) in samples::files(|name| fs::read_to_string(transcripts.join(name)))? {
        fs::write(root.join("public/samples").join(name), text)?;
    }
    Ok(())
}
