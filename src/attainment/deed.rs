//! What is done or not, by a day or at all, so many times, or in words.

use std::num::NonZeroU32;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::amount::percent_of;
use super::measure::Measured;
use super::{CellWorking, Note, Obstacle, Outcome, Ratio, Rule};
use crate::plan::{Percent, Policy};
use crate::target::{DayGrade, Measure, Quantity, Reading};

/// On time, or what the policy gives to so many days late; never a ratio of dates.
pub(super) fn by_deadline(
    deadline: NaiveDate,
    result: &Reading,
    policy: &Policy,
    working: &mut CellWorking,
) -> Result<Measured, Outcome> {
    let done = match result {
        Reading::On { date } | Reading::Yes { date: Some(date) } => *date,
        Reading::Yes { date: None } => {
            working.notes.add(Note::TakenAsOnTime);
            deadline
        }
        other => return deed(other, working),
    };
    working.rule = Some(Rule::Deadline);
    let late = done.signed_duration_since(deadline).num_days();
    working.days_late = Some(late);
    if late <= 0 {
        return Ok(whole(true));
    }
    let step = policy.lateness.iter().filter(|step| i64::from(step.days) >= late).min_by_key(|step| step.days);
    let earned = step.map_or(Percent::ZERO, |step| step.earns);
    Ok(Measured { raw: Some(earned.value()), ratio: None, met: false })
}

/// What the step of the target's own scale of days earns; after the last day, or not done, nothing. How far a deed has come
/// says nothing of the day it will be done.
pub(super) fn graded(grades: &[DayGrade], result: &Reading, working: &mut CellWorking) -> Result<Measured, Outcome> {
    let done = match result {
        Reading::On { date } | Reading::Yes { date: Some(date) } => Some(*date),
        Reading::Yes { date: None } => {
            working.notes.add(Note::TakenAsOnTime);
            grades.first().map(|grade| grade.date)
        }
        Reading::No => None,
        Reading::Quantity(Quantity { measure: Measure::Percent | Measure::OutOf(_), .. }) | Reading::Ratio { .. } => {
            return Err(Outcome::NeedsJudgement);
        }
        other => return deed(other, working),
    };
    working.rule = Some(Rule::Grade);
    let reached = done.and_then(|day| DayGrade::reached(grades, day));
    let limit = reached.or_else(|| grades.last()).map(|grade| grade.date);
    working.band = limit;
    working.days_late = done.zip(limit).map(|(day, limit)| day.signed_duration_since(limit).num_days());
    Ok(Measured {
        raw: Some(reached.map_or(Decimal::ZERO, |grade| grade.earns)),
        ratio: None,
        met: reached.is_some() && reached == grades.first(),
    })
}

/// Done, not done, or the progress the office states.
pub(super) fn deed(result: &Reading, working: &mut CellWorking) -> Result<Measured, Outcome> {
    match result {
        Reading::On { .. } | Reading::Yes { .. } => Ok(done(true, working)),
        Reading::No => Ok(done(false, working)),
        Reading::Quantity(Quantity { value, measure: Measure::Percent }) => Ok(stated(*value, working)),
        Reading::Ratio { part, whole }
        | Reading::Quantity(Quantity { value: part, measure: Measure::OutOf(whole) }) => {
            working.notes.add(Note::ShareTakenAsPercent);
            Ok(stated(percent_of(*part, *whole)?, working))
        }
        Reading::Quantity(_) | Reading::Change { .. } => Err(Outcome::NotComputable(Obstacle::CountAgainstDeed)),
        Reading::Underway | Reading::Unavailable | Reading::Several { .. } | Reading::Words => {
            Err(Outcome::NeedsJudgement)
        }
    }
}

/// Against words only a plain yes, no or percentage speaks for itself.
pub(super) fn statement(result: &Reading, working: &mut CellWorking) -> Result<Measured, Outcome> {
    match result {
        Reading::Yes { .. } | Reading::No | Reading::Quantity(Quantity { measure: Measure::Percent, .. }) => {
            deed(result, working)
        }
        _ => Err(Outcome::NeedsJudgement),
    }
}

/// A plain answer to something that is done so many times: yes, no, how far in percent, or the day of the only time. None
/// where the result is to be counted.
pub(super) fn answered(
    count: NonZeroU32,
    result: &Reading,
    working: &mut CellWorking,
) -> Option<Result<Measured, Outcome>> {
    let speaks = match result {
        Reading::Yes { .. } | Reading::No | Reading::Quantity(Quantity { measure: Measure::Percent, .. }) => true,
        Reading::On { .. } => count == NonZeroU32::MIN,
        _ => false,
    };
    speaks.then(|| deed(result, working))
}

/// Done or not done.
pub(super) fn done(met: bool, working: &mut CellWorking) -> Measured {
    working.rule = Some(Rule::Deed);
    whole(met)
}

/// All or nothing.
pub(super) fn whole(met: bool) -> Measured {
    Measured { raw: Some(if met { Decimal::ONE_HUNDRED } else { Decimal::ZERO }), ratio: None, met }
}

fn stated(value: Decimal, working: &mut CellWorking) -> Measured {
    working.rule = Some(Rule::Stated);
    Measured { raw: Some(value), ratio: Some(Ratio(value)), met: value >= Decimal::ONE_HUNDRED }
}
