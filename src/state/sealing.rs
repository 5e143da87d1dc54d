//! Files locked with a passphrase: asking for one, locking and unlocking. What locks is a Wasm module of its own, fetched when
//! the first one is asked for; most plans never need it.

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;

use super::{Notice, Problem, Workspace};
use crate::browser::{download, seal};
use crate::file;

pub use crate::browser::seal::SealError;
pub use crate::file::{SHORTEST, Strength};

/// How long the page gets to say that it is at work, in milliseconds: while a key is made it stands still.
const TO_BE_SEEN: u32 = 60;

/// What a passphrase is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asking {
    /// To lock a copy of the open plan.
    ToSave,
    /// To unlock a file.
    ToOpen {
        /// Its name.
        name: String,
    },
}

/// What becomes of an unlocked file: its name without the ending of locked ones, and what was in it.
pub type Unlocked = fn(Workspace, String, Vec<u8>);

/// A file that waits for its passphrase.
#[derive(Clone)]
struct Waiting {
    name: String,
    bytes: Vec<u8>,
    then: Unlocked,
}

/// What the workspace knows of passphrases: none of them, only what is asked.
#[derive(Clone, Copy)]
pub struct Sealing {
    asking: RwSignal<Option<Asking>>,
    waiting: StoredValue<Option<Waiting>>,
    is_at_work: RwSignal<bool>,
    problem: RwSignal<Option<SealError>>,
}

impl Sealing {
    pub(super) fn new() -> Self {
        Self {
            asking: RwSignal::new(None),
            waiting: StoredValue::new(None),
            is_at_work: RwSignal::new(false),
            problem: RwSignal::new(None),
        }
    }

    /// Returns what a passphrase is asked for at the moment.
    pub fn asking(self) -> Option<Asking> {
        self.asking.get()
    }

    /// Returns whether a key is being made.
    pub fn is_at_work(self) -> bool {
        self.is_at_work.get()
    }

    /// Returns why the last passphrase did not do.
    pub fn problem(self) -> Option<SealError> {
        self.problem.get()
    }

    /// Asks for the passphrase of a copy.
    pub fn ask_to_save(self) {
        self.problem.set(None);
        self.asking.set(Some(Asking::ToSave));
    }

    /// Asks for the passphrase of a file, and hands on what was in it.
    pub fn ask_to_open(self, name: String, bytes: Vec<u8>, then: Unlocked) {
        self.problem.set(None);
        self.waiting.set_value(Some(Waiting { name: name.clone(), bytes, then }));
        self.asking.set(Some(Asking::ToOpen { name }));
    }

    /// Asks no longer.
    pub fn leave(self) {
        self.waiting.set_value(None);
        self.problem.set(None);
        self.asking.set(None);
    }
}

impl Workspace {
    /// Locks bytes with a passphrase; the page has time to say so first.
    ///
    /// # Errors
    /// That the part of the application that locks did not come, or the browser has no chance to give.
    pub async fn seal(self, bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, Problem> {
        self.sealing().is_at_work.set(true);
        TimeoutFuture::new(TO_BE_SEEN).await;
        let sealed = match fetch().await {
            Ok(module) => (module.seal)(bytes, passphrase).map_err(|error| Problem::Browser(error.to_string())),
            Err(_) => Err(Problem::NotFetched),
        };
        self.sealing().is_at_work.set(false);
        sealed
    }

    /// Downloads a copy of the open plan, locked with a passphrase.
    pub fn download_sealed(self, passphrase: String) {
        leptos::task::spawn_local(async move {
            let Some(file) = self.file_to_keep().await else { return };
            let name = format!("{}{}", file::name(&file.plan), file::SEALED);
            let saved = async {
                let text = file::write(&file).map_err(|error| Problem::Browser(error.to_string()))?;
                let sealed = self.seal(text.as_bytes(), &passphrase).await?;
                download::download(&name, "application/octet-stream", &sealed)
                    .map_err(|error| Problem::Browser(error.to_string()))
            };
            match saved.await {
                Ok(()) => {
                    self.notices().show(Notice::Downloaded(name.clone()));
                    self.note_copy();
                }
                Err(problem) => self.notices().show(Notice::Problem(problem)),
            }
            self.sealing().leave();
        });
    }

    /// Tries a passphrase on the file that waits for one; another may be tried after a wrong one.
    pub fn unseal(self, passphrase: String) {
        let sealing = self.sealing();
        let Some(waiting) = sealing.waiting.get_value() else { return };
        sealing.problem.set(None);
        sealing.is_at_work.set(true);
        leptos::task::spawn_local(async move {
            TimeoutFuture::new(TO_BE_SEEN).await;
            let opened = fetch().await.map(|module| (module.open)(&waiting.bytes, &passphrase));
            sealing.is_at_work.set(false);
            // Meanwhile somebody may have given up.
            if sealing.asking.get_untracked().is_none() {
                return;
            }
            match opened {
                Ok(Ok(bytes)) => {
                    sealing.leave();
                    let name = waiting.name.strip_suffix(file::SEALED).unwrap_or(&waiting.name).to_owned();
                    (waiting.then)(self, name, bytes);
                }
                Ok(Err(error)) => sealing.problem.set(Some(error)),
                Err(_) => {
                    sealing.leave();
                    self.notices().show(Notice::Problem(Problem::NotFetched));
                }
            }
        });
    }
}

/// What the module offers.
struct SealModule {
    seal: fn(&[u8], &str) -> Result<Vec<u8>, SealError>,
    open: fn(&[u8], &str) -> Result<Vec<u8>, SealError>,
}

const MODULE: SealModule = SealModule { seal: seal::seal, open: seal::open };

#[cfg(feature = "split")]
#[wasm_split(seal, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch() -> Result<SealModule, SplitLoaderError> {
    Ok(MODULE)
}

#[cfg(not(feature = "split"))]
async fn fetch() -> Result<SealModule, SplitLoaderError> {
    Ok(MODULE)
}
