//! What stands around words and decides how they are read: the year of their column, and what a result answers to.

use rust_decimal::Decimal;

use super::Target;

/// The year of a column, which completes dates, and what the target beside a result asks for.
///
/// Targets are read by the year alone. A result is read beside its target: `12/9` is a day beside a deadline, and twelve of
/// nine beside an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    year: i32,
    asked: [Asked; MOST],
}

/// The conditions looked at; a result that answers to more is read without knowing what the rest ask.
const MOST: usize = 4;

/// What one condition asks a result to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Asked {
    /// Nobody knows, or words.
    #[default]
    Anything,
    /// A day.
    Day,
    /// A number.
    Amount,
    /// A number of none or below, so that a sign belongs to it: `ITP ≤ 0`.
    Signed,
    /// Whether it is done.
    Deed,
}

impl Context {
    /// Returns the context of words in the column of `year`, with nothing beside them.
    pub const fn of(year: i32) -> Self {
        Self { year, asked: [Asked::Anything; MOST] }
    }

    /// Returns the context of a result that stands beside a target.
    pub fn beside(year: i32, target: &Target) -> Self {
        let mut context = Self::of(year);
        let parts = match target {
            Target::Several { parts } => parts.as_slice(),
            one => std::slice::from_ref(one),
        };
        for (asked, part) in context.asked.iter_mut().zip(parts) {
            *asked = Asked::by(part);
        }
        context
    }

    /// Returns the year of the column.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// How many conditions a result answers to, of those that are looked at; none where nobody knows.
    pub(super) fn conditions(self) -> usize {
        self.asked.iter().filter(|asked| **asked != Asked::Anything).count()
    }

    /// What the condition at `place` asks.
    pub(super) fn asked(self, place: usize) -> Asked {
        self.asked.get(place).copied().unwrap_or_default()
    }
}

impl From<i32> for Context {
    fn from(year: i32) -> Self {
        Self::of(year)
    }
}

impl Asked {
    /// Whether a number is asked.
    pub const fn is_amount(self) -> bool {
        matches!(self, Self::Amount | Self::Signed)
    }

    fn by(target: &Target) -> Self {
        match target {
            Target::AtLeast(quantity)
            | Target::MoreThan(quantity)
            | Target::AtMost(quantity)
            | Target::LessThan(quantity)
            | Target::Exactly(quantity)
                if quantity.value <= Decimal::ZERO =>
            {
                Self::Signed
            }
            Target::By { .. } | Target::BandsByDay { .. } => Self::Day,
            Target::AtLeast(_)
            | Target::MoreThan(_)
            | Target::AtMost(_)
            | Target::LessThan(_)
            | Target::Exactly(_)
            | Target::Range(_)
            | Target::Times { .. }
            | Target::All
            | Target::Change { .. }
            | Target::Bands { .. } => Self::Amount,
            Target::Yes => Self::Deed,
            Target::Several { .. } | Target::ToDefine | Target::Withdrawn { .. } | Target::Words => Self::Anything,
        }
    }
}
