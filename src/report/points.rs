//! Objectives in the order in which they lose the plan's points.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::attainment::{Attainment, Figure, Light, ObjectiveFigure, Points};
use crate::plan::{ObjectiveId, Percent, Plan};

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
