//! Operators among tokens: how a result must stand to the number beside them.

use super::Certainty;
use super::reader::Reader;
use super::scan::{Kind, Relation};
use super::word::Word;

impl Reader<'_> {
    /// Reads an operator at `at`: what it asks, how sure that is, and where it ends.
    pub fn relation(&self, at: usize) -> Option<(Relation, Certainty, usize)> {
        use Relation::{AtLeast, AtMost, Exactly, LessThan, MoreThan};
        use Word::{
            A, Almeno, At, Di, E, Fino, Inferiore, Least, Massimo, Meno, Minimo, Most, No, Non, Number, O, Oltre, Piu,
        };
        use Word::{Superiore, Uguale};
        let joined = |next| self.pass(next, &[A, Di]);
        // `superiore a`, `superiore o uguale a`, `superiore uguale a`, `superiore/uguale a`, `greater than or equal to`
        let compared = |next, strict, loose| {
            let next = joined(next);
            let is_or = self.is(next, &[O]) || self.kind(next) == Some(Kind::Slash);
            let equal = next + usize::from(is_or);
            if self.is(equal, &[Uguale]) { (loose, joined(equal + 1)) } else { (strict, next) }
        };
        // `> o =`, `>/=`, `= o >`
        let signed = |first: Relation| {
            let is_or = self.is(at + 1, &[O]) || self.kind(at + 1) == Some(Kind::Slash);
            match (first, self.kind(at + 2).filter(|_| is_or)) {
                (MoreThan, Some(Kind::Relation(Exactly))) | (Exactly, Some(Kind::Relation(MoreThan))) => {
                    (AtLeast, at + 3)
                }
                (LessThan, Some(Kind::Relation(Exactly))) | (Exactly, Some(Kind::Relation(LessThan))) => {
                    (AtMost, at + 3)
                }
                _ => (first, at + 1),
            }
        };
        let (relation, next) = match (self.kind(at)?, self.word(at + 1)) {
            (Kind::Relation(relation), _) => signed(relation),
            (Kind::Word(Almeno), Some(Uguale)) => (AtLeast, joined(at + 2)),
            (Kind::Word(Almeno), _) => (AtLeast, self.pass_stop(at + 1)),
            (Kind::Word(At), Some(Least)) => (AtLeast, at + 2),
            (Kind::Word(At), Some(Most)) => (AtMost, at + 2),
            // `non < 80%`
            (Kind::Word(Non), None) => match self.kind(at + 1)? {
                Kind::Relation(LessThan) => (AtLeast, joined(at + 2)),
                Kind::Relation(MoreThan) => (AtMost, joined(at + 2)),
                _ => return None,
            },
            (Kind::Word(Non | No), Some(Meno | Inferiore)) => (AtLeast, joined(at + 2)),
            (Kind::Word(Non | No), Some(Piu | Superiore | Oltre)) => (AtMost, joined(at + 2)),
            (Kind::Word(Minimo), _) => (AtLeast, self.pass_stop(joined(at + 1))),
            (Kind::Word(Massimo), _) => (AtMost, self.pass_stop(joined(at + 1))),
            (Kind::Word(A | Number(1)), Some(Minimo)) => (AtLeast, joined(at + 2)),
            (Kind::Word(A | Number(1)), Some(Massimo)) => (AtMost, joined(self.pass_stop(at + 2))),
            (Kind::Word(A), Some(Piu)) => (AtMost, joined(at + 2)),
            (Kind::Word(A), Some(Di)) if self.is(at + 2, &[Oltre]) => (MoreThan, joined(at + 3)),
            (Kind::Word(A), Some(Di)) if self.is(at + 2, &[Inferiore]) => (LessThan, joined(at + 3)),
            (Kind::Word(Piu), Some(Di)) => (MoreThan, at + 2),
            (Kind::Word(Meno), Some(Di)) => (LessThan, at + 2),
            (Kind::Word(Oltre), _) => (MoreThan, joined(at + 1)),
            (Kind::Word(Superiore), _) => compared(at + 1, MoreThan, AtLeast),
            (Kind::Word(Inferiore), _) => compared(at + 1, LessThan, AtMost),
            (Kind::Word(Fino), Some(A)) => {
                let named = self.pass(at + 2, &[Number(1)]);
                if self.is(named, &[Massimo]) {
                    (AtMost, joined(named + 1))
                } else {
                    return Some((AtMost, Certainty::Likely, at + 2));
                }
            }
            (Kind::Word(Uguale), _) => {
                let next = joined(at + 1);
                let is_or = self.is(next, &[O, E]) || self.kind(next) == Some(Kind::Slash);
                match (self.word(next), self.word(next + 1)) {
                    (Some(Almeno), _) => (AtLeast, joined(next + 1)),
                    (_, Some(Superiore)) if is_or => (AtLeast, joined(next + 2)),
                    (_, Some(Inferiore)) if is_or => (AtMost, joined(next + 2)),
                    _ => (Exactly, next),
                }
            }
            _ => return None,
        };
        Some((relation, Certainty::Sure, next))
    }

    /// Passes what may stand between an operator and its number: `il`, `n.`, `€`, `:`, `altri`. At most five tokens.
    pub fn lead(&self, at: usize) -> usize {
        use Word::{A, Article, Circa, Di, In, Label, N, Other, Per};
        let skipped = (at..at + 5).take_while(|at| match self.kind(*at) {
            Some(Kind::Word(Article | A | Di | N | Per | In | Circa | Label) | Kind::Euro | Kind::Colon) => true,
            // `almeno euro 20.000`
            Some(Kind::Word(Word::Euro)) => self.is_number(at + 1),
            // `giorni 30`
            Some(Kind::Word(Word::Unit(_))) => self.is_number(self.pass_stop(at + 1)),
            Some(Kind::Stop) if matches!(self.word(at.saturating_sub(1)), Some(Word::Unit(_))) => true,
            Some(Kind::Stop | Kind::Degree) => self.is(at.saturating_sub(1), &[N]),
            Some(Kind::Word(Other)) => {
                let more = ["altri", "altre", "ulteriori", "nuovi", "nuove", "complessivi", "complessive"];
                more.iter().any(|known| self.text(*at..at + 1).eq_ignore_ascii_case(known))
            }
            _ => false,
        });
        at + skipped.count()
    }

    fn pass_stop(&self, at: usize) -> usize {
        at + usize::from(self.kind(at) == Some(Kind::Stop))
    }

    /// Reads an operator that follows its number: `o più`, `o superiore`; `massimo` and `minimo` with no number after them.
    pub fn relation_after(&self, at: usize) -> Option<(Relation, usize)> {
        if self.kind(at) == Some(Kind::Open) && self.kind(at + 2) == Some(Kind::Close) {
            return self.relation_after(at + 1).filter(|(_, end)| *end == at + 2).map(|(found, end)| (found, end + 1));
        }
        let is_last = |at: usize| {
            let next = self.pass_stop(at + 1);
            !self.is_number(self.lead(next)) && !matches!(self.word(next), Some(Word::Number(_) | Word::Di))
        };
        match (self.word(at)?, self.word(at + 1)) {
            (Word::O | Word::E, Some(Word::Piu | Word::Superiore | Word::Oltre)) => Some((Relation::AtLeast, at + 2)),
            (Word::O, Some(Word::Meno | Word::Inferiore)) => Some((Relation::AtMost, at + 2)),
            (Word::Massimo, _) if is_last(at) => Some((Relation::AtMost, at + 1)),
            (Word::Minimo | Word::Almeno, _) if is_last(at) => Some((Relation::AtLeast, at + 1)),
            (Word::A, Some(Word::Massimo)) if is_last(at + 1) => Some((Relation::AtMost, at + 2)),
            (Word::A, Some(Word::Minimo)) if is_last(at + 1) => Some((Relation::AtLeast, at + 2)),
            _ => None,
        }
    }
}
