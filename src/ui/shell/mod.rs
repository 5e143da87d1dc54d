//! The frame around every page: bar on top, navigation on the left, the page, notices at the foot.

mod bar;
mod drop;
mod navigation;
mod notices;
mod saved;
mod seal;

use leptos::ev;
use leptos::prelude::*;

use crate::state::{Opened, Route, StorageError, use_workspace};
use crate::ui::module::{self, Screen};
use crate::ui::page::Plans;
use crate::ui::widget::is_typing;
use crate::ui::words::text::*;
use crate::ui::words::{storage_words, use_texts};

use bar::Bar;
use drop::DropAnywhere;
use notices::NoticeList;

pub use bar::PlanBar;
pub use navigation::Navigation;
pub use seal::SealDialog;

/// The frame.
#[component]
pub fn Shell() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let on_plans = Memo::new(move |_| workspace.route() == Route::Plans);
    // Once asked for, the panel stays, closed: a dialog that leaves the page while it is open keeps the page behind it shut.
    let explained = Memo::new(move |before: Option<&bool>| before == Some(&true) || workspace.explained().is_some());
    let sealing =
        Memo::new(move |before: Option<&bool>| before == Some(&true) || workspace.sealing().asking().is_some());
    let keys = window_event_listener(ev::keydown, move |event| {
        let typing = event.target().is_some_and(|target| is_typing(&target));
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || typing {
            return;
        }
        match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => workspace.undo(),
            ("y", false) | ("z", true) => workspace.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    view! {
        <a class="skip button" href="#contenuto" on:click=move |event| skip(&event)>
            {t!(texts, shell.skip)}
        </a>
        <div class="shell" class:bare=on_plans>
            <Bar />
            <Show when=move || !on_plans.get()>
                <div class="side no-print">
                    {module::show(Screen::Navigation)}
                </div>
            </Show>
            <main class="page" id="contenuto" tabindex="-1">
                <PrintedHead />
                <CurrentPage />
            </main>
        </div>
        <Show when=move || explained.get()>{module::show(Screen::Working)}</Show>
        <Show when=move || sealing.get()>{module::show(Screen::Seal)}</Show>
        <NoticeList />
        <DropAnywhere />
        <Patterns />
    }
}

/// The address is the application's own, so the link must not change it.
fn skip(event: &ev::MouseEvent) {
    event.prevent_default();
    if let Some(page) = document().get_element_by_id("contenuto") {
        use web_sys::wasm_bindgen::JsCast;
        if let Ok(page) = page.dyn_into::<web_sys::HtmlElement>() {
            // The page is always there; were it not, there would be nothing to skip to.
            let _ = page.focus();
        }
    }
}

/// What the bar says of the plan, on paper, where there is no bar: whose it is, and that it is invented where it is.
#[component]
fn PrintedHead() -> impl IntoView {
    let workspace = use_workspace();
    let told = Memo::new(move |_| {
        let told =
            workspace.read(|plan| [&plan.body.name, &plan.title, &plan.notice].map(|words| words.trim().to_owned()));
        told.unwrap_or_default()
    });
    let line = move |at: usize| told.with(|told| told.get(at).cloned()).unwrap_or_default();
    view! {
        <header class="only-print">
            <p>{move || line(0)}</p>
            <p class="strong">{move || line(1)}</p>
            <p class="strong">{move || line(2)}</p>
        </header>
    }
}

#[component]
fn CurrentPage() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    // The year changes often and pages follow it by themselves: only another page is built anew.
    let place = Memo::new(move |_| match workspace.route() {
        Route::Plans => None,
        Route::Plan { plan, page, .. } => Some((plan, page.screen())),
    });
    let opened = Memo::new(move |_| workspace.opened());
    Effect::new(move |before: Option<Option<_>>| {
        let now = place.get();
        if before.is_some_and(|before| before != now) {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        now
    });
    move || match (place.get(), opened.get()) {
        (None, _) => view! { <Plans /> }.into_any(),
        (Some(_), Opened::Opening) => {
            view! { <p class="empty" role="status">{t!(texts, shell.opening)}</p> }.into_any()
        }
        (Some(_), Opened::Missing) => view! { <NotFound /> }.into_any(),
        (Some(_), Opened::Unreadable(error)) => view! { <Unreadable error /> }.into_any(),
        (Some(_), Opened::NotFetched) => {
            view! { <p class="empty" role="alert">{t!(texts, words.not_fetched)}</p> }.into_any()
        }
        (Some((_, page)), Opened::Open) => module::show(Screen::Page(page)),
    }
}

#[component]
fn NotFound() -> impl IntoView {
    let texts = use_texts();
    view! {
        <div class="card stack">
            <h1>{t!(texts, shell.not_found)}</h1>
            <p>{t!(texts, shell.not_found_hint)}</p>
            <p>
                <a class="button" href=Route::Plans.show()>
                    {t!(texts, shell.all_plans)}
                </a>
            </p>
        </div>
    }
}

/// What to do about a plan that is there and cannot be read.
#[component]
fn Unreadable(error: StorageError) -> impl IntoView {
    let texts = use_texts();
    let why = move || storage_words(&error, texts);
    view! {
        <div class="card stack" role="alert">
            <h1>{t!(texts, storage.unreadable)}</h1>
            <p>{why}</p>
            <p class="row wrap">
                // public/rescue.js hears it.
                <button type="button" class="button ghost" data-rescue="">
                    {t!(texts, storage.rescue)}
                </button>
                <a class="button" href=Route::Plans.show()>
                    {t!(texts, shell.all_plans)}
                </a>
            </p>
        </div>
    }
}

/// The hatchings of what is still open and of what is lost, drawn once and used by every meter and chart.
#[component]
fn Patterns() -> impl IntoView {
    view! {
        <svg width="0" height="0" aria-hidden="true" class="visually-hidden">
            <defs>
                <pattern id="awaited" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect width="6" height="6" fill="#e6f2ff" />
                    <rect width="3" height="6" fill="#bfdfff" />
                </pattern>
                <pattern id="lost-points" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
                    <rect width="6" height="6" fill="#fbeff1" />
                    <rect width="2" height="6" fill="#b5203c" />
                </pattern>
            </defs>
        </svg>
    }
}
