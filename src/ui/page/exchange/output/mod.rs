//! The plan for other programs: a workbook that may come back, open data, StratML, a table to paste.

mod brought;

use leptos::prelude::*;

use crate::state::{Work, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use brought::BroughtBack;

/// The section.
#[component]
pub fn Output() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let year = move || workspace.year().map(|year| year.to_string()).unwrap_or_default();
    let is_busy = Signal::derive(move || workspace.work().is_some());
    view! {
        <section class="card output" aria-labelledby="output">
            <header>
                <h2 id="output">{t!(texts, output.title)}</h2>
            </header>
            <p class="soft lead">{t!(texts, output.lead)}</p>
            <ul class="ways">
                <li>
                    <h3>{t!(texts, output.workbook)}</h3>
                    <p class="soft small">{move || t_string!(texts, output.workbook_hint, year = year())}</p>
                    <div class="row wrap">
                        <button
                            type="button"
                            class="button"
                            disabled=is_busy
                            on:click=move |_| workspace.download_workbook()
                        >
                            {t!(texts, output.write_workbook)}
                        </button>
                        <button
                            type="button"
                            class="button ghost"
                            disabled=is_busy
                            on:click=move |_| workspace.ask_for_workbook()
                        >
                            {t!(texts, output.read_workbook)}
                        </button>
                    </div>
                </li>
                <li>
                    <h3>{t!(texts, output.table)}</h3>
                    <p class="soft small">{move || t_string!(texts, output.table_hint, year = year())}</p>
                    <button type="button" class="button ghost" on:click=move |_| workspace.copy_table()>
                        {t!(texts, output.copy)}
                    </button>
                </li>
                <li>
                    <h3>{t!(texts, output.csv)}</h3>
                    <p class="soft small">{t!(texts, output.csv_hint)}</p>
                    <button type="button" class="button ghost" on:click=move |_| workspace.download_csv()>
                        {t!(texts, output.write_csv)}
                    </button>
                </li>
                <li>
                    <h3>{t!(texts, output.stratml)}</h3>
                    <p class="soft small">{t!(texts, output.stratml_hint)}</p>
                    <button type="button" class="button ghost" on:click=move |_| workspace.download_stratml()>
                        {t!(texts, output.write_stratml)}
                    </button>
                </li>
            </ul>
            <Progress />
            <BroughtBack />
        </section>
    }
    .into_any()
}

/// How far a workbook is; heard too.
#[component]
fn Progress() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let words = move || match workspace.work() {
        None => String::new(),
        Some(Work::Fetching) => t_string!(texts, output.fetching).to_string(),
        Some(Work::Writing { done, of }) => {
            t_string!(texts, output.writing, done = done.to_string(), of = of.to_string())
        }
        Some(Work::Reading { done, of }) => {
            t_string!(texts, output.reading, done = done.to_string(), of = of.to_string())
        }
    };
    let bar = move || match workspace.work()? {
        Work::Fetching => Some((0, 1)),
        Work::Writing { done, of } | Work::Reading { done, of } => Some((done, of)),
    };
    let shown = move || {
        bar().map(|(done, of)| {
            view! {
                <progress
                    value=done.to_string()
                    max=of.to_string()
                    aria-label=move || t_string!(texts, output.progress).to_string()
                />
            }
        })
    };
    view! {
        <div class="row progress" role="status">
            {shown} <span class="soft">{words}</span>
        </div>
    }
}
