//! The part of the address after `#`, which says where in the application one is.

use wasm_bindgen::JsValue;

use super::{BrowserError, Listener, window};

/// Returns the hash with its `#`; empty when there is none.
pub fn hash() -> String {
    window().ok().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to a hash (`#/…`), as a step that the back button undoes. Those who listen hear it.
pub fn go(hash: &str) -> Result<(), BrowserError> {
    window()?.location().set_hash(hash).map_err(BrowserError::during("changing the address"))
}

/// Writes a hash (`#/…`) over the present one. Nobody hears it, and the back button skips what was there.
pub fn rewrite(hash: &str) -> Result<(), BrowserError> {
    const OPERATION: &str = "rewriting the address";
    let history = window()?.history().map_err(BrowserError::during(OPERATION))?;
    history.replace_state_with_url(&JsValue::NULL, "", Some(hash)).map_err(BrowserError::during(OPERATION))
}

/// Loads the page anew.
pub fn reload() -> Result<(), BrowserError> {
    window()?.location().reload().map_err(BrowserError::during("reloading the page"))
}

/// Calls `moved` with every new hash.
pub fn listen(mut moved: impl FnMut(String) + 'static) -> Result<Listener, BrowserError> {
    let target = window()?;
    Listener::new(&target, "hashchange", move |_| moved(hash()))
}
