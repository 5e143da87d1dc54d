//! What the sheet of attainment says in words. A workbook is Italian, like what people write in it.

use crate::attainment::{Basis, CellBasis, CellScore, Compared, Counted, Obstacle, Outcome, Rule, Working};
use crate::plan::{Status, Year};
use crate::target::{Language, Quantity, show_date, show_quantity, show_target};

/// Returns what came of something, in a word or two.
pub(super) fn outcome_words(working: &Working) -> String {
    let counts = working.figure.counts;
    let outcome = match &working.basis {
        Basis::Cell(cell) => outcome(cell.score.outcome).to_owned(),
        Basis::Judged { .. } => "Valutato".to_owned(),
        Basis::SetAside(standing) => status(standing.status),
        Basis::Mean(_) | Basis::Folded if counts.due == 0 => "Non dovuto".to_owned(),
        Basis::Mean(_) | Basis::Folded => match counts.awaited.saturating_add(counts.needs_judgement) {
            0 => "Misurato".to_owned(),
            missing => format!("{missing} in attesa"),
        },
    };
    let is_judged = matches!(&working.basis, Basis::Cell(cell) if cell.score.counted() == Some(Counted::Judgement));
    if is_judged { "Valutato".to_owned() } else { outcome }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Scored => "Misurato",
        Outcome::Awaited { overdue: false } => "Atteso",
        Outcome::Awaited { overdue: true } => "In ritardo",
        Outcome::NotDue => "Non dovuto",
        Outcome::SetAside(_) => "Accantonato",
        Outcome::NeedsJudgement => "Da valutare",
        Outcome::NotComputable(_) => "Non calcolabile",
    }
}

/// Returns why something does not count.
pub(super) fn status(status: Status) -> String {
    match status {
        Status::ToDefine => "Da definire".to_owned(),
        Status::Suspended => "Sospeso".to_owned(),
        Status::Postponed { to } => format!("Rinviato al {to}"),
        Status::StruckOut => "Stralciato".to_owned(),
    }
}

/// Returns how a figure came about, in one line.
pub(super) fn how(working: &Working, year: Year) -> String {
    match &working.basis {
        Basis::Mean(below) if below.is_empty() => "Niente da misurare".to_owned(),
        Basis::Mean(_) => "Media pesata di quanto segue".to_owned(),
        Basis::Folded => String::new(),
        Basis::Judged { judgement, .. } => judged(&judgement.author, &judgement.reason),
        Basis::SetAside(standing) => format!("Fuori dal calcolo {year}. {}", standing.reason).trim().to_owned(),
        Basis::Cell(cell) => cell_words(cell, year),
    }
}

fn cell_words(cell: &CellBasis, year: Year) -> String {
    if let Some(judgement) = cell.judgement.as_ref().filter(|_| cell.score.counted() == Some(Counted::Judgement)) {
        return judged(&judgement.author, &judgement.reason);
    }
    if let Some(standing) = &cell.standing {
        return format!("Fuori dal calcolo {year}. {}", standing.reason).trim().to_owned();
    }
    match cell.score.outcome {
        Outcome::Scored => score_words(&cell.score),
        Outcome::NotComputable(obstacle) => obstacle_words(obstacle).to_owned(),
        Outcome::Awaited { .. } | Outcome::NotDue | Outcome::SetAside(_) | Outcome::NeedsJudgement => {
            let read = cell.score.working.promise.as_ref();
            read.map(|promise| format!("Letto: {}", show_target(&promise.target, Language::Italian)))
                .unwrap_or_default()
        }
    }
}

fn judged(author: &str, reason: &str) -> String {
    let who = if author.is_empty() { "Valutazione".to_owned() } else { format!("Valutazione di {author}") };
    if reason.is_empty() { who } else { format!("{who}: {reason}") }
}

fn score_words(score: &CellScore) -> String {
    let rule = score.working.rule.map(rule_words).unwrap_or_default();
    if let Some(day) = score.working.band {
        let is_after = score.working.days_late.is_none_or(|days| days > 0);
        return format!("{rule}: {} {}", if is_after { "oltre il" } else { "entro il" }, show_date(day));
    }
    match (&score.working.compared, score.working.days_late) {
        (Some(compared), _) => format!("{rule}: {}", compared_words(compared)),
        (None, Some(days)) if days > 0 => format!("{rule}: {days} giorni di ritardo"),
        (None, Some(_)) => format!("{rule}: nei tempi"),
        (None, None) => rule.to_owned(),
    }
}

fn compared_words(compared: &Compared) -> String {
    let show = |value| show_quantity(Quantity { value, measure: compared.measure }, Language::Italian);
    let words = format!("risultato {}, promesso {}", show(compared.result), show(compared.target));
    match compared.baseline {
        Some(baseline) => format!("{words}, partenza {}", show(baseline)),
        None => words,
    }
}

fn rule_words(rule: Rule) -> &'static str {
    match rule {
        Rule::Proportion => "Risultato diviso promesso",
        Rule::Mirrored => "2 meno risultato diviso promesso",
        Rule::Inverse => "Promesso diviso risultato",
        Rule::ZeroTarget => "Promesso zero: tutto o niente",
        Rule::FromBaseline => "Progresso dal valore di partenza",
        Rule::Distance => "Distanza dal valore promesso",
        Rule::Deadline => "Rispetto del termine",
        Rule::Deed => "Fatto o non fatto",
        Rule::Stated => "Percentuale dichiarata",
        Rule::Range => "Dentro l'intervallo",
        Rule::Times => "Volte fatte diviso volte previste",
        Rule::Change => "Variazione ottenuta diviso variazione promessa",
        Rule::AnyChange => "Variazione nel verso promesso",
        Rule::NoChange => "Nessun peggioramento",
        Rule::Grade => "Fascia del target",
        Rule::Worst => "La peggiore delle condizioni",
        Rule::Mean => "Media delle condizioni",
    }
}

fn obstacle_words(obstacle: Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Unavailable => "Il dato non è disponibile",
        Obstacle::PercentOrFraction => "Non si sa se il numero sia una percentuale o una frazione",
        Obstacle::PercentAgainstCount => "Una percentuale non si confronta con un numero",
        Obstacle::CountAgainstDeed => "Un numero non dice se la cosa è fatta",
        Obstacle::DateAgainstAmount => "Una data non si confronta con una quantità",
        Obstacle::ChangeAgainstAmount => "Una variazione non si confronta con una quantità",
        Obstacle::WholeUnknown => "Non si sa quanti siano tutti",
        Obstacle::UnitsDiffer => "Le unità di misura sono diverse",
        Obstacle::ChangesDiffer => "Le variazioni sono in misure diverse",
        Obstacle::ReferenceUnknown => "Non si sa da dove parte la variazione",
        Obstacle::ChangeFromZero => "Una percentuale di zero non dice nulla",
        Obstacle::EmptyWhole => "Il totale è zero",
        Obstacle::NoWeight => "Le parti misurate non hanno peso",
        Obstacle::TooLarge => "I numeri sono troppo grandi",
    }
}
