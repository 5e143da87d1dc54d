//! Operators among tokens: how a result must stand to the number beside them.

use super::Certainty;
use super::reader::Reader;
use super::scan::{Kind, Relation};
use super::word::Word;

impl Reader<'_> {
    /// Reads an operator at `at`: what it asks, how sure that is, and where it ends.
    pub fn relation(&self, at: usize) -> Option<(Relation, Certainty, usize)> {
        use Relation::{AtLeast, AtMost, Exactly, LessThan, MoreThan};
        use Word::{A, Almeno, At, Di, Fino, Inferiore, Least, Massimo, Meno, Minimo, Most, No, Non, O, Oltre, Piu};
        use Word::{Superiore, Uguale};
        let joined = |next| self.pass(next, &[A, Di]);
        // `superiore a`, `superiore o uguale a`, `greater than or equal to`
        let compared = |next, strict, loose| {
            let next = joined(next);
            if self.is(next, &[O]) && self.is(next + 1, &[Uguale]) { (loose, joined(next + 2)) } else { (strict, next) }
        };
        let (relation, next) = match (self.kind(at)?, self.word(at + 1)) {
            (Kind::Relation(relation), _) => (relation, at + 1),
            (Kind::Word(Almeno), _) => (AtLeast, at + 1),
            (Kind::Word(At), Some(Least)) => (AtLeast, at + 2),
            (Kind::Word(At), Some(Most)) => (AtMost, at + 2),
            (Kind::Word(Non | No), Some(Meno | Inferiore)) => (AtLeast, joined(at + 2)),
            (Kind::Word(Non | No), Some(Piu | Superiore | Oltre)) => (AtMost, joined(at + 2)),
            (Kind::Word(Minimo), _) => (AtLeast, self.pass_stop(joined(at + 1))),
            (Kind::Word(Massimo), _) => (AtMost, self.pass_stop(joined(at + 1))),
            (Kind::Word(A), Some(Minimo)) => (AtLeast, joined(at + 2)),
            (Kind::Word(A), Some(Massimo | Piu)) => (AtMost, joined(at + 2)),
            (Kind::Word(Piu), Some(Di)) => (MoreThan, at + 2),
            (Kind::Word(Meno), Some(Di)) => (LessThan, at + 2),
            (Kind::Word(Oltre), _) => (MoreThan, joined(at + 1)),
            (Kind::Word(Superiore), _) => compared(at + 1, MoreThan, AtLeast),
            (Kind::Word(Inferiore), _) => compared(at + 1, LessThan, AtMost),
            (Kind::Word(Fino), Some(A)) => return Some((AtMost, Certainty::Likely, at + 2)),
            (Kind::Word(Uguale), _) => {
                let next = joined(at + 1);
                match (self.word(next), self.word(next + 1)) {
                    (Some(Almeno), _) => (AtLeast, joined(next + 1)),
                    (Some(O), Some(Superiore)) => (AtLeast, joined(next + 2)),
                    (Some(O), Some(Inferiore)) => (AtMost, joined(next + 2)),
                    _ => (Exactly, next),
                }
            }
            _ => return None,
        };
        Some((relation, Certainty::Sure, next))
    }

    /// Passes what may stand between an operator and its number: `il`, `n.`, `€`, `:`. At most four tokens.
    pub fn lead(&self, at: usize) -> usize {
        let skipped = (at..at + 4).take_while(|at| match self.kind(*at) {
            Some(Kind::Word(Word::Article | Word::A | Word::Di | Word::N) | Kind::Euro | Kind::Colon) => true,
            Some(Kind::Stop | Kind::Degree) => self.is(at.saturating_sub(1), &[Word::N]),
            _ => false,
        });
        at + skipped.count()
    }

    fn pass_stop(&self, at: usize) -> usize {
        at + usize::from(self.kind(at) == Some(Kind::Stop))
    }

    /// Reads an operator that follows its number: `o più`, `o superiore`; `massimo` and `minimo` at the very end.
    pub fn relation_after(&self, at: usize) -> Option<(Relation, usize)> {
        let is_last = |at: usize| self.tokens.len() == at + 1;
        match (self.word(at)?, self.word(at + 1)) {
            (Word::O, Some(Word::Piu | Word::Superiore | Word::Oltre)) => Some((Relation::AtLeast, at + 2)),
            (Word::O, Some(Word::Meno | Word::Inferiore)) => Some((Relation::AtMost, at + 2)),
            (Word::Massimo, _) if is_last(at) => Some((Relation::AtMost, at + 1)),
            (Word::Minimo | Word::Almeno, _) if is_last(at) => Some((Relation::AtLeast, at + 1)),
            (Word::A, Some(Word::Massimo)) if is_last(at + 1) => Some((Relation::AtMost, at + 2)),
            (Word::A, Some(Word::Minimo)) if is_last(at + 1) => Some((Relation::AtLeast, at + 2)),
            _ => None,
        }
    }
}
