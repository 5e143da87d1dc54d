//! Listening to the browser, for as long as somebody wants to hear.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

use super::BrowserError;

/// Hears one kind of event until it is dropped.
#[must_use = "dropping it ends the listening"]
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    heard: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Begins to listen.
    pub fn new(
        target: &EventTarget,
        event: &'static str,
        heard: impl FnMut(Event) + 'static,
    ) -> Result<Self, BrowserError> {
        let heard = Closure::<dyn FnMut(Event)>::new(heard);
        target
            .add_event_listener_with_callback(event, heard.as_ref().unchecked_ref())
            .map_err(BrowserError::during("listening"))?;
        Ok(Self { target: target.clone(), event, heard })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // What is not listening any more needs no removing.
        let _ = self.target.remove_event_listener_with_callback(self.event, self.heard.as_ref().unchecked_ref());
    }
}
