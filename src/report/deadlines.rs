//! What falls due next, and what already has.

use chrono::NaiveDate;

use super::CellPlace;
use super::entry::entries;
use crate::attainment::{Attainment, Outcome};
use crate::plan::Plan;

/// A result still awaited, and by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// Of which cell.
    pub place: CellPlace,
    /// The last good day: the one written, else the one the target names, else the last of the year.
    pub date: NaiveDate,
    /// Days from today to that day: 0 falls due today, below zero is overdue by so many.
    pub days: i64,
}

impl Deadline {
    /// Returns whether the day has passed.
    pub fn is_overdue(&self) -> bool {
        self.days < 0
    }
}

/// Returns every result still awaited in the span, as of the day of the figures: the longest overdue first, then what falls
/// due next; on one day in the order of the plan.
pub fn deadlines(plan: &Plan, attainment: &Attainment) -> Vec<Deadline> {
    let today = attainment.today();
    let awaited = entries(plan, attainment).filter_map(|(_, entry)| {
        let date = entry.awaited_by.filter(|_| matches!(entry.outcome, Outcome::Awaited { .. }))?;
        Some(Deadline { place: entry.place, date, days: date.signed_duration_since(today).num_days() })
    });
    let mut deadlines: Vec<Deadline> = awaited.collect();
    deadlines.sort_by_key(|deadline| deadline.date);
    deadlines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attainment::Span;
    use crate::report::fixture::{day, plan, year};

    fn told(span: Span, today: &str) -> Vec<String> {
        let plan = plan();
        deadlines(&plan, &Attainment::of(&plan, span, day(today)))
            .iter()
            .map(|deadline| {
                let when = if deadline.is_overdue() { "overdue" } else { "in" };
                format!("{} {} {when} {}", deadline.place.indicator, deadline.date, deadline.days.abs())
            })
            .collect()
    }

    #[test]
    fn the_longest_overdue_comes_first_then_what_falls_due_next() {
        let expected = ["A.2 2024-06-30 overdue 31", "B.1 2024-09-30 in 61", "A.3 2024-12-31 in 153"];
        assert_eq!(told(Span::Year(year(2024)), "2024-07-31"), expected);
        let expected = ["A.2 2024-06-30 in 0", "B.1 2024-09-30 in 92", "A.3 2024-12-31 in 184"];
        assert_eq!(told(Span::Year(year(2024)), "2024-06-30"), expected);
    }

    #[test]
    fn a_period_has_the_deadlines_of_all_its_years() {
        assert_eq!(told(Span::Period, "2024-07-31").last().unwrap(), "A.1 2025-12-31 in 518");
    }
}
