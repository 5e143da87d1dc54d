//! Where the keyboard goes after something was added, moved or taken out.

use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

/// Puts the focus on the first of these that is on the page and can take it, once the page has caught up.
pub fn focus_soon(ids: impl IntoIterator<Item = String>) {
    let ids: Vec<String> = ids.into_iter().collect();
    request_animation_frame(move || {
        let found = ids.iter().find_map(|id| {
            let element = document().get_element_by_id(id)?.dyn_into::<HtmlElement>().ok()?;
            (!element.has_attribute("disabled")).then_some(element)
        });
        if let Some(element) = found {
            // An element that just left the page cannot take the focus; there is nothing to tell anybody then.
            let _ = element.focus();
        }
    });
}
