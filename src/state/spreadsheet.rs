//! Spreadsheets are a Wasm module of their own, fetched when the first one is written or read. What is called only through
//! [`SpreadsheetModule`] stands in it.

use std::sync::OnceLock;

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;

use super::module::Task;
use super::output::{Brought, Work};
use super::{Incoming, Notice, Problem, Workspace};
use crate::attainment::Attainment;
use crate::browser::download;
use crate::file::File;
use crate::file::xlsx::{EXTENSION, Progress, Reading, Writing};

/// What the module offers.
pub(super) struct SpreadsheetModule {
    /// Writes a plan as a workbook and hands it to the person.
    pub write: fn(Workspace, String, File, Attainment) -> Task,
    /// Reads a workbook and takes in what it brings.
    pub read: fn(Workspace, String, Vec<u8>) -> Task,
}

static MODULE: OnceLock<SpreadsheetModule> = OnceLock::new();

impl Workspace {
    /// Does something with the module as soon as it is here, and tells when it is done; that it cannot be fetched is said on
    /// the screen.
    pub(super) async fn with_spreadsheets(self, task: impl FnOnce(&'static SpreadsheetModule) -> Task + 'static) {
        self.output.work.set(Some(Work::Fetching));
        match fetch().await {
            Ok(found) => task(MODULE.get_or_init(|| found)).await,
            Err(_) => self.notices().show(Notice::Problem(Problem::NotFetched)),
        }
        self.output.work.set(None);
    }
}

#[cfg(feature = "split")]
#[wasm_split(spreadsheet, wasm_split_path = ::leptos::wasm_split, fallible)]
fn fetch() -> Result<SpreadsheetModule, SplitLoaderError> {
    Ok(SpreadsheetModule::here())
}

#[cfg(not(feature = "split"))]
async fn fetch() -> Result<SpreadsheetModule, SplitLoaderError> {
    Ok(SpreadsheetModule::here())
}

impl SpreadsheetModule {
    fn here() -> Self {
        Self {
            write: |workspace, name, file, attainment| Box::pin(write(workspace, name, file, attainment)),
            read: |workspace, name, bytes| Box::pin(read(workspace, name, bytes)),
        }
    }
}

const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async fn write(workspace: Workspace, name: String, file: File, attainment: Attainment) {
    let mut writing = Writing::of(file, attainment);
    let written = loop {
        match writing.step() {
            Ok(Some(Progress { done, of })) => show(workspace, Work::Writing { done, of }).await,
            Ok(None) => break writing.finish(),
            Err(error) => break Err(error),
        }
    };
    match written.map_err(|error| error.to_string()) {
        Ok(bytes) => workspace.handed(&name, download::download(&name, MEDIA_TYPE, &bytes)),
        Err(message) => workspace.notices().show(Notice::Problem(Problem::Browser(message))),
    }
}

async fn read(workspace: Workspace, name: String, bytes: Vec<u8>) {
    let found = async {
        let mut reading = Reading::of(&bytes)?;
        while let Some(Progress { done, of }) = reading.step()? {
            show(workspace, Work::Reading { done, of }).await;
        }
        reading.finish()
    };
    match found.await {
        Ok(returned) => {
            let file = returned.file.as_deref().cloned();
            workspace.output.brought.set(Some(Brought::of(name.clone(), returned)));
            match file {
                Some(file) => workspace.with_module(move |module| (module.receive)(workspace, Incoming { name, file })),
                None => workspace.go_to_output(),
            }
        }
        Err(error) => workspace.notices().show(Notice::Problem(Problem::Spreadsheet { name, error })),
    }
}

/// Shows how far the work is, and lets the browser draw it.
async fn show(workspace: Workspace, work: Work) {
    workspace.output.work.set(Some(work));
    TimeoutFuture::new(0).await;
}

/// Whether a file is a workbook, by its name.
pub(in crate::state) fn is_workbook(name: &str) -> bool {
    name.to_lowercase().ends_with(EXTENSION)
}
