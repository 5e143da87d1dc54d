//! How many phrases a second are read, as targets and as results: those of the published plans, and one long text.

#![allow(clippy::expect_used, missing_docs, reason = "a benchmark that cannot be set up should stop")]

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use traguardo::target::{parse_result, parse_target};

const TABLE: &str = include_str!("../tests/it/target-phrases.tsv");

fn phrases() -> Vec<&'static str> {
    TABLE.lines().skip(1).filter_map(|row| row.split('\t').next()).collect()
}

fn read(criterion: &mut Criterion) {
    let phrases = phrases();
    let count = u64::try_from(phrases.len()).expect("few phrases");
    let mut group = criterion.benchmark_group("phrases of the published plans");
    group.throughput(Throughput::Elements(count));
    group.bench_function("as targets", |bencher| {
        bencher.iter(|| phrases.iter().for_each(|words| drop(black_box(parse_target(words, 2024)))));
    });
    group.bench_function("as results", |bencher| {
        bencher.iter(|| phrases.iter().for_each(|words| drop(black_box(parse_result(words, 2024)))));
    });
    group.finish();

    let text = phrases.join(" ");
    let page: String = text.chars().take(3_900).collect();
    criterion.bench_function("a page of text", |bencher| bencher.iter(|| black_box(parse_target(&page, 2024))));
    let dense = "aumento di 5 ".repeat(300);
    criterion.bench_function("a page of changes", |bencher| bencher.iter(|| black_box(parse_target(&dense, 2024))));
}

criterion_group!(benches, read);
criterion_main!(benches);
