//! What-if: other weights, other results, indicators set aside, another policy, beside a plan that stays untouched.
//!
//! A scenario speaks of the plan by ids. What it says of something that is no longer there is kept and has no effect, so
//! that taking an objective out of the plan stays possible and undoing it brings everything back.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Deserializer, Serialize};

use super::field::{self, fields, is_default};
use super::{Edit, IndicatorId, Item, ObjectiveId, PartId, Policy, ScenarioEdit, ScenarioId, Weight, Year};
use crate::target::{Phrase, Reading};

/// A named what-if, saved with its plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Never changes, never shown.
    pub id: ScenarioId,
    /// What people call it; may be empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    /// What it is for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub note: String,
    /// Other scoring rules; absent: those of the plan.
    #[serde(default, skip_serializing_if = "is_default")]
    pub policy: Option<Policy>,
    /// What it says of the objectives.
    #[serde(default, skip_serializing_if = "is_default")]
    pub objectives: Overlay,
}

fields! {
    /// A field of a scenario.
    ScenarioField of Scenario {
        /// See [`Scenario::name`].
        Name: name = String,
        /// See [`Scenario::note`].
        Note: note = String,
        /// See [`Scenario::policy`].
        Policy: policy = Option<Policy>,
        /// See [`Scenario::objectives`].
        Objectives: objectives = Overlay,
    }
}

/// What a scenario says, objective by objective, in the order of their ids. It holds nothing blank: who says nothing of an
/// objective does not name it.
#[derive(Clone, Debug, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Overlay(BTreeMap<ObjectiveId, OtherObjective>);

/// What a scenario says of an objective and what stands below it.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct OtherObjective {
    /// Its share of the plan, by year.
    #[serde(deserialize_with = "field::by_year", skip_serializing_if = "is_default")]
    pub weights: BTreeMap<Year, Weight>,
    /// Whether its weight stays where it is while others move.
    #[serde(skip_serializing_if = "is_default")]
    pub locked: bool,
    /// Its indicators.
    #[serde(deserialize_with = "field::by_id", skip_serializing_if = "is_default")]
    pub indicators: BTreeMap<IndicatorId, OtherIndicator>,
}

/// What a scenario says of an indicator and its parts.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct OtherIndicator {
    /// Its share of the objective over the whole period.
    #[serde(skip_serializing_if = "is_default")]
    pub weight: Option<Weight>,
    /// Whether its weight stays where it is while others move.
    #[serde(skip_serializing_if = "is_default")]
    pub locked: bool,
    /// What becomes of its years.
    #[serde(deserialize_with = "field::by_year", skip_serializing_if = "is_default")]
    pub cells: BTreeMap<Year, OtherCell>,
    /// Its parts.
    #[serde(deserialize_with = "field::by_id", skip_serializing_if = "is_default")]
    pub parts: BTreeMap<PartId, OtherPart>,
}

/// What a scenario says of a part.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct OtherPart {
    /// Its share of the indicator.
    #[serde(skip_serializing_if = "is_default")]
    pub weight: Option<Weight>,
    /// Whether its weight stays where it is while others move.
    #[serde(skip_serializing_if = "is_default")]
    pub locked: bool,
    /// What becomes of its years.
    #[serde(deserialize_with = "field::by_year", skip_serializing_if = "is_default")]
    pub cells: BTreeMap<Year, OtherCell>,
}

/// What is supposed of one year of an indicator or part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OtherCell {
    /// Another result, in words as an office writes them; no words: none has come yet. It is read and scored like any
    /// other, and counts instead of a chosen reading and of a judgement.
    Result(Phrase<Reading>),
    /// Reached in full, whatever was promised.
    Met,
    /// Nothing reached, whatever was promised.
    Missed,
    /// Out of the year.
    SetAside,
}

impl Scenario {
    /// Returns a scenario that says nothing.
    pub fn new(id: ScenarioId) -> Self {
        Self { id, name: String::new(), note: String::new(), policy: None, objectives: Overlay::default() }
    }

    /// Returns the scenario without what it says of other years. Weights of indicators and parts are of no year and stay.
    pub fn in_year(&self, year: Year) -> Self {
        let only = |(id, other): (&ObjectiveId, &OtherObjective)| {
            let mut other = other.clone();
            other.weights.retain(|known, _| *known == year);
            for indicator in other.indicators.values_mut() {
                indicator.cells.retain(|known, _| *known == year);
                indicator.parts.values_mut().for_each(|part| part.cells.retain(|known, _| *known == year));
            }
            (id.clone(), other)
        };
        Self { objectives: self.objectives.iter().map(only).collect(), ..self.clone() }
    }

    /// Returns the edit that leads from here to another state of the same scenario; none where they are the same. Where it
    /// differs in what it says of one objective, only that is in the edit.
    pub fn change_to(&self, now: &Self) -> Option<Edit> {
        let mut edits = Vec::new();
        let mut set = |field| edits.push(ScenarioEdit::Field(field));
        if self.name != now.name {
            set(ScenarioField::Name(now.name.clone()));
        }
        if self.note != now.note {
            set(ScenarioField::Note(now.note.clone()));
        }
        if self.policy != now.policy {
            set(ScenarioField::Policy(now.policy.clone()));
        }
        let named: BTreeSet<_> = self.objectives.iter().chain(now.objectives.iter()).map(|(id, _)| id).collect();
        let differs = |id: &&ObjectiveId| self.objectives.get(id) != now.objectives.get(id);
        match named.into_iter().filter(differs).collect::<Vec<_>>().as_slice() {
            [] => {}
            &[objective] => {
                let other = now.objectives.get(objective).cloned().unwrap_or_default();
                edits.push(ScenarioEdit::Objective { objective: objective.clone(), other });
            }
            _ => set(ScenarioField::Objectives(now.objectives.clone())),
        }
        let mut edits: Vec<_> =
            edits.into_iter().map(|edit| Edit::Scenario { scenario: self.id.clone(), edit }).collect();
        if edits.len() > 1 { Some(Edit::Several(edits)) } else { edits.pop() }
    }
}

impl Overlay {
    /// Returns what is said of an objective; none where nothing is.
    pub fn get(&self, objective: &ObjectiveId) -> Option<&OtherObjective> {
        self.0.get(objective)
    }

    /// Walks the objectives of which something is said, in the order of their ids.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&ObjectiveId, &OtherObjective)> {
        self.0.iter()
    }

    /// Returns whether nothing is said of any objective.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Changes what is said of an objective; nothing is said where the change leaves nothing.
    pub fn change(&mut self, objective: &ObjectiveId, change: impl FnOnce(&mut OtherObjective)) {
        let Some(other) = self.0.get_mut(objective) else {
            let mut other = OtherObjective::default();
            change(&mut other);
            self.put(objective.clone(), other);
            return;
        };
        change(other);
        other.drop_blanks();
        if other.is_blank() {
            self.0.remove(objective);
        }
    }

    /// Says something else of an objective, nothing when it is blank, and returns what was said before.
    pub fn put(&mut self, objective: ObjectiveId, mut other: OtherObjective) -> OtherObjective {
        other.drop_blanks();
        let before = if other.is_blank() { self.0.remove(&objective) } else { self.0.insert(objective, other) };
        before.unwrap_or_default()
    }
}

impl FromIterator<(ObjectiveId, OtherObjective)> for Overlay {
    fn from_iter<I: IntoIterator<Item = (ObjectiveId, OtherObjective)>>(others: I) -> Self {
        let mut overlay = Self::default();
        for (objective, other) in others {
            overlay.put(objective, other);
        }
        overlay
    }
}

impl<'de> Deserialize<'de> for Overlay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        field::by_id(deserializer).map(|others: BTreeMap<ObjectiveId, OtherObjective>| others.into_iter().collect())
    }
}

impl OtherObjective {
    /// Returns whether nothing is said.
    pub fn is_blank(&self) -> bool {
        is_default(self)
    }

    fn drop_blanks(&mut self) {
        self.indicators.retain(|_, indicator| {
            indicator.parts.retain(|_, part| !is_default(part));
            !is_default(indicator)
        });
    }
}

impl Item for Scenario {
    type Id = ScenarioId;

    fn id(&self) -> &ScenarioId {
        &self.id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_is_not_kept() {
        let blank = OtherObjective {
            indicators: [(
                "i".into(),
                OtherIndicator { parts: [("p".into(), OtherPart::default())].into(), ..Default::default() },
            )]
            .into(),
            ..OtherObjective::default()
        };
        let mut overlay = Overlay::from_iter([("A".into(), blank.clone())]);
        assert!(overlay.is_empty());
        let locked = OtherObjective { locked: true, ..blank.clone() };
        assert_eq!(overlay.put("A".into(), locked), OtherObjective::default());
        assert!(overlay.get(&"A".into()).unwrap().indicators.is_empty());
        assert!(overlay.put("A".into(), blank).locked);
        assert!(overlay.is_empty());
        let read: Overlay = serde_json::from_str(r#"{"A": {"indicators": {"i": {"cells": {}}}}}"#).unwrap();
        assert!(read.is_empty());
    }

    #[test]
    fn a_scenario_reads_as_people_would_write_it() {
        let text = r#"{"id":"s","name":"Più peso ai servizi","objectives":{"A":{"weights":{"2024":"30"},"locked":true,"indicators":{"A.1":{"weight":"12.5","cells":{"2024":{"result":"3 su 4"},"2025":"met"}}}},"B":{"indicators":{"B.1":{"cells":{"2024":"set_aside"},"parts":{"a":{"cells":{"2024":"missed"}}}}}}}}"#;
        let scenario: Scenario = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&scenario).unwrap(), text);
        let indicator = &scenario.objectives.get(&"A".into()).unwrap().indicators[&"A.1".into()];
        assert_eq!(indicator.cells[&Year::new(2025).unwrap()], OtherCell::Met);
    }

    #[test]
    fn in_a_year_a_scenario_says_nothing_of_others() {
        let text = |said: &str| format!(r#"{{"id":"s","objectives":{{"A":{{{said}}}}}}}"#);
        let both = r#""weights":{"2024":"30","2025":"40"},"indicators":{"i":{"weight":"5","cells":{"2024":"met","2025":"missed"},"parts":{"a":{"cells":{"2024":"met","2025":"missed"}}}}}"#;
        let one = r#""weights":{"2024":"30"},"indicators":{"i":{"weight":"5","cells":{"2024":"met"},"parts":{"a":{"cells":{"2024":"met"}}}}}"#;
        let [both, one] = [both, one].map(|said| serde_json::from_str::<Scenario>(&text(said)).unwrap());
        assert_eq!(both.in_year(Year::new(2024).unwrap()), one);
    }

    #[test]
    fn one_edit_leads_from_one_state_to_another() {
        let year = Year::new(2024).unwrap();
        let mut plan = crate::plan::Plan::new("p".into(), crate::plan::Period::new(year, year).unwrap());
        let mut before = Scenario::new("s".into());
        plan.scenarios.push(before.clone()).unwrap();
        let says = |scenario: &mut Scenario, id: &str| {
            scenario.objectives.change(&id.into(), |other| other.locked = true);
        };
        let one = |scenario: &mut Scenario| says(scenario, "A");
        let two = |scenario: &mut Scenario| {
            scenario.name = "Prudente".into();
            ["B", "C"].into_iter().for_each(|id| says(scenario, id));
        };
        for change in [&one as &dyn Fn(&mut Scenario), &two] {
            let mut now = before.clone();
            change(&mut now);
            let edit = before.change_to(&now).unwrap();
            plan.apply(edit).unwrap();
            assert_eq!(**plan.scenarios.get(&now.id).unwrap(), now);
            assert_eq!(now.change_to(&now), None);
            before = now;
        }
    }

    #[test]
    fn what_is_said_of_one_objective_alone_is_one_edit_of_it() {
        let before = Scenario::new("s".into());
        let mut now = before.clone();
        now.objectives.change(&"A".into(), |other| other.locked = true);
        let other = OtherObjective { locked: true, ..OtherObjective::default() };
        let edit = ScenarioEdit::Objective { objective: "A".into(), other };
        assert_eq!(before.change_to(&now), Some(Edit::Scenario { scenario: "s".into(), edit }));
    }

    #[test]
    fn an_objective_named_twice_is_refused() {
        let read = serde_json::from_str::<Overlay>;
        let error = read(r#"{"A": {"locked": true}, "A": {}}"#).unwrap_err().to_string();
        assert!(error.starts_with("the id A stands there twice"), "{error}");
    }
}
