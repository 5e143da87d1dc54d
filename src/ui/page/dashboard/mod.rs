//! *Cruscotto*: how far the plan has come, where points are lost, what is late and who still owes a result.

mod across;
mod due;
mod empty;
mod heading;
mod heat;
mod lost;
mod overall;
mod owed;
mod scale;

use leptos::prelude::*;

use crate::state::use_workspace;
use crate::ui::part::CopyNote;

use across::{ByGoal, ByUnit};
use due::Due;
use empty::NoObjectives;
use heading::Heading;
use heat::Heat;
use lost::Lost;
use overall::Overall;
use owed::Owed;

/// The page.
#[component]
pub fn Dashboard() -> impl IntoView {
    let workspace = use_workspace();
    let has_objectives = Memo::new(move |_| workspace.read(|plan| !plan.objectives.is_empty()).unwrap_or_default());
    let has_due = Memo::new(move |_| {
        let attainment = workspace.attainment().read();
        attainment.as_ref().is_some_and(|attainment| attainment.figure().counts.due > 0)
    });
    let has_goals = Memo::new(move |_| workspace.read(|plan| !plan.goals.is_empty()).unwrap_or_default());
    let has_units = Memo::new(move |_| workspace.read(|plan| !plan.units.is_empty()).unwrap_or_default());
    view! {
        <Heading />
        <CopyNote />
        <Show when=move || has_objectives.get() fallback=NoObjectives>
            <div class="dashboard">
                <Overall />
                <Show when=move || has_due.get()>
                    <Lost />
                    <Due />
                    <Owed />
                </Show>
                <Heat />
                <Show when=move || has_goals.get()>
                    <ByGoal />
                </Show>
                <Show when=move || has_units.get()>
                    <ByUnit />
                </Show>
            </div>
        </Show>
    }
    .into_any()
}
