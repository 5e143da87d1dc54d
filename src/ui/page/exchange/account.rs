//! The account of what was merged, to be read and printed on A4.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::merge::{Came, Change, Fate};
use crate::plan::{Conflict, ConflictId, Edit, Keep, Plan};
use crate::report::{spots, value};
use crate::state::{Account, Arrived, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{date, use_language, use_texts};

use super::inbox::{Changes, by_matter};
use super::remarks::Remarks;
use super::told::{facet_words, record_words, value_words};
use super::versions_of::place_of;

/// The account of the last merge; nothing where there was none.
#[component]
pub fn LastAccount() -> impl IntoView {
    let workspace = use_workspace();
    move || workspace.account().map(|account| view! { <Told account /> })
}

#[component]
fn Told(account: Account) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let Account { at, files, before, after, kept, findings, undone, .. } = account;
    let title = after.title.clone();
    let body = after.body.name.clone();
    let (before, after) = (StoredValue::new(before), StoredValue::new(after));
    let shown = |when: chrono::NaiveDateTime| when.format("%d/%m/%Y %H:%M").to_string();
    let (at, undone) = (shown(at), undone.map(shown));
    let stands = undone.is_none();
    let kept = StoredValue::new(kept);
    let sections = files.into_iter().map(|(arrived, came)| view! { <OfFile arrived came before after kept /> });
    view! {
        <section class="card account" aria-labelledby="resoconto">
            <header>
                <h2 id="resoconto" tabindex="-1">{t!(texts, exchange.account)}</h2>
                <span class="row no-print">
                    <button type="button" class="button ghost" on:click=move |_| workspace.print()>
                        {t!(texts, exchange.print_account)}
                    </button>
                    <button type="button" class="button plain" on:click=move |_| workspace.close_account()>
                        {t!(texts, exchange.close_account)}
                    </button>
                </span>
            </header>
            // On paper the page's own head says it.
            <p class="no-print">{title} ", " {body}</p>
            {undone.map(|when| view! {
                <p class="note strong" role="status">
                    {move || t_string!(texts, exchange.account_undone, when = when.clone())}
                </p>
            })}
            <p class="soft">{move || t_string!(texts, exchange.account_at, when = at.clone())}</p>
            {stands.then(|| view! { <p class="soft small no-print">{t!(texts, exchange.account_hint)}</p> })}
            {sections.collect_view()}
            <div class="small">
                <Remarks findings=Signal::stored(findings) plan=after />
            </div>
        </section>
    }
}

/// What one file brought, and how its conflicts were settled.
#[component]
fn OfFile(
    arrived: Arrived,
    came: Came,
    before: StoredValue<Plan>,
    after: StoredValue<Plan>,
    kept: StoredValue<BTreeMap<ConflictId, Keep>>,
) -> impl IntoView {
    let texts = use_texts();
    let title = if arrived.office.is_empty() { arrived.name.clone() } else { arrived.office.clone() };
    let file_name = (title != arrived.name).then(|| format!("{} ", arrived.name));
    let sent = move || {
        let by = arrived.sender.by.clone();
        arrived.sender.on.map(|on| t_string!(texts, exchange.sent_by, by = by, day = date(Some(on))))
    };
    let is_settled = |conflict: &Arc<Conflict>| kept.with_value(|kept| kept.contains_key(&conflict.id));
    let (decided, pending): (Vec<_>, Vec<_>) = came.disputed().cloned().partition(is_settled);
    let is_nothing = came.is_nothing_new() && came.alike.is_empty();
    let (taken, left): (Vec<_>, Vec<_>) = came.new.into_iter().partition(|change| change.fate == Fate::Taken);
    let (foreseen, reported) = by_matter(taken);
    view! {
        <section>
            <h3>{title}</h3>
            <p class="soft small">{file_name} {sent}</p>
            {is_nothing.then(|| view! { <p>{t!(texts, exchange.known_hint)}</p> })}
            <Counted changes=foreseen heading=move |n| t_string!(texts, exchange.account_foreseen, n = n) after before />
            <Counted changes=reported heading=move |n| t_string!(texts, exchange.account_new, n = n) after before />
            <Counted changes=left heading=move |n| t_string!(texts, exchange.account_refused, n = n) after before />
            <Counted changes=came.alike heading=move |n| t_string!(texts, exchange.alike, n = n) after before />
            <Disputed conflicts=decided heading=label!(texts, exchange.account_conflicts) after kept />
            <Disputed conflicts=pending heading=label!(texts, exchange.account_left) after kept />
        </section>
    }
}

/// Some changes of a file under a heading that says how many; nothing where there are none.
#[component]
fn Counted(
    changes: Vec<Change>,
    heading: impl Fn(String) -> String + Send + Sync + 'static,
    after: StoredValue<Plan>,
    before: StoredValue<Plan>,
) -> impl IntoView {
    let n = changes.len().to_string();
    (!changes.is_empty()).then(|| {
        view! {
            <h4>{move || heading(n.clone())}</h4>
            <Changes changes plan=after before />
        }
    })
}

/// Some conflicts of a file, and what became of each; nothing where there are none.
#[component]
fn Disputed(
    conflicts: Vec<Arc<Conflict>>,
    #[prop(into)] heading: Signal<String>,
    after: StoredValue<Plan>,
    kept: StoredValue<BTreeMap<ConflictId, Keep>>,
) -> impl IntoView {
    let (texts, language) = (use_texts(), use_language());
    let settled = move |conflict: Arc<Conflict>| {
        let lines = move || {
            let place = place_of(&conflict)?;
            let chosen = kept.with_value(|kept| kept.get(&conflict.id).copied());
            let how = match chosen {
                Some(Keep::Ours) => t_string!(texts, exchange.kept_ours),
                Some(Keep::Theirs) => t_string!(texts, exchange.kept_theirs),
                Some(Keep::Base) => t_string!(texts, exchange.kept_base),
                Some(Keep::Present) | None => t_string!(texts, exchange.kept_later),
            };
            let shown = |edit: &Edit| {
                let all = spots(edit);
                let words = all
                    .iter()
                    .map(|(_, edit)| after.with_value(|plan| value_words(&value(edit), plan, texts, language.get())));
                words.collect::<Vec<_>>().join("; ")
            };
            let name = after.with_value(|plan| record_words(&place.record, plan, texts));
            let (ours, theirs) = (shown(&conflict.ours.edit), shown(&conflict.theirs.edit));
            Some((format!("{name}, {}", facet_words(&place, texts)), ours, theirs, how))
        };
        move || {
            lines().map(|(place, ours, theirs, how)| {
                view! {
                    <tr>
                        <th scope="row">{place}</th>
                        <td>{ours}</td>
                        <td>{theirs}</td>
                        <td>{how}</td>
                    </tr>
                }
            })
        }
    };
    (!conflicts.is_empty()).then(|| {
        view! {
            <h4>{heading}</h4>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{t!(texts, exchange.where_at)}</th>
                        <th scope="col">{t!(texts, exchange.ours)}</th>
                        <th scope="col">{t!(texts, exchange.theirs)}</th>
                        <th scope="col">{t!(texts, exchange.choice)}</th>
                    </tr>
                </thead>
                <tbody>{conflicts.into_iter().map(settled).collect_view()}</tbody>
            </table>
        }
    })
}
