//! The lines of the tree that are in sight: what the text looks for, less what is folded away. No Leptos here.

use crate::plan::{GoalId, IndicatorId, Objective, ObjectiveId, Plan};
use crate::report::{Branch, Node};

/// One line. An objective that serves several goals has one under each.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// The goal it stands under.
    pub under: Option<GoalId>,
    /// How far in, from 0.
    pub depth: usize,
    /// What stands there.
    pub what: What,
}

/// What stands on a line.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// A goal.
    Goal(GoalId),
    /// What holds the objectives that serve no goal.
    NoGoal,
    /// An objective.
    Objective(ObjectiveId),
    /// An indicator of an objective.
    Indicator(ObjectiveId, IndicatorId),
}

/// Returns the lines in sight. `fold` says what a person opened or closed by hand; else goals are open, and objectives
/// where the text was found in one of their indicators.
pub fn visible(plan: &Plan, branches: &[Branch], text: &str, fold: impl Fn(&Line) -> Option<bool>) -> Vec<Line> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let kept = kept(plan, branches, &words);
    let mut lines = Vec::new();
    let mut above: Vec<GoalId> = Vec::new();
    let mut closed: Option<usize> = None;
    for (branch, kept) in branches.iter().zip(kept) {
        let depth = branch.depth;
        above.truncate(depth);
        let line = Line { under: above.last().cloned(), depth, what: what(&branch.node) };
        if let Node::Goal(goal) = &branch.node {
            above.push(goal.clone());
        }
        closed = closed.filter(|at| depth > *at);
        if !kept || closed.is_some() {
            continue;
        }
        let objective = match &branch.node {
            Node::Objective(id) => plan.objectives.get(id),
            Node::Goal(_) | Node::NoGoal => None,
        };
        let open = fold(&line).unwrap_or_else(|| objective.is_none_or(|found| has_indicator(found, &words)));
        let below = objective.filter(|_| open).into_iter().flat_map(|found| indicators(&line, found));
        let below: Vec<Line> = below.collect();
        lines.push(line);
        lines.extend(below);
        if !open {
            closed = Some(depth);
        }
    }
    lines
}

/// Tells of each branch whether the text is in it, above it or below it.
fn kept(plan: &Plan, branches: &[Branch], words: &[String]) -> Vec<bool> {
    if words.is_empty() {
        return vec![true; branches.len()];
    }
    let mut covered: Option<usize> = None;
    let mut kept: Vec<bool> = branches
        .iter()
        .map(|branch| {
            covered = covered.filter(|at| branch.depth > *at);
            let found = holds(plan, &branch.node, words);
            if found && covered.is_none() {
                covered = Some(branch.depth);
            }
            found || covered.is_some()
        })
        .collect();
    // What is above a kept branch is kept too: upwards, the next line further out.
    let mut inner = 0;
    for (branch, kept) in branches.iter().zip(&mut kept).rev() {
        *kept = *kept || branch.depth < inner;
        if *kept {
            inner = branch.depth;
        }
    }
    kept
}

fn holds(plan: &Plan, node: &Node, words: &[String]) -> bool {
    match node {
        Node::Goal(goal) => plan.goals.get(goal).is_some_and(|goal| has_words(&[&goal.code, &goal.title], words)),
        Node::Objective(id) => plan.objectives.get(id).is_some_and(|objective| {
            has_words(&[&objective.code, &objective.title], words) || has_indicator(objective, words)
        }),
        Node::NoGoal => false,
    }
}

fn has_indicator(objective: &Objective, words: &[String]) -> bool {
    let mut indicators = objective.indicators.iter();
    !words.is_empty() && indicators.any(|indicator| has_words(&[&indicator.code, &indicator.description], words))
}

fn has_words(texts: &[&str], words: &[String]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    words.iter().all(|word| texts.iter().any(|text| text.contains(word)))
}

fn indicators(line: &Line, objective: &Objective) -> Vec<Line> {
    let under = line.under.clone();
    let depth = line.depth + 1;
    let one = |id: &IndicatorId| Line {
        under: under.clone(),
        depth,
        what: What::Indicator(objective.id.clone(), id.clone()),
    };
    objective.indicators.iter().map(|indicator| one(&indicator.id)).collect()
}

fn what(node: &Node) -> What {
    match node {
        Node::Goal(id) => What::Goal(id.clone()),
        Node::Objective(id) => What::Objective(id.clone()),
        Node::NoGoal => What::NoGoal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attainment::{Attainment, Span};
    use crate::plan::{Goal, Indicator, Period, Year};
    use crate::report::tree;

    /// Goals `1 → 1.1` and `2`; `A` serves `1.1` and `2`, `B` nothing. Each has one indicator.
    fn plan() -> Plan {
        let year = Year::new(2024).unwrap();
        let mut plan = Plan::new("p".into(), Period::new(year, year).unwrap());
        for (id, parent) in [("1", None), ("1.1", Some("1")), ("2", None)] {
            let mut goal = Goal::new(id.into());
            goal.title = format!("Meta {id}");
            goal.parent = parent.map(Into::into);
            plan.goals.push(goal).unwrap();
        }
        for (id, goals) in [("A", vec!["1.1".into(), "2".into()]), ("B", vec![])] {
            let mut objective = Objective::new(id.into());
            objective.title = format!("Scheda {id}");
            objective.goals = goals;
            let mut indicator = Indicator::new("i".into());
            indicator.description = format!("Tempi di {id}");
            objective.indicators.push(indicator).unwrap();
            plan.objectives.push(objective).unwrap();
        }
        plan
    }

    fn told(text: &str, fold: impl Fn(&Line) -> Option<bool>) -> Vec<String> {
        let plan = plan();
        let today = "2024-07-31".parse().unwrap();
        let branches = tree(&plan, &Attainment::of(&plan, Span::Period, today));
        let name = |line: &Line| match &line.what {
            What::Goal(id) => id.to_string(),
            What::NoGoal => "-".into(),
            What::Objective(id) => format!("[{id}]"),
            What::Indicator(objective, id) => format!("{objective}.{id}"),
        };
        let lines = visible(&plan, &branches, text, fold);
        lines.iter().map(|line| format!("{}{}", " ".repeat(line.depth), name(line))).collect()
    }

    #[test]
    fn goals_are_open_and_objectives_closed_until_somebody_folds_them() {
        assert_eq!(told("", |_| None), ["1", " 1.1", "  [A]", "2", " [A]", "-", " [B]"]);
        assert_eq!(told("", |_| Some(false)), ["1", "2", "-"]);
        let opened = |line: &Line| (line.under == Some("2".into())).then_some(true);
        assert_eq!(told("", opened)[3..6], ["2", " [A]", "  A.i"]);
    }

    #[test]
    fn what_holds_the_text_stands_with_what_is_above_and_below_it() {
        assert_eq!(told("meta 1.1", |_| None), ["1", " 1.1", "  [A]"]);
        assert_eq!(told("scheda b", |_| None), ["-", " [B]"]);
        assert_eq!(told("TEMPI a", |_| None), ["1", " 1.1", "  [A]", "   A.i", "2", " [A]", "  A.i"]);
        assert_eq!(told("assente", |_| None), [] as [&str; 0]);
    }
}
