//! *Scheda*: the objective as its office knows it, every field of it editable where it stands.
//!
//! ```text
//! header (name, who answers, figure) · findings · story (folded) · actions · indicators ─┬─ row · parts
//!                                                                                       └─ detail (the year, in full)
//! ```
//!
//! Each piece takes a handle (`here`) that reads the plan and sends one edit for each change.

mod action_pick;
mod actions;
mod cells;
mod checkpoints;
mod columns;
mod copy;
mod decision;
mod detail;
mod disputes;
mod findings;
mod header;
mod here;
mod icon;
mod indicators;
mod kinds;
mod locks;
mod manage;
mod measure;
mod order;
mod part;
mod parts;
mod phrase;
mod pick;
mod reading;
mod revision;
mod row;
mod standing;
mod story;

pub use manage::NewSheet;

use leptos::prelude::*;

use crate::plan::ObjectiveId;
use crate::ui::page::table::PasteTable;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use crate::ui::part::Locked;
use crate::ui::widget::focus_soon;
use actions::Actions;
use disputes::Disputes;
use findings::Findings;
use header::{Header, TITLE};
use here::Here;
use indicators::Indicators;
use locks::Locks;
use story::Story;

/// The page.
#[component]
pub fn Sheet(
    /// Which objective.
    objective: ObjectiveId,
) -> impl IntoView {
    let here = Here::at(objective);
    let is_there = Memo::new(move |_| here.read(|_| ()).is_some());
    // A sheet just made waits for its name.
    let nameless = here.peek(|objective| objective.title.is_empty() && objective.indicators.is_empty());
    if nameless == Some(true) {
        focus_soon([TITLE.to_owned()]);
    }
    move || if is_there.get() { view! { <Whole here /> }.into_any() } else { view! { <Gone /> }.into_any() }
}

#[component]
fn Whole(here: Here) -> impl IntoView {
    let locked = here.is_locked();
    view! {
        <article class="sheet">
            <Locks here />
            <Disputes here />
            <Header here />
            <Locked when=locked>
                <Findings here />
                <Story here />
                <Actions here />
            </Locked>
            <Indicators here />
            <Show when=move || !locked.get()>
                <div class="no-print"><PasteTable home=Some(here.id()) /></div>
            </Show>
        </article>
    }
}

/// Where an objective was that is no longer in the plan.
#[component]
fn Gone() -> impl IntoView {
    let texts = use_texts();
    view! {
        <div class="card stack">
            <h1>{t!(texts, shell.no_objective)}</h1>
            <p>{t!(texts, shell.no_objective_hint)}</p>
            <p><NewSheet /></p>
        </div>
    }
}
