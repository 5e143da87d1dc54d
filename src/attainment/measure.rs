//! A result against a target: which rule of the scoring table measures it.

use rust_decimal::Decimal;

use super::amount::Pair;
use super::cell::{Seen, Setting};
use super::change::Promised;
use super::deed::{answered, by_deadline, deed, done, graded, statement};
use super::distance::{Better, closeness, compare, starting_point};
use super::policy::Rules;
use super::several::{only_answer, several};
use super::{CellWorking, Compared, Note, Obstacle, Outcome, Ratio, Rule};
use crate::plan::{Polarity, StartRule};
use crate::target::{Grade, Measure, Quantity, Range, Reading, Target};

/// What a rule makes of a result, before cap and scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measured {
    /// In percent; none is more than any cap.
    pub raw: Option<Decimal>,
    /// Result over target, where there is such a thing.
    pub ratio: Option<Ratio>,
    /// Whether the promise was kept to the letter.
    pub met: bool,
}

/// What stands around a target and its result.
pub(super) struct Case<'a> {
    pub setting: Setting<'a>,
    pub rules: &'a Rules<'a>,
    /// The whole promise, where the target is one of its conditions.
    pub promise: &'a Seen<'a, Target>,
    /// The whole result, where only an answer is looked at.
    pub result: &'a Seen<'a, Reading>,
}

/// Measures a result.
///
/// # Errors
/// The outcome of a result that has no score: awaited is left to the caller, who knows the dates.
pub(super) fn measure(
    target: &Target,
    result: &Reading,
    case: &Case,
    working: &mut CellWorking,
) -> Result<Measured, Outcome> {
    if let Target::Withdrawn { .. } = target {
        working.notes.add(Note::StandingProposed);
        return Err(Outcome::NeedsJudgement);
    }
    let result = match (result, target) {
        (Reading::Underway, _) => return Err(Outcome::Awaited { overdue: false }),
        (Reading::Unavailable, _) => return Err(Outcome::NotComputable(Obstacle::Unavailable)),
        (Reading::Several { .. }, Target::Several { .. }) => result,
        (Reading::Several { parts }, _) => {
            working.notes.add(Note::OneAnswerOfSeveral);
            only_answer(target, parts).ok_or(Outcome::NeedsJudgement)?
        }
        _ => result,
    };
    match *target {
        Target::AtLeast(quantity) => case.number(quantity, result, Better::Higher { equal_is_met: true }, working),
        Target::MoreThan(quantity) => case.number(quantity, result, Better::Higher { equal_is_met: false }, working),
        Target::AtMost(quantity) => case.number(quantity, result, Better::Lower { equal_is_met: true }, working),
        Target::LessThan(quantity) => case.number(quantity, result, Better::Lower { equal_is_met: false }, working),
        Target::Exactly(quantity) => {
            let better = match case.setting.polarity {
                Polarity::Rising => Better::Higher { equal_is_met: true },
                Polarity::Falling => Better::Lower { equal_is_met: true },
                Polarity::Steady => Better::Nearer,
            };
            case.number(quantity, result, better, working)
        }
        Target::Range(range) => case.range(range, result, working),
        Target::By { date } => by_deadline(date, result, case.rules.policy, working),
        Target::Yes => deed(result, working),
        Target::Times { count } => answered(count, result, working)
            .unwrap_or_else(|| case.so_many(Quantity::count(count.get().into()), result, Rule::Times, working)),
        Target::All => case.all(result, working),
        Target::Change { direction, by, from } => Promised { direction, by, from }.measure(result, case, working),
        Target::Several { ref parts } => several(parts, result, case, working),
        Target::Bands { ref grades } => grade(grades, result, working),
        Target::BandsByDay { ref grades } => graded(grades, result, working),
        Target::Words | Target::ToDefine | Target::Withdrawn { .. } => statement(result, working),
    }
}

impl Case<'_> {
    /// A number to reach, not to pass, or to stay on. The baseline is asked for only where the policy starts there.
    fn number(
        &self,
        target: Quantity,
        result: &Reading,
        better: Better,
        working: &mut CellWorking,
    ) -> Result<Measured, Outcome> {
        let Pair { target, result, measure } = Pair::of(target, result, &mut working.notes)?;
        let policy = self.rules.policy;
        let start = match (policy.start, better) {
            (StartRule::Zero, _) | (_, Better::Nearer) => None,
            (StartRule::Baseline, _) => starting_point(self.setting.baseline_in(measure), target, better, working),
        };
        working.compared = Some(Compared { target, result, baseline: start, measure });
        compare(target, result, start, better, policy, working).ok_or(TOO_LARGE)
    }

    /// So many out of so many, whatever the baseline.
    fn so_many(
        &self,
        target: Quantity,
        result: &Reading,
        rule: Rule,
        working: &mut CellWorking,
    ) -> Result<Measured, Outcome> {
        let Pair { target, result, measure } = Pair::of(target, result, &mut working.notes)?;
        working.compared = Some(Compared { target, result, baseline: None, measure });
        let better = Better::Higher { equal_is_met: true };
        let measured = compare(target, result, None, better, self.rules.policy, working).ok_or(TOO_LARGE)?;
        working.rule = Some(rule);
        Ok(measured)
    }

    /// The whole, 100 %. How many there are in all is not said, so a number of things says nothing.
    fn all(&self, result: &Reading, working: &mut CellWorking) -> Result<Measured, Outcome> {
        match result {
            Reading::On { .. } | Reading::Yes { .. } => Ok(done(true, working)),
            Reading::Quantity(Quantity { measure: Measure::Percent | Measure::OutOf(_), .. })
            | Reading::Ratio { .. } => {
                self.so_many(Quantity::percent(Decimal::ONE_HUNDRED), result, Rule::Proportion, working)
            }
            Reading::Quantity(_) => Err(Outcome::NotComputable(Obstacle::WholeUnknown)),
            Reading::Change { .. } => Err(Outcome::NotComputable(Obstacle::ChangeAgainstAmount)),
            _ => Err(Outcome::NeedsJudgement),
        }
    }

    /// Full between the ends, falling off from the one that was passed as from a steady target.
    fn range(&self, range: Range, result: &Reading, working: &mut CellWorking) -> Result<Measured, Outcome> {
        let low = Pair::of(range.low(), result, &mut working.notes)?;
        let high = Pair::of(range.high(), result, &mut working.notes)?;
        let result = if low.measure == high.measure { high.result } else { return Err(UNITS_DIFFER) };
        let passed = result.clamp(low.target, high.target);
        working.rule = Some(Rule::Range);
        working.compared = Some(Compared { target: passed, result, baseline: None, measure: low.measure });
        let ratio = closeness(passed, result, self.rules.policy).ok_or(TOO_LARGE)?;
        Ok(Measured { raw: Some(ratio), ratio: Some(Ratio(ratio)), met: passed == result })
    }
}

/// What the step of the target's own scale earns; beyond the last nothing.
fn grade(grades: &[Grade], result: &Reading, working: &mut CellWorking) -> Result<Measured, Outcome> {
    let lower_is_better = Grade::lower_is_better(grades);
    let mut reached = Err(Outcome::NeedsJudgement);
    for (place, grade) in grades.iter().enumerate() {
        let Pair { target, result, measure } = Pair::of(grade.limit, result, &mut working.notes)?;
        working.compared = Some(Compared { target, result, baseline: None, measure });
        let is_within = if lower_is_better { result <= target } else { result >= target };
        let earns = if is_within { grade.earns } else { Decimal::ZERO };
        reached = Ok(Measured { raw: Some(earns), ratio: None, met: is_within && place == 0 });
        if is_within {
            break;
        }
    }
    working.rule = Some(Rule::Grade);
    reached
}

const TOO_LARGE: Outcome = Outcome::NotComputable(Obstacle::TooLarge);
const UNITS_DIFFER: Outcome = Outcome::NotComputable(Obstacle::UnitsDiffer);
