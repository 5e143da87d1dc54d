//! How words were read, shown under them.

use leptos::prelude::*;

use crate::target::{Certainty, Doubt, FromWords, Read, Reading, Target, show_reading, show_target};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_language, use_texts};

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
        let shown = show_target(&read.reading, language.get());
        Some(view! { <span class=class>{told(&read, shown, texts)}</span> })
    }
}

/// The reading of a result under its words; shown only where it says more than the words do.
#[component]
pub fn ResultReading(
    /// The reading; none where there are no words.
    #[prop(into)]
    read: Signal<Option<Read<Reading>>>,
    /// Whether a person judged them already, where no rule reads them.
    #[prop(into, optional)]
    judged: Signal<bool>,
    /// What is said of words that no rule reads; else that it is for a person to judge them.
    #[prop(into, optional)]
    unread: Option<Signal<String>>,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let unread = move || match unread {
        Some(unread) => unread.get(),
        None if judged.get() => t_string!(texts, words.result_judged).to_owned(),
        None => t_string!(texts, words.result_unread).to_owned(),
    };
    move || {
        let read = read.get()?;
        let doubt = read.certainty != Certainty::Sure && read.reading != Reading::Words;
        let class = if doubt { "chip doubt" } else { "chip words" };
        (doubt || read.reading == Reading::Words).then(|| {
            let shown = match read.reading {
                Reading::Words => unread(),
                _ => show_reading(&read.reading, language.get()),
            };
            view! { <span class=class>{told(&read, shown, texts)}</span> }
        })
    }
}

/// What was read, whether it is to be confirmed, and why: `≥ 75 % · da confermare: non dice se almeno o al massimo`.
fn told<R: FromWords + PartialEq>(read: &Read<R>, shown: String, texts: Texts) -> String {
    let is_words = read.reading == R::WORDS;
    let why = read.doubt.map(|doubt| doubt_words(doubt, texts));
    let shown = match read.certainty {
        Certainty::Guess if !is_words => t_string!(texts, words.perhaps, read = shown),
        _ => shown,
    };
    match (is_words, read.certainty, why) {
        (true, _, Some(why)) => format!("{shown} · {why}"),
        (true, ..) | (false, Certainty::Sure, _) => shown,
        (false, _, None) => format!("{shown} · {}", t_string!(texts, words.to_confirm)),
        (false, _, Some(why)) => format!("{shown} · {}: {why}", t_string!(texts, words.to_confirm)),
    }
}

/// Says why a reading is not sure, in few words.
fn doubt_words(doubt: Doubt, texts: Texts) -> &'static str {
    match doubt {
        Doubt::NoSuchDay => t_string!(texts, words.doubt_no_such_day),
        Doubt::OperatorNotStated => t_string!(texts, words.doubt_operator),
        Doubt::DayNotStated => t_string!(texts, words.doubt_day),
        Doubt::DayOrShare => t_string!(texts, words.doubt_day_or_share),
        Doubt::DecimalOrThousand => t_string!(texts, words.doubt_decimal),
        Doubt::OftenConfused => t_string!(texts, words.doubt_often_confused),
        Doubt::OtherWords => t_string!(texts, words.doubt_other_words),
        Doubt::TooLong => t_string!(texts, words.doubt_too_long),
    }
}
