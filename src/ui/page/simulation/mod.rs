//! *Simulazione*: other weights and other results over a plan that stays as it is.

mod absent;
mod apply;
mod chart;
mod compare;
mod desk;
mod heading;
mod name;
mod points;
mod result;
mod slider;
mod supposed;
mod threshold;
mod tornado;
mod weights;

pub use absent::NoWhatIfs;

use leptos::prelude::*;

use crate::attainment::Span;
use crate::state::{Page, use_workspace};
use crate::ui::widget::focus_soon;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use apply::Apply;
use compare::Compare;
use desk::Desk;
use heading::Heading;
use points::PointsChart;
use result::Outcome;
use threshold::Threshold;
use tornado::Tornado;
use weights::Weights;

/// The page.
#[component]
pub fn Simulation() -> impl IntoView {
    let workspace = use_workspace();
    let wanted = Signal::derive(move || match workspace.page() {
        Some(Page::Simulation(scenario)) => scenario,
        _ => None,
    });
    let desk = Desk::new(wanted);
    let names = name::names(desk);
    let comparing = RwSignal::new(false);
    let applying = RwSignal::new(false);
    let compare = move |()| {
        comparing.set(true);
        focus_soon(["confronto".to_owned()]);
    };
    let close = move |()| {
        comparing.set(false);
        focus_soon([heading::COMPARE.to_owned()]);
    };
    let has_year = Memo::new(move |_| desk.trial(|_| ()).is_some());
    let has_any = Memo::new(move |_| !names.read().is_empty());
    on_cleanup(move || desk.commit());
    view! {
        <Heading desk on_compare=compare on_apply=move |()| applying.set(true) />
        <Show when=move || has_year.get() fallback=ChooseYear>
            <Show when=move || has_any.get() fallback=NothingDue>
                <div class="simulation">
                    <div class="stack">
                        <Show when=move || comparing.get()>
                            <Compare desk on_close=close />
                        </Show>
                        <Weights desk names />
                        <PointsChart desk names />
                    </div>
                    <div class="stack">
                        <Outcome desk />
                        <Threshold desk names />
                        <Tornado desk names />
                    </div>
                </div>
            </Show>
        </Show>
        <Apply desk open=applying />
    }
    .into_any()
}

/// Weights are moved in a year: over the whole period an objective has one for each.
#[component]
fn ChooseYear() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let years = move || {
        let years = workspace.period().map(|period| period.years().collect::<Vec<_>>()).unwrap_or_default();
        let link = |year: crate::plan::Year| {
            view! {
                <a class="button ghost" href=move || workspace.address_in(Span::Year(year))>
                    {year.to_string()}
                </a>
            }
        };
        years.into_iter().map(link).collect_view()
    };
    view! {
        <div class="card stack">
            <p>{t!(texts, simulation.choose_year)}</p>
            <div class="row">{years}</div>
        </div>
    }
}

#[component]
fn NothingDue() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    view! {
        <div class="card stack">
            <p>{t!(texts, simulation.nothing_due)}</p>
            <p>{t!(texts, simulation.nothing_due_why)}</p>
            <p>
                <a class="button ghost" href=move || workspace.address_of(Page::Tree)>
                    {t!(texts, simulation.to_sheets)}
                </a>
            </p>
        </div>
    }
}
