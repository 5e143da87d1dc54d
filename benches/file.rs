//! How long a plan of about 10 MB takes to read and to write.

#![allow(missing_docs)] // Criterion's own macros write undocumented functions

#[path = "../tests/support/generate.rs"]
mod generate;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use traguardo::file::{self, File, FileError};

/// The size the budgets speak of.
const BYTES: usize = 10_000_000;

/// Returns a generated plan of about [`BYTES`] and its text.
fn large() -> Result<(File, String), FileError> {
    let trial = 1_000;
    let bytes_each = file::write(&File::from(generate::generate(trial, 1)))?.len() / trial;
    let plan = File::from(generate::generate(BYTES / bytes_each, 1));
    let text = file::write(&plan)?;
    Ok((plan, text))
}

fn read_and_write(criterion: &mut Criterion) {
    let Ok((plan, text)) = large() else { return };
    let mut group = criterion.benchmark_group("file");
    group.sample_size(20).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("read 10 MB", |bencher| bencher.iter(|| file::read(black_box(text.as_bytes()))));
    group.bench_function("write 10 MB", |bencher| bencher.iter(|| file::write(black_box(&plan))));
    // The slowest refusal: everything is read before the last character turns out to be wrong.
    let broken = text.trim_end().trim_end_matches('}').to_owned() + ", \"novelty\": 1}";
    group.bench_function("refuse 10 MB", |bencher| bencher.iter(|| file::read(black_box(broken.as_bytes()))));
    group.finish();
}

criterion_group!(benches, read_and_write);
criterion_main!(benches);
