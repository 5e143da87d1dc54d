//! The pages of the plan, and its objectives.

use leptos::prelude::*;

use crate::state::{Page, Sheet, use_workspace};
use crate::ui::page::NewSheet;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// How many objectives are listed before the list is cut: nobody reads further, and a thousand links slow every page.
const FIRST: usize = 100;

/// The navigation on the left.
#[component]
pub fn Navigation() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let sheets = workspace.sheets();
    let level = Memo::new(move |_| workspace.read(|plan| plan.level_names.objective.clone()).unwrap_or_default());
    let overdue = Memo::new(move |_| workspace.overdue_count());
    let disputed = Memo::new(move |_| workspace.disputed_count());
    let copy = Memo::new(move |_| workspace.is_copy());
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
            <PageLink page=Page::Simulation(None)>{t!(texts, shell.simulation)}</PageLink>
            <PageLink page=Page::Exchange>
                {t!(texts, shell.exchange)}
                <Show when=move || disputed.get() != 0>
                    <span class="count" title=move || t_string!(texts, exchange.pending_count, n = disputed.get().to_string())>
                        {disputed}
                    </span>
                </Show>
            </PageLink>
            <PageLink page=Page::Settings>{t!(texts, shell.settings)}</PageLink>
            <Show when=move || has_sheets.get()>
                <h2 title=level>{t!(texts, shell.sheets)}</h2>
            </Show>
            <Sheets sheets />
            <Show when=move || !copy.get()>
                <p class="new">
                    <NewSheet />
                </p>
            </Show>
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
            aria-current=move || (workspace.page().map(Page::screen).as_ref() == Some(&here)).then_some("page")
        >
            {children()}
        </a>
    }
}

/// Links to the objectives: the first of them, as far as the one on the screen; one press shows the rest.
#[component]
fn Sheets(sheets: ReadSignal<Vec<Sheet>>) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let all = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        let sheets = sheets.read();
        let here = match workspace.page() {
            Some(Page::Sheet(here)) => sheets.iter().position(|sheet| sheet.id == here),
            _ => None,
        };
        let first = here.map_or(FIRST, |at| FIRST.max(at.saturating_add(1)));
        if all.get() { sheets.len() } else { first.min(sheets.len()) }
    });
    let listed = move || sheets.read().iter().take(shown.get()).cloned().collect::<Vec<_>>();
    let hidden = Memo::new(move |_| sheets.read().len().saturating_sub(shown.get()));
    let is_cut = Memo::new(move |_| hidden.get() != 0 || (all.get() && sheets.read().len() > FIRST));
    let label = move || {
        if all.get() {
            t_string!(texts, shell.fewer_sheets).to_owned()
        } else {
            t_string!(texts, shell.more_sheets, n = hidden.get())
        }
    };
    view! {
        <div class="below">
            <For each=listed key=Clone::clone let:sheet>
                <SheetLink sheet />
            </For>
            <Show when=move || is_cut.get()>
                <button type="button" class="button plain" on:click=move |_| all.update(|all| *all = !*all)>
                    {label}
                </button>
            </Show>
        </div>
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
