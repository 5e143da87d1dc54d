//! The title of the page, and how much of it is measured.

use leptos::prelude::*;

use crate::attainment::{Attainment, Counts, Span};
use crate::state::{Page, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, date, percent, use_language, use_texts};

/// Title, situation, and what one does from here.
#[component]
pub(super) fn Heading() -> impl IntoView {
    let (workspace, texts, language) = (use_workspace(), use_texts(), use_language());
    let figure = Memo::new(move |_| {
        let look = |known: &Attainment| (known.span(), known.figure().coverage, known.figure().counts);
        workspace.attainment().read().as_ref().map(look)
    });
    let when = move || match workspace.span() {
        Span::Year(year) => year.to_string(),
        Span::Period => {
            workspace.period().map_or_else(String::new, |period| format!("{}–{}", period.first(), period.last()))
        }
    };
    let situation = move || {
        let day = date(Some(workspace.today()));
        let what = match figure.get() {
            Some((Span::Period, coverage, counts)) if counts.due > 0 => {
                measured_in_period(percent(coverage, language.get()), counts, texts)
            }
            found => measured(found.map(|(_, _, counts)| counts).unwrap_or_default(), texts),
        };
        t_string!(texts, dashboard.situation, day = day, what = what)
    };
    view! {
        <header class="row spread wrap">
            <div>
                <h1>{t!(texts, dashboard.title)} " " {when}</h1>
                <p class="soft">{situation}</p>
            </div>
            <div class="row no-print">
                <button type="button" class="button ghost" on:click=move |_| workspace.print()>
                    {t!(texts, dashboard.print)}
                </button>
                <a class="button" href=move || workspace.address_of(Page::Monitoring)>
                    {t!(texts, dashboard.record)}
                </a>
            </div>
        </header>
    }
}

/// Over several years an indicator counts as measured only once all of them are, so that the weight says more.
fn measured_in_period(coverage: String, counts: Counts, texts: Texts) -> String {
    match counts.overdue {
        0 => t_string!(texts, dashboard.measured_period, coverage = coverage),
        late => t_string!(texts, dashboard.measured_period_late, coverage = coverage, late = late.to_string()),
    }
}

fn measured(counts: Counts, texts: Texts) -> String {
    let (scored, due) = (counts.scored.to_string(), counts.due.saturating_sub(counts.set_aside).to_string());
    match counts {
        Counts { due: 0, .. } => t_string!(texts, dashboard.nothing_due).to_string(),
        Counts { overdue: 0, .. } => t_string!(texts, dashboard.measured, scored = scored, due = due),
        Counts { overdue, .. } => {
            t_string!(texts, dashboard.measured_late, scored = scored, due = due, late = overdue.to_string())
        }
    }
}
