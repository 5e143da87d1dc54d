//! *Impostazioni*: the plan's own data, the names of its levels, the offices, and the body's scoring rules.

mod levels;
mod revisions;
mod rules;
mod story;
mod units;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::state::{Page, use_workspace};
use crate::ui::part::{Locked, LockedNote};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use crate::ui::widget::focus_soon;
use levels::Levels;
use revisions::Revisions;
use rules::ScoringRules;
use story::Story;
use units::Units;

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let copy = Memo::new(move |_| workspace.is_copy());
    view! {
        <div class="settings">
            <header class="row spread wrap">
                <h1>{t!(texts, settings.title)}</h1>
                <nav class="row wrap" aria-label=move || t_string!(texts, settings.sections)>
                    <Jump to="plan" label=label!(texts, settings.plan) />
                    <Jump to="levels" label=label!(texts, settings.levels) />
                    <Jump to="units" label=label!(texts, settings.units) />
                    <Jump to="rules" label=label!(texts, settings.rules) />
                </nav>
            </header>
            <p class="soft lead">{t!(texts, settings.lead)}</p>
            <LockedNote when=copy />
            <Locked when=copy>
                <Story />
                <div class="pair">
                    <Levels />
                    <Units />
                </div>
                <ScoringRules />
                <Revisions />
            </Locked>
        </div>
    }
    .into_any()
}

/// A link to a section. The address is the application's own and names the page, so the link only moves the focus.
#[component]
fn Jump(to: &'static str, label: Signal<String>) -> impl IntoView {
    let workspace = use_workspace();
    let jump = move |event: MouseEvent| {
        event.prevent_default();
        focus_soon([to.to_owned()]);
    };
    view! {
        <a href=move || workspace.address_of(Page::Settings) on:click=jump>
            {label}
        </a>
    }
}

/// A section with its heading, which a [`Jump`] leads to.
#[component]
fn Section(
    /// The heading's id.
    id: &'static str,
    /// The heading.
    heading: Signal<String>,
    /// What the section is for.
    hint: Signal<String>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby=id>
            <h2 id=id tabindex="-1">
                {heading}
            </h2>
            <p class="soft small lead">{hint}</p>
            {children()}
        </section>
    }
}
