//! Objectives in the order in which they lose the plan's points.

use std::cmp::Reverse;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::attainment::{Attainment, Figure, Light, ObjectiveFigure, Points};
use crate::plan::{ObjectiveId, Percent, Plan};
use crate::target::rounded;

/// One objective and its points.
#[derive(Clone, Debug, PartialEq)]
pub struct PointsLost {
    /// Which.
    pub objective: ObjectiveId,
    /// Its figure.
    pub figure: Figure,
    /// Its share of the plan and what became of it; none where nothing in it counts.
    pub points: Option<Points>,
    /// What it costs the plan's official figure; none while nothing is measured and what is missing does not count yet.
    pub lost: Option<Percent>,
    /// The light of its official figure; none while there is none.
    pub light: Option<Light>,
}

/// Returns the objectives that count in the span: most points lost first, then those without a figure yet, most awaited
/// first, then in the order of the plan.
pub fn by_points_lost(plan: &Plan, attainment: &Attainment) -> Vec<PointsLost> {
    let counts = |row: &PointsLost| row.figure.counts.due > 0;
    let missing_is_zero = attainment.missing_is_zero();
    let lost = |points: Points, is_measured: bool| match (missing_is_zero, is_measured) {
        (true, _) => points.lost.value().checked_add(points.awaited.value()).and_then(|sum| Percent::new(sum).ok()),
        (false, true) => Some(points.lost),
        (false, false) => None,
    };
    let row = |(id, found): (&ObjectiveId, &Arc<ObjectiveFigure>)| PointsLost {
        objective: id.clone(),
        points: attainment.points(id),
        lost: attainment.points(id).and_then(|points| lost(points, found.figure.attained.is_some())),
        light: found.figure.light(&plan.policy),
        figure: found.figure.clone(),
    };
    let mut rows: Vec<PointsLost> = attainment.objectives().map(row).filter(counts).collect();
    rows.sort_by_key(|row| Reverse((row.lost, row.points.map(|points| points.awaited))));
    rows
}

/// Where the hundred points of a plan are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointsTotal {
    /// Earned so far.
    pub earned: Decimal,
    /// Lost; where what is missing counts as zero, that too.
    pub lost: Decimal,
    /// Without a result. Where that counts as zero it stands in `lost` as well.
    pub open: Decimal,
    /// What the parts come to when each is added up with two decimals, as printed; none where that is what they come to
    /// anyway.
    pub printed: Option<Decimal>,
}

impl PointsTotal {
    /// Adds up the rows of [`by_points_lost`]; none where none of them has points.
    pub fn of(rows: &[PointsLost]) -> Option<Self> {
        let found: Vec<_> = rows.iter().filter_map(|row| row.points).collect();
        if found.is_empty() {
            return None;
        }
        let sum = |of: fn(&Points) -> Percent| total(found.iter().map(|points| of(points).value()));
        let (earned, open) = (sum(|points| points.earned), sum(|points| points.awaited));
        let lost = total(rows.iter().filter_map(|row| Some(row.lost?.value())));
        // What is open beside what is lost: nothing where it counts as zero.
        let beside = sum(|points| points.lost).saturating_add(open).saturating_sub(lost);
        let parts = [earned, lost, beside];
        let printed = total(parts.map(|part| rounded(part, 2)).into_iter());
        let printed = (printed != rounded(total(parts.into_iter()), 2)).then_some(printed);
        Some(Self { earned, lost, open, printed })
    }
}

fn total(parts: impl Iterator<Item = Decimal>) -> Decimal {
    parts.fold(Decimal::ZERO, Decimal::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attainment::Span;
    use crate::plan::{CellField, Edit, ObjectiveEdit, ObjectiveField, Weight};
    use crate::report::CellPlace;
    use crate::report::fixture::{day, plan, year};

    fn order(plan: &Plan, number: i32) -> Vec<String> {
        let attainment = Attainment::of(plan, Span::Year(year(number)), day("2024-07-31"));
        by_points_lost(plan, &attainment).iter().map(|row| format!("{} {:?}", row.objective, row.light)).collect()
    }

    #[test]
    fn who_loses_most_comes_first() {
        let mut plan = plan();
        assert_eq!(order(&plan, 2024), ["A Some(Amber)", "B None"]);
        let place = CellPlace { objective: "B".into(), indicator: "B.1".into(), part: None, year: year(2024) };
        plan.apply(place.edit(CellField::Result("15/10/2024".into()))).unwrap();
        assert_eq!(order(&plan, 2024), ["B Some(Red)", "A Some(Amber)"]);
    }

    #[test]
    fn what_is_not_due_is_left_out() {
        assert_eq!(order(&plan(), 2025), ["A None"]);
    }

    fn row(earned: &str, lost: &str, awaited: &str, costs: &str) -> PointsLost {
        let percent = |text: &str| Percent::new(text.parse().unwrap()).unwrap();
        let points =
            Points { share: percent("100"), earned: percent(earned), lost: percent(lost), awaited: percent(awaited) };
        let objective = "A".into();
        PointsLost {
            objective,
            figure: Figure::default(),
            points: Some(points),
            lost: Some(percent(costs)),
            light: None,
        }
    }

    #[test]
    fn the_hundred_points_say_when_rounding_makes_them_another_sum() {
        let even = PointsTotal::of(&[row("40.25", "9.75", "0", "9.75"), row("30", "0", "20", "0")]).unwrap();
        assert_eq!([even.earned, even.lost, even.open].map(|sum| sum.to_string()), ["70.25", "9.75", "20"]);
        assert_eq!(even.printed, None);
        let thirds = PointsTotal::of(&[row("33.335", "33.335", "33.33", "33.335")]).unwrap();
        assert_eq!(thirds.printed.map(|sum| sum.to_string()).as_deref(), Some("100.01"));
        // What is missing stands among what is lost: it is not added twice.
        let over = PointsTotal::of(&[row("60", "25", "15", "40")]).unwrap();
        assert_eq!((over.lost, over.open, over.printed), (40.into(), 15.into(), None));
        assert_eq!(PointsTotal::of(&[]), None);
    }

    #[test]
    fn equals_stay_in_the_order_of_the_plan() {
        let mut plan = plan();
        for id in ["A", "B"] {
            let edit = ObjectiveEdit::Field(ObjectiveField::Weights([(year(2024), Weight::ZERO)].into()));
            plan.apply(Edit::Objective { objective: id.into(), edit }).unwrap();
        }
        assert_eq!(order(&plan, 2024), ["A Some(Amber)", "B None"]);
    }
}
