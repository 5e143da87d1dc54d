//! Parts into an indicator's year, years into an indicator, indicators into an objective.

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::cell::Setting;
use super::figure::Figure;
use super::policy::Rules;
use super::tally::{KEPT, Sums, Tally, percent, quotient, settled};
use super::{CellScore, Counted, Obstacle, Outcome, Points, Span};
use crate::plan::{
    Cell, Indicator, IndicatorId, Judgement, Objective, Part, Percent, Period, Policy, Standing, Status, Weight, Year,
};

/// One objective with its indicators, in the plan's order.
#[derive(Clone, Debug)]
pub struct ObjectiveFigure {
    /// The objective it was computed from.
    pub(super) source: Arc<Objective>,
    /// Its weight as written: of the year, or the mean of the years written in the period.
    pub weight: Option<Weight>,
    /// Its figure.
    pub figure: Figure,
    indicators: Vec<IndicatorFigure>,
    pub(super) sums: Sums,
    pub(super) tally: Tally,
}

/// One indicator: over a period all its years together, with parts all its parts together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndicatorFigure {
    /// What came of it. With several years or parts: scored when all that count are; else what is most urgent among them.
    pub outcome: Outcome,
    /// What is scored of it so far.
    pub score: Option<Percent>,
    /// Which the score is; with several years or parts a judgement as soon as one of them is. None without a score.
    pub counted: Option<Counted>,
    /// Whether the promise was kept to the letter; with several years or parts whether all were.
    pub met: Option<bool>,
    /// The last day a result is awaited by; with several years or parts the first of these.
    pub awaited_by: Option<NaiveDate>,
    /// Its weight as written.
    pub weight: Option<Weight>,
    pub(super) tally: Tally,
}

/// What came of one year of an indicator.
pub(super) struct YearScore {
    pub outcome: Outcome,
    /// What is scored of it so far.
    pub score: Option<Percent>,
    pub counted: Option<Counted>,
    pub met: Option<bool>,
    pub awaited_by: Option<NaiveDate>,
    pub tally: Tally,
}

/// Where a year's score comes from.
pub(super) enum YearBasis<'a> {
    /// Its own cell.
    Cell(CellScore),
    /// Its parts, what came of them, and the judgement that counts instead.
    Parts(Sums, Outcome, Option<&'a Judgement>),
    /// Nothing: the whole year is set aside.
    SetAside(&'a Standing),
}

impl ObjectiveFigure {
    /// Computes one objective.
    pub(super) fn of(source: &Arc<Objective>, rules: &Rules) -> Self {
        let indicators = source.indicators.iter().map(|indicator| IndicatorFigure::of(indicator, rules)).collect();
        Self::with(indicators, source, rules)
    }

    /// Computes the objective after an edit, by the same rules; an indicator that is still the same is not scored again.
    pub(super) fn after(&self, source: &Arc<Objective>, rules: &Rules) -> Self {
        let before = |place| Some((self.source.indicators.at(place)?, self.indicators.get(place)?));
        let figure = |(place, now): (usize, &Arc<Indicator>)| match before(place) {
            Some((known, figure)) if Arc::ptr_eq(known, now) => *figure,
            _ => IndicatorFigure::of(now, rules),
        };
        Self::with(source.indicators.iter().enumerate().map(figure).collect(), source, rules)
    }

    fn with(indicators: Vec<IndicatorFigure>, source: &Arc<Objective>, rules: &Rules) -> Self {
        let mut sums = Sums::default();
        for indicator in &indicators {
            sums.add(indicator.weight, &indicator.tally);
            indicator.count_in(&mut sums);
        }
        let (figure, tally) = sums.figure_and_tally(rules);
        Self { source: Arc::clone(source), weight: objective_weight(source, rules), figure, indicators, tally, sums }
    }

    /// Returns the indicators in the plan's order.
    pub fn indicators(&self) -> &[IndicatorFigure] {
        &self.indicators
    }

    /// Returns one indicator.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&IndicatorFigure> {
        self.indicators.get(self.source.indicators.place(id)?)
    }

    /// Returns an indicator's share of what is due in this objective (*peso nell'anno*); none when it is not due or set aside.
    pub fn share(&self, indicator: &IndicatorFigure) -> Option<Percent> {
        let mix = self.sums.mix();
        indicator.tally.counts().then(|| mix.share(mix.weight(indicator.weight))).flatten()
    }

    /// Returns what it brings to the plan: itself with its weight.
    pub(super) fn leaf(&self) -> Sums {
        let mut leaf = Sums::default();
        leaf.add(self.weight, &self.tally);
        leaf.counts = self.sums.counts;
        leaf
    }

    /// Returns where its points are, `share` being its share of the plan.
    pub(super) fn points(&self, share: Percent) -> Points {
        let Tally::Counting { amount, .. } = self.tally else {
            return Points { share, earned: Percent::ZERO, lost: Percent::ZERO, awaited: Percent::ZERO };
        };
        let of_share = |hundredths: Decimal| {
            let part = share.value().saturating_mul(hundredths).checked_div(Decimal::ONE_HUNDRED).unwrap_or_default();
            Percent::new(part).unwrap_or_default()
        };
        let measured = amount.measured;
        Points {
            share,
            earned: of_share(amount.points),
            lost: of_share(measured.saturating_sub(amount.points)),
            awaited: of_share(Decimal::ONE_HUNDRED.saturating_sub(measured)),
        }
    }
}

impl IndicatorFigure {
    fn of(indicator: &Indicator, rules: &Rules) -> Self {
        score_span(indicator, rules)
    }

    pub(super) fn of_year(score: &YearScore, weight: Option<Weight>) -> Self {
        let YearScore { outcome, score, counted, met, awaited_by, tally } = *score;
        Self { outcome, score, counted, met, awaited_by, weight, tally }
    }

    /// Counts it as one among others.
    pub(super) fn count_in(&self, sums: &mut Sums) {
        sums.counts.add(self.outcome, self.counted);
    }

    /// Returns its figure, as if it stood alone.
    pub(super) fn figure(&self, rules: &Rules) -> Figure {
        let mut alone = Sums::default();
        alone.add(None, &self.tally);
        self.count_in(&mut alone);
        alone.figure(rules)
    }
}

/// Scores an indicator over the span.
fn score_span(indicator: &Indicator, rules: &Rules) -> IndicatorFigure {
    let weight = indicator.weight;
    match rules.span {
        Span::Year(year) => IndicatorFigure::of_year(&weigh_year(indicator, year, rules), weight),
        Span::Period => {
            let (mut sums, mut blend) = (Sums::default(), Blend::default());
            for year in rules.period.years() {
                let score = weigh_year(indicator, year, rules);
                sums.add(None, &score.tally);
                blend.add(score.outcome, score.counted, score.met, score.awaited_by);
            }
            let tally = sums.tally();
            let outcome = blend.outcome(&tally);
            let Blend { counted, met, awaited_by, .. } = blend;
            IndicatorFigure { outcome, score: attained(&tally), counted, met, awaited_by, weight, tally }
        }
    }
}

/// Scores one objective by itself, over a year or a period.
///
/// These are the figures [`Attainment::objective`](super::Attainment::objective) gives within a plan: the objective's own
/// weight has no part in them, while the figure of a plan with this one objective has none where that weight is zero.
pub fn score_objective(
    objective: &Arc<Objective>,
    period: Period,
    policy: &Policy,
    span: Span,
    today: NaiveDate,
) -> ObjectiveFigure {
    ObjectiveFigure::of(objective, &Rules { policy, span, period, today })
}

/// Scores one year of an indicator as its objective sums it: by its parts where any are due, else by its own cell.
///
/// Parts leave no [`CellWorking`](super::CellWorking): theirs stand with each of them, in [`score_part`](super::score_part).
pub fn score_indicator(indicator: &Indicator, year: Year, policy: &Policy, today: NaiveDate) -> Option<CellScore> {
    let period = Period::new(year, year).ok()?;
    let rules = Rules { policy, span: Span::Year(year), period, today };
    let (score, basis) = score_year(indicator, year, &rules, |_, _| ());
    Some(basis.cell_score(&score))
}

/// What came of a year as [`score_year`] tells it. Nearly every indicator has no parts; then nothing is copied for a working
/// that nobody asked for.
fn weigh_year(indicator: &Indicator, year: Year, rules: &Rules) -> YearScore {
    if !indicator.parts.is_empty() {
        return score_year(indicator, year, rules, |_, _| ()).0;
    }
    let mut score = CellScore::without(Outcome::NotDue);
    Setting::of(indicator, year).score_into(&mut score, rules);
    YearScore::of_cell(&score)
}

/// Scores one year of an indicator, and tells where that comes from; `seen` is shown every part that is due. A standing on the year itself sets all of it
/// aside; where parts are due they are measured instead of the indicator itself.
pub(super) fn score_year<'a>(
    indicator: &'a Indicator,
    year: Year,
    rules: &Rules,
    mut seen: impl FnMut(&'a Part, CellScore),
) -> (YearScore, YearBasis<'a>) {
    let is_due = |part: &Part| part.cells.get(&year).is_some_and(Cell::is_due);
    if !indicator.parts.iter().any(|part| is_due(part)) {
        let score = Setting::of(indicator, year).score(rules);
        return (YearScore::of_cell(&score), YearBasis::Cell(score));
    }
    let cell = indicator.cells.get(&year);
    if let Some(standing) = cell.and_then(|cell| cell.standing.as_ref()) {
        let outcome = Outcome::SetAside(standing.status);
        let tally = Tally::Aside;
        let score = YearScore { outcome, score: None, counted: None, met: None, awaited_by: None, tally };
        return (score, YearBasis::SetAside(standing));
    }
    let (mut sums, mut blend) = (Sums::default(), Blend::default());
    for part in indicator.parts.iter().filter(|part| is_due(part)) {
        let score = Setting::of_part(indicator, part, year).score(rules);
        sums.add(part.weight, &Tally::of_leaf(score.outcome, score.score));
        blend.add(score.outcome, score.counted(), score.met, score.awaited_by);
        seen(part, score);
    }
    let judgement = cell.and_then(|cell| cell.judgement.as_ref());
    let tally = sums.tally();
    let parted = blend.outcome(&tally);
    let (outcome, counted, tally) = match judgement {
        Some(judgement) => {
            let granted = judgement.percent.min(rules.policy.cap);
            (Outcome::Scored, Some(Counted::Judgement), Tally::of_leaf(Outcome::Scored, Some(granted)))
        }
        None => (parted, blend.counted, tally),
    };
    let Blend { met, awaited_by, .. } = blend;
    let score = YearScore { outcome, score: attained(&tally), counted, met, awaited_by, tally };
    (score, YearBasis::Parts(sums, parted, judgement))
}

impl YearScore {
    pub(super) fn of_cell(score: &CellScore) -> Self {
        Self {
            outcome: score.outcome,
            score: score.score.map(kept),
            counted: score.counted(),
            met: score.met,
            awaited_by: score.awaited_by,
            tally: Tally::of_leaf(score.outcome, score.score),
        }
    }
}

impl YearBasis<'_> {
    /// The year told as a cell.
    fn cell_score(self, year: &YearScore) -> CellScore {
        match self {
            Self::Cell(score) => score,
            Self::SetAside(_) => CellScore::without(year.outcome),
            Self::Parts(sums, parted, judgement) => CellScore {
                score: year.score,
                measurement: parted,
                measured: attained(&sums.tally()),
                judged: judgement.map(|judgement| judgement.percent),
                met: year.met,
                awaited_by: year.awaited_by,
                ..CellScore::without(year.outcome)
            },
        }
    }
}

/// Several outcomes told as one.
#[derive(Clone, Copy, Debug, Default)]
struct Blend {
    awaited: Option<bool>,
    aside: Option<Status>,
    obstacle: Option<Obstacle>,
    needs_judgement: bool,
    counted: Option<Counted>,
    met: Option<bool>,
    awaited_by: Option<NaiveDate>,
}

impl Blend {
    fn add(&mut self, outcome: Outcome, counted: Option<Counted>, met: Option<bool>, awaited_by: Option<NaiveDate>) {
        self.counted = self.counted.max(counted);
        match outcome {
            Outcome::Awaited { overdue } => {
                self.awaited = Some(self.awaited.unwrap_or_default() || overdue);
                self.awaited_by = [self.awaited_by, awaited_by].into_iter().flatten().min();
            }
            Outcome::SetAside(status) => self.aside = self.aside.or(Some(status)),
            Outcome::NotComputable(obstacle) => self.obstacle = self.obstacle.or(Some(obstacle)),
            Outcome::NeedsJudgement => self.needs_judgement = true,
            Outcome::Scored | Outcome::NotDue => {}
        }
        self.met = match (self.met, met) {
            (Some(before), Some(now)) => Some(before && now),
            (before, now) => before.or(now),
        };
    }

    /// What is most urgent: a result that is awaited, then one to judge, then one to correct.
    fn outcome(&self, tally: &Tally) -> Outcome {
        match (tally, self.awaited, self.obstacle, self.aside) {
            (Tally::NotDue, ..) => Outcome::NotDue,
            (_, Some(overdue), ..) => Outcome::Awaited { overdue },
            _ if self.needs_judgement => Outcome::NeedsJudgement,
            (_, None, Some(obstacle), _) => Outcome::NotComputable(obstacle),
            (Tally::Aside | Tally::Weightless, None, None, Some(status)) => Outcome::SetAside(status),
            (Tally::Weightless, ..) => Outcome::NotComputable(Obstacle::NoWeight),
            _ => Outcome::Scored,
        }
    }
}

/// What is scored of a node so far.
fn attained(tally: &Tally) -> Option<Percent> {
    match tally {
        // All of it scored is the score itself.
        Tally::Counting { amount, .. } if amount.measured == Decimal::ONE_HUNDRED => {
            Percent::new(amount.points).ok().map(kept)
        }
        Tally::Counting { amount, .. } => quotient(percent(amount.points), amount.measured),
        Tally::NotDue | Tally::Weightless | Tally::Aside => None,
    }
}

/// A score as a figure keeps it.
fn kept(score: Percent) -> Percent {
    Percent::new(settled(score.value(), KEPT)).unwrap_or(score)
}

/// The weight of the year; over a period the mean of the weights written for its years.
fn objective_weight(objective: &Objective, rules: &Rules) -> Option<Weight> {
    match rules.span {
        Span::Year(year) => objective.weights.get(&year).copied(),
        Span::Period => {
            let written = objective.weights.iter().filter(|(year, _)| rules.period.contains(**year));
            let (sum, count) = written.fold((Decimal::ZERO, 0_u32), |(sum, count), (_, weight)| {
                (sum.saturating_add(weight.value()), count + 1)
            });
            Weight::new(sum.checked_div(count.into())?).ok()
        }
    }
}
