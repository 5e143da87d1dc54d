//! The weights: a slider and a field each, with what the child reaches, earns and loses.

use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::plan::Percent;
use crate::simulation::{Limit, Parent, PointsOf, Spot};
use crate::ui::part::{Cut, More};
use crate::ui::words::text::*;
use crate::ui::words::{percent, points, use_language, use_texts};

use super::desk::{Desk, Others};
use super::name::{Named, Names};
use super::slider::Weight;
use super::supposed::Supposed;

/// A child as the hand has it now, and as the plan has it.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Row {
    /// What slider and field stand on: a share, or a weight as written.
    pub amount: Option<Percent>,
    /// The share the plan gives it.
    pub official: Option<Percent>,
    /// Whether its weight stays where it is.
    pub locked: bool,
    figure: Option<Percent>,
    share: Option<Percent>,
    earned: Option<Percent>,
    earned_officially: Option<Percent>,
    lost: Option<Percent>,
}

/// How many children are listed at first.
const FIRST: usize = 30;

/// The card of the weights.
#[component]
pub(super) fn Weights(desk: Desk, names: Names) -> impl IntoView {
    let texts = use_texts();
    let cut = Cut::after(FIRST);
    let official = Memo::new(move |_| {
        let parent = desk.parent.get();
        desk.plan(|trial| trial.children(&parent).map(|group| group.points())).flatten().unwrap_or_default()
    });
    // One look at the group for all rows: each row then takes its own.
    let now = Memo::new(move |_| {
        let shown = cut.shown();
        desk.children(|group| {
            let names = names.read();
            let amounts = (desk.others.get() == Others::Stay).then(|| group.weights().collect::<Vec<_>>());
            let points = group.points();
            let at = |spot: &Spot| points.iter().position(|known| known.id == *spot);
            let row = |named: &Named| {
                row(group.is_locked(&named.spot), at(&named.spot).and_then(|at| points.get(at)), |of| {
                    amounts.as_ref().map_or(of.share, |amounts| {
                        let weight = amounts.iter().find(|(id, _)| **id == of.id).map(|(_, weight)| weight.value())?;
                        Percent::new(weight).ok()
                    })
                })
            };
            names.iter().take(shown).map(row).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    let scale = Memo::new(move |_| scale(&official.read(), &now.read()));
    let rows = move || {
        let build = |(at, named): (usize, &Named)| {
            let spot = named.spot.clone();
            let row = Memo::new(move |_| {
                let mut row = now.read().get(at).cloned().unwrap_or_default();
                let official = official.read();
                let known = official.iter().find(|known| known.id == spot);
                row.official = known.and_then(|known| known.share);
                row.earned_officially = known.and_then(|known| known.earned);
                row
            });
            view! { <Child desk named=named.clone() row scale /> }
        };
        names.read().iter().take(cut.shown()).enumerate().map(build).collect_view()
    };
    let on_indicators = Memo::new(move |_| !matches!(*desk.parent.read(), Parent::Plan));
    view! {
        <section class="card weights" aria-labelledby="pesi">
            <Above desk />
            <table aria-labelledby="pesi">
                <thead>
                    <tr>
                        <th scope="col" class="wide">{t!(texts, simulation.what)}</th>
                        <th scope="col" class="c-weight">{t!(texts, simulation.weight)}</th>
                        <Show when=move || on_indicators.get()>
                            <th scope="col" class="c-supposed">{t!(texts, simulation.supposed)}</th>
                        </Show>
                        <th scope="col" class="number c-figure">{t!(texts, simulation.attained)}</th>
                        <th scope="col" class="number c-points">{t!(texts, simulation.earned)}</th>
                        <th scope="col" class="number c-points">{t!(texts, simulation.lost)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <More cut count=Signal::derive(move || names.read().len()) />
            <Stopped desk names />
            <How desk />
        </section>
    }
}

fn row(locked: bool, now: Option<&PointsOf<Spot>>, amount: impl Fn(&PointsOf<Spot>) -> Option<Percent>) -> Row {
    let Some(now) = now else { return Row { locked, ..Row::default() } };
    Row {
        amount: amount(now),
        locked,
        figure: now.figure,
        share: now.share,
        earned: now.earned,
        lost: now.lost,
        ..Row::default()
    }
}

/// Where the sliders end: twice the widest share of the plan, so that small weights can be aimed at; 100 as soon as one goes
/// beyond.
fn scale(official: &[PointsOf<Spot>], now: &[Row]) -> Decimal {
    let widest = official.iter().filter_map(|known| known.share).max().unwrap_or(Percent::HUNDRED).value();
    let tens = widest.checked_div(Decimal::from(5)).unwrap_or_default().ceil();
    let end = tens.saturating_mul(Decimal::TEN).clamp(Decimal::TEN, Decimal::ONE_HUNDRED);
    let is_beyond = now.iter().filter_map(|row| row.amount).any(|amount| amount.value() > end);
    if is_beyond { Decimal::ONE_HUNDRED } else { end }
}

/// Whose children these are, and the way back up.
#[component]
fn Above(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    let up = move || match desk.parent.get() {
        Parent::Plan => None,
        Parent::Objective(_) => Some(Parent::Plan),
        Parent::Indicator(objective, _) => Some(Parent::Objective(objective)),
    };
    let title = move || super::name::title_of_parent(desk, texts);
    let figures = move || {
        let parent = desk.parent.get();
        if parent == Parent::Plan {
            return None;
        }
        let now = desk.children(|group| group.figure()).flatten();
        let official = desk.plan(|trial| trial.children(&parent).and_then(|group| group.figure())).flatten();
        Some((now, official))
    };
    let language = use_language();
    let says = move || {
        figures().map(|(now, official)| {
            let (now, official) = (percent(now, language.get()), percent(official, language.get()));
            t_string!(texts, simulation.figure_of_parent, now = now, official = official)
        })
    };
    view! {
        <header>
            <h2 id="pesi">{title}</h2>
            <Show when=move || up().is_some()>
                <button
                    type="button"
                    class="button plain"
                    on:click=move |_| {
                        if let Some(up) = untrack(up) {
                            desk.parent.set(up);
                        }
                    }
                >
                    "← "
                    {t!(texts, simulation.up)}
                </button>
            </Show>
        </header>
        {move || says().map(|says| view! { <p class="soft">{says}</p> })}
    }
}

#[component]
fn Child(desk: Desk, named: Named, row: Memo<Row>, scale: Memo<Decimal>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let Named { spot, code, title, opens } = named;
    let label = format!("{code} {title}").trim().to_owned();
    let (below, supposed) = (spot.clone(), spot.clone());
    let is_objective = matches!(spot, Spot::Objective(_));
    let change = move || {
        let row = row.read();
        let (now, official) = (row.earned?, row.earned_officially?);
        let change = now.value().saturating_sub(official.value()).round_dp(2);
        (!change.is_zero()).then_some(change)
    };
    view! {
        <tr>
            <th scope="row" class="wide">
                {if opens {
                    view! {
                        <button
                            type="button"
                            class="named"
                            title=move || t_string!(texts, simulation.open)
                            on:click=move |_| {
                                if let Some(parent) = parent_of(&below) {
                                    desk.parent.set(parent);
                                }
                            }
                        >
                            <span class="code">{code}</span>
                            <span class="clip">{title}</span>
                            <span aria-hidden="true">"›"</span>
                        </button>
                    }
                        .into_any()
                } else {
                    view! {
                        <span class="named" title=title.clone()>
                            <span class="code">{code}</span>
                            <span class="clip">{title.clone()}</span>
                        </span>
                    }
                        .into_any()
                }}
            </th>
            <td class="c-weight">
                <Weight desk spot label=label.clone() row scale />
            </td>
            {(!is_objective)
                .then(|| view! { <td class="c-supposed"><Supposed desk spot=supposed label /></td> })}
            <td class="number">{move || percent(row.read().figure, language.get())}</td>
            <td class="number">
                {move || points(row.read().earned, language.get())}
                {move || change().map(|change| view! { <super::result::Change change /> })}
            </td>
            <td class="number strong">{move || points(row.read().lost, language.get())}</td>
        </tr>
    }
}

fn parent_of(spot: &Spot) -> Option<Parent> {
    match spot {
        Spot::Objective(id) => Some(Parent::Objective(id.clone())),
        Spot::Indicator(objective, id) => Some(Parent::Indicator(objective.clone(), id.clone())),
        Spot::Part(..) => None,
    }
}

/// Why the last move stopped.
#[component]
fn Stopped(desk: Desk, names: Names) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let says = move || {
        let (spot, limit) = desk.stopped.get()?;
        let what = names.read().iter().find(|named| named.spot == spot).map(Named::short).unwrap_or_default();
        Some(match limit {
            Limit::NoSay => t_string!(texts, simulation.no_say, what = what),
            Limit::Locked => t_string!(texts, simulation.is_locked, what = what),
            Limit::NobodyElse => t_string!(texts, simulation.nobody_else, what = what),
            Limit::LeftByLocked(most) => {
                t_string!(texts, simulation.left_by_locked, what = what, most = points(Some(most), language.get()))
            }
        })
    };
    view! {
        <p class="stopped" role="status">
            {says}
        </p>
    }
}

/// What becomes of the others, and the keys.
#[component]
fn How(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    let give_way = move || desk.others.get() == Others::GiveWay;
    let choose = move |event: leptos::ev::Event| {
        desk.others.set(if event_target_checked(&event) { Others::GiveWay } else { Others::Stay });
        desk.stopped.set(None);
    };
    let hint = move || {
        if give_way() { t_string!(texts, simulation.give_way_hint) } else { t_string!(texts, simulation.stay_hint) }
    };
    view! {
        <div class="how no-print">
            <label class="check">
                <input type="checkbox" prop:checked=give_way on:change=choose />
                <span>{t!(texts, simulation.give_way)}</span>
            </label>
            <span class="soft small">{hint}</span>
            <span class="soft small keys">
                <kbd>"←"</kbd>
                " "
                <kbd>"→"</kbd>
                " "
                {t!(texts, simulation.keys_one)}
                " "
                <kbd>{t!(texts, simulation.key_shift)}</kbd>
                " "
                {t!(texts, simulation.keys_five)}
                " "
                <kbd>"Alt"</kbd>
                " "
                {t!(texts, simulation.keys_tenth)}
            </span>
        </div>
    }
}
