//! Printing the page.

use super::{BrowserError, window};

/// Opens the browser's own window for printing what is on the screen.
pub fn print() -> Result<(), BrowserError> {
    window()?.print().map_err(BrowserError::during("printing"))
}
