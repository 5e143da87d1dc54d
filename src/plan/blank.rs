//! No blank cell ever stands in a plan. An edit that empties a year's last field takes the cell away, so a blank one would
//! be lost by its own undo; a whole record put in is rid of them at the door, as a file is when it is read.

use std::sync::Arc;

use super::{Cells, Indicator, Item, ListEdit, Objective, Part};

/// A record that holds cells, itself or further down.
pub(super) trait HoldsCells: Item {
    /// Returns whether any of its cells is blank.
    fn has_blanks(&self) -> bool;

    /// Takes its blank cells away.
    fn drop_blanks(&mut self);
}

impl HoldsCells for Objective {
    fn has_blanks(&self) -> bool {
        self.indicators.iter().any(|indicator| indicator.has_blanks())
    }

    fn drop_blanks(&mut self) {
        self.indicators.iter_mut().for_each(Indicator::drop_blanks);
    }
}

impl HoldsCells for Indicator {
    fn has_blanks(&self) -> bool {
        has_blanks(&self.cells) || self.parts.iter().any(|part| part.has_blanks())
    }

    fn drop_blanks(&mut self) {
        drop_blanks(&mut self.cells);
        self.parts.iter_mut().for_each(Part::drop_blanks);
    }
}

impl HoldsCells for Part {
    fn has_blanks(&self) -> bool {
        has_blanks(&self.cells)
    }

    fn drop_blanks(&mut self) {
        drop_blanks(&mut self.cells);
    }
}

/// Rids the record an edit would put in of its blank cells.
pub(super) fn without_blanks<T: HoldsCells>(mut edit: ListEdit<T>) -> ListEdit<T> {
    if let ListEdit::Insert { item, .. } = &mut edit
        && item.has_blanks()
    {
        Arc::make_mut(item).drop_blanks();
    }
    edit
}

fn has_blanks(cells: &Cells) -> bool {
    cells.values().any(|cell| cell.is_blank())
}

fn drop_blanks(cells: &mut Cells) {
    cells.retain(|_, cell| !cell.is_blank());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Cell, Edit, Period, Plan, Year};

    fn year(number: i32) -> Year {
        Year::new(number).unwrap()
    }

    #[test]
    fn a_record_put_in_leaves_its_blank_cells_outside() {
        let mut indicator = Indicator::new("i".into());
        indicator.cells.insert(year(2024), Cell::default());
        indicator.cells.insert(year(2025), Cell { note: "x".into(), ..Cell::default() });
        let mut part = Part::new("p".into());
        part.cells.insert(year(2024), Cell::default());
        indicator.parts.push(part).unwrap();
        let mut objective = Objective::new("o".into());
        objective.indicators.push(indicator).unwrap();

        let mut plan = Plan::new("plan".into(), Period::new(year(2024), year(2026)).unwrap());
        plan.apply(Edit::Objectives(ListEdit::Insert { at: 0, item: Arc::new(objective) })).unwrap();

        let indicator = plan.objectives.at(0).unwrap().indicators.at(0).unwrap();
        assert_eq!(indicator.cells.keys().copied().collect::<Vec<_>>(), [year(2025)]);
        assert!(indicator.parts.at(0).unwrap().cells.is_empty());
    }

    #[test]
    fn a_blank_cell_of_a_part_alone_stays_outside_too() {
        let mut part = Part::new("p".into());
        part.cells.insert(year(2024), Cell::default());
        let mut indicator = Indicator::new("i".into());
        indicator.parts.push(part).unwrap();
        let edit = without_blanks(ListEdit::Insert { at: 0, item: Arc::new(indicator) });
        let ListEdit::Insert { item, .. } = edit else { panic!("{edit:?}") };
        assert!(item.parts.at(0).unwrap().cells.is_empty());
    }

    #[test]
    fn a_record_without_blank_cells_is_put_in_as_it_is_and_stays_shared() {
        let cells = Cells::from([(year(2024), Cell { note: "x".into(), ..Cell::default() })]);
        let mut indicator = Indicator { cells: cells.clone(), ..Indicator::new("i".into()) };
        indicator.parts.push(Part { cells, ..Part::new("p".into()) }).unwrap();
        let mut objective = Objective::new("o".into());
        objective.indicators.push(indicator).unwrap();
        let objective = Arc::new(objective);

        let mut plan = Plan::new("plan".into(), Period::new(year(2024), year(2026)).unwrap());
        plan.apply(Edit::Objectives(ListEdit::Insert { at: 0, item: Arc::clone(&objective) })).unwrap();
        assert!(Arc::ptr_eq(plan.objectives.at(0).unwrap(), &objective));
    }

    #[test]
    fn a_file_brings_no_blank_cells() {
        let part: Part = serde_json::from_str(r#"{"id": "p", "cells": {"2024": {}, "2025": {"note": "x"}}}"#).unwrap();
        assert_eq!(part.cells.keys().copied().collect::<Vec<_>>(), [year(2025)]);
    }
}
