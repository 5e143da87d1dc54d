//! Small drawings on buttons; the button's label says the same in words.

use leptos::prelude::*;

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Moves up.
    Up,
    /// Moves down.
    Down,
    /// Makes a copy.
    Copy,
    /// Takes out.
    Remove,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Up => "M8 13V3.5M3.5 8 8 3.5 12.5 8",
            Self::Down => "M8 3v9.5M3.5 8 8 12.5 12.5 8",
            Self::Copy => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
            Self::Remove => "M4 4l8 8M12 4l-8 8",
        }
    }
}

/// A button with a drawing.
#[component]
pub fn Tool(
    /// The drawing.
    icon: Icon,
    /// What it does, heard and shown on hovering.
    #[prop(into)]
    label: Signal<String>,
    /// Does it.
    #[prop(into)]
    on_press: Callback<()>,
    /// Whether it cannot be pressed now.
    #[prop(into, optional)]
    disabled: Signal<bool>,
    /// The element's id, where the focus may go.
    #[prop(into)]
    id: String,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="tool"
            id=id
            title=label
            aria-label=label
            disabled=disabled
            on:click=move |_| on_press.run(())
        >
            <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true" focusable="false">
                <path d=icon.path() fill="none" stroke="currentColor" stroke-width="1.6" />
            </svg>
        </button>
    }
}
