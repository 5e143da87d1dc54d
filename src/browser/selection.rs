//! Copying what is selected. Pages on plain http get no clipboard of their own, but may copy what the person sees selected.

use wasm_bindgen::JsCast;

use super::{BrowserError, document};

const OPERATION: &str = "copying";

/// Copies what is selected on the page; false when the browser would not.
pub fn copy_selected() -> Result<bool, BrowserError> {
    let document: web_sys::HtmlDocument =
        document()?.dyn_into().map_err(|_| BrowserError::new(OPERATION, "this is no HTML page"))?;
    document.exec_command("copy").map_err(BrowserError::during(OPERATION))
}
