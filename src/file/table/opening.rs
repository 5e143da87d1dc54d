//! Lines that begin an objective: `Scheda 1`, `OBIETTIVO OPERATIVO: …`, `Obiettivo di performance`, `Scheda n. 4 - …`.

use super::heading::plain;

/// A line that begins an objective.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Opening {
    /// The body's word for it.
    pub kind: String,
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
}

/// What bodies call an objective, longest first; what follows is a number, a colon or nothing.
const KINDS: [&str; 20] = [
    "obiettivo di performance organizzativa",
    "scheda obiettivo di performance",
    "scheda obiettivo operativo",
    "scheda obiettivo gestionale",
    "obiettivo di performance",
    "obiettivo organizzativo",
    "obiettivo individuale",
    "obiettivo gestionale",
    "obiettivo operativo",
    "obiettivo esecutivo",
    "obiettivo specifico",
    "scheda di progetto",
    "obiettivo annuale",
    "scheda obiettivo",
    "obiettivo di peg",
    "scheda progetto",
    "obiettivo peg",
    "obiettivo",
    "progetto",
    "scheda",
];

/// Reads a line as the beginning of an objective.
pub(super) fn read_opening(line: &str) -> Option<Opening> {
    let line: String = line.replace("**", "\n");
    // `OBIETTIVO STRATEGICO: …OBIETTIVO OPERATIVO: …`: the lowest level is the objective.
    let lowest = line.rsplit('\n').find(|part| !part.trim().is_empty())?.trim();
    let whole = read_line(lowest);
    let parted = || line.split('\n').rev().find_map(|part| read_line(part.trim()));
    whole.or_else(parted)
}

fn read_line(line: &str) -> Option<Opening> {
    if line.chars().count() > 400 {
        return None;
    }
    let small: String = line.chars().map(plain).collect();
    let kind = KINDS.iter().find(|kind| small.starts_with(*kind))?;
    let length = kind.chars().count();
    let rest: String = line.chars().skip(length).collect();
    if rest.starts_with(|letter: char| letter.is_alphanumeric()) {
        return None;
    }
    let kind: String = line.chars().take(length).collect();
    let rest = rest.trim();
    let is_parted = rest.starts_with([':', '-', '–', '—']);
    let rest = rest.trim_start_matches([':', '-', '–', '—', ' ']);
    let rest = strip_number_word(rest);
    if rest.is_empty() {
        return Some(Opening { kind, ..Opening::default() });
    }
    let end = rest.find([' ', ':', '-', '–', ')']).unwrap_or(rest.len());
    let (first, after) = rest.split_at_checked(end)?;
    let code = first.trim_end_matches(['.', '°', 'º']);
    let title = after.trim_start_matches([':', '-', '–', '—', ')', '.', ' ']).trim();
    if is_code(code) {
        return Some(Opening { kind, code: code.to_owned(), title: title.to_owned() });
    }
    is_parted.then(|| Opening { kind, code: String::new(), title: rest.to_owned() })
}

/// Takes `n.`, `nr.`, `n°`, `numero` from before a number.
fn strip_number_word(text: &str) -> &str {
    for word in ["numero", "num.", "nr.", "n.", "n°", "N.", "N°", "NR.", "n ", "N "] {
        if let Some(rest) = text.strip_prefix(word)
            && rest.trim_start().starts_with(|letter: char| letter.is_ascii_digit() || letter.is_uppercase())
        {
            return rest.trim_start();
        }
    }
    text
}

/// Returns whether a text looks like a code: short, in one word, with a figure in it or a single letter.
pub(super) fn is_code(text: &str) -> bool {
    let letters = text.chars().count();
    let fits =
        text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '/' | '_' | '°' | ')'));
    let has_figure = text.chars().any(|letter| letter.is_ascii_digit());
    fits && (1..=12).contains(&letters) && (has_figure || letters == 1) && text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_begins_an_objective_gives_its_kind_code_and_title() {
        for (line, kind, code, title) in [
            ("Scheda 1", "Scheda", "1", ""),
            ("Scheda n. 4 - Servizi alla persona", "Scheda", "4", "Servizi alla persona"),
            ("SCHEDA OBIETTIVO N. 3: Ridurre le attese", "SCHEDA OBIETTIVO", "3", "Ridurre le attese"),
            ("OBIETTIVO OPERATIVO: DIFFONDERE LA CULTURA", "OBIETTIVO OPERATIVO", "", "DIFFONDERE LA CULTURA"),
            ("Obiettivo di performance", "Obiettivo di performance", "", ""),
            ("OBIETTIVO STRATEGICO: CRESCERE**OBIETTIVO OPERATIVO: FORMARE**", "OBIETTIVO OPERATIVO", "", "FORMARE"),
            ("Obiettivo 2.1 Migliorare l'accesso", "Obiettivo", "2.1", "Migliorare l'accesso"),
        ] {
            let opening = Opening { kind: kind.into(), code: code.into(), title: title.into() };
            assert_eq!(read_opening(line), Some(opening), "{line}");
        }
    }

    #[test]
    fn other_lines_begin_none() {
        for line in [
            "",
            "Obiettivo del presente piano è la qualità",
            "Schede allegate",
            "Sviluppo obiettivo per steps intermedi",
        ] {
            assert_eq!(read_opening(line), None, "{line}");
        }
    }
}
