//! *Scambio*: sending a plan to its offices, taking in what comes back, tables in and out, and the versions kept here.
//!
//! What waits for somebody comes first: files that came in, then conflicts left for later, then what is to be sent.

mod account;
mod compare;
mod conflicts;
mod inbox;
mod output;
mod pending;
mod remarks;
mod roll_over;
mod send;
mod send_back;
mod take_back;
mod told;
mod versions;
mod versions_of;

use leptos::prelude::*;

use crate::state::use_workspace;
use crate::ui::page::table::PasteTable;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use account::LastAccount;
use compare::Compare;
use inbox::Inbox;
use output::Output;
use pending::Pending;
use roll_over::RollOver;
use send::SendOut;
use send_back::SendBack;
use take_back::TakeBack;
use versions::Versions;

/// The page.
#[component]
pub fn Exchange() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let is_copy = Memo::new(move |_| workspace.is_copy());
    view! {
        <div class="exchange">
            <header class="row spread wrap">
                <h1>{t!(texts, exchange.title)}</h1>
            </header>
            <p class="soft lead">{t!(texts, exchange.lead)}</p>
            <Inbox />
            <LastAccount />
            <Pending />
            <Show when=move || is_copy.get()>
                <SendBack />
            </Show>
            <TakeBack />
            <Show when=move || !is_copy.get()>
                <SendOut />
            </Show>
            <section class="card stack">
                <h2>{t!(texts, tables.section)}</h2>
                <p>{t!(texts, tables.section_lead)}</p>
                <div><PasteTable /></div>
            </section>
            <Output />
            <Versions />
            <Compare />
            <RollOver />
        </div>
    }
    .into_any()
}
