//! The years of one indicator or part, in order.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::{Cell, Year};

/// The cells of one indicator or part, by year; at most one a year, in the order of the years.
///
/// A plan has few years, so they stand side by side: a tree would keep room for eleven cells in every node, half a
/// gigabyte on a plan of 100,000 indicators.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Cells(Vec<(Year, Cell)>);

impl Cells {
    /// Returns no cells.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Returns how many years have a cell.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether no year has one.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the cell of a year.
    pub fn get(&self, year: &Year) -> Option<&Cell> {
        self.iter().find(|(found, _)| *found == year).map(|(_, cell)| cell)
    }

    /// Returns the cell of a year, to change.
    pub fn get_mut(&mut self, year: &Year) -> Option<&mut Cell> {
        self.0.iter_mut().find(|(found, _)| found == year).map(|(_, cell)| cell)
    }

    /// Gives a year its cell and returns the one it had.
    pub fn insert(&mut self, year: Year, cell: Cell) -> Option<Cell> {
        if let Some(found) = self.get_mut(&year) {
            return Some(std::mem::replace(found, cell));
        }
        let place = self.0.partition_point(|(before, _)| *before < year);
        // Room for this one alone: most indicators never get another.
        self.0.reserve_exact(1);
        self.0.insert(place, (year, cell));
        None
    }

    /// Takes a year's cell out.
    pub fn remove(&mut self, year: &Year) -> Option<Cell> {
        let place = self.0.iter().position(|(found, _)| found == year)?;
        Some(self.0.remove(place).1)
    }

    /// Keeps the cells that `keep` says yes to.
    pub fn retain(&mut self, mut keep: impl FnMut(&Year, &mut Cell) -> bool) {
        self.0.retain_mut(|(year, cell)| keep(year, cell));
    }

    /// Walks the years that have a cell.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Year> + ExactSizeIterator + Clone {
        self.0.iter().map(|(year, _)| year)
    }

    /// Walks the cells.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Cell> + ExactSizeIterator + Clone {
        self.0.iter().map(|(_, cell)| cell)
    }

    /// Walks the years with their cells.
    pub fn iter(&self) -> Iter<'_> {
        self.0.iter().map(|(year, cell)| (year, cell))
    }

    /// Returns the first year that has a cell.
    pub fn first_key_value(&self) -> Option<(&Year, &Cell)> {
        self.iter().next()
    }
}

/// Walks years with their cells.
pub type Iter<'a> = std::iter::Map<std::slice::Iter<'a, (Year, Cell)>, fn(&'a (Year, Cell)) -> (&'a Year, &'a Cell)>;

impl<'a> IntoIterator for &'a Cells {
    type Item = (&'a Year, &'a Cell);
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

impl FromIterator<(Year, Cell)> for Cells {
    fn from_iter<I: IntoIterator<Item = (Year, Cell)>>(cells: I) -> Self {
        let mut all = Self::new();
        for (year, cell) in cells {
            all.insert(year, cell);
        }
        all
    }
}

impl<const N: usize> From<[(Year, Cell); N]> for Cells {
    fn from(cells: [(Year, Cell); N]) -> Self {
        cells.into_iter().collect()
    }
}

impl From<BTreeMap<Year, Cell>> for Cells {
    fn from(cells: BTreeMap<Year, Cell>) -> Self {
        Self(cells.into_iter().collect())
    }
}

impl Serialize for Cells {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Cells {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cells".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        BTreeMap::<Year, Cell>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(number: i32) -> Year {
        Year::new(number).unwrap()
    }

    fn noted(note: &str) -> Cell {
        Cell { note: note.into(), ..Cell::default() }
    }

    #[test]
    fn cells_stand_in_the_order_of_their_years_whatever_order_they_came_in() {
        let mut cells = Cells::from([(year(2026), noted("c")), (year(2024), noted("a")), (year(2025), noted("b"))]);
        assert_eq!(cells.keys().map(|year| year.number()).collect::<Vec<_>>(), [2024, 2025, 2026]);
        assert_eq!(cells.insert(year(2025), noted("d")), Some(noted("b")));
        assert_eq!(cells.get(&year(2025)), Some(&noted("d")));
        assert_eq!(cells.remove(&year(2024)), Some(noted("a")));
        assert_eq!((cells.remove(&year(2024)), cells.len()), (None, 2));
        assert_eq!(cells.first_key_value(), Some((&year(2025), &noted("d"))));
        cells.retain(|_, cell| cell.note == "c");
        assert_eq!(cells.values().collect::<Vec<_>>(), [&noted("c")]);
    }
}
