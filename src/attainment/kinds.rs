//! The kinds of target beyond a single number, one by one; [`conditions`](super::conditions) has several at once.

use super::fixture::{day, percent, shown, told, year};
use super::typed::{
    absolute, change, chosen, count, from, hundredths, number, on, quantity, rating, says, score, scored, times,
};
use super::{Note, Outcome, Preset, Rule};
use crate::plan::{Baseline, Cell, FallingRule, Judgement, Polarity, Policy, Standing, Status};
use crate::target::{DayGrade, Difference, Direction, Grade, Measure, Range, Reading, Reference, Target, Withdrawal};

fn range(low: &str, high: &str) -> Target {
    Target::Range(Range::new(number(low), number(high), Measure::Count).unwrap())
}

#[test]
fn a_range_is_full_inside_and_falls_off_from_the_end_that_was_passed() {
    for (result, expected) in [
        ("5", "100.00 met"),
        ("7.5", "100.00 met"),
        ("10", "100.00 met"),
        ("10.5", "50.00 not met"),
        ("11", "0.00 not met"),
        ("4.75", "50.00 not met"),
        ("4.5", "0.00 not met"),
        ("0", "0.00 not met"),
    ] {
        assert_eq!(says(&range("5", "10"), count(result)), expected, "{result}");
    }
    assert_eq!(says(&range("0", "10"), count("-0.01")), "0.00 not met", "no tolerance around zero");
    assert_eq!(says(&range("5", "10"), hundredths("7")), "PercentAgainstCount");
    let outside = score(&range("5", "10"), count("10.5"));
    assert_eq!(outside.working.rule, Some(Rule::Range));
    assert_eq!(outside.working.compared.unwrap().target, number("10"), "the end that was passed");
}

#[test]
fn times_are_done_over_expected() {
    for (expected, result, outcome) in [
        (4, count("4"), "100.00 met"),
        (4, count("3"), "75.00 not met"),
        (4, count("9"), "100.00 met"),
        (4, count("0"), "0.00 not met"),
        (4, Reading::Ratio { part: 3.into(), whole: 4.into() }, "75.00 not met"),
        (4, Reading::Yes { date: None }, "100.00 met"),
        (4, Reading::No, "0.00 not met"),
        (4, hundredths("50"), "50.00 not met"),
        (4, on("2024-09-12"), "DateAgainstAmount"),
        (1, on("2024-09-12"), "100.00 met"),
        (4, Reading::Underway, "awaited"),
        (4, Reading::Words, "needs judgement"),
    ] {
        assert_eq!(says(&times(expected), result.clone()), outcome, "{expected} times with {result:?}");
    }
}

#[test]
fn all_of_them_is_the_whole() {
    for (result, expected) in [
        (hundredths("100"), "100.00 met"),
        (hundredths("99.5"), "99.50 not met"),
        (Reading::Ratio { part: 12.into(), whole: 16.into() }, "75.00 not met"),
        (Reading::Ratio { part: 16.into(), whole: 16.into() }, "100.00 met"),
        (Reading::Yes { date: None }, "100.00 met"),
        (on("2024-05-01"), "100.00 met"),
        (Reading::No, "needs judgement"),
        (count("15"), "WholeUnknown"),
        (count("1"), "WholeUnknown"),
        (Reading::Change { direction: Direction::Increase, by: absolute("3").unwrap() }, "ChangeAgainstAmount"),
    ] {
        assert_eq!(says(&Target::All, result.clone()), expected, "{result:?}");
    }
}

fn relative(text: &str) -> Option<Difference> {
    Some(Difference::Amount(quantity(text, Measure::Percent)))
}

fn points(text: &str) -> Option<Difference> {
    Some(Difference::Points(number(text)))
}

fn days(text: &str) -> Option<Difference> {
    Some(Difference::Amount(quantity(text, Measure::Days)))
}

#[test]
fn a_change_is_measured_from_where_it_started() {
    use Direction::{Decrease, Either, Increase};
    for (direction, by, baseline, result, expected) in [
        (Increase, absolute("4"), "20", count("22"), "50.00 not met"),
        (Increase, absolute("4"), "20", count("24"), "100.00 met"),
        (Increase, absolute("4"), "20", count("30"), "100.00 met"),
        (Increase, absolute("4"), "20", count("18"), "0.00 not met"),
        (Increase, relative("10"), "20", count("21"), "50.00 not met"),
        (Increase, relative("10"), "60%", hundredths("63"), "50.00 not met"),
        (Increase, points("10"), "60%", hundredths("65"), "50.00 not met"),
        (Increase, points("10"), "3 su 5", Reading::Ratio { part: 13.into(), whole: 20.into() }, "50.00 not met"),
        (Increase, absolute("2"), "12 su 16", Reading::Ratio { part: 13.into(), whole: 16.into() }, "50.00 not met"),
        (Increase, points("10"), "60", hundredths("65"), "50.00 not met"),
        (Increase, absolute("2"), "12 su 16", count("14"), "100.00 met"),
        (Increase, absolute("2"), "12 su 16", Reading::Ratio { part: 13.into(), whole: 20.into() }, "50.00 not met"),
        (Increase, relative("10"), "12 su 16", hundredths("78.75"), "50.00 not met"),
        (Increase, absolute("0.4"), "3,5 su 4", Reading::Quantity(rating("3.7")), "50.00 not met"),
        (Decrease, absolute("5"), "30 giorni", count("28"), "40.00 not met"),
        (Decrease, days("10"), "30", Reading::Quantity(quantity("3", Measure::Weeks)), "90.00 not met"),
        (Decrease, relative("10"), "30", count("27"), "100.00 met"),
        (Decrease, relative("10"), "30", count("33"), "0.00 not met"),
        (Either, relative("10"), "30", count("27"), "100.00 met"),
        (Either, relative("10"), "30", count("31.5"), "50.00 not met"),
        (Increase, None, "20", count("20.01"), "100.00 met"),
        (Increase, None, "20", count("20"), "0.00 not met"),
        (Decrease, None, "20", count("21"), "0.00 not met"),
        (Increase, absolute("0"), "20", count("20"), "100.00 met"),
        (Increase, absolute("0"), "20", count("19"), "0.00 not met"),
        (Increase, relative("10"), "0", count("5"), "ChangeFromZero"),
        (Increase, relative("10"), "", count("5"), "ReferenceUnknown"),
        (Increase, relative("10"), "Non disponibile", count("5"), "ReferenceUnknown"),
        (Increase, None, "", count("5"), "ReferenceUnknown"),
        (Increase, relative("10"), "20", hundredths("12"), "PercentAgainstCount"),
        (Increase, relative("10"), "20", Reading::Yes { date: None }, "needs judgement"),
        (Increase, relative("10"), "20", Reading::No, "needs judgement"),
        (Increase, None, "", Reading::Yes { date: None }, "100.00 met"),
        (Increase, None, "", Reading::No, "0.00 not met"),
        (Increase, relative("10"), "", Reading::Unavailable, "Unavailable"),
    ] {
        let target = change(direction, by, Reference::Baseline);
        let found = told(&from(baseline, target.clone(), result.clone()));
        assert_eq!(found, expected, "{target:?} from {baseline:?} with {result:?}");
    }
}

#[test]
fn a_change_that_the_person_stated_needs_no_starting_point() {
    use Direction::{Decrease, Increase};
    let stated = |direction, by: Option<Difference>| Reading::Change { direction, by: by.unwrap() };
    for (direction, by, result, expected) in [
        (Increase, relative("10"), stated(Increase, relative("5")), "50.00 not met"),
        (Increase, relative("10"), stated(Increase, relative("12")), "100.00 met"),
        (Increase, relative("10"), stated(Decrease, relative("5")), "0.00 not met"),
        (Decrease, relative("10"), stated(Decrease, relative("5")), "50.00 not met"),
        (Direction::Either, relative("10"), stated(Decrease, relative("5")), "50.00 not met"),
        (Increase, absolute("2"), stated(Increase, absolute("1")), "50.00 not met"),
        (Increase, points("8"), stated(Increase, points("4")), "50.00 not met"),
        (Increase, None, stated(Increase, absolute("1")), "100.00 met"),
        (Increase, None, stated(Decrease, points("1")), "0.00 not met"),
        (Increase, relative("10"), stated(Increase, absolute("5")), "ChangesDiffer"),
        (Increase, points("10"), stated(Increase, relative("5")), "ChangesDiffer"),
        (Increase, absolute("10"), stated(Increase, relative("5")), "ChangesDiffer"),
    ] {
        let target = change(direction, by, Reference::Baseline);
        assert_eq!(says(&target, result.clone()), expected, "{target:?} with {result:?}");
    }
    let against_amount = says(&Target::AtLeast(quantity("4", Measure::Count)), stated(Increase, absolute("4")));
    assert_eq!(against_amount, "ChangeAgainstAmount");
}

#[test]
fn a_change_may_start_at_the_result_of_another_year() {
    let with = |from, cells: &[(i32, &str)], baseline: Option<(&str, i32)>| {
        let mut made = chosen(change(Direction::Increase, relative("10"), from), Some(count("21")));
        for (number, result) in cells {
            made.cells.insert(year(*number), Cell { result: (*result).into(), ..Cell::default() });
        }
        made.baseline = baseline.map(|(words, number)| Baseline { words: words.into(), year: Some(year(number)) });
        told(&scored(&made, &Policy::default()))
    };
    let (named, previous) = (Reference::Year(2022), Reference::PreviousYear);
    assert_eq!(with(named, &[(2022, "20"), (2023, "15")], None), "50.00 not met");
    assert_eq!(with(previous, &[(2022, "15"), (2023, "20")], None), "50.00 not met");
    assert_eq!(with(previous, &[(2022, "20")], None), "ReferenceUnknown");
    assert_eq!(with(previous, &[(2023, "in corso")], None), "ReferenceUnknown");
    assert_eq!(with(named, &[], Some(("20", 2022))), "50.00 not met", "the baseline of that year");
    assert_eq!(with(named, &[], Some(("20", 2021))), "ReferenceUnknown");
    assert_eq!(with(named, &[(2022, "15")], Some(("20", 2022))), "100.00 met", "a result before the baseline");
}

#[test]
fn bands_of_a_target_say_what_each_result_earns() {
    let band = |limit: &str, earns: &str, measure| Grade { limit: quantity(limit, measure), earns: number(earns) };
    let days = |limit, earns| band(limit, earns, Measure::Days);
    // A health authority's plan of 2021: 28 days 100 %, 30 days 75 %, 32 days 50 %, beyond nothing.
    let target = Target::Bands { grades: vec![days("28", "100"), days("30", "75"), days("32", "50")] };
    for (result, expected) in [
        ("0", "100.00 met"),
        ("28", "100.00 met"),
        ("28.5", "75.00 not met"),
        ("30", "75.00 not met"),
        ("32", "50.00 not met"),
        ("32.01", "0.00 not met"),
    ] {
        assert_eq!(says(&target, count(result)), expected, "{result}");
    }
    assert_eq!(says(&target, Reading::Quantity(quantity("4", Measure::Weeks))), "100.00 met");
    assert_eq!(says(&target, Reading::Quantity(quantity("1", Measure::Months))), "UnitsDiffer");
    assert_eq!(says(&target, on("2024-03-01")), "DateAgainstAmount");
    let rising = |limit, earns| band(limit, earns, Measure::Percent);
    let target = Target::Bands { grades: vec![rising("90", "100"), rising("80", "60")] };
    for (result, expected) in
        [("95", "100.00 met"), ("90", "100.00 met"), ("89", "60.00 not met"), ("79.99", "0.00 not met")]
    {
        assert_eq!(says(&target, hundredths(result)), expected, "{result}");
    }
    let strict = scored(&chosen(target, Some(hundredths("85"))), &Preset::AllOrNothing.policy(year(2024)));
    assert_eq!(told(&strict), "60.00 not met", "the plan's own bands stand before the body's scale");
}

#[test]
fn bands_by_day_say_what_each_day_earns() {
    let by = |date, earns| DayGrade { date: day(date), earns: number(earns) };
    let target = Target::BandsByDay { grades: vec![by("2024-06-30", "100"), by("2024-09-30", "50")] };
    for (date, expected, late) in [
        ("2024-01-15", "100.00 met", -167),
        ("2024-06-30", "100.00 met", 0),
        ("2024-07-01", "50.00 not met", -91),
        ("2024-09-30", "50.00 not met", 0),
        ("2024-10-01", "0.00 not met", 1),
    ] {
        let found = score(&target, on(date));
        assert_eq!((told(&found).as_str(), found.working.days_late), (expected, Some(late)), "{date}");
        assert_eq!(found.working.rule, Some(Rule::Grade));
        let limit = if date <= "2024-06-30" { "2024-06-30" } else { "2024-09-30" };
        assert_eq!(found.working.band, Some(day(limit)), "{date}");
        assert_eq!(says(&target, Reading::Yes { date: Some(day(date)) }), expected, "{date}");
    }
    let unsaid = score(&target, Reading::Yes { date: None });
    assert_eq!((told(&unsaid).as_str(), unsaid.working.notes.has(Note::TakenAsOnTime)), ("100.00 met", true));
    assert_eq!(says(&target, Reading::No), "0.00 not met");
    assert_eq!(says(&target, Reading::Underway), "awaited");
    assert_eq!(says(&target, hundredths("80")), "needs judgement", "how far it has come says nothing of the day");
    assert_eq!(says(&target, count("4")), "CountAgainstDeed");
    let open = scored(&chosen(target.clone(), None), &Policy::default());
    assert_eq!(open.awaited_by, Some(day("2024-09-30")), "there is something to earn until the last day");
    let strict = scored(&chosen(target, Some(on("2024-08-01"))), &Preset::AllOrNothing.policy(year(2024)));
    assert_eq!(told(&strict), "50.00 not met", "the plan's own bands stand before the body's scale");
}

#[test]
fn points_of_a_scale_are_compared_on_the_same_scale() {
    let target = Target::AtLeast(rating("3.5"));
    for (result, expected) in [
        (Reading::Quantity(rating("2.8")), "80.00 not met"),
        (Reading::Ratio { part: number("2.8"), whole: 4.into() }, "80.00 not met"),
        (count("2.8"), "80.00 not met"),
        (count("4"), "100.00 met"),
        (Reading::Quantity(quantity("4.5", Measure::OutOf(5.into()))), "UnitsDiffer"),
        (Reading::Ratio { part: 12.into(), whole: 16.into() }, "UnitsDiffer"),
        (count("75"), "UnitsDiffer"),
        (hundredths("90"), "PercentAgainstCount"),
    ] {
        assert_eq!(says(&target, result.clone()), expected, "{result:?}");
    }
    assert_eq!(
        says(&Target::AtLeast(quantity("80", Measure::Percent)), Reading::Quantity(rating("3"))),
        "93.75 not met"
    );
}

#[test]
fn units_of_time_are_exchanged_only_where_that_is_exact() {
    let at_most = |value, measure| Target::AtMost(quantity(value, measure));
    let took = |value, measure| Reading::Quantity(quantity(value, measure));
    for (target, result, expected) in [
        (at_most("20", Measure::Days), took("3", Measure::Weeks), "95.00 not met"),
        (at_most("2", Measure::Weeks), took("10", Measure::Days), "100.00 met"),
        (at_most("2", Measure::Weeks), took("15", Measure::Days), "92.86 not met"),
        (at_most("48", Measure::Hours), took("2", Measure::Days), "100.00 met"),
        (at_most("1", Measure::Years), took("18", Measure::Months), "50.00 not met"),
        (at_most("2", Measure::Months), took("60", Measure::Days), "UnitsDiffer"),
        (at_most("30", Measure::Days), took("28", Measure::Euro), "UnitsDiffer"),
        (at_most("30", Measure::Days), took("50", Measure::Percent), "PercentAgainstCount"),
        (at_most("30", Measure::Days), took("33", Measure::Count), "90.00 not met"),
        (at_most("30", Measure::Count), took("33", Measure::Days), "90.00 not met"),
        (at_most("30", Measure::Percent), took("33", Measure::Days), "UnitsDiffer"),
    ] {
        assert_eq!(says(&target, result.clone()), expected, "{target:?} with {result:?}");
    }
    let converted = score(&at_most("2", Measure::Weeks), took("15", Measure::Days));
    assert!(converted.working.notes.has(Note::UnitsConverted));
    let compared = converted.working.compared.unwrap();
    assert_eq!((compared.target, compared.measure), (14.into(), Measure::Days));
    let inverse = Policy { falling: FallingRule::Inverse, ..Policy::default() };
    let found = scored(&chosen(at_most("2", Measure::Weeks), Some(took("15", Measure::Days))), &inverse);
    assert_eq!(told(&found), "93.33 not met");
}

#[test]
fn a_withdrawn_target_waits_for_a_person_until_its_standing_is_set() {
    let target = Target::Withdrawn { how: Withdrawal::PostponedTo(2026) };
    for result in [None, Some(count("4")), Some(Reading::Yes { date: None }), Some(Reading::Underway)] {
        let found = scored(&chosen(target.clone(), result.clone()), &Policy::default());
        assert_eq!(found.outcome, Outcome::NeedsJudgement, "{result:?}");
        assert!(found.working.notes.has(Note::StandingProposed));
    }
    for (how, proposed) in [
        (Withdrawal::PostponedTo(2026), Status::Postponed { to: year(2026) }),
        (Withdrawal::Postponed, Status::Postponed { to: year(2025) }),
        (Withdrawal::Suspended, Status::Suspended),
        (Withdrawal::StruckOut, Status::StruckOut),
    ] {
        let found = scored(&chosen(Target::Withdrawn { how }, None), &Policy::default());
        assert_eq!(found.proposed(year(2024)), Some(proposed));
    }
    let mut made = chosen(target, None);
    let cell = made.cells.get_mut(&year(2024)).unwrap();
    cell.judgement = Some(Judgement { percent: percent("70"), reason: "r".into(), author: "NdV".into() });
    assert_eq!(shown(scored(&made, &Policy::default()).score), "70.00");
    let status = Status::Postponed { to: year(2026) };
    let cell = made.cells.get_mut(&year(2024)).unwrap();
    cell.standing = Some(Standing { status, reason: String::new(), date: None });
    assert_eq!(scored(&made, &Policy::default()).outcome, Outcome::SetAside(status));
}

#[test]
fn a_steady_number_is_measured_in_the_unit_of_its_target() {
    let mut made = chosen(
        Target::Exactly(quantity("2", Measure::Weeks)),
        Some(Reading::Quantity(quantity("14.7", Measure::Days))),
    );
    made.polarity = Polarity::Steady;
    assert_eq!(told(&scored(&made, &Policy::default())), "50.00 not met");
}

#[test]
fn a_change_on_one_scale_is_told_in_its_marks() {
    let more = change(Direction::Increase, absolute("0.4"), Reference::Baseline);
    let ratio = |part: &str, whole: i64| Reading::Ratio { part: number(part), whole: whole.into() };
    for (result, expected) in [
        (Reading::Quantity(rating("3.7")), Measure::OutOf(4.into())),
        (ratio("3.7", 4), Measure::OutOf(4.into())),
        (ratio("3.7", 5), Measure::Count),
        (count("3.7"), Measure::Count),
    ] {
        let compared = from("3,5 su 4", more.clone(), result.clone()).working.compared.unwrap();
        assert_eq!(compared.measure, expected, "{result:?}");
    }
}

#[test]
fn what_a_result_was_taken_for_is_told() {
    let at_least = |value, measure| Target::AtLeast(quantity(value, measure));
    let three_of_four = Reading::Ratio { part: 3.into(), whole: 4.into() };
    for (target, result, expected) in [
        (at_least("80", Measure::Percent), count("60"), Note::NumberTakenAsPercent),
        (at_least("80", Measure::Percent), three_of_four.clone(), Note::ShareTakenAsPercent),
        (at_least("80", Measure::Percent), Reading::Quantity(rating("3")), Note::ShareTakenAsPercent),
        (at_least("4", Measure::Count), three_of_four, Note::ShareTakenAsCount),
        (at_least("4", Measure::Count), Reading::Quantity(rating("3")), Note::ShareTakenAsCount),
        (at_least("4", Measure::Count), Reading::Quantity(quantity("3", Measure::Euro)), Note::UnitLeftAside),
        (at_least("4", Measure::Euro), count("3"), Note::NumberTakenInUnit),
    ] {
        let notes: Vec<_> = score(&target, result.clone()).working.notes.iter().collect();
        assert_eq!(notes, [expected], "{target:?} with {result:?}");
    }
}
