//! A KPI and the readings that a person chose for it are one value.
//!
//! In a year without words of its own the KPI is the promise, and a reading chosen there says what the KPI means. Beside other
//! words it would misread them, whoever chose it and whoever wrote them.

use std::collections::BTreeSet;

use super::value::Versions;
use crate::plan::{CellField, Cells, Indicator, IndicatorEdit, IndicatorField, Year};

/// Returns the years in which some version has a reading chosen for the KPI, where the sides have different KPIs; else none,
/// for then each cell says enough by itself.
pub(super) fn years_read(indicators: Versions<'_, Indicator>) -> BTreeSet<Year> {
    if indicators.ours.kpi == indicators.theirs.kpi {
        return BTreeSet::new();
    }
    let versions = || indicators.base.into_iter().chain([indicators.ours, indicators.theirs]);
    let cell =
        |cells: &Cells, year| cells.get(&year).map(|cell| (cell.target.is_empty(), cell.target_reading.is_some()));
    let years = versions().flat_map(|version| version.cells.keys().copied());
    let is_read = |year: &Year| {
        let mut found = versions().filter_map(|version| cell(&version.cells, *year));
        found.clone().any(|(_, is_read)| is_read) && found.all(|(is_unwritten, _)| is_unwritten)
    };
    years.filter(is_read).collect()
}

/// Returns the KPI and the readings chosen for it in these years, as the edits that make them stand.
pub(super) fn promise(indicator: &Indicator, years: &BTreeSet<Year>) -> Vec<IndicatorEdit> {
    let reading = |year: &Year| {
        let chosen = indicator.cells.get(year).and_then(|cell| cell.target_reading.clone());
        IndicatorEdit::Cell { year: *year, field: CellField::TargetReading(chosen) }
    };
    let kpi = IndicatorEdit::Field(IndicatorField::Kpi(indicator.kpi.clone()));
    std::iter::once(kpi).chain(years.iter().map(reading)).collect()
}

/// Gives an indicator such a KPI and such readings.
pub(super) fn put(indicator: &mut Indicator, promise: &[IndicatorEdit]) {
    for edit in promise.iter().cloned() {
        match edit {
            IndicatorEdit::Field(field) => drop(indicator.put(field)),
            IndicatorEdit::Cell { year, field } => {
                let mut cell = indicator.cells.remove(&year).unwrap_or_default();
                cell.put(field);
                if !cell.is_blank() {
                    indicator.cells.insert(year, cell);
                }
            }
            IndicatorEdit::Parts(_) | IndicatorEdit::Part { .. } => {}
        }
    }
}
