//! *Monitoraggio*: one flat list to type the results of a year fast, with the keyboard alone.

mod desk;
mod empty;
mod entry;
mod filters;
mod list;
mod mode;
mod row;
mod row_view;
mod summary;
mod wanted;

use leptos::prelude::*;

use crate::attainment::Span;
use crate::ui::part::CopyNote;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use desk::Desk;
use empty::NothingDue;
use filters::Filters;
use list::List;
use mode::{Hints, ModeSwitch};
use summary::Summary;

/// The page.
#[component]
pub fn Monitoring() -> impl IntoView {
    let desk = Desk::new();
    view! {
        <Heading desk />
        <Show when=move || desk.anything_due.get() fallback=move || view! { <NothingDue desk /> }>
            <Summary desk />
            <Filters desk />
            <Hints desk />
            <List desk />
        </Show>
    }
    .into_any()
}

#[component]
fn Heading(desk: Desk) -> impl IntoView {
    let texts = use_texts();
    let year = move || desk.year.get().map(|year| year.to_string()).unwrap_or_default();
    let which = move || match desk.workspace.span() {
        Span::Year(_) => t_string!(texts, monitoring.which_year, year = year()),
        Span::Period => t_string!(texts, monitoring.which_year_of_period, year = year()),
    };
    view! {
        <header class="row spread wrap monitoring-head">
            <div>
                <h1>{move || t_string!(texts, monitoring.title_of, year = year())}</h1>
                <p class="soft">{which}</p>
            </div>
            <Show when=move || desk.anything_due.get()>
                <ModeSwitch desk />
            </Show>
        </header>
        <CopyNote />
    }
}
