//! The rule that measured a result, in words and with the numbers put in.

use rust_decimal::Decimal;

use crate::attainment::{CellScore, Compared, Rule};
use crate::plan::{Percent, Policy};
use crate::target::{
    Difference, Direction, Language, Measure, Quantity, Reading, Target, show_date, show_number, show_percent,
    show_quantity, show_reading,
};
use crate::ui::words::percent;
use crate::ui::words::text::*;

use super::{Voice, counts};

/// Says the rule with its numbers: `risultato / target = 87,5 / 90 = 97,22 %`.
pub(super) fn sentence(rule: Rule, score: &CellScore, policy: &Policy, voice: Voice) -> String {
    let Voice { texts, language } = voice;
    let working = &score.working;
    let numbers = Numbers::of(working.compared, language);
    let Numbers { result: r, target: t, baseline: b } = numbers.clone();
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
        Rule::Times => t_string!(texts, working.rule_times, r = r, t = t, value = value),
        Rule::Change => change(score, numbers, voice),
        Rule::AnyChange | Rule::NoChange => step(rule, score, numbers, voice),
        Rule::Range => range(score, policy, numbers, voice),
        Rule::Grade => grade(score, numbers, voice),
        Rule::Worst | Rule::Mean => together(rule, score, voice),
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

/// The change that was promised, and how far the value moved towards it.
fn change(score: &CellScore, numbers: Numbers, voice: Voice) -> String {
    let Voice { texts, language } = voice;
    let Numbers { target: t, result: r, baseline: b, .. } = numbers;
    let value = score.ratio.map(|ratio| show_percent(ratio.value(), language)).unwrap_or_default();
    let promise = score.working.promise.as_ref().map(|promise| &promise.target);
    let Some(Target::Change { direction, by, .. }) = promise else { return value };
    if b.is_empty() {
        return t_string!(texts, working.rule_change_stated, r = r, t = t, value = value);
    }
    let sum = match direction {
        Direction::Increase => {
            t_string!(texts, working.rule_change_up, r = r, b = b.clone(), t = t.clone(), value = value)
        }
        Direction::Decrease => {
            t_string!(texts, working.rule_change_down, r = r, b = b.clone(), t = t.clone(), value = value)
        }
        Direction::Either => {
            t_string!(texts, working.rule_change_either, r = r, b = b.clone(), t = t.clone(), value = value)
        }
    };
    match by {
        Some(Difference::Amount(by)) if by.measure == Measure::Percent => {
            let p = show_quantity(*by, language);
            let share = t_string!(texts, working.rule_change_share, p = p, b = b, t = t);
            format!("{share}; {sum}")
        }
        _ => sum,
    }
}

/// Any step, or none the wrong way.
fn step(rule: Rule, score: &CellScore, numbers: Numbers, voice: Voice) -> String {
    let Voice { texts, language } = voice;
    let Numbers { result: r, baseline: b, .. } = numbers;
    let moved = if b.is_empty() { r } else { format!("{b} → {r}") };
    let value = percent(score.working.before_scale.or(score.measured), language);
    match rule {
        Rule::NoChange => t_string!(texts, working.rule_no_change, moved = moved, value = value),
        _ => t_string!(texts, working.rule_any_change, moved = moved, value = value),
    }
}

fn range(score: &CellScore, policy: &Policy, numbers: Numbers, voice: Voice) -> String {
    let Voice { texts, language } = voice;
    let Numbers { target: t, result: r, .. } = numbers;
    if score.met == Some(true) {
        return t_string!(texts, working.rule_range_inside, r = r);
    }
    let value = score.ratio.map(|ratio| show_percent(ratio.value(), language)).unwrap_or_default();
    let tolerance = format!("{} %", show_number(policy.tolerance.value(), language));
    t_string!(texts, working.rule_range_outside, r = r, t = t, tolerance = tolerance, value = value)
}

/// The band of the target's own scale.
fn grade(score: &CellScore, numbers: Numbers, voice: Voice) -> String {
    let Voice { texts, language } = voice;
    let (t, r) = days_of_bands(score, language).unwrap_or((numbers.target, numbers.result));
    match score.measured {
        Some(measured) if measured > Percent::ZERO => {
            t_string!(texts, working.rule_grade, r = r, t = t, value = percent(Some(measured), language))
        }
        _ => t_string!(texts, working.rule_grade_beyond, r = r, t = t),
    }
}

/// The day of the band that was reached, or of the last, and the result; none where the bands are no days.
fn days_of_bands(score: &CellScore, language: Language) -> Option<(String, String)> {
    let (day, result) = (score.working.band?, score.working.result.as_ref()?);
    Some((show_date(day), show_reading(&result.reading, language)))
}

/// The conditions of a promise put together.
fn together(rule: Rule, score: &CellScore, voice: Voice) -> String {
    let Voice { texts, language } = voice;
    let value = percent(score.working.before_scale.or(score.measured), language);
    let parts: Vec<_> = score.working.parts.iter().map(|part| percent(part.score, language)).collect();
    match rule {
        Rule::Mean => {
            let n = parts.len().to_string();
            t_string!(texts, working.rule_mean, sum = parts.join(" + "), n = n, value = value)
        }
        _ => t_string!(texts, working.rule_worst, parts = parts.join(", "), value = value),
    }
}

/// The numbers as people write them, in the measure they were compared in.
#[derive(Clone, Default)]
struct Numbers {
    target: String,
    result: String,
    baseline: String,
}

impl Numbers {
    fn of(compared: Option<Compared>, language: Language) -> Self {
        let Some(Compared { target, result, baseline, measure }) = compared else { return Self::default() };
        let shown = |value: Decimal| show_quantity(Quantity { value, measure }, language);
        Self { target: shown(target), result: shown(result), baseline: baseline.map(shown).unwrap_or_default() }
    }
}
