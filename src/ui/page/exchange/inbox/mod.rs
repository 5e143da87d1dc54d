//! Files that came in, what each would bring, what has to be decided, and the one step that takes it all.

mod came;
mod card;

use std::sync::Arc;

use leptos::prelude::*;

use crate::merge::Round;
use crate::plan::{Conflict, ConflictId, Keep, Plan};
use crate::state::use_workspace;
use crate::ui::widget::focus_unless_typing;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::conflicts::{Choose, Conflicts, row_id};
use super::remarks::Remarks;

use card::Card;

pub use came::{Changes, by_matter};

/// The id of the heading over what waits, which takes the focus.
pub const ARRIVED: &str = "arrivati";

/// What waits to be merged.
#[component]
pub fn Inbox() -> impl IntoView {
    let workspace = use_workspace();
    let round = workspace.round();
    move || {
        let Some(found) = round.get() else { return ().into_any() };
        view! { <Waiting found /> }.into_any()
    }
}

#[component]
fn Waiting(found: Round) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let plan = StoredValue::new(found.plan.clone());
    let before = StoredValue::new(workspace.peek(Plan::clone).unwrap_or_else(|| found.plan.clone()));
    let arrived = workspace.arrived();
    let count = arrived.len();
    let conflicts: Vec<_> = found.came.iter().flat_map(|came| came.conflicts.clone()).collect();
    let outside: Vec<_> = found.came.iter().flat_map(|came| came.outside.clone()).collect();
    let (open, apart) = (conflicts.len(), outside.len());
    let undecided = {
        let ids: Vec<ConflictId> = conflicts.iter().map(|conflict| conflict.id.clone()).collect();
        Memo::new(move |_| {
            let kept = workspace.kept();
            ids.iter().filter(|id| !kept.contains_key(id)).count()
        })
    };
    let to_settle = move || match undecided.get() {
        0 => t_string!(texts, exchange.all_settled, n = open.to_string()),
        left if left == open => t_string!(texts, exchange.to_settle, n = open.to_string()),
        left => t_string!(texts, exchange.left_to_settle, n = left.to_string(), all = open.to_string()),
    };
    let first = found.disputed().next().map(|conflict| row_id(&conflict.id));
    if workspace.is_new_arrival() {
        focus_unless_typing(first);
    }
    let cards = arrived.into_iter().zip(found.came.clone()).map(|(arrived, came)| {
        view! { <Card arrived came plan before /> }
    });
    let kept = Signal::derive(move || workspace.kept());
    let choose: Choose =
        Callback::new(move |(ids, keep): (Vec<ConflictId>, Option<Keep>)| workspace.keep_version(ids, keep));
    let table = move |conflicts: Vec<Arc<Conflict>>, label: Signal<String>| {
        view! { <Conflicts conflicts=Signal::stored(conflicts) plan kept choose label /> }
    };
    view! {
        <section class="inbox" aria-labelledby=ARRIVED>
            <header class="row spread wrap">
                <h2 id=ARRIVED tabindex="-1">{move || t_string!(texts, exchange.arrived, n = count.to_string())}</h2>
                <p class="soft">{t!(texts, exchange.arrived_hint)}</p>
            </header>
            <div class="cards">{cards.collect_view()}</div>
            {(open > 0)
                .then(|| {
                    view! {
                        <section class="card" aria-labelledby="conflitti">
                            <h3 id="conflitti">{to_settle}</h3>
                            {table(conflicts, label!(texts, exchange.conflicts))}
                        </section>
                    }
                })}
            {(apart > 0)
                .then(|| {
                    view! {
                        <section class="card" aria-labelledby="fuori">
                            <h3 id="fuori">{move || t_string!(texts, exchange.outside, n = apart.to_string())}</h3>
                            <p class="soft small">{t!(texts, exchange.outside_hint)}</p>
                            {table(outside, label!(texts, exchange.outside_table))}
                        </section>
                    }
                })}
            <Confirm found plan />
        </section>
    }
}

/// What the merge leads to, and the button that makes it.
#[component]
fn Confirm(found: Round, plan: StoredValue<Plan>) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let waiting: Vec<_> = found.disputed().map(|conflict| conflict.id.clone()).collect();
    let left = Memo::new(move |_| {
        let kept = workspace.kept();
        waiting.iter().filter(|id| !kept.contains_key(id)).count()
    });
    let is_nothing = found.edit.is_none();
    let found = StoredValue::new(found);
    let known = workspace.peek(Plan::check).unwrap_or_default();
    // Settled again only when somebody chose: a large plan takes its time to be checked.
    let findings = Memo::new(move |_| {
        let kept = workspace.kept();
        let after = found.with_value(|found| found.settled(&kept).plan.check());
        after.into_iter().filter(|finding| !known.contains(finding)).collect::<Vec<_>>()
    });
    let confirm = move |_| found.with_value(|found| workspace.confirm_merge(found));
    let label = move || match (is_nothing, left.get()) {
        (true, _) => t_string!(texts, exchange.put_all_away).to_owned(),
        (false, 0) => t_string!(texts, exchange.confirm).to_owned(),
        (false, 1) => t_string!(texts, exchange.confirm_left_one).to_owned(),
        (false, n) => t_string!(texts, exchange.confirm_left, n = n.to_string()),
    };
    view! {
        <div class="confirm row spread wrap">
            <div class="note calm">
                <Remarks findings plan />
                " "
                {t!(texts, exchange.confirm_hint)}
            </div>
            <button type="button" class="button" on:click=confirm>
                {label}
            </button>
        </div>
    }
}
