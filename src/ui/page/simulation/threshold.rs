//! *Ci si arriva?*: whether a figure can be reached, by which single weight, and by what still has to come.

use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::plan::{IndicatorId, ObjectiveId, Percent, Plan};
use crate::simulation::{BreakEven, Crossing, Need, Needed, Parent, Spot};
use crate::ui::part::{Cut, More};
use crate::ui::words::text::*;
use crate::ui::words::{percent, points, use_language, use_texts};

use super::chart::AsTable;
use super::desk::Desk;
use super::name::{Named, Names, shortened, words_of};
use super::result::{PercentAsked, Range};

/// How many single weights are told.
const TOLD: usize = 3;
/// How many results to come are listed at first.
const FIRST: usize = 6;

/// The card of the threshold.
#[component]
pub(super) fn Threshold(desk: Desk, names: Names) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let threshold = RwSignal::new(Percent::whole(90));
    let figure = desk.figure;
    let verdict = move || {
        let (figure, wanted) = (figure.get()?, threshold.get());
        let apart = figure.value().saturating_sub(wanted.value());
        let apart = points(Percent::new(apart.abs()).ok(), language.get());
        Some(if figure >= wanted {
            t_string!(texts, simulation.reached, apart = apart)
        } else {
            t_string!(texts, simulation.not_reached, apart = apart)
        })
    };
    view! {
        <section class="card threshold" aria-labelledby="soglia">
            <header>
                <h2 id="soglia">{t!(texts, simulation.threshold)}</h2>
            </header>
            <Show when=move || *desk.parent.read() != Parent::Plan>
                <p class="soft small">{t!(texts, simulation.here)}</p>
            </Show>
            <div class="asked">
                <PercentAsked value=threshold most=Decimal::ONE_THOUSAND label=label!(texts, simulation.threshold_of) />
                <p class="strong">
                    {verdict}
                </p>
            </div>
            <ByWeight desk names threshold />
            <ByResults desk threshold />
            <Range desk />
        </section>
    }
}

/// Which single weight would do, the nearest first.
#[component]
fn ByWeight(desk: Desk, names: Names, threshold: RwSignal<Percent>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let called =
        move |spot: &Spot| names.read().iter().find(|named| named.spot == *spot).map(Named::short).unwrap_or_default();
    let crossings = Memo::new(move |_| {
        desk.rested(|group| {
            let shares = group.ids().cloned().zip(group.shares().iter());
            let crossings = group.break_even(threshold.get()).into_iter().zip(shares);
            crossings.map(|((id, at), (_, share))| (id, at, share)).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    });
    // What can be done as the locks are now.
    let moves = Memo::new(move |_| desk.rested(|group| group.crossings(threshold.get())).unwrap_or_default());
    let has_locks = Memo::new(move |_| desk.rested(|group| group.ids().any(|id| group.is_locked(id))) == Some(true));
    let told = move || {
        let moves = moves.read();
        if moves.is_empty() {
            let none = if has_locks.get() {
                t_string!(texts, simulation.no_free_weight)
            } else {
                t_string!(texts, simulation.no_single_weight)
            };
            return view! { <p>{none}</p> }.into_any();
        }
        let line = |found: &Crossing<Spot>| {
            let shown = |value| points(Some(value), language.get());
            let (what, at, now) = (called(&found.id), shown(found.to), shown(found.from));
            view! { <li>{t_string!(texts, simulation.crossing, what = what, at = at, now = now)}</li> }
        };
        let lines = moves.iter().take(TOLD).map(line).collect_view();
        view! {
            <p>{t!(texts, simulation.single_weight)}</p>
            <ul class="told">{lines}</ul>
        }
        .into_any()
    };
    let heads = Signal::derive(move || {
        [t_string!(texts, simulation.weight), t_string!(texts, simulation.break_even)].map(str::to_owned).to_vec()
    });
    let rows = Signal::derive(move || {
        let row = |(id, at, share): &(Spot, BreakEven, Percent)| {
            let at = match at {
                BreakEven::At(at) => points(Some(*at), language.get()),
                BreakEven::Everywhere => t_string!(texts, simulation.everywhere).to_owned(),
                BreakEven::Nowhere => t_string!(texts, simulation.nowhere).to_owned(),
            };
            vec![called(id), points(Some(*share), language.get()), at]
        };
        crossings.read().iter().map(row).collect::<Vec<_>>()
    });
    view! {
        {told}
        <AsTable label=label!(texts, simulation.break_even) heads rows />
    }
}

/// A result to come, named.
#[derive(Clone, PartialEq)]
struct Awaited {
    name: String,
    least: Percent,
    /// Where it can be supposed, if that is not on the desk.
    opens: Option<ObjectiveId>,
}

/// What the results to come must bring, of the whole plan or of what is on the desk. It follows what is saved: a hand on a
/// slider does not wait for it.
#[component]
fn ByResults(desk: Desk, threshold: RwSignal<Percent>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let cut = Cut::after(FIRST);
    let needed = Memo::new(move |_| {
        let (saved, parent, threshold) = (desk.saved.read(), desk.parent.get(), threshold.get());
        let trial = saved.as_ref()?;
        if parent == Parent::Plan {
            let Needed { together, each } = trial.needed(threshold);
            let spot = |(id, need): ((ObjectiveId, IndicatorId), Need)| (Spot::Indicator(id.0, id.1), need);
            return Some(Needed { together, each: each.into_iter().map(spot).collect() });
        }
        Some(trial.children(&parent)?.needed(threshold, trial.policy().cap))
    });
    let together = move || {
        let needed = needed.read();
        Some(match needed.as_ref()?.together {
            None => t_string!(texts, simulation.nothing_awaited).to_owned(),
            Some(Need::Nothing) => t_string!(texts, simulation.whatever_comes).to_owned(),
            Some(Need::AtLeast(least)) => {
                t_string!(texts, simulation.on_average, least = percent(Some(least), language.get()))
            }
            Some(Need::OutOfReach) => t_string!(texts, simulation.out_of_reach).to_owned(),
        })
    };
    // The ones that would do alone, the easiest first.
    let alone = Memo::new(move |_| {
        let (needed, parent) = (needed.read(), desk.parent.get());
        let each = needed.as_ref().map(|needed| needed.each.as_slice()).unwrap_or_default();
        let alone = |(spot, need): &(Spot, Need)| match need {
            Need::AtLeast(least) => Some((spot.clone(), *least)),
            Need::Nothing | Need::OutOfReach => None,
        };
        let mut alone: Vec<_> = each.iter().filter_map(alone).collect();
        alone.sort_by_key(|(_, least)| *least);
        let named = |(spot, least): (Spot, Percent)| {
            let name = desk.workspace.read(|plan| named(plan, &spot)).flatten()?;
            let opens = match spot {
                Spot::Indicator(objective, _) if parent == Parent::Plan => Some(objective),
                _ => None,
            };
            Some(Awaited { name: shortened(&name), least, opens })
        };
        alone.into_iter().filter_map(named).collect::<Vec<_>>()
    });
    let lines = move || {
        let line = |awaited: &Awaited| {
            let least = percent(Some(awaited.least), language.get());
            let name = awaited.name.clone();
            let named = match awaited.opens.clone() {
                Some(objective) => {
                    let open = move |_| desk.open(Parent::Objective(objective.clone()));
                    let title = move || t_string!(texts, simulation.open);
                    view! { <button type="button" class="why" title=title on:click=open>{name}</button> }.into_any()
                }
                None => name.into_any(),
            };
            view! { <li>{named} " " {t_string!(texts, simulation.at_least, least = least)}</li> }
        };
        alone.read().iter().take(cut.shown()).map(line).collect_view()
    };
    let has_alone = Memo::new(move |_| !alone.read().is_empty());
    view! {
        <p>{together}</p>
        <Show when=move || has_alone.get()>
            <p>{t!(texts, simulation.one_alone)}</p>
            <ul class="told">{lines}</ul>
            <More cut count=Signal::derive(move || alone.read().len()) />
        </Show>
    }
}

fn named(plan: &Plan, spot: &Spot) -> Option<String> {
    let (Spot::Indicator(objective, id) | Spot::Part(objective, id, _)) = spot else { return None };
    let indicator = plan.objectives.get(objective)?.indicators.get(id)?;
    Some(match spot {
        Spot::Part(_, _, part) => {
            let part = indicator.parts.get(part)?;
            format!("{} {}", part.code, part.description)
        }
        _ => format!("{} {}", indicator.code, words_of(indicator)),
    })
}
