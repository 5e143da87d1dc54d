//! Copies under new ids: the words of a promise are kept, what came of it is not.

use std::sync::Arc;

use crate::plan::{Action, Cell, Cells, Indicator, Item, List, Objective, Part};
use crate::state::Workspace;

/// Returns a copy of an action.
pub fn of_action(workspace: Workspace, action: &Action) -> Option<Action> {
    Some(Action { id: workspace.new_id()?, code: String::new(), ..action.clone() })
}

/// Returns a copy of an indicator; its code and its weight are its own.
pub fn of_indicator(workspace: Workspace, indicator: &Indicator) -> Option<Indicator> {
    let copy = copied(workspace, indicator)?;
    Some(Indicator { code: String::new(), weight: None, ..copy })
}

/// Returns a copy of a whole objective.
pub fn of_objective(workspace: Workspace, objective: &Objective) -> Option<Objective> {
    let mut actions = List::default();
    let mut indicators = List::default();
    let mut now = Vec::new();
    for action in objective.actions.iter() {
        let copy = Action { id: workspace.new_id()?, ..Action::clone(action) };
        now.push((action.id.clone(), copy.id.clone()));
        put(&mut actions, copy);
    }
    for indicator in objective.indicators.iter() {
        let action = indicator.action.as_ref().and_then(|old| now.iter().find(|(id, _)| id == old));
        let action = action.map(|(_, new)| new.clone());
        put(&mut indicators, Indicator { action, ..copied(workspace, indicator)? });
    }
    Some(Objective { id: workspace.new_id()?, code: String::new(), actions, indicators, ..objective.clone() })
}

fn copied(workspace: Workspace, indicator: &Indicator) -> Option<Indicator> {
    let mut parts = List::default();
    for part in indicator.parts.iter() {
        put(&mut parts, Part { id: workspace.new_id()?, cells: promised(&part.cells), ..Part::clone(part) });
    }
    let cells = promised(&indicator.cells);
    Some(Indicator { id: workspace.new_id()?, parts, cells, ..indicator.clone() })
}

/// A new id is never there already, so nothing is refused.
fn put<T: Item>(list: &mut List<T>, item: T) {
    drop(list.apply(crate::plan::ListEdit::Insert { at: list.len(), item: Arc::new(item) }));
}

fn promised(cells: &Cells) -> Cells {
    let promise = |cell: &Cell| Cell {
        target: cell.target.clone(),
        target_reading: cell.target_reading.clone(),
        due: cell.due,
        ..Cell::default()
    };
    cells.iter().map(|(year, cell)| (*year, promise(cell))).filter(|(_, cell)| !cell.is_blank()).collect()
}
