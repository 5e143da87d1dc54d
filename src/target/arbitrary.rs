//! Readings of every kind for the laws, drawn by `proptest`.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use super::{DayGrade, Difference, Direction, Grade, Measure, Quantity, Range, Reading, Reference, Target, Withdrawal};

fn dates() -> impl Strategy<Value = NaiveDate> + Clone {
    (1900_i32..=2200, 1_u32..=366)
        .prop_filter_map("the year has such a day", |(year, day)| NaiveDate::from_yo_opt(year, day))
}

/// Numbers as people write them, and the longest there are; never below zero.
fn decimals() -> impl Strategy<Value = Decimal> + Clone {
    prop_oneof![
        4 => (0_i64..20_000, 0_u32..5).prop_map(|(digits, scale)| Decimal::new(digits, scale)),
        1 => (0..=i64::MAX, 0_u32..=28).prop_map(|(digits, scale)| Decimal::new(digits, scale)),
        1 => (any::<u32>(), any::<u32>(), any::<u32>(), 0_u32..=28)
            .prop_map(|(lo, mid, hi, scale)| Decimal::from_parts(lo, mid, hi, false, scale)),
    ]
}

pub(crate) fn quantities() -> impl Strategy<Value = Quantity> {
    (decimals(), measures()).prop_map(|(value, measure)| Quantity { value, measure })
}

fn measures() -> impl Strategy<Value = Measure> + Clone {
    let scales = (1..1000_i64, 0..2_u32).prop_map(|(digits, scale)| Measure::OutOf(Decimal::new(digits, scale)));
    prop_oneof![select(vec![Measure::Count, Measure::Percent, Measure::Days, Measure::Months, Measure::Euro]), scales,]
}

/// Every kind of target; several only of those that may be parts.
pub(crate) fn targets() -> impl Strategy<Value = Target> {
    let withdrawals = prop_oneof![
        select(vec![Withdrawal::Postponed, Withdrawal::Suspended, Withdrawal::StruckOut]),
        (1900..=2200).prop_map(Withdrawal::PostponedTo),
    ];
    let grades = (1..9_i64, 1..20_i64, measures()).prop_map(|(first, step, measure)| {
        let grade = |place: i64| Grade {
            limit: Quantity { value: (first + place * step).into(), measure },
            earns: (100 - place * 25).into(),
        };
        Target::Bands { grades: (0..3).map(grade).collect() }
    });
    let day_grades = (dates(), 1..200_u64).prop_map(|(first, step)| {
        let grade = |place: u64| DayGrade {
            date: first.checked_add_days(chrono::Days::new(place * step)).unwrap(),
            earns: Decimal::from(100 - place * 25),
        };
        Target::BandsByDay { grades: (0..3).map(grade).collect() }
    });
    prop_oneof![
        6 => conditions(),
        2 => vec(conditions(), 2..4).prop_map(|parts| Target::Several { parts }),
        1 => grades,
        1 => day_grades,
        1 => withdrawals.prop_map(|how| Target::Withdrawn { how }),
        1 => select(vec![Target::ToDefine, Target::Words]),
    ]
}

fn conditions() -> impl Strategy<Value = Target> {
    let ranges = (-1000..1000_i64, 1..1000_i64, measures())
        .prop_map(|(low, more, measure)| Target::Range(Range::new(low.into(), (low + more).into(), measure).unwrap()));
    let directions = select(vec![Direction::Increase, Direction::Decrease, Direction::Either]);
    let references = prop_oneof![
        select(vec![Reference::Baseline, Reference::PreviousYear]),
        (1900..=2200).prop_map(Reference::Year),
    ];
    prop_oneof![
        quantities().prop_map(Target::AtLeast),
        quantities().prop_map(Target::MoreThan),
        quantities().prop_map(Target::AtMost),
        quantities().prop_map(Target::LessThan),
        quantities().prop_map(Target::Exactly),
        ranges,
        dates().prop_map(|date| Target::By { date }),
        (1..400_u32).prop_map(|count| Target::Times { count: NonZeroU32::new(count).unwrap() }),
        (directions, option::of(differences()), references).prop_map(|(direction, by, from)| Target::Change {
            direction,
            by,
            from
        }),
        select(vec![Target::Yes, Target::All]),
    ]
}

fn differences() -> impl Strategy<Value = Difference> + Clone {
    prop_oneof![quantities().prop_map(Difference::Amount), decimals().prop_map(Difference::Points)]
}

/// Every kind of result but those in words.
pub(crate) fn results() -> impl Strategy<Value = Reading> {
    prop_oneof![4 => answers(), 1 => vec(answers(), 2..4).prop_map(|parts| Reading::Several { parts })]
}

fn answers() -> impl Strategy<Value = Reading> {
    prop_oneof![
        quantities().prop_map(Reading::Quantity),
        (decimals(), 1..1000_i64).prop_map(|(part, whole)| Reading::Ratio { part, whole: whole.into() }),
        option::of(dates()).prop_map(|date| Reading::Yes { date }),
        dates().prop_map(|date| Reading::On { date }),
        (select(vec![Direction::Increase, Direction::Decrease]), differences())
            .prop_map(|(direction, by)| Reading::Change { direction, by }),
        select(vec![Reading::No, Reading::Underway, Reading::Unavailable]),
    ]
}
