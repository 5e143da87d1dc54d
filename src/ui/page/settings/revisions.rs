//! The log of revisions: what was changed after approval, when, and by which act.

use leptos::prelude::*;

use crate::plan::Revision;
use crate::state::use_workspace;
use crate::ui::words::text::*;
use crate::ui::words::{date, use_texts};

use super::Section;

/// The section; nothing while nothing was revised.
#[component]
pub fn Revisions() -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let revisions = Memo::new(move |_| workspace.read(|plan| plan.revisions.clone()).unwrap_or_default());
    let has_any = Memo::new(move |_| !revisions.read().is_empty());
    let row = |revision: &Revision| {
        view! {
            <tr>
                <td>{date(Some(revision.date))}</td>
                <td>{revision.note.clone()}</td>
                <td>{revision.act.clone()}</td>
            </tr>
        }
    };
    // The newest first.
    let rows = move || revisions.read().iter().rev().map(row).collect_view();
    view! {
        <Show when=move || has_any.get()>
            <Section id="revisions" heading=label!(texts, settings.revisions) hint=label!(texts, settings.revisions_hint)>
                <table class="revisions" aria-labelledby="revisions">
                    <thead>
                        <tr>
                            <th scope="col">{t!(texts, settings.revision_date)}</th>
                            <th scope="col" class="wide">{t!(texts, settings.revision_note)}</th>
                            <th scope="col">{t!(texts, settings.revision_act)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </Section>
        </Show>
    }
}
