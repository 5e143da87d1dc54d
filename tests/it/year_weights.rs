//! The weights within the year that the CSSM plan prints (*peso step/2023*) follow from its step weights.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use traguardo::attainment::{self, Attainment, Outcome, Span};
use traguardo::plan::{Percent, Plan};

use crate::open::{sample, transcript};

/// A figure as the plan prints it.
fn shown(value: Percent) -> String {
    format!("{}%", attainment::shown(value)).replace('.', ",")
}

/// The first year, seen from the middle of January after it.
fn first_year(plan: &Plan) -> Attainment {
    let first = plan.period.first();
    let today = NaiveDate::from_ymd_opt(first.number() + 1, 1, 15).unwrap();
    Attainment::of(plan, Span::Year(first), today)
}

#[test]
fn the_thirty_nine_printed_weights_come_out_to_the_last_decimal() {
    let plan = sample("cssm-mondovi-2023-2025");
    let attainment = first_year(&plan);
    let sheets = transcript("cssm-mondovi-piao-2023-2025");
    let mut checked = 0;
    for (sheet, objective) in sheets["objectives"].as_array().unwrap().iter().zip(plan.objectives.iter()) {
        let found = attainment.objective(&objective.id).unwrap();
        let mut printed_sum = Decimal::ZERO;
        for (step, indicator) in sheet["steps"].as_array().unwrap().iter().zip(objective.indicators.iter()) {
            let printed = step["weight_2023"].as_str().unwrap();
            let figure = found.indicator(&indicator.id).unwrap();
            if printed.is_empty() {
                assert_eq!(figure.outcome, Outcome::NotDue, "{}", indicator.code);
            } else {
                assert_eq!(shown(found.share(figure).unwrap()), printed, "{}", indicator.code);
                printed_sum += printed.trim_end_matches('%').replace(',', ".").parse::<Decimal>().unwrap();
                checked += 1;
            }
        }
        // Printed shares are rounded one by one, so three sums miss 100 by some hundredths.
        let expected = match objective.code.as_str() {
            "H" => "100.01",
            "1" => "99.97",
            "2" => "99.99",
            _ => "100.00",
        };
        assert_eq!(printed_sum.to_string(), expected, "{}", objective.code);
    }
    assert_eq!(checked, 39);
}

#[test]
fn the_shares_of_the_objectives_add_up_to_a_hundred() {
    let plan = sample("cssm-mondovi-2023-2025");
    let written = plan.objectives.iter().map(|objective| objective.weights[&plan.period.first()].value());
    assert_eq!(written.sum::<Decimal>(), Decimal::ONE_HUNDRED);
    let attainment = first_year(&plan);
    for objective in plan.objectives.iter() {
        let share = attainment.share(&objective.id).unwrap().value();
        assert_eq!(share, objective.weights[&plan.period.first()].value(), "{}", objective.code);
    }
}

#[test]
fn the_published_plan_awaits_every_result() {
    let figure = first_year(&sample("cssm-mondovi-2023-2025")).figure().clone();
    assert_eq!((figure.counts.due, figure.counts.overdue, figure.counts.scored), (39, 39, 0));
}

#[test]
fn the_demonstration_says_it_is_invented_and_shows_every_kind_of_outcome() {
    let plan = sample("cssm-2023-2025-demo");
    assert!(plan.title.contains("risultati inventati") && plan.notice.contains("inventati"));
    let figure = first_year(&plan).figure().clone();
    assert_eq!(shown(figure.attained.unwrap()), "81,94%");
    assert_eq!(shown(figure.coverage.unwrap()), "85,82%");
    let counts = figure.counts;
    assert_eq!((counts.due, counts.scored, counts.awaited, counts.set_aside, counts.not_computable), (39, 31, 5, 2, 1));
    let published = sample("cssm-mondovi-2023-2025");
    for (copy, original) in plan.objectives.iter().zip(published.objectives.iter()) {
        assert_eq!((&copy.title, &copy.weights), (&original.title, &original.weights));
        for (copy, original) in copy.indicators.iter().zip(original.indicators.iter()) {
            assert_eq!((&copy.kpi, copy.weight), (&original.kpi, original.weight), "{}", copy.code);
        }
    }
}
