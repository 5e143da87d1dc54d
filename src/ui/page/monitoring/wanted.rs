//! Which rows are wanted.

use crate::attainment::Outcome;
use crate::plan::{ObjectiveId, Scope, UnitId};
use crate::report::{Entry, Filter, State};

/// What the filters ask for; the default is everything.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Wanted {
    /// What an office answers for.
    pub unit: Option<UnitId>,
    /// What belongs to an objective.
    pub objective: Option<ObjectiveId>,
    /// What stands like this.
    pub standing: Standing,
    /// What holds these words.
    pub text: String,
}

impl Wanted {
    /// What is looked at first: in the copy of one office its own rows, elsewhere everything.
    pub fn in_copy(scope: Option<&Scope>) -> Self {
        let unit = scope.and_then(|scope| match scope.units.as_slice() {
            [unit] => Some(unit.clone()),
            _ => None,
        });
        Self { unit, ..Self::default() }
    }
}

/// How a row stands, as people choose it from a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Standing {
    /// Any way.
    #[default]
    Any,
    /// Its day has passed without a result.
    Overdue,
    /// Its result is still to come.
    Awaited,
    /// Only a person can judge its result.
    ToJudge,
    /// No rule can score its result.
    NotComputable,
    /// It is scored.
    Scored,
    /// It does not count this year.
    SetAside,
}

impl Standing {
    /// Every one, in the order in which they are offered, with its name in the list.
    pub const ALL: [(Self, &str); 7] = [
        (Self::Any, ""),
        (Self::Overdue, "overdue"),
        (Self::Awaited, "awaited"),
        (Self::ToJudge, "to-judge"),
        (Self::NotComputable, "not-computable"),
        (Self::Scored, "scored"),
        (Self::SetAside, "set-aside"),
    ];

    /// Returns what the list calls it.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(standing, _)| *standing == self).map_or("", |(_, name)| name)
    }

    /// Returns which one the list calls so.
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map_or(Self::Any, |(standing, _)| standing)
    }

    fn state(self) -> Option<State> {
        match self {
            Self::Any => None,
            Self::Overdue => Some(State::Overdue),
            Self::Awaited => Some(State::Awaited),
            Self::ToJudge | Self::NotComputable => Some(State::Stuck),
            Self::Scored => Some(State::Scored),
            Self::SetAside => Some(State::SetAside),
        }
    }
}

impl Wanted {
    /// Returns whether something is filtered out.
    pub fn is_narrow(&self) -> bool {
        *self != Self::default()
    }

    /// Returns what the report is asked for.
    pub fn filter(&self) -> Filter {
        Filter { unit: self.unit.clone(), state: self.standing.state(), text: self.text.clone() }
    }

    /// Returns whether a row of the report is wanted; the report knows neither objectives nor what makes a result stick.
    pub fn holds(&self, entry: &Entry) -> bool {
        let sticks = match self.standing {
            Standing::ToJudge => entry.outcome == Outcome::NeedsJudgement,
            Standing::NotComputable => matches!(entry.outcome, Outcome::NotComputable(_)),
            _ => true,
        };
        sticks && self.objective.as_ref().is_none_or(|objective| *objective == entry.place.objective)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standing_is_found_by_its_name() {
        for (standing, name) in Standing::ALL {
            assert_eq!((Standing::named(name), standing.name()), (standing, name));
        }
        assert_eq!(Standing::named("?"), Standing::Any);
    }
}
