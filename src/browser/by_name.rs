//! Methods called by their name: web-sys has some only among its unstable bindings.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::BrowserError;

/// Calls a method that answers with a promise.
pub(super) fn call(
    target: &JsValue,
    method: &str,
    arguments: &[JsValue],
    operation: &'static str,
) -> Result<JsFuture, BrowserError> {
    let arguments: Array = arguments.iter().collect();
    let promise = Reflect::get(target, &method.into())
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|method| method.apply(target, &arguments))
        .and_then(JsCast::dyn_into::<Promise>);
    Ok(JsFuture::from(promise.map_err(BrowserError::during(operation))?))
}
