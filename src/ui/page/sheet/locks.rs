//! In an office's copy: why the sheet, or most of it, can only be read.

use leptos::prelude::*;

use crate::plan::Scope;
use crate::ui::part::LockedNote;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::here::Here;

/// The sentence above a sheet that is not the office's own.
#[component]
pub fn Locks(
    /// The sheet.
    here: Here,
) -> impl IntoView {
    let texts = use_texts();
    let locked = here.is_locked();
    // An objective of others may hold indicators that were given to this office.
    let lent = Memo::new(move |_| {
        let Some(Scope { units, .. }) = here.workspace.scope() else { return false };
        let is_lent = |objective: &crate::plan::Objective| {
            let mut indicators = objective.indicators.iter();
            indicators.any(|found| objective.units_of(found).iter().any(|unit| units.contains(unit)))
        };
        here.read(is_lent).unwrap_or_default()
    });
    let partly = move || locked.get() && lent.get();
    view! {
        <LockedNote when=Signal::derive(move || locked.get() && !lent.get()) />
        <Show when=partly>
            <p class="note calm locked-note">
                {move || t_string!(texts, exchange.read_only_part, office = here.workspace.copy_for())}
            </p>
        </Show>
    }
}
