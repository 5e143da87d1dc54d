//! Two plans, or two versions of one, side by side: what each says of the same objective, indicator and part.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::attainment::{Attainment, IndicatorFigure, ObjectiveFigure, Span, score_part};
use crate::plan::{Cell, Indicator, Item, List, Objective, Part, Percent, Plan, Policy, Weight, Year};
use crate::target::Phrase;

use chrono::NaiveDate;

/// One of the two plans, looked at in a year of its own: last year's plan beside this year's.
#[derive(Clone, Copy, Debug)]
pub struct Beheld<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The year whose promises, results and figures are looked at.
    pub year: Year,
    /// The day as of which they are.
    pub today: NaiveDate,
}

/// Two plans beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The official figure of the plan on the left.
    pub left: Option<Percent>,
    /// The official figure of the plan on the right.
    pub right: Option<Percent>,
    /// One line for each objective, indicator and part of either: in the order of the left, what only the right has after it.
    pub rows: Vec<ComparedRow>,
}

/// One line: an objective, an indicator below it or a part below that.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedRow {
    /// What stands here.
    pub level: ComparedLevel,
    /// How the two were found to be the same.
    pub matched: Matched,
    /// What the left says; none where it has nothing of the kind.
    pub left: Option<Standpoint>,
    /// What the right says.
    pub right: Option<Standpoint>,
}

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedLevel {
    /// An objective; the lines of its indicators follow.
    Objective,
    /// An indicator; the lines of its parts follow.
    Indicator,
    /// A lettered part.
    Part,
}

/// How two records were found to be the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matched {
    /// They have the same id.
    ById,
    /// They have the same code, no other of their siblings has it, and neither's id is known to the other plan.
    ByCode,
    /// Only one of the plans has it.
    Alone,
}

/// What one plan says.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Standpoint {
    /// What people call it.
    pub code: String,
    /// Its title or description.
    pub title: String,
    /// Its weight as written: an objective's in the year, an indicator's or part's over the period.
    pub weight: Option<Weight>,
    /// What is promised for the year; empty for an objective.
    pub target: String,
    /// By when, where the year has a deadline.
    pub due: Option<NaiveDate>,
    /// What came of it; empty for an objective.
    pub result: String,
    /// An objective's official figure; what is scored of an indicator or part. None where there is none.
    pub figure: Option<Percent>,
}

/// What two standpoints may differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Code or title.
    Name,
    /// Weight.
    Weight,
    /// What is promised, and by when.
    Target,
    /// What came of it.
    Result,
    /// The figure.
    Figure,
}

impl ComparedRow {
    /// Returns in what the two differ; nothing where only one is there, which is a difference of its own.
    pub fn differing(&self) -> BTreeSet<Aspect> {
        let (Some(left), Some(right)) = (&self.left, &self.right) else { return BTreeSet::new() };
        [
            (Aspect::Name, left.code != right.code || left.title != right.title),
            (Aspect::Weight, left.weight != right.weight),
            (Aspect::Target, left.target != right.target || left.due != right.due),
            (Aspect::Result, left.result != right.result),
            (Aspect::Figure, left.figure != right.figure),
        ]
        .into_iter()
        .filter_map(|(aspect, differs)| differs.then_some(aspect))
        .collect()
    }

    /// Returns whether the two say the same.
    pub fn is_same(&self) -> bool {
        self.matched != Matched::Alone && self.differing().is_empty()
    }
}

/// Puts two plans side by side. What has the same id is the same; then, among what is left, what has the same code.
pub fn comparison(left: Beheld<'_>, right: Beheld<'_>) -> Comparison {
    let sides = Both { left: Side::of(left), right: Side::of(right) };
    let mut rows = Vec::new();
    for pair in paired(Some(&left.plan.objectives), Some(&right.plan.objectives), |objective| &objective.code) {
        sides.objective(&pair, &mut rows);
    }
    let official = |side: &Side<'_>| side.attainment.figure().official;
    Comparison { left: official(&sides.left), right: official(&sides.right), rows }
}

/// A plan with its figures.
struct Side<'a> {
    seen: Beheld<'a>,
    attainment: Attainment,
}

struct Both<'a> {
    left: Side<'a>,
    right: Side<'a>,
}

/// A record of either side, or of both.
struct Pair<'a, T> {
    matched: Matched,
    left: Option<&'a Arc<T>>,
    right: Option<&'a Arc<T>>,
}

impl Both<'_> {
    fn objective(&self, pair: &Pair<'_, Objective>, rows: &mut Vec<ComparedRow>) {
        rows.push(pair.row(
            ComparedLevel::Objective,
            |found| self.left.objective(found),
            |found| self.right.objective(found),
        ));
        let lists = (pair.left.map(|found| &found.indicators), pair.right.map(|found| &found.indicators));
        for below in paired(lists.0, lists.1, |indicator| &indicator.code) {
            let figures = (
                pair.left.and_then(|found| self.left.attainment.objective(&found.id)),
                pair.right.and_then(|found| self.right.attainment.objective(&found.id)),
            );
            rows.push(below.row(
                ComparedLevel::Indicator,
                |found| self.left.indicator(figures.0, found),
                |found| self.right.indicator(figures.1, found),
            ));
            let lists = (below.left.map(|found| &found.parts), below.right.map(|found| &found.parts));
            for part in paired(lists.0, lists.1, |part| &part.code) {
                rows.push(part.row(
                    ComparedLevel::Part,
                    |found| self.left.part(below.left, found),
                    |found| self.right.part(below.right, found),
                ));
            }
        }
    }
}

impl<'a> Side<'a> {
    fn of(seen: Beheld<'a>) -> Self {
        Self { seen, attainment: Attainment::of(seen.plan, Span::Year(seen.year), seen.today) }
    }

    fn objective(&self, objective: &Objective) -> Standpoint {
        Standpoint {
            code: objective.code.clone(),
            title: objective.title.clone(),
            weight: objective.weights.get(&self.seen.year).copied(),
            figure: self.attainment.objective(&objective.id).and_then(|found| found.figure.official),
            ..Standpoint::default()
        }
    }

    fn indicator(&self, objective: Option<&Arc<ObjectiveFigure>>, indicator: &Indicator) -> Standpoint {
        let figure: Option<&IndicatorFigure> = objective.and_then(|found| found.indicator(&indicator.id));
        Standpoint {
            code: indicator.code.clone(),
            title: indicator.description.clone(),
            weight: indicator.weight,
            target: indicator.promise(self.seen.year).map(Phrase::words).unwrap_or_default().to_owned(),
            figure: figure.and_then(|found| found.score),
            ..said(indicator.cells.get(&self.seen.year))
        }
    }

    fn part(&self, indicator: Option<&Arc<Indicator>>, part: &Part) -> Standpoint {
        let (year, policy): (Year, &Policy) = (self.seen.year, &self.seen.plan.policy);
        let cell = part.cells.get(&year);
        let score = indicator.and_then(|indicator| score_part(indicator, part, year, policy, self.seen.today));
        Standpoint {
            code: part.code.clone(),
            title: part.description.clone(),
            weight: part.weight,
            target: cell.map(|cell| cell.target.words()).unwrap_or_default().to_owned(),
            figure: score.and_then(|score| score.score),
            ..said(cell)
        }
    }
}

fn said(cell: Option<&Cell>) -> Standpoint {
    let Some(cell) = cell else { return Standpoint::default() };
    Standpoint { due: cell.due, result: cell.result.words().to_owned(), ..Standpoint::default() }
}

impl<T> Pair<'_, T> {
    fn row(
        &self,
        level: ComparedLevel,
        left: impl FnOnce(&T) -> Standpoint,
        right: impl FnOnce(&T) -> Standpoint,
    ) -> ComparedRow {
        let (left, right) = (self.left.map(|found| left(found)), self.right.map(|found| right(found)));
        ComparedRow { level, matched: self.matched, left, right }
    }
}

/// Pairs the records of two lists: by id, then by a code that only one record of each list has.
fn paired<'a, T: Item>(
    left: Option<&'a List<T>>,
    right: Option<&'a List<T>>,
    code: fn(&T) -> &str,
) -> Vec<Pair<'a, T>> {
    let in_list = |list: Option<&'a List<T>>, id: &T::Id| list.and_then(|list| list.get(id));
    let free = |list: Option<&'a List<T>>, other: Option<&'a List<T>>| {
        let mut by_code: BTreeMap<String, Vec<&'a Arc<T>>> = BTreeMap::new();
        let unmatched = list.into_iter().flat_map(List::iter).filter(|item| in_list(other, item.id()).is_none());
        for item in unmatched {
            by_code.entry(code(item).trim().to_lowercase()).or_default().push(item);
        }
        by_code.remove("");
        by_code
    };
    let (left_free, right_free) = (free(left, right), free(right, left));
    let twin = |item: &T| {
        let code = code(item).trim().to_lowercase();
        match (left_free.get(&code)?.as_slice(), right_free.get(&code)?.as_slice()) {
            ([_], [twin]) => Some(*twin),
            _ => None,
        }
    };
    let mut pairs = Vec::new();
    let mut taken: BTreeSet<&T::Id> = BTreeSet::new();
    for item in left.into_iter().flat_map(List::iter) {
        let (matched, found) = match in_list(right, item.id()) {
            Some(same) => (Matched::ById, Some(same)),
            None => twin(item).map_or((Matched::Alone, None), |twin| (Matched::ByCode, Some(twin))),
        };
        taken.extend(found.map(|found| found.id()));
        pairs.push(Pair { matched, left: Some(item), right: found });
    }
    let only_right = right.into_iter().flat_map(List::iter).filter(|item| !taken.contains(item.id()));
    pairs.extend(only_right.map(|item| Pair { matched: Matched::Alone, left: None, right: Some(item) }));
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{CellField, Edit, IndicatorEdit, IndicatorField, ListEdit, ObjectiveEdit};
    use crate::report::fixture::{day, plan, year};

    fn beheld(plan: &Plan, number: i32) -> Beheld<'_> {
        Beheld { plan, year: year(number), today: day("2024-07-31") }
    }

    fn compared(left: &Plan, right: &Plan) -> Vec<String> {
        let told = |row: &ComparedRow| {
            let code = |side: &Option<Standpoint>| side.as_ref().map_or("-".to_owned(), |side| side.code.clone());
            format!("{} | {} {:?} {:?}", code(&row.left), code(&row.right), row.matched, row.differing())
        };
        let rows = comparison(beheld(left, 2024), beheld(right, 2024)).rows;
        rows.iter().filter(|row| !row.is_same()).map(told).collect()
    }

    fn edit(indicator: &str, edit: IndicatorEdit) -> Edit {
        let edit = ObjectiveEdit::Indicator { indicator: indicator.into(), edit };
        Edit::Objective { objective: "A".into(), edit }
    }

    #[test]
    fn a_plan_beside_itself_differs_in_nothing() {
        let plan = plan();
        let comparison = comparison(beheld(&plan, 2024), beheld(&plan, 2024));
        assert_eq!(comparison.rows.len(), 2 + 6 + 2, "two objectives, six indicators, two parts");
        assert!(comparison.rows.iter().all(ComparedRow::is_same));
        assert_eq!(comparison.left, comparison.right);
    }

    #[test]
    fn what_changed_is_named_down_to_the_figures_it_moves() {
        let (left, mut right) = (plan(), plan());
        let field = CellField::Result("4".into());
        right.apply(edit("A.1", IndicatorEdit::Cell { year: year(2024), field })).unwrap();
        assert_eq!(compared(&left, &right), ["A | A ById {Figure}", "A.1 | A.1 ById {Result, Figure}"]);
    }

    #[test]
    fn a_record_made_again_is_found_by_its_code_and_one_without_twin_stands_alone() {
        let (left, mut right) = (plan(), plan());
        let indicators = |change| Edit::Objective { objective: "A".into(), edit: ObjectiveEdit::Indicators(change) };
        let again = |id: &str, code: &str| {
            let mut made = Indicator::clone(right_of(&left, "A.1"));
            (made.id, made.code) = (id.into(), code.into());
            Arc::new(made)
        };
        let (again, other) = (again("new", "a.1 "), again("other", "A.9"));
        for change in [
            ListEdit::Remove { id: "A.1".into() },
            ListEdit::Insert { at: 0, item: again },
            ListEdit::Insert { at: 9, item: other },
        ] {
            right.apply(indicators(change)).unwrap();
        }
        assert_eq!(compared(&left, &right)[1..], ["A.1 | a.1  ByCode {Name}", "- | A.9 Alone {}"]);
    }

    #[test]
    fn a_code_that_two_share_matches_nothing() {
        let (mut left, mut right) = (plan(), plan());
        for id in ["A.1", "A.2"] {
            left.apply(edit(id, IndicatorEdit::Field(IndicatorField::Code("x".into())))).unwrap();
        }
        let change = ListEdit::Remove { id: "A.1".into() };
        right.apply(Edit::Objective { objective: "A".into(), edit: ObjectiveEdit::Indicators(change) }).unwrap();
        assert!(
            compared(&left, &right).iter().any(|row| row.starts_with("x | - Alone")),
            "{:?}",
            compared(&left, &right)
        );
    }

    #[test]
    fn each_plan_is_looked_at_in_its_own_year() {
        let plan = plan();
        let rows = comparison(beheld(&plan, 2024), beheld(&plan, 2025)).rows;
        let first = rows.iter().find(|row| row.level == ComparedLevel::Indicator).unwrap();
        let targets = (&first.left.as_ref().unwrap().target, &first.right.as_ref().unwrap().target);
        assert_eq!((targets.0.as_str(), targets.1.as_str()), ("Almeno 4", "Almeno 5"));
    }

    fn right_of<'a>(plan: &'a Plan, id: &str) -> &'a Indicator {
        plan.objectives.get(&"A".into()).unwrap().indicators.get(&id.into()).unwrap()
    }
}
