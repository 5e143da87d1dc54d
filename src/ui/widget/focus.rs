//! Where the keyboard goes after something was added, moved or taken out.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Puts the focus on the first of these that is on the page and can take it, once the page has caught up.
pub fn focus_soon(ids: impl IntoIterator<Item = String>) {
    let ids: Vec<String> = ids.into_iter().collect();
    request_animation_frame(move || {
        let found = ids.iter().find_map(|id| {
            let element = document().get_element_by_id(id)?.dyn_into::<HtmlElement>().ok()?;
            (!element.has_attribute("disabled")).then_some(element)
        });
        if let Some(element) = found {
            // What lies folded cannot take the focus.
            if let Ok(Some(folded)) = element.closest("details:not([open])") {
                drop(folded.set_attribute("open", ""));
            }
            // An element that just left the page cannot take the focus; there is nothing to tell anybody then.
            let _ = element.focus();
        }
    });
}

/// The same, unless somebody is typing: letters meant for a field must not land elsewhere.
pub fn focus_unless_typing(ids: impl IntoIterator<Item = String>) {
    if !document().active_element().is_some_and(|active| is_typing(&active)) {
        focus_soon(ids);
    }
}

/// Says whether what has the keyboard takes letters: it keeps the browser's own undo of them.
pub fn is_typing(target: &EventTarget) -> bool {
    target.dyn_ref::<HtmlTextAreaElement>().is_some()
        || target
            .dyn_ref::<HtmlInputElement>()
            .is_some_and(|input| !matches!(input.type_().as_str(), "checkbox" | "radio" | "range"))
}

/// Alt with an arrow: a row is to move.
pub struct Stepped {
    /// By how many places.
    pub by: isize,
    /// The element the keyboard was in, if it has an id.
    pub within: Option<String>,
}

/// Returns the step that a key asks for, and keeps the key from doing anything else.
pub fn stepped(event: &KeyboardEvent) -> Option<Stepped> {
    let by = match event.key().as_str() {
        "ArrowUp" if event.alt_key() => -1,
        "ArrowDown" if event.alt_key() => 1,
        _ => return None,
    };
    event.prevent_default();
    let id = event.target().and_then(|target| Some(target.dyn_ref::<Element>()?.id()));
    Some(Stepped { by, within: id.filter(|id| !id.is_empty()) })
}
