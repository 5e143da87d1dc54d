//! The live example: what the rules make of a few invented results.

use chrono::NaiveDate;
use leptos::prelude::*;
use rust_decimal::Decimal;

use super::Rules;
use super::invented::{self, Case};
use crate::attainment::{Attainment, CellScore, Note, Rule, Span, band_score, score_cell};
use crate::plan::{Percent, Polarity, Policy, Year};
use crate::state::use_workspace;
use crate::target::show_number;
use crate::ui::words::text::*;
use crate::ui::words::{Texts, outcome_words, percent, use_language, use_texts};

/// What the rules make of the cases.
#[derive(Clone, Debug, PartialEq)]
struct Scored {
    rows: Vec<(Case, CellScore)>,
    during: Option<Percent>,
    after: Option<Percent>,
    coverage: Option<Percent>,
    points: Option<Decimal>,
}

/// Scores the cases with the engine that scores the plan: in December, and in the following January.
fn scored(cases: Vec<Case>, policy: &Policy, year: Year) -> Option<Scored> {
    let plan = invented::plan(&cases, policy, year)?;
    let december = NaiveDate::from_ymd_opt(year.number(), 12, 1)?;
    let january = NaiveDate::from_ymd_opt(year.number() + 1, 1, 31)?;
    let scores = invented::indicators(&plan).map(|indicator| score_cell(indicator, year, policy, december));
    let rows = cases.into_iter().zip(scores).filter_map(|(case, score)| Some((case, score?))).collect();
    let during = Attainment::of(&plan, Span::Year(year), december);
    let after = Attainment::of(&plan, Span::Year(year), january).figure().official;
    let points = after.and_then(|after| band_score(after, policy, year));
    Some(Scored { rows, during: during.figure().official, after, coverage: during.figure().coverage, points })
}

fn cases(texts: Texts) -> Vec<Case> {
    let case = |what: &str, target: &str, result: &str, baseline: &str, polarity| Case {
        what: what.to_owned(),
        target: target.to_owned(),
        result: result.to_owned(),
        baseline: baseline.to_owned(),
        polarity,
    };
    macro_rules! said {
        ($key:ident) => {
            t_string!(texts, settings.$key)
        };
    }
    vec![
        case(said!(case_share), said!(case_share_target), "60%", "50%", Polarity::Rising),
        case(said!(case_count), said!(case_count_target), "60", "", Polarity::Rising),
        case(said!(case_days), said!(case_days_target), said!(case_days_result), "", Polarity::Falling),
        case(said!(case_date), said!(case_date_target), "10/7", "", Polarity::Rising),
        case(said!(case_yes), said!(case_yes_target), "no", "", Polarity::Rising),
        case(said!(case_steady), "100", "95", "", Polarity::Steady),
        case(said!(case_missing), said!(case_missing_target), "", "", Polarity::Rising),
    ]
}

/// The example, beside the rules.
#[component]
pub fn Example(rules: Rules) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let year = Memo::new(move |_| workspace.year());
    let scored = Memo::new(move |_| rules.policy.with(|policy| scored(cases(texts), policy, year.get()?)));
    let rows = move || {
        let rows = scored.get().map(|scored| scored.rows).unwrap_or_default();
        rows.into_iter().map(|(case, score)| view! { <Row case score /> }).collect_view()
    };
    view! {
        <aside class="example" aria-labelledby="example">
            <h3 id="example">{t!(texts, settings.example)}</h3>
            <p class="soft small">{t!(texts, settings.example_hint)}</p>
            <table aria-labelledby="example">
                <thead>
                    <tr>
                        <th scope="col">{t!(texts, settings.example_what)}</th>
                        <th scope="col">{t!(texts, settings.example_target)}</th>
                        <th scope="col">{t!(texts, settings.example_result)}</th>
                        <th scope="col" class="number">{t!(texts, settings.example_score)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <Totals scored />
        </aside>
    }
}

#[component]
fn Row(case: Case, score: CellScore) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let baseline = (!case.baseline.is_empty()).then(|| {
        let from = case.baseline.clone();
        view! { <span class="soft small block">{move || t_string!(texts, settings.starting_from, from = from.clone())}</span> }
    });
    let (outcome, points) = (score.outcome, score.score);
    let shown = move || match points {
        Some(_) => percent(points, language.get()),
        None => outcome_words(outcome, texts),
    };
    let how = move || how(&score, texts, language.get());
    view! {
        <tr>
            <th scope="row">
                {case.what} <span class="soft small block">{how}</span>
            </th>
            <td>{case.target} {baseline}</td>
            <td>{case.result}</td>
            <td class="number strong">{shown}</td>
        </tr>
    }
}

/// Says in a few words which rule gave the score.
fn how(score: &CellScore, texts: Texts, language: crate::target::Language) -> String {
    let mut words = match score.working.rule {
        Some(Rule::Proportion) => t_string!(texts, settings.how_proportion).to_string(),
        Some(Rule::Mirrored) => t_string!(texts, settings.how_mirrored).to_string(),
        Some(Rule::Inverse) => t_string!(texts, settings.how_inverse).to_string(),
        Some(Rule::ZeroTarget) => t_string!(texts, settings.how_zero).to_string(),
        Some(Rule::FromBaseline) => t_string!(texts, settings.how_baseline).to_string(),
        Some(Rule::Distance) => t_string!(texts, settings.how_distance).to_string(),
        Some(Rule::Deadline) => {
            let days = score.working.days_late.unwrap_or_default();
            t_string!(texts, settings.how_late, days = days.to_string())
        }
        Some(Rule::Times) => t_string!(texts, settings.how_times).to_string(),
        Some(Rule::Range) => t_string!(texts, settings.how_range).to_string(),
        Some(Rule::Change | Rule::AnyChange | Rule::NoChange) => t_string!(texts, settings.how_change).to_string(),
        Some(Rule::Grade) => t_string!(texts, settings.how_grade).to_string(),
        Some(Rule::Worst) => t_string!(texts, settings.how_worst).to_string(),
        Some(Rule::Mean) => t_string!(texts, settings.how_mean).to_string(),
        Some(Rule::Deed | Rule::Stated) => t_string!(texts, settings.how_deed).to_string(),
        None => t_string!(texts, settings.how_awaited).to_string(),
    };
    if score.working.notes.has(Note::Capped) {
        words.push_str(&t_string!(texts, settings.how_capped, raw = ratio(score, language)));
    }
    if let Some(before) = score.working.before_scale.filter(|_| score.working.notes.has(Note::Scaled)) {
        words.push_str(&t_string!(texts, settings.how_scaled, before = percent(Some(before), language)));
    }
    words
}

fn ratio(score: &CellScore, language: crate::target::Language) -> String {
    let ratio = score.ratio.and_then(|ratio| Percent::new(ratio.value()).ok());
    percent(ratio, language)
}

#[component]
fn Totals(scored: Memo<Option<Scored>>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let figure = move |look: fn(&Scored) -> Option<Percent>| {
        move || percent(scored.with(|scored| scored.as_ref().and_then(look)), language.get())
    };
    let during = figure(|scored| scored.during);
    let after = figure(|scored| scored.after);
    let coverage = figure(|scored| scored.coverage);
    let points = Memo::new(move |_| scored.with(|scored| scored.as_ref().and_then(|scored| scored.points)));
    let body_score = move || {
        let points = show_number(points.get()?, language.get());
        Some(view! {
            <dt>{t!(texts, settings.total_points)}</dt>
            <dd>{points}</dd>
        })
    };
    view! {
        <div role="status">
        <dl class="totals">
            <dt>
                {t!(texts, settings.total_during)}
                <span class="soft small block">
                    {move || t_string!(texts, settings.total_during_hint, coverage = coverage())}
                </span>
            </dt>
            <dd>{during}</dd>
            <dt>
                {t!(texts, settings.total_after)}
                <span class="soft small block">{t!(texts, settings.total_after_hint)}</span>
            </dt>
            <dd>{after}</dd>
            {body_score}
        </dl>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_scored_by_the_rules_of_the_plan() {
        let case = |target: &str, result: &str| Case {
            what: String::new(),
            target: target.to_owned(),
            result: result.to_owned(),
            baseline: String::new(),
            polarity: Polarity::Rising,
        };
        let cases = vec![case("almeno 80%", "60%"), case("almeno 4", "")];
        let found = scored(cases, &Policy::default(), Year::new(2024).unwrap()).unwrap();
        assert_eq!(found.during, Some(Percent::whole(75)));
        assert_eq!(found.coverage, Some(Percent::whole(50)));
        assert_eq!(found.after, Percent::new(Decimal::new(375, 1)).ok());
    }
}
