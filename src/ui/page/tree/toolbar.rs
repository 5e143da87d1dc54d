//! What stands above the tree.

use leptos::prelude::*;

use crate::ui::part::LockedNote;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::edits;
use super::here::Here;

/// Search, folding, editing, new goals and objectives.
#[component]
pub fn Toolbar(
    /// The page.
    here: Here,
) -> impl IntoView {
    let texts = use_texts();
    let copy = Memo::new(move |_| here.workspace.is_copy());
    view! {
        <div class="tree-tools no-print">
            <label class="field search">
                <span class="label">{t!(texts, tree.search)}</span>
                <input
                    type="search"
                    placeholder=move || t_string!(texts, tree.search_hint)
                    prop:value=move || here.text.get()
                    on:input=move |event| here.text.set(event_target_value(&event))
                />
            </label>
            <Show when=move || here.is_matrix.get()>
                <Views here />
            </Show>
            <Show when=move || !here.shows_matrix()>
                <span class="row">
                    <button type="button" class="button plain" on:click=move |_| here.fold_all(true)>
                        {t!(texts, tree.open_all)}
                    </button>
                    <button type="button" class="button plain" on:click=move |_| here.fold_all(false)>
                        {t!(texts, tree.close_all)}
                    </button>
                </span>
            </Show>
            <Show when=move || !copy.get()>
                <Doing here />
            </Show>
        </div>
        <LockedNote when=copy />
        <Show when=move || here.editing.get()>
            <p class="note calm small">{move || if here.shows_matrix() { t_string!(texts, tree.matrix_hint) } else { t_string!(texts, tree.edit_hint) }}</p>
        </Show>
    }
}

/// The tree or the matrix.
#[component]
fn Views(here: Here) -> impl IntoView {
    let texts = use_texts();
    let pressed = move |matrix: bool| move || (here.as_matrix.get() == matrix).to_string();
    view! {
        <div class="segments" role="group" aria-label=move || t_string!(texts, tree.view)>
            <button type="button" aria-pressed=pressed(false) on:click=move |_| here.as_matrix.set(false)>
                {t!(texts, tree.as_tree)}
            </button>
            <button type="button" aria-pressed=pressed(true) on:click=move |_| here.as_matrix.set(true)>
                {t!(texts, tree.as_matrix)}
            </button>
        </div>
    }
}

/// Editing, and adding.
#[component]
fn Doing(here: Here) -> impl IntoView {
    let texts = use_texts();
    let switch = move |_| {
        here.edited.set(None);
        here.editing.update(|editing| *editing = !*editing);
    };
    view! {
        <span class="row doing">
            <button
                type="button"
                class="button ghost"
                on:click=switch
            >
                {move || if here.editing.get() { t_string!(texts, tree.stop_editing) } else { t_string!(texts, tree.edit) }}
            </button>
            <button type="button" class="button ghost" id="meta-nuova" on:click=move |_| edits::add_goal(here, None, None)>
                {move || t_string!(texts, tree.add_root, level = here.goal_level(0, texts))}
            </button>
            <button type="button" class="button" on:click=move |_| edits::new_objective(here, None)>
                {t!(texts, tree.new_objective)}
            </button>
        </span>
    }
}
