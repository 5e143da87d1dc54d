//! What a file brings: what changes the plan that was made, what is new otherwise, and what was changed on both sides alike.

use leptos::prelude::*;

use crate::merge::{Came, Change, Fate};
use crate::plan::{Edit, Plan};
use crate::report::{Facet, Matter, matter, spot, turn};
use crate::state::use_workspace;
use crate::ui::part::{Cut, More};
use crate::ui::widget::focus_soon;
use crate::ui::words::text::*;
use crate::ui::words::{use_language, use_texts};

use super::super::told::{facet_words, record_words, value_words};

/// What changes the plan that was made stands open, for a person to look at it; the rest is folded below its count.
#[component]
pub fn CameIn(
    /// Which file.
    number: u32,
    /// What it brings.
    came: Came,
    /// The plan with everything merged.
    plan: StoredValue<Plan>,
    /// The plan as it is.
    before: StoredValue<Plan>,
) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let (foreseen, reported) = by_matter(came.new);
    let (open, rest, alike) = (foreseen.len(), reported.len(), came.alike.len());
    let results = reported.iter().filter(|change| is_result(&change.edit)).count();
    let summary = move || match (results, rest) {
        (0, rest) => t_string!(texts, exchange.new_changes, n = rest.to_string()),
        (results, rest) if results == rest => t_string!(texts, exchange.new_results, n = results.to_string()),
        (results, rest) => {
            let others = rest.saturating_sub(results).to_string();
            t_string!(texts, exchange.new_both, results = results.to_string(), n = others)
        }
    };
    let heading = move || match open {
        1 => t_string!(texts, exchange.foreseen_one).to_owned(),
        n => t_string!(texts, exchange.foreseen, n = n.to_string()),
    };
    let refuse = Refuse::of(number, move |value| workspace.toggle_refused(number, value));
    view! {
        {(open > 0)
            .then(|| {
                view! {
                    <h4 class="foreseen">{heading}</h4>
                    <Changes changes=foreseen plan before refuse />
                }
            })}
        {(rest > 0)
            .then(|| {
                view! {
                    <details>
                        <summary>{summary}</summary>
                        <Changes changes=reported plan before />
                    </details>
                }
            })}
        {(alike > 0)
            .then(|| {
                view! {
                    <details>
                        <summary>{move || t_string!(texts, exchange.alike, n = alike.to_string())}</summary>
                        <Changes changes=came.alike plan before />
                    </details>
                }
            })}
    }
}

/// Parts changes into those of what was foreseen and those of what is told about it, each in the order of the plan.
pub fn by_matter(changes: Vec<Change>) -> (Vec<Change>, Vec<Change>) {
    changes.into_iter().partition(|change| matter(&change.edit) == Matter::Foreseen)
}

fn is_result(edit: &Edit) -> bool {
    spot(edit).is_some_and(|spot| spot.facet == Facet::Field("result"))
}

/// How changes of one file are refused, line by line.
#[derive(Clone, Copy)]
pub struct Refuse {
    file: u32,
    toggle: Callback<String>,
}

impl Refuse {
    /// Calls `toggle` with the name of the value that a person refuses, or takes after all.
    fn of(file: u32, toggle: impl Fn(String) + Send + Sync + 'static) -> Self {
        Self { file, toggle: Callback::new(toggle) }
    }

    fn id(self, path: &str) -> String {
        format!("rifiuto-{}-{path}", self.file)
    }
}

/// What one line of changes says.
#[derive(Clone)]
struct Line {
    /// The path of the place.
    path: String,
    value: String,
    fate: Fate,
    name: String,
    facet: String,
    was: Option<String>,
    now: String,
}

/// Single changes as a list: where, what stood there, and what stands there now.
#[component]
pub fn Changes(
    /// The changes.
    changes: Vec<Change>,
    /// The plan with them.
    plan: StoredValue<Plan>,
    /// The plan without them: what is gone is looked up there.
    before: StoredValue<Plan>,
    /// How a line is refused; none: what becomes of each is settled.
    #[prop(optional)]
    refuse: Option<Refuse>,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let cut = Cut::after(40);
    let count = changes.len();
    let changes = StoredValue::new(changes);
    let line = move |change: &Change| {
        let spot = spot(&change.edit)?;
        let name = plan.with_value(|after| {
            let nameless = t_string!(texts, exchange.nameless);
            let name = record_words(&spot.record, after, texts);
            if name == nameless { before.with_value(|before| record_words(&spot.record, before, texts)) } else { name }
        });
        let turn = turn(change);
        let was = turn.was.map(|was| before.with_value(|plan| value_words(&was, plan, texts, language.get())));
        let now = plan.with_value(|plan| value_words(&turn.now, plan, texts, language.get()));
        let Change { edit, value, fate, .. } = change;
        let facet = facet_words(&spot, texts);
        Some(Line { path: edit.path(), value: value.clone(), fate: *fate, name, facet, was, now })
    };
    let lines = move || {
        let shown = changes.with_value(|changes| changes.iter().take(cut.shown()).filter_map(line).collect::<Vec<_>>());
        shown.into_iter().map(|line| view! { <ChangeLine line refuse /> }).collect_view()
    };
    view! {
        <ul class="changes">{lines}</ul>
        <More cut count=Signal::stored(count) />
    }
}

/// One line, and what becomes of it.
#[component]
fn ChangeLine(line: Line, refuse: Option<Refuse>) -> impl IntoView {
    let texts = use_texts();
    let Line { path, value, fate, name, facet, was, now } = line;
    let place = format!("{name}, {facet}");
    let end = match (fate, refuse) {
        (Fate::Bound, _) => view! { <span class="light amber">{t!(texts, exchange.fate_bound)}</span> }.into_any(),
        (fate, Some(refuse)) => view! { <RefuseBox path value fate place=place.clone() refuse /> }.into_any(),
        (Fate::Refused, None) => {
            view! { <span class="light amber">{t!(texts, exchange.fate_refused)}</span> }.into_any()
        }
        (Fate::Taken, None) => ().into_any(),
    };
    view! {
        <li>
            <span class="soft">{place} ": "</span>
            {was.map(|was| view! { <span>{was} " → "</span> })}
            <b>{now}</b>
            " "
            {end}
        </li>
    }
}

/// The box with which a line is refused, and all that is one value with it.
#[component]
fn RefuseBox(path: String, value: String, fate: Fate, place: String, refuse: Refuse) -> impl IntoView {
    let texts = use_texts();
    let id = StoredValue::new(refuse.id(&path));
    let toggle = move |_| {
        refuse.toggle.run(value.clone());
        // What came is worked out anew, and the box with it.
        focus_soon([id.get_value()]);
    };
    view! {
        <label class="soft small">
            <input
                type="checkbox"
                id=id.get_value()
                prop:checked=fate == Fate::Refused
                aria-label=move || t_string!(texts, exchange.refuse_of, place = place.clone())
                on:change=toggle
            />
            " "
            {t!(texts, exchange.refuse)}
        </label>
    }
}
