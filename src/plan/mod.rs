//! The plan: what a body promises for three years, and everything that may change in it.
//!
//! ```text
//! Plan ── goals (a tree; an objective may serve many)
//!  │  ── units (offices that answer)
//!  │  ── policy (the body's scoring rules)
//!  │  ── scenarios (what-if, beside all of it)
//!  └─ objectives ─┬─ actions (what is done, in which years)
//!                 └─ indicators ─┬─ cells, one a year: target, result, deadline, standing, judgement
//!                                └─ parts (lettered) ── cells
//! ```
//!
//! A plan changes only through [`Plan::apply`], which returns the inverse edit. It is a persistent value: copies share
//! whatever was not edited, so that two states can be compared by pointer.

#[cfg(test)]
pub(crate) mod arbitrary;
mod blank;
mod cell;
mod cells;
mod check;
mod conflict;
mod edit;
mod field;
mod frame;
mod id;
mod indicator;
#[cfg(test)]
mod laws;
mod list;
mod objective;
mod overlay;
mod path;
mod period;
mod policy;
mod reference;
mod roll_over;
mod scenario;
mod scope;
mod settle;
mod starter;
mod weight;

pub use cell::{Cause, Cell, CellField, Checkpoint, Deviation, EarlierTarget, Forecast, Judgement, Standing, Status};
pub use cells::Cells;
pub use check::{Finding, Place, Problem, Said, Siblings};
pub use conflict::{Conflict, Dispute, Version};
pub use edit::{Edit, EditError, IndicatorEdit, ObjectiveEdit, PartEdit, ScenarioEdit};
pub use field::Fields;
pub use frame::{Approval, Body, Goal, GoalField, LevelNames, Revision, Section, SectionField, Unit, UnitField};
pub use id::{
    ActionId, ConflictId, GoalId, IndicatorId, ObjectiveId, PartId, PlanId, RevisionId, ScenarioId, SectionId, UnitId,
};
pub use indicator::{Baseline, Indicator, IndicatorField, Part, PartField, Polarity};
pub use list::{Item, List, ListEdit, ListError};
pub use objective::{Action, ActionField, Benefits, Method, Objective, ObjectiveField, Situation};
pub use overlay::{Ground, Taking};
pub use period::{Period, PeriodError, Year};
pub use policy::{
    Band, DatedScale, Earns, Edge, FallingRule, LateStep, Lights, MissingRule, OfficialRule, Policy, Scale,
    SeveralRule, StartRule,
};
pub use reference::ReferenceError;
pub use roll_over::{Carried, Chosen, DatedText, Look, Moved, RolledOver};
pub use scenario::{OtherCell, OtherIndicator, OtherObjective, OtherPart, Overlay, Scenario, ScenarioField};
pub use scope::{Evaluations, Scope};
pub use settle::Keep;
pub use starter::Starter;
pub use weight::{AmountError, Percent, Weight};

use serde::{Deserialize, Serialize};

use field::{fields, is_default};

/// One body's plan for one period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Never changes, never shown; tells two copies of one plan from two plans.
    pub id: PlanId,
    /// Its title.
    #[serde(default, skip_serializing_if = "is_default")]
    pub title: String,
    /// A warning shown wherever the plan is (`Dati inventati a scopo dimostrativo`).
    #[serde(default, skip_serializing_if = "is_default")]
    pub notice: String,
    /// Who it belongs to.
    #[serde(default, skip_serializing_if = "is_default")]
    pub body: Body,
    /// The years it covers.
    pub period: Period,
    /// The act that approved it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub approval: Approval,
    /// The body's own names for its levels.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level_names: LevelNames,
    /// The body's scoring rules.
    #[serde(default, skip_serializing_if = "is_default")]
    pub policy: Policy,
    /// The strategic tree, in the order people gave it.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub goals: List<Goal>,
    /// The offices.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub units: List<Unit>,
    /// The objectives.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub objectives: List<Objective>,
    /// The narrative parts of the document.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub sections: List<Section>,
    /// Changes after approval, oldest first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub revisions: Vec<Revision>,
    /// What-ifs saved with the plan, in the order people gave them; they change nothing in it.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub scenarios: List<Scenario>,
    /// What a merge could not decide, and nobody has settled yet; our version counts meanwhile.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    pub conflicts: List<Conflict>,
}

fields! {
    /// A field of the plan itself.
    PlanField of Plan {
        /// See [`Plan::title`].
        Title: title = String,
        /// See [`Plan::notice`].
        Notice: notice = String,
        /// See [`Body::name`].
        BodyName: body.name = String,
        /// See [`Body::kind`].
        BodyKind: body.kind = String,
        /// See [`Plan::period`].
        Period: period = Period,
        /// See [`Plan::approval`].
        Approval: approval = Approval,
        /// See [`Plan::level_names`].
        LevelNames: level_names = LevelNames,
        /// See [`Plan::policy`].
        Policy: policy = Policy,
        /// See [`Plan::revisions`].
        Revisions: revisions = Vec<Revision>,
    }
}

impl Plan {
    /// Returns a plan with nothing in it but its period.
    pub fn new(id: PlanId, period: Period) -> Self {
        Self {
            id,
            title: String::new(),
            notice: String::new(),
            body: Body::default(),
            period,
            approval: Approval::default(),
            level_names: LevelNames::default(),
            policy: Policy::default(),
            goals: List::default(),
            units: List::default(),
            objectives: List::default(),
            sections: List::default(),
            revisions: Vec::new(),
            scenarios: List::default(),
            conflicts: List::default(),
        }
    }

    /// Returns how many indicators the plan has.
    pub fn indicator_count(&self) -> usize {
        self.objectives.iter().map(|objective| objective.indicators.len()).sum()
    }
}
