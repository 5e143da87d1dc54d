//! What is promised: below where it started, beyond the whole, out of its year, or in words that may mean something else.

use chrono::Datelike;
use rust_decimal::Decimal;

use super::{Finding, Place, Problem, Said};
use crate::plan::{Cell, Indicator, Objective, Part, Plan, Polarity, Year};
use crate::target::{Certainty, Context, FromWords, Measure, Phrase, Quantity, Reading, Target};

/// A starting value in words that may mean something else.
pub(super) fn baseline(plan: &Plan, objective: &Objective, indicator: &Indicator) -> Option<Finding> {
    let baseline = indicator.baseline.as_ref()?;
    let year = baseline.year.unwrap_or(plan.period.first());
    let problem = uncertain(Said::Baseline, &baseline.words, year.number())?;
    Some(Finding::always(Place::Indicator(objective.id.clone(), indicator.id.clone()), problem))
}

/// What an indicator promises, year by year.
pub(super) fn indicator(objective: &Objective, indicator: &Indicator) -> Vec<Finding> {
    let place = || Place::Indicator(objective.id.clone(), indicator.id.clone());
    let by_year = indicator.cells.iter().flat_map(|(year, cell)| {
        let said = if cell.target.is_empty() { Said::Kpi } else { Said::Target };
        let promise = indicator.promise(*year).map(|words| (said, words));
        let problems = of_cell(cell, promise, indicator, *year);
        problems.into_iter().map(move |problem| Finding::within(place(), *year, problem))
    });
    by_year.collect()
}

/// What a part promises, year by year.
pub(super) fn part(objective: &Objective, indicator: &Indicator, part: &Part) -> Vec<Finding> {
    let place = || Place::Part(objective.id.clone(), indicator.id.clone(), part.id.clone());
    let by_year = part.cells.iter().flat_map(|(year, cell)| {
        let promise = (!cell.target.is_empty()).then_some((Said::Target, &cell.target));
        let problems = of_cell(cell, promise, indicator, *year);
        problems.into_iter().map(move |problem| Finding::within(place(), *year, problem))
    });
    by_year.collect()
}

fn of_cell(
    cell: &Cell,
    promise: Option<(Said, &Phrase<Target>)>,
    indicator: &Indicator,
    year: Year,
) -> impl Iterator<Item = Problem> {
    let target = cell.target_reading.clone().or_else(|| Some(promise?.1.read(year.number()).taken()));
    let target = target.as_ref();
    let parts = match target {
        Some(Target::Several { parts }) => parts.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let worse = parts
        .iter()
        .filter_map(|part| bound(part, indicator.polarity))
        .find_map(|bound| worse_than_baseline(bound, indicator, year));
    let dates = parts.iter().flat_map(|part| match part {
        Target::By { date } => vec![*date],
        Target::BandsByDay { grades } => grades.iter().map(|grade| grade.date).collect(),
        _ => Vec::new(),
    });
    let date = cell.due.into_iter().chain(dates).find(|date| date.year() != year.number());
    let unsure_target = promise
        .filter(|_| cell.target_reading.is_none())
        .and_then(|(said, words)| uncertain(said, words, year.number()));
    let beside = cell.result_context(promise.map(|(_, words)| words), year);
    let unsure_result =
        if cell.result_reading.is_none() { uncertain(Said::Result, &cell.result, beside) } else { None };
    [
        unsure_target,
        worse,
        parts.iter().find_map(over_whole),
        date.map(|date| Problem::DeadlineOutsideYear { date }),
        unsure_result,
    ]
    .into_iter()
    .flatten()
}

/// The number a target sets, and on which side of it is better.
fn bound(target: &Target, polarity: Polarity) -> Option<(Quantity, Polarity)> {
    match target {
        Target::AtLeast(quantity) | Target::MoreThan(quantity) => Some((*quantity, Polarity::Rising)),
        Target::AtMost(quantity) | Target::LessThan(quantity) => Some((*quantity, Polarity::Falling)),
        Target::Exactly(quantity) => Some((*quantity, polarity)),
        Target::All => Some((Quantity::percent(Decimal::ONE_HUNDRED), Polarity::Rising)),
        Target::Range(_)
        | Target::By { .. }
        | Target::Yes
        | Target::Times { .. }
        | Target::Change { .. }
        | Target::Several { .. }
        | Target::Bands { .. }
        | Target::BandsByDay { .. }
        | Target::ToDefine
        | Target::Withdrawn { .. }
        | Target::Words => None,
    }
}

fn worse_than_baseline((target, better): (Quantity, Polarity), indicator: &Indicator, year: Year) -> Option<Problem> {
    let written = indicator.baseline.as_ref()?;
    let read = written.words.read(written.year.unwrap_or(year).number());
    let baseline = match read.taken() {
        Reading::Quantity(quantity) => quantity,
        Reading::Ratio { part, whole } => {
            Quantity::percent(part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?)
        }
        _ => return None,
    };
    let is_worse = match better {
        Polarity::Rising => target.value < baseline.value,
        Polarity::Falling => target.value > baseline.value,
        Polarity::Steady => false,
    };
    let is_same_measure = target.measure == baseline.measure;
    (is_same_measure && is_worse).then_some(Problem::WorseThanBaseline { target, baseline })
}

/// More than all there is, `> 100 %` too.
fn over_whole(target: &Target) -> Option<Problem> {
    let (quantity, is_beyond) = match target {
        Target::AtLeast(quantity) | Target::Exactly(quantity) => (*quantity, quantity.value > Decimal::ONE_HUNDRED),
        Target::MoreThan(quantity) => (*quantity, quantity.value >= Decimal::ONE_HUNDRED),
        _ => return None,
    };
    let is_over = quantity.measure == Measure::Percent && is_beyond;
    is_over.then_some(Problem::OverWhole { target: quantity })
}

fn uncertain<R: FromWords>(said: Said, words: &Phrase<R>, context: impl Into<Context>) -> Option<Problem> {
    if words.is_empty() {
        return None;
    }
    let context = context.into();
    let certainty = words.read(context).certainty;
    (certainty < Certainty::Sure).then(|| Problem::Uncertain { said, words: words.words().into(), certainty, context })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Baseline, Cells};

    fn year(number: i32) -> Year {
        Year::new(number).unwrap()
    }

    fn promising(target: &str) -> Indicator {
        let mut indicator = Indicator::new("i".into());
        indicator.cells = Cells::from([(year(2024), Cell { target: target.into(), ..Cell::default() })]);
        indicator
    }

    fn problems(indicator: &Indicator) -> Vec<Problem> {
        super::indicator(&Objective::new("o".into()), indicator).into_iter().map(|finding| finding.problem).collect()
    }

    fn cell(indicator: &mut Indicator) -> &mut Cell {
        indicator.cells.get_mut(&year(2024)).unwrap()
    }

    #[test]
    fn a_target_is_not_worse_than_where_it_started() {
        use Polarity::{Falling, Rising, Steady};
        for (target, polarity, baseline, is_worse) in [
            ("Almeno 20%", Rising, "57%", true),
            ("Almeno 57%", Rising, "57%", false),
            ("≥ 60%", Falling, "57%", false),
            ("non oltre 30", Rising, "20", true),
            ("non oltre 10", Rising, "20", false),
            ("60", Rising, "70", true),
            ("80", Falling, "70", true),
            ("80", Steady, "70", false),
            ("Almeno 20", Rising, "57%", false),
            ("Almeno 20%", Rising, "3/4", true),
            ("Almeno 20%", Rising, "Non disponibile", false),
            ("SI", Rising, "57%", false),
        ] {
            let mut indicator = promising(target);
            indicator.polarity = polarity;
            indicator.baseline = Some(Baseline { words: baseline.into(), year: None });
            let found = problems(&indicator);
            let worse = found.iter().any(|problem| matches!(problem, Problem::WorseThanBaseline { .. }));
            assert_eq!(worse, is_worse, "{target} from {baseline}: {found:?}");
        }
    }

    #[test]
    fn a_share_has_no_more_than_its_whole() {
        for (target, is_over) in
            [(">100%", true), ("100%", false), ("Almeno 100%", false), ("Almeno 120%", true), ("Almeno 120", false)]
        {
            let found = problems(&promising(target));
            let over = found.iter().any(|problem| matches!(problem, Problem::OverWhole { .. }));
            assert_eq!(over, is_over, "{target}: {found:?}");
        }
    }

    #[test]
    fn a_deadline_falls_in_the_year_it_stands_in() {
        let date = |text: &str| text.parse().unwrap();
        let outside = |text| Problem::DeadlineOutsideYear { date: date(text) };
        assert_eq!(problems(&promising("Entro il 30/9")), []);
        assert_eq!(problems(&promising("Entro il 31/01/2025")), [outside("2025-01-31")]);
        assert_eq!(problems(&promising("≥ 80%; entro il 31/01/2025")), [outside("2025-01-31")]);
        let late = problems(&promising("entro il 30/11 = 100%; entro il 31/01/2025 = 50%"));
        assert!(late.contains(&outside("2025-01-31")), "{late:?}");

        let mut step = promising("");
        step.kpi = "SI".into();
        cell(&mut step).due = Some(date("2023-12-31"));
        assert_eq!(problems(&step), [outside("2023-12-31")]);
    }

    #[test]
    fn words_that_may_mean_something_else_wait_for_a_person() {
        let certainty = Certainty::Likely;
        let words = "Tasso di risposta 75%";
        let mut indicator = promising(words);
        let context = Context::of(2024);
        let target = Problem::Uncertain { said: Said::Target, words: words.into(), certainty, context };
        assert_eq!(problems(&indicator), [target]);

        let chosen = Target::AtLeast(Quantity::percent(75.into()));
        let context = Context::beside(2024, &chosen);
        cell(&mut indicator).target_reading = Some(chosen);
        assert_eq!(problems(&indicator), []);

        cell(&mut indicator).result = "circa 80%".into();
        let result = Problem::Uncertain { said: Said::Result, words: "circa 80%".into(), certainty, context };
        assert_eq!(problems(&indicator), [result]);
        cell(&mut indicator).result_reading = Some(Reading::Quantity(Quantity::percent(80.into())));
        assert_eq!(problems(&indicator), []);
    }

    #[test]
    fn a_step_is_read_by_its_kpi_in_the_year_it_falls_due() {
        let mut step = promising("");
        step.kpi = "Almeno 120%".into();
        assert_eq!(problems(&step), []);
        cell(&mut step).due = Some("2024-06-30".parse().unwrap());
        assert_eq!(problems(&step), [Problem::OverWhole { target: Quantity::percent(120.into()) }]);
    }

    #[test]
    fn a_part_answers_for_its_own_promises() {
        let mut part = Part::new("a".into());
        part.cells = promising("Almeno 120%").cells;
        let found = super::part(&Objective::new("o".into()), &Indicator::new("i".into()), &part);
        let problem = Problem::OverWhole { target: Quantity::percent(120.into()) };
        assert_eq!(found, [Finding::within(Place::Part("o".into(), "i".into(), "a".into()), year(2024), problem)]);
    }
}
