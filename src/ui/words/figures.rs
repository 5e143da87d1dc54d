//! Figures as people read them.

use chrono::NaiveDate;

use crate::attainment::Light;
use crate::plan::{Percent, Weight};
use crate::target::{Language, show_date, show_percent, show_rounded};
use crate::ui::words::text::*;

use super::Texts;

/// A dash: there is no figure.
const NONE: &str = "–";

/// Shows attainment with two decimals, or a dash.
pub fn percent(percent: Option<Percent>, language: Language) -> String {
    percent.map_or_else(|| NONE.to_owned(), |percent| show_percent(percent.value(), language))
}

/// Shows a weight with two decimals, or a dash.
pub fn weight(weight: Option<Weight>, language: Language) -> String {
    weight.map_or_else(|| NONE.to_owned(), |weight| show_rounded(weight.value(), 2, language))
}

/// Shows points of the plan with two decimals, or a dash.
pub fn points(points: Option<Percent>, language: Language) -> String {
    points.map_or_else(|| NONE.to_owned(), |points| show_rounded(points.value(), 2, language))
}

/// Shows a day, or a dash.
pub fn date(date: Option<NaiveDate>) -> String {
    date.map_or_else(|| NONE.to_owned(), show_date)
}

/// Says what a light means.
pub fn light_words(light: Light, texts: Texts) -> String {
    match light {
        Light::Green => t_string!(texts, words.light_green).to_string(),
        Light::Amber => t_string!(texts, words.light_amber).to_string(),
        Light::Red => t_string!(texts, words.light_red).to_string(),
    }
}
