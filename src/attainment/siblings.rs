//! The children of one parent that have a say in its figure: what each weighs, and what it brings with everything below it
//! already summed. Who tries other weights starts here and scores nothing again.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::cell::score_part;
use super::rollup::ObjectiveFigure;
use super::tally::{Sums, Tally};
use super::{Attainment, IndicatorFigure};
use crate::plan::{Indicator, IndicatorId, ObjectiveId, PartId, Percent, Policy, Weight, Year};

/// What a child brings to its parent, as if its weight were one: how much of it is scored, and the points that brought.
/// A figure is `100 × Σ weight × points / Σ weight × measured`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Worth {
    /// How much of it is scored, in percent; zero while everything is awaited.
    pub measured: Percent,
    /// Points over all of it, in percent; what is not scored yet counts as nothing.
    pub points: Percent,
}

/// One child that has a say.
#[derive(Clone, Debug, PartialEq)]
pub struct Sibling<I> {
    /// Which.
    pub id: I,
    /// What it weighs in its parent's own scale: as written, or its part of what the written ones leave of 100.
    pub weight: Weight,
    /// What it brings.
    pub worth: Worth,
}

/// Children that have a say in their parent's figure, in the plan's order: neither set aside, nor without anything due, nor
/// empty of weight below.
#[derive(Clone, Debug, PartialEq)]
pub struct Siblings<I> {
    /// What they weigh together, in their parent's own scale: 100 where the weights are of this year and nothing was set
    /// aside, 30 for the CSSM steps due in one year of three.
    pub whole: Weight,
    /// The children.
    pub children: Vec<Sibling<I>>,
}

impl Attainment {
    /// Returns the objectives that have a say in the plan's figure, each with the weight that `weight` makes of its id and
    /// the written one.
    pub fn siblings(&self, weight: impl Fn(&ObjectiveId, Option<Weight>) -> Option<Weight>) -> Siblings<ObjectiveId> {
        let children = self.objectives().map(|(id, found)| (id.clone(), weight(id, found.weight), found.tally));
        Siblings::of(children)
    }
}

impl ObjectiveFigure {
    /// Returns the indicators that have a say in the objective's figure, each with the weight that `weight` makes of its id
    /// and the written one.
    pub fn siblings(&self, weight: impl Fn(&IndicatorId, Option<Weight>) -> Option<Weight>) -> Siblings<IndicatorId> {
        let indicators = self.source.indicators.iter().zip(self.indicators());
        let child = |(indicator, found): (&std::sync::Arc<Indicator>, &IndicatorFigure)| {
            (indicator.id.clone(), weight(&indicator.id, found.weight), found.tally)
        };
        Siblings::of(indicators.map(child))
    }
}

/// Returns the parts that have a say in an indicator's year, with their weights as written; none where a standing or a
/// judgement on the year counts instead of them.
pub fn part_siblings(indicator: &Indicator, year: Year, policy: &Policy, today: NaiveDate) -> Option<Siblings<PartId>> {
    let cell = indicator.cells.get(&year);
    if cell.is_some_and(|cell| cell.standing.is_some() || cell.judgement.is_some()) {
        return None;
    }
    let parts = indicator.parts.iter().filter_map(|part| {
        let score = score_part(indicator, part, year, policy, today)?;
        Some((part.id.clone(), part.weight, Tally::of_leaf(score.outcome, score.score)))
    });
    Some(Siblings::of(parts)).filter(|siblings| !siblings.children.is_empty())
}

impl<I> Siblings<I> {
    fn of(children: impl Iterator<Item = (I, Option<Weight>, Tally)>) -> Self {
        let children: Vec<_> = children.collect();
        let mut sums = Sums::default();
        for (_, written, tally) in &children {
            sums.add(*written, tally);
        }
        let mix = sums.mix();
        let kept = |weight: Decimal| Weight::new(mix.in_own_scale(weight)).unwrap_or(Weight::MAX);
        let sibling = |(id, written, tally): (I, _, Tally)| {
            Some(Sibling { id, weight: kept(mix.weight(written)), worth: tally.worth()? })
        };
        let children = children.into_iter().filter_map(sibling).collect();
        Self { whole: kept(mix.counting()), children }
    }
}

impl Tally {
    fn worth(&self) -> Option<Worth> {
        let Self::Counting { amount, .. } = self else { return None };
        let kept = |value| Percent::new(value).unwrap_or_default();
        Some(Worth { measured: kept(amount.measured), points: kept(amount.points) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Span;
    use super::super::fixture::{cell, day, indicator, objective, percent, plan, weight, year};
    use super::*;
    use crate::plan::{Cell, Judgement, Part, Standing, Status};

    fn told<I: std::fmt::Display>(siblings: &Siblings<I>) -> String {
        let child = |child: &Sibling<I>| {
            let Worth { measured, points } = child.worth;
            format!("{} {} {}/{}", child.id, child.weight.value(), points.value(), measured.value())
        };
        let children: Vec<_> = siblings.children.iter().map(child).collect();
        format!("{}: {}", siblings.whole.value(), children.join(", "))
    }

    fn attainment(objectives: Vec<crate::plan::Objective>) -> Attainment {
        Attainment::of(&plan(objectives), Span::Year(year(2024)), day("2024-06-30"))
    }

    #[test]
    fn only_who_has_a_say_is_a_sibling() {
        let attainment = attainment(vec![
            objective("A", "50", &[("60", "Almeno 4", "3"), ("40", "SI", "")]),
            objective("B", "30", &[("", "set aside", "")]),
            objective("C", "20", &[("", "SI", "SI")]),
            objective("D", "10", &[("", "", "")]),
        ]);
        assert_eq!(told(&attainment.siblings(|_, written| written)), "70: A 50 45/60, C 20 100/100");
        let first = attainment.objective(&"A".into()).unwrap();
        assert_eq!(told(&first.siblings(|_, written| written)), "100: A.0 60 75/100, A.1 40 0/0");
    }

    #[test]
    fn a_weight_that_is_not_written_is_its_part_of_what_is_left() {
        let some = [("40", "SI", "SI"), ("", "SI", "NO"), ("", "SI", "SI"), ("", "set aside", "")];
        let none = [("", "SI", "SI"), ("", "SI", "NO"), ("", "SI", "SI"), ("", "set aside", "")];
        let attainment = attainment(vec![objective("A", "", &some), objective("B", "", &none)]);
        let of = |id: &str| told(&attainment.objective(&id.into()).unwrap().siblings(|_, written| written));
        assert_eq!(of("A"), "80: A.0 40 100/100, A.1 20 0/100, A.2 20 100/100");
        assert_eq!(of("B"), "75: B.0 25 100/100, B.1 25 0/100, B.2 25 100/100");
    }

    #[test]
    fn other_weights_are_taken_instead_of_the_written_ones() {
        let rows = [("60", "SI", "SI"), ("40", "SI", "NO")];
        let attainment = attainment(vec![objective("A", "50", &rows)]);
        let other = |id: &IndicatorId, written| if id.as_str() == "A.1" { Some(Weight::whole(20)) } else { written };
        let found = attainment.objective(&"A".into()).unwrap().siblings(other);
        assert_eq!(told(&found), "80: A.0 60 100/100, A.1 20 0/100");
    }

    #[test]
    fn parts_have_a_say_unless_their_whole_year_is_judged_or_set_aside() {
        let mut made = indicator("", "");
        for (code, written, result) in [("a", "75", "SI"), ("b", "25", "")] {
            let mut part = Part::new(code.into());
            part.weight = weight(written);
            part.cells.insert(year(2024), cell("SI", result));
            made.parts.push(part).unwrap();
        }
        let mut of = |own: Cell| {
            made.cells.insert(year(2024), own);
            part_siblings(&made, year(2024), &Policy::default(), day("2024-06-30")).map(|found| told(&found))
        };
        assert_eq!(of(Cell::default()).as_deref(), Some("100: a 75 100/100, b 25 0/0"));
        let judgement = Judgement { percent: percent("90"), reason: String::new(), author: String::new() };
        assert_eq!(of(Cell { judgement: Some(judgement), ..Cell::default() }), None);
        let standing = Standing { status: Status::Suspended, reason: String::new(), date: None };
        assert_eq!(of(Cell { standing: Some(standing), ..Cell::default() }), None);
    }
}
