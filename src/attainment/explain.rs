//! Makes the working of a figure, with the very functions that computed it.

use std::sync::Arc;

use super::across::{add_indicator, served};
use super::figure::Figure;
use super::policy::Rules;
use super::rollup::{IndicatorFigure, ObjectiveFigure, YearBasis, YearScore, score_year};
use super::tally::{Mix, Sums, Tally};
use super::{Attainment, Basis, CellBasis, CellScore, Detail, Place, Span, Working};
use crate::plan::{Cell, Indicator, Part, Percent, Plan, Weight, Year};
use crate::target::{Phrase, Target};

impl Attainment {
    /// Explains a figure: of the plan, a goal, an office, an objective or an indicator; none of what is not there.
    pub fn explain(&self, plan: &Plan, place: &Place, detail: Detail) -> Option<Working> {
        let rules = self.rules();
        match place {
            Place::Plan => {
                let mix = self.all().mix();
                let all = self.objectives().map(|(_, objective)| objective);
                let basis = Basis::Mean(all.map(|found| self.objective_in(found, &mix, detail.below())).collect());
                Some(Working::alone(place.clone(), "", &plan.title, self.figure().clone(), basis))
            }
            Place::Goal(id) => {
                let goal = plan.goals.get(id)?;
                let all = self.objectives().map(|(_, found)| found);
                let serving: Vec<_> = all.filter(|found| served(plan, &found.source).contains(id)).collect();
                let mut sums = Sums::default();
                serving.iter().for_each(|found| self.add_objective(&mut sums, found));
                let mix = sums.mix();
                let workings = serving.iter().map(|found| {
                    let weight = self.all().mix().weight(found.weight);
                    let share = Share::of(&mix, weight, &found.tally);
                    objective_working(found, share, detail.below(), &rules)
                });
                let basis = Basis::Mean(workings.collect());
                Some(Working::alone(place.clone(), &goal.code, &goal.title, sums.figure(&rules), basis))
            }
            Place::Unit(id) => {
                let unit = plan.units.get(id)?;
                let mut sums = Sums::default();
                let mut answered = Vec::new();
                for (_, objective) in self.objectives() {
                    for (indicator, found, weight) in self.weighed(objective) {
                        if objective.source.units_of(indicator).contains(id) {
                            add_indicator(&mut sums, found, weight);
                            answered.push((objective, indicator, found, weight));
                        }
                    }
                }
                let mix = sums.mix();
                let workings = answered.into_iter().map(|(objective, indicator, found, weight)| {
                    let share = Share::of(&mix, weight.plain, &found.tally);
                    indicator_working(objective, indicator, found, share, detail.below(), &rules)
                });
                let basis = Basis::Mean(workings.collect());
                Some(Working::alone(place.clone(), "", &unit.name, sums.figure(&rules), basis))
            }
            Place::Objective(id) => Some(self.objective_in(self.objective(id)?, &self.all().mix(), detail)),
            Place::Indicator(objective, id) => {
                let objective = self.objective(objective)?;
                let indicator = objective.source.indicators.get(id)?;
                let found = objective.indicator(id)?;
                let mix = objective.sums.mix();
                let share = Share::of(&mix, mix.weight(found.weight), &found.tally);
                Some(indicator_working(objective, indicator, found, share, detail, &rules))
            }
            Place::Year(_) | Place::Part(_) => None,
        }
    }

    fn objective_in(&self, found: &Arc<ObjectiveFigure>, mix: &Mix, detail: Detail) -> Working {
        let share = Share::of(mix, mix.weight(found.weight), &found.tally);
        objective_working(found, share, detail, &self.rules())
    }
}

/// A node's place among its siblings.
#[derive(Clone, Copy, Default)]
struct Share {
    share: Option<Percent>,
    counts: Option<Percent>,
}

impl Share {
    fn of(mix: &Mix, weight: rust_decimal::Decimal, tally: &Tally) -> Self {
        if tally.counts() {
            Self { share: mix.share(weight), counts: mix.counts(weight, tally.measured()) }
        } else {
            Self::default()
        }
    }
}

impl Working {
    fn alone(place: Place, code: &str, title: &str, figure: Figure, basis: Basis) -> Self {
        let (code, title) = (code.to_owned(), title.to_owned());
        Self { place, code, title, weight: None, share: None, counts: None, figure, basis }
    }

    fn among(self, weight: Option<Weight>, share: Share) -> Self {
        Self { weight, share: share.share, counts: share.counts, ..self }
    }
}

fn objective_working(found: &ObjectiveFigure, share: Share, detail: Detail, rules: &Rules) -> Working {
    let objective = &found.source;
    let basis = match detail {
        Detail::Folded => Basis::Folded,
        Detail::Children | Detail::Everything => {
            let mix = found.sums.mix();
            let indicators = objective.indicators.iter().zip(found.indicators());
            let workings = indicators.map(|(indicator, figure)| {
                let share = Share::of(&mix, mix.weight(figure.weight), &figure.tally);
                indicator_working(found, indicator, figure, share, detail.below(), rules)
            });
            Basis::Mean(workings.collect())
        }
    };
    let place = Place::Objective(objective.id.clone());
    Working::alone(place, &objective.code, &objective.title, found.figure.clone(), basis).among(found.weight, share)
}

fn indicator_working(
    objective: &ObjectiveFigure,
    indicator: &Indicator,
    found: &IndicatorFigure,
    share: Share,
    detail: Detail,
    rules: &Rules,
) -> Working {
    let basis = match (detail, rules.span) {
        (Detail::Folded, _) => Basis::Folded,
        (_, Span::Year(year)) => year_basis(indicator, year, rules).1,
        (_, Span::Period) => {
            let years: Vec<_> = (rules.period.years().filter(|year| indicator.is_due(*year)))
                .map(|year| (year, year_basis(indicator, year, rules)))
                .collect();
            let mut sums = Sums::default();
            years.iter().for_each(|(_, (score, _))| sums.add(None, &score.tally));
            let mix = sums.mix();
            let working = |(year, (found, basis)): (Year, (IndicatorFigure, Basis))| {
                let share = Share::of(&mix, mix.weight(None), &found.tally);
                Working::alone(Place::Year(year), "", "", found.figure(rules), basis).among(None, share)
            };
            Basis::Mean(years.into_iter().map(working).collect())
        }
    };
    let place = Place::Indicator(objective.source.id.clone(), indicator.id.clone());
    let words = (indicator.code.as_str(), indicator.description.as_str());
    Working::alone(place, words.0, words.1, found.figure(rules), basis).among(found.weight, share)
}

/// One year of an indicator, and where its score comes from.
fn year_basis(indicator: &Indicator, year: Year, rules: &Rules) -> (IndicatorFigure, Basis) {
    let mut parts = Vec::new();
    let (score, basis) = score_year(indicator, year, rules, |part, score| parts.push((part, score)));
    let found = IndicatorFigure::of_year(&score, indicator.weight);
    let cell = indicator.cells.get(&year);
    let basis = match basis {
        YearBasis::Cell(score) => Basis::Cell(Box::new(CellBasis::of(cell, indicator.promise(year), year, score))),
        YearBasis::SetAside(standing) => Basis::SetAside(standing.clone()),
        YearBasis::Parts(sums, _, judgement) => {
            let mix = sums.mix();
            let parts = parts.into_iter().map(|(part, score)| part_working(part, year, score, &mix, rules)).collect();
            match judgement {
                None => Basis::Mean(parts),
                Some(judgement) => {
                    Basis::Judged { judgement: judgement.clone(), measured: Box::new(sums.figure(rules)), parts }
                }
            }
        }
    };
    (found, basis)
}

fn part_working(part: &Part, year: Year, score: CellScore, mix: &Mix, rules: &Rules) -> Working {
    let found = IndicatorFigure::of_year(&YearScore::of_cell(&score), part.weight);
    let share = Share::of(mix, mix.weight(part.weight), &found.tally);
    let cell = part.cells.get(&year);
    let basis = CellBasis::of(cell, cell.map(|cell| &cell.target), year, score);
    let place = Place::Part(part.id.clone());
    Working::alone(place, &part.code, &part.description, found.figure(rules), Basis::Cell(Box::new(basis)))
        .among(part.weight, share)
}

impl CellBasis {
    fn of(cell: Option<&Cell>, promise: Option<&Phrase<Target>>, year: Year, score: CellScore) -> Self {
        let words = |words: Option<&str>| words.unwrap_or_default().to_owned();
        Self {
            year,
            target_words: words(promise.map(Phrase::words)),
            result_words: words(cell.map(|cell| cell.result.words())),
            judgement: cell.and_then(|cell| cell.judgement.clone()),
            standing: cell.and_then(|cell| cell.standing.clone()),
            score,
        }
    }
}
