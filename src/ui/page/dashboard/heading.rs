//! The title of the page, and how much of it is measured.

use leptos::prelude::*;

use crate::attainment::{Counts, Span};
use crate::state::{Page, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{Texts, date, use_texts};

/// Title, situation, and what one does from here.
#[component]
pub(super) fn Heading() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let counts = Memo::new(move |_| {
        workspace.attainment().read().as_ref().map(|attainment| attainment.figure().counts).unwrap_or_default()
    });
    let when = move || match workspace.span() {
        Span::Year(year) => year.to_string(),
        Span::Period => {
            workspace.period().map_or_else(String::new, |period| format!("{}–{}", period.first(), period.last()))
        }
    };
    let situation = move || {
        let day = date(Some(workspace.today()));
        t_string!(texts, dashboard.situation, day = day, what = measured(counts.get(), texts))
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
