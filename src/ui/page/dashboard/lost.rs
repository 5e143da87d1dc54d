//! *Dove si perdono i punti*: objectives by points lost; those awaited entirely stand below.

use crate::attainment::{Attainment, Counts, Place};
use crate::report::{PointsLost, PointsTotal, by_points_lost};
use crate::state::{Page, Workspace, use_workspace};
use crate::target::show_rounded;
use crate::ui::part::{LightMark, Meter, Value};
use crate::ui::words::text::*;
use crate::ui::words::{points, use_language, use_texts};
use leptos::prelude::*;

use crate::ui::part::{Cut, More};

/// The card of points lost.
#[component]
pub(super) fn Lost() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let cut = Cut::after(12);
    let rows = Memo::new(move |_| {
        let attainment = workspace.attainment().read();
        workspace.read(|plan| Some(by_points_lost(plan, attainment.as_ref()?))).flatten().unwrap_or_default()
    });
    let is_over = missing_is_zero(workspace);
    let shown = move || {
        let rows = rows.read();
        rows.iter().take(cut.shown()).map(|row| view! { <Row row=row.clone() /> }).collect_view()
    };
    view! {
        <section class="card lost" aria-labelledby="lost">
            <header>
                <h2 id="lost">{t!(texts, dashboard.lost)}</h2>
                <span class="soft small">
                    {move || {
                        if is_over.get() {
                            t_string!(texts, dashboard.lost_hint_over)
                        } else {
                            t_string!(texts, dashboard.lost_hint)
                        }
                    }}
                </span>
            </header>
            <Show
                when=move || !rows.read().is_empty()
                fallback=move || view! { <p class="empty">{t!(texts, dashboard.nothing_due_hint)}</p> }
            >
                <table aria-labelledby="lost">
                    <Heads />
                    <tbody>{shown}</tbody>
                </table>
            </Show>
            <More cut count=Signal::derive(move || rows.read().len()) />
            <Sum rows is_over />
        </section>
    }
}

/// Follows whether what has no result counts as zero in the official figure.
pub(super) fn missing_is_zero(workspace: Workspace) -> Memo<bool> {
    Memo::new(move |_| workspace.attainment().read().as_ref().is_some_and(Attainment::missing_is_zero))
}

/// Where the hundred points of the plan are.
#[component]
fn Sum(rows: Memo<Vec<PointsLost>>, is_over: Memo<bool>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let total = Memo::new(move |_| PointsTotal::of(&rows.read()));
    let says = move || {
        let PointsTotal { earned, lost, open, printed } = total.get()?;
        let shown = |sum| show_rounded(sum, 2, language.get());
        let (earned, lost, open) = (shown(earned), shown(lost), shown(open));
        let says = if is_over.get() {
            t_string!(texts, dashboard.points_sum_over, earned = earned, lost = lost, open = open)
        } else {
            t_string!(texts, dashboard.points_sum, earned = earned, lost = lost, open = open)
        };
        let rounded = printed.map(|printed| t_string!(texts, dashboard.points_rounded, printed = shown(printed)));
        Some([Some(says), rounded].into_iter().flatten().collect::<Vec<_>>().join(" "))
    };
    view! { <p class="soft">{says}</p> }
}

#[component]
fn Heads() -> impl IntoView {
    let texts = use_texts();
    view! {
        <thead>
            <tr>
                <th scope="col" class="wide">{t!(texts, dashboard.objective)}</th>
                <th scope="col" class="bar-column">
                    <span class="visually-hidden">{t!(texts, dashboard.bar)}</span>
                </th>
                <th scope="col" class="number">{t!(texts, dashboard.attained)}</th>
                <th scope="col" class="number">{t!(texts, dashboard.share)}</th>
                <th scope="col" class="number">{t!(texts, dashboard.points_lost)}</th>
                <th scope="col">{t!(texts, dashboard.state)}</th>
            </tr>
        </thead>
    }
}

#[component]
fn Row(row: PointsLost) -> impl IntoView {
    let language = use_language();
    let PointsLost { objective, figure, points: found, lost, .. } = row;
    let place = Place::Objective(objective.clone());
    let is_measured = figure.attained.is_some();
    view! {
        <tr>
            <th scope="row" class="wide"><Name objective /></th>
            <td class="bar-column">
                <Meter earned=Signal::stored(figure.floor) ceiling=Signal::stored(figure.ceiling) />
            </td>
            <td class="number"><Value value=Signal::stored(figure.attained) place /></td>
            <td class="number">{move || points(found.map(|found| found.share), language.get())}</td>
            <td class="number strong">{move || points(lost, language.get())}</td>
            <td>
                {if is_measured {
                    view! { <LightMark value=Signal::stored(figure.official) beside=Signal::stored(figure.attained) /> }.into_any()
                } else {
                    view! { <Waiting counts=figure.counts /> }.into_any()
                }}
            </td>
        </tr>
    }
}

/// Code and title, leading to the sheet.
#[component]
pub(super) fn Name(objective: crate::plan::ObjectiveId) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let found = workspace.objective(objective.clone());
    let code = move || found.read().as_ref().map(|found| found.code.clone()).unwrap_or_default();
    let title = move || match found.read().as_ref().map(|found| found.title.trim().to_owned()) {
        Some(title) if !title.is_empty() => title,
        _ => t_string!(texts, dashboard.untitled).to_string(),
    };
    view! {
        <a class="named" href=move || workspace.address_of(Page::Sheet(objective.clone())) title=title>
            <span class="code">{code}</span>
            <span class="clip">{title}</span>
        </a>
    }
}

/// Why there is no figure yet.
#[component]
pub(super) fn Waiting(counts: Counts) -> impl IntoView {
    let texts = use_texts();
    let words = move || {
        if counts.due == 0 {
            t_string!(texts, words.not_due)
        } else if counts.due == counts.set_aside {
            t_string!(texts, dashboard.aside)
        } else if counts.needs_judgement > 0 && counts.awaited == 0 {
            t_string!(texts, words.needs_judgement)
        } else if counts.not_computable > 0 && counts.awaited == 0 {
            t_string!(texts, words.not_computable)
        } else if counts.overdue > 0 {
            t_string!(texts, words.overdue)
        } else {
            t_string!(texts, words.awaited)
        }
    };
    let class = if counts.overdue > 0 { "light red" } else { "light waiting" };
    view! { <span class=class>{words}</span> }
}
