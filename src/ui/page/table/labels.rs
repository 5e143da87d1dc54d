//! What destinations, kinds, doubts and fates are called.

use crate::state::table::{Counts, Destination, Doubt, Reason, RowKind, Why};
use crate::ui::words::Texts;
use crate::ui::words::text::*;

/// Names a destination.
pub fn destination_label(destination: Destination, texts: Texts) -> String {
    use Destination as To;
    let year = |year: crate::plan::Year| year.to_string();
    let label = match destination {
        To::Active(of) => return t_string!(texts, tables.to_active, year = year(of)),
        To::Target(of) => return t_string!(texts, tables.to_target, year = year(of)),
        To::Result(of) => return t_string!(texts, tables.to_result, year = year(of)),
        To::Evidence(of) => return t_string!(texts, tables.to_evidence, year = year(of)),
        To::Share(of) => return t_string!(texts, tables.to_share, year = year(of)),
        To::Baseline(Some(of)) => return t_string!(texts, tables.to_baseline_of, year = year(of)),
        To::Goal(level) => return t_string!(texts, tables.to_goal, n = level.saturating_add(1).to_string()),
        To::GoalCode(level) => return t_string!(texts, tables.to_goal_code, n = level.saturating_add(1).to_string()),
        To::Nowhere => t_string!(texts, tables.to_nowhere),
        To::Computed => t_string!(texts, tables.to_computed),
        To::Code => t_string!(texts, tables.to_code),
        To::ActionNumber => t_string!(texts, tables.to_action_number),
        To::Deed => t_string!(texts, tables.to_deed),
        To::Description => t_string!(texts, tables.to_description),
        To::Innovative => t_string!(texts, tables.to_innovative),
        To::ExpectedResult => t_string!(texts, tables.to_expected_result),
        To::Kpi => t_string!(texts, tables.to_kpi),
        To::Formula => t_string!(texts, tables.to_formula),
        To::UnitOfMeasure => t_string!(texts, tables.to_unit_of_measure),
        To::Source => t_string!(texts, tables.to_source),
        To::Frequency => t_string!(texts, tables.to_frequency),
        To::Polarity => t_string!(texts, tables.to_polarity),
        To::Baseline(None) => t_string!(texts, tables.to_baseline),
        To::Office => t_string!(texts, tables.to_office),
        To::Weight => t_string!(texts, tables.to_weight),
        To::Deadline => t_string!(texts, tables.to_deadline),
        To::Note => t_string!(texts, tables.to_note),
        To::Objective => t_string!(texts, tables.to_objective),
        To::ObjectiveCode => t_string!(texts, tables.to_objective_code),
        To::ServedBy => t_string!(texts, tables.to_served_by),
        To::Kind => t_string!(texts, tables.to_kind),
        To::Reference => t_string!(texts, tables.to_reference),
        To::Responsible => t_string!(texts, tables.to_responsible),
        To::OtherServices => t_string!(texts, tables.to_other_services),
        To::StaffGroups => t_string!(texts, tables.to_staff_groups),
        To::Stakeholders => t_string!(texts, tables.to_stakeholders),
        To::PublicValue => t_string!(texts, tables.to_public_value),
        To::FirstYear => t_string!(texts, tables.to_first_year),
        To::SituationCurrent => t_string!(texts, tables.to_situation),
        To::CriticalPoints => t_string!(texts, tables.to_critical_points),
        To::BenefitsExpected => t_string!(texts, tables.to_benefits),
        To::Advantages => t_string!(texts, tables.to_advantages),
        To::MethodActions => t_string!(texts, tables.to_method_actions),
        To::Costs => t_string!(texts, tables.to_costs),
        To::OverallIndicator => t_string!(texts, tables.to_overall_indicator),
        To::LinkedGoals => t_string!(texts, tables.to_linked_goals),
        To::Areas => t_string!(texts, tables.to_areas),
    };
    label.to_string()
}

/// Names what the rows of a table are, with their number.
pub fn kind_label(kind: RowKind, rows: usize, texts: Texts) -> String {
    let rows = match rows {
        1 => t_string!(texts, tables.one_row).to_owned(),
        n => t_string!(texts, tables.rows, n = n.to_string()),
    };
    match kind {
        RowKind::Actions => t_string!(texts, tables.of_actions, rows = rows),
        RowKind::Indicators => t_string!(texts, tables.of_indicators, rows = rows),
        RowKind::Steps => t_string!(texts, tables.of_steps, rows = rows),
        RowKind::Results => t_string!(texts, tables.of_results, rows = rows),
        RowKind::Objectives => t_string!(texts, tables.of_objectives, rows = rows),
        RowKind::Goals => t_string!(texts, tables.of_goals, rows = rows),
    }
}

/// Says why a column goes where it goes, where that is not plain.
pub fn reason_label(reason: Reason, texts: Texts) -> Option<&'static str> {
    match reason {
        Reason::Heading | Reason::Person => None,
        Reason::PartOfHeading => Some(t_string!(texts, tables.by_part)),
        Reason::SplitHeading => Some(t_string!(texts, tables.by_split)),
        Reason::Contents => Some(t_string!(texts, tables.by_contents)),
        Reason::YearAssumed => Some(t_string!(texts, tables.by_year)),
        Reason::Twice => Some(t_string!(texts, tables.by_twice)),
        Reason::Unknown => Some(t_string!(texts, tables.by_nothing)),
    }
}

/// Says a doubt.
pub fn doubt_label(doubt: Doubt, texts: Texts) -> &'static str {
    match doubt {
        Doubt::Column => t_string!(texts, tables.doubt_column),
        Doubt::Year => t_string!(texts, tables.doubt_year),
        Doubt::Continued => t_string!(texts, tables.doubt_continued),
        Doubt::Moved => t_string!(texts, tables.doubt_moved),
        Doubt::Parted => t_string!(texts, tables.doubt_parted),
        Doubt::ColumnsLost => t_string!(texts, tables.doubt_columns_lost),
        Doubt::Alone => t_string!(texts, tables.doubt_alone),
        Doubt::NotAMark => t_string!(texts, tables.doubt_not_a_mark),
    }
}

/// Says why something has no place.
pub fn why_label(why: Why, texts: Texts) -> &'static str {
    match why {
        Why::Column => t_string!(texts, tables.why_column),
        Why::Twice => t_string!(texts, tables.why_twice),
        Why::Computed => t_string!(texts, tables.why_computed),
        Why::Outside => t_string!(texts, tables.why_outside),
        Why::LeftOut => t_string!(texts, tables.why_left_out),
        Why::NotADay => t_string!(texts, tables.why_not_a_day),
        Why::NotAShare => t_string!(texts, tables.why_not_a_share),
    }
}

/// Says what taking a table in would bring and change, what there is none of left out.
pub fn counts_label(counts: Counts, texts: Texts) -> String {
    let mut said = Vec::new();
    let mut say = |count: usize, words: String| {
        if count > 0 {
            said.push(words);
        }
    };
    let n = |count: usize| count.to_string();
    say(counts.objectives, t_string!(texts, tables.new_objectives, n = n(counts.objectives)));
    say(counts.actions, t_string!(texts, tables.new_actions, n = n(counts.actions)));
    say(counts.indicators, t_string!(texts, tables.new_indicators, n = n(counts.indicators)));
    say(counts.filled, t_string!(texts, tables.filled, n = n(counts.filled)));
    say(counts.overwritten, t_string!(texts, tables.overwritten, n = n(counts.overwritten)));
    say(counts.same, t_string!(texts, tables.same, n = n(counts.same)));
    say(counts.missing, t_string!(texts, tables.missing, n = n(counts.missing)));
    if said.is_empty() { t_string!(texts, tables.nothing).to_string() } else { said.join(" · ") }
}
