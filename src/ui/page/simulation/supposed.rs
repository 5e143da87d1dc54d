//! What is supposed of a result: reached, missed, set aside, or another result in words.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::plan::{Cells, OtherCell, Plan, Year};
use crate::simulation::Spot;
use crate::target::{Context, Phrase, Reading};
use crate::ui::part::ResultReading;
use crate::ui::widget::{Choice, Draft, Select};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::desk::Desk;

const AS_PLANNED: &str = "";
const MET: &str = "met";
const MISSED: &str = "missed";
const SET_ASIDE: &str = "aside";
const RESULT: &str = "result";

/// The choice, and the words of another result.
#[component]
pub(super) fn Supposed(desk: Desk, spot: Spot, label: String) -> impl IntoView {
    let texts = use_texts();
    let label = StoredValue::new(label);
    let at = StoredValue::new(spot);
    let supposed =
        Memo::new(move |_| desk.trial(|trial| at.with_value(|spot| trial.supposed(spot).cloned())).flatten());
    let planned = Memo::new(move |_| {
        let year = desk.trial(crate::simulation::Trial::year)?;
        desk.workspace.read(|plan| at.with_value(|spot| planned(plan, spot, year))).flatten()
    });
    let chosen = Signal::derive(move || {
        let name = supposed.with(|supposed| match supposed {
            None => AS_PLANNED,
            Some(OtherCell::Met) => MET,
            Some(OtherCell::Missed) => MISSED,
            Some(OtherCell::SetAside) => SET_ASIDE,
            Some(OtherCell::Result(_)) => RESULT,
        });
        name.to_owned()
    });
    let choices = Signal::derive(move || {
        let as_planned = match planned.get().filter(|words| !words.trim().is_empty()) {
            Some(words) => t_string!(texts, simulation.as_planned, words = words),
            None => t_string!(texts, simulation.as_planned_none).to_owned(),
        };
        vec![
            Choice::new(AS_PLANNED, as_planned),
            Choice::new(MET, t_string!(texts, simulation.met)),
            Choice::new(MISSED, t_string!(texts, simulation.missed)),
            Choice::new(RESULT, t_string!(texts, simulation.other_result)),
            Choice::new(SET_ASIDE, t_string!(texts, simulation.set_aside)),
        ]
    });
    let suppose = move |supposed| at.with_value(|spot| desk.suppose(spot, supposed));
    let choose = move |name: String| {
        suppose(match name.as_str() {
            MET => Some(OtherCell::Met),
            MISSED => Some(OtherCell::Missed),
            SET_ASIDE => Some(OtherCell::SetAside),
            RESULT => Some(OtherCell::Result(planned.get_untracked().unwrap_or_default().as_str().into())),
            _ => None,
        });
    };
    let words = Signal::derive(move || match &*supposed.read() {
        Some(OtherCell::Result(result)) => result.words().to_owned(),
        _ => String::new(),
    });
    let context = Memo::new(move |_| {
        let year = desk.trial(crate::simulation::Trial::year)?;
        desk.workspace.read(|plan| at.with_value(|spot| context(plan, spot, year))).flatten()
    });
    let is_result = Memo::new(move |_| matches!(*supposed.read(), Some(OtherCell::Result(_))));
    let name = Signal::derive(move || t_string!(texts, simulation.supposed_of, what = label.get_value()));
    let name_of_result = Signal::derive(move || t_string!(texts, simulation.result_of, what = label.get_value()));
    view! {
        <Select bare=true label=name value=chosen choices on_choose=choose />
        <Show when=move || is_result.get()>
            <OtherResult
                label=name_of_result
                words
                context
                on_commit=Callback::new(move |words: String| suppose(Some(OtherCell::Result(words.as_str().into()))))
            />
        </Show>
    }
}

/// The words of another result, read beside their target as they are typed.
#[component]
fn OtherResult(
    label: Signal<String>,
    words: Signal<String>,
    context: Memo<Option<Context>>,
    on_commit: Callback<String>,
) -> impl IntoView {
    let draft = Draft::new(words, on_commit);
    let read = Memo::new(move |_| {
        let typed = Phrase::<Reading>::new(draft.shown());
        let context = context.get().filter(|_| !typed.is_empty())?;
        Some(typed.read(context).into_owned())
    });
    view! {
        <label class="field">
            <span class="visually-hidden">{label}</span>
            <input
                type="text"
                autocomplete="off"
                prop:value=move || draft.shown()
                on:input=move |event: Event| draft.type_in(event_target_value(&event))
                on:change=move |_| draft.commit()
            />
        </label>
        <ResultReading read />
    }
}

/// The result that the plan has.
fn planned(plan: &Plan, spot: &Spot, year: Year) -> Option<String> {
    Some(cells(plan, spot)?.get(&year)?.result.words().to_owned())
}

/// What a result answers to.
fn context(plan: &Plan, spot: &Spot, year: Year) -> Option<Context> {
    let cell = cells(plan, spot)?.get(&year)?;
    let promise = match spot {
        Spot::Indicator(objective, id) => plan.objectives.get(objective)?.indicators.get(id)?.promise(year),
        _ => Some(&cell.target).filter(|target| !target.is_empty()),
    };
    Some(cell.result_context(promise, year))
}

fn cells<'a>(plan: &'a Plan, spot: &Spot) -> Option<&'a Cells> {
    Some(match spot {
        Spot::Objective(_) => return None,
        Spot::Indicator(objective, id) => &plan.objectives.get(objective)?.indicators.get(id)?.cells,
        Spot::Part(objective, indicator, id) => {
            &plan.objectives.get(objective)?.indicators.get(indicator)?.parts.get(id)?.cells
        }
    })
}
