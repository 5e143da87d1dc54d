//! The language of the browser, and of the page.

use super::{document, window};

/// Returns the languages the person prefers, best first (`it-IT`, `en`).
pub fn preferred() -> Vec<String> {
    window()
        .map(|window| window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect())
        .unwrap_or_default()
}

/// Says in which language the page is, for screen readers and hyphenation.
pub fn set_page_language(tag: &str) {
    if let Some(root) = document().ok().and_then(|document| document.document_element()) {
        // An attribute named `lang` can always be set.
        let _ = root.set_attribute("lang", tag);
    }
}
