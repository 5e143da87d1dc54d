//! One small file for each thing asked of the browser.
//!
//! Nothing in here knows the plan or the screen. Every refusal of the browser becomes one [`BrowserError`] with the name
//! of what was asked; listeners last as long as the [`Listener`] that was handed out.

pub mod address;
mod by_name;
pub mod chosen_file;
pub mod clipboard;
pub mod clock;
pub mod crash;
pub mod download;
mod error;
pub mod fetch;
pub mod ids;
pub mod language;
pub mod leave;
mod listener;
pub mod pasted;
pub mod pick;
pub mod preferences;
pub mod print;
pub mod room;
pub mod seal;
pub mod selection;
pub mod title;

pub use error::BrowserError;
pub(crate) use error::words;
pub use listener::Listener;

fn window() -> Result<web_sys::Window, BrowserError> {
    web_sys::window().ok_or_else(|| BrowserError::new("finding the window", "there is none"))
}

fn document() -> Result<web_sys::Document, BrowserError> {
    window()?.document().ok_or_else(|| BrowserError::new("finding the page", "there is none"))
}
