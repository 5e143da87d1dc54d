//! Leaving the page, and coming back to it.

use super::{BrowserError, Listener, document, window};

/// Makes the browser ask before the page is left, for as long as the listener lives and `unsaved` says so.
pub fn ask_while(unsaved: impl Fn() -> bool + 'static) -> Result<Listener, BrowserError> {
    let target = window()?;
    Listener::new(&target, "beforeunload", move |event| {
        if unsaved() {
            event.prevent_default();
        }
    })
}

/// Calls `back` when the page comes into sight again, and when it goes out of it.
pub fn listen_for_return(mut back: impl FnMut() + 'static) -> Result<Listener, BrowserError> {
    let target = document()?;
    Listener::new(&target, "visibilitychange", move |_| back())
}
