//! One file that came in: who sent it, from when it is, what it brings.

use leptos::prelude::*;

use crate::merge::Came;
use crate::plan::Plan;
use crate::report::{Matter, matter};
use crate::state::{Arrived, use_workspace};
use crate::ui::words::text::*;
use crate::ui::words::{date, use_texts};

use super::came::CameIn;

/// The card of a file.
#[component]
pub fn Card(
    /// The file.
    arrived: Arrived,
    /// What it brings.
    came: Came,
    /// The plan with everything merged.
    plan: StoredValue<Plan>,
    /// The plan as it is.
    before: StoredValue<Plan>,
) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let is_workbook = arrived.is_workbook();
    let Arrived { number, name, office, handed, is_same, sender, .. } = arrived;
    let (conflicts, outside) = (came.conflicts.len(), came.outside.len());
    let is_nothing_new = is_same || came.is_nothing_new();
    let is_to_be_seen = came.new.iter().any(|change| matter(&change.edit) == Matter::Foreseen);
    let has_base = sender.base.is_some();
    let state = move || match (is_nothing_new, conflicts + outside) {
        (true, _) => ("light waiting", t_string!(texts, exchange.state_known).to_owned()),
        (false, 0) if is_to_be_seen => ("light amber", t_string!(texts, exchange.state_look).to_owned()),
        (false, 0) => ("light green", t_string!(texts, exchange.state_clean).to_owned()),
        (false, 1) => ("light amber", t_string!(texts, exchange.state_one).to_owned()),
        (false, n) => ("light amber", t_string!(texts, exchange.state_conflicts, n = n.to_string())),
    };
    let title = if office.is_empty() { name.clone() } else { office };
    // A spreadsheet and a copy for oneself were sent to nobody.
    let began = move || match (&handed, has_base) {
        (_, true) if is_workbook => t_string!(texts, exchange.began_workbook).to_owned(),
        (Some(handed), _) if handed.units.is_empty() => {
            t_string!(texts, exchange.began_saved, day = date(Some(handed.at.date())))
        }
        (Some(handed), _) => t_string!(texts, exchange.began, day = date(Some(handed.at.date()))),
        (None, true) => t_string!(texts, exchange.began_carried).to_owned(),
        (None, false) => t_string!(texts, exchange.began_unknown).to_owned(),
    };
    let sent = (!sender.by.is_empty() || sender.on.is_some()).then(|| {
        let (by, on) = (sender.by.clone(), sender.on);
        move || match on {
            Some(on) => t_string!(texts, exchange.sent_by, by = by.clone(), day = date(Some(on))),
            None => by.clone(),
        }
    });
    let heading = title.clone();
    let file_name = (title != name).then(|| name.clone());
    view! {
        <section class="card file" aria-label=title>
            <header>
                <h3>{heading}</h3>
                <span class=move || state().0>{move || state().1}</span>
            </header>
            {file_name.map(|name| view! { <p class="soft small clip" title=name.clone()>{name.clone()}</p> })}
            {sent.map(|sent| view! { <p class="soft small">{sent}</p> })}
            <p class="soft small">{began}</p>
            <Show when=move || is_nothing_new fallback=|| ()>
                <p>{t!(texts, exchange.known_hint)}</p>
            </Show>
            <CameIn number came plan before />
            <button
                type="button"
                class="button plain"
                aria-label=move || t_string!(texts, exchange.put_away_of, name = name.clone())
                on:click=move |_| workspace.put_away(number)
            >
                {t!(texts, exchange.put_away)}
            </button>
        </section>
    }
}
