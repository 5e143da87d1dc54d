//! The last words of a page that cannot go on.

use super::document;

/// Leaves a plain page when the program panics, with what is safe and what to do. It stands in `index.html`, because
/// after a panic nothing of the program can be relied on.
pub fn show_when_stopped() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        let Ok(document) = document() else { return };
        if let Some(crash) = document.get_element_by_id("crash") {
            // Were even this refused, the console still says where it stopped.
            drop(crash.remove_attribute("hidden"));
        }
    }));
}
