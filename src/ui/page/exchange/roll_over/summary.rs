//! How much comes along, how much stays behind, and what of the rest names years that nobody moved.

use leptos::prelude::*;

use crate::plan::DatedText;
use crate::state::use_workspace;
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::Next;

/// The figures and the texts to look at.
#[component]
pub fn Summary(next: Next) -> impl IntoView {
    let (workspace, texts) = (use_workspace(), use_texts());
    let counts = Memo::new(move |_| {
        let preview = next.preview.read();
        let Some((rows, _)) = preview.as_ref() else { return [0_usize; 5] };
        let carried = || rows.iter().filter_map(|row| row.carried.as_ref());
        [
            carried().count(),
            rows.iter().filter(|row| row.carried.is_none()).count(),
            carried().map(|carried| carried.moved.len()).sum(),
            carried().filter(|carried| carried.baseline_of.is_some()).count(),
            carried().filter(|carried| !carried.look.is_empty()).count(),
        ]
    });
    let count = move |place: usize| counts.read().get(place).copied().unwrap_or_default().to_string();
    let dated = move || {
        let preview = next.preview.read();
        let (_, rolled) = preview.as_ref()?;
        let name = |text: &DatedText| match text {
            DatedText::Objective(id) => workspace.read(|plan| {
                let objective = plan.objectives.get(id)?;
                Some(if objective.code.is_empty() { objective.title.clone() } else { objective.code.clone() })
            })?,
            DatedText::Section(title) => Some(title.clone()),
        };
        let names: Vec<String> = rolled.texts.iter().filter_map(name).collect();
        (!names.is_empty()).then(|| {
            let names = names.join(", ");
            view! { <p class="note">{move || t_string!(texts, output.dated_texts, names = names.clone())}</p> }
        })
    };
    view! {
        <dl class="counts">
            <div>
                <dt>{t!(texts, output.carried)}</dt>
                <dd>{move || count(0)}</dd>
            </div>
            <div>
                <dt>{t!(texts, output.behind)}</dt>
                <dd>{move || count(1)}</dd>
            </div>
            <div>
                <dt>{t!(texts, output.moved)}</dt>
                <dd>{move || count(2)}</dd>
            </div>
            <div>
                <dt>{t!(texts, output.baselines)}</dt>
                <dd>{move || count(3)}</dd>
            </div>
            <div>
                <dt>{t!(texts, output.to_look_at)}</dt>
                <dd>{move || count(4)}</dd>
            </div>
        </dl>
        <p class="soft small">{t!(texts, output.rules)}</p>
        {dated}
    }
}
