//! *Applica al piano*: the scenario becomes the plan, as one revision that one undo takes back.

use leptos::prelude::*;

use crate::plan::{Revision, Taking};
use crate::simulation::application;
use crate::state::Notice;
use crate::ui::widget::{Dialog, Input};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::desk::Desk;

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
    let (workspace, texts) = (desk.workspace, use_texts());
    // Other years may have been tried in the same scenario: they are applied when they are on the screen.
    let scenario = untrack(|| desk.trial(|trial| trial.scenario().in_year(trial.year())));
    let year = untrack(|| desk.trial(|trial| trial.year().to_string())).unwrap_or_default();
    let name = scenario.as_ref().map(|scenario| scenario.name.clone()).unwrap_or_default();
    let scenario = StoredValue::new(scenario);
    let note = RwSignal::new(name);
    let act = RwSignal::new(String::new());
    let taking = RwSignal::new(Taking::Decisions);
    let edit = move || {
        let revision = Revision { date: workspace.today(), act: act.get(), note: note.get() };
        let taking = taking.get();
        scenario
            .with_value(|scenario| workspace.peek(|plan| application(plan, scenario.as_ref()?, taking, revision)))
            .flatten()
    };
    let is_something = Memo::new(move |_| edit().is_some());
    let apply = move |_| {
        if let Some(edit) = untrack(edit) {
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
