//! What people see: pages built from the model and from the workspace. Nothing here stores or reads files; of the
//! browser it touches only what belongs to a control: focus, dialogs, what is dropped on it.

mod module;
mod page;
mod part;
mod shell;
mod widget;
mod words;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

use leptos::prelude::*;

use crate::state::Workspace;

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    let workspace = Workspace::start();
    provide_context(workspace);
    words::provide_language(workspace);
    module::provide_screens(workspace);
    view! { <shell::Shell /> }
}
