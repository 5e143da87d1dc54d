//! Who still owes results.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::entry::{Entry, entries};
use crate::attainment::{Attainment, Outcome};
use crate::plan::{Plan, UnitId};

/// What one office has brought and what it still owes. Every cell that asks for a result counts one; a result that several
/// offices answer for counts for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owing {
    /// Which office; none: no office answers for these.
    pub unit: Option<UnitId>,
    /// Results asked for, what was set aside left out.
    pub expected: usize,
    /// Results brought, also those that wait for a judgement or cannot be computed.
    pub received: usize,
    /// Of those brought, results whose words no rule reads: somebody is to judge them.
    pub to_judge: usize,
    /// Results that should be here by now.
    pub overdue: usize,
    /// The next day on which one falls due.
    pub next: Option<NaiveDate>,
}

impl Owing {
    /// Returns how many results are still to come.
    pub fn missing(&self) -> usize {
        self.expected.saturating_sub(self.received)
    }

    fn nothing(unit: Option<UnitId>) -> Self {
        Self { unit, expected: 0, received: 0, to_judge: 0, overdue: 0, next: None }
    }

    fn count(&mut self, entry: &Entry) {
        match entry.outcome {
            Outcome::NotDue | Outcome::SetAside(_) => return,
            Outcome::Scored | Outcome::NotComputable(_) => self.received += 1,
            Outcome::NeedsJudgement => {
                self.received += 1;
                self.to_judge += 1;
            }
            Outcome::Awaited { overdue: true } => self.overdue += 1,
            Outcome::Awaited { overdue: false } => {
                self.next = self.next.into_iter().chain(entry.awaited_by).min();
            }
        }
        self.expected += 1;
    }
}

/// Returns what each office owes: those with most overdue first, then those with most to come, then in the order of the
/// plan. Offices of which nothing is asked are left out.
pub fn owing(plan: &Plan, attainment: &Attainment) -> Vec<Owing> {
    let rows = plan.units.iter().map(|unit| Owing::nothing(Some(unit.id.clone())));
    let mut rows: Vec<Owing> = rows.chain([Owing::nothing(None)]).collect();
    let places: BTreeMap<&UnitId, usize> = plan.units.iter().enumerate().map(|(at, unit)| (&unit.id, at)).collect();
    for (around, entry) in entries(plan, attainment) {
        let units = around.units();
        let nobody = units.is_empty().then_some(plan.units.len());
        for place in units.iter().filter_map(|unit| places.get(unit).copied()).chain(nobody) {
            if let Some(row) = rows.get_mut(place) {
                row.count(&entry);
            }
        }
    }
    rows.retain(|row| row.expected > 0);
    rows.sort_by_key(|row| std::cmp::Reverse((row.overdue, row.missing())));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attainment::Span;
    use crate::plan::{CellField, Judgement, Percent};
    use crate::report::CellPlace;
    use crate::report::fixture::{day, plan, year};

    fn told(span: Span, today: &str) -> Vec<String> {
        told_of(&plan(), span, today)
    }

    fn told_of(plan: &Plan, span: Span, today: &str) -> Vec<String> {
        owing(plan, &Attainment::of(plan, span, day(today)))
            .iter()
            .map(|row| {
                let unit = row.unit.as_ref().map_or("-", UnitId::as_str);
                let next = row.next.map(|day| format!(", next {day}")).unwrap_or_default();
                format!("{unit}: {} of {}, {} overdue{next}", row.received, row.expected, row.overdue)
            })
            .collect()
    }

    #[test]
    fn who_is_late_comes_first_and_who_is_done_last() {
        assert_eq!(
            told(Span::Year(year(2024)), "2024-07-31"),
            [
                "anziani: 2 of 5, 1 overdue, next 2024-09-30",
                "minori: 0 of 1, 0 overdue, next 2024-09-30",
                "-: 1 of 1, 0 overdue"
            ],
        );
    }

    #[test]
    fn parts_judged_as_a_whole_are_one_result_that_was_brought() {
        let mut plan = plan();
        let place = CellPlace { objective: "A".into(), indicator: "A.3".into(), part: None, year: year(2024) };
        let judgement = Judgement { percent: Percent::whole(80), reason: String::new(), author: String::new() };
        plan.apply(place.edit(CellField::Judgement(Some(judgement)))).unwrap();
        let anziani = |span| told_of(&plan, span, "2024-07-31").remove(0);
        assert_eq!(anziani(Span::Year(year(2024))), "anziani: 2 of 4, 1 overdue, next 2024-09-30");
        assert_eq!(anziani(Span::Period), "anziani: 2 of 5, 1 overdue, next 2024-09-30");
    }

    #[test]
    fn words_that_no_rule_reads_are_brought_and_still_to_be_judged() {
        let mut plan = plan();
        let place = CellPlace { objective: "A".into(), indicator: "A.2".into(), part: None, year: year(2024) };
        plan.apply(place.edit(CellField::Result("boh".into()))).unwrap();
        let attainment = Attainment::of(&plan, Span::Year(year(2024)), day("2024-07-31"));
        let anziani = owing(&plan, &attainment).into_iter().find(|row| row.unit == Some("anziani".into())).unwrap();
        assert_eq!((anziani.received, anziani.to_judge, anziani.overdue), (3, 1, 0));
    }

    #[test]
    fn what_nobody_is_asked_for_is_not_owed() {
        let expected = ["anziani: 0 of 1, 0 overdue, next 2025-12-31"];
        assert_eq!(told(Span::Year(year(2025)), "2024-07-31"), expected);
    }
}
