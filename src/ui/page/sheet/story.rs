//! Everything else a sheet says: links to strategy, situation, benefits, method, people. Folded, so that the indicators
//! stand at the top of the page.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::plan::{Objective, ObjectiveField, Weight, Year};
use crate::ui::part::{Locked, NumberField, YearField};
use crate::ui::widget::Words;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::here::Here;
use super::pick::{GoalPick, UnitPick};

/// A text of the story: how it is looked at, and how it is set.
type Text = (fn(&Objective) -> &String, fn(String) -> ObjectiveField);

/// The texts of the story, in the order in which they stand.
const TEXTS: [Text; 12] = [
    (|objective| &objective.situation.current, ObjectiveField::SituationCurrent),
    (|objective| &objective.situation.critical_points, ObjectiveField::SituationCriticalPoints),
    (|objective| &objective.benefits.expected, ObjectiveField::BenefitsExpected),
    (|objective| &objective.benefits.advantages, ObjectiveField::BenefitsAdvantages),
    (|objective| &objective.method.actions, ObjectiveField::MethodActions),
    (|objective| &objective.method.costs, ObjectiveField::MethodCosts),
    (|objective| &objective.method.overall_indicator, ObjectiveField::MethodOverallIndicator),
    (|objective| &objective.other_services, ObjectiveField::OtherServices),
    (|objective| &objective.staff_groups, ObjectiveField::StaffGroups),
    (|objective| &objective.stakeholders, ObjectiveField::Stakeholders),
    (|objective| &objective.public_value, ObjectiveField::PublicValue),
    (|objective| &objective.reference, ObjectiveField::Reference),
];

/// The element that unfolds them.
pub const STORY: &str = "altri-dati";

/// The folded part.
#[component]
pub fn Story(
    /// The sheet.
    here: Here,
) -> impl IntoView {
    let texts = use_texts();
    let filled = Memo::new(move |_| here.read(filled).unwrap_or_default());
    // Texts, goals, offices and the first year.
    let all = TEXTS.len().saturating_add(3);
    let open = RwSignal::new(false);
    view! {
        <details class="card story" on:toggle=move |_| open.set(true)>
            <summary id=STORY>
                <span class="strong">{t!(texts, sheet.story)}</span>
                <span class="soft small">{t!(texts, sheet.story_holds)}</span>
                <span class="soft small filled">
                    {move || t_string!(texts, sheet.filled, n = filled.get(), of = all)}
                </span>
            </summary>
            <Show when=move || open.get()>
                <div class="story-body">
                    <Links here />
                    <Texts here />
                </div>
            </Show>
        </details>
    }
}

fn filled(objective: &Objective) -> usize {
    let texts = TEXTS.iter().filter(|(look, _)| !look(objective).trim().is_empty()).count();
    let links = [!objective.goals.is_empty(), !objective.units.is_empty(), objective.first_year.is_some()];
    texts.saturating_add(links.into_iter().filter(|link| *link).count())
}

/// Goals, offices, weights, first year.
#[component]
fn Links(here: Here) -> impl IntoView {
    let texts = use_texts();
    let units = Signal::derive(move || here.read(|objective| objective.units.clone()).unwrap_or_default());
    let first = Signal::derive(move || here.read(|objective| objective.first_year).flatten());
    view! {
        <div class="links">
            <Locked when=here.is_copy()>
                <GoalPick here />
            </Locked>
            <div class="stack">
                <Locked when=here.is_copy()>
                    <UnitPick chosen=units on_change=Callback::new(move |units| here.set(ObjectiveField::Units(units))) />
                    <Weights here />
                </Locked>
                <div class="year">
                    <YearField
                        label=label!(texts, sheet.first_year)
                        value=first
                        on_commit=Callback::new(move |year| here.set(ObjectiveField::FirstYear(year)))
                    />
                </div>
            </div>
        </div>
    }
}

/// The objective's weight in each year of the plan.
#[component]
fn Weights(here: Here) -> impl IntoView {
    let texts = use_texts();
    let years = move || here.workspace.period().into_iter().flat_map(|period| period.years()).collect::<Vec<_>>();
    let field = move |year: Year| {
        let written =
            move || here.read(|objective| objective.weights.get(&year).map(|weight| weight.value())).flatten();
        let commit = move |number: Option<rust_decimal::Decimal>| {
            let Ok(weight) = number.map(Weight::new).transpose() else { return false };
            let mut weights: BTreeMap<_, _> = here.peek(|objective| objective.weights.clone()).unwrap_or_default();
            match weight {
                Some(weight) => drop(weights.insert(year, weight)),
                None => drop(weights.remove(&year)),
            }
            here.set(ObjectiveField::Weights(weights));
            true
        };
        let label = Signal::derive(move || year.to_string());
        view! { <NumberField label value=Signal::derive(written) on_commit=Callback::new(commit) /> }
    };
    view! {
        <fieldset class="pick">
            <legend>{t!(texts, sheet.weights)}</legend>
            <div class="years">
                <For each=years key=|year| *year children=field />
            </div>
        </fieldset>
    }
}

#[component]
fn Texts(here: Here) -> impl IntoView {
    let texts = use_texts();
    let labels = [
        label!(texts, sheet.situation_current),
        label!(texts, sheet.situation_critical),
        label!(texts, sheet.benefits_expected),
        label!(texts, sheet.benefits_advantages),
        label!(texts, sheet.method_actions),
        label!(texts, sheet.method_costs),
        label!(texts, sheet.method_overall),
        label!(texts, sheet.other_services),
        label!(texts, sheet.staff_groups),
        label!(texts, sheet.stakeholders),
        label!(texts, sheet.public_value),
        label!(texts, sheet.reference),
    ];
    let field = |((look, put), label): (Text, Signal<String>)| {
        let commit = Callback::new(move |words: String| here.set(put(words)));
        view! { <Words label value=here.text(look) on_commit=commit /> }
    };
    view! { <div class="texts">{TEXTS.into_iter().zip(labels).map(field).collect_view()}</div> }
}
