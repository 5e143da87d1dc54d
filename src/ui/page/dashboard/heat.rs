//! Objectives by year: how each has come in every year of the plan.

use std::time::Duration;

use leptos::prelude::*;

use crate::attainment::{Attainment, Figure, Light, Place, Span};
use crate::plan::{ObjectiveId, Percent, Year};
use crate::state::{Workspace, use_workspace};
use crate::ui::part::Value;
use crate::ui::words::text::*;
use crate::ui::words::{percent, use_language, use_texts};

use super::lost::{Name, Waiting};
use crate::ui::part::{Cut, More};

/// How long the page has for being drawn before the other years are computed.
const AFTER_DRAWING: Duration = Duration::from_millis(20);

/// One objective in each year.
#[derive(Clone, PartialEq)]
struct Years {
    objective: ObjectiveId,
    figures: Vec<(Year, Figure, Option<Light>)>,
}

/// The card of the years.
#[component]
pub(super) fn Heat() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let cut = Cut::after(20);
    let others = other_years(workspace);
    let rows = Memo::new(move |_| rows(workspace, &others.read()));
    let shown =
        move || rows.read().iter().take(cut.shown()).map(|row| view! { <Row row=row.clone() /> }).collect_view();
    let current = Memo::new(move |_| workspace.span());
    let heads = move || {
        let years = workspace.period().map(|period| period.years().collect::<Vec<_>>()).unwrap_or_default();
        let head = |year: Year| {
            let is_current = move || (current.get() == Span::Year(year)).then_some("true");
            view! {
                <th scope="col" class="number">
                    <a href=move || workspace.address_in(Span::Year(year)) aria-current=is_current>
                        {year.to_string()}
                    </a>
                </th>
            }
        };
        years.into_iter().map(head).collect_view()
    };
    view! {
        <section class="card heat" aria-labelledby="heat">
            <header>
                <h2 id="heat">{t!(texts, dashboard.heat)}</h2>
                <span class="soft small">{t!(texts, dashboard.heat_hint)}</span>
            </header>
            <table aria-labelledby="heat">
                <thead>
                    <tr>
                        <th scope="col" class="wide">{t!(texts, dashboard.objective)}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{shown}</tbody>
            </table>
            <More cut count=Signal::derive(move || rows.read().len()) />
        </section>
    }
}

/// Follows the figures of the years that are not on the screen anyway; after an edit only what it touched is computed again.
/// Empty until the page is drawn: the years are nobody's first look, and of a large plan they take a while.
fn other_years(workspace: Workspace) -> Memo<Vec<Attainment>> {
    let drawn = RwSignal::new(false);
    // Gone by then when somebody has left the page.
    set_timeout(move || _ = drawn.try_set(true), AFTER_DRAWING);
    Memo::new_owning(move |before: Option<Vec<Attainment>>| {
        if !drawn.get() {
            return (Vec::new(), true);
        }
        let (today, on_screen) = (workspace.today(), workspace.span());
        let mut before = before.unwrap_or_default();
        let figures = workspace.read(|plan| {
            let of = |year| {
                let known = before.iter().position(|known| known.span() == Span::Year(year) && known.today() == today);
                match known.map(|at| before.swap_remove(at)) {
                    Some(mut known) => {
                        known.follow(plan);
                        known
                    }
                    None => Attainment::of(plan, Span::Year(year), today),
                }
            };
            plan.period.years().filter(|year| on_screen != Span::Year(*year)).map(of).collect()
        });
        (figures.unwrap_or_default(), true)
    })
}

fn rows(workspace: Workspace, others: &[Attainment]) -> Vec<Years> {
    let on_screen = workspace.attainment().read();
    let rows = workspace.read(|plan| {
        let of = |year| {
            let mut known = others.iter().chain(on_screen.as_ref());
            known.find(|known| known.span() == Span::Year(year)).map(|known| (year, known))
        };
        let years: Option<Vec<_>> = plan.period.years().map(of).collect();
        // Nothing until the figures of all years are there.
        let years = years?;
        let row = |id: &ObjectiveId| {
            let of = |&(year, known): &(Year, &Attainment)| {
                let figure = known.objective(id).map(|found| found.figure.clone()).unwrap_or_default();
                let light = figure.light(&plan.policy);
                (year, figure, light)
            };
            Years { objective: id.clone(), figures: years.iter().map(of).collect() }
        };
        Some(plan.objectives.iter().map(|objective| row(&objective.id)).collect::<Vec<_>>())
    });
    rows.flatten().unwrap_or_default()
}

#[component]
fn Row(row: Years) -> impl IntoView {
    let Years { objective, figures } = row;
    let place = Place::Objective(objective.clone());
    let cell = move |(year, figure, light)| view! { <Cell place=place.clone() year figure light /> };
    view! {
        <tr>
            <th scope="row" class="wide"><Name objective /></th>
            {figures.into_iter().map(cell).collect_view()}
        </tr>
    }
}

#[component]
fn Cell(place: Place, year: Year, figure: Figure, light: Option<Light>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let class = match light {
        Some(Light::Green) => "number year green",
        Some(Light::Amber) => "number year amber",
        Some(Light::Red) => "number year red",
        None => "number year",
    };
    let Figure { attained, coverage, counts, .. } = figure;
    let partly = coverage.filter(|coverage| *coverage < Percent::HUNDRED);
    let on = move || {
        let on = t_string!(texts, dashboard.heat_on, coverage = percent(partly, language.get()));
        partly.map(|_| view! { <small>{on}</small> })
    };
    match attained {
        Some(_) => {
            let year = Signal::stored(Some(year));
            view! { <td class=class><Value value=Signal::stored(attained) place year /> " " {on}</td> }.into_any()
        }
        None => view! { <td class=class><Waiting counts /></td> }.into_any(),
    }
}
