//! Conflicts in a table, settled one by one or by group, with the keyboard alone: arrows walk, a figure chooses.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

use crate::plan::{Conflict, ConflictId, Dispute, Keep, ObjectiveId, Plan};
use crate::report::{Facet, Record};
use crate::ui::part::{Cut, More};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::told::{facet_words, record_words};
use super::versions_of::{BaseWords, VersionWords, both_words, place_of};

/// Takes what was chosen for some conflicts; none: they are left for later.
pub type Choose = Callback<(Vec<ConflictId>, Option<Keep>)>;

/// The table of some conflicts, grouped by objective.
#[component]
pub fn Conflicts(
    /// Which.
    #[prop(into)]
    conflicts: Signal<Vec<Arc<Conflict>>>,
    /// Where what they are about is looked up.
    plan: StoredValue<Plan>,
    /// What was chosen so far.
    #[prop(into)]
    kept: Signal<BTreeMap<ConflictId, Keep>>,
    /// Takes a choice.
    choose: Choose,
    /// What the table is, for those who do not see the page.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let texts = use_texts();
    let cut = Cut::after(60);
    let groups = move || grouped(conflicts.read().iter().take(cut.shown()).cloned());
    let settle_all = move |keep: Keep| {
        let ids = conflicts.read_untracked().iter().map(|conflict| conflict.id.clone()).collect();
        choose.run((ids, Some(keep)));
    };
    view! {
        <div class="row spread wrap keys no-print">
            <p class="soft small">
                <kbd>"↑"</kbd> " " <kbd>"↓"</kbd> " " {t!(texts, exchange.key_walk)} " · " <kbd>"1"</kbd> " "
                {t!(texts, exchange.key_ours)} " · " <kbd>"2"</kbd> " " {t!(texts, exchange.key_theirs)} " · "
                <kbd>"3"</kbd> " " {t!(texts, exchange.key_base)} " · " <kbd>"0"</kbd> " " {t!(texts, exchange.key_later)}
                " · " <kbd>"Maiusc"</kbd> " " {t!(texts, exchange.key_group)}
            </p>
            <span class="row">
                <button type="button" class="button plain" on:click=move |_| settle_all(Keep::Ours)>
                    {t!(texts, exchange.all_ours)}
                </button>
                <button type="button" class="button plain" on:click=move |_| settle_all(Keep::Theirs)>
                    {t!(texts, exchange.all_theirs)}
                </button>
            </span>
        </div>
        <table class="conflicts" aria-label=label>
            <thead>
                <tr>
                    <th scope="col" class="c-place">{t!(texts, exchange.where_at)}</th>
                    <th scope="col" class="c-base">{t!(texts, exchange.before)}</th>
                    <th scope="col">{t!(texts, exchange.ours)}</th>
                    <th scope="col">{t!(texts, exchange.theirs)}</th>
                    <th scope="col" class="c-choice">{t!(texts, exchange.choice)}</th>
                </tr>
            </thead>
            {move || {
                groups().into_iter().map(|group| view! { <Group group plan kept choose /> }).collect_view()
            }}
        </table>
        <More cut count=Signal::derive(move || conflicts.read().len()) />
    }
}

type OfObjective = (Option<ObjectiveId>, Vec<Arc<Conflict>>);

fn grouped(conflicts: impl Iterator<Item = Arc<Conflict>>) -> Vec<OfObjective> {
    let mut groups: Vec<OfObjective> = Vec::new();
    for conflict in conflicts {
        let objective = place_of(&conflict).and_then(|spot| spot.record.objective().cloned());
        match groups.iter_mut().find(|(known, _)| *known == objective) {
            Some((_, group)) => group.push(conflict),
            None => groups.push((objective, vec![conflict])),
        }
    }
    groups
}

/// The conflicts of one objective.
#[component]
fn Group(
    group: OfObjective,
    plan: StoredValue<Plan>,
    kept: Signal<BTreeMap<ConflictId, Keep>>,
    choose: Choose,
) -> impl IntoView {
    let texts = use_texts();
    let (objective, conflicts) = group;
    let ids: Vec<ConflictId> = conflicts.iter().map(|conflict| conflict.id.clone()).collect();
    let heading = move || {
        let record = objective.clone().map_or(Record::Plan, Record::Objective);
        plan.with_value(|plan| record_words(&record, plan, texts))
    };
    let heading_label = heading.clone();
    let several = ids.len() > 1;
    let settle = {
        let ids = ids.clone();
        move |keep: Keep| choose.run((ids.clone(), Some(keep)))
    };
    let settle_theirs = settle.clone();
    let rows = conflicts.into_iter().map(|conflict| {
        let group = ids.clone();
        view! { <Row conflict group plan kept choose /> }
    });
    view! {
        <tbody aria-label=heading_label>
            <tr class="group">
                <th scope="rowgroup" colspan="5">
                    <span class="row spread">
                        <span>{heading}</span>
                        {several
                            .then(|| {
                                view! {
                                    <span class="row no-print">
                                        <button type="button" class="button plain" on:click=move |_| settle(Keep::Ours)>
                                            {t!(texts, exchange.group_ours)}
                                        </button>
                                        <button type="button" class="button plain" on:click=move |_| settle_theirs(Keep::Theirs)>
                                            {t!(texts, exchange.group_theirs)}
                                        </button>
                                    </span>
                                }
                            })}
                    </span>
                </th>
            </tr>
            {rows.collect_view()}
        </tbody>
    }
}

/// Returns the id of the row of a conflict, which takes the keyboard.
pub fn row_id(conflict: &ConflictId) -> String {
    format!("conflitto-{conflict}")
}

#[component]
fn Row(
    conflict: Arc<Conflict>,
    group: Vec<ConflictId>,
    plan: StoredValue<Plan>,
    kept: Signal<BTreeMap<ConflictId, Keep>>,
    choose: Choose,
) -> impl IntoView {
    let texts = use_texts();
    let id = conflict.id.clone();
    let spot = place_of(&conflict);
    let name = {
        let spot = spot.clone();
        move || {
            let spot = spot.as_ref()?;
            let is_within = !matches!(spot.record, Record::Objective(_) | Record::Plan);
            is_within.then(|| plan.with_value(|plan| record_words(&spot.record, plan, texts)))
        }
    };
    let facet = move || match &spot {
        // A group of weights is told line by line.
        Some(spot) => facet_words(spot, texts),
        None => facet_words(&crate::report::Spot { record: Record::Plan, year: None, facet: Facet::Order }, texts),
    };
    let label = {
        let (name, facet) = (name.clone(), facet.clone());
        move || [name().unwrap_or_default(), facet()].join(" ").trim().to_owned()
    };
    let chosen = {
        let id = id.clone();
        Memo::new(move |_| kept.read().get(&id).copied())
    };
    let dispute = conflict.dispute;
    let has_base = conflict.base.is_some();
    let (ours, theirs) = (conflict.ours.clone(), conflict.theirs.clone());
    let our_words = both_words(&ours.edit, &theirs.edit, false);
    let their_words = both_words(&theirs.edit, &ours.edit, true);
    let pick = {
        let id = id.clone();
        move |keep: Option<Keep>| choose.run((vec![id.clone()], keep))
    };
    let press = {
        let pick = pick.clone();
        move |event: KeyboardEvent| {
            let keep = match event.code().as_str() {
                "Digit1" | "Numpad1" => Some(Keep::Ours),
                "Digit2" | "Numpad2" => Some(Keep::Theirs),
                "Digit3" | "Numpad3" if has_base => Some(Keep::Base),
                "Digit0" | "Numpad0" => None,
                "ArrowDown" => return walk(&event, true),
                "ArrowUp" => return walk(&event, false),
                _ => return,
            };
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            event.prevent_default();
            if event.shift_key() { choose.run((group.clone(), keep)) } else { pick(keep) }
        }
    };
    let choices: Vec<(Option<Keep>, Signal<String>)> = [
        Some((Some(Keep::Ours), label!(texts, exchange.keep_ours))),
        Some((Some(Keep::Theirs), label!(texts, exchange.keep_theirs))),
        has_base.then(|| (Some(Keep::Base), label!(texts, exchange.keep_base))),
        Some((None, label!(texts, exchange.keep_later))),
    ]
    .into_iter()
    .flatten()
    .collect();
    let radios = choices.into_iter().map(|(keep, text)| {
        let (pick, name) = (pick.clone(), id.to_string());
        view! {
            <label>
                <input
                    type="radio"
                    name=name
                    prop:checked=move || chosen.get() == keep
                    on:change=move |_| pick(keep)
                />
                " "
                {text}
            </label>
        }
    });
    let legend = label.clone();
    view! {
        <tr
            id=row_id(&id)
            tabindex="0"
            class="conflict"
            class:settled=move || chosen.read().is_some()
            aria-label=label
            on:keydown=press
        >
            <td class="c-place">
                {name.clone()} <p class="strong">{facet}</p> <p class="soft small">{move || dispute_words(dispute, texts)}</p>
            </td>
            <td class="c-base soft">
                <BaseWords base=conflict.base.clone() plan />
            </td>
            <td class:chosen=move || chosen.get() == Some(Keep::Ours)>
                <VersionWords version=ours compared=our_words is_theirs=false plan />
            </td>
            <td class:chosen=move || chosen.get() == Some(Keep::Theirs)>
                <VersionWords version=theirs compared=their_words is_theirs=true plan />
            </td>
            <td class="c-choice">
                <fieldset>
                    <legend class="visually-hidden">{legend}</legend>
                    {radios.collect_view()}
                </fieldset>
            </td>
        </tr>
    }
}

fn dispute_words(dispute: Dispute, texts: crate::ui::words::Texts) -> String {
    match dispute {
        Dispute::BothChanged => t_string!(texts, exchange.dispute_both).to_owned(),
        Dispute::RemovedAndChanged => t_string!(texts, exchange.dispute_removed).to_owned(),
        Dispute::StillInUse => t_string!(texts, exchange.dispute_in_use).to_owned(),
        Dispute::Circle => t_string!(texts, exchange.dispute_circle).to_owned(),
        Dispute::OutsideScope => t_string!(texts, exchange.dispute_outside).to_owned(),
        Dispute::NoBase => t_string!(texts, exchange.dispute_no_base).to_owned(),
    }
}

/// Puts the keyboard on the conflict above or below.
fn walk(event: &KeyboardEvent, down: bool) {
    event.prevent_default();
    let row = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(row) = row.and_then(|found| found.closest("tr.conflict").ok().flatten()) else { return };
    let Ok(Some(table)) = row.closest("table") else { return };
    let Ok(rows) = table.query_selector_all("tr.conflict") else { return };
    let here = (0..rows.length()).find(|at| rows.item(*at).as_ref() == Some(row.as_ref()));
    let next = here.and_then(|at| if down { at.checked_add(1) } else { at.checked_sub(1) });
    let next = next.and_then(|at| rows.item(at)).and_then(|node| node.dyn_into::<HtmlElement>().ok());
    if let Some(next) = next {
        // A row that has just left the page takes no focus, and there is nothing to tell.
        let _ = next.focus();
    }
}
