//! A promise with several conditions: each takes the answer that fits it, and is scored as a cell of its own.
//!
//! | the result says | then |
//! |---|---|
//! | as many answers as conditions, each fitting in its place | they are taken in order |
//! | several answers otherwise | each condition takes the first answer left that fits it, well before loosely |
//! | a yes or a no | it speaks of every condition it fits |
//! | one answer | it goes to the one condition it fits best; where two fit it equally, a person judges |
//! | one amount, and a change is promised | it is where the value stands, so it speaks of the change too |
//! | an answer that fits nothing | a person judges |
//!
//! So `6.500` answers both halves of `+2.400 enti per un totale di almeno 6.400`, where it is known what the 2.400 are added to.
//! A condition without its answer is awaited, and so is the whole: what the worst of them is, or their mean, nobody knows
//! until all have one.

use rust_decimal::Decimal;

use super::amount::said;
use super::cell::Seen;
use super::measure::{Case, Measured, measure};
use super::{Achieved, CellScore, CellWorking, Outcome, Promise, Rule};
use crate::plan::SeveralRule;
use crate::target::{Difference, Measure, Quantity, Reading, Target};

/// How well an answer fits a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It says nothing about it.
    No,
    /// It can be taken so.
    Loosely,
    /// It is of the very kind.
    Well,
}

/// Scores every condition, and the whole by the worst of them or by their mean.
///
/// # Errors
/// The whole waits for what is most urgent among its conditions: an answer, a person, a correction.
pub(super) fn several(
    conditions: &[Target],
    result: &Reading,
    case: &Case,
    working: &mut CellWorking,
) -> Result<Measured, Outcome> {
    let answers = shared_out(conditions, result).ok_or(Outcome::NeedsJudgement)?;
    working.parts = conditions.iter().zip(answers).map(|(condition, answer)| part(condition, answer, case)).collect();
    let parts = &working.parts;
    let pending = |is: fn(Outcome) -> bool| parts.iter().map(|part| part.outcome).find(|outcome| is(*outcome));
    let pending = pending(|outcome| matches!(outcome, Outcome::Awaited { .. }))
        .or_else(|| pending(|outcome| outcome == Outcome::NeedsJudgement))
        .or_else(|| pending(|outcome| outcome != Outcome::Scored));
    if let Some(outcome) = pending {
        return Err(outcome);
    }
    let scores = parts.iter().filter_map(|part| part.score).map(|score| score.value());
    let met = parts.iter().all(|part| part.met == Some(true));
    let (rule, raw) = match case.rules.policy.several {
        SeveralRule::Worst => (Rule::Worst, scores.min()),
        SeveralRule::Mean => {
            let (sum, count) = scores.fold((Decimal::ZERO, 0_u32), |(sum, count), score| {
                (sum.saturating_add(score), count.saturating_add(1))
            });
            (Rule::Mean, sum.checked_div(count.into()))
        }
    };
    working.rule = Some(rule);
    Ok(Measured { raw: Some(raw.unwrap_or_default()), ratio: None, met })
}

/// One condition with its answer: up to the cap, before any scale, which looks at the whole.
fn part(condition: &Target, answer: Option<&Reading>, case: &Case) -> CellScore {
    let mut score = CellScore::without(Outcome::NotDue);
    let (promise, result) = (case.promise, case.result);
    let Seen { source, certainty, .. } = *promise;
    score.awaited_by = case.setting.awaited_by(Some(condition));
    score.working.promise = Some(Promise { target: condition.clone(), source, certainty });
    let Seen { source, certainty, .. } = *result;
    score.working.result = answer.map(|answer| Achieved { reading: answer.clone(), source, certainty });
    let measured = match answer {
        Some(answer) => measure(condition, answer, case, &mut score.working),
        None => Err(Outcome::Awaited { overdue: false }),
    };
    match measured {
        Ok(measured) => score.take(measured, case),
        Err(Outcome::Awaited { .. }) => score.outcome = case.rules.awaited(score.awaited_by),
        Err(outcome) => score.outcome = outcome,
    }
    score.measurement = score.outcome;
    score
}

/// Gives every condition its answer, none where it has none; nothing where an answer is left that fits no condition, or fits
/// two equally.
fn shared_out<'a>(conditions: &[Target], result: &'a Reading) -> Option<Vec<Option<&'a Reading>>> {
    match result {
        Reading::Several { parts } => several_answers(conditions, parts),
        Reading::Yes { .. } | Reading::No => {
            let speaks = |condition: &Target| (fit(condition, result) > Fit::No).then_some(result);
            let given: Vec<_> = conditions.iter().map(speaks).collect();
            given.iter().any(Option::is_some).then_some(given)
        }
        _ => {
            let is_level = matches!(result, Reading::Quantity(_) | Reading::Ratio { .. });
            let moves = |condition: &Target| is_level && matches!(condition, Target::Change { .. });
            // Beside a change that it moves, a percentage is no progress of a deed.
            let is_taken = conditions.iter().any(|condition| moves(condition) && fit(condition, result) > Fit::No);
            let is_free = |condition: &Target| {
                let is_deed = matches!(condition, Target::By { .. } | Target::Yes);
                !(moves(condition) || is_taken && is_deed)
            };
            let still = conditions.iter().filter(|condition| is_free(condition));
            let fits: Vec<_> = still.map(|condition| fit(condition, result)).filter(|fit| *fit > Fit::No).collect();
            let best = fits.iter().copied().max();
            if fits.iter().filter(|fit| Some(**fit) == best).count() > 1 {
                return None;
            }
            let takes = |condition: &Target| {
                let fit = fit(condition, result);
                fit > Fit::No && (moves(condition) || (is_free(condition) && Some(fit) == best))
            };
            let given: Vec<_> = conditions.iter().map(|condition| takes(condition).then_some(result)).collect();
            given.iter().any(Option::is_some).then_some(given)
        }
    }
}

fn several_answers<'a>(conditions: &[Target], answers: &'a [Reading]) -> Option<Vec<Option<&'a Reading>>> {
    let fits_in_order = || conditions.iter().zip(answers).all(|(condition, answer)| fit(condition, answer) > Fit::No);
    let mut given = vec![None; conditions.len()];
    let mut left: Vec<_> = answers.iter().collect();
    for wanted in [Fit::Well, Fit::Loosely] {
        // What does not fit well by itself stands where the order puts it.
        let is_open = wanted == Fit::Loosely && !left.is_empty();
        if is_open && conditions.len() == answers.len() && fits_in_order() {
            return Some(answers.iter().map(Some).collect());
        }
        for (condition, place) in conditions.iter().zip(&mut given).filter(|(_, place)| place.is_none()) {
            if let Some(at) = left.iter().position(|answer| fit(condition, answer) == wanted) {
                *place = Some(left.remove(at));
            }
        }
    }
    left.is_empty().then_some(given)
}

/// Returns the answer among several that a single condition takes: the only one that fits it best.
pub(super) fn only_answer<'a>(condition: &Target, answers: &'a [Reading]) -> Option<&'a Reading> {
    let best = answers.iter().map(|answer| fit(condition, answer)).max().filter(|best| *best > Fit::No)?;
    let mut fitting = answers.iter().filter(|answer| fit(condition, answer) == best);
    fitting.next().filter(|_| fitting.next().is_none())
}

fn fit(condition: &Target, answer: &Reading) -> Fit {
    // Of which condition an office says that it is not finished, or not known, only the order tells.
    if matches!(answer, Reading::Underway | Reading::Unavailable) {
        return Fit::Loosely;
    }
    let is_percent = matches!(answer, Reading::Quantity(Quantity { measure: Measure::Percent, .. }));
    match condition {
        Target::AtLeast(quantity)
        | Target::MoreThan(quantity)
        | Target::AtMost(quantity)
        | Target::LessThan(quantity)
        | Target::Exactly(quantity) => beside(answer, quantity.measure),
        Target::Range(range) => beside(answer, range.measure()),
        Target::BandsByDay { .. } => match answer {
            Reading::On { .. } | Reading::Yes { .. } | Reading::No => Fit::Well,
            _ => Fit::No,
        },
        Target::By { .. } => match answer {
            Reading::On { .. } | Reading::Yes { .. } | Reading::No => Fit::Well,
            _ if is_percent => Fit::Loosely,
            _ => Fit::No,
        },
        Target::Yes => match answer {
            Reading::Yes { .. } | Reading::No => Fit::Well,
            Reading::On { .. } => Fit::Loosely,
            _ if is_percent => Fit::Loosely,
            _ => Fit::No,
        },
        Target::Times { .. } => match answer {
            Reading::Yes { .. } | Reading::No => Fit::Loosely,
            _ => beside(answer, Measure::Count),
        },
        Target::All => match answer {
            Reading::Yes { .. } => Fit::Loosely,
            Reading::Ratio { .. } => Fit::Well,
            _ if is_percent => Fit::Well,
            _ => Fit::No,
        },
        Target::Change { by, .. } => match (answer, by) {
            (Reading::Change { .. }, _) | (Reading::Yes { .. } | Reading::No, None) => Fit::Well,
            (Reading::Quantity(_) | Reading::Ratio { .. }, by) => level(answer, *by),
            _ => Fit::No,
        },
        Target::Several { .. } | Target::Bands { .. } | Target::ToDefine | Target::Withdrawn { .. } | Target::Words => {
            Fit::No
        }
    }
}

/// How well an amount can be where a value stands that should have moved by so much.
fn level(answer: &Reading, by: Option<Difference>) -> Fit {
    match by {
        None => Fit::Loosely,
        Some(Difference::Points(_)) => beside(answer, Measure::Percent).min(Fit::Loosely),
        Some(Difference::Amount(by)) if by.measure == Measure::Percent => Fit::Loosely,
        Some(Difference::Amount(by)) => beside(answer, by.measure).min(Fit::Loosely),
    }
}

fn beside(answer: &Reading, measure: Measure) -> Fit {
    match said(answer, measure) {
        Ok((_, None)) => Fit::Well,
        Ok((_, Some(_))) => Fit::Loosely,
        Err(_) => Fit::No,
    }
}
