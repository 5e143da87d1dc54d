//! How long one step of a slider takes at three sizes, a supposed result, and what each of a thousand weights counts.

#![allow(clippy::expect_used, missing_docs, reason = "a benchmark that cannot be set up should stop")]

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use traguardo::attainment::{Attainment, Span};
use traguardo::plan::{Cell, Indicator, Objective, OtherCell, Percent, Period, Plan, Scenario, Weight, Year};
use traguardo::simulation::{Spot, Trial};

const SIZES: [u32; 3] = [100, 1_000, 10_000];

/// One objective has this many indicators, so that the largest plan has a thousand objectives.
const IN_ONE: u32 = 10;

const CELLS: [(&str, &str); 5] =
    [("Almeno 70%", "64,5%"), ("Entro il 30/9", "12/09/2024"), ("4", "3"), ("massimo 30 giorni", "37"), ("SI", "")];

fn year() -> Year {
    Year::new(2024).expect("a year")
}

fn plan(size: u32) -> Plan {
    let mut plan = Plan::new("bench".into(), Period::new(year(), year()).expect("a period"));
    for number in 0..size / IN_ONE {
        let mut objective = Objective::new(format!("o{number}").into());
        let weight = Weight::new((1 + number % 7).into()).expect("a weight");
        objective.weights.insert(year(), weight);
        let cells = CELLS.iter().cycle().skip(number as usize % 3);
        for (place, (target, result)) in (0..IN_ONE).zip(cells) {
            let mut indicator = Indicator::new(format!("i{place}").into());
            indicator.weight = Some(Weight::new((1 + (place + number) % 4).into()).expect("a weight"));
            let cell = Cell { target: (*target).into(), result: (*result).into(), ..Cell::default() };
            indicator.cells.insert(year(), cell);
            objective.indicators.push(indicator).expect("a new id");
        }
        plan.objectives.push(objective).expect("a new id");
    }
    plan
}

fn trial(size: u32) -> Trial {
    let plan = plan(size);
    let today = NaiveDate::from_ymd_opt(2024, 7, 31).expect("a day");
    let official = Attainment::of(&plan, Span::Year(year()), today);
    Trial::new(&plan, &official, Scenario::new("bench".into())).expect("a year")
}

fn slider(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("slider step");
    for size in SIZES {
        let mut trial = trial(size);
        let mut turn = 0_u8;
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| {
                turn = (turn + 1) % 90;
                trial.shift(&Spot::Objective("o3".into()), Percent::whole(5 + turn));
                black_box((trial.figure(), trial.objectives().points()))
            });
        });
    }
    group.finish();
}

fn supposed(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("supposed result");
    for size in SIZES {
        let mut trial = trial(size);
        let spot = Spot::Indicator("o3".into(), "i0".into());
        let mut is_met = false;
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| {
                is_met = !is_met;
                trial.suppose(&spot, Some(if is_met { OtherCell::Met } else { OtherCell::Missed }));
                black_box(trial.figure())
            });
        });
    }
    group.finish();
}

fn tornado(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("tornado");
    for size in SIZES {
        let trial = trial(size);
        group.bench_function(BenchmarkId::from_parameter(size / IN_ONE), |bencher| {
            bencher.iter(|| black_box(trial.objectives().tornado(Percent::whole(1))));
        });
    }
    group.finish();
}

criterion_group!(benches, slider, supposed, tornado);
criterion_main!(benches);
