//! What the page works on: the tree, what is folded, what is looked for, whether its goals are being changed.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use leptos::prelude::*;

use crate::attainment::Figure;
use crate::plan::{GoalId, LevelNames, Plan};
use crate::report::{Branch, Node, tree};
use crate::state::{Workspace, use_workspace};
use crate::ui::words::Texts;
use crate::ui::words::text::*;

use super::lines::{Line, What, visible};

/// Lines shown at once; more when asked.
const SCREENFUL: usize = 300;

/// A handle on the page's state; copies are the same page.
#[derive(Clone, Copy)]
pub struct Here {
    /// The open plan.
    pub workspace: Workspace,
    /// Whether the plan has neither goals nor objectives.
    pub is_empty: Memo<bool>,
    /// Whether any objective serves more than one goal, so that a matrix says more than a tree.
    pub is_matrix: Memo<bool>,
    /// The figures of the goals.
    pub goals: Memo<BTreeMap<GoalId, Figure>>,
    /// Goals with something below them.
    pub parents: Memo<BTreeSet<GoalId>>,
    /// The body's names for its levels.
    pub names: Memo<LevelNames>,
    /// What is looked for.
    pub text: RwSignal<String>,
    /// Whether goals are being changed.
    pub editing: RwSignal<bool>,
    /// The goal whose fields are shown.
    pub edited: RwSignal<Option<GoalId>>,
    /// Whether the matrix was chosen instead of the tree.
    pub as_matrix: RwSignal<bool>,
    lines: Memo<Vec<Line>>,
    opened: Memo<HashSet<Line>>,
    folds: RwSignal<Folds>,
    shown: RwSignal<usize>,
}

/// What was opened and closed by hand.
#[derive(Default)]
struct Folds {
    all: Option<bool>,
    each: HashMap<Line, bool>,
}

impl Folds {
    fn of(&self, line: &Line) -> Option<bool> {
        self.each.get(line).copied().or(self.all)
    }
}

impl Here {
    /// Sets the page up for the open plan.
    pub fn new() -> Self {
        let workspace = use_workspace();
        let branches = Memo::new(move |_| branches(workspace));
        let (text, folds) = (RwSignal::new(String::new()), RwSignal::new(Folds::default()));
        let lines = Memo::new(move |_| {
            let (branches, text, folds) = (branches.read(), text.read(), folds.read());
            workspace.read(|plan| visible(plan, &branches, &text, |line| folds.of(line))).unwrap_or_default()
        });
        let plan = move |look: fn(&Plan) -> bool| Memo::new(move |_| workspace.read(look).unwrap_or_default());
        Self {
            workspace,
            is_empty: plan(|plan| plan.goals.is_empty() && plan.objectives.is_empty()),
            is_matrix: plan(|plan| plan.objectives.iter().any(|objective| objective.goals.len() > 1)),
            goals: Memo::new(move |_| goals(&branches.read())),
            parents: Memo::new(move |_| workspace.read(parents).unwrap_or_default()),
            names: Memo::new(move |_| workspace.read(|plan| plan.level_names.clone()).unwrap_or_default()),
            text,
            editing: RwSignal::new(false),
            edited: RwSignal::new(None),
            as_matrix: RwSignal::new(false),
            lines,
            opened: Memo::new(move |_| opened(&lines.read())),
            folds,
            shown: RwSignal::new(SCREENFUL),
        }
    }

    /// Returns the lines on the screen.
    pub fn lines(self) -> Vec<Line> {
        self.lines.read().iter().take(self.shown.get()).cloned().collect()
    }

    /// Returns how many lines are not on the screen yet.
    pub fn hidden(self) -> usize {
        self.lines.read().len().saturating_sub(self.shown.get())
    }

    /// Puts more lines on the screen.
    pub fn show_more(self) {
        self.shown.update(|shown| *shown = shown.saturating_add(SCREENFUL));
    }

    /// Returns whether what stands below a line is on the screen.
    pub fn is_open(self, line: &Line) -> bool {
        self.opened.read().contains(line)
    }

    /// Opens a line or closes it.
    pub fn fold(self, line: &Line, open: bool) {
        self.folds.update(|folds| {
            folds.each.insert(line.clone(), open);
        });
    }

    /// Opens a goal wherever it stands.
    pub fn open_goal(self, goal: &GoalId) {
        let found =
            self.lines.with_untracked(|lines| lines.iter().find(|line| line.what == What::Goal(goal.clone())).cloned());
        if let Some(line) = found {
            self.fold(&line, true);
        }
    }

    /// Opens all lines, or closes them.
    pub fn fold_all(self, open: bool) {
        self.folds.set(Folds { all: Some(open), each: HashMap::new() });
    }

    /// Returns whether the matrix is on the screen.
    pub fn shows_matrix(self) -> bool {
        self.is_matrix.get() && self.as_matrix.get()
    }

    /// Returns what the body calls a goal at this depth.
    pub fn goal_level(self, depth: usize, texts: Texts) -> String {
        let own = self.names.with(|names| names.goals.get(depth).cloned()).unwrap_or_default();
        if own.trim().is_empty() { t_string!(texts, tree.goal).to_owned() } else { own }
    }

    /// Returns what the body calls an objective.
    pub fn objective_level(self, texts: Texts) -> String {
        let own = self.names.with(|names| names.objective.clone());
        if own.trim().is_empty() { t_string!(texts, tree.objective).to_owned() } else { own }
    }

    /// Returns what the body calls an indicator.
    pub fn indicator_level(self, texts: Texts) -> String {
        let own = self.names.with(|names| names.indicator.clone());
        if own.trim().is_empty() { t_string!(texts, tree.indicator).to_owned() } else { own }
    }
}

fn branches(workspace: Workspace) -> Vec<Branch> {
    let attainment = workspace.attainment();
    let attainment = attainment.read();
    let found = attainment.as_ref().and_then(|attainment| workspace.read(|plan| tree(plan, attainment)));
    found.unwrap_or_default()
}

/// The lines with something below them on the screen.
fn opened(lines: &[Line]) -> HashSet<Line> {
    let pairs = lines.iter().zip(lines.iter().skip(1));
    pairs.filter(|(line, next)| next.depth > line.depth).map(|(line, _)| line.clone()).collect()
}

fn goals(branches: &[Branch]) -> BTreeMap<GoalId, Figure> {
    let goal = |branch: &Branch| match &branch.node {
        Node::Goal(goal) => Some((goal.clone(), branch.figure.clone())),
        Node::Objective(_) | Node::NoGoal => None,
    };
    branches.iter().filter_map(goal).collect()
}

fn parents(plan: &Plan) -> BTreeSet<GoalId> {
    let of_goals = plan.goals.iter().filter_map(|goal| goal.parent.clone());
    of_goals.chain(plan.objectives.iter().flat_map(|objective| objective.goals.iter().cloned())).collect()
}
