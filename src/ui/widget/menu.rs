//! A button that opens a short list of things to do, by mouse or by keyboard (WAI-ARIA menu button).

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

/// The button and its list. Arrows walk, Escape closes, leaving closes.
#[component]
pub fn Menu(
    /// What the button says.
    #[prop(into)]
    label: Signal<String>,
    /// [`MenuItem`]s.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let around = NodeRef::<Div>::new();
    let walk = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "Escape" => {
                open.set(false);
                focus(around, "button", 0);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        open.set(true);
        request_animation_frame(move || walk_items(around, step));
    };
    let leave = move |event: FocusEvent| {
        let inside = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let around = around.try_get_untracked().flatten();
        let stays = around.is_some_and(|around| inside.is_some_and(|to| around.contains(Some(&to))));
        if !stays {
            let _ = open.try_set(false);
        }
    };
    // The item that was chosen goes with the list; unless it has sent the focus elsewhere, the button takes it. The item may
    // have taken the page away, and the menu with it.
    let close = move |_| {
        let active = document().active_element();
        if around.try_get_untracked().flatten().is_some_and(|around| around.contains(active.as_deref())) {
            focus(around, "button", 0);
        }
        let _ = open.try_set(false);
    };
    view! {
        <div class="menu" node_ref=around on:keydown=walk on:focusout=leave>
            <button
                type="button"
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {label}
                " ▾"
            </button>
            <Show when=move || open.get()>
                <div role="menu" aria-label=label on:click=close>
                    {children()}
                </div>
            </Show>
        </div>
    }
}

/// One thing to do.
#[component]
pub fn MenuItem(
    /// What it says.
    #[prop(into)]
    label: Signal<String>,
    /// Does it.
    #[prop(into)]
    on_choose: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" role="menuitem" on:click=move |_| on_choose.run(())>
            {label}
        </button>
    }
}

fn walk_items(around: NodeRef<Div>, step: i32) {
    let Some(around_node) = around.try_get_untracked().flatten() else { return };
    let Ok(items) = around_node.query_selector_all("[role=menuitem]") else { return };
    let count = i32::try_from(items.length()).unwrap_or(0);
    let active = document().active_element();
    let at = (0..count).find(|at| {
        let item = u32::try_from(*at).ok().and_then(|at| items.item(at));
        item.as_ref() == active.as_deref()
    });
    let next = match (at, step) {
        (None, 1) => 0,
        (None, _) => count - 1,
        (Some(at), step) => (at + step).rem_euclid(count.max(1)),
    };
    focus(around, "[role=menuitem]", u32::try_from(next).unwrap_or(0));
}

fn focus(around: NodeRef<Div>, which: &str, at: u32) {
    let around = around.try_get_untracked().flatten();
    let found = around.and_then(|around| around.query_selector_all(which).ok()).and_then(|all| all.item(at));
    if let Some(element) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        // An element that just left the page cannot take the focus; there is nothing to tell anybody then.
        let _ = element.focus();
    }
}
