//! Asking for a passphrase: twice for a copy that is to be locked, once for a file that is.

use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;

use crate::state::{Asking, SHORTEST, SealError, Strength, use_workspace};
use crate::ui::widget::Dialog;
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

/// The dialog. It stays in the page, closed: one that leaves the page while it is open keeps the page behind it shut.
#[component]
pub fn SealDialog() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let sealing = workspace.sealing();
    let asking = Memo::new(move |_| sealing.asking());
    let open = Signal::derive(move || asking.read().is_some());
    let title = Signal::derive(move || match asking.get() {
        Some(Asking::ToOpen { .. }) => t_string!(texts, seal.open_title).to_string(),
        _ => t_string!(texts, seal.save_title).to_string(),
    });
    view! {
        <Dialog open on_close=move |()| sealing.leave() label=title class="seal">
            {move || match asking.get() {
                Some(Asking::ToSave) => view! { <Save /> }.into_any(),
                Some(Asking::ToOpen { name }) => view! { <Open name /> }.into_any(),
                None => ().into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn Save() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let sealing = workspace.sealing();
    let (first, second, shown) = (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(false));
    let strength = Memo::new(move |_| Strength::of(&first.read()));
    let is_same = Memo::new(move |_| *first.read() == *second.read());
    let is_ready = move || strength.get() > Strength::TooShort && is_same.get() && !sealing.is_at_work();
    let hint =
        Signal::derive(
            move || {
                if first.read().is_empty() { String::new() } else { strength_words(strength.get(), texts) }
            },
        );
    let differs = Signal::derive(move || {
        let wrong = !second.read().is_empty() && !is_same.get();
        if wrong { t_string!(texts, seal.differs).to_string() } else { String::new() }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if untrack(is_ready) {
            workspace.download_sealed(first.get_untracked());
        }
    };
    view! {
        <form class="stack" on:submit=submit>
            <h2>{t!(texts, seal.save_title)}</h2>
            <p>{t!(texts, seal.save_why)}</p>
            <Passphrase value=first shown label=label!(texts, seal.passphrase) below=hint />
            <Passphrase value=second shown label=label!(texts, seal.again) below=differs />
            <ShowIt shown />
            <p class="warning">
                <b>{t!(texts, seal.warning)}</b>
                " "
                {t!(texts, seal.warning_more)}
            </p>
            <Buttons label=label!(texts, seal.save) disabled=Signal::derive(move || !is_ready()) />
        </form>
    }
}

#[component]
fn Open(name: String) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let sealing = workspace.sealing();
    let (passphrase, shown) = (RwSignal::new(String::new()), RwSignal::new(false));
    let is_ready = move || !passphrase.read().is_empty() && !sealing.is_at_work();
    let problem =
        Signal::derive(move || sealing.problem().map(|error| problem_words(&error, texts)).unwrap_or_default());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if untrack(is_ready) {
            workspace.unseal(passphrase.get_untracked());
        }
    };
    view! {
        <form class="stack" on:submit=submit>
            <h2>{t!(texts, seal.open_title)}</h2>
            <p>{move || t_string!(texts, seal.open_why, name = name.clone())}</p>
            <Passphrase value=passphrase shown label=label!(texts, seal.passphrase) below=problem is_problem=true />
            <ShowIt shown />
            <Buttons label=label!(texts, seal.open) disabled=Signal::derive(move || !is_ready()) />
        </form>
    }
}

/// A field whose letters are hidden, with a sentence below it that is read out as it changes.
#[component]
fn Passphrase(
    value: RwSignal<String>,
    shown: RwSignal<bool>,
    label: Signal<String>,
    below: Signal<String>,
    /// Whether the sentence says that what was typed did not do.
    #[prop(optional)]
    is_problem: bool,
) -> impl IntoView {
    let invalid = move || (is_problem && !below.read().is_empty()).then_some("true");
    view! {
        <label class="field">
            <span class="label">{label}</span>
            <input
                type=move || if shown.get() { "text" } else { "password" }
                autocomplete="off"
                spellcheck="false"
                aria-invalid=invalid
                prop:value=move || value.get()
                on:input=move |event: Event| value.set(event_target_value(&event))
            />
            <span class=if is_problem { "problem" } else { "hint" } role="status">
                {below}
            </span>
        </label>
    }
}

#[component]
fn ShowIt(shown: RwSignal<bool>) -> impl IntoView {
    let texts = use_texts();
    view! {
        <label class="check">
            <input type="checkbox" on:change=move |event: Event| shown.set(event_target_checked(&event)) />
            <span>{t!(texts, seal.show)}</span>
        </label>
    }
}

#[component]
fn Buttons(label: Signal<String>, disabled: Signal<bool>) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let sealing = workspace.sealing();
    view! {
        <div class="row">
            <button type="submit" class="button" disabled=disabled>
                {label}
            </button>
            <button type="button" class="button ghost" on:click=move |_| sealing.leave()>
                {t!(texts, seal.cancel)}
            </button>
            <span class="soft" role="status">
                {move || sealing.is_at_work().then(|| t_string!(texts, seal.at_work))}
            </span>
        </div>
    }
}

fn strength_words(strength: Strength, texts: Texts) -> String {
    match strength {
        Strength::TooShort => t_string!(texts, seal.too_short, most = SHORTEST.to_string()),
        Strength::Weak => t_string!(texts, seal.weak).to_string(),
        Strength::Fair => t_string!(texts, seal.fair).to_string(),
        Strength::Strong => t_string!(texts, seal.strong).to_string(),
    }
}

fn problem_words(error: &SealError, texts: Texts) -> String {
    match error {
        SealError::WrongPassphrase => t_string!(texts, seal.wrong).to_string(),
        SealError::TooMuchWork(_) => t_string!(texts, seal.too_much_work).to_string(),
        SealError::OtherKeys => t_string!(texts, seal.other_keys).to_string(),
        SealError::Damaged(_) | SealError::NotLocked(_) => t_string!(texts, seal.damaged).to_string(),
    }
}
