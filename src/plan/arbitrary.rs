//! Plans and edits for the laws, drawn by `proptest`.
//!
//! A record is drawn as a handful of its own fields put one after another, so one strategy for each kind of field gives
//! both the records and the edits. Ids come from small pools: edits often hit, and often name what is not there.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::Arc;

use chrono::NaiveDate;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;
use rust_decimal::Decimal;

use super::*;
use crate::target::{Phrase, Quantity, Reading, Target};

/// Draws a well-formed plan of a few objectives.
pub(crate) fn plans() -> impl Strategy<Value = Plan> {
    (
        periods(),
        vec(plan_fields(), 0..4),
        vec(goals(), 0..4),
        vec(units(), 0..4),
        vec(objectives(), 0..6),
        vec(sections(), 0..2),
    )
        .prop_map(|(period, fields, goals, units, objectives, sections)| {
            let mut plan = Plan::new("p".into(), period);
            for field in fields {
                plan.put(field);
            }
            let puts = (goals.into_iter().map(|item| Edit::Goals(last(item))))
                .chain(units.into_iter().map(|item| Edit::Units(last(item))))
                .chain(sections.into_iter().map(|item| Edit::Sections(last(item))))
                .chain(objectives.into_iter().map(|item| Edit::Objectives(last(item))));
            for edit in puts {
                // What would not be well formed is left out.
                let _ = plan.apply(led_somewhere(&plan, edit));
            }
            plan
        })
}

/// Draws an edit, single or several at once; many do not apply to a given plan.
pub(crate) fn edits() -> BoxedStrategy<Edit> {
    prop_oneof![4 => single_edits(), 1 => vec(single_edits(), 0..4).prop_map(Edit::Several)].boxed()
}

/// Draws a year of the usual period, or one outside it.
pub(crate) fn years() -> impl Strategy<Value = Year> + Clone {
    select(vec![2023, 2024, 2025, 2030]).prop_map(|year| Year::new(year).unwrap())
}

/// Draws a cell in which something is written.
pub(crate) fn cells() -> impl Strategy<Value = Cell> {
    vec(cell_fields(), 1..5)
        .prop_map(|fields| put_all(Cell::default(), Cell::put, fields))
        .prop_filter("blank", |cell| !cell.is_blank())
}

fn single_edits() -> BoxedStrategy<Edit> {
    prop_oneof![
        2 => plan_fields().prop_map(Edit::Plan),
        1 => list_edits(goals(), goal_ids()).prop_map(Edit::Goals),
        1 => (goal_ids(), goal_fields()).prop_map(|(goal, field)| Edit::Goal { goal, field }),
        1 => list_edits(units(), unit_ids()).prop_map(Edit::Units),
        1 => (unit_ids(), unit_fields()).prop_map(|(unit, field)| Edit::Unit { unit, field }),
        1 => list_edits(sections(), ids("s")).prop_map(Edit::Sections),
        1 => (ids("s"), section_fields()).prop_map(|(section, field)| Edit::Section { section, field }),
        2 => list_edits(objectives(), ids("o")).prop_map(Edit::Objectives),
        9 => (ids("o"), objective_edits()).prop_map(|(objective, edit)| Edit::Objective { objective, edit }),
    ]
    .boxed()
}

fn objective_edits() -> BoxedStrategy<ObjectiveEdit> {
    prop_oneof![
        2 => objective_fields().prop_map(ObjectiveEdit::Field),
        1 => list_edits(actions(), ids("a")).prop_map(ObjectiveEdit::Actions),
        1 => (ids("a"), action_fields()).prop_map(|(action, field)| ObjectiveEdit::Action { action, field }),
        1 => list_edits(indicators(), ids("i")).prop_map(ObjectiveEdit::Indicators),
        4 => (ids("i"), indicator_edits())
            .prop_map(|(indicator, edit)| ObjectiveEdit::Indicator { indicator, edit }),
    ]
    .boxed()
}

fn indicator_edits() -> BoxedStrategy<IndicatorEdit> {
    let part_edits = prop_oneof![
        part_fields().prop_map(PartEdit::Field),
        (years(), cell_fields()).prop_map(|(year, field)| PartEdit::Cell { year, field }),
    ];
    prop_oneof![
        1 => indicator_fields().prop_map(IndicatorEdit::Field),
        3 => (years(), cell_fields()).prop_map(|(year, field)| IndicatorEdit::Cell { year, field }),
        1 => list_edits(parts(), ids("p")).prop_map(IndicatorEdit::Parts),
        1 => (ids("p"), part_edits).prop_map(|(part, edit)| IndicatorEdit::Part { part, edit }),
    ]
    .boxed()
}

fn list_edits<T>(
    items: impl Strategy<Value = T> + 'static,
    ids: impl Strategy<Value = T::Id> + Clone + 'static,
) -> BoxedStrategy<ListEdit<T>>
where
    T: Item<Id: Debug> + Debug + 'static,
{
    prop_oneof![
        (0..5_usize, items).prop_map(|(at, item)| ListEdit::Insert { at, item: Arc::new(item) }),
        ids.clone().prop_map(|id| ListEdit::Remove { id }),
        (ids, 0..5_usize).prop_map(|(id, to)| ListEdit::Move { id, to }),
    ]
    .boxed()
}

// Records: an empty one, then some of its fields.

fn objectives() -> impl Strategy<Value = Objective> {
    (ids("o"), vec(objective_fields(), 0..5), vec(actions(), 0..4), vec(indicators(), 0..4)).prop_map(
        |(id, fields, actions, indicators)| {
            let mut objective = put_all(Objective::new(id), Objective::put, fields);
            objective.actions = distinct(actions);
            objective.indicators = distinct(indicators);
            objective
        },
    )
}

fn indicators() -> impl Strategy<Value = Indicator> {
    (ids("i"), vec(indicator_fields(), 0..5), vec(parts(), 0..2), btree_map(years(), cells(), 0..3)).prop_map(
        |(id, fields, parts, cells)| {
            let mut indicator = put_all(Indicator::new(id), Indicator::put, fields);
            indicator.parts = distinct(parts);
            indicator.cells = cells;
            indicator
        },
    )
}

fn parts() -> impl Strategy<Value = Part> {
    (ids("p"), vec(part_fields(), 0..3), btree_map(years(), cells(), 0..2)).prop_map(|(id, fields, cells)| {
        let mut part = put_all(Part::new(id), Part::put, fields);
        part.cells = cells;
        part
    })
}

fn actions() -> impl Strategy<Value = Action> {
    (ids("a"), vec(action_fields(), 0..4)).prop_map(|(id, fields)| put_all(Action::new(id), Action::put, fields))
}

fn goals() -> impl Strategy<Value = Goal> {
    (goal_ids(), vec(goal_fields(), 0..4)).prop_map(|(id, fields)| put_all(Goal::new(id), Goal::put, fields))
}

fn units() -> impl Strategy<Value = Unit> {
    (unit_ids(), vec(unit_fields(), 0..3)).prop_map(|(id, fields)| put_all(Unit::new(id), Unit::put, fields))
}

fn sections() -> impl Strategy<Value = Section> {
    (ids("s"), vec(section_fields(), 0..3)).prop_map(|(id, fields)| put_all(Section::new(id), Section::put, fields))
}

// Fields.

fn plan_fields() -> BoxedStrategy<PlanField> {
    let approvals = (texts(), option::of(dates())).prop_map(|(act, date)| Approval { act, date });
    let level_names = (vec(texts(), 0..3), texts()).prop_map(|(goals, objective)| LevelNames {
        goals,
        objective,
        ..LevelNames::default()
    });
    let revisions = (dates(), texts()).prop_map(|(date, note)| Revision { date, act: String::new(), note });
    one_of(vec![
        worded(&[PlanField::Title, PlanField::Notice, PlanField::BodyName, PlanField::BodyKind]),
        periods().prop_map(PlanField::Period).boxed(),
        approvals.prop_map(PlanField::Approval).boxed(),
        level_names.prop_map(PlanField::LevelNames).boxed(),
        policies().prop_map(PlanField::Policy).boxed(),
        vec(revisions, 0..2).prop_map(PlanField::Revisions).boxed(),
    ])
}

fn goal_fields() -> BoxedStrategy<GoalField> {
    let words = worded(&[GoalField::Code, GoalField::Title, GoalField::Description]);
    one_of(vec![words, option::of(goal_ids()).prop_map(GoalField::Parent).boxed()])
}

fn unit_fields() -> BoxedStrategy<UnitField> {
    worded(&[UnitField::Name, UnitField::Responsible, UnitField::Email])
}

fn section_fields() -> BoxedStrategy<SectionField> {
    let tables = vec(vec(texts(), 0..3), 0..3).prop_map(SectionField::Table).boxed();
    one_of(vec![worded(&[SectionField::Title, SectionField::Text]), tables])
}

fn objective_fields() -> BoxedStrategy<ObjectiveField> {
    use ObjectiveField as Field;
    let words = worded(&[
        Field::Code,
        Field::Kind,
        Field::Title,
        Field::Reference,
        Field::Responsible,
        Field::OtherServices,
        Field::StaffGroups,
        Field::Stakeholders,
        Field::PublicValue,
        Field::SituationCurrent,
        Field::SituationCriticalPoints,
        Field::BenefitsExpected,
        Field::BenefitsAdvantages,
        Field::MethodActions,
        Field::MethodCosts,
        Field::MethodOverallIndicator,
    ]);
    one_of(vec![
        words,
        vec(goal_ids(), 0..3).prop_map(Field::Goals).boxed(),
        vec(unit_ids(), 0..3).prop_map(Field::Units).boxed(),
        option::of(years()).prop_map(Field::FirstYear).boxed(),
        btree_map(years(), weights(), 0..3).prop_map(Field::Weights).boxed(),
    ])
}

fn action_fields() -> BoxedStrategy<ActionField> {
    one_of(vec![
        worded(&[ActionField::Code, ActionField::Description, ActionField::ExpectedResult]),
        any::<bool>().prop_map(ActionField::Innovative).boxed(),
        btree_set(years(), 0..4).prop_map(|years: BTreeSet<Year>| ActionField::Years(years)).boxed(),
    ])
}

fn indicator_fields() -> BoxedStrategy<IndicatorField> {
    use IndicatorField as Field;
    let words = worded(&[
        Field::Code,
        Field::Description,
        Field::Formula,
        Field::UnitOfMeasure,
        Field::Source,
        Field::Frequency,
    ]);
    let polarities = select(vec![Polarity::Rising, Polarity::Falling, Polarity::Steady]);
    let baselines = (readings(), option::of(years())).prop_map(|(words, year)| Baseline { words, year });
    one_of(vec![
        words,
        option::of(ids("a")).prop_map(Field::Action).boxed(),
        promises().prop_map(Field::Kpi).boxed(),
        polarities.prop_map(Field::Polarity).boxed(),
        option::of(baselines).prop_map(Field::Baseline).boxed(),
        vec(unit_ids(), 0..3).prop_map(Field::Units).boxed(),
        option::of(weights()).prop_map(Field::Weight).boxed(),
    ])
}

fn part_fields() -> BoxedStrategy<PartField> {
    let words = worded(&[PartField::Code, PartField::Description]);
    one_of(vec![words, option::of(weights()).prop_map(PartField::Weight).boxed()])
}

fn cell_fields() -> BoxedStrategy<CellField> {
    use CellField as Field;
    let target_readings = prop_oneof![
        quantities().prop_map(Target::AtLeast),
        quantities().prop_map(Target::LessThan),
        dates().prop_map(|date| Target::By { date }),
        Just(Target::Yes),
        Just(Target::Words),
    ];
    let result_readings = prop_oneof![
        quantities().prop_map(Reading::Quantity),
        (decimals(), 1..1000_i64).prop_map(|(part, whole)| Reading::Ratio { part, whole: whole.into() }),
        option::of(dates()).prop_map(|date| Reading::Yes { date }),
        Just(Reading::Underway),
    ];
    let forecasts = select(vec![Forecast::Reachable, Forecast::AtRisk, Forecast::Unreachable]);
    let checkpoints = (dates(), readings(), option::of(forecasts), texts())
        .prop_map(|(date, words, forecast, note)| Checkpoint { date, words, forecast, note });
    let statuses = prop_oneof![
        select(vec![Status::ToDefine, Status::Suspended, Status::StruckOut]),
        years().prop_map(|to| Status::Postponed { to }),
    ];
    let standings =
        (statuses, texts(), option::of(dates())).prop_map(|(status, reason, date)| Standing { status, reason, date });
    let judgements =
        (percents(), texts(), texts()).prop_map(|(percent, reason, author)| Judgement { percent, reason, author });
    let deviations = (select(vec![Cause::External, Cause::Internal, Cause::Indicator]), texts())
        .prop_map(|(cause, note)| Deviation { cause, note });
    let earlier_targets = (promises(), option::of(dates()), texts()).prop_map(|(words, until, reason)| EarlierTarget {
        words,
        until,
        reason,
    });
    one_of(vec![
        promises().prop_map(Field::Target).boxed(),
        option::of(target_readings).prop_map(Field::TargetReading).boxed(),
        option::of(dates()).prop_map(Field::Due).boxed(),
        readings().prop_map(Field::Result).boxed(),
        option::of(result_readings).prop_map(Field::ResultReading).boxed(),
        vec(checkpoints, 0..3).prop_map(Field::Checkpoints).boxed(),
        option::of(standings).prop_map(Field::Standing).boxed(),
        option::of(judgements).prop_map(Field::Judgement).boxed(),
        option::of(deviations).prop_map(Field::Deviation).boxed(),
        worded(&[Field::Evidence, Field::Note]),
        vec(earlier_targets, 0..2).prop_map(Field::EarlierTargets).boxed(),
    ])
}

fn policies() -> impl Strategy<Value = Policy> {
    let edges = select(vec![Edge::Included, Edge::Excluded]);
    let earns = prop_oneof![Just(Earns::AsMeasured), decimals().prop_map(Earns::Points)];
    let bands = (percents(), edges, earns).prop_map(|(from, edge, earns)| Band { from, edge, earns });
    let scales = vec(bands, 0..3).prop_map(Scale);
    let dated = (years(), scales.clone()).prop_map(|(since, scale)| DatedScale { since, scale });
    let lateness = (0..90_u32, percents()).prop_map(|(days, earns)| LateStep { days, earns });
    let falling = select(vec![FallingRule::Mirrored, FallingRule::Inverse]);
    let missing = select(vec![MissingRule::Zero, MissingRule::LeftOut]);
    let official = select(vec![OfficialRule::ByDate, OfficialRule::Measured, OfficialRule::Floor]);
    (percents(), falling, scales, vec(lateness, 0..3), missing, official, vec(dated, 0..2)).prop_map(
        |(cap, falling, partial, lateness, missing, official, bands)| Policy {
            cap,
            falling,
            partial,
            lateness,
            missing,
            official,
            bands,
            ..Policy::default()
        },
    )
}

// Values.

/// Draws a period of one to three years.
fn periods() -> impl Strategy<Value = Period> {
    (2023..2026, 0..3)
        .prop_map(|(first, more)| Period::new(Year::new(first).unwrap(), Year::new(first + more).unwrap()).unwrap())
}

fn dates() -> impl Strategy<Value = NaiveDate> + Clone {
    (2022..2027, 1..=366_u32).prop_filter_map("no such day", |(year, day)| NaiveDate::from_yo_opt(year, day))
}

fn decimals() -> impl Strategy<Value = Decimal> + Clone {
    (0..100_000_i64, 0..4_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

fn quantities() -> impl Strategy<Value = Quantity> {
    prop_oneof![decimals().prop_map(Quantity::count), decimals().prop_map(Quantity::percent)]
}

fn weights() -> impl Strategy<Value = Weight> {
    decimals().prop_map(|value| Weight::new(value).unwrap())
}

fn percents() -> impl Strategy<Value = Percent> + Clone {
    decimals().prop_map(|value| Percent::new(value).unwrap())
}

fn texts() -> impl Strategy<Value = String> + Clone {
    select(vec!["", " ", "A", "Qualità dell'accoglienza", "riga\nriga", "\"<&>\"", "e\u{300}\u{0}х"])
        .prop_map(Into::into)
}

fn promises() -> impl Strategy<Value = Phrase<Target>> {
    select(vec!["", " ", "Almeno 2", "≥ 80%", "Entro il 30/9", "SI", "Da definire", "Applicazione"])
        .prop_map(Phrase::from)
}

fn readings() -> impl Strategy<Value = Phrase<Reading>> {
    select(vec!["", "3", "72,5%", "3 su 4", "sì, il 12/9", "in corso", "n.d."]).prop_map(Phrase::from)
}

/// Draws an id from a pool of three: `o0`, `o1`, `o2`.
fn ids<I: From<String> + Debug>(pool: &'static str) -> impl Strategy<Value = I> + Clone {
    (0..3).prop_map(move |number| I::from(format!("{pool}{number}")))
}

fn goal_ids() -> impl Strategy<Value = GoalId> + Clone {
    ids("g")
}

fn unit_ids() -> impl Strategy<Value = UnitId> + Clone {
    ids("u")
}

// Ways to put strategies together.

/// Draws one of the fields that hold plain text.
fn worded<F: Debug + 'static>(fields: &[fn(String) -> F]) -> BoxedStrategy<F> {
    (select(fields.to_vec()), texts()).prop_map(|(field, text)| field(text)).boxed()
}

fn one_of<T: Debug + 'static>(strategies: Vec<BoxedStrategy<T>>) -> BoxedStrategy<T> {
    Union::new(strategies).boxed()
}

/// Puts fields into a record, one after another.
fn put_all<T, F>(mut record: T, put: impl Fn(&mut T, F) -> F, fields: Vec<F>) -> T {
    for field in fields {
        put(&mut record, field);
    }
    record
}

/// Makes a list of the items whose id has not come before.
fn distinct<T: Item>(items: Vec<T>) -> List<T> {
    let mut list = List::default();
    for item in items {
        let _ = list.push(item);
    }
    list
}

fn last<T: Item>(item: T) -> ListEdit<T> {
    ListEdit::Insert { at: usize::MAX, item: Arc::new(item) }
}

/// Drops from a new goal or objective the pointers that would lead nowhere.
fn led_somewhere(plan: &Plan, edit: Edit) -> Edit {
    match edit {
        Edit::Goals(ListEdit::Insert { at, mut item }) => {
            let goal = Arc::make_mut(&mut item);
            goal.parent = goal.parent.take().filter(|parent| plan.goals.contains(parent));
            Edit::Goals(ListEdit::Insert { at, item })
        }
        Edit::Objectives(ListEdit::Insert { at, mut item }) => {
            let objective = Arc::make_mut(&mut item);
            objective.goals = once_each(&objective.goals, |goal| plan.goals.contains(goal));
            objective.units = once_each(&objective.units, |unit| plan.units.contains(unit));
            let ids: Vec<IndicatorId> = objective.indicators.iter().map(|indicator| indicator.id.clone()).collect();
            for id in ids {
                let Some(indicator) = objective.indicators.get_mut(&id) else { continue };
                indicator.units = once_each(&indicator.units, |unit| plan.units.contains(unit));
                indicator.action = indicator.action.take().filter(|action| objective.actions.contains(action));
            }
            Edit::Objectives(ListEdit::Insert { at, item })
        }
        other => other,
    }
}

fn once_each<I: Ord + Clone>(ids: &[I], known: impl Fn(&I) -> bool) -> Vec<I> {
    let kept: BTreeSet<I> = ids.iter().filter(|id| known(id)).cloned().collect();
    kept.into_iter().collect()
}
