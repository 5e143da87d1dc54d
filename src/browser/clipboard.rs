//! Copying text.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

use super::{BrowserError, document, window};

const OPERATION: &str = "copying text";

/// Puts text on the clipboard. Plain http has no `navigator.clipboard`; there the page's own copy command is used.
pub async fn write(text: &str) -> Result<(), BrowserError> {
    let navigator = window()?.navigator();
    let has_clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| !clipboard.is_undefined());
    if has_clipboard && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok() {
        return Ok(());
    }
    copy_selected(text)
}

fn copy_selected(text: &str) -> Result<(), BrowserError> {
    let document = document()?;
    let area = document.create_element("textarea").map_err(BrowserError::during(OPERATION))?;
    let area: HtmlTextAreaElement = area.dyn_into().map_err(|_| BrowserError::new(OPERATION, "no text area"))?;
    area.set_value(text);
    area.set_read_only(true);
    let body = document.body().ok_or_else(|| BrowserError::new(OPERATION, "the page has no body"))?;
    let focused = document.active_element();
    body.append_child(&area).map_err(BrowserError::during(OPERATION))?;
    area.select();
    let copied = document
        .dyn_into::<HtmlDocument>()
        .map_err(|_| BrowserError::new(OPERATION, "no HTML page"))
        .and_then(|page| page.exec_command("copy").map_err(BrowserError::during(OPERATION)));
    area.remove();
    if let Some(focused) = focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Where the focus cannot go back, it stays with the page.
        let _ = focused.focus();
    }
    if copied? { Ok(()) } else { Err(BrowserError::new(OPERATION, "the browser refused")) }
}
