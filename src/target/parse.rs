//! What a phrase promises: clauses into one [`Target`], or the words kept whole.
//!
//! Words around a condition describe it. Where they may change it, or ask for more than what was read, the reading is a
//! guess: a half reading would score a promise that nobody made.

use std::ops::Range;

use super::clause::{Clause, Said};
use super::reader::Reader;
use super::scan::{self, Kind, Relation, scan};
use super::word::Word;
use super::{Certainty, Context, Doubt, FromWords, Measure, Quantity, Read, Role, Target};

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
    let answer = reader.yes().or_else(|| reader.to_define()).or_else(|| reader.withdrawn());
    let whole = answer.or_else(|| reader.bands_by_day()).or_else(|| reader.bands());
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

/// Whether numbers follow one another with nothing between: `100% 90% 80%`, `50% +1` may be a scale, years, a majority.
fn is_heap(clauses: &[Clause]) -> bool {
    clauses.iter().zip(clauses.iter().skip(1)).any(|(one, next)| {
        let is_number = matches!(next.said, Said::Amount { .. } | Said::Change { .. });
        is_number && matches!(one.said, Said::Amount { .. }) && one.end() == next.start()
    })
}

/// Whether several days each have a figure: `80% entro il 30/6, 100% entro il 31/12` are steps of one thing, which cannot all
/// be held at once. Days out of order belong to different years: `entro il 31/07 e il 31/01`.
fn has_steps(clauses: &[Clause]) -> bool {
    let day = |clause: &Clause| match clause.said {
        Said::Deadline(date)
        | Said::Day(date)
        | Said::Fraction { day: Some(super::clause::FractionDay { date, .. }), .. } => Some(date),
        _ => None,
    };
    let days: Vec<_> = clauses.iter().filter_map(day).collect();
    days.len() > 1 && (clauses.len().saturating_sub(days.len()) > 1 || !days.is_sorted())
}

/// The words as they are, for a person to judge.
fn kept(certainty: Certainty) -> Read<Target> {
    Read { reading: Target::Words, certainty, parts: Vec::new(), doubt: None }
}

/// The most clauses that are read together, and the most conditions that semicolons set apart: more are a text, not a target.
/// (A condition may be said in two clauses: `tutti (100 %)`.)
pub(super) const MOST: usize = 12;

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
        if segments.len() < 2 {
            return None;
        }
        // `70% nel 2023; 80% nel 2024` asks for one of them.
        let clauses = self.clauses();
        if self.of_this_year(clauses.clone()).len() < clauses.len() {
            return None;
        }
        let mut several = Read::sure(Target::Words);
        if has_steps(&self.settled(clauses).0) {
            several.certainty = Certainty::Guess;
        }
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
        let (clauses, settled) = self.settled(self.of_this_year(clauses));
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
        let heaped = if is_heap(&clauses) || has_steps(&clauses) || self.gives_points(&clauses) {
            Certainty::Guess
        } else {
            Certainty::Sure
        };
        let certainty = lowest.min(settled).min(heaped).min(self.around_all(&clauses));
        let parts = self.parts(&clauses, role);
        match Target::several(promised.into_iter().map(|(target, ..)| target).collect()) {
            Some(reading) => {
                let doubt = doubt.or((certainty < lowest).then_some(Doubt::OtherWords));
                Read { reading, certainty, parts, doubt: doubt.filter(|_| certainty != Certainty::Sure) }
            }
            None => kept(Certainty::Likely),
        }
    }

    /// `entro 10 gg punti 5, entro 20 gg punti 3`: what each of several conditions earns.
    fn gives_points(&self, clauses: &[Clause]) -> bool {
        let is_points = |at: usize| {
            self.begins(at, "punt")
                && (self.is_number(at + 1) || self.is_number(at.wrapping_sub(1)))
                && !self.is(at + 1, &[Word::Points])
        };
        clauses.len() > 1 && (0..self.tokens.len()).any(is_points)
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
            // `famiglie 0-6`, `programmazione 21-27`: after words, two numbers may name anything.
            Said::Range(range)
                if around.words_before
                    && clause.operator.is_empty()
                    && range.low().measure == Measure::Count
                    && self.kind(clause.start().wrapping_sub(1)) != Some(Kind::Colon) =>
            {
                (Target::Range(range), Certainty::Guess, Some(Doubt::OtherWords))
            }
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
    pub fn is_mark(&self, at: usize) -> bool {
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
            // `n. incontri 4`, `incontri n. 4`; `intervento n. 4` may be its name
            (true, false) if follows_colon || self.is(lead.start, &[Word::N]) => exactly(Certainty::Likely),
            (true, false) if self.follows_number_sign(clause) && self.ends(lead.start, "i") => {
                exactly(Certainty::Likely)
            }
            (true, true) if follows_colon || self.leads_to_a_count(clause) => exactly(Certainty::Likely),
            _ => exactly(Certainty::Guess),
        }
    }

    /// Whether `n.` stands right before a number.
    fn follows_number_sign(&self, clause: &Clause) -> bool {
        let before = clause.content.start.saturating_sub(1);
        let sign = before.saturating_sub(usize::from(matches!(self.kind(before), Some(Kind::Stop | Kind::Degree))));
        self.is(sign, &[Word::N])
    }

    /// `di 3 sportelli`, `per 20 persone`, `attivare 2 corsi`, `n. 5 incontri`: a number of what follows.
    fn leads_to_a_count(&self, clause: &Clause) -> bool {
        use Word::{Con, Di, N, Other, Per};
        let Some(before) = clause.content.start.checked_sub(1) else { return false };
        let stop =
            matches!(self.kind(before), Some(Kind::Stop | Kind::Degree)) && self.is(before.wrapping_sub(1), &[N]);
        let deeds = ["zione", "sione", "mento", "tura", "avvio", "stipula"];
        let is_a = self.text(before..before + 1).eq_ignore_ascii_case("a");
        let is_deed = is_a || deeds.iter().any(|ending| self.ends(before, ending));
        let is_led = self.is(before, &[Di, Per, N, Con]) || stop || self.is_infinitive(before) || is_deed;
        is_led && self.is(clause.content.end, &[Other])
    }

    /// Whether some tokens hold a word other than an article, `n.`, `circa`, `target`, `obiettivo:` or `anno`.
    pub fn names_something(&self, mut tokens: Range<usize>) -> bool {
        use Word::{A, Anno, Article, Circa, Di, E, Euro, Label, N, Per, Ref, Si};
        let plain = |word, at| match word {
            N | Article | Circa | Label | E | Si | Per | A | Di | Anno | Euro => true,
            Ref => self.begins(at, "obiettivo") && self.kind(at + 1) == Some(Kind::Colon),
            _ => false,
        };
        tokens.any(|at| self.word(at).is_some_and(|word| !plain(word, at)))
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
        let (mut certainty, mut words) = (Certainty::Sure, 0);
        for at in (0..self.tokens.len()).filter(|at| !within(*at)) {
            words += usize::from(is_word(at));
            let is_between = at > first && at < last;
            let adds = match self.kind(at) {
                // Another thing to do: words on the far side, without a condition of their own.
                Some(Kind::Plus) if at >= last => (at..self.tokens.len()).any(is_word),
                Some(Kind::Semicolon) if !is_between => {
                    let far = if at < first { 0..at } else { at..self.tokens.len() };
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
        self.text(at..at + 1).len() > 4 && ["are", "ere", "ire"].iter().any(|ending| self.ends(at, ending))
    }
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
