//! What an office answers for: an objective, the actions it takes and the indicators that measure it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::field::{self, fields, is_default};
use super::{ActionId, GoalId, Indicator, Item, List, ObjectiveId, UnitId, Weight, Year};

/// An objective with everything its sheet (*scheda*) says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Never changes, never shown.
    pub id: ObjectiveId,
    /// What people call it (`A`, `2`); may be empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub code: String,
    /// The body's word for what it is (`Scheda`, `Obiettivo di PEG`).
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: String,
    /// What is to be achieved.
    #[serde(default, skip_serializing_if = "is_default")]
    pub title: String,
    /// The goals it serves.
    #[serde(default, skip_serializing_if = "is_default")]
    pub goals: Vec<GoalId>,
    /// The document it comes from (`Obiettivo da piano programma 2024-2026`).
    #[serde(default, skip_serializing_if = "is_default")]
    pub reference: String,
    /// Who answers for it, in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub responsible: String,
    /// Offices that answer for it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub units: Vec<UnitId>,
    /// Other services involved, in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub other_services: String,
    /// Groups of staff involved, in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub staff_groups: String,
    /// Stakeholders, in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stakeholders: String,
    /// Dimensions of public value it contributes to, in words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub public_value: String,
    /// Year it first stood in a plan.
    #[serde(default, skip_serializing_if = "is_default")]
    pub first_year: Option<Year>,
    /// Where things stood at the start.
    #[serde(default, skip_serializing_if = "is_default")]
    pub situation: Situation,
    /// What is hoped for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub benefits: Benefits,
    /// How it will be done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub method: Method,
    /// Share of the plan, by year.
    #[serde(default, deserialize_with = "field::by_year", skip_serializing_if = "is_default")]
    pub weights: BTreeMap<Year, Weight>,
    /// What is done.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub actions: List<Action>,
    /// What is measured.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub indicators: List<Indicator>,
}

fields! {
    /// A field of an objective.
    ObjectiveField of Objective {
        /// See [`Objective::code`].
        Code: code = String,
        /// See [`Objective::kind`].
        Kind: kind = String,
        /// See [`Objective::title`].
        Title: title = String,
        /// See [`Objective::goals`].
        Goals: goals = Vec<GoalId>,
        /// See [`Objective::reference`].
        Reference: reference = String,
        /// See [`Objective::responsible`].
        Responsible: responsible = String,
        /// See [`Objective::units`].
        Units: units = Vec<UnitId>,
        /// See [`Objective::other_services`].
        OtherServices: other_services = String,
        /// See [`Objective::staff_groups`].
        StaffGroups: staff_groups = String,
        /// See [`Objective::stakeholders`].
        Stakeholders: stakeholders = String,
        /// See [`Objective::public_value`].
        PublicValue: public_value = String,
        /// See [`Objective::first_year`].
        FirstYear: first_year = Option<Year>,
        /// See [`Situation::current`].
        SituationCurrent: situation.current = String,
        /// See [`Situation::critical_points`].
        SituationCriticalPoints: situation.critical_points = String,
        /// See [`Benefits::expected`].
        BenefitsExpected: benefits.expected = String,
        /// See [`Benefits::advantages`].
        BenefitsAdvantages: benefits.advantages = String,
        /// See [`Method::actions`].
        MethodActions: method.actions = String,
        /// See [`Method::costs`].
        MethodCosts: method.costs = String,
        /// See [`Method::overall_indicator`].
        MethodOverallIndicator: method.overall_indicator = String,
        /// See [`Objective::weights`].
        Weights: weights = BTreeMap<Year, Weight>,
    }
}

/// Where things stood at the start (*situazione di partenza*).
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Situation {
    /// How things are.
    #[serde(skip_serializing_if = "is_default")]
    pub current: String,
    /// What does not work.
    #[serde(skip_serializing_if = "is_default")]
    pub critical_points: String,
}

/// What is hoped for (*benefici attesi*).
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Benefits {
    /// How things should be.
    #[serde(skip_serializing_if = "is_default")]
    pub expected: String,
    /// What citizens or the body gain.
    #[serde(skip_serializing_if = "is_default")]
    pub advantages: String,
}

/// How it will be done (*metodologia*). Who does it stands in [`Objective::staff_groups`].
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Method {
    /// What will be done, in short.
    #[serde(skip_serializing_if = "is_default")]
    pub actions: String,
    /// With which money.
    #[serde(skip_serializing_if = "is_default")]
    pub costs: String,
    /// What would show the whole as reached (*indicatore generale di raggiungimento*).
    #[serde(skip_serializing_if = "is_default")]
    pub overall_indicator: String,
}

/// What is done (*azione*).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Never changes, never shown.
    pub id: ActionId,
    /// Its number in the sheet.
    #[serde(default, skip_serializing_if = "is_default")]
    pub code: String,
    /// Whether the body marked it as an innovation.
    #[serde(default, skip_serializing_if = "is_default")]
    pub innovative: bool,
    /// What is done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub description: String,
    /// What should come of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub expected_result: String,
    /// The years in which it is done.
    #[serde(default, deserialize_with = "field::years", skip_serializing_if = "is_default")]
    pub years: BTreeSet<Year>,
}

fields! {
    /// A field of an action.
    ActionField of Action {
        /// See [`Action::code`].
        Code: code = String,
        /// See [`Action::innovative`].
        Innovative: innovative = bool,
        /// See [`Action::description`].
        Description: description = String,
        /// See [`Action::expected_result`].
        ExpectedResult: expected_result = String,
        /// See [`Action::years`].
        Years: years = BTreeSet<Year>,
    }
}

impl Objective {
    /// Returns an objective with nothing written in it.
    pub fn new(id: ObjectiveId) -> Self {
        Self {
            id,
            code: String::new(),
            kind: String::new(),
            title: String::new(),
            goals: Vec::new(),
            reference: String::new(),
            responsible: String::new(),
            units: Vec::new(),
            other_services: String::new(),
            staff_groups: String::new(),
            stakeholders: String::new(),
            public_value: String::new(),
            first_year: None,
            situation: Situation::default(),
            benefits: Benefits::default(),
            method: Method::default(),
            weights: BTreeMap::new(),
            actions: List::default(),
            indicators: List::default(),
        }
    }

    /// Returns the offices that answer for an indicator: its own, else those of the objective.
    pub fn units_of<'a>(&'a self, indicator: &'a Indicator) -> &'a [UnitId] {
        if indicator.units.is_empty() { &self.units } else { &indicator.units }
    }

    /// Returns whether any of its indicators is due in a year.
    pub fn is_due(&self, year: Year) -> bool {
        self.indicators.iter().any(|indicator| indicator.is_due(year))
    }
}

impl Action {
    /// Returns an action with nothing written in it.
    pub fn new(id: ActionId) -> Self {
        Self {
            id,
            code: String::new(),
            innovative: false,
            description: String::new(),
            expected_result: String::new(),
            years: BTreeSet::new(),
        }
    }
}

impl Item for Objective {
    type Id = ObjectiveId;

    fn id(&self) -> &ObjectiveId {
        &self.id
    }
}

impl Item for Action {
    type Id = ActionId;

    fn id(&self) -> &ActionId {
        &self.id
    }
}
