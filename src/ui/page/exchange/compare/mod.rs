//! Another plan, or another version of this one, beside it.

mod table;

use leptos::prelude::*;

use crate::plan::{Period, Plan, PlanId, Year};
use crate::report::{Comparison, comparison};
use crate::state::use_workspace;
use crate::ui::widget::{Choice, Select};
use crate::ui::words::text::*;
use crate::ui::words::{percent, use_language, use_texts};

use table::ComparedTable;

/// The section.
#[component]
pub fn Compare() -> impl IntoView {
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    // None: the year of the screen, or the one nearest to it.
    let (own_choice, other_choice) = (RwSignal::new(None::<Year>), RwSignal::new(None::<Year>));
    let is_all = RwSignal::new(false);
    // A plan may have come since the list was last looked at.
    leptos::task::spawn_local(workspace.look_around());
    let own_year = move || own_choice.get().or_else(|| workspace.year());
    let other_year = move || {
        let other = workspace.compared()?;
        let proposed = || workspace.read(|own| opposite(own, &other, own_year()?)).flatten();
        other_choice.get().or_else(proposed)
    };
    let choices = Signal::derive(move || {
        let none = Choice::new("", t_string!(texts, output.choose_plan));
        let others = workspace.other_plans().into_iter().map(|(id, title)| Choice::new(id.as_str(), title));
        [none].into_iter().chain(others).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || workspace.compared().map(|plan| plan.id.to_string()).unwrap_or_default());
    let choose = move |id: String| {
        other_choice.set(None);
        workspace.compare_with(Some(PlanId::from(id)).filter(|id| !id.as_str().is_empty()));
    };
    let found = Memo::new(move |_| -> Option<Comparison> {
        let other = workspace.compared()?;
        let (own, other_year) = (own_year()?, other_year()?);
        workspace.read(|plan| comparison(workspace.behold(&other, other_year), workspace.behold(plan, own)))
    });
    let titles = move || {
        let own = workspace.read(|plan| plan.title.clone()).unwrap_or_default();
        let other = workspace.compared().map(|plan| plan.title.clone()).unwrap_or_default();
        (other, own)
    };
    let years_of = |period: Option<Period>| {
        let years = period.into_iter().flat_map(Period::years);
        years.map(|year| Choice::new(year.to_string(), year.to_string())).collect::<Vec<_>>()
    };
    let year = |words: String| Year::new(words.parse().ok()?).ok();
    let result = move || {
        let comparison = found.get()?;
        let (left, right) = (percent(comparison.left, language.get()), percent(comparison.right, language.get()));
        let changed = comparison.rows.iter().filter(|row| !row.is_same()).count();
        let (other, own) = titles();
        Some(view! {
            <p class="strong" role="status">
                {move || t_string!(texts, output.differences, count = changed.to_string(), left = left.clone(), right = right.clone())}
            </p>
            <label class="row">
                <input
                    type="checkbox"
                    prop:checked=is_all
                    on:change=move |event| is_all.set(event_target_checked(&event))
                />
                <span>{t!(texts, output.show_same)}</span>
            </label>
            <ComparedTable comparison other own is_all />
        })
    };
    view! {
        <section class="card compare" aria-labelledby="compare">
            <header>
                <h2 id="compare">{t!(texts, output.compare)}</h2>
            </header>
            <p class="soft lead">{t!(texts, output.compare_lead)}</p>
            <div class="stack">
                <div class="row wrap picks">
                    <Select value=chosen choices on_choose=choose label=label!(texts, output.other_plan) />
                    <Show when=move || workspace.compared().is_some()>
                        <Select
                            value=Signal::derive(move || other_year().map(|year| year.to_string()).unwrap_or_default())
                            choices=Signal::derive(move || years_of(workspace.compared().map(|plan| plan.period)))
                            on_choose=move |words: String| other_choice.set(year(words))
                            label=label!(texts, output.other_year)
                        />
                        <Select
                            value=Signal::derive(move || own_year().map(|year| year.to_string()).unwrap_or_default())
                            choices=Signal::derive(move || years_of(workspace.read(|plan| plan.period)))
                            on_choose=move |words: String| own_choice.set(year(words))
                            label=label!(texts, output.own_year)
                        />
                    </Show>
                </div>
                {result}
            </div>
        </section>
    }
    .into_any()
}

/// The year of the other plan that stands where `year` stands in this one: the same year where it has it, else the one in the
/// same place of its period.
fn opposite(own: &Plan, other: &Plan, year: Year) -> Option<Year> {
    if other.period.contains(year) {
        return Some(year);
    }
    let place = own.period.years().position(|found| found == year)?;
    Some(other.period.years().nth(place).unwrap_or_else(|| other.period.last()))
}
