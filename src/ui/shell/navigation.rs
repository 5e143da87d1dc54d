//! The pages of the plan, and its objectives.

use leptos::prelude::*;

use crate::state::{Page, Sheet, use_workspace};
use crate::ui::page::NewSheet;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// The navigation on the left.
#[component]
pub fn Navigation() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let sheets = workspace.sheets();
    let level = Memo::new(move |_| workspace.read(|plan| plan.level_names.objective.clone()).unwrap_or_default());
    let overdue = Memo::new(move |_| workspace.overdue_count());
    let has_sheets = Memo::new(move |_| !sheets.read().is_empty());
    view! {
        <nav aria-label=move || t_string!(texts, shell.navigation)>
            <PageLink page=Page::Dashboard>{t!(texts, shell.dashboard)}</PageLink>
            <PageLink page=Page::Tree>{t!(texts, shell.tree)}</PageLink>
            <PageLink page=Page::Monitoring>
                {t!(texts, shell.monitoring)}
                <Show when=move || overdue.get() != 0>
                    <span class="count" title=move || t_string!(texts, shell.overdue_count, n = overdue.get())>
                        {overdue}
                    </span>
                </Show>
            </PageLink>
            <PageLink page=Page::Settings>{t!(texts, shell.settings)}</PageLink>
            <Show when=move || has_sheets.get()>
                <h2 title=level>{t!(texts, shell.sheets)}</h2>
            </Show>
            <div class="below">
                <For each=move || sheets.get() key=Clone::clone let:sheet>
                    <SheetLink sheet />
                </For>
            </div>
            <p class="new">
                <NewSheet />
            </p>
        </nav>
    }
}

#[component]
fn PageLink(page: Page, children: Children) -> impl IntoView {
    let workspace = use_workspace();
    let (to, here) = (page.clone(), page);
    view! {
        <a
            href=move || workspace.address_of(to.clone())
            aria-current=move || (workspace.page().as_ref() == Some(&here)).then_some("page")
        >
            {children()}
        </a>
    }
}

#[component]
fn SheetLink(sheet: Sheet) -> impl IntoView {
    let texts = use_texts();
    let Sheet { id, code, title } = sheet;
    let title = StoredValue::new(title.trim().to_owned());
    let title = move || match title.get_value() {
        title if title.is_empty() => t_string!(texts, shell.no_sheet_title).to_owned(),
        title => title,
    };
    view! {
        <PageLink page=Page::Sheet(id)>
            <span class="code">{code}</span>
            <span class="title" title=title>
                {title}
            </span>
        </PageLink>
    }
}
