//! The title of the page, as the tab shows it.

use super::document;

/// Sets the title.
pub fn set(title: &str) {
    if let Ok(document) = document() {
        document.set_title(title);
    }
}
