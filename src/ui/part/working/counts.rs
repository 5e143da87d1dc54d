//! How many of what, in words that agree with the number.

use crate::attainment::Counts;
use crate::ui::words::Texts;
use crate::ui::words::text::*;

/// Says what has no score and why: `12 in attesa (3 in ritardo), 1 da valutare`; none where nothing is missing.
pub(super) fn missing(counts: &Counts, texts: Texts) -> Option<String> {
    let mut said = Vec::new();
    if counts.awaited > 0 {
        let awaited = counts.awaited.to_string();
        said.push(if counts.overdue > 0 {
            t_string!(texts, working.count_awaited_late, n = awaited, late = counts.overdue.to_string())
        } else {
            t_string!(texts, working.count_awaited, n = awaited)
        });
    }
    if counts.needs_judgement > 0 {
        said.push(t_string!(texts, working.count_judgement, n = counts.needs_judgement.to_string()));
    }
    if counts.not_computable > 0 {
        said.push(match counts.not_computable {
            1 => t_string!(texts, working.count_not_computable_one).to_string(),
            many => t_string!(texts, working.count_not_computable, n = many.to_string()),
        });
    }
    if counts.set_aside > 0 {
        said.push(t_string!(texts, working.count_set_aside, n = counts.set_aside.to_string()));
    }
    (!said.is_empty()).then(|| t_string!(texts, working.count_missing, what = said.join(", ")))
}

/// Says how many scores are a person's judgement; none where all were measured.
pub(super) fn judged(counts: &Counts, texts: Texts) -> Option<String> {
    match counts.judged {
        0 => None,
        1 => Some(t_string!(texts, working.count_judged_one).to_string()),
        many => Some(t_string!(texts, working.count_judged, n = many.to_string())),
    }
}

/// Says how a branch stands, in a word or two.
pub(super) fn state(counts: &Counts, texts: Texts) -> String {
    if counts.due == 0 {
        t_string!(texts, words.not_due).to_string()
    } else if counts.due > 1 {
        let (scored, due) = (counts.scored.to_string(), counts.due.to_string());
        t_string!(texts, working.count_scored, scored = scored, due = due)
    } else if counts.overdue > 0 {
        t_string!(texts, words.overdue).to_string()
    } else if counts.awaited > 0 {
        t_string!(texts, words.awaited).to_string()
    } else if counts.needs_judgement > 0 {
        t_string!(texts, words.needs_judgement).to_string()
    } else if counts.not_computable > 0 {
        t_string!(texts, words.not_computable).to_string()
    } else if counts.set_aside > 0 {
        t_string!(texts, working.aside).to_string()
    } else {
        t_string!(texts, words.scored).to_string()
    }
}

/// Says so many days, ahead or behind: the sign is left to the sentence around it.
pub(super) fn days(days: i64, texts: Texts) -> String {
    match days.abs() {
        1 => t_string!(texts, working.one_day).to_string(),
        days => t_string!(texts, working.days, n = days.to_string()),
    }
}

/// Returns a name, or words that say it is not known.
pub(super) fn or_nobody(author: &str, texts: Texts) -> String {
    match author.trim() {
        "" => t_string!(texts, working.nobody).to_string(),
        author => author.to_owned(),
    }
}
