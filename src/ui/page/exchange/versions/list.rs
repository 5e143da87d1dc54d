//! The list of versions, gathered into sittings; one press shows each of a sitting.

use leptos::prelude::*;

use crate::state::{Kept, Sitting, Version, Versions};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

use super::moment;

/// The list.
#[component]
pub(super) fn Sittings(past: Versions) -> impl IntoView {
    let texts = use_texts();
    let key = |sitting: &Sitting| {
        let revision = |version: Option<&Version>| version.map(|version| (version.revision, version.kept));
        format!("{:?} {:?}", revision(sitting.versions.first()), revision(sitting.versions.last()))
    };
    let is_read = Memo::new(move |_| past.sittings().is_some());
    let is_empty = Memo::new(move |_| past.sittings().is_some_and(|sittings| sittings.is_empty()));
    view! {
        <div class="sittings">
            <Show when=move || !is_read.get()>
                <p class="empty" role="status">{t!(texts, versions.reading)}</p>
            </Show>
            <Show when=move || is_empty.get()>
                <p class="empty">{t!(texts, versions.none)}</p>
            </Show>
            <ul>
                <For each=move || past.sittings().unwrap_or_default() key=key let:sitting>
                    <Row past sitting />
                </For>
            </ul>
            <Show when=move || past.has_more()>
                <p class="more">
                    <button type="button" class="button plain" on:click=move |_| past.read_more()>
                        {t!(texts, versions.more)}
                    </button>
                </p>
            </Show>
        </div>
    }
}

#[component]
fn Row(past: Versions, sitting: Sitting) -> impl IntoView {
    let texts = use_texts();
    let Some(newest) = sitting.versions.iter().copied().find(|version| version.kept != Kept::Nothing) else {
        return view! { <li>{lost(sitting.versions.len(), texts)}</li> }.into_any();
    };
    let times = span(&sitting);
    let count = sitting.versions.len();
    let unreadable = sitting.versions.iter().filter(|version| version.kept == Kept::Nothing).count();
    let is_whole = sitting.versions.iter().any(|version| version.kept == Kept::Whole);
    let changes = move || match count {
        1 => t_string!(texts, versions.one_change).to_string(),
        n => t_string!(texts, versions.changes, n = n.to_string()),
    };
    let all = RwSignal::new(false);
    let versions = StoredValue::new(sitting.versions);
    let toggle = move || match all.get() {
        true => t_string!(texts, versions.fewer).to_string(),
        false => t_string!(texts, versions.each).to_string(),
    };
    view! {
        <li>
            <div class="row">
                <p class="about">
                    <b>{times}</b>
                    <span class="soft small">{changes}</span>
                    {is_whole.then(|| view! { <span class="chip">{t!(texts, versions.whole)}</span> })}
                </p>
                <Look past version=newest />
            </div>
            {(unreadable > 0).then(|| lost(unreadable, texts))}
            <Show when=move || { count > 1 }>
                <button
                    type="button"
                    class="button plain small"
                    aria-expanded=move || all.get().to_string()
                    on:click=move |_| all.update(|all| *all = !*all)
                >
                    {toggle}
                </button>
            </Show>
            <Show when=move || all.get()>
                <ul class="each">
                    {versions.get_value().into_iter().map(|version| view! { <Each past version /> }).collect_view()}
                </ul>
            </Show>
        </li>
    }
    .into_any()
}

#[component]
fn Each(past: Versions, version: Version) -> impl IntoView {
    let texts = use_texts();
    let time = version.at.map_or_else(|| "–".to_owned(), |at| at.format("%H:%M:%S").to_string());
    let shown = match version.kept {
        Kept::Nothing => view! { <span class="soft">{t!(texts, versions.unreadable)}</span> }.into_any(),
        _ => view! { <Look past version /> }.into_any(),
    };
    view! {
        <li>
            <span>{time}</span>
            {shown}
        </li>
    }
}

#[component]
fn Look(past: Versions, version: Version) -> impl IntoView {
    let texts = use_texts();
    let is_looked = Memo::new(move |_| past.looked().is_some_and(|looked| looked.version.revision == version.revision));
    let when = version.at.map_or_else(|| "–".to_owned(), |at| at.format("%d/%m/%Y, %H:%M:%S").to_string());
    view! {
        <button
            type="button"
            class="button ghost"
            aria-pressed=move || is_looked.get().to_string()
            aria-label=move || t_string!(texts, versions.look_at, when = when.clone())
            on:click=move |_| past.look(version)
        >
            {t!(texts, versions.look)}
        </button>
    }
}

/// Says that versions cannot be had any more.
fn lost(count: usize, texts: Texts) -> impl IntoView {
    let words = move || t_string!(texts, versions.lost, n = count.to_string());
    view! { <p class="note small">{words}</p> }
}

/// Says from when to when a sitting lasted.
fn span(sitting: &Sitting) -> String {
    let known = || sitting.versions.iter().filter_map(|version| version.at);
    match (known().next_back(), known().next()) {
        (Some(first), Some(last)) if first.format("%H:%M").to_string() != last.format("%H:%M").to_string() => {
            format!("{}–{}", moment(Some(first)), last.format("%H:%M"))
        }
        (first, _) => moment(first),
    }
}
