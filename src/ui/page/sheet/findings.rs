//! What a reviewer would object to in this objective, calmly, each with its way out.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::plan::{
    CellField, Edit, Finding, IndicatorEdit, Objective, ObjectiveEdit, PartEdit, Place, Plan, Problem, Said,
};
use crate::target::{
    Certainty, Doubt, FromWords, Language, Reading, Target, show_date, show_quantity, show_reading, show_target,
};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_language, use_texts, weight};

use super::header::TITLE;
use super::here::{Here, beginning, name};
use super::indicators::description_id;
use crate::ui::widget::focus_soon;

/// The findings of the objective; nothing where there are none.
#[component]
pub fn Findings(
    /// The sheet.
    here: Here,
) -> impl IntoView {
    let texts = use_texts();
    let found = Memo::new(move |_| {
        let own = |finding: &Finding| finding.place.objective().is_some_and(|objective| *objective == here.id());
        here.workspace.read(|plan| plan.check().into_iter().filter(own).collect::<Vec<_>>()).unwrap_or_default()
    });
    let lines = move || found.get().into_iter().map(|finding| view! { <Line here finding /> }).collect_view();
    let count = move || match found.read().len() {
        1 => t_string!(texts, sheet.one_finding).to_string(),
        n => t_string!(texts, sheet.findings, n = n),
    };
    view! {
        <Show when=move || !found.read().is_empty()>
            <details class="note calm findings">
                <summary>{count}</summary>
                <ul>{lines}</ul>
            </details>
        </Show>
    }
}

#[component]
fn Line(here: Here, finding: Finding) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let finding = StoredValue::new(finding);
    let subject = move || finding.with_value(|finding| here.read(|objective| subject(objective, finding, texts)));
    let words = move || {
        finding.with_value(|finding| here.workspace.read(|plan| problem_words(plan, finding, texts, language.get())))
    };
    let confirm = finding.with_value(confirmable);
    view! {
        <li>
            <p>
                <button type="button" class="why strong" on:click=move |_| finding.with_value(go_there)>
                    {subject}
                </button>
                " " {words}
            </p>
            {confirm.then(|| view! {
                <button
                    type="button"
                    class="button plain"
                    on:click=move |_| finding.with_value(|finding| accept(here, finding))
                >
                    {t!(texts, sheet.confirm_reading)}
                </button>
            })}
        </li>
    }
}

/// What the finding is about, short enough to begin a sentence with.
fn subject(objective: &Objective, finding: &Finding, texts: Texts) -> String {
    let named = match &finding.place {
        Place::Action(_, id) => objective.actions.get(id).map(|action| {
            let name = if action.code.is_empty() { beginning(&action.description) } else { action.code.clone() };
            t_string!(texts, sheet.action_named, name = name)
        }),
        Place::Indicator(_, id) => objective.indicators.get(id).map(|found| name(found)),
        Place::Part(_, id, part) => objective.indicators.get(id).map(|found| {
            let letter = found.parts.get(part).map(|part| part.code.clone()).unwrap_or_default();
            format!("{} {letter}", name(found))
        }),
        Place::Plan | Place::Goal(_) | Place::Objective(_) => None,
    };
    let named = named.unwrap_or_else(|| t_string!(texts, sheet.this_sheet).to_string());
    match finding.year {
        Some(year) => format!("{named} · {year}"),
        None => named,
    }
}

fn go_there(finding: &Finding) {
    let element = match &finding.place {
        Place::Action(_, id) => format!("azione-{id}"),
        Place::Indicator(_, id) => description_id(id),
        Place::Part(_, _, part) => format!("parte-{part}"),
        Place::Plan | Place::Goal(_) | Place::Objective(_) => TITLE.to_owned(),
    };
    focus_soon([element]);
}

fn problem_words(plan: &Plan, finding: &Finding, texts: Texts, language: Language) -> String {
    match &finding.problem {
        Problem::WeightSum { sum, unweighted: 0, .. } => {
            t_string!(texts, sheet.found_weight_sum, sum = weight(Some(*sum), language))
        }
        Problem::WeightSum { sum, unweighted, .. } => {
            t_string!(texts, sheet.found_weight_left, sum = weight(Some(*sum), language), n = unweighted.to_string())
        }
        Problem::WorseThanBaseline { target, baseline } => t_string!(
            texts,
            sheet.found_worse_than_baseline,
            target = show_quantity(*target, language),
            baseline = show_quantity(*baseline, language)
        ),
        Problem::OverWhole { .. } => t_string!(texts, sheet.found_over_whole).to_string(),
        Problem::ActionNotMeasured => t_string!(texts, sheet.found_action_not_measured).to_string(),
        Problem::ActionWithoutIndicator => t_string!(texts, sheet.found_action_without_indicator).to_string(),
        Problem::OutsideAction => t_string!(texts, sheet.found_outside_action).to_string(),
        Problem::NoGoal => t_string!(texts, sheet.found_no_goal).to_string(),
        Problem::NoUnit => t_string!(texts, sheet.found_no_unit).to_string(),
        Problem::NoIndicator => t_string!(texts, sheet.found_no_indicator).to_string(),
        Problem::DuplicateCode { code } => t_string!(texts, sheet.found_duplicate_code, code = code.clone()),
        Problem::DeadlineOutsideYear { date } => {
            t_string!(texts, sheet.found_deadline_outside, date = show_date(*date))
        }
        Problem::Uncertain { words, .. } => {
            let read = automatic(finding, language).unwrap_or_default();
            if names_no_day(finding) {
                t_string!(texts, sheet.found_no_such_day, words = beginning(words))
            } else if matches!(&finding.problem, Problem::Uncertain { certainty: Certainty::Guess, .. }) {
                let words = beginning(words);
                match deadline(plan, finding) {
                    Some(day) => {
                        t_string!(texts, sheet.found_guess_due, words = words, read = read, day = show_date(day))
                    }
                    None => t_string!(texts, sheet.found_guess, words = words, read = read),
                }
            } else if confirmable(finding) {
                t_string!(texts, sheet.found_uncertain, words = beginning(words), read = read)
            } else {
                t_string!(texts, sheet.found_uncertain_elsewhere, words = beginning(words), read = read)
            }
        }
        Problem::SameIndicator { objective, indicator } => {
            let other = plan.objectives.get(objective).and_then(|found| found.indicators.get(indicator));
            let other = other.map(|found| name(found)).unwrap_or_default();
            t_string!(texts, sheet.found_same_indicator, other = other)
        }
        Problem::OutsidePeriod => t_string!(texts, sheet.found_outside_period).to_string(),
    }
}

/// The deadline that counts while words of a promise are only guessed at.
fn deadline(plan: &Plan, finding: &Finding) -> Option<NaiveDate> {
    let Problem::Uncertain { said: Said::Target | Said::Kpi, .. } = &finding.problem else { return None };
    let found = |objective, id| plan.objectives.get(objective)?.indicators.get(id);
    let cells = match &finding.place {
        Place::Indicator(objective, id) => &found(objective, id)?.cells,
        Place::Part(objective, id, part) => &found(objective, id)?.parts.get(part)?.cells,
        _ => return None,
    };
    cells.get(&finding.year?)?.due
}

/// Shows what uncertain words are read as.
fn automatic(finding: &Finding, language: Language) -> Option<String> {
    let Problem::Uncertain { said, words, context, .. } = &finding.problem else { return None };
    Some(match said {
        Said::Target | Said::Kpi => show_target(&Target::read(words, *context).reading, language),
        Said::Result | Said::Baseline => show_reading(&Reading::read(words, *context).reading, language),
    })
}

/// Whether the words name a day that the calendar does not have.
fn names_no_day(finding: &Finding) -> bool {
    let Problem::Uncertain { said, words, context, .. } = &finding.problem else { return false };
    let doubt = match said {
        Said::Target | Said::Kpi => Target::read(words, *context).doubt,
        Said::Result | Said::Baseline => Reading::read(words, *context).doubt,
    };
    doubt == Some(Doubt::NoSuchDay)
}

/// A reading of the year, likely or guessed, can be confirmed on the spot; a day that does not exist is to be corrected.
fn confirmable(finding: &Finding) -> bool {
    if names_no_day(finding) {
        return false;
    }
    match &finding.problem {
        Problem::Uncertain { said: Said::Target | Said::Result, .. } => finding.year.is_some(),
        _ => false,
    }
}

/// Stores the automatic reading as the one a person chose.
fn accept(here: Here, finding: &Finding) {
    let (Some(year), Problem::Uncertain { said, words, context, .. }) = (finding.year, &finding.problem) else {
        return;
    };
    let field = match said {
        Said::Target => CellField::TargetReading(Some(Target::read(words, *context).reading)),
        Said::Result => CellField::ResultReading(Some(Reading::read(words, *context).reading)),
        Said::Kpi | Said::Baseline => return,
    };
    let (indicator, edit) = match &finding.place {
        Place::Indicator(_, id) => (id.clone(), IndicatorEdit::Cell { year, field }),
        Place::Part(_, id, part) => {
            (id.clone(), IndicatorEdit::Part { part: part.clone(), edit: PartEdit::Cell { year, field } })
        }
        _ => return,
    };
    let edit = ObjectiveEdit::Indicator { indicator, edit };
    here.workspace.edit(Edit::Objective { objective: here.id(), edit });
}
