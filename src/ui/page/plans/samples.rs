//! The plans that come with the application.

use leptos::prelude::*;

use crate::state::{Sample, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

/// The samples, those with a notice (the demonstration) first.
#[component]
pub fn Samples() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let found = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        let mut samples = workspace.samples().await;
        samples.sort_by_key(|sample| sample.notice.is_empty());
        // The page may be gone by now.
        let _ = found.try_set(Some(samples));
    });
    let list = move || match found.get() {
        None => view! { <p class="empty" role="status">{t!(texts, plans.samples_looking)}</p> }.into_any(),
        Some(samples) if samples.is_empty() => view! { <p class="note">{t!(texts, plans.samples_none)}</p> }.into_any(),
        Some(samples) => {
            let entries = samples.into_iter().map(|sample| view! { <Entry sample /> }).collect_view();
            view! { <ul class="plan-list">{entries}</ul> }.into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="samples">
            <header>
                <h2 id="samples">{t!(texts, plans.samples)}</h2>
            </header>
            <p class="soft small">{t!(texts, plans.samples_hint)}</p>
            {list}
        </section>
    }
}

#[component]
fn Entry(sample: Sample) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let Sample { file, title, body, period, notice, counts } = sample;
    let named = title.clone();
    let is_demonstration = !notice.is_empty();
    let class = if is_demonstration { "button" } else { "button ghost" };
    view! {
        <li class:first=is_demonstration>
            <div class="about">
                {is_demonstration.then(|| view! { <p class="begin">{t!(texts, plans.demonstration)}</p> })}
                <h3>{title}</h3> <p>{body}</p>
                {is_demonstration.then(|| view! { <p class="chip doubt">{notice}</p> })}
                <p class="soft small facts">
                    <span>{format!("{}-{}", period.first(), period.last())}</span>
                    <span>{move || t_string!(texts, plans.objectives, n = counts.objectives.to_string())}</span>
                    <span>{move || t_string!(texts, plans.indicators, n = counts.indicators.to_string())}</span>
                </p>
            </div>
            <button
                type="button"
                class=class
                aria-label=move || t_string!(texts, plans.open_of, title = named.clone())
                on:click=move |_| workspace.open_sample(file.clone())
            >
                {t!(texts, plans.open)}
            </button>
        </li>
    }
}
