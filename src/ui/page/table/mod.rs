//! Taking a table in: a place to paste it, then everything it was recognised as, to be corrected before it goes into the
//! plan. A dialog over the sheet, whose rows then belong to it, or over *Scambio*.

mod cell;
mod labels;
mod preview;
mod rest;

use leptos::ev;
use leptos::prelude::*;

use crate::plan::ObjectiveId;
use crate::state::table::{GridError, TableImport};
use crate::state::use_workspace;
use crate::ui::widget::Dialog;
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

use preview::Preview;

/// The button that opens it. On a sheet a table pasted outside every field opens it too.
#[component]
pub fn PasteTable(
    /// The sheet; none: rows find their objectives by what they say.
    #[prop(optional_no_strip)]
    home: Option<ObjectiveId>,
) -> impl IntoView {
    let texts = use_texts();
    let is_sheet = home.is_some();
    let import = TableImport::new(use_workspace(), home);
    let listener = window_event_listener(ev::paste, move |event| {
        if import.paste_on_page(&event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
    let name = move || if is_sheet { t_string!(texts, tables.paste) } else { t_string!(texts, tables.import) };
    view! {
        <button type="button" class="button ghost no-print" on:click=move |_| import.begin()>{name}</button>
        <Dialog
            open=Signal::derive(move || import.is_open())
            on_close=Callback::new(move |()| import.close())
            label=label!(texts, tables.title)
            class="taking-in"
        >
            <TakingIn import is_sheet />
        </Dialog>
    }
}

#[component]
fn TakingIn(import: TableImport, is_sheet: bool) -> impl IntoView {
    move || {
        if import.has_grid() {
            view! { <Preview import /> }.into_any()
        } else {
            view! { <Place import is_sheet /> }.into_any()
        }
    }
}

/// Where a table is pasted, or a file chosen.
#[component]
fn Place(import: TableImport, is_sheet: bool) -> impl IntoView {
    let texts = use_texts();
    let typed = RwSignal::new(String::new());
    let lead = move || if is_sheet { t_string!(texts, tables.lead_sheet) } else { t_string!(texts, tables.lead_plan) };
    view! {
        <div class="stack">
            <h2>{t!(texts, tables.title)}</h2>
            <p>{lead}</p>
            <label class="field">
                <span class="label">{t!(texts, tables.here)}</span>
                <textarea
                    rows="9"
                    autofocus
                    spellcheck="false"
                    prop:value=move || typed.get()
                    placeholder=move || t_string!(texts, tables.here_hint)
                    on:input=move |event| typed.set(event_target_value(&event))
                    on:paste=move |event| {
                        if import.paste(&event) {
                            event.prevent_default();
                        }
                    }
                ></textarea>
            </label>
            <Show when=move || import.refused().is_some()>
                <p class="note" role="alert">{move || import.refused().map(|error| refusal(error, texts))}</p>
            </Show>
            <div class="row wrap">
                <button
                    type="button"
                    class="button"
                    disabled=move || typed.read().trim().is_empty()
                    on:click=move |_| import.take_text(&typed.read_untracked())
                >
                    {t!(texts, tables.read)}
                </button>
                <button type="button" class="button ghost" on:click=move |_| import.ask_for_file()>
                    {t!(texts, tables.file)}
                </button>
                <button type="button" class="button plain" on:click=move |_| import.close()>
                    {t!(texts, tables.cancel)}
                </button>
            </div>
        </div>
    }
}

/// Says why something is no table: what happened, what was not lost, what to do.
fn refusal(error: GridError, texts: Texts) -> String {
    match error {
        GridError::Empty => t_string!(texts, tables.empty).to_string(),
        GridError::Rows | GridError::Places => t_string!(texts, tables.too_many_rows).to_string(),
        GridError::Columns => t_string!(texts, tables.too_many_columns).to_string(),
        GridError::Text => t_string!(texts, tables.too_long).to_string(),
        GridError::Bytes => t_string!(texts, tables.too_large).to_string(),
    }
}
