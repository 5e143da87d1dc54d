//! Title, the scenarios of the plan, and what one does with the one on the desk.

use leptos::prelude::*;

use crate::plan::{Edit, ListEdit, Scenario, ScenarioEdit, ScenarioField, ScenarioId};
use crate::state::{Page, use_workspace};
use crate::ui::widget::{Input, Menu, MenuItem};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

use super::desk::Desk;

/// Where the keyboard goes when the comparison is closed.
pub(super) const COMPARE: &str = "confronta";

/// The head of the page.
#[component]
pub(super) fn Heading(
    desk: Desk,
    #[prop(into)] on_compare: Callback<()>,
    #[prop(into)] on_apply: Callback<()>,
) -> impl IntoView {
    let texts = use_texts();
    let year = move || desk.trial(|trial| trial.year().to_string());
    let has_scenario = Memo::new(move |_| desk.chosen.read().is_some() && desk.saved.read().is_some());
    view! {
        <header class="row spread wrap">
            <div>
                <h1>{t!(texts, simulation.title)} " " {year}</h1>
                <p class="soft">{t!(texts, simulation.hint)}</p>
            </div>
            <div class="row wrap no-print">
                <Show when=move || has_scenario.get()>
                    <button type="button" id=COMPARE class="button ghost" on:click=move |_| on_compare.run(())>
                        {t!(texts, simulation.compare)}
                    </button>
                    <button type="button" class="button" on:click=move |_| on_apply.run(())>
                        {t!(texts, simulation.apply)}
                    </button>
                </Show>
            </div>
        </header>
        <Scenarios desk />
    }
}

/// The scenarios, with the one on the desk to be named.
#[component]
fn Scenarios(desk: Desk) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let list = Memo::new(move |_| {
        let named = |scenario: &std::sync::Arc<Scenario>| (scenario.id.clone(), scenario.name.clone());
        workspace.read(|plan| plan.scenarios.iter().map(named).collect::<Vec<_>>()).unwrap_or_default()
    });
    let has_any = Memo::new(move |_| !list.read().is_empty());
    let name = Signal::derive(move || {
        let (list, chosen) = (list.read(), desk.chosen.read());
        list.iter().find(|(id, _)| Some(id) == chosen.as_ref()).map(|(_, name)| name.clone()).unwrap_or_default()
    });
    let rename = move |name: String| {
        if let Some(scenario) = desk.chosen.get_untracked() {
            let edit = ScenarioEdit::Field(ScenarioField::Name(name.trim().to_owned()));
            workspace.edit(Edit::Scenario { scenario, edit });
        }
    };
    let add = move |_| {
        if let Some(id) = workspace.new_id() {
            desk.add(Scenario { name: desk.next_name(), ..Scenario::new(id) });
        }
    };
    view! {
        <div class="scenarios no-print">
            <nav aria-label=move || t_string!(texts, simulation.scenarios)>
                <For each=move || list.get() key=Clone::clone let((id, name))>
                    <Tab desk id name />
                </For>
                <button type="button" class="button plain" on:click=add>
                    {t!(texts, simulation.add)}
                </button>
            </nav>
            <Show when=move || has_any.get()>
                <div class="row">
                    <Input bare=true value=name on_commit=rename label=label!(texts, simulation.name) />
                    <More desk />
                </div>
            </Show>
        </div>
    }
}

#[component]
fn Tab(desk: Desk, id: ScenarioId, name: String) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let (to, here) = (id.clone(), id.clone());
    let current = move || (desk.chosen.read().as_ref() == Some(&here)).then_some("true");
    let shown = move || shown_name(&name, texts);
    let tried = id.clone();
    view! {
        <a
            href=move || workspace.address_of(Page::Simulation(Some(to.clone())))
            aria-current=current
            on:click=move |_| workspace.try_out(tried.clone())
        >
            {shown}
        </a>
    }
}

/// What a scenario is called on the screen.
pub(super) fn shown_name(name: &str, texts: Texts) -> String {
    match name.trim() {
        "" => t_string!(texts, simulation.untitled).to_owned(),
        name => name.to_owned(),
    }
}

/// What is done more rarely.
#[component]
fn More(desk: Desk) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let at_hand = move || {
        let id = desk.chosen.get_untracked()?;
        workspace.peek(|plan| plan.scenarios.get(&id).map(|scenario| Scenario::clone(scenario))).flatten()
    };
    let duplicate = move |()| {
        if let (Some(scenario), Some(id)) = (at_hand(), workspace.new_id()) {
            let name = t_string!(texts, simulation.copy_of, name = scenario.name.clone());
            desk.add(Scenario { id, name, ..scenario });
        }
    };
    let remove = move |()| {
        if let Some(Scenario { id, name, .. }) = at_hand() {
            workspace.remove(shown_name(&name, texts), Edit::Scenarios(ListEdit::Remove { id }));
        }
    };
    view! {
        <Menu label=label!(texts, simulation.more)>
            <MenuItem label=label!(texts, simulation.duplicate) on_choose=duplicate />
            <MenuItem label=label!(texts, simulation.reset_weights) on_choose=move |()| desk.reset_weights() />
            <MenuItem label=label!(texts, simulation.reset) on_choose=move |()| desk.reset() />
            <MenuItem label=label!(texts, simulation.remove) on_choose=remove />
        </Menu>
    }
}
