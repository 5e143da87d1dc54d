//! A trial, move by move, with the sums beside it.

use super::super::fixture::{a_plan, day, objective, official, percent, plan, told, trial, year};
use super::super::{Limit, Need};
use super::*;
use crate::plan::{OfficialRule, Weight};

fn objective_spot(id: &str) -> Spot {
    Spot::Objective(id.into())
}

fn indicator_spot(objective: &str, id: &str) -> Spot {
    Spot::Indicator(objective.into(), id.into())
}

fn part_spot(id: &str) -> Spot {
    Spot::Part("D".into(), "0".into(), id.into())
}

fn shares(trial: &Trial) -> Vec<String> {
    trial.objectives().shares().iter().map(|share| told(Some(share))).collect()
}

#[test]
fn an_untouched_trial_says_what_the_plan_says() {
    let plan = a_plan();
    let trial = trial(&plan);
    // (50 × 45 + 30 × 100 + 10 × 50) / (50 × 60 + 30 × 100 + 10 × 100); C is set aside.
    assert_eq!((told(trial.figure()), told(trial.official_figure())), ("82.14".into(), "82.14".into()));
    assert_eq!(trial.figure(), trial.official_figure(), "to the last digit");
    assert_eq!(shares(&trial), ["55.56", "33.33", "11.11"]);
    assert_eq!(trial.over(), plan);
}

#[test]
fn weights_move_on_every_level() {
    let plan = a_plan();
    let mut trial = trial(&plan);
    trial.shift(&indicator_spot("A", "0"), percent("20"));
    // A: 20 at 75 %, 80 awaited: 15 points of 20 measured.
    assert_eq!(told(trial.indicators(&"A".into()).unwrap().figure()), "75.00");
    assert_eq!(told(trial.figure()), "85.00"); // (50 × 15 + 3000 + 500) / (50 × 20 + 3000 + 1000)
    trial.shift(&part_spot("a"), percent("90"));
    assert_eq!(told(trial.parts(&"D".into(), &"0".into()).unwrap().figure()), "90.00");
    assert_eq!(told(trial.figure()), "93.00"); // 500 became 900
    trial.reset_weights();
    assert_eq!(trial.over(), plan);
    assert_eq!(told(trial.figure()), "82.14");
}

#[test]
fn steps_due_in_one_year_of_three_keep_what_they_weigh_together() {
    let plan = plan(vec![objective("A", "100", &[("5", "SI", "SI"), ("25", "SI", "NO")])]);
    let mut trial = trial(&plan);
    assert_eq!(told(trial.figure()), "16.67");
    trial.shift(&indicator_spot("A", "0"), percent("50"));
    let over = trial.over();
    let weights = over.objectives.at(0).unwrap().indicators.iter().map(|step| step.weight.unwrap().value().normalize());
    assert_eq!(weights.collect::<Vec<_>>(), [15.into(), 15.into()]);
}

#[test]
fn a_weight_left_to_float_counts_in_proportion() {
    let mut trial = trial(&a_plan());
    trial.set_weight(&objective_spot("B"), Some(Weight::whole(60)));
    assert_eq!(shares(&trial), ["41.67", "50.00", "8.33"]);
    trial.set_weight(&objective_spot("B"), None);
    assert!(trial.scenario().objectives.is_empty());
}

#[test]
fn weights_that_are_all_zero_come_to_a_hundred_once_one_moves() {
    let mut trial =
        trial(&plan(vec![objective("A", "0", &[("", "SI", "SI")]), objective("B", "0", &[("", "SI", "NO")])]));
    assert_eq!(trial.figure(), None);
    trial.shift(&objective_spot("A"), percent("30"));
    assert_eq!(
        (told(trial.figure()), told(official(&trial.over()).figure().attained)),
        ("30.00".into(), "30.00".into())
    );
}

#[test]
fn locks_are_kept_with_the_scenario() {
    let plan = a_plan();
    let mut trial = trial(&plan);
    for spot in [objective_spot("A"), indicator_spot("A", "0"), part_spot("b")] {
        trial.lock(&spot);
        assert_eq!(trial.shift(&spot, percent("1")).limit, Some(Limit::Locked), "{spot:?}");
    }
    let mut again = Trial::new(&plan, &official(&plan), trial.scenario().into_owned()).unwrap();
    assert!(again.objectives().is_locked(&"A".into()));
    assert!(again.indicators(&"A".into()).unwrap().is_locked(&"0".into()));
    assert_eq!(again.shift(&part_spot("a"), percent("1")).limit, Some(Limit::NobodyElse));
    again.set_scenario(Scenario::new("s".into()));
    assert!(!again.objectives().is_locked(&"A".into()));
}

#[test]
fn what_has_no_say_does_not_move() {
    let plan = a_plan();
    let mut trial = trial(&plan);
    for spot in
        [objective_spot("C"), objective_spot("Z"), indicator_spot("Z", "0"), indicator_spot("A", "9"), part_spot("z")]
    {
        assert_eq!(trial.shift(&spot, percent("50")).limit, Some(Limit::NoSay), "{spot:?}");
    }
    assert!(trial.scenario().objectives.is_empty());
}

#[test]
fn a_result_can_be_supposed_and_taken_back() {
    let mut trial = trial(&a_plan());
    let awaited = indicator_spot("A", "1");
    for (supposed, expected) in [
        (OtherCell::Met, "86.11"),      // (50 × 85 + 3000 + 500) / 9000
        (OtherCell::Missed, "63.89"),   // (50 × 45 + 3000 + 500) / 9000
        (OtherCell::SetAside, "80.56"), // (50 × 75 + 3000 + 500) / 9000
        (OtherCell::Result("SI".into()), "86.11"),
        (OtherCell::Result("ovunque".into()), "82.14"), // nobody can tell: as if awaited
    ] {
        trial.suppose(&awaited, Some(supposed.clone()));
        assert_eq!(told(trial.figure()), expected, "{supposed:?}");
        trial.suppose(&awaited, None);
        assert_eq!(told(trial.figure()), "82.14");
    }
    trial.suppose(&part_spot("b"), Some(OtherCell::Met));
    assert_eq!(told(trial.figure()), "89.29"); // 500 became 1000
    trial.suppose(&objective_spot("A"), Some(OtherCell::Met));
    assert_eq!(told(trial.figure()), "89.29", "nothing is supposed of an objective");
}

#[test]
fn an_objective_all_set_aside_has_no_say() {
    let mut trial = trial(&a_plan());
    let aside = indicator_spot("B", "0");
    trial.suppose(&aside, Some(OtherCell::SetAside));
    assert_eq!(shares(&trial), ["83.33", "16.67"]);
    trial.suppose(&aside, None);
    assert_eq!(shares(&trial), ["55.56", "33.33", "11.11"]);
}

#[test]
fn another_policy_scores_everything_anew() {
    let mut trial = trial(&a_plan());
    let floor = Policy { official: OfficialRule::Floor, ..Policy::default() };
    trial.set_policy(Some(floor));
    assert_eq!((told(trial.figure()), trial.basis()), ("63.89".into(), Basis::Floor));
    assert_eq!(told(trial.official_figure()), "82.14", "the plan's own rules");
    trial.set_policy(None);
    assert_eq!(told(trial.figure()), "82.14");
}

#[test]
fn at_year_end_what_is_missing_counts_as_nothing() {
    let plan = a_plan();
    let official = Attainment::of(&plan, Span::Year(year(2024)), day("2025-01-15"));
    let trial = Trial::new(&plan, &official, Scenario::new("s".into())).unwrap();
    assert_eq!((told(trial.figure()), trial.basis()), ("63.89".into(), Basis::Floor));
    assert_eq!(told(trial.objectives().figure_of(&"A".into())), "45.00");
    let measured = trial.on(Basis::Measured);
    assert_eq!((told(measured.figure()), told(measured.official_figure())), ("82.14".into(), "82.14".into()));
    assert_eq!(told(measured.indicators(&"A".into()).unwrap().figure()), "75.00");
}

#[test]
fn what_every_result_must_still_bring() {
    let trial = trial(&a_plan());
    // A.1 is 40 % of A: 2000 of 9000. To 85 %: (85 × 90 − 5750) / 20 = 95 %; to 90 % it is out of reach.
    let needed = trial.needed(percent("85"));
    assert_eq!(needed.each, [(("A".into(), "1".into()), Need::AtLeast(percent("95")))]);
    assert_eq!(needed.together, Some(Need::AtLeast(percent("95"))));
    assert_eq!(trial.needed(percent("90")).together, Some(Need::OutOfReach));
}

#[test]
fn the_whole_period_has_no_one_weight_to_move() {
    let plan = a_plan();
    let period = Attainment::of(&plan, Span::Period, day("2024-06-30"));
    assert!(Trial::new(&plan, &period, Scenario::new("s".into())).is_none());
}

#[test]
fn what_is_supposed_of_nothing_known_is_kept_and_changes_nothing() {
    let plan = a_plan();
    let mut trial = trial(&plan);
    trial.suppose(&indicator_spot("Z", "0"), Some(OtherCell::Met));
    assert_eq!((told(trial.figure()), trial.over()), ("82.14".into(), plan));
    assert!(!trial.scenario().objectives.is_empty());
}

#[test]
fn sixty_percent_by_thirds_reaches_a_limit_of_sixty() {
    let rows = [("", "≥ 100%", "60%"), ("", "≥ 100%", "60%"), ("", "≥ 100%", "60%")];
    let mut trial = trial(&plan(vec![objective("A", "", &rows), objective("B", "", &rows), objective("C", "", &rows)]));
    trial.shift(&objective_spot("A"), percent("12.3"));
    assert_eq!(trial.figure(), Some(percent("60")));
}
