//! A figure with what is missing beside it.

use rust_decimal::Decimal;

use super::{Counted, Light, Outcome, light};
use crate::plan::{Percent, Policy};
use crate::target::rounded;

/// How far something has come, never without what is missing. All are `None` where nothing counts: nothing is due, or all
/// of it was set aside, or its weights are all zero.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Figure {
    /// Points over the weight scored; none while nothing is scored.
    pub attained: Option<Percent>,
    /// Weight scored over weight due.
    pub coverage: Option<Percent>,
    /// Everything not scored yet counted as nothing: points over weight due.
    pub floor: Option<Percent>,
    /// Everything not scored yet counted at the most it can earn.
    pub ceiling: Option<Percent>,
    /// [`Figure::attained`] with what was set aside counted as zero; equal to it where nothing was.
    pub with_set_aside: Option<Percent>,
    /// The figure the policy calls official.
    pub official: Option<Percent>,
    /// How many indicators stand where.
    pub counts: Counts,
}

/// How many indicators stand where. Parts and years of one indicator are not counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Counts {
    /// Due, set aside or not.
    pub due: u32,
    /// Scored.
    pub scored: u32,
    /// Scored, with a judgement that counts instead of what was measured.
    pub judged: u32,
    /// Awaited, overdue or not.
    pub awaited: u32,
    /// Awaited and overdue.
    pub overdue: u32,
    /// Set aside.
    pub set_aside: u32,
    /// With a result that only a person can judge.
    pub needs_judgement: u32,
    /// With a result that no rule can score.
    pub not_computable: u32,
}

/// Where the points of an objective are, in points of the whole plan. `earned + lost + awaited` is its share, unless results
/// beyond their targets earn more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points {
    /// Its share of the plan.
    pub share: Percent,
    /// `share × points`.
    pub earned: Percent,
    /// What scored results left behind.
    pub lost: Percent,
    /// What nothing was scored for yet.
    pub awaited: Percent,
}

impl Figure {
    /// Returns the light of the figure the policy calls official; none where there is none.
    pub fn light(&self, policy: &Policy) -> Option<Light> {
        self.official.map(|official| light(official, policy))
    }
}

impl Counts {
    pub(super) const NONE: Self = Self {
        due: 0,
        scored: 0,
        judged: 0,
        awaited: 0,
        overdue: 0,
        set_aside: 0,
        needs_judgement: 0,
        not_computable: 0,
    };

    /// Counts one indicator more.
    pub(super) fn add(&mut self, outcome: Outcome, counted: Option<Counted>) {
        self.due += u32::from(outcome != Outcome::NotDue);
        match outcome {
            Outcome::NotDue => {}
            Outcome::Scored => {
                self.scored += 1;
                self.judged += u32::from(counted == Some(Counted::Judgement));
            }
            Outcome::Awaited { overdue } => {
                self.awaited += 1;
                self.overdue += u32::from(overdue);
            }
            Outcome::SetAside(_) => self.set_aside += 1,
            Outcome::NeedsJudgement => self.needs_judgement += 1,
            Outcome::NotComputable(_) => self.not_computable += 1,
        }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self {
            due: self.due + other.due,
            scored: self.scored + other.scored,
            judged: self.judged + other.judged,
            awaited: self.awaited + other.awaited,
            overdue: self.overdue + other.overdue,
            set_aside: self.set_aside + other.set_aside,
            needs_judgement: self.needs_judgement + other.needs_judgement,
            not_computable: self.not_computable + other.not_computable,
        }
    }
}

/// Rounds a percentage as it is shown: two decimals, as [`rounded`] says.
pub fn shown(percent: Percent) -> Decimal {
    rounded(percent.value(), 2)
}
