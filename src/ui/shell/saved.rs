//! What is saved and where: in this browser, and in a file.

use leptos::prelude::*;

use crate::state::{SaveState, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// The save state, always visible.
#[component]
pub fn Saved() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let state = Memo::new(move |_| workspace.save_state());
    let head = move || match state.get() {
        SaveState::Unchanged => t_string!(texts, shell.unchanged).to_string(),
        SaveState::Saving => t_string!(texts, shell.saving).to_string(),
        SaveState::Saved { .. } => t_string!(texts, shell.saved_at).to_string(),
        SaveState::Unsaved { .. } => t_string!(texts, shell.unsaved).to_string(),
    };
    let rest = move || match state.get() {
        SaveState::Unchanged => t_string!(texts, shell.unchanged_hint).to_string(),
        SaveState::Saving => t_string!(texts, shell.saving_hint).to_string(),
        SaveState::Saved { at } => t_string!(texts, shell.saved_time, time = at.format("%H:%M").to_string()),
        SaveState::Unsaved { .. } => t_string!(texts, shell.unsaved_hint).to_string(),
    };
    let copy = move || match workspace.last_copy() {
        None => t_string!(texts, shell.no_copy).to_string(),
        Some(at) => t_string!(texts, shell.copy_on_file, when = at.format("%d/%m/%Y %H:%M").to_string()),
    };
    let unsaved = move || matches!(*state.read(), SaveState::Unsaved { .. });
    view! {
        <div class="saved" class:unsaved=unsaved role="status">
            <b>{head}</b>
            " "
            {rest}
            <br />
            {copy}
        </div>
    }
}
