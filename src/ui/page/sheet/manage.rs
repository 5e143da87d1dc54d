//! What can be done with the sheet as a whole: a new one, a copy, another place, out of the plan.

use std::sync::Arc;

use leptos::prelude::*;

use crate::plan::{Edit, ListEdit, Objective, ObjectiveId};
use crate::state::{Page, Workspace, use_workspace};
use crate::ui::widget::{Menu, MenuItem};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

use super::copy;
use super::here::{Here, beginning};

/// A button that adds a sheet at the end of the plan and goes there.
#[component]
pub fn NewSheet() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    view! {
        <button type="button" class="button plain" on:click=move |_| add(workspace, None)>
            {t!(texts, sheet.new_sheet)}
        </button>
    }
}

/// The menu of a sheet.
#[component]
pub fn SheetMenu(
    /// The sheet.
    here: Here,
) -> impl IntoView {
    let texts = use_texts();
    let step = move |by: isize| Callback::new(move |()| shift(here, by));
    view! {
        <Menu label=label!(texts, sheet.menu)>
            <MenuItem
                label=label!(texts, sheet.new_sheet)
                on_choose=Callback::new(move |()| add(here.workspace, Some(here.id())))
            />
            <MenuItem
                label=label!(texts, sheet.duplicate_sheet)
                on_choose=Callback::new(move |()| duplicate(here, texts))
            />
            <MenuItem label=label!(texts, sheet.sheet_up) on_choose=step(-1) />
            <MenuItem label=label!(texts, sheet.sheet_down) on_choose=step(1) />
            // The menu goes with the sheet, so it has to be closed by then.
            <MenuItem
                label=label!(texts, sheet.remove_sheet)
                on_choose=Callback::new(move |()| request_animation_frame(move || remove(here, texts)))
            />
        </Menu>
    }
}

/// Adds an empty sheet after another one, or last; it takes the name people give theirs.
fn add(workspace: Workspace, after: Option<ObjectiveId>) {
    let Some(id) = workspace.new_id::<ObjectiveId>() else { return };
    let kind = workspace.peek(|plan| match plan.objectives.iter().next_back() {
        Some(last) => last.kind.clone(),
        None => plan.level_names.objective.clone(),
    });
    insert(workspace, after, Objective { kind: kind.unwrap_or_default(), ..Objective::new(id) });
}

fn duplicate(here: Here, texts: Texts) {
    let Some(Some(copy)) = here.peek(|objective| copy::of_objective(here.workspace, objective)) else { return };
    let title = t_string!(texts, sheet.copy_of, title = copy.title.clone());
    insert(here.workspace, Some(here.id()), Objective { title, ..copy });
}

fn insert(workspace: Workspace, after: Option<ObjectiveId>, objective: Objective) {
    let at = workspace.peek(|plan| match after.and_then(|after| plan.objectives.place(&after)) {
        Some(place) => place.saturating_add(1),
        None => plan.objectives.len(),
    });
    let id = objective.id.clone();
    let item = Arc::new(objective);
    workspace.edit(Edit::Objectives(ListEdit::Insert { at: at.unwrap_or_default(), item }));
    workspace.go_to(Page::Sheet(id));
}

fn shift(here: Here, by: isize) {
    let id = here.id();
    let place = here.workspace.peek(|plan| plan.objectives.place(&id)).flatten();
    let Some(to) = place.and_then(|place| place.checked_add_signed(by)) else { return };
    here.workspace.edit(Edit::Objectives(ListEdit::Move { id, to }));
}

fn remove(here: Here, texts: Texts) {
    let name = here.peek(|objective| beginning(&objective.title)).unwrap_or_default();
    let what = t_string!(texts, sheet.the_sheet, name = name);
    here.workspace.remove(what, Edit::Objectives(ListEdit::Remove { id: here.id() }));
}
