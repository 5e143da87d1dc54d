//! What can be done to the goals: each is one step that can be undone.

use leptos::prelude::*;

use crate::plan::{Edit, Goal, GoalField, GoalId, ListEdit, Objective, ObjectiveField, ObjectiveId, Plan};
use crate::state::Page;

use super::here::Here;
use crate::ui::widget::focus_soon;

/// What becomes of the tie between an objective and a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The objective serves the goal from now on.
    Made,
    /// It does not serve it any more.
    Cut,
}

/// Adds a goal below `parent`, after the goal `after` or as the last one; the keyboard goes to its title.
pub fn add_goal(here: Here, parent: Option<GoalId>, after: Option<&GoalId>) {
    let Some(id) = here.workspace.new_id::<GoalId>() else { return };
    let at = here.workspace.peek(|plan| {
        let place = after.and_then(|after| plan.goals.place(after));
        place.map_or(plan.goals.len(), |place| place.saturating_add(1))
    });
    if let Some(parent) = &parent {
        here.open_goal(parent);
    }
    let goal = Goal { parent, ..Goal::new(id.clone()) };
    let item = std::sync::Arc::new(goal);
    here.workspace.edit(Edit::Goals(ListEdit::Insert { at: at.unwrap_or_default(), item }));
    here.text.set(String::new());
    here.as_matrix.set(false);
    here.editing.set(true);
    here.edited.set(Some(id.clone()));
    focus_soon([title_id(&id)]);
}

/// Sets a field of a goal.
pub fn set(here: Here, goal: &GoalId, field: GoalField) {
    here.workspace.edit(Edit::Goal { goal: goal.clone(), field });
}

/// Moves a goal by one place among those below the same parent; the keyboard stays on the button.
pub fn shift(here: Here, goal: &GoalId, by: isize) {
    let to = here.workspace.peek(|plan| {
        let siblings = siblings(plan, goal);
        let at = siblings.iter().position(|sibling| sibling == goal)?.checked_add_signed(by)?;
        plan.goals.place(siblings.get(at)?)
    });
    let Some(to) = to.flatten() else { return };
    here.workspace.edit(Edit::Goals(ListEdit::Move { id: goal.clone(), to }));
    let (up, down) = (format!("meta-su-{goal}"), format!("meta-giu-{goal}"));
    focus_soon(if by < 0 { [up, down] } else { [down, up] });
}

/// Returns the goals below the same parent, in order.
pub fn siblings(plan: &Plan, goal: &GoalId) -> Vec<GoalId> {
    let parent = plan.goals.get(goal).and_then(|goal| goal.parent.clone());
    plan.goals.iter().filter(|other| other.parent == parent).map(|other| other.id.clone()).collect()
}

/// Takes a goal out; what stood below it moves up. The keyboard goes to the next one.
pub fn remove(here: Here, goal: &GoalId, what: String) {
    let found = here.workspace.peek(|plan| {
        let siblings = siblings(plan, goal);
        let at = siblings.iter().position(|sibling| sibling == goal).unwrap_or_default();
        let next = siblings.get(at.saturating_add(1)).or_else(|| siblings.get(at.checked_sub(1)?)).cloned();
        (plan.removal_of_goal(goal), next)
    });
    let Some((edit, next)) = found else { return };
    here.edited.set(None);
    here.workspace.remove(what, edit);
    focus_soon(next.map(|next| change_id(&next)).into_iter().chain(["meta-nuova".to_owned()]));
}

/// Ties an objective to a goal, or cuts the tie.
pub fn link(here: Here, objective: &ObjectiveId, goal: &GoalId, link: Link) {
    let goals = here.workspace.peek(|plan| plan.objectives.get(objective).map(|objective| objective.goals.clone()));
    let Some(mut goals) = goals.flatten() else { return };
    goals.retain(|other| other != goal);
    if link == Link::Made {
        goals.push(goal.clone());
    }
    here.workspace.set_objective(objective, ObjectiveField::Goals(goals));
}

/// Makes an empty objective, serving a goal or none, and goes to its sheet.
pub fn new_objective(here: Here, goal: Option<GoalId>) {
    let Some(id) = here.workspace.new_id::<ObjectiveId>() else { return };
    let at = here.workspace.peek(|plan| plan.objectives.len()).unwrap_or_default();
    let objective = Objective { goals: goal.into_iter().collect(), ..Objective::new(id.clone()) };
    let item = std::sync::Arc::new(objective);
    here.workspace.edit(Edit::Objectives(ListEdit::Insert { at, item }));
    here.workspace.go_to(Page::Sheet(id));
}

/// Puts a goal below another, or at the root; the keyboard goes to its line, wherever that is now.
pub fn put_below(here: Here, goal: &GoalId, parent: Option<GoalId>) {
    if let Some(parent) = &parent {
        here.open_goal(parent);
    }
    set(here, goal, GoalField::Parent(parent));
    focus_soon([change_id(goal)]);
}

/// Returns the id of the button that opens a goal's fields.
pub fn change_id(goal: &GoalId) -> String {
    format!("meta-modifica-{goal}")
}

/// Returns the id of the element that holds a goal's title.
pub fn title_id(goal: &GoalId) -> String {
    format!("meta-titolo-{goal}")
}
