//! One flat list of the results of a year, to type them fast.

use super::Entry;
use super::entry::{Around, entries_of};
use crate::attainment::{Attainment, Outcome};
use crate::plan::{Plan, UnitId, Year};

/// Which rows are wanted; the default is all of them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Filter {
    /// Those an office answers for.
    pub unit: Option<UnitId>,
    /// Those that stand like this.
    pub state: Option<State>,
    /// Those with all these words, in any order, in the code, the description or the KPI of the indicator, or in the code
    /// or title of its objective; capitals do not count.
    pub text: String,
}

/// How a row stands, in the few kinds that people choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A result is still to come.
    Awaited,
    /// A result is still to come and its day has passed.
    Overdue,
    /// A result is there and scored.
    Scored,
    /// A result is there and waits for a person: to be judged, or corrected.
    Stuck,
    /// The year does not count for it.
    SetAside,
}

impl State {
    /// Every state, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Awaited, Self::Overdue, Self::Scored, Self::Stuck, Self::SetAside];

    /// Returns whether an outcome is of this kind; what is overdue is awaited too.
    pub fn holds(self, outcome: Outcome) -> bool {
        match outcome {
            Outcome::NotDue => false,
            Outcome::Awaited { overdue } => self == Self::Awaited || (overdue && self == Self::Overdue),
            Outcome::Scored => self == Self::Scored,
            Outcome::NeedsJudgement | Outcome::NotComputable(_) => self == Self::Stuck,
            Outcome::SetAside(_) => self == Self::SetAside,
        }
    }
}

/// Returns the rows of a year in the order of the plan. Figures are those of `attainment` where it looks at that year, and
/// computed here where it does not.
pub fn monitoring(plan: &Plan, attainment: &Attainment, year: Year, filter: &Filter) -> Vec<Entry> {
    let words: Vec<String> = filter.text.split_whitespace().map(str::to_lowercase).collect();
    let is_wanted = |(around, entry): &(Around<'_>, Entry)| {
        filter.state.is_none_or(|state| state.holds(entry.outcome))
            && filter.unit.as_ref().is_none_or(|unit| around.units().contains(unit))
            && (words.is_empty() || has_words(around, &words))
    };
    entries_of(plan, attainment, year).filter(is_wanted).map(|(_, entry)| entry).collect()
}

fn has_words(around: &Around<'_>, words: &[String]) -> bool {
    let Around { objective, indicator, part } = around;
    let mut texts = vec![
        objective.code.to_lowercase(),
        objective.title.to_lowercase(),
        indicator.code.to_lowercase(),
        indicator.description.to_lowercase(),
        indicator.kpi.words().to_lowercase(),
    ];
    texts.extend(part.iter().flat_map(|part| [part.code.to_lowercase(), part.description.to_lowercase()]));
    words.iter().all(|word| texts.iter().any(|text| text.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attainment::Span;
    use crate::report::fixture::{day, plan, year};

    fn rows(filter: &Filter) -> Vec<String> {
        let plan = plan();
        let attainment = Attainment::of(&plan, Span::Year(year(2024)), day("2024-07-31"));
        monitoring(&plan, &attainment, year(2024), filter)
            .iter()
            .map(|row| {
                let part = row.place.part.as_ref().map(|part| format!("/{part}")).unwrap_or_default();
                format!("{}{part}", row.place.indicator)
            })
            .collect()
    }

    #[test]
    fn all_rows_of_the_year_stand_in_the_order_of_the_plan() {
        assert_eq!(rows(&Filter::default()), ["A.1", "A.2", "A.3/a", "A.3/b", "B.1", "B.2", "B.3"]);
    }

    #[test]
    fn a_state_keeps_the_rows_that_stand_like_it() {
        for (state, expected) in [
            (State::Awaited, &["A.2", "A.3/b", "B.1"][..]),
            (State::Overdue, &["A.2"]),
            (State::Scored, &["A.1", "A.3/a"]),
            (State::Stuck, &["B.3"]),
            (State::SetAside, &["B.2"]),
        ] {
            assert_eq!(rows(&Filter { state: Some(state), ..Filter::default() }), expected, "{state:?}");
        }
    }

    #[test]
    fn an_office_sees_what_it_answers_for() {
        let of = |unit: &str| rows(&Filter { unit: Some(unit.into()), ..Filter::default() });
        assert_eq!(of("anziani"), ["A.1", "A.2", "A.3/a", "A.3/b", "B.1"]);
        assert_eq!(of("minori"), ["B.1"]);
        assert_eq!(of("personale"), [] as [&str; 0]);
    }

    #[test]
    fn words_are_looked_for_in_any_order_without_capitals() {
        let with = |text: &str| rows(&Filter { text: text.into(), ..Filter::default() });
        assert_eq!(with("b.2 INDICATORE"), ["B.2"]);
        assert_eq!(with("b. obiettivo"), ["B.1", "B.2", "B.3"]);
        assert_eq!(with("assente"), [] as [&str; 0]);
        assert_eq!(with("  ").len(), 7);
    }

    #[test]
    fn a_year_that_the_figures_do_not_look_at_is_computed() {
        let plan = plan();
        let today = day("2024-07-31");
        let other = Attainment::of(&plan, Span::Period, today);
        let own = Attainment::of(&plan, Span::Year(year(2024)), today);
        let filter = Filter::default();
        assert_eq!(monitoring(&plan, &other, year(2024), &filter), monitoring(&plan, &own, year(2024), &filter));
    }
}
