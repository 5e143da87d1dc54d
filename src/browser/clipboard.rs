//! Putting a table where other programs paste from. The browser's newer way works on secure pages alone; this one works on
//! a plain intranet page too, in answer to a click or a key.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlDocument, HtmlElement, HtmlTextAreaElement};

use super::{BrowserError, Listener, document};

const OPERATION: &str = "copying";

/// Puts the same thing there as HTML and as plain text; whoever pastes takes what fits.
pub fn copy(html: &str, text: &str) -> Result<(), BrowserError> {
    let document = document()?;
    let page: HtmlDocument = document.clone().dyn_into().map_err(|_| BrowserError::new(OPERATION, "no page"))?;
    let body = document.body().ok_or_else(|| BrowserError::new(OPERATION, "the page has no body"))?;
    let before: Option<HtmlElement> = document.active_element().and_then(|element| element.dyn_into().ok());
    // Browsers copy only what is selected: this stands for it, and is replaced on its way.
    let stand_in = document.create_element("textarea").map_err(BrowserError::during(OPERATION))?;
    let stand_in: HtmlTextAreaElement = stand_in.dyn_into().map_err(|_| BrowserError::new(OPERATION, "no field"))?;
    stand_in.set_value(text);
    stand_in.set_class_name("visually-hidden");
    body.append_child(&stand_in).map_err(BrowserError::during(OPERATION))?;
    stand_in.select();
    let is_put = Rc::new(Cell::new(false));
    let putting = {
        let (is_put, html, text) = (Rc::clone(&is_put), html.to_owned(), text.to_owned());
        move |event: web_sys::Event| {
            let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
            if data.set_data("text/html", &html).and_then(|()| data.set_data("text/plain", &text)).is_ok() {
                event.prevent_default();
                is_put.set(true);
            }
        }
    };
    let listener = Listener::new(&document, "copy", putting)?;
    let asked = page.exec_command("copy");
    drop(listener);
    stand_in.remove();
    if let Some(before) = before {
        // Where the focus was may be gone.
        drop(before.focus());
    }
    match asked.map_err(BrowserError::during(OPERATION))? && is_put.get() {
        true => Ok(()),
        false => Err(BrowserError::new(OPERATION, "the browser did not allow it")),
    }
}
