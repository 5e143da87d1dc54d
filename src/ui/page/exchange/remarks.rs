//! What a reviewer would object to after a merge: how much, and a way to each scheda it is in.

use leptos::prelude::*;

use crate::plan::{Finding, Plan};
use crate::report::{Record, Remarked, remarked};
use crate::state::{Page, use_workspace};
use crate::ui::part::{Cut, More};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::told::record_words;

/// How many there are, and the schede with the codes of their indicators.
#[component]
pub fn Remarks(
    /// What is objected to.
    #[prop(into)]
    findings: Signal<Vec<Finding>>,
    /// The plan in which it is.
    plan: StoredValue<Plan>,
) -> impl IntoView {
    let texts = use_texts();
    let cut = Cut::after(4);
    let places = Memo::new(move |_| findings.with(|findings| remarked(findings)));
    let said = move || match findings.read().len() {
        0 => t_string!(texts, exchange.no_findings).to_owned(),
        1 => t_string!(texts, exchange.one_finding).to_owned(),
        n => t_string!(texts, exchange.findings, n = n.to_string()),
    };
    let lines = move || {
        let shown = places.get().into_iter().take(cut.shown());
        shown.map(|place| view! { <li><InSheet place plan /></li> }).collect_view()
    };
    view! {
        <span>{said}</span>
        <Show when=move || !places.read().is_empty()>
            <ul class="remarks">{lines}</ul>
            <More cut count=Signal::derive(move || places.read().len()) />
        </Show>
    }
}

/// One scheda, linked where the open plan has it, with the codes of the indicators that are meant.
#[component]
fn InSheet(place: Remarked, plan: StoredValue<Plan>) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let Remarked { objective, indicators } = place;
    let record = objective.clone().map_or(Record::Plan, Record::Objective);
    let name = move || plan.with_value(|plan| record_words(&record, plan, texts));
    let codes = {
        let objective = objective.clone();
        move || {
            let code = |plan: &Plan| {
                let found = plan.objectives.get(objective.as_ref()?)?;
                let codes =
                    indicators.iter().filter_map(|id| found.indicators.get(id)).map(|found| match found.code.trim() {
                        "" => found.description.trim().to_owned(),
                        code => code.to_owned(),
                    });
                Some(codes.filter(|code| !code.is_empty()).collect::<Vec<_>>().join(", "))
            };
            plan.with_value(code).filter(|codes| !codes.is_empty()).map(|codes| format!(" ({codes})"))
        }
    };
    // A scheda that only comes in with the merge has no page yet.
    let here = objective.filter(|id| workspace.peek(|plan| plan.objectives.contains(id)).unwrap_or_default());
    let name = match here {
        Some(id) => view! { <a href=move || workspace.address_of(Page::Sheet(id.clone()))>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    };
    view! {
        {name}
        {codes}
    }
}
