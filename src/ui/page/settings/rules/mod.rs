//! The body's scoring rules (SMVP), each in plain words, beside an example that follows them.

mod bands;
mod choices;
mod example;
mod invented;
mod lateness;
mod limits;
mod presets;
mod scale;

use leptos::prelude::*;

use super::Section;
use crate::plan::{PlanField, Policy};
use crate::state::{Workspace, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use bands::BodyScore;
use choices::{Falling, Missing, Official, Several, Start};
use example::Example;
use lateness::Lateness;
use limits::{Cap, LightLimits, Tolerance};
use presets::Presets;
use scale::PartialScale;

/// The rules in the plan, and the way to change them: each change is one edit.
#[derive(Clone, Copy)]
pub(super) struct Rules {
    workspace: Workspace,
    policy: Memo<Policy>,
}

impl Rules {
    /// Follows something in the rules.
    pub fn follow<T>(self, look: impl Fn(&Policy) -> T + Send + Sync + 'static) -> Signal<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.policy.with(&look)).into()
    }

    /// Changes the rules, if that changes anything.
    pub fn change(self, change: impl FnOnce(&mut Policy)) {
        let mut policy = self.policy.get_untracked();
        change(&mut policy);
        if self.policy.with_untracked(|before| *before != policy) {
            self.workspace.set_plan(PlanField::Policy(policy));
        }
    }
}

/// The section.
#[component]
pub fn ScoringRules() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let policy = Memo::new(move |_| workspace.read(|plan| plan.policy.clone()).unwrap_or_default());
    let rules = Rules { workspace, policy };
    view! {
        <Section id="rules" heading=label!(texts, settings.rules) hint=label!(texts, settings.rules_hint)>
            <Presets rules />
            <div class="beside">
                <div class="rules">
                    <SingleResult rules />
                    <WholeYear rules />
                </div>
                <Example rules />
            </div>
        </Section>
    }
}

#[component]
fn SingleResult(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    view! {
        <h3>{t!(texts, settings.single_result)}</h3>
        <Cap rules />
        <Falling rules />
        <Start rules />
        <Lateness rules />
        <Tolerance rules />
        <Several rules />
        <PartialScale rules />
    }
}

#[component]
fn WholeYear(rules: Rules) -> impl IntoView {
    let texts = use_texts();
    view! {
        <h3>{t!(texts, settings.whole_year)}</h3>
        <Missing rules />
        <Official rules />
        <LightLimits rules />
        <BodyScore rules />
    }
}

/// One rule: its name, what it means, and its control beside them or below.
#[component]
pub(super) fn Rule(
    /// Its name.
    name: Signal<String>,
    /// What it means.
    hint: Signal<String>,
    /// Whether the control needs the whole width.
    #[prop(optional)]
    wide: bool,
    /// Its control.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="rule" class:wide=wide>
            <div>
                <h4>{name}</h4>
                <p class="soft small">{hint}</p>
            </div>
            <div>{children()}</div>
        </div>
    }
}
