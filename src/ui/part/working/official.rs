//! Which of the two figures is the official one, and by which rule.

use chrono::Datelike;

use crate::attainment::{Attainment, Figure, Span};
use crate::plan::{MissingRule, OfficialRule, Plan};
use crate::target::Language;
use crate::ui::words::text::*;
use crate::ui::words::{Texts, percent};

/// Says which figure is the official one and by which rule; none where there is no figure.
pub fn official_words(
    figure: &Figure,
    plan: &Plan,
    attainment: &Attainment,
    texts: Texts,
    language: Language,
) -> Option<String> {
    let value = percent(Some(figure.official?), language);
    let last = match attainment.span() {
        Span::Year(year) => year,
        Span::Period => plan.period.last(),
    };
    let is_over = attainment.today().year() > last.number();
    let year = last.to_string();
    Some(match (plan.policy.official, plan.policy.missing, is_over) {
        (OfficialRule::Measured, _, _) => t_string!(texts, working.official_measured, value = value),
        (OfficialRule::Floor, _, _) => t_string!(texts, working.official_floor, value = value),
        (OfficialRule::ByDate, MissingRule::LeftOut, _) => t_string!(texts, working.official_left_out, value = value),
        (OfficialRule::ByDate, MissingRule::Zero, false) => {
            t_string!(texts, working.official_running, value = value, year = year)
        }
        (OfficialRule::ByDate, MissingRule::Zero, true) => {
            t_string!(texts, working.official_over, value = value, year = year)
        }
    })
}
