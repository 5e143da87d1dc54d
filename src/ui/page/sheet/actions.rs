//! The table of actions.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::plan::{Action, ActionField, ActionId, ListEdit, ObjectiveEdit, Year};
use crate::ui::widget::Words;
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

use super::copy;
use super::here::{Here, beginning};
use super::icon::{Icon, Tool};
use crate::ui::widget::{Stepped, focus_soon, stepped};

/// The actions; folded away where there are none, or so many that they would hide the indicators.
#[component]
pub fn Actions(
    /// The sheet.
    here: Here,
) -> impl IntoView {
    let texts = use_texts();
    let ids = Memo::new(move |_| {
        let ids =
            |actions: &crate::plan::List<Action>| actions.iter().map(|action| action.id.clone()).collect::<Vec<_>>();
        here.read(|objective| ids(&objective.actions)).unwrap_or_default()
    });
    let few = (1..=2).contains(&ids.read_untracked().len());
    let count = move || match ids.read().len() {
        0 => t_string!(texts, sheet.no_actions).to_string(),
        n => n.to_string(),
    };
    view! {
        <details class="card actions" open=few>
            <summary>
                <h2>{t!(texts, sheet.actions)}</h2>
                <span class="soft">{count}</span>
            </summary>
            <Show when=move || !ids.read().is_empty()>
                <ActionTable here ids />
            </Show>
            <button type="button" class="button plain" id="azione-nuova" on:click=move |_| add(here)>
                {t!(texts, sheet.add_action)}
            </button>
        </details>
    }
}

#[component]
fn ActionTable(here: Here, ids: Memo<Vec<ActionId>>) -> impl IntoView {
    let texts = use_texts();
    let years =
        Memo::new(move |_| here.workspace.period().into_iter().flat_map(|period| period.years()).collect::<Vec<_>>());
    view! {
        <div class="scroll">
            <table class="quiet" aria-label=move || t_string!(texts, sheet.actions)>
                <thead>
                    <tr>
                        <th scope="col" class="c-number">{t!(texts, sheet.number)}</th>
                        <th scope="col" class="c-mark" title=move || t_string!(texts, sheet.innovative)>
                            {t!(texts, sheet.innovative_short)}
                        </th>
                        <th scope="col">{t!(texts, sheet.description)}</th>
                        <th scope="col">{t!(texts, sheet.expected_result)}</th>
                        <For each=move || years.get() key=|year| *year let:year>
                            <th scope="col" class="c-year">{year.to_string()}</th>
                        </For>
                        <th scope="col" class="c-tools">
                            <span class="visually-hidden">{t!(texts, sheet.tools)}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || ids.get() key=Clone::clone let:id>
                        <ActionRow here id years />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

/// An action of the sheet.
#[derive(Clone, Copy)]
struct At {
    here: Here,
    id: StoredValue<ActionId>,
    found: Memo<Option<Arc<Action>>>,
}

impl At {
    fn text(self, look: fn(&Action) -> &String) -> Signal<String> {
        Signal::derive(move || self.found.read().as_deref().map(|action| look(action).clone()).unwrap_or_default())
    }

    fn set(self, field: ActionField) {
        self.here.edit(ObjectiveEdit::Action { action: self.id.get_value(), field });
    }

    fn name(self) -> Signal<String> {
        Signal::derive(move || self.found.read().as_deref().map(name).unwrap_or_default())
    }
}

fn name(action: &Action) -> String {
    if action.code.is_empty() { beginning(&action.description) } else { action.code.clone() }
}

#[component]
fn ActionRow(here: Here, id: ActionId, years: Memo<Vec<Year>>) -> impl IntoView {
    let texts = use_texts();
    let wanted = id.clone();
    let found = Memo::new(move |_| here.read(|objective| objective.actions.get(&wanted).cloned()).flatten());
    let description = format!("azione-{id}");
    let at = At { here, id: StoredValue::new(id), found };
    let put = move |field: fn(String) -> ActionField| Callback::new(move |words: String| at.set(field(words)));
    let walk = move |event: KeyboardEvent| {
        if let Some(Stepped { by, within }) = stepped(&event) {
            shift(at, by, within);
        }
    };
    view! {
        <tr on:keydown=walk>
            <td class="c-number">
                <Words
                    bare=true
                    label=label!(texts, sheet.number)
                    value=at.text(|action| &action.code)
                    on_commit=put(ActionField::Code)
                />
            </td>
            <td class="c-mark">
                <Innovative at />
            </td>
            <td>
                <Words
                    bare=true
                    id=description
                    label=label!(texts, sheet.description)
                    value=at.text(|action| &action.description)
                    on_commit=put(ActionField::Description)
                />
            </td>
            <td>
                <Words
                    bare=true
                    label=label!(texts, sheet.expected_result)
                    value=at.text(|action| &action.expected_result)
                    on_commit=put(ActionField::ExpectedResult)
                />
            </td>
            <For each=move || years.get() key=|year| *year let:year>
                <td class="c-year">
                    <YearTick at year />
                </td>
            </For>
            <td class="c-tools">
                <Tools at />
            </td>
        </tr>
    }
}

#[component]
fn Innovative(at: At) -> impl IntoView {
    let texts = use_texts();
    let on = move || at.found.read().as_ref().is_some_and(|action| action.innovative);
    view! {
        <button
            type="button"
            class="tool star"
            class:on=on
            aria-pressed=move || on().to_string()
            title=move || t_string!(texts, sheet.innovative)
            aria-label=move || t_string!(texts, sheet.innovative_of, name = at.name().get())
            on:click=move |_| at.set(ActionField::Innovative(!untrack(on)))
        >
            {move || if on() { "★" } else { "☆" }}
        </button>
    }
}

#[component]
fn YearTick(at: At, year: Year) -> impl IntoView {
    let texts = use_texts();
    let on = move || at.found.read().as_ref().is_some_and(|action| action.years.contains(&year));
    let toggle = move |_| {
        let Some(mut years) = at.found.get_untracked().map(|action| action.years.clone()) else { return };
        if !years.remove(&year) {
            years.insert(year);
        }
        at.set(ActionField::Years(years));
    };
    view! {
        <input
            type="checkbox"
            aria-label=move || t_string!(texts, sheet.action_in_year, name = at.name().get(), year = year.to_string())
            prop:checked=on
            on:change=toggle
        />
    }
}

#[component]
fn Tools(at: At) -> impl IntoView {
    let texts = use_texts();
    let id = at.id.get_value();
    let place = Memo::new(move |_| at.here.read(|objective| objective.actions.place(&at.id.get_value())).flatten());
    let last = move || at.here.read(|objective| objective.actions.len().saturating_sub(1));
    let label = move |make: fn(Texts, String) -> String| Signal::derive(move || make(texts, at.name().get()));
    view! {
        <Tool
            icon=Icon::Up
            id=format!("azione-su-{id}")
            disabled=Signal::derive(move || place.get() == Some(0))
            label=label(|texts, name| t_string!(texts, sheet.move_up, name = name))
            on_press=Callback::new(move |()| shift(at, -1, None))
        />
        <Tool
            icon=Icon::Copy
            id=format!("azione-copia-{id}")
            label=label(|texts, name| t_string!(texts, sheet.duplicate, name = name))
            on_press=Callback::new(move |()| duplicate(at))
        />
        <Tool
            icon=Icon::Down
            id=format!("azione-giu-{id}")
            disabled=Signal::derive(move || place.get() == last())
            label=label(|texts, name| t_string!(texts, sheet.move_down, name = name))
            on_press=Callback::new(move |()| shift(at, 1, None))
        />
        <Tool
            icon=Icon::Remove
            id=format!("azione-togli-{id}")
            label=label(|texts, name| t_string!(texts, sheet.remove, name = name))
            on_press=Callback::new(move |()| remove(at, texts))
        />
    }
}

fn add(here: Here) {
    let Some(id) = here.workspace.new_id::<ActionId>() else { return };
    let at = here.peek(|objective| objective.actions.len()).unwrap_or_default();
    let code = at.saturating_add(1).to_string();
    insert(here, at, Action { code, ..Action::new(id) });
}

fn duplicate(at: At) {
    let place = at.here.peek(|objective| objective.actions.place(&at.id.get_value())).flatten();
    let copy = at.found.get_untracked().and_then(|action| copy::of_action(at.here.workspace, &action));
    if let (Some(place), Some(copy)) = (place, copy) {
        insert(at.here, place.saturating_add(1), copy);
    }
}

fn insert(here: Here, at: usize, action: Action) {
    let id = action.id.clone();
    here.edit(ObjectiveEdit::Actions(ListEdit::Insert { at, item: Arc::new(action) }));
    focus_soon([format!("azione-{id}")]);
}

fn shift(at: At, by: isize, within: Option<String>) {
    let id = at.id.get_value();
    let place = at.here.peek(|objective| objective.actions.place(&id)).flatten();
    let Some(to) = place.and_then(|place| place.checked_add_signed(by)) else { return };
    let buttons = [format!("azione-su-{id}"), format!("azione-giu-{id}")];
    at.here.edit(ObjectiveEdit::Actions(ListEdit::Move { id, to }));
    let [up, down] = buttons;
    focus_soon(within.into_iter().chain(if by < 0 { [up, down] } else { [down, up] }));
}

fn remove(at: At, texts: Texts) {
    let (here, id) = (at.here, at.id.get_value());
    let what = t_string!(texts, sheet.the_action, name = at.name().get_untracked());
    let next = here.peek(|objective| {
        let place = objective.actions.place(&id)?;
        let next =
            objective.actions.at(place.saturating_add(1)).or_else(|| objective.actions.at(place.checked_sub(1)?))?;
        Some(next.id.clone())
    });
    if let Some(edit) = here.workspace.peek(|plan| plan.removal_of_action(&here.id(), &id)) {
        here.workspace.remove(what, edit);
    }
    let next = next.flatten().map(|next| format!("azione-{next}"));
    focus_soon(next.into_iter().chain(["azione-nuova".to_owned()]));
}
