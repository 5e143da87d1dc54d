//! Where the user is: plan, page and year, as the address says it. Reloading or mailing an address leads to the same place.
//!
//! ```text
//! #/                                 the plans in this browser
//! #/<plan>/cruscotto/2023            a page of a plan, in a year
//! #/<plan>/scheda/<objective>/2023   one objective's sheet
//! #/<plan>/scenario/<scenario>/2023  a what-if, tried on a year
//! #/<plan>/cruscotto/triennio        the whole period
//! ```

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::attainment::Span;
use crate::plan::{ObjectiveId, PlanId, ScenarioId, Year};

/// A place in the application.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Route {
    /// The plans in this browser.
    #[default]
    Plans,
    /// A page of one plan.
    Plan {
        /// Which plan.
        plan: PlanId,
        /// Which page.
        page: Page,
        /// Which year, or the whole period; none: the page chooses.
        span: Option<Span>,
    },
}

/// A page of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// *Cruscotto*.
    Dashboard,
    /// *Albero*.
    Tree,
    /// *Scheda* of one objective.
    Sheet(ObjectiveId),
    /// *Monitoraggio*.
    Monitoring,
    /// *Simulazione*, of one scenario; none: the page chooses.
    Simulation(Option<ScenarioId>),
    /// *Scambio*.
    Exchange,
    /// *Impostazioni*.
    Settings,
}

impl Page {
    /// Returns the page without what it may show any of: going from one what-if to another is staying on the page.
    pub fn screen(self) -> Self {
        match self {
            Self::Simulation(_) => Self::Simulation(None),
            page => page,
        }
    }
}

const WHOLE_PERIOD: &str = "triennio";
/// What may not stand bare between two slashes of an address.
const SEGMENT: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'/').add(b'<').add(b'>').add(b'?').add(b'`');

impl Route {
    /// Reads an address (`#/…`); what leads nowhere leads to the plans.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let segments: Vec<_> = path.split('/').map(|part| percent_decode_str(part).decode_utf8_lossy()).collect();
        Self::from_segments(&segments).unwrap_or_default()
    }

    fn from_segments(segments: &[Cow<'_, str>]) -> Option<Self> {
        let mut segments = segments.iter().map(AsRef::as_ref);
        let plan = segments.next().filter(|plan| !plan.is_empty())?.into();
        let page = match segments.next() {
            None | Some("cruscotto") => Page::Dashboard,
            Some("albero") => Page::Tree,
            Some("scheda") => Page::Sheet(segments.next()?.into()),
            Some("monitoraggio") => Page::Monitoring,
            Some("simulazione") => Page::Simulation(None),
            Some("scenario") => Page::Simulation(Some(segments.next()?.into())),
            Some("scambio") => Page::Exchange,
            Some("impostazioni") => Page::Settings,
            Some(_) => return None,
        };
        let span = segments.next().and_then(|span| match span {
            WHOLE_PERIOD => Some(Span::Period),
            year => year.parse().ok().and_then(|year| Year::new(year).ok()).map(Span::Year),
        });
        Some(Self::Plan { plan, page, span })
    }

    /// Returns the address of the place.
    pub fn show(&self) -> String {
        let Self::Plan { plan, page, span } = self else { return "#/".to_owned() };
        let mut hash = format!("#/{}", utf8_percent_encode(plan.as_str(), SEGMENT));
        match page {
            Page::Dashboard => hash.push_str("/cruscotto"),
            Page::Tree => hash.push_str("/albero"),
            Page::Sheet(objective) => {
                hash.push_str("/scheda/");
                hash.extend(utf8_percent_encode(objective.as_str(), SEGMENT));
            }
            Page::Monitoring => hash.push_str("/monitoraggio"),
            Page::Simulation(None) => hash.push_str("/simulazione"),
            Page::Simulation(Some(scenario)) => {
                hash.push_str("/scenario/");
                hash.extend(utf8_percent_encode(scenario.as_str(), SEGMENT));
            }
            Page::Exchange => hash.push_str("/scambio"),
            Page::Settings => hash.push_str("/impostazioni"),
        }
        match span {
            Some(Span::Year(year)) => hash.push_str(&format!("/{year}")),
            Some(Span::Period) => hash.push_str(&format!("/{WHOLE_PERIOD}")),
            None => {}
        }
        hash
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(page: Page, span: Option<Span>) -> Route {
        Route::Plan { plan: "cssm-2023".into(), page, span }
    }

    #[test]
    fn every_place_has_an_address_that_leads_back() {
        let year = Some(Span::Year(Year::new(2024).unwrap()));
        for route in [
            Route::Plans,
            at(Page::Dashboard, year),
            at(Page::Tree, Some(Span::Period)),
            at(Page::Sheet("D 1/à#".into()), year),
            at(Page::Monitoring, None),
            at(Page::Simulation(None), year),
            at(Page::Simulation(Some("s/1".into())), year),
            at(Page::Exchange, year),
            at(Page::Settings, year),
        ] {
            assert_eq!(Route::parse(&route.show()), route, "{}", route.show());
        }
    }

    #[test]
    fn an_address_that_leads_nowhere_leads_to_the_plans() {
        for hash in ["", "#", "#/", "#//", "#/piano/nessuna-pagina", "#/piano/scheda"] {
            assert_eq!(Route::parse(hash), Route::Plans, "{hash}");
        }
    }

    #[test]
    fn an_address_with_an_odd_year_lets_the_page_choose() {
        assert_eq!(Route::parse("#/cssm-2023/albero/99999"), at(Page::Tree, None));
    }
}
