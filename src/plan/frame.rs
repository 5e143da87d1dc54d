//! What stands around the objectives: the body, its approval of the plan, goals, offices and narrative sections.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::field::{fields, is_default};
use super::{GoalId, Item, SectionId, UnitId};
use crate::target::day;

/// Who the plan belongs to (*ente*).
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Body {
    /// Its name.
    #[serde(skip_serializing_if = "is_default")]
    pub name: String,
    /// What sort of body it is (`azienda speciale consortile`).
    #[serde(skip_serializing_if = "is_default")]
    pub kind: String,
}

/// The act that approved the plan.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Approval {
    /// Organ, number and subject.
    #[serde(skip_serializing_if = "is_default")]
    pub act: String,
    /// Its date.
    #[serde(deserialize_with = "day::maybe", skip_serializing_if = "is_default")]
    pub date: Option<NaiveDate>,
}

/// The body's own names for the levels of its plan; an empty name takes the usual one.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct LevelNames {
    /// Levels of the goal tree, from the root down.
    #[serde(skip_serializing_if = "is_default")]
    pub goals: Vec<String>,
    /// What an objective is called (`Scheda`).
    #[serde(skip_serializing_if = "is_default")]
    pub objective: String,
    /// What an action is called.
    #[serde(skip_serializing_if = "is_default")]
    pub action: String,
    /// What an indicator is called (`Passo`).
    #[serde(skip_serializing_if = "is_default")]
    pub indicator: String,
}

/// A node of the strategic tree. Its level is its depth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Never changes, never shown.
    pub id: GoalId,
    /// The goal above it; none at the root.
    #[serde(default, skip_serializing_if = "is_default")]
    pub parent: Option<GoalId>,
    /// What people call it (`1A`).
    #[serde(default, skip_serializing_if = "is_default")]
    pub code: String,
    /// What is to be achieved.
    #[serde(default, skip_serializing_if = "is_default")]
    pub title: String,
    /// In more words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: String,
}

fields! {
    /// A field of a goal.
    GoalField of Goal {
        /// See [`Goal::parent`].
        Parent: parent = Option<GoalId>,
        /// See [`Goal::code`].
        Code: code = String,
        /// See [`Goal::title`].
        Title: title = String,
        /// See [`Goal::description`].
        Description: description = String,
    }
}

/// An office (*ufficio, servizio, area organizzativa*).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Never changes, never shown.
    pub id: UnitId,
    /// Its name.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub responsible: String,
    /// Where to write.
    #[serde(default, skip_serializing_if = "is_default")]
    pub email: String,
}

fields! {
    /// A field of an office.
    UnitField of Unit {
        /// See [`Unit::name`].
        Name: name = String,
        /// See [`Unit::responsible`].
        Responsible: responsible = String,
        /// See [`Unit::email`].
        Email: email = String,
    }
}

/// A narrative part of the document: text, tables or both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Never changes, never shown.
    pub id: SectionId,
    /// Heading.
    #[serde(default, skip_serializing_if = "is_default")]
    pub title: String,
    /// Paragraphs, parted by line breaks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub text: String,
    /// A table's rows, the first one its heading; empty where there is none.
    #[serde(default, skip_serializing_if = "is_default")]
    pub table: Vec<Vec<String>>,
}

fields! {
    /// A field of a section.
    SectionField of Section {
        /// See [`Section::title`].
        Title: title = String,
        /// See [`Section::text`].
        Text: text = String,
        /// See [`Section::table`].
        Table: table = Vec<Vec<String>>,
    }
}

/// A change of the plan after its approval (*rimodulazione*), as it will stand in the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// When it was decided.
    #[serde(deserialize_with = "day::one")]
    pub date: NaiveDate,
    /// By which act.
    #[serde(default, skip_serializing_if = "is_default")]
    pub act: String,
    /// What changed and why.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
}

impl Goal {
    /// Returns a goal at the root with nothing written in it.
    pub fn new(id: GoalId) -> Self {
        Self { id, parent: None, code: String::new(), title: String::new(), description: String::new() }
    }
}

impl Unit {
    /// Returns an office with nothing written about it.
    pub fn new(id: UnitId) -> Self {
        Self { id, name: String::new(), responsible: String::new(), email: String::new() }
    }
}

impl Section {
    /// Returns a section with nothing written in it.
    pub fn new(id: SectionId) -> Self {
        Self { id, title: String::new(), text: String::new(), table: Vec::new() }
    }
}

impl Item for Goal {
    type Id = GoalId;

    fn id(&self) -> &GoalId {
        &self.id
    }
}

impl Item for Unit {
    type Id = UnitId;

    fn id(&self) -> &UnitId {
        &self.id
    }
}

impl Item for Section {
    type Id = SectionId;

    fn id(&self) -> &SectionId {
        &self.id
    }
}
