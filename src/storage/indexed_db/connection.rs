//! The connection to the database: opened, opened again when the browser has closed it, given up for a newer version.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbOpenDbRequest, IdbRequestReadyState};

use super::super::{Shelf, StorageError};
use super::request::{during, failure};
use crate::browser::{Listener, words};

/// Goes up by one whenever a shelf is added.
pub(super) const VERSION: u32 = 1;
const OPENING: &str = "opening the browser's storage";

/// The way to a database.
pub(super) struct Connections {
    name: String,
    version: u32,
    open: RefCell<Option<Connection>>,
}

struct Connection {
    database: IdbDatabase,
    state: Rc<Cell<State>>,
    _listeners: [Listener; 2],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Closed,
    /// Another tab wants to add shelves: this version of the application must not write any more.
    Superseded,
}

impl Connections {
    pub(super) fn new(name: &str, version: u32) -> Self {
        Self { name: name.to_owned(), version, open: RefCell::new(None) }
    }

    /// Returns the open database, opening it when it is not.
    pub(super) async fn get(&self) -> Result<IdbDatabase, StorageError> {
        let known = self.open.borrow().as_ref().map(|open| (open.state.get(), open.database.clone()));
        match known {
            Some((State::Open, database)) => Ok(database),
            Some((State::Superseded, _)) => Err(StorageError::Newer),
            Some((State::Closed, _)) | None => {
                let connection = Connection::new(open(&self.name, self.version).await?)?;
                let database = connection.database.clone();
                self.open.replace(Some(connection));
                Ok(database)
            }
        }
    }
}

impl Connection {
    fn new(database: IdbDatabase) -> Result<Self, StorageError> {
        let state = Rc::new(Cell::new(State::Open));
        let on = |event, becomes| {
            let (closing, state) = (database.clone(), Rc::clone(&state));
            let heard = move |_| {
                closing.close();
                state.set(becomes);
            };
            Listener::new(&database, event, heard).map_err(|error| StorageError::other(OPENING, error))
        };
        let listeners = [on("close", State::Closed)?, on("versionchange", State::Superseded)?];
        Ok(Self { database, state, _listeners: listeners })
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.close();
    }
}

async fn open(name: &str, version: u32) -> Result<IdbDatabase, StorageError> {
    let unavailable = |message: String| StorageError::Unavailable { message };
    let window = web_sys::window().ok_or_else(|| unavailable("there is no window".to_owned()))?;
    let factory = window.indexed_db().map_err(|thrown| unavailable(words(&thrown)))?;
    let factory = factory.ok_or_else(|| unavailable("the browser has no IndexedDB".to_owned()))?;
    let request = factory.open_with_u32(name, version).map_err(during(OPENING))?;
    let add_shelves = Closure::once({
        let request = request.clone();
        move |_: Event| {
            if add_missing_shelves(&request).is_err() {
                // Half the shelves are none: the opening fails and the next one tries again.
                if let Some(transaction) = request.transaction() {
                    let _ = transaction.abort();
                }
            }
        }
    });
    request.set_onupgradeneeded(Some(add_shelves.as_ref().unchecked_ref()));
    let settled = Promise::new(&mut |opened, failed| {
        request.set_onsuccess(Some(&opened));
        request.set_onerror(Some(&failed));
        request.set_onblocked(Some(&failed));
    });
    match JsFuture::from(settled).await {
        Ok(_) => {
            let database = request.result().map_err(during(OPENING))?;
            database.dyn_into().map_err(|value| StorageError::other(OPENING, words(&value)))
        }
        Err(_) if request.ready_state() == IdbRequestReadyState::Pending => {
            give_up(&request, add_shelves);
            Err(StorageError::Blocked)
        }
        Err(event) => Err(match failure(request.error().ok().flatten(), &event, OPENING) {
            StorageError::Other { message, .. } => unavailable(message),
            error => error,
        }),
    }
}

fn add_missing_shelves(request: &IdbOpenDbRequest) -> Result<(), StorageError> {
    let database = request.result().map_err(during(OPENING))?;
    let database: IdbDatabase = database.dyn_into().map_err(|value| StorageError::other(OPENING, words(&value)))?;
    let there = database.object_store_names();
    for shelf in Shelf::ALL.into_iter().filter(|shelf| !there.contains(shelf.name())) {
        database.create_object_store(shelf.name()).map_err(during(OPENING))?;
    }
    Ok(())
}

/// Lets a blocked opening go on by itself, and closes the database at once when it succeeds after all.
fn give_up(request: &IdbOpenDbRequest, add_shelves: Closure<dyn FnMut(Event)>) {
    let opened = Closure::once_into_js({
        let request = request.clone();
        move || {
            if let Some(database) = request.result().ok().and_then(|database| database.dyn_into::<IdbDatabase>().ok()) {
                database.close();
            }
        }
    });
    request.set_onsuccess(Some(opened.unchecked_ref()));
    add_shelves.forget();
}
