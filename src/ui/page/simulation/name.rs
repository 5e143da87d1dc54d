//! What the children on the desk are called.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::plan::{Indicator, Plan};
use crate::simulation::{Parent, Spot};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

use super::desk::Desk;

/// The children on the desk, in the plan's order.
pub(super) type Names = Memo<Vec<Named>>;

/// A child, named.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Named {
    /// Which.
    pub spot: Spot,
    /// Its code; a part's letter.
    pub code: String,
    /// What it is.
    pub title: String,
    /// Whether it has children of its own.
    pub opens: bool,
}

impl Named {
    /// Returns code and the beginning of the title, for a chart.
    pub fn short(&self) -> String {
        shortened(&format!("{} {}", self.code, self.title))
    }
}

/// The beginning of a name that is too long for a chart.
pub(super) fn shortened(name: &str) -> String {
    const MOST: usize = 38;
    let name = name.trim();
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    let cut: String = name.chars().take(MOST).collect();
    format!("{}…", cut.trim_end())
}

/// Follows the children that count in the year, in the plan or in the scenario: what the scenario sets aside can be taken
/// back.
pub(super) fn names(desk: Desk) -> Names {
    let texts = use_texts();
    let counting = Memo::new(move |_| {
        let parent = desk.parent.get();
        let spots = |group: &crate::simulation::Group<Spot>| group.ids().cloned().collect::<Vec<_>>();
        let now = desk.children(spots).unwrap_or_default();
        let official = desk.officially(|trial| trial.children(&parent).map(|group| spots(&group))).flatten();
        now.into_iter().chain(official.unwrap_or_default()).collect::<BTreeSet<_>>()
    });
    Memo::new(move |_| {
        let (parent, counting) = (desk.parent.get(), counting.read());
        let mut names = desk.workspace.read(|plan| children(plan, &parent)).unwrap_or_default();
        names.retain(|named| counting.contains(&named.spot));
        for named in &mut names {
            if named.title.trim().is_empty() {
                named.title = t_string!(texts, simulation.no_title).to_owned();
            }
        }
        names
    })
}

/// What the card of the weights is called.
pub(super) fn title_of_parent(desk: Desk, texts: Texts) -> String {
    let parent = desk.parent.get();
    let found = desk.workspace.read(|plan| match &parent {
        Parent::Plan => None,
        Parent::Objective(id) => {
            let found = plan.objectives.get(id)?;
            Some((found.code.clone(), found.title.clone()))
        }
        Parent::Indicator(objective, id) => {
            let found = plan.objectives.get(objective)?.indicators.get(id)?;
            Some((found.code.clone(), found.description.clone()))
        }
    });
    match found.flatten() {
        Some((code, title)) => {
            t_string!(texts, simulation.weights_in, what = format!("{code} {title}").trim().to_owned())
        }
        None => t_string!(texts, simulation.weights).to_owned(),
    }
}

fn children(plan: &Plan, parent: &Parent) -> Vec<Named> {
    match parent {
        Parent::Plan => {
            let named = |found: &std::sync::Arc<crate::plan::Objective>| Named {
                spot: Spot::Objective(found.id.clone()),
                code: found.code.clone(),
                title: found.title.clone(),
                opens: true,
            };
            plan.objectives.iter().map(named).collect()
        }
        Parent::Objective(objective) => {
            let named = |found: &std::sync::Arc<Indicator>| Named {
                spot: Spot::Indicator(objective.clone(), found.id.clone()),
                code: found.code.clone(),
                title: words_of(found),
                opens: !found.parts.is_empty(),
            };
            plan.objectives.get(objective).map(|found| found.indicators.iter().map(named).collect()).unwrap_or_default()
        }
        Parent::Indicator(objective, indicator) => {
            let found = plan.objectives.get(objective).and_then(|found| found.indicators.get(indicator));
            let named = |part: &std::sync::Arc<crate::plan::Part>| Named {
                spot: Spot::Part(objective.clone(), indicator.clone(), part.id.clone()),
                code: part.code.clone(),
                title: part.description.clone(),
                opens: false,
            };
            found.map(|found| found.parts.iter().map(named).collect()).unwrap_or_default()
        }
    }
}

/// The description; where there is none, the KPI.
pub(super) fn words_of(indicator: &Indicator) -> String {
    if indicator.description.trim().is_empty() {
        indicator.kpi.words().to_owned()
    } else {
        indicator.description.clone()
    }
}
