//! Indicators that stand upright: a heading in each row, with its cell beside it.

use super::Grid;
use super::destination::{Certainty, Destination, Reason, RowKind};
use super::head::{filled, squash};
use super::heading::{Heading, read_heading};
use super::layout::{BodyRow, Column, Setting, Spot, Table};
use super::lexicon::Meaning;

/// Takes indicators that stand upright, their headings one under another with the cells beside them (*scheda
/// indicatore*); a heading that comes again begins the next. Returns their table and how many rows it fills; else how many
/// rows were looked at in vain, of which none begins such a table either: the end of a run has no more labels than the whole.
pub(super) fn read_upright(grid: &Grid, row: usize, setting: Setting) -> Result<(Table, usize), usize> {
    let mut labels: Vec<(String, Heading)> = Vec::new();
    let mut records: Vec<Vec<Option<Spot>>> = Vec::new();
    let mut head: Vec<Spot> = Vec::new();
    let mut columns = None;
    let mut rows = 0_usize;
    for at in row..grid.height() {
        let filled = filled(grid, at);
        let [label, value] = filled.as_slice() else { break };
        if *columns.get_or_insert((*label, *value)) != (*label, *value) {
            break;
        }
        let text = grid.text(at, *label);
        let Some(heading) = read_heading(text, setting.period, setting.year) else { break };
        if heading.certainty < Certainty::Likely {
            break;
        }
        let known = labels.iter().position(|(known, _)| squash(known) == squash(text));
        let place = known.unwrap_or(labels.len());
        if known.is_none() {
            labels.push((text.to_owned(), heading));
        }
        if records.last().is_none_or(|record| record.get(place).is_some_and(Option::is_some)) {
            records.push(Vec::new());
        }
        if let Some(record) = records.last_mut() {
            record.resize(record.len().max(labels.len()), None);
            if let Some(spot) = record.get_mut(place) {
                *spot = Some((at, *value));
            }
        }
        head.push((at, *label));
        rows = rows.saturating_add(1);
        if labels.len() > 40 {
            break;
        }
    }
    let measured = labels.iter().filter(|(_, heading)| heading.meaning.is_some_and(is_measured)).count();
    if rows < 3 || measured < 2 {
        return Err(rows);
    }
    let nowhere = (grid.height(), grid.width());
    let body = records.into_iter().map(|record| BodyRow {
        spots: (0..labels.len()).map(|at| record.get(at).copied().flatten().unwrap_or(nowhere)).collect(),
        after_break: true,
        is_taken: true,
    });
    let body = body.collect();
    let columns = labels.into_iter().map(|(heading, read)| Column {
        heading,
        destination: Destination::Nowhere,
        certainty: Certainty::Guess,
        reason: Reason::Unknown,
        read: Some(read),
    });
    let columns: Vec<Column> = columns.collect();
    let written = columns.len();
    let (kind, has_headings) = (RowKind::Indicators, true);
    Ok((Table { kind, head, columns, body, has_headings, written }, rows))
}

/// Returns whether a heading belongs to something measured.
fn is_measured(meaning: Meaning) -> bool {
    use Meaning::*;
    matches!(
        meaning,
        Target | Result | Formula | UnitOfMeasure | Source | Baseline | Weight | Frequency | Polarity | Deadline | Kpi
    )
}
