//! The action that an indicator measures.

use leptos::prelude::*;

use crate::plan::{ActionId, IndicatorField};
use crate::ui::widget::{Choice, Select};
use crate::ui::words::text::*;
use crate::ui::words::use_texts;

use super::here::Row;

/// The action it measures.
#[component]
pub fn ActionPick(
    /// The indicator.
    row: Row,
) -> impl IntoView {
    let texts = use_texts();
    let value = Signal::derive(move || {
        row.read(|indicator| indicator.action.as_ref().map(ToString::to_string)).flatten().unwrap_or_default()
    });
    let choices = Signal::derive(move || {
        let mut choices = vec![Choice::new("", t_string!(texts, sheet.no_action))];
        row.here.read(|objective| {
            choices.extend(objective.actions.iter().enumerate().map(|(place, action)| {
                let number = place.saturating_add(1).to_string();
                let code = if action.code.is_empty() { &number } else { &action.code };
                // Only the number fits the column; the description stands far enough away to be cut off.
                Choice::new(action.id.as_str(), format!("{code}\u{2003}\u{2003}\u{2003}{}", action.description))
            }));
        });
        choices
    });
    let choose = move |id: String| {
        row.set(IndicatorField::Action((!id.is_empty()).then(|| ActionId::from(id))));
    };
    view! { <Select bare=true label=label!(texts, sheet.action) value choices on_choose=Callback::new(choose) /> }
}
