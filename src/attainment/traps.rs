//! The scoring rules one by one, with the traps other programs fall into.

use rust_decimal::Decimal;

use super::fixture::{cell, day, indicator, percent, score, told, year};
use super::typed::{absolute, change};
use super::{Counted, Note, Obstacle, Outcome, Preset, Source, promised, score_cell, score_part};
use crate::plan::{
    Cell, FallingRule, Indicator, Judgement, LateStep, Part, Percent, Polarity, Policy, Scale, Standing, StartRule,
    Status,
};
use crate::target::{Direction, Quantity, Reading, Reference, Target};

const RISING: Polarity = Polarity::Rising;
const FALLING: Polarity = Polarity::Falling;
const STEADY: Polarity = Polarity::Steady;

fn default_says(target: &str, result: &str, polarity: Polarity) -> String {
    told(&score(target, result, polarity, "", &Policy::default()))
}

fn holds(policy: &Policy, rows: &[(&str, &str, Polarity, &str, &str)]) {
    for (target, result, polarity, baseline, expected) in rows {
        let found = told(&score(target, result, *polarity, baseline, policy));
        assert_eq!(found, *expected, "{target:?} with {result:?}, {polarity:?}, from {baseline:?}");
    }
}

#[test]
fn rising_targets_are_scored_in_proportion() {
    for (target, result, expected) in [
        ("Almeno 4", "4", "100.00 met"),
        ("Almeno 4", "5", "100.00 met"),
        ("Almeno 4", "3", "75.00 not met"),
        ("Almeno 4", "0", "0.00 not met"),
        ("≥ 80%", "60%", "75.00 not met"),
        (">90%", "90%", "100.00 not met"),
        (">90%", "90,01%", "100.00 met"),
        ("4", "3", "75.00 not met"),
        ("100%", "104%", "100.00 met"),
    ] {
        assert_eq!(default_says(target, result, RISING), expected, "{target} with {result}");
    }
}

#[test]
fn falling_targets_are_mirrored() {
    for (target, result, polarity, expected) in [
        ("massimo 30", "30", RISING, "100.00 met"),
        ("massimo 30", "0", RISING, "100.00 met"),
        ("massimo 30", "36", RISING, "80.00 not met"),
        ("massimo 30", "60", RISING, "0.00 not met"),
        ("massimo 30", "90", RISING, "0.00 not met"),
        ("≤ 5%", "4,9%", RISING, "100.00 met"),
        ("meno di 10", "10", RISING, "100.00 not met"),
        ("30", "33", FALLING, "90.00 not met"),
        ("30", "30", FALLING, "100.00 met"),
    ] {
        assert_eq!(default_says(target, result, polarity), expected, "{target} with {result}");
    }
}

#[test]
fn falling_targets_are_divided_the_other_way_where_the_policy_says_so() {
    let policy = Policy { falling: FallingRule::Inverse, ..Policy::default() };
    holds(
        &policy,
        &[
            ("massimo 30", "30", RISING, "", "100.00 met"),
            ("massimo 30", "0", RISING, "", "100.00 met"),
            ("massimo 30", "40", RISING, "", "75.00 not met"),
            ("massimo 30", "300", RISING, "", "10.00 not met"),
        ],
    );
}

#[test]
fn a_target_of_zero_is_kept_or_not() {
    for (target, result, polarity, expected) in [
        ("0", "0", FALLING, "100.00 met"),
        ("0", "1", FALLING, "0.00 not met"),
        ("0", "0", RISING, "100.00 met"),
        ("0", "7", RISING, "100.00 met"),
        ("0", "0", STEADY, "100.00 met"),
        ("0", "1", STEADY, "0.00 not met"),
        ("massimo 0", "0", RISING, "100.00 met"),
    ] {
        assert_eq!(default_says(target, result, polarity), expected, "{target} with {result}");
    }
    assert_eq!(score("0", "0", FALLING, "", &Policy::default()).ratio, None);
}

#[test]
fn a_steady_target_falls_off_in_a_straight_line() {
    for (result, expected) in [
        ("100", "100.00 met"),
        ("95", "50.00 not met"),
        ("105", "50.00 not met"),
        ("90", "0.00 not met"),
        ("150", "0.00 not met"),
    ] {
        assert_eq!(default_says("100", result, STEADY), expected, "{result}");
    }
    let strict = Policy { tolerance: Percent::ZERO, ..Policy::default() };
    holds(&strict, &[("100", "100", STEADY, "", "100.00 met"), ("100", "101", STEADY, "", "0.00 not met")]);
}

#[test]
fn progress_starts_at_the_baseline_where_the_policy_says_so() {
    let policy = Policy { start: StartRule::Baseline, ..Policy::default() };
    holds(
        &policy,
        &[
            ("Almeno 80%", "70%", RISING, "60%", "50.00 not met"),
            ("Almeno 80%", "50%", RISING, "60%", "0.00 not met"),
            ("Almeno 80%", "90%", RISING, "60%", "100.00 met"),
            ("massimo 10", "15", RISING, "20", "50.00 not met"),
            ("massimo 0", "5", RISING, "20", "75.00 not met"),
            // No progress was promised: baseline equal to the target, target worse than the baseline.
            ("Almeno 80%", "80%", RISING, "80%", "100.00 met"),
            ("Almeno 80%", "40%", RISING, "80%", "50.00 not met"),
            ("Almeno 80%", "40%", RISING, "90%", "50.00 not met"),
            ("massimo 10", "11", RISING, "5", "90.00 not met"),
            ("massimo 10", "11", RISING, "10", "90.00 not met"),
            // The baseline is not known.
            ("Almeno 80%", "40%", RISING, "Non disponibile", "50.00 not met"),
            ("Almeno 80%", "40%", RISING, "", "50.00 not met"),
        ],
    );
    let found = score("Almeno 80%", "40%", RISING, "90%", &policy);
    assert!(found.working.notes.has(Note::NoProgressPromised));
    let found = score("Almeno 80%", "40%", RISING, "", &policy);
    assert!(found.working.notes.has(Note::BaselineUnknown));
}

#[test]
fn percentages_and_numbers_are_never_mistaken_for_each_other() {
    for (target, result, expected) in [
        ("100%", "0,5%", "0.50 not met"),
        ("100%", "0,5", "PercentOrFraction"),
        ("100%", "1", "PercentOrFraction"),
        ("100%", "0", "0.00 not met"),
        ("100%", "50", "50.00 not met"),
        ("100%", "3 su 4", "75.00 not met"),
        ("75%", "12/16", "100.00 met"),
        ("Almeno 4", "3 su 4", "75.00 not met"),
        ("Almeno 4", "75%", "PercentAgainstCount"),
        ("Almeno 4", "15/09/2024", "DateAgainstAmount"),
        ("Almeno 4", "SI", "needs judgement"),
        ("Almeno 4", "n.d.", "Unavailable"),
        ("Almeno 4", "in corso", "awaited"),
        ("Almeno 4", "molto bene, grazie", "needs judgement"),
    ] {
        assert_eq!(default_says(target, result, RISING), expected, "{target} with {result}");
    }
    assert!(score("100%", "50", RISING, "", &Policy::default()).working.notes.has(Note::NumberTakenAsPercent));
}

#[test]
fn a_deadline_is_kept_or_late_and_never_a_ratio_of_dates() {
    for (result, expected) in [
        ("30/09/2024", "100.00 met"),
        ("12/09/2024", "100.00 met"),
        ("01/10/2024", "0.00 not met"),
        ("SI", "100.00 met"),
        ("sì, il 12/9", "100.00 met"),
        ("NO", "0.00 not met"),
        ("60%", "60.00 not met"),
        ("in corso", "awaited"),
        ("12", "CountAgainstDeed"),
    ] {
        assert_eq!(default_says("Entro il 30/9", result, RISING), expected, "{result}");
    }
    let late = score("Entro il 30/9", "01/10/2024", RISING, "", &Policy::default());
    assert_eq!((late.ratio, late.working.days_late), (None, Some(1)));
    let undated = score("Entro il 30/9", "SI", RISING, "", &Policy::default());
    assert!(undated.working.notes.has(Note::TakenAsOnTime));
}

#[test]
fn lateness_earns_what_its_step_says_whatever_their_order() {
    let step = |days, earns| LateStep { days, earns: Percent::whole(earns) };
    let policy = Policy { lateness: vec![step(60, 50), step(30, 75)], ..Policy::default() };
    holds(
        &policy,
        &[
            ("Entro il 30/9", "30/10/2024", RISING, "", "75.00 not met"),
            ("Entro il 30/9", "31/10/2024", RISING, "", "50.00 not met"),
            ("Entro il 30/9", "31/12/2024", RISING, "", "0.00 not met"),
        ],
    );
}

#[test]
fn deeds_and_words_take_a_plain_statement() {
    for (target, result, expected) in [
        ("SI", "SI", "100.00 met"),
        ("SI", "NO", "0.00 not met"),
        ("SI", "40%", "40.00 not met"),
        ("SI", "3 su 4", "75.00 not met"),
        ("SI", "7", "CountAgainstDeed"),
        ("SI", "quasi", "needs judgement"),
        ("Applicazione", "SI", "100.00 met"),
        ("Applicazione", "NO", "0.00 not met"),
        ("Applicazione", "80%", "80.00 not met"),
        ("Applicazione", "15", "needs judgement"),
        ("Applicazione", "in tutti i servizi", "needs judgement"),
        ("Applicazione", "", "awaited"),
    ] {
        assert_eq!(default_says(target, result, RISING), expected, "{target} with {result}");
    }
}

#[test]
fn a_result_beyond_the_target_earns_up_to_the_cap() {
    let policy = Policy { cap: percent("120"), ..Policy::default() };
    holds(
        &policy,
        &[
            ("Almeno 10", "11", RISING, "", "110.00 met"),
            ("Almeno 10", "50", RISING, "", "120.00 met"),
            ("massimo 10", "0", RISING, "", "120.00 met"),
            (">90%", "90%", RISING, "", "100.00 not met"),
        ],
    );
    let found = score("Almeno 10", "50", RISING, "", &Policy::default());
    assert_eq!(found.ratio.unwrap().value(), 500.into());
    assert_eq!(found.score, Some(Percent::HUNDRED));
}

#[test]
fn a_scale_for_partial_attainment_changes_the_score_and_says_so() {
    let policy = Preset::Threshold60.policy(year(2023));
    holds(
        &policy,
        &[
            ("100%", "59,99%", RISING, "", "0.00 not met"),
            ("100%", "60%", RISING, "", "60.00 not met"),
            ("100%", "99%", RISING, "", "99.00 not met"),
            ("100%", "99,5%", RISING, "", "100.00 not met"),
            ("100%", "100%", RISING, "", "100.00 met"),
        ],
    );
    let found = score("100%", "59%", RISING, "", &policy);
    assert_eq!(found.working.before_scale, Some(percent("59")));
    assert!(found.working.notes.has(Note::Scaled));
    let nothing = Preset::AllOrNothing.policy(year(2023));
    holds(&nothing, &[("4", "3", RISING, "", "0.00 not met"), ("4", "4", RISING, "", "100.00 met")]);
    assert_eq!(Policy::default().partial, Scale::default());
}

#[test]
fn numbers_too_large_and_shares_of_nothing_are_not_computable() {
    let mut made = indicator("1", "");
    let cell = made.cells.get_mut(&year(2024)).unwrap();
    cell.result_reading = Some(Reading::Quantity(Quantity::count(Decimal::MAX)));
    let found = score_cell(&made, year(2024), &Policy::default(), day("2024-06-30")).unwrap();
    assert_eq!(told(&found), "TooLarge");
    let cell = made.cells.get_mut(&year(2024)).unwrap();
    cell.target_reading = Some(Target::Exactly(Quantity::percent(10.into())));
    cell.result_reading = Some(Reading::Ratio { part: 1.into(), whole: 0.into() });
    let found = score_cell(&made, year(2024), &Policy::default(), day("2024-06-30")).unwrap();
    assert_eq!(told(&found), "EmptyWhole");
}

#[test]
fn numbers_below_zero_are_measured_by_their_distance() {
    for (target, result, expected) in [
        (Target::AtLeast(Quantity::count((-5).into())), -4, "100.00 met"),
        (Target::AtLeast(Quantity::count((-5).into())), -6, "80.00 not met"),
        (Target::AtLeast(Quantity::count((-5).into())), 3, "100.00 met"),
        (Target::AtMost(Quantity::count((-5).into())), -6, "100.00 met"),
        (Target::AtMost(Quantity::count((-5).into())), -4, "80.00 not met"),
        (Target::AtMost(Quantity::count((-5).into())), 4, "0.00 not met"),
        (Target::Exactly(Quantity::count(0.into())), -1, "0.00 not met"),
        (Target::AtLeast(Quantity::count(4.into())), -1, "0.00 not met"),
        (Target::AtMost(Quantity::count(4.into())), -1, "100.00 met"),
    ] {
        let mut made = indicator("x", "");
        let cell = made.cells.get_mut(&year(2024)).unwrap();
        cell.target_reading = Some(target.clone());
        cell.result_reading = Some(Reading::Quantity(Quantity::count(result.into())));
        let found = score_cell(&made, year(2024), &Policy::default(), day("2024-06-30")).unwrap();
        assert_eq!(told(&found), expected, "{target:?} with {result}");
    }
}

#[test]
fn a_deadline_turns_words_into_a_deed_and_dates_an_amount() {
    let due = |target: &str, kpi: &str, result: &str| {
        let mut made = indicator(target, result);
        made.kpi = kpi.into();
        made.cells.get_mut(&year(2024)).unwrap().due = Some(day("2024-05-31"));
        score_cell(&made, year(2024), &Policy::default(), day("2024-06-30")).unwrap()
    };
    assert_eq!(told(&due("Redazione del regolamento", "", "31/05/2024")), "100.00 met");
    assert_eq!(told(&due("", "Redazione del regolamento", "1/6/2024")), "0.00 not met");
    assert_eq!(told(&due("", "", "SI")), "100.00 met");
    assert_eq!(told(&due("SI", "", "1/6/2024")), "0.00 not met");
    assert_eq!(told(&due("", "", "")), "overdue");
    assert_eq!(told(&due("Almeno 4", "", "3")), "75.00 not met");
    assert_eq!(told(&due("Almeno 4", "", "")), "overdue");
    assert_eq!(told(&due("", "≥ 80%", "40%")), "50.00 not met");
    let from_kpi = due("", "≥ 80%", "40%");
    assert_eq!(from_kpi.working.promise.unwrap().source, Source::Kpi);
    assert_eq!(from_kpi.awaited_by, Some(day("2024-05-31")));
}

#[test]
fn an_amount_beside_words_that_were_not_read_is_for_a_person_to_judge() {
    let due = |target: &str, kpi: &str, result: &str, chosen: Option<Target>| {
        let mut made = indicator(target, result);
        made.kpi = kpi.into();
        let cell = made.cells.get_mut(&year(2024)).unwrap();
        cell.due = Some(day("2024-05-31"));
        cell.target_reading = chosen;
        score_cell(&made, year(2024), &Policy::default(), day("2024-06-30")).unwrap()
    };
    for words in ["Almeno 80% o 3 riunioni", "2 o 3 incontri", "almeno 20 anziani e avviare la sperimentazione"] {
        for (result, expected) in [
            ("85%", "needs judgement"),
            ("3 su 4", "needs judgement"),
            ("3", "needs judgement"),
            ("ovunque", "needs judgement"),
            ("31/05/2024", "100.00 met"),
            ("1/6/2024", "0.00 not met"),
            ("SI", "100.00 met"),
            ("NO", "0.00 not met"),
            ("in corso", "overdue"),
            ("", "overdue"),
        ] {
            assert_eq!(told(&due(words, "", result, None)), expected, "{words} with {result}");
            assert_eq!(told(&due("", words, result, None)), expected, "{words} as KPI with {result}");
        }
    }
    let undated =
        |words| told(&score_cell(&indicator(words, "85%"), year(2024), &Policy::default(), day("2024-06-30")).unwrap());
    assert_eq!(undated("Almeno 80% o 3 riunioni"), "needs judgement");
    assert_eq!(undated("Sperimentazione del servizio"), "85.00 not met", "of a deed the office says how far it is");
    let scored = due("Almeno 80% o 3 riunioni", "", "SI", None);
    assert!(scored.working.notes.has(Note::TargetLikely), "what was not looked at is told");

    for deed in ["Redazione del regolamento", "SI", ""] {
        assert_eq!(told(&due(deed, "", "85%", None)), "85.00 not met", "{deed:?}");
        assert_eq!(told(&due(deed, "", "3 su 4", None)), "75.00 not met", "{deed:?}");
        assert!(!due(deed, "", "SI", None).working.notes.has(Note::TargetLikely), "{deed:?}");
    }
    let by = Target::By { date: day("2024-05-31") };
    assert_eq!(told(&due("Almeno 80% o 3 riunioni", "", "85%", Some(by))), "85.00 not met", "a person said so");
}

#[test]
fn a_missing_result_is_awaited_until_its_day_and_overdue_after() {
    let on = |target: &str, today: &str| {
        told(&score_cell(&indicator(target, ""), year(2024), &Policy::default(), day(today)).unwrap())
    };
    assert_eq!(on("4", "2024-12-31"), "awaited");
    assert_eq!(on("4", "2025-01-01"), "overdue");
    assert_eq!(on("Entro il 30/9", "2024-09-30"), "awaited");
    assert_eq!(on("Entro il 30/9", "2024-10-01"), "overdue");
    assert_eq!(on("", "2025-01-01"), "not due");
}

#[test]
fn a_standing_sets_the_year_aside_whatever_else_is_written() {
    let mut made = indicator("4", "4");
    let cell = made.cells.get_mut(&year(2024)).unwrap();
    let status = Status::Postponed { to: year(2025) };
    cell.standing = Some(Standing { status, reason: "Covid".into(), date: None });
    cell.judgement = Some(Judgement { percent: percent("80"), reason: String::new(), author: String::new() });
    let found = score_cell(&made, year(2024), &Policy::default(), day("2024-06-30")).unwrap();
    assert_eq!((found.outcome, found.score), (Outcome::SetAside(status), None));
    assert_eq!(default_says("Da definire in base alla valutazione dei PEI", "", RISING), "ToDefine");
}

#[test]
fn a_judgement_counts_and_the_measure_stays_beside_it() {
    let judged = |target: &str, result: &str, granted: &str| {
        let mut made = indicator(target, result);
        let judgement = Judgement { percent: percent(granted), reason: "r".into(), author: "NdV".into() };
        made.cells.get_mut(&year(2024)).unwrap().judgement = Some(judgement);
        score_cell(&made, year(2024), &Policy::default(), day("2024-06-30")).unwrap()
    };
    let found = judged("4", "3", "90");
    assert_eq!((found.score, found.measured), (Some(percent("90")), Some(percent("75"))));
    assert_eq!((found.judged, found.met), (Some(percent("90")), Some(false)));
    assert_eq!((found.counted(), found.measurement), (Some(Counted::Judgement), Outcome::Scored));
    let unmeasured = judged("4", "75%", "70").measurement;
    assert_eq!(unmeasured, Outcome::NotComputable(Obstacle::PercentAgainstCount), "why it was not is not lost");
    assert_eq!(judged("4", "", "70").measurement, Outcome::Awaited { overdue: false });
    assert_eq!(judged("Applicazione", "ovunque", "70").score, Some(percent("70")));
    assert_eq!(judged("4", "", "70").outcome, Outcome::Scored);
    assert_eq!(judged("4", "3", "130").score, Some(percent("100")));
    for (granted, is_capped) in [("90", false), ("100", false), ("130", true)] {
        assert_eq!(judged("4", "3", granted).working.notes.has(Note::Capped), is_capped, "{granted}");
    }
    assert_eq!(judged("Da definire", "", "50").outcome, Outcome::Scored);
}

#[test]
fn a_reading_chosen_by_a_person_takes_the_place_of_the_automatic_one() {
    let mut made = Indicator::new("i".into());
    let mut chosen = cell("Applicazione", "ovunque");
    chosen.target_reading = Some(Target::AtLeast(Quantity::count(4.into())));
    chosen.result_reading = Some(Reading::Quantity(Quantity::count(3.into())));
    made.cells.insert(year(2024), chosen);
    let found = score_cell(&made, year(2024), &Policy::default(), day("2024-06-30")).unwrap();
    assert_eq!(told(&found), "75.00 not met");
    assert_eq!(found.working.promise.unwrap().source, Source::Chosen);
}

#[test]
fn what_a_year_is_scored_against_is_known_before_it_has_a_result() {
    let due = |target: &str, kpi: &str, due: Option<&str>| {
        let mut made = indicator(target, "");
        made.kpi = kpi.into();
        made.cells.get_mut(&year(2024)).unwrap().due = due.map(day);
        promised(&made, year(2024)).map(|promise| (promise.target, promise.source))
    };
    let four = Target::AtLeast(Quantity::count(4.into()));
    let by = Target::By { date: day("2024-05-31") };
    assert_eq!(due("Almeno 4", "≥ 80%", None), Some((four.clone(), Source::Words)));
    assert_eq!(due("", "Almeno 4", Some("2024-05-31")), Some((four, Source::Kpi)));
    assert_eq!(due("Redazione del regolamento", "", Some("2024-05-31")), Some((by, Source::Deadline)));
    assert_eq!(due("", "Almeno 4", None), None, "nothing makes the year due");
}

#[test]
fn only_a_result_worse_than_nothing_is_raised_to_zero() {
    for (result, is_raised) in [("59", false), ("60", false), ("61", true), ("90", true)] {
        let found = score("massimo 30", result, RISING, "", &Policy::default());
        assert_eq!(found.working.notes.has(Note::RaisedToZero), is_raised, "{result}");
    }
}

#[test]
fn a_reading_that_is_only_likely_says_so() {
    for (target, result, is_likely) in [
        ("Almeno 4", "3 (tre)", false),
        ("Almeno 4", "circa 3", true),
        ("Entro il 30/9", "12/9", false),
        ("Entro il 30/9", "fine settembre", true),
    ] {
        let found = score(target, result, RISING, "", &Policy::default());
        assert_eq!(found.working.notes.has(Note::ResultLikely), is_likely, "{target} with {result}");
    }
}

#[test]
fn the_result_a_part_of_another_year_had_answers_to_its_own_target() {
    // Beside an amount `5/4` is five of four; by itself it would be a day in April.
    let made = indicator("", "");
    let mut part = Part::new("a".into());
    part.cells.insert(year(2023), cell("Almeno 4", "5/4"));
    let more = change(Direction::Increase, absolute("2"), Reference::PreviousYear);
    part.cells.insert(year(2024), Cell { target_reading: Some(more), ..cell("+2 sul 2023", "6") });
    let found = score_part(&made, &part, year(2024), &Policy::default(), day("2024-06-30")).unwrap();
    assert_eq!(told(&found), "50.00 not met");
}
