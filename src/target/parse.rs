//! What a phrase promises: clauses into one [`Target`], or the words kept whole.
//!
//! Words around a condition describe it. Where they may change it, or ask for more than what was read, the reading is a
//! guess: a half reading would score a promise that nobody made.

use std::ops::Range;

use super::clause::{Clause, Said};
use super::reader::Reader;
use super::scan::{self, Kind, Relation, scan};
use super::word::Word;
use super::{Certainty, Context, Doubt, FromWords, Measure, Part, Quantity, Read, Role, Target};

/// Reads what `words` promise for `year`, the year of their column, which completes dates.
///
/// Never fails: what is not understood is [`Target::Words`], sure when the words set no condition in figures, sign or
/// frequency, and likely when they do, because a person may see more in them.
pub fn parse_target(words: &str, year: i32) -> Read<Target> {
    if scan::is_too_long(words) {
        return Read { doubt: Some(Doubt::TooLong), ..kept(Certainty::Likely) };
    }
    let tokens = scan(words);
    let reader = Reader { words, tokens: &tokens, year };
    let whole = reader.yes().or_else(|| reader.to_define()).or_else(|| reader.withdrawn()).or_else(|| reader.bands());
    whole.unwrap_or_else(|| reader.promises())
}

/// A part of a phrase read by itself, if it is one condition and no guess.
fn condition(reader: &Reader<'_>) -> Option<Read<Target>> {
    let read = reader.yes().unwrap_or_else(|| reader.joined());
    (read.reading.may_be_a_part() && read.certainty > Certainty::Guess).then_some(read)
}

impl FromWords for Target {
    const WORDS: Self = Self::Words;

    fn read(words: &str, context: Context) -> Read<Self> {
        parse_target(words, context.year())
    }
}

/// The words as they are, for a person to judge.
fn kept(certainty: Certainty) -> Read<Target> {
    Read { reading: Target::Words, certainty, parts: Vec::new(), doubt: None }
}

/// The most clauses that are read together: more are a text, not a target.
const MOST: usize = 12;

/// What stands around a clause, up to the clauses beside it.
struct Around {
    words_before: bool,
    words_after: bool,
}

/// A target read from one clause.
type Promised = (Target, Certainty, Option<Doubt>);

impl Reader<'_> {
    /// Reads conditions set apart by `;`, each by itself, or all clauses together.
    fn promises(&self) -> Read<Target> {
        self.apart().unwrap_or_else(|| self.joined())
    }

    /// `≥ 80%; entro il 30/9`: every part between semicolons is a condition; none where one of them is something else.
    fn apart(&self) -> Option<Read<Target>> {
        let segments = self.segments();
        let clauses = self.clauses();
        // `70% nel 2023; 80% nel 2024` asks for one of them.
        if segments.len() < 2 || self.of_this_year(clauses.clone()).len() < clauses.len() {
            return None;
        }
        let mut several = Read::sure(Target::Words);
        let mut promised = Vec::with_capacity(segments.len());
        for segment in segments {
            let tokens = self.tokens.get(segment)?;
            let read = condition(&Reader { words: self.words, tokens, year: self.year })?;
            several.certainty = several.certainty.min(read.certainty);
            several.doubt = several.doubt.or(read.doubt);
            several.parts.extend(read.parts);
            promised.push(read.reading);
        }
        several.reading = Target::several(promised)?;
        Some(several)
    }

    /// Reads the clauses of a phrase together.
    fn joined(&self) -> Read<Target> {
        let clauses = self.clauses();
        if clauses.len() > MOST {
            return kept(Certainty::Likely);
        }
        let (clauses, settled) = self.settled(&self.of_this_year(clauses));
        let (first, last) = (clauses.first().map_or(0, Clause::end), clauses.last().map_or(0, Clause::start));
        // One or the other is no promise of both.
        if (first..last).any(|at| self.is(at, &[Word::O])) {
            return kept(Certainty::Likely);
        }
        let unread = clauses.iter().find(|clause| clause.said == Said::Unread);
        if let Some(clause) = unread {
            return Read { doubt: clause.doubt, ..kept(Certainty::Likely) };
        }
        if clauses.is_empty() {
            return self.positive().unwrap_or_else(|| kept(Certainty::Sure));
        }
        let mut promised = Vec::with_capacity(clauses.len());
        for (place, clause) in clauses.iter().enumerate() {
            let from = place.checked_sub(1).and_then(|before| clauses.get(before)).map_or(0, Clause::end);
            let end = clauses.get(place + 1).map_or(self.tokens.len(), Clause::start);
            match self.promise(clause, from..end, clauses.len() == 1) {
                Some(found) => promised.push(found),
                None => return kept(Certainty::Likely),
            }
        }
        let doubt = promised.iter().find_map(|(.., doubt)| *doubt);
        let lowest = promised.iter().map(|(_, certainty, _)| *certainty).min().unwrap_or(Certainty::Sure);
        let certainty = lowest.min(settled).min(self.around_all(&clauses));
        let mut parts: Vec<Part> = clauses.iter().flat_map(|clause| self.parts(clause, role(&clause.said))).collect();
        parts.sort_by_key(|part| part.span.start);
        match Target::several(promised.into_iter().map(|(target, ..)| target).collect()) {
            Some(reading) => {
                let doubt = doubt.or((certainty < lowest).then_some(Doubt::OtherWords));
                Read { reading, certainty, parts, doubt: doubt.filter(|_| certainty != Certainty::Sure) }
            }
            None => kept(Certainty::Likely),
        }
    }

    /// Of `75% nel 2024; 80% nel 2025` what is asked in the column's year; all clauses where they name no years.
    fn of_this_year(&self, clauses: Vec<Clause>) -> Vec<Clause> {
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
        let is_told = years.len() > 1 && years.iter().all(Option::is_some);
        let is_own = |year: &Option<i32>| *year == Some(self.year);
        if !is_told || years.iter().filter(|year| is_own(year)).count() != 1 {
            return clauses;
        }
        let own = clauses.into_iter().zip(&years).filter(|(_, year)| is_own(year));
        own.map(|(clause, _)| Clause { certainty: clause.certainty.min(Certainty::Likely), ..clause }).collect()
    }

    /// Joins clauses that say one thing together, and drops those that only describe another; no surer than likely where what
    /// was dropped is a number.
    fn settled(&self, clauses: &[Clause]) -> (Vec<Clause>, Certainty) {
        let mut certainty = Certainty::Sure;
        let has_figure = clauses.iter().any(|clause| has_figure(&clause.said));
        let has_bound = clauses.iter().any(|clause| matches!(clause.said, Said::Bound(..) | Said::Range(_)));
        let has_other = |clause: &Clause| clauses.iter().any(|other| other != clause);
        let counts_outside = clauses.iter().any(|clause| has_figure_of(clause) && !self.opens_within(clause));
        let mut settled: Vec<Clause> = Vec::with_capacity(clauses.len());
        for clause in clauses {
            let before = settled.last();
            let between = before.map_or(0..0, |before| before.end()..clause.start());
            let is_near = before.is_some() && between.len() <= 4 && !between.clone().any(|at| self.parts_sentences(at));
            match (before.map(|before| before.said), clause.said) {
                // `2 incontri al mese`, `due volte l'anno`, `1 report trimestrale`
                (Some(said), Said::Each(times) | Said::Times(times))
                    if is_near
                        && before.is_some_and(|before| self.opens_within(before) == self.opens_within(clause)) =>
                {
                    if let Some(joined) = before.and_then(|before| self.so_often(before, said, times, clause)) {
                        settled.pop();
                        settled.push(joined);
                        continue;
                    }
                    // `36 ore settimanali`
                    let is_time = matches!(said, Said::Bound(_, found) | Said::Amount { quantity: found, .. }
                        if found.measure.is_time());
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
                // `50% ± 5%`
                (Some(Said::Amount { quantity, .. }), Said::Change { direction, by: Some(by), .. })
                    if direction == super::Direction::Either && between.is_empty() =>
                {
                    let Some(range) = around(quantity, by) else {
                        settled.push(self.unread_to(clause.start(), clause.end()));
                        continue;
                    };
                    let start = settled.pop().map_or(clause.start(), |before| before.start());
                    settled.push(Clause::bare(Said::Range(range), Certainty::Likely, start..clause.end()));
                    continue;
                }
                // `tutti (100 %)`
                (Some(Said::Total), Said::Amount { quantity, .. }) if is_whole(quantity) && between.len() <= 2 => {
                    continue;
                }
                (_, Said::Total) if self.is_place(clause) && has_other(clause) => continue,
                // `incrementare i servizi per almeno 20 anziani`
                (_, Said::Change { by: None, .. }) if has_figure && clause.reference.is_empty() => continue,
                // `≥ 80% e ≤ 90%`
                (Some(Said::Bound(Relation::AtLeast, low)), Said::Bound(Relation::AtMost, high))
                    if between.len() <= 2 && low.measure == high.measure =>
                {
                    if let (Some(range), Some(before)) =
                        (super::Range::new(low.value, high.value, high.measure), settled.pop())
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
                (_, Said::Amount { like_a_year: true, .. }) if has_other(clause) => continue,
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
        let counts = self.is(amount.content.end, &[Word::Volta]);
        let number = u32::try_from(quantity.value.normalize()).ok().filter(|number| *number > 0)?;
        let adjective = matches!(often.said, Said::Times(_));
        if times == 1 && !counts {
            return Some(amount.clone());
        }
        // `4 report trimestrali` are those of the year, not four each quarter.
        let is_all = adjective && relation.is_none() && number == times && number > 1;
        let count = if is_all { number } else { number.checked_mul(times)? };
        let certainty = match (counts || number == 1, adjective) {
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

    /// What a clause promises, seen what stands around it.
    fn promise(&self, clause: &Clause, reach: Range<usize>, is_only: bool) -> Option<Promised> {
        let around = self.around(clause, &reach);
        // Beyond the first clause a name starts after what joins: `3 corsi, 60 partecipanti`.
        let joined = (reach.start..clause.start()).rev().find(|at| reach.start > 0 && self.joins(*at));
        let lead = joined.map_or(reach.start, |at| at + 1)..clause.start();
        let (target, certainty, doubt) = match clause.said {
            Said::Bound(Relation::Exactly, quantity) if around.words_before && around.words_after => {
                (Target::Exactly(quantity), Certainty::Guess, Some(Doubt::OtherWords))
            }
            Said::Bound(relation, quantity) => (bound(relation, quantity), Certainty::Sure, None),
            Said::Range(range) => (Target::Range(range), Certainty::Sure, None),
            Said::Amount { quantity, like_a_year: true } => (Target::Exactly(quantity), Certainty::Guess, None),
            Said::Amount { quantity, .. } => self.bare(clause, &around, lead, quantity)?,
            Said::Deadline(date) => {
                let described = around.words_before || (around.words_after && is_only);
                let certainty = if described { Certainty::Likely } else { Certainty::Sure };
                (Target::By { date }, certainty, None)
            }
            Said::Day(date) => (Target::By { date }, self.standing(clause, &around, lead)?, None),
            Said::Fraction { part, whole, day } => {
                let is_led = self.leads_a_day(clause, &lead) && !around.words_after;
                match day.filter(|day| is_led && (!lead.is_empty() || day.padded || part > whole)) {
                    // `3/4` may be three quarters; `30/9` and `05/09` are days.
                    Some(day) => (Target::By { date: day.date }, Certainty::Likely, Some(Doubt::DayOrShare)),
                    None => {
                        let quantity = Quantity { value: part, measure: Measure::OutOf(whole) };
                        let is_mark = lead.clone().any(|at| self.is_mark(at));
                        let is_open = day.is_some() && part.scale() == 0 && !is_mark;
                        let (target, certainty, doubt) = self.bare(clause, &around, lead, quantity)?;
                        if is_open { (target, Certainty::Guess, clause.doubt) } else { (target, certainty, doubt) }
                    }
                }
            }
            Said::Times(count) => {
                let count = std::num::NonZeroU32::new(count)?;
                (Target::Times { count }, self.described(clause, 4, 11), None)
            }
            Said::Yes => (Target::Yes, Certainty::Sure, None),
            Said::Total => (Target::All, self.described(clause, 8, 24), None),
            Said::Change { direction, by, from } => {
                let from = from.unwrap_or(super::Reference::Baseline);
                (Target::Change { direction, by, from }, Certainty::Sure, None)
            }
            Said::Each(_) | Said::Unread => return None,
        };
        // A scale is no less sure for being written with a slash.
        let own =
            if matches!(clause.said, Said::Fraction { day: None, .. }) { Certainty::Sure } else { clause.certainty };
        Some((target, certainty.min(own), doubt.or(clause.doubt)))
    }

    /// Whether a word names a measure that is given in marks: `voto`, `gradimento medio`.
    fn is_mark(&self, at: usize) -> bool {
        let word = self.text(at..at + 1);
        let known = ["voto", "punteggio", "media", "medio", "gradimento", "soddisfazione", "valutazione", "giudizio"];
        known.iter().any(|known| word.eq_ignore_ascii_case(known))
    }

    /// How sure a frequency or a total is the promise, and not a detail of a longer text.
    fn described(&self, clause: &Clause, sure: usize, likely: usize) -> Certainty {
        let words = (0..self.tokens.len()).filter(|at| self.word(*at).is_some()).count();
        let is_early = (0..clause.start()).filter(|at| self.word(*at).is_some()).count() <= 6;
        match words {
            words if words <= sure && is_early => Certainty::Sure,
            words if words <= likely && is_early => Certainty::Likely,
            _ => Certainty::Guess,
        }
    }

    /// A quantity without an operator. First, it says how many of what follows; last, after words that name a measure, a
    /// percentage or a mark is what the measure must reach, unless less of it may be better. A number in the midst of words
    /// counts what follows it, where something leads to it: `attivazione di 3 sportelli`.
    fn bare(&self, clause: &Clause, around: &Around, lead: Range<usize>, quantity: Quantity) -> Option<Promised> {
        let is_number_sign = |at: &usize| {
            self.is(*at, &[Word::N, Word::Circa]) || matches!(self.kind(*at), Some(Kind::Stop | Kind::Degree))
        };
        let before = lead.clone().rev().find(|at| !is_number_sign(at));
        let follows_colon = before.is_some_and(|at| self.kind(at) == Some(Kind::Colon));
        if lead.clone().any(|at| self.is(at, &[Word::Non])) {
            return None;
        }
        let is_rough = lead.clone().any(|at| self.is(at, &[Word::Circa]));
        let alone = if is_rough { Certainty::Likely } else { Certainty::Sure };
        let is_falling = lead.clone().any(|at| self.is(at, &[Word::Falling]));
        let is_share = matches!(quantity.measure, Measure::Percent | Measure::OutOf(_));
        let exactly = |certainty| Some((Target::Exactly(quantity), certainty, Some(Doubt::OperatorNotStated)));
        match (self.names_something(lead.clone()), around.words_after) {
            (false, false) => Some((Target::Exactly(quantity), alone, None)),
            (false, true) => Some((Target::Exactly(quantity), Certainty::Likely, None)),
            // `Riduzione al 5%`
            (true, _) if lead.clone().any(|at| self.is(at, &[Word::Change(super::Direction::Decrease)])) => {
                Some((Target::AtMost(quantity), Certainty::Likely, Some(Doubt::OperatorNotStated)))
            }
            (true, false) if is_share && !is_falling => {
                Some((Target::AtLeast(quantity), Certainty::Likely, Some(Doubt::OperatorNotStated)))
            }
            (true, false) if is_falling && quantity.measure.is_time() => {
                Some((Target::AtMost(quantity), Certainty::Likely, Some(Doubt::OperatorNotStated)))
            }
            _ if is_share || quantity.measure.is_time() || quantity.measure == Measure::Euro => {
                exactly(Certainty::Likely)
            }
            (true, false) if follows_colon || self.is(lead.start, &[Word::N]) => exactly(Certainty::Likely),
            (true, true) if follows_colon || self.leads_to_a_count(clause) => exactly(Certainty::Likely),
            _ => exactly(Certainty::Guess),
        }
    }

    /// `di 3 sportelli`, `per 20 persone`, `attivare 2 corsi`, `n. 5 incontri`: a number of what follows.
    fn leads_to_a_count(&self, clause: &Clause) -> bool {
        use Word::{Con, Di, N, Other, Per};
        let Some(before) = clause.content.start.checked_sub(1) else { return false };
        let stop =
            matches!(self.kind(before), Some(Kind::Stop | Kind::Degree)) && self.is(before.wrapping_sub(1), &[N]);
        let is_led = self.is(before, &[Di, Per, N, Con]) || stop || self.is_infinitive(before);
        is_led && self.is(clause.content.end, &[Other])
    }

    /// Whether some tokens hold a word other than an article, `n.`, `circa` or `target`.
    pub fn names_something(&self, mut tokens: Range<usize>) -> bool {
        use Word::{A, Article, Circa, Di, E, Label, N, Per, Si};
        let plain = |word| matches!(word, N | Article | Circa | Label | E | Si | Per | A | Di);
        tokens.any(|at| self.word(at).is_some_and(|word| !plain(word)))
    }

    /// How sure a day without `entro` is a deadline; none where it is mere content.
    fn standing(&self, clause: &Clause, around: &Around, lead: Range<usize>) -> Option<Certainty> {
        let leads = self.leads_a_day(clause, &lead);
        match (leads, around.words_after) {
            (true, false) if clause.content.start == 0 => Some(Certainty::Sure),
            (true, false) => Some(Certainty::Likely),
            // `Approvazione bilancio 30/04/2024`, `Pubblicazione (31/12)`
            (false, false) => {
                let before = clause.start().wrapping_sub(1);
                let by_preposition = self.is(before, &[Word::A, Word::Article, Word::Di, Word::Da]);
                Some(if by_preposition { Certainty::Guess } else { Certainty::Likely })
            }
            (true, true) if clause.start() == 0 => Some(Certainty::Likely),
            _ => None,
        }
    }

    /// Whether a day stands alone, or after nothing but `al`, `il`, `in data`.
    fn leads_a_day(&self, clause: &Clause, lead: &Range<usize>) -> bool {
        (lead.start..clause.content.start).all(|at| match self.word(at) {
            Some(word) => matches!(
                word,
                Word::A
                    | Word::Article
                    | Word::In
                    | Word::Data
                    | Word::Di
                    | Word::E
                    | Word::Si
                    | Word::Label
                    | Word::Due
            ),
            None => !self.is_number(at),
        })
    }

    fn around(&self, clause: &Clause, reach: &Range<usize>) -> Around {
        let is_word = |at: usize| self.word(at).is_some();
        Around {
            words_before: (reach.start..clause.start())
                .any(|at| is_word(at) && !self.is(at, &[Word::Si, Word::E, Word::Label])),
            words_after: (self.column_year(clause.end())..reach.end).any(|at| is_word(at) && !self.is(at, &[Word::E])),
        }
    }

    /// How far the words outside all clauses leave them as they are: a guess where they ask for more, or for one or another.
    fn around_all(&self, clauses: &[Clause]) -> Certainty {
        let (first, last) = (clauses.first().map_or(0, Clause::start), clauses.last().map_or(0, Clause::end));
        let within = |at: usize| clauses.iter().any(|clause| (clause.start()..clause.end()).contains(&at));
        let is_word = |at: usize| self.word(at).is_some();
        let mut certainty = Certainty::Sure;
        for at in (0..self.tokens.len()).filter(|at| !within(*at)) {
            let is_between = at > first && at < last;
            let adds = match self.kind(at) {
                // Another thing to do: words on the far side, without a condition of their own.
                Some(Kind::Semicolon) if !is_between => {
                    let far = if at < first { 0..at } else { at + 1..self.tokens.len() };
                    far.into_iter().any(is_word)
                }
                Some(Kind::Word(Word::E)) if self.is_infinitive(at + 1) => true,
                Some(Kind::Word(Word::Every | Word::Total)) if self.is(at.wrapping_sub(1), &[Word::Per]) => true,
                _ => false,
            };
            if adds {
                return Certainty::Guess;
            }
            if self.is(at, &[Word::E]) && (!is_between || clauses.len() == 1) {
                certainty = Certainty::Likely;
            }
        }
        let words = (0..self.tokens.len()).filter(|at| is_word(*at) && !within(*at)).count();
        match clauses.len() {
            1 => certainty,
            2 | 3 if words <= 3 => certainty,
            2..=4 => Certainty::Likely.min(certainty),
            _ => Certainty::Guess,
        }
    }

    /// Passes `dell'anno`, `dell'anno in corso`, `dell'anno corrente`: the column's own year.
    fn column_year(&self, at: usize) -> usize {
        use Word::{Anno, Article, Corrente, Corso, Di, In};
        let end = (at..at + 6).take_while(|at| self.is(*at, &[Di, Article, Anno, In, Corso, Corrente])).count() + at;
        if (at..end).any(|at| self.is(at, &[Anno, Corso, Corrente])) { end } else { at }
    }

    /// Whether an Italian verb in the infinitive stands at `at`: `avviare`, `definire`.
    fn is_infinitive(&self, at: usize) -> bool {
        let verb = self.text(at..at + 1);
        let ending = verb.len().checked_sub(3).and_then(|from| verb.get(from..)).unwrap_or_default();
        verb.len() > 4 && ["are", "ere", "ire"].iter().any(|known| ending.eq_ignore_ascii_case(known))
    }

    /// Whether the phrase begins with the name of a share: `% di`, `percentuale di`, `tasso di`, `quota di`.
    fn names_a_share(&self) -> bool {
        let first = self.text(0..1);
        let known = ["%", "percentuale", "tasso", "quota", "numero", "n", "rapporto", "pratiche", "richieste"];
        known.iter().any(|known| first.eq_ignore_ascii_case(known))
    }

    /// Whether a total only says where: `in tutti i comuni`.
    fn is_place(&self, clause: &Clause) -> bool {
        self.is(clause.start().wrapping_sub(1), &[Word::In, Word::Di, Word::A, Word::Con])
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
    fn joins(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Word(Word::E) | Kind::Comma | Kind::Plus | Kind::Semicolon))
    }

    fn parts_sentences(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(Kind::Semicolon | Kind::Colon | Kind::Plus | Kind::Word(Word::E)))
    }
}

/// The range of a value give or take so much of the same.
fn around(quantity: Quantity, by: super::Difference) -> Option<super::Range> {
    let super::Difference::Amount(by) = by else { return None };
    let (low, high) = (quantity.value.checked_sub(by.value)?, quantity.value.checked_add(by.value)?);
    if by.measure == quantity.measure { super::Range::new(low, high, by.measure) } else { None }
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

fn has_figure_of(clause: &Clause) -> bool {
    has_figure(&clause.said) || matches!(clause.said, Said::Deadline(_) | Said::Day(_) | Said::Times(_))
}

fn is_whole(quantity: Quantity) -> bool {
    quantity == Quantity::percent(rust_decimal::Decimal::ONE_HUNDRED)
}

/// What the content of a clause is to its reading.
const fn role(said: &Said) -> Role {
    match said {
        Said::Deadline(_) | Said::Day(_) => Role::Date,
        Said::Times(_) | Said::Each(_) => Role::Frequency,
        Said::Yes => Role::Answer,
        _ => Role::Quantity,
    }
}

/// Returns the target that asks for this.
const fn bound(relation: Relation, quantity: Quantity) -> Target {
    match relation {
        Relation::AtLeast => Target::AtLeast(quantity),
        Relation::MoreThan => Target::MoreThan(quantity),
        Relation::AtMost => Target::AtMost(quantity),
        Relation::LessThan => Target::LessThan(quantity),
        Relation::Exactly => Target::Exactly(quantity),
    }
}

#[cfg(test)]
mod tests;
