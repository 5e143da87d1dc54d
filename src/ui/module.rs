//! The screens of an open plan. They come with the module of the plan (`state::module`): what is called only from behind
//! [`screens`] stands in it.

use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
#[cfg(feature = "split")]
use leptos::wasm_split::wasm_split;

use super::page::{Dashboard, Exchange, Monitoring, NoWhatIfs, Settings, Sheet, Simulation, Tree};
use super::part::WorkingPanel;
use super::shell::{Navigation, PlanBar, SealDialog};
use crate::state::{Page, Workspace, use_workspace};

/// What of an open plan stands where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// In the bar on top.
    Bar,
    /// On the left.
    Navigation,
    /// In the middle.
    Page(Page),
    /// Over all of it.
    Working,
    /// Over all of it, asking for a passphrase.
    Seal,
}

type Build = fn(Screen) -> AnyView;

/// What builds a screen, once it is here.
#[derive(Clone, Copy)]
struct Screens(RwSignal<Option<Build>>);

/// Fetches the screens as soon as the workspace has its half of the module.
pub fn provide_screens(workspace: Workspace) {
    let here = RwSignal::new(None);
    provide_context(Screens(here));
    Effect::new(move || {
        if workspace.has_module() {
            leptos::task::spawn_local(async move {
                // It is the module that is already here.
                if let Ok(build) = screens().await {
                    here.set(Some(build));
                }
            });
        }
    });
}

/// Shows a screen; nothing until it is here.
pub fn show(screen: Screen) -> AnyView {
    let Screens(here) = expect_context();
    (move || here.get().map(|build| build(screen.clone()))).into_any()
}

#[cfg(feature = "split")]
#[wasm_split(plan, wasm_split_path = ::leptos::wasm_split, fallible)]
fn screens() -> Result<Build, SplitLoaderError> {
    Ok(build)
}

#[cfg(not(feature = "split"))]
async fn screens() -> Result<Build, SplitLoaderError> {
    Ok(build)
}

fn build(screen: Screen) -> AnyView {
    match screen {
        Screen::Bar => view! { <PlanBar /> }.into_any(),
        Screen::Navigation => view! { <Navigation /> }.into_any(),
        Screen::Page(Page::Dashboard) => view! { <Dashboard /> }.into_any(),
        Screen::Page(Page::Tree) => view! { <Tree /> }.into_any(),
        Screen::Page(Page::Sheet(objective)) => view! { <Sheet objective /> }.into_any(),
        Screen::Page(Page::Monitoring) => view! { <Monitoring /> }.into_any(),
        Screen::Page(Page::Simulation(_)) if use_workspace().is_copy() => view! { <NoWhatIfs /> }.into_any(),
        Screen::Page(Page::Simulation(_)) => view! { <Simulation /> }.into_any(),
        Screen::Page(Page::Exchange) => view! { <Exchange /> }.into_any(),
        Screen::Page(Page::Settings) => view! { <Settings /> }.into_any(),
        Screen::Working => view! { <WorkingPanel /> }.into_any(),
        Screen::Seal => view! { <SealDialog /> }.into_any(),
    }
}
