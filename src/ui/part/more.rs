//! A long list is cut where it stops being read; one press shows the rest.

use leptos::prelude::*;

use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// How much of a list is shown.
#[derive(Clone, Copy)]
pub struct Cut {
    most: usize,
    all: RwSignal<bool>,
}

impl Cut {
    /// Returns a cut after so many rows.
    pub fn after(most: usize) -> Self {
        Self { most, all: RwSignal::new(false) }
    }

    /// Returns how many rows are shown.
    pub fn shown(self) -> usize {
        if self.all.get() { usize::MAX } else { self.most }
    }
}

/// The button that shows the rest of a list of `count` rows; nothing where all are shown.
#[component]
pub fn More(cut: Cut, #[prop(into)] count: Signal<usize>) -> impl IntoView {
    let texts = use_texts();
    let hidden = move || count.get().saturating_sub(cut.most);
    let label = move || {
        if cut.all.get() {
            t_string!(texts, words.fewer).to_string()
        } else {
            t_string!(texts, words.more, n = hidden().to_string())
        }
    };
    view! {
        <Show when=move || hidden() != 0>
            <button type="button" class="button plain no-print" on:click=move |_| cut.all.update(|all| *all = !*all)>
                {label}
            </button>
        </Show>
    }
}
