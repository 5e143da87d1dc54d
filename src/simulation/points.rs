//! Where the points are: what each child earns of its share and what it loses.
//!
//! With share `W` and figure `A` a child earns `W·A` and loses `W·(1 − A)`. `A` is the child's figure on the group's basis:
//! over what is measured, so that a child measured in part speaks for all of its weight, or on the floor, where what is
//! missing is lost. ([`attainment::Points`](crate::attainment::Points) parts a share three ways instead, into earned, lost
//! and awaited.) Where all of the weight is measured the points earned come to the figure of the group.

use rust_decimal::Decimal;

use super::{Basis, Group};
use crate::attainment::{Attainment, Figure};
use crate::plan::{GoalId, Percent, Plan, UnitId};

/// The points of one child, in points of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointsOf<I> {
    /// Which.
    pub id: I,
    /// Its share, `W`; none where it has no say.
    pub share: Option<Percent>,
    /// Its figure, `A`; none where nothing of it is measured and what is missing does not count yet.
    pub figure: Option<Percent>,
    /// `W·A`; none without a figure.
    pub earned: Option<Percent>,
    /// `W·(1 − A)`, never below zero, also where results beyond their targets earn more; none without a figure.
    pub lost: Option<Percent>,
}

impl<I> PointsOf<I> {
    fn new(id: I, share: Option<Percent>, figure: Option<Percent>) -> Self {
        let part = |hundredths: Decimal| {
            let part = share?.value().saturating_mul(hundredths).checked_div(Decimal::ONE_HUNDRED)?;
            Percent::new(part.max(Decimal::ZERO)).ok()
        };
        let earned = figure.and_then(|figure| part(figure.value()));
        let lost = figure.and_then(|figure| part(Decimal::ONE_HUNDRED.saturating_sub(figure.value())));
        Self { id, share, figure, earned, lost }
    }
}

impl<I: Clone + PartialEq> Group<I> {
    /// Returns the points of every child, in the plan's order.
    pub fn points(&self) -> Vec<PointsOf<I>> {
        let points = |(place, (id, _, unit)): (usize, (&I, _, super::ratio::Ratio))| {
            PointsOf::new(id.clone(), Some(self.shares().at(place)), unit.figure())
        };
        self.children().enumerate().map(points).collect()
    }
}

/// Returns the points of every goal, in the plan's order: the objectives that serve it or one below it, together.
///
/// An objective of several goals counts in full for each, so the shares of goals side by side may pass 100.
pub fn points_by_goal(plan: &Plan, attainment: &Attainment, basis: Basis) -> Vec<PointsOf<GoalId>> {
    grouped(attainment.share_by_goal(plan), attainment.by_goal(plan), basis)
}

/// Returns the points of every office, in the plan's order: the indicators it answers for, together. An indicator of
/// several offices counts in full for each.
pub fn points_by_unit(plan: &Plan, attainment: &Attainment, basis: Basis) -> Vec<PointsOf<UnitId>> {
    grouped(attainment.share_by_unit(plan), attainment.by_unit(plan), basis)
}

fn grouped<I>(shares: Vec<(I, Option<Percent>)>, figures: Vec<(I, Figure)>, basis: Basis) -> Vec<PointsOf<I>> {
    let on = |figure: &Figure| match basis {
        Basis::Measured => figure.attained,
        Basis::Floor => figure.floor,
    };
    let rows = shares.into_iter().zip(figures);
    rows.map(|((id, share), (_, figure))| PointsOf::new(id, share, on(&figure))).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{a_plan, official, told};
    use super::*;
    use crate::plan::{Edit, Goal, GoalId, ListEdit, ObjectiveEdit, ObjectiveField};

    fn row<I: std::fmt::Display>(points: &PointsOf<I>) -> String {
        let PointsOf { id, share, figure, earned, lost } = points;
        format!("{id} {} {} {} {}", told(*share), told(*figure), told(*earned), told(*lost))
    }

    #[test]
    fn goals_and_offices_earn_what_stands_below_them() {
        let mut plan = a_plan();
        for id in ["1", "2"] {
            plan.apply(Edit::Goals(ListEdit::Insert { at: 9, item: Goal::new(id.into()).into() })).unwrap();
        }
        for (objective, goals) in [("A", vec!["1"]), ("B", vec!["1", "2"])] {
            let goals = goals.into_iter().map(GoalId::from).collect();
            let edit = ObjectiveEdit::Field(ObjectiveField::Goals(goals));
            plan.apply(Edit::Objective { objective: objective.into(), edit }).unwrap();
        }
        let attainment = official(&plan);
        let goals = points_by_goal(&plan, &attainment, Basis::Measured);
        // A and B: 80 of 90, (50 × 45 + 30 × 100) / (50 × 60 + 30 × 100) = 87,5 %.
        assert_eq!(row(&goals[0]), "1 88.89 87.50 77.78 11.11");
        assert_eq!(row(&goals[1]), "2 33.33 100.00 33.33 0.00");
        let floor = points_by_goal(&plan, &attainment, Basis::Floor);
        assert_eq!(row(&floor[0]), "1 88.89 65.63 58.33 30.56");
        let units = points_by_unit(&plan, &attainment, Basis::Measured);
        assert_eq!(row(&units[0]), "sociale 100.00 82.14 82.14 17.86");
    }
}
