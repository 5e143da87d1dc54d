//! Places and values of a merge in words: what an edit is about, and what it makes stand.

use crate::plan::{Cause, Forecast, Plan, Polarity, UnitId};
use crate::report::{Facet, Record, Spot, Value};
use crate::target::{Language, show_number, show_reading, show_target};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, date, percent, status_words};

/// Returns what a record is called: code and title, or the first words of what it says.
pub fn record_words(record: &Record, plan: &Plan, texts: Texts) -> String {
    let named = |code: &str, title: &str| {
        let words = [code.trim(), title.trim()];
        words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let objective = record.objective().and_then(|id| plan.objectives.get(id));
    let name = match record {
        Record::Plan => Some(t_string!(texts, exchange.of_plan).to_owned()),
        Record::Goal(id) => plan.goals.get(id).map(|goal| named(&goal.code, &goal.title)),
        Record::Unit(id) => plan.units.get(id).map(|unit| unit.name.clone()),
        Record::Section(id) => plan.sections.get(id).map(|section| section.title.clone()),
        Record::Scenario(id) => plan.scenarios.get(id).map(|scenario| scenario.name.clone()),
        Record::Objective(_) => objective.map(|found| named(&found.code, &found.title)),
        Record::Action(_, id) => {
            objective.and_then(|found| found.actions.get(id)).map(|found| named(&found.code, &found.description))
        }
        Record::Indicator(_, id) => {
            objective.and_then(|found| found.indicators.get(id)).map(|found| named(&found.code, &found.description))
        }
        Record::Part(_, indicator, id) => objective
            .and_then(|found| found.indicators.get(indicator)?.parts.get(id))
            .map(|found| named(&found.code, &found.description)),
    };
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| t_string!(texts, exchange.nameless).to_owned())
}

/// Returns what of a record is meant: `risultato 2024`, `nota`, `presenza nel piano`.
pub fn facet_words(spot: &Spot, texts: Texts) -> String {
    let what = match (spot.facet, &spot.record) {
        (Facet::Presence, Record::Objective(_)) => t_string!(texts, exchange.presence_sheet),
        (Facet::Presence, Record::Indicator(..)) => t_string!(texts, exchange.presence_indicator),
        (Facet::Presence, Record::Action(..)) => t_string!(texts, exchange.presence_action),
        (Facet::Presence, _) => t_string!(texts, exchange.presence),
        (Facet::Order, _) => t_string!(texts, exchange.order),
        (Facet::Field(name), _) => field_words(name, texts),
    };
    match spot.year {
        Some(year) => format!("{what} {year}"),
        None => what.to_owned(),
    }
}

fn field_words(name: &str, texts: Texts) -> &'static str {
    match name {
        "result" => t_string!(texts, exchange.field_result),
        "result_reading" => t_string!(texts, exchange.field_result_reading),
        "target" => t_string!(texts, exchange.field_target),
        "target_reading" => t_string!(texts, exchange.field_target_reading),
        "earlier_targets" => t_string!(texts, exchange.field_earlier),
        "due" => t_string!(texts, exchange.field_due),
        "checkpoints" => t_string!(texts, exchange.field_checkpoints),
        "standing" => t_string!(texts, exchange.field_standing),
        "judgement" => t_string!(texts, exchange.field_judgement),
        "deviation" => t_string!(texts, exchange.field_deviation),
        "evidence" => t_string!(texts, exchange.field_evidence),
        "note" => t_string!(texts, exchange.field_note),
        "title" | "name" => t_string!(texts, exchange.field_title),
        "code" => t_string!(texts, exchange.field_code),
        "kind" | "body.kind" => t_string!(texts, exchange.field_kind),
        "description" | "text" => t_string!(texts, exchange.field_description),
        "kpi" => t_string!(texts, exchange.field_kpi),
        "formula" => t_string!(texts, exchange.field_formula),
        "unit_of_measure" => t_string!(texts, exchange.field_unit_of_measure),
        "source" => t_string!(texts, exchange.field_source),
        "frequency" => t_string!(texts, exchange.field_frequency),
        "polarity" => t_string!(texts, exchange.field_polarity),
        "baseline" => t_string!(texts, exchange.field_baseline),
        "weight" | "weights" => t_string!(texts, exchange.field_weight),
        "units" => t_string!(texts, exchange.field_units),
        "goals" | "parent" => t_string!(texts, exchange.field_goals),
        "action" => t_string!(texts, exchange.field_action),
        "years" | "first_year" | "period" => t_string!(texts, exchange.field_years),
        "innovative" => t_string!(texts, exchange.field_innovative),
        "expected_result" => t_string!(texts, exchange.field_expected),
        "responsible" => t_string!(texts, exchange.field_responsible),
        "email" => t_string!(texts, exchange.field_email),
        "reference" => t_string!(texts, exchange.field_reference),
        "other_services" => t_string!(texts, exchange.field_services),
        "staff_groups" => t_string!(texts, exchange.field_staff),
        "stakeholders" => t_string!(texts, exchange.field_stakeholders),
        "public_value" => t_string!(texts, exchange.field_public_value),
        "situation.current" => t_string!(texts, exchange.field_situation),
        "situation.critical_points" => t_string!(texts, exchange.field_critical),
        "benefits.expected" => t_string!(texts, exchange.field_benefits),
        "benefits.advantages" => t_string!(texts, exchange.field_advantages),
        "method.actions" => t_string!(texts, exchange.field_method),
        "method.costs" => t_string!(texts, exchange.field_costs),
        "method.overall_indicator" => t_string!(texts, exchange.field_overall),
        "notice" => t_string!(texts, exchange.field_notice),
        "body.name" => t_string!(texts, exchange.field_body),
        "approval" => t_string!(texts, exchange.field_approval),
        "policy" => t_string!(texts, exchange.field_policy),
        "level_names" => t_string!(texts, exchange.field_levels),
        "revisions" => t_string!(texts, exchange.field_revisions),
        "table" => t_string!(texts, exchange.field_table),
        _ => t_string!(texts, exchange.field_other),
    }
}

/// Returns a value in words; what it points at is looked up in the plan.
pub fn value_words(value: &Value, plan: &Plan, texts: Texts, language: Language) -> String {
    match value {
        Value::Nothing => t_string!(texts, exchange.nothing).to_owned(),
        Value::Words(words) => words.clone(),
        Value::Day(day) => date(Some(*day)),
        Value::Weight(weight) => format!("{} %", show_number(*weight, language)),
        Value::Year(year) => year.to_string(),
        Value::Years(years) => joined(years.iter().map(ToString::to_string)),
        Value::Period(period) => format!("{}-{}", period.first(), period.last()),
        Value::Mark(true) => t_string!(texts, exchange.yes).to_owned(),
        Value::Mark(false) => t_string!(texts, exchange.no).to_owned(),
        Value::Units(units) => joined(units.iter().map(|unit| unit_name(unit, plan))),
        Value::Goals(goals) => joined(goals.iter().map(|goal| record_words(&Record::Goal(goal.clone()), plan, texts))),
        Value::Action(action) => {
            let found = plan.objectives.iter().find_map(|objective| objective.actions.get(action));
            found.map_or_else(String::new, |found| format!("{} {}", found.code, found.description))
        }
        Value::Polarity(Polarity::Rising) => t_string!(texts, sheet.rising).to_owned(),
        Value::Polarity(Polarity::Falling) => t_string!(texts, sheet.falling).to_owned(),
        Value::Polarity(Polarity::Steady) => t_string!(texts, sheet.steady).to_owned(),
        Value::Standing(standing) => with_note(status_words(standing.status, texts), &standing.reason),
        Value::Judgement(judged) => with_note(percent(Some(judged.percent), language), &judged.reason),
        Value::Deviation(deviation) => {
            let cause = match deviation.cause {
                Cause::External => t_string!(texts, sheet.cause_external),
                Cause::Internal => t_string!(texts, sheet.cause_internal),
                Cause::Indicator => t_string!(texts, sheet.cause_indicator),
            };
            with_note(cause.to_owned(), &deviation.note)
        }
        Value::Checkpoints(taken) => joined(taken.iter().map(|one| {
            let forecast = one.forecast.map(|forecast| match forecast {
                Forecast::Reachable => t_string!(texts, sheet.reachable),
                Forecast::AtRisk => t_string!(texts, sheet.at_risk),
                Forecast::Unreachable => t_string!(texts, sheet.unreachable),
            });
            let words = with_note(format!("{} {}", date(Some(one.date)), one.words.words()), &one.note);
            forecast.map(|forecast| format!("{words} ({forecast})")).unwrap_or(words)
        })),
        Value::Earlier(earlier) => {
            joined(earlier.iter().map(|one| with_note(one.words.words().to_owned(), &one.reason)))
        }
        Value::Target(target) => show_target(target, language),
        Value::Reading(reading) => show_reading(reading, language),
        Value::There(name) if name.trim().is_empty() => t_string!(texts, exchange.there).to_owned(),
        Value::There(name) => t_string!(texts, exchange.there_named, name = name.clone()),
        Value::Gone => t_string!(texts, exchange.gone).to_owned(),
        Value::Place(place) => t_string!(texts, exchange.in_place, n = place.to_string()),
        Value::Manifold => t_string!(texts, exchange.manifold).to_owned(),
    }
}

/// Returns the name of an office.
pub fn unit_name(unit: &UnitId, plan: &Plan) -> String {
    plan.units.get(unit).map(|unit| unit.name.clone()).unwrap_or_default()
}

fn joined(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join("; ")
}

fn with_note(words: String, note: &str) -> String {
    if note.trim().is_empty() { words } else { format!("{words}: {}", note.trim()) }
}
