//! What goes from office to office: a plan as a workbook and back, a table taken apart, a copy that returns merged.

#![allow(clippy::arithmetic_side_effects, clippy::expect_used, missing_docs, reason = "a benchmark may stop")]

#[path = "../tests/support/generate.rs"]
mod generate;

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use traguardo::attainment::{Attainment, Span};
use traguardo::file::File;
use traguardo::file::table::{Setting, read_text, recognise};
use traguardo::file::xlsx::{Reading, Writing};
use traguardo::merge::merge;
use traguardo::plan::{CellField, Edit, IndicatorEdit, ObjectiveEdit, Plan, Year};

const SIZES: [usize; 3] = [100, 1_000, 10_000];

fn year() -> Year {
    Year::new(2024).expect("a year")
}

fn workbook(plan: Plan) -> Vec<u8> {
    let today = NaiveDate::from_ymd_opt(2024, 7, 31).expect("a day");
    let attainment = Attainment::of(&plan, Span::Year(year()), today);
    Writing::of(File::from(plan), attainment).finish().expect("a plan within the limits")
}

fn workbooks(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("workbook written");
    group.sample_size(10);
    for size in SIZES {
        group.throughput(Throughput::Elements(size as u64));
        let plan = generate::generate(size, 1);
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| bencher.iter(|| workbook(plan.clone())));
    }
    group.finish();
    let mut group = criterion.benchmark_group("workbook read");
    group.sample_size(10);
    for size in SIZES {
        group.throughput(Throughput::Elements(size as u64));
        let bytes = workbook(generate::generate(size, 1));
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| Reading::of(black_box(&bytes)).and_then(Reading::finish).expect("it was just written"));
        });
    }
    group.finish();
}

/// A table with a line for each indicator, as it comes out of a word processor.
fn lines(size: usize) -> String {
    let head = "N.\tIndicatore\tPrevisione 2024\tRisultato 2024\tPeso\tTermine\n".to_owned();
    (1..=size).fold(head, |text, at| {
        let (much, weight) = (at % 90 + 1, at % 9 + 1);
        text + &format!("{at}\tIncontri con le famiglie della zona {at}\tAlmeno {much}\t{at}\t{weight}\t30/9/2024\n")
    })
}

fn tables(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("table taken apart");
    group.sample_size(10);
    let setting = Setting { period: generate::generate(1, 1).period, year: year() };
    for size in SIZES {
        group.throughput(Throughput::Elements(size as u64));
        let text = lines(size);
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| {
                let grid = read_text(black_box(&text)).expect("a table within the limits");
                recognise(&grid, setting).read(&grid, setting)
            });
        });
    }
    group.finish();
}

/// Writes a result into every indicator whose place leaves this rest.
fn with_results(plan: &Plan, rest: usize, words: &str) -> Plan {
    let mut edited = plan.clone();
    let places =
        plan.objectives.iter().flat_map(|objective| objective.indicators.iter().map(move |it| (objective, it)));
    for (_, (objective, indicator)) in places.enumerate().filter(|(at, _)| at % 10 == rest) {
        let edit = IndicatorEdit::Cell { year: year(), field: CellField::Result(words.into()) };
        let edit = ObjectiveEdit::Indicator { indicator: indicator.id.clone(), edit };
        edited.apply(Edit::Objective { objective: objective.id.clone(), edit }).expect("it is there");
    }
    edited
}

/// A tenth of all results came back from an office, another tenth was typed here, and one in twenty differs.
fn merges(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("copies merged");
    group.sample_size(10);
    for size in SIZES {
        group.throughput(Throughput::Elements(size as u64));
        let base = generate::generate(size, 1);
        let ours = with_results(&with_results(&base, 3, "4"), 7, "7");
        let theirs = with_results(&with_results(&base, 5, "5"), 7, "8");
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| merge(Some(black_box(&base)), &(&ours).into(), &(&theirs).into(), None));
        });
    }
    group.finish();
}

criterion_group!(benches, workbooks, tables, merges);
criterion_main!(benches);
