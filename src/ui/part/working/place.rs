//! What a figure is of, in the body's own words.

use crate::attainment::{Place, Span, Working};
use crate::state::Workspace;
use crate::ui::words::Texts;
use crate::ui::words::text::*;

/// Says what the figure is of and for which year: `Scheda · 2023`.
pub(super) fn kind(place: &Place, workspace: Workspace, texts: Texts) -> String {
    let names = workspace.read(|plan| plan.level_names.clone()).unwrap_or_default();
    let own = |name: String, usual: &str| if name.trim().is_empty() { usual.to_owned() } else { name };
    let of = match place {
        Place::Plan => t_string!(texts, working.kind_plan).to_string(),
        Place::Goal(_) => t_string!(texts, working.kind_goal).to_string(),
        Place::Unit(_) => t_string!(texts, working.kind_unit).to_string(),
        Place::Objective(_) => own(names.objective, t_string!(texts, working.kind_objective)),
        Place::Indicator(..) => own(names.indicator, t_string!(texts, working.kind_indicator)),
        Place::Year(_) => t_string!(texts, working.kind_year).to_string(),
        Place::Part(_) => t_string!(texts, working.kind_part).to_string(),
    };
    let when = match workspace.explained_span() {
        Span::Year(year) => year.to_string(),
        Span::Period => t_string!(texts, shell.whole_period).to_string(),
    };
    format!("{of} · {when}")
}

/// Returns what the figure is called.
pub(super) fn title(working: &Working, texts: Texts) -> String {
    match &working.place {
        Place::Year(year) => year.to_string(),
        _ if working.title.trim().is_empty() => t_string!(texts, working.untitled).to_string(),
        _ => working.title.clone(),
    }
}
