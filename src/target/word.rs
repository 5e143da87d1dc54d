//! What a word does in the grammar. Words the grammar does not know only describe.

use std::mem::discriminant;

use super::vocabulary::{self, LONGEST};
use super::{Direction, Measure, Withdrawal, number};

/// What a word does in the grammar; the Italian word names the group, and the vocabulary has all of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// `a`, `al`, `alla`, `to`.
    A,
    /// `legge`, `art`, `delibera`, `prot`: the number that follows names an act.
    Act,
    /// `età`, `under`: the number that follows is an age.
    Age,
    /// `almeno`.
    Almeno,
    /// `at`, of `at least`.
    At,
    /// `ancora`, `yet`.
    Ancora,
    /// `anno`, `year`.
    Anno,
    /// `il`, `la`, `the`.
    Article,
    /// `disponibile`, `rilevato`: after a negation, looked for and not found.
    Available,
    /// `be`, of `to be defined`.
    Be,
    /// `prima`, of `prima del 30/6` and `la prima relazione`.
    Before,
    /// `by` a day.
    By,
    /// `causa`, of `Mantenimento causa Covid`.
    Causa,
    /// `incremento`, `ridurre`: the number is how far something moves.
    Change(Direction),
    /// `circa`, `about`.
    Circa,
    /// `con`, `with`.
    Con,
    /// `corrente`, `current`.
    Corrente,
    /// `corso`, of `in corso`.
    Corso,
    /// `cui`, of `12 assistenti sociali, di cui 3 a tempo parziale`.
    Cui,
    /// `da`, `dal`, `from`.
    Da,
    /// `data`.
    Data,
    /// `definire`, `stabilire`, `stimare`.
    Define,
    /// `di`, `del`, `of`, `than`.
    Di,
    /// `fatto`, `adottato`, `completato`.
    Done,
    /// `piano`, `bilancio`: an `annuale` after it is part of its name.
    Document,
    /// `scadenza`, `termine`.
    Due,
    /// `e`, `and`.
    E,
    /// `entro` a day, or a number of days.
    Entro,
    /// `esito`, of `esito positivo`.
    Esito,
    /// `euro`.
    Euro,
    /// `ogni`, `each`.
    Every,
    /// `ritardo`, `reclami`, `tempi`, `costi`: less of it is better, or may be.
    Falling,
    /// `fine`, of `entro fine anno`.
    Fine,
    /// `fino`, of `fino a`.
    Fino,
    /// `primi`, of `nei primi 3 mesi`.
    First,
    /// `successivo`.
    Following,
    /// `trimestrale`: so many times in a year; zero where that is not a number of times.
    Frequency(u8),
    /// `miglioramento`: up, or down where less is better.
    Improve,
    /// `in`, `nel`.
    In,
    /// `inferiore`, `minore`.
    Inferiore,
    /// `inizio`.
    Inizio,
    /// `target`, `valore atteso`: says that the target follows.
    Label,
    /// `least`.
    Least,
    /// `massimo`, `max`.
    Massimo,
    /// `meno`, `less`.
    Meno,
    /// `minimo`, `min`.
    Minimo,
    /// The name of a month, 1 to 12.
    Month(u8),
    /// `most`.
    Most,
    /// `n`, `numero`.
    N,
    /// `no`.
    No,
    /// `non`, `not`.
    Non,
    /// A number in letters.
    Number(u16),
    /// `o`, `or`.
    O,
    /// `oltre`, `over`.
    Oltre,
    /// `primo`, `secondo`; 9 is the last.
    Ordinal(u8),
    /// `per`, of `per cento`.
    Per,
    /// `percento`, `percent`.
    Percent,
    /// `più`, `more`.
    Piu,
    /// `percentuali`, of `punti percentuali`.
    Points,
    /// `positivo`, of `esito positivo`.
    Positivo,
    /// `precedente`, `previous`.
    Previous,
    /// `fase`, `lotto`, `livello`: the number that follows is its name.
    Ref,
    /// `rispetto`, of `rispetto al 2023`.
    Rispetto,
    /// `mila`, `milioni`: multiplies the number before it.
    Scale(u32),
    /// `terzo`, `metà`, `decina`: not the number it follows.
    Share(u8),
    /// `gen`, `sept`: the name of a month, cut short.
    ShortMonth(u8),
    /// `sì`, `yes`.
    Si,
    /// `posticipato`, `sospeso`: says why nothing is due.
    Standing(Withdrawal),
    /// `baseline`, `partenza`: where a change starts.
    Start,
    /// `trimestre`: so many months.
    Stretch(u8),
    /// `su`, `out` of.
    Su,
    /// `superiore`, `maggiore`.
    Superiore,
    /// `tbd`.
    Tbd,
    /// `tutti`, `ciascuno`.
    Total,
    /// `tra`, `between`.
    Tra,
    /// `uguale`, `pari`.
    Uguale,
    /// `nd`.
    Unavailable,
    /// `ongoing`.
    Underway,
    /// `giorni`, `mesi`: a number of them is a stretch of time.
    Unit(Measure),
    /// `volte`, of `due volte l'anno`.
    Volta,
    /// Any other word.
    Other,
}

impl Word {
    /// Whether it is one of `wanted`.
    ///
    /// The grammar asks this more than anything else. Nearly always the groups differ already, which takes a byte to tell;
    /// the derived equality, which also looks at what some groups carry, is a call.
    pub fn is_one_of(self, wanted: &[Self]) -> bool {
        wanted.iter().any(|word| discriminant(word) == discriminant(&self) && *word == self)
    }
}

/// Returns what the letters of a word do, without accents or capitals.
pub(super) fn word(folded: &[u8]) -> Word {
    if folded.len() > LONGEST {
        return Word::Other;
    }
    let known = vocabulary::look_up(folded);
    known.unwrap_or_else(|| number::in_letters(folded).map_or(Word::Other, Word::Number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_words_are_found_and_others_describe() {
        assert_eq!(word(b"almeno"), Word::Almeno);
        assert_eq!(word(b"zero"), Word::Number(0));
        assert_eq!(word(b"agosto"), Word::Month(8));
        assert_eq!(word(b"trimestralmente"), Word::Frequency(4));
        assert_eq!(word(b"operatori"), Word::Other);
        assert_eq!(word(b""), Word::Other);
    }
}
