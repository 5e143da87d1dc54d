//! As much of criterion as the benches use, timed by the clock of the page. Each bench ends in one line in the console: group,
//! id, and the median and 95th percentile of its samples in nanoseconds, with tabs between.
//!
//! A browser's clock ticks in tenths of a millisecond, so a sample repeats the routine until it is long enough to tell;
//! of a routine shorter than that the percentile is one of averages.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "durations and counts of a benchmark, far from their limits"
)]

use std::fmt::{self, Display};
use std::hint::black_box;
use std::time::Duration;

use wasm_bindgen_test::{Instant, console_log};

/// A hundred ticks of the clock.
const LONG_ENOUGH: Duration = Duration::from_millis(10);
/// How long a routine runs unmeasured: by then the browser has compiled it for good.
const WARM_UP: Duration = Duration::from_millis(1_500);

macro_rules! criterion_group {
    ($name:ident, $($bench:ident),+ $(,)?) => {
        pub fn $name() {
            $($bench(&mut $crate::Criterion);)+
        }
    };
}

/// The benches' own `main` is not run here: `browser.rs` calls their groups.
macro_rules! criterion_main {
    ($($group:ident),+) => {};
}

pub(crate) use {criterion_group, criterion_main};

/// Makes groups of benches.
pub struct Criterion;

impl Criterion {
    pub fn benchmark_group(&mut self, name: &'static str) -> BenchmarkGroup {
        BenchmarkGroup { name, samples: 100 }
    }
}

/// Benches of one kind.
pub struct BenchmarkGroup {
    name: &'static str,
    samples: usize,
}

impl BenchmarkGroup {
    pub fn sample_size(&mut self, samples: usize) -> &mut Self {
        self.samples = samples;
        self
    }

    pub fn throughput(&mut self, _throughput: Throughput) -> &mut Self {
        self
    }

    pub fn bench_function(&mut self, id: impl Display, mut bench: impl FnMut(&mut Bencher)) -> &mut Self {
        let mut bencher = Bencher { wanted: self.samples, samples: Vec::new() };
        bench(&mut bencher);
        bencher.samples.sort_unstable();
        let (median, p95) = (bencher.percentile(50), bencher.percentile(95));
        console_log!("{}\t{id}\t{}\t{}", self.name, median.as_nanos(), p95.as_nanos());
        self
    }

    pub fn bench_with_input<I>(
        &mut self,
        id: impl Display,
        input: &I,
        mut bench: impl FnMut(&mut Bencher, &I),
    ) -> &mut Self {
        self.bench_function(id, |bencher| bench(bencher, input))
    }

    pub fn finish(self) {}
}

/// Runs one routine often enough to tell how long it takes.
pub struct Bencher {
    wanted: usize,
    samples: Vec<Duration>,
}

impl Bencher {
    pub fn iter<O>(&mut self, mut routine: impl FnMut() -> O) {
        self.sample(|times| {
            let start = Instant::now();
            for _ in 0..times {
                black_box(routine());
            }
            start.elapsed()
        });
    }

    /// As in criterion, neither making the inputs nor dropping the outputs counts.
    pub fn iter_batched<I, O>(
        &mut self,
        mut setup: impl FnMut() -> I,
        mut routine: impl FnMut(I) -> O,
        _size: BatchSize,
    ) {
        self.sample(|times| {
            let inputs: Vec<I> = (0..times).map(|_| setup()).collect();
            let mut outputs = Vec::with_capacity(inputs.len());
            let start = Instant::now();
            for input in inputs {
                outputs.push(black_box(routine(input)));
            }
            start.elapsed()
        });
    }

    fn sample(&mut self, mut time: impl FnMut(u32) -> Duration) {
        let mut times = 1;
        let (mut taken, mut spent) = (Duration::ZERO, Duration::ZERO);
        while taken < LONG_ENOUGH || spent < WARM_UP {
            if taken < LONG_ENOUGH && spent > Duration::ZERO {
                times *= 2;
            }
            taken = time(times);
            // A routine under one tick seems to take no time.
            spent += taken.max(Duration::from_micros(1));
        }
        self.samples = (0..self.wanted).map(|_| time(times) / times).collect();
    }

    /// The samples are sorted.
    fn percentile(&self, percent: usize) -> Duration {
        let place = (self.samples.len() * percent).div_ceil(100).saturating_sub(1);
        self.samples.get(place).copied().unwrap_or_default()
    }
}

/// What a bench is called within its group.
pub struct BenchmarkId(String);

impl BenchmarkId {
    pub fn from_parameter(parameter: impl Display) -> Self {
        Self(parameter.to_string())
    }
}

impl Display for BenchmarkId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Said by the benches for criterion's reports; the table here has times only.
#[allow(dead_code, reason = "only criterion reads it")]
pub enum Throughput {
    Elements(u64),
    Bytes(u64),
}

/// Said by the benches to keep criterion's batches within memory; batches here are small.
#[allow(dead_code, reason = "only criterion chooses")]
pub enum BatchSize {
    SmallInput,
    PerIteration,
}
