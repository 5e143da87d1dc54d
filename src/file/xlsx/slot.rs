//! Which field of which record a cell shows: told by the hidden column and the hidden row of keys, read from the plan, and
//! turned into an edit when a person changed it.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::tab::{LONGEST, Value, held};
use crate::plan::{
    Action, ActionField, Baseline, Cell, CellField, Edit, Indicator, IndicatorEdit, IndicatorField, Objective,
    ObjectiveEdit, ObjectiveField, Part, PartEdit, PartField, Plan, Weight, Year,
};
use crate::report::{CellPlace, reword_kpi};
use crate::target::{Language, Target, parse_target, show_date, show_number};

/// A record, by its places in the plan that the workbook carries; told from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum RowId {
    /// An objective: `o1`.
    Objective(usize),
    /// An action of it: `a1.2`.
    Action(usize, usize),
    /// An indicator of it: `i1.2`.
    Indicator(usize, usize),
    /// A part of that: `p1.2.3`.
    Part(usize, usize, usize),
}

/// A field, with its year where it has one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    name: String,
    year: Option<Year>,
}

/// What a cell may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Words,
    Number,
    Day,
}

/// What was found in a cell of a workbook that came back.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Found {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A number; whether the cell shows it as a percentage.
    Number(f64, Shown),
    /// A day.
    Day(NaiveDate),
    /// True or false.
    Flag(bool),
    /// A value that the spreadsheet could not work out.
    Broken,
}

/// How a cell shows its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// As it is.
    Plain,
    /// In hundredths.
    Percent,
}

/// Why what a person wrote is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is no weight: a number of zero or more.
    NoWeight,
    /// It is no day.
    NoDay,
    /// It is no list of years.
    NoYears,
    /// The spreadsheet shows an error there.
    Broken,
    /// Two sheets give the same field different values.
    TwoValues,
    /// The text is longer than a cell holds, so that what was changed cannot be told.
    TooLong,
}

/// A text field of an objective: its key, what people call it, how it is read and set.
pub(super) struct ObjectiveText {
    pub key: &'static str,
    pub label: &'static str,
    read: fn(&Objective) -> &String,
    field: fn(String) -> ObjectiveField,
}

/// The texts of an objective, in the order of its sheet.
pub(super) const OBJECTIVE_TEXTS: [ObjectiveText; 15] = {
    use ObjectiveField as F;
    const fn text(
        key: &'static str,
        label: &'static str,
        read: fn(&Objective) -> &String,
        field: fn(String) -> ObjectiveField,
    ) -> ObjectiveText {
        ObjectiveText { key, label, read, field }
    }
    [
        text("code", "Codice", |o| &o.code, F::Code),
        text("title", "Titolo", |o| &o.title, F::Title),
        text("reference", "Riferimento", |o| &o.reference, F::Reference),
        text("responsible", "Responsabile", |o| &o.responsible, F::Responsible),
        text("other_services", "Altri servizi coinvolti", |o| &o.other_services, F::OtherServices),
        text("staff_groups", "Personale coinvolto", |o| &o.staff_groups, F::StaffGroups),
        text("stakeholders", "Portatori di interesse", |o| &o.stakeholders, F::Stakeholders),
        text("public_value", "Valore pubblico", |o| &o.public_value, F::PublicValue),
        text("current", "Situazione di partenza", |o| &o.situation.current, F::SituationCurrent),
        text("critical_points", "Criticità", |o| &o.situation.critical_points, F::SituationCriticalPoints),
        text("expected", "Benefici attesi", |o| &o.benefits.expected, F::BenefitsExpected),
        text("advantages", "Vantaggi", |o| &o.benefits.advantages, F::BenefitsAdvantages),
        text("method", "Modalità di realizzazione", |o| &o.method.actions, F::MethodActions),
        text("costs", "Risorse e costi", |o| &o.method.costs, F::MethodCosts),
        text("overall", "Indicatore generale", |o| &o.method.overall_indicator, F::MethodOverallIndicator),
    ]
};

/// The key of a column whose rows name their field themselves (`o1:title`).
pub(super) const OWN: &str = "=";

impl Key {
    /// Returns the key of a field without years.
    pub fn of(name: &str) -> Self {
        Self { name: name.to_owned(), year: None }
    }

    /// Returns the key of a field in a year.
    pub fn in_year(name: &str, year: Year) -> Self {
        Self { name: name.to_owned(), year: Some(year) }
    }

    /// Reads what [`Key`]'s `Display` wrote.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(' ') {
            None => (!text.is_empty()).then(|| Self::of(text)),
            Some((name, year)) => Some(Self::in_year(name, Year::new(year.parse().ok()?).ok()?)),
        }
    }

    fn kind(&self) -> Kind {
        match self.name.as_str() {
            "weight" => Kind::Number,
            "due" => Kind::Day,
            _ => Kind::Words,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.year.map_or(Ok(()), |year| write!(f, " {year}"))
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let from_one = |place: usize| place.saturating_add(1);
        match *self {
            Self::Objective(o) => write!(f, "o{}", from_one(o)),
            Self::Action(o, a) => write!(f, "a{}.{}", from_one(o), from_one(a)),
            Self::Indicator(o, i) => write!(f, "i{}.{}", from_one(o), from_one(i)),
            Self::Part(o, i, p) => write!(f, "p{}.{}.{}", from_one(o), from_one(i), from_one(p)),
        }
    }
}

impl RowId {
    /// Reads what `Display` wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let kind = text.chars().next()?;
        let places: Option<Vec<usize>> = (text.get(1..)?.split('.'))
            .map(|place| place.parse::<usize>().ok().and_then(|place| place.checked_sub(1)))
            .collect();
        match (kind, places?.as_slice()) {
            ('o', [o]) => Some(Self::Objective(*o)),
            ('a', [o, a]) => Some(Self::Action(*o, *a)),
            ('i', [o, i]) => Some(Self::Indicator(*o, *i)),
            ('p', [o, i, p]) => Some(Self::Part(*o, *i, *p)),
            _ => None,
        }
    }

    /// Whether it is an objective's own row.
    pub const fn is_objective(self) -> bool {
        matches!(self, Self::Objective(_))
    }

    /// Whether it is an indicator, or one of its parts.
    pub fn is_in(self, objective: usize, indicator: usize) -> bool {
        matches!(self, Self::Indicator(o, i) | Self::Part(o, i, _) if (o, i) == (objective, indicator))
    }

    /// Returns what puts the records of a table in the order of the plan: a part comes right after its indicator.
    pub const fn order(self) -> (usize, usize, usize) {
        match self {
            Self::Objective(o) => (o, 0, 0),
            Self::Action(o, place) | Self::Indicator(o, place) => (o, place, 0),
            Self::Part(o, i, p) => (o, i, p.saturating_add(1)),
        }
    }

    /// Returns the place of its objective.
    pub const fn objective(self) -> usize {
        match self {
            Self::Objective(o) | Self::Action(o, _) | Self::Indicator(o, _) | Self::Part(o, _, _) => o,
        }
    }
}

/// A record with those around it.
struct Record<'a> {
    objective: &'a Arc<Objective>,
    action: Option<&'a Arc<Action>>,
    indicator: Option<&'a Arc<Indicator>>,
    part: Option<&'a Arc<Part>>,
}

impl<'a> Record<'a> {
    fn of(plan: &'a Plan, row: RowId) -> Option<Self> {
        let objective = plan.objectives.at(row.objective())?;
        let indicator = |place| objective.indicators.at(place);
        let bare = Self { objective, action: None, indicator: None, part: None };
        Some(match row {
            RowId::Objective(_) => bare,
            RowId::Action(_, a) => Self { action: Some(objective.actions.at(a)?), ..bare },
            RowId::Indicator(_, i) => Self { indicator: Some(indicator(i)?), ..bare },
            RowId::Part(_, i, p) => {
                let indicator = indicator(i)?;
                Self { indicator: Some(indicator), part: Some(indicator.parts.at(p)?), ..bare }
            }
        })
    }

    fn cell(&self, year: Year) -> Option<&'a Cell> {
        match (self.part, self.indicator) {
            (Some(part), _) => part.cells.get(&year),
            (None, Some(indicator)) => indicator.cells.get(&year),
            (None, None) => None,
        }
    }

    fn place(&self, year: Year) -> Option<CellPlace> {
        Some(CellPlace {
            objective: self.objective.id.clone(),
            indicator: self.indicator?.id.clone(),
            part: self.part.map(|part| part.id.clone()),
            year,
        })
    }

    fn edit(&self, edit: ObjectiveEdit) -> Edit {
        Edit::Objective { objective: self.objective.id.clone(), edit }
    }

    fn indicator_edit(&self, edit: IndicatorEdit) -> Option<Edit> {
        Some(self.edit(ObjectiveEdit::Indicator { indicator: self.indicator?.id.clone(), edit }))
    }
}

/// Returns what a field says, as its cell shows it; none where the record has no such field.
pub(super) fn value(plan: &Plan, row: RowId, key: &Key) -> Option<Value> {
    let record = Record::of(plan, row)?;
    let words = |text: &str| Some(Value::text(text));
    let weight = |weight: Option<Weight>| Some(weight.map_or(Value::Empty, |weight| Value::Number(weight.value())));
    let name = key.name.as_str();
    if let Some(year) = key.year {
        if let (RowId::Objective(_), "weight") = (row, name) {
            return weight(record.objective.weights.get(&year).copied());
        }
        record.place(year)?;
        let cell = record.cell(year);
        return match name {
            "target" => words(cell.map(|cell| cell.target.words()).unwrap_or_default()),
            "result" => words(cell.map(|cell| cell.result.words()).unwrap_or_default()),
            "note" => words(cell.map(|cell| cell.note.as_str()).unwrap_or_default()),
            "due" => Some(cell.and_then(|cell| cell.due).map_or(Value::Empty, Value::Day)),
            _ => None,
        };
    }
    match (row, name) {
        (RowId::Objective(_), name) => {
            let text = OBJECTIVE_TEXTS.iter().find(|text| text.key == name)?;
            words((text.read)(record.objective))
        }
        (RowId::Action(..), "code") => words(&record.action?.code),
        (RowId::Action(..), "description") => words(&record.action?.description),
        (RowId::Action(..), "expected") => words(&record.action?.expected_result),
        (RowId::Action(..), "years") => {
            let years: Vec<String> = record.action?.years.iter().map(Year::to_string).collect();
            words(&years.join(", "))
        }
        (RowId::Part(..), "code") => words(&record.part?.code),
        (RowId::Part(..), "description") => words(&record.part?.description),
        (RowId::Part(..), "weight") => weight(record.part?.weight),
        (RowId::Indicator(..), "code") => words(&record.indicator?.code),
        (RowId::Indicator(..), "description") => words(&record.indicator?.description),
        (RowId::Indicator(..), "kpi") => words(record.indicator?.kpi.words()),
        (RowId::Indicator(..), "formula") => words(&record.indicator?.formula),
        (RowId::Indicator(..), "measure") => words(&record.indicator?.unit_of_measure),
        (RowId::Indicator(..), "source") => words(&record.indicator?.source),
        (RowId::Indicator(..), "weight") => weight(record.indicator?.weight),
        (RowId::Indicator(..), "baseline") => {
            words(record.indicator?.baseline.as_ref().map(|baseline| baseline.words.words()).unwrap_or_default())
        }
        _ => None,
    }
}

/// Returns the words of a field as [`even`] makes them; nothing where the record has no such field.
pub(super) fn said(plan: &Plan, row: RowId, key: &Key) -> String {
    value(plan, row, key).map(|value| even(&words_of(&value))).unwrap_or_default()
}

/// Returns whether a cell still says what was written into it.
pub(super) fn is_unchanged(key: &Key, written: &Value, found: &Found) -> bool {
    match (key.kind(), written, found) {
        (_, Value::Empty, Found::Empty) => true,
        (Kind::Number, Value::Number(_), Found::Number(number, Shown::Plain)) => {
            written.number().is_some_and(|written| nearly(written, *number))
        }
        (Kind::Day, Value::Day(day), Found::Day(found)) => day == found,
        (Kind::Number | Kind::Day, _, Found::Text(text)) if text.trim().is_empty() => *written == Value::Empty,
        (Kind::Number | Kind::Day, ..) => false,
        (Kind::Words, _, Found::Broken) => false,
        (Kind::Words, written, found) => even(&words_of(written)) == even(&found.words()),
    }
}

/// Returns the edit that puts into a field what a person wrote.
///
/// # Errors
/// Why it cannot be put there.
pub(super) fn edit(plan: &Plan, row: RowId, key: &Key, found: &Found) -> Result<Option<Edit>, Refused> {
    let Some(record) = Record::of(plan, row) else { return Ok(None) };
    if *found == Found::Broken {
        return Err(Refused::Broken);
    }
    if is_cut(&record, key) {
        return Err(Refused::TooLong);
    }
    let words = || found.words().trim().to_owned();
    let name = key.name.as_str();
    if let Some(year) = key.year {
        if let (RowId::Objective(_), "weight") = (row, name) {
            return Ok(Some(record.edit(ObjectiveEdit::Weight { year, weight: found.weight()? })));
        }
        let Some(place) = record.place(year) else { return Ok(None) };
        let field = match name {
            "target" => CellField::Target(words().into()),
            "result" => CellField::Result(words().into()),
            "note" => CellField::Note(words()),
            "due" => CellField::Due(found.day(year)?),
            _ => return Ok(None),
        };
        let blank = Cell::default();
        return Ok(Some(place.renew(record.cell(year).unwrap_or(&blank), field)));
    }
    Ok(match (row, name) {
        (RowId::Objective(_), name) => OBJECTIVE_TEXTS
            .iter()
            .find(|text| text.key == name)
            .map(|text| record.edit(ObjectiveEdit::Field((text.field)(words())))),
        (RowId::Action(..), name) => {
            let field = match name {
                "code" => ActionField::Code(words()),
                "description" => ActionField::Description(words()),
                "expected" => ActionField::ExpectedResult(words()),
                "years" => ActionField::Years(found.years()?),
                _ => return Ok(None),
            };
            record.action.map(|action| record.edit(ObjectiveEdit::Action { action: action.id.clone(), field }))
        }
        (RowId::Part(..), name) => {
            let field = match name {
                "code" => PartField::Code(words()),
                "description" => PartField::Description(words()),
                "weight" => PartField::Weight(found.weight()?),
                _ => return Ok(None),
            };
            let edit = PartEdit::Field(field);
            record.part.and_then(|part| record.indicator_edit(IndicatorEdit::Part { part: part.id.clone(), edit }))
        }
        (RowId::Indicator(..), "kpi") => {
            record.indicator.map(|indicator| reword_kpi(&record.objective.id, indicator, &words()))
        }
        (RowId::Indicator(..), name) => {
            let field = match name {
                "code" => IndicatorField::Code(words()),
                "description" => IndicatorField::Description(words()),
                "formula" => IndicatorField::Formula(words()),
                "measure" => IndicatorField::UnitOfMeasure(words()),
                "source" => IndicatorField::Source(words()),
                "weight" => IndicatorField::Weight(found.weight()?),
                "baseline" => {
                    let year = record.indicator.and_then(|it| it.baseline.as_ref()).and_then(|known| known.year);
                    let words = words();
                    let baseline = Baseline { words: words.as_str().into(), year };
                    IndicatorField::Baseline((!words.is_empty()).then_some(baseline))
                }
                _ => return Ok(None),
            };
            record.indicator_edit(IndicatorEdit::Field(field))
        }
    })
}

/// Whether the cell shows only the beginning of what the field says.
fn is_cut(record: &Record<'_>, key: &Key) -> bool {
    let longest = match (record.part, record.indicator, record.action, key.year) {
        (_, Some(_), _, Some(year)) => record
            .cell(year)
            .map_or(0, |cell| cell.target.words().len().max(cell.result.words().len()).max(cell.note.len())),
        (Some(part), ..) => part.description.len(),
        (None, Some(it), ..) => it.description.len().max(it.kpi.words().len()).max(it.formula.len()),
        (None, None, Some(action), _) => action.description.len().max(action.expected_result.len()),
        (None, None, None, _) => {
            OBJECTIVE_TEXTS.iter().map(|text| (text.read)(record.objective).len()).max().unwrap_or(0)
        }
    };
    longest > LONGEST
}

impl Found {
    /// Returns what a person would have written.
    pub fn words(&self) -> String {
        match self {
            Self::Empty | Self::Broken => String::new(),
            Self::Text(text) => held(text),
            Self::Number(number, shown) => match decimal(*number) {
                None => number.to_string(),
                Some(value) => match shown {
                    Shown::Plain => show_number(value, Language::Italian),
                    Shown::Percent => {
                        let hundredths = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value).normalize();
                        format!("{}%", show_number(hundredths, Language::Italian))
                    }
                },
            },
            Self::Day(day) => show_date(*day),
            Self::Flag(true) => "SI".to_owned(),
            Self::Flag(false) => "NO".to_owned(),
        }
    }

    fn weight(&self) -> Result<Option<Weight>, Refused> {
        let number = match self {
            Self::Empty => return Ok(None),
            // 25 % of the parent is a weight of 25.
            Self::Number(number, Shown::Percent) => {
                decimal(*number).and_then(|it| it.checked_mul(Decimal::ONE_HUNDRED))
            }
            Self::Number(number, Shown::Plain) => decimal(*number),
            Self::Text(text) if text.trim().is_empty() => return Ok(None),
            Self::Text(text) => written_number(text),
            Self::Day(_) | Self::Flag(_) | Self::Broken => None,
        };
        number.and_then(|number| Weight::new(number.normalize()).ok()).map(Some).ok_or(Refused::NoWeight)
    }

    fn day(&self, year: Year) -> Result<Option<NaiveDate>, Refused> {
        match self {
            Self::Empty => Ok(None),
            Self::Day(day) => Ok(Some(*day)),
            Self::Text(text) if text.trim().is_empty() => Ok(None),
            Self::Text(text) => match parse_target(text, year.number()).taken() {
                Target::By { date } => Ok(Some(date)),
                _ => Err(Refused::NoDay),
            },
            Self::Number(..) | Self::Flag(_) | Self::Broken => Err(Refused::NoDay),
        }
    }

    fn years(&self) -> Result<BTreeSet<Year>, Refused> {
        let words = self.words();
        let named = words.split([',', ';', ' ', '\n']).filter(|word| !word.is_empty());
        let year = |word: &str| Year::new(word.replace('.', "").parse().ok()?).ok();
        named.map(|word| year(word).ok_or(Refused::NoYears)).collect()
    }
}

fn words_of(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// A text without what a spreadsheet may do to it: blanks at its ends, ends of lines of another kind.
pub(super) fn even(text: &str) -> String {
    held(text).replace('\r', "\n").trim().to_owned()
}

fn decimal(number: f64) -> Option<Decimal> {
    use rust_decimal::prelude::FromPrimitive;
    Decimal::from_f64(number).map(|number| number.normalize())
}

/// Reads a number as people here write it: `12,5`, `12.5`, `25%`.
fn written_number(text: &str) -> Option<Decimal> {
    let plain = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
    plain.parse::<Decimal>().ok()
}

fn nearly(one: f64, other: f64) -> bool {
    let size = one.abs().max(other.abs());
    (one - other).abs() <= size * 1e-12
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_fields_are_told_and_read_again() {
        for row in [RowId::Objective(0), RowId::Action(1, 2), RowId::Indicator(10, 11), RowId::Part(1, 2, 3)] {
            assert_eq!(RowId::parse(&row.to_string()), Some(row));
        }
        let keys = [Key::of("title"), Key::in_year("target", Year::new(2024).unwrap())];
        for key in keys {
            assert_eq!(Key::parse(&key.to_string()), Some(key));
        }
        for wrong in ["", "x1", "o", "o0", "i1", "p1.2", "o1.2", "o-1", "i1.x"] {
            assert_eq!(RowId::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Key::parse("target due mila"), None);
    }

    #[test]
    fn what_a_person_typed_is_read_as_they_meant_it() {
        let text = |text: &str| Found::Text(text.into());
        let weight = |found: &Found| found.weight().map(|weight| weight.map(|weight| weight.value().to_string()));
        assert_eq!(weight(&text("12,5 %")), Ok(Some("12.5".into())));
        assert_eq!(weight(&Found::Number(0.25, Shown::Percent)), Ok(Some("25".into())));
        assert_eq!(weight(&Found::Number(16.67, Shown::Plain)), Ok(Some("16.67".into())));
        assert_eq!(weight(&text(" ")), Ok(None));
        assert_eq!(weight(&text("molto")), Err(Refused::NoWeight));
        let year = Year::new(2024).unwrap();
        assert_eq!(text("30/9").day(year), Ok("2024-09-30".parse().ok()));
        assert_eq!(text("presto").day(year), Err(Refused::NoDay));
        assert_eq!(text("2024; 2025").years().map(|years| years.len()), Ok(2));
        assert_eq!(text("sempre").years(), Err(Refused::NoYears));
        assert_eq!(Found::Number(0.725, Shown::Percent).words(), "72,5%");
        assert_eq!(Found::Number(1234.5, Shown::Plain).words(), "1.234,5");
        assert_eq!(Found::Flag(true).words(), "SI");
    }
}
