//! What is saved and where: in this browser, and in a file; and the reminder when no file holds the latest work.

use chrono::{Days, NaiveDateTime};
use leptos::prelude::*;

use crate::state::{AutoCopy, SaveState, Workspace, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, storage_words, use_texts};

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
        SaveState::Unchanged => match workspace.saved_before() {
            None => t_string!(texts, shell.unchanged_hint).to_string(),
            Some(at) => t_string!(texts, shell.saved_before, when = when(at, workspace, texts)),
        },
        SaveState::Saving => t_string!(texts, shell.saving_hint).to_string(),
        SaveState::Saved { at } => t_string!(texts, shell.saved_time, time = at.format("%H:%M").to_string()),
        SaveState::Unsaved { .. } => t_string!(texts, shell.unsaved_hint).to_string(),
    };
    let why = move || match &*state.read() {
        SaveState::Unsaved { why: Some(why) } => storage_words(why, texts),
        _ => String::new(),
    };
    let is_unsaved = move || matches!(*state.read(), SaveState::Unsaved { .. });
    view! {
        <div class="saved" class:unsaved=is_unsaved title=why>
            <span role="status">
                <b>{head}</b>
                " "
                {rest}
            </span>
            <br />
            <OnFile is_unsaved=Signal::derive(is_unsaved) />
        </div>
    }
}

/// The line about files, or what to press when there ought to be one.
#[component]
fn OnFile(is_unsaved: Signal<bool>) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let edits = Memo::new(move |_| {
        // Looked at anew with every edit and every day.
        let (uncopied, _) = (workspace.uncopied(), workspace.today());
        uncopied.is_due(workspace.now()).then_some(uncopied.edits)
    });
    let copy = Memo::new(move |_| workspace.auto_copy());
    let last = move || match (copy.get(), workspace.last_copy()) {
        (AutoCopy::On { name, at: Some(at) }, _) => {
            t_string!(texts, shell.copied_by_itself, name = name, when = when(at, workspace, texts))
        }
        (AutoCopy::Failed { name }, _) => t_string!(texts, shell.copy_failed, name = name),
        (_, None) => t_string!(texts, shell.no_copy).to_string(),
        (_, Some(at)) => t_string!(texts, shell.copy_on_file, when = when(at, workspace, texts)),
    };
    let download = move |label: String| {
        view! {
            <button type="button" class="remind" on:click=move |_| workspace.download()>
                {label}
            </button>
        }
        .into_any()
    };
    move || match (is_unsaved.get(), copy.get(), edits.get()) {
        (true, _, _) => download(t_string!(texts, shell.download_now).to_string()),
        (false, AutoCopy::Waiting { name }, _) => {
            let label = t_string!(texts, shell.resume_copy, name = name);
            view! {
                <button type="button" class="remind" on:click=move |_| workspace.resume_copy()>
                    {label}
                </button>
            }
            .into_any()
        }
        (false, _, Some(edits)) => download(t_string!(texts, shell.copy_due, n = edits.to_string())),
        (false, _, None) => view! { <span class="on-file">{last}</span> }.into_any(),
    }
}

/// Says a moment as people do: today, yesterday, or the day.
fn when(at: NaiveDateTime, workspace: Workspace, texts: Texts) -> String {
    let (today, time) = (workspace.today(), at.format("%H:%M").to_string());
    if at.date() == today {
        t_string!(texts, shell.today_at, time = time)
    } else if at.date().checked_add_days(Days::new(1)) == Some(today) {
        t_string!(texts, shell.yesterday_at, time = time)
    } else {
        at.format("%d/%m/%Y %H:%M").to_string()
    }
}
