//! The weights: a slider and a field each, with what the child reaches, earns and loses.

use std::collections::BTreeMap;

use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::plan::{Percent, Weight};
use crate::simulation::{Basis, Group, Limit, Parent, Spot};
use crate::ui::part::{Cut, More};
use crate::ui::words::text::*;
use crate::ui::words::{percent, points, use_language, use_texts};

use super::desk::{Desk, HEADING, Others, above};
use super::name::{Named, Names};
use super::result::{Change, difference};
use super::slider::WeightMover;
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
    earned: Option<Percent>,
    earned_officially: Option<Percent>,
    lost: Option<Percent>,
}

/// How many children are listed at first.
const FIRST: usize = 20;

/// The card of the weights.
#[component]
pub(super) fn Weights(desk: Desk, names: Names) -> impl IntoView {
    let texts = use_texts();
    let cut = Cut::after(FIRST);
    let official = desk.official_points;
    // One look at the group for all rows: each row then takes its own.
    let now = Memo::new(move |_| {
        let points = desk.points.read();
        let points: BTreeMap<_, _> = points.iter().map(|points| (&points.id, points)).collect();
        let row = |group: &Group<Spot>, written: &BTreeMap<&Spot, Weight>, named: &Named| {
            let points = points.get(&named.spot);
            Row {
                amount: match desk.others.get() {
                    Others::GiveWay => group.share(&named.spot),
                    Others::Stay => written.get(&named.spot).and_then(|weight| Percent::new(weight.value()).ok()),
                },
                locked: group.is_locked(&named.spot),
                figure: points.and_then(|points| points.figure),
                earned: points.and_then(|points| points.earned),
                lost: points.and_then(|points| points.lost),
                ..Row::default()
            }
        };
        let rows = desk.children(|group| {
            let names = names.read();
            let written = if desk.others.get() == Others::Stay { group.weights().collect() } else { BTreeMap::new() };
            let row = |named: &Named| (named.spot.clone(), row(group, &written, named));
            names.iter().take(cut.shown()).map(row).collect::<BTreeMap<_, _>>()
        });
        rows.unwrap_or_default()
    });
    let official_amounts = Memo::new(move |_| {
        let (others, parent) = (desk.others.get(), desk.parent.get());
        let group = desk.officially(|trial| trial.children(&parent)).flatten();
        let amounts = group.map(|group| match others {
            Others::GiveWay => group.ids().cloned().zip(group.shares().iter()).collect::<BTreeMap<_, _>>(),
            Others::Stay => {
                let weights =
                    group.weights().filter_map(|(id, weight)| Some((id.clone(), Percent::new(weight.value()).ok()?)));
                weights.collect()
            }
        });
        amounts.unwrap_or_default()
    });
    let scale = Memo::new(move |_| scale(&official_amounts.read(), &now.read()));
    let listed = move || names.read().iter().take(cut.shown()).cloned().collect::<Vec<_>>();
    let build = move |named: Named| {
        let spot = named.spot.clone();
        let row = Memo::new(move |_| {
            let mut row = now.read().get(&spot).cloned().unwrap_or_default();
            row.official = official_amounts.read().get(&spot).copied();
            row.earned_officially = official.read().get(&spot).and_then(|known| known.earned);
            row
        });
        view! { <Child desk named row scale /> }
    };
    // Where what is missing counts as zero the column holds another figure than that of what is measured.
    let on_floor = Memo::new(move |_| desk.trial(|trial| trial.basis() == Basis::Floor) == Some(true));
    let figure_head = move || {
        if on_floor.get() { t_string!(texts, simulation.attained_floor) } else { t_string!(texts, simulation.attained) }
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
                        <th scope="col" class="number c-figure">{figure_head}</th>
                        <th scope="col" class="number c-points">{t!(texts, simulation.earned)}</th>
                        <th scope="col" class="number c-points">{t!(texts, simulation.lost)}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=listed key=Clone::clone let:named>
                        {build(named)}
                    </For>
                </tbody>
            </table>
            <More cut count=Signal::derive(move || names.read().len()) />
            <Stopped desk names />
            <How desk />
        </section>
    }
}

/// Where the sliders end: twice the widest weight of the plan, so that small ones can be aimed at; further where one goes
/// beyond.
fn scale(official: &BTreeMap<Spot, Percent>, now: &BTreeMap<Spot, Row>) -> Decimal {
    let tens = |amount: Percent| {
        let tens = amount.value().checked_div(Decimal::TEN).unwrap_or_default().ceil();
        tens.saturating_mul(Decimal::TEN).max(Decimal::TEN)
    };
    let widest = official.values().max().copied().unwrap_or(Percent::HUNDRED);
    let furthest = now.values().filter_map(|row| row.amount).max().unwrap_or_default();
    let aimed = tens(widest).saturating_mul(Decimal::TWO).min(tens(widest).max(Decimal::ONE_HUNDRED));
    if furthest.value() > aimed { tens(furthest).max(Decimal::ONE_HUNDRED) } else { aimed }
}

/// Whose children these are, and the way back up.
#[component]
fn Above(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    let up = move || above(&desk.parent.read());
    let title = move || super::name::title_of_parent(desk, texts);
    let figures = move || {
        let parent = desk.parent.get();
        if parent == Parent::Plan {
            return None;
        }
        let now = desk.figure.get();
        let official = desk.officially(|trial| trial.children(&parent).and_then(|group| group.figure())).flatten();
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
            <h2 id=HEADING tabindex="-1">{title}</h2>
            <Show when=move || up().is_some()>
                <button
                    type="button"
                    class="button plain"
                    on:click=move |_| {
                        if let Some(up) = untrack(up) {
                            desk.open(up);
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
    let figure = Memo::new(move |_| row.read().figure);
    let lost = Memo::new(move |_| row.read().lost);
    let earned = Memo::new(move |_| row.read().earned);
    let change = Memo::new(move |_| difference(row.read().earned, row.read().earned_officially));
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
                                    desk.open(parent);
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
                <WeightMover desk spot label=label.clone() row scale />
            </td>
            {(!is_objective)
                .then(|| view! { <td class="c-supposed"><Supposed desk spot=supposed label /></td> })}
            <td class="number">{move || percent(figure.get(), language.get())}</td>
            <td class="number">
                {move || points(earned.get(), language.get())} <Change change />
            </td>
            <td class="number strong">{move || points(lost.get(), language.get())}</td>
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
        let (spot, limit) = desk.stopped()?;
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
