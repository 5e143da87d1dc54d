//! A file on the disk that somebody chose to be written again and again, where the browser can do that at all (File System
//! Access: Chromium, in a secure context). Which file it is the browser keeps, in a database apart from the plans'.

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode};

use super::by_name::call;
use super::{BrowserError, window};

const DATABASE: &str = "traguardo.files";
const STORE: &str = "chosen";
const PICKER: &str = "showSaveFilePicker";
const WRITING: &str = "writing the chosen file";
const KEEPING: &str = "remembering the chosen file";

/// A chosen file.
#[derive(Clone, Debug)]
pub struct ChosenFile(JsValue);

/// Returns whether the browser lets people choose a file to write.
pub fn is_offered() -> bool {
    window().is_ok_and(|window| Reflect::has(&window, &PICKER.into()).unwrap_or(false))
}

/// Lets the person choose where, with a name to begin with. None when the dialog was closed. Browsers open it only in answer
/// to a click or a key.
pub async fn choose(name: &str) -> Result<Option<ChosenFile>, BrowserError> {
    const OPERATION: &str = "asking where to write";
    let during = BrowserError::during(OPERATION);
    let accept = Object::new();
    set(&accept, "application/json", &Array::of1(&".json".into()))?;
    let kind = Object::new();
    set(&kind, "description", &"Traguardo".into())?;
    set(&kind, "accept", &accept)?;
    let options = Object::new();
    set(&options, "suggestedName", &name.into())?;
    set(&options, "types", &Array::of1(&kind))?;
    match call(&window()?.into(), PICKER, &[options.into()], OPERATION)?.await {
        Ok(handle) => Ok(Some(ChosenFile(handle))),
        Err(thrown) => match thrown.dyn_ref::<web_sys::DomException>() {
            Some(exception) if exception.name() == "AbortError" => Ok(None),
            _ => Err(during(thrown)),
        },
    }
}

/// Returns the file that was chosen under a key, if any.
pub async fn recall(key: &str) -> Result<Option<ChosenFile>, BrowserError> {
    let database = open().await?;
    let found =
        async { settled(&store(&database, IdbTransactionMode::Readonly)?.get(&key.into()).map_err(keeping())?).await };
    let found = found.await;
    database.close();
    Ok(Some(found?).filter(|found| !found.is_undefined()).map(ChosenFile))
}

/// Forgets the file that was chosen under a key.
pub async fn forget(key: &str) -> Result<(), BrowserError> {
    let database = open().await?;
    let gone = async {
        settled(&store(&database, IdbTransactionMode::Readwrite)?.delete(&key.into()).map_err(keeping())?).await
    };
    let gone = gone.await;
    database.close();
    gone.map(drop)
}

impl ChosenFile {
    /// Returns its name, without a path.
    pub fn name(&self) -> String {
        Reflect::get(&self.0, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Has the browser remember it under a key.
    pub async fn remember(&self, key: &str) -> Result<(), BrowserError> {
        let database = open().await?;
        let put = async {
            let store = store(&database, IdbTransactionMode::Readwrite)?;
            settled(&store.put_with_key(&self.0, &key.into()).map_err(keeping())?).await
        };
        let put = put.await;
        database.close();
        put.map(drop)
    }

    /// Returns whether it may be written without asking.
    pub async fn is_allowed(&self) -> bool {
        self.permission("queryPermission").await
    }

    /// Asks the person for leave to write it. Browsers ask only in answer to a click or a key.
    pub async fn ask(&self) -> bool {
        self.permission("requestPermission").await
    }

    async fn permission(&self, how: &str) -> bool {
        let asked = async {
            let mode = Object::new();
            set(&mode, "mode", &"readwrite".into())?;
            call(&self.0, how, &[mode.into()], WRITING)?.await.map_err(BrowserError::during(WRITING))
        };
        asked.await.is_ok_and(|answer: JsValue| answer.as_string().as_deref() == Some("granted"))
    }

    /// Writes the file whole, reads it back and compares. The old content stays until the new one is complete.
    pub async fn write(&self, bytes: &[u8]) -> Result<(), BrowserError> {
        let during = BrowserError::during(WRITING);
        let stream = call(&self.0, "createWritable", &[], WRITING)?.await.map_err(&during)?;
        let written = call(&stream, "write", &[Uint8Array::from(bytes).into()], WRITING)?.await;
        if let Err(thrown) = written {
            // What was there stays there; were even this refused, nothing is closed and nothing changes.
            drop(call(&stream, "abort", &[], WRITING)?.await);
            return Err(during(thrown));
        }
        call(&stream, "close", &[], WRITING)?.await.map_err(&during)?;
        let file = call(&self.0, "getFile", &[], WRITING)?.await.map_err(&during)?;
        let back = call(&file, "arrayBuffer", &[], WRITING)?.await.map_err(&during)?;
        if Uint8Array::new(&back).to_vec() == bytes {
            Ok(())
        } else {
            Err(BrowserError::new(WRITING, "it was not read back as written"))
        }
    }
}

fn set(object: &Object, key: &str, value: &JsValue) -> Result<(), BrowserError> {
    Reflect::set(object, &key.into(), value).map(drop).map_err(BrowserError::during("asking the browser"))
}

fn keeping() -> impl Fn(JsValue) -> BrowserError {
    BrowserError::during(KEEPING)
}

async fn open() -> Result<IdbDatabase, BrowserError> {
    let factory = window()?.indexed_db().map_err(keeping())?;
    let factory = factory.ok_or_else(|| BrowserError::new(KEEPING, "the browser has no IndexedDB"))?;
    let request: IdbOpenDbRequest = factory.open_with_u32(DATABASE, 1).map_err(keeping())?;
    let make = Closure::once({
        let request = request.clone();
        move |_: Event| {
            if let Some(database) = request.result().ok().and_then(|found| found.dyn_into::<IdbDatabase>().ok()) {
                // Without its store the database is of no use, which shows at the next step.
                drop(database.create_object_store(STORE));
            }
        }
    });
    request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
    settled(&request).await?.dyn_into().map_err(keeping())
}

fn store(database: &IdbDatabase, mode: IdbTransactionMode) -> Result<IdbObjectStore, BrowserError> {
    let transaction = database.transaction_with_str_and_mode(STORE, mode).map_err(keeping())?;
    transaction.object_store(STORE).map_err(keeping())
}

async fn settled(request: &IdbRequest) -> Result<JsValue, BrowserError> {
    let settled = Promise::new(&mut |succeeded, failed| {
        request.set_onsuccess(Some(&succeeded));
        request.set_onerror(Some(&failed));
    });
    JsFuture::from(settled).await.map_err(keeping())?;
    request.result().map_err(keeping())
}
