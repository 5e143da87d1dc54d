//! A plan file dropped anywhere opens.

use leptos::ev;
use leptos::prelude::*;

use crate::state::use_workspace;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// Takes files dropped anywhere on the page.
#[component]
pub fn DropAnywhere() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let over = RwSignal::new(false);
    let listeners = [
        window_event_listener(ev::dragover, move |event| {
            if carries_files(&event) {
                event.prevent_default();
                over.set(true);
            }
        }),
        window_event_listener(ev::dragleave, move |event| {
            // Leaving an element for another inside the page is not leaving the page.
            if event.related_target().is_none() {
                over.set(false);
            }
        }),
        window_event_listener(ev::drop, move |event| {
            over.set(false);
            if !carries_files(&event) {
                return;
            }
            event.prevent_default();
            let files = event.data_transfer().and_then(|data| data.files());
            let files = files.iter().flat_map(|files| (0..files.length()).filter_map(|at| files.item(at)));
            workspace.open_files(files.collect());
        }),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    view! {
        <Show when=move || over.get()>
            <div class="drop-here">{t!(texts, shell.drop_here)}</div>
        </Show>
    }
}

fn carries_files(event: &ev::DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}
