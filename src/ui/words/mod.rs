//! The words people read: language, figures, outcomes and what went wrong. Each text comes from `locales/`.

mod figures;
mod number;
mod outcome;
mod problem;
pub mod text;

pub use figures::{date, light_words, percent, points, weight};
pub use number::{read_day, read_number};
pub use outcome::{obstacle_words, outcome_words, status_words};
pub use problem::{notice_words, storage_words};

use leptos::prelude::*;

use crate::state::Workspace;
use crate::target::Language;
use crate::ui::i18n::Locale;

/// The texts in the language of the moment: `t!(texts, shell.undo)` follows a change of language.
pub type Texts = leptos_i18n::I18nContext<Locale>;

/// Sets up the texts, in the language of the workspace.
pub fn provide_language(workspace: Workspace) {
    let texts = leptos_i18n::context::init_i18n_context::<Locale>();
    provide_context(texts);
    Effect::new(move || texts.set_locale(locale(workspace.language())));
}

/// Returns the texts.
pub fn use_texts() -> Texts {
    expect_context()
}

/// Returns the language in which the model shows figures and readings.
pub fn use_language() -> Signal<Language> {
    let texts = use_texts();
    Signal::derive(move || match texts.get_locale() {
        Locale::it => Language::Italian,
        Locale::en => Language::English,
    })
}

fn locale(language: Language) -> Locale {
    match language {
        Language::Italian => Locale::it,
        Language::English => Locale::en,
    }
}
