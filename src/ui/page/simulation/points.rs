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
#[derive(Clone, Debug, PartialEq, Default)]
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
    let shorts = Memo::new(move |_| {
        names.read().iter().map(|named| (named.spot.clone(), named.short())).collect::<BTreeMap<_, _>>()
    });
    let bars = Memo::new(move |_| {
        let mut bars = match by.get() {
            By::Child => of_children(desk, shorts),
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
    // A bar stays where it is drawn and follows what comes to stand there.
    let draw = move |at: usize| {
        let bar = Memo::new(move |_| bars.read().get(at).cloned().unwrap_or_default());
        view! { <Drawn bar at widest /> }
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
                    <For each=move || 0..drawn.get() key=|at| *at let:at>
                        {draw(at)}
                    </For>
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
fn Drawn(bar: Memo<Bar>, at: usize, widest: Memo<Decimal>) -> impl IntoView {
    let language = use_language();
    let along = move |value: Option<Percent>| {
        let part = value.unwrap_or_default().value().saturating_mul(Decimal::from(WIDE)).checked_div(widest.get());
        part.unwrap_or_default().min(Decimal::from(WIDE))
    };
    let percent = |at: Decimal| format!("{}%", at.round_dp(2));
    let from = move |length: Decimal| percent(Decimal::from(FROM).saturating_add(length));
    let (share, earned) = (move || along(bar.read().share), move || along(bar.read().earned));
    let official = move || bar.read().earned_officially.map(|earned| along(Some(earned)));
    let mark = move || from(official().unwrap_or_default());
    let has_mark = Memo::new(move |_| bar.read().earned_officially.is_some());
    let figure_at = move || from(share().max(official().unwrap_or_default()).saturating_add(Decimal::ONE));
    let top = at.saturating_mul(HEIGHT);
    let y = move |offset: usize| top.saturating_add(offset).to_string();
    let says = move || {
        let Bar { earned, lost, .. } = bar.get();
        match lost.filter(|lost| *lost != Percent::ZERO) {
            Some(lost) => format!("{} / −{}", points(earned, language.get()), points(Some(lost), language.get())),
            None => points(earned, language.get()),
        }
    };
    view! {
        <g>
            <text x="0" y=y(16)>
                {move || bar.read().name.clone()}
            </text>
            <rect class="rest" x=from(Decimal::ZERO) y=y(4) width=move || percent(share()) height="16" />
            <rect class="earned" x=from(Decimal::ZERO) y=y(4) width=move || percent(earned()) height="16" />
            <rect class="lost" x=move || from(earned()) y=y(4) width=move || percent(along(bar.read().lost)) height="16" />
            <Show when=move || has_mark.get()>
                <line class="official" x1=mark x2=mark y1=y(1) y2=y(23) />
            </Show>
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

fn of_children(desk: Desk, shorts: Memo<BTreeMap<Spot, String>>) -> Vec<Bar> {
    let (points, official, shorts) = (desk.points.read(), desk.official_points.read(), shorts.read());
    let bar = |now: &PointsOf<Spot>| {
        let name = shorts.get(&now.id).cloned().unwrap_or_default();
        bar(name, now, official.get(&now.id))
    };
    points.iter().map(bar).collect()
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
