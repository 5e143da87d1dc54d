//! Phrases that are a whole answer: `SI`, `Da definire`, `Posticipato al 2026`.

use super::reader::Reader;
use super::scan::Kind;
use super::word::Word;
use super::{Certainty, Read, Role, Target, Withdrawal};

/// Two states, the one that is asked first; `on` and `off` say so whatever is asked.
pub(super) const OPPOSITES: [(&str, &str); 5] =
    [("on", "off"), ("presenza", "assenza"), ("presente", "assente"), ("vero", "falso"), ("s", "n")];

impl Reader<'_> {
    /// `SI`, `fatto`, `fatto / non fatto`.
    pub fn yes(&self) -> Option<Read<Target>> {
        // Most phrases hold none of these, and are done with here.
        if !self.has(&[Word::Si, Word::Done]) {
            let alone = self.opposites().filter(|(place, _)| (0..place.start).all(|at| self.word(at).is_none()));
            return alone.map(|(place, certainty)| self.whole(Target::Yes, certainty, place));
        }
        let certainty = match self.core()?.as_slice() {
            [Kind::Word(Word::Si)] => Certainty::Sure,
            [Kind::Word(Word::Done)] => Certainty::Likely,
            [Kind::Word(Word::Si), Kind::Slash | Kind::Dash | Kind::Word(Word::O), Kind::Word(Word::No)]
            | [
                Kind::Word(Word::Done),
                Kind::Slash | Kind::Dash | Kind::Word(Word::O),
                Kind::Word(Word::Non | Word::No),
                Kind::Word(Word::Done),
            ] => Certainty::Sure,
            _ => return None,
        };
        Some(self.whole(Target::Yes, certainty, 0..self.tokens.len()))
    }

    /// `On/Off`, `presenza / assenza` at the end: one of two states, the first of them asked; `on` alone too.
    fn opposites(&self) -> Option<(std::ops::Range<usize>, Certainty)> {
        let is_link = |at: usize| matches!(self.kind(at), Some(Kind::Slash | Kind::Dash | Kind::Word(Word::O)));
        let is = |at: usize, wanted: &str| self.text(at..at + 1).eq_ignore_ascii_case(wanted);
        // Brackets and a stop may stand around them.
        let last = (0..self.tokens.len()).rev().find(|at| self.word(*at).is_some())?;
        let first = last.saturating_sub(2);
        if is_link(first + 1) && OPPOSITES.iter().any(|(yes, no)| is(first, yes) && is(last, no)) {
            return Some((first..last + 1, Certainty::Sure));
        }
        (self.tokens.len() == 1 && is(last, "on")).then_some((0..1, Certainty::Likely))
    }

    /// `Esito positivo delle attività di revisione`, `Redazione documento (sì/no)`: done, where nothing else is asked.
    pub fn positive(&self) -> Option<Read<Target>> {
        let is_link = |at: usize| matches!(self.kind(at), Some(Kind::Slash | Kind::Dash | Kind::Word(Word::O)));
        let is_yes_no = |at: usize| self.is(at, &[Word::Si]) && is_link(at + 1) && self.is(at + 2, &[Word::No]);
        let is_apart =
            |at: usize| matches!(self.kind(at), Some(Kind::Colon | Kind::Dash | Kind::Open | Kind::Relation(_)));
        let ends = |at: usize| (at + 1..self.tokens.len()).all(|at| self.word(at).is_none());
        let found = (0..self.tokens.len()).find_map(|at| match self.word(at)? {
            Word::Esito if self.is(at + 1, &[Word::Positivo]) => Some(at..at + 2),
            Word::Si if is_yes_no(at) => Some(at..at + 3),
            // `Redazione documento: SI`, `Approvazione SI`
            Word::Si if at > 0 && (is_apart(at - 1) || self.word(at - 1).is_some()) && ends(at) => Some(at..at + 1),
            // `Sì (relazione)`
            Word::Si if at == 0 && self.kind(1) == Some(Kind::Open) => Some(0..1),
            _ => None,
        });
        let found = found.or_else(|| self.opposites().map(|(place, _)| place))?;
        Some(self.whole(Target::Yes, Certainty::Likely, found))
    }

    /// Returns the kinds of the tokens of a short phrase, without brackets and stops; none when it is longer.
    pub fn core(&self) -> Option<Vec<Kind>> {
        if self.tokens.len() > 12 {
            return None;
        }
        let idle = |kind: &Kind| matches!(kind, Kind::Mark | Kind::Open | Kind::Close | Kind::Stop | Kind::Semicolon);
        Some(self.tokens.iter().map(|token| token.kind).filter(|kind| !idle(kind)).collect())
    }

    /// `n.d.`, `N/D`, `n/a`.
    pub fn is_not_available(&self) -> bool {
        let letters = self.text(0..self.tokens.len()).chars().filter(char::is_ascii_alphabetic);
        let letters: String = letters.take(3).map(|letter| letter.to_ascii_lowercase()).collect();
        letters == "nd" || letters == "na"
    }

    fn ends_in(&self, letter: char) -> bool {
        let mut letters = self.text(0..self.tokens.len()).chars().rev().filter(char::is_ascii_alphabetic);
        letters.next().is_some_and(|last| last.eq_ignore_ascii_case(&letter))
    }

    /// `Da definire in base a…`, `Valore da definire`, `in corso di definizione`, `ad inizio anno stimare…`, `n.d.`.
    pub fn to_define(&self) -> Option<Read<Target>> {
        use Word::{A, Anno, Be, Corso, Da, Define, Di, In, Inizio, Label, N, Non, Tbd, Unavailable};
        // Every form below holds one of these; most phrases hold none.
        if !self.has(&[Define, Tbd, Unavailable, N, Word::Available]) {
            return None;
        }
        let define_at = |at: usize| -> Option<usize> {
            if self.is(at, &[Tbd]) {
                return Some(at + 1);
            }
            let will_be = ["sarà", "sara", "verrà", "verra", "saranno", "verranno"];
            let named = match (self.word(at)?, self.word(at + 1)) {
                (A, Some(Be)) => at + 2,
                (Da | Non | In, _) => at + 1,
                _ if will_be.iter().any(|known| self.text(at..at + 1).eq_ignore_ascii_case(known)) => at + 1,
                _ => return None,
            };
            let is_way = self.is(named, &[Corso, Word::Falling, Word::Ref]) || self.begins(named, "via");
            let named = if self.is(at, &[In]) && is_way { self.pass(named + 1, &[Di]) } else { named };
            // `non definito`, but not `non confermare` nor `in concordare`
            let fits = !self.is(at, &[Non, In]) || self.begins(named, "defin");
            (fits && self.is(named, &[Define])).then_some(named + 1)
        };
        let estimated_at_start = || {
            let start = self.pass(0, &[A, In]);
            let verb = self.pass(start + 1, &[Di]);
            let verb = self.pass(verb, &[Anno]);
            (self.is(start, &[Inizio]) && self.is(verb, &[Define])).then_some((0, verb + 1))
        };
        let has_number = || {
            self.tokens.iter().any(|token| match token.kind {
                Kind::Number(figure) => !self.near_year(figure),
                kind => matches!(kind, Kind::Date(_)),
            })
        };
        // `Valore da definire`, `Target da definire a inizio anno`
        let named_first = || {
            let (at, end) = (1..=3).find_map(|at| define_at(at).map(|end| (at, end)))?;
            let next = self.pass(end, &[A, In]);
            let ends = (end..self.tokens.len()).all(|at| self.word(at).is_none());
            let is_label = (0..at).all(|at| self.is(at, &[Label, Word::Article]));
            let is_last = ends || self.is(next, &[Inizio, Corso]) || is_label;
            (is_last && !has_number()).then_some((at, end))
        };
        let is_unknown = match self.core().as_deref() {
            Some([Kind::Word(Unavailable)]) => true,
            // `dato non disponibile`
            Some([Kind::Word(Non), Kind::Word(Word::Available)]) => true,
            Some([Kind::Word(Word::Other | Word::Data), Kind::Word(Non), Kind::Word(Word::Available)]) => true,
            Some([Kind::Word(N), .., Kind::Word(_)]) => self.is_not_available() && self.ends_in('d'),
            _ => false,
        };
        if is_unknown {
            return Some(self.whole(Target::ToDefine, Certainty::Likely, 0..self.tokens.len()));
        }
        let (from, end, certainty) = match define_at(0) {
            Some(end) if has_number() => (0, end, Certainty::Likely),
            Some(end) => (0, end, Certainty::Sure),
            None => {
                let (from, end) = estimated_at_start().or_else(named_first)?;
                (from, end, Certainty::Likely)
            }
        };
        Some(self.whole(Target::ToDefine, certainty, from..end))
    }

    /// `Posticipato al 2026`, `Obiettivo stralciato`, `Mantenimento causa Covid`, `non più previsto`.
    pub fn withdrawn(&self) -> Option<Read<Target>> {
        use Word::{Causa, Label, Non, Piu, Ref, Standing};
        if let Some(at) = (1..self.tokens.len().min(4)).find(|at| self.is(*at, &[Causa]))
            && self.begins(0, "manten")
        {
            let how = Withdrawal::Suspended;
            return Some(self.whole(Target::Withdrawn { how }, Certainty::Likely, 0..at + 1));
        }
        // `Non più previsto`, `Obiettivo non più attuale`
        let from = self.pass(0, &[Label, Ref]);
        if self.is(from, &[Non])
            && self.is(from + 1, &[Piu])
            && self.is(from + 2, &[Label, Word::Due, Word::Other])
            && self.tokens.len() <= from + 4
        {
            let how = Withdrawal::StruckOut;
            return Some(self.whole(Target::Withdrawn { how }, Certainty::Likely, from..self.tokens.len()));
        }
        let at = (0..3).find(|at| self.word(*at).is_some_and(|word| matches!(word, Standing(_))))?;
        let Some(Standing(how)) = self.word(at) else { return None };
        let leads = (0..at).all(|at| self.is(at, &[Label, Ref, Word::Article, Word::Other]) || self.word(at).is_none());
        let year_at = |at: usize| self.figure(at).and_then(|figure| figure.year());
        let year = (at..at + 7).find_map(year_at);
        // `al 2026`, `all'anno 2026`
        let named = self.pass(self.pass(at + 1, &[Word::A]), &[Word::Anno]);
        let is_direct = named > at + 1 && year_at(named).is_some();
        let is_noun = {
            let word = self.text(at..at + 1).to_ascii_lowercase();
            (word.ends_with('o') || word == "proroga") && self.is(at + 1, &[Word::Di])
        };
        let is_last = (at + 1..self.tokens.len()).all(|at| self.word(at).is_none());
        // `servizi sospesi riattivati` asks for something, `attività sospese causa Covid` does not.
        let has_cause = (at..at + 8).any(|at| self.is(at, &[Causa])) || {
            // `obiettivo stralciato con delibera n. 12`
            (0..at).all(|at| self.is(at, &[Label, Ref, Word::Article])) && self.is(at + 2, &[Word::Act])
        };
        if !leads || is_noun || (at > 0 && !is_last && year.is_none() && !has_cause) {
            return None;
        }
        // To a later day of the same year: still due.
        let is_same_year = year == Some(self.year) && self.is(at + 1, &[Word::A]) && !is_direct;
        let has_day = is_same_year || (at..self.tokens.len()).any(|at| self.is(at, &[Word::Entro]));
        let how = match (how, year) {
            // `Posticipato 2020` may say when it was put off; `al 2020` says to when.
            (Withdrawal::Postponed, Some(year)) if super::day::is_year(year) && (year > self.year || is_direct) => {
                Withdrawal::PostponedTo(year)
            }
            (how, _) => how,
        };
        let is_plain = is_last || (matches!(how, Withdrawal::PostponedTo(_)) && self.tokens.len() <= at + 4);
        let certainty = match (has_day, is_plain && at <= 1) {
            (true, _) => Certainty::Guess,
            (false, true) => Certainty::Sure,
            (false, false) => Certainty::Likely,
        };
        Some(self.whole(Target::Withdrawn { how }, certainty, 0..at + 1))
    }

    fn whole(&self, reading: Target, certainty: Certainty, tokens: std::ops::Range<usize>) -> Read<Target> {
        let parts = self.part(tokens, Role::Answer).into_iter().collect();
        Read { reading, certainty, parts, doubt: None }
    }
}
