//! How a figure came about, in a panel over the page: a sentence, the sum, then the tree down to the words people typed.
//!
//! Nothing is computed here but what is printed: every number comes from [`Working`], which the engine makes with the very
//! functions that computed the figure. A branch asks for what is below it when it is opened.

mod cell;
mod counts;
mod decided;
mod notes;
mod official;
mod opening;
mod place;
mod rule;
mod sum;
mod tree;

use leptos::prelude::*;

use crate::attainment::{self, Detail, Place, Working};
use crate::plan::Plan;
use crate::state::{Page, Workspace, use_workspace};
use crate::target::Language;
use crate::ui::widget::Dialog;
use crate::ui::words::text::*;
use crate::ui::words::{Texts, percent, use_language, use_texts};

pub use official::official_words;

use tree::{Basis, Unfolded};

/// Shows the working of the figure that somebody pressed.
#[component]
pub fn WorkingPanel() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let open = Signal::derive(move || workspace.explained().is_some());
    view! {
        <Dialog
            class="working"
            open
            on_close=move |()| workspace.close_working()
            label=Signal::derive(move || t_string!(texts, working.title).to_string())
        >
            <Panel />
        </Dialog>
    }
}

/// What it takes to say something: the texts, and how figures are written.
#[derive(Clone, Copy)]
struct Voice {
    texts: Texts,
    language: Language,
}

#[component]
fn Panel() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let working = Memo::new(move |_| explained(workspace, &workspace.explained()?.place));
    let unfolded = RwSignal::new(false);
    provide_context(Unfolded(unfolded));
    view! {
        <div class="tools no-print">
            <button type="button" class="button ghost" on:click=move |_| unfolded.update(|all| *all = !*all)>
                {move || {
                    if unfolded.get() {
                        t_string!(texts, working.fold_all)
                    } else {
                        t_string!(texts, working.unfold_all)
                    }
                }}
            </button>
            <button type="button" class="button ghost" on:click=move |_| workspace.print()>
                {t!(texts, working.print)}
            </button>
            <button type="button" class="button ghost" on:click=move |_| workspace.close_working()>
                {t!(texts, working.close)}
            </button>
        </div>
        {move || match working.get() {
            Some(working) => view! { <Explained working /> }.into_any(),
            None => view! { <p class="empty">{t!(texts, working.gone)}</p> }.into_any(),
        }}
    }
}

/// Returns the working of a figure and of those it is the mean of.
fn explained(workspace: Workspace, place: &Place) -> Option<Working> {
    let explain = |plan: &Plan| workspace.explained_figures(|known| known.explain(plan, place, Detail::Children));
    workspace.read(explain).flatten().flatten()
}

#[component]
fn Explained(working: Working) -> impl IntoView {
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    let unfolded = expect_context::<Unfolded>();
    let shown = working.clone();
    view! {
        <Heading working=working.clone() />
        {move || {
            let voice = Voice { texts, language: language.get() };
            let working = shown.clone();
            let said = opening::sentences(&working, workspace.today(), voice);
            let figure = &working.figure;
            let has_official = matches!(working.basis, attainment::Basis::Mean(_)) || figure.official != figure.attained;
            let official = |plan: &Plan| {
                workspace.explained_figures(|known| official_words(figure, plan, known, texts, voice.language))
            };
            let official = has_official.then(|| workspace.read(official)).flatten().flatten();
            view! {
                <div class="said">
                    {said.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
                    {sum::equations(&working, voice)
                        .into_iter()
                        .map(|sum| view! { <p class="sum">{sum}</p> })
                        .collect_view()}
                    {official.flatten().map(|sentence| view! { <p class="soft">{sentence}</p> })}
                </div>
            }
        }}
        // Opened or folded all at once, the tree is made afresh.
        {move || {
            unfolded.0.track();
            view! { <Basis working=working.clone() /> }
        }}
    }
}

#[component]
fn Heading(working: Working) -> impl IntoView {
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    // The official figure leads, as it does on every page.
    let attained = working.figure.attained;
    let leading = working.figure.official.or(attained);
    let beside = attained.filter(|_| leading != attained);
    let sheet = match &working.place {
        Place::Objective(objective) | Place::Indicator(objective, _) => Some(objective.clone()),
        Place::Plan | Place::Goal(_) | Place::Unit(_) | Place::Year(_) | Place::Part(_) => None,
    };
    let link = sheet.map(|objective| {
        let address = move || workspace.address_at(Page::Sheet(objective.clone()), workspace.explained_span());
        view! {
            <a class="no-print" href=address on:click=move |_| workspace.close_working()>
                {t!(texts, working.open_sheet)}
            </a>
        }
    });
    let kind = {
        let place = working.place.clone();
        move || place::kind(&place, workspace, texts)
    };
    view! {
        <header>
            <p class="soft">{kind} " " {link}</p>
            <h2>
                {(!working.code.is_empty()).then(|| view! { <span class="code">{working.code.clone()}" "</span> })}
                {place::title(&working, texts)}
            </h2>
            <div class="figures">
                <p class="figure">{move || percent(leading, language.get())}</p>
                {beside
                    .map(|_| {
                        let shown = move || percent(beside, language.get());
                        view! {
                            <p class="soft small">{t!(texts, working.official_figure)}</p>
                            <p class="strong">{move || t_string!(texts, working.measured, value = shown())}</p>
                        }
                    })}
            </div>
        </header>
    }
}
