//! How words were read, shown under them.

use leptos::prelude::*;

use crate::target::{Certainty, Read, Reading, Target, show_reading, show_target};
use crate::ui::words::text::*;
use crate::ui::words::{use_language, use_texts};

/// The reading of a target under its words; words for a person to judge say so, doubt is marked.
#[component]
pub fn TargetReading(
    /// The reading; none where there are no words.
    #[prop(into)]
    read: Signal<Option<Read<Target>>>,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    move || {
        let read = read.get()?;
        let doubt = read.certainty != Certainty::Sure && read.reading != Target::Words;
        let class = match read.reading {
            Target::Words => "chip words",
            _ if doubt => "chip doubt",
            _ => "chip",
        };
        let words = show_target(&read.reading, language.get());
        Some(view! {
            <span class=class>
                {words} {doubt.then(|| view! { " · " {t_string!(texts, words.to_confirm)} })}
            </span>
        })
    }
}

/// The reading of a result under its words; shown only where it says more than the words do.
#[component]
pub fn ResultReading(
    /// The reading; none where there are no words.
    #[prop(into)]
    read: Signal<Option<Read<Reading>>>,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    move || {
        let read = read.get()?;
        let doubt = read.certainty != Certainty::Sure && read.reading != Reading::Words;
        let class = if doubt { "chip doubt" } else { "chip words" };
        (doubt || read.reading == Reading::Words).then(|| {
            let words = show_reading(&read.reading, language.get());
            view! {
                <span class=class>
                    {words} {doubt.then(|| view! { " · " {t_string!(texts, words.to_confirm)} })}
                </span>
            }
        })
    }
}
