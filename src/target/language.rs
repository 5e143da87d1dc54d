//! The two languages that figures and readings are shown in. Words are read in both at once.

use serde::{Deserialize, Serialize};

/// A language to show figures and readings in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// `1.234,56`, `entro il 30 settembre 2024`.
    #[default]
    Italian,
    /// `1,234.56`, `by 30 September 2024`.
    English,
}
