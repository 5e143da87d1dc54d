//! Conflicts that were left for later: they wait in the plan, ours counts meanwhile.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::plan::{ConflictId, Edit, Keep, Plan};
use crate::state::use_workspace;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::conflicts::Conflicts;

/// The conflicts that wait in the plan; each is settled at once, and undone like anything else.
#[component]
pub fn Pending() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let conflicts = Memo::new(move |_| {
        workspace.read(|plan| plan.conflicts.iter().cloned().collect::<Vec<_>>()).unwrap_or_default()
    });
    let settle = Callback::new(move |(ids, keep): (Vec<ConflictId>, Option<Keep>)| {
        let Some(keep) = keep else { return };
        let edits = workspace.peek(|plan| {
            let mut trial = plan.clone();
            let mut edits = Vec::new();
            for id in &ids {
                // A settlement always applies to the plan it was made for.
                let settlement = trial.settlement(id, keep);
                edits.extend(settlement.filter(|edit| trial.apply(edit.clone()).is_ok()));
            }
            edits
        });
        match edits {
            Some(edits) if !edits.is_empty() => workspace.edit(Edit::Several(edits)),
            _ => {}
        }
    });
    let none: Signal<BTreeMap<ConflictId, Keep>> = Signal::stored(BTreeMap::new());
    move || {
        let all = conflicts.get();
        let count = all.len();
        let plan = StoredValue::new(workspace.peek(Plan::clone)?);
        (count > 0).then(|| {
            view! {
                <section class="card pending" aria-labelledby="in-sospeso">
                    <h2 id="in-sospeso">{move || t_string!(texts, exchange.pending, n = count.to_string())}</h2>
                    <p class="soft">{t!(texts, exchange.pending_hint)}</p>
                    <Conflicts
                        conflicts=Signal::stored(all)
                        plan
                        kept=none
                        choose=settle
                        label=label!(texts, exchange.conflicts)
                    />
                </section>
            }
        })
    }
}
