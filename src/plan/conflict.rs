//! Two versions of one thing between which a merge could not choose, kept in the plan until a person does.
//!
//! A version is the very edit that makes it stand, so a conflict about a result, a set of weights, an order or a whole
//! record is one and the same kind of value, and [`Plan::settlement`](super::Plan::settlement) needs no table of fields.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::field::is_default;
use super::{ConflictId, Edit, Item};
use crate::target::day;

/// Two versions of one thing, to be settled by a person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The path of its place; with `~2` and so on after it where an older conflict waits at the same place.
    pub id: ConflictId,
    /// Why the merge did not choose.
    pub dispute: Dispute,
    /// The edit that brings back what stood there before either side changed it; absent: it is not known, or nothing stood
    /// there.
    #[serde(default, skip_serializing_if = "is_default")]
    pub base: Option<Edit>,
    /// The version of the plan that was merged into.
    pub ours: Version,
    /// The version of the plan that came in.
    pub theirs: Version,
}

/// One side of a conflict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// The edit that makes it stand. A record that is there is its insertion, one that is not is its removal; an order is
    /// the moves that bring it about.
    pub edit: Edit,
    /// Who made it; empty: not known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by: String,
    /// When; absent: not known.
    #[serde(default, deserialize_with = "day::maybe", skip_serializing_if = "is_default")]
    pub on: Option<NaiveDate>,
}

/// Why a merge did not choose between two versions, and what stands meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Dispute {
    /// Both sides changed it, each in its own way. Ours stands.
    BothChanged,
    /// One side removed it and the other changed it. It stands, as changed.
    RemovedAndChanged,
    /// One side removed it and something of the other still points at it. It stands.
    StillInUse,
    /// Their goals would stand below themselves together with ours. Our tree stands.
    Circle,
    /// They were not asked to change it. Ours stands.
    OutsideScope,
    /// What both began with is not known, so that nobody can tell who changed it. Ours stands.
    NoBase,
}

impl Conflict {
    /// Returns the path of the place in dispute, as [`Edit::path`] writes it.
    pub fn path(&self) -> String {
        self.theirs.edit.path()
    }

    /// Returns whether two conflicts are about the same versions of the same thing, whichever side each calls its own.
    pub fn is_same(&self, other: &Self) -> bool {
        let (ours, theirs) = (&self.ours.edit, &self.theirs.edit);
        (*ours == other.ours.edit && *theirs == other.theirs.edit)
            || (*ours == other.theirs.edit && *theirs == other.ours.edit)
    }
}

impl Item for Conflict {
    type Id = ConflictId;

    fn id(&self) -> &ConflictId {
        &self.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::PlanField;

    #[test]
    fn a_conflict_is_the_same_whichever_version_a_side_calls_its_own() {
        let conflict = |ours: &str, theirs: &str| {
            let version = |title: &str| {
                let edit = Edit::Plan(PlanField::Title(title.into()));
                Version { edit, by: String::new(), on: None }
            };
            let (ours, theirs) = (version(ours), version(theirs));
            Conflict { id: "title".into(), dispute: Dispute::BothChanged, base: None, ours, theirs }
        };
        for (ours, theirs, is_same) in [
            ("PIAO", "Piano", true),
            ("Piano", "PIAO", true),
            ("PIAO", "Programma", false),
            ("Programma", "PIAO", false),
            ("Piano", "Programma", false),
            ("Programma", "Piano", false),
        ] {
            assert_eq!(conflict("PIAO", "Piano").is_same(&conflict(ours, theirs)), is_same, "{ours} {theirs}");
        }
    }
}
