//! *Applica al piano*: the scenario becomes the plan, as one revision that one undo takes back.

use leptos::prelude::*;

use crate::plan::{Plan, Revision, Taking, Weight};
use crate::simulation::{Reweighed, Trial, application, reweighed};
use crate::state::Notice;
use crate::target::{Language, rounded, show_number};
use crate::ui::widget::{Dialog, Input};
use crate::ui::words::text::*;
use crate::ui::words::{use_language, use_texts};

use super::desk::Desk;
use super::name::shortened;

/// How many weights the log names.
const TOLD: usize = 12;

/// The dialog.
#[component]
pub(super) fn Apply(desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let texts = use_texts();
    view! {
        <Dialog open on_close=move |()| open.set(false) label=label!(texts, simulation.apply_title) class="apply">
            <Form desk open />
        </Dialog>
    }
}

#[component]
fn Form(desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let (workspace, texts, language) = (desk.workspace, use_texts(), use_language());
    // Other years may have been tried in the same scenario: they are applied when they are on the screen.
    let scenario = untrack(|| desk.trial(|trial| trial.scenario().in_year(trial.year())));
    let at = untrack(|| desk.trial(Trial::year));
    let year = at.map(|year| year.to_string()).unwrap_or_default();
    let name = scenario.as_ref().map(|scenario| scenario.name.clone()).unwrap_or_default();
    let scenario = StoredValue::new(scenario);
    let note = RwSignal::new(name);
    let act = RwSignal::new(String::new());
    let taking = RwSignal::new(Taking::Decisions);
    // What the log says of the weights follows the note in it; the reason why something is set aside is the note alone.
    let edit = move |weights: Option<String>| {
        let reason = note.get();
        let note = [Some(reason.trim().to_owned()), weights].into_iter().flatten().filter(|words| !words.is_empty());
        let note = note.collect::<Vec<_>>().join(" – ");
        let revision = Revision { date: workspace.today(), act: act.get(), note };
        let taking = taking.get();
        scenario
            .with_value(|scenario| {
                workspace.peek(|plan| application(plan, scenario.as_ref()?, taking, &reason, revision))
            })
            .flatten()
    };
    let weights = Memo::new(move |_| {
        let (edit, at) = (edit(None)?, at?);
        let changes = workspace.peek(|plan| reweighed_words(plan, &reweighed(plan, edit, at), language.get()))?;
        (!changes.is_empty())
            .then(|| t_string!(texts, simulation.apply_weights, year = at.to_string(), changes = changes))
    });
    let is_something = Memo::new(move |_| edit(None).is_some());
    let apply = move |_| {
        if let Some(edit) = untrack(|| edit(weights.get())) {
            workspace.edit(edit);
            workspace.notices().show(Notice::Applied(note.get_untracked()));
        }
        open.set(false);
    };
    let choose = move |event: leptos::ev::Event| {
        taking.set(if event_target_checked(&event) { Taking::Everything } else { Taking::Decisions });
    };
    view! {
        <div class="stack">
            <h2>{t!(texts, simulation.apply_title)}</h2>
            <p>{move || t_string!(texts, simulation.apply_hint, year = year.clone())}</p>
            {move || weights.get().map(|weights| view! { <p>{weights}</p> })}
            <Input value=note on_commit=move |words| note.set(words) label=label!(texts, simulation.apply_note) />
            <Input
                value=act
                on_commit=move |words| act.set(words)
                label=label!(texts, simulation.apply_act)
                hint=label!(texts, simulation.apply_act_hint)
            />
            <label class="check">
                <input type="checkbox" on:change=choose />
                <span>{t!(texts, simulation.apply_results)}</span>
            </label>
            <Show when=move || !is_something.get()>
                <p class="soft">{t!(texts, simulation.apply_nothing)}</p>
            </Show>
            <div class="row">
                <button type="button" class="button" disabled=move || !is_something.get() on:click=apply>
                    {t!(texts, simulation.apply_now)}
                </button>
                <button type="button" class="button ghost" on:click=move |_| open.set(false)>
                    {t!(texts, simulation.cancel)}
                </button>
            </div>
        </div>
    }
}

/// Names the objectives that weigh otherwise, as far as a log is read.
fn reweighed_words(plan: &Plan, changes: &[Reweighed], language: Language) -> String {
    let shown = |weight: Option<Weight>| {
        weight.map_or_else(|| "–".to_owned(), |weight| show_number(rounded(weight.value(), 2), language))
    };
    let told = changes.iter().take(TOLD).filter_map(|change| {
        let objective = plan.objectives.get(&change.objective)?;
        let name = if objective.code.is_empty() { shortened(&objective.title) } else { objective.code.clone() };
        Some(format!("{name} {} → {}", shown(change.from), shown(change.to)))
    });
    let more = (changes.len() > TOLD).then(|| "…".to_owned());
    told.chain(more).collect::<Vec<_>>().join("; ")
}
