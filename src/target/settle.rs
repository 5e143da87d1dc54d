//! Clauses that say one thing together, and clauses that only describe another: `2 incontri al mese`, `≥ 80% e ≤ 90%`,
//! `70% nel 2023; 80% nel 2024`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::clause::{Clause, Said};
use super::reader::Reader;
use super::scan::{Kind, Relation};
use super::word::Word;
use super::{Certainty, Difference, Direction, Measure, Quantity};

/// The most that anything is said to be done in a month or a week; more are things.
const MOST_EACH: u32 = 31;

impl Reader<'_> {
    /// Of `75% nel 2024; 80% nel 2025` what is asked in the column's year; all clauses where they name no years.
    pub fn of_this_year(&self, clauses: Vec<Clause>) -> Vec<Clause> {
        if clauses.len() < 2 {
            return clauses;
        }
        let year_in = |mut tokens: Range<usize>| {
            tokens.find_map(|at| {
                self.figure(at).filter(|figure| self.near_year(*figure)).and_then(|figure| figure.year())
            })
        };
        let gap = |place: usize| {
            let from = place.checked_sub(1).and_then(|before| clauses.get(before)).map_or(0, Clause::end);
            from..clauses.get(place).map_or(self.tokens.len(), Clause::start)
        };
        let before: Vec<_> = (0..clauses.len()).map(|place| year_in(gap(place))).collect();
        let after: Vec<_> = (1..=clauses.len()).map(|place| year_in(gap(place))).collect();
        let years = if before.iter().all(Option::is_some) { before } else { after };
        let is_told = years.iter().all(Option::is_some);
        let is_own = |year: &Option<i32>| *year == Some(self.year);
        if !is_told || years.iter().filter(|year| is_own(year)).count() != 1 {
            return clauses;
        }
        let own = clauses.into_iter().zip(&years).filter(|(_, year)| is_own(year));
        own.map(|(clause, _)| Clause { certainty: clause.certainty.min(Certainty::Likely), ..clause }).collect()
    }

    /// Joins clauses that say one thing together, and drops those that only describe another; no surer than likely where what
    /// was dropped is a number.
    pub fn settled(&self, mut clauses: Vec<Clause>) -> (Vec<Clause>, Certainty) {
        let mut certainty = Certainty::Sure;
        // Nothing stands beside a clause alone; `al mese` by itself says nothing.
        if clauses.len() < 2 {
            clauses.retain(|clause| !matches!(clause.said, Said::Each(_)));
            return (clauses, certainty);
        }
        let has_figure = clauses.iter().any(|clause| has_figure(&clause.said));
        let has_bound = clauses.iter().any(|clause| matches!(clause.said, Said::Bound(..) | Said::Range(_)));
        let counts_outside = clauses.iter().any(|clause| has_figure_of(clause) && !self.opens_within(clause));
        let mut settled: Vec<Clause> = Vec::with_capacity(clauses.len());
        for clause in &clauses {
            let before = settled.last();
            let between = before.map_or(0..0, |before| before.end()..clause.start());
            let is_near = before.is_some() && between.len() <= 4 && !between.clone().any(|at| self.parts_sentences(at));
            match (before.map(|before| before.said), clause.said) {
                // `2 incontri al mese`, `due volte l'anno`, `1 report trimestrale`
                (Some(said), Said::Each(times) | Said::Times(times))
                    if is_near
                        && before.is_some_and(|before| self.opens_within(before) == self.opens_within(clause)) =>
                {
                    // `da 20 a 25 settimanali` says where it is to arrive.
                    if before.is_some_and(|before| self.is(before.operator.start, &[Word::Da])) {
                        continue;
                    }
                    if let Some(joined) = before.and_then(|before| self.so_often(before, said, times, clause)) {
                        settled.pop();
                        settled.push(joined);
                        continue;
                    }
                    // `36 ore settimanali`
                    let is_time = matches!(said, Said::Bound(_, found) | Said::Amount { quantity: found, .. }
                        | Said::Change { by: Some(Difference::Amount(found)), .. } if found.measure.is_time());
                    if is_time || matches!(clause.said, Said::Each(_)) || (times == 1 && has_figure) {
                        continue;
                    }
                }
                (_, Said::Each(_)) => continue,
                // `Relazione semestrale entro il 31/7`: the one of that day.
                (Some(Said::Times(_)), Said::Deadline(_) | Said::Day(_))
                    if is_near
                        && !between.clone().any(|at| self.joins(at))
                        && before.is_some_and(|before| before.operator.is_empty()) =>
                {
                    settled.pop();
                }
                // `questionari con giudizio ≥ 3: almeno 80%`, `≥ 80% personale < 50 anni`: one of them only says of whom.
                (Some(Said::Bound(_, first)), share)
                    if !first.measure.is_time()
                        && is_share(&share)
                        && between.len() <= 2
                        && between.clone().any(|at| self.kind(at) == Some(Kind::Colon)) =>
                {
                    certainty = Certainty::Guess;
                }
                (Some(share), Said::Bound(_, age)) if is_share(&share) && age.measure == Measure::Years => {
                    certainty = Certainty::Guess;
                }
                // `100% dipendenti con almeno 24 ore`, `24 ore per almeno l'80% dei dipendenti`: the share of whom it holds for,
                // or two things.
                (
                    Some(Said::Bound(_, one) | Said::Amount { quantity: one, .. }),
                    Said::Bound(_, other) | Said::Amount { quantity: other, .. },
                ) if matches!(
                    (one.measure, other.measure),
                    (Measure::Percent, Measure::Hours) | (Measure::Hours, Measure::Percent)
                ) && !self.is(clause.operator.start, &[Word::Entro])
                    && !before.is_some_and(|before| self.is(before.operator.start, &[Word::Entro]))
                    && !between.clone().any(|at| self.joins(at) || self.parts_sentences(at)) =>
                {
                    certainty = Certainty::Guess;
                }
                // `% risposte entro 30 gg ≥ 90%`, `interventi con degenza sotto i 3 giorni ≥ 70%`: the days are part of what
                // is measured.
                (Some(Said::Bound(_, days)), Said::Bound(_, share) | Said::Amount { quantity: share, .. })
                    if days.measure.is_time()
                        && share.measure == Measure::Percent
                        && !between.clone().any(|at| self.joins(at) || self.parts_sentences(at))
                        && before.is_some_and(|before| {
                            let is_entro = self.is(before.operator.start, &[Word::Entro]);
                            self.names_a_share() || (!is_entro && before.start() > 2)
                        }) =>
                {
                    settled.pop();
                }
                // `100% delle istanze entro 30 giorni`: the share of what keeps the time is measured, and a result says that
                // one figure.
                (Some(share), Said::Bound(_, days))
                    if days.measure.is_time()
                        && self.is(clause.operator.start, &[Word::Entro])
                        && is_share(&share)
                        && !between.clone().any(|at| self.joins(at) || self.parts_sentences(at)) =>
                {
                    certainty = Certainty::Likely;
                    continue;
                }
                (Some(Said::Bound(_, days)), share)
                    if days.measure.is_time()
                        && is_share(&share)
                        && before.is_some_and(|before| self.is(before.operator.start, &[Word::Entro]))
                        && !between.clone().any(|at| self.joins(at) || self.kind(at) == Some(Kind::Semicolon)) =>
                {
                    certainty = Certainty::Likely;
                    settled.pop();
                }
                // `50% ± 5%`
                (Some(Said::Amount { quantity, .. }), Said::Change { direction, by: Some(by), .. })
                    if direction == Direction::Either && between.is_empty() =>
                {
                    let Some(range) = around(quantity, by) else {
                        settled.push(self.unread_to(clause.start(), clause.end()));
                        continue;
                    };
                    let start = settled.pop().map_or(clause.start(), |before| before.start());
                    settled.push(Clause::bare(Said::Range(range), Certainty::Likely, start..clause.end()));
                    continue;
                }
                (_, Said::Times(1)) => continue,
                // `tutti (100 %)`, `100% (tutti)`
                (Some(Said::Total), Said::Amount { quantity, .. })
                | (Some(Said::Amount { quantity, .. }), Said::Total)
                    if is_whole(quantity) && between.len() <= 2 =>
                {
                    continue;
                }
                // `semestrale (30/6 e 31/12)`: when, of what is asked so often.
                (_, Said::Day(_) | Said::Deadline(_) | Said::Fraction { day: Some(_), .. })
                    if self.opens_within(clause)
                        && settled
                            .iter()
                            .all(|first| matches!(first.said, Said::Times(_)) && !self.opens_within(first))
                        && !settled.is_empty() =>
                {
                    certainty = Certainty::Likely;
                    continue;
                }
                (_, Said::Total) if self.is_place(clause) => continue,
                // `incrementare i servizi per almeno 20 anziani`
                (_, Said::Change { by: None, .. }) if has_figure && clause.reference.is_empty() => continue,
                // `≥ 80% e ≤ 90%`
                (Some(Said::Bound(Relation::AtLeast, low)), Said::Bound(Relation::AtMost, high))
                    if between.len() <= 2 && one_measure(low, high).is_some() =>
                {
                    let measure = one_measure(low, high).unwrap_or_default();
                    if let (Some(range), Some(before)) =
                        (super::Range::new(low.value, high.value, measure), settled.pop())
                    {
                        let content = before.content.start..clause.content.end;
                        let certainty = before.certainty.min(clause.certainty);
                        settled.push(Clause::with(Said::Range(range), certainty, before.operator, content));
                        continue;
                    }
                }
                // `almeno 3 riunioni e 2 report`
                (Some(Said::Bound(relation, first)), Said::Amount { quantity, like_a_year: false })
                    if relation != Relation::Exactly
                        && first.measure == quantity.measure
                        && before.is_some_and(|before| before.operator.start < before.content.start)
                        && clause.start().checked_sub(1).is_some_and(|at| self.joins(at)) =>
                {
                    let certainty = clause.certainty.min(Certainty::Likely);
                    settled.push(Clause { said: Said::Bound(relation, quantity), certainty, ..clause.clone() });
                    continue;
                }
                (_, Said::Amount { like_a_year: true, .. }) => continue,
                (_, Said::Amount { .. }) if counts_outside && self.opens_within(clause) => continue,
                // A number of things in the middle of words, beside what an operator marks as the promise.
                (_, Said::Amount { quantity, .. })
                    if has_bound
                        && quantity.measure == Measure::Count
                        && clause
                            .start()
                            .checked_sub(1)
                            .is_some_and(|at| !self.joins(at) && !self.is(at, &[Word::O])) =>
                {
                    certainty = Certainty::Likely;
                    continue;
                }
                _ => {}
            }
            settled.push(clause.clone());
        }
        (settled, certainty)
    }

    /// An amount that comes so often: `2 incontri mensili` are 24 in the year, `2 eventi annuali` are 2.
    fn so_often(&self, amount: &Clause, said: Said, times: u32, often: &Clause) -> Option<Clause> {
        let (relation, quantity) = match said {
            Said::Bound(relation, quantity) => (Some(relation), quantity),
            Said::Amount { quantity, .. } => (None, quantity),
            _ => return None,
        };
        if quantity.measure != Measure::Count || !matches!(relation, None | Some(Relation::AtLeast)) {
            return None;
        }
        let told = self.text(amount.content.clone());
        let counts = self.is(amount.content.end, &[Word::Volta]) || matches!(told, "once" | "twice");
        let number = quantity.value;
        let adjective = matches!(often.said, Said::Times(_));
        // `0 reclami mensili` are none in the year.
        if times == 1 && !counts || number.is_zero() {
            return Some(amount.clone());
        }
        // `4 report trimestrali` are those of the year, not four each quarter.
        let is_all = adjective && relation.is_none() && number == times.into();
        let count = if is_all { number } else { number.checked_mul(times.into())? };
        // `1,5 incontri al mese` are 18; of 15,6 times a year the last is a whole one.
        let count = u32::try_from(count.ceil()).ok()?;
        let certainty = match (counts || number == Decimal::ONE, adjective) {
            // `250 prestazioni al mese` is a rate, and no number of occasions.
            _ if number > MOST_EACH.into() && !counts => Certainty::Guess,
            (true, _) | (_, false) => often.certainty.min(amount.certainty),
            _ => Certainty::Likely,
        };
        let mut clause =
            Clause::with(Said::Times(count), certainty, amount.operator.clone(), amount.content.start..often.end());
        if amount.operator.start > amount.content.start {
            clause.operator = clause.content.start..clause.content.start;
        }
        clause.doubt = often.doubt;
        Some(clause)
    }

    /// Whether a total only says where: `in tutti i comuni`.
    fn is_place(&self, clause: &Clause) -> bool {
        self.is(clause.start().wrapping_sub(1), &[Word::In, Word::Di, Word::A, Word::Con])
    }

    /// Whether the phrase begins with the name of a share: `% di`, `percentuale di`, `tasso di`, `quota di`.
    fn names_a_share(&self) -> bool {
        let first = self.text(0..1);
        let known = ["%", "percentuale", "tasso", "quota", "numero", "n", "rapporto", "pratiche", "richieste"];
        known.iter().any(|known| first.eq_ignore_ascii_case(known))
    }

    /// Whether a clause stands in brackets.
    fn opens_within(&self, clause: &Clause) -> bool {
        let mut before = (0..clause.start()).rev().take(24);
        before.find_map(|at| match self.kind(at) {
            Some(Kind::Open) => Some(true),
            Some(Kind::Close) => Some(false),
            _ => None,
        }) == Some(true)
    }

    /// Whether the token at `at` joins two things: `e`, a comma, a plus.
    pub fn joins(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Word(Word::E) | Kind::Comma | Kind::Plus | Kind::Semicolon))
    }

    fn parts_sentences(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Semicolon | Kind::Colon | Kind::Plus | Kind::Word(Word::E)))
    }
}

/// Whether a clause asks for a figure.
fn has_figure(said: &Said) -> bool {
    matches!(
        said,
        Said::Bound(..)
            | Said::Amount { .. }
            | Said::Range(_)
            | Said::Fraction { .. }
            | Said::Change { by: Some(_), .. }
    )
}

/// The measure of two ends of a range; said once, it holds for both.
fn one_measure(low: Quantity, high: Quantity) -> Option<Measure> {
    match (low.measure, high.measure) {
        (low, high) if low == high => Some(high),
        (Measure::Count, other) | (other, Measure::Count) => Some(other),
        _ => None,
    }
}

/// Whether a clause asks for a share, or for all.
const fn is_share(said: &Said) -> bool {
    match said {
        Said::Bound(_, quantity) | Said::Amount { quantity, .. } => matches!(quantity.measure, Measure::Percent),
        Said::Total => true,
        _ => false,
    }
}

fn has_figure_of(clause: &Clause) -> bool {
    has_figure(&clause.said) || matches!(clause.said, Said::Deadline(_) | Said::Day(_) | Said::Times(_))
}

fn is_whole(quantity: Quantity) -> bool {
    quantity == Quantity::percent(Decimal::ONE_HUNDRED)
}

/// The range of a value give or take so much of the same.
fn around(quantity: Quantity, by: Difference) -> Option<super::Range> {
    let Difference::Amount(by) = by else { return None };
    let (low, high) = (quantity.value.checked_sub(by.value)?, quantity.value.checked_add(by.value)?);
    if by.measure == quantity.measure { super::Range::new(low, high, by.measure) } else { None }
}
