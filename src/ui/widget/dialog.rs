//! A dialog over the page, with the browser's own focus trap, closed by Escape.

use leptos::html;
use leptos::prelude::*;

/// Shown while `open` is true.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Called when the person closes it.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it is, for those who do not see the page.
    #[prop(into)]
    label: Signal<String>,
    /// What the style sheet calls it.
    #[prop(optional)]
    class: &'static str,
    /// What it holds; made afresh each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            // Fails only on a dialog that left the page, which then needs no opening.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    view! {
        <dialog class=class node_ref=node aria-label=label on:close=move |_| on_close.run(())>
            <Show when=move || open.get()>{children()}</Show>
        </dialog>
    }
}
