//! Names that never change and are never shown. What people see is a code, and codes may change.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, de};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(#[cfg_attr(feature = "schema", schemars(length(min = 1)))] Arc<str>);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let id: Arc<str> = Deserialize::deserialize(deserializer)?;
                if id.is_empty() { Err(de::Error::custom("an id is never empty")) } else { Ok(Self(id)) }
            }
        }

        impl $name {
            /// Returns the id as it stands in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Names a plan through all its copies.
    PlanId,
    /// Names one saved state of a plan, so that two copies find the state they both come from.
    RevisionId,
    /// Names a goal of the performance tree.
    GoalId,
    /// Names an office.
    UnitId,
    /// Names a narrative section.
    SectionId,
    /// Names a what-if.
    ScenarioId,
    /// Names an objective.
    ObjectiveId,
    /// Names an action within its objective.
    ActionId,
    /// Names an indicator within its objective.
    IndicatorId,
    /// Names a lettered part within its indicator.
    PartId,
    /// Names a conflict: the path of its place, as [`Edit::path`](super::Edit::path) writes it.
    ConflictId,
}
