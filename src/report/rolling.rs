//! What the next plan would be made of, before it is made: which indicators are finished and would stay behind, and what
//! happens to the rest.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::attainment::{CellScore, Outcome, score_indicator};
use crate::plan::{
    Carried, Chosen, Indicator, IndicatorId, ObjectiveId, PeriodError, Plan, PlanId, RolledOver, Status, Year,
};
use crate::target::Target;

/// One indicator of the old plan and what would become of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rolling {
    /// Whose it is.
    pub objective: ObjectiveId,
    /// Which.
    pub indicator: IndicatorId,
    /// Why it would stay behind if nobody said otherwise; none: it would come along.
    pub finished: Option<Finished>,
    /// What becomes of it; none where it stays behind.
    pub carried: Option<Carried>,
}

/// Why an indicator has no place in the next plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finished {
    /// A step: it was to be done by a day of one year, and was.
    Done,
    /// It was struck out in its last year.
    StruckOut,
}

/// Returns the indicators that are finished: steps due in one year alone that promise a day and nothing to be kept up, and
/// that were done by then as known on `today`; and what was struck out in its last year. A day that comes back every year
/// (`Entro il 30/9` in each column) is no step: it is due again.
pub fn finished(plan: &Plan, today: NaiveDate) -> BTreeMap<(ObjectiveId, IndicatorId), Finished> {
    let each = plan.objectives.iter().flat_map(|objective| {
        objective.indicators.iter().filter_map(move |indicator| {
            let how = how_finished(plan, indicator, today)?;
            Some(((objective.id.clone(), indicator.id.clone()), how))
        })
    });
    each.collect()
}

/// Returns every indicator with what would become of it if those of `behind` stayed.
///
/// # Errors
/// The next period would end after the last year there is.
pub fn rolling(plan: &Plan, behind: &Chosen, today: NaiveDate) -> Result<(Vec<Rolling>, RolledOver), PeriodError> {
    let rolled = plan.roll_over(PlanId::from("preview"), behind)?;
    let finished = finished(plan, today);
    let mut carried: BTreeMap<(ObjectiveId, IndicatorId), Carried> = (rolled.carried.iter().cloned())
        .map(|carried| ((carried.objective.clone(), carried.indicator.clone()), carried))
        .collect();
    let all = plan.objectives.iter().flat_map(|objective| objective.indicators.iter().map(move |it| (objective, it)));
    let rows = all.map(|(objective, indicator)| {
        let place = (objective.id.clone(), indicator.id.clone());
        let (finished, carried) = (finished.get(&place).copied(), carried.remove(&place));
        Rolling { objective: place.0, indicator: place.1, finished, carried }
    });
    Ok((rows.collect(), rolled))
}

fn how_finished(plan: &Plan, indicator: &Indicator, today: NaiveDate) -> Option<Finished> {
    let due: Vec<Year> = plan.period.years().filter(|year| indicator.is_due(*year)).collect();
    let last = indicator.cells.get(due.last()?).and_then(|cell| cell.standing.as_ref());
    if last.is_some_and(|standing| standing.status == Status::StruckOut) {
        return Some(Finished::StruckOut);
    }
    let [only] = due.as_slice() else { return None };
    let score = score_indicator(indicator, *only, &plan.policy, today).filter(|_| indicator.parts.is_empty())?;
    is_done_once(&score).then_some(Finished::Done)
}

/// Whether a promise was something to be done once, and was done in full.
fn is_done_once(score: &CellScore) -> bool {
    let Some(promise) = &score.working.promise else { return false };
    let is_deed = |target: &Target| matches!(target, Target::By { .. } | Target::Yes);
    let is_day = |target: &Target| matches!(target, Target::By { .. } | Target::BandsByDay { .. });
    let is_once = match &promise.target {
        Target::Several { parts } => parts.iter().any(is_day) && parts.iter().all(is_deed),
        one => is_day(one),
    };
    is_once && score.outcome == Outcome::Scored && score.met == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Cell, CellField, Standing};
    use crate::report::CellPlace;
    use crate::report::fixture::{day, plan, year};

    fn put(plan: &mut Plan, objective: &str, indicator: &str, field: CellField) {
        let place =
            CellPlace { objective: objective.into(), indicator: indicator.into(), part: None, year: year(2024) };
        plan.apply(place.edit(field)).unwrap();
    }

    fn left(plan: &Plan) -> Vec<String> {
        let found = finished(plan, day("2024-12-31"));
        found.iter().map(|((_, indicator), how)| format!("{indicator} {how:?}")).collect()
    }

    #[test]
    fn a_step_done_in_full_is_finished_and_one_that_is_late_or_kept_up_is_not() {
        let mut plan = plan();
        assert!(left(&plan).is_empty());
        put(&mut plan, "B", "B.1", CellField::Result("29/9/2024".into()));
        put(&mut plan, "A", "A.1", CellField::Result("9".into()));
        assert_eq!(left(&plan), ["B.1 Done"]);
        put(&mut plan, "B", "B.1", CellField::Result("1/10/2024".into()));
        assert!(left(&plan).is_empty());
    }

    #[test]
    fn what_was_struck_out_in_its_last_year_is_finished() {
        let mut plan = plan();
        let standing = Standing { status: Status::StruckOut, reason: String::new(), date: None };
        put(&mut plan, "B", "B.2", CellField::Standing(Some(standing)));
        assert_eq!(left(&plan), ["B.2 StruckOut"]);
    }

    #[test]
    fn the_preview_says_of_each_what_becomes_of_it() {
        let plan = plan();
        let behind = [("B".into(), "B.1".into())].into();
        let (rows, rolled) = rolling(&plan, &behind, day("2024-12-31")).unwrap();
        let comes: Vec<_> = rows.iter().map(|row| (row.indicator.as_str(), row.carried.is_some())).collect();
        assert_eq!(comes[2..4], [("A.3", true), ("B.1", false)]);
        assert_eq!(rolled.plan.period.first(), year(2026));
        let first = rolled.plan.objectives.get(&"A".into()).unwrap().indicators.get(&"A.1".into()).unwrap();
        assert_eq!(first.cells.get(&year(2026)), Some(&Cell { target: "Almeno 4".into(), ..Cell::default() }));
        assert_eq!(first.baseline.as_ref().map(|baseline| baseline.words.words()), Some("3"));
    }
}
