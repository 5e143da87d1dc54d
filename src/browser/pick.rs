//! Taking files from the person: chosen in the browser's dialog, or read after they were dropped on the page.

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList, HtmlInputElement};

use super::{BrowserError, Listener, document};

/// A file that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// Its name, without a path.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Lets the person choose files with one of these endings (`.json,.xlsx`; empty: any). None when the dialog was closed.
/// Browsers open it only in answer to a click or a key.
pub async fn pick(endings: &str) -> Result<Vec<File>, BrowserError> {
    const OPERATION: &str = "asking for a file";
    let input = document()?.create_element("input").map_err(BrowserError::during(OPERATION))?;
    let input: HtmlInputElement = input.dyn_into().map_err(|_| BrowserError::new(OPERATION, "no input"))?;
    input.set_type("file");
    input.set_accept(endings);
    input.set_multiple(true);
    let (answer, answered) = oneshot::channel();
    let answer = Rc::new(RefCell::new(Some(answer)));
    let answering = move |_| {
        if let Some(answer) = answer.borrow_mut().take() {
            // Nobody waits any more when the page has moved on.
            let _ = answer.send(());
        }
    };
    let _chosen = Listener::new(&input, "change", answering.clone())?;
    let _closed = Listener::new(&input, "cancel", answering)?;
    input.click();
    if answered.await.is_err() {
        return Ok(Vec::new());
    }
    let chosen = input.files();
    Ok(chosen.iter().flat_map(|files: &FileList| (0..files.length()).filter_map(|at| files.get(at))).collect())
}

/// Reads a file whole.
pub async fn read(file: File) -> Result<Picked, BrowserError> {
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(BrowserError::during("reading a file"))?;
    Ok(Picked { name: file.name(), bytes: Uint8Array::new(&bytes).to_vec() })
}
