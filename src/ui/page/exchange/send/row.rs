//! One office: what it would get, and when it was sent something last.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::plan::{Unit, UnitId};
use crate::report::Share;
use crate::state::use_workspace;
use crate::ui::words::text::*;
use crate::ui::words::{date, use_texts};

/// The row of an office.
#[component]
pub fn OfficeRow(
    /// Which.
    unit: UnitId,
    /// What all offices would get.
    rows: Memo<Vec<Share>>,
    /// The offices that were chosen.
    chosen: RwSignal<BTreeSet<UnitId>>,
) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let id = StoredValue::new(unit);
    let look = move |what: fn(&Unit) -> &String| {
        let found = workspace.read(|plan| id.with_value(|id| plan.units.get(id).map(|unit| what(unit).clone())));
        found.flatten().unwrap_or_default()
    };
    let share = Memo::new(move |_| rows.read().iter().find(|share| id.with_value(|id| share.unit == *id)).cloned());
    let name = move || match look(|unit| &unit.name) {
        name if name.trim().is_empty() => t_string!(texts, exchange.nameless).to_owned(),
        name => name,
    };
    let due = move || match share.get().and_then(|share| share.owing) {
        None => t_string!(texts, exchange.nothing_due).to_owned(),
        Some(owing) if owing.missing() == 0 => t_string!(texts, exchange.all_here, n = owing.expected.to_string()),
        Some(owing) => {
            let all = owing.expected.to_string();
            let missing = match owing.missing() {
                1 => t_string!(texts, exchange.missing_one, all = all),
                n => t_string!(texts, exchange.missing, n = n.to_string(), all = all),
            };
            match (owing.overdue, owing.next) {
                (0, Some(day)) => format!("{missing}, {}", t_string!(texts, exchange.next_by, day = date(Some(day)))),
                (0, None) => missing,
                (late, _) => format!("{missing}, {}", t_string!(texts, exchange.late, n = late.to_string())),
            }
        }
    };
    let last = move || {
        let handed = workspace.handed_out();
        let last = handed.iter().find(|handed| id.with_value(|id| handed.units.contains(id)));
        match last {
            None => t_string!(texts, exchange.never_sent).to_owned(),
            Some(handed) => match handed.returned {
                Some(_) => t_string!(texts, exchange.sent_and_back, day = date(Some(handed.at.date()))),
                None => t_string!(texts, exchange.sent_not_back, day = date(Some(handed.at.date()))),
            },
        }
    };
    let is_chosen = move || chosen.with(|chosen| id.with_value(|id| chosen.contains(id)));
    let toggle = move |_| {
        chosen.update(|chosen| {
            let id = id.get_value();
            if !chosen.remove(&id) {
                chosen.insert(id);
            }
        });
    };
    view! {
        <tr>
            <th scope="row">
                <label>
                    <input type="checkbox" prop:checked=is_chosen on:change=toggle />
                    " "
                    {name}
                </label>
            </th>
            <td>
                {move || look(|unit| &unit.responsible)} <span class="soft small">" " {move || look(|unit| &unit.email)}</span>
            </td>
            <td class="number">{move || share.read().as_ref().map(|share| share.objectives)}</td>
            <td class="number">{move || share.read().as_ref().map(|share| share.indicators)}</td>
            <td>{due}</td>
            <td>{last}</td>
        </tr>
    }
}
