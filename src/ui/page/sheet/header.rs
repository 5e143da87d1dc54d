//! What the objective is called, who answers for it, and how far it has come.

use leptos::prelude::*;

use crate::plan::ObjectiveField;
use crate::ui::part::Locked;
use crate::ui::widget::{Words, focus_soon};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::here::Here;
use super::manage::SheetMenu;
use super::standing::Progress;
use super::story::STORY;

/// The element that holds the title.
pub const TITLE: &str = "titolo-scheda";

/// The head of the page.
#[component]
pub fn Header(
    /// The sheet.
    here: Here,
) -> impl IntoView {
    let name = move || {
        here.read(|objective| {
            let words = [&objective.kind, &objective.code, &objective.title];
            words.into_iter().filter(|word| !word.is_empty()).cloned().collect::<Vec<_>>().join(" ")
        })
    };
    let texts = use_texts();
    let untitled = move || t_string!(texts, sheet.untitled).to_string();
    let heading = move || name().filter(|name| !name.is_empty()).unwrap_or_else(untitled);
    view! {
        <header class="sheet-head">
            <h1 class="visually-hidden">{heading}</h1>
            <div class="named quiet">
                <Locked when=here.is_locked()>
                    <Naming here />
                    <Answering here />
                </Locked>
            </div>
            <Progress here />
        </header>
    }
}

/// Kind, code and title, typed over where they stand.
#[component]
fn Naming(here: Here) -> impl IntoView {
    let texts = use_texts();
    let put = move |field: fn(String) -> ObjectiveField| Callback::new(move |words: String| here.set(field(words)));
    view! {
        <div class="kicker">
            <Words
                bare=true
                label=label!(texts, sheet.kind)
                value=here.text(|objective| &objective.kind)
                on_commit=put(ObjectiveField::Kind)
            />
            <Words
                bare=true
                label=label!(texts, sheet.code)
                value=here.text(|objective| &objective.code)
                on_commit=put(ObjectiveField::Code)
            />
            <Locked when=here.is_copy()>
                <SheetMenu here />
            </Locked>
        </div>
        <div class="title">
            <Words
                bare=true
                id=TITLE
                label=label!(texts, sheet.title_field)
                value=here.text(|objective| &objective.title)
                on_commit=put(ObjectiveField::Title)
            />
        </div>
    }
}

/// Who answers: the person in words, and the offices of the plan.
#[component]
fn Answering(here: Here) -> impl IntoView {
    let texts = use_texts();
    let offices = move || {
        let chosen = here.read(|objective| objective.units.clone()).unwrap_or_default();
        let names = here.workspace.read(|plan| {
            let named = chosen.iter().filter_map(|id| plan.units.get(id)).map(|unit| unit.name.clone());
            named.collect::<Vec<_>>().join(" · ")
        });
        names.filter(|names| !names.is_empty())
    };
    let offices = Memo::new(move |_| offices());
    view! {
        <div class="answering">
            <span class="soft" aria-hidden="true">{t!(texts, sheet.responsible)}</span>
            <Words
                bare=true
                label=label!(texts, sheet.responsible)
                value=here.text(|objective| &objective.responsible)
                on_commit=Callback::new(move |words: String| here.set(ObjectiveField::Responsible(words)))
            />
            <span class="offices">
                <span class="soft">{t!(texts, sheet.offices)}</span>
                " "
                {move || match offices.get() {
                    Some(names) => names.into_any(),
                    // The way to where they are ticked.
                    None => view! {
                        <button type="button" class="why" on:click=move |_| focus_soon([STORY.to_owned()])>
                            {t!(texts, sheet.no_office)}
                        </button>
                    }
                        .into_any(),
                }}
            </span>
        </div>
    }
}
