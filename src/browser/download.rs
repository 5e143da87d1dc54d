//! Handing a file to the person.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::{BrowserError, document};

const OPERATION: &str = "saving a file";

/// How long the browser may take to fetch the bytes, in milliseconds.
const KEPT_FOR: u32 = 60_000;

/// Saves bytes as a file with this name, where the browser keeps what it downloads. Whether the person kept it is unknown.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), BrowserError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob =
        Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(BrowserError::during(OPERATION))?;
    let url = Url::create_object_url_with_blob(&blob).map_err(BrowserError::during(OPERATION))?;
    let clicked = click(name, &url);
    gloo_timers::callback::Timeout::new(KEPT_FOR, move || {
        // An address that is gone already needs no revoking.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    clicked
}

fn click(name: &str, url: &str) -> Result<(), BrowserError> {
    let document = document()?;
    let anchor = document.create_element("a").map_err(BrowserError::during(OPERATION))?;
    let anchor: HtmlAnchorElement = anchor.dyn_into().map_err(|_| BrowserError::new(OPERATION, "no anchor"))?;
    anchor.set_href(url);
    anchor.set_download(name);
    let body = document.body().ok_or_else(|| BrowserError::new(OPERATION, "the page has no body"))?;
    // Firefox only follows an anchor that is in the page.
    body.append_child(&anchor).map_err(BrowserError::during(OPERATION))?;
    anchor.click();
    anchor.remove();
    Ok(())
}
