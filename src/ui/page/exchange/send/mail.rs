//! The words of the e-mail, ready to be copied. Where the browser gives pages no clipboard, the words stand selected.

use std::collections::BTreeSet;

use leptos::html;
use leptos::prelude::*;

use crate::plan::{Scope, UnitId};
use crate::report::Share;
use crate::state::use_workspace;
use crate::ui::words::text::*;
use crate::ui::words::{date, use_texts};

/// The e-mail for the offices that are chosen: one text for each.
#[component]
pub fn Mail(
    /// The offices that were chosen.
    chosen: RwSignal<BTreeSet<UnitId>>,
    /// What all offices would get.
    rows: Memo<Vec<Share>>,
) -> impl IntoView {
    let texts = use_texts();
    let wanted = Memo::new(move |_| {
        let units = rows.read().iter().map(|share| share.unit.clone()).collect::<Vec<_>>();
        units.into_iter().filter(|unit| chosen.read().contains(unit)).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || !wanted.read().is_empty()>
            <h3>{t!(texts, exchange.mail)}</h3>
            <p class="soft small">{t!(texts, exchange.mail_hint)}</p>
            <For each=move || wanted.get() key=Clone::clone let:unit>
                <Letter unit rows />
            </For>
        </Show>
    }
}

#[component]
fn Letter(unit: UnitId, rows: Memo<Vec<Share>>) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let id = StoredValue::new(unit);
    let field = NodeRef::<html::Textarea>::new();
    let copied = RwSignal::new(None::<bool>);
    let name = Memo::new(move |_| {
        let found = workspace.read(|plan| id.with_value(|id| plan.units.get(id).map(|unit| unit.name.clone())));
        found.flatten().unwrap_or_default()
    });
    let words = Memo::new(move |_| {
        let unit = workspace.read(|plan| id.with_value(|id| plan.units.get(id).cloned())).flatten()?;
        let (title, body) = workspace.read(|plan| (plan.title.clone(), plan.body.name.clone()))?;
        let file = workspace.shipment(Scope::new(vec![id.get_value()]))?.name;
        let owing = rows.read().iter().find(|share| id.with_value(|id| share.unit == *id))?.owing.clone();
        let missing = owing.as_ref().map_or(0, crate::report::Owing::missing);
        let by = owing.and_then(|owing| owing.next).map(|day| date(Some(day)));
        let greeting = if unit.responsible.trim().is_empty() { unit.name.clone() } else { unit.responsible.clone() };
        let subject = t_string!(texts, exchange.mail_subject, title = title.clone(), office = unit.name.clone());
        let asked = match (missing, by) {
            (1, Some(day)) => t_string!(texts, exchange.mail_asked_one_by, day = day),
            (1, None) => t_string!(texts, exchange.mail_asked_one).to_owned(),
            (n, Some(day)) => t_string!(texts, exchange.mail_asked_by, n = n.to_string(), day = day),
            (n, None) => t_string!(texts, exchange.mail_asked, n = n.to_string()),
        };
        let text = t_string!(
            texts,
            exchange.mail_body,
            who = greeting,
            title = title,
            asked = asked,
            file = file,
            body = body
        );
        Some(format!("{}\n\n{text}", t_string!(texts, exchange.mail_subject_line, subject = subject)))
    });
    let copy = move |_| {
        if let Some(field) = field.get_untracked() {
            field.select();
            copied.set(Some(workspace.copy_selected()));
        }
    };
    view! {
        <div class="letter">
            <label class="field">
                <span class="label">{move || t_string!(texts, exchange.mail_for, office = name.get())}</span>
                <textarea node_ref=field rows="11" readonly prop:value=move || words.get().unwrap_or_default()></textarea>
            </label>
            <p class="row">
                <button
                    type="button"
                    class="button ghost"
                    aria-label=move || t_string!(texts, exchange.mail_copy_of, office = name.get())
                    on:click=copy
                >
                    {t!(texts, exchange.mail_copy)}
                </button>
                <span class="soft small" role="status">
                    {move || {
                        copied
                            .get()
                            .map(|is_copied| {
                                if is_copied { t_string!(texts, exchange.mail_copied) } else { t_string!(texts, exchange.mail_select) }
                            })
                    }}
                </span>
            </p>
        </div>
    }
}
