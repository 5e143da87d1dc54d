//! A new plan from a model.

use std::iter;

use chrono::Datelike;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::plan::{Period, Starter, Year};
use crate::state::{Listed, Workspace, use_workspace};
use crate::ui::widget::{Input, InputKind};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, use_texts};

/// What was typed so far; nothing of it is lost when it cannot be taken.
#[derive(Clone, Copy)]
struct Form {
    starter: RwSignal<Starter>,
    title: RwSignal<String>,
    body: RwSignal<String>,
    first: RwSignal<String>,
    /// None while nobody wrote one: the third year.
    last: RwSignal<Option<String>>,
    tried: RwSignal<bool>,
}

impl Form {
    fn new(workspace: Workspace) -> Self {
        Self {
            starter: RwSignal::new(Starter::Sheets),
            title: RwSignal::new(String::new()),
            body: RwSignal::new(String::new()),
            first: RwSignal::new(next_year(workspace).to_string()),
            last: RwSignal::new(None),
            tried: RwSignal::new(false),
        }
    }

    fn last(self) -> String {
        let third = || year(&self.first.get()).map(|first| (first.number() + 2).to_string());
        self.last.get().or_else(third).unwrap_or_default()
    }

    fn period(self) -> Option<Period> {
        Period::new(year(&self.first.get())?, year(&self.last())?).ok()
    }

    /// The title of a plan that was given none, told apart from those that bear it already.
    fn default_title(self, workspace: Workspace, texts: Texts) -> String {
        let (first, last) = (self.first.get(), self.last());
        let title =
            t_string!(texts, plans.default_title, first = first.trim().to_owned(), last = last.trim().to_owned());
        let kept = workspace.plans().unwrap_or_default();
        let is_taken = |title: &str| kept.iter().any(|kept| matches!(kept, Listed::Plan(plan) if plan.title == title));
        let numbered = (2..).map(|n| format!("{title} ({n})"));
        iter::once(title.clone()).chain(numbered).find(|title| !is_taken(title)).unwrap_or(title)
    }

    fn submit(self, workspace: Workspace, texts: Texts) {
        self.tried.set(true);
        let Some(period) = self.period() else { return };
        let title = match self.title.get().trim() {
            "" => self.default_title(workspace, texts),
            title => title.to_owned(),
        };
        workspace.create(self.starter.get(), &title, self.body.get().trim(), period);
    }
}

/// Plans are written towards the end of the year before.
fn next_year(workspace: Workspace) -> i32 {
    let today = untrack(|| workspace.today());
    if today.month() >= 9 { today.year() + 1 } else { today.year() }
}

fn year(words: &str) -> Option<Year> {
    Year::new(words.trim().parse().ok()?).ok()
}

/// The form.
#[component]
pub fn Create() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let form = Form::new(workspace);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        untrack(|| form.submit(workspace, texts));
    };
    view! {
        <section class="card" aria-labelledby="new-plan">
            <header>
                <h2 id="new-plan">{t!(texts, plans.new)}</h2>
            </header>
            <form class="stack" on:submit=submit>
                <p class="soft small">{t!(texts, plans.new_hint)}</p>
                <fieldset class="models">
                    <legend class="visually-hidden">{t!(texts, plans.model)}</legend>
                    {Starter::ALL.map(|starter| view! { <Model starter chosen=form.starter /> }).collect_view()}
                </fieldset>
                <Names form />
                <Years form />
                <p>
                    <button type="submit" class="button">
                        {t!(texts, plans.create)}
                    </button>
                </p>
            </form>
        </section>
    }
}

#[component]
fn Model(starter: Starter, chosen: RwSignal<Starter>) -> impl IntoView {
    let texts = use_texts();
    let words = move || match starter {
        Starter::Sheets => (t_string!(texts, plans.sheets), t_string!(texts, plans.sheets_hint)),
        Starter::Steps => (t_string!(texts, plans.steps), t_string!(texts, plans.steps_hint)),
        Starter::Tree => (t_string!(texts, plans.tree), t_string!(texts, plans.tree_hint)),
        Starter::Strategies => (t_string!(texts, plans.strategies), t_string!(texts, plans.strategies_hint)),
    };
    view! {
        <label class="model">
            <input
                type="radio"
                name="model"
                prop:checked=move || chosen.get() == starter
                on:change=move |_| chosen.set(starter)
            />
            <span>
                <b>{move || words().0}</b>
                <span class="soft small">{move || words().1}</span>
            </span>
        </label>
    }
}

#[component]
fn Names(form: Form) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    view! {
        <Input
            value=form.title
            on_commit=move |title| form.title.set(title)
            label=Signal::derive(move || t_string!(texts, plans.name).to_string())
            hint=Signal::derive(move || t_string!(texts, plans.name_hint, title = form.default_title(workspace, texts)))
        />
        <Input
            value=form.body
            on_commit=move |body| form.body.set(body)
            label=Signal::derive(move || t_string!(texts, plans.body).to_string())
        />
    }
}

#[component]
fn Years(form: Form) -> impl IntoView {
    let texts = use_texts();
    let problem = move |words: String| match year(&words) {
        None => t_string!(texts, plans.year_wrong).to_string(),
        Some(_) => String::new(),
    };
    let first_problem = move || problem(form.first.get());
    let last_problem = move || match (form.last.get(), form.period()) {
        (Some(last), None) if year(&last).is_some() && year(&form.first.get()).is_some() => {
            t_string!(texts, plans.period_wrong).to_string()
        }
        (Some(last), _) => problem(last),
        (None, None) if form.tried.get() => problem(form.last()),
        (None, _) => String::new(),
    };
    view! {
        <div class="years">
            <Input
                value=form.first
                on_commit=move |first| form.first.set(first)
                label=Signal::derive(move || t_string!(texts, plans.first_year).to_string())
                kind=InputKind::Number
                problem=Signal::derive(first_problem)
            />
            <Input
                value=Signal::derive(move || form.last())
                on_commit=move |last| form.last.set(Some(last))
                label=Signal::derive(move || t_string!(texts, plans.last_year).to_string())
                kind=InputKind::Number
                problem=Signal::derive(last_problem)
            />
        </div>
    }
}
