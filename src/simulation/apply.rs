//! A scenario becomes the plan: one edit, which undoes as one and stands in the plan's log of revisions.

use crate::plan::{Edit, Ground, Plan, PlanField, Revision, Scenario, Taking};

/// Returns the one edit that makes a scenario the plan and notes it as a revision; none where it would change nothing.
///
/// Weights are written in the scale in which the body wrote its own. What is set aside is suspended, with the revision's
/// note as its reason and its date. The scenario itself stays in the plan; once applied it says what the plan says.
pub fn application(plan: &Plan, scenario: &Scenario, taking: Taking, revision: Revision) -> Option<Edit> {
    let ground = Ground { reason: revision.note.clone(), date: Some(revision.date) };
    let mut edits = scenario.edits(plan, taking, &ground);
    if edits.is_empty() {
        return None;
    }
    let mut revisions = plan.revisions.clone();
    revisions.push(revision);
    edits.push(Edit::Plan(PlanField::Revisions(revisions)));
    Some(Edit::Several(edits))
}
