//! What is measured: an indicator, its lettered parts, and the years in which it is due.

use serde::{Deserialize, Serialize};

use super::field::{self, fields, is_default};
use super::{ActionId, Cell, Cells, IndicatorId, Item, List, PartId, UnitId, Weight, Year};
use crate::target::{Phrase, Reading, Target};

/// What is measured. A step (*fase*) is an indicator with a KPI and a deadline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Never changes, never shown.
    pub id: IndicatorId,
    /// What people call it (`D.1`); may be empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub code: String,
    /// The action it measures, in the same objective.
    #[serde(default, skip_serializing_if = "is_default")]
    pub action: Option<ActionId>,
    /// What is measured or done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: String,
    /// What proves a step done; its promise in the year it falls due, unless that year has words of its own.
    #[serde(default, skip_serializing_if = "Phrase::is_unwritten")]
    pub kpi: Phrase<Target>,
    /// How it is computed (*algoritmo*).
    #[serde(default, skip_serializing_if = "is_default")]
    pub formula: String,
    /// Unit of measure, in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unit_of_measure: String,
    /// Where the figures come from.
    #[serde(default, skip_serializing_if = "is_default")]
    pub source: String,
    /// How often they are taken.
    #[serde(default, skip_serializing_if = "is_default")]
    pub frequency: String,
    /// Which way is better, where a target does not say.
    #[serde(default, skip_serializing_if = "is_default")]
    pub polarity: Polarity,
    /// Where it started.
    #[serde(default, skip_serializing_if = "is_default")]
    pub baseline: Option<Baseline>,
    /// Offices that answer for it; empty: those of the objective.
    #[serde(default, skip_serializing_if = "is_default")]
    pub units: Vec<UnitId>,
    /// Share of the objective over the whole period.
    #[serde(default, skip_serializing_if = "is_default")]
    pub weight: Option<Weight>,
    /// Lettered parts; where there are any they are measured instead of the indicator itself.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub parts: List<Part>,
    /// Promises and results, by year; no blank cells.
    #[serde(default, deserialize_with = "field::cells", skip_serializing_if = "is_default")]
    pub cells: Cells,
}

fields! {
    /// A field of an indicator.
    IndicatorField of Indicator {
        /// See [`Indicator::code`].
        Code: code = String,
        /// See [`Indicator::action`].
        Action: action = Option<ActionId>,
        /// See [`Indicator::description`].
        Description: description = String,
        /// See [`Indicator::kpi`].
        Kpi: kpi = Phrase<Target>,
        /// See [`Indicator::formula`].
        Formula: formula = String,
        /// See [`Indicator::unit_of_measure`].
        UnitOfMeasure: unit_of_measure = String,
        /// See [`Indicator::source`].
        Source: source = String,
        /// See [`Indicator::frequency`].
        Frequency: frequency = String,
        /// See [`Indicator::polarity`].
        Polarity: polarity = Polarity,
        /// See [`Indicator::baseline`].
        Baseline: baseline = Option<Baseline>,
        /// See [`Indicator::units`].
        Units: units = Vec<UnitId>,
        /// See [`Indicator::weight`].
        Weight: weight = Option<Weight>,
    }
}

/// A lettered part of an indicator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Never changes, never shown.
    pub id: PartId,
    /// Its letter.
    #[serde(default, skip_serializing_if = "is_default")]
    pub code: String,
    /// What is measured.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: String,
    /// Share of the indicator.
    #[serde(default, skip_serializing_if = "is_default")]
    pub weight: Option<Weight>,
    /// Promises and results, by year; no blank cells.
    #[serde(default, deserialize_with = "field::cells", skip_serializing_if = "is_default")]
    pub cells: Cells,
}

fields! {
    /// A field of a part.
    PartField of Part {
        /// See [`Part::code`].
        Code: code = String,
        /// See [`Part::description`].
        Description: description = String,
        /// See [`Part::weight`].
        Weight: weight = Option<Weight>,
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// More is better.
    #[default]
    Rising,
    /// Less is better.
    Falling,
    /// The target itself is best, above and below are worse.
    Steady,
}

/// Where an indicator started.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// In the office's words (`57%`, `Non disponibile`).
    pub words: Phrase<Reading>,
    /// Of which year, when said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub year: Option<Year>,
}

impl Indicator {
    /// Returns an indicator with nothing written in it.
    pub fn new(id: IndicatorId) -> Self {
        Self {
            id,
            code: String::new(),
            action: None,
            description: String::new(),
            kpi: Phrase::default(),
            formula: String::new(),
            unit_of_measure: String::new(),
            source: String::new(),
            frequency: String::new(),
            polarity: Polarity::default(),
            baseline: None,
            units: Vec::new(),
            weight: None,
            parts: List::default(),
            cells: Cells::new(),
        }
    }

    /// Returns whether the indicator, or one of its parts, is due in a year: an empty year is not.
    pub fn is_due(&self, year: Year) -> bool {
        is_due(&self.cells, year) || self.parts.iter().any(|part| is_due(&part.cells, year))
    }

    /// Returns the words that say what is promised for a year: the year's own, else the KPI where the year has a deadline.
    pub fn promise(&self, year: Year) -> Option<&Phrase<Target>> {
        let cell = self.cells.get(&year)?;
        if !cell.target.is_empty() {
            Some(&cell.target)
        } else if cell.due.is_some() && !self.kpi.is_empty() {
            Some(&self.kpi)
        } else {
            None
        }
    }
}

impl Part {
    /// Returns a part with nothing written in it.
    pub fn new(id: PartId) -> Self {
        Self { id, code: String::new(), description: String::new(), weight: None, cells: Cells::new() }
    }
}

fn is_due(cells: &Cells, year: Year) -> bool {
    cells.get(&year).is_some_and(Cell::is_due)
}

impl Item for Indicator {
    type Id = IndicatorId;

    fn id(&self) -> &IndicatorId {
        &self.id
    }
}

impl Item for Part {
    type Id = PartId;

    fn id(&self) -> &PartId {
        &self.id
    }
}
