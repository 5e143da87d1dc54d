//! Objectives by year: how each has come in every year of the plan.

use leptos::prelude::*;

use crate::attainment::{Attainment, Figure, Light, Place, Span};
use crate::plan::{ObjectiveId, Percent, Year};
use crate::state::{Workspace, use_workspace};
use crate::ui::part::Value;
use crate::ui::words::text::*;
use crate::ui::words::{percent, use_language, use_texts};

use super::lost::{Name, Waiting};
use super::more::{Cut, More};

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
    let years = every_year(workspace);
    let rows = Memo::new(move |_| rows(workspace, &years.read()));
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

/// Follows the figures of every year of the plan; after an edit only what it touched is computed again.
fn every_year(workspace: Workspace) -> Memo<Vec<Attainment>> {
    Memo::new_owning(move |before: Option<Vec<Attainment>>| {
        let today = workspace.today();
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
            plan.period.years().map(of).collect()
        });
        (figures.unwrap_or_default(), true)
    })
}

fn rows(workspace: Workspace, years: &[Attainment]) -> Vec<Years> {
    let rows = workspace.read(|plan| {
        let row = |id: &ObjectiveId| {
            let of = |(year, known): (Year, &Attainment)| {
                let figure = known.objective(id).map(|found| found.figure.clone()).unwrap_or_default();
                let light = figure.light(&plan.policy);
                (year, figure, light)
            };
            Years { objective: id.clone(), figures: plan.period.years().zip(years).map(of).collect() }
        };
        plan.objectives.iter().map(|objective| row(&objective.id)).collect::<Vec<_>>()
    });
    rows.unwrap_or_default()
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
