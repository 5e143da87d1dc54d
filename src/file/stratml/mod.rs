//! StratML Part 2 (ISO 17469): a plan as the standard for strategic plans and performance reports has it.
//!
//! | here | there |
//! |---|---|
//! | goal | `Goal`; the one above it in words, the standard knows one level |
//! | objective | `Objective` of the first goal it serves; the others in words |
//! | indicator, part | `PerformanceIndicator`; a part is narrower than its indicator |
//! | a year | `MeasurementInstance`: the promise, the result, the words of both, the number where they say one |
//! | baseline | the result of the year before |
//! | office | `Stakeholder` who performs |
//! | weights, actions, formulas | `OtherInformation`, in words |
//!
//! Attainment, polarity, policy and what-ifs have no place there.

mod words;
mod xml;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::plan::{Cell, Cells, Goal, Indicator, Objective, Part, Plan, UnitId, Year};
use crate::target::{Measure, Phrase, Quantity, Reading, Target};
use words::{about_goal, about_indicator, about_objective, description};
use xml::{Xml, name};

/// How the name of such a file ends.
pub const EXTENSION: &str = ".stratml";

/// The namespace of Part 2.
const NAMESPACE: &str = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport";

/// Why a plan could not be written; no plan made through this crate can cause it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the XML could not be written: {0}")]
pub struct StratmlError(String);

/// Writes a plan: as a report once it has results, as a plan until then.
///
/// # Errors
/// [`StratmlError`].
pub fn write(plan: &Plan) -> Result<String, StratmlError> {
    let mut xml = Xml::new();
    let kind = if has_results(plan) { "Performance_Report" } else { "Performance_Plan" };
    xml.open_with("PerformancePlanOrReport", &[("xmlns", NAMESPACE), ("Type", kind)])?;
    xml.leaf("Name", &plan.title)?;
    xml.leaf_if("OtherInformation", &plan.notice)?;
    xml.open("StrategicPlanCore")?;
    organization(&mut xml, plan)?;
    for goal in plan.goals.iter() {
        self::goal(&mut xml, plan, goal)?;
    }
    let free: Vec<usize> = places(plan, |objective| first_goal(plan, objective).is_none());
    if !free.is_empty() || plan.goals.is_empty() {
        xml.open("Goal")?;
        let title = if plan.goals.is_empty() { plan.title.as_str() } else { "Obiettivi senza area strategica" };
        xml.leaf("Name", title)?;
        xml.leaf("Description", "")?;
        xml.leaf("Identifier", &name("g", &[]))?;
        objectives(&mut xml, plan, &free)?;
        xml.close("Goal")?;
    }
    xml.close("StrategicPlanCore")?;
    xml.open("AdministrativeInformation")?;
    xml.leaf("Identifier", &name("plan", &[plan.id.as_str()]))?;
    xml.leaf("StartDate", &day_of(plan.period.first(), 1, 1))?;
    xml.leaf("EndDate", &day_of(plan.period.last(), 12, 31))?;
    xml.leaf_if("PublicationDate", &plan.approval.date.map(|date| date.to_string()).unwrap_or_default())?;
    xml.close("AdministrativeInformation")?;
    xml.close("PerformancePlanOrReport")?;
    xml.finish()
}

fn organization(xml: &mut Xml, plan: &Plan) -> Result<(), StratmlError> {
    xml.open("Organization")?;
    xml.leaf_if("Name", &plan.body.name)?;
    xml.leaf("Identifier", &name("body", &[]))?;
    xml.leaf_if("Description", &plan.body.kind)?;
    let all: Vec<UnitId> = plan.units.iter().map(|unit| unit.id.clone()).collect();
    performers(xml, plan, &all)?;
    xml.close("Organization")
}

/// Offices that perform.
fn performers(xml: &mut Xml, plan: &Plan, units: &[UnitId]) -> Result<(), StratmlError> {
    for unit in units.iter().filter_map(|unit| plan.units.get(unit)) {
        xml.open_with("Stakeholder", &[("StakeholderTypeType", "Organization")])?;
        xml.leaf("Name", &unit.name)?;
        xml.leaf_if("Description", &unit.responsible)?;
        xml.open("Role")?;
        xml.leaf("Name", "Ufficio responsabile")?;
        xml.leaf("RoleType", "Performer")?;
        xml.close("Role")?;
        xml.close("Stakeholder")?;
    }
    Ok(())
}

fn goal(xml: &mut Xml, plan: &Plan, goal: &Goal) -> Result<(), StratmlError> {
    xml.open("Goal")?;
    xml.leaf("Name", &goal.title)?;
    xml.leaf("Description", &goal.description)?;
    xml.leaf("Identifier", &name("g", &[goal.id.as_str()]))?;
    xml.leaf_if("SequenceIndicator", &goal.code)?;
    xml.leaf_if("OtherInformation", &about_goal(plan, goal))?;
    objectives(xml, plan, &places(plan, |objective| first_goal(plan, objective) == Some(goal)))?;
    xml.close("Goal")
}

/// The first goal an objective serves that is there.
fn first_goal<'a>(plan: &'a Plan, objective: &Objective) -> Option<&'a Goal> {
    objective.goals.iter().find_map(|goal| plan.goals.get(goal)).map(AsRef::as_ref)
}

fn places(plan: &Plan, is_asked: impl Fn(&Objective) -> bool) -> Vec<usize> {
    plan.objectives.iter().enumerate().filter(|(_, objective)| is_asked(objective)).map(|(place, _)| place).collect()
}

fn objectives(xml: &mut Xml, plan: &Plan, places: &[usize]) -> Result<(), StratmlError> {
    for objective in places.iter().filter_map(|place| plan.objectives.at(*place)) {
        xml.open("Objective")?;
        xml.leaf_if("Name", &objective.title)?;
        xml.leaf_if("Description", &description(objective))?;
        xml.leaf("Identifier", &name("o", &[objective.id.as_str()]))?;
        xml.leaf_if("SequenceIndicator", &objective.code)?;
        performers(xml, plan, &objective.units)?;
        xml.leaf_if("OtherInformation", &about_objective(plan, objective))?;
        for indicator in objective.indicators.iter() {
            self::indicator(xml, plan, objective, indicator)?;
            for part in indicator.parts.iter() {
                self::part(xml, objective, indicator, part)?;
            }
        }
        xml.close("Objective")?;
    }
    Ok(())
}

fn indicator(xml: &mut Xml, plan: &Plan, objective: &Objective, indicator: &Indicator) -> Result<(), StratmlError> {
    let target = |year: Year| indicator.promise(year);
    begin(xml, is_quantitative(&indicator.cells, target))?;
    xml.leaf_if("SequenceIndicator", &indicator.code)?;
    xml.leaf("MeasurementDimension", &indicator.description)?;
    xml.leaf("UnitOfMeasurement", &indicator.unit_of_measure)?;
    xml.leaf("Identifier", &name("i", &[objective.id.as_str(), indicator.id.as_str()]))?;
    if let Some(baseline) = &indicator.baseline {
        let year = baseline.year.or_else(|| Year::new(plan.period.first().number().saturating_sub(1)).ok());
        let read = year.map(|year| baseline.words.read(year.number()).taken());
        xml.open("MeasurementInstance")?;
        said(xml, "ActualResult", year, None, read.as_ref().and_then(number_of_reading), baseline.words.words())?;
        xml.close("MeasurementInstance")?;
    }
    years(xml, &indicator.cells, target)?;
    xml.leaf_if("OtherInformation", &about_indicator(plan, objective, indicator))?;
    xml.close("PerformanceIndicator")
}

fn part(xml: &mut Xml, objective: &Objective, indicator: &Indicator, part: &Part) -> Result<(), StratmlError> {
    let target = |year: Year| part.cells.get(&year).map(|cell| &cell.target);
    begin(xml, is_quantitative(&part.cells, target))?;
    xml.leaf_if("SequenceIndicator", &part.code)?;
    xml.leaf("MeasurementDimension", &part.description)?;
    xml.leaf("UnitOfMeasurement", &indicator.unit_of_measure)?;
    let whole = [objective.id.as_str(), indicator.id.as_str()];
    xml.leaf("Identifier", &name("p", &[whole[0], whole[1], part.id.as_str()]))?;
    xml.open_with("Relationship", &[("RelationshipType", "Narrower_Than")])?;
    xml.leaf("ReferentIdentifier", &name("i", &whole))?;
    xml.close("Relationship")?;
    years(xml, &part.cells, target)?;
    xml.leaf_if("OtherInformation", &words::weight("Peso", part.weight))?;
    xml.close("PerformanceIndicator")
}

fn begin(xml: &mut Xml, is_quantitative: bool) -> Result<(), StratmlError> {
    let kind = if is_quantitative { "Quantitative" } else { "Qualitative" };
    xml.open_with("PerformanceIndicator", &[("PerformanceIndicatorType", kind)])
}

fn is_quantitative<'a>(cells: &Cells, target: impl Fn(Year) -> Option<&'a Phrase<Target>>) -> bool {
    cells
        .keys()
        .any(|year| target(*year).is_some_and(|words| number_of_target(&words.read(year.number()).taken()).is_some()))
}

/// What was promised and what came of it, year by year.
fn years<'a>(
    xml: &mut Xml,
    cells: &Cells,
    target: impl Fn(Year) -> Option<&'a Phrase<Target>>,
) -> Result<(), StratmlError> {
    for (year, cell) in cells {
        let promise = target(*year).filter(|words| !words.is_empty());
        if promise.is_none() && cell.due.is_none() && cell.result.is_empty() {
            continue;
        }
        xml.open("MeasurementInstance")?;
        if promise.is_some() || cell.due.is_some() {
            let read = promise.map(|words| chosen(cell, words, *year));
            let words = promise.map(Phrase::words).unwrap_or_default();
            said(xml, "TargetResult", Some(*year), cell.due, read.as_ref().and_then(number_of_target), words)?;
        }
        if !cell.result.is_empty() {
            let context = cell.result_context(promise, *year);
            let read = cell.result_reading.clone().unwrap_or_else(|| cell.result.read(context).taken());
            said(xml, "ActualResult", Some(*year), None, number_of_reading(&read), cell.result.words())?;
        }
        xml.close("MeasurementInstance")?;
    }
    Ok(())
}

fn chosen(cell: &Cell, words: &Phrase<Target>, year: Year) -> Target {
    cell.target_reading.clone().unwrap_or_else(|| words.read(year.number()).taken())
}

fn said(
    xml: &mut Xml,
    element: &str,
    year: Option<Year>,
    due: Option<NaiveDate>,
    number: Option<Quantity>,
    words: &str,
) -> Result<(), StratmlError> {
    xml.open(element)?;
    if let Some(year) = year {
        xml.leaf("StartDate", &day_of(year, 1, 1))?;
        xml.leaf("EndDate", &due.map_or_else(|| day_of(year, 12, 31), |due| due.to_string()))?;
    }
    xml.leaf_if("NumberOfUnits", &number.map(|number| number.value.normalize().to_string()).unwrap_or_default())?;
    xml.leaf_if("Description", words)?;
    xml.close(element)
}

/// The number a promise sets; none where it sets none or several.
fn number_of_target(target: &Target) -> Option<Quantity> {
    match target {
        Target::AtLeast(quantity)
        | Target::MoreThan(quantity)
        | Target::AtMost(quantity)
        | Target::LessThan(quantity)
        | Target::Exactly(quantity) => Some(*quantity),
        Target::Times { count } => Some(Quantity::count(count.get().into())),
        Target::All => Some(Quantity { value: 100.into(), measure: Measure::Percent }),
        _ => None,
    }
}

fn number_of_reading(reading: &Reading) -> Option<Quantity> {
    match reading {
        Reading::Quantity(quantity) => Some(*quantity),
        Reading::Ratio { part, .. } => Some(Quantity::count(*part)),
        _ => None,
    }
}

fn has_results(plan: &Plan) -> bool {
    let has = |cells: &Cells| cells.values().any(|cell| !cell.result.is_empty());
    let indicators = plan.objectives.iter().flat_map(|objective| objective.indicators.iter());
    indicators.into_iter().any(|it| has(&it.cells) || it.parts.iter().any(|part| has(&part.cells)))
}

fn day_of(year: Year, month: u32, day: u32) -> String {
    format!("{year}-{month:02}-{day:02}")
}
