//! What a person pastes.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Event, HtmlElement};

use super::{BrowserError, document};

/// What the clipboard holds of something pasted.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Pasted {
    /// As plain text.
    pub text: String,
    /// As HTML; nothing where the other program gave none.
    pub html: String,
}

/// Takes what an event of pasting carries; none where it carries no text.
pub fn pasted(event: &ClipboardEvent) -> Option<Pasted> {
    let data = event.clipboard_data()?;
    let get = |kind: &str| data.get_data(kind).unwrap_or_default();
    let pasted = Pasted { text: get("text/plain"), html: get("text/html") };
    (!pasted.text.is_empty() || !pasted.html.is_empty()).then_some(pasted)
}

/// Returns whether an event is for a field that takes words, which pastes by itself.
pub fn is_for_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|target| {
        matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || target.is_content_editable()
    })
}

/// Returns whether a dialog is open over the page.
pub fn is_behind_dialog() -> Result<bool, BrowserError> {
    let found = document()?.query_selector("dialog[open]").map_err(BrowserError::during("looking for a dialog"))?;
    Ok(found.is_some())
}
