//! Scenarios beside the official plan, as rows for a page: what each objective weighs, how far it comes, where it ranks.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Basis, Group, PointsOf, Trial};
use crate::attainment::Attainment;
use crate::plan::{ObjectiveId, Percent, Plan, Scenario, ScenarioId};

/// How many scenarios stand beside the plan at most.
pub const MOST: usize = 3;

/// The plan and its scenarios, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The plan first, then the scenarios in the order asked for.
    pub columns: Vec<Column>,
    /// The objectives, in the plan's order.
    pub rows: Vec<Row>,
}

/// One plan or scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which scenario; none for the plan itself.
    pub scenario: Option<ScenarioId>,
    /// Its figure, on the basis its rules call official.
    pub figure: Option<Percent>,
    /// What the figure is taken over.
    pub basis: Basis,
    /// Where the objectives that have a figure stand, best first.
    pub ranking: Vec<ObjectiveId>,
}

/// One objective.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub objective: ObjectiveId,
    /// What it comes to in each column.
    pub entries: Vec<Entry>,
}

/// One objective in one column; all none where it has no say there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Entry {
    /// Its share.
    pub share: Option<Percent>,
    /// Its figure.
    pub figure: Option<Percent>,
    /// The points it earns.
    pub earned: Option<Percent>,
    /// Its place by figure, from 1; equals share the better place. None without a figure.
    pub rank: Option<usize>,
}

/// Compares a year of a plan with up to [`MOST`] scenarios; those beyond are left out. None where the figures are of the
/// whole period.
pub fn compare(plan: &Plan, official: &Attainment, scenarios: &[Scenario]) -> Option<Comparison> {
    let itself = Trial::new(plan, official, Scenario::new("".into()))?;
    let others: Option<Vec<_>> =
        scenarios.iter().take(MOST).map(|scenario| Trial::new(plan, official, scenario.clone())).collect();
    let (mut columns, mut standings) = (Vec::new(), Vec::new());
    for (place, trial) in std::iter::once(&itself).chain(&others?).enumerate() {
        let (ranking, entries) = ranked(trial.objectives());
        let scenario = (place > 0).then(|| trial.scenario().id.clone());
        columns.push(Column { scenario, figure: trial.figure(), basis: trial.basis(), ranking });
        standings.push(entries);
    }
    let row = |id: &ObjectiveId| Row {
        objective: id.clone(),
        entries: standings.iter().map(|entries| entries.get(id).copied().unwrap_or_default()).collect(),
    };
    Some(Comparison { columns, rows: plan.objectives.iter().map(|objective| row(&objective.id)).collect() })
}

/// The objectives best first, and what each comes to.
fn ranked(group: &Group<ObjectiveId>) -> (Vec<ObjectiveId>, BTreeMap<ObjectiveId, Entry>) {
    let points = group.points();
    let mut best: Vec<_> = points.iter().filter_map(|points| Some((points.figure?, points.id.clone()))).collect();
    best.sort_by_key(|(figure, _)| Reverse(*figure));
    let rank = |figure: Percent| best.partition_point(|(better, _)| *better > figure) + 1;
    let entry = |points: PointsOf<ObjectiveId>| {
        let PointsOf { id, share, figure, earned, .. } = points;
        (id, Entry { share, figure, earned, rank: figure.map(rank) })
    };
    let entries = points.into_iter().map(entry).collect();
    (best.into_iter().map(|(_, id)| id).collect(), entries)
}

#[cfg(test)]
mod tests {
    use super::super::Spot;
    use super::super::fixture::{a_plan, official, percent, told, trial};
    use super::*;
    use crate::plan::OtherCell;

    #[test]
    fn scenarios_stand_beside_the_plan() {
        let plan = a_plan();
        let mut heavier = trial(&plan);
        heavier.shift(&Spot::Objective("D".into()), percent("100"));
        let mut missed = trial(&plan);
        missed.suppose(&Spot::Indicator("B".into(), "0".into()), Some(OtherCell::Missed));
        let scenarios = [heavier.scenario().into_owned(), missed.scenario().into_owned()];
        let found = compare(&plan, &official(&plan), &scenarios).unwrap();

        // (50 × 45 + 30 × 100 + 10 × 50) / (50 × 60 + 30 × 100 + 10 × 100); D alone; B at nothing.
        let figures: Vec<_> = found.columns.iter().map(|column| told(column.figure)).collect();
        assert_eq!(figures, ["82.14", "50.00", "39.29"]);
        let rankings =
            found.columns.iter().map(|column| column.ranking.iter().map(|id| id.as_str()).collect::<String>());
        assert_eq!(rankings.collect::<Vec<_>>(), ["BAD", "BAD", "ADB"]);
        let row = |place: usize| {
            let entries = &found.rows[place].entries;
            let entry =
                |entry: &Entry| format!("{} {} {:?}", told(entry.share), told(entry.figure), entry.rank.unwrap_or(0));
            entries.iter().map(entry).collect::<Vec<_>>()
        };
        assert_eq!(row(0), ["55.56 75.00 2", "0.00 75.00 2", "55.56 75.00 1"]);
        assert_eq!(row(1), ["33.33 100.00 1", "0.00 100.00 1", "33.33 0.00 3"]);
        assert_eq!(row(2), ["- - 0", "- - 0", "- - 0"], "set aside");
    }

    #[test]
    fn no_more_than_three_stand_beside_the_plan() {
        let plan = a_plan();
        let scenarios: Vec<_> = (0..5).map(|number| Scenario::new(number.to_string().into())).collect();
        assert_eq!(compare(&plan, &official(&plan), &scenarios).unwrap().columns.len(), 1 + MOST);
    }
}
