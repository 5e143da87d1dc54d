//! The same figure cut by goal and by office.

use leptos::prelude::*;

use crate::attainment::{Attainment, Figure, Place};
use crate::plan::Plan;
use crate::report::{Branch, Node, tree};
use crate::state::use_workspace;
use crate::ui::part::{LightMark, Meter, Value};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

use super::lost::Waiting;
use crate::ui::part::{Cut, More};

/// One row: a goal or an office.
#[derive(Clone, PartialEq)]
struct Slice {
    place: Place,
    depth: usize,
    code: String,
    name: String,
    figure: Figure,
}

/// By goal, as deep as the plan's tree goes.
#[component]
pub(super) fn ByGoal() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let rows = Memo::new(move |_| {
        let attainment = workspace.attainment().read();
        workspace.read(|plan| Some(goals(plan, attainment.as_ref()?))).flatten().unwrap_or_default()
    });
    view! {
        <Slices
            id="goals"
            rows
            title=move |texts: Texts| t_string!(texts, dashboard.by_goal).to_string()
            what=move |texts: Texts| t_string!(texts, dashboard.goal).to_string()
            nothing=Signal::derive(move || t_string!(texts, dashboard.no_goal_due).to_string())
        />
    }
}

/// By office.
#[component]
pub(super) fn ByUnit() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let rows = Memo::new(move |_| {
        let attainment = workspace.attainment().read();
        let rows = workspace.read(|plan| {
            let figures = attainment.as_ref()?.by_unit(plan);
            let row = |(id, figure)| {
                let name = plan.units.get(&id)?.name.clone();
                Some(Slice { place: Place::Unit(id), depth: 0, code: String::new(), name, figure })
            };
            Some(figures.into_iter().filter_map(row).filter(|row| row.figure.counts.due > 0).collect::<Vec<_>>())
        });
        rows.flatten().unwrap_or_default()
    });
    view! {
        <Slices
            id="units"
            rows
            title=move |texts: Texts| t_string!(texts, dashboard.by_unit).to_string()
            what=move |texts: Texts| t_string!(texts, dashboard.unit).to_string()
            nothing=Signal::derive(move || t_string!(texts, dashboard.no_unit_due).to_string())
        />
    }
}

/// Goals with something due, in the order of the tree.
fn goals(plan: &Plan, attainment: &Attainment) -> Vec<Slice> {
    let slice = |Branch { node, depth, figure, .. }| {
        let Node::Goal(id) = node else { return None };
        let goal = plan.goals.get(&id)?;
        let (code, name) = (goal.code.clone(), goal.title.clone());
        (figure.counts.due > 0).then_some(Slice { place: Place::Goal(id), depth, code, name, figure })
    };
    tree(plan, attainment).into_iter().filter_map(slice).collect()
}

#[component]
fn Slices(
    id: &'static str,
    rows: Memo<Vec<Slice>>,
    title: impl Fn(Texts) -> String + Send + Sync + Copy + 'static,
    what: impl Fn(Texts) -> String + Send + Sync + Copy + 'static,
    nothing: Signal<String>,
) -> impl IntoView {
    let texts = use_texts();
    let cut = Cut::after(16);
    let shown =
        move || rows.read().iter().take(cut.shown()).map(|row| view! { <Row row=row.clone() /> }).collect_view();
    view! {
        <section class="card slices" aria-labelledby=id>
            <header>
                <h2 id=id>{move || title(texts)}</h2>
            </header>
            <Show
                when=move || !rows.read().is_empty()
                fallback=move || view! { <p class="empty">{nothing}</p> }
            >
                <table aria-labelledby=id>
                    <thead>
                        <tr>
                            <th scope="col" class="wide">{move || what(texts)}</th>
                            <th scope="col" class="bar-column">
                                <span class="visually-hidden">{t!(texts, dashboard.bar)}</span>
                            </th>
                            <th scope="col" class="number">{t!(texts, dashboard.attained)}</th>
                            <th scope="col">{t!(texts, dashboard.state)}</th>
                        </tr>
                    </thead>
                    <tbody>{shown}</tbody>
                </table>
            </Show>
            <More cut count=Signal::derive(move || rows.read().len()) />
        </section>
    }
}

#[component]
fn Row(row: Slice) -> impl IntoView {
    let texts = use_texts();
    let Slice { place, depth, code, name, figure } = row;
    let class = match depth {
        0 => "wide",
        1 => "wide deep-1",
        2 => "wide deep-2",
        _ => "wide deep-3",
    };
    let name = move || match name.trim() {
        "" => t_string!(texts, dashboard.untitled).to_string(),
        name => name.to_owned(),
    };
    view! {
        <tr>
            <th scope="row" class=class>
                <span class="named" title=name.clone()>
                    {(!code.is_empty()).then(|| view! { <span class="code">{code}</span> })}
                    <span class="clip">{name.clone()}</span>
                </span>
            </th>
            <td class="bar-column">
                <Meter earned=Signal::stored(figure.floor) ceiling=Signal::stored(figure.ceiling) />
            </td>
            <td class="number"><Value value=Signal::stored(figure.attained) place /></td>
            <td>
                {match figure.attained {
                    Some(_) => view! { <LightMark value=Signal::stored(figure.official) beside=Signal::stored(figure.attained) /> }.into_any(),
                    None => view! { <Waiting counts=figure.counts /> }.into_any(),
                }}
            </td>
        </tr>
    }
}
