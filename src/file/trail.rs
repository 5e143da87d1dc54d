//! Names the field at which reading stopped, so that a refusal can say it.
//!
//! Reading a good file must not pay for this: while it goes wrong, only the number of each entry on the way out is kept,
//! and the names are looked up in the text afterwards. (`serde_path_to_error` does it with a second copy of every reader:
//! an eighth of what a person downloads.)

use std::cell::Cell;

/// The numbers of the entries that lead to a wrong value, each from 0 within its object or list; the innermost first.
#[derive(Default)]
pub(super) struct Trail(Cell<Vec<usize>>);

impl Trail {
    /// Notes that entry `at` of an object or list could not be read.
    pub(super) fn leave(&self, at: usize) {
        let mut entries = self.0.take();
        entries.push(at);
        self.0.set(entries);
    }

    /// Returns the place in `text`, such as `plan.objectives[3].indicators[2].weight`; `file` for the outermost object.
    pub(super) fn place(&self, text: &str) -> String {
        let entries = self.0.take();
        let (mut place, mut rest) = (String::new(), text);
        for at in entries.into_iter().rev() {
            let Some((opening, inside)) = token(rest) else { break };
            rest = entry(inside, at);
            if opening == "[" {
                place.push_str(&format!("[{at}]"));
            } else if let Some((name, after)) = token(rest) {
                place.push_str(if place.is_empty() { "" } else { "." });
                place.push_str(name.trim_matches('"'));
                rest = token(after).map_or("", |(_colon, value)| value);
            }
        }
        if place.is_empty() { "file".into() } else { place }
    }
}

/// Returns what begins with entry number `at`, given what follows the opening of its object or list.
fn entry(mut rest: &str, mut at: usize) -> &str {
    let mut depth = 0_usize;
    while at > 0
        && let Some((sign, after)) = token(rest)
    {
        match sign {
            "{" | "[" => depth = depth.saturating_add(1),
            "}" | "]" => depth = depth.saturating_sub(1),
            "," if depth == 0 => at = at.saturating_sub(1),
            _ => {}
        }
        rest = after;
    }
    rest
}

/// Splits the first string, sign or bare value of whole JSON from the rest.
fn token(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let mut escaped = false;
    let length = match text.chars().next()? {
        '"' => text.char_indices().skip(1).find_map(|(at, sign)| {
            let ends = sign == '"' && !escaped;
            escaped = sign == '\\' && !escaped;
            ends.then(|| at.saturating_add(1))
        }),
        '{' | '}' | '[' | ']' | ',' | ':' => Some(1),
        _ => text.find(|sign: char| matches!(sign, '{' | '}' | '[' | ']' | ',' | ':') || sign.is_whitespace()),
    };
    text.split_at_checked(length.unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_from_the_outermost_object_in() {
        let text = "{\"a\": {\"b\": [1, {\"c\\\"d\": \"}, [\", \"perché\" :[ ] }, -2]},\n \"e\": true}";
        for (entries, place) in [
            (&[][..], "file"),
            (&[0], "a"),
            (&[1], "e"),
            (&[0, 0], "a.b"),
            (&[0, 0, 0], "a.b[0]"),
            (&[0, 0, 1, 0], "a.b[1].c\\\"d"),
            (&[0, 0, 1, 1], "a.b[1].perché"),
            (&[0, 0, 2], "a.b[2]"),
        ] {
            let trail = Trail::default();
            entries.iter().rev().for_each(|at| trail.leave(*at));
            assert_eq!(trail.place(text), place);
        }
    }

    #[test]
    fn a_trail_that_leads_out_of_the_text_ends_there() {
        let trail = Trail::default();
        [9, 9, 0].into_iter().for_each(|at| trail.leave(at));
        assert_eq!(trail.place("{\"a\": [1]}"), "a[9]");
        assert_eq!(Trail::default().place(""), "file");
    }
}
