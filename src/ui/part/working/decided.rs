//! What people decided: a judgement beside the measurement, and what was set aside.

use leptos::prelude::*;

use crate::plan::{Judgement, Percent, Standing};
use crate::ui::words::text::*;
use crate::ui::words::{date, percent, status_words, use_language, use_texts};

use super::counts;

/// Measurement and judgement side by side: computed, and decided by a person.
#[component]
pub(super) fn Judged(judgement: Judgement, measured: Option<Percent>) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let Judgement { percent: granted, reason, author } = judgement;
    let author = move || counts::or_nobody(&author, texts);
    let reason = move || match reason.trim() {
        "" => t_string!(texts, working.no_reason).to_string(),
        reason => reason.to_owned(),
    };
    let hint = move || match measured {
        Some(_) => t_string!(texts, working.measurement_hint),
        None => t_string!(texts, working.measurement_none),
    };
    view! {
        <div class="beside">
            <div>
                <p class="soft">{t!(texts, working.measurement)}</p>
                <p class="strong">{move || percent(measured, language.get())}</p>
                <p class="soft small">{hint}</p>
            </div>
            <div class="counts">
                <p class="soft">{t!(texts, working.judgement)}</p>
                <p class="strong">{move || percent(Some(granted), language.get())}</p>
                <p class="small">{author}</p>
                <p class="small">{reason}</p>
            </div>
        </div>
    }
}

/// Why something does not count.
#[component]
pub(super) fn SetAside(standing: Standing) -> impl IntoView {
    let texts = use_texts();
    let Standing { status, reason, date: since } = standing;
    let reason = move || match reason.trim() {
        "" => t_string!(texts, working.no_reason).to_string(),
        reason => reason.to_owned(),
    };
    view! {
        <p class="note">
            <span class="strong">{move || status_words(status, texts)}</span>
            {move || since.map(|day| format!(", {}", t_string!(texts, working.since, day = date(Some(day)))))}
            " – "
            {reason}
        </p>
    }
}
