//! How hard a passphrase is to guess: a hint for whoever makes one up, no promise.

/// How hard a passphrase is to guess for somebody who has the file and a computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Not taken: fewer than [`SHORTEST`] characters.
    TooShort,
    /// Found in minutes or days.
    Weak,
    /// Found in years.
    Fair,
    /// Not found.
    Strong,
}

/// The shortest passphrase taken, in characters.
pub const SHORTEST: usize = 8;

/// What a word of a sentence is worth: drawn from a few thousand.
const WORD: u32 = 11;

/// What a letter, figure or sign is worth that stands in no word of a sentence: people do not choose them evenly.
const SIGN: u32 = 3;

/// From so much on it takes years to try all; from twice as much nobody lives to see it. Each try costs a second.
const FAIR: u32 = 30;
const STRONG: u32 = 44;

/// Words that are tried first.
const TRIED_FIRST: &[&str] = &[
    "password",
    "passphrase",
    "qwerty",
    "traguardo",
    "piano",
    "performance",
    "segreta",
    "segreto",
    "frase",
    "admin",
    "ciao",
];

impl Strength {
    /// Estimates a passphrase. Words and signs that come again count once.
    pub fn of(passphrase: &str) -> Self {
        if passphrase.chars().count() < SHORTEST {
            return Self::TooShort;
        }
        let plain = passphrase.to_lowercase();
        let mut words: Vec<&str> =
            plain.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        words.dedup();
        let worth: u32 = words.iter().map(|word| worth(word)).fold(0, u32::saturating_add);
        match worth {
            0..FAIR => Self::Weak,
            FAIR..STRONG => Self::Fair,
            _ => Self::Strong,
        }
    }
}

fn worth(word: &str) -> u32 {
    if TRIED_FIRST.iter().any(|known| word.starts_with(known)) {
        return SIGN;
    }
    let mut signs: Vec<char> = word.chars().collect();
    signs.sort_unstable();
    signs.dedup();
    let of_signs = u32::try_from(signs.len()).unwrap_or(u32::MAX).saturating_mul(SIGN);
    // A word of letters is one of a few thousand, however long; what mixes letters and figures is spelt sign by sign.
    if word.chars().all(char::is_alphabetic) { of_signs.min(WORD) } else { of_signs }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_words_are_harder_to_guess_than_one_dressed_up() {
        for (passphrase, strength) in [
            ("", Strength::TooShort),
            ("piano26", Strength::TooShort),
            ("12345678", Strength::Weak),
            ("aaaaaaaaaaaa", Strength::Weak),
            ("Password2024!", Strength::Weak),
            ("Traguardo-Performance", Strength::Weak),
            ("ciao ciao ciao ciao", Strength::Weak),
            ("nuvola lampada", Strength::Weak),
            ("nuvola lampada treno", Strength::Fair),
            ("nuvola lampada treno fiume", Strength::Strong),
            ("k7Qd9wPz3m", Strength::Fair),
            ("k7Qd9wPz3mX5vB2n", Strength::Strong),
            ("perché così èlì", Strength::Fair),
        ] {
            assert_eq!(Strength::of(passphrase), strength, "{passphrase}");
        }
    }
}
