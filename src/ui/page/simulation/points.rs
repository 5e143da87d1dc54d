//! *Dove si perdono i punti*: what each child earns and loses of its share; where the plan had it stands as a mark.

use std::collections::BTreeMap;

use leptos::prelude::*;
use rust_decimal::Decimal;

use crate::plan::Percent;
use crate::simulation::{PointsOf, Spot, Trial, points_by_goal, points_by_unit};
use crate::ui::part::{Cut, More};
use crate::ui::widget::{Choice, Select};
use crate::ui::words::text::*;
use crate::ui::words::{points, use_language, use_texts};

use super::chart::AsTable;
use super::desk::Desk;
use super::name::{Names, shortened};

/// By what the points are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// The children on the desk.
    Child,
    /// Goals of the tree.
    Goal,
    /// Offices.
    Unit,
}

const NAMED: [(By, &str); 3] = [(By::Child, "child"), (By::Goal, "goal"), (By::Unit, "unit")];

/// One bar.
#[derive(Clone, Debug, PartialEq)]
struct Bar {
    name: String,
    share: Option<Percent>,
    earned: Option<Percent>,
    lost: Option<Percent>,
    earned_officially: Option<Percent>,
}

/// How many bars are drawn at first.
const FIRST: usize = 12;
/// Where the bars begin and how wide the widest is, in percent of the chart.
const FROM: u32 = 36;
const WIDE: u32 = 48;
const HEIGHT: usize = 26;

/// The card of the points.
#[component]
pub(super) fn PointsChart(desk: Desk, names: Names) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let by = RwSignal::new(By::Child);
    let cut = Cut::after(FIRST);
    let bars = Memo::new(move |_| {
        let mut bars = match by.get() {
            By::Child => of_children(desk, names),
            By::Goal => of_goals(desk),
            By::Unit => of_units(desk),
        };
        bars.retain(|bar| bar.share.is_some());
        bars.sort_by_key(|bar| std::cmp::Reverse(bar.lost));
        bars
    });
    let widest = Memo::new(move |_| {
        bars.read().iter().filter_map(|bar| bar.share).max().unwrap_or(Percent::HUNDRED).value().max(Decimal::ONE)
    });
    let drawn = Memo::new(move |_| bars.read().len().min(cut.shown()));
    let height = move || drawn.get().saturating_mul(HEIGHT).to_string();
    let draw = move || {
        let bars = bars.read();
        let draw = |(at, bar): (usize, &Bar)| view! { <Drawn bar=bar.clone() at widest=widest.get() /> };
        bars.iter().take(cut.shown()).enumerate().map(draw).collect_view()
    };
    let value = Signal::derive(move || named(by.get()).to_owned());
    let choices = Signal::derive(move || {
        vec![
            Choice::new("child", t_string!(texts, simulation.by_child)),
            Choice::new("goal", t_string!(texts, simulation.by_goal)),
            Choice::new("unit", t_string!(texts, simulation.by_unit)),
        ]
    });
    let choose = move |name: String| {
        by.set(NAMED.into_iter().find(|(_, known)| *known == name).map_or(By::Child, |(by, _)| by));
    };
    let heads = Signal::derive(move || {
        [
            t_string!(texts, simulation.weight),
            t_string!(texts, simulation.earned),
            t_string!(texts, simulation.lost),
            t_string!(texts, simulation.earned_officially),
        ]
        .map(str::to_owned)
        .to_vec()
    });
    let rows = Signal::derive(move || {
        let shown = |value| points(value, language.get());
        let row = |bar: &Bar| {
            vec![bar.name.clone(), shown(bar.share), shown(bar.earned), shown(bar.lost), shown(bar.earned_officially)]
        };
        bars.read().iter().map(row).collect::<Vec<_>>()
    });
    view! {
        <section class="card points" aria-labelledby="punti">
            <header>
                <h2 id="punti">{t!(texts, simulation.points)}</h2>
                <div class="no-print">
                    <Select bare=true label=label!(texts, simulation.by) value choices on_choose=choose />
                </div>
            </header>
            <p class="legend soft small" aria-hidden="true">
                <svg width="14" height="12"><rect class="earned" width="14" height="12" /></svg>
                {t!(texts, simulation.earned)}
                <svg width="14" height="12"><rect class="lost" width="14" height="12" /></svg>
                {t!(texts, simulation.lost)}
                <svg width="6" height="12"><line class="official" x1="3" x2="3" y1="0" y2="12" /></svg>
                {t!(texts, simulation.earned_officially)}
            </p>
            <Show when=move || drawn.get() != 0 fallback=move || view! { <p class="empty">{t!(texts, simulation.no_points)}</p> }>
                <svg class="chart" role="img" aria-labelledby="punti" height=height>
                    {draw}
                </svg>
            </Show>
            <More cut count=Signal::derive(move || bars.read().len()) />
            <AsTable label=label!(texts, simulation.points) heads rows />
        </section>
    }
}

fn named(by: By) -> &'static str {
    NAMED.into_iter().find(|(known, _)| *known == by).map_or("", |(_, name)| name)
}

#[component]
fn Drawn(bar: Bar, at: usize, widest: Decimal) -> impl IntoView {
    let language = use_language();
    let along = move |value: Option<Percent>| {
        let part = value.unwrap_or_default().value().saturating_mul(Decimal::from(WIDE)).checked_div(widest);
        part.unwrap_or_default().min(Decimal::from(WIDE))
    };
    let from = Decimal::from(FROM);
    let percent = |at: Decimal| format!("{}%", at.round_dp(2));
    let (earned, lost, share) = (along(bar.earned), along(bar.lost), along(bar.share));
    let official = bar.earned_officially.map(|earned| along(Some(earned)));
    let mark = official.map(|official| percent(from.saturating_add(official)));
    let top = at.saturating_mul(HEIGHT);
    let y = |offset: usize| top.saturating_add(offset).to_string();
    let (earned_at, lost_at) = (percent(from), percent(from.saturating_add(earned)));
    let figure_at = percent(from.saturating_add(share.max(official.unwrap_or_default())).saturating_add(Decimal::ONE));
    let says = move || match bar.lost {
        Some(lost) if lost == Percent::ZERO => points(bar.earned, language.get()),
        Some(lost) => format!("{} / −{}", points(bar.earned, language.get()), points(Some(lost), language.get())),
        None => points(None, language.get()),
    };
    view! {
        <g>
            <text x="0" y=y(16)>
                {bar.name}
            </text>
            <rect class="rest" x=earned_at.clone() y=y(4) width=percent(share) height="16" />
            <rect class="earned" x=earned_at y=y(4) width=percent(earned) height="16" />
            <rect class="lost" x=lost_at y=y(4) width=percent(lost) height="16" />
            {mark.map(|at| view! { <line class="official" x1=at.clone() x2=at y1=y(1) y2=y(23) /> })}
            <text class="value" x=figure_at y=y(16)>
                {says}
            </text>
        </g>
    }
}

fn bar<I>(name: String, now: &PointsOf<I>, official: Option<&PointsOf<I>>) -> Bar {
    let earned_officially = official.and_then(|official| official.earned);
    Bar { name, share: now.share, earned: now.earned, lost: now.lost, earned_officially }
}

fn of_children(desk: Desk, names: Names) -> Vec<Bar> {
    let (official, names) = (desk.official_points.read(), names.read());
    let names: BTreeMap<_, _> = names.iter().map(|named| (&named.spot, named)).collect();
    let bar = |now: &PointsOf<Spot>| {
        let name = names.get(&now.id).map(|named| named.short()).unwrap_or_default();
        bar(name, now, official.get(&now.id))
    };
    desk.children(|group| group.points().iter().map(bar).collect()).unwrap_or_default()
}

fn of_goals(desk: Desk) -> Vec<Bar> {
    let look = |trial: &Trial| {
        let basis = trial.basis();
        let over = trial.over();
        let (now, official) =
            (points_by_goal(&over, &trial.attainment(), basis), points_by_goal(&over, trial.official(), basis));
        let name = |id| over.goals.get(id).map(|goal| format!("{} {}", goal.code, goal.title).trim().to_owned());
        now.iter()
            .zip(&official)
            .map(|(now, official)| bar(shortened(&name(&now.id).unwrap_or_default()), now, Some(official)))
            .collect()
    };
    desk.trial(look).unwrap_or_default()
}

fn of_units(desk: Desk) -> Vec<Bar> {
    let look = |trial: &Trial| {
        let basis = trial.basis();
        let over = trial.over();
        let (now, official) =
            (points_by_unit(&over, &trial.attainment(), basis), points_by_unit(&over, trial.official(), basis));
        let name = |id| over.units.get(id).map(|unit| unit.name.clone());
        now.iter()
            .zip(&official)
            .map(|(now, official)| bar(shortened(&name(&now.id).unwrap_or_default()), now, Some(official)))
            .collect()
    };
    desk.trial(look).unwrap_or_default()
}
