//! Leaving the page.

use super::{BrowserError, Listener, window};

/// Makes the browser ask before the page is left, for as long as the listener lives and `unsaved` says so.
pub fn ask_while(unsaved: impl Fn() -> bool + 'static) -> Result<Listener, BrowserError> {
    let target = window()?;
    Listener::new(&target, "beforeunload", move |event| {
        if unsaved() {
            event.prevent_default();
        }
    })
}
