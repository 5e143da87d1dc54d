//! Where words were read from, and what else a reader should know.

use crate::attainment::{Note, Source};
use crate::plan::Percent;
use crate::target::Certainty;
use crate::ui::words::text::*;
use crate::ui::words::{Texts, percent};

use super::Voice;

/// Says where a reading comes from and how sure it is.
pub(super) fn source_words(source: Source, certainty: Certainty, texts: Texts) -> String {
    let source = match source {
        Source::Words => t_string!(texts, working.source_words),
        Source::Kpi => t_string!(texts, working.source_kpi),
        Source::Deadline => t_string!(texts, working.source_deadline),
        Source::Chosen => t_string!(texts, working.source_chosen),
    };
    let doubt = match certainty {
        Certainty::Sure => return source.to_owned(),
        Certainty::Likely => t_string!(texts, working.certainty_likely),
        Certainty::Guess => t_string!(texts, working.certainty_guess),
    };
    format!("{source}, {doubt}")
}

/// Says a note in a sentence.
pub(super) fn note_words(note: Note, cap: Option<Percent>, voice: Voice) -> String {
    let Voice { texts, language } = voice;
    match note {
        Note::NumberTakenAsPercent => t_string!(texts, working.note_number_as_percent).to_string(),
        Note::ShareTakenAsPercent => t_string!(texts, working.note_share_as_percent).to_string(),
        Note::ShareTakenAsCount => t_string!(texts, working.note_share_as_count).to_string(),
        Note::NumberTakenInUnit => t_string!(texts, working.note_number_in_unit).to_string(),
        Note::UnitLeftAside => t_string!(texts, working.note_unit_left_aside).to_string(),
        Note::UnitsConverted => t_string!(texts, working.note_units_converted).to_string(),
        Note::OneAnswerOfSeveral => t_string!(texts, working.note_one_answer).to_string(),
        Note::StandingProposed => t_string!(texts, working.note_standing_proposed).to_string(),
        Note::TakenAsOnTime => t_string!(texts, working.note_on_time).to_string(),
        Note::BaselineUnknown => t_string!(texts, working.note_baseline_unknown).to_string(),
        Note::NoProgressPromised => t_string!(texts, working.note_no_progress).to_string(),
        Note::Capped => t_string!(texts, working.note_capped, cap = percent(cap, language)),
        Note::RaisedToZero => t_string!(texts, working.note_raised).to_string(),
        Note::Scaled => t_string!(texts, working.note_scaled).to_string(),
        Note::TargetLikely => t_string!(texts, working.note_target_likely).to_string(),
        Note::ResultLikely => t_string!(texts, working.note_result_likely).to_string(),
    }
}
