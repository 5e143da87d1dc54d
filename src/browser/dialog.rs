//! Dialogs over the page.

use web_sys::HtmlDialogElement;

use super::BrowserError;

/// Shows a dialog over everything else: the page behind it cannot be reached and Escape closes it.
pub fn show(dialog: &HtmlDialogElement) -> Result<(), BrowserError> {
    if dialog.open() { Ok(()) } else { dialog.show_modal().map_err(BrowserError::during("opening a dialog")) }
}

/// Closes a dialog; one that is closed stays closed.
pub fn close(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}
