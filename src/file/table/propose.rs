//! What an import would do to a plan: every cell with its fate, and one edit that makes it all and can be undone as one.
//!
//! The edits are tried on a copy of the plan, which shares whatever they leave alone. Records that come new are put in whole,
//! with what the copy has of them in the end; records that are there get one edit for each field that changes.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use serde::Serialize;

use super::cell::essence;
use super::destination::{Destination, RowKind};
use super::facts;
use super::import::{Entry, Import, ImportedRow, ImportedSheet};
use super::layout::{Setting, Spot};
use super::rows;
use crate::plan::{
    Action, ActionId, Cell, Edit, Goal, GoalId, Indicator, IndicatorId, ListEdit, Objective, ObjectiveEdit,
    ObjectiveField, ObjectiveId, Plan, Unit, UnitId,
};

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Proposal {
    /// What becomes of each cell.
    pub fates: BTreeMap<Spot, Fate>,
    /// All of it as one edit; none: nothing would change.
    pub edit: Option<Edit>,
    /// What it would bring and change.
    pub counts: Counts,
}

/// How much an import brings and changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Counts {
    /// New objectives.
    pub objectives: usize,
    /// New actions.
    pub actions: usize,
    /// New indicators.
    pub indicators: usize,
    /// Cells that something new stands in, of records that were there.
    pub filled: usize,
    /// Cells whose words are replaced.
    pub overwritten: usize,
    /// Cells that say what the plan says.
    pub same: usize,
    /// Cells that find nothing in the plan to go to.
    pub missing: usize,
}

/// What becomes of a cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// The plan says so already.
    Same,
    /// It goes into a record that comes new.
    New,
    /// It goes where nothing stood.
    Fills,
    /// It replaces what stood there.
    Overwrites(String),
    /// The plan has nothing of this name, or no field for it.
    Missing,
}

/// Works out what an import would do. `home` is the objective that is open, to which rows belong that name no other;
/// `new_id` gives ids that nothing else has. None: there was no id to be had.
pub fn propose(
    plan: &Plan,
    import: &Import,
    home: Option<&ObjectiveId>,
    setting: Setting,
    new_id: &mut dyn FnMut() -> Option<String>,
) -> Option<Proposal> {
    let mut draft = Draft {
        scratch: plan.clone(),
        setting,
        new_id,
        fates: BTreeMap::new(),
        frame: Vec::new(),
        edits: Vec::new(),
        objectives: Vec::new(),
        actions: Vec::new(),
        indicators: Vec::new(),
        is_new: HashSet::new(),
        names: HashMap::new(),
        used: HashSet::new(),
        lacks_ids: false,
    };
    draft.index();
    let named = import.sheets.iter().filter(|sheet| !sheet.facts.is_empty()).count();
    let mut places: Vec<Option<ObjectiveId>> = Vec::new();
    for sheet in &import.sheets {
        let place = draft.objective_of(sheet, home, named);
        if let Some(id) = &place {
            facts::put(&mut draft, id, sheet);
        }
        rows::put(&mut draft, place.as_ref(), home, sheet);
        places.push(place);
    }
    for row in &import.goals {
        facts::put_goals(&mut draft, row);
    }
    for (sheet, place) in import.sheets.iter().zip(&places) {
        if let Some(id) = place {
            facts::link(&mut draft, id, sheet);
        }
    }
    draft.proposal()
}

/// A copy of the plan with what was changed in it so far.
pub(super) struct Draft<'a> {
    pub scratch: Plan,
    pub setting: Setting,
    new_id: &'a mut dyn FnMut() -> Option<String>,
    fates: BTreeMap<Spot, Fate>,
    /// Offices and goals, in the order in which they came.
    frame: Vec<Edit>,
    /// Changes of what was there.
    edits: Vec<Edit>,
    objectives: Vec<ObjectiveId>,
    actions: Vec<(ObjectiveId, ActionId)>,
    indicators: Vec<(ObjectiveId, IndicatorId)>,
    /// Ids of everything new.
    is_new: HashSet<String>,
    /// Objectives by code and title.
    names: HashMap<String, ObjectiveId>,
    /// Records that a row of this import has found already.
    pub used: HashSet<(ObjectiveId, IndicatorId)>,
    lacks_ids: bool,
}

impl Draft<'_> {
    fn index(&mut self) {
        for objective in self.scratch.objectives.iter() {
            for name in names(&objective.kind, &objective.code, &objective.title) {
                self.names.entry(name).or_insert_with(|| objective.id.clone());
            }
        }
    }

    /// Returns the objective that a sheet is about: the open one, one of the same name, or a new one.
    fn objective_of(&mut self, sheet: &ImportedSheet, home: Option<&ObjectiveId>, named: usize) -> Option<ObjectiveId> {
        if sheet.facts.is_empty() {
            return home.cloned();
        }
        let (kind, code, title) =
            (sheet.says(Destination::Kind), sheet.says(Destination::Code), sheet.says(Destination::Description));
        if let (Some(home), 1) = (home, named) {
            return Some(home.clone());
        }
        let known = names(kind, code, title).iter().find_map(|name| self.names.get(name)).cloned();
        let empty_home = || {
            let home = home.filter(|home| {
                let objective = self.scratch.objectives.get(home);
                objective.is_some_and(|it| it.title.is_empty() && it.code.is_empty() && it.indicators.is_empty())
            });
            home.cloned()
        };
        let id = match known.or_else(empty_home) {
            Some(id) => id,
            None => self.new_objective()?,
        };
        for name in names(kind, code, title) {
            self.names.entry(name).or_insert_with(|| id.clone());
        }
        Some(id)
    }

    /// Returns the objective with this title, a new one where there is none.
    pub fn objective_named(&mut self, title: &str) -> Option<ObjectiveId> {
        let name = title_name(title);
        if let Some(id) = self.names.get(&name) {
            return Some(id.clone());
        }
        let id = self.new_objective()?;
        self.names.insert(name, id.clone());
        let field = ObjectiveField::Title(title.to_owned());
        self.make(Edit::Objective { objective: id.clone(), edit: ObjectiveEdit::Field(field) });
        Some(id)
    }

    /// Adds an objective without a name, last.
    pub fn new_objective(&mut self) -> Option<ObjectiveId> {
        let id: ObjectiveId = self.id()?.into();
        let kind = self.scratch.objectives.iter().next_back().map(|last| last.kind.clone());
        let kind = kind.unwrap_or_else(|| self.scratch.level_names.objective.clone());
        let item = Arc::new(Objective { kind, ..Objective::new(id.clone()) });
        self.scratch.apply(Edit::Objectives(ListEdit::Insert { at: usize::MAX, item })).ok()?;
        self.objectives.push(id.clone());
        Some(id)
    }

    /// Adds an action to an objective, last.
    pub fn new_action(&mut self, objective: &ObjectiveId) -> Option<ActionId> {
        let id: ActionId = self.id()?.into();
        let item = Arc::new(Action::new(id.clone()));
        let edit = ObjectiveEdit::Actions(ListEdit::Insert { at: usize::MAX, item });
        self.scratch.apply(Edit::Objective { objective: objective.clone(), edit }).ok()?;
        self.actions.push((objective.clone(), id.clone()));
        Some(id)
    }

    /// Adds an indicator to an objective, last.
    pub fn new_indicator(&mut self, objective: &ObjectiveId) -> Option<IndicatorId> {
        let id: IndicatorId = self.id()?.into();
        let item = Arc::new(Indicator::new(id.clone()));
        let edit = ObjectiveEdit::Indicators(ListEdit::Insert { at: usize::MAX, item });
        self.scratch.apply(Edit::Objective { objective: objective.clone(), edit }).ok()?;
        self.indicators.push((objective.clone(), id.clone()));
        Some(id)
    }

    /// Returns the offices that a text names: those of the plan found in it, else a new one of that name.
    pub fn offices(&mut self, text: &str) -> Vec<UnitId> {
        let wanted = essence(text);
        let exact = self.scratch.units.iter().find(|unit| essence(&unit.name) == wanted).map(|unit| unit.id.clone());
        if let Some(exact) = exact {
            return vec![exact];
        }
        let mut found: Vec<(usize, UnitId)> = self
            .scratch
            .units
            .iter()
            .filter(|unit| essence(&unit.name).len() >= 4)
            .filter_map(|unit| Some((wanted.find(&essence(&unit.name))?, unit.id.clone())))
            .collect();
        found.sort();
        if !found.is_empty() {
            return found.into_iter().map(|(_, id)| id).collect();
        }
        let Some(id) = self.id().map(UnitId::from) else { return Vec::new() };
        let edit = Edit::Units(ListEdit::Insert {
            at: self.scratch.units.len(),
            item: Arc::new(Unit { name: text.to_owned(), ..Unit::new(id.clone()) }),
        });
        if self.frame(edit) { vec![id] } else { Vec::new() }
    }

    /// Returns the goal of this code or title under a parent; a new one where there is none.
    pub fn goal(&mut self, parent: Option<&GoalId>, code: &str, title: &str) -> Option<GoalId> {
        let (wanted_code, wanted) = (essence(code), essence(title));
        let same = |goal: &Goal| {
            let by_code = !wanted_code.is_empty() && essence(&goal.code) == wanted_code;
            let by_title = !wanted.is_empty() && essence(&goal.title) == wanted;
            goal.parent.as_ref() == parent && (by_title || (by_code && (wanted.is_empty() || goal.title.is_empty())))
        };
        if let Some(goal) = self.scratch.goals.iter().find(|goal| same(goal)) {
            return Some(goal.id.clone());
        }
        let id: GoalId = self.id()?.into();
        let goal = Goal {
            id: id.clone(),
            parent: parent.cloned(),
            code: code.to_owned(),
            title: title.to_owned(),
            description: String::new(),
        };
        let edit = Edit::Goals(ListEdit::Insert { at: self.scratch.goals.len(), item: Arc::new(goal) });
        self.frame(edit).then_some(id)
    }

    fn frame(&mut self, edit: Edit) -> bool {
        let is_made = self.scratch.apply(edit.clone()).is_ok();
        if is_made {
            self.frame.push(edit);
        }
        is_made
    }

    /// Makes an edit in the copy; it is kept where it changes a record that was there before.
    pub fn make(&mut self, edit: Edit) {
        let is_within_new = match &edit {
            Edit::Objective { objective, edit } => {
                self.is_new.contains(objective.as_str())
                    || match edit {
                        ObjectiveEdit::Action { action, .. } => self.is_new.contains(action.as_str()),
                        ObjectiveEdit::Indicator { indicator, .. } => self.is_new.contains(indicator.as_str()),
                        _ => false,
                    }
            }
            _ => false,
        };
        if self.scratch.apply(edit.clone()).is_ok() && !is_within_new {
            self.edits.push(edit);
        }
    }

    /// Returns whether a record came with this import.
    pub fn is_new(&self, id: &str) -> bool {
        self.is_new.contains(id)
    }

    fn id(&mut self) -> Option<String> {
        let id = (self.new_id)();
        match &id {
            Some(id) => drop(self.is_new.insert(id.clone())),
            None => self.lacks_ids = true,
        }
        id
    }

    /// Notes what becomes of a cell; of a cell that goes to two places, the graver fate.
    pub fn note(&mut self, entry: &Entry, fate: Fate) {
        let Some((last, others)) = entry.spots.split_last() else { return };
        for spot in others {
            self.note_at(*spot, fate.clone());
        }
        self.note_at(*last, fate);
    }

    fn note_at(&mut self, spot: super::Spot, fate: Fate) {
        if self.fates.get(&spot).is_none_or(|known| *known < fate) {
            self.fates.insert(spot, fate);
        }
    }

    fn proposal(self) -> Option<Proposal> {
        if self.lacks_ids {
            return None;
        }
        let mut edits = self.frame;
        for id in &self.objectives {
            if let (Some(item), Some(at)) = (self.scratch.objectives.get(id), self.scratch.objectives.place(id)) {
                edits.push(Edit::Objectives(ListEdit::Insert { at, item: Arc::clone(item) }));
            }
        }
        let of_new: HashSet<&ObjectiveId> = self.objectives.iter().collect();
        for (objective, id) in self.actions.iter().filter(|(objective, _)| !of_new.contains(objective)) {
            let Some(found) = self.scratch.objectives.get(objective).map(|found| &found.actions) else { continue };
            let (Some(item), Some(at)) = (found.get(id), found.place(id)) else { continue };
            let edit = ObjectiveEdit::Actions(ListEdit::Insert { at, item: Arc::clone(item) });
            edits.push(Edit::Objective { objective: objective.clone(), edit });
        }
        for (objective, id) in self.indicators.iter().filter(|(objective, _)| !of_new.contains(objective)) {
            let Some(found) = self.scratch.objectives.get(objective).map(|found| &found.indicators) else { continue };
            let (Some(item), Some(at)) = (found.get(id), found.place(id)) else { continue };
            let edit = ObjectiveEdit::Indicators(ListEdit::Insert { at, item: Arc::clone(item) });
            edits.push(Edit::Objective { objective: objective.clone(), edit });
        }
        edits.extend(self.edits);
        // Rows of the model in which nothing was ever written make room for those that come.
        let filled: BTreeSet<&ObjectiveId> = self.indicators.iter().map(|(objective, _)| objective).collect();
        for objective in filled.into_iter().filter(|objective| !of_new.contains(objective)) {
            let Some(found) = self.scratch.objectives.get(objective) else { continue };
            for blank in found.indicators.iter().filter(|found| is_unwritten(found)) {
                let edit = ObjectiveEdit::Indicators(ListEdit::Remove { id: blank.id.clone() });
                edits.push(Edit::Objective { objective: objective.clone(), edit });
            }
        }
        let mut counts = Counts {
            objectives: self.objectives.len(),
            actions: self.actions.len(),
            indicators: self.indicators.len(),
            ..Counts::default()
        };
        for fate in self.fates.values() {
            let count = match fate {
                Fate::Same => &mut counts.same,
                Fate::Fills => &mut counts.filled,
                Fate::Overwrites(_) => &mut counts.overwritten,
                Fate::Missing => &mut counts.missing,
                Fate::New => continue,
            };
            *count = count.saturating_add(1);
        }
        Some(Proposal { fates: self.fates, edit: (!edits.is_empty()).then_some(Edit::Several(edits)), counts })
    }
}

/// Returns whether an indicator has no more than the code, the action, the weight and the days that a model gives it.
fn is_unwritten(indicator: &Indicator) -> bool {
    let is_mere_day = |cell: &Cell| *cell == Cell { due: cell.due, ..Cell::default() };
    let Indicator { code, action, weight, cells, .. } = indicator.clone();
    cells.values().all(is_mere_day)
        && *indicator == Indicator { code, action, weight, cells, ..Indicator::new(indicator.id.clone()) }
}

/// Returns the names by which an objective is found: kind and code together, or its title.
fn names(kind: &str, code: &str, title: &str) -> Vec<String> {
    let mut names = Vec::new();
    if !title.is_empty() {
        names.push(title_name(title));
    }
    if !code.is_empty() {
        names.push(format!("code {} {}", essence(kind), essence(code)));
        if title.is_empty() || kind.is_empty() {
            names.push(format!("code {}", essence(code)));
        }
    }
    names
}

fn title_name(title: &str) -> String {
    format!("title {}", essence(title))
}

/// Returns what becomes of a cell whose words go where others stand.
pub(super) fn fate(is_new: bool, before: &str, after: &str) -> Fate {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_new {
        Fate::New
    } else if before.trim().is_empty() {
        Fate::Fills
    } else if plain(before) == plain(after) {
        Fate::Same
    } else {
        Fate::Overwrites(before.to_owned())
    }
}

/// Returns whether a row only brings results of what the plan has.
pub(super) fn is_result_only(row: &ImportedRow) -> bool {
    row.kind == RowKind::Results
}
