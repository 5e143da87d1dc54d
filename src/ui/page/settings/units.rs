//! The offices that answer for objectives and indicators.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::plan::{Edit, ListEdit, Plan, Unit, UnitField, UnitId};
use crate::state::use_workspace;
use crate::ui::widget::{Input, InputKind};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::Section;
use crate::ui::widget::focus_soon;

/// For how many indicators each office answers.
type Answers = Memo<BTreeMap<UnitId, usize>>;

/// The section.
#[component]
pub fn Units() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let ids = Memo::new(move |_| {
        workspace.read(|plan| plan.units.iter().map(|unit| unit.id.clone()).collect::<Vec<_>>()).unwrap_or_default()
    });
    let add = move |_| {
        let Some(id) = workspace.new_id::<UnitId>() else { return };
        let at = ids.with_untracked(Vec::len);
        workspace.edit(Edit::Units(ListEdit::Insert { at, item: Arc::new(Unit::new(id.clone())) }));
        focus_soon([format!("unit-{id}")]);
    };
    view! {
        <Section id="units" heading=label!(texts, settings.units) hint=label!(texts, settings.units_hint)>
            <Show when=move || !ids.read().is_empty() fallback=move || view! { <p class="empty">{t!(texts, settings.no_units)}</p> }>
                <Table ids />
            </Show>
            <p>
                <button type="button" class="button ghost" id="unit-add" on:click=add>
                    {t!(texts, settings.add_unit)}
                </button>
            </p>
        </Section>
    }
}

#[component]
fn Table(ids: Memo<Vec<UnitId>>) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let answers: Answers = Memo::new(move |_| workspace.read(answers).unwrap_or_default());
    view! {
        <table class="units" aria-labelledby="units">
            <thead>
                <tr>
                    <th scope="col">{t!(texts, settings.unit_name)}</th>
                    <th scope="col">{t!(texts, settings.unit_responsible)}</th>
                    <th scope="col">{t!(texts, settings.unit_email)}</th>
                    <th scope="col" class="number" title=move || t_string!(texts, settings.unit_answers_hint)>
                        {t!(texts, settings.unit_answers)}
                    </th>
                    <th scope="col">
                        <span class="visually-hidden">{t!(texts, settings.tools)}</span>
                    </th>
                </tr>
            </thead>
            <tbody>
                <For each=move || ids.get() key=Clone::clone let:id>
                    <Row id ids answers />
                </For>
            </tbody>
        </table>
    }
}

fn answers(plan: &Plan) -> BTreeMap<UnitId, usize> {
    let mut answers = BTreeMap::new();
    for objective in plan.objectives.iter() {
        for unit in objective.indicators.iter().flat_map(|indicator| objective.units_of(indicator)) {
            *answers.entry(unit.clone()).or_insert(0) += 1;
        }
    }
    answers
}

#[component]
fn Row(id: UnitId, ids: Memo<Vec<UnitId>>, answers: Answers) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let id = StoredValue::new(id);
    let field = move |look: fn(&Unit) -> &String| {
        Memo::new(move |_| {
            let found = workspace.read(|plan| id.with_value(|id| plan.units.get(id).map(|unit| look(unit).clone())));
            found.flatten().unwrap_or_default()
        })
    };
    let set = move |field: UnitField| workspace.edit(Edit::Unit { unit: id.get_value(), field });
    let name = field(|unit| &unit.name);
    let count = move || answers.with(|answers| id.with_value(|id| answers.get(id).copied().unwrap_or_default()));
    view! {
        <tr>
            <td class="name">
                <Input
                    value=name
                    on_commit=move |it| set(UnitField::Name(it))
                    label=label!(texts, settings.unit_name)
                    bare=true
                    id=format!("unit-{}", id.get_value())
                />
            </td>
            <td>
                <Input
                    value=field(|unit| &unit.responsible)
                    on_commit=move |it| set(UnitField::Responsible(it))
                    label=label!(texts, settings.unit_responsible)
                    bare=true
                />
            </td>
            <td>
                <Input
                    value=field(|unit| &unit.email)
                    on_commit=move |it| set(UnitField::Email(it))
                    label=label!(texts, settings.unit_email)
                    kind=InputKind::Email
                    bare=true
                />
            </td>
            <td class="number">{count}</td>
            <td class="tools">
                <Tools id=id.get_value() ids name />
            </td>
        </tr>
    }
}

#[component]
fn Tools(id: UnitId, ids: Memo<Vec<UnitId>>, name: Memo<String>) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let id = StoredValue::new(id);
    let place = Memo::new(move |_| ids.with(|ids| id.with_value(|id| ids.iter().position(|other| other == id))));
    let is_last = Memo::new(move |_| ids.with(Vec::len) == place.get().map_or(0, |at| at + 1));
    let button = |which: &str, id: &UnitId| format!("unit-{which}-{id}");
    let move_to = move |to: Option<usize>, ways: [&'static str; 2]| {
        let (Some(to), id) = (to, id.get_value()) else { return };
        workspace.edit(Edit::Units(ListEdit::Move { id: id.clone(), to }));
        focus_soon(ways.map(|way| button(way, &id)));
    };
    let remove = move |_| {
        let id = id.get_value();
        let next = place.get_untracked().and_then(|at| ids.with_untracked(|ids| ids.get(at + 1).cloned()));
        let Some(edit) = workspace.peek(|plan| plan.removal_of_unit(&id)) else { return };
        workspace.remove(name.get_untracked(), edit);
        let next = next.map(|next| format!("unit-{next}")).unwrap_or_default();
        focus_soon([next, "unit-add".to_owned()]);
    };
    view! {
        <button
            type="button"
            class="button plain icon"
            id=button("up", &id.get_value())
            disabled=move || place.get() == Some(0)
            aria-label=move || t_string!(texts, settings.up_of, what = name.get())
            on:click=move |_| move_to(place.get_untracked().and_then(|at| at.checked_sub(1)), ["up", "down"])
        >
            "↑"
        </button>
        <button
            type="button"
            class="button plain icon"
            id=button("down", &id.get_value())
            disabled=is_last
            aria-label=move || t_string!(texts, settings.down_of, what = name.get())
            on:click=move |_| move_to(place.get_untracked().map(|at| at + 1), ["down", "up"])
        >
            "↓"
        </button>
        <button
            type="button"
            class="button plain"
            aria-label=move || t_string!(texts, settings.remove_of, what = name.get())
            on:click=remove
        >
            {t!(texts, settings.remove)}
        </button>
    }
}
