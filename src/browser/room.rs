//! Whether the disk has room, found out by writing a file where the browser keeps files of pages (OPFS), and taking it away
//! again. What browsers estimate is what they would allow, not what the disk has.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::JsValue;

use super::by_name::call;
use super::{BrowserError, window};

const TRYING: &str = "trying whether the disk has room";
const NAME: &str = "traguardo-room";

/// Returns whether so many bytes can be written; none where it cannot be tried: outside a secure context, or in a browser
/// without such a store.
pub async fn has_room_for(bytes: u32) -> Option<bool> {
    let navigator: JsValue = window().ok()?.navigator().into();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    let folder = call(&storage, "getDirectory", &[], TRYING).ok()?.await.ok()?;
    let written = write(&folder, bytes).await;
    // What is left of it is written over at the next try.
    if let Ok(removed) = call(&folder, "removeEntry", &[NAME.into()], TRYING) {
        drop(removed.await);
    }
    Some(written.is_ok())
}

async fn write(folder: &JsValue, bytes: u32) -> Result<(), BrowserError> {
    let during = BrowserError::during(TRYING);
    let options = Object::new();
    Reflect::set(&options, &"create".into(), &true.into()).map_err(&during)?;
    let file = call(folder, "getFileHandle", &[NAME.into(), options.into()], TRYING)?.await.map_err(&during)?;
    let stream = call(&file, "createWritable", &[], TRYING)?.await.map_err(&during)?;
    let written = call(&stream, "write", &[Uint8Array::new_with_length(bytes).into()], TRYING)?.await;
    if let Err(thrown) = written {
        drop(call(&stream, "abort", &[], TRYING)?.await);
        return Err(during(thrown));
    }
    call(&stream, "close", &[], TRYING)?.await.map(drop).map_err(&during)
}
