//! Keeps the keyboard's place when rows come, go and move.

use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

/// Puts the focus on the first of these that can take it, once the page has caught up.
pub fn focus_soon<const N: usize>(ids: [String; N]) {
    request_animation_frame(move || {
        for id in ids {
            let Some(found) = document().get_element_by_id(&id) else { continue };
            let Ok(element) = found.dyn_into::<HtmlElement>() else { continue };
            // An element that cannot take the focus leaves it to the next.
            let _ = element.focus();
            if document().active_element().as_deref() == Some(&element) {
                return;
            }
        }
    });
}
