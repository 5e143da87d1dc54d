//! Fields of each kind of record, any value of each.

use std::collections::BTreeSet;

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::value::*;
use crate::plan::*;
use crate::target::arbitrary::{results, targets};

pub(super) fn plan_fields() -> BoxedStrategy<PlanField> {
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

pub(super) fn goal_fields() -> BoxedStrategy<GoalField> {
    let words = worded(&[GoalField::Code, GoalField::Title, GoalField::Description]);
    one_of(vec![words, option::of(goal_ids()).prop_map(GoalField::Parent).boxed()])
}

pub(super) fn unit_fields() -> BoxedStrategy<UnitField> {
    worded(&[UnitField::Name, UnitField::Responsible, UnitField::Email])
}

pub(super) fn section_fields() -> BoxedStrategy<SectionField> {
    let tables = vec(vec(texts(), 0..3), 0..3).prop_map(SectionField::Table).boxed();
    one_of(vec![worded(&[SectionField::Title, SectionField::Text]), tables])
}

pub(super) fn scenario_fields() -> BoxedStrategy<ScenarioField> {
    one_of(vec![
        worded(&[ScenarioField::Name, ScenarioField::Note]),
        option::of(policies()).prop_map(ScenarioField::Policy).boxed(),
        overlays().prop_map(ScenarioField::Objectives).boxed(),
    ])
}

pub(super) fn overlays() -> impl Strategy<Value = Overlay> {
    vec((ids("o"), other_objectives()), 0..3).prop_map(|others| others.into_iter().collect())
}

pub(super) fn other_objectives() -> impl Strategy<Value = OtherObjective> {
    let cells = || btree_map(years(), other_cells(), 0..2);
    let parts = (option::of(weights()), any::<bool>(), cells()).prop_map(|(weight, locked, cells)| OtherPart {
        weight,
        locked,
        cells,
    });
    let indicators = (option::of(weights()), any::<bool>(), cells(), btree_map(ids("p"), parts, 0..2))
        .prop_map(|(weight, locked, cells, parts)| OtherIndicator { weight, locked, cells, parts });
    (btree_map(years(), weights(), 0..3), any::<bool>(), btree_map(ids("i"), indicators, 0..3))
        .prop_map(|(weights, locked, indicators)| OtherObjective { weights, locked, indicators })
}

fn other_cells() -> impl Strategy<Value = OtherCell> {
    prop_oneof![
        readings().prop_map(OtherCell::Result),
        select(vec![OtherCell::Met, OtherCell::Missed, OtherCell::SetAside]),
    ]
}

pub(super) fn objective_fields() -> BoxedStrategy<ObjectiveField> {
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

pub(super) fn action_fields() -> BoxedStrategy<ActionField> {
    one_of(vec![
        worded(&[ActionField::Code, ActionField::Description, ActionField::ExpectedResult]),
        any::<bool>().prop_map(ActionField::Innovative).boxed(),
        btree_set(years(), 0..4).prop_map(|years: BTreeSet<Year>| ActionField::Years(years)).boxed(),
    ])
}

pub(super) fn indicator_fields() -> BoxedStrategy<IndicatorField> {
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

pub(super) fn part_fields() -> BoxedStrategy<PartField> {
    let words = worded(&[PartField::Code, PartField::Description]);
    one_of(vec![words, option::of(weights()).prop_map(PartField::Weight).boxed()])
}

pub(super) fn cell_fields() -> BoxedStrategy<CellField> {
    use CellField as Field;
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
        option::of(targets()).prop_map(Field::TargetReading).boxed(),
        option::of(dates()).prop_map(Field::Due).boxed(),
        readings().prop_map(Field::Result).boxed(),
        option::of(results()).prop_map(Field::ResultReading).boxed(),
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
    let scales = vec(bands, 0..3).prop_map(|mut bands| {
        bands.sort_by_key(|band| (band.from, band.edge == Edge::Excluded));
        Scale(bands)
    });
    let dated = (years(), scales.clone()).prop_map(|(since, scale)| DatedScale { since, scale });
    let lateness = (0..90_u32, percents()).prop_map(|(days, earns)| LateStep { days, earns });
    let falling = select(vec![FallingRule::Mirrored, FallingRule::Inverse]);
    let missing = select(vec![MissingRule::Zero, MissingRule::LeftOut]);
    let official = select(vec![OfficialRule::ByDate, OfficialRule::Measured, OfficialRule::Floor]);
    let caps = percents().prop_map(|percent| percent.max(Percent::HUNDRED));
    (caps, falling, scales, vec(lateness, 0..3), missing, official, vec(dated, 0..2)).prop_map(
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
