//! Moves of shares as tables, and what holds of any row of them.

#![allow(clippy::arithmetic_side_effects, reason = "the sums are made again by the shortest way")]

use proptest::prelude::*;

use super::*;

fn percent(text: &str) -> Percent {
    Percent::new(text.parse().unwrap()).unwrap()
}

fn shares(weights: &str) -> Shares {
    Shares::of(weights.split_whitespace().map(|weight| weight.parse().unwrap()))
}

fn told(shares: &Shares) -> String {
    shares.iter().map(|share| share.value().normalize().to_string()).collect::<Vec<_>>().join(" ")
}

fn sum(shares: &Shares) -> Decimal {
    shares.values().iter().sum()
}

#[test]
fn weights_of_any_scale_become_shares_of_a_hundred() {
    for (weights, expected) in [
        ("50 30 20", "50 30 20"),
        ("5 25", "16.66666666666666666667 83.33333333333333333333"),
        ("1 1 1", "33.33333333333333333334 33.33333333333333333333 33.33333333333333333333"),
        ("0 7", "0 100"),
        ("0 0", "0 0"),
        ("3", "100"),
        ("", ""),
    ] {
        assert_eq!(told(&shares(weights)), expected, "{weights}");
    }
}

#[test]
fn the_others_keep_their_proportions() {
    for (locked, place, to, expected, limit) in [
        (&[][..], 0, "60", "60 24 16", None),
        (&[], 0, "0", "0 60 40", None),
        (&[], 1, "100", "0 100 0", None),
        (&[1], 0, "60", "60 30 10", None),
        (&[1], 2, "0", "70 30 0", None),
        (&[1], 0, "70.01", "70 30 0", Some(Limit::LeftByLocked(percent("70")))),
        (&[], 0, "250", "100 0 0", Some(Limit::LeftByLocked(percent("100")))),
        (&[0], 0, "60", "50 30 20", Some(Limit::Locked)),
        (&[1, 2], 0, "60", "50 30 20", Some(Limit::NobodyElse)),
        (&[1, 2], 0, "50", "50 30 20", None),
        (&[], 3, "60", "50 30 20", Some(Limit::NoSay)),
    ] {
        let mut shares = shares("50 30 20");
        locked.iter().for_each(|place| shares.lock(*place));
        let moved = shares.shift(place, percent(to));
        assert_eq!((told(&shares).as_str(), moved.limit), (expected, limit), "{locked:?} {place} {to}");
        assert_eq!(moved.to, shares.at(place));
    }
}

#[test]
fn others_at_zero_share_equally_and_one_at_zero_stays_there() {
    let mut all_but_one = shares("100 0 0");
    all_but_one.shift(0, percent("40"));
    assert_eq!(told(&all_but_one), "40 30 30");
    let mut one = shares("60 40 0");
    one.shift(0, percent("20"));
    assert_eq!(told(&one), "20 80 0");
    one.shift(2, percent("50"));
    assert_eq!(told(&one), "10 40 50");
    let mut nothing = shares("0 0 0");
    nothing.shift(1, percent("50"));
    assert_eq!(told(&nothing), "25 50 25");
}

#[test]
fn pushed_to_the_end_and_back_the_others_are_as_before() {
    let mut shares = shares("7 1 3");
    let before = shares.values().to_vec();
    for to in ["100", "0", "12.345", "100"] {
        shares.shift(0, percent(to));
    }
    shares.shift(0, Percent::new(before[0]).unwrap());
    assert_eq!(shares.values(), before);
}

#[test]
fn an_only_child_stays_where_it_is() {
    let mut shares = shares("3");
    assert_eq!(shares.shift(0, percent("40")), Moved { to: percent("100"), limit: Some(Limit::NobodyElse) });
}

#[derive(Clone, Debug)]
enum Step {
    Shift(usize, Decimal),
    Lock(usize),
    Unlock(usize),
}

fn steps(siblings: usize) -> impl Strategy<Value = Step> {
    let to = prop_oneof![
        Just(Decimal::ZERO),
        Just(Decimal::ONE_HUNDRED),
        (0..10_000_i64).prop_map(|to| Decimal::new(to, 2))
    ];
    prop_oneof![
        8 => (0..siblings, to).prop_map(|(place, to)| Step::Shift(place, to)),
        1 => (0..siblings).prop_map(Step::Lock),
        1 => (0..siblings).prop_map(Step::Unlock),
    ]
}

fn any_weights() -> impl Strategy<Value = Vec<Decimal>> {
    let weight = prop_oneof![1 => Just(Decimal::ZERO), 6 => (0..1_000_000_i64, 0..4_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))];
    prop::collection::vec(weight, 1..12).prop_filter("nothing weighs", |all| all.iter().any(|weight| !weight.is_zero()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn law_the_sum_is_a_hundred_after_any_moves(
        (weights, steps) in any_weights().prop_flat_map(|all| { let n = all.len(); (Just(all), prop::collection::vec(steps(n), 0..200)) }),
    ) {
        let mut shares = Shares::of(weights);
        prop_assert_eq!(sum(&shares), Decimal::ONE_HUNDRED);
        for step in steps {
            let before = shares.clone();
            match step {
                Step::Shift(place, to) => {
                    let moved = shares.shift(place, Percent::new(to).unwrap());
                    prop_assert_eq!(moved.to, shares.at(place));
                    prop_assert_eq!(moved.limit.is_none(), moved.to.value() == to);
                }
                Step::Lock(place) => shares.lock(place),
                Step::Unlock(place) => shares.unlock(place),
            }
            prop_assert_eq!(sum(&shares), Decimal::ONE_HUNDRED);
            for place in 0..shares.len() {
                prop_assert!(shares.value(place) >= Decimal::ZERO);
                if before.is_locked(place) {
                    prop_assert_eq!(shares.at(place), before.at(place), "a locked share moved");
                }
            }
        }
    }

    #[test]
    fn law_a_row_of_moves_there_and_back_changes_nothing(weights in any_weights(), place in 0..12_usize, row in prop::collection::vec(0..=10_000_i64, 0..50)) {
        let mut shares = Shares::of(weights);
        let place = place % shares.len();
        let before = shares.clone();
        // Among others at nothing the sum of nothing has no proportions to return to.
        prop_assume!(before.at(place) < Percent::HUNDRED);
        for to in row {
            shares.shift(place, Percent::new(Decimal::new(to, 2)).unwrap());
        }
        shares.shift(place, before.at(place));
        prop_assert_eq!(shares.values(), before.values());
    }

    #[test]
    fn law_proportions_outlast_a_thousand_moves_of_others(
        moves in prop::collection::vec((0..2_usize, 500..4_500_i64), 1000),
    ) {
        let mut shares = shares("10 20 30 15 5 20");
        for (place, to) in moves {
            shares.shift(place, Percent::new(Decimal::new(to, 2)).unwrap());
        }
        // Those never moved stand 5 to 20 still.
        prop_assert!((shares.value(5) / shares.value(4) - Decimal::from(4)).abs() < Decimal::new(1, 15));
    }
}
