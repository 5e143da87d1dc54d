//! Tests that need a real browser: run by `scripts/test` in headless Chromium.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_application_mounts_into_the_page() {
    leptos::mount::mount_to_body(traguardo::ui::App);
    let heading = leptos::prelude::document().query_selector("main").ok().flatten();
    assert!(heading.is_some(), "a page without a main landmark");
}
