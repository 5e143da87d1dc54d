//! Generated plans are plans like any other.

#[path = "../support/generate.rs"]
pub mod generate;

use generate::generate;
use traguardo::file::{self, File};

#[test]
fn a_generated_plan_travels_as_a_file() {
    for size in [0, 1, 300] {
        let plan = generate(size, 7);
        assert_eq!(plan.indicator_count(), size);
        let text = file::write(&File::from(plan.clone())).unwrap();
        assert_eq!(file::read(text.as_bytes()).unwrap().plan, plan);
    }
}

#[test]
fn the_seed_decides_what_is_generated() {
    assert_eq!(generate(50, 7), generate(50, 7));
    assert_ne!(generate(50, 7), generate(50, 8));
}

#[test]
fn its_weights_sum_to_a_hundred() {
    use traguardo::plan::Problem;
    let found = generate(300, 7).check();
    assert!(!found.iter().any(|finding| matches!(finding.problem, Problem::WeightSum { .. })), "{found:#?}");
}
