//! What the body calls the levels of its plan.

use leptos::prelude::*;

use crate::plan::{Edit, LevelNames, PlanField};
use crate::state::use_workspace;
use crate::ui::widget::Input;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::Section;
use crate::ui::widget::focus_soon;

/// The names in the plan, and a way to change one.
#[derive(Clone, Copy)]
struct Names {
    names: Memo<LevelNames>,
    set: Callback<LevelNames>,
}

impl Names {
    fn change(self, change: impl FnOnce(&mut LevelNames)) {
        let mut names = self.names.get_untracked();
        change(&mut names);
        self.set.run(names);
    }
}

/// The section.
#[component]
pub fn Levels() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let names = Names {
        names: Memo::new(move |_| workspace.read(|plan| plan.level_names.clone()).unwrap_or_default()),
        set: Callback::new(move |names| workspace.set_plan(PlanField::LevelNames(names))),
    };
    let name =
        move |look: fn(&LevelNames) -> &String| Signal::derive(move || names.names.with(|names| look(names).clone()));
    view! {
        <Section id="levels" heading=label!(texts, settings.levels) hint=label!(texts, settings.levels_hint)>
            <div class="stack">
                <GoalLevels names />
                <Input
                    value=name(|names| &names.objective)
                    on_commit=move |it| names.change(|names| names.objective = it)
                    label=label!(texts, settings.level_objective)
                />
                <Input
                    value=name(|names| &names.action)
                    on_commit=move |it| names.change(|names| names.action = it)
                    label=label!(texts, settings.level_action)
                />
                <Input
                    value=name(|names| &names.indicator)
                    on_commit=move |it| names.change(|names| names.indicator = it)
                    label=label!(texts, settings.level_indicator)
                />
            </div>
        </Section>
    }
}

#[component]
fn GoalLevels(names: Names) -> impl IntoView {
    let texts = use_texts();
    let count = Memo::new(move |_| names.names.with(|names| names.goals.len()));
    let add = move |_| {
        let at = count.get_untracked();
        names.change(|names| names.goals.push(String::new()));
        focus_soon([format!("level-{at}")]);
    };
    view! {
        <fieldset class="stack tight">
            <legend class="label">{t!(texts, settings.goal_levels)}</legend>
            <Show when=move || count.get() == 0>
                <p class="soft small">{t!(texts, settings.no_goal_levels)}</p>
            </Show>
            <For each=move || 0..count.get() key=|at| *at let:at>
                <GoalLevel names at />
            </For>
            <p>
                <button type="button" class="button plain" id="level-add" on:click=add>
                    {t!(texts, settings.add_level)}
                </button>
            </p>
        </fieldset>
    }
}

#[component]
fn GoalLevel(names: Names, at: usize) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let name = Memo::new(move |_| names.names.with(|names| names.goals.get(at).cloned().unwrap_or_default()));
    let label = Signal::derive(move || t_string!(texts, settings.goal_level, n = (at + 1).to_string()));
    let rename = move |it: String| {
        names.change(|names| {
            if let Some(name) = names.goals.get_mut(at) {
                *name = it;
            }
        });
    };
    let remove = move |_| {
        let mut left = names.names.get_untracked();
        if at < left.goals.len() {
            left.goals.remove(at);
            let what = t_string!(texts, settings.removed_level, name = name.get_untracked());
            workspace.remove(what, Edit::Plan(PlanField::LevelNames(left)));
            focus_soon([format!("level-{at}"), "level-add".to_owned()]);
        }
    };
    view! {
        <div class="row level">
            <span class="soft" aria-hidden="true">{at + 1}</span>
            <Input value=name on_commit=rename label bare=true id=format!("level-{at}") />
            <button
                type="button"
                class="button plain"
                aria-label=move || t_string!(texts, settings.remove_of, what = label.get())
                on:click=remove
            >
                {t!(texts, settings.remove)}
            </button>
        </div>
    }
}
