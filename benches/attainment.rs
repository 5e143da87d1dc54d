//! How long the figures of a whole plan take, and how long after one edit, at three sizes.
//!
//! All figures are made of phrases already read: a phrase is read once, when it is first asked for, and keeps its reading.
//! Reading the words of a plan just opened comes on top, once.

#![allow(clippy::expect_used, missing_docs, reason = "a benchmark that cannot be set up should stop")]

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use traguardo::attainment::{Attainment, Span};
use traguardo::plan::{
    Cell, CellField, Edit, Indicator, IndicatorEdit, Objective, ObjectiveEdit, Period, Plan, Weight, Year,
};

const SIZES: [u32; 3] = [1_000, 10_000, 100_000];

/// One objective has this many indicators, like a long scheda.
const IN_ONE: u32 = 20;

const CELLS: [(&str, &str); 10] = [
    ("Almeno 70% degli operatori coinvolti", "64,5%"),
    ("≥ 80%", "80%"),
    ("Entro il 30/9", "12/09/2024"),
    ("SI", "SI"),
    ("massimo 30 giorni", "37"),
    ("4", "3"),
    ("100%", "3 su 7"),
    ("Applicazione", "ovunque"),
    ("Almeno 12", ""),
    ("Da definire", ""),
];

fn year() -> Year {
    Year::new(2024).expect("a year")
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 7, 31).expect("a day")
}

fn plan(size: u32) -> Plan {
    let period = Period::new(year(), Year::new(2026).expect("a year")).expect("a period");
    let mut plan = Plan::new("bench".into(), period);
    for number in 0..size / IN_ONE {
        let mut objective = Objective::new(format!("o{number}").into());
        if number % 5 > 0 {
            objective.weights.insert(year(), Weight::whole(7));
        }
        for (place, (target, result)) in (0..IN_ONE).zip(CELLS.iter().cycle()) {
            let mut indicator = Indicator::new(format!("i{place}").into());
            indicator.weight = (place % 4 > 0).then(|| Weight::whole(4));
            let cell = Cell { target: (*target).into(), result: (*result).into(), ..Cell::default() };
            indicator.cells.insert(year(), cell);
            objective.indicators.push(indicator).expect("a new id");
        }
        plan.objectives.push(objective).expect("a new id");
    }
    plan
}

fn full(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("full");
    group.sample_size(20);
    for size in SIZES {
        let plan = plan(size);
        // Readings are made once and kept with the words.
        drop(Attainment::of(&plan, Span::Year(year()), today()));
        group.throughput(Throughput::Elements(size.into()));
        group.bench_with_input(BenchmarkId::from_parameter(size), &plan, |bencher, plan| {
            bencher.iter(|| Attainment::of(black_box(plan), Span::Year(year()), today()));
        });
    }
    group.finish();
}

fn one_edit(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one edit");
    for size in SIZES {
        let mut plan = plan(size);
        let mut attainment = Attainment::of(&plan, Span::Year(year()), today());
        let mut turn = 0_u32;
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter_batched(
                || {
                    turn += 1;
                    let field = CellField::Result(format!("{}%", turn % 100).into());
                    let edit = IndicatorEdit::Cell { year: year(), field };
                    let edit = ObjectiveEdit::Indicator { indicator: "i0".into(), edit };
                    Edit::Objective { objective: format!("o{}", turn % (size / IN_ONE)).into(), edit }
                },
                |edit| {
                    let done = edit.clone();
                    let inverse = plan.apply(edit).expect("it is there");
                    attainment.after(&plan, &done);
                    inverse
                },
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, full, one_edit);
criterion_main!(benches);
