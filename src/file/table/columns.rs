//! What the columns of a table are, by their headings, by each other and, where these are silent, by what stands in them.

use std::collections::BTreeMap;

use super::Grid;
use super::contents::{Contents, contents, infer, number};
use super::destination::{Certainty, Destination, FACTS, Reason, RowKind};
use super::heading::Heading;
use super::layout::{Layout, Part, Setting, Table, fact_destination};
use super::lexicon::Meaning;
use crate::plan::{Period, Year};

/// Decides every column of every table.
pub(super) fn decide(grid: &Grid, setting: Setting, layout: &mut Layout) {
    // Numbers beside indicators are numbers of actions where actions stand above, or where they come twice.
    let mut has_actions = false;
    let mut is_objective_new = false;
    for part in &mut layout.parts {
        match part {
            Part::Opening(..) => (has_actions, is_objective_new) = (false, true),
            Part::Table(table) => {
                let contents = contents(grid, table);
                table.kind = kind(table, &contents, is_objective_new);
                assign(table, &contents, setting);
                infer(table, &contents, setting);
                number(table, &contents, has_actions);
                settle_twice(table);
                has_actions |= table.kind == RowKind::Actions;
                is_objective_new &= table.kind == RowKind::Objectives;
            }
            Part::Fact(_) | Part::Loose(_) => {}
        }
    }
    // One table of a document speaks for the others that are headed alike.
    let numbered = layout
        .tables()
        .any(|table| table.columns.first().is_some_and(|column| column.destination == Destination::ActionNumber));
    if numbered {
        for part in &mut layout.parts {
            if let Part::Table(table) = part
                && matches!(table.kind, RowKind::Indicators)
                && let Some(first) = table.columns.first_mut()
                && first.destination == Destination::Code
                && first.certainty < Certainty::Sure
            {
                first.destination = Destination::ActionNumber;
            }
        }
    }
}

/// Returns what the rows of a table are.
fn kind(table: &Table, contents: &[Contents], is_objective_new: bool) -> RowKind {
    use Meaning::*;
    let means = |wanted: &[Meaning]| {
        table
            .columns
            .iter()
            .filter_map(|column| column.read)
            .filter(|read| read.certainty >= Certainty::Likely && read.meaning.is_some_and(|it| wanted.contains(&it)))
            .count()
    };
    let bare_years = || table.columns.iter().zip(contents).filter(|(column, _)| is_bare_year(column.read));
    let marked = bare_years().any(|(_, contents)| contents.filled > 0 && contents.mostly(contents.marks));
    let years = bare_years().count();
    let measured = means(&[Target, Result, Formula, Baseline, Kpi, UnitOfMeasure, Polarity, Frequency, Source]);
    // Who answers, and what sort it is, stand beside rows of any kind.
    let own = FACTS.iter().map(|(fact, _)| *fact).filter(|fact| !matches!(fact, Kind | Responsible));
    let facts = means(&own.chain([Share]).collect::<Vec<_>>());
    let (rows, deeds) = (means(&[Description, Kpi]), means(&[Deed]));
    let (objectives, goals) = (means(&[Objective, ObjectiveCode]), means(&[Goal]));
    let dated = means(&[Deadline]);
    // What is expected of a deed by a day is the sign that a step is done; without a day it is a result of an action.
    if measured == 0 && (marked || (dated == 0 && means(&[ExpectedResult, Innovative]) > 0 && rows.max(deeds) > 0)) {
        return RowKind::Actions;
    }
    // An objective's own columns beside nothing that is measured.
    if facts > 0 && measured == 0 && deeds == 0 && dated == 0 && years == 0 {
        return RowKind::Objectives;
    }
    if facts > measured && facts >= 2 && dated == 0 && years == 0 {
        return RowKind::Objectives;
    }
    if measured == 0 && dated == 0 && years == 0 && rows == 0 && deeds == 0 {
        if goals > 0 && (goals >= 2 || objectives > 0 || means(&[ServedBy]) > 0) {
            return RowKind::Goals;
        }
        if objectives > 0 || (is_objective_new && means(&[Code, Responsible, Weight]) > 0) {
            return RowKind::Objectives;
        }
    }
    if means(&[Result]) > 0
        && measured == means(&[Result])
        && means(&[ExpectedResult]) == 0
        && dated == 0
        && years == 0
        && means(&[Code, Description]) > 0
    {
        return RowKind::Results;
    }
    if means(&[ServedBy]) > 0 && goals > 0 {
        return RowKind::Goals;
    }
    if dated > 0 && means(&[Target]) == 0 && years == 0 { RowKind::Steps } else { RowKind::Indicators }
}

fn is_bare_year(read: Option<Heading>) -> bool {
    read.is_some_and(|read| read.meaning.is_none() && read.year.is_some())
}

/// Gives each headed column its destination.
fn assign(table: &mut Table, contents: &[Contents], setting: Setting) {
    let kind = table.kind;
    let about = About::of(table, contents, setting);
    let mut goals = 0_u8;
    // Columns of promises and results without a year, in their order.
    let mut unnamed: BTreeMap<bool, usize> = BTreeMap::new();
    for (column, contents) in table.columns.iter_mut().zip(contents) {
        let Some(read) = column.read else { continue };
        let (destination, is_assumed) = match read.meaning {
            None => (bare_year(kind, read.year, *contents, about, setting.period), false),
            Some(Meaning::Goal) => {
                goals = goals.saturating_add(1);
                (Destination::Goal(goals.saturating_sub(1)), false)
            }
            Some(meaning @ (Meaning::Target | Meaning::Result)) if read.year.is_none() && !read.is_before => {
                let is_result = meaning == Meaning::Result;
                let nth = unnamed.entry(is_result).or_default();
                let count = if is_result { about.results } else { about.targets };
                let in_order = if count == about.years && count > 1 { setting.period.years().nth(*nth) } else { None };
                *nth = nth.saturating_add(1);
                let year = in_order.unwrap_or(setting.year);
                (if is_result { Destination::Result(year) } else { Destination::Target(year) }, true)
            }
            Some(meaning) => destination(kind, meaning, &read, about, setting),
        };
        column.destination = destination;
        column.certainty = if is_assumed { read.certainty.min(Certainty::Likely) } else { read.certainty };
        column.reason = match (is_assumed, read.was_split, read.certainty) {
            (true, ..) => Reason::YearAssumed,
            (_, true, _) => Reason::SplitHeading,
            (_, _, Certainty::Sure) => Reason::Heading,
            _ => Reason::PartOfHeading,
        };
        if read.certainty == Certainty::Guess {
            column.destination = Destination::Nowhere;
            column.reason = Reason::Unknown;
        }
    }
}

/// What the other columns of a table say, for the meanings that depend on it.
#[derive(Clone, Copy)]
struct About {
    targets: usize,
    results: usize,
    years: usize,
    has_description: bool,
    has_objective: bool,
    has_plain_weight: bool,
    has_code: bool,
    marked_years: bool,
}

impl About {
    fn of(table: &Table, contents: &[Contents], setting: Setting) -> Self {
        let reads = || table.columns.iter().filter_map(|column| column.read);
        let has =
            |wanted: Meaning| reads().any(|read| read.meaning == Some(wanted) && read.certainty >= Certainty::Likely);
        let without_year =
            |wanted: Meaning| reads().filter(|read| read.meaning == Some(wanted) && read.year.is_none()).count();
        let marked = table.columns.iter().zip(contents).any(|(column, contents)| {
            is_bare_year(column.read) && contents.filled > 0 && contents.mostly(contents.marks)
        });
        Self {
            targets: without_year(Meaning::Target),
            results: without_year(Meaning::Result),
            years: setting.period.years().len(),
            has_description: has(Meaning::Description),
            has_objective: has(Meaning::Objective) || has(Meaning::ObjectiveCode),
            has_plain_weight: reads().any(|read| read.meaning == Some(Meaning::Weight) && read.year.is_none()),
            has_code: has(Meaning::Code),
            marked_years: marked,
        }
    }
}

fn bare_year(kind: RowKind, year: Option<Year>, contents: Contents, about: About, period: Period) -> Destination {
    match year.filter(|year| period.contains(*year)) {
        None => Destination::Nowhere,
        Some(year) if kind == RowKind::Actions && (about.marked_years || contents.mostly(contents.marks)) => {
            Destination::Active(year)
        }
        Some(year) if kind == RowKind::Actions => Destination::Active(year),
        Some(year) if kind == RowKind::Objectives => Destination::Share(year),
        Some(year) => Destination::Target(year),
    }
}

/// Returns where a meaning goes in a table of some kind, and whether its year was assumed.
fn destination(kind: RowKind, meaning: Meaning, read: &Heading, about: About, setting: Setting) -> (Destination, bool) {
    use Destination as To;
    let year = read.year.unwrap_or(setting.year);
    let inside = |to: Destination, year: Year| if setting.period.contains(year) { to } else { To::Nowhere };
    let is_row = matches!(kind, RowKind::Indicators | RowKind::Steps | RowKind::Results);
    let to = match meaning {
        Meaning::Code => To::Code,
        Meaning::ActionNumber if is_row => To::ActionNumber,
        Meaning::ActionNumber => To::Code,
        Meaning::Description if kind == RowKind::Goals => To::Objective,
        Meaning::Description => To::Description,
        Meaning::Deed if is_row && about.has_description => To::Deed,
        Meaning::Deed if kind == RowKind::Objectives => To::MethodActions,
        Meaning::Deed => To::Description,
        Meaning::Innovative if kind == RowKind::Actions => To::Innovative,
        Meaning::ExpectedResult => match kind {
            RowKind::Actions => To::ExpectedResult,
            RowKind::Steps if read.year.is_none() => To::Kpi,
            RowKind::Objectives => To::BenefitsExpected,
            _ => return (inside(To::Target(year), year), read.year.is_none()),
        },
        Meaning::Kpi if is_row && (about.has_description || kind == RowKind::Steps) => To::Kpi,
        Meaning::Kpi => To::Description,
        Meaning::Formula if is_row => To::Formula,
        Meaning::UnitOfMeasure if is_row => To::UnitOfMeasure,
        Meaning::Source if is_row => To::Source,
        Meaning::Frequency if is_row => To::Frequency,
        Meaning::Polarity if is_row => To::Polarity,
        Meaning::Baseline if is_row => To::Baseline(read.year),
        Meaning::SituationCurrent if is_row => To::Baseline(read.year),
        Meaning::Office => To::Office,
        Meaning::Responsible if kind == RowKind::Objectives => To::Responsible,
        Meaning::Responsible => To::Office,
        Meaning::Weight | Meaning::YearWeight if kind == RowKind::Objectives => {
            To::Share(read.year.unwrap_or(setting.period.first()))
        }
        Meaning::Share if is_row && !about.has_objective => To::Weight,
        Meaning::YearWeight => To::Computed,
        Meaning::Weight if is_row && read.year.is_some() && about.has_plain_weight => To::Computed,
        Meaning::Weight if is_row => To::Weight,
        Meaning::Deadline if is_row => To::Deadline,
        Meaning::Target if is_row && read.year.is_some() => inside(To::Target(year), year),
        Meaning::Result if is_row && read.is_before => {
            To::Baseline(Year::new(setting.year.number().saturating_sub(1)).ok())
        }
        Meaning::Result if is_row && year < setting.period.first() => To::Baseline(Some(year)),
        Meaning::Result if is_row && read.year.is_some() => inside(To::Result(year), year),
        Meaning::Evidence if is_row => inside(To::Evidence(year), year),
        Meaning::Note if is_row => To::Note,
        Meaning::Objective if kind == RowKind::Objectives => To::Description,
        Meaning::ObjectiveCode if kind == RowKind::Objectives && !about.has_code => To::Code,
        Meaning::Objective => To::Objective,
        Meaning::ObjectiveCode => To::ObjectiveCode,
        Meaning::ServedBy if kind == RowKind::Goals => To::ServedBy,
        Meaning::Computed => To::Computed,
        other if kind == RowKind::Objectives => fact_destination(other, read, setting).unwrap_or(To::Nowhere),
        _ => To::Nowhere,
    };
    (to, false)
}

/// Keeps one column for each destination: the surest, and of equals the first. The other is left out, and said to be.
fn settle_twice(table: &mut Table) {
    let mut taken: BTreeMap<Destination, (usize, Certainty)> = BTreeMap::new();
    let mut twice: Vec<usize> = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        if matches!(column.destination, Destination::Nowhere | Destination::Computed | Destination::ServedBy) {
            continue;
        }
        match taken.get(&column.destination) {
            Some((_, certainty)) if *certainty >= column.certainty => twice.push(at),
            before => {
                twice.extend(before.map(|(before, _)| *before));
                taken.insert(column.destination, (at, column.certainty));
            }
        }
    }
    for at in twice {
        if let Some(column) = table.columns.get_mut(at) {
            (column.destination, column.certainty, column.reason) =
                (Destination::Nowhere, Certainty::Guess, Reason::Twice);
        }
    }
}
