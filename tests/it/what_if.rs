//! What-if on the demonstration, against values worked out by hand from the scores of its steps.
//!
//! In 2023 the objectives have this weight, and of a whole these points over this measured part, in percent:
//!
//! | | A | B | C | D | E | F | G | H | 1 | 2 |
//! |---|---|---|---|---|---|---|---|---|---|---|
//! | weight | 10 | 10 | 6 | 6 | 6 | 6 | 6 | 6 | 22 | 22 |
//! | points | 97,2 | 69 | 100 | 58,33 | 52 | 100 | 0 | 45 | 6550/85 | 5960/85 |
//! | measured | 100 | 75 | 100 | 100 | 100 | 100 | 0 | 70 | 7500/85 | 8000/85 |

use serde_json::{Value, json};
use traguardo::plan::{Percent, Year};

use crate::answer::{Question, answer};
use crate::open::sample;

fn percent(text: &str) -> Percent {
    Percent::new(text.parse().unwrap()).unwrap()
}

fn asked(question: &Question) -> Value {
    let (answer, _) = answer(&sample("cssm-2023-2025-demo"), question).unwrap();
    serde_json::to_value(answer).unwrap()
}

fn year() -> Question {
    Question::of(Year::new(2023).unwrap())
}

#[test]
fn weights_as_they_are_give_the_official_figure() {
    let found = asked(&year());
    assert_eq!((&found["official"], &found["scenario"]), (&json!("81.94"), &json!("81.94")));
    assert_eq!(found["weights"]["1"], "22.00");
    assert!(found["break_even"].as_array().unwrap().iter().all(|row| row["share"].is_null()), "no threshold");
}

#[test]
fn a_heavier_objective_takes_from_the_unlocked_in_proportion() {
    let question = Question {
        locks: vec!["A".into()],
        weights: vec![("2".into(), percent("30"))],
        threshold: Some(percent("85")),
        ..year()
    };
    let found = asked(&question);
    // A stays at 10; the eight others keep 60 of 68: 10 becomes 8,82, 6 becomes 5,29, 22 becomes 19,41.
    let expected = json!({"A": "10.00", "B": "8.82", "C": "5.29", "D": "5.29", "E": "5.29", "F": "5.29", "G": "5.29",
        "H": "5.29", "1": "19.41", "2": "30.00"});
    assert_eq!(found["weights"], expected);
    assert_eq!(found["scenario"], "81.29");
    // 30 × 59,6/80 and the rest of 30; G has no result, so it neither earns nor loses.
    assert_eq!(found["points"][9], json!({"code": "2", "earned": "22.35", "lost": "7.65"}));
    assert_eq!(found["points"][6], json!({"code": "G", "earned": null, "lost": null}));
    // E from 0,29 to 10,29 %, the others in proportion; G moves nothing and comes last.
    let tornado = found["tornado"].as_array().unwrap();
    assert_eq!(tornado[0], json!({"code": "E", "low": "79.53", "high": "83.09", "swing": "3.56"}));
    assert_eq!(tornado[2]["code"], "C", "C and F swing alike and keep the plan's order");
    assert_eq!(tornado[3]["code"], "F");
    assert_eq!(tornado[9], json!({"code": "G", "low": "81.29", "high": "81.29", "swing": "0.00"}));
    let shares: Vec<_> = found["break_even"].as_array().unwrap().iter().map(|row| row["share"].clone()).collect();
    let none = Value::Null;
    let expected = json!(["28.79", "43.49", "22.03", none, none, "22.03", none, none, "68.57", none]);
    assert_eq!(Value::Array(shares), expected);
    // Of 2¹⁰ ways to raise or lower each weight by a tenth.
    assert_eq!(found["range"], json!({"low": "80.07", "high": "82.51"}));
}

#[test]
fn moves_follow_one_another_and_stop_at_what_is_locked() {
    let question = Question {
        locks: vec!["A".into(), "1".into()],
        weights: [("2", "30"), ("C", "3.5"), ("2", "80")].map(|(code, to)| (code.into(), percent(to))).into(),
        ..year()
    };
    let (answer, moves) = answer(&sample("cssm-2023-2025-demo"), &question).unwrap();
    let reached: Vec<_> =
        moves.iter().map(|(code, moved)| format!("{code} {}", moved.to.value().normalize())).collect();
    assert_eq!(reached, ["2 30", "C 3.5", "2 68"], "A and 1 hold 32");
    assert!(moves[2].1.limit.is_some());
    let found = serde_json::to_value(answer).unwrap();
    assert_eq!((&found["weights"]["2"], &found["weights"]["C"]), (&json!("68.00"), &json!("0.00")));
    // A 10, 1 22, 2 68: (9,72 + 22 × 65,5/85 + 68 × 59,6/85) / (10 + 22 × 75/85 + 68 × 80/85).
    assert_eq!(found["scenario"], "79.60");
}

#[test]
fn a_plan_without_results_has_no_figure_to_move() {
    let plan = sample("cssm-mondovi-2023-2025");
    let (answer, _) = answer(&plan, &Question { threshold: Some(percent("85")), ..year() }).unwrap();
    let found = serde_json::to_value(answer).unwrap();
    assert_eq!((&found["official"], &found["scenario"]), (&Value::Null, &Value::Null));
    assert_eq!(found["range"], json!({"low": null, "high": null}));
    assert_eq!(found["tornado"].as_array().unwrap().len(), 10);
    assert_eq!(found["tornado"][0], json!({"code": "A", "low": null, "high": null, "swing": null}));
}

#[test]
fn an_unknown_code_is_refused() {
    let question = Question { locks: vec!["Z".into()], ..year() };
    let refused = answer(&sample("cssm-2023-2025-demo"), &question).map(|_| ());
    assert_eq!(refused, Err("no objective has the code Z".into()));
}
