//! Fetching files that lie beside the page.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, RequestMode, Response};

use super::{BrowserError, window};

/// Fetches a file by its address relative to the page (`samples/cssm.json`). Other origins are refused, and a page opened
/// from a disk has nothing beside it.
pub async fn fetch(address: &str) -> Result<Vec<u8>, BrowserError> {
    const OPERATION: &str = "fetching a file";
    let options = RequestInit::new();
    options.set_mode(RequestMode::SameOrigin);
    let answer = window()?.fetch_with_str_and_init(address, &options);
    let answer = JsFuture::from(answer).await.map_err(BrowserError::during(OPERATION))?;
    let answer: Response = answer.dyn_into().map_err(BrowserError::during(OPERATION))?;
    if !answer.ok() {
        return Err(BrowserError::new(OPERATION, format!("{} {address}", answer.status())));
    }
    let bytes = answer.array_buffer().map_err(BrowserError::during(OPERATION))?;
    let bytes = JsFuture::from(bytes).await.map_err(BrowserError::during(OPERATION))?;
    Ok(Uint8Array::new(&bytes).to_vec())
}
