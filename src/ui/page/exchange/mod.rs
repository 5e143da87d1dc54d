//! *Scambio*: sending a plan to its offices, taking in what comes back, tables in and out, and the versions kept here.

mod versions;

use leptos::prelude::*;

use crate::ui::page::table::PasteTable;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use versions::Versions;

/// The page.
#[component]
pub fn Exchange() -> impl IntoView {
    let texts = use_texts();
    view! {
        <div class="exchange">
            <header class="row spread wrap">
                <h1>{t!(texts, exchange.title)}</h1>
            </header>
            <p class="soft lead">{t!(texts, exchange.lead)}</p>
            <section class="card stack">
                <h2>{t!(texts, tables.section)}</h2>
                <p>{t!(texts, tables.section_lead)}</p>
                <div><PasteTable /></div>
            </section>
            <Versions />
        </div>
    }
    .into_any()
}
