//! Two versions of a long text compared word by word, so that a person sees what tells them apart.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The most words, blanks and signs of both texts together that are compared one by one: with wholly different texts the
/// time grows faster than their length. The longest text of the four real plans has 400.
pub const MOST: usize = 20_000;

/// A passage of two compared texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span<'a> {
    /// It stands in both.
    Same(&'a str),
    /// It stands in ours alone.
    Ours(&'a str),
    /// It stands in theirs alone.
    Theirs(&'a str),
}

/// Compares two texts. What is the same and what is ours, one after the other, is our text, and theirs likewise; where both
/// have something in one place, ours comes first. Texts of more than [`MOST`] words are told apart by their ends alone.
pub fn compare<'a>(ours: &'a str, theirs: &'a str) -> Vec<Span<'a>> {
    let (here, there) = (words(ours), words(theirs));
    let operations = if here.len().saturating_add(there.len()) <= MOST {
        capture_diff_slices(Algorithm::Patience, &here, &there)
    } else {
        ends(&here, &there)
    };
    let last = operations.len().saturating_sub(1);
    let mut spans = Vec::new();
    let (mut ours, mut theirs) = (ours, theirs);
    let mut changed: (usize, usize) = (0, 0);
    for (at, operation) in operations.into_iter().enumerate() {
        let old = length(here.get(operation.old_range()));
        let new = length(there.get(operation.new_range()));
        // A blank between two changed words is no rest for the eye: they read as one change.
        let is_gap =
            (1..last).contains(&at) && ours.get(changed.0..changed.0.saturating_add(old)).is_some_and(is_blank);
        if matches!(operation, DiffOp::Equal { .. }) && !is_gap {
            spans.extend(take(&mut ours, changed.0).map(Span::Ours));
            spans.extend(take(&mut theirs, changed.1).map(Span::Theirs));
            spans.extend(take(&mut ours, old).map(Span::Same));
            take(&mut theirs, new);
            changed = (0, 0);
        } else {
            changed = (changed.0.saturating_add(old), changed.1.saturating_add(new));
        }
    }
    spans.extend(take(&mut ours, changed.0).map(Span::Ours));
    spans.extend(take(&mut theirs, changed.1).map(Span::Theirs));
    spans
}

/// Splits a text into words, the blanks between them and single signs; nothing is left out.
fn words(text: &str) -> Vec<&str> {
    let kind = |sign: char| match sign {
        sign if sign.is_alphanumeric() || sign == '\'' || sign == '’' => 0,
        sign if sign.is_whitespace() => 1,
        _ => 2,
    };
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let of = kind(first);
        let end = if of == 2 { first.len_utf8() } else { rest.find(|sign| kind(sign) != of).unwrap_or(rest.len()) };
        let Some((word, after)) = rest.split_at_checked(end) else { break };
        words.push(word);
        rest = after;
    }
    words
}

/// Tells two texts apart by the words they begin and end with.
fn ends(here: &[&str], there: &[&str]) -> Vec<DiffOp> {
    let first = here.iter().zip(there).take_while(|(one, other)| one == other).count();
    let room = here.len().min(there.len()).saturating_sub(first);
    let last = here.iter().rev().zip(there.iter().rev()).take(room).take_while(|(one, other)| one == other).count();
    let (old_end, new_end) = (here.len().saturating_sub(last), there.len().saturating_sub(last));
    vec![
        DiffOp::Equal { old_index: 0, new_index: 0, len: first },
        DiffOp::Replace {
            old_index: first,
            old_len: old_end.saturating_sub(first),
            new_index: first,
            new_len: new_end.saturating_sub(first),
        },
        DiffOp::Equal { old_index: old_end, new_index: new_end, len: last },
    ]
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Returns how many bytes words have together.
fn length(words: Option<&[&str]>) -> usize {
    words.unwrap_or_default().iter().map(|word| word.len()).sum()
}

/// Takes so many bytes off the start of a text; none where that is nothing.
fn take<'a>(text: &mut &'a str, length: usize) -> Option<&'a str> {
    let (passage, rest) = text.split_at_checked(length).filter(|_| length > 0)?;
    *text = rest;
    Some(passage)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Span::{Ours, Same, Theirs};
    use super::*;

    #[test]
    fn words_that_differ_are_marked_and_the_rest_is_left_in_peace() {
        for (ours, theirs, spans) in [
            ("", "", vec![]),
            ("Almeno due incontri", "Almeno due incontri", vec![Same("Almeno due incontri")]),
            (
                "Almeno due incontri all'anno.",
                "Almeno tre incontri all'anno.",
                vec![Same("Almeno "), Ours("due"), Theirs("tre"), Same(" incontri all'anno.")],
            ),
            ("Apertura del PUA", "Apertura del nuovo PUA", vec![Same("Apertura del "), Theirs("nuovo "), Same("PUA")]),
            (
                "una prima versione del testo",
                "un'altra stesura del testo",
                vec![Ours("una prima versione"), Theirs("un'altra stesura"), Same(" del testo")],
            ),
            (
                "Almeno due incontri entro giugno",
                "Almeno tre incontri entro luglio",
                vec![
                    Same("Almeno "),
                    Ours("due"),
                    Theirs("tre"),
                    Same(" incontri entro "),
                    Ours("giugno"),
                    Theirs("luglio"),
                ],
            ),
            ("Corsi, tirocini", "Corsi; tirocini", vec![Same("Corsi"), Ours(","), Theirs(";"), Same(" tirocini")]),
            ("due  incontri", "due incontri", vec![Same("due"), Ours("  "), Theirs(" "), Same("incontri")]),
            ("riga uno\nriga due", "riga uno", vec![Same("riga uno"), Ours("\nriga due")]),
            ("", "Già scritto", vec![Theirs("Già scritto")]),
        ] {
            assert_eq!(compare(ours, theirs), spans, "{ours} | {theirs}");
        }
    }

    #[test]
    fn a_very_long_text_is_told_apart_by_its_ends() {
        let long = "parola ".repeat(MOST);
        let (ours, theirs) = (format!("{long}prima {long}"), format!("{long}dopo {long}"));
        let spans = compare(&ours, &theirs);
        assert_eq!(spans.get(1..3), Some(&[Ours("prima"), Theirs("dopo")][..]));
    }

    proptest! {
        #[test]
        fn law_no_word_is_lost_or_invented(ours in "[ab ,\n]{0,30}", theirs in "[ab ,\n]{0,30}") {
            let (mut here, mut there) = (String::new(), String::new());
            for span in compare(&ours, &theirs) {
                match span {
                    Same(text) => { here += text; there += text; }
                    Ours(text) => here += text,
                    Theirs(text) => there += text,
                }
            }
            prop_assert_eq!((here, there), (ours, theirs));
        }
    }
}
