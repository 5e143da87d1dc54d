//! The weights within the year that the CSSM plan prints (*peso step/2023*) follow from its step weights.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::open::{sample, transcript};

/// Rounds as a figure is shown: two decimals, half away from zero.
fn shown(value: Decimal) -> String {
    let rounded = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    format!("{rounded:.2}").replace('.', ",") + "%"
}

#[test]
fn the_thirty_nine_printed_weights_come_out_to_the_last_decimal() {
    let plan = sample("cssm-mondovi-2023-2025");
    let first = plan.period.first();
    let sheets = transcript("cssm-mondovi-piao-2023-2025");
    let mut checked = 0;
    for (sheet, objective) in sheets["objectives"].as_array().unwrap().iter().zip(plan.objectives.iter()) {
        let due = objective.indicators.iter().filter(|step| step.is_due(first));
        let whole: Decimal = due.map(|step| step.weight.unwrap().value()).sum();
        let mut printed_sum = Decimal::ZERO;
        for (step, indicator) in sheet["steps"].as_array().unwrap().iter().zip(objective.indicators.iter()) {
            let printed = step["weight_2023"].as_str().unwrap();
            if indicator.is_due(first) {
                let share = indicator.weight.unwrap().value() / whole * Decimal::ONE_HUNDRED;
                assert_eq!(shown(share), printed, "{}", indicator.code);
                printed_sum += printed.trim_end_matches('%').replace(',', ".").parse::<Decimal>().unwrap();
                checked += 1;
            } else {
                assert_eq!(printed, "", "{}", indicator.code);
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
    let shares = plan.objectives.iter().map(|objective| objective.weights[&plan.period.first()].value());
    assert_eq!(shares.sum::<Decimal>(), Decimal::ONE_HUNDRED);
}
