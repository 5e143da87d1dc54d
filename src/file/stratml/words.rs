//! What the standard has no place for, in words.

use crate::plan::{Goal, Indicator, Objective, Plan, Polarity, Weight};
use crate::target::{Language, show_number};

/// What an objective says of itself.
pub(super) fn description(objective: &Objective) -> String {
    lines([
        objective.situation.current.clone(),
        objective.situation.critical_points.clone(),
        objective.benefits.expected.clone(),
        objective.benefits.advantages.clone(),
        objective.method.actions.clone(),
        objective.method.overall_indicator.clone(),
    ])
}

/// The goal above, which the standard cannot nest.
pub(super) fn about_goal(plan: &Plan, goal: &Goal) -> String {
    let above = goal.parent.as_ref().and_then(|parent| plan.goals.get(parent));
    above.map(|above| format!("Sotto: {}", named(&above.code, &above.title))).unwrap_or_default()
}

/// Weights, other goals, actions.
pub(super) fn about_objective(plan: &Plan, objective: &Objective) -> String {
    let weights = objective.weights.iter().map(|(year, it)| weight(&format!("Peso {year}"), Some(*it)));
    let goals = objective.goals.iter().filter_map(|goal| plan.goals.get(goal)).skip(1);
    let goals = goals.map(|goal| format!("Anche per: {}", named(&goal.code, &goal.title)));
    let actions = objective.actions.iter().map(|action| format!("Azione {}", named(&action.code, &action.description)));
    lines(weights.chain(goals).chain(actions))
}

/// Weight, action, KPI, formula, source, polarity and offices of its own.
pub(super) fn about_indicator(plan: &Plan, objective: &Objective, indicator: &Indicator) -> String {
    let action = indicator.action.as_ref().and_then(|action| objective.actions.get(action));
    let units: Vec<&str> =
        indicator.units.iter().filter_map(|unit| plan.units.get(unit)).map(|unit| unit.name.as_str()).collect();
    let polarity = match indicator.polarity {
        Polarity::Rising => "",
        Polarity::Falling => "Meno è meglio",
        Polarity::Steady => "Il valore promesso è il migliore",
    };
    lines([
        weight("Peso", indicator.weight),
        action.map(|action| format!("Azione {}", named(&action.code, &action.description))).unwrap_or_default(),
        labelled("KPI", indicator.kpi.words()),
        labelled("Formula", &indicator.formula),
        labelled("Fonte", &indicator.source),
        labelled("Frequenza", &indicator.frequency),
        labelled("Uffici", &units.join(", ")),
        polarity.to_owned(),
    ])
}

/// A weight after its name; nothing where there is none.
pub(super) fn weight(name: &str, weight: Option<Weight>) -> String {
    weight.map(|weight| format!("{name}: {}", show_number(weight.value(), Language::Italian))).unwrap_or_default()
}

fn labelled(name: &str, words: &str) -> String {
    if words.trim().is_empty() { String::new() } else { format!("{name}: {words}") }
}

fn named(code: &str, title: &str) -> String {
    format!("{code} {title}").trim().to_owned()
}

fn lines(words: impl IntoIterator<Item = String>) -> String {
    words.into_iter().filter(|words| !words.trim().is_empty()).collect::<Vec<_>>().join("\n")
}
