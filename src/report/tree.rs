//! The plan as a tree: goals, the goals below them, the objectives that serve them.

use std::collections::BTreeMap;

use crate::attainment::{Attainment, Figure};
use crate::plan::{GoalId, Objective, ObjectiveId, Percent, Plan};

/// One line of the tree, those below it following with a greater depth. An objective's indicators are not among them:
/// they are read from the objective when it is unfolded.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// What stands here.
    pub node: Node,
    /// How far in, from 0; a goal's depth is its level.
    pub depth: usize,
    /// Its figure; empty beside [`Node::NoGoal`].
    pub figure: Figure,
    /// An objective's share of what is due in the plan; none for a goal, and where nothing in it counts.
    pub share: Option<Percent>,
}

/// What stands on a line of the tree.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// A goal.
    Goal(GoalId),
    /// An objective that serves the goal above it. One that serves several stands under each.
    Objective(ObjectiveId),
    /// What holds the objectives that serve no goal, where the plan has goals.
    NoGoal,
}

/// Returns the lines from the top down: under each goal the goals below it, then the objectives that serve it, in the
/// order of the plan. Without goals the objectives stand alone.
pub fn tree(plan: &Plan, attainment: &Attainment) -> Vec<Branch> {
    let figures: BTreeMap<GoalId, Figure> = attainment.by_goal(plan).into_iter().collect();
    let mut below: BTreeMap<Option<&GoalId>, Vec<&GoalId>> = BTreeMap::new();
    for goal in plan.goals.iter() {
        below.entry(goal.parent.as_ref()).or_default().push(&goal.id);
    }
    let mut serving: BTreeMap<&GoalId, Vec<&Objective>> = BTreeMap::new();
    for objective in plan.objectives.iter() {
        for goal in &objective.goals {
            serving.entry(goal).or_default().push(objective);
        }
    }

    let mut lines = Vec::new();
    // What is still to be written, the next on top: a goal to open, or one whose goals below are written.
    let mut open: Vec<(&GoalId, usize, Step)> =
        below.get(&None).into_iter().flatten().rev().map(|goal| (*goal, 0, Step::Goals)).collect();
    while let Some((goal, depth, step)) = open.pop() {
        match step {
            Step::Goals => {
                let figure = figures.get(goal).cloned().unwrap_or_default();
                lines.push(Branch { node: Node::Goal(goal.clone()), depth, figure, share: None });
                open.push((goal, depth, Step::Objectives));
                let children = below.get(&Some(goal)).into_iter().flatten();
                open.extend(children.rev().map(|child| (*child, depth + 1, Step::Goals)));
            }
            Step::Objectives => {
                let serving = serving.get(goal).into_iter().flatten();
                lines.extend(serving.map(|objective| line(objective, depth + 1, attainment)));
            }
        }
    }
    let mut free = plan.objectives.iter().filter(|objective| objective.goals.is_empty()).peekable();
    let depth = usize::from(!plan.goals.is_empty());
    if depth > 0 && free.peek().is_some() {
        lines.push(Branch { node: Node::NoGoal, depth: 0, figure: Figure::default(), share: None });
    }
    lines.extend(free.map(|objective| line(objective, depth, attainment)));
    lines
}

/// What is to be written of a goal.
#[derive(Clone, Copy)]
enum Step {
    /// Itself and the goals below it.
    Goals,
    /// The objectives that serve it.
    Objectives,
}

fn line(objective: &Objective, depth: usize, attainment: &Attainment) -> Branch {
    let figure = attainment.objective(&objective.id).map(|found| found.figure.clone()).unwrap_or_default();
    let share = attainment.share(&objective.id);
    Branch { node: Node::Objective(objective.id.clone()), depth, figure, share }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attainment::Span;
    use crate::plan::{Edit, List, ObjectiveEdit, ObjectiveField};
    use crate::report::fixture::{day, plan, year};

    fn told(plan: &Plan) -> Vec<String> {
        let attainment = Attainment::of(plan, Span::Year(year(2024)), day("2024-07-31"));
        tree(plan, &attainment)
            .iter()
            .map(|branch| {
                let node = match &branch.node {
                    Node::Goal(goal) => goal.to_string(),
                    Node::Objective(objective) => format!("[{objective}]"),
                    Node::NoGoal => "-".into(),
                };
                format!("{}{node} {}", "  ".repeat(branch.depth), branch.figure.counts.due)
            })
            .collect()
    }

    fn serve(plan: &mut Plan, goals: &[&str]) {
        let goals = goals.iter().map(|goal| GoalId::from(*goal)).collect();
        let edit = ObjectiveEdit::Field(ObjectiveField::Goals(goals));
        plan.apply(Edit::Objective { objective: "A".into(), edit }).unwrap();
    }

    #[test]
    fn objectives_stand_under_the_goals_they_serve() {
        assert_eq!(told(&plan()), ["1 3", "  1.1 3", "    [A] 3", "2 0", "- 0", "  [B] 3"]);
    }

    #[test]
    fn an_objective_that_serves_several_goals_stands_under_each() {
        let mut plan = plan();
        serve(&mut plan, &["2", "1", "1.1"]);
        assert_eq!(told(&plan)[..6], ["1 3", "  1.1 3", "    [A] 3", "  [A] 3", "2 3", "  [A] 3"]);
    }

    #[test]
    fn without_goals_the_objectives_stand_alone() {
        let mut plan = plan();
        serve(&mut plan, &[]);
        plan.goals = List::default();
        assert_eq!(told(&plan), ["[A] 3", "[B] 3"]);
    }
}
