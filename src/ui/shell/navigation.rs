//! The pages of the plan, and its objectives.

use std::sync::Arc;

use leptos::prelude::*;

use crate::plan::{Objective, ObjectiveId};
use crate::state::{Page, use_workspace};
use crate::ui::page::NewSheet;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// The navigation on the left.
#[component]
pub fn Navigation() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let objectives = Memo::new(move |_| {
        workspace
            .read(|plan| plan.objectives.iter().map(|objective| objective.id.clone()).collect::<Vec<_>>())
            .unwrap_or_default()
    });
    let level = Memo::new(move |_| workspace.read(|plan| plan.level_names.objective.clone()).unwrap_or_default());
    let overdue = Memo::new(move |_| workspace.overdue_count());
    let first = Memo::new(move |_| objectives.with(|ids| ids.first().cloned()));
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
            <Show when=move || first.read().is_some()>
                <h2 title=level>{t!(texts, shell.sheets)}</h2>
            </Show>
            <div class="below">
                <For each=move || objectives.get() key=Clone::clone let:objective>
                    <SheetLink objective />
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
fn SheetLink(objective: ObjectiveId) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let found = workspace.objective(objective.clone());
    let code = move || found.read().as_ref().map(|objective: &Arc<Objective>| objective.code.clone());
    let title = move || match found.read().as_ref().map(|objective| objective.title.trim().to_owned()) {
        Some(title) if !title.is_empty() => title,
        _ => t_string!(texts, shell.no_sheet_title).to_string(),
    };
    view! {
        <PageLink page=Page::Sheet(objective)>
            <span class="code">{code}</span>
            <span class="title" title=title>{title}</span>
        </PageLink>
    }
}
