//! Rows that people added to a workbook, as records of the plan.
//!
//! A row becomes what the rows of its table are: an action, an indicator, or between two parts of one indicator another part. It
//! is named by what it says, so that the same workbook read twice brings it once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crc::{CRC_64_XZ, Crc};

use super::back::{Place, RefusedCell};
use super::rows::{Block, Line, Loose};
use super::slot::{Found, Key, RowId, edit};
use crate::plan::{
    Action, Edit, Indicator, IndicatorEdit, IndicatorField, ListEdit, Objective, ObjectiveEdit, Part, Plan,
};

/// A row that became a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedRow {
    /// Where its description stands.
    pub place: Place,
    /// What it became.
    pub what: Added,
    /// Its description.
    pub description: String,
}

/// What an added row became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// An action.
    Action,
    /// An indicator.
    Indicator,
    /// A part of the indicator above it.
    Part,
}

/// A row that people added and that became nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftRow {
    /// Where it begins.
    pub place: Place,
    /// Why.
    pub why: Left,
}

/// Why an added row became nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It has no description.
    NoDescription,
    /// It does not say of which objective it is.
    NoObjective,
    /// Empty rows part it from its table: it may be a note.
    Apart,
    /// It sums up the others.
    Total,
    /// There are more new rows than anybody adds by hand.
    TooMany,
}

/// An added row with what stands around it, freed of its sheet.
pub(super) struct New {
    place: Place,
    home: Home,
    /// The record of the row above.
    above: Option<RowId>,
    /// It stands before all others of its list.
    is_first: bool,
    code: String,
    description: String,
    /// The code of the action it measures.
    action: String,
    fields: Vec<(Place, Key, Found)>,
}

/// Where a new record belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Home {
    Actions(usize),
    Indicators(usize),
    Parts(usize, usize),
}

impl New {
    /// Says what an added row of a sheet is to become; `at` names a place of the sheet.
    ///
    /// # Errors
    /// Why it becomes nothing.
    pub fn of(plan: &Plan, loose: &Loose<'_>, at: impl Fn(u32, u32) -> Place) -> Result<Self, LeftRow> {
        let Loose { line, block, .. } = loose;
        let words =
            |column: Option<u32>| column.map(|column| line.at(column).words().trim().to_owned()).unwrap_or_default();
        let column = block.column("description");
        let (code, description) = (words(block.column("code")), words(column));
        let left = |why| LeftRow { place: at(line.row, 1), why };
        if description.is_empty() {
            return Err(left(Left::NoDescription));
        }
        let is_total = |text: &str| {
            let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
            matches!(first.trim_end_matches(':'), "totale" | "totali" | "subtotale" | "somma" | "total")
        };
        if is_total(&description) || is_total(&code) {
            return Err(left(Left::Total));
        }
        if loose.is_apart {
            return Err(left(Left::Apart));
        }
        let home = home(plan, loose).ok_or_else(|| left(Left::NoObjective))?;
        let objective = home.objective();
        let is_of = |row: Option<RowId>| row.is_some_and(|row| row.objective() == objective);
        let fields = block.fields().map(|(column, key)| (at(line.row, column), key, line.at(column).clone()));
        Ok(Self {
            place: at(line.row, column.unwrap_or(1)),
            home,
            above: loose.above.filter(|_| loose.in_order),
            is_first: loose.in_order && is_of(loose.below) && !is_of(loose.above),
            code,
            description,
            action: words(block.action()),
            fields: fields.filter(|(.., found)| !found.words().trim().is_empty() || *found == Found::Broken).collect(),
        })
    }

    /// Whether another sheet says the same of the same new record.
    fn repeats(&self, other: &Self) -> bool {
        let said = |new: &Self| -> BTreeSet<(Key, String)> {
            new.fields.iter().map(|(_, key, found)| (key.clone(), found.words().trim().to_owned())).collect()
        };
        let is_elsewhere = self.place.sheet != other.place.sheet && self.home == other.home;
        is_elsewhere && (said(self).is_subset(&said(other)) || said(other).is_subset(&said(self)))
    }
}

impl Home {
    const fn objective(self) -> usize {
        match self {
            Self::Actions(o) | Self::Indicators(o) | Self::Parts(o, _) => o,
        }
    }
}

/// The objective, or the indicator, that a row belongs to.
fn home(plan: &Plan, loose: &Loose<'_>) -> Option<Home> {
    let Loose { line, block, .. } = loose;
    let objective = loose.sheet_of.or_else(|| named(plan, line, block)).or_else(|| between(plan, loose))?;
    if block.is_of_actions() {
        return Some(Home::Actions(objective));
    }
    let is_within =
        |o: usize, i: usize| loose.in_order && o == objective && loose.above.is_some_and(|it| it.is_in(o, i));
    Some(match loose.below {
        Some(RowId::Part(o, i, _)) if is_within(o, i) => Home::Parts(o, i),
        _ => Home::Indicators(objective),
    })
}

/// The only objective with the code that the row shows.
fn named(plan: &Plan, line: &Line<'_>, block: &Block) -> Option<usize> {
    let code = line.at(block.objective()?).words().trim().to_lowercase();
    let has_code = |(_, it): &(usize, &Arc<Objective>)| !code.is_empty() && it.code.trim().to_lowercase() == code;
    let mut found = plan.objectives.iter().enumerate().filter(has_code).map(|(place, _)| place);
    found.next().filter(|_| found.next().is_none())
}

/// The objective of both rows around one that names none, where the rows stand as they were written; the only one there is.
fn between(plan: &Plan, loose: &Loose<'_>) -> Option<usize> {
    let is_unsaid = loose.block.objective().is_none_or(|column| loose.line.at(column).words().trim().is_empty());
    let only = (plan.objectives.len() == 1).then_some(0);
    let (above, below) = (loose.above?.objective(), loose.below.map(RowId::objective));
    let around = (loose.in_order && below == Some(above)).then_some(above);
    around.or(only).filter(|_| is_unsaid)
}

/// The most rows that are taken; a table of more is taken in as one.
const MOST: usize = 2_000;

/// Keeps of the new rows those that no other sheet says too, or says with more.
fn once(rows: Vec<New>) -> Vec<New> {
    let mut kept: Vec<New> = Vec::new();
    let mut known: BTreeMap<(Home, String), usize> = BTreeMap::new();
    for new in rows {
        let place = *known.entry((new.home, new.description.clone())).or_insert(kept.len());
        match kept.get_mut(place).filter(|other| new.repeats(other)) {
            Some(other) if other.fields.len() < new.fields.len() => *other = new,
            Some(_) => {}
            None => kept.push(new),
        }
    }
    kept
}

/// What came of the new rows.
#[derive(Default)]
pub(super) struct Outcome {
    pub added: Vec<AddedRow>,
    pub left: Vec<LeftRow>,
    /// Cells of theirs that hold nothing their field can take.
    pub refused: Vec<RefusedCell>,
}

/// Puts the new rows into a plan, after the records of the rows above them.
pub(super) fn add(plan: &mut Plan, written: &Plan, rows: Vec<New>) -> Outcome {
    let mut kept = once(rows);
    let beyond = kept.split_off(kept.len().min(MOST)).into_iter();
    let left = beyond.map(|new| LeftRow { place: new.place, why: Left::TooMany }).collect();
    let mut outcome = Outcome { left, ..Outcome::default() };
    // Parts first: where their indicators stand is told by the plan that was written.
    kept.sort_by_key(|new| !matches!(new.home, Home::Parts(..)));
    let mut last: Option<(Home, Option<RowId>, usize)> = None;
    for new in kept {
        let Some(above) = place_above(plan, written, &new) else { continue };
        // Of several rows below one record the first comes first.
        let at = match last {
            Some((home, row, at)) if (home, row) == (new.home, new.above) => at.saturating_add(1),
            _ => above,
        };
        let Some((row, what, insert)) = blank(plan, &new, at) else { continue };
        if plan.apply(insert).is_err() {
            continue;
        }
        last = Some((new.home, new.above, at));
        for (place, key, found) in &new.fields {
            match edit(plan, row, key, found) {
                Ok(edit) => drop(edit.map(|edit| plan.apply(edit))),
                Err(reason) => {
                    let (place, words) = (place.clone(), found.words());
                    outcome.refused.push(RefusedCell { place, words, reason });
                }
            }
        }
        if let Some(edit) = measures(plan, row, &new.action) {
            drop(plan.apply(edit));
        }
        outcome.added.push(AddedRow { place: new.place, what, description: new.description });
    }
    outcome
}

/// Where in its list a record comes: after that of the row above, else first where others follow, else last. None where there
/// is no such list.
fn place_above(plan: &Plan, written: &Plan, new: &New) -> Option<usize> {
    let objective = |o: usize| Some((plan.objectives.at(o)?, written.objectives.at(o)?));
    let after = |place: Option<usize>, len: usize| {
        if new.is_first { 0 } else { place.map_or(len, |place| place.saturating_add(1)) }
    };
    Some(match new.home {
        Home::Actions(o) => {
            let (now, then) = objective(o)?;
            let above = match new.above {
                Some(RowId::Action(at, a)) if at == o => then.actions.at(a).and_then(|it| now.actions.place(&it.id)),
                _ => None,
            };
            after(above, now.actions.len())
        }
        Home::Indicators(o) => {
            let (now, then) = objective(o)?;
            let above = match new.above {
                Some(RowId::Indicator(at, i) | RowId::Part(at, i, _)) if at == o => {
                    then.indicators.at(i).and_then(|it| now.indicators.place(&it.id))
                }
                _ => None,
            };
            after(above, now.indicators.len())
        }
        Home::Parts(o, i) => {
            let (now, then) = objective(o)?;
            let then = then.indicators.at(i)?;
            let now = now.indicators.get(&then.id)?;
            match new.above {
                Some(RowId::Part(_, _, p)) => {
                    after(then.parts.at(p).and_then(|it| now.parts.place(&it.id)), now.parts.len())
                }
                _ => 0,
            }
        }
    })
}

/// The edit that puts an empty record in its place, and the row that then names it.
fn blank(plan: &Plan, new: &New, at: usize) -> Option<(RowId, Added, Edit)> {
    let edit = |objective: &Objective, edit| Edit::Objective { objective: objective.id.clone(), edit };
    Some(match new.home {
        Home::Actions(o) => {
            let objective = plan.objectives.at(o)?;
            let id = id(new, objective.id.as_str(), |id| objective.actions.get(&id.into()).is_some());
            let item = Arc::new(Action::new(id.into()));
            let insert = ObjectiveEdit::Actions(ListEdit::Insert { at, item });
            (RowId::Action(o, at), Added::Action, edit(objective, insert))
        }
        Home::Indicators(o) => {
            let objective = plan.objectives.at(o)?;
            let id = id(new, objective.id.as_str(), |id| objective.indicators.get(&id.into()).is_some());
            let item = Arc::new(Indicator::new(id.into()));
            let insert = ObjectiveEdit::Indicators(ListEdit::Insert { at, item });
            (RowId::Indicator(o, at), Added::Indicator, edit(objective, insert))
        }
        Home::Parts(o, i) => {
            let objective = plan.objectives.at(o)?;
            let indicator = objective.indicators.at(i)?;
            let id = id(new, indicator.id.as_str(), |id| indicator.parts.get(&id.into()).is_some());
            let item = Arc::new(Part::new(id.into()));
            let insert = IndicatorEdit::Parts(ListEdit::Insert { at, item });
            let insert = ObjectiveEdit::Indicator { indicator: indicator.id.clone(), edit: insert };
            (RowId::Part(o, i, at), Added::Part, edit(objective, insert))
        }
    })
}

/// The edit that says which action a new indicator measures, where the code it shows is that of one.
fn measures(plan: &Plan, row: RowId, code: &str) -> Option<Edit> {
    let RowId::Indicator(o, i) = row else { return None };
    let objective = plan.objectives.at(o).filter(|_| !code.is_empty())?;
    let mut found = objective.actions.iter().filter(|action| action.code.trim() == code);
    let action = found.next().filter(|_| found.next().is_none())?.id.clone();
    let edit = IndicatorEdit::Field(IndicatorField::Action(Some(action)));
    let edit = ObjectiveEdit::Indicator { indicator: objective.indicators.at(i)?.id.clone(), edit };
    Some(Edit::Objective { objective: objective.id.clone(), edit })
}

const CRC: Crc<u64> = Crc::<u64>::new(&CRC_64_XZ);

/// Names a new record by where it is, its code and its description; by a number too where another has that name.
fn id(new: &New, within: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut count = 0_u32;
    loop {
        let said = [within, &new.code, &new.description, &count.to_string()].join("\n");
        let id = format!("row-{:016x}", CRC.checksum(said.as_bytes()));
        if !is_taken(&id) {
            return id;
        }
        count = count.saturating_add(1);
    }
}
