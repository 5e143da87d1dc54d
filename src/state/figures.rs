//! The figures of the open plan, computed again only where something changed.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use super::followed::Followed;
use super::module::{PlanModule, module};
use super::{Route, Workspace};
use crate::attainment::{Attainment, Place, Span};
use crate::plan::{Cells, Plan, Year};

/// A figure whose working is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// What it is of.
    pub place: Place,
    /// In which span, where not that of the address.
    pub span: Option<Span>,
}

impl Workspace {
    /// Returns which figure's working is shown.
    pub fn explained(self) -> Option<Explained> {
        self.explained.get()
    }

    /// Shows how a figure came about.
    pub fn explain(self, place: Place, span: Option<Span>) {
        self.explained.set(Some(Explained { place, span }));
    }

    /// Puts the working away.
    pub fn close_working(self) {
        self.explained.set(None);
    }

    /// Returns the span of the explained figure.
    pub fn explained_span(self) -> Span {
        self.explained.read().as_ref().and_then(|explained| explained.span).unwrap_or_else(|| self.span.get())
    }

    /// Looks at the figures among which the explained one stands.
    pub fn explained_figures<T>(self, look: impl FnOnce(&Attainment) -> T) -> Option<T> {
        match &*self.explained_elsewhere.read() {
            Some(attainment) => Some(look(attainment)),
            None => self.attainment.read().as_ref().map(look),
        }
    }

    /// Returns the figures in the span of the address.
    pub fn attainment(self) -> Memo<Option<Attainment>> {
        self.attainment
    }

    /// Returns how many indicators are late with their result.
    pub fn overdue_count(self) -> u32 {
        self.attainment.read().as_ref().map_or(0, |attainment| attainment.figure().counts.overdue)
    }
}

/// Follows the plan, the span of the address and the day. After an edit only what it touched is computed again.
pub(super) fn attainment(
    plan: RwSignal<Option<Plan>>,
    span: Memo<Span>,
    today: RwSignal<NaiveDate>,
) -> Memo<Option<Attainment>> {
    Memo::new_owning(move |before: Option<Option<Attainment>>| {
        let (plan, span, today) = (plan.read(), span.get(), today.get());
        let now = plan.as_ref().zip(module()).map(|(plan, module)| match before.flatten() {
            Some(mut known) if known.span() == span && known.today() == today => {
                (module.follow)(&mut known, plan);
                known
            }
            _ => (module.compute)(plan, span, today),
        });
        (now, true)
    })
}

/// Follows the figures of a span that is explained and is not that of the address.
pub(super) fn elsewhere(
    plan: RwSignal<Option<Plan>>,
    span: Memo<Span>,
    explained: RwSignal<Option<Explained>>,
    today: RwSignal<NaiveDate>,
) -> Memo<Option<Attainment>> {
    Memo::new_owning(move |_| {
        let asked = explained.read().as_ref().and_then(|explained| explained.span).filter(|asked| *asked != span.get());
        let (plan, today) = (plan.read(), today.get());
        let compute = |(plan, module): (&Plan, &PlanModule)| asked.map(|asked| (module.compute)(plan, asked, today));
        (plan.as_ref().zip(module()).and_then(compute), true)
    })
}

/// Follows the span that the address asks for; where it asks for none, the year at hand.
pub(super) fn span(followed: &Followed, route: RwSignal<Route>) -> Memo<Span> {
    let (period, year_at_hand) = (followed.period, followed.year_at_hand);
    Memo::new(move |_| {
        let asked = match *route.read() {
            Route::Plan { span, .. } => span,
            Route::Plans => None,
        };
        match (asked, period.get()) {
            (Some(Span::Year(year)), Some(period)) => Span::Year(period.nearest(year)),
            (Some(span), _) => span,
            (None, _) => year_at_hand.get().map_or(Span::Period, Span::Year),
        }
    })
}

/// Returns the year people are most likely to be working on: today's; for a plan of other years the last one with a result,
/// or else the first.
pub(super) fn year_at_hand(plan: &Plan, today: NaiveDate) -> Year {
    let period = plan.period;
    match Year::new(today.year()) {
        Ok(year) if period.contains(year) => year,
        _ => period.years().rev().find(|year| has_result(plan, *year)).unwrap_or(period.first()),
    }
}

fn has_result(plan: &Plan, year: Year) -> bool {
    let cells = |cells: &Cells| cells.get(&year).is_some_and(|cell| !cell.result.is_empty());
    plan.objectives
        .iter()
        .flat_map(|objective| objective.indicators.iter())
        .any(|indicator| cells(&indicator.cells) || indicator.parts.iter().any(|part| cells(&part.cells)))
}
