//! The first thing said about a figure: what it is, on how much, and what it would be otherwise.

use chrono::NaiveDate;

use crate::attainment::{Basis, CellBasis, Figure, Note, Outcome, Working};
use crate::ui::words::text::*;
use crate::ui::words::{date, obstacle_words, percent, points, status_words};

use super::Voice;
use super::counts;

/// Says what the figure means, in a few sentences.
pub(super) fn sentences(working: &Working, today: NaiveDate, voice: Voice) -> Vec<String> {
    match &working.basis {
        Basis::Folded | Basis::Mean(_) => mean(&working.figure, voice),
        Basis::Cell(cell) => vec![of_cell(cell, today, voice)],
        Basis::Judged { judgement, measured, .. } => {
            let (texts, language) = (voice.texts, voice.language);
            let granted = percent(working.figure.attained, language);
            let author = counts::or_nobody(&judgement.author, texts);
            let measured = percent(measured.attained, language);
            vec![t_string!(texts, working.judged_parts, granted = granted, author = author, measured = measured)]
        }
        Basis::SetAside(standing) => {
            vec![t_string!(voice.texts, working.set_aside, status = status_words(standing.status, voice.texts))]
        }
    }
}

fn mean(figure: &Figure, voice: Voice) -> Vec<String> {
    let Voice { texts, language } = voice;
    let shown = |value| percent(value, language);
    let mut said = Vec::new();
    let Some(attained) = figure.attained else {
        return vec![nothing_measured(figure, voice)];
    };
    let is_whole = figure.coverage == Some(crate::plan::Percent::HUNDRED);
    said.push(if is_whole {
        t_string!(texts, working.mean_whole, attained = shown(Some(attained)))
    } else {
        t_string!(
            texts,
            working.mean_part,
            attained = shown(Some(attained)),
            coverage = shown(figure.coverage),
            earned = points(figure.floor, language),
            measured = points(figure.coverage, language)
        )
    });
    if !is_whole {
        let (floor, ceiling) = (shown(figure.floor), shown(figure.ceiling));
        said.push(t_string!(texts, working.bounds, floor = floor, ceiling = ceiling));
    }
    said.extend(counts::missing(&figure.counts, texts));
    said.extend(counts::judged(&figure.counts, texts));
    if figure.counts.set_aside > 0 && figure.with_set_aside != figure.attained {
        said.push(t_string!(texts, working.with_set_aside, value = shown(figure.with_set_aside)));
    }
    said
}

fn nothing_measured(figure: &Figure, voice: Voice) -> String {
    let Voice { texts, language } = voice;
    if figure.counts.due == 0 {
        t_string!(texts, working.nothing_due).to_string()
    } else if figure.counts.due == figure.counts.set_aside {
        t_string!(texts, working.all_aside).to_string()
    } else if figure.coverage.is_none() {
        t_string!(texts, working.weightless).to_string()
    } else {
        let missing = counts::missing(&figure.counts, texts).unwrap_or_default();
        let ceiling = percent(figure.ceiling, language);
        t_string!(texts, working.nothing_yet, ceiling = ceiling, missing = missing)
    }
}

/// Says what came of one cell.
pub(super) fn of_cell(cell: &CellBasis, today: NaiveDate, voice: Voice) -> String {
    let Voice { texts, language } = voice;
    let score = &cell.score;
    match score.outcome {
        Outcome::Scored => match (&cell.judgement, score.measured) {
            (Some(judgement), measured) => {
                let author = counts::or_nobody(&judgement.author, texts);
                let granted = percent(score.score, language);
                match measured {
                    Some(_) => {
                        let measured = percent(measured, language);
                        t_string!(texts, working.judged_over, granted = granted, author = author, measured = measured)
                    }
                    None => t_string!(texts, working.judged_alone, granted = granted, author = author),
                }
            }
            (None, measured) => {
                let (target, result) = (cell.target_words.clone(), cell.result_words.clone());
                let score = percent(measured, language);
                if target.trim().is_empty() {
                    t_string!(texts, working.scored_by_date, score = score, result = result)
                } else {
                    t_string!(texts, working.scored, score = score, result = result, target = target)
                }
            }
        },
        Outcome::Awaited { overdue: false } => {
            t_string!(texts, working.awaited, day = date(score.awaited_by))
        }
        Outcome::Awaited { overdue: true } => {
            let late = score.awaited_by.map_or(0, |by| today.signed_duration_since(by).num_days());
            t_string!(texts, working.overdue, day = date(score.awaited_by), late = counts::days(late, texts))
        }
        Outcome::NotDue => t_string!(texts, working.not_due, year = cell.year.to_string()),
        Outcome::SetAside(status) => t_string!(texts, working.set_aside, status = status_words(status, texts)),
        Outcome::NeedsJudgement if score.working.notes.has(Note::StandingProposed) => {
            t_string!(texts, working.standing_proposed).to_string()
        }
        Outcome::NeedsJudgement => t_string!(texts, working.needs_judgement).to_string(),
        Outcome::NotComputable(obstacle) => {
            t_string!(texts, working.not_computable, why = obstacle_words(obstacle, texts))
        }
    }
}
