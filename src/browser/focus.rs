//! Where the keyboard goes.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{BrowserError, document};

/// Puts the focus on the element with this id and scrolls it into view; returns whether there is one.
pub fn focus(id: &str) -> Result<bool, BrowserError> {
    let Some(element) = document()?.get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok())
    else {
        return Ok(false);
    };
    element.focus().map_err(BrowserError::during("moving the focus"))?;
    Ok(true)
}
