//! What holds for every merge.
//!
//! Each law is tried on a thousand plans; with `PROPTEST_CASES=10000` on ten thousand.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use indexmap::IndexMap;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::*;
use crate::plan::arbitrary::{edits, plans};
use crate::plan::{
    Dispute, EditError, GoalField, IndicatorEdit, IndicatorField, Keep, ObjectiveEdit, ObjectiveField, PartEdit,
    PartField, ScenarioEdit, UnitId,
};

fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.max(1_000), failure_persistence: None, ..usual }
}

/// Plans and edits to draw from: drawing one afresh takes ten times as long as merging it.
static POOL: LazyLock<(Vec<Plan>, Vec<Edit>)> = LazyLock::new(|| {
    let mut runner = TestRunner::deterministic();
    let mut draw =
        || (plans().new_tree(&mut runner).unwrap().current(), vec(edits(), 12).new_tree(&mut runner).unwrap());
    let (plans, edits): (Vec<_>, Vec<_>) = (0..150).map(|_| draw()).unzip();
    (plans, edits.into_iter().flat_map(|edits| edits.current()).collect())
});

fn bases() -> impl Strategy<Value = Plan> {
    any::<Index>().prop_map(|at| at.get(&POOL.0).clone())
}

fn histories_of(most: usize) -> impl Strategy<Value = Vec<Edit>> {
    vec(any::<Index>(), 0..most).prop_map(|all| all.into_iter().map(|at| at.get(&POOL.1).clone()).collect())
}

/// Draws a base and what became of it on two sides.
fn histories() -> impl Strategy<Value = (Plan, Plan, Plan)> {
    (bases(), histories_of(8), histories_of(8)).prop_map(|(base, ours, theirs)| {
        let [ours, theirs] = [ours, theirs].map(|edits| edited(&base, edits));
        (base, ours, theirs)
    })
}

/// Makes those of the edits that apply.
fn edited(base: &Plan, edits: Vec<Edit>) -> Plan {
    let mut plan = base.clone();
    for edit in edits {
        let _ = plan.apply(edit);
    }
    plan
}

fn merge_plans(base: Option<&Plan>, ours: &Plan, theirs: &Plan) -> Merge {
    match merge(base, &ours.into(), &theirs.into(), None) {
        Outcome::Merged(merge) => *merge,
        Outcome::NothingNew => Merge { plan: ours.clone(), edit: Edit::Several(Vec::new()), conflicts: Vec::new() },
        Outcome::OtherPlan => panic!("two plans"),
    }
}

/// The plan with its waiting conflicts apart, in no order and each once.
fn apart(plan: &Plan) -> (Plan, Vec<String>) {
    let version = |edit: &Edit| serde_json::to_string(edit).unwrap();
    let pair = |conflict: &Conflict| {
        let mut pair = [version(&conflict.ours.edit), version(&conflict.theirs.edit)];
        pair.sort();
        pair.join(" | ")
    };
    let mut conflicts: Vec<String> = plan.conflicts.iter().map(|conflict| pair(conflict)).collect();
    conflicts.sort();
    conflicts.dedup();
    (Plan { conflicts: Default::default(), ..plan.clone() }, conflicts)
}

/// The plan with the records of every list in the order of their ids.
fn unordered(plan: &Plan) -> Plan {
    fn sorted<T: crate::plan::Item>(list: &crate::plan::List<T>, each: impl Fn(&mut T)) -> crate::plan::List<T> {
        let mut items: Vec<T> = list.iter().map(|item| item.as_ref().clone()).collect();
        items.iter_mut().for_each(each);
        items.sort_by(|one, other| one.id().cmp(other.id()));
        items.try_into().unwrap()
    }
    let mut plan = plan.clone();
    plan.goals = sorted(&plan.goals, |_| ());
    plan.units = sorted(&plan.units, |_| ());
    plan.sections = sorted(&plan.sections, |_| ());
    plan.scenarios = sorted(&plan.scenarios, |_| ());
    plan.objectives = sorted(&plan.objectives, |objective| {
        objective.actions = sorted(&objective.actions, |_| ());
        objective.indicators = sorted(&objective.indicators, |indicator| {
            indicator.parts = sorted(&indicator.parts, |_| ());
        });
    });
    plan
}

/// The single edits in an edit, the last for each place; orders and conflicts left out.
fn places(edits: impl IntoIterator<Item = Edit>) -> IndexMap<String, Edit> {
    let mut places = IndexMap::new();
    let mut rest: Vec<Edit> = edits.into_iter().collect();
    rest.reverse();
    while let Some(edit) = rest.pop() {
        match edit {
            Edit::Several(edits) => rest.extend(edits.into_iter().rev()),
            Edit::Conflicts(_) => {}
            edit if edit.path().ends_with("/order") => {}
            edit => drop(places.insert(edit.path(), edit)),
        }
    }
    places
}

/// Whether a plan has what an edit would bring about.
fn has(plan: &Plan, edit: &Edit) -> bool {
    let mut trial = plan.clone();
    match (trial.apply(edit.clone()), edit) {
        (Ok(undo), edit) => undo == *edit,
        // A record that is there cannot be put in, one that is not cannot be taken out.
        (Err(EditError::Duplicate(_) | EditError::Missing(_)), _) => true,
        (Err(_), _) => false,
    }
}

/// Whether a version of some conflict, or the record it is about, holds what an edit would bring about.
fn is_disputed(plan: &Plan, path: &str, edit: &Edit) -> bool {
    plan.conflicts.iter().any(|conflict| {
        let is_within =
            path.strip_prefix(&conflict.path()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let versions = [&conflict.ours.edit, &conflict.theirs.edit];
        is_within || versions.iter().any(|version| places([(*version).clone()]).get(path) == Some(edit))
    })
}

fn written(plan: &Plan) -> String {
    serde_json::to_string(plan).unwrap()
}

/// Settles every conflict, in the order of their places.
fn settled(plan: &Plan, keep: Keep) -> Plan {
    let mut plan = plan.clone();
    let mut conflicts: Vec<_> = plan.conflicts.iter().map(|conflict| (conflict.path(), conflict.id.clone())).collect();
    conflicts.sort();
    for (_, id) in conflicts {
        let edit = plan.settlement(&id, keep).unwrap();
        plan.apply(edit).unwrap();
    }
    plan
}

fn without_conflicts(plan: &Plan) -> Plan {
    Plan { conflicts: Default::default(), ..plan.clone() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn law_a_difference_makes_one_plan_of_the_other((_, from, to) in histories()) {
        let mut plan = from.clone();
        for edit in difference(&from, &to) {
            let _ = plan.apply(edit.clone()).map_err(|error| TestCaseError::fail(format!("{error}: {edit:?}")))?;
        }
        prop_assert_eq!(apart(&plan), apart(&to));
    }

    #[test]
    fn law_a_side_that_changed_nothing_leaves_the_other((base, side, _) in histories()) {
        let merged = merge_plans(Some(&base), &base, &side);
        prop_assert_eq!(apart(&merged.plan), apart(&side));
        prop_assert_eq!(merged.conflicts, []);
        prop_assert_eq!(merge(Some(&base), &(&side).into(), &(&base).into(), None), Outcome::NothingNew);
    }

    /// The same conflicts, each with its sides swapped; and once all are settled for one person's plan the same records
    /// with the same values. Their order has laws of its own; which goal of a circle keeps its parent is ours to say.
    #[test]
    fn law_sides_may_be_swapped((base, ours, theirs) in histories()) {
        let [base, ours, theirs] = [base, ours, theirs].map(|plan| without_conflicts(&plan));
        let here = merge_plans(Some(&base), &ours, &theirs).plan;
        let there = merge_plans(Some(&base), &theirs, &ours).plan;
        prop_assume!(here.conflicts.iter().all(|conflict| conflict.dispute != Dispute::Circle));
        prop_assert_eq!(apart(&here).1, apart(&there).1);
        let (here, there) = (settled(&here, Keep::Ours), settled(&there, Keep::Theirs));
        prop_assert_eq!(unordered(&here), unordered(&there));
    }

    #[test]
    fn law_no_edit_is_lost((base, ours, theirs) in histories()) {
        let merged = merge_plans(Some(&base), &ours, &theirs).plan;
        for side in [&ours, &theirs] {
            for (path, edit) in places(difference(&base, side)) {
                prop_assert!(has(&merged, &edit) || is_disputed(&merged, &path, &edit), "lost: {:?}", edit);
            }
        }
    }

    #[test]
    fn law_no_edit_is_invented((base, ours, theirs) in histories()) {
        for (_, edit) in places([merge_plans(Some(&base), &ours, &theirs).edit]) {
            prop_assert!(has(&theirs, &edit), "invented: {:?}", edit);
        }
    }

    #[test]
    fn law_edits_of_different_places_never_conflict(base in bases(), all in histories_of(16)) {
        let mut sides = [Vec::new(), Vec::new()];
        let mut seen = HashMap::new();
        let mut both = base.clone();
        for (path, edit) in places(all) {
            let Some(place) = lone_place(&path, &edit) else { continue };
            let next = seen.len() % 2;
            let side = *seen.entry(place).or_insert(next);
            if both.apply(edit.clone()).is_ok() {
                sides[side].push(edit);
            }
        }
        let [ours, theirs] = sides.map(|edits| edited(&base, edits));
        let merged = merge_plans(Some(&base), &ours, &theirs);
        prop_assert_eq!(&merged.conflicts, &[]);
        prop_assert_eq!(merged.plan, both);
    }

    #[test]
    fn law_a_merge_is_one_edit_that_undoes((base, ours, theirs) in histories()) {
        let merged = merge_plans(Some(&base), &ours, &theirs);
        let mut plan = ours.clone();
        let undo = plan.apply(merged.edit).unwrap();
        prop_assert_eq!(written(&plan), written(&merged.plan));
        plan.apply(undo).unwrap();
        prop_assert_eq!(written(&plan), written(&ours));
    }

    #[test]
    fn law_a_merged_plan_is_well_formed((base, ours, theirs) in histories()) {
        let merged = merge_plans(Some(&base), &ours, &theirs).plan;
        prop_assert_eq!(merged.check_references(), Ok(()));
        prop_assert_eq!(serde_json::from_str::<Plan>(&written(&merged)).unwrap(), merged);
    }

    #[test]
    fn law_merging_again_changes_nothing((base, ours, theirs) in histories()) {
        let merged = merge_plans(Some(&base), &ours, &theirs).plan;
        prop_assert_eq!(merge_plans(Some(&base), &merged, &theirs).edit, Edit::Several(vec![]));
        // From then on theirs is what both began with.
        prop_assert_eq!(merge_plans(Some(&theirs), &merged, &theirs).edit, Edit::Several(vec![]));
    }

    #[test]
    fn law_any_settlement_applies_and_undoes((base, ours, theirs) in histories(), with_base in any::<bool>()) {
        let base = with_base.then_some(&base);
        let merged = merge_plans(base, &ours, &theirs).plan;
        for conflict in merged.conflicts.iter() {
            for keep in [Keep::Ours, Keep::Theirs, Keep::Base, Keep::Present] {
                let Some(edit) = merged.settlement(&conflict.id, keep) else {
                    prop_assert!(keep == Keep::Base && conflict.base.is_none());
                    continue;
                };
                let mut plan = merged.clone();
                let undo = plan.apply(edit).unwrap();
                prop_assert!(!plan.conflicts.contains(&conflict.id));
                prop_assert_eq!(plan.check_references(), Ok(()));
                prop_assert_eq!(&serde_json::from_str::<Plan>(&written(&plan)).unwrap(), &plan);
                plan.apply(undo).unwrap();
                prop_assert_eq!(written(&plan), written(&merged));
            }
        }
    }

    #[test]
    fn law_what_is_refused_stays_and_is_asked_again((base, ours, theirs) in histories(), which in vec(any::<bool>(), 24)) {
        let sender = Sender {
            plan: theirs.into(),
            base: Some(base.into()),
            scope: None,
            by: String::new(),
            on: None,
            refused: BTreeSet::new(),
        };
        let whole = round(&ours, std::slice::from_ref(&sender), &HashMap::new());
        let chosen = whole.came[0].new.iter().zip(&which).filter(|(_, is_refused)| **is_refused);
        let refused = chosen.map(|(change, _)| change.value.clone()).collect();
        let refusing = Sender { refused, ..sender.clone() };
        let made = round(&ours, &[refusing], &HashMap::new());
        let left: Vec<_> = made.came[0].new.iter().filter(|change| change.fate != Fate::Taken).collect();
        for change in &left {
            prop_assert!(has(&made.plan, &change.undo), "taken all the same: {:?}", change);
        }
        prop_assert_eq!(made.plan.check_references(), Ok(()));
        prop_assert_eq!(&made.came[0].conflicts, &whole.came[0].conflicts);

        let again = round(&made.plan, &[sender], &HashMap::new());
        let asked: Vec<String> = again.came[0].new.iter().map(|change| change.edit.path()).collect();
        for change in left {
            let is_asked = asked.contains(&change.edit.path()) || is_disputed(&again.plan, &change.edit.path(), &change.edit);
            prop_assert!(is_asked || change.edit.path().ends_with("/order"), "forgotten: {:?}", change);
        }
        if let Some(edit) = made.edit {
            let mut plan = ours.clone();
            let undo = plan.apply(edit).unwrap();
            prop_assert_eq!(written(&plan), written(&made.plan));
            plan.apply(undo).unwrap();
            prop_assert_eq!(written(&plan), written(&ours));
        }
    }

    #[test]
    fn law_without_a_base_nothing_is_taken_and_nothing_lost((_, ours, theirs) in histories()) {
        let merged = merge_plans(None, &ours, &theirs);
        prop_assert_eq!(without_conflicts(&merged.plan), without_conflicts(&ours));
        for (path, edit) in places(difference(&ours, &theirs)) {
            prop_assert!(has(&merged.plan, &edit) || is_disputed(&merged.plan, &path, &edit), "lost: {:?}", edit);
        }
        prop_assert_eq!(merge(None, &(&merged.plan).into(), &(&theirs).into(), None), Outcome::NothingNew);
    }

    #[test]
    fn law_nothing_from_outside_the_scope_is_taken((base, _, theirs) in histories(), unit in 0..3) {
        let scope = Scope::new(vec![UnitId::from(format!("u{unit}"))]);
        let shown = scope.seen(&base);
        let Outcome::Merged(merged) = merge(Some(&shown), &(&shown).into(), &(&theirs).into(), Some(&scope)) else {
            return Ok(());
        };
        for (_, edit) in places([merged.edit.clone()]) {
            prop_assert!(scope.allows(&edit, &shown), "taken: {:?}", edit);
        }
        for (path, edit) in places(difference(&shown, &theirs)) {
            prop_assert!(has(&merged.plan, &edit) || is_disputed(&merged.plan, &path, &edit), "lost: {:?}", edit);
        }
        prop_assert_eq!(merged.plan.check_references(), Ok(()));
    }
}

/// The place of an edit that is a value by itself, those that merge as one value under one name; none for edits of weights,
/// of KPIs, of pointers and of whole records, which meet other places too.
fn lone_place(path: &str, edit: &Edit) -> Option<String> {
    let is_lone = match edit {
        Edit::Plan(_) | Edit::Unit { .. } | Edit::Section { .. } => true,
        Edit::Scenario { edit, .. } => matches!(edit, ScenarioEdit::Field(_)),
        Edit::Goal { field, .. } => !matches!(field, GoalField::Parent(_)),
        Edit::Objective { edit: ObjectiveEdit::Field(field), .. } => !matches!(field, ObjectiveField::Weights(_)),
        Edit::Objective { edit: ObjectiveEdit::Action { .. }, .. } => true,
        Edit::Objective { edit: ObjectiveEdit::Indicator { edit, .. }, .. } => match edit {
            IndicatorEdit::Field(field) => !matches!(field, IndicatorField::Weight(_) | IndicatorField::Kpi(_)),
            IndicatorEdit::Part { edit: PartEdit::Field(field), .. } => !matches!(field, PartField::Weight(_)),
            IndicatorEdit::Cell { .. } | IndicatorEdit::Part { .. } => true,
            IndicatorEdit::Parts(_) => false,
        },
        _ => false,
    };
    let together = path.replace("/target_reading", "/target").replace("/earlier_targets", "/target");
    is_lone.then(|| together.replace("/result_reading", "/result"))
}

#[test]
fn another_plan_is_told_apart() {
    let period = crate::plan::Year::new(2024).and_then(|year| crate::plan::Period::new(year, year)).unwrap();
    let [one, other] = ["a", "b"].map(|id| Plan::new(id.into(), period));
    assert_eq!(merge(None, &(&one).into(), &(&other).into(), None), Outcome::OtherPlan);
    assert_eq!(merge(None, &(&one).into(), &(&one).into(), None), Outcome::NothingNew);
}
