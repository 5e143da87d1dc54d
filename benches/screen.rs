//! What the screen waits for: the first figures of a plan whose phrases nobody has read yet, and the figures after a result
//! was typed, found by comparing the plan with what is known.

#![allow(clippy::arithmetic_side_effects, clippy::expect_used, missing_docs, reason = "a benchmark may stop")]

#[path = "../tests/support/generate.rs"]
mod generate;

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use traguardo::attainment::{Attainment, Span};
use traguardo::plan::{CellField, Edit, IndicatorEdit, ObjectiveEdit, Plan, Year};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

fn year() -> Year {
    Year::new(2024).expect("a year")
}

fn figures(plan: &Plan) -> Attainment {
    Attainment::of(plan, Span::Year(year()), NaiveDate::from_ymd_opt(2024, 7, 31).expect("a day"))
}

/// A phrase is read once and keeps its reading, so every measurement takes a plan of its own.
fn first(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("first figures");
    group.sample_size(10);
    for size in SIZES {
        group.throughput(Throughput::Elements(size as u64));
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            let plan = || generate::generate(size, 1);
            bencher.iter_batched(plan, |plan| (figures(black_box(&plan)), plan), BatchSize::PerIteration);
        });
    }
    group.finish();
}

/// The application keeps one plan and one set of figures, and follows.
fn follow(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("edit and follow");
    for size in SIZES {
        let mut plan = generate::generate(size, 1);
        let mut attainment = figures(&plan);
        let places: Vec<_> = (plan.objectives.iter())
            .filter_map(|objective| Some((objective.id.clone(), objective.indicators.at(0)?.id.clone())))
            .collect();
        let mut places = places.iter().cycle().zip(0_u32..);
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter_batched(
                || {
                    let ((objective, indicator), turn) = places.next().expect("a plan with objectives");
                    let field = CellField::Result(format!("{}%", turn % 100).into());
                    let edit = IndicatorEdit::Cell { year: year(), field };
                    let edit = ObjectiveEdit::Indicator { indicator: indicator.clone(), edit };
                    Edit::Objective { objective: objective.clone(), edit }
                },
                |edit| {
                    let inverse = plan.apply(edit).expect("it is there");
                    attainment.follow(&plan);
                    inverse
                },
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, first, follow);
criterion_main!(benches);
