//! The notices at the foot of the screen. They stay until dismissed or pushed out, but for those that only confirm: nobody
//! has to read fast.

use leptos::prelude::*;

use crate::state::{Notice, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{notice_words, use_texts};

/// The notices, read out by screen readers as they come.
#[component]
pub fn NoticeList() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let notices = workspace.notices();
    view! {
        <div class="notices" aria-live="polite">
            <For each=move || notices.shown() key=|shown| shown.id let:shown>
                {
                    let id = shown.id;
                    let problem = matches!(shown.notice, Notice::Problem(_));
                    let can_undo = shown.notice.undoes_newest() || matches!(shown.notice, Notice::PlanRemoved { .. });
                    let undone = shown.notice.clone();
                    let words = notice_words(&shown.notice, texts);
                    view! {
                        <div class="notice" class:problem=problem>
                            <p>{words}</p>
                            {can_undo
                                .then(|| {
                                    view! {
                                        <button
                                            type="button"
                                            on:click=move |_| {
                                                match &undone {
                                                    Notice::PlanRemoved { plan, .. } => workspace.restore_plan(plan.clone()),
                                                    _ => workspace.undo(),
                                                }
                                                notices.dismiss(id);
                                            }
                                        >
                                            {t!(texts, shell.undo)}
                                        </button>
                                    }
                                })}
                            <button type="button" on:click=move |_| notices.dismiss(id)>
                                {t!(texts, shell.dismiss)}
                            </button>
                        </div>
                    }
                }
            </For>
        </div>
    }
}
