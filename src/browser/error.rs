//! What the browser would not do.

use wasm_bindgen::{JsCast, JsValue};

/// Something the browser would not do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{operation}: {message}")]
pub struct BrowserError {
    /// What was asked.
    pub operation: &'static str,
    /// What it said.
    pub message: String,
}

impl BrowserError {
    pub(crate) fn new(operation: &'static str, message: impl Into<String>) -> Self {
        Self { operation, message: message.into() }
    }

    /// Returns a function that turns what was thrown during an operation into an error.
    pub(crate) fn during(operation: &'static str) -> impl Fn(JsValue) -> Self {
        move |thrown| Self::new(operation, words(&thrown))
    }
}

/// Returns what a thrown value says.
pub(crate) fn words(thrown: &JsValue) -> String {
    if let Some(exception) = thrown.dyn_ref::<web_sys::DomException>() {
        format!("{}: {}", exception.name(), exception.message())
    } else if let Some(error) = thrown.dyn_ref::<js_sys::Error>() {
        String::from(error.to_string())
    } else {
        thrown.as_string().unwrap_or_else(|| format!("{thrown:?}"))
    }
}
