//! The texts of `locales/`, and how a view takes one.

use std::sync::{Arc, Mutex};

pub use crate::ui::i18n::*;

/// A text that a view shows and keeps in the language of the moment.
pub type Text = Arc<Mutex<dyn FnMut() -> &'static str + Send>>;

/// A text for a view, by its key: `{t!(texts, shell.undo)}` follows a change of language. `t_string!` is for texts with
/// something filled in.
///
/// Takes the place of the macro of the same name in `leptos_i18n`, whose every use is a type of its own, with its own code
/// to build and to replace it. Here all texts are one type.
macro_rules! t {
    ($($text:tt)*) => {
        $crate::ui::words::text::text(move || $crate::ui::i18n::t_string!($($text)*))
    };
}
pub(crate) use t;

/// Makes one type of every text; [`t!`] is how it is called.
pub fn text(says: impl FnMut() -> &'static str + Send + 'static) -> Text {
    Arc::new(Mutex::new(says))
}

/// The label of a control, following the language: `label!(texts, sheet.code)`.
macro_rules! label {
    ($texts:expr, $($key:tt)*) => {
        ::leptos::prelude::Signal::derive(move || {
            ::std::string::String::from($crate::ui::i18n::t_string!($texts, $($key)*))
        })
    };
}
pub(crate) use label;
