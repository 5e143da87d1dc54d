//! The sheets that people fill in: all indicators on one, and one for every objective (*scheda*) as its office knows it.

use super::slot::{Key, OBJECTIVE_TEXTS, OWN, RowId, value};
use super::tab::{Cell, Look, Names, Row, Tab, Value};
use crate::plan::{Objective, Plan, Unit, UnitId, Year};

/// A column of a table: what its cells are, what people call it, how wide it is.
struct Column {
    field: Field,
    name: String,
    width: u8,
}

/// What a column shows.
enum Field {
    /// A field that people may change.
    Own(Key),
    /// The code of the action an indicator measures.
    Action,
    /// The code of the objective.
    Objective,
    /// The offices that answer.
    Units,
}

/// Returns the sheet of all indicators.
pub(super) fn all_indicators(plan: &Plan, has: &Has, names: &mut Names) -> Tab {
    let mut columns = vec![
        column(Field::Objective, "Obiettivo", 9),
        own(Key::of("code"), "Codice", 9),
        own(Key::of("description"), "Indicatore", 44),
        column(Field::Action, "Azione", 8),
        own(Key::of("kpi"), "KPI", 24),
        own(Key::of("formula"), "Formula di calcolo", 24),
        own(Key::of("measure"), "Unità di misura", 12),
        own(Key::of("source"), "Fonte", 14),
        column(Field::Units, "Uffici", 18),
        own(Key::of("weight"), "Peso", 8),
        own(Key::of("baseline"), "Valore di partenza", 14),
    ];
    columns.retain(|column| has.any_of(&column.field));
    columns.extend(year_columns(plan, has));
    columns.extend(
        plan.period
            .years()
            .filter(|year| has.note_in(*year))
            .map(|year| own(Key::in_year("note", year), &format!("Nota {year}"), 20)),
    );

    let mut tab = Tab { name: names.take("Indicatori"), ..Tab::default() };
    opening(&mut tab, plan, "Tutti gli indicatori");
    table(&mut tab, &columns);
    tab.frozen = (tab.next(), 4.min(u16::try_from(columns.len()).unwrap_or_default()));
    for place in 0..plan.objectives.len() {
        indicators(&mut tab, plan, place, &columns);
    }
    tab
}

/// Returns the sheet of one objective.
pub(super) fn sheet(plan: &Plan, has: &Has, place: usize, objective: &Objective, names: &mut Names) -> Tab {
    let kind = if objective.kind.trim().is_empty() { "Scheda" } else { objective.kind.trim() };
    let wish = if objective.code.trim().is_empty() {
        format!("{kind} {}", place.saturating_add(1))
    } else {
        format!("{kind} {}", objective.code.trim())
    };
    let mut columns = vec![
        own(Key::of("code"), "Codice", 16),
        own(Key::of("description"), "Indicatore", 48),
        column(Field::Action, "Azione", 9),
        own(Key::of("kpi"), "KPI", 24),
        own(Key::of("weight"), "Peso", 8),
        own(Key::of("baseline"), "Valore di partenza", 14),
    ];
    columns.retain(|column| has.any_of(&column.field));
    columns.extend(year_columns(plan, has));

    let mut tab = Tab { name: names.take(&wish), ..Tab::default() };
    opening(&mut tab, plan, &format!("{wish} · {}", objective.title));
    tab.keys(["", OWN].into_iter());
    for text in &OBJECTIVE_TEXTS {
        header_row(&mut tab, plan, place, &Key::of(text.key), text.label);
    }
    for year in plan.period.years() {
        header_row(&mut tab, plan, place, &Key::in_year("weight", year), &format!("Peso {year}"));
    }
    if !objective.actions.is_empty() {
        tab.leave();
        tab.say(Look::Section, "Azioni");
        let keys = ["code", "description", "years", "expected"];
        tab.keys(keys.into_iter());
        tab.headings(["Numero", "Azione", "Anni", "Risultato atteso"].into_iter());
        widen(&mut tab);
        for action in 0..objective.actions.len() {
            let row = RowId::Action(place, action);
            let cells = keys.map(|key| shown(plan, row, &Key::of(key))).into();
            tab.rows.push(Row { id: row.to_string(), cells, is_wide: true });
        }
    }
    tab.leave();
    tab.say(Look::Section, "Indicatori");
    table(&mut tab, &columns);
    indicators(&mut tab, plan, place, &columns);
    // The objective's own fields stand above; what is long scrolls as a whole.
    tab.frozen = (2, 2);
    tab
}

fn opening(tab: &mut Tab, plan: &Plan, title: &str) {
    tab.say(Look::Title, title);
    let body = if plan.body.name.is_empty() { String::new() } else { format!("{} · ", plan.body.name) };
    tab.say(Look::Note, &format!("{body}{}", plan.title));
    if !plan.notice.is_empty() {
        tab.say(Look::Note, &plan.notice);
    }
}

fn header_row(tab: &mut Tab, plan: &Plan, place: usize, key: &Key, label: &str) {
    let row = RowId::Objective(place);
    let cells = vec![Cell::text(Look::Label, label), shown(plan, row, key)];
    tab.rows.push(Row { id: format!("{row}:{key}"), cells, is_wide: true });
}

/// Adds the hidden keys and the headings of a table.
fn table(tab: &mut Tab, columns: &[Column]) {
    let keys: Vec<String> = columns
        .iter()
        .map(|column| match &column.field {
            Field::Own(key) => key.to_string(),
            Field::Action | Field::Objective | Field::Units => String::new(),
        })
        .collect();
    tab.keys(keys.iter().map(String::as_str));
    tab.heading = Some(tab.next());
    tab.headings(columns.iter().map(|column| column.name.as_str()));
    tab.widths = columns.iter().map(|column| column.width).collect();
}

fn indicators(tab: &mut Tab, plan: &Plan, place: usize, columns: &[Column]) {
    let Some(objective) = plan.objectives.at(place) else { return };
    for (at, indicator) in objective.indicators.iter().enumerate() {
        let mut line = |row: RowId| {
            let cell = |column: &Column| match (&column.field, row) {
                (Field::Own(key), _) => shown(plan, row, key),
                (Field::Objective, _) => Cell::text(Look::Shown, &objective.code),
                (Field::Action, RowId::Indicator(..)) => {
                    let action = indicator.action.as_ref().and_then(|action| objective.actions.get(action));
                    Cell::text(Look::Shown, action.map(|action| action.code.as_str()).unwrap_or_default())
                }
                (Field::Units, RowId::Indicator(..)) => {
                    Cell::text(Look::Shown, &offices(plan, objective.units_of(indicator)))
                }
                (Field::Action | Field::Units, _) => Cell::text(Look::Shown, ""),
            };
            let cells = columns.iter().map(cell).collect();
            tab.rows.push(Row { id: row.to_string(), cells, is_wide: false });
        };
        line(RowId::Indicator(place, at));
        for part in 0..indicator.parts.len() {
            line(RowId::Part(place, at, part));
        }
    }
}

/// Lets the last cell of the newest row reach as far as the last column.
fn widen(tab: &mut Tab) {
    if let Some(row) = tab.rows.last_mut() {
        row.is_wide = true;
    }
}

/// Returns a field as its cell: to be filled in where the record has it.
fn shown(plan: &Plan, row: RowId, key: &Key) -> Cell {
    match value(plan, row, key) {
        Some(value) => Cell::of(Look::Input, value),
        None => Cell::of(Look::Shown, Value::Empty),
    }
}

/// Returns the names of offices, one after another.
pub(super) fn offices(plan: &Plan, units: &[UnitId]) -> String {
    let names: Vec<&str> = units
        .iter()
        .filter_map(|unit| plan.units.get(unit))
        .map(|unit: &std::sync::Arc<Unit>| unit.name.as_str())
        .collect();
    names.join(", ")
}

fn column(field: Field, name: &str, width: u8) -> Column {
    Column { field, name: name.to_owned(), width }
}

fn own(key: Key, name: &str, width: u8) -> Column {
    column(Field::Own(key), name, width)
}

fn year_columns(plan: &Plan, has: &Has) -> Vec<Column> {
    let of_year = |year: Year| {
        let due = has.due_in(year).then(|| own(Key::in_year("due", year), &format!("Termine {year}"), 11));
        [own(Key::in_year("target", year), &format!("Previsione {year}"), 18)].into_iter().chain(due).chain([own(
            Key::in_year("result", year),
            &format!("Risultato {year}"),
            18,
        )])
    };
    plan.period.years().flat_map(of_year).collect()
}

/// Which columns have anything in them, in the whole plan: looked up once for all sheets.
pub(super) struct Has {
    filled: std::collections::BTreeSet<String>,
}

impl Has {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut filled = std::collections::BTreeSet::new();
        let mut note = |is_filled: bool, key: String| {
            if is_filled {
                filled.insert(key);
            }
        };
        for objective in plan.objectives.iter() {
            note(!objective.code.is_empty(), "objective".into());
            note(!objective.units.is_empty(), "units".into());
            for indicator in objective.indicators.iter() {
                note(indicator.action.is_some(), "action".into());
                note(!indicator.units.is_empty(), "units".into());
                note(!indicator.kpi.is_unwritten(), "kpi".into());
                note(!indicator.formula.is_empty(), "formula".into());
                note(!indicator.unit_of_measure.is_empty(), "measure".into());
                note(!indicator.source.is_empty(), "source".into());
                note(indicator.baseline.is_some(), "baseline".into());
                let parts = indicator.parts.iter().map(|part| &part.cells);
                for (year, cell) in parts.chain([&indicator.cells]).flat_map(|cells| cells.iter()) {
                    note(cell.due.is_some(), format!("due {year}"));
                    note(!cell.note.is_empty(), format!("note {year}"));
                }
            }
        }
        Self { filled }
    }

    fn any_of(&self, field: &Field) -> bool {
        match field {
            Field::Own(key) => {
                let key = key.to_string();
                ["code", "description", "weight"].contains(&key.as_str()) || self.filled.contains(&key)
            }
            Field::Action => self.filled.contains("action"),
            Field::Objective => self.filled.contains("objective"),
            Field::Units => self.filled.contains("units"),
        }
    }

    fn due_in(&self, year: Year) -> bool {
        self.filled.contains(&format!("due {year}"))
    }

    fn note_in(&self, year: Year) -> bool {
        self.filled.contains(&format!("note {year}"))
    }
}
