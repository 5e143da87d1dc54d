//! Promises with several conditions.

use super::fixture::{day, percent, shown, told, year};
use super::typed::{
    absolute, change, chosen, count, from, hundredths, number, on, quantity, rating, says, score, scored, times,
};
use super::{Note, Preset, Rule};
use crate::plan::{Baseline, Policy, SeveralRule};
use crate::target::{DayGrade, Difference, Direction, Measure, Quantity, Reading, Reference, Target};

/// `Entro il 30/9; gradimento almeno 3,5/4`.
fn by_a_day_and_well() -> Target {
    Target::several(vec![Target::By { date: day("2024-09-30") }, Target::AtLeast(rating("3.5"))]).unwrap()
}

#[test]
fn several_conditions_take_the_answers_that_fit_them() {
    let rated = |text| Reading::Quantity(rating(text));
    let both = |first, second| Reading::Several { parts: vec![first, second] };
    for (result, worst, mean) in [
        (both(on("2024-09-12"), rated("3.5")), "100.00 met", "100.00 met"),
        (both(rated("3.5"), on("2024-09-12")), "100.00 met", "100.00 met"),
        (both(on("2024-09-12"), rated("2.8")), "80.00 not met", "90.00 not met"),
        (both(on("2024-10-12"), rated("3.5")), "0.00 not met", "50.00 not met"),
        (both(Reading::Yes { date: None }, count("2.8")), "80.00 not met", "90.00 not met"),
        (both(Reading::Yes { date: None }, Reading::Underway), "awaited", "awaited"),
        (both(Reading::Yes { date: None }, Reading::Unavailable), "Unavailable", "Unavailable"),
        (both(on("2024-09-12"), on("2024-09-13")), "needs judgement", "needs judgement"),
        (on("2024-09-12"), "awaited", "awaited"),
        (rated("3.7"), "awaited", "awaited"),
        (hundredths("60"), "awaited", "awaited"),
        (Reading::Yes { date: None }, "awaited", "awaited"),
        (Reading::Ratio { part: number("2.8"), whole: 4.into() }, "awaited", "awaited"),
        (Reading::Underway, "awaited", "awaited"),
        (Reading::Words, "needs judgement", "needs judgement"),
        (Reading::Unavailable, "Unavailable", "Unavailable"),
        (count("75"), "needs judgement", "needs judgement"),
    ] {
        for (several, expected) in [(SeveralRule::Worst, worst), (SeveralRule::Mean, mean)] {
            let policy = Policy { several, ..Policy::default() };
            let found = scored(&chosen(by_a_day_and_well(), Some(result.clone())), &policy);
            assert_eq!(told(&found), expected, "{several:?} of {result:?}");
        }
    }
}

#[test]
fn answers_that_fit_well_need_not_stand_in_order() {
    let target = Target::several(vec![Target::AtLeast(quantity("2", Measure::Count)), Target::AtLeast(rating("3.5"))]);
    let parts = vec![Reading::Quantity(rating("3.7")), count("3")];
    assert_eq!(says(&target.unwrap(), Reading::Several { parts }), "100.00 met");
}

#[test]
fn numbers_in_the_order_of_their_conditions_are_taken_in_it() {
    let rate = Target::AtLeast(quantity("80", Measure::Percent));
    let target = Target::several(vec![rate, Target::AtLeast(quantity("4", Measure::Count))]).unwrap();
    assert_eq!(says(&target, Reading::Several { parts: vec![count("60"), count("5")] }), "75.00 not met");
}

#[test]
fn a_yes_speaks_of_any_step_too_and_a_level_of_no_deed_beside_a_change() {
    let by = Target::By { date: day("2024-12-31") };
    let any = change(Direction::Increase, None, Reference::Baseline);
    let both = Target::several(vec![any, by.clone()]).unwrap();
    assert_eq!(says(&both, Reading::Yes { date: None }), "100.00 met");
    let moved = Target::several(vec![from_points("5"), by]).unwrap();
    let mut made = chosen(moved, Some(hundredths("76")));
    made.baseline = Some(Baseline { words: "70%".into(), year: None });
    assert_eq!(told(&scored(&made, &Policy::default())), "awaited");
}

#[test]
fn a_level_speaks_of_no_change_in_another_measure() {
    let by = Target::By { date: day("2024-12-31") };
    let more = change(Direction::Increase, absolute("2"), Reference::Baseline);
    let target = Target::several(vec![more, by]).unwrap();
    let found = from("4", target, hundredths("76"));
    assert_eq!(found.working.parts.iter().map(told).collect::<Vec<_>>(), ["awaited", "76.00 not met"]);
    let rated = Target::AtLeast(rating("3.5"));
    let meetings = Target::AtLeast(quantity("2", Measure::Count));
    let found = from("70%", Target::several(vec![from_points("5"), rated, meetings]).unwrap(), hundredths("76"));
    assert_eq!(found.working.parts.iter().map(told).collect::<Vec<_>>(), ["100.00 met", "awaited", "awaited"]);
}

#[test]
fn a_single_answer_goes_to_the_condition_it_fits_best() {
    let by = Target::By { date: day("2024-09-30") };
    let rate = Target::AtLeast(quantity("80", Measure::Percent));
    let found = score(&Target::several(vec![by, rate]).unwrap(), hundredths("85"));
    assert_eq!(found.working.parts.iter().map(told).collect::<Vec<_>>(), ["awaited", "100.00 met"]);
}

fn from_points(points: &str) -> Target {
    change(Direction::Increase, Some(Difference::Points(number(points))), Reference::Baseline)
}

#[test]
fn every_condition_has_a_working_of_its_own() {
    let answers = Reading::Several { parts: vec![on("2024-09-12"), Reading::Quantity(rating("2.8"))] };
    let found = score(&by_a_day_and_well(), answers);
    let rules: Vec<_> = found.working.parts.iter().map(|part| (part.working.rule, shown(part.score))).collect();
    assert_eq!(rules, [(Some(Rule::Deadline), "100.00".into()), (Some(Rule::Proportion), "80.00".into())]);
    assert_eq!((found.working.rule, found.ratio), (Some(Rule::Worst), None));
    let half = score(&by_a_day_and_well(), on("2024-09-12"));
    assert_eq!(half.working.parts.iter().map(told).collect::<Vec<_>>(), ["100.00 met", "awaited"]);
    assert_eq!(half.awaited_by, Some(day("2024-12-31")), "what is still open has the whole year");
    let none = scored(&chosen(by_a_day_and_well(), None), &Policy::default());
    assert_eq!(none.awaited_by, Some(day("2024-09-30")));
}

#[test]
fn a_single_figure_speaks_of_where_a_value_stands_and_of_its_change() {
    // `+2.400 enti per un totale di almeno 6.400`.
    let more = change(Direction::Increase, absolute("2400"), Reference::Baseline);
    let target = Target::several(vec![more, Target::AtLeast(quantity("6400", Measure::Count))]).unwrap();
    assert_eq!(says(&target, count("6400")), "ReferenceUnknown", "where it started is asked for");
    assert_eq!(told(&from("4000", target.clone(), count("6400"))), "100.00 met");
    assert_eq!(told(&from("4000", target.clone(), count("5200"))), "50.00 not met");
    let stated = Reading::Change { direction: Direction::Increase, by: absolute("2400").unwrap() };
    assert_eq!(says(&target, stated), "awaited", "a change says nothing about the total");
}

#[test]
fn two_conditions_of_one_kind_leave_a_single_figure_to_a_person() {
    let twice = Target::several(vec![Target::AtLeast(quantity("2", Measure::Count)), times(4)]).unwrap();
    assert_eq!(says(&twice, count("4")), "needs judgement");
    assert_eq!(says(&twice, Reading::Several { parts: vec![count("2"), count("3")] }), "75.00 not met");
    let deeds = Target::several(vec![Target::By { date: day("2024-03-31") }, Target::Yes]).unwrap();
    assert_eq!(says(&deeds, Reading::Yes { date: None }), "100.00 met", "a yes speaks of all it fits");
    assert_eq!(says(&deeds, Reading::No), "0.00 not met");
}

#[test]
fn a_scale_looks_at_the_whole_of_several_conditions() {
    let policy = Policy { several: SeveralRule::Mean, ..Preset::Threshold60.policy(year(2023)) };
    let answers = |rate| Reading::Several { parts: vec![Reading::Yes { date: None }, Reading::Quantity(rating(rate))] };
    let of = |rate| scored(&chosen(by_a_day_and_well(), Some(answers(rate))), &policy);
    assert_eq!(told(&of("1.4")), "70.00 not met", "40 alone would have earned nothing");
    assert_eq!(told(&of("0.35")), "0.00 not met");
    assert_eq!(of("0.35").working.before_scale, Some(percent("55")));
}

#[test]
fn a_mean_of_thirds_that_is_exactly_on_a_limit_reaches_it() {
    let policy = Policy { several: SeveralRule::Mean, ..Preset::Threshold60.policy(year(2023)) };
    let parts = [3, 3, 1].map(|target| Target::AtLeast(Quantity::count(target.into())));
    let answers = ["1", "2", "0.8"].map(count);
    let target = Target::several(parts.into()).unwrap();
    let found = scored(&chosen(target, Some(Reading::Several { parts: answers.into() })), &policy);
    assert_eq!(told(&found), "60.00 not met", "33,33… + 66,66… + 80 over 3");
}

#[test]
fn a_single_condition_takes_the_one_answer_that_fits_it() {
    let answers = Reading::Several { parts: vec![on("2024-09-12"), hundredths("60")] };
    let found = score(&Target::AtLeast(quantity("80", Measure::Percent)), answers.clone());
    assert_eq!(told(&found), "75.00 not met");
    assert!(found.working.notes.has(Note::OneAnswerOfSeveral));
    assert_eq!(says(&Target::By { date: day("2024-09-30") }, answers), "100.00 met");
    let two = Reading::Several { parts: vec![hundredths("60"), hundredths("70")] };
    assert_eq!(says(&Target::AtLeast(quantity("80", Measure::Percent)), two), "needs judgement");
}

#[test]
fn of_two_answers_a_condition_takes_the_one_that_speaks_of_it() {
    let twelve_of_sixteen = Reading::Ratio { part: 12.into(), whole: 16.into() };
    let yes = Reading::Yes { date: None };
    let by = Target::By { date: day("2024-09-30") };
    let bands = vec![DayGrade { date: day("2024-06-30"), earns: 100.into() }];
    let tenth = Some(Difference::Amount(quantity("10", Measure::Percent)));
    let more = change(Direction::Increase, tenth, Reference::Baseline);
    for (target, speaks, other, expected) in [
        (by, hundredths("60"), count("4"), "60.00 not met"),
        (Target::BandsByDay { grades: bands }, on("2024-06-12"), hundredths("85"), "100.00 met"),
        (Target::Yes, on("2024-06-12"), count("4"), "100.00 met"),
        (Target::Yes, hundredths("60"), count("4"), "60.00 not met"),
        (times(4), yes.clone(), hundredths("85"), "100.00 met"),
        (times(4), Reading::No, hundredths("85"), "0.00 not met"),
        (Target::All, yes, count("4"), "100.00 met"),
        (Target::All, twelve_of_sixteen, count("4"), "75.00 not met"),
        (Target::All, hundredths("80"), count("4"), "80.00 not met"),
        (more, Reading::Quantity(quantity("22", Measure::Days)), on("2024-06-12"), "100.00 met"),
    ] {
        for parts in [vec![speaks.clone(), other.clone()], vec![other, speaks]] {
            let found = from("20 giorni", target.clone(), Reading::Several { parts: parts.clone() });
            assert_eq!(told(&found), expected, "{target:?} of {parts:?}");
        }
    }
}
