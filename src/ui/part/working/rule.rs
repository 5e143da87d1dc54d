//! The rule that measured a result, in words and with the numbers put in.

use rust_decimal::Decimal;

use crate::attainment::{CellScore, Compared, Promise, Rule};
use crate::plan::Policy;
use crate::target::{Language, Measure, Quantity, Reading, Target, show_number, show_percent, show_quantity};
use crate::ui::words::percent;
use crate::ui::words::text::*;

use super::{Voice, counts};

/// Says the rule with its numbers: `risultato / target = 87,5 / 90 = 97,22 %`.
pub(super) fn sentence(rule: Rule, score: &CellScore, policy: &Policy, voice: Voice) -> String {
    let Voice { texts, language } = voice;
    let working = &score.working;
    let numbers = Numbers::of(working.compared, working.promise.as_ref(), language);
    let (r, t, b) = (numbers.result, numbers.target, numbers.baseline);
    let ratio = score.ratio.map(|ratio| show_percent(ratio.value(), language));
    let value = ratio.clone().unwrap_or_default();
    match rule {
        Rule::Proportion => t_string!(texts, working.rule_proportion, r = r, t = t, value = value),
        Rule::Mirrored => t_string!(texts, working.rule_mirrored, r = r, t = t, value = value),
        Rule::Inverse if ratio.is_none() => t_string!(texts, working.rule_inverse_zero, r = r),
        Rule::Inverse => t_string!(texts, working.rule_inverse, r = r, t = t, value = value),
        Rule::ZeroTarget => {
            let value = percent(score.measured, language);
            t_string!(texts, working.rule_zero, r = r, value = value)
        }
        Rule::FromBaseline => t_string!(texts, working.rule_baseline, r = r, t = t, b = b, value = value),
        Rule::Distance => {
            let tolerance = format!("{} %", show_number(policy.tolerance.value(), language));
            t_string!(texts, working.rule_distance, r = r, t = t, tolerance = tolerance, value = value)
        }
        Rule::Deadline => deadline(score, policy, voice),
        Rule::Deed if matches!(working.result.as_ref().map(|result| &result.reading), Some(Reading::No)) => {
            t_string!(texts, working.rule_not_done).to_string()
        }
        Rule::Deed => t_string!(texts, working.rule_done).to_string(),
        Rule::Stated => t_string!(texts, working.rule_stated, value = value),
    }
}

fn deadline(score: &CellScore, policy: &Policy, voice: Voice) -> String {
    let Voice { texts, language } = voice;
    let earned = percent(score.working.before_scale.or(score.measured), language);
    match score.working.days_late {
        None | Some(0) => t_string!(texts, working.rule_on_the_day, value = earned),
        Some(late) if late < 0 => {
            t_string!(texts, working.rule_early, days = counts::days(late, texts), value = earned)
        }
        Some(late) => {
            let days = counts::days(late, texts);
            let step = policy.lateness.iter().map(|step| step.days).filter(|days| i64::from(*days) >= late).min();
            match step {
                Some(step) => {
                    let within = counts::days(i64::from(step), texts);
                    t_string!(texts, working.rule_late_within, days = days, within = within, value = earned)
                }
                None => t_string!(texts, working.rule_late, days = days, value = earned),
            }
        }
    }
}

/// The numbers as people write them, in the target's own measure.
#[derive(Default)]
struct Numbers {
    target: String,
    result: String,
    baseline: String,
}

impl Numbers {
    fn of(compared: Option<Compared>, promise: Option<&Promise>, language: Language) -> Self {
        let Some(Compared { target, result, baseline }) = compared else { return Self::default() };
        let measure = promise.map_or(Measure::Count, |promise| measure(&promise.target));
        let shown = |value: Decimal| show_quantity(Quantity { value, measure }, language);
        Self { target: shown(target), result: shown(result), baseline: baseline.map(shown).unwrap_or_default() }
    }
}

fn measure(target: &Target) -> Measure {
    match target {
        Target::AtLeast(quantity)
        | Target::MoreThan(quantity)
        | Target::AtMost(quantity)
        | Target::LessThan(quantity)
        | Target::Exactly(quantity) => quantity.measure,
        Target::Range(range) => range.measure(),
        Target::All => Measure::Percent,
        Target::By { .. }
        | Target::Yes
        | Target::Times { .. }
        | Target::Change { .. }
        | Target::Several { .. }
        | Target::Bands { .. }
        | Target::ToDefine
        | Target::Withdrawn { .. }
        | Target::Words => Measure::Count,
    }
}
