//! Numbers and days that are content and never a promise: laws and acts, names such as `fase 2`, years, ages, hours of the
//! day, the day something began.

use super::Measure;
use super::number::Figure;
use super::reader::Reader;
use super::scan::{Kind, Relation};
use super::word::Word;

/// The most tokens between the name of an act and its number.
const REACH: usize = 12;

impl Reader<'_> {
    /// Returns where the mere content that starts at `at` ends. Every token is asked, so by its kind only what may start there
    /// is tried.
    pub fn aside(&self, at: usize) -> Option<usize> {
        match self.kind(at)? {
            Kind::Number(_) => self
                .round_the_clock(at)
                .or_else(|| self.years(at))
                .or_else(|| self.span_of_names(at))
                .or_else(|| self.place(at)),
            Kind::Word(word) => self.act(at).or_else(|| match word {
                Word::N => self.numbered(at),
                Word::Ref => self.named(at),
                Word::Start => self.start(at),
                Word::Age | Word::Oltre => self.age(at),
                Word::Unit(Measure::Hours) => self.hours(at),
                Word::Da => self.hours(at).or_else(|| self.beginning(at)),
                Word::Di | Word::Following => self.beginning(at),
                Word::Other => self.span_of_names(at).or_else(|| self.beginning(at)),
                _ => None,
            }),
            _ => None,
        }
    }

    /// `D.Lgs. 33/2013`, `L. 104/92`, `art. 12, comma 3`, `DGR n. 1423 del 2019`, `P.I.P.P.I. 10`.
    fn act(&self, at: usize) -> Option<usize> {
        let is_named = self.is(at, &[Word::Act]);
        if !is_named && !self.is_initial(at) {
            return None;
        }
        let (mut next, mut long_words, mut numbered) = (at + 1, 0, false);
        while next < at + REACH {
            match self.kind(next)? {
                Kind::Stop | Kind::Degree | Kind::Open | Kind::Close => {}
                Kind::Word(Word::N) => numbered = true,
                Kind::Word(Word::Other | Word::Di | Word::Article) if self.text(next..next + 1).len() <= 3 => {}
                Kind::Word(Word::Other | Word::Di) if is_named && long_words < 4 => long_words += 1,
                Kind::Number(_) => break,
                Kind::Date(_) => return self.text(at..at + 1).eq_ignore_ascii_case("ccnl").then_some(next + 1),
                _ => return None,
            }
            next += 1;
        }
        if !self.is_number(next) || self.is_percent(next + 1) {
            return None;
        }
        let end = self.number_of_act(next);
        (long_words == 0 || numbered || end > next + 1).then_some(end)
    }

    /// A single letter with its point before another letter or a number: `L. 104`, `d.P.R.`; `n. 3` is none.
    fn is_initial(&self, at: usize) -> bool {
        if self.kind(at + 1) != Some(Kind::Stop) {
            return false;
        }
        let is_letter = |at: usize| self.word(at).is_some() && self.text(at..at + 1).chars().count() == 1;
        let law = self.text(at..at + 1).eq_ignore_ascii_case("l");
        let law_number = law && (self.is_number(at + 2) || self.is(at + 2, &[Word::N]));
        let follows = is_letter(at + 2) && (self.kind(at + 3) == Some(Kind::Stop) || self.is_number(at + 3));
        is_letter(at) && !self.is(at, &[Word::N]) && (follows || law_number)
    }

    /// Passes `33`, `33/2013`, `33 del 14/3/2013`, `6 del 2019`.
    fn number_of_act(&self, at: usize) -> usize {
        let mut next = at + 1;
        if self.kind(next) == Some(Kind::Slash) && self.is_number(next + 1) {
            next += 2;
        }
        let dated = self.pass(next, &[Word::Di]);
        if dated > next {
            if matches!(self.kind(dated), Some(Kind::Date(_))) {
                return dated + 1;
            }
            if let Some(date) = self.whole_date(dated) {
                return date.tokens.end;
            }
            if matches!(self.kind(dated), Some(Kind::Number(figure)) if figure.year().is_some()) {
                return dated + 1;
            }
        }
        next
    }

    /// `n. 6 del 2019`, `n. 12/2024`.
    fn numbered(&self, at: usize) -> Option<usize> {
        if !self.is(at, &[Word::N]) {
            return None;
        }
        let number = at + 1 + usize::from(matches!(self.kind(at + 1), Some(Kind::Stop | Kind::Degree)));
        let is_year = |at| matches!(self.kind(at), Some(Kind::Number(figure)) if figure.year().is_some());
        if !self.is_number(number) {
            return None;
        }
        let end = self.number_of_act(number);
        let slashed = self.kind(number + 1) == Some(Kind::Slash) && is_year(number + 2);
        let dated = end > number + 1 && self.is(number + 1, &[Word::Di]);
        (slashed || dated).then_some(end)
    }

    /// `fase 2`, `livello 3`, `punto n. 4`, `azione 1.2`: not `livello 80%`.
    fn named(&self, at: usize) -> Option<usize> {
        if !self.is(at, &[Word::Ref]) {
            return None;
        }
        let mut next = self.pass(at + 1, &[Word::N]);
        next += usize::from(matches!(self.kind(next), Some(Kind::Stop | Kind::Degree)));
        let is_name = self.is_number(next)
            && !self.is_percent(next + 1)
            && !self.is_unit(next + 1)
            && self.kind(next + 1) != Some(Kind::Slash);
        is_name.then_some(next + 1)
    }

    /// `24 ore su 24`, `7 giorni su 7`, `24/7`.
    fn round_the_clock(&self, at: usize) -> Option<usize> {
        let whole = |at| match self.kind(at) {
            Some(Kind::Number(figure)) => figure.plain(3).filter(|number| matches!(number, 7 | 24 | 365)),
            _ => None,
        };
        let first = whole(at)?;
        let link = self.pass_unit(at + 1);
        if !(self.is(link, &[Word::Su]) || self.kind(link) == Some(Kind::Slash)) {
            return None;
        }
        let second = whole(link + 1)?;
        let end = self.pass_unit(link + 2);
        // `7 su 7` and `24/24` alone are all of so many.
        let is_time =
            link > at + 1 || end > link + 2 || first != second || (at > 0 && self.kind(link) == Some(Kind::Slash));
        (is_time && (second == first || (first == 24 && second == 7))).then_some(end)
    }

    /// `1° report`, `2^ fase`: which one, and no day nor part of the year.
    fn place(&self, at: usize) -> Option<usize> {
        let is_place = self.kind(at + 1) == Some(Kind::Degree) && self.is(at + 2, &[Word::Other, Word::Ref]);
        is_place.then_some(at + 2)
    }

    fn pass_unit(&self, at: usize) -> usize {
        at + usize::from(self.is_unit(at))
    }

    /// `2024`, `2023-2025`, `2024/25`: years near the column's, unless the whole phrase is one or a unit follows.
    fn years(&self, at: usize) -> Option<usize> {
        let figure = self.figure(at).filter(|figure| self.near_year(*figure))?;
        let second = match self.kind(at + 1) {
            Some(Kind::Dash | Kind::Slash) => self.figure(at + 2).filter(|next| follows(figure, *next)),
            _ => None,
        };
        if second.is_some() {
            return Some(at + 3);
        }
        let before = at.checked_sub(1).and_then(|at| self.kind(at));
        let is_counted = matches!(before, Some(Kind::Relation(_) | Kind::Word(Word::N | Word::Almeno)))
            || self.is_percent(at + 1)
            || self.is_unit(at + 1)
            || matches!(self.kind(at + 1), Some(Kind::Euro | Kind::Word(Word::Euro | Word::Scale(_))));
        (!is_counted && self.tokens.len() > 1).then_some(at + 1)
    }

    /// `baseline 50`, `valore iniziale: 40%`: where it started, not where it is to go.
    fn start(&self, at: usize) -> Option<usize> {
        if !self.is(at, &[Word::Start]) {
            return None;
        }
        let colon = at + 1 + usize::from(self.kind(at + 1) == Some(Kind::Colon));
        let year = self.figure(colon).filter(|figure| self.near_year(*figure)).map_or(colon, |_| colon + 1);
        let from = year + usize::from(matches!(self.kind(year), Some(Kind::Colon | Kind::Relation(Relation::Exactly))));
        self.quantity(from).map(|amount| amount.next)
    }

    /// `minori 14-17 anni`, `scala 1-10`.
    fn span_of_names(&self, at: usize) -> Option<usize> {
        let is_scale = self.text(at..at + 1).eq_ignore_ascii_case("scala");
        let from = if is_scale { self.pass(at + 1, &[Word::Da, Word::Di]) } else { at };
        let joined = matches!(self.kind(from + 1), Some(Kind::Dash | Kind::Slash | Kind::Word(Word::A)));
        let is_span = self.is_number(from) && joined && self.is_number(from + 2);
        let is_age = self.is(from + 3, &[Word::Unit(Measure::Years)]) && at > 0;
        if !is_span || !(is_scale || is_age) {
            return None;
        }
        Some(if is_age { from + 4 } else { from + 3 })
    }

    /// `di età superiore a 65 anni`, `di età compresa tra 14 e 17 anni`, `under 18`, `over 65`, `dai 14 ai 17 anni`.
    fn age(&self, at: usize) -> Option<usize> {
        let is_over = self.text(at..at + 1).eq_ignore_ascii_case("over") && !self.is_percent(at + 2);
        if is_over && at > 0 && self.is_number(at + 1) {
            return Some(at + 2);
        }
        if !self.is(at, &[Word::Age]) {
            return None;
        }
        let mut end = None;
        for next in at + 1..at + 9 {
            use Word::{A, Article, Da, Di, E, Inferiore, Oltre, Superiore, Tra};
            match self.kind(next) {
                Some(Kind::Number(_)) => end = Some(next + 1),
                Some(Kind::Word(A | Article | Da | Di | E | Inferiore | Oltre | Superiore | Tra)) => {}
                Some(Kind::Relation(_) | Kind::Dash | Kind::Slash) => {}
                Some(Kind::Word(Word::Other)) if self.begins(next, "compres") => {}
                Some(Kind::Word(Word::Unit(_))) => end = end.map(|_| next + 1),
                _ => break,
            }
        }
        end
    }

    /// `ore 9.00`, `dalle 8.30 alle 12.30`, `dalle ore 9 alle 13`.
    fn hours(&self, at: usize) -> Option<usize> {
        let is_hour = |at: usize| self.figure(at).is_some_and(|figure| figure.value <= 24.into());
        let named = |at: usize| self.is_unit(at) && self.text(at..at + 1).eq_ignore_ascii_case("ore");
        let from = |at: usize, word: &str| self.text(at..at + 1).eq_ignore_ascii_case(word);
        if named(at) && is_hour(at + 1) && !self.is_number(at.wrapping_sub(1)) {
            let is_clock = self.kind(at + 2) == Some(Kind::Colon) && self.is_number(at + 3);
            return Some(if is_clock { at + 4 } else { at + 2 });
        }
        if !from(at, "dalle") {
            return None;
        }
        let first = at + 1 + usize::from(named(at + 1));
        let second = first + 2 + usize::from(named(first + 2));
        let both = is_hour(first) && from(first + 1, "alle") && is_hour(second);
        let is_clock = self.figure(first).is_some_and(|figure| figure.digits == 0) || second > at + 3;
        (both && (is_clock || self.word(second + 1).is_none())).then_some(second + 1)
    }

    /// `dal 1/1/2024`, `a partire dal 1° marzo`, `dopo il 30/6`, `verbale del 12/3/2024`: no day to be done by.
    fn beginning(&self, at: usize) -> Option<usize> {
        let leads = |word: &str| self.text(at..at + 1).eq_ignore_ascii_case(word);
        let is_start = self.is(at, &[Word::Da, Word::Di, Word::Following]) || leads("dopo") || leads("decorrenza");
        if !is_start || self.is(at.wrapping_sub(1), &[Word::Data, Word::Due, Word::Fine, Word::Before]) {
            return None;
        }
        let next = self.pass(at + 1, &[Word::A, Word::Article, Word::Di, Word::Da]);
        let found = self.whole_date(next).or_else(|| self.slashed_date(next).filter(|found| found.date.is_some()))?;
        Some(found.tokens.end)
    }
}

/// Whether the second of two numbers is a year, whole or its last two digits, that comes soon after the first.
fn follows(first: Figure, second: Figure) -> bool {
    let Some(year) = first.year() else { return false };
    let next = match (second.year(), second.plain(2)) {
        (Some(next), _) => next,
        (None, Some(short)) => {
            let short = i32::try_from(short).unwrap_or_default();
            year.saturating_sub(year.rem_euclid(100)).saturating_add(short)
        }
        _ => return false,
    };
    next > year && next.abs_diff(year) <= 10
}
