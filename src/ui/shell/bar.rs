//! The bar on top: plan, body, year, save state, undo and redo, file menu.

use leptos::prelude::*;

use crate::attainment::Span;
use crate::state::{AutoCopy, Route, use_workspace};
use crate::target::Language;
use crate::ui::module::{self, Screen};
use crate::ui::widget::{Menu, MenuItem};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::saved::Saved;

/// The bar.
#[component]
pub fn Bar() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let on_plan = Memo::new(move |_| workspace.is_open());
    view! {
        <header class="bar">
            <a class="mark" href=Route::Plans.show()>
                "◎ "
                {t!(texts, shell.name)}
            </a>
            <div class="which">
                <Show when=move || on_plan.get()>
                    <WhichPlan />
                </Show>
            </div>
            <Show when=move || on_plan.get()>{module::show(Screen::Bar)}</Show>
            <LanguageSwitch />
        </header>
    }
}

/// What the bar holds of the open plan.
#[component]
pub fn PlanBar() -> impl IntoView {
    view! {
        <Years />
        <Saved />
        <History />
        <FileMenu />
    }
}

#[component]
fn WhichPlan() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let title = Memo::new(move |_| workspace.read(|plan| plan.title.clone()).unwrap_or_default());
    let body = Memo::new(move |_| workspace.read(|plan| plan.body.name.clone()).unwrap_or_default());
    let notice = Memo::new(move |_| workspace.read(|plan| plan.notice.clone()).unwrap_or_default());
    let copy = Memo::new(move |_| workspace.copy_for());
    let shown = move || match title.get() {
        title if title.trim().is_empty() => t_string!(texts, shell.no_title).to_string(),
        title => title,
    };
    view! {
        <b title=shown>{shown}</b>
        <small>
            <Show when=move || !notice.read().is_empty()>
                <span class="notice">{notice}</span>
                " "
            </Show>
            <Show when=move || !copy.read().is_empty()>
                <span class="notice">{move || t_string!(texts, shell.copy_for, office = copy.get())}</span>
                " "
            </Show>
            {body}
        </small>
    }
}

#[component]
fn Years() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let years = Memo::new(move |_| workspace.read(|plan| plan.period));
    let current = Memo::new(move |_| workspace.span());
    let link = move |span: Span| {
        let label = move || match span {
            Span::Year(year) => year.to_string(),
            Span::Period => t_string!(texts, shell.whole_period).to_string(),
        };
        view! {
            <a href=move || workspace.address_in(span) aria-current=move || (current.get() == span).then_some("true")>
                {label}
            </a>
        }
    };
    view! {
        <nav class="years" aria-label=move || t_string!(texts, shell.years)>
            {move || years.get().map(|period| period.years().map(|year| link(Span::Year(year))).collect_view())}
            {link(Span::Period)}
        </nav>
    }
}

#[component]
fn History() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    view! {
        <button
            type="button"
            title=move || t_string!(texts, shell.undo_hint)
            aria-label=move || t_string!(texts, shell.undo)
            disabled=move || !workspace.can_undo()
            on:click=move |_| workspace.undo()
        >
            "↶"
        </button>
        <button
            type="button"
            title=move || t_string!(texts, shell.redo_hint)
            aria-label=move || t_string!(texts, shell.redo)
            disabled=move || !workspace.can_redo()
            on:click=move |_| workspace.redo()
        >
            "↷"
        </button>
    }
}

#[component]
fn FileMenu() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let text = move |make: fn(crate::ui::words::Texts) -> String| Signal::derive(move || make(texts));
    let copies = Memo::new(move |_| match workspace.auto_copy() {
        AutoCopy::Unavailable => None,
        AutoCopy::Off => Some(false),
        AutoCopy::Waiting { .. } | AutoCopy::On { .. } | AutoCopy::Failed { .. } => Some(true),
    });
    view! {
        <Menu label=text(|texts| t_string!(texts, shell.file).to_string())>
            <MenuItem
                label=text(|texts| t_string!(texts, shell.file_download).to_string())
                on_choose=move |()| workspace.download()
            />
            <Show when=move || copies.get() == Some(false)>
                <MenuItem
                    label=text(|texts| t_string!(texts, shell.copy_choose).to_string())
                    on_choose=move |()| workspace.choose_copy()
                />
            </Show>
            <Show when=move || copies.get() == Some(true)>
                <MenuItem
                    label=text(|texts| t_string!(texts, shell.copy_stop).to_string())
                    on_choose=move |()| workspace.stop_copy()
                />
            </Show>
            <MenuItem
                label=text(|texts| t_string!(texts, seal.menu).to_string())
                on_choose=move |()| workspace.sealing().ask_to_save()
            />
            <MenuItem
                label=text(|texts| t_string!(texts, shell.file_open).to_string())
                on_choose=move |()| workspace.ask_for_file()
            />
            <MenuItem
                label=text(|texts| t_string!(texts, shell.file_plans).to_string())
                on_choose=move |()| workspace.go(&Route::Plans)
            />
        </Menu>
    }
}

#[component]
fn LanguageSwitch() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let other = move || match workspace.language() {
        Language::Italian => (Language::English, "en", "English"),
        Language::English => (Language::Italian, "it", "Italiano"),
    };
    view! {
        <button
            type="button"
            title=move || t_string!(texts, shell.language)
            lang=move || other().1
            on:click=move |_| workspace.speak(other().0)
        >
            {move || other().2}
        </button>
    }
}
