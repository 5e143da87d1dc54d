//! The filters above the list.

use std::collections::BTreeSet;

use leptos::ev::Event;
use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use crate::attainment::Attainment;
use crate::plan::{ObjectiveId, Plan};
use crate::state::Sheet;
use crate::ui::widget::{Choice, Select};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::desk::Desk;
use super::wanted::Standing;

/// Office, objective, standing, words.
#[component]
pub fn Filters(
    /// The page.
    desk: Desk,
) -> impl IntoView {
    let texts = use_texts();
    let search = move |event: Event| {
        let text = event_target_value(&event);
        desk.want(|wanted| wanted.text = text);
    };
    let offices = Memo::new(move |_| !desk.units.read().is_empty());
    view! {
        <section class="filters no-print" aria-label=move || t_string!(texts, monitoring.filters)>
            <label class="field words">
                <span class="label">{t!(texts, monitoring.search)}</span>
                <input
                    type="search"
                    id=SEARCH
                    placeholder=move || t_string!(texts, monitoring.search_hint)
                    prop:value=move || desk.wanted(|wanted| wanted.text.clone())
                    on:input=search
                />
            </label>
            <Show when=move || offices.get()>
                <OfficePick desk />
            </Show>
            <ObjectivePick desk />
            <StandingPick desk />
            <Buttons desk />
        </section>
    }
}

#[component]
fn OfficePick(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    let value =
        Signal::derive(move || desk.wanted(|wanted| wanted.unit.as_ref().map(ToString::to_string).unwrap_or_default()));
    let choices = Memo::new(move |_| {
        let offices =
            |plan: &Plan| plan.units.iter().map(|unit| Choice::new(unit.id.as_str(), unit.name.clone())).collect();
        all_and(t_string!(texts, monitoring.all_offices), desk.workspace.read(offices).unwrap_or_default())
    });
    let choose = move |id: String| desk.want(|wanted| wanted.unit = (!id.is_empty()).then(|| id.into()));
    let label = Signal::derive(move || t_string!(texts, monitoring.office).to_owned());
    view! { <Select label value choices on_choose=Callback::new(choose) /> }
}

#[component]
fn ObjectivePick(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    let value = Signal::derive(move || {
        desk.wanted(|wanted| wanted.objective.as_ref().map(ToString::to_string).unwrap_or_default())
    });
    let sheets = desk.workspace.sheets();
    let due = Memo::new(move |_| desk.figures(due).unwrap_or_default());
    let choices = Memo::new(move |_| {
        let due = due.read();
        let due: BTreeSet<_> = due.iter().collect();
        let name = |sheet: &Sheet| Choice::new(sheet.id.as_str(), format!("{} {}", sheet.code, sheet.title).trim());
        let each = sheets.read().iter().filter(|sheet| due.contains(&sheet.id)).map(name).collect();
        all_and(t_string!(texts, monitoring.all_objectives), each)
    });
    let choose = move |id: String| desk.want(|wanted| wanted.objective = (!id.is_empty()).then(|| id.into()));
    let label = Signal::derive(move || t_string!(texts, monitoring.objective).to_owned());
    view! { <Select label value choices on_choose=Callback::new(choose) /> }
}

/// The objectives with something due in the year.
fn due(figures: &Attainment) -> Vec<ObjectiveId> {
    figures.objectives().filter(|(_, found)| found.figure.counts.due > 0).map(|(id, _)| id.clone()).collect()
}

#[component]
fn StandingPick(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    let words = move |standing: Standing| match standing {
        Standing::Any => t_string!(texts, monitoring.any_standing),
        Standing::Overdue => t_string!(texts, words.overdue),
        Standing::Awaited => t_string!(texts, words.awaited),
        Standing::ToJudge => t_string!(texts, words.needs_judgement),
        Standing::NotComputable => t_string!(texts, words.not_computable),
        Standing::Scored => t_string!(texts, words.scored),
        Standing::SetAside => t_string!(texts, monitoring.set_aside),
    };
    let value = Signal::derive(move || desk.wanted(|wanted| wanted.standing.name().to_owned()));
    let choices = Signal::derive(move || {
        Standing::ALL.into_iter().map(|(standing, name)| Choice::new(name, words(standing))).collect::<Vec<_>>()
    });
    let choose = move |name: String| desk.want(|wanted| wanted.standing = Standing::named(&name));
    let label = Signal::derive(move || t_string!(texts, monitoring.standing).to_owned());
    view! { <Select label value choices on_choose=Callback::new(choose) /> }
}

/// How many rows there are, and the way back to all of them.
#[component]
fn Buttons(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    let by_standing = move || desk.wanted(|wanted| wanted.standing != Standing::Any);
    view! {
        <p class="row buttons">
            <span class="soft small" role="status">
                {move || t_string!(texts, monitoring.rows, n = desk.rows.read().len())}
            </span>
            <Show when=by_standing>
                <button
                    type="button"
                    class="button plain"
                    title=move || t_string!(texts, monitoring.refresh_hint)
                    on:click=move |_| desk.refresh()
                >
                    {t!(texts, monitoring.refresh)}
                </button>
            </Show>
            <Show when=move || desk.wanted(|wanted| wanted.is_narrow())>
                <button type="button" class="button plain" on:click=move |_| clear(desk)>
                    {t!(texts, monitoring.clear)}
                </button>
            </Show>
        </p>
    }
}

/// Takes every filter away; the button that did it goes too, so the keyboard goes to the search.
pub(super) fn clear(desk: Desk) {
    desk.want(|wanted| *wanted = Default::default());
    request_animation_frame(|| {
        let search = document().get_element_by_id(SEARCH).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(search) = search {
            // A field that just left the page cannot take the focus; there is nothing to tell anybody then.
            let _ = search.focus();
        }
    });
}

const SEARCH: &str = "cerca-risultati";

fn all_and(all: &str, each: Vec<Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", all)).chain(each).collect()
}
