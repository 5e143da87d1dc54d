//! Scores by day: `entro il 30/6 = 100%; entro il 30/9 = 50%`, `100% se entro giugno, 50% se entro settembre, 0 oltre`.
//!
//! What is earned falls from day to day; `80% entro giugno, 100% entro dicembre` are steps of one thing, and none of this. A
//! figure that is to fall may be written alike (`arretrato 50% entro giugno, 20% entro dicembre`), so that without full marks
//! for the first day the reading is a guess.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::clause::Said;
use super::reader::Reader;
use super::scan::{Kind, Relation};
use super::word::Word;
use super::{Certainty, DayGrade, Measure, Part, Read, Role, Target};

/// Bands are few; more pairs than these are a calendar.
const MOST: usize = 12;

/// The most words that may say, before the first band, what is to be done.
const MOST_BEFORE: usize = 24;

/// Words between a day and what it earns that name neither.
const LINKS: [&str; 17] = [
    "se",
    "if",
    "quando",
    "when",
    "punteggio",
    "score",
    "raggiungimento",
    "conseguimento",
    "grado",
    "vale",
    "valutazione",
    "rating",
    "worth",
    "earns",
    "attuazione",
    "realizzazione",
    "consegna",
];

/// One half of a band, and the tokens that say it.
struct Half {
    what: What,
    said_by: Range<usize>,
    from: usize,
    next: usize,
}

#[derive(Clone, Copy)]
enum What {
    Day(NaiveDate),
    Earns(Decimal),
}

impl Reader<'_> {
    /// Reads a whole phrase as a scale of days: days and what they earn by turns.
    pub fn bands_by_day(&self) -> Option<Read<Target>> {
        // Two bands have two percentages; few phrases have as many.
        if (0..self.tokens.len()).filter(|at| self.is_percent(*at)).count() < 2 {
            return None;
        }
        let halves = self.halves()?;
        let pairs = halves.chunks_exact(2);
        if !pairs.remainder().is_empty() {
            return None;
        }
        let days_first = matches!(halves.first()?.what, What::Day(_));
        let mut grades = Vec::new();
        for pair in pairs {
            let [first, second] = pair else { return None };
            let (date, earns) = match (first.what, second.what) {
                (What::Day(date), What::Earns(earns)) if days_first => (date, earns),
                (What::Earns(earns), What::Day(date)) if !days_first => (date, earns),
                _ => return None,
            };
            // What stands apart by `;` are several conditions.
            if (first.next..second.from).any(|at| self.kind(at) == Some(Kind::Semicolon)) {
                return None;
            }
            grades.push(DayGrade { date, earns });
        }
        grades.sort_by_key(|grade| grade.date);
        if !DayGrade::make_a_scale(&grades) {
            return None;
        }
        let is_full = grades.first().is_some_and(|grade| grade.earns == Decimal::ONE_HUNDRED);
        let certainty = if is_full && !self.has(&[Word::Falling]) { Certainty::Likely } else { Certainty::Guess };
        let part = |half: &Half| {
            let role = if matches!(half.what, What::Day(_)) { Role::Date } else { Role::Quantity };
            self.part(half.said_by.clone(), role)
        };
        let parts: Vec<Part> = halves.iter().filter_map(part).collect();
        Some(Read { reading: Target::BandsByDay { grades }, certainty, parts, doubt: None })
    }

    /// Every day and percentage of the phrase; none where something else is said beside them.
    fn halves(&self) -> Option<Vec<Half>> {
        let mut halves: Vec<Half> = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            if halves.len() >= 4 && self.is_nothing_after(at) {
                break;
            }
            let half = self.last_day(at).or_else(|| self.earned(at));
            if let Some(half) = half {
                at = half.next;
                halves.push(half);
                if halves.len() > 2 * MOST {
                    return None;
                }
                continue;
            }
            let is_let_go = match self.kind(at)? {
                Kind::Word(word) if halves.is_empty() => at < MOST_BEFORE && describes(word),
                Kind::Word(_) => self.links(at),
                kind => is_mere_sign(kind),
            };
            if !is_let_go {
                return None;
            }
            at += 1;
        }
        (halves.len() >= 4).then_some(halves)
    }

    /// `entro il 30/6`, `by 30 June`, `dal 1/7 al 30/9`; without a word before it only a day that is no share, right before
    /// what it earns: `30/6: 100%`.
    fn last_day(&self, at: usize) -> Option<Half> {
        if let Some(clause) = self.deadline(at).or_else(|| self.whole_period(at)) {
            let Said::Deadline(date) = clause.said else { return None };
            let said_by = clause.content.clone();
            return Some(Half { what: What::Day(date), from: at, next: clause.end(), said_by });
        }
        let found = self.whole_date(at).or_else(|| {
            self.slashed_date(at).filter(|found| found.date.is_some_and(|date| date.day() > date.month()))
        })?;
        let next = found.tokens.end;
        let is_set = matches!(self.kind(next), Some(Kind::Colon | Kind::Relation(Relation::Exactly)));
        let date = found.date.filter(|_| is_set)?;
        Some(Half { what: What::Day(date), said_by: found.tokens, from: at, next })
    }

    fn earned(&self, at: usize) -> Option<Half> {
        let amount = self.quantity(at)?;
        let earns = amount.quantity.value;
        (amount.quantity.measure == Measure::Percent).then_some(Half {
            what: What::Earns(earns),
            said_by: at..amount.next,
            from: at,
            next: amount.next,
        })
    }

    fn links(&self, at: usize) -> bool {
        use Word::{A, Article, Con, Di, Done, E, O, Per, Si};
        self.is(at, &[A, Article, Con, Di, Done, E, O, Per, Si]) || self.is_text(at, &LINKS)
    }

    /// `oltre = 0`, `0 oltre`, `dopo il 30/9: 0%`, `altrimenti nulla`, to the end: what comes after the last day earns nothing,
    /// said or not.
    fn is_nothing_after(&self, mut at: usize) -> bool {
        const LATER: [&str; 9] = [
            "altrimenti",
            "dopo",
            "successivamente",
            "otherwise",
            "later",
            "after",
            "afterwards",
            "beyond",
            "successiva",
        ];
        let (mut is_later, mut is_none) = (false, false);
        while at < self.tokens.len() {
            let day = || self.whole_date(at).or_else(|| self.slashed_date(at)).filter(|_| is_later);
            let number = || self.number(at).filter(|number| number.value.is_zero() && !is_none);
            if self.is(at, &[Word::Oltre]) || self.is_text(at, &LATER) {
                is_later = true;
                at += 1;
            } else if let Some(day) = day() {
                at = day.tokens.end;
            } else if let Some(number) = number() {
                is_none = true;
                at = number.next + usize::from(self.is_percent(number.next));
            } else if self.is_text(at, &["nulla", "niente", "nothing"]) && !is_none {
                is_none = true;
                at += 1;
            } else {
                let passes = match self.kind(at) {
                    Some(Kind::Word(word)) => self.links(at) || matches!(word, Word::Data | Word::Due | Word::Month(_)),
                    kind => kind.is_some_and(is_mere_sign),
                };
                if !passes {
                    return false;
                }
                at += 1;
            }
        }
        is_later && is_none
    }

    /// Whether the token at `at` is one of some words, capitals or not.
    fn is_text(&self, at: usize, words: &[&str]) -> bool {
        let text = self.text(at..at + 1);
        words.iter().any(|word| text.eq_ignore_ascii_case(word))
    }
}

/// Whether a sign only parts or joins.
const fn is_mere_sign(kind: Kind) -> bool {
    use Kind::{Close, Colon, Comma, Dash, Mark, Open, Relation as Sign, Semicolon, Stop};
    matches!(kind, Colon | Semicolon | Comma | Stop | Dash | Open | Close | Mark | Sign(Relation::Exactly))
}

/// Whether a word before the first band may only say what is to be done.
const fn describes(word: Word) -> bool {
    use Word::{
        A, Act, Article, Con, Data, Di, Document, Done, Due, E, Esito, Falling, In, Label, Other, Per, Ref, Si,
    };
    matches!(
        word,
        A | Act
            | Article
            | Con
            | Data
            | Di
            | Document
            | Done
            | Due
            | E
            | Esito
            | Falling
            | In
            | Label
            | Other
            | Per
            | Ref
            | Si
    )
}
