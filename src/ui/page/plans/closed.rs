//! The alarm of an archive that does not open: what is in it is not shown as missing.

use leptos::prelude::*;

use crate::state::{StorageError, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{storage_words, use_texts};

/// Says why, and what to do about it.
#[component]
pub fn Closed(error: StorageError) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let why = move || storage_words(&error, texts);
    view! {
        <section class="card alarm" role="alert">
            <h2>{t!(texts, plans.shut)}</h2>
            <p>{why}</p>
            <p class="row wrap">
                <button type="button" class="button" on:click=move |_| workspace.reload()>
                    {t!(texts, storage.reload)}
                </button>
                // public/rescue.js hears it.
                <button type="button" class="button ghost" data-rescue="">
                    {t!(texts, storage.rescue)}
                </button>
            </p>
        </section>
    }
}
