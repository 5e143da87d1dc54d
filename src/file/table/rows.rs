//! Rows of a table put into a plan: actions, indicators and results, matched with what is there by code, else by words.

use chrono::Datelike;

use super::cell::{essence, is_yes, read_day, read_share};
use super::destination::{Destination, RowKind};
use super::facts::{goal_of, serve};
use super::import::{Entry, ImportedRow, ImportedSheet};
use super::propose::{Draft, Fate, fate, is_result_only};
use crate::plan::{
    Action, ActionField, ActionId, Baseline, Cell, CellField, Edit, Indicator, IndicatorEdit, IndicatorField,
    IndicatorId, ObjectiveEdit, ObjectiveId, Polarity, Year,
};
use crate::target::Phrase;

/// Puts the rows of a sheet in place. Without an objective they look for theirs all over the plan; those that find none
/// begin a new one, results alone excepted.
pub(super) fn put(
    draft: &mut Draft<'_>,
    place: Option<&ObjectiveId>,
    home: Option<&ObjectiveId>,
    sheet: &ImportedSheet,
) {
    let mut place = place.cloned();
    for row in &sheet.rows {
        if row.kind == RowKind::Actions {
            if place.is_none() {
                place = draft.new_objective();
            }
            if let Some(id) = &place {
                put_action(draft, id, row);
            }
            continue;
        }
        let here = place.as_ref().or(home);
        let found = here.and_then(|id| find(draft, id, row)).or_else(|| {
            let anywhere = here.is_none() || is_result_only(row);
            anywhere.then(|| find_anywhere(draft, row)).flatten()
        });
        let found = match found {
            Some(found) => Some(found),
            None if is_result_only(row) => None,
            None => {
                if place.is_none() {
                    place = home.cloned().or_else(|| draft.new_objective());
                }
                place.clone().and_then(|id| draft.new_indicator(&id).map(|indicator| (id, indicator)))
            }
        };
        match found {
            Some((objective, indicator)) => {
                draft.used.insert((objective.clone(), indicator.clone()));
                put_indicator(draft, &objective, &indicator, row);
            }
            None => row.entries.iter().for_each(|entry| draft.note(entry, Fate::Missing)),
        }
    }
}

/// Finds the indicator that a row is about, in one objective: by code, else by its words and formula.
fn find(draft: &Draft<'_>, objective: &ObjectiveId, row: &ImportedRow) -> Option<(ObjectiveId, IndicatorId)> {
    let found = draft.scratch.objectives.get(objective)?;
    let (code, description, formula) = (
        essence(row.says(Destination::Code)),
        essence(row.says(Destination::Description)),
        essence(row.says(Destination::Formula)),
    );
    // What this table brought itself is looked at by its id alone: a long table would else be compared with itself.
    let old = || found.indicators.iter().filter(|it| !draft.is_new(it.id.as_str()));
    let free = |it: &Indicator| !draft.used.contains(&(objective.clone(), it.id.clone()));
    let by_code = || old().find(|it| !code.is_empty() && essence(&it.code) == code && free(it));
    let by_words = || {
        old().find(|it| {
            let same_formula = formula.is_empty() || it.formula.is_empty() || essence(&it.formula) == formula;
            !description.is_empty() && essence(&it.description) == description && same_formula && free(it)
        })
    };
    let it = by_code().or_else(by_words)?;
    Some((objective.clone(), it.id.clone()))
}

fn find_anywhere(draft: &Draft<'_>, row: &ImportedRow) -> Option<(ObjectiveId, IndicatorId)> {
    draft.scratch.objectives.iter().find_map(|objective| find(draft, &objective.id, row))
}

fn put_action(draft: &mut Draft<'_>, objective: &ObjectiveId, row: &ImportedRow) {
    let (code, description) = (row.says(Destination::Code), row.says(Destination::Description));
    let known = find_action(draft, objective, code, description);
    let Some(action) = known.or_else(|| draft.new_action(objective)) else { return };
    let Some(before) = action_in(draft, objective, &action) else { return };
    let is_new = draft.is_new(action.as_str());
    let mut years = before.years.clone();
    let mut chain = Vec::new();
    for entry in &row.entries {
        let text = entry.text.clone();
        let (was, field) = match entry.destination {
            Destination::Code => (before.code.clone(), ActionField::Code(text)),
            Destination::Description => (before.description.clone(), ActionField::Description(text)),
            Destination::ExpectedResult => (before.expected_result.clone(), ActionField::ExpectedResult(text)),
            Destination::Innovative => {
                let was = if before.innovative { entry.text.clone() } else { String::new() };
                (was, ActionField::Innovative(is_yes(&text)))
            }
            Destination::Active(year) => {
                let was = if before.years.contains(&year) { entry.text.clone() } else { String::new() };
                draft.note(entry, fate(is_new, &was, &entry.text));
                years.insert(year);
                continue;
            }
            Destination::Goal(_) | Destination::GoalCode(_) => {
                chain.push(entry.clone());
                continue;
            }
            _ => {
                draft.note(entry, Fate::Missing);
                continue;
            }
        };
        let fate = fate(is_new, &was, &entry.text);
        let changes = fate != Fate::Same;
        draft.note(entry, fate);
        if changes {
            set_action(draft, objective, &action, field);
        }
    }
    if years != before.years {
        set_action(draft, objective, &action, ActionField::Years(years));
    }
    put_goal(draft, objective, &chain);
}

fn put_goal(draft: &mut Draft<'_>, objective: &ObjectiveId, chain: &[Entry]) {
    if !chain.is_empty()
        && let Some(goal) = goal_of(draft, chain)
    {
        serve(draft, objective, goal);
    }
}

fn set_action(draft: &mut Draft<'_>, objective: &ObjectiveId, action: &ActionId, field: ActionField) {
    let edit = ObjectiveEdit::Action { action: action.clone(), field };
    draft.make(Edit::Objective { objective: objective.clone(), edit });
}

fn action_in(draft: &Draft<'_>, objective: &ObjectiveId, action: &ActionId) -> Option<Action> {
    draft.scratch.objectives.get(objective)?.actions.get(action).map(|action| action.as_ref().clone())
}

fn find_action(draft: &Draft<'_>, objective: &ObjectiveId, code: &str, description: &str) -> Option<ActionId> {
    let (code, description) = (essence(code), essence(description));
    let found = draft.scratch.objectives.get(objective)?;
    let by_code = || found.actions.iter().find(|it| !code.is_empty() && essence(&it.code) == code);
    let by_words =
        || found.actions.iter().find(|it| !description.is_empty() && essence(&it.description) == description);
    by_code().or_else(by_words).map(|action| action.id.clone())
}

fn put_indicator(draft: &mut Draft<'_>, objective: &ObjectiveId, id: &IndicatorId, row: &ImportedRow) {
    let found = |draft: &Draft<'_>| draft.scratch.objectives.get(objective)?.indicators.get(id).cloned();
    let Some(before) = found(draft) else { return };
    let is_new = draft.is_new(id.as_str());
    let mut chain = Vec::new();
    for entry in &row.entries {
        if matches!(entry.destination, Destination::Goal(_) | Destination::GoalCode(_)) {
            chain.push(entry.clone());
            continue;
        }
        let Some((was, edits)) = change(draft, objective, &before, row, entry) else {
            draft.note(entry, Fate::Missing);
            continue;
        };
        let fate = fate(is_new, &was, &entry.text);
        let changes = fate != Fate::Same;
        draft.note(entry, fate);
        if changes {
            for edit in edits {
                let edit = ObjectiveEdit::Indicator { indicator: id.clone(), edit };
                draft.make(Edit::Objective { objective: objective.clone(), edit });
            }
        }
    }
    put_goal(draft, objective, &chain);
}

/// Returns what stands where a cell goes, and the edits that put the cell there; none where there is no such place.
fn change(
    draft: &mut Draft<'_>,
    objective: &ObjectiveId,
    before: &Indicator,
    row: &ImportedRow,
    entry: &Entry,
) -> Option<(String, Vec<IndicatorEdit>)> {
    use Destination as To;
    use IndicatorField as Field;
    let text = entry.text.clone();
    let field = |was: &str, field: Field| Some((was.to_owned(), vec![IndicatorEdit::Field(field)]));
    let in_cell = |year: Year, was: fn(&Cell) -> &str, field: CellField| {
        let was = before.cells.get(&year).map_or("", was).to_owned();
        Some((was, vec![IndicatorEdit::Cell { year, field }]))
    };
    match entry.destination {
        To::Code => field(&before.code, Field::Code(text)),
        To::Description => field(&before.description, Field::Description(text)),
        To::Kpi => field(before.kpi.words(), Field::Kpi(Phrase::new(text))),
        To::Formula => field(&before.formula, Field::Formula(text)),
        To::UnitOfMeasure => field(&before.unit_of_measure, Field::UnitOfMeasure(text)),
        To::Source => field(&before.source, Field::Source(text)),
        To::Frequency => field(&before.frequency, Field::Frequency(text)),
        To::Polarity => {
            let polarity = read_polarity(&text)?;
            let was = if before.polarity == polarity { text } else { String::new() };
            field(&was, Field::Polarity(polarity))
        }
        To::Baseline(year) => {
            let was = before.baseline.as_ref().map_or("", |baseline| baseline.words.words());
            field(was, Field::Baseline(Some(Baseline { words: Phrase::new(text), year })))
        }
        To::Weight => {
            let weight = read_share(&text)?;
            let was = before.weight.map(|before| before.value());
            let was = match was {
                Some(was) if was == weight.value() => text,
                Some(was) => was.to_string(),
                None => String::new(),
            };
            field(&was, Field::Weight(Some(weight)))
        }
        To::Office => {
            let offices = draft.offices(&text);
            let was = if before.units == offices && !offices.is_empty() { text } else { String::new() };
            field(&was, Field::Units(offices))
        }
        To::ActionNumber | To::Deed => {
            let is_number = entry.destination == To::ActionNumber;
            let (code, description) = if is_number { (text.as_str(), "") } else { ("", text.as_str()) };
            let action = match find_action(draft, objective, code, description) {
                Some(action) => action,
                None => {
                    let action = draft.new_action(objective)?;
                    let name = if is_number {
                        ActionField::Code(text.clone())
                    } else {
                        ActionField::Description(text.clone())
                    };
                    set_action(draft, objective, &action, name);
                    action
                }
            };
            let was = match &before.action {
                Some(was) if *was == action => text,
                Some(was) => action_in(draft, objective, was).map(|was| was.code).unwrap_or_default(),
                None => String::new(),
            };
            field(&was, Field::Action(Some(action)))
        }
        To::Target(year) => {
            let (was, mut edits) = in_cell(year, |cell| cell.target.words(), CellField::Target(Phrase::new(text)))?;
            // A reading that a person chose was of the other words.
            if before.cells.get(&year).is_some_and(|cell| cell.target_reading.is_some()) {
                edits.push(IndicatorEdit::Cell { year, field: CellField::TargetReading(None) });
            }
            Some((was, edits))
        }
        To::Result(year) => {
            let (was, mut edits) = in_cell(year, |cell| cell.result.words(), CellField::Result(Phrase::new(text)))?;
            if before.cells.get(&year).is_some_and(|cell| cell.result_reading.is_some()) {
                edits.push(IndicatorEdit::Cell { year, field: CellField::ResultReading(None) });
            }
            Some((was, edits))
        }
        To::Evidence(year) => in_cell(year, |cell| cell.evidence.as_str(), CellField::Evidence(text)),
        To::Note => {
            let year = row.entries.iter().find_map(|entry| match entry.destination {
                To::Target(year) | To::Result(year) => Some(year),
                To::Deadline => read_day(&entry.text, draft.setting.year).and_then(|day| Year::new(day.year()).ok()),
                _ => None,
            });
            in_cell(year.unwrap_or(draft.setting.year), |cell| cell.note.as_str(), CellField::Note(text))
        }
        To::Deadline => {
            let day = read_day(&text, draft.setting.year)?;
            let year = Year::new(day.year()).ok()?;
            let mut edits = Vec::new();
            let mut was = String::new();
            // A step has one deadline: a new day in another year takes its place.
            for (other, cell) in before.cells.iter().filter(|(_, cell)| cell.due.is_some()) {
                if cell.due == Some(day) {
                    was.clone_from(&text);
                } else {
                    was = cell.due.map(|due| due.format("%d/%m/%Y").to_string()).unwrap_or_default();
                    edits.push(IndicatorEdit::Cell { year: *other, field: CellField::Due(None) });
                }
            }
            edits.push(IndicatorEdit::Cell { year, field: CellField::Due(Some(day)) });
            Some((was, edits))
        }
        _ => None,
    }
}

/// Reads which way is better.
fn read_polarity(text: &str) -> Option<Polarity> {
    let small = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| small.contains(word));
    if says(&["decresc", "negativ", "diminu", "riduz", "↓", "minor", "ribass", "discend"]) || small.trim() == "-" {
        Some(Polarity::Falling)
    } else if says(&["cresc", "positiv", "aument", "increment", "↑", "maggior", "rialz"]) || small.trim() == "+" {
        Some(Polarity::Rising)
    } else if says(&["stabil", "costan", "mantenim", "neutr", "="]) {
        Some(Polarity::Steady)
    } else {
        None
    }
}
