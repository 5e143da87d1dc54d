//! Small plans worked out by hand, level by level.

#![allow(clippy::arithmetic_side_effects, reason = "the sums are made again by the shortest way")]

use rust_decimal::Decimal;

use super::fixture::{cell, day, id, indicator, objective, percent, plan, shown, weight, year};
use super::{
    Attainment, Basis, Counts, Detail, Figure, Light, Obstacle, Outcome, Place, Preset, Span, Working, score_indicator,
    score_objective,
};
use crate::plan::{
    Cell, Cells, Edit, Goal, Judgement, List, MissingRule, Objective, OfficialRule, Part, Percent, Period, Plan,
    PlanField, Policy, Standing, Status, Unit,
};

fn in_2024(plan: &Plan) -> Attainment {
    Attainment::of(plan, Span::Year(year(2024)), day("2024-06-30"))
}

fn goal(name: &str, parent: Option<&str>) -> Goal {
    Goal {
        id: name.into(),
        parent: parent.map(Into::into),
        code: String::new(),
        title: String::new(),
        description: String::new(),
    }
}

/// `attained on coverage, floor to ceiling, with what was set aside`.
fn told(figure: &Figure) -> String {
    let Figure { attained, coverage, floor, ceiling, with_set_aside, .. } = figure;
    let [attained, coverage, floor, ceiling, with] =
        [attained, coverage, floor, ceiling, with_set_aside].map(|value| shown(*value));
    format!("{attained} on {coverage}, {floor} to {ceiling}, {with}")
}

fn shares(made: &Objective) -> Vec<String> {
    let attainment = in_2024(&plan(vec![made.clone()]));
    let figure = attainment.objective(&made.id).unwrap();
    figure.indicators().iter().map(|indicator| shown(figure.share(indicator))).collect()
}

#[test]
fn the_weights_of_a_year_are_those_of_the_steps_due_in_it() {
    // Objective D of the CSSM plan: steps of 5, 25, 35 and 35, the first two due in 2023, printed as 16,67 and 83,33.
    let made = objective("D", "6", &[("5", "SI", ""), ("25", "SI", ""), ("35", "", ""), ("35", "", "")]);
    assert_eq!(shares(&made), ["16.67", "83.33", "-", "-"]);
}

#[test]
fn indicators_without_a_weight_share_equally_what_the_others_leave() {
    for (weights, expected) in [
        (["40", "", ""], ["40.00", "30.00", "30.00"]),
        (["", "", ""], ["33.33", "33.33", "33.33"]),
        (["60", "40", ""], ["60.00", "40.00", "0.00"]),
        (["300", "100", ""], ["75.00", "25.00", "0.00"]),
        (["0", "", ""], ["0.00", "50.00", "50.00"]),
        (["1.0", "1.2", "1.8"], ["25.00", "30.00", "45.00"]),
        (["0", "0", "0"], ["-", "-", "-"]),
    ] {
        let made = objective("A", "", &weights.map(|weight| (weight, "SI", "SI")));
        assert_eq!(shares(&made), expected, "{weights:?}");
    }
}

#[test]
fn a_figure_stands_beside_what_is_missing() {
    let half = objective("A", "60", &[("50", "4", "3"), ("50", "4", "")]);
    let all = objective("B", "40", &[("", "SI", "SI")]);
    let attainment = in_2024(&plan(vec![half, all]));
    assert_eq!(told(&attainment.objective(&id("A")).unwrap().figure), "75.00 on 50.00, 37.50 to 87.50, 75.00");
    // 40 × 100 + 30 × 75, over the 70 scored.
    assert_eq!(told(attainment.figure()), "89.29 on 70.00, 62.50 to 92.50, 89.29");
    let points = attainment.points(&id("A")).unwrap();
    let points = [points.share, points.earned, points.lost, points.awaited].map(|value| shown(Some(value)));
    assert_eq!(points, ["60.00", "22.50", "7.50", "30.00"]);
}

#[test]
fn what_is_set_aside_leaves_the_sum_at_every_level() {
    let without = objective("A", "60", &[("30", "4", "3")]);
    let with = objective("A", "60", &[("30", "4", "3"), ("70", "set aside", "")]);
    let other = objective("B", "40", &[("", "SI", "SI")]);
    let clean = in_2024(&plan(vec![without, other.clone()]));
    let aside = in_2024(&plan(vec![with, other]));
    assert_eq!(told(clean.figure()), "85.00 on 100.00, 85.00 to 85.00, 85.00");
    // As zero: 40 × 100 + 60 × 0,3 × 75.
    assert_eq!(told(aside.figure()), "85.00 on 100.00, 85.00 to 85.00, 53.50");
    let figure = aside.objective(&id("A")).unwrap();
    assert_eq!(figure.indicators().iter().map(|found| shown(figure.share(found))).collect::<Vec<_>>(), ["100.00", "-"]);
    assert_eq!(aside.figure().counts.set_aside, 1);
    let open = in_2024(&plan(vec![objective("A", "60", &[("30", "4", ""), ("70", "set aside", "")])]));
    assert_eq!(told(open.figure()), "- on 0.00, 0.00 to 100.00, 0.00");
}

#[test]
fn every_indicator_is_counted_once_where_it_stands() {
    let rows = [
        ("", "4", "3"),
        ("", "4", ""),
        ("", "Entro il 31/3", ""),
        ("", "4", "ovunque"),
        ("", "4", "75%"),
        ("", "set aside", ""),
        ("", "", ""),
    ];
    let made = |name: &str| {
        let mut made = objective(name, "", &rows);
        let mut judged = made.indicators.at(0).unwrap().as_ref().clone();
        judged.id = format!("{name}.judged").as_str().into();
        let judgement = Judgement { percent: percent("90"), reason: String::new(), author: String::new() };
        judged.cells.get_mut(&year(2024)).unwrap().judgement = Some(judgement);
        made.indicators.push(judged).unwrap();
        made
    };
    let attainment = in_2024(&plan(vec![made("A"), made("B")]));
    let of = |objectives: u32| Counts {
        due: 7 * objectives,
        scored: 2 * objectives,
        judged: objectives,
        awaited: 2 * objectives,
        overdue: objectives,
        set_aside: objectives,
        needs_judgement: objectives,
        not_computable: objectives,
    };
    assert_eq!(attainment.objective(&id("A")).unwrap().figure.counts, of(1));
    assert_eq!(attainment.figure().counts, of(2));
}

#[test]
fn what_is_not_to_be_judged_leaves_every_screen_with_its_weight_and_is_seen_once() {
    // One program takes "non valutabile" out on the page and keeps its weight in the sum of another roll-up.
    let rows = [("30", "4", "3"), ("70", "set aside", "")];
    let mut made = objective("A", "60", &rows);
    made.goals = vec!["goal".into()];
    made.units = vec!["unit".into()];
    let mut parted = indicator("", "");
    parted.id = "parted".into();
    parted.weight = weight("30");
    parted.cells = Cells::new();
    for (code, written, target, result) in [("a", "50", "4", "3"), ("b", "50", "SI", "")] {
        let mut part = Part::new(code.into());
        part.weight = weight(written);
        let standing = Standing { status: Status::Suspended, reason: String::new(), date: None };
        let standing = (code == "b").then_some(standing);
        part.cells.insert(year(2024), Cell { standing, ..cell(target, result) });
        parted.parts.push(part).unwrap();
    }
    made.indicators.push(parted).unwrap();
    let mut made = plan(vec![made]);
    made.units.push(Unit::new("unit".into())).unwrap();
    made.goals.push(goal("goal", None)).unwrap();
    for span in [Span::Year(year(2024)), Span::Period] {
        let attainment = Attainment::of(&made, span, day("2024-06-30"));
        let by_goal = attainment.by_goal(&made).remove(0).1;
        let by_unit = attainment.by_unit(&made).remove(0).1;
        let explained = attainment.explain(&made, &Place::Plan, Detail::Everything).unwrap();
        adds_up(&explained);
        let objective = &attainment.objective(&id("A")).unwrap().figure;
        // 75 on what is left; with the rest as zero (30 × 75 + 30 × 37,5) / 130.
        for figure in [objective, attainment.figure(), &by_goal, &by_unit, &explained.figure] {
            assert_eq!(told(figure), "75.00 on 100.00, 75.00 to 75.00, 25.96", "{span:?}");
            assert_eq!((figure.counts.due, figure.counts.set_aside), (3, 1), "{span:?}");
        }
    }
}

#[test]
fn a_year_set_aside_is_remembered_beside_the_period_where_all_else_is_full() {
    let mut made = objective("A", "", &[("", "SI", "SI")]);
    let mut twice = made.indicators.at(0).unwrap().as_ref().clone();
    twice.id = "twice".into();
    twice.cells.insert(year(2025), cell("Da definire", ""));
    made.indicators = List::try_from(vec![twice]).unwrap();
    let attainment = Attainment::of(&plan(vec![made]), Span::Period, day("2024-06-30"));
    assert_eq!(told(attainment.figure()), "100.00 on 100.00, 100.00 to 100.00, 50.00");
    assert_eq!(told(&attainment.objective(&id("A")).unwrap().figure), told(attainment.figure()));
}

#[test]
fn a_figure_that_is_exactly_on_a_limit_stays_on_it() {
    // (40 × 110 + 100 × 40) / 140 is 60, also where every weight went through a division by 141,2.
    let mut made = objective("A", "33.33", &[("40", "massimo 30", "3"), ("1.2", "SI", ""), ("100", "10", "4")]);
    made.units = vec!["unit".into()];
    let mut made = plan(vec![made]);
    made.units.push(Unit::new("unit".into())).unwrap();
    made.policy.cap = percent("110");
    let attainment = in_2024(&made);
    let by_unit = attainment.by_unit(&made).remove(0).1;
    assert_eq!(by_unit.light(&made.policy), Some(Light::Amber), "{by_unit:?}");
    assert_eq!(by_unit.attained, attainment.figure().attained);
}

#[test]
fn an_objective_with_everything_set_aside_has_no_figure_and_drags_nothing_down() {
    let aside = objective("A", "60", &[("", "set aside", "")]);
    let nothing = objective("Z", "10", &[("0", "SI", "NO")]);
    let other = objective("B", "40", &[("", "SI", "SI")]);
    let attainment = in_2024(&plan(vec![aside, nothing, other]));
    assert_eq!(told(&attainment.objective(&id("A")).unwrap().figure), "- on -, - to -, 0.00");
    assert_eq!(told(&attainment.objective(&id("Z")).unwrap().figure), "- on -, - to -, -");
    assert_eq!(told(attainment.figure()), "100.00 on 100.00, 100.00 to 100.00, 40.00");
    assert_eq!(attainment.share(&id("A")), None);
    assert_eq!(shown(attainment.share(&id("B"))), "100.00");
}

#[test]
fn a_plan_with_nothing_due_has_no_figure() {
    assert_eq!(told(in_2024(&plan(vec![])).figure()), "- on -, - to -, -");
    assert_eq!(told(in_2024(&plan(vec![objective("A", "100", &[])])).figure()), "- on -, - to -, -");
    let awaited = in_2024(&plan(vec![objective("A", "100", &[("", "4", "")])]));
    assert_eq!(told(awaited.figure()), "- on 0.00, 0.00 to 100.00, -");
}

fn with_parts(own: Cell) -> Objective {
    let mut made = objective("A", "", &[]);
    let mut whole = indicator("", "");
    whole.cells.insert(year(2024), own);
    for (code, written, result) in [("a", "75", "SI"), ("b", "25", "NO"), ("c", "", "")] {
        let mut part = Part::new(code.into());
        part.weight = weight(written);
        if !result.is_empty() {
            part.cells.insert(year(2024), cell("SI", result));
        }
        whole.parts.push(part).unwrap();
    }
    made.indicators.push(whole).unwrap();
    made
}

#[test]
fn parts_are_measured_in_place_of_their_indicator() {
    let attainment = in_2024(&plan(vec![with_parts(cell("Almeno 10", "1"))]));
    let found = attainment.objective(&id("A")).unwrap().indicators()[0];
    assert_eq!((found.outcome, shown(found.score), found.met), (Outcome::Scored, "75.00".into(), Some(false)));
}

#[test]
fn parts_that_all_weigh_nothing_give_no_score() {
    let mut made = with_parts(Cell::default());
    let mut whole = made.indicators.at(0).unwrap().as_ref().clone();
    whole.id = "weightless".into();
    let parts = whole.parts.iter().map(|part| Part { weight: weight("0"), ..part.as_ref().clone() });
    whole.parts = parts.collect::<Vec<_>>().try_into().unwrap();
    made.indicators.push(whole).unwrap();
    let attainment = in_2024(&plan(vec![made]));
    let found = attainment.objective(&id("A")).unwrap().indicators()[1];
    assert_eq!((found.outcome, found.score), (Outcome::NotComputable(Obstacle::NoWeight), None));
    assert_eq!(told(attainment.figure()), "75.00 on 100.00, 75.00 to 75.00, 75.00");
}

#[test]
fn a_judgement_or_a_standing_of_the_indicator_covers_its_parts() {
    let judgement = Judgement { percent: percent("90"), reason: String::new(), author: String::new() };
    let judged = with_parts(Cell { judgement: Some(judgement), ..Cell::default() });
    let attainment = in_2024(&plan(vec![judged]));
    assert_eq!((attainment.figure().counts.scored, attainment.figure().counts.judged), (1, 1));
    assert_eq!(told(attainment.figure()), "90.00 on 100.00, 90.00 to 90.00, 90.00");
    let standing = Standing { status: Status::StruckOut, reason: String::new(), date: None };
    let struck = with_parts(Cell { standing: Some(standing), ..Cell::default() });
    let attainment = in_2024(&plan(vec![struck]));
    assert_eq!(told(attainment.figure()), "- on -, - to -, 0.00");
}

#[test]
fn an_indicator_scored_by_itself_is_the_one_its_objective_sums() {
    let judgement = || Judgement { percent: percent("130"), reason: String::new(), author: String::new() };
    let standing = Standing { status: Status::StruckOut, reason: String::new(), date: None };
    let unparted = |cell: Cell| {
        let (mut made, mut only) = (objective("A", "", &[]), indicator("", ""));
        only.cells.insert(year(2024), cell);
        made.indicators.push(only).unwrap();
        made
    };
    for made in [
        with_parts(Cell::default()),
        with_parts(cell("Almeno 10", "1")),
        with_parts(Cell { judgement: Some(judgement()), ..Cell::default() }),
        with_parts(Cell { standing: Some(standing), ..Cell::default() }),
        unparted(cell("4", "3")),
        unparted(Cell { judgement: Some(judgement()), ..cell("4", "3") }),
        unparted(Cell { judgement: Some(judgement()), ..Cell::default() }),
    ] {
        let plan = plan(vec![made]);
        let attainment = in_2024(&plan);
        let summed = attainment.objective(&id("A")).unwrap().indicators()[0];
        let alone = plan.objectives.at(0).unwrap().indicators.at(0).unwrap();
        let alone = score_indicator(alone, year(2024), &plan.policy, attainment.today()).unwrap();
        assert_eq!((alone.outcome, alone.score, alone.met), (summed.outcome, summed.score, summed.met));
        assert_eq!(alone.awaited_by, summed.awaited_by);
    }
    let judged = with_parts(Cell { judgement: Some(judgement()), ..Cell::default() });
    let alone = judged.indicators.at(0).unwrap();
    let alone = score_indicator(alone, year(2024), &Policy::default(), day("2024-06-30")).unwrap();
    assert_eq!((alone.score, alone.measured), (Some(percent("100")), Some(percent("75"))));
    assert_eq!(alone.judged, Some(percent("130")));
}

#[test]
fn under_a_judgement_it_stays_told_what_became_of_the_parts() {
    let mut made = indicator("", "");
    for (code, result) in [("a", "SI"), ("b", "")] {
        let mut part = Part::new(code.into());
        part.cells.insert(year(2024), cell("SI", result));
        made.parts.push(part).unwrap();
    }
    let today = day("2024-06-30");
    let found = score_indicator(&made, year(2024), &Policy::default(), today).unwrap();
    let awaited = Outcome::Awaited { overdue: false };
    assert_eq!((found.outcome, found.measurement), (awaited, awaited));
    assert_eq!((found.score, found.awaited_by), (Some(percent("100")), Some(day("2024-12-31"))));
    let judgement = Judgement { percent: percent("70"), reason: String::new(), author: String::new() };
    made.cells.get_mut(&year(2024)).unwrap().judgement = Some(judgement);
    let found = score_indicator(&made, year(2024), &Policy::default(), today).unwrap();
    assert_eq!((found.outcome, found.measurement), (Outcome::Scored, awaited));
    assert_eq!((found.score, found.measured), (Some(percent("70")), Some(percent("100"))));
}

#[test]
fn an_indicator_alone_in_its_objective_has_its_very_figure() {
    for (target, result) in [("3", "1"), ("7", "6"), ("4", "3")] {
        let attainment = in_2024(&plan(vec![objective("A", "", &[("", target, result)])]));
        let figure = attainment.objective(&id("A")).unwrap();
        assert_eq!(figure.indicators()[0].score, figure.figure.attained, "{result} of {target}");
    }
}

#[test]
fn an_objective_scored_by_itself_is_the_one_in_its_plan_whatever_it_weighs() {
    for written in ["", "0", "40"] {
        let made = objective("A", written, &[("60", "4", "3"), ("40", "SI", "")]);
        let plan = plan(vec![made, objective("B", "60", &[("", "SI", "SI")])]);
        let today = day("2024-06-30");
        for span in [Span::Year(year(2024)), Span::Period] {
            let within = Attainment::of(&plan, span, today).objective(&id("A")).unwrap().figure.clone();
            let by_itself = score_objective(plan.objectives.at(0).unwrap(), plan.period, &plan.policy, span, today);
            assert_eq!(told(&by_itself.figure), "75.00 on 60.00, 45.00 to 85.00, 75.00", "weight {written:?}");
            assert_eq!(by_itself.figure, within);
        }
    }
}

#[test]
fn over_the_period_an_indicator_is_the_mean_of_its_years() {
    let mut made = objective("A", "", &[("30", "4", "4"), ("70", "4", "")]);
    let mut several = made.indicators.at(1).unwrap().as_ref().clone();
    several.id = "several".into();
    several.weight = weight("10");
    several.cells.insert(year(2024), cell("4", "4"));
    several.cells.insert(year(2025), cell("4", "2"));
    several.cells.insert(year(2026), cell("4", ""));
    made.indicators.push(several).unwrap();
    let attainment = Attainment::of(&plan(vec![made]), Span::Period, day("2026-06-30"));
    let figure = attainment.objective(&id("A")).unwrap();
    assert_eq!(shown(figure.indicators()[2].score), "75.00");
    assert_eq!(figure.indicators()[2].outcome, Outcome::Awaited { overdue: false });
    // 30 × 100 + 10 × ⅔ × 75 of the 110 due.
    assert_eq!(told(&figure.figure), "95.45 on 33.33, 31.82 to 98.48, 95.45");
}

#[test]
fn of_several_years_an_indicator_is_what_is_most_urgent_in_them() {
    use Outcome::{Awaited, NeedsJudgement, NotComputable, NotDue, Scored, SetAside};
    let mismatch = NotComputable(Obstacle::PercentAgainstCount);
    for (years, expected, awaited_by) in [
        ([("4", "4"), ("4", "4"), ("4", "4")], Scored, None),
        ([("4", "4"), ("Da definire", ""), ("4", "4")], Scored, None),
        ([("Da definire", ""), ("", ""), ("Da definire", "")], SetAside(Status::ToDefine), None),
        ([("4", "4"), ("4", "75%"), ("4", "4")], mismatch, None),
        ([("4", "75%"), ("4", "ovunque"), ("4", "4")], NeedsJudgement, None),
        ([("4", "75%"), ("4", "ovunque"), ("4", "")], Awaited { overdue: false }, Some("2026-12-31")),
        ([("4", "4"), ("4", ""), ("4", "")], Awaited { overdue: true }, Some("2025-12-31")),
        ([("", ""), ("", ""), ("", "")], NotDue, None),
    ] {
        let mut made = indicator("", "");
        let cells = (2024..).zip(years).map(|(number, (target, result))| (year(number), cell(target, result)));
        made.cells = cells.collect();
        let mut whole = objective("A", "", &[]);
        whole.indicators.push(made).unwrap();
        let attainment = Attainment::of(&plan(vec![whole]), Span::Period, day("2026-06-30"));
        let found = attainment.objective(&id("A")).unwrap().indicators()[0];
        assert_eq!((found.outcome, found.awaited_by), (expected, awaited_by.map(day)), "{years:?}");
    }
}

#[test]
fn over_the_period_an_objective_weighs_the_mean_of_the_weights_written_for_its_years() {
    let mut made = objective("A", "20", &[("", "4", "4")]);
    made.weights.extend([(year(2026), weight("50").unwrap()), (year(2027), weight("90").unwrap())]);
    let attainment = Attainment::of(&plan(vec![made]), Span::Period, day("2026-06-30"));
    assert_eq!(
        attainment.objective(&id("A")).unwrap().weight,
        weight("35"),
        "2025 has none, 2027 is no year of the plan"
    );
}

#[test]
fn the_official_figure_is_what_was_measured_until_the_year_is_over() {
    let mut made = plan(vec![objective("A", "", &[("", "SI", "SI"), ("", "SI", "")])]);
    let mut official = |policy: Policy, today: &str| {
        made.policy = policy;
        shown(Attainment::of(&made, Span::Year(year(2024)), day(today)).figure().official)
    };
    assert_eq!(official(Policy::default(), "2024-12-31"), "100.00");
    assert_eq!(official(Policy::default(), "2025-01-01"), "50.00");
    let left_out = Policy { missing: MissingRule::LeftOut, ..Policy::default() };
    assert_eq!(official(left_out, "2025-01-01"), "100.00");
    assert_eq!(official(Policy { official: OfficialRule::Floor, ..Policy::default() }, "2024-01-01"), "50.00");
    assert_eq!(official(Policy { official: OfficialRule::Measured, ..Policy::default() }, "2025-01-01"), "100.00");
}

#[test]
fn the_light_is_that_of_the_official_figure_on_every_level() {
    let made = plan(vec![objective("A", "", &[("", "SI", "SI"), ("", "SI", "")])]);
    for (today, expected) in [("2024-12-31", Light::Green), ("2025-01-01", Light::Red)] {
        let attainment = Attainment::of(&made, Span::Year(year(2024)), day(today));
        let objective = &attainment.objective(&id("A")).unwrap().figure;
        for figure in [attainment.figure(), objective] {
            assert_eq!(figure.light(&made.policy), Some(expected), "on {today}");
        }
    }
    assert_eq!(Figure::default().light(&made.policy), None);
}

#[test]
fn goals_and_offices_see_the_weights_of_the_plan() {
    let unit =
        |name: &str| Unit { id: name.into(), name: name.into(), responsible: String::new(), email: String::new() };
    let mut first = objective("A", "60", &[("50", "SI", "SI"), ("50", "SI", "NO")]);
    let mut second = objective("B", "", &[("", "SI", "SI")]);
    first.goals = vec!["leaf".into(), "root".into()];
    second.goals = vec!["root".into()];
    first.units = vec!["x".into()];
    second.units = vec!["y".into()];
    let mut own = first.indicators.at(1).unwrap().as_ref().clone();
    own.id = "own".into();
    own.units = vec!["y".into()];
    first.indicators.push(own).unwrap();
    let mut made = plan(vec![first, second]);
    made.goals.push(goal("root", None)).unwrap();
    made.goals.push(goal("leaf", Some("root"))).unwrap();
    made.goals.push(goal("idle", None)).unwrap();
    made.units.push(unit("x")).unwrap();
    made.units.push(unit("y")).unwrap();
    let attainment = in_2024(&made);
    let by_goal: Vec<_> = attainment.by_goal(&made).iter().map(|(_, figure)| shown(figure.attained)).collect();
    // A is a third of 60 plus the 40 of B; the leaf is A alone.
    assert_eq!(by_goal, ["60.00", "33.33", "-"]);
    let by_unit: Vec<_> = attainment.by_unit(&made).iter().map(|(_, figure)| shown(figure.attained)).collect();
    // y answers for 20 of A, missed, and the 40 of B.
    assert_eq!(by_unit, ["50.00", "66.67"]);
    for place in [Place::Goal("root".into()), Place::Unit("y".into()), Place::Plan] {
        let working = attainment.explain(&made, &place, Detail::Everything).unwrap();
        adds_up(&working);
    }
}

/// Every mean is the sum of what it says it is the mean of.
pub(super) fn adds_up(working: &Working) {
    let (Basis::Mean(children) | Basis::Judged { parts: children, .. }) = &working.basis else { return };
    children.iter().for_each(adds_up);
    let figure = match &working.basis {
        Basis::Judged { measured, .. } => measured,
        _ => &working.figure,
    };
    let sum = |of: fn(&Working) -> Option<(Percent, Percent)>| -> Decimal {
        children.iter().filter_map(of).map(|(a, b)| a.value() * b.value() / Decimal::ONE_HUNDRED).sum()
    };
    let near = |found: Decimal, expected: Option<Percent>| {
        let off = (found - expected.unwrap_or_default().value()).abs();
        assert!(off < Decimal::new(1, 18), "{found} is not {expected:?} at {:?}", working.place);
    };
    near(sum(|child| child.counts.zip(child.figure.attained)), figure.attained);
    near(sum(|child| child.share.zip(child.figure.floor)), figure.floor);
    near(sum(|child| child.share.zip(child.figure.coverage)), figure.coverage);
    if figure.floor.is_some() {
        near(children.iter().filter_map(|child| child.share).map(Percent::value).sum(), Some(Percent::HUNDRED));
    }
}

#[test]
fn a_working_goes_down_to_the_words() {
    let made = plan(vec![objective("A", "60", &[("50", "Almeno 4", "3 su 4")]), with_parts(Cell::default()).renamed()]);
    let attainment = in_2024(&made);
    let working = attainment.explain(&made, &Place::Plan, Detail::Everything).unwrap();
    adds_up(&working);
    let Basis::Mean(objectives) = &working.basis else { panic!() };
    let Basis::Mean(indicators) = &objectives[0].basis else { panic!() };
    assert_eq!((objectives[0].weight, indicators[0].weight), (weight("60"), weight("50")), "as written");
    let Basis::Cell(cell) = &indicators[0].basis else { panic!() };
    assert_eq!((cell.target_words.as_str(), cell.result_words.as_str()), ("Almeno 4", "3 su 4"));
    assert_eq!(shown(cell.score.score), "75.00");
    let folded = attainment.explain(&made, &Place::Plan, Detail::Children).unwrap();
    let Basis::Mean(objectives) = &folded.basis else { panic!() };
    assert_eq!(objectives[0].basis, Basis::Folded);
    assert_eq!(folded.figure, working.figure);
}

impl Objective {
    fn renamed(mut self) -> Self {
        self.id = "renamed".into();
        self
    }
}

#[test]
fn a_change_of_policy_reaches_every_figure() {
    let mut made = plan(vec![objective("A", "", &[("", "4", "3")])]);
    let mut attainment = in_2024(&made);
    let policy = Preset::AllOrNothing.policy(year(2024));
    let edit = Edit::Plan(PlanField::Policy(policy));
    made.apply(edit.clone()).unwrap();
    attainment.after(&made, &edit);
    assert_eq!(shown(attainment.figure().attained), "0.00");
}

#[test]
fn a_change_of_the_period_reaches_every_figure() {
    let mut made = objective("A", "", &[("", "4", "4")]);
    let mut twice = made.indicators.at(0).unwrap().as_ref().clone();
    twice.id = "twice".into();
    twice.cells.insert(year(2025), cell("4", "2"));
    made.indicators = List::try_from(vec![twice]).unwrap();
    let mut made = plan(vec![made]);
    let mut attainment = Attainment::of(&made, Span::Period, day("2026-06-30"));
    assert_eq!(shown(attainment.figure().attained), "75.00");
    let edit = Edit::Plan(PlanField::Period(Period::new(year(2024), year(2024)).unwrap()));
    made.apply(edit.clone()).unwrap();
    attainment.after(&made, &edit);
    assert_eq!(shown(attainment.figure().attained), "100.00");
}
