//! Edits that were made on a plan which another tab has changed meanwhile.
//!
//! An edit that finds in its place what it found when it was made is made again. Otherwise the two plans are merged like any
//! two that went different ways: what was written here stands, what the other tab wrote waits beside it as a conflict, and
//! what the other tab removed stays as long as somebody was writing in it.

use chrono::NaiveDateTime;

use crate::merge::{self, Outcome, Side};
use crate::plan::{Edit, Plan};
use crate::storage::{Entry, Step};

/// What came of it.
#[derive(Debug, PartialEq)]
pub(super) struct Joined {
    /// The plan with the edits of both.
    pub plan: Plan,
    /// The edits of this tab, as they apply to the plan of the other.
    pub edits: Vec<Entry>,
    /// How many places both changed, each in its own way.
    pub conflicts: usize,
}

/// Joins a plan, which has these edits that the other tab knows nothing of, with the other tab's. They have the same id.
pub(super) fn join(ours: &Plan, edits: Vec<Entry>, theirs: &Plan, now: NaiveDateTime) -> Joined {
    again(&edits, theirs.clone()).unwrap_or_else(|| merged(ours, edits, theirs, now))
}

/// Makes the edits again, when each does what it did.
fn again(edits: &[Entry], mut plan: Plan) -> Option<Joined> {
    for entry in edits {
        let inverse = plan.apply(entry.edit.clone()).ok()?;
        if inverse != entry.inverse {
            return None;
        }
    }
    // Taking back and making again was said of other steps than those that are newest now.
    let edits = edits.iter().map(|entry| Entry { step: Step::Made, ..entry.clone() }).collect();
    Some(Joined { plan, edits, conflicts: 0 })
}

fn merged(ours: &Plan, edits: Vec<Entry>, theirs: &Plan, now: NaiveDateTime) -> Joined {
    // Both began with the plan as it was before these edits.
    let mut base = ours.clone();
    let is_base_known = edits.into_iter().rev().all(|entry| base.apply(entry.inverse).is_ok());
    let side = |plan| Side { on: Some(now.date()), ..Side::from(plan) };
    let base = Some(&base).filter(|_| is_base_known);
    let (wanted, conflicts) = match merge::merge(base, &side(ours), &side(theirs), None) {
        Outcome::Merged(merge) => (merge.plan, merge.conflicts.len()),
        Outcome::NothingNew | Outcome::OtherPlan => (ours.clone(), 0),
    };
    let mut plan = theirs.clone();
    let (mut made, mut inverses) = (Vec::new(), Vec::new());
    for edit in merge::difference(theirs, &wanted) {
        // Each of them applies, which a law of the merge holds.
        if let Ok(inverse) = plan.apply(edit.clone()) {
            made.push(edit);
            inverses.push(inverse);
        }
    }
    inverses.reverse();
    let entry = Entry { at: now, step: Step::Made, edit: Edit::Several(made), inverse: Edit::Several(inverses) };
    let edits = if plan == *theirs { Vec::new() } else { vec![entry] };
    Joined { plan, edits, conflicts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Dispute, ListEdit, Objective, ObjectiveEdit, ObjectiveField, Period, Year};

    fn now() -> NaiveDateTime {
        chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap().and_hms_opt(10, 0, 0).unwrap()
    }

    /// Objectives `A` and `B`.
    fn plan() -> Plan {
        let year = Year::new(2024).unwrap();
        let mut plan = Plan::new("p".into(), Period::new(year, year).unwrap());
        for id in ["A", "B"] {
            plan.objectives.push(Objective::new(id.into())).unwrap();
        }
        plan
    }

    fn title(objective: &str, title: &str) -> Edit {
        let field = ObjectiveField::Title(title.to_owned());
        Edit::Objective { objective: objective.into(), edit: ObjectiveEdit::Field(field) }
    }

    fn made(plan: &mut Plan, edit: Edit) -> Entry {
        let inverse = plan.apply(edit.clone()).unwrap();
        Entry { at: now(), step: Step::Made, edit, inverse }
    }

    fn title_of<'a>(plan: &'a Plan, objective: &str) -> &'a str {
        &plan.objectives.get(&objective.into()).unwrap().title
    }

    /// Whatever came of it, the edits lead from their plan to the joined one.
    fn joined(ours: &Plan, edits: Vec<Entry>, theirs: &Plan) -> Joined {
        let joined = join(ours, edits, theirs, now());
        let mut led = theirs.clone();
        for entry in &joined.edits {
            assert_eq!(led.apply(entry.edit.clone()).as_ref(), Ok(&entry.inverse));
        }
        assert_eq!(led, joined.plan);
        joined
    }

    #[test]
    fn edits_of_different_places_are_made_again() {
        let (mut ours, mut theirs) = (plan(), plan());
        let edits = vec![made(&mut ours, title("A", "qui")), made(&mut ours, title("A", "ancora qui"))];
        theirs.apply(title("B", "là")).unwrap();
        let joined = joined(&ours, edits, &theirs);
        assert_eq!((title_of(&joined.plan, "A"), title_of(&joined.plan, "B")), ("ancora qui", "là"));
        assert_eq!((joined.edits.len(), joined.conflicts), (2, 0));
    }

    #[test]
    fn a_step_taken_back_is_an_edit_like_others_once_it_is_joined() {
        let (mut ours, mut theirs) = (plan(), plan());
        let first = made(&mut ours, title("A", "qui"));
        theirs.apply(title("A", "qui")).unwrap();
        theirs.apply(title("B", "là")).unwrap();
        let undone = Entry { step: Step::Undone, ..made(&mut ours, first.inverse) };
        let joined = joined(&ours, vec![undone], &theirs);
        assert_eq!((title_of(&joined.plan, "A"), title_of(&joined.plan, "B")), ("", "là"));
        assert_eq!(joined.edits.first().map(|entry| entry.step), Some(Step::Made));
    }

    #[test]
    fn what_both_wrote_is_kept_twice() {
        let (mut ours, mut theirs) = (plan(), plan());
        let edits = vec![made(&mut ours, title("A", "qui"))];
        theirs.apply(title("A", "là")).unwrap();
        let joined = joined(&ours, edits, &theirs);
        assert_eq!((title_of(&joined.plan, "A"), joined.conflicts), ("qui", 1));
        let conflict = joined.plan.conflicts.at(0).unwrap();
        assert_eq!((conflict.dispute, &conflict.theirs.edit), (Dispute::BothChanged, &title("A", "là")));
    }

    #[test]
    fn what_the_other_removed_stays_with_the_words_written_in_it() {
        let (mut ours, mut theirs) = (plan(), plan());
        let edits = vec![made(&mut ours, title("A", "parole scritte adesso"))];
        theirs.apply(Edit::Objectives(ListEdit::Remove { id: "A".into() })).unwrap();
        let joined = joined(&ours, edits, &theirs);
        assert_eq!((title_of(&joined.plan, "A"), joined.conflicts), ("parole scritte adesso", 1));
        assert_eq!(joined.plan.conflicts.at(0).unwrap().dispute, Dispute::RemovedAndChanged);
    }

    #[test]
    fn what_is_removed_here_stays_when_the_other_wrote_in_it() {
        let (mut ours, mut theirs) = (plan(), plan());
        let edits = vec![made(&mut ours, Edit::Objectives(ListEdit::Remove { id: "A".into() }))];
        theirs.apply(title("A", "là")).unwrap();
        let joined = joined(&ours, edits, &theirs);
        assert_eq!((title_of(&joined.plan, "A"), joined.conflicts), ("là", 1));
    }

    #[test]
    fn both_the_same_is_nothing_to_store() {
        let (mut ours, mut theirs) = (plan(), plan());
        let edits = vec![made(&mut ours, title("A", "uguale"))];
        theirs.apply(title("A", "uguale")).unwrap();
        let joined = joined(&ours, edits, &theirs);
        assert_eq!((joined.edits, joined.conflicts), (vec![], 0));
    }
}
