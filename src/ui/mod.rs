//! What people see: pages built from the model and from the workspace.

use leptos::prelude::*;

/// The whole application.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <main>
            <h1>"Traguardo"</h1>
        </main>
    }
}
